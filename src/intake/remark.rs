//! What a conversion left aside or guessed, said to the user in one line each.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::lang::Lang;
use crate::text::Span;

use super::encoding::Encoding;

/// A sentence about the input in both languages, with its code in the JSON.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words {
    /// The code.
    pub code: Cow<'static, str>,
    /// In Chinese.
    pub zh: String,
    /// In English.
    pub en: String,
}

impl Words {
    /// Pairs the Chinese wording with the English one.
    pub fn new(code: &'static str, zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self { code: code.into(), zh: zh.into(), en: en.into() }
    }

    /// The wording in `lang`.
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::Zh => &self.zh,
            Lang::En => &self.en,
        }
    }
}

/// One kind of thing that was left aside or guessed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Remark {
    /// The text is in another encoding than UTF-8.
    Encoding(Encoding),
    /// Bytes that are no characters in the text's encoding.
    BrokenBytes,
    /// Tables inside a cell of a table, written after the row's other cells.
    NestedTable,
    /// Columns of a table beyond the widest that is read.
    WideTable,
    /// Tables nested deeper than is read; their words stand as paragraphs.
    DeepTable,
    /// Numbers that the program counts by itself, written out.
    AutomaticNumber,
    /// Tracked insertions, taken as accepted.
    Inserted,
    /// Tracked deletions, taken as accepted.
    Deleted,
    /// Text boxes, written after the paragraph that holds them.
    TextBox,
    /// Footnotes and endnotes.
    Footnote,
    /// Comments of reviewers.
    Comment,
    /// Text marked as hidden.
    Hidden,
    /// Pictures.
    Picture,
    /// Words of page headers and footers.
    HeaderFooter,
    /// What stands around the report in a page: navigation, lists, footer.
    AroundReport,
    /// The title, taken from the page outside the report.
    TitleFromPage,
    /// A file within the file.
    Embedded,
    /// Rows and paragraphs, rebuilt from where characters stand on a page.
    PdfLayout,
    /// Characters of fonts that do not tell which they are.
    UnknownGlyph,
    /// Words that stand over each other.
    Overprinted,
    /// Writing that runs askew, as a watermark does.
    Askew,
    /// A layer of text that a program recognised in a picture.
    Recognized,
    /// Page numbers, and lines that repeat above or below every page.
    PageMargin,
    /// Sheets that a workbook hides.
    HiddenSheet,
    /// Rows and columns that a sheet hides; they are read.
    HiddenRows,
    /// Text boxes of an older document, whose words stand at the end.
    BoxAtEnd,
    /// Formulas whose value is not in the file.
    Formula,
}

impl Remark {
    /// The note's code in the JSON.
    pub fn code(self) -> &'static str {
        match self {
            Self::Encoding(_) => "encoding",
            Self::BrokenBytes => "broken-bytes",
            Self::NestedTable => "nested-table",
            Self::WideTable => "wide-table",
            Self::DeepTable => "deep-table",
            Self::AutomaticNumber => "automatic-number",
            Self::Inserted => "tracked-insertion",
            Self::Deleted => "tracked-deletion",
            Self::TextBox => "text-box",
            Self::Footnote => "footnote",
            Self::Comment => "comment",
            Self::Hidden => "hidden-text",
            Self::Picture => "picture",
            Self::HeaderFooter => "header-footer",
            Self::AroundReport => "around-report",
            Self::TitleFromPage => "title-from-page",
            Self::Embedded => "embedded",
            Self::PdfLayout => "pdf-layout",
            Self::UnknownGlyph => "unknown-glyph",
            Self::Overprinted => "overprinted-text",
            Self::Askew => "askew-text",
            Self::Recognized => "recognized-text",
            Self::PageMargin => "page-margin",
            Self::HiddenSheet => "hidden-sheet",
            Self::HiddenRows => "hidden-rows",
            Self::BoxAtEnd => "text-box",
            Self::Formula => "formula",
        }
    }

    /// The sentence, with `{}` for how often it happened.
    fn pattern(self) -> (&'static str, &'static str) {
        match self {
            Self::Encoding(Encoding::Utf8) => ("这份文字按 UTF-8 编码读取。", "The text was read as UTF-8."),
            Self::Encoding(Encoding::Utf16Le | Encoding::Utf16Be) => {
                ("这份文字按 UTF-16 编码读取。", "The text was read as UTF-16.")
            }
            Self::Encoding(Encoding::Gb18030) => {
                ("这份文字按 GB18030（GBK）编码读取。", "The text was read as GB18030 (GBK).")
            }
            Self::BrokenBytes => (
                "有 {} 处字节不是文字，用“\u{fffd}”代替。",
                "Bytes that are no characters; U+FFFD stands for them. Places: {}.",
            ),
            Self::NestedTable => (
                "表格单元格里还套着表格（{} 处），已展开排在该行其他单元格之后。",
                "Tables inside cells of a table were written after the row's other cells. Places: {}.",
            ),
            Self::WideTable => {
                ("表格过宽，有 {} 个单元格没有读入。", "A table is too wide; cells left aside: {}.")
            }
            Self::DeepTable => (
                "表格嵌套过深（{} 处），只按段落读入。",
                "Tables nest too deep; their words were read as paragraphs. Places: {}.",
            ),
            Self::AutomaticNumber => {
                ("有 {} 处自动编号已写成文字。", "Automatic numbers were written out: {}.")
            }
            Self::Inserted => {
                ("有 {} 处修订插入的文字，按已接受读入。", "Tracked insertions were read as accepted: {}.")
            }
            Self::Deleted => (
                "有 {} 处修订删除的文字，按已接受删除，没有读入。",
                "Tracked deletions were taken as accepted and left aside: {}.",
            ),
            Self::TextBox => (
                "有 {} 个文本框，文字排在所在段落之后。",
                "Text boxes were written after the paragraphs that hold them: {}.",
            ),
            Self::Footnote => ("有 {} 条脚注或尾注没有读入。", "Footnotes and endnotes left aside: {}."),
            Self::Comment => ("有 {} 条批注没有读入。", "Comments left aside: {}."),
            Self::Hidden => ("有 {} 处隐藏的文字没有读入。", "Hidden text was left aside. Places: {}."),
            Self::Picture => {
                ("有 {} 张图片，其中的文字读不出来。", "Pictures, whose words cannot be read: {}.")
            }
            Self::HeaderFooter => {
                ("页眉、页脚的文字没有读入（{} 处）。", "Page headers and footers left aside: {}.")
            }
            Self::AroundReport => (
                "网页上报告以外的内容（导航、列表、页脚等，{} 行）没有读入。",
                "What stands around the report in the page was left aside. Lines: {}.",
            ),
            Self::TitleFromPage => (
                "报告正文里没有标题，取了网页标题栏的。",
                "The report's part of the page has no title; the page's own was taken.",
            ),
            Self::Embedded => ("有 {} 个嵌入的文件没有读入。", "Embedded files left aside: {}."),
            Self::PdfLayout => (
                "PDF 只记文字的位置，表格和段落按位置还原，请对照原件看一眼。",
                "A PDF only tells where characters stand; its tables and paragraphs were rebuilt from that.",
            ),
            Self::UnknownGlyph => (
                "有 {} 个字的字体没有附带对照表，用“\u{fffd}”代替。",
                "Characters whose fonts do not tell which they are; U+FFFD stands for them: {}.",
            ),
            Self::Overprinted => (
                "有 {} 处文字互相重叠，分不开，用“\u{fffd}”代替。",
                "Words that stand over each other cannot be told apart; U+FFFD stands for them. Places: {}.",
            ),
            Self::Askew => (
                "斜排或横倒的文字（如水印，{} 个字）没有读入。",
                "Text that runs askew, as a watermark does, was left aside. Characters: {}.",
            ),
            Self::Recognized => (
                "这份 PDF 的文字是从图片识别出来的，可能有误，请对照原件。",
                "The text of this PDF was recognised in pictures and may be wrong; compare it with them.",
            ),
            Self::PageMargin => (
                "页码、页眉、页脚没有读入（{} 行）。",
                "Page numbers, headers and footers were left aside. Lines: {}.",
            ),
            Self::HiddenSheet => ("有 {} 个隐藏的工作表没有读入。", "Hidden sheets left aside: {}."),
            Self::HiddenRows => (
                "有 {} 处行或列是隐藏的，也读入了。",
                "Hidden rows or columns were read all the same. Places: {}.",
            ),
            Self::BoxAtEnd => (
                "文本框里的文字排在文末，请看看原来在什么位置。",
                "The words of text boxes were written at the end; look where they stand.",
            ),
            Self::Formula => (
                "{} 个工作表里有公式没有算出的结果，按空白读入。请用 Excel 或 WPS 打开后再保存一次。",
                "Formulas without a value were read as blank; open and save the file once. Sheets: {}.",
            ),
        }
    }
}

/// What was left aside or guessed, how often, and where first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// What.
    pub remark: Remark,
    /// How often.
    pub count: usize,
    /// The first place; `None` for the whole text.
    pub span: Option<Span>,
}

impl Note {
    /// A note of something that happened `count` times, first at `span`.
    pub fn new(remark: Remark, count: usize, span: Option<Span>) -> Self {
        Self { remark, count, span }
    }

    /// The note as a sentence.
    pub fn words(&self) -> Words {
        let (zh, en) = self.remark.pattern();
        let count = self.count.to_string();
        Words::new(self.remark.code(), zh.replace("{}", &count), en.replace("{}", &count))
    }
}
