//! The tables of an invented report, from which every surface is made.

use std::collections::BTreeMap;

use gouji::form::{CellKind, CellRef, Edition, EditionId, TableKey};
use gouji::report::CellState;
use gouji::text::Number;

use super::reading::{Cells, Read};

/// The three tables of a report: what is written in every cell.
pub struct Model {
    /// What it shows.
    pub name: &'static str,
    /// The form.
    pub edition: &'static Edition,
    /// The reporting year.
    pub year: i32,
    /// What is written in each cell.
    pub written: BTreeMap<CellRef, String>,
}

impl Model {
    /// Every model.
    pub fn all() -> Vec<Self> {
        vec![
            Self::new("busy 2021", EditionId::E2021, Fill::Busy),
            Self::new("quiet 2021", EditionId::E2021, Fill::Quiet),
            Self::new("blanks 2021", EditionId::E2021, Fill::ZerosBlank),
            Self::new("busy 2019", EditionId::E2019, Fill::Busy),
            Self::new("quiet 2019", EditionId::E2019, Fill::Quiet),
            Self::new("blanks 2019", EditionId::E2019, Fill::ZerosBlank),
            Self::new("busy draft", EditionId::E2019Draft, Fill::Busy),
        ]
    }

    /// Those and further ones: every number another, hardly any number, marks for nothing.
    pub fn more() -> Vec<Self> {
        let mut all = Self::all();
        all.extend([
            Self::new("distinct 2021", EditionId::E2021, Fill::Distinct),
            Self::new("sparse 2021", EditionId::E2021, Fill::Sparse),
            Self::new("marks 2021", EditionId::E2021, Fill::ZerosMarked),
            Self::new("distinct 2019", EditionId::E2019, Fill::Distinct),
            Self::new("sparse 2019", EditionId::E2019, Fill::Sparse),
            Self::new("sparse blanks 2019", EditionId::E2019, Fill::SparseBlank),
        ]);
        all
    }

    fn new(name: &'static str, id: EditionId, fill: Fill) -> Self {
        let edition = id.edition().expect("an edition with cells");
        let year = if id == EditionId::E2021 { 2023 } else { 2020 };
        let mut model = Self { name, edition, year, written: BTreeMap::new() };
        model.fill_disclosure(fill);
        model.fill_applications(fill);
        model.fill_remedies(fill);
        for (number, text) in model.written.values_mut().filter(|text| *text == "0").enumerate() {
            match fill {
                Fill::ZerosBlank | Fill::SparseBlank => text.clear(),
                Fill::ZerosMarked => *text = ["/", "-", "—", "0"][number % 4].into(),
                Fill::Busy | Fill::Quiet | Fill::Distinct | Fill::Sparse => {}
            }
        }
        model
    }

    fn fill_disclosure(&mut self, fill: Fill) {
        let table = self.edition.table(TableKey::Disclosure);
        for (number, cell) in table.cells().enumerate() {
            let text = match (fill, table.column(cell).kind) {
                (_, CellKind::Text) => "云溪县门户网站".to_string(),
                (Fill::Quiet, _) => "0".to_string(),
                (Fill::Sparse | Fill::SparseBlank, _) if number % 11 != 3 => "0".to_string(),
                (Fill::Distinct, CellKind::Amount) => "203.5".to_string(),
                (Fill::Distinct, CellKind::Signed) => format!("+{}", 2 * number + 1),
                (Fill::Distinct, CellKind::Count) => (101 + 2 * number).to_string(),
                (_, CellKind::Amount) => "1576.76".to_string(),
                (_, CellKind::Signed) => ["+31", "-2", "0"][number % 3].to_string(),
                (_, CellKind::Count) => {
                    [12, 0, 3, 1447, 0, 25, 88].map(|n: u32| n.to_string())[number % 7].clone()
                }
            };
            self.written.insert(cell, text);
        }
    }

    /// 表三, consistent: results are made up, and the sums follow from them.
    fn fill_applications(&mut self, fill: Fill) {
        let table = self.edition.table(TableKey::Applications);
        let row = |key: &str| table.row_index(key).expect("a row of 表三");
        let (received, carried_in) = (row("received"), row("carried_in"));
        let (closed, carried_out) = (row("closed"), row("carried_out"));
        let parts = table.blocks[0].columns.len() - 1;
        let mut counts = vec![vec![0_u32; parts]; table.row_count()];
        for (index, line) in counts.iter_mut().enumerate() {
            for (column, count) in line.iter_mut().enumerate() {
                let seed = (index * 7 + column * 11) as u32;
                *count = match fill {
                    Fill::Quiet => 0,
                    Fill::Distinct => 3 + (index * 6 + column * 17) as u32,
                    Fill::Sparse | Fill::SparseBlank => {
                        [0, 3, 1, 12][usize::from(column < 2) * (seed % 4) as usize]
                    }
                    _ if column == 0 => 1 + seed * 37 % 403,
                    _ if seed.is_multiple_of(5) => seed % 13,
                    _ => 0,
                };
            }
        }
        for column in 0..parts {
            let results =
                (0..counts.len() as u8).filter(|r| ![received, carried_in, closed, carried_out].contains(r));
            counts[closed as usize][column] = results.map(|r| counts[r as usize][column]).sum();
            counts[carried_in as usize][column] = counts[carried_out as usize][column] / 2;
            counts[received as usize][column] = counts[closed as usize][column]
                + counts[carried_out as usize][column]
                - counts[carried_in as usize][column];
        }
        for cell in table.cells() {
            let line = &counts[cell.row as usize];
            let count = line.get(cell.column as usize).copied().unwrap_or_else(|| line.iter().sum());
            self.written.insert(cell, count.to_string());
        }
    }

    fn fill_remedies(&mut self, fill: Fill) {
        let rows = match fill {
            Fill::Quiet => [[0; 5]; 3],
            Fill::Distinct => [[31, 7, 19, 5, 62], [13, 4, 8, 2, 27], [12, 1, 9, 6, 28]],
            Fill::Sparse | Fill::SparseBlank => [[1, 0, 0, 0, 1], [0; 5], [0, 2, 0, 1, 3]],
            Fill::Busy | Fill::ZerosBlank | Fill::ZerosMarked => {
                [[1072, 64, 0, 37, 1173], [13, 4, 8, 0, 25], [12, 0, 1, 6, 19]]
            }
        };
        for cell in self.edition.table(TableKey::Remedies).cells() {
            self.written.insert(cell, rows[cell.row as usize][cell.column as usize].to_string());
        }
    }

    /// Writes what was read of a cell into it.
    pub fn put(&mut self, id: &str, read: &Read) {
        let cell = self.written.keys().copied().find(|cell| self.edition.cell_id(*cell) == id);
        let text = read.value.map_or(String::new(), |value| value.to_string());
        self.written.insert(cell.expect("a cell of the form"), text);
    }

    /// Whether a cell is blank.
    pub fn has_blanks(&self) -> bool {
        self.written.values().any(|text| is_blank(text))
    }

    /// What must be read from it.
    pub fn cells(&self) -> Cells {
        self.written
            .iter()
            .map(|(cell, text)| {
                let read = match text.parse::<Number>() {
                    Ok(value) => Read { state: CellState::Number, value: Some(value) },
                    Err(_) if is_blank(text) => Read { state: CellState::Blank, value: None },
                    Err(_) => Read { state: CellState::Text, value: None },
                };
                (self.edition.cell_id(*cell), read)
            })
            .collect()
    }
}

fn is_blank(text: &str) -> bool {
    matches!(text, "" | "/" | "-" | "—")
}

/// What the cells are filled with.
#[derive(Clone, Copy, PartialEq)]
enum Fill {
    /// Numbers of one to four digits and zeros.
    Busy,
    /// Zeros, as most townships report.
    Quiet,
    /// As `Busy`, but where there was nothing to count nothing is written.
    ZerosBlank,
    /// As `Busy`, with marks for nothing instead of most zeros.
    ZerosMarked,
    /// Numbers of which few are alike, and no zero.
    Distinct,
    /// Zeros but for a few numbers.
    Sparse,
    /// As `Sparse`, with nothing instead of zeros.
    SparseBlank,
}
