//! Word documents of the older kind, `.doc` and `.wps`: the text by its pieces, tables
//! by the marks that end their cells and rows, numbers that Word counts. Pictures,
//! headers, footnotes and comments are left aside.

mod body;
mod numbering;
mod properties;

use super::Intake;
use super::canonical;
use super::encoding::windows_1252;
use super::kind::Kind;
use super::ole::{Ole, u16_at, u32_at};
use super::refusal::Refusal;
use crate::text::TEXT_CAP;

use body::Body;
use numbering::Numbering;

/// The most pieces of a text.
const PIECES: usize = 1 << 16;

/// The oldest version that is read: Word 97.
const WORD_97: u16 = 0xc1;

/// A part of the text, as it stands in the file.
#[derive(Debug, Clone, Copy)]
struct Piece {
    /// How many characters it has.
    length: usize,
    /// Where it stands.
    start: usize,
    /// Whether a character is one byte.
    narrow: bool,
}

/// Reads a Word document of the older kind.
///
/// # Errors
/// When it is encrypted, damaged, older than Word 97, or grows over a cap.
pub fn read(bytes: &[u8]) -> Result<Intake, Refusal> {
    const DAMAGED: Refusal = Refusal::Damaged(Kind::Doc);
    let ole = Ole::open(bytes)?;
    let main = ole.stream("WordDocument").ok_or(DAMAGED)?;
    let version = u16_at(&main, 2).ok_or(DAMAGED)?;
    let flags = u16_at(&main, 10).ok_or(DAMAGED)?;
    if version < WORD_97 {
        return Err(Refusal::Unsupported(Kind::Doc));
    }
    if flags & 0x0100 != 0 {
        return Err(Refusal::Encrypted);
    }
    let table = ole.stream(if flags & 0x0200 != 0 { "1Table" } else { "0Table" }).ok_or(DAMAGED)?;
    let data = ole.stream("Data").unwrap_or_default();
    // A part of the table stream; where it is stands in the head.
    let part = |at: usize| -> &[u8] {
        let (start, length) = (u32_at(&main, at).unwrap_or(0) as usize, u32_at(&main, at + 4).unwrap_or(0));
        let end = start.saturating_add(length as usize).min(table.len());
        table.get(start..end).unwrap_or_default()
    };
    let pieces = pieces(part(0x1a2)).ok_or(DAMAGED)?;
    // The stories that follow the text: footnotes, headers, macros, comments, endnotes,
    // text boxes.
    let counts: Vec<usize> = (0..7).map(|at| u32_at(&main, 0x4c + 4 * at).unwrap_or(0) as usize).collect();
    let paragraphs = properties::paragraphs(&main, part(0x102), &data);
    let characters = properties::characters(&main, part(0xfa));
    let lists_at = u32_at(&main, 0x2e2).unwrap_or(0) as usize;
    let lists = table.get(lists_at..).filter(|_| !part(0x2e2).is_empty()).unwrap_or_default();
    let numbering = Numbering::read(part(0xa2), lists, part(0x2ea));

    let mut body = Body::new(&paragraphs, &characters, numbering);
    let boxes = counts[..6].iter().fold(0_usize, |sum, count| sum.saturating_add(*count));
    let mut at = 0_usize;
    let mut size = 0;
    let mut was_in_boxes = false;
    for piece in &pieces {
        let width = if piece.narrow { 1 } else { 2 };
        let Some(own) = main.get(piece.start..) else { continue };
        for (place, unit) in own.chunks_exact(width).take(piece.length).enumerate() {
            let number = at + place;
            let in_boxes = (boxes..boxes.saturating_add(counts[6])).contains(&number);
            if number >= counts[0] && !in_boxes {
                // Pieces go on in the stories; what is between is passed over.
                if number > boxes {
                    break;
                }
                continue;
            }
            if in_boxes && !std::mem::replace(&mut was_in_boxes, true) {
                body.begin_boxes();
            }
            let unit = if piece.narrow { windows_1252(unit[0]) as u16 } else { u16_at(unit, 0).unwrap_or(0) };
            body.unit(unit, (piece.start + place * width) as u32);
            size += 1;
            if size > TEXT_CAP {
                return Err(Refusal::TooLarge);
            }
        }
        at = at.saturating_add(piece.length);
    }
    canonical::write(Kind::Doc.key(), &body.finish())
}

/// The table of pieces, which changes to it stand before.
fn pieces(mut bytes: &[u8]) -> Option<Vec<Piece>> {
    while bytes.first() == Some(&1) {
        let length = usize::from(u16_at(bytes, 1)?);
        bytes = bytes.get(3 + length..)?;
    }
    if bytes.first() != Some(&2) {
        return None;
    }
    let length = u32_at(bytes, 1)? as usize;
    let table = bytes.get(5..)?;
    let table = &table[..length.min(table.len())];
    let count = table.len().checked_sub(4)? / 12;
    let mut pieces = Vec::new();
    for at in 0..count.min(PIECES) {
        let (from, to) = (u32_at(table, 4 * at)?, u32_at(table, 4 * at + 4)?);
        let place = u32_at(table, 4 * (count + 1) + 8 * at + 2)?;
        let narrow = place & 0x4000_0000 != 0;
        let start = (place & 0x3fff_ffff) as usize;
        pieces.push(Piece {
            length: to.checked_sub(from)? as usize,
            start: if narrow { start / 2 } else { start },
            narrow,
        });
    }
    Some(pieces)
}
