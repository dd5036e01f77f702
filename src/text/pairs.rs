//! Which pairs of neighbouring characters a text holds, so that words that do not
//! stand in it need not be looked for: one pass over the text for all the words of
//! all rules, however many.

/// As many bits, as words of 64: a report has a few thousand different pairs.
const WORDS: usize = 1024;

/// The pairs of one text. Two pairs can share a bit, so a pair that is seen here need
/// not be there; one that is not seen is not.
#[derive(Debug, Clone)]
pub(super) struct Pairs(Box<[u64; WORDS]>);

impl Pairs {
    /// Reads the text once.
    pub(super) fn of(text: &str) -> Self {
        let mut bits = Box::new([0; WORDS]);
        for_each(text, |word, bit| bits[word] |= bit);
        Self(bits)
    }

    /// Whether `words` may stand in the text; false only if they do not.
    pub(super) fn may_hold(&self, words: &str) -> bool {
        let mut all = true;
        for_each(words, |word, bit| all &= self.0[word] & bit != 0);
        all
    }
}

/// Gives the place of each pair's bit: which word it is in, and the bit.
fn for_each(text: &str, mut give: impl FnMut(usize, u64)) {
    let mut chars = text.chars();
    let Some(mut before) = chars.next() else { return };
    for c in chars {
        let mixed = (before as u32).wrapping_mul(0x9e37_79b1) ^ (c as u32).wrapping_mul(0x85eb_ca6b);
        let place = mixed >> 16;
        give((place >> 6) as usize, 1 << (place & 63));
        before = c;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_in_a_text_is_never_denied() {
        let text = "当前位置：首页 > 2023年 PAGEREF _Toc1";
        let pairs = Pairs::of(text);
        let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        for (index, from) in ends.iter().enumerate() {
            assert!(ends[index..].iter().all(|to| pairs.may_hold(&text[*from..*to])), "{}", &text[*from..]);
        }
        assert!(!pairs.may_hold("错误！"));
        assert!(!Pairs::of("").may_hold("错误！"));
    }
}
