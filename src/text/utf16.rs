//! Byte offsets to UTF-16 offsets, for the edge.

use super::Span;

/// Bytes between two remembered places. The map costs a sixty-fourth of the text.
const STEP: usize = 256;

/// Turns byte offsets of one text into UTF-16 offsets, each in constant time.
#[derive(Debug)]
pub struct Utf16Map<'t> {
    text: &'t str,
    /// The UTF-16 offset of the first character that starts at or after `i * STEP`.
    marks: Vec<u32>,
    length: u32,
}

/// UTF-16 code units of the characters that start in `bytes`.
fn units(bytes: &[u8]) -> u32 {
    // Every byte that is no continuation starts a character; a lead byte of a
    // four-byte character stands for a surrogate pair.
    bytes.iter().map(|b| u32::from(b & 0xC0 != 0x80) + u32::from(*b >= 0xF0)).sum()
}

impl<'t> Utf16Map<'t> {
    /// Reads the text once.
    pub fn new(text: &'t str) -> Self {
        let mut marks = Vec::with_capacity(text.len() / STEP + 1);
        let mut length = 0;
        for chunk in text.as_bytes().chunks(STEP) {
            marks.push(length);
            length += units(chunk);
        }
        Self { text, marks, length }
    }

    /// The length of the whole text in UTF-16 code units.
    pub fn length(&self) -> u32 {
        self.length
    }

    /// The UTF-16 offset of the character at the byte `offset`.
    pub fn offset(&self, offset: u32) -> u32 {
        let offset = offset as usize;
        let chunk = offset / STEP;
        match self.marks.get(chunk) {
            Some(mark) => mark + units(&self.text.as_bytes()[chunk * STEP..offset]),
            None => self.length,
        }
    }

    /// Both ends of a span.
    pub fn span(&self, span: Span) -> [u32; 2] {
        [self.offset(span.start), self.offset(span.end)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_character_has_the_offset_that_a_text_area_gives_it() {
        let text = "甲a\u{1F600}乙".repeat(200);
        let map = Utf16Map::new(&text);
        for (byte, _) in text.char_indices() {
            let units = text[..byte].encode_utf16().count() as u32;
            assert_eq!(map.offset(byte as u32), units, "byte {byte}");
        }
        assert_eq!(map.length(), text.encode_utf16().count() as u32);
        assert_eq!(map.offset(text.len() as u32), map.length());
    }
}
