//! A statutory table with the values of a model in it.

use gouji::form::{self, LayoutCell, Place, TableKey};

use super::model::Model;

/// One place of the table.
#[derive(Debug, Clone, PartialEq)]
pub enum Slot {
    /// A label or head.
    Label(String),
    /// A value, perhaps empty.
    Value(String),
    /// A place a cell further left reaches over.
    Left,
    /// A place a cell further up reaches over; `first` in each row of that cell.
    Up {
        /// Whether it is the leftmost of its row.
        first: bool,
    },
}

/// The rows of a table.
pub type Grid = Vec<Vec<Slot>>;

/// One table of `model`, as the form lays it out.
pub fn grid(model: &Model, key: TableKey) -> Grid {
    let slot = |place| match place {
        Place::Cell(LayoutCell::Label { text, .. }) => Slot::Label(text),
        Place::Cell(LayoutCell::Value { cell, .. }) => Slot::Value(model.written[&cell].clone()),
        Place::Left => Slot::Left,
        Place::Up { first } => Slot::Up { first },
    };
    form::grid(model.edition, key).into_iter().map(|row| row.into_iter().map(slot).collect()).collect()
}

/// The words of every cell that is really there, in reading order.
pub fn origins(row: &[Slot]) -> impl Iterator<Item = (&str, bool)> {
    row.iter().filter_map(|slot| match slot {
        Slot::Label(text) => Some((text.as_str(), false)),
        Slot::Value(text) => Some((text.as_str(), true)),
        Slot::Left | Slot::Up { .. } => None,
    })
}

/// The words of a row's places, with the words of a merged cell in all of its places.
pub fn repeated(grid: &Grid, row: usize) -> Vec<String> {
    (0..grid[row].len()).map(|column| words(grid, row, column)).collect()
}

/// The table with the words of a merged cell in all of its places.
pub fn spread(grid: &Grid) -> Grid {
    let slot = |row: usize, column: usize| match &grid[row][column] {
        Slot::Left | Slot::Up { .. } => Slot::Label(words(grid, row, column)),
        other => other.clone(),
    };
    (0..grid.len()).map(|row| (0..grid[row].len()).map(|column| slot(row, column)).collect()).collect()
}

fn words(grid: &Grid, row: usize, column: usize) -> String {
    match &grid[row][column] {
        Slot::Label(text) | Slot::Value(text) => text.clone(),
        Slot::Left => words(grid, row, column - 1),
        Slot::Up { .. } => words(grid, row - 1, column),
    }
}
