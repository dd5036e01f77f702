//! The narrative prose of a report: its paragraphs, sentences, clauses, and every
//! number in it with what it counts in.
//!
//! Prose is read from a copy in which widths are folded and white space is gone
//! ([`Prose::text`]): a phrase broken by a line end is one phrase there. A [`Part`]
//! is a piece of that copy, a [`Span`] a piece of the checked text;
//! [`Prose::span`] leads from the one to the other.

pub mod breakdown;
mod clause;
mod flat;
mod mask;
mod quantity;
mod units;

use crate::form::section::SectionKey;
use crate::report::Report;
use crate::text::find::find;
use crate::text::{Number, Pairs, Source, Span};

pub use mask::Mask;
pub use units::{Unit, UnitKind};

/// The prose of one report.
#[derive(Debug, Clone)]
pub struct Prose {
    flat: flat::Flat,
    pairs: Pairs,
    /// Its paragraphs, in the order of the sections.
    pub paragraphs: Vec<Paragraph>,
    /// The clauses of all paragraphs.
    pub clauses: Vec<Clause>,
    /// The numbers of all clauses.
    pub quantities: Vec<Quantity>,
}

/// A piece of the prose: bytes of [`Prose::text`], not of the checked text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Part {
    /// The first byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

/// A paragraph: lines of the text that belong together, or a sub-heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paragraph {
    /// The section it stands in.
    pub section: SectionKey,
    /// Its words.
    pub part: Part,
    /// Whether it is a line without a sentence: a sub-heading, a label.
    pub is_heading: bool,
    /// Its clauses, as places in [`Prose::clauses`].
    pub clauses: (u32, u32),
}

/// What stands between marks: the smallest piece of a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clause {
    /// The place of its paragraph in [`Prose::paragraphs`].
    pub paragraph: u32,
    /// The number of its sentence, counted over all prose.
    pub sentence: u32,
    /// Its words, without the marks around them.
    pub part: Part,
    /// How many brackets are open around it.
    pub depth: u16,
    /// The mark behind it.
    pub mark: Mark,
    /// Its numbers, as places in [`Prose::quantities`].
    pub quantities: (u32, u32),
}

/// The mark that ends a clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// ，
    Comma,
    /// 、
    List,
    /// ；
    Semicolon,
    /// ：
    Colon,
    /// 。 ！ ？, or the end of the paragraph: the sentence ends here.
    Stop,
    /// （
    Open,
    /// ）
    Close,
}

/// A number of the prose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quantity {
    /// The number with its unit, in the checked text.
    pub span: Span,
    /// The number with its unit, in the prose.
    pub part: Part,
    /// The place of its clause in [`Prose::clauses`].
    pub clause: u32,
    /// Its value, 万 and 亿 counted in; an amount of money is in 元.
    pub value: Number,
    /// The power of ten of its last shown digit: -2 of 66.48, 0 of 120, 3 of 1.2万.
    pub place: i8,
    /// What it counts in.
    pub unit: &'static Unit,
    /// Whether it is said to be near, above or below the value, or an end of a range.
    pub nearness: Nearness,
    /// How it is written.
    pub writing: Writing,
    /// Why it counts nothing, where it does not.
    pub mask: Option<Mask>,
}

/// What is said about how exact a number is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Nearness {
    /// Nothing: it is the number.
    Exact,
    /// 约, 近, 左右.
    About,
    /// 余, 多, 超, 以上.
    Above,
    /// 不足, 以下.
    Below,
    /// An end of 10-20 or 三四.
    Range,
}

/// How a number is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Writing {
    /// Digits in a row, a point among them or not.
    Digits,
    /// Digits in groups of three: 1，288.
    Grouped,
    /// Digits with a space between: 2 021.
    Split,
    /// Chinese numerals.
    Chinese,
}

/// The most paragraphs, clauses and numbers of a section, however short: eighty times those of
/// a real report.
pub(super) const MOST: usize = 1 << 15;

impl Part {
    pub(super) fn new(start: usize, end: usize) -> Self {
        Self { start: start as u32, end: end as u32 }
    }

    /// As a range to index [`Prose::text`] with.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }
}

impl Quantity {
    /// Whether it counts something and is exact.
    pub fn is_exact(&self) -> bool {
        self.mask.is_none() && self.nearness == Nearness::Exact
    }
}

impl Prose {
    /// Reads the prose of a report: sections one, five and six, and the paragraphs
    /// around the tables of the others. Linear in the length of the text.
    pub fn read(source: &Source, report: &Report) -> Self {
        let (flat, mut paragraphs) = flat::flatten(source, report);
        let (clauses, quantities) = clause::read(&flat, &mut paragraphs);
        let pairs = flat.pairs(source);
        Self { flat, pairs, paragraphs, clauses, quantities }
    }

    /// Whether `words` may stand in the prose; false only if they do not.
    pub fn may_hold(&self, words: &str) -> bool {
        self.pairs.may_hold(words)
    }

    /// Those of `words` that stand in the prose: the others need not be looked for in one
    /// sentence after the other.
    pub fn present(&self, words: &[&'static str]) -> Vec<&'static str> {
        let stands = |word: &&str| self.may_hold(word) && find(self.text(), word).is_some();
        words.iter().copied().filter(stands).collect()
    }

    /// The prose with its widths folded and without white space; a paragraph a line.
    /// Digits, letters, `%`, `.`, `-` are ASCII; `，；：！？（）` are full width.
    pub fn text(&self) -> &str {
        &self.flat.text
    }

    /// The words of a part.
    pub fn words(&self, part: Part) -> &str {
        &self.flat.text[part.range()]
    }

    /// Where a part stands in the checked text.
    pub fn span(&self, part: Part) -> Span {
        self.flat.span(part)
    }

    /// Where a number stands in the checked text, without unit and scale.
    pub fn digits(&self, quantity: &Quantity) -> Span {
        let start = quantity.part.start as usize;
        self.span(Part::new(start, quantity::end_of_digits(self.text(), start)))
    }

    /// The clauses of a paragraph.
    pub fn clauses_of(&self, paragraph: &Paragraph) -> &[Clause] {
        &self.clauses[paragraph.clauses.0 as usize..paragraph.clauses.1 as usize]
    }

    /// The numbers of a clause.
    pub fn quantities_of(&self, clause: &Clause) -> &[Quantity] {
        &self.quantities[clause.quantities.0 as usize..clause.quantities.1 as usize]
    }

    /// The words before the number in its clause, from the number before it on.
    pub fn before(&self, quantity: usize) -> &str {
        let it = &self.quantities[quantity];
        let clause = &self.clauses[it.clause as usize];
        let start = match quantity.checked_sub(1) {
            Some(before) if before >= clause.quantities.0 as usize => self.quantities[before].part.end,
            _ => clause.part.start,
        };
        self.words(Part { start: start.min(it.part.start), end: it.part.start })
    }

    /// The words behind the number in its clause, up to the next number.
    pub fn after(&self, quantity: usize) -> &str {
        let it = &self.quantities[quantity];
        let clause = &self.clauses[it.clause as usize];
        let end = match self.quantities.get(quantity + 1) {
            Some(next) if quantity + 1 < clause.quantities.1 as usize => next.part.start,
            _ => clause.part.end,
        };
        self.words(Part { start: it.part.end, end: end.max(it.part.end) })
    }
}

#[cfg(test)]
mod tests;
