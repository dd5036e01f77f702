//! Pages, parts of pages and what the clipboard holds of them.
//!
//! `token` cuts the markup, `tree` puts it together, `region` finds the report
//! among what stands around it, `flow` makes paragraphs and tables of it.

mod element;
mod entity;
mod flow;
mod region;
mod token;
mod tree;

use super::Intake;
use super::canonical::{self, Block};
use super::encoding::{self, Decoder, Encoding};
use super::kind::{self, Kind};
use super::refusal::Refusal;
use tree::Tree;

/// Reads a page: the report in it, without navigation and scripts.
///
/// # Errors
/// When it is in no encoding that is read, or grows over the cap.
pub fn page(bytes: &[u8], format: Kind, decoder: &dyn Decoder) -> Result<Intake, Refusal> {
    let decoded = decode(bytes, decoder)?;
    let tree = Tree::read(without_clipboard_head(&decoded.text));
    if tree.is_cut {
        return Err(Refusal::TooLarge);
    }
    let mut intake = canonical::write(format.key(), &region::blocks(&tree))?;
    intake.say_encoding(decoded.encoding, decoded.broken);
    Ok(intake)
}

/// Whether a page holds the headings and tables of a report.
pub fn holds_report(bytes: &[u8], decoder: &dyn Decoder) -> bool {
    decode(bytes, decoder).is_ok_and(|decoded| region::holds_report(&Tree::read(&decoded.text)))
}

/// Reads the clipboard's HTML: all of it, for it is what was selected. `None` where it
/// holds no table: then the plain text beside it has nothing less.
pub fn clipboard(markup: &str) -> Option<Intake> {
    let tree = Tree::read(without_clipboard_head(markup));
    let blocks = flow::blocks(&tree, &[0]);
    let has_table = |block: &Block| matches!(block, Block::Table(_));
    if tree.is_cut || !blocks.iter().any(has_table) {
        return None;
    }
    canonical::write(Kind::Html.key(), &blocks).ok()
}

/// The markup without the lines that Windows puts before it.
fn without_clipboard_head(markup: &str) -> &str {
    if !markup.starts_with("Version:") {
        return markup;
    }
    markup.find('<').map_or("", |at| &markup[at..])
}

/// Encodings that pages name and that the bytes alone cannot be told from GB18030.
const OTHER: [&[u8]; 4] = [b"big5", b"shift_jis", b"euc-", b"koi8"];

/// The page's characters. The bytes tell more than the markup, which editors and
/// servers often leave wrong: what is whole UTF-8 is UTF-8 whatever it says.
fn decode(bytes: &[u8], decoder: &dyn Decoder) -> Result<encoding::Decoded, Refusal> {
    let decoded = encoding::decode(bytes, decoder)?;
    if decoded.encoding == Encoding::Gb18030 {
        let head: Vec<u8> = bytes.iter().take(4096).map(u8::to_ascii_lowercase).collect();
        let named = kind::find(&head, b"charset=").map(|at| &head[at + 8..]);
        let is = |name: &&&[u8]| {
            named.is_some_and(|words| kind::find(&words[..words.len().min(16)], name).is_some())
        };
        if OTHER.iter().any(|name| is(&name)) {
            return Err(Refusal::Encoding);
        }
    }
    Ok(decoded)
}
