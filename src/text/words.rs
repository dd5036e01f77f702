//! Lists of words, packed.

use super::find::{begins, find};

/// A list of words, made with `words!`. An array would cost eight bytes more a word in
/// the page's module, for its place and its length; a list is one string, with a line
/// end behind each word.
#[derive(Debug, Clone, Copy)]
pub struct WordList(&'static str);

/// A list of words.
macro_rules! words {
    ($($word:literal),* $(,)?) => {
        $crate::text::WordList::of_lines(concat!($($word, "\n"),*))
    };
}

pub(crate) use words;

impl WordList {
    /// The lines of `words`, each of which has its line end.
    pub const fn of_lines(words: &'static str) -> Self {
        Self(words)
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
        self.iter().any(|word| find(text, word).is_some())
    }

    /// Whether `text` begins with one of them.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub fn begin(self, text: &str) -> bool {
        self.iter().any(|word| begins(text, word))
    }

    /// Whether `text` ends with one of them.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub fn end(self, text: &str) -> bool {
        self.iter().any(|word| text.ends_with(word))
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
        let end = self.0.bytes().position(|byte| byte == b'\n')?;
        let word = &self.0[..end];
        self.0 = &self.0[end + 1..];
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
