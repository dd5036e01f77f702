//! The statutory forms as data.
//!
//! An edition is one file of constants: its tables, rows, columns, accepted
//! labels, identities, years and legal source. Recognition, the typed report,
//! the arithmetic rules, the table view, the blank form and every export read
//! that one file. A new edition is one new file, one line in [`EDITIONS`] and one name in
//! [`EditionId`].

mod applications;
mod disclosure;
mod edition_2019;
mod edition_2019_draft;
mod edition_2021;
mod grid;
mod identity;
mod label;
mod layout;
pub mod legacy;
mod lists;
mod remedies;
pub mod section;

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use crate::gather::Gather;
use crate::lang::{Lang, Text};

pub use crate::text::numeral::CellKind;
pub use grid::{Place, grid};
pub use identity::{Axis, Equation, Identity, Line};
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use label::labels;
pub use label::{Column, Group, Row};
pub use layout::{LayoutCell, LayoutRow, layout};
use lists::Lists;

/// The editions with cells, in the order of the catalogue.
pub static EDITIONS: [&Edition; 3] =
    [&edition_2019::EDITION, &edition_2019_draft::EDITION, &edition_2021::EDITION];

/// Which form a report shows. The edition is the one its tables show, not the
/// one its year asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum EditionId {
    /// 国办公开办函〔2019〕60号, for the years 2019 and 2020.
    E2019,
    /// The non-uniform 表二 some bodies used for 2020; its origin is not known.
    E2019Draft,
    /// 国办公开办函〔2021〕30号, for the years from 2021.
    E2021,
    /// The statistics form up to 2018: recognised, without cells.
    Legacy,
}

impl EditionId {
    /// The name the contract uses: `2019`, `2019-draft`, `2021`, `legacy`.
    pub fn key(self) -> &'static str {
        match self {
            Self::E2019 => "2019",
            Self::E2019Draft => "2019-draft",
            Self::E2021 => "2021",
            Self::Legacy => "legacy",
        }
    }

    /// The form's data; `None` for the legacy form, which has no cells.
    pub fn edition(self) -> Option<&'static Edition> {
        EDITIONS.iter().copied().find(|e| e.id == self)
    }

    /// The edition a report for `year` has to use.
    pub fn required_for(year: i32) -> Self {
        match EDITIONS
            .iter()
            .find(|e| e.official && year >= e.years.0 && e.years.1.is_none_or(|last| year <= last))
        {
            Some(edition) => edition.id,
            None => Self::Legacy,
        }
    }

    /// The edition's short name, for a chip or a sentence.
    pub fn name(self) -> Text {
        match self.edition() {
            Some(edition) => edition.name,
            None => Text::new("2018 年及以前统计表", "statistics form up to 2018"),
        }
    }
}

/// One of the three statutory tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum TableKey {
    /// 表二, section two: 主动公开政府信息情况.
    Disclosure,
    /// 表三, section three: 收到和处理政府信息公开申请情况.
    Applications,
    /// 表四, section four: 政府信息公开行政复议、行政诉讼情况.
    Remedies,
}

impl TableKey {
    /// The three tables in the order of the form.
    pub const ALL: [Self; 3] = [Self::Disclosure, Self::Applications, Self::Remedies];

    /// The name in cell ids.
    pub fn key(self) -> &'static str {
        match self {
            Self::Disclosure => "disclosure",
            Self::Applications => "applications",
            Self::Remedies => "remedies",
        }
    }

    /// The table's usual short name: 表二, 表三, 表四.
    pub fn name(self) -> Text {
        match self {
            Self::Disclosure => Text::new("表二", "Table 2"),
            Self::Applications => Text::new("表三", "Table 3"),
            Self::Remedies => Text::new("表四", "Table 4"),
        }
    }

    /// The section the table stands in.
    pub fn section(self) -> section::SectionKey {
        match self {
            Self::Disclosure => section::SectionKey::Disclosure,
            Self::Applications => section::SectionKey::Applications,
            Self::Remedies => section::SectionKey::Remedies,
        }
    }
}

/// Rows that share their columns. 表二 has one block for each item of 第二十条;
/// 表三 and 表四 have one.
#[derive(Debug)]
pub struct Block {
    /// The label over the block, as 第二十条第（一）项; empty where there is none.
    pub label: &'static str,
    /// The columns, in the form's order.
    pub columns: &'static [Column],
    /// The rows, in the form's order.
    pub rows: &'static [Row],
}

/// One statutory table of an edition.
#[derive(Debug)]
pub struct Table {
    /// Which of the three.
    pub key: TableKey,
    /// Its blocks, in the form's order.
    pub blocks: &'static [Block],
    /// Labels over several rows.
    pub groups: &'static [Group],
    /// The note in its corner; empty where there is none.
    pub note: &'static str,
}

/// One edition of the form.
#[derive(Debug)]
pub struct Edition {
    /// Its identity.
    pub id: EditionId,
    /// Its short name.
    pub name: Text,
    /// Where it comes from.
    pub source: Text,
    /// First and last reporting year; no last year while it is in force.
    pub years: (i32, Option<i32>),
    /// Whether a year can require it. The draft form is never required.
    pub official: bool,
    /// 表二, 表三, 表四.
    pub tables: [&'static Table; 3],
    /// The identities that hold in it.
    pub identities: &'static [Identity],
    /// Table labels by which it is told from the others.
    pub signatures: &'static [&'static str],
}

/// A place in a form: table, row (counted over the table's blocks) and column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct CellRef {
    /// The table.
    pub table: TableKey,
    /// The row, counted from 0 over all blocks of the table.
    pub row: u8,
    /// The column, counted from 0 in the row's block.
    pub column: u8,
}

impl Edition {
    /// The table `key`.
    pub fn table(&self, key: TableKey) -> &'static Table {
        self.tables[key as usize]
    }

    /// Every cell in the form's order.
    pub fn cells(&self) -> impl Iterator<Item = CellRef> + Clone {
        self.tables.into_iter().flat_map(Table::cells)
    }

    /// The cell's id in the contract: `<table>/<row>/<column>`.
    pub fn cell_id(&self, cell: CellRef) -> String {
        let table = self.table(cell.table);
        let (row, column) = (table.row(cell.row), table.column(cell));
        [cell.table.key(), "/", row.key, "/", column.key].concat()
    }

    /// The cell with the contract's id `id`; `None` if the form has no such cell.
    pub fn cell(&self, id: &str) -> Option<CellRef> {
        self.cells().find(|cell| self.cell_id(*cell) == id)
    }

    /// The cell's place in words, as 表三 · （七）总计 · 自然人.
    pub fn cell_name(&self, cell: CellRef, lang: Lang) -> String {
        let table = self.table(cell.table);
        let (row, column) = (table.row(cell.row), table.column(cell));
        let group = table.group_of(row);
        let mut name = cell.table.name().get(lang).to_string();
        let mut push = |part: &str| {
            name.push_str(" · ");
            name.push_str(part);
        };
        match lang {
            Lang::Zh => {
                if let Some(group) = group {
                    push(&[group.ordinal, group.label].concat());
                }
                push(&row.full_label());
                push(column.label);
            }
            Lang::En => {
                if let Some(group) = group {
                    push(group.english());
                }
                push(row.english());
                push(column.english());
            }
        }
        name
    }

    /// The equations of the edition: every identity written out for its rows or
    /// columns, in the order of the form's data.
    pub fn equations(&'static self) -> &'static [Equation] {
        static ALL: LazyLock<Vec<(EditionId, Vec<Equation>)>> = LazyLock::new(|| {
            EDITIONS.iter().map(|e| (e.id, identity::write_out(e.identities, e.tables))).gather()
        });
        ALL.iter().find(|(id, _)| *id == self.id).map_or(&[], |(_, equations)| equations)
    }
}

impl Table {
    /// All rows with the block each stands in. A list, because a chain of iterators is
    /// written out anew wherever it is walked.
    pub fn rows(&self) -> Listed<(&'static Block, &'static Row)> {
        self.lists().map_or(&[][..], |lists| &lists.rows).iter().copied()
    }

    /// What of its rows and cells is listed once for all; `None` for a table of no edition.
    fn lists(&self) -> Option<&'static Lists> {
        static ALL: LazyLock<Vec<Lists>> =
            LazyLock::new(|| EDITIONS.iter().flat_map(|edition| edition.tables).map(Lists::of).gather());
        ALL.iter().find(|lists| std::ptr::eq(lists.table, self))
    }

    /// How many rows the table has over all blocks.
    pub fn row_count(&self) -> usize {
        self.blocks.iter().map(|b| b.rows.len()).sum()
    }

    /// The row with the number `index` over all blocks.
    ///
    /// # Panics
    /// When the table has no such row; rows come from the form, never from a text.
    pub fn row(&self, index: u8) -> &'static Row {
        let (block, first) = self.block_at(index).expect("a row of this table");
        &block.rows[index as usize - first.row]
    }

    /// The block that row `index` stands in.
    ///
    /// # Panics
    /// As [`Table::row`].
    pub fn block(&self, index: u8) -> &'static Block {
        self.block_at(index).expect("a row of this table").0
    }

    /// The column of a cell.
    pub fn column(&self, cell: CellRef) -> &'static Column {
        &self.block(cell.row).columns[cell.column as usize]
    }

    /// The number of the row with `key`.
    pub fn row_index(&self, key: &str) -> Option<u8> {
        let mut rows = self.blocks.iter().flat_map(|block| block.rows);
        rows.position(|row| row.key == key).map(|index| index as u8)
    }

    /// The group a row stands in.
    pub fn group_of(&self, row: &Row) -> Option<&'static Group> {
        row.group.and_then(|key| self.groups.iter().find(|g| g.key == key))
    }

    /// Every cell in the form's order.
    pub fn cells(&self) -> Listed<CellRef> {
        self.lists().map_or(&[][..], |lists| &lists.cells).iter().copied()
    }

    /// The place of the cell among [`Table::cells`]; past them for a row that the
    /// table does not have.
    pub fn cell_index(&self, cell: CellRef) -> usize {
        match self.block_at(cell.row) {
            Some((block, first)) => {
                first.cell + (cell.row as usize - first.row) * block.columns.len() + cell.column as usize
            }
            None => usize::MAX,
        }
    }

    /// The block that row `index` stands in, and where that begins. Goes by blocks, of
    /// which no table has more than a few: cells are looked up all the time.
    fn block_at(&self, index: u8) -> Option<(&'static Block, First)> {
        let mut first = First { row: 0, cell: 0 };
        for block in self.blocks {
            if (index as usize) < first.row + block.rows.len() {
                return Some((block, first));
            }
            first.row += block.rows.len();
            first.cell += block.rows.len() * block.columns.len();
        }
        None
    }
}

/// What the form lists.
type Listed<T> = std::iter::Copied<std::slice::Iter<'static, T>>;

/// The first row and cell of a block, counted over its table.
#[derive(Clone, Copy)]
struct First {
    row: usize,
    cell: usize,
}
