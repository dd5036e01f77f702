//! 表二: segments to cells.

use super::lexicon::Sense;
use super::matching;
use super::segment::{self, Label, Segment, Slot};
use super::surface::Surface;
use crate::form::{Block, Column, Edition, TableKey};
use crate::gather::Gather;
use crate::report::{
    Cell, CellState, HeadReading, RowReading, RowState, TableReading, UnreadReason, Wording,
};
use crate::text::fold::key;
use crate::text::numeral::{CellKind, Number};
use crate::text::{Source, Span};

/// How many values a row of 表二 can have.
pub const WIDTH: usize = 3;

/// More lines than a row of blank cells takes.
const FAR: u32 = 8;

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
    let mut last_head: Option<u32> = None;
    let mut block_foreign = false;
    // Heads under a head that they share are read after those beside it.
    let mut shared_head = false;
    let width = |at: usize| match segments.get(at).map(|s| s.label) {
        Some(Label::Known(Sense::Row(name))) => Some(table.block(table.row_index(name)?).columns.len()),
        _ => None,
    };
    let exact = segment::is_exact(segments, width);
    // Rows beside values that no label has.
    let mut doubted: Vec<u8> = Vec::new();
    let (mut last_row, mut without_label) = (None, false);
    // The row whose label was the last one, with nothing after it.
    let mut alone: Option<u8> = None;
    let (mut empty_labels, mut without_any): (Vec<u8>, bool) = (Vec::new(), false);
    for segment in segments {
        match segment.label {
            Label::Known(Sense::Block) => {
                let words = key(source.slice(segment.span));
                block_foreign = !table.blocks.iter().any(|b| matching::is(b.label, &words));
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
                note_heads(source, table, block, &heads, &mut reading);
                reading.columns_swapped |= order.swapped();
                let (state, read) =
                    values(source, segment, surface, block, &order, &reading.heads, (row, exact));
                reading.order.push(row);
                last_row = Some(row);
                empty_labels.extend(last_row.filter(|_| segment.slots.is_empty()));
                doubted.extend(last_row.filter(|_| without_label));
                without_label = false;
                let first = &mut lines[row as usize];
                // A label that stands alone before the row itself.
                if alone == Some(row) && !segment.slots.is_empty() {
                    *first = None;
                }
                alone = segment.slots.is_empty().then_some(row);
                match first {
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
        // Values of a label that is no row: of a row of another kind, or of a row whose label
        // stands above the head that a page repeats.
        let is_row = matches!(segment.label, Label::Known(Sense::Row(_)));
        let foreign = !is_row && surface != Surface::Flow && segment.filled().next().is_some();
        without_label |= segment.loose || foreign;
        without_any |= without_label;
        doubted.extend(last_row.filter(|_| without_label));
    }
    // Values that no label has can be those of a label that has none, however far away.
    if without_any {
        doubted.extend(empty_labels);
    }
    for row in doubted {
        // What is blank in them may stand there.
        let read = &mut cells[row as usize];
        if let Some(line) = &mut lines[row as usize]
            && read.iter().any(|cell| cell.state == CellState::Blank)
        {
            let found = read.iter().filter(|cell| cell.state == CellState::Number).count();
            let span = read.iter().flat_map(|cell| cell.span).reduce(Span::to);
            line.state = RowState::WrongCount { found: found as u16 };
            read.fill(segment::unread(span.map(|span| source.trim(span))));
        }
    }
    let seen = lines.iter().flatten().count();
    let is_head = |s: &&Segment| !matches!(s.label, Label::Known(Sense::Row(_)) | Label::Unknown);
    let among_heads: usize = segments.iter().filter(is_head).map(|s| s.filled().count()).sum();
    let is_row = |s: &&Segment| matches!(s.label, Label::Known(Sense::Row(_)));
    let empty = segments.iter().filter(is_row).filter(|s| s.slots.is_empty()).count();
    let too_many = segments.iter().filter(is_row).any(|s| s.slots.len() > WIDTH + 2);
    // Where values are left over, what belongs to a label with nothing after it cannot be told.
    let has_more = |s: &Segment| match s.label {
        Label::Known(Sense::Row(name)) => {
            far_apart(&s.slots)
                || s.filled().count()
                    > table.row_index(name).map_or(WIDTH, |row| table.block(row).columns.len())
        }
        _ => s.label != Label::Unknown && s.filled().next().is_some(),
    };
    if surface == Surface::Flow && segments.iter().any(has_more) {
        let vanished =
            |cell: &Cell| cell.state == CellState::Blank && cell.span.is_some_and(|s| s.is_empty());
        for (line, row) in lines.iter_mut().zip(&mut cells) {
            if let Some(line) = line
                && row.iter().all(vanished)
            {
                line.state = RowState::Unread;
                row.fill(segment::unread(None));
            }
        }
    }
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
    reading.rows = lines.into_iter().map(|line| line.unwrap_or(RowReading::MISSING)).gather();
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
            columns = (0..block.columns.len()).gather();
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
                && !source.slice(slot.span).contains('元');
            cells[*column] = if bare { segment::unread(cell.span) } else { cell };
        }
        (RowState::Read, cells)
    };
    // Where the label's own line holds a value, it holds them all.
    let beside = slots.iter().filter(|slot| !slot.span.is_empty() && slot.row == segment.row).count();
    let together = segment::stand_together(slots) && (beside == 0 || beside == filled.len());
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
fn far_apart(slots: &[Slot]) -> bool {
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

/// The unit that the head over a column of amounts gives.
#[derive(Clone, Copy, PartialEq)]
enum Unit {
    /// 万元, or none.
    TenThousand,
    /// 元.
    One,
    /// 千元, 百万元 and the like.
    Other,
}

fn unit(source: &Source, heads: &[HeadReading], row: u8, column: usize, block: &Block) -> Unit {
    let head = heads.iter().filter(|h| h.row <= row && h.column as usize == column).max_by_key(|h| h.row);
    let is_amount = block.columns[column].kind == CellKind::Amount;
    let Some(head) = head.filter(|_| is_amount) else { return Unit::TenThousand };
    let words = key(source.slice(head.span));
    let Some((before, _)) = words.rsplit_once('元') else { return Unit::TenThousand };
    let multiple = |c: char| matches!(c, '十' | '百' | '千' | '仟' | '佰' | '亿');
    match before.strip_suffix('万') {
        Some(before) if before.ends_with(multiple) => Unit::Other,
        Some(_) => Unit::TenThousand,
        None if before.ends_with(multiple) => Unit::Other,
        None => Unit::One,
    }
}
