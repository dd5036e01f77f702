//! The words of a sentence, as far as claims are told by them.

use std::sync::LazyLock;

use super::words::{WORDS, Word};
use crate::order;
use crate::parse::prose::{Mark, Part, Prose};

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

struct Entry {
    first: char,
    words: &'static str,
    means: Word,
}

/// Every word by its first character, the longest first.
static ENTRIES: LazyLock<Vec<Entry>> = LazyLock::new(|| {
    let mut entries = Vec::new();
    for (means, all) in WORDS {
        for words in all.split_whitespace() {
            entries.extend(words.chars().next().map(|first| Entry { first, words, means: *means }));
        }
    }
    order::by_key(&mut entries, |e: &Entry| u128::from(e.first) << 32 | (1000 - e.words.len() as u128));
    entries
});

/// The words and numbers of the clause at `index`, and the mark behind it.
pub fn tokens(prose: &Prose, index: usize, out: &mut Vec<Token>) {
    let clause = &prose.clauses[index];
    let entries = ENTRIES.as_slice();
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
        let from = entries.partition_point(|entry| entry.first < c);
        let rest = &text[at..end];
        let found = entries[from..]
            .iter()
            .take_while(|entry| entry.first == c)
            .find(|entry| rest.starts_with(entry.words))
            .filter(|_| !in_title);
        let width = match found {
            Some(entry) => {
                let part = Part { start: at as u32, end: (at + entry.words.len()) as u32 };
                out.push(Token { kind: Kind::Word(entry.means), part, depth });
                entry.words.len()
            }
            None => c.len_utf8(),
        };
        at += width;
    }
    let part = Part { start: end as u32, end: end as u32 };
    out.push(Token { kind: Kind::Mark(clause.mark), part, depth });
}
