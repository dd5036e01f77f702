//! The findings as a spreadsheet: findings, cells, and what was checked by what.

use super::ooxml::{Look, Sheet, Value, workbook};
use super::{Export, cells_csv, findings_csv, heads, words};
use crate::finding::Severity;
use crate::lang::{Lang, Text};

/// Columns of the findings that hold numbers.
const NUMBERS: [usize; 4] = [0, 4, 6, 7];
/// The widths of the findings' columns, in characters.
pub(super) const WIDTHS: [u8; findings_csv::COLUMNS.len()] =
    [6, 8, 9, 34, 7, 28, 26, 22, 48, 48, 40, 24, 20, 30];
/// The widths of the cells' columns.
const CELL_WIDTHS: [u8; cells_csv::WIDTH] = [16, 24, 7, 12, 48, 28, 22, 10, 14, 12, 7, 30];

/// The spreadsheet's bytes.
pub fn findings_xlsx(export: &Export) -> Vec<u8> {
    let mut rows = vec![head(&heads(&findings_csv::COLUMNS, export.lang))];
    rows.extend(findings_rows(export));
    let mut cells = vec![head(&cells_csv::heads())];
    for row in cells_csv::rows(export) {
        let row = row.into_iter().enumerate().map(|(column, words)| {
            let value = if matches!(column, 2 | 9 | 10) { Value::of(&words) } else { Value::Words(words) };
            (value, Look::Plain)
        });
        cells.push(row.collect());
    }
    let (finding_name, cell_name, about_name) = match export.lang {
        Lang::Zh => ("校核问题", "单元格", "说明"),
        Lang::En => ("Findings", "Cells", "About"),
    };
    workbook(&[
        Sheet { name: finding_name, labelled: false, widths: WIDTHS.to_vec(), rows },
        Sheet { name: cell_name, labelled: false, widths: CELL_WIDTHS.to_vec(), rows: cells },
        Sheet { name: about_name, labelled: false, widths: vec![20, 80], rows: about(export) },
    ])
}

/// The findings' rows below their head.
pub(super) fn findings_rows(export: &Export) -> Vec<Vec<(Value, Look)>> {
    let mut rows = Vec::new();
    for (index, row) in findings_csv::rows(export).into_iter().enumerate() {
        let finding = export.view.findings.get(index);
        let mark = match finding {
            Some(finding) if export.reason(finding).is_some() => Look::Quiet,
            Some(finding) => severity_look(finding.severity),
            None => Look::Plain,
        };
        let cells = row.into_iter().enumerate().map(|(column, words)| {
            let value = if NUMBERS.contains(&column) { Value::of(&words) } else { Value::Words(words) };
            let look = if column == 1 || mark == Look::Quiet { mark } else { Look::Plain };
            (value, look)
        });
        rows.push(cells.collect());
    }
    rows
}

fn severity_look(severity: Severity) -> Look {
    match severity {
        Severity::Error => Look::Error,
        Severity::Warning => Look::Warning,
        Severity::Hint => Look::Hint,
    }
}

pub(super) fn head(words: &[&str]) -> Vec<(Value, Look)> {
    words.iter().map(|words| (Value::Words(words.to_string()), Look::Head)).collect()
}

/// What was checked, what came of it, and by what.
fn about(export: &Export) -> Vec<Vec<(Value, Look)>> {
    let title = Text::new("校核说明", "About this check");
    let mut rows = vec![head(&[export.say(title), ""])];
    if !export.name.is_empty() {
        let source = export.say(words::SOURCE).to_string();
        rows.push(vec![
            (Value::Words(source), Look::Head),
            (Value::Words(export.name.to_string()), Look::Plain),
        ]);
    }
    for (name, words) in export.recognised() {
        rows.push(vec![(Value::Words(name.to_string()), Look::Head), (Value::of(&words), Look::Plain)]);
    }
    let by = export.say(words::CHECKED_BY).to_string();
    rows.push(vec![(Value::Words(by), Look::Head), (Value::Words(export.stamp()), Look::Plain)]);
    rows
}
