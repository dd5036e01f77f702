//! How many columns each cell of a table really goes over.
//!
//! Editors leave borders a hair apart: the head's cell ends a little before the value's
//! below it, and the sliver between them becomes a column of its own, which every row
//! merges into a neighbour. Such a column is none: no row has a cell of its own in it.
//! Written out it would put empty cells among a row's values.

use super::canonical::Table;

/// The widest span that is believed, and the most columns that are told apart.
const SPAN: usize = 256;
const ALL: usize = 1024;

/// The columns of each cell, row by row, without those in which no row has a cell of
/// its own. 0 for a cell beyond the last column.
pub fn widths(table: &Table) -> Vec<u32> {
    let mut cells = places(table);
    let columns = cells.iter().map(|cell| cell.1).max().unwrap_or(0);
    let mut own = vec![false; columns];
    for (start, end) in &cells {
        if start + 1 == *end {
            own[*start] = true;
        }
    }
    let mut wide: Vec<usize> = (0..cells.len()).filter(|at| cells[*at].0 + 1 < cells[*at].1).collect();
    let mut column = 0;
    // Most tables have a cell in every column.
    while column < own.len() && !wide.is_empty() {
        if own[column] {
            column += 1;
            continue;
        }
        own.remove(column);
        wide.retain(|at| {
            let (start, end) = &mut cells[*at];
            *start -= usize::from(*start > column);
            *end -= usize::from(*end > column);
            if *start + 1 == *end {
                own[*start] = true;
                return false;
            }
            true
        });
    }
    cells.iter().map(|(start, end)| (end - start) as u32).collect()
}

/// The first column of each cell and the one after its last, as cells from above leave
/// room for it. Empty for a cell beyond the last column.
fn places(table: &Table) -> Vec<(usize, usize)> {
    let mut cells = Vec::new();
    let mut covered: Vec<u32> = Vec::new();
    for row in &table.rows {
        let mut column = 0;
        for cell in row {
            while covered.get(column).is_some_and(|rows| *rows > 0) {
                column += 1;
            }
            let end = (column + (cell.columns.max(1) as usize).min(SPAN)).min(ALL);
            let column_here = column.min(end);
            cells.push((column_here, end));
            if covered.len() < end {
                covered.resize(end, 0);
            }
            for rows in &mut covered[column_here..end] {
                // One more than follow: this row is taken off below.
                *rows = (*rows).max(cell.rows.max(1));
            }
            column = end.max(column);
        }
        covered.iter_mut().for_each(|rows| *rows = rows.saturating_sub(1));
    }
    cells
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::canonical::Cell;

    fn table(rows: &[&[(u32, u32)]]) -> Table {
        let cell = |(columns, rows): &(u32, u32)| Cell { columns: *columns, rows: *rows, ..Cell::of("") };
        Table { rows: rows.iter().map(|row| row.iter().map(cell).collect()).collect() }
    }

    #[test]
    fn a_sliver_between_borders_is_no_column() {
        // The head is 1 | 2, the row below 2 | 1: three columns, of which one is a sliver.
        assert_eq!(widths(&table(&[&[(1, 1), (2, 1)], &[(2, 1), (1, 1)]])), [1, 1, 1, 1]);
        // A column that some row has a cell in stays.
        let kept = table(&[&[(1, 1), (2, 1)], &[(2, 1), (1, 1)], &[(1, 1), (1, 1), (1, 1)]]);
        assert_eq!(widths(&kept), [1, 2, 2, 1, 1, 1, 1]);
        // Cells from above count as those of their rows.
        assert_eq!(widths(&table(&[&[(1, 2), (2, 1)], &[(1, 1), (1, 1)]])), [1, 2, 1, 1]);
        assert_eq!(widths(&table(&[&[(5, 1)], &[(5, 1)]])), [1, 1]);
        assert_eq!(widths(&table(&[&[], &[(1, 0)]])), [1]);
    }

    #[test]
    fn spans_that_lie_cost_nothing() {
        assert_eq!(widths(&table(&[&[(u32::MAX, u32::MAX), (1, 1)], &[(1, 1)]])), [1, 1, 1]);
        let many = vec![(u32::MAX, 1); 10];
        assert_eq!(widths(&table(&[&many])), [1, 1, 1, 1, 0, 0, 0, 0, 0, 0]);
    }
}
