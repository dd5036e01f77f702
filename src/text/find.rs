//! Finding a word in a clause or a sentence, where making a search engine ready would
//! take longer than the search.

/// Where `word` stands in `text` for the first time. Nothing stands nowhere.
#[cfg_attr(target_arch = "wasm32", inline(never))]
pub fn find(text: &str, word: &str) -> Option<usize> {
    let (text, word) = (text.as_bytes(), word.as_bytes());
    // The last byte of its first character, which of all bytes most tells it from others.
    let rarest = word.len().min(3).checked_sub(1)?;
    let ends = text.len().checked_sub(word.len() - rarest - 1)?;
    let places = memchr::memchr_iter(word[rarest], &text[rarest.min(ends)..ends]);
    places.into_iter().find(|at| text[*at..].starts_with(word))
}

/// Whether `text` begins with `word`; for lists of words, of which mostly none is there.
#[inline]
pub fn begins(text: &str, word: &str) -> bool {
    let (text, word) = (text.as_bytes(), word.as_bytes());
    // The last byte of its first character tells nearly all words apart.
    let rarest = word.len().min(3).saturating_sub(1);
    text.get(rarest) == word.get(rarest) && text.starts_with(word)
}

/// Whether one of `words` stands in `text`.
pub fn holds_any(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| find(text, word).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_place_is_found_and_nothing_else() {
        for text in ["", "a", "甲", "ab乙甲乙", "甲乙丙甲乙", "乙乙甲甲乙a"] {
            for word in ["a", "b", "ab", "甲", "乙", "甲乙", "乙甲", "b乙", "甲乙丙丁", "乙a"] {
                assert_eq!(find(text, word), text.find(word), "{word} in {text}");
                assert_eq!(begins(text, word), text.starts_with(word), "{word} before {text}");
            }
        }
        assert_eq!(find("甲", ""), None);
        assert!(holds_any("甲乙", &["丙", "乙"]) && !holds_any("甲乙", &["丙"]) && !holds_any("甲", &[]));
    }
}
