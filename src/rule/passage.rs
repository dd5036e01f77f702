//! Passages of the prose, for the rules that ask what is said somewhere.

use crate::form::section::SectionKey;
use crate::parse::prose::{Part, Prose};
use crate::text::Span;

pub use crate::text::find::holds_any as has;

/// A sentence.
#[derive(Debug, Clone, Copy)]
pub struct Sentence {
    /// The section it stands in.
    pub section: SectionKey,
    /// Its words, without the mark at its end.
    pub part: Part,
}

/// The prose of a section in one piece; empty where it has none.
pub fn of_section(prose: &Prose, key: SectionKey) -> &str {
    let mut parts = prose.paragraphs.iter().filter(|p| p.section == key).map(|p| p.part);
    let Some(first) = parts.next() else { return "" };
    prose.words(Part { start: first.start, end: parts.next_back().unwrap_or(first).end })
}

/// The sentences of the prose, sub-headings among them.
pub fn sentences(prose: &Prose) -> Vec<Sentence> {
    let mut found: Vec<Sentence> = Vec::new();
    let mut number = None;
    for clause in &prose.clauses {
        match found.last_mut().filter(|_| number == Some(clause.sentence)) {
            Some(sentence) => sentence.part.end = clause.part.end,
            None => {
                let section = prose.paragraphs[clause.paragraph as usize].section;
                found.push(Sentence { section, part: clause.part });
            }
        }
        number = Some(clause.sentence);
    }
    found
}

/// Where `length` bytes at byte `at` of a part stand in the text.
pub fn place(prose: &Prose, part: Part, at: usize, length: usize) -> Span {
    let start = part.start + at as u32;
    prose.span(Part { start, end: start + length as u32 })
}
