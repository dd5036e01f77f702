//! 表二: segments to cells. [`heads`] tells in which order its columns stand, [`mod@values`]
//! what stands after a label, and [`doubt`] which rows it may not belong to.

mod doubt;
mod heads;
mod values;

use super::lexicon::Sense;
use super::matching;
use super::segment::{self, Label, Segment};
use super::surface::Surface;
use crate::form::{Block, Edition, TableKey};
use crate::gather::Gather;
use crate::report::{Cell, CellState, RowReading, RowState, TableReading, UnreadReason};
use crate::text::{Source, Span};
use doubt::{Doubts, has_more, is_scattered, take_back_apart, take_back_vanished};
use heads::{Order, note_heads};
use values::values;

/// How many values a row of 表二 can have.
pub const WIDTH: usize = 3;

/// Reads 表二 of `edition` from its segments.
pub fn read(
    source: &Source,
    segments: &[Segment],
    surface: Surface,
    edition: &'static Edition,
) -> TableReading {
    let table = edition.table(TableKey::Disclosure);
    let mut reading = TableReading::absent(TableKey::Disclosure);
    let mut lines: Vec<Option<RowReading>> = vec![None; table.row_count()];
    let mut cells: Vec<Vec<Cell>> =
        table.rows().map(|(block, _)| vec![Cell::MISSING; block.columns.len()]).gather();
    let mut heads: Vec<&Segment> = Vec::new();
    // The block of which they have been noted, as long as there is no other.
    let mut noted: Option<&Block> = None;
    let mut last_head: Option<u32> = None;
    let mut block_foreign = false;
    // Heads under a head that they share are read after those beside it.
    let mut shared_head = false;
    let width = |at: usize| match segments.get(at).map(|s| s.label) {
        Some(Label::Known(Sense::Row(name))) => Some(table.block(table.row_index(name)?).columns.len()),
        _ => None,
    };
    let exact = segment::is_exact(segments, width);
    let mut doubts = Doubts::default();
    // The row whose label was the last one, with nothing after it.
    let mut alone: Option<u8> = None;
    for segment in segments {
        let mut of_row = None;
        match segment.label {
            Label::Known(Sense::Block) => {
                let words = source.slice(segment.span);
                block_foreign = !table.blocks.iter().any(|b| matching::same(b.label, words));
                if block_foreign {
                    reading.extra_blocks.push(segment.span);
                }
                heads.clear();
                last_head = None;
                shared_head = false;
            }
            Label::Known(Sense::Margin("依据、条件、程序" | "本年度实际产生数量")) => {
                shared_head = true
            }
            Label::Known(Sense::Head(_)) => {
                // A head after a row begins another block even where its label is lost.
                if last_head.is_some_and(|row| row + 1 < segment.row && surface != Surface::Flow) {
                    heads.clear();
                }
                last_head = Some(segment.row);
                // The same head once more tells nothing more.
                let same = |head: &&Segment| (head.label, head.repeated) == (segment.label, segment.repeated);
                if !heads.iter().any(same) {
                    heads.push(segment);
                    noted = None;
                }
            }
            Label::Known(Sense::Row(name)) => {
                let Some(row) = table.row_index(name) else {
                    // A block that is foreign has been noted by its own label.
                    if !block_foreign {
                        reading.extra_blocks.push(segment.span);
                    }
                    continue;
                };
                let block = table.block(row);
                let order = Order::of(block, &heads, segment, shared_head);
                if !noted.is_some_and(|noted| std::ptr::eq(noted, block)) {
                    note_heads(source, table, block, &heads, &mut reading);
                    noted = Some(block);
                }
                reading.columns_swapped |= order.swapped();
                let (state, read) =
                    values(source, segment, surface, block, &order, &reading.heads, (row, exact));
                reading.order.push(row);
                of_row = Some(row);
                let first = &mut lines[row as usize];
                // A label that stands alone before the row itself.
                if alone == Some(row) && !segment.slots.is_empty() {
                    *first = None;
                }
                alone = segment.slots.is_empty().then_some(row);
                match first {
                    // Words alone behind it are those of a note.
                    Some(_) if segment.slots.iter().all(|slot| slot.text) => {}
                    Some(line) => line.repeats.push(segment.span),
                    line => {
                        cells[row as usize] = read;
                        *line = Some(RowReading {
                            label: Some(segment.span),
                            wording: segment.wording,
                            state,
                            shifted: false,
                            repeats: Vec::new(),
                            placed_by_sum: false,
                        });
                    }
                }
            }
            _ => {}
        }
        doubts.note(segment, surface, of_row);
    }
    let has_blank = |row: usize| cells[row].iter().any(|cell| cell.state == CellState::Blank);
    for row in doubts.rows(has_blank) {
        let read = &mut cells[row];
        if let Some(line) = &mut lines[row] {
            let found = read.iter().filter(|cell| cell.state == CellState::Number).count();
            let span = read.iter().flat_map(|cell| cell.span).reduce(Span::to);
            line.state = RowState::WrongCount { found: found as u16 };
            read.fill(segment::unread(span.map(|span| source.trim(span))));
        }
    }
    // Where values are left over, what belongs to a label with nothing after it cannot be told.
    if surface == Surface::Flow && segments.iter().any(|segment| has_more(segment, table)) {
        take_back_vanished(&mut lines, &mut cells);
    }
    let seen = lines.iter().flatten().count();
    let scattered = surface == Surface::Flow && is_scattered(segments);
    if seen == 0 && !scattered {
        return TableReading::absent(TableKey::Disclosure);
    }
    if scattered {
        take_back_apart(source, &mut lines, &mut cells);
    }
    let read = lines.iter().flatten().filter(|line| line.state == RowState::Read).count();
    let first = segments.first().map(|s| s.span);
    let last = segments.iter().rev().find(|s| matches!(s.label, Label::Known(Sense::Row(_))));
    let end = last.or(segments.last()).map(|s| s.slots.iter().map(|slot| slot.span).fold(s.span, Span::to));
    reading.span = first.zip(end).map(|(first, end)| first.to(end));
    reading.cells = cells.concat();
    reading.rows = lines.into_iter().map(|line| line.unwrap_or(RowReading::MISSING)).gather();
    if read * 2 < seen || seen == 0 {
        reading.unread = Some(UnreadReason::BoundariesLost);
    }
    reading
}
