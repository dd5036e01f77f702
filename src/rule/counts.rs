//! What the rules on whole numbers share.

use super::cells::{finding_on, look_at_odd};
use super::filling::refill;
use super::sums::is_count;
use super::{Context, Record};
use crate::finding::{Arg, Severity};
use crate::form::{CellKind, TableKey};
use crate::report::CellState;

/// Finds every cell of `table` that counts items and holds something else: a
/// negative number, a fraction, words.
pub fn look_for_no_counts(context: &Context, record: &mut Record, rule: &'static str, table: TableKey) {
    look_at_odd(context, record, table, &[CellKind::Count], &|place, cell| {
        let is_wrong = match cell.state {
            CellState::Text => true,
            _ => cell.value.is_some_and(|number| !is_count(number)),
        };
        if !is_wrong {
            return None;
        }
        // 本年更新 of the draft form has no fixed meaning; some write a change in it.
        let column = context.form()?.table(table).column(place);
        if column.key == "items_updated" {
            return None;
        }
        let mut finding = finding_on(context, rule, Severity::Error, place)
            .with("cell", Arg::Cell(place))
            .with("v", cell.span?);
        if let Some(cause) = context.sums.cause.filter(|cause| cause.cell == place) {
            finding.expected = Some(cause.expected);
            finding.fix = refill(context, place, cause.expected);
        }
        Some(finding)
    });
}
