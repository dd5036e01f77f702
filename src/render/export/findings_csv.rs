//! The findings as CSV: UTF-8 with its mark, lines as Windows has them, no formula.

use super::{Export, heads, marked, words};
use crate::lang::Text;
use crate::render::csv;

/// The columns.
pub const COLUMNS: [Text; 14] = [
    words::NUMBER,
    words::SEVERITY,
    words::RULE,
    words::PLACE,
    words::LINE,
    words::CELL,
    words::FOUND,
    words::EXPECTED,
    words::MESSAGE,
    words::HOW,
    words::BASIS,
    words::ACCEPTED,
    words::SOURCE,
    words::CHECKED_BY,
];

/// The findings, a line each; one line that says so where there is none.
pub fn findings_csv(export: &Export) -> String {
    let mut out = marked(&heads(&COLUMNS, export.lang));
    for row in rows(export) {
        out.push_str(&csv::row(&row));
    }
    out
}

/// The rows below the head.
pub(super) fn rows(export: &Export) -> Vec<[String; COLUMNS.len()]> {
    let stamp = export.stamp();
    let mut rows = Vec::new();
    for (index, finding) in export.view.findings.iter().enumerate() {
        let told = export.told(index, finding);
        rows.push([
            told.number,
            told.severity.to_string(),
            finding.rule.clone(),
            told.place,
            told.line,
            told.cell,
            told.found,
            told.expected,
            told.message,
            told.how.to_string(),
            told.basis.to_string(),
            export.reason(finding).unwrap_or_default().to_string(),
            export.name.to_string(),
            stamp.clone(),
        ]);
    }
    if rows.is_empty() {
        let mut row: [String; COLUMNS.len()] = Default::default();
        row[8] = export.nothing();
        row[12] = export.name.to_string();
        row[13] = stamp;
        rows.push(row);
    }
    rows
}
