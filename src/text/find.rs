//! Finding words in a clause or a sentence, where making a search engine ready would
//! take longer than the search.

use memchr::memchr_iter;
#[cfg(not(target_arch = "wasm32"))]
use memchr::memmem;

/// From this many bytes on a search engine is worth it. In wasm it never is: there it
/// searches no faster than is done here, and is four kilobytes of the module.
#[cfg_attr(target_arch = "wasm32", allow(dead_code))]
const LONG: usize = 256;

/// Where `word`, which is not empty, stands in `text` for the first time.
#[cfg_attr(target_arch = "wasm32", inline(never))]
pub fn find(text: &str, word: &str) -> Option<usize> {
    let (text, word) = (text.as_bytes(), word.as_bytes());
    #[cfg(not(target_arch = "wasm32"))]
    if text.len() >= LONG {
        return memmem::find(text, word);
    }
    // The last byte of its first character, which of all bytes most tells it from others,
    // and that of its last, which is looked at before the whole word is compared.
    let rarest = word.len().min(3).checked_sub(1)?;
    let last = word.len() - 1;
    let ends = text.len().checked_sub(last - rarest)?;
    let stands_at = |at: &usize| text[at + last] == word[last] && text[*at..].starts_with(word);
    memchr_iter(word[rarest], &text[rarest.min(ends)..ends]).find(stands_at)
}

/// Every place of `word`, which is not empty, in `text`, none of them within another.
#[cfg(not(target_arch = "wasm32"))]
pub fn each<'t>(text: &'t str, word: &'t str) -> impl Iterator<Item = usize> + 't {
    memmem::find_iter(text.as_bytes(), word)
}

/// Every place of `word`, which is not empty, in `text`, none of them within another.
#[cfg(target_arch = "wasm32")]
pub fn each<'t>(text: &'t str, word: &'t str) -> impl Iterator<Item = usize> + 't {
    let mut from = 0;
    std::iter::from_fn(move || {
        let at = from + find(&text[from..], word)?;
        from = at + word.len();
        Some(at)
    })
}

/// Whether `word` stands in `text`. Not `str::contains`, whose search
/// engine is two kilobytes of the page's module.
pub fn holds(text: &str, word: &str) -> bool {
    word.is_empty() || find(text, word).is_some()
}

/// Whether `character` is one of those of `text`.
#[cfg_attr(target_arch = "wasm32", inline(never))]
pub fn has_char(text: &str, character: char) -> bool {
    text.chars().any(|one| one == character)
}

/// The character of `text` before which `before` others stand, and its place. Not `nth`, which
/// counts many characters at once.
#[cfg_attr(target_arch = "wasm32", inline(never))]
pub fn nth_char(text: &str, before: usize) -> Option<(usize, char)> {
    text.char_indices().zip(0..).find(|(_, index)| *index == before).map(|(found, _)| found)
}

/// Whether `text` begins with `word`; for lists of words, of which mostly none is there.
#[inline]
pub fn begins(text: &str, word: &str) -> bool {
    let (text, word) = (text.as_bytes(), word.as_bytes());
    // The last byte of its first character tells nearly all words apart.
    let rarest = word.len().min(3).saturating_sub(1);
    text.get(rarest) == word.get(rarest) && text.starts_with(word)
}

/// Whether `text` ends with `word`; for lists of words, of which mostly none is there.
#[inline]
pub fn ends(text: &str, word: &str) -> bool {
    let (text, word) = (text.as_bytes(), word.as_bytes());
    text.last() == word.last() && text.ends_with(word)
}

/// Which bytes stand in a short text, by their lower six bits: of most words of a list
/// that tells that they do not stand there.
#[derive(Clone, Copy)]
pub struct Bytes(u64);

impl Bytes {
    /// The bytes of `text`; all bytes where it is so long that most would be in it.
    pub fn of(text: &str) -> Self {
        if text.len() >= LONG {
            return Self(u64::MAX);
        }
        Self(text.bytes().fold(0, |bytes, byte| bytes | 1 << (byte & 63)))
    }

    /// Whether `word` may stand in the text; false only if it does not.
    pub fn may_hold(self, word: &str) -> bool {
        // From its end, because the first bytes of characters are much alike.
        word.bytes().rev().all(|byte| self.0 >> (byte & 63) & 1 != 0)
    }
}

/// Whether one of `words` stands in `text`.
pub fn holds_any(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| holds(text, word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_place_is_found_and_nothing_else() {
        let long = "丙".repeat(LONG / 3) + "乙甲乙b";
        for text in ["", "a", "甲", "ab乙甲乙", "甲乙丙甲乙", "乙乙甲甲乙a", &long] {
            for word in ["a", "b", "ab", "甲", "乙", "甲乙", "乙甲", "b乙", "甲乙丙丁", "乙a"] {
                assert_eq!(find(text, word), text.find(word), "{word} in {text}");
                assert!(each(text, word).eq(text.match_indices(word).map(|(at, _)| at)), "{word} in {text}");
                assert_eq!(holds(text, word), text.contains(word), "{word} in {text}");
                assert_eq!(begins(text, word), text.starts_with(word), "{word} before {text}");
            }
        }
        assert!(holds("甲", "") && holds("", "") && !holds("", "甲"));
        assert_eq!(nth_char("甲a乙", 2), Some((4, '乙')));
        assert_eq!(nth_char("甲a乙", 3), None);
        assert!(has_char("甲乙", '乙') && !has_char("甲乙", '丙') && !has_char("", '甲'));
        assert!(holds_any("甲乙", &["丙", "乙"]) && !holds_any("甲乙", &["丙"]) && !holds_any("甲", &[]));
    }
}
