//! The words of a sentence, as far as claims are told by them.

use std::sync::LazyLock;

use super::words::{WORDS, Word};
use crate::order;
use crate::parse::prose::{Mark, Part, Prose};
use crate::text::find::begins;

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

/// Places for the first characters of words.
const PLACES: usize = 1 << 10;

/// The place of words that begin with `first`.
fn place(first: char) -> usize {
    first as usize % PLACES
}

/// Every word, and where those of each place begin.
struct Entries {
    /// By the place of their first characters, the longest first.
    words: Vec<(&'static str, Word)>,
    begin: [u16; PLACES + 1],
}

static ENTRIES: LazyLock<Entries> = LazyLock::new(|| {
    let mut words: Vec<(&'static str, Word)> = Vec::new();
    for (means, all) in WORDS {
        words.extend(all.split_whitespace().map(|words| (words, *means)));
    }
    let of = |words: &str| words.chars().next().map_or(0, place);
    order::by_key(&mut words, |(words, _)| ((of(words) as u128) << 32) + (1000 - words.len() as u128));
    let mut begin = [0; PLACES + 1];
    for (words, _) in &words {
        begin[of(words) + 1] += 1;
    }
    for at in 0..PLACES {
        begin[at + 1] += begin[at];
    }
    Entries { words, begin }
});

/// The words and numbers of the clause at `index`, and the mark behind it.
pub fn tokens(prose: &Prose, index: usize, out: &mut Vec<Token>) {
    let clause = &prose.clauses[index];
    let entries = &*ENTRIES;
    let text = prose.text();
    let (mut at, end) = (clause.part.start as usize, clause.part.end as usize);
    let mut number = clause.quantities.0;
    let mut in_title = false;
    let depth = clause.depth;
    while let Some(c) = text[at..end].chars().next() {
        if number < clause.quantities.1 && prose.quantities[number as usize].part.start as usize <= at {
            let part = prose.quantities[number as usize].part;
            out.push(Token { kind: Kind::Number(number), part, depth });
            number += 1;
            at = (part.end as usize).max(at + c.len_utf8());
            continue;
        }
        // What stands in a title says nothing of the report.
        in_title = (in_title || c == '《') && c != '》';
        let here = usize::from(entries.begin[place(c)])..usize::from(entries.begin[place(c) + 1]);
        let rest = &text[at..end];
        let found = entries.words[here].iter().find(|(words, _)| begins(rest, words));
        let width = match found.filter(|_| !in_title) {
            Some((words, means)) => {
                let part = Part { start: at as u32, end: (at + words.len()) as u32 };
                out.push(Token { kind: Kind::Word(*means), part, depth });
                words.len()
            }
            None => c.len_utf8(),
        };
        at += width;
    }
    let part = Part { start: end as u32, end: end as u32 };
    out.push(Token { kind: Kind::Mark(clause.mark), part, depth });
}
