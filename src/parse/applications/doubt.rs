//! What of 表三 is taken back after it was read, since it may belong to another row.

use super::super::lexicon::Sense;
use super::super::segment::{Label, Segment};
use super::values::row_sum_holds;
use super::{Line, Rows, Values};
use crate::form::Table;
use crate::report::{Cell, CellState};
use crate::text::fold::digit;
use crate::text::{Source, Span};

/// Whether values stand where rows cannot have them, as on a page read by its columns:
/// among the heads, or more after a label than a row has.
pub(super) fn is_scattered(segments: &[Segment], width: usize) -> bool {
    let is_head = |s: &&Segment| matches!(s.label, Label::Known(Sense::Head(_) | Sense::Margin(_)));
    let among_heads: usize = segments.iter().filter(is_head).map(|s| s.filled().count()).sum();
    let too_many = segments.iter().filter(|s| s.filled().count() > width + 2).count();
    among_heads > 2 && too_many > 0 || too_many > 2
}

/// Takes back the values of a row of a scattered table, unless they stand on the
/// label's own line: elsewhere they can be another row's, whole as that is.
pub(super) fn doubt(source: &Source, line: &mut Line) {
    let (Values::Read(cells), Some(label)) = (&line.values, line.label) else { return };
    let place = |at: u32| source.line_of(at);
    let beside = cells.iter().flat_map(|cell| cell.span).all(|span| place(span.start) == place(label.start));
    if !beside {
        line.values = Values::Orphan;
    }
}

/// Whether a row shows that blank cells have vanished: it has fewer digits than cells.
pub(super) fn lost_blanks(source: &Source, line: &Line, table: &Table) -> bool {
    match &line.values {
        Values::Orphan => line.label.is_some(),
        Values::WrongCount { span: Some(span), .. } => {
            let digits = source.slice(*span).chars().filter(|c| digit(*c).is_some()).count();
            digits < table.blocks[0].columns.len()
        }
        _ => false,
    }
}

/// Takes back a split that counts on every cell being there. Whether it did.
pub(super) fn doubt_split(line: &mut Line) -> bool {
    let Values::Read(cells) = &line.values else { return false };
    let split = cells.iter().any(|cell| cell.state == CellState::Inferred);
    if split {
        let span = cells.iter().flat_map(|cell| cell.span).reduce(Span::to);
        line.values = Values::WrongCount { found: 1, span };
    }
    split
}

impl Rows<'_> {
    /// Values that are there and may be another row's.
    pub(super) fn doubted(&self, cells: &[Cell]) -> Values {
        let found = cells.iter().filter(|cell| cell.state != CellState::Blank).count();
        let span = cells.iter().flat_map(|cell| cell.span).reduce(Span::to);
        Values::WrongCount { found: found as u16, span: span.map(|span| self.source.trim(span)) }
    }

    /// Takes back the values of a row with blank cells beside values that no label has, for
    /// they may be its own; with `all`, only those of a row of nothing but blank cells.
    pub(super) fn doubt_blanks(&mut self, row: usize, all: bool) {
        let doubted = match &self.lines[row].values {
            Values::Orphan => Values::WrongCount { found: 0, span: None },
            Values::Read(cells) => {
                let blank = cells.iter().filter(|cell| cell.state == CellState::Blank).count();
                let total = cells.last().is_some_and(|cell| cell.value.is_some_and(|value| !value.is_zero()));
                if blank == 0 || all && blank < cells.len() || total && row_sum_holds(cells) {
                    return;
                }
                self.doubted(cells)
            }
            _ => return,
        };
        self.lines[row].values = doubted;
    }
}
