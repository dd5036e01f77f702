//! The tidy long table of cells, as `gouji cells` prints it, for spreadsheets: UTF-8 with
//! its mark, lines as Windows has them, and a last column that names the program.

use super::{Export, marked};
use crate::render::{cells, csv};

/// How many columns there are.
pub(super) const WIDTH: usize = cells::COLUMNS.len() + 1;

/// A line for each cell of the report's edition; the head alone where it has none.
pub fn cells_csv(export: &Export) -> String {
    let mut out = marked(&heads());
    for row in rows(export) {
        out.push_str(&csv::row(&row));
    }
    out
}

/// The head. It is the same in every language, for programs.
pub(super) fn heads() -> [&'static str; WIDTH] {
    let mut heads = ["checked_by"; WIDTH];
    heads[..cells::COLUMNS.len()].copy_from_slice(&cells::COLUMNS);
    heads
}

/// The rows below the head.
pub(super) fn rows(export: &Export) -> Vec<[String; WIDTH]> {
    let Some(form) = export.form() else { return Vec::new() };
    let view = export.view;
    let organization = view.organization.clone().unwrap_or_default();
    let year = view.year.map(|year| year.to_string()).unwrap_or_default();
    let stamp = export.stamp();
    let mut rows = Vec::new();
    for cell in &view.cells {
        let table = form.table(cell.cell.table);
        rows.push([
            export.name.to_string(),
            organization.clone(),
            year.clone(),
            form.id.key().to_string(),
            form.cell_id(cell.cell),
            table.row(cell.cell.row).key.to_string(),
            table.column(cell.cell).key.to_string(),
            cell.state.key().to_string(),
            cell.raw.clone().unwrap_or_else(|| cell.shown.clone()),
            cell.value.clone().unwrap_or_default(),
            cell.line.map(|line| line.to_string()).unwrap_or_default(),
            stamp.clone(),
        ]);
    }
    rows
}
