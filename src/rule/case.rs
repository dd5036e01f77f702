//! A rule's own cases: a report with one thing changed, and what the rule must say
//! of it. They stand in the rule's file; the test here walks the registry.

/// The report that a case changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Base {
    /// A clean report on the 2021 form.
    E2021,
    /// A clean report on the 2019 form.
    E2019,
    /// No text: the case's first edit is `("", whole text)`.
    Nothing,
}

/// What a rule must say of a case.
#[derive(Debug, Clone, Copy)]
pub enum Expect {
    /// Nothing.
    Silent,
    /// One finding for each entry: the finding's words in the text, or, for a
    /// finding on a cell, the cell's id, or `-` for a finding without a place.
    Finds(&'static [&'static str]),
    /// The same, and no other rule says anything: one cause, one finding.
    Only(&'static [&'static str]),
}

/// One case.
#[derive(Debug)]
pub struct Case {
    /// What it shows.
    pub name: &'static str,
    /// What is changed.
    pub base: Base,
    /// Replacements, made in order; the left side must be in the text.
    pub edits: &'static [(&'static str, &'static str)],
    /// What the rule must say.
    pub expect: Expect,
}
