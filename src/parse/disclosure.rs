//! 表二: segments to cells.

use super::lexicon::Sense;
use super::matching;
use super::segment::{self, Label, Segment, Slot};
use super::surface::Surface;
use crate::form::{Block, Column, Edition, TableKey};
use crate::report::{
    Cell, CellState, HeadReading, RowReading, RowState, TableReading, UnreadReason, Wording,
};
use crate::text::fold::key;
use crate::text::numeral::Number;
use crate::text::{Source, Span};

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
        table.rows().map(|(block, _)| vec![Cell::MISSING; block.columns.len()]).collect();
    let mut heads: Vec<&Segment> = Vec::new();
    let mut block_foreign = false;
    // Heads under a head that they share are read after those beside it.
    let mut shared_head = false;
    for segment in segments {
        match segment.label {
            Label::Known(Sense::Block) => {
                let words = key(source.slice(segment.span));
                block_foreign = !table.blocks.iter().any(|b| matching::is(b.label, &words));
                if block_foreign {
                    reading.extra_blocks.push(segment.span);
                }
                heads.clear();
                shared_head = false;
            }
            Label::Known(Sense::Margin("依据、条件、程序" | "本年度实际产生数量")) => {
                shared_head = true
            }
            Label::Known(Sense::Head(_)) => {
                // A head after a row begins another block even where its label is lost.
                if heads.last().is_some_and(|last| last.row + 1 < segment.row && surface != Surface::Flow) {
                    heads.clear();
                }
                heads.push(segment);
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
                note_heads(source, table, block, &heads, &mut reading);
                reading.columns_swapped |= order.swapped();
                let (state, read) = values(source, segment, surface, block, &order, &reading.heads, row);
                reading.order.push(row);
                match &mut lines[row as usize] {
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
    }
    let seen = lines.iter().flatten().count();
    let is_head = |s: &&Segment| !matches!(s.label, Label::Known(Sense::Row(_)) | Label::Unknown);
    let among_heads: usize = segments.iter().filter(is_head).map(|s| s.filled().count()).sum();
    let is_row = |s: &&Segment| matches!(s.label, Label::Known(Sense::Row(_)));
    let empty = segments.iter().filter(is_row).filter(|s| s.slots.is_empty()).count();
    let too_many = segments.iter().filter(is_row).any(|s| s.slots.len() > WIDTH + 2);
    let scattered = surface == Surface::Flow && (among_heads >= 2 || too_many && empty >= 2);
    if seen == 0 && !scattered {
        return TableReading::absent(TableKey::Disclosure);
    }
    if scattered {
        // A page read by its columns: labels here, their values elsewhere.
        let beside = |cell: &Cell, label: Option<Span>| {
            let line = |span: Option<Span>| span.map(|span| source.line_of(span.start));
            cell.value.is_some() && line(cell.span) == line(label)
        };
        for (line, row) in lines.iter_mut().zip(&mut cells) {
            let label = line.as_ref().and_then(|line| line.label);
            if !row.iter().all(|cell| beside(cell, label)) {
                row.fill(segment::unread(None));
                line.get_or_insert(RowReading::MISSING).state = RowState::Unread;
            }
        }
    }
    let read = lines.iter().flatten().filter(|line| line.state == RowState::Read).count();
    let first = segments.first().map(|s| s.span);
    let last = segments.iter().rev().find(|s| matches!(s.label, Label::Known(Sense::Row(_))));
    let end = last.or(segments.last()).map(|s| s.slots.iter().map(|slot| slot.span).fold(s.span, Span::to));
    reading.span = first.zip(end).map(|(first, end)| first.to(end));
    reading.cells = cells.concat();
    reading.rows = lines.into_iter().map(|line| line.unwrap_or(RowReading::MISSING)).collect();
    if read * 2 < seen || seen == 0 {
        reading.unread = Some(UnreadReason::BoundariesLost);
    }
    reading
}

/// In which order a block's columns stand, as far as its heads say so: for each
/// column of the text the column of the form.
struct Order {
    columns: Vec<usize>,
    /// The cells of the row under each head, where rows are rows of cells.
    cells: Vec<Option<u16>>,
    /// Whether merged heads are repeated in every cell, so that what stands under
    /// them is, too.
    repeated: bool,
    /// Whether the heads stand in cells next to each other and to the label.
    adjoining: bool,
}

impl Order {
    fn of(block: &Block, heads: &[&Segment], segment: &Segment, shared_head: bool) -> Self {
        let mut columns: Vec<usize> = Vec::new();
        let mut cells = Vec::new();
        for head in heads {
            let Label::Known(Sense::Head(label)) = head.label else { continue };
            let place = block.columns.iter().position(|c| is_head_of(c, label));
            if let Some(place) = place.filter(|place| !columns.contains(place)) {
                columns.push(place);
                cells.push((head.row < segment.row).then_some(head.column));
            }
        }
        if columns.len() != block.columns.len() || shared_head && columns[0] > 0 {
            columns = (0..block.columns.len()).collect();
            cells = vec![None; columns.len()];
        }
        let adjoining =
            cells.iter().zip(segment.column + 1..).all(|(cell, expected)| *cell == Some(expected));
        Self { columns, cells, repeated: heads.iter().any(|head| head.repeated), adjoining }
    }

    /// The slots that stand under the heads; `None` where that is not known.
    fn under(&self, slots: &[Slot]) -> Option<Vec<Slot>> {
        let at = |cell: &Option<u16>| slots.iter().find(|slot| Some(slot.column) == *cell).copied();
        self.cells.iter().map(at).collect()
    }

    fn swapped(&self) -> bool {
        self.columns.windows(2).any(|pair| pair[0] > pair[1])
    }
}

fn is_head_of(column: &Column, label: &str) -> bool {
    column.label == label || column.also.contains(&label)
}

/// Remembers the heads of a block, the first time each.
fn note_heads(
    source: &Source,
    table: &crate::form::Table,
    block: &'static Block,
    heads: &[&Segment],
    reading: &mut TableReading,
) {
    let Some(row) = table.rows().position(|(b, _)| std::ptr::eq(b, block)) else { return };
    for head in heads {
        let Label::Known(Sense::Head(label)) = head.label else { continue };
        let Some(column) = block.columns.iter().position(|c| is_head_of(c, label)) else { continue };
        let known = |h: &HeadReading| h.row == row as u8 && h.column == column as u8;
        if !reading.heads.iter().any(known) {
            let official = matching::is(block.columns[column].label, &key(source.slice(head.span)));
            reading.heads.push(HeadReading {
                row: row as u8,
                column: column as u8,
                span: head.span,
                wording: match head.wording {
                    Wording::Typo(edits) => Wording::Typo(edits),
                    _ if official => Wording::Official,
                    _ => Wording::Accepted,
                },
            });
        }
    }
}

/// The values after a row's label.
fn values(
    source: &Source,
    segment: &Segment,
    surface: Surface,
    block: &'static Block,
    order: &Order,
    heads: &[HeadReading],
    row: u8,
) -> (RowState, Vec<Cell>) {
    let width = block.columns.len();
    let slots = &segment.slots;
    let filled: Vec<Slot> = segment.filled().copied().collect();
    let place = |chosen: &[Slot]| {
        let mut cells = vec![segment::vanished(segment.span.end); width];
        for (slot, column) in chosen.iter().zip(&order.columns) {
            let yuan = in_yuan(source, heads, row, *column, block, width);
            cells[*column] = segment::cell(source, slot, block.columns[*column].kind, yuan);
        }
        (RowState::Read, cells)
    };
    // Where the label's own line holds a value, it holds them all.
    let beside = slots.iter().filter(|slot| !slot.span.is_empty() && slot.row == segment.row).count();
    let together = segment::stand_together(slots) && (beside == 0 || beside == filled.len());
    if slots.len() == width && (surface != Surface::Flow || together) {
        return place(slots);
    }
    if surface == Surface::Flow {
        if slots.is_empty() {
            return (RowState::Read, vec![segment::vanished(segment.span.end); width]);
        }
        let line = slots[0].row;
        if slots.len() > width && slots[..width].iter().all(|s| s.row == line) && slots[width].row != line {
            return place(&slots[..width]);
        }
        // Empty paragraphs between or after the cells.
        if slots.len() > width && filled.len() == width {
            return place(&filled);
        }
        if slots.len() > width && slots[width..].iter().all(|slot| slot.blank) {
            return place(&slots[..width]);
        }
        if let Some(cells) = zeros(source, slots, width, order) {
            return (RowState::Read, cells);
        }
    } else {
        let under = order.under(slots);
        if order.repeated
            && let Some(under) = &under
        {
            return place(under);
        }
        if filled.len() == width && slots.len() > width {
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
    let span = slots.iter().map(|slot| slot.span).reduce(Span::to).map(|span| source.trim(span));
    let found = slots.len().min(u16::MAX as usize) as u16;
    (RowState::WrongCount { found }, vec![segment::unread(span); width])
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
    let digits: Vec<(usize, char)> = source.slice(slot.span).char_indices().collect();
    let one_way = digits.len() == width && digits[..width - 1].iter().all(|(_, c)| matches!(c, '0' | '０'));
    if !one_way || digits.iter().any(|(_, c)| crate::text::fold::digit(*c).is_none()) {
        return None;
    }
    let mut cells = vec![Cell::MISSING; width];
    for ((at, c), column) in digits.into_iter().zip(&order.columns) {
        let start = slot.span.start as usize + at;
        cells[*column] = Cell {
            state: CellState::Inferred,
            value: crate::text::fold::digit(c).map(|d| Number::from(u32::from(d))),
            span: Some(Span::new(start, start + c.len_utf8())),
        };
    }
    Some(cells)
}

/// Whether the head over a column gives 元 as its unit.
fn in_yuan(
    source: &Source,
    heads: &[HeadReading],
    row: u8,
    column: usize,
    block: &Block,
    _width: usize,
) -> bool {
    let first_row =
        heads.iter().filter(|h| h.row <= row && h.column as usize == column).max_by_key(|h| h.row);
    let words = first_row
        .filter(|_| matches!(block.columns[column].kind, crate::text::numeral::CellKind::Amount))
        .map(|head| key(source.slice(head.span)));
    words.is_some_and(|words| words.contains('元') && !words.contains("万元") && !words.contains("亿元"))
}
