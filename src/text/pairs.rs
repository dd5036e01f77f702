//! Which pairs of neighbouring characters a text holds, and whether any that are not
//! ordinary, so that what does not stand in it need not be looked for: one pass over
//! the text for all the words of all rules, however many.

/// How many places there are for pairs: a report has some two thousand different ones.
const PLACES: usize = 1 << 15;

/// The pairs of one text. Two pairs can share a place, so a pair that is seen here need
/// not be there; one that is not seen is not.
#[derive(Debug, Clone)]
pub(crate) struct Pairs {
    /// A bit for each place.
    seen: Box<[u64; PLACES / 64]>,
    /// Whether all characters are ordinary ones.
    pub(crate) ordinary: bool,
}

impl Pairs {
    /// Reads the text once.
    pub(crate) fn of(text: &str) -> Self {
        let mut seen = Box::new([0; PLACES / 64]);
        let ordinary = walk(text, |place| seen[place / 64] |= 1 << (place % 64));
        Self { seen, ordinary }
    }

    /// Adds those of `words`.
    pub(crate) fn add(&mut self, words: &str) {
        walk(words, |place| self.seen[place / 64] |= 1 << (place % 64));
    }

    /// Whether `words` may stand in the text; false only if they do not.
    pub(crate) fn may_hold(&self, words: &str) -> bool {
        let mut all = true;
        walk(words, |place| all &= self.seen[place / 64] >> (place % 64) & 1 != 0);
        all
    }
}

/// Gives the place of each pair of neighbouring characters, and tells whether all
/// characters are ordinary.
fn walk(text: &str, mut give: impl FnMut(usize)) -> bool {
    let bytes = text.as_bytes();
    let mut ordinary = true;
    let mut before: Option<u32> = None;
    let mut at = 0;
    while let Some(first) = bytes.get(at) {
        // Chinese characters and their marks, the digits and spaces of tables: what a
        // report is made of is told by its first byte.
        let c = match (*first, bytes.get(at + 1), bytes.get(at + 2)) {
            (b' '..=b'~' | b'\n' | b'\t', ..) => {
                at += 1;
                u32::from(*first)
            }
            (0xE3..=0xEC, Some(second), Some(third)) => {
                at += 3;
                u32::from(*first) << 16 | u32::from(*second) << 8 | u32::from(*third)
            }
            _ => {
                let Some(c) = text[at..].chars().next() else { break };
                at += c.len_utf8();
                ordinary &= is_ordinary(c);
                u32::from(c)
            }
        };
        let mixed = c.wrapping_mul(0x9e37_79b1);
        if let Some(before) = before {
            give((before.rotate_left(15) ^ mixed) as usize >> 10 & (PLACES - 1));
        }
        before = Some(mixed);
    }
    ordinary
}

/// Whether `c` can stand in any text: none of the control characters, of the invisible
/// ones, and of those that stand for something lost.
fn is_ordinary(c: char) -> bool {
    matches!(c,
        ' '..='~' | '\n' | '\t' | '\u{c}' | '\u{a0}'..='\u{5ff}' | '\u{2010}'..='\u{2027}'
        | '\u{2030}'..='\u{205f}' | '\u{2070}'..='\u{d7ff}' | '\u{ff00}'..='\u{fffc}'
        | '\u{10000}'..='\u{effff}')
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
