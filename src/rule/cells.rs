//! What the rules on single cells share: walking a table, naming a place by its keys.

use super::body::Body;
use super::sums::is_count;
use super::{Context, Reason, Record};
use crate::finding::{Finding, Severity};
use crate::form::{CellKind, CellRef, TableKey};
use crate::gather::Gather;
use crate::report::{Cell, CellState, Report};
use crate::text::{Number, Source};

/// The cell with these keys; `None` if the report's form has no such cell.
pub fn place(context: &Context, table: TableKey, row: &str, column: &str) -> Option<CellRef> {
    let form = context.form()?.table(table);
    let row = form.row_index(row)?;
    let column = form.block(row).columns.iter().position(|c| c.key == column)? as u8;
    Some(CellRef { table, row, column })
}

/// What the cell at `place` is for.
pub fn kind(context: &Context, place: CellRef) -> CellKind {
    context.form().map_or(CellKind::Text, |form| form.table(place.table).column(place).kind)
}

/// Every cell of `table` in the report's form.
pub fn all(context: &Context, table: TableKey) -> Vec<CellRef> {
    context.form().map_or_else(Vec::new, |form| form.table(table).cells().gather())
}

/// Whether nothing but counts in plain digits and blanks stands in each of the tables.
pub fn plain(source: &Source, report: &Report) -> [bool; 3] {
    let text = source.text().as_bytes();
    let is_plain = |cell: &Cell| match (cell.state, cell.value, cell.span) {
        (CellState::Blank, ..) => true,
        (CellState::Number | CellState::Inferred, Some(number), Some(span)) => {
            is_count(number) && text[span.range()].iter().all(u8::is_ascii_digit)
        }
        _ => false,
    };
    TableKey::ALL.map(|key| report.table(key).was_read() && report.table(key).cells.iter().all(is_plain))
}

/// As [`look_at_each`], for a `look` that finds nothing in blanks and in counts written in
/// plain digits.
pub fn look_at_odd(
    context: &Context,
    record: &mut Record,
    table: TableKey,
    kinds: &[CellKind],
    look: &dyn Fn(CellRef, &Cell) -> Option<Finding>,
) {
    let Some(form) = context.form().filter(|_| context.plain[table as usize]) else {
        return look_at_each(context, record, table, kinds, look);
    };
    for block in form.table(table).blocks {
        let columns = block.columns.iter().filter(|column| kinds.contains(&column.kind)).count();
        record.outcome.passed += (block.rows.len() * columns) as u32;
    }
}

/// Looks at every cell of `table` that holds one of `kinds`; a finding is a failed look.
/// A table that was not read is one look that could not be made.
pub fn look_at_each(
    context: &Context,
    record: &mut Record,
    table: TableKey,
    kinds: &[CellKind],
    look: &dyn Fn(CellRef, &Cell) -> Option<Finding>,
) {
    if let Some(reason) = Context::why_unread(context.report, table) {
        return record.unassessable(reason);
    }
    let Some(form) = context.form() else { return };
    let mut cells = &context.report.table(table).cells[..];
    let mut row = 0;
    for block in form.table(table).blocks {
        for _ in block.rows {
            let Some((of_row, rest)) = cells.split_at_checked(block.columns.len()) else { return };
            for ((column, cell), head) in (0..).zip(of_row).zip(block.columns) {
                if !kinds.contains(&head.kind) {
                    continue;
                }
                if matches!(cell.state, CellState::Missing | CellState::Unread) {
                    record.unassessable(Reason::CellUnread);
                    continue;
                }
                match look(CellRef { table, row, column }, cell) {
                    Some(finding) => record.find(finding),
                    None => record.pass(),
                }
            }
            cells = rest;
            row += 1;
        }
    }
}

/// A cell with the number that stands in it.
pub type Filled = (CellRef, Number);

/// Holds the cells of `columns` against each other in every row that has all of
/// these columns; a finding is a failed look. A cell without a number, a blank one
/// included, is a look that could not be made.
pub fn look_at_rows(
    context: &Context,
    record: &mut Record,
    table: TableKey,
    columns: &[&str],
    look: &dyn Fn(&[Filled]) -> Option<Finding>,
) {
    if let Some(reason) = Context::why_unread(context.report, table) {
        return record.unassessable(reason);
    }
    let Some(form) = context.form() else { return };
    let (wanted, mut next) = (columns.len(), 0);
    for block in form.table(table).blocks {
        let rows = next..next + block.rows.len() as u8;
        next = rows.end;
        let column = |key: &&str| block.columns.iter().position(|column| column.key == *key);
        let columns: Vec<usize> = columns.iter().map_while(column).gather();
        if columns.len() < wanted {
            continue;
        }
        for row in rows {
            let places = columns.iter().map(|column| CellRef { table, row, column: *column as u8 });
            let numbers: Vec<Filled> =
                places.filter_map(|place| Some((place, context.cell(place).value?))).gather();
            if numbers.len() < wanted {
                record.unassessable(Reason::CellUnread);
                continue;
            }
            match look(&numbers) {
                // Whoever cannot issue 规章 has none to count: T2-B05 says so.
                Some(_)
                    if form.table(table).row(row).key == "regulations"
                        && context.body.is_some_and(Body::cannot_regulate) =>
                {
                    record.fail_explained();
                }
                Some(finding) => record.find(finding),
                None => record.pass(),
            }
        }
    }
}

/// A finding of `rule` on `place`, with the number that stands there.
pub fn finding_on(context: &Context, rule: &'static str, severity: Severity, place: CellRef) -> Finding {
    let cell = context.cell(place);
    Finding::new(rule, severity).on_cell(place, cell.span).with_numbers(cell.value, None)
}
