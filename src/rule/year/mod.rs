//! Y: this year's report held against that of the year before.
//!
//! Findings stand in the checked text; what last year's report says is in their words
//! and numbers, never a place.

pub mod carried_in;
pub mod carried_in_columns;
pub mod copied_text;
pub mod documents_in_force;
pub mod growth;
pub mod items_before;
pub mod pending_cases;
pub mod repealed_documents;
mod sentences;
pub mod stale_year;
pub mod sudden_change;

use super::cells::{Filled, place};
use super::{Context, Reason, Record};
use crate::form::{CellRef, TableKey};
use crate::gather::Gather;
use crate::lang::Text;
use crate::previous::Previous;
use crate::text::Number;

/// What the rules on figures carried from one report to the next go by.
const CARRIED_FIGURES: Text = Text::new(
    "统一格式；相邻两年报告的数据应当衔接",
    "The uniform form; the figures of one year's report carry on those of the year before",
);

/// A cell by the keys of its row and column.
type Keys<'k> = (&'k str, &'k str);

/// One table of both years.
struct Years<'a> {
    context: &'a Context<'a>,
    previous: &'a Previous<'a>,
    table: TableKey,
}

impl<'a> Years<'a> {
    /// `table` of both years; else one look that could not be made.
    fn of(context: &'a Context<'a>, record: &mut Record, table: TableKey) -> Option<Self> {
        Self::read(context, table).map_err(|reason| record.unassessable(reason)).ok()
    }

    /// `table` of both years, or why it is not known.
    fn read(context: &'a Context<'a>, table: TableKey) -> Result<Self, Reason> {
        let previous = context.previous.ok_or(Reason::NotStated)?;
        if context.form().is_none() || previous.report.form().is_none() {
            return Err(Reason::EditionsDiffer);
        }
        match Context::why_unread(context.report, table) {
            Some(reason) => Err(reason),
            None if Context::why_unread(&previous.report, table).is_some() => {
                Err(Reason::PreviousTable(table))
            }
            None => Ok(Self { context, previous, table }),
        }
    }

    /// The same, where both years show one edition.
    fn of_one_edition(context: &'a Context, record: &mut Record, table: TableKey) -> Option<Self> {
        if context.previous?.report.edition != context.report.edition {
            record.unassessable(Reason::EditionsDiffer);
            return None;
        }
        Self::of(context, record, table)
    }

    /// The numbers of cells of this year and of cells of the year before; where one of
    /// them is not known, that is a look that could not be made.
    fn numbers(
        &self,
        record: &mut Record,
        now: &[Keys],
        before: &[Keys],
    ) -> Option<(Vec<Filled>, Vec<Number>)> {
        let mut reason = None;
        let mut filled = Vec::new();
        for keys in now {
            match self.now(*keys) {
                Ok(cell) => filled.push(cell),
                Err(why) => reason = reason.or(Some(why)),
            }
        }
        let numbers: Vec<Number> = before.iter().filter_map(|keys| self.before(*keys)).gather();
        if numbers.len() < before.len() {
            reason = reason.or(Some(Reason::PreviousCell));
        }
        match reason {
            Some(reason) => record.unassessable(reason),
            None => return Some((filled, numbers)),
        }
        None
    }

    /// The number of a cell of this year.
    fn now(&self, (row, column): Keys) -> Result<Filled, Reason> {
        let place = place(self.context, self.table, row, column).ok_or(Reason::EditionsDiffer)?;
        let number = self.context.cell(place).value.ok_or(Reason::CellUnread)?;
        match self.context.sums.cause {
            Some(cause) if cause.cell == place => Err(Reason::CellDoubtful),
            _ => Ok((place, number)),
        }
    }

    /// Whether the form of the year before has such a cell.
    fn has_before(&self, keys: Keys) -> bool {
        self.place_before(keys).is_some()
    }

    fn place_before(&self, (row, column): Keys) -> Option<CellRef> {
        let form = self.previous.report.form()?.table(self.table);
        let row = form.row_index(row)?;
        let column = form.block(row).columns.iter().position(|c| c.key == column)? as u8;
        Some(CellRef { table: self.table, row, column })
    }

    /// The number of a cell of the year before, if it can be relied on.
    fn before(&self, keys: Keys) -> Option<Number> {
        let place = self.place_before(keys)?;
        let is_wrong = self.previous.sums.cause.is_some_and(|cause| cause.cell == place);
        self.previous.report.cell(place).value.filter(|_| !is_wrong)
    }
}
