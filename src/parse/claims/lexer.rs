//! The words of a sentence, as far as claims are told by them.

use std::sync::LazyLock;

use super::words::{WORDS, Word};
use crate::order;
use crate::parse::prose::{MOST, Mark, Part, Prose};

/// A word, a number or a mark.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Token {
    pub kind: Kind,
    pub part: Part,
    /// How many brackets are open around it.
    pub depth: u16,
}

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Kind {
    /// A word of the table.
    Word(Word),
    /// A number, by its place in the prose.
    Number(u32),
    /// A mark between clauses.
    Mark(Mark),
}

impl Token {
    /// The word of the table that it is.
    pub fn word(&self) -> Option<Word> {
        match self.kind {
            Kind::Word(word) => Some(word),
            _ => None,
        }
    }
}

/// Places for the first two characters of words.
const PLACES: usize = 1 << 12;

/// The place of words that begin with `first` and `second`: with both of them hardly a
/// place in a text has a word to be compared. A word of one character has no second.
fn place(first: char, second: Option<char>) -> usize {
    ((first as usize * 61) ^ second.map_or(0, |second| second as usize)) % PLACES
}

/// Every word, and where those of each place begin.
struct Entries {
    /// By the place of their first characters, the longest first.
    words: Vec<(&'static str, Word)>,
    begin: [u16; PLACES + 1],
    /// A bit for the last twelve bits of each character with which a word begins.
    firsts: [u64; 64],
}

static ENTRIES: LazyLock<Entries> = LazyLock::new(|| {
    let mut words: Vec<(&'static str, Word)> = Vec::new();
    for (means, all) in WORDS {
        words.extend(all.split_whitespace().map(|words| (words, *means)));
    }
    let of = |words: &str| {
        let mut characters = words.chars();
        characters.next().map_or(0, |first| place(first, characters.next()))
    };
    order::by_key(&mut words, |(words, _)| ((of(words) as u128) << 32) + (1000 - words.len() as u128));
    let mut begin = [0; PLACES + 1];
    let mut firsts = [0; 64];
    for (words, _) in &words {
        begin[of(words) + 1] += 1;
        let first = words.chars().next().map_or(0, u32::from);
        firsts[(first >> 6 & 63) as usize] |= 1 << (first & 63);
    }
    for at in 0..PLACES {
        begin[at + 1] += begin[at];
    }
    Entries { words, begin, firsts }
});

impl Entries {
    /// Whether a word may begin with the ideograph whose last two bytes are these; with most
    /// none does.
    #[inline]
    fn may_begin(&self, second: u8, third: u8) -> bool {
        self.firsts[usize::from(second & 63)] >> (third & 63) & 1 != 0
    }

    /// The longest word that `text` begins with, of those at a place.
    #[inline]
    fn at(&self, place: usize, text: &str) -> Option<&(&'static str, Word)> {
        let (from, to) = (self.begin[place], self.begin[place + 1]);
        // Mostly there is none.
        if from == to {
            return None;
        }
        let last_fits = |words: &str| text.as_bytes().get(words.len() - 1) == words.as_bytes().last();
        // Those that begin alike are told apart by their ends.
        let mut words = self.words[from.into()..to.into()].iter();
        words.find(|(words, _)| last_fits(words) && text.starts_with(words))
    }
}

/// The words and numbers of the clause at `index`, and the mark behind it, until there
/// are more than a sentence has.
pub fn tokens(prose: &Prose, index: usize, out: &mut Vec<Token>) {
    let clause = &prose.clauses[index];
    let entries = &*ENTRIES;
    let (mut at, end) = (clause.part.start as usize, clause.part.end as usize);
    let text = &prose.text()[..end];
    let numbers = prose.quantities_of(clause);
    let mut number = 0;
    let start_of = |number: usize| numbers.get(number).map_or(usize::MAX, |it| it.part.start as usize);
    let mut next_number = start_of(0);
    let mut in_title = false;
    let depth = clause.depth;
    while at < end {
        if next_number <= at {
            let part = numbers[number].part;
            out.push(Token { kind: Kind::Number(clause.quantities.0 + number as u32), part, depth });
            number += 1;
            next_number = start_of(number);
            // A word may have taken the number with it.
            let width = text[at..].chars().next().map_or(1, char::len_utf8);
            at = (part.end as usize).max(at + width);
            continue;
        }
        // Most characters are passed over without being put together.
        if let [0xE4..=0xE9, second, third, ..] = text.as_bytes()[at..]
            && !entries.may_begin(second, third)
        {
            at += 3;
            continue;
        }
        let words = &text[at..];
        let mut characters = words.chars();
        let Some(c) = characters.next() else { break };
        // What stands in a title says nothing of the report.
        in_title = (in_title || c == '《') && c != '》';
        let found = (!in_title).then(|| {
            let pair = entries.at(place(c, characters.next()), words);
            pair.or_else(|| entries.at(place(c, None), words))
        });
        let Some((words, means)) = found.flatten() else {
            at += c.len_utf8();
            continue;
        };
        let part = Part { start: at as u32, end: (at + words.len()) as u32 };
        out.push(Token { kind: Kind::Word(*means), part, depth });
        if out.len() > MOST {
            return;
        }
        at += words.len();
    }
    let part = Part { start: end as u32, end: end as u32 };
    out.push(Token { kind: Kind::Mark(clause.mark), part, depth });
}
