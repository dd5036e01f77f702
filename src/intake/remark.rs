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
        }
    }

    /// The sentence; `count` is how often it happened. `{}` stands for the count.
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
