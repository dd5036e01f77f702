//! Rows of 表二 whose values may be those of other rows.

use super::super::lexicon::Sense;
use super::super::segment::{self, Label, Segment};
use super::super::surface::Surface;
use super::WIDTH;
use super::values::far_apart;
use crate::form::Table;
use crate::gather::Gather;
use crate::report::{Cell, CellState, RowReading, RowState};
use crate::text::{Source, Span};

/// Rows of 表二, which has eight at most, a bit for each: a row is one however often a text
/// repeats it.
type Rows = u32;

/// What speaks against the values of some rows, noted from segment to segment.
#[derive(Debug, Default)]
pub(super) struct Doubts {
    /// Rows beside values that no label has.
    beside: Rows,
    /// Rows with nothing after their label.
    empty: Rows,
    last: Rows,
    /// Whether values without a label stand behind the last row, and anywhere.
    without_label: bool,
    without_any: bool,
    /// Whether a value stands between the heads of the block and its first row.
    led: bool,
    /// The rows of the block whose values may be those of the next label: where one stands
    /// before all labels, or the values stand on lines of their own.
    apart: Rows,
    /// Those of them of which one then has no value.
    shifted: Rows,
}

impl Doubts {
    /// Notes a segment, which is that of a `row` or of none.
    pub fn note(&mut self, segment: &Segment, surface: Surface, row: Option<u8>) {
        let is_led = segment.filled().next().is_some();
        if let Some(row) = row {
            self.last = 1 << row;
            if self.led || surface.has_rows() && segment.slots.iter().all(|slot| slot.row != segment.row) {
                self.apart |= self.last;
            }
            if segment.slots.is_empty() {
                self.empty |= self.last;
                if self.apart.count_ones() > 1 {
                    self.shifted |= std::mem::take(&mut self.apart);
                }
            }
            if std::mem::take(&mut self.without_label) {
                self.beside |= self.last;
            }
        } else if matches!(segment.label, Label::Known(Sense::Head(_) | Sense::Block)) {
            (self.led, self.apart) = (is_led, 0);
        }
        // Values of a label that is no row: of a row of another kind, or of a row whose label
        // stands above the head that a page repeats.
        let foreign = row.is_none() && surface != Surface::Flow && is_led;
        self.without_label |= segment.loose || foreign;
        self.without_any |= self.without_label;
        if self.without_label {
            self.beside |= self.last;
        }
    }

    /// The rows that are not to be read. What is blank in a row beside values without a
    /// label may stand there; so may, however far away, what has no label in a row whose
    /// label has nothing after it.
    pub fn rows(self, has_blank: impl Fn(usize) -> bool) -> Vec<usize> {
        let beside = if self.without_any { self.beside | self.empty } else { self.beside };
        let is_in = |rows: Rows, row: usize| rows >> row & 1 != 0;
        let doubted = |row: &usize| is_in(self.shifted, *row) || is_in(beside, *row) && has_blank(*row);
        (0..Rows::BITS as usize).filter(doubted).gather()
    }
}

/// Whether values stand where rows cannot have them, as on a page read by its columns:
/// among the heads, or more after one label than a row has where others have none.
pub(super) fn is_scattered(segments: &[Segment]) -> bool {
    let is_head = |s: &&Segment| !matches!(s.label, Label::Known(Sense::Row(_)) | Label::Unknown);
    let among_heads: usize = segments.iter().filter(is_head).map(|s| s.filled().count()).sum();
    let is_row = |s: &&Segment| matches!(s.label, Label::Known(Sense::Row(_)));
    let empty = segments.iter().filter(is_row).filter(|s| s.slots.is_empty()).count();
    let too_many = segments.iter().filter(is_row).any(|s| s.slots.len() > WIDTH + 2);
    among_heads >= 2 || too_many && empty >= 2
}

/// Whether more values stand after a label than it can have.
pub(super) fn has_more(segment: &Segment, table: &Table) -> bool {
    match segment.label {
        Label::Known(Sense::Row(name)) => {
            let width = table.row_index(name).map_or(WIDTH, |row| table.block(row).columns.len());
            far_apart(segment.slots) || segment.filled().count() > width
        }
        label => label != Label::Unknown && segment.filled().next().is_some(),
    }
}

/// Takes back the rows of a flowing text that were read as blank because nothing stands there.
pub(super) fn take_back_vanished(lines: &mut [Option<RowReading>], cells: &mut [Vec<Cell>]) {
    let vanished = |cell: &Cell| cell.state == CellState::Blank && cell.span.is_some_and(Span::is_empty);
    for (line, row) in lines.iter_mut().zip(cells) {
        if let Some(line) = line
            && row.iter().all(vanished)
        {
            line.state = RowState::Unread;
            row.fill(segment::unread(None));
        }
    }
}

/// Takes back the rows of a page read by its columns whose values do not stand on the line of
/// their label.
pub(super) fn take_back_apart(source: &Source, lines: &mut [Option<RowReading>], cells: &mut [Vec<Cell>]) {
    let beside = |cell: &Cell, label: Option<Span>| {
        let line = |span: Option<Span>| span.map(|span| source.line_of(span.start));
        cell.value.is_some() && line(cell.span) == line(label)
    };
    for (line, row) in lines.iter_mut().zip(cells) {
        let label = line.as_ref().and_then(|line| line.label);
        if !row.iter().all(|cell| beside(cell, label)) {
            row.fill(segment::unread(None));
            line.get_or_insert(RowReading::MISSING).state = RowState::Unread;
        }
    }
}
