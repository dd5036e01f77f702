//! What the codes of a font stand for: the tables to characters (`ToUnicode`) and to
//! glyphs that a file brings with it.

use super::lexer::Lexer;
use super::object::Object;
use crate::intake::encoding::utf16_be;
use crate::order;

/// The most entries of one table.
const ENTRIES: usize = 1 << 17;

/// A table from codes.
#[derive(Debug, Default)]
pub struct Cmap {
    /// How long codes are: the length in bytes, the first code, the last.
    lengths: Vec<(usize, u32, u32)>,
    entries: Vec<Entry>,
}

/// Codes in a row.
#[derive(Debug)]
struct Entry {
    first: u32,
    last: u32,
    to: To,
}

/// What the first of them stands for; the others follow.
#[derive(Debug)]
enum To {
    Words(String),
    Glyph(u32),
}

impl Cmap {
    /// Reads a table.
    pub fn read(bytes: &[u8]) -> Self {
        let mut this = Self::default();
        let mut lexer = Lexer::new(bytes);
        // What stands before the operator that says what it is.
        let mut items: Vec<Object> = Vec::new();
        while let Some(object) = lexer.next() {
            let Object::Operator(word) = object else {
                items.push(object);
                continue;
            };
            match word.as_slice() {
                b"endcodespacerange" => this.lengths(&items),
                b"endbfchar" => this.pairs(&items, 2),
                b"endbfrange" => this.pairs(&items, 3),
                b"endcidchar" => this.pairs(&items, 2),
                b"endcidrange" => this.pairs(&items, 3),
                _ => {}
            }
            items.clear();
            if this.entries.len() > ENTRIES {
                break;
            }
        }
        // The later of two entries holds: it is found first.
        this.entries.reverse();
        order::by_key(&mut this.entries, |entry| u128::from(entry.first));
        this
    }

    fn lengths(&mut self, items: &[Object]) {
        for pair in items.chunks_exact(2).take(64) {
            if let (Object::Bytes(first), Some(low), Some(high)) = (&pair[0], code(&pair[0]), code(&pair[1]))
            {
                self.lengths.push((first.len().clamp(1, 4), low, high));
            }
        }
    }

    /// Entries of `size` items: a code, or a first and a last one, and what it is.
    fn pairs(&mut self, items: &[Object], size: usize) {
        for entry in items.chunks_exact(size) {
            let (Some(first), Some(last)) = (code(&entry[0]), code(&entry[size - 2])) else { continue };
            if self.entries.len() > ENTRIES {
                return;
            }
            match &entry[size - 1] {
                Object::Bytes(bytes) => self.add(first, last, To::Words(utf16_be(bytes))),
                Object::Number(glyph) => self.add(first, last, To::Glyph(*glyph as u32)),
                Object::Array(each) => {
                    for (code, object) in (first..=last).zip(each) {
                        if let Object::Bytes(bytes) = object {
                            self.add(code, code, To::Words(utf16_be(bytes)));
                        }
                    }
                }
                _ => {}
            }
        }
    }

    fn add(&mut self, first: u32, last: u32, to: To) {
        if first <= last {
            self.entries.push(Entry { first, last, to });
        }
    }

    /// How many bytes the code at the beginning of `bytes` takes; `None` where the table
    /// does not say.
    pub fn length(&self, bytes: &[u8]) -> Option<usize> {
        (1..=bytes.len().min(4)).find(|length| {
            let code = bytes[..*length].iter().fold(0, |code, byte| code << 8 | u32::from(*byte));
            self.lengths.iter().any(|(own, low, high)| own == length && (*low..=*high).contains(&code))
        })
    }

    fn entry(&self, code: u32) -> Option<&Entry> {
        let after = self.entries.partition_point(|entry| entry.first <= code);
        // Ranges may overlap, which no program writes on purpose.
        self.entries[..after].iter().rev().take(4).find(|entry| code <= entry.last)
    }

    /// Appends what `code` stands for; `false` where the table does not say.
    pub fn words(&self, code: u32, out: &mut String) -> bool {
        let Some(Entry { first, to: To::Words(words), .. }) = self.entry(code) else { return false };
        let further = code - first;
        let mut chars = words.chars();
        match chars.next_back() {
            // Codes in a row stand for characters in a row: the last one of the words.
            Some(last) => match char::from_u32((last as u32).saturating_add(further)) {
                Some(last) => {
                    out.push_str(chars.as_str());
                    out.push(last);
                    true
                }
                None => false,
            },
            None => true,
        }
    }

    /// The glyph for `code`.
    pub fn glyph(&self, code: u32) -> Option<u32> {
        match self.entry(code)? {
            Entry { first, to: To::Glyph(glyph), .. } => Some(glyph.saturating_add(code - first)),
            _ => None,
        }
    }
}

fn code(object: &Object) -> Option<u32> {
    match object {
        Object::Bytes(bytes) if (1..=4).contains(&bytes.len()) => {
            Some(bytes.iter().fold(0, |code, byte| code << 8 | u32::from(*byte)))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_stand_for_words() {
        let table = "/CMapName /x def 2 begincodespacerange <00> <7f> <8000> <ffff> endcodespacerange
            2 beginbfchar <0003> <0020> <8001> <4e004e8c> endbfchar
            2 beginbfrange <0010><0012><0041> <9000><9001>[<5e74><62a5>] endbfrange
            1 begincidrange <a000> <a0ff> 100 endcidrange";
        let table = Cmap::read(table.as_bytes());
        let words = |code| {
            let mut out = String::new();
            table.words(code, &mut out).then_some(out)
        };
        assert_eq!(words(3), Some(" ".into()));
        assert_eq!(words(0x8001), Some("一二".into()));
        assert_eq!(words(0x12), Some("C".into()));
        assert_eq!(words(0x13), None);
        assert_eq!(words(0x9001), Some("报".into()));
        assert_eq!(table.glyph(0xa003), Some(103));
        assert_eq!(table.length(b"\x41\x41"), Some(1));
        assert_eq!(table.length(b"\x90\x00"), Some(2));
        assert_eq!(table.length(b"\x90"), None);
    }
}
