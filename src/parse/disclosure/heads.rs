//! What the heads of a block of 表二 say: in which order its columns stand, and in which unit.

use super::super::lexicon::Sense;
use super::super::matching;
use super::super::segment::{Label, Segment, Slot};
use crate::form::{Block, Column, Table};
use crate::gather::Gather;
use crate::report::{HeadReading, TableReading, Wording};
use crate::text::Source;
use crate::text::fold::key;
use crate::text::numeral::CellKind;

/// In which order a block's columns stand, as far as its heads say so: for each
/// column of the text the column of the form.
pub(super) struct Order {
    pub(super) columns: Vec<usize>,
    /// The cells of the row under each head, where rows are rows of cells.
    cells: Vec<Option<u16>>,
    /// Whether merged heads are repeated in every cell, so that what stands under
    /// them is, too.
    pub(super) repeated: bool,
    /// Whether the heads stand in cells next to each other and to the label.
    pub(super) adjoining: bool,
}

impl Order {
    /// The order that `heads` tell for the row of `segment`; the form's own where they do not.
    pub(super) fn of(block: &Block, heads: &[&Segment], segment: &Segment, shared_head: bool) -> Self {
        let mut columns: Vec<usize> = Vec::with_capacity(block.columns.len());
        let mut cells = Vec::with_capacity(block.columns.len());
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
    pub(super) fn under(&self, slots: &[Slot]) -> Option<Vec<Slot>> {
        let at = |cell: &Option<u16>| slots.iter().find(|slot| Some(slot.column) == *cell).copied();
        self.cells.iter().map(at).collect()
    }

    /// Whether the columns stand in another order than the form's.
    pub(super) fn swapped(&self) -> bool {
        self.columns.windows(2).any(|pair| pair[0] > pair[1])
    }
}

fn is_head_of(column: &Column, label: &str) -> bool {
    column.label == label || column.also.contains(&label)
}

/// Remembers the heads of a block, the first time each.
pub(super) fn note_heads(
    source: &Source,
    table: &Table,
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
            let official = matching::same(block.columns[column].label, source.slice(head.span));
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

/// The unit that the head over a column of amounts gives.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Unit {
    /// 万元, or none.
    TenThousand,
    /// 元.
    One,
    /// 千元, 百万元 and the like.
    Other,
}

/// The unit of a column in a row, by the head that stands over it.
pub(super) fn unit(source: &Source, heads: &[HeadReading], row: u8, column: usize, block: &Block) -> Unit {
    if block.columns[column].kind != CellKind::Amount {
        return Unit::TenThousand;
    }
    let head = heads.iter().filter(|h| h.row <= row && h.column as usize == column).max_by_key(|h| h.row);
    let Some(head) = head else { return Unit::TenThousand };
    let words = key(source.slice(head.span));
    let Some((before, _)) = words.rsplit_once(any_of!['元']) else { return Unit::TenThousand };
    let multiple = |c: char| matches!(c, '十' | '百' | '千' | '仟' | '佰' | '亿');
    match before.strip_suffix('万') {
        Some(before) if before.ends_with(multiple) => Unit::Other,
        Some(_) => Unit::TenThousand,
        None if before.ends_with(multiple) => Unit::Other,
        None => Unit::One,
    }
}
