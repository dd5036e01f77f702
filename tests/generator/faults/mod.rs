//! Faults, one entry a kind: what is done to a report, and which rule has to say so.

mod forms;
mod prose;
mod tables;
mod words;
mod years;

use super::draft::{Draft, TABS};
use super::render::write;
use super::rng::Rng;

/// A kind of fault.
pub struct Fault {
    /// What is wrong.
    pub name: &'static str,
    /// The rule that has to say so.
    pub rule: &'static str,
    /// How many findings it has to be: one, unless the fault is in several places
    /// that no single cause explains.
    pub findings: usize,
    /// The settings it is checked with.
    pub settings: &'static str,
    /// What is done to the report before, so that it has no other fault but shows this
    /// one; `None` where that report cannot.
    pub prepare: fn(&mut Draft) -> Option<()>,
    /// Puts the fault into a report; `None` where that report has no place for it.
    pub inject: fn(&mut Draft, &mut Rng) -> Option<Place>,
}

/// Where the finding has to be.
#[derive(Debug, Clone)]
pub enum Place {
    /// On the cell with this id.
    Cell(String),
    /// On the digits of the fact that is misstated.
    Number(&'static str),
    /// The same, where the fact is stated last.
    LastNumber(&'static str),
    /// In the sentence that states this fact.
    Sentence(&'static str),
    /// On these words, on a part of them or around them.
    Words(String),
    /// Nowhere: something is missing.
    Nowhere,
    /// One place is as good as another.
    Anywhere,
}

/// Every kind of fault.
pub fn all() -> Vec<&'static Fault> {
    [forms::FAULTS, tables::FAULTS, prose::FAULTS, years::FAULTS, words::FAULTS]
        .into_iter()
        .flatten()
        .collect()
}

const fn fault(
    rule: &'static str,
    name: &'static str,
    inject: fn(&mut Draft, &mut Rng) -> Option<Place>,
) -> Fault {
    faults(rule, 1, name, inject)
}

const fn faults(
    rule: &'static str,
    findings: usize,
    name: &'static str,
    inject: fn(&mut Draft, &mut Rng) -> Option<Place>,
) -> Fault {
    Fault { name, rule, findings, settings: "", prepare: |_| Some(()), inject }
}

impl Fault {
    /// The same, checked with `settings`.
    const fn with(self, settings: &'static str) -> Self {
        Self { settings, ..self }
    }

    /// The same in a report to which `prepare` is done first.
    const fn after(self, prepare: fn(&mut Draft) -> Option<()>) -> Self {
        Self { prepare, ..self }
    }
}

/// The cell `id` as a place.
fn cell(id: &str) -> Option<Place> {
    Some(Place::Cell(id.to_string()))
}

/// The words `words` as a place.
fn at(words: &str) -> Option<Place> {
    Some(Place::Words(words.to_string()))
}

/// The written line of a table's row that holds `label`, with the tables in rows of
/// tabs; the label has to stand alone between tabs.
fn row(draft: &mut Draft, label: &str) -> Option<String> {
    draft.surface = TABS;
    let text = write(draft).text;
    let is_label = |cell: &str| cell == label;
    text.lines().find(|line| line.contains('\t') && line.split('\t').any(is_label)).map(str::to_string)
}
