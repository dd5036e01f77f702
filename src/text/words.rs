//! Lists of words, packed.

use super::find::{Bytes, begins, ends, find};

/// A list of words, made with `words!`. An array would cost eight bytes more a word in
/// the page's module, for its place and its length; a list is one string, with the
/// length of each word as a character before it.
#[derive(Debug, Clone, Copy)]
pub struct WordList(&'static str);

/// A list of words.
macro_rules! words {
    ($($word:literal),* $(,)?) => {{
        const LINES: &str = concat!($($word, "\n"),*);
        const PACKED: [u8; LINES.len()] = $crate::text::WordList::pack(LINES);
        const LIST: $crate::text::WordList = $crate::text::WordList::of(&PACKED);
        LIST
    }};
}

pub(crate) use words;

impl WordList {
    /// The lines of `words`, each with its length before it and no line end behind it.
    pub const fn pack<const LENGTH: usize>(words: &str) -> [u8; LENGTH] {
        let words = words.as_bytes();
        let mut packed = [0; LENGTH];
        let (mut at, mut start) = (0, 0);
        while at < LENGTH {
            if words[at] == b'\n' {
                // Within ASCII, so that the list is a string.
                assert!(at - start < 0x80);
                packed[start] = (at - start) as u8;
                start = at + 1;
            } else {
                packed[at + 1] = words[at];
            }
            at += 1;
        }
        packed
    }

    /// The words that were packed.
    pub const fn of(packed: &'static [u8]) -> Self {
        match std::str::from_utf8(packed) {
            Ok(words) => Self(words),
            Err(_) => panic!("words are text"),
        }
    }

    /// The words in their order.
    pub fn iter(self) -> Iter {
        Iter(self.0)
    }

    /// Whether `word` is one of them.
    pub fn contains(self, word: &str) -> bool {
        self.iter().any(|other| other == word)
    }

    /// Whether one of them stands in `text`.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub fn stand_in(self, text: &str) -> bool {
        let bytes = Bytes::of(text);
        self.iter().any(|word| bytes.may_hold(word) && find(text, word).is_some())
    }

    /// Whether `text` begins with one of them.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub fn begin(self, text: &str) -> bool {
        self.iter().any(|word| begins(text, word))
    }

    /// Whether `text` ends with one of them.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub fn end(self, text: &str) -> bool {
        self.iter().any(|word| ends(text, word))
    }
}

impl IntoIterator for WordList {
    type Item = &'static str;
    type IntoIter = Iter;

    fn into_iter(self) -> Iter {
        self.iter()
    }
}

/// The words of a list in their order.
#[derive(Debug, Clone)]
pub struct Iter(&'static str);

impl Iterator for Iter {
    type Item = &'static str;

    #[cfg_attr(target_arch = "wasm32", inline(never))]
    fn next(&mut self) -> Option<&'static str> {
        let length = usize::from(*self.0.as_bytes().first()?);
        let (word, rest) = self.0[1..].split_at(length);
        self.0 = rest;
        Some(word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_gives_its_words_and_finds_them() {
        const LIST: WordList = words!["收费", "费", "a b"];
        assert_eq!(LIST.iter().collect::<Vec<_>>(), ["收费", "费", "a b"]);
        assert!(LIST.contains("费") && !LIST.contains("收") && !LIST.contains(""));
        assert!(LIST.stand_in("经费多") && !LIST.stand_in("收支") && !LIST.stand_in(""));
        assert!(LIST.begin("a b c") && !LIST.begin("不收费") && LIST.end("不收费") && !LIST.end("费用"));
    }
}
