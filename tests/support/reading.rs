//! What was read from a text, in a shape that is easy to compare and to print.

use std::collections::BTreeMap;

use gouji::form::TableKey;
use gouji::report::{CellState, Report};
use gouji::text::Number;
use gouji::{Options, check};

use super::frame::ORGANIZATION;
use super::model::Model;

/// One cell: its state and its number.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Read {
    /// Its state.
    pub state: CellState,
    /// Its number.
    pub value: Option<Number>,
}

impl std::fmt::Display for Read {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.value {
            Some(value) => write!(f, "{} {}", self.state.key(), value),
            None => f.write_str(self.state.key()),
        }
    }
}

/// Cells by their id.
pub type Cells = BTreeMap<String, Read>;

/// The cells of a text, and what stands over them.
#[derive(Debug)]
pub struct Reading {
    /// The edition's name.
    pub edition: Option<&'static str>,
    /// The reporting year.
    pub year: Option<i32>,
    /// The body's name.
    pub organization: Option<String>,
    /// The keys of the sections found.
    pub sections: Vec<&'static str>,
    /// Every cell of the edition.
    pub cells: Cells,
    /// Codes of the findings at error level.
    pub errors: Vec<&'static str>,
}

/// Checks `text`. Every span is looked at on the way: in bounds, on character
/// boundaries, and, under a number, holding its digits.
pub fn read(text: &str) -> Reading {
    let check = check(text, &Options::default());
    let report = &check.report;
    for table in &report.tables {
        for cell in &table.cells {
            let Some(span) = cell.span else { continue };
            let raw = check.source.text().get(span.range()).expect("a span on character boundaries");
            let digits = raw.chars().any(|c| c.is_numeric() || "零〇一二三四五六七八九十".contains(c));
            assert!(cell.value.is_none() || digits, "a number was read from {raw:?}");
            assert_eq!(raw, raw.trim(), "raw is trimmed");
        }
    }
    Reading {
        edition: report.edition.map(|e| e.key()),
        year: report.year.map(|y| y.value),
        organization: report.title.as_ref().and_then(|t| t.organization.clone()),
        sections: report.sections.iter().filter(|s| s.heading.is_some()).map(|s| s.key.key()).collect(),
        cells: cells(report),
        errors: check
            .findings
            .iter()
            .filter(|f| f.severity == gouji::finding::Severity::Error)
            .map(|f| f.rule)
            .collect(),
    }
}

/// How a reading differs from the model that was written; with `lossy`, cells may be
/// unread where blanks were lost.
pub fn compare<'a>(model: &'a Model, reading: &'a Reading, lossy: bool) -> impl Iterator<Item = String> + 'a {
    let above = [
        ("edition", format!("{:?}", Some(model.edition.id.key())), format!("{:?}", reading.edition)),
        ("year", format!("{:?}", Some(model.year)), format!("{:?}", reading.year)),
        (
            "organization",
            format!("{:?}", Some(ORGANIZATION)),
            format!("{:?}", reading.organization.as_deref()),
        ),
        (
            "sections",
            "overview disclosure applications remedies problems other".into(),
            reading.sections.join(" "),
        ),
        // The draft form is not the form of its year, which is an error of its own kind.
        ("errors", String::new(), reading.errors.join(" ")),
    ];
    let above = above
        .into_iter()
        .filter(|(_, wanted, found)| wanted != found)
        .map(|(what, wanted, found)| format!("{what}: wanted {wanted}, found {found}"));
    let cells = model.cells().into_iter().filter_map(move |(id, wanted)| {
        let Some(found) = reading.cells.get(&id) else { return Some(format!("{id}: not in the report")) };
        if *found == wanted {
            return None;
        }
        let unsure = matches!(found.state, CellState::Unread | CellState::Blank | CellState::Missing);
        (!(lossy && unsure)).then(|| format!("{id}: wanted {wanted}, found {found}"))
    });
    above.chain(cells)
}

/// The cells of a report by their id; none without an edition.
pub fn cells(report: &Report) -> Cells {
    let Some(form) = report.form() else { return Cells::new() };
    form.cells()
        .map(|place| {
            let cell = report.cell(place);
            (form.cell_id(place), Read { state: cell.state, value: cell.value })
        })
        .collect()
}

/// The table a cell id names.
pub fn table_of(id: &str) -> TableKey {
    TableKey::ALL.into_iter().find(|t| id.starts_with(t.key())).expect("a cell id begins with its table")
}

/// Every cell is as in `sample`, but those whose id begins with `but`, which are given back.
pub fn same_cells_but(sample: &str, text: &str, but: &str) -> Cells {
    let (before, after) = (read(sample).cells, read(text).cells);
    assert!(!before.is_empty(), "the sample is read");
    let differences: Vec<String> = before
        .iter()
        .filter(|(id, _)| but.is_empty() || !id.starts_with(but))
        .filter(|(id, cell)| after.get(*id) != Some(cell))
        .map(|(id, cell)| format!("{id}: {cell} before, {:?} after", after.get(id)))
        .collect();
    assert_no_difference("cells of other rows", &differences);
    after.into_iter().filter(|(id, _)| !but.is_empty() && id.starts_with(but)).collect()
}

/// Fails with every difference named, the first forty of them.
pub fn assert_no_difference(what: &str, differences: &[String]) {
    assert!(
        differences.is_empty(),
        "{what}: {} differences\n  {}",
        differences.len(),
        differences.iter().take(shown()).cloned().collect::<Vec<_>>().join("\n  ")
    );
}

fn shown() -> usize {
    std::env::var("GOUJI_SHOW").ok().and_then(|n| n.parse().ok()).unwrap_or(40)
}
