//! The blank cells of a table, and which of them another finding speaks of. A blank cell is named
//! once: by the total it should be, by the single wrong cell it is, by the whole row
//! or columns it belongs to, or, failing all of these, by the table's one finding.

use super::cells::{finding_on, kind, place};
use super::filling::fill_with_zeros;
use super::sums::{Balance, BlankTotal};
use super::{Context, Record};
use crate::finding::{Role, Severity};
use crate::form::{CellKind, CellRef, TableKey};
use crate::gather::Gather;
use crate::report::CellState;
use crate::text::Number;

const APPLICATIONS: TableKey = TableKey::Applications;

/// One finding of `rule` for all blank cells of a table, except those of which other
/// findings speak.
pub fn find_blanks(context: &Context, record: &mut Record, rule: &'static str, table: TableKey) {
    if let Some(reason) = Context::why_unread(context.report, table) {
        return record.unassessable(reason);
    }
    let Some(form) = context.form() else { return };
    let cells = &context.report.table(table).cells;
    if !cells.iter().any(|cell| cell.state == CellState::Blank) {
        return record.pass();
    }
    let named = named(context, table);
    let blank: Vec<CellRef> = form
        .table(table)
        .cells()
        .zip(cells)
        .filter(|(place, cell)| {
            cell.state == CellState::Blank
                && kind(context, *place) != CellKind::Text
                && !named.contains(place)
        })
        .map(|(place, _)| place)
        .gather();
    let Some((first, others)) = blank.split_first() else { return record.pass() };
    let mut finding =
        finding_on(context, rule, Severity::Warning, *first).with("n", blank.len()).with("m", cells.len());
    for place in others {
        finding = finding.with_related(context.related(*place, Role::Same));
    }
    finding.fix = fill_with_zeros(context, &blank);
    record.find(finding);
}

/// Whether any cell of 表三 is blank; mostly none is.
fn any_blank(context: &Context) -> bool {
    context.report.table(APPLICATIONS).cells.iter().any(|cell| cell.state == CellState::Blank)
}

/// The blank cells of `table` that other findings than the table's own name.
fn named(context: &Context, table: TableKey) -> Vec<CellRef> {
    let sums = context.sums;
    let mut named: Vec<CellRef> = sums.blank_totals.iter().map(|total| total.cell).gather();
    if let Some(cause) = sums.cause {
        named.push(cause.cell);
    }
    // A part left blank is the likely reason why its group falls short of the total.
    for sum in sums.of_table(TableKey::Remedies).filter(|sum| !sum.explained) {
        if matches!(sum.balance, Balance::Fails { left, right } if left > right) {
            named.extend(sum.equation.right.iter().copied());
        }
    }
    if table == APPLICATIONS {
        if whole_closed_row(context) {
            named.extend(closed_row(context));
        }
        if whole_organizations(context) {
            named.extend(organizations(context));
        }
        named.extend(omitted_totals(context, &column_totals(context)));
    }
    named
}

/// Blank totals of 表三 that are not part of a row of blank totals (T3-V08).
pub fn column_totals(context: &Context) -> Vec<BlankTotal> {
    let closed = if whole_closed_row(context) { closed_row(context) } else { Vec::new() };
    let is_here = |total: &&BlankTotal| total.cell.table == APPLICATIONS && !closed.contains(&total.cell);
    context.sums.blank_totals.iter().filter(is_here).copied().gather()
}

/// The cells of （七）总计.
pub fn closed_row(context: &Context) -> Vec<CellRef> {
    let Some(form) = context.form() else { return Vec::new() };
    let row = form.table(APPLICATIONS).row_index("closed");
    form.table(APPLICATIONS).cells().filter(|cell| Some(cell.row) == row).gather()
}

/// Whether （七）总计 is blank as a whole and stands out by it: there are results to
/// sum, or no other row is blank as a whole. Else the blanks of the table say it.
pub fn whole_closed_row(context: &Context) -> bool {
    if !any_blank(context) {
        return false;
    }
    let closed = closed_row(context);
    let is_blank = |cell: &CellRef| context.cell(*cell).state == CellState::Blank;
    if closed.is_empty() || !closed.iter().all(is_blank) {
        return false;
    }
    if context.sums.blank_totals.iter().any(|total| closed.contains(&total.cell)) {
        return true;
    }
    let Some(form) = context.form() else { return false };
    let table = form.table(APPLICATIONS);
    (0..table.row_count() as u8)
        .filter(|row| *row != closed[0].row)
        .all(|row| !table.cells().filter(|cell| cell.row == row).all(|cell| is_blank(&cell)))
}

/// The cells of the column 总计 of 表三 that were left out together: all of them, or a run
/// of blank ones in which three or more have something to sum, which is no oversight of one row.
/// `totals` are those that have. None where each is its own.
pub fn omitted_totals(context: &Context, totals: &[BlankTotal]) -> Vec<CellRef> {
    let Some(last) = place(context, APPLICATIONS, "closed", "total") else { return Vec::new() };
    let column = columns(context, last.column, last.column);
    let mut omitted = Vec::new();
    for run in column.split(|cell| context.cell(*cell).state != CellState::Blank) {
        let sums = totals.iter().filter(|total| run.contains(&total.cell)).count();
        if sums >= 3 || sums > 0 && run.len() == column.len() {
            omitted.extend_from_slice(run);
        }
    }
    omitted
}

/// The cells of the five kinds of legal person or organization.
pub fn organizations(context: &Context) -> Vec<CellRef> {
    let first = place(context, APPLICATIONS, "closed", "enterprise");
    let last = place(context, APPLICATIONS, "closed", "other_org");
    let Some((first, last)) = first.zip(last) else { return Vec::new() };
    columns(context, first.column, last.column)
}

/// Whether the columns of legal persons and organizations are blank as a whole while
/// natural persons and totals are filled in and the same in every row: somebody who
/// had only natural persons left the other columns out.
pub fn whole_organizations(context: &Context) -> bool {
    if !any_blank(context) {
        return false;
    }
    let Some(form) = context.form() else { return false };
    let blank = organizations(context);
    if blank.is_empty() || !blank.iter().all(|cell| context.cell(*cell).state == CellState::Blank) {
        return false;
    }
    form.table(APPLICATIONS).rows().all(|(_, row)| {
        let value =
            |column| -> Option<Number> { context.cell(place(context, APPLICATIONS, row.key, column)?).value };
        value("natural_person").is_some() && value("natural_person") == value("total")
    })
}

fn columns(context: &Context, first: u8, last: u8) -> Vec<CellRef> {
    let Some(form) = context.form() else { return Vec::new() };
    form.table(APPLICATIONS).cells().filter(|cell| (first..=last).contains(&cell.column)).gather()
}
