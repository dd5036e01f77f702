//! A report in a sheet that was saved as text gives the cells of the report.

mod support;

use gouji::intake;
use gouji::intake::encoding::Native;

use support::frame::report;
use support::grid::{Grid, Slot, grid};
use support::model::Model;
use support::reading::{assert_no_difference, compare, read};

/// The widest table of the form.
const WIDTH: usize = 15;

/// A report as a spreadsheet program saves it: all rows of one width, what holds the
/// mark in quotes.
fn sheet(model: &Model, mark: char) -> String {
    let words = |slot: &Slot| match slot {
        Slot::Label(text) | Slot::Value(text) => text.clone(),
        Slot::Left | Slot::Up { .. } => String::new(),
    };
    let rows = |grid: &Grid| -> String {
        grid.iter().map(|row| row.iter().map(words).collect::<Vec<_>>().join("\u{1}") + "\n").collect()
    };
    let text = report(model, |key| rows(&grid(model, key)));
    let mut out = String::new();
    for line in text.lines() {
        let mut fields: Vec<&str> = line.split('\u{1}').collect();
        fields.resize(WIDTH, "");
        let quoted = fields.iter().map(|field| match field.contains([mark, ',', '"']) {
            true => format!("\"{}\"", field.replace('"', "\"\"")),
            false => field.to_string(),
        });
        out += &(quoted.collect::<Vec<_>>().join(&mark.to_string()) + "\r\n");
    }
    out
}

#[test]
fn a_report_in_a_sheet_gives_every_cell() {
    let mut differences = Vec::new();
    for (format, mark) in [("csv", ','), ("tsv", '\t')] {
        for model in Model::all() {
            let sheet = sheet(&model, mark);
            let intake = intake::read(sheet.as_bytes(), &Native).expect("a sheet");
            assert_eq!(intake.format, format);
            let found = read(&intake.text);
            differences
                .extend(compare(&model, &found, false).map(|d| format!("{format}, {}: {d}", model.name)));
        }
    }
    assert_no_difference("sheets", &differences);
}
