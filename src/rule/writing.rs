//! How numbers are written in cells, and what the rules on that share.

use super::cells::{finding_on, kind, look_at_odd};
use super::filling::refill;
use super::{Context, Record};
use crate::finding::{Arg, Finding, Role, Severity};
use crate::form::{CellKind, CellRef, TableKey};
use crate::order;
use crate::text::Number;
use crate::text::find::has_char;

/// Finds every number of `table` that is written as `wanted`, except in cells of
/// which another rule speaks.
pub fn find_writing(
    context: &Context,
    record: &mut Record,
    rule: &'static str,
    table: TableKey,
    wanted: Writing,
    is_named: &dyn Fn(CellRef) -> bool,
) {
    const KINDS: &[CellKind] = &[CellKind::Count, CellKind::Signed, CellKind::Amount];
    let text = context.source.text();
    let begin = record.findings.len();
    look_at_odd(context, record, table, KINDS, &|place, cell| {
        let (number, span) = (cell.value?, cell.span?);
        // Nearly every cell; neither its words nor what kind it is of need be looked up.
        if is_digits(&text.as_bytes()[span.range()]) {
            return None;
        }
        let raw = context.source.slice(span);
        if writing(raw, kind(context, place)) != wanted || is_named(place) {
            return None;
        }
        let mut finding = finding_on(context, rule, Severity::Hint, place)
            .with("cell", Arg::Cell(place))
            .with("v", span)
            .with("n", number);
        finding.fix = refill(context, place, number);
        Some(finding)
    });
    if record.findings.len() >= begin + HABIT {
        let others = record.findings.split_off(begin + 1);
        join(context, &mut record.findings[begin], &others);
    }
}

/// From this many on, cells written alike are one habit, and one finding.
const HABIT: usize = 4;

/// Makes of the finding on the first cell one on all: it says how many they are, is on every one
/// and mends every one.
fn join(context: &Context, first: &mut Finding, others: &[Finding]) {
    let count = Number::from(others.len() as i64 + 1);
    let cells = Arg::Literal(["…（", &count.written(), "）"].concat());
    if let Some((_, cell)) = first.args.first_mut() {
        *cell = Arg::List(vec![cell.clone(), cells]);
    }
    for other in others {
        first.related.extend(other.cell.map(|place| context.related(place, Role::Same)));
        if let (Some(fix), Some(more)) = (&mut first.fix, &other.fix) {
            fix.edits.extend_from_slice(&more.edits);
        }
    }
    if let Some(fix) = &mut first.fix {
        order::by_key(&mut fix.edits, |edit| order::span(edit.span));
    }
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

fn is_digits(raw: &[u8]) -> bool {
    raw.iter().all(u8::is_ascii_digit)
}

/// How the number `raw` is written. The words of a change (增, 减) are no unit.
pub fn writing(raw: &str, kind: CellKind) -> Writing {
    if is_digits(raw.as_bytes()) {
        return Writing::Plain;
    }
    let is_plain = |c: char| {
        c.is_ascii_digit()
            || c.is_whitespace()
            || matches!(c, '.' | '+' | '-' | '−' | '－')
            || (kind == CellKind::Signed && matches!(c, '增' | '减' | '加' | '少' | '新' | '/' | '＋'))
    };
    let is_mark = |c: char| matches!(c, ',' | '，' | '．' | '\u{feff}' | '０'..='９');
    let is_numeral = |c: char| has_char("〇零一二三四五六七八九十百千万两", c);
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
