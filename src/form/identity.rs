//! The arithmetic identities (勾稽关系) of the tables, as the form's data states them and
//! as equations between cells.

use super::{CellRef, Table, TableKey};
use crate::gather::Gather;

/// Whether an identity runs along the rows or down the columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Axis {
    /// The terms are rows; the identity holds in every column.
    EachColumn,
    /// The terms are columns; the identity holds in every row.
    EachRow,
    /// The terms are columns; the identity holds in the one row named.
    InRow(&'static str),
}

/// An arithmetic identity (勾稽关系) of a table: the cells of `left` sum to the
/// cells of `right`.
#[derive(Debug)]
pub struct Identity {
    /// The rule that checks it.
    pub rule: &'static str,
    /// The table it holds in.
    pub table: TableKey,
    /// Along which direction.
    pub axis: Axis,
    /// Row or column keys of one side.
    pub left: &'static [&'static str],
    /// Row or column keys of the other side.
    pub right: &'static [&'static str],
}

/// One identity in one row or column: `left` sums to `right`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Equation {
    /// The rule that checks it.
    pub rule: &'static str,
    /// The row or column it runs through.
    pub line: Line,
    /// The cells of the side that carries the total.
    pub left: Vec<CellRef>,
    /// The cells of the other side.
    pub right: Vec<CellRef>,
    /// The places of both sides' cells among [`Table::cells`], the left first.
    pub indices: Vec<u16>,
}

impl Equation {
    fn new(table: &Table, rule: &'static str, line: Line, left: Vec<CellRef>, right: Vec<CellRef>) -> Self {
        let indices = left.iter().chain(&right).map(|cell| table.cell_index(*cell) as u16).gather();
        Self { rule, line, left, right, indices }
    }
}

/// The row or column an equation runs through.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Line {
    /// A row of the table.
    Row(u8),
    /// A column of the table.
    Column(u8),
}

/// Writes out every identity for its rows or columns of `tables`, in order.
pub(super) fn write_out(identities: &'static [Identity], tables: [&'static Table; 3]) -> Vec<Equation> {
    let mut equations = Vec::new();
    for identity in identities {
        let table = tables[identity.table as usize];
        match identity.axis {
            Axis::EachColumn => {
                let row = |key: &&str| table.row_index(key).expect("an identity names rows of its table");
                for column in 0..table.blocks[0].columns.len() as u8 {
                    let cell = |key| CellRef { table: table.key, row: row(key), column };
                    let side = |keys: &'static [&'static str]| keys.iter().map(cell).gather();
                    let (left, right) = (side(identity.left), side(identity.right));
                    equations.push(Equation::new(table, identity.rule, Line::Column(column), left, right));
                }
            }
            Axis::EachRow | Axis::InRow(_) => {
                for (index, (block, row)) in table.rows().enumerate() {
                    if matches!(identity.axis, Axis::InRow(key) if key != row.key) {
                        continue;
                    }
                    let cell = |key: &&str| CellRef {
                        table: table.key,
                        row: index as u8,
                        column: block
                            .columns
                            .iter()
                            .position(|c| c.key == *key)
                            .expect("an identity names columns of its table")
                            as u8,
                    };
                    let side = |keys: &'static [&'static str]| keys.iter().map(cell).gather();
                    let (left, right) = (side(identity.left), side(identity.right));
                    equations.push(Equation::new(table, identity.rule, Line::Row(index as u8), left, right));
                }
            }
        }
    }
    equations
}
