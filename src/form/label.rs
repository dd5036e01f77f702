//! Columns, rows and groups of rows, with their labels.

use super::CellKind;
#[cfg(not(target_arch = "wasm32"))]
use super::EDITIONS;
use crate::sentence::English;

/// A column of a block.
#[derive(Debug)]
pub struct Column {
    /// The last part of the cell's id.
    pub key: &'static str,
    /// The official head.
    pub label: &'static str,
    /// The head in English; see [`Column::english`].
    pub(super) en: English,
    /// Heads that mean the same and are no mistake.
    pub also: &'static [&'static str],
    /// What its cells hold.
    pub kind: CellKind,
}

impl Column {
    /// The head in English.
    pub fn english(&self) -> &'static str {
        self.en.of(self.label)
    }
}

/// A row of a block.
#[derive(Debug)]
pub struct Row {
    /// The middle part of the cell's id.
    pub key: &'static str,
    /// The label's own number as the form prints it: `一、`, `（一）`, `1.`, or empty.
    pub ordinal: &'static str,
    /// The official label without its number.
    pub label: &'static str,
    /// The label in English; see [`Row::english`].
    pub(super) en: English,
    /// Labels that mean the same and are no mistake, shortened ones included.
    pub also: &'static [&'static str],
    /// The key of the group the row stands in, where it has one.
    pub group: Option<&'static str>,
}

impl Row {
    /// The label as the form prints it, number included.
    pub fn full_label(&self) -> String {
        [self.ordinal, self.label].concat()
    }

    /// The label in English.
    pub fn english(&self) -> &'static str {
        self.en.of(&self.full_label())
    }
}

/// A label over several rows of 表三, as （三）不予公开. It has no cells of its own.
#[derive(Debug)]
pub struct Group {
    /// The part of the row keys before the dot.
    pub key: &'static str,
    /// The number as the form prints it.
    pub ordinal: &'static str,
    /// The label without its number.
    pub label: &'static str,
    /// The label in English; see [`Group::english`].
    pub(super) en: English,
}

impl Group {
    /// The label in English.
    pub fn english(&self) -> &'static str {
        self.en.of(&[self.ordinal, self.label].concat())
    }
}

/// The labels of all forms, numbers included, each once, with their English: what the
/// modules have in their data file.
#[cfg(not(target_arch = "wasm32"))]
pub fn labels() -> std::collections::BTreeSet<(String, &'static str)> {
    let mut labels = std::collections::BTreeSet::new();
    for table in EDITIONS.iter().flat_map(|edition| edition.tables) {
        for block in table.blocks {
            labels.extend(block.columns.iter().map(|column| (column.label.to_string(), column.english())));
            labels.extend(block.rows.iter().map(|row| (row.full_label(), row.english())));
        }
        let groups = table.groups.iter();
        labels.extend(groups.map(|group| ([group.ordinal, group.label].concat(), group.english())));
    }
    labels
}
