//! What the rules on single cells share: walking a table, naming a place by its
//! keys, telling how a number is written, filling blanks.

use super::{Context, Reason, Record};
use crate::finding::{Applicability, Edit, Finding, Fix, Role, Severity};
use crate::form::{CellKind, CellRef, Column, TableKey};
use crate::order;
use crate::report::{Cell, CellState};
use crate::text::Number;

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
    context.form().map_or_else(Vec::new, |form| form.table(table).cells().collect())
}

/// Looks at every cell of `table` that holds one of `kinds`; a finding is a failed look.
/// A table that was not read is one look that could not be made.
pub fn look_at_each(
    context: &Context,
    record: &mut Record,
    table: TableKey,
    kinds: &[CellKind],
    look: &dyn Fn(CellRef, Cell) -> Option<Finding>,
) {
    if let Some(reason) = Context::why_unread(context.report, table) {
        return record.unassessable(reason);
    }
    let Some(form) = context.form() else { return };
    let form = form.table(table);
    let mut columns: &[Column] = &[];
    for (place, cell) in form.cells().zip(&context.report.table(table).cells) {
        if place.column == 0 {
            columns = form.block(place.row).columns;
        }
        if !kinds.contains(&columns[place.column as usize].kind) {
            continue;
        }
        if matches!(cell.state, CellState::Missing | CellState::Unread) {
            record.unassessable(Reason::CellUnread);
            continue;
        }
        match look(place, *cell) {
            Some(finding) => record.find(finding),
            None => record.pass(),
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
    for (_, row) in form.table(table).rows() {
        let places: Vec<CellRef> =
            columns.iter().filter_map(|column| place(context, table, row.key, column)).collect();
        if places.len() < columns.len() {
            continue;
        }
        let numbers: Vec<Filled> =
            places.iter().filter_map(|place| Some((*place, context.cell(*place).value?))).collect();
        if numbers.len() < columns.len() {
            record.unassessable(Reason::CellUnread);
            continue;
        }
        match look(&numbers) {
            Some(finding) => record.find(finding),
            None => record.pass(),
        }
    }
}

/// A finding of `rule` on `place`, with the number that stands there.
pub fn finding_on(context: &Context, rule: &'static str, severity: Severity, place: CellRef) -> Finding {
    let cell = context.cell(place);
    Finding::new(rule, severity).on_cell(place, cell.span).with_numbers(cell.value, None)
}

/// Replaces what stands in `place`; a person decides, for it touches a number.
pub fn refill(context: &Context, place: CellRef, number: Number) -> Option<Fix> {
    Some(Fix::review(context.cell(place).span?, crate::render::wording::number(number)))
}

/// Fills every one of `places` with 0, in the order of the text; `None` where two of
/// them stand in the same spot, so that the zeros would run together.
pub fn fill_with_zeros(context: &Context, places: &[CellRef]) -> Option<Fix> {
    let mut edits: Vec<Edit> = places
        .iter()
        .map(|place| Some(Edit { span: context.cell(*place).span?, text: "0".into() }))
        .collect::<Option<_>>()?;
    order::by_key(&mut edits, |edit| order::span(edit.span));
    let apart = edits.windows(2).all(|pair| pair[0].span.end < pair[1].span.start);
    apart.then_some(Fix { applicability: Applicability::Review, edits })
}

/// One finding for all blank cells of a table, except those in `named`, which other
/// findings speak of.
pub fn blanks(
    context: &Context,
    record: &mut Record,
    rule: &'static str,
    table: TableKey,
    named: &[CellRef],
) {
    if let Some(reason) = Context::why_unread(context.report, table) {
        return record.unassessable(reason);
    }
    let Some(form) = context.form() else { return };
    let cells = &context.report.table(table).cells;
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
        .collect();
    let Some((first, others)) = blank.split_first() else { return record.pass() };
    let mut finding =
        finding_on(context, rule, Severity::Warning, *first).with("n", blank.len()).with("m", cells.len());
    for place in others {
        finding = finding.with_related(context.related(*place, Role::Same));
    }
    finding.fix = fill_with_zeros(context, &blank);
    record.find(finding);
}

/// How a number in a cell is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Writing {
    /// In plain digits, spaces around or within them allowed.
    Plain,
    /// In full-width digits, with thousands marks, or in Chinese numerals.
    Dressed,
    /// With a unit or a note.
    WithWords,
}

/// How the number `raw` is written. The words of a change (增, 减) are no unit.
pub fn writing(raw: &str, kind: CellKind) -> Writing {
    if raw.bytes().all(|byte| byte.is_ascii_digit()) {
        return Writing::Plain;
    }
    let is_plain = |c: char| {
        c.is_ascii_digit()
            || c.is_whitespace()
            || matches!(c, '.' | '+' | '-' | '−' | '－')
            || (kind == CellKind::Signed && matches!(c, '增' | '减' | '加' | '少' | '新' | '/' | '＋'))
    };
    let is_mark = |c: char| matches!(c, ',' | '，' | '．' | '\u{feff}' | '０'..='９');
    let is_numeral = |c: char| "〇零一二三四五六七八九十百千万两".contains(c);
    if raw.chars().all(is_plain) {
        Writing::Plain
    } else if raw.chars().all(|c| is_plain(c) || is_mark(c)) || raw.chars().all(is_numeral) {
        Writing::Dressed
    } else {
        Writing::WithWords
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_writing_of_a_number_is_told() {
        let writing = |raw| super::writing(raw, CellKind::Count);
        assert_eq!(writing("12"), Writing::Plain);
        assert_eq!(writing("2 021"), Writing::Plain);
        assert_eq!(writing("-3"), Writing::Plain);
        assert_eq!(writing("1,234"), Writing::Dressed);
        assert_eq!(writing("１２"), Writing::Dressed);
        assert_eq!(writing("十二"), Writing::Dressed);
        assert_eq!(writing("3件"), Writing::WithWords);
        assert_eq!(writing("十二件"), Writing::WithWords);
        assert_eq!(writing("22（其中修订16件）"), Writing::WithWords);
        assert_eq!(super::writing("增1减2", CellKind::Signed), Writing::Plain);
        assert_eq!(super::writing("减4项", CellKind::Signed), Writing::WithWords);
    }
}
