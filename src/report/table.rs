//! What was read of a table: its cells, rows and heads.

use serde::{Deserialize, Serialize};

use super::Wording;
use crate::form::{EditionId, Table, TableKey};
use crate::gather::Gather;
use crate::text::{Number, Span};

/// What was read of one table.
#[derive(Debug, Clone, PartialEq)]
pub struct TableReading {
    /// Which one.
    pub key: TableKey,
    /// From its first label to its last value; `None` when there is no such table.
    pub span: Option<Span>,
    /// The form its own labels show, where they show one.
    pub shows: Option<EditionId>,
    /// Why it was not read, when it is there and most cells found no place.
    pub unread: Option<UnreadReason>,
    /// Every cell of the form's table, in the form's order; empty without an edition.
    pub cells: Vec<Cell>,
    /// Every row of the form's table, in the form's order; empty without an edition.
    pub rows: Vec<RowReading>,
    /// The form's rows in the order in which the text has them.
    pub order: Vec<u8>,
    /// Rows the form does not have.
    pub extra_rows: Vec<ExtraRow>,
    /// Labels of blocks that the form does not have (表二).
    pub extra_blocks: Vec<Span>,
    /// Column heads, the first time each; those of a block in the order of its columns.
    pub heads: Vec<HeadReading>,
    /// Whether column heads stand in another order than the form's; their cells
    /// were read by label all the same.
    pub columns_swapped: bool,
    /// Whether the sums of the columns told how digits of some row were split, so
    /// that they cannot confirm it.
    pub settled_by_columns: bool,
    /// The 勾稽关系 note in the corner of 表三.
    pub note: Option<Span>,
}

/// A column head of the form as the text has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HeadReading {
    /// Row of the form whose block the head belongs to: the block's first.
    pub row: u8,
    /// The column in that block.
    pub column: u8,
    /// The head's words, with whatever was added to them (a unit, a note).
    pub span: Span,
    /// How near they are to the official ones.
    pub wording: Wording,
}

/// Why a table was not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum UnreadReason {
    /// The boundaries between its cells are lost.
    BoundariesLost,
    /// Rows and columns are scattered.
    Scattered,
    /// Its labels are there and no values.
    NoValues,
}

/// What was read of one row of the form.
#[derive(Debug, Clone, PartialEq)]
pub struct RowReading {
    /// Its label; `None` where the row was placed without one, or is not there.
    pub label: Option<Span>,
    /// How near the label is to the official one.
    pub wording: Wording,
    /// Whether the row is there.
    pub state: RowState,
    /// Whether its label stands in another column than its neighbours'.
    pub shifted: bool,
    /// Further rows with the same label; the first was read.
    pub repeats: Vec<Span>,
    /// Whether the row's own sum told where its values belong, so that it cannot
    /// confirm them.
    pub placed_by_sum: bool,
}

impl RowReading {
    /// A row the report does not have.
    pub const MISSING: Self = Self {
        label: None,
        wording: Wording::Official,
        state: RowState::Missing,
        shifted: false,
        repeats: Vec::new(),
        placed_by_sum: false,
    };
}

/// Whether and how a row was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowState {
    /// Its cells were read.
    Read,
    /// It is there with `found` values where the form has another number; they
    /// were not read.
    WrongCount {
        /// How many values stand there.
        found: u16,
    },
    /// It is there, but its values could not be told apart or found.
    Unread,
    /// The report does not have it.
    Missing,
}

/// A row the form does not have: a subtotal, or something somebody added.
#[derive(Debug, Clone, PartialEq)]
pub struct ExtraRow {
    /// Its label.
    pub label: Span,
    /// The form's group whose subtotal it is (its key), where it is one.
    pub group: Option<&'static str>,
    /// Its values, one for each column; empty where they do not fit the columns.
    pub cells: Vec<Cell>,
}

/// The state of a cell, as the contract defines it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum CellState {
    /// A number was read.
    Number,
    /// The cell is there and empty, or holds only a mark for nothing.
    Blank,
    /// The cell is there and holds something that is no number.
    Text,
    /// Its boundary was lost and the form's own sums leave one reading.
    Inferred,
    /// The cell is there, but what belongs to it could not be told.
    Unread,
    /// The report does not have it.
    Missing,
}

impl CellState {
    /// The name in the JSON.
    pub fn key(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Blank => "blank",
            Self::Text => "text",
            Self::Inferred => "inferred",
            Self::Unread => "unread",
            Self::Missing => "missing",
        }
    }
}

/// One cell of the form as the report has it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Cell {
    /// Its state.
    pub state: CellState,
    /// The number, in 万元 for amounts; only with [`CellState::Number`] and
    /// [`CellState::Inferred`].
    pub value: Option<Number>,
    /// Its characters, trimmed; no width for an empty cell, `None` when missing or
    /// when nothing of it could be found.
    pub span: Option<Span>,
}

impl Cell {
    /// A cell the report does not have.
    pub const MISSING: Self = Self { state: CellState::Missing, value: None, span: None };

    /// What the cell counts for in a sum: its number, or 0 where it is blank.
    /// `None` where that is not known.
    pub fn in_sum(&self) -> Option<Number> {
        match self.state {
            CellState::Number | CellState::Inferred => self.value,
            CellState::Blank => Some(Number::ZERO),
            CellState::Text | CellState::Unread | CellState::Missing => None,
        }
    }
}

impl TableReading {
    /// A table that is not there.
    pub fn absent(key: TableKey) -> Self {
        Self {
            key,
            span: None,
            shows: None,
            unread: None,
            cells: Vec::new(),
            rows: Vec::new(),
            order: Vec::new(),
            extra_rows: Vec::new(),
            extra_blocks: Vec::new(),
            heads: Vec::new(),
            columns_swapped: false,
            settled_by_columns: false,
            note: None,
        }
    }

    /// A table that is not there, with every cell and row of `form` missing.
    pub fn missing(form: &'static Table) -> Self {
        Self {
            cells: vec![Cell::MISSING; form.cells().count()],
            rows: form.rows().map(|_| RowReading::MISSING).gather(),
            ..Self::absent(form.key)
        }
    }

    /// Whether the table is there and its cells were read.
    pub fn was_read(&self) -> bool {
        self.span.is_some() && self.unread.is_none()
    }
}
