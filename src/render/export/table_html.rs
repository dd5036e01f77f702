//! A table in the layout of the statutory form, as HTML: to be pasted into Word or a
//! spreadsheet, and for the report to print. Numbers stand in their cells as numbers; a
//! cell with anything else is marked as words. That mark is Excel's own and LibreOffice
//! runs a formula all the same, so that what is to be pasted is guarded besides.

use super::ooxml::Value;
use super::{Export, Figures, escape, words};
use crate::finding::Severity;
use crate::form::{CellRef, LayoutCell, Place, TableKey, grid, layout};
use crate::lang::Lang;
use crate::render::csv;
use crate::report::CellState;

/// How a table is dressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Dress {
    /// With styles of its own on every cell, for programs that drop all others.
    Own,
    /// With classes, for a style sheet, and the numbers of the findings.
    Classes,
}

/// What the cells' own styles have in common.
const CELL_STYLE: &str = "border:1px solid #000;padding:2pt 4pt;vertical-align:middle;";
/// Makes Excel and its like take a cell for words, whatever it begins with.
const AS_WORDS: &str = "mso-number-format:'\\@';";

/// The table `key`, to be pasted; nothing without a form.
pub fn table_html(export: &Export, key: TableKey, figures: Figures) -> String {
    let mut out = String::from("<meta charset=\"utf-8\">");
    write(&mut out, export, key, figures, Dress::Own);
    out
}

/// The same for programs that take no HTML: rows of cells between tabs, merged ones in
/// their first place.
pub fn table_text(export: &Export, key: TableKey, figures: Figures) -> String {
    let Some(form) = export.form() else { return String::new() };
    let mut out = String::new();
    for row in grid(form, key) {
        let words = row.iter().map(|place| match place {
            Place::Cell(LayoutCell::Label { text, en, .. }) => csv::tab(label(export, text, en)),
            Place::Cell(LayoutCell::Value { cell, .. }) => csv::tab(&value(export, *cell, figures).0),
            Place::Left | Place::Up { .. } => String::new(),
        });
        out.push_str(&words.collect::<Vec<_>>().join("\t"));
        out.push_str("\r\n");
    }
    out
}

fn label<'l>(export: &Export, text: &'l str, en: &'l str) -> &'l str {
    match export.lang {
        Lang::Zh => text,
        Lang::En => en,
    }
}

/// What a cell shows, and whether that is a correction.
fn value(export: &Export, cell: CellRef, figures: Figures) -> (String, bool) {
    if let Some(right) = export.correction(cell).filter(|_| figures == Figures::Corrected) {
        return (right.to_string(), true);
    }
    let Some(cell) = export.cell(cell) else { return Default::default() };
    let shown = match cell.state {
        CellState::Missing => "",
        CellState::Unread if cell.shown.is_empty() => "?",
        _ => &cell.shown,
    };
    (shown.to_string(), false)
}

/// Writes the table `key`.
pub(super) fn write(out: &mut String, export: &Export, key: TableKey, figures: Figures, dress: Dress) {
    let Some(form) = export.form() else { return };
    let rows = layout(form, key);
    let heads = |cell: &LayoutCell| matches!(cell, LayoutCell::Label { heads_row: false, .. });
    let head = rows.iter().take_while(|row| row.iter().all(heads)).count();
    out.push_str(match dress {
        Dress::Own => {
            "<table border=\"1\" cellspacing=\"0\" style=\"border-collapse:collapse;font-size:10.5pt\">"
        }
        Dress::Classes => "<table>",
    });
    for (index, row) in rows.iter().enumerate() {
        // 表二 has heads in the middle; only those at the top are repeated on a new page.
        if index == 0 {
            out.push_str("<thead>");
        } else if index == head {
            out.push_str("<tbody>");
        }
        out.push_str("<tr>");
        for cell in row {
            match cell {
                LayoutCell::Label { text, en, columns, rows, heads_row } => {
                    open(out, "th", *columns, *rows);
                    if dress == Dress::Own {
                        let side = if *heads_row { "left" } else { "center" };
                        for piece in [
                            " style=\"",
                            CELL_STYLE,
                            "font-weight:normal;text-align:",
                            side,
                            ";",
                            AS_WORDS,
                            "\"",
                        ] {
                            out.push_str(piece);
                        }
                    } else if *heads_row {
                        out.push_str(" class=\"row\"");
                    }
                    out.push('>');
                    escape::html(out, label(export, text, en));
                    out.push_str("</th>");
                }
                LayoutCell::Value { cell, columns } => {
                    open(out, "td", *columns, 1);
                    draw(out, export, *cell, figures, dress);
                    out.push_str("</td>");
                }
            }
        }
        out.push_str("</tr>");
        if index + 1 == head {
            out.push_str("</thead>");
        }
    }
    out.push_str("</tbody></table>");
}

fn open(out: &mut String, name: &str, columns: u8, rows: u8) {
    out.push('<');
    out.push_str(name);
    for (attribute, count) in [(" colspan=\"", columns), (" rowspan=\"", rows)] {
        if count > 1 {
            for piece in [attribute, &count.to_string(), "\""] {
                out.push_str(piece);
            }
        }
    }
}

/// The rest of a value's cell, its end tag left out.
fn draw(out: &mut String, export: &Export, place: CellRef, figures: Figures, dress: Dress) {
    let (shown, corrected) = value(export, place, figures);
    let cell = export.cell(place);
    let found = cell.and_then(|cell| cell.finding);
    let finding = found.and_then(|(index, _)| export.view.findings.get(index as usize));
    let accepted = finding.is_some_and(|finding| export.reason(finding).is_some());
    // A corrected cell is told from one that is wrong still.
    let mark = match found {
        _ if corrected => "corrected",
        Some(_) if accepted => "accepted",
        Some((_, Severity::Error)) => "error",
        Some((_, Severity::Warning)) => "warning",
        Some((_, Severity::Hint)) => "hint",
        None => "",
    };
    match dress {
        Dress::Own => {
            let tone = match mark {
                "corrected" => "background:#e3f1e4;font-weight:bold;text-decoration:underline;",
                "error" => "background:#fbe3e0;font-weight:bold;",
                "warning" => "background:#fff1d6;font-weight:bold;",
                _ => "",
            };
            let kind = if matches!(Value::of(&shown), Value::Number(_)) { "" } else { AS_WORDS };
            for piece in [" style=\"", CELL_STYLE, "text-align:right;", kind, tone, "\">"] {
                out.push_str(piece);
            }
            escape::html(out, &csv::guarded(&shown));
        }
        Dress::Classes => {
            if !mark.is_empty() {
                for piece in [" class=\"", mark, "\""] {
                    out.push_str(piece);
                }
            }
            out.push('>');
            escape::html(out, &shown);
            if let Some((index, _)) = found {
                for piece in ["<sup>", &(index + 1).to_string(), "</sup>"] {
                    out.push_str(piece);
                }
            }
            let state = cell.map(|cell| cell.state).filter(|_| !corrected);
            if let Some(state) = state.and_then(words::state) {
                out.push_str("<small>");
                escape::html(out, state.get(export.lang));
                out.push_str("</small>");
            }
        }
    }
}
