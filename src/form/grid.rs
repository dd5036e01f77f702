//! A table of the form as a grid, its merged cells spread out: what every output
//! in rows of cells is written from.

use super::{Edition, LayoutCell, TableKey, layout};

/// One place of the grid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// A drawn cell; a merged one stands in its first place.
    Cell(LayoutCell),
    /// A place that a cell further left reaches over.
    Left,
    /// A place that a cell further up reaches over.
    Up {
        /// Whether it is the leftmost of that cell's places in its row.
        first: bool,
    },
}

/// The rows of the table `key` of `edition`, every row as wide as the table.
pub fn grid(edition: &Edition, key: TableKey) -> Vec<Vec<Place>> {
    let mut grid = Vec::new();
    // For each column, how many rows below are still reached over, and whether the
    // column is the leftmost of the cell that reaches over them.
    let mut reach: Vec<(u8, bool)> = Vec::new();
    for row in layout(edition, key) {
        let mut places = Vec::new();
        let mut cells = row.into_iter();
        loop {
            while let Some((rows, first)) = reach.get_mut(places.len()).filter(|(rows, _)| *rows > 0) {
                *rows -= 1;
                places.push(Place::Up { first: *first });
            }
            let Some(cell) = cells.next() else { break };
            let (columns, rows) = match &cell {
                LayoutCell::Label { columns, rows, .. } => (*columns, *rows),
                LayoutCell::Value { columns, .. } => (*columns, 1),
            };
            reach.resize(reach.len().max(places.len() + columns as usize), (0, false));
            reach[places.len()] = (rows - 1, true);
            places.push(Place::Cell(cell));
            for _ in 1..columns {
                reach[places.len()] = (rows - 1, false);
                places.push(Place::Left);
            }
        }
        grid.push(places);
    }
    grid
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::EDITIONS;

    #[test]
    fn every_row_is_as_wide_as_its_table() {
        for edition in EDITIONS {
            for key in TableKey::ALL {
                let grid = grid(edition, key);
                assert!(grid.iter().all(|row| row.len() == grid[0].len()), "{:?} {key:?}", edition.id);
            }
        }
    }
}
