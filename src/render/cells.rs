//! The tidy long table: one line for each cell of a report's edition.
//!
//! Commas part the fields of CSV, which are quoted as RFC 4180 has it; tabs part
//! those of TSV, which has no quotes, so that a tab or line end inside a field
//! becomes a space there. Both are guarded against formulas ([`super::csv`]).

use super::csv;
use crate::check::Check;

/// The first line, without its line end.
pub const COLUMNS: [&str; 11] =
    ["source", "organization", "year", "edition", "cell", "row", "column", "state", "raw", "value", "line"];

/// How fields are parted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Separator {
    /// Commas, with quotes.
    Comma,
    /// Tabs, without.
    Tab,
}

/// The head of the table.
pub fn head(separator: Separator) -> String {
    line(&COLUMNS, separator)
}

/// One line for each cell of the edition that `check` found, missing ones too; none
/// without an edition. `name` is what the report is called.
pub fn rows(check: &Check, name: &str, separator: Separator) -> String {
    let report = &check.report;
    let Some(form) = report.form() else { return String::new() };
    let organization = report.organization().unwrap_or("");
    let year = report.year.map(|y| y.value.to_string()).unwrap_or_default();
    let mut out = String::new();
    for place in form.cells() {
        let cell = report.cell(place);
        let table = form.table(place.table);
        let value = cell.value.map(|v| v.to_string()).unwrap_or_default();
        let number = cell.span.map(|s| check.source.line_of(s.start).to_string()).unwrap_or_default();
        let fields = [
            name,
            organization,
            &year,
            form.id.key(),
            &form.cell_id(place),
            table.row(place.row).key,
            table.column(place).key,
            cell.state.key(),
            cell.span.map_or("", |s| check.source.slice(s)),
            &value,
            &number,
        ];
        out.push_str(&line(&fields, separator));
    }
    out
}

fn line(fields: &[&str], separator: Separator) -> String {
    let (written, mark): (fn(&str) -> String, _) = match separator {
        Separator::Comma => (csv::comma, ","),
        Separator::Tab => (csv::tab, "\t"),
    };
    let fields: Vec<String> = fields.iter().map(|field| written(field)).collect();
    fields.join(mark) + "\n"
}
