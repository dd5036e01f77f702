//! What a file is, told by its bytes.

use crate::lang::Text;

use super::refusal::Refusal;
use super::zip::Zip;

/// A kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Plain text in some encoding: .txt, .md, .csv, .tsv.
    Text,
    /// A page or a part of one.
    Html,
    /// A page saved whole in one file: .mht, .mhtml.
    Mht,
    /// A Word document: .docx, .docm, and .wps of that kind.
    Docx,
    /// An Excel workbook: .xlsx, .xlsm, and .et of that kind.
    Xlsx,
    /// A presentation: .pptx.
    Pptx,
    /// An OpenDocument text or sheet: .odt, .ods.
    OpenDocument,
    /// The Chinese fixed-layout format: .ofd.
    Ofd,
    /// Any other zip.
    Zip,
    /// An older Office document in its container: .doc, .xls, .wps, .et, .ppt.
    Ole,
    /// Rich text: .rtf.
    Rtf,
    /// A Word document as one XML file.
    WordXml,
    /// A PDF.
    Pdf,
    /// Another archive: .rar, .7z, .gz.
    Archive,
    /// A picture.
    Picture,
}

impl Kind {
    /// The name in the JSON's `source.format`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Html => "html",
            Self::Mht => "mht",
            Self::Docx => "docx",
            Self::Xlsx => "xlsx",
            Self::Pptx => "pptx",
            Self::OpenDocument => "opendocument",
            Self::Ofd => "ofd",
            Self::Zip => "zip",
            Self::Ole => "ole",
            Self::Rtf => "rtf",
            Self::WordXml => "word-xml",
            Self::Pdf => "pdf",
            Self::Archive => "archive",
            Self::Picture => "picture",
        }
    }

    /// What people call it.
    pub fn name(self) -> Text {
        match self {
            Self::Text => Text::new("文字", "a text"),
            Self::Html => Text::new("网页", "a page"),
            Self::Mht => Text::new("单文件网页（mht）", "a page saved as mht"),
            Self::Docx => Text::new("docx 文档", "a docx document"),
            Self::Xlsx => Text::new("xlsx 表格", "an xlsx workbook"),
            Self::Pptx => Text::new("pptx 演示文稿", "a pptx presentation"),
            Self::OpenDocument => Text::new("OpenDocument 文档（odt、ods）", "an OpenDocument file"),
            Self::Ofd => Text::new("OFD 版式文件", "an OFD document"),
            Self::Zip => Text::new("zip 压缩包", "a zip archive"),
            Self::Ole => Text::new("doc、xls、wps 一类的文档", "a document such as doc, xls or wps"),
            Self::Rtf => Text::new("rtf 文档", "an rtf document"),
            Self::WordXml => Text::new("XML 格式的 Word 文档", "a Word document saved as XML"),
            Self::Pdf => Text::new("PDF", "a PDF"),
            Self::Archive => Text::new("压缩包", "an archive"),
            Self::Picture => Text::new("图片", "a picture"),
        }
    }

    /// Why a file of this kind has no text, where no reader takes it.
    pub fn refusal(self) -> Refusal {
        match self {
            Self::Picture => Refusal::Picture,
            other => Refusal::Unsupported(other),
        }
    }
}

/// First bytes that tell a kind.
const MAGIC: &[(&[u8], Kind)] = &[
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Kind::Ole),
    (b"{\\rtf", Kind::Rtf),
    (b"Rar!\x1a\x07", Kind::Archive),
    (b"7z\xbc\xaf\x27\x1c", Kind::Archive),
    (b"\x1f\x8b\x08", Kind::Archive),
    (b"\x89PNG\r\n\x1a\n", Kind::Picture),
    (b"\xff\xd8\xff", Kind::Picture),
    (b"GIF8", Kind::Picture),
    (b"II*\0", Kind::Picture),
    (b"MM\0*", Kind::Picture),
    (b"BM", Kind::Picture),
];

/// How far into a file what tells its kind is looked for.
const HEAD: usize = 4096;

/// The kind of the file with these bytes; what nothing tells is text.
pub fn of(bytes: &[u8]) -> Kind {
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return zipped(bytes);
    }
    let head = &bytes[..bytes.len().min(HEAD)];
    for (magic, kind) in MAGIC {
        // Two letters alone could begin a text; a picture's size follows them.
        if head.starts_with(magic) && (magic.len() > 2 || head.get(6..10) == Some(&[0; 4])) {
            return *kind;
        }
    }
    // Readers of PDF take one whose mark stands within the first kilobyte.
    if find(&head[..head.len().min(1024)], b"%PDF-").is_some_and(|at| at == 0 || head.contains(&0)) {
        return Kind::Pdf;
    }
    let words = ascii_of(head);
    marked_up(&words).unwrap_or(Kind::Text)
}

/// The kind of a zip, by the names of its parts.
fn zipped(bytes: &[u8]) -> Kind {
    // Of one that is cut off at its end, where the list of parts is, the names that
    // stand before the parts still tell.
    let zip = Zip::open(bytes).ok();
    let has = |name: &str| match &zip {
        Some(zip) => zip.names().any(|part| part.eq_ignore_ascii_case(name)),
        None => find(bytes, name.as_bytes()).is_some(),
    };
    const PARTS: [(&str, Kind); 6] = [
        ("word/document.xml", Kind::Docx),
        ("xl/workbook.xml", Kind::Xlsx),
        ("xl/workbook.bin", Kind::Xlsx),
        ("ppt/presentation.xml", Kind::Pptx),
        ("OFD.xml", Kind::Ofd),
        ("META-INF/manifest.xml", Kind::OpenDocument),
    ];
    if let Some((_, kind)) = PARTS.iter().find(|(name, _)| has(name)) {
        return *kind;
    }
    // Documents whose main part has another name, or is cut off.
    let folder = |name: &str| match &zip {
        Some(zip) => zip.names().any(|part| part.starts_with(name)),
        None => find(bytes, name.as_bytes()).is_some(),
    };
    match has("[Content_Types].xml") {
        true if folder("word/") => Kind::Docx,
        true if folder("xl/") => Kind::Xlsx,
        _ => Kind::Zip,
    }
}

/// The characters of a file's beginning that are ASCII, in lower case, in whatever
/// encoding; enough to tell markup.
fn ascii_of(head: &[u8]) -> String {
    head.iter().filter(|b| b.is_ascii() && **b != 0).map(|b| b.to_ascii_lowercase() as char).collect()
}

/// Elements that a page, or a part of one, begins with.
const ELEMENTS: [&str; 24] = [
    "!doctype html",
    "html",
    "head",
    "body",
    "table",
    "div",
    "p",
    "span",
    "meta",
    "title",
    "style",
    "script",
    "h1",
    "h2",
    "h3",
    "article",
    "section",
    "main",
    "center",
    "font",
    "br",
    "ul",
    "ol",
    "a",
];

/// The kind of a text that begins with markup or with a mail's fields.
fn marked_up(words: &str) -> Option<Kind> {
    let mut rest = words.trim_start();
    let is_mail = ["mime-version:", "from:", "content-type: multipart", "subject:", "date:", "x-"];
    if is_mail.iter().any(|field| rest.starts_with(field)) {
        return words.contains("content-type: multipart/").then_some(Kind::Mht);
    }
    // What Windows puts before markup on its clipboard.
    if rest.starts_with("version:") && rest.contains("starthtml:") {
        return Some(Kind::Html);
    }
    loop {
        rest = rest.trim_start();
        let past = if let Some(comment) = rest.strip_prefix("<!--") {
            comment.split_once("-->")?.1
        } else if rest.starts_with("<?") {
            if rest.contains("progid=\"word.document\"") {
                return Some(Kind::WordXml);
            }
            rest.split_once('>')?.1
        } else {
            break;
        };
        rest = past;
    }
    let begins = |element: &str| {
        let after = rest.strip_prefix('<').and_then(|name| name.strip_prefix(element));
        after.is_some_and(|after| after.starts_with(['>', '/', ' ', '\t', '\r', '\n']))
    };
    (ELEMENTS.iter().any(|element| begins(element)) || is_mostly_markup(words)).then_some(Kind::Html)
}

/// Whether a text that begins with words is the middle of a page, as editors export it.
/// One that merely holds some markup has more lines than ends of elements.
fn is_mostly_markup(words: &str) -> bool {
    let ends: usize = ["</p>", "</td>", "</div>"].iter().map(|end| words.matches(end).count()).sum();
    let lines = words.lines().filter(|line| !line.trim().is_empty()).count();
    ends >= 3 && ends * 2 >= lines
}

/// Where `needle` first stands in `bytes`.
pub fn find(bytes: &[u8], needle: &[u8]) -> Option<usize> {
    memchr::memmem::find(bytes, needle)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bytes_tell_the_kind() {
        let cases: &[(&[u8], Kind)] = &[
            (b"", Kind::Text),
            ("一、总体情况".as_bytes(), Kind::Text),
            (b"BM is a name", Kind::Text),
            (b"BM\x36\x00\x0c\x00\x00\x00\x00\x00\x36", Kind::Picture),
            (b"%PDF-1.7", Kind::Pdf),
            (b"{\\rtf1\\ansi", Kind::Rtf),
            (b"\n <!-- saved -->\n<!DOCTYPE html><html>", Kind::Html),
            (b"\xef\xbb\xbf<?xml version=\"1.0\"?>\n<html xmlns='x'>", Kind::Html),
            (b"<table border=1><tr><td>1", Kind::Html),
            (b"\xff\xfe<\0h\0t\0m\0l\0>\0", Kind::Html),
            (b"Version:0.9\r\nStartHTML:00000097\r\n", Kind::Html),
            (b"<\xb1\xed> is no element", Kind::Text),
            (b"words <p>first</p> <p>second</p> <p>third</p>", Kind::Html),
            (b"# words\n\n<div>a</div>\n\n1\n\n2\n\n<p>b</p><p>c</p>\n3\n4\n5\n", Kind::Text),
            (b"<tablet> is none either", Kind::Text),
            (b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;", Kind::Mht),
            (b"PK\x03\x04 cut off word/document.xml", Kind::Docx),
            (b"PK\x03\x04 cut off", Kind::Zip),
        ];
        for (bytes, kind) in cases {
            assert_eq!(of(bytes), *kind, "{:?}", String::from_utf8_lossy(bytes));
        }
    }
}
