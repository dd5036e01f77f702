//! Which pairs of neighbouring characters a text holds, and whether any that are not
//! ordinary, so that what does not stand in it need not be looked for: one pass over
//! the text for all the words of all rules, however many.

/// As many bits, as words of 64: a report has a few thousand different pairs.
const WORDS: usize = 1024;

/// The pairs of one text. Two pairs can share a bit, so a pair that is seen here need
/// not be there; one that is not seen is not.
#[derive(Debug, Clone)]
pub(super) struct Pairs {
    bits: Box<[u64; WORDS]>,
    /// Whether all characters are ordinary ones.
    pub(super) ordinary: bool,
}

impl Pairs {
    /// Reads the text once.
    pub(super) fn of(text: &str) -> Self {
        let mut bits = Box::new([0; WORDS]);
        let mut ordinary = text.chars().next().is_none_or(is_ordinary);
        for_each(text, |c, word, bit| {
            ordinary &= is_ordinary(c);
            bits[word] |= bit;
        });
        Self { bits, ordinary }
    }

    /// Whether `words` may stand in the text; false only if they do not.
    pub(super) fn may_hold(&self, words: &str) -> bool {
        let mut all = true;
        for_each(words, |_, word, bit| all &= self.bits[word] & bit != 0);
        all
    }
}

/// Whether `c` can stand in any text: none of the control characters, of the invisible
/// ones, and of those that stand for something lost. The most frequent come first.
fn is_ordinary(c: char) -> bool {
    matches!(c,
        '\u{2070}'..='\u{d7ff}' | ' '..='~' | '\n' | '\t' | '\u{c}' | '\u{ff00}'..='\u{fffc}'
        | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205f}' | '\u{a0}'..='\u{5ff}'
        | '\u{10000}'..='\u{effff}')
}

/// Gives each pair's second character and the place of its bit: which word it is in,
/// and the bit.
fn for_each(text: &str, mut give: impl FnMut(char, usize, u64)) {
    let mut chars = text.chars();
    let Some(mut before) = chars.next() else { return };
    for c in chars {
        let mixed = (before as u32).wrapping_mul(0x9e37_79b1) ^ (c as u32).wrapping_mul(0x85eb_ca6b);
        let place = mixed >> 16;
        give(c, (place >> 6) as usize, 1 << (place & 63));
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

    #[test]
    fn a_character_that_is_not_ordinary_is_seen_wherever_it_stands() {
        assert!(Pairs::of("“甲”——乙１\t\n\u{c}（\u{a0}）😀").ordinary);
        for odd in [
            '\u{1}',
            '\u{7f}',
            '\u{85}',
            '\u{61c}',
            '\u{200b}',
            '\u{202e}',
            '\u{2066}',
            '\u{e000}',
            '\u{feff}',
            '\u{fffd}',
            '\u{f0000}',
        ] {
            assert!(
                !Pairs::of(&format!("{odd}甲")).ordinary && !Pairs::of(&format!("甲{odd}")).ordinary,
                "{odd:?}"
            );
        }
    }
}
