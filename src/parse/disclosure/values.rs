//! The values after a label of 表二, or why they are not told apart.

use super::super::segment::{self, Segment, Slot};
use super::super::surface::Surface;
use super::heads::{Order, Unit, unit};
use crate::form::Block;
use crate::gather::Gather;
use crate::report::{Cell, CellState, HeadReading, RowState};
use crate::text::find::holds;
use crate::text::fold::digit;
use crate::text::numeral::Number;
use crate::text::{Source, Span};

/// More lines than a row of blank cells takes.
const FAR: u32 = 8;

/// The values after a row's label.
pub(super) fn values(
    source: &Source,
    segment: &Segment,
    surface: Surface,
    block: &'static Block,
    order: &Order,
    heads: &[HeadReading],
    (row, exact): (u8, bool),
) -> (RowState, Vec<Cell>) {
    let width = block.columns.len();
    let slots = &segment.slots;
    let filled: Vec<Slot> = segment.filled().copied().gather();
    let place = |chosen: &[Slot]| {
        let mut cells = vec![segment::vanished(segment.span.end); width];
        for (slot, column) in chosen.iter().zip(&order.columns) {
            let unit = unit(source, heads, row, *column, block);
            let kind = block.columns[*column].kind;
            let cell = segment::cell(source, slot, kind, unit == Unit::One);
            // A number without a unit below a head with one that no form has.
            let bare = unit == Unit::Other
                && cell.value.is_some_and(|value| !value.is_zero())
                && !holds(source.slice(slot.span), "元");
            cells[*column] = if bare { segment::unread(cell.span) } else { cell };
        }
        (RowState::Read, cells)
    };
    // Where the label's own line holds a value, it holds them all.
    let beside = slots.iter().filter(|slot| !slot.span.is_empty() && slot.row == segment.row).count();
    let together = segment::stand_together(source, slots) && (beside == 0 || beside == filled.len());
    let stray = segment.has_stray();
    let span = slots.iter().map(|slot| slot.span).reduce(Span::to).map(|span| source.trim(span));
    let found = slots.len().min(u16::MAX as usize) as u16;
    let unread = (RowState::WrongCount { found }, vec![segment::unread(span); width]);
    let odd = segment.odd && filled.len() < slots.len() && !filled.is_empty();
    if surface == Surface::Flow && far_apart(slots) {
        return unread;
    }
    if slots.len() == width && !stray && !odd && (surface != Surface::Flow || together) {
        return place(slots);
    }
    if surface == Surface::Flow {
        if filled.is_empty() {
            return (RowState::Read, vec![segment::vanished(segment.span.end); width]);
        }
        let line = slots[0].row;
        // Values side by side, or on the label's own line; one below another tells nothing.
        let side_by_side = width > 1 || line == segment.row;
        if slots.len() > width
            && side_by_side
            && slots[..width].iter().all(|s| !s.span.is_empty())
            && slots[..width].iter().all(|s| s.row == line)
            && slots[width].row != line
        {
            return place(&slots[..width]);
        }
        if let Some(cells) = zeros(source, slots, width, order) {
            return (RowState::Read, cells);
        }
    } else if !stray {
        let under = order.under(slots);
        // A cell too many or too few elsewhere moves those that hold something.
        let longer = exact && slots.len() > width;
        let placed = !segment.odd && !longer || filled.is_empty() || filled.len() == slots.len();
        if !placed {
            return unread;
        }
        if order.repeated
            && let Some(under) = &under
        {
            return place(under);
        }
        if filled.len() == width && slots.len() > width && (segment.is_unbroken() || surface.has_rows()) {
            return place(&filled);
        }
        // The cells under the heads, where merged cells left others between them.
        if slots.len() > width
            && order.adjoining
            && let Some(under) = &under
            && under.iter().filter(|slot| !slot.blank).count() == filled.len()
        {
            return place(under);
        }
        if slots.len() > width
            && let Some(from) = only_window(slots, width, surface)
        {
            return place(&slots[from..from + width]);
        }
        if filled.is_empty() && surface.has_rows() {
            // Blank cells at the end of a row are often lost with their tabs.
            return place(slots);
        }
    }
    unread
}

/// Whether values stand further apart in a flowing text than those of a row with all its
/// blank cells between them.
pub(super) fn far_apart(slots: &[Slot]) -> bool {
    slots.windows(2).any(|pair| pair[1].row > pair[0].row + FAR)
}

/// Where `width` cells of too many begin, if all that hold something leave one place. Of
/// cells one a line those behind the last belong to merged cells and to the next row.
fn only_window(slots: &[Slot], width: usize, surface: Surface) -> Option<usize> {
    let Some(first) = slots.iter().position(|slot| !slot.blank) else { return Some(0) };
    let last = slots.iter().rposition(|slot| !slot.blank)?;
    let earliest = (last + 1).saturating_sub(width);
    let latest = first.min(slots.len() - width);
    let is_first = earliest == 0 && matches!(surface, Surface::CellLines(_) | Surface::BarLines);
    (earliest == latest || is_first).then_some(earliest)
}

/// `000` in place of three counts: no number begins with a zero, so there is one
/// way to read it.
fn zeros(source: &Source, slots: &[Slot], width: usize, order: &Order) -> Option<Vec<Cell>> {
    let [slot] = slots else { return None };
    let digits: Vec<(usize, char)> = source.slice(slot.span).char_indices().gather();
    let one_way = digits.len() == width && digits[..width - 1].iter().all(|(_, c)| matches!(c, '0' | '０'));
    if !one_way || digits.iter().any(|(_, c)| digit(*c).is_none()) {
        return None;
    }
    let mut cells = vec![Cell::MISSING; width];
    for ((at, c), column) in digits.into_iter().zip(&order.columns) {
        let start = slot.span.start as usize + at;
        cells[*column] = Cell {
            state: CellState::Inferred,
            value: digit(c).map(|d| Number::from(u32::from(d))),
            span: Some(Span::new(start, start + c.len_utf8())),
        };
    }
    Some(cells)
}
