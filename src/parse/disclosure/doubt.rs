//! Rows of 表二 whose values may be those of other rows.

use super::super::lexicon::Sense;
use super::super::segment::{Label, Segment};
use super::super::surface::Surface;
use crate::gather::Gather;

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
