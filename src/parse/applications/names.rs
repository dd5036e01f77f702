//! Which row of the form each label of 表三 names, and in which order its columns stand.

use super::super::lexicon::Sense;
use super::super::segment::{Label, Segment, Slot};
use super::super::surface::Surface;
use super::Rows;
use crate::gather::Gather;
use crate::order;
use crate::report::{HeadReading, TableReading};
use crate::text::fold::key_char;

impl Rows<'_> {
    /// Notes the column heads, and their order where they stand in another than the
    /// form's. Only cells keep an order; the words of a flowing head are torn apart.
    pub(super) fn read_heads(&mut self, segments: &[Segment], reading: &mut TableReading) {
        let columns = self.table.blocks[0].columns;
        let begin = segments.iter().position(|s| matches!(s.label, Label::Known(Sense::Row(_))));
        let head = &segments[..begin.unwrap_or(segments.len())];
        let mut order: Vec<usize> = Vec::new();
        let mut cells: Vec<u16> = Vec::new();
        let mut organizations: Option<usize> = None;
        // Whether all of them stand in one row, and the head that the kinds share in another.
        let (mut row, mut in_one_row, mut shared_row) = (None, true, None);
        for segment in head {
            let column = match segment.label {
                Label::Known(Sense::Head(words)) => columns.iter().position(|c| c.label == words),
                // 其他 alone, not the end of a head that something broke: 其他组织.
                Label::Known(Sense::Other) if !self.goes_on(segment) => {
                    columns.iter().position(|c| c.label == "其他")
                }
                Label::Known(Sense::Total) => columns.iter().position(|c| c.label == "总计"),
                Label::Known(Sense::Margin("法人或其他组织")) => {
                    organizations.get_or_insert(order.len());
                    shared_row = Some(segment.row);
                    None
                }
                _ => None,
            };
            let Some(column) = column.filter(|column| !order.contains(column)) else { continue };
            order.push(column);
            in_one_row &= *row.get_or_insert(segment.row) == segment.row;
            cells.push(segment.column);
            reading.heads.push(HeadReading {
                row: 0,
                column: column as u8,
                span: segment.span,
                wording: segment.wording,
            });
        }
        if self.surface == Surface::Flow || order.len() != columns.len() {
            return;
        }
        order::by_key(&mut cells, |cell| u128::from(*cell));
        let side_by_side = cells.windows(2).all(|pair| pair[0] + 1 == pair[1]);
        self.head_start = cells.first().copied().filter(|_| side_by_side);
        // The kinds of organization stand one row below the head they share, and below the other
        // heads beside it, unless it stands alone above all of them.
        let alone = in_one_row && shared_row.is_some_and(|shared| row != Some(shared));
        let last = columns.len() - 1;
        let is_outer = |column: &usize| *column == 0 || *column == last;
        let inner: Vec<usize> = order.iter().copied().filter(|c| !is_outer(c)).gather();
        let place = organizations.unwrap_or(1).min(2);
        if !alone {
            order.retain(is_outer);
            for (at, column) in (place..).zip(inner) {
                order.insert(at, column);
            }
        }
        let place = |column: u8| order.iter().position(|c| *c == column as usize).unwrap_or(0);
        order::by_key(&mut reading.heads, |head| place(head.column) as u128);
        reading.columns_swapped = order.iter().zip(0..).any(|(column, expected)| *column != expected);
        self.order = order;
    }

    /// Whether more words follow a label in its cell.
    fn goes_on(&self, segment: &Segment) -> bool {
        let rest = self.source.text()[segment.span.end as usize..].trim_start_matches(any_of![' ']);
        rest.chars().next().is_some_and(|c| key_char(c).is_some())
    }

    /// The form's row that each segment is labelled with.
    pub(super) fn name(&self, segments: &[Segment]) -> Vec<Option<usize>> {
        let mut named: Vec<Option<usize>> = Vec::with_capacity(segments.len());
        let mut previous: Option<usize> = None;
        let row = |key: &str| self.table.row_index(key).map(usize::from);
        let has_groups = self.table.groups.iter().any(|g| g.key == "other");
        // The other edition's （六） is a label over rows of its own.
        let is_group = segments
            .iter()
            .any(|s| matches!(s.label, Label::Known(Sense::Row("other.no_correction" | "other.fee_unpaid"))));
        let numbered_total = segments.iter().any(|s| s.label == Label::Known(Sense::Total) && s.ordinal == 7);
        for (index, segment) in segments.iter().enumerate() {
            let begun = previous.is_some();
            // The head of the table, which a new page repeats.
            let beside_head = |i: Option<usize>| {
                i.and_then(|i| segments.get(i))
                    .is_some_and(|s| matches!(s.label, Label::Known(Sense::Head(_))))
            };
            let in_head = !begun
                || segment.slots.iter().all(|slot| slot.blank)
                    && (beside_head(index.checked_sub(1)) || beside_head(Some(index + 1)));
            let found = match segment.label {
                Label::Known(Sense::Row(key)) => {
                    // Rows mostly follow each other as in the form.
                    let next = previous.map_or(0, |row| row + 1);
                    let is_next = next < self.lines.len() && self.table.row(next as u8).key == key;
                    if is_next { Some(next) } else { row(key) }
                }
                Label::Known(Sense::Group("other")) if !has_groups && !is_group => row("other"),
                Label::Known(Sense::Other) if !in_head || segment.ordinal > 0 => {
                    let third = segment.ordinal == 3 || previous == row("other.fee_unpaid");
                    let sixth = segment.ordinal == 6 || previous == row("rejected.reissue");
                    if has_groups {
                        if third { row("other.misc") } else { None }
                    } else if sixth {
                        row("other")
                    } else {
                        None
                    }
                }
                // A head torn apart by a page has a 总计 with nothing after it.
                Label::Known(Sense::Total)
                    if !in_head
                        && (segment.ordinal > 0
                            || !numbered_total && segment.filled().next().is_some()
                            || previous.map(|row| row + 1) == row("closed")) =>
                {
                    row("closed")
                }
                _ => None,
            };
            if found.is_some() {
                previous = found;
            }
            named.push(found);
        }
        named
    }

    /// Where the values of rows stand, as far as the rows without a blank cell tell.
    pub(super) fn layout<'s>(&self, segments: &'s [Segment], named: &[Option<usize>]) -> Layout<'s> {
        let mut layout = Layout::default();
        if !self.surface.has_rows() {
            return layout;
        }
        for (segment, _) in segments.iter().zip(named).filter(|(_, row)| row.is_some()) {
            layout.patterns.extend(self.whole(segment).map(pattern));
            if segment.filled().count() == self.width {
                layout.full.push(segment);
            }
        }
        let rows = || segments.iter().zip(named).filter(|(s, row)| row.is_some() && !s.slots.is_empty());
        layout.loose = !agree(rows().map(|(segment, _)| segment.slots.len()))
            && !agree(rows().flat_map(|(segment, _)| segment.slots.last()).map(|slot| slot.column.into()));
        let first = |full: &Segment| full.filled().next().map_or(0, |slot| slot.column);
        let nearly_all = |count: usize| count * 4 >= layout.full.len() * 3;
        let agreed = |place: &dyn Fn(&Segment) -> u16| {
            let places: Vec<u16> = layout.full.iter().map(|full| place(full)).collect();
            let count = |place: &u16| places.iter().filter(|other| *other == place).count();
            places.iter().copied().find(|place| nearly_all(count(place)))
        };
        let starts = agreed(&first);
        layout.offset = agreed(&|full| first(full).saturating_sub(full.column));
        layout.begin = starts;
        layout
    }

    /// The cells from the first to the last that hold something, if they are all of a row.
    pub(super) fn whole<'s>(&self, segment: &'s Segment) -> Option<&'s [Slot]> {
        let first = segment.slots.iter().position(|slot| !slot.blank)?;
        let last = segment.slots.iter().rposition(|slot| !slot.blank)?;
        (last + 1 == first + self.width).then(|| &segment.slots[first..=last])
    }

    /// Where the values of rows of cells begin, as the full rows show it.
    pub(super) fn data_start(&self, segments: &[Segment], named: &[Option<usize>]) -> DataStart {
        let mut shown = DataStart { by_label: Vec::new(), common: None, follows: false };
        if !self.surface.has_rows() {
            return shown;
        }
        for (segment, _) in segments.iter().zip(named).filter(|(_, row)| row.is_some()) {
            let mut filled = segment.filled();
            if let Some(first) = filled.next()
                && filled.count() + 1 == self.width
                && !shown.by_label.contains(&(segment.column, first.column))
            {
                shown.by_label.push((segment.column, first.column));
            }
        }
        let Some((label, start)) = shown.by_label.first().copied() else {
            shown.common = self.head_start;
            return shown;
        };
        // What rows with labels in different cells have in common holds for all; rows
        // with labels in one cell show too little, save where the heads say the same.
        let differ = shown.by_label.iter().any(|(other, _)| *other != label);
        let same = shown.by_label.iter().all(|(_, other)| *other == start);
        if same && (differ || self.head_start == Some(start)) {
            shown.common = Some(start);
        }
        shown.follows =
            differ && shown.by_label.iter().all(|(label, start)| label.checked_add(1) == Some(*start));
        shown
    }
}

/// Where the values of the rows of a table begin.
pub(super) struct DataStart {
    /// The cell of a label, and the one in which the values after it begin.
    by_label: Vec<(u16, u16)>,
    /// The cell in which the values of every row begin.
    common: Option<u16>,
    /// Whether values follow their labels, wherever those stand: a page that writes merged
    /// labels once moves the rows under them to the left.
    follows: bool,
}

impl DataStart {
    /// The cell in which the values after a label in the cell `label` begin.
    pub(super) fn after(&self, label: u16) -> Option<u16> {
        let mut own = self.by_label.iter().filter(|(other, _)| *other == label).map(|(_, start)| *start);
        let first = own.next().filter(|_| own.next().is_none());
        let next = if self.follows { label.checked_add(1) } else { None };
        self.common.or(first).or(next)
    }
}

/// Where the values of the rows of a table of cells stand.
#[derive(Default)]
pub(super) struct Layout<'s> {
    /// Each row without a blank.
    full: Vec<&'s Segment<'s>>,
    /// The cell in which nearly all begin.
    begin: Option<u16>,
    /// How far behind the label nearly all begin.
    offset: Option<u16>,
    /// Whether rows have any number of empty cells before and after their values.
    loose: bool,
    /// Which cells hold something, of each row that has a first and a last one.
    patterns: Vec<u32>,
}

/// A bit for each cell that holds something.
fn pattern(slots: &[Slot]) -> u32 {
    slots.iter().fold(0, |bits, slot| bits << 1 | u32::from(!slot.blank))
}

/// Whether three in four places are one.
fn agree(places: impl Iterator<Item = usize>) -> bool {
    let mut counts = [0_usize; 65];
    places.for_each(|place| counts[place.min(64)] += 1);
    counts.iter().max().is_some_and(|most| most * 4 >= counts.iter().sum::<usize>() * 3)
}

impl Layout<'_> {
    /// Whether `slots` begin where the values of nearly all rows do.
    pub(super) fn trusts(&self, segment: &Segment, slots: &[Slot]) -> bool {
        let Some(first) = slots.first() else { return true };
        !self.is_ragged() && self.begins_at(segment.column, first.column)
    }

    /// Whether the values of a row with its label in cell `label` can begin in cell `first`.
    pub(super) fn begins_at(&self, label: u16, first: u16) -> bool {
        let offset = first.saturating_sub(label);
        self.full.is_empty() || self.is_ragged() || self.begin == Some(first) || self.offset == Some(offset)
    }

    /// Whether the rows agree nowhere on where their values begin or end.
    pub(super) fn is_ragged(&self) -> bool {
        self.loose || !self.full.is_empty() && self.begin.is_none() && self.offset.is_none()
    }

    /// Whether columns are blank in many rows as they are in this one.
    pub(super) fn shares(&self, slots: &[Slot]) -> bool {
        let pattern = pattern(slots);
        self.patterns.iter().filter(|other| **other == pattern).count() > 3
    }

    /// Whether another row has its values in the same cells, blank ones among them.
    pub(super) fn has_gaps(&self, segment: &Segment) -> bool {
        let alike = |full: &&&Segment| {
            full.filled().map(|slot| slot.column).eq(segment.filled().map(|slot| slot.column))
        };
        self.full.iter().filter(alike).count() > 1
    }
}
