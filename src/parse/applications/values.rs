//! The seven values after a label of 表三, or why they are not told apart.

use super::super::puzzle::{self, Gaps, Part};
use super::super::segment::{self, Segment, Slot};
use super::super::surface::Surface;
use super::{Rows, Values};
use crate::gather::Gather;
use crate::report::{Cell, CellState};
use crate::text::Span;
use crate::text::numeral::{CellKind, Number};

impl Rows<'_> {
    /// The values after a label, and what is left over of them.
    pub(super) fn values(&self, segment: &Segment, start: Option<u16>) -> (Values, Vec<Slot>) {
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
        // What nearly every row is.
        if self.surface != Surface::Flow && segment.is_full(width) {
            return (self.read(segment.slots), Vec::new());
        }
        if self.surface == Surface::Flow {
            return self.flowing_values(segment);
        }
        let filled: Vec<Slot> = segment.filled().copied().gather();
        if filled.len() == width && (segment.is_unbroken() || self.layout.has_gaps(segment)) {
            return (self.read(&filled), Vec::new());
        }
        // Seven cells side by side that hold a number or a mark for nothing.
        let marked: Vec<Slot> = segment.slots.iter().filter(|slot| !slot.span.is_empty()).copied().gather();
        let adjoins = |pair: &[Slot]| pair[1].column.checked_sub(1) == Some(pair[0].column);
        if marked.len() == width && marked.windows(2).all(adjoins) {
            return (self.read(&marked), Vec::new());
        }
        // Nor do empty cells before and after a row of which the first and the last are there.
        if let Some(slots) =
            self.whole(segment).filter(|slots| self.layout.is_ragged() && self.layout.shares(slots))
        {
            return (self.read(slots), Vec::new());
        }
        // A blank cell of a merged label is no value: it stands before the cell in which
        // the values of all other rows begin.
        let start = start.filter(|_| !self.layout.is_ragged());
        let labels = start.map_or(0, |start| {
            segment.slots.iter().take_while(|slot| slot.blank && slot.column < start).count()
        });
        let slots = &segment.slots[labels..];
        if slots.is_empty() {
            return (Values::Orphan, Vec::new());
        }
        // Where rows begin anywhere, a cell too few and a stray one come to seven as well.
        let placed = filled.is_empty() || !segment.odd && self.layout.trusts(segment, slots);
        // Nor do zeros and blanks stand side by side in such a row for certain.
        let zero = |slot: &Slot| matches!(self.source.slice(slot.span), "0" | "０");
        let mixed = self.layout.is_ragged()
            && slots.iter().any(zero)
            && slots.iter().any(|slot| slot.span.is_empty());
        if slots.len() == width && (placed || !mixed && self.sum_holds(slots)) {
            return (self.read(slots), Vec::new());
        }
        if slots.len() > width
            && (placed || start.is_none())
            && !mixed
            && (filled.is_empty() || !self.exact)
            && filled.len() < width
            && let Some(from) = self.window(segment.column, slots, start)
        {
            return (self.read(&slots[from..from + width]), Vec::new());
        }
        // Digits run together leave a row with few cells.
        if (filled.len() == 1 || slots.len() <= 3)
            && let Some(values) = self.split(slots, Gaps::Part)
        {
            return (values, Vec::new());
        }
        (self.not_read(slots), Vec::new())
    }

    /// The values after a label with digits beside one of its cells, where the row's own
    /// sum leaves one way to read them.
    pub(super) fn stray_values(&self, segment: &Segment, start: Option<u16>) -> Values {
        let mut only: Option<Vec<Cell>> = None;
        let mut sure = true;
        for slots in segment::without_stray(segment.slots) {
            let (Values::Read(cells), _) = self.values(&Segment { slots: &slots, ..segment.clone() }, start)
            else {
                continue;
            };
            let total = cells.last().is_some_and(|cell| cell.value.is_some());
            if !total || !row_sum_holds(&cells) {
                continue;
            }
            let same = |other: &[Cell]| {
                other.iter().zip(&cells).all(|(a, b)| (a.state, a.value) == (b.state, b.value))
            };
            sure &= only.as_ref().is_none_or(|other| same(other));
            only = only.or(Some(cells));
        }
        match only.filter(|_| sure) {
            Some(cells) => Values::Read(cells),
            None => self.not_read(segment.slots),
        }
    }

    fn not_read(&self, slots: &[Slot]) -> Values {
        let span = slots.iter().map(|s| s.span).reduce(Span::to).map(|span| self.source.trim(span));
        Values::WrongCount { found: slots.len().min(u16::MAX as usize) as u16, span }
    }

    fn flowing_values(&self, segment: &Segment) -> (Values, Vec<Slot>) {
        let width = self.width;
        let slots = &segment.slots;
        if slots.len() == width {
            let values = self.read(slots);
            if segment::stand_together(self.source, slots)
                || matches!(&values, Values::Read(cells) if row_sum_holds(cells))
            {
                return (values, Vec::new());
            }
        }
        if slots.len() < width {
            // Digits run together on one line; of numbers on lines of their own one is lost.
            let apart = slots.windows(2).all(|pair| pair[0].row != pair[1].row);
            if (slots.len() == 1 || !apart)
                && let Some(values) = self.split(slots, Gaps::Part)
            {
                return (values, Vec::new());
            }
        } else {
            let filled: Vec<Slot> = segment.filled().copied().gather();
            if (filled.len() == width + 1 || filled.len() == width + 2)
                && let Some(values) = self.too_many(&filled)
            {
                return (values, Vec::new());
            }
            if filled.len() == width && slots.len() > width && segment.is_unbroken() {
                return (self.read(&filled), Vec::new());
            }
            let line = slots[0].row;
            // Two rows on lines of their own below the label: neither is nearer to it.
            let below = line != segment.row
                && slots.len() == 2 * width
                && slots[..width].iter().all(|s| s.row == line)
                && slots[width].row != line;
            if slots.len() > width && slots.len().is_multiple_of(width) && !below {
                let first = self.read(&slots[..width]);
                let blank = slots[..width].iter().any(|slot| slot.blank);
                if matches!(&first, Values::Read(cells) if row_sum_holds(cells)) && !blank {
                    return (first, slots[width..].to_vec());
                }
            }
            // What follows on lines of its own belongs to something else.
            if slots.len() > width
                && !below
                && slots[..width].iter().all(|s| s.row == line && !s.span.is_empty())
                && slots[width].row != line
            {
                return (self.read(&slots[..width]), slots[width..].to_vec());
            }
        }
        (self.not_read(slots), Vec::new())
    }

    /// A number or two too many: a number in two words, or, where numbers stand on lines of
    /// their own, one that belongs to something else. `None` where the row's own sum does
    /// not leave one way.
    fn too_many(&self, filled: &[Slot]) -> Option<Values> {
        let text = |slots: &[Slot]| slots.iter().any(|slot| slot.text);
        if text(filled) {
            return None;
        }
        let pieces: Vec<Span> = filled.iter().map(|slot| slot.span).collect();
        let begins = |at: u32| pieces.iter().any(|piece| piece.start == at);
        let ends = |at: u32| pieces.iter().any(|piece| piece.end == at);
        let whole = |way: &Vec<Part>| way.iter().all(|part| begins(part.span.start) && ends(part.span.end));
        let ways = puzzle::solve(self.source.text(), &pieces, &[self.width - 1], Gaps::MayJoin, &self.steps)?;
        let mut found: Vec<Vec<Cell>> =
            ways.iter().filter(|way| whole(way)).map(|way| way.iter().map(inferred).collect()).collect();
        if filled.len() == self.width + 1 {
            for left_out in 0..filled.len() {
                let beside = |at: Option<usize>| {
                    at.and_then(|at| filled.get(at)).is_some_and(|other| other.row == filled[left_out].row)
                };
                if beside(Some(left_out + 1)) || beside(left_out.checked_sub(1)) {
                    continue;
                }
                let mut rest = filled.to_vec();
                rest.remove(left_out);
                if let Values::Read(cells) = self.read(&rest)
                    && row_sum_holds(&cells)
                    && !found.iter().any(|other| other.iter().zip(&cells).all(|(a, b)| a.value == b.value))
                {
                    found.push(cells);
                }
            }
        }
        match found.len() {
            1 => found.pop().map(Values::Read),
            _ => None,
        }
    }

    /// Where among too many cells, some of them only there because of merged labels,
    /// the row's values begin; `None` where that is not certain.
    pub(super) fn window(&self, label: u16, slots: &[Slot], start: Option<u16>) -> Option<usize> {
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
        // One cell a line: what follows the seventh belongs to the next row's labels, but
        // an empty cell too many can stand anywhere.
        if matches!(self.surface, Surface::CellLines(_) | Surface::BarLines) {
            return (earliest == 0 && self.sum_holds(&slots[..width])).then_some(0);
        }
        // Where all rows begin at one place, a cell too many moves what follows it.
        if earliest == latest {
            let column = slots[earliest].column;
            return self.layout.begins_at(label, column).then_some(earliest);
        }
        // The row's own sum, where it holds for one place only.
        let mut holding = (earliest..=latest).filter(|from| self.sum_holds(&slots[*from..*from + width]));
        if let (Some(only), None) = (holding.next(), holding.next()) {
            return Some(only);
        }
        let from = start.and_then(|start| slots.iter().position(|slot| slot.column == start));
        from.filter(|from| (earliest..=latest).contains(from))
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
        let pieces: Vec<Span> = slots.iter().filter(|s| !s.blank).map(|s| s.span).gather();
        if pieces.is_empty() || slots.iter().any(|s| s.text) {
            return None;
        }
        let ways = puzzle::solve(self.source.text(), &pieces, &[self.width - 1], gaps, &self.steps)?;
        match ways.len() {
            0 => None,
            1 => Some(Values::Read(ways[0].iter().map(inferred).gather())),
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
