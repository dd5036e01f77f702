//! What a table has, as lists instead of blocks within blocks.

use super::{Block, CellRef, Row, Table};

/// The rows and cells of a table, listed once: they are walked for every rule.
pub(super) struct Lists {
    pub(super) table: &'static Table,
    pub(super) rows: Vec<(&'static Block, &'static Row)>,
    pub(super) cells: Vec<CellRef>,
}

impl Lists {
    /// Lists them for `table`.
    pub(super) fn of(table: &'static Table) -> Self {
        let mut rows = Vec::new();
        let mut cells = Vec::new();
        for block in table.blocks {
            for row in block.rows {
                let columns = 0..block.columns.len() as u8;
                let at = rows.len() as u8;
                cells.extend(columns.map(|column| CellRef { table: table.key, row: at, column }));
                rows.push((block, row));
            }
        }
        Self { table, rows, cells }
    }
}
