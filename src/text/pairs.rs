//! Which pairs of neighbouring characters a text holds, white space aside, and whether
//! any characters that are not ordinary, so that what does not stand in it need not be
//! looked for: one pass over the text for all the words of all rules, however many. The
//! same pass notes where marks stand.

use super::marks::{Marks, Places};

/// How many bits tell a place for pairs: a report has some two thousand different pairs.
const BITS: u32 = 15;

/// How many places there are.
const PLACES: usize = 1 << BITS;

/// The pairs of one text. Two pairs can share a place, so a pair that is seen here need
/// not be there; one that is not seen is not.
#[derive(Debug, Clone)]
pub(crate) struct Pairs {
    /// A bit for each place.
    seen: Box<[u64; PLACES / 64]>,
    /// Whether all characters are ordinary ones.
    pub(crate) ordinary: bool,
    marks: Marks,
}

impl Pairs {
    /// Reads the text once.
    pub(crate) fn of(text: &str) -> Self {
        let mut seen = Box::new([0; PLACES / 64]);
        let mut marks = Marks::none(text.len());
        let mut ordinary = true;
        let see = |place: usize| {
            seen[place / 64] |= 1 << (place % 64);
            true
        };
        walk(text, see, |at, kind| match kind {
            Kind::Mark => marks.add(at),
            Kind::Odd => ordinary = false,
            Kind::Plain | Kind::Space => {}
        });
        Self { seen, ordinary, marks }
    }

    /// Adds those of `words`, which need not stand in the text.
    pub(crate) fn add(&mut self, words: &str) {
        let see = |place: usize| {
            self.seen[place / 64] |= 1 << (place % 64);
            true
        };
        walk(words, see, |_, _| {});
    }

    /// The places of the marks that rules look at one by one.
    pub(crate) fn marks(&self) -> Places<'_> {
        self.marks.places()
    }

    /// Whether `words` may stand in the text, white space between their characters or
    /// not; false only if they do not.
    pub(crate) fn may_hold(&self, words: &str) -> bool {
        // Mostly the first two characters tell, and they are ideographs. In wasm it would be code
        // for what is told below as well.
        if cfg!(not(target_arch = "wasm32"))
            && let Some([first @ 0xE4..=0xE9, a, b, second @ 0xE4..=0xE9, c, d]) =
                words.as_bytes().first_chunk()
        {
            let before = u32::from_le_bytes([*first, *a, *b, 0]);
            let behind = u32::from_le_bytes([*second, *c, *d, 0]);
            if !self.sees(place(u64::from(before) << 32 | u64::from(behind))) {
                return false;
            }
        }
        // Before the first character stands nothing, which makes no pair.
        let mut is_pair = false;
        walk(words, |place| self.sees(place) | !std::mem::replace(&mut is_pair, true), |_, _| {})
    }

    #[inline]
    fn sees(&self, place: usize) -> bool {
        self.seen[place / 64] >> (place % 64) & 1 != 0
    }
}

/// The place of a pair: two characters, the later one in the lower half.
#[inline]
fn place(pair: u64) -> usize {
    (pair.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (u64::BITS - BITS)) as usize
}

/// Gives the place of each character with the one before it that is no white space, and
/// for all characters but ideographs where they stand and what they are. Goes on as long as
/// `give` says so, and tells whether it came to the end.
fn walk(text: &str, mut give: impl FnMut(usize) -> bool, mut look: impl FnMut(usize, Kind)) -> bool {
    let mut pair: u64 = 0;
    let mut add = |character: u32| {
        pair = pair << 32 | u64::from(character);
        give(place(pair))
    };
    let mut rest = text.as_bytes();
    loop {
        // Most of a text is ideographs, of three bytes, told by the first: they need not be
        // decoded, and are read with the byte behind them.
        while let Some(four @ [0xE4..=0xE9, _, _, _]) = rest.first_chunk() {
            rest = &rest[3..];
            if !add(u32::from_le_bytes(*four) & 0xFF_FFFF) {
                return false;
            }
        }
        match rest {
            [first @ 0xE4..=0xE9, second, third] => {
                return add(u32::from_le_bytes([*first, *second, *third, 0]));
            }
            [first @ ..=0x7F, behind @ ..] => {
                let kind = ASCII[usize::from(*first)];
                if kind != Kind::Plain && kind != Kind::Space {
                    look(text.len() - rest.len(), kind);
                }
                rest = behind;
                let is_space = kind == Kind::Space || kind == Kind::Odd && char::from(*first).is_whitespace();
                if !is_space && !add(u32::from(*first)) {
                    return false;
                }
                continue;
            }
            _ => {}
        }
        let at = text.len() - rest.len();
        let Some(c) = text[at..].chars().next() else { return true };
        rest = &rest[c.len_utf8()..];
        let kind = Kind::of(c);
        look(at, kind);
        let is_space = kind == Kind::Space || kind == Kind::Odd && c.is_whitespace();
        if !is_space && !add(u32::from(c)) {
            return false;
        }
    }
}

/// What a character is to those who look for words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// It can stand in any text, and no rule looks at it for itself.
    Plain,
    /// A mark that some rule looks at, wherever it stands: marks of half and of full width,
    /// quotation marks, dashes, and what is written where something is to be filled in.
    Mark,
    /// Ordinary white space.
    Space,
    /// What not every text holds: control characters, invisible ones, those that stand for
    /// something lost, and some that are not told from them.
    Odd,
}

/// What the characters of ASCII are.
const ASCII: &[Kind; 128] = &{
    let mut kinds = [Kind::Odd; 128];
    let mut byte: u8 = 0;
    while byte < 128 {
        kinds[byte as usize] = Kind::of(byte as char);
        byte += 1;
    }
    kinds
};

impl Kind {
    const fn of(c: char) -> Self {
        match c {
            ' ' | '\n' | '\t' | '\u{c}' | '\u{a0}' | '\u{205f}' | '\u{3000}' => Self::Space,
            '"' | '(' | ',' | '-' | ':' | ';' | '?' | 'X' | '_' | 'x' => Self::Mark,
            '×' | '–' | '—' | '“' | '”' | '─' | '《' | '》' => Self::Mark,
            '（' | '－' | 'Ｘ' | '＿' => Self::Mark,
            '!'..='~' | '\u{a0}'..='\u{5ff}' | '\u{2010}'..='\u{2027}' => Self::Plain,
            '\u{2030}'..='\u{205f}' | '\u{2070}'..='\u{d7ff}' => Self::Plain,
            '\u{ff00}'..='\u{fffc}' | '\u{10000}'..='\u{effff}' => Self::Plain,
            _ => Self::Odd,
        }
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
    fn white_space_makes_no_pair() {
        let pairs = Pairs::of("甲\n\t乙\u{3000}\u{b}丙\u{2003}丁");
        assert!(pairs.may_hold("甲乙丙丁") && pairs.may_hold("甲 乙") && !pairs.may_hold("甲丙"));
        let told = |c: &char| !matches!(Kind::of(*c), Kind::Space | Kind::Odd);
        assert_eq!(('\0'..=char::MAX).filter(|c| c.is_whitespace()).find(told), None);
        assert!(('\0'..=char::MAX).all(|c| Kind::of(c) != Kind::Space || c.is_whitespace()));
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
