//! Outside formats to text. What a file is, is told by its bytes, never by its name.

use std::borrow::Cow;

use crate::lang::Text;

/// What a file's bytes were, once they are text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Plain text.
    Text,
}

impl Format {
    /// The name in the JSON.
    pub fn key(self) -> &'static str {
        match self {
            Self::Text => "text",
        }
    }
}

/// Why a file's bytes did not become text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// A Word, WPS or Excel document of the kind with an x in its ending, or any zip.
    Zip,
    /// An older Word, WPS or Excel document.
    OldOffice,
    /// A PDF.
    Pdf,
    /// A picture.
    Picture,
    /// Other bytes that are no text.
    Binary,
    /// A text in another encoding than UTF-8.
    NotUtf8,
}

impl Refusal {
    /// The note's code in the JSON.
    pub fn code(self) -> &'static str {
        match self {
            Self::Zip | Self::OldOffice | Self::Pdf | Self::Picture => "format-not-read",
            Self::Binary => "binary",
            Self::NotUtf8 => "encoding-not-read",
        }
    }

    /// What to tell the user.
    pub fn message(self) -> Text {
        match self {
            Self::Zip => Text::new(
                "这是 docx、xlsx 一类的文档，现在还不能直接读取。请打开它，全选并复制文字。",
                "This is a document such as docx or xlsx, which cannot be read yet; open it and copy its text.",
            ),
            Self::OldOffice => Text::new(
                "这是 doc、xls、wps 一类的文档，现在还不能直接读取。请打开它，全选并复制文字。",
                "This is a document such as doc or xls, which cannot be read yet; open it and copy its text.",
            ),
            Self::Pdf => Text::new(
                "这是 PDF，现在还不能直接读取。请用阅读器打开它，全选并复制文字。",
                "This is a PDF, which cannot be read yet; open it in a reader and copy its text.",
            ),
            Self::Picture => {
                Text::new("这是图片，读不出文字。", "This is a picture; no text can be read from it.")
            }
            Self::Binary => Text::new("这是二进制文件，不是文字。", "This is a binary file, not text."),
            Self::NotUtf8 => Text::new(
                "这份文字不是 UTF-8 编码（可能是 GB18030），现在还不能读取。请另存为 UTF-8。",
                "This text is not in UTF-8 (perhaps GB18030), which cannot be read yet; save it as UTF-8.",
            ),
        }
    }
}

/// First bytes that tell a kind of file.
const MAGIC: &[(&[u8], Refusal)] = &[
    (b"PK\x03\x04", Refusal::Zip),
    (b"PK\x05\x06", Refusal::Zip),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Refusal::OldOffice),
    (b"%PDF-", Refusal::Pdf),
    (b"\x89PNG\r\n\x1a\n", Refusal::Picture),
    (b"\xff\xd8\xff", Refusal::Picture),
    (b"GIF8", Refusal::Picture),
];

/// The text that `bytes` are: UTF-8, or UTF-16 with a byte order mark.
pub fn text_of(bytes: &[u8]) -> Result<(Format, Cow<'_, str>), Refusal> {
    if let Some((_, refusal)) = MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return Err(*refusal);
    }
    match bytes {
        [0xff, 0xfe, rest @ ..] => return Ok((Format::Text, utf16(rest, u16::from_le_bytes).into())),
        [0xfe, 0xff, rest @ ..] => return Ok((Format::Text, utf16(rest, u16::from_be_bytes).into())),
        _ => {}
    }
    if bytes.contains(&0) {
        return Err(Refusal::Binary);
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok((Format::Text, text.into())),
        Err(_) => Err(Refusal::NotUtf8),
    }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_told_from_its_bytes() {
        assert_eq!(text_of("年报".as_bytes()), Ok((Format::Text, "年报".into())));
        assert_eq!(text_of(b"\xff\xfe\x74\x5e\xa5\x62"), Ok((Format::Text, "年报".into())));
        assert_eq!(text_of(b"\xfe\xff\x5e\x74\x62\xa5"), Ok((Format::Text, "年报".into())));
        assert_eq!(text_of(b"PK\x03\x04..."), Err(Refusal::Zip));
        assert_eq!(text_of(b"%PDF-1.7"), Err(Refusal::Pdf));
        assert_eq!(text_of(b"\xc4\xea\xb1\xa8"), Err(Refusal::NotUtf8));
        assert_eq!(text_of(b"a\0b"), Err(Refusal::Binary));
    }
}
