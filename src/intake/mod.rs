//! Outside formats to the one text that is checked, shown and pointed at. What a file
//! is, is told by its bytes, never by its name.
//!
//! - [`kind`]: what the bytes are;
//! - [`encoding`]: bytes of text to characters;
//! - one module a format, each to [`canonical`] blocks: paragraphs and tables;
//! - [`canonical`]: blocks to the text: a table's row is a line of cells with tabs
//!   between them, a merged cell's words stand in its first place;
//! - [`remark`]: what a conversion left aside or guessed; [`refusal`]: why there is
//!   no text.
//!
//! Nothing here knows the parser or the rules, so that the readers can be a module of
//! their own which the page loads on first use.

pub mod archive;
pub mod canonical;
mod columns;
pub mod counting;
mod delimited;
pub mod docx;
pub mod encoding;
pub mod html;
pub mod kind;
pub mod mht;
pub mod refusal;
pub mod remark;
pub mod taken;
pub mod xml;
pub mod zip;

use crate::text::Span;

use encoding::{Decoder, Encoding};
use kind::Kind;

pub use refusal::Refusal;
pub use remark::{Note, Remark, Words};

/// A file that became text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Intake {
    /// What the file is: [`Kind::key`].
    pub format: &'static str,
    /// The text; its line ends are LF.
    pub text: String,
    /// What was left aside or guessed, with places in `text`, in their order.
    pub notes: Vec<Note>,
}

/// Reads a file's bytes, whatever it is. `decoder` reads the encodings whose tables are
/// too large for the page's module.
///
/// # Errors
/// When the file is of a kind that is not read, encrypted, damaged, no text at all, or
/// grows over the cap.
pub fn read(bytes: &[u8], decoder: &dyn Decoder) -> Result<Intake, Refusal> {
    match kind::of(bytes) {
        Kind::Text => plain(bytes, decoder),
        Kind::Html => html::page(bytes, Kind::Html, decoder),
        Kind::Mht => mht::read(bytes, decoder),
        Kind::Docx => docx::read(bytes, decoder),
        Kind::Zip => only_file(bytes, decoder),
        // What Office encrypts stands in the older container, under this name.
        Kind::Ole if holds_utf16(bytes, "EncryptedPackage") => Err(Refusal::Encrypted),
        other => Err(other.refusal()),
    }
}

/// The one file of an archive. One within another is not opened.
fn only_file(bytes: &[u8], decoder: &dyn Decoder) -> Result<Intake, Refusal> {
    let files = archive::files(bytes, decoder)?;
    let [file] = <[archive::File; 1]>::try_from(files).map_err(|_| Refusal::SeveralFiles)?;
    let bytes = file.bytes?;
    match kind::of(&bytes) {
        Kind::Zip => Err(Refusal::Unsupported(Kind::Zip)),
        _ => read(&bytes, decoder),
    }
}

fn holds_utf16(bytes: &[u8], words: &str) -> bool {
    let words: Vec<u8> = words.encode_utf16().flat_map(u16::to_le_bytes).collect();
    kind::find(bytes, &words).is_some()
}

/// Plain text: decoded, its line ends made LF, nothing else touched. A sheet becomes
/// rows.
fn plain(bytes: &[u8], decoder: &dyn Decoder) -> Result<Intake, Refusal> {
    let decoded = encoding::decode(bytes, decoder)?;
    let text = encoding::unix_lines(decoded.text);
    let mut intake = match delimited::read(&text) {
        Some(sheet) => sheet?,
        None => Intake { format: Kind::Text.key(), text, notes: Vec::new() },
    };
    intake.say_encoding(decoded.encoding, decoded.broken);
    Ok(intake)
}

impl Intake {
    /// Notes an encoding other than UTF-8, and bytes that are no characters.
    fn say_encoding(&mut self, encoding: Encoding, broken: usize) {
        if broken > 0 {
            let first = self.text.find(char::REPLACEMENT_CHARACTER);
            let span = first.map(|at| Span::new(at, at + char::REPLACEMENT_CHARACTER.len_utf8()));
            self.notes.insert(0, Note::new(Remark::BrokenBytes, broken, span));
        }
        if encoding != Encoding::Utf8 {
            self.notes.insert(0, Note::new(Remark::Encoding(encoding), 1, None));
        }
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::encoding::Native;
    use super::*;

    fn text(bytes: &[u8]) -> Result<String, Refusal> {
        read(bytes, &Native).map(|intake| intake.text)
    }

    #[test]
    fn text_is_told_from_its_bytes() {
        assert_eq!(text("年报".as_bytes()), Ok("年报".into()));
        assert_eq!(text(b"\xef\xbb\xbf\xe5\xb9\xb4\r\n"), Ok("年\n".into()));
        assert_eq!(text(b"\xff\xfe\x74\x5e\xa5\x62"), Ok("年报".into()));
        assert_eq!(text(b"\xfe\xff\x5e\x74\x62\xa5"), Ok("年报".into()));
        assert_eq!(text(b"\xc4\xea\xb1\xa8"), Ok("年报".into()));
        assert_eq!(text(b"%PDF-1.7"), Err(Refusal::Unsupported(Kind::Pdf)));
        assert_eq!(text(b"a\0b"), Err(Refusal::Binary));
    }

    #[test]
    fn another_encoding_is_said() {
        let intake = read(b"\xc4\xea\xb1\xa8", &Native).expect("a text");
        assert_eq!(intake.notes, [Note::new(Remark::Encoding(Encoding::Gb18030), 1, None)]);
        assert_eq!(read("年报".as_bytes(), &Native).expect("a text").notes, []);
    }
}
