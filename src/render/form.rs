//! An empty report on a statutory form, as text with tables in rows of tabs.

use crate::form::section::SECTIONS;
use crate::form::{Edition, LayoutCell, Place, TableKey, grid};

/// The empty form of `edition`: title, six headings and three tables without values.
/// It reads back to the same edition, every cell blank.
pub fn text(edition: &Edition) -> String {
    let mut out = String::from("政府信息公开工作年度报告\n");
    for section in &SECTIONS {
        out.push_str(&format!("\n{}、{}\n", section.number, section.title.zh));
        if let Some(key) = TableKey::ALL.into_iter().find(|key| key.section() == section.key) {
            out.push_str(&table(edition, key));
        }
    }
    out
}

fn table(edition: &Edition, key: TableKey) -> String {
    let words = |place: &Place| match place {
        Place::Cell(LayoutCell::Label { text, .. }) => text.clone(),
        Place::Cell(LayoutCell::Value { .. }) | Place::Left | Place::Up { .. } => String::new(),
    };
    let row = |row: &Vec<Place>| row.iter().map(words).collect::<Vec<_>>().join("\t") + "\n";
    grid(edition, key).iter().map(row).collect()
}
