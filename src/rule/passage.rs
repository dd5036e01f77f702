//! Passages of the prose, for the rules that ask what is said somewhere.

use crate::form::section::SectionKey;
use crate::parse::prose::{Clause, Part, Prose};
use crate::text::Span;
use crate::text::find::find;

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

/// The clauses from the first on in which one of `words` stands; none where none does.
pub fn clauses_from<'a>(prose: &'a Prose, words: &[&str]) -> &'a [Clause] {
    let text = prose.text();
    let may_stand = words.iter().filter(|word| prose.may_hold(word));
    let first = may_stand.filter_map(|word| find(text, word)).min();
    let before = |at: usize| prose.clauses.partition_point(|clause| clause.part.end as usize <= at);
    &prose.clauses[first.map_or(prose.clauses.len(), before)..]
}

/// Where `length` bytes at byte `at` of a part stand in the text.
pub fn place(prose: &Prose, part: Part, at: usize, length: usize) -> Span {
    let start = part.start + at as u32;
    prose.span(Part { start, end: start + length as u32 })
}
