//! A statutory table as a grid, merged cells spread out.

use gouji::form::{LayoutCell, TableKey, layout};

use super::model::Model;

/// One place of the grid.
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

/// The grid of one table of `model`, as the form lays it out.
pub fn grid(model: &Model, key: TableKey) -> Grid {
    let mut grid: Grid = Vec::new();
    // What reaches down into the rows below: for each column how many rows are left
    // and whether it is the leftmost column of its cell.
    let mut reach: Vec<(u8, bool)> = vec![(0, false); 32];
    for row in layout(model.edition, key) {
        let mut slots = Vec::new();
        let mut cells = row.into_iter();
        loop {
            while reach[slots.len()].0 > 0 {
                let column = slots.len();
                reach[column].0 -= 1;
                slots.push(Slot::Up { first: reach[column].1 });
            }
            let Some(cell) = cells.next() else { break };
            let (slot, columns, rows) = match cell {
                LayoutCell::Label { text, columns, rows, .. } => (Slot::Label(text), columns, rows),
                LayoutCell::Value { cell, columns } => {
                    (Slot::Value(model.written[&cell].clone()), columns, 1)
                }
            };
            for offset in 0..columns {
                reach[slots.len()] = (rows - 1, offset == 0);
                slots.push(if offset == 0 { slot.clone() } else { Slot::Left });
            }
        }
        grid.push(slots);
    }
    grid
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

fn words(grid: &Grid, row: usize, column: usize) -> String {
    match &grid[row][column] {
        Slot::Label(text) | Slot::Value(text) => text.clone(),
        Slot::Left => words(grid, row, column - 1),
        Slot::Up { .. } => words(grid, row - 1, column),
    }
}
