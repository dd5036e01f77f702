//! Why a file's bytes did not become text.

use super::kind::Kind;
use super::remark::Words;

/// Why there is no text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// A kind that no reader takes.
    Unsupported(Kind),
    /// A picture.
    Picture,
    /// Bytes that are neither text nor a kind that is known.
    Binary,
    /// A text in an encoding that is not read.
    Encoding,
    /// Encrypted or locked with a password.
    Encrypted,
    /// Cut off, or not what it says it is.
    Damaged(Kind),
    /// Pictures of pages without a layer of text.
    Scanned,
    /// A layer of text whose fonts do not tell which characters they are.
    Fonts,
    /// It grows over the cap when it is unpacked or written out.
    TooLarge,
    /// Its XML declares a document type or entities, which no Office program writes.
    Declarations,
    /// Elements nest deeper than any real file's.
    TooDeep,
    /// An archive without files.
    NoFiles,
    /// An archive with more than one file, where one is read.
    SeveralFiles,
}

impl Refusal {
    /// The note's code in the JSON.
    pub fn code(self) -> &'static str {
        match self {
            Self::Unsupported(_) | Self::Picture => "format-not-read",
            Self::Binary => "binary",
            Self::Encoding => "encoding-not-read",
            Self::Encrypted => "encrypted",
            Self::Scanned => "no-text-layer",
            Self::Fonts => "fonts-not-read",
            Self::Damaged(_) => "damaged",
            Self::TooLarge => "over-cap",
            Self::Declarations | Self::TooDeep => "not-trusted",
            Self::NoFiles => "no-files",
            Self::SeveralFiles => "several-files",
        }
    }

    /// What to tell the user.
    pub fn words(self) -> Words {
        let (zh, en) = match self {
            Self::Unsupported(kind) => {
                let name = kind.name();
                let zh = format!(
                    "这是{}{}，现在还不能直接读取。请打开它，全选并复制文字。",
                    gap(name.zh),
                    name.zh
                );
                let en = format!("This is {}, which cannot be read yet; open it and copy its text.", name.en);
                return Words::new(self.code(), zh, en);
            }
            Self::Damaged(kind) => {
                let name = kind.name();
                let zh = format!(
                    "这份{}{}不完整或已损坏，读不出来。请重新下载或另存一份。",
                    gap(name.zh),
                    name.zh
                );
                let en = format!("This is {} that is cut off or damaged; get or save it anew.", name.en);
                return Words::new(self.code(), zh, en);
            }
            Self::Picture => ("这是图片，读不出文字。", "This is a picture; no text can be read from it."),
            Self::Binary => ("这是二进制文件，不是文字。", "This is a binary file, not text."),
            Self::Encoding => (
                "这份文字的编码认不出来（不是 UTF-8、UTF-16 或 GB18030）。请另存为 UTF-8。",
                "The encoding of this text is none of UTF-8, UTF-16 and GB18030; save it as UTF-8.",
            ),
            Self::Encrypted => (
                "文件加了密码，读不出来。请用打开它的程序另存一份不加密的；PDF 可以打印成新的。",
                "The file is locked with a password; save a copy without one, or print the PDF to a new one.",
            ),
            Self::Scanned => (
                "这份 PDF 没有文字层（可能是扫描件），读不出文字。请用原来的 Word 文档，或先做文字识别再核对一遍。",
                "This PDF has no text layer (it may be a scan); use the document it was made from, or have its text recognised.",
            ),
            Self::Fonts => (
                "这份 PDF 的字体没有附带文字对照表，读出来会是乱码，没有读取。请用原来的 Word 文档，或重新导出 PDF。",
                "The fonts of this PDF do not tell which characters they show; use the document it was made from, or export it anew.",
            ),
            Self::TooLarge => (
                "文件展开后过大，没有读取。一份年度报告通常只有几十 KB 文字。",
                "The file grows too large when it is unpacked and was not read.",
            ),
            Self::Declarations => (
                "文件内的 XML 声明了文档类型或实体，正常的文档不会这样，没有读取。",
                "The file's XML declares a document type or entities, which no real document does; it was not read.",
            ),
            Self::NoFiles => ("压缩包里没有文件。", "There is no file in the archive."),
            Self::SeveralFiles => (
                "压缩包里有多份文件，请解开后逐份打开。",
                "There are several files in the archive; unpack it and open them one by one.",
            ),
            Self::TooDeep => (
                "文件内的元素嵌套过深，正常的文档不会这样，没有读取。",
                "The file's elements nest deeper than any real document's; it was not read.",
            ),
        };
        Words::new(self.code(), zh, en)
    }
}

/// The space between Chinese and a name in Latin letters.
fn gap(name: &str) -> &'static str {
    if name.starts_with(|c: char| c.is_ascii()) { " " } else { "" }
}
