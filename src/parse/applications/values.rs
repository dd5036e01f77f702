//! The seven values after a label of 表三, or why they are not told apart.

use super::super::puzzle::{self, Gaps, Part};
use super::super::segment::{self, Segment, Slot};
use super::super::surface::Surface;
use super::{Rows, Values};
use crate::report::{Cell, CellState};
use crate::text::Span;
use crate::text::numeral::{CellKind, Number};

impl Rows<'_> {
    /// The values after a label, and what is left over of them.
    pub(super) fn values(&self, segment: &Segment, start: Option<u16>) -> (Values, Vec<Slot>) {
        let filled: Vec<Slot> = segment.filled().copied().collect();
        if segment.slots.is_empty() {
            return match self.surface {
                // One cell a line: blank cells would be there.
                Surface::CellLines(_) | Surface::BarLines => {
                    (Values::WrongCount { found: 0, span: None }, Vec::new())
                }
                _ => (Values::Orphan, Vec::new()),
            };
        }
        let width = self.width;
        if self.surface == Surface::Flow {
            return self.flowing_values(segment, &filled);
        }
        if filled.len() == width {
            return (self.read(&filled), Vec::new());
        }
        // A blank cell of a merged label is no value: it stands before the cell in which
        // the values of all other rows begin.
        let labels = start.map_or(0, |start| {
            segment.slots.iter().take_while(|slot| slot.blank && slot.column < start).count()
        });
        let slots = &segment.slots[labels..];
        if slots.is_empty() {
            return (Values::Orphan, Vec::new());
        }
        if slots.len() == width {
            return (self.read(slots), Vec::new());
        }
        if slots.len() > width
            && filled.len() < width
            && let Some(from) = self.window(slots, start)
        {
            return (self.read(&slots[from..from + width]), Vec::new());
        }
        if let Some(values) = self.split(slots, Gaps::Part) {
            return (values, Vec::new());
        }
        let span = slots.iter().map(|s| s.span).reduce(Span::to).map(|span| self.source.trim(span));
        (Values::WrongCount { found: slots.len().min(u16::MAX as usize) as u16, span }, Vec::new())
    }

    pub(super) fn flowing_values(&self, segment: &Segment, filled: &[Slot]) -> (Values, Vec<Slot>) {
        let width = self.width;
        let slots = &segment.slots;
        if slots.len() == width {
            let values = self.read(slots);
            if segment::stand_together(slots)
                || matches!(&values, Values::Read(cells) if row_sum_holds(cells))
            {
                return (values, Vec::new());
            }
        }
        if slots.len() < width {
            if let Some(values) = self.split(slots, Gaps::Part) {
                return (values, Vec::new());
            }
        } else {
            if (filled.len() == width + 1 || filled.len() == width + 2)
                && let Some(values) = self.split(filled, Gaps::MayJoin)
            {
                return (values, Vec::new());
            }
            if filled.len() == width && slots.len() > width {
                return (self.read(filled), Vec::new());
            }
            if slots.len() > width && slots.len().is_multiple_of(width) {
                let first = self.read(&slots[..width]);
                if matches!(&first, Values::Read(cells) if row_sum_holds(cells)) {
                    return (first, slots[width..].to_vec());
                }
            }
            // What follows on lines of its own belongs to something else.
            let line = slots[0].row;
            if slots.len() > width && slots[..width].iter().all(|s| s.row == line) && slots[width].row != line
            {
                return (self.read(&slots[..width]), slots[width..].to_vec());
            }
        }
        let span = slots.iter().map(|s| s.span).reduce(Span::to).map(|span| self.source.trim(span));
        (Values::WrongCount { found: slots.len().min(u16::MAX as usize) as u16, span }, Vec::new())
    }

    /// Where among too many cells, some of them only there because of merged labels,
    /// the row's values begin; `None` where that is not certain.
    pub(super) fn window(&self, slots: &[Slot], start: Option<u16>) -> Option<usize> {
        let width = self.width;
        let spare = slots.len() - width;
        let Some(first) = slots.iter().position(|slot| !slot.blank) else {
            // All blank: merged labels stand before the values in a row of cells.
            return Some(if self.surface.has_rows() { spare } else { 0 });
        };
        let last = slots.iter().rposition(|slot| !slot.blank).unwrap_or(first);
        let earliest = last.saturating_sub(width - 1);
        let latest = first.min(spare);
        if earliest > latest {
            return None;
        }
        if earliest == latest {
            return Some(earliest);
        }
        if let Some(start) = start
            && let Some(from) = slots.iter().position(|slot| slot.column == start)
            && (earliest..=latest).contains(&from)
        {
            return Some(from);
        }
        // One cell a line: what follows the seventh belongs to the next row's labels.
        if matches!(self.surface, Surface::CellLines(_) | Surface::BarLines) {
            return (earliest == 0).then_some(0);
        }
        // The row's own sum, where it holds for one place only.
        let mut holding = (earliest..=latest).filter(|from| self.sum_holds(&slots[*from..*from + width]));
        let only = holding.next()?;
        holding.next().is_none().then_some(only)
    }

    pub(super) fn sum_holds(&self, slots: &[Slot]) -> bool {
        let Values::Read(cells) = self.read(slots) else { return false };
        row_sum_holds(&cells) && cells.last().is_some_and(|cell| cell.value.is_some_and(|v| !v.is_zero()))
    }

    pub(super) fn read(&self, slots: &[Slot]) -> Values {
        let mut cells = vec![Cell::MISSING; self.width];
        for (slot, column) in slots.iter().zip(&self.order) {
            cells[*column] = segment::cell(self.source, slot, CellKind::Count, false);
        }
        Values::Read(cells)
    }

    /// Digits run together, split by the row's own sum. `None` where they are none.
    pub(super) fn split(&self, slots: &[Slot], gaps: Gaps) -> Option<Values> {
        let pieces: Vec<Span> = slots.iter().filter(|s| !s.blank).map(|s| s.span).collect();
        if pieces.is_empty() || slots.iter().any(|s| s.text) {
            return None;
        }
        let ways = puzzle::solve(self.source.text(), &pieces, &[self.width - 1], gaps)?;
        match ways.len() {
            0 => None,
            1 => Some(Values::Read(ways[0].iter().map(inferred).collect())),
            _ => Some(Values::Open(ways)),
        }
    }
}

pub(super) fn inferred(part: &Part) -> Cell {
    Cell {
        state: if part.whole { CellState::Number } else { CellState::Inferred },
        value: Some(Number::from(part.value)),
        span: Some(part.span),
    }
}

/// Whether the last cell is the sum of the others; false where one is not known.
pub(super) fn row_sum_holds(cells: &[Cell]) -> bool {
    let Some((total, parts)) = cells.split_last() else { return false };
    let sum = parts.iter().try_fold(Number::ZERO, |sum, cell| Some(sum + cell.in_sum()?));
    total.in_sum().is_some() && sum == total.in_sum()
}
