//! 表三: segments to cells.

use super::lexicon::Sense;
use super::puzzle::{self, Gaps, Part};
use super::segment::{self, Label, Segment, Slot};
use super::surface::Surface;
use crate::form::{self, CellRef, Edition, Table, TableKey};
use crate::order;
use crate::report::{
    Cell, CellState, ExtraRow, HeadReading, RowReading, RowState, TableReading, UnreadReason, Wording,
};
use crate::text::fold::digit;
use crate::text::numeral::{CellKind, Number};
use crate::text::{Source, Span};

/// What is known of one row of the form while the table is read.
#[derive(Debug, Clone)]
struct Line {
    label: Option<Span>,
    wording: Wording,
    shifted: bool,
    repeats: Vec<Span>,
    placed_by_sum: bool,
    values: Values,
}

/// The values of a row.
#[derive(Debug, Clone)]
enum Values {
    /// No label of it was seen.
    Unseen,
    /// Its label was seen, and nothing after it.
    Orphan,
    /// They were read.
    Read(Vec<Cell>),
    /// They were read in more ways than one.
    Open(Vec<Vec<Part>>),
    /// Another number of values than the form has.
    WrongCount { found: u16, span: Option<Span> },
}

/// Reads 表三 of `edition` from its segments.
pub fn read(
    source: &Source,
    segments: &[Segment],
    surface: Surface,
    edition: &'static Edition,
) -> TableReading {
    let table = edition.table(TableKey::Applications);
    let mut reading = TableReading::absent(TableKey::Applications);
    reading.note = segments.iter().find(|s| s.label == Label::Known(Sense::Note)).map(|s| s.span);
    let rows = Rows::place(source, segments, surface, edition, &mut reading);
    reading.settled_by_columns = rows.settled_by_columns;
    let mut unplaced = rows.unplaced;
    let mut lines = rows.lines;
    if surface == Surface::Flow && is_scattered(segments, table.blocks[0].columns.len()) {
        unplaced = true;
        lines.iter_mut().for_each(|line| doubt(source, line));
    }
    if surface == Surface::Flow && lines.iter().any(|line| lost_blanks(source, line, table)) {
        unplaced |= lines.iter_mut().map(doubt_split).fold(false, |any, row| any | row);
    }
    let read = lines.iter().filter(|line| matches!(line.values, Values::Read(_))).count();
    let seen = lines.iter().filter(|line| line.label.is_some()).count();
    if seen < 3 && read < 3 {
        return TableReading::absent(TableKey::Applications);
    }
    reading.span = span_of(segments);
    let width = table.blocks[0].columns.len();
    for line in lines {
        let (state, cells) = finish(&line, width, unplaced);
        reading.cells.extend(cells);
        reading.rows.push(RowReading {
            label: line.label,
            wording: line.wording,
            state,
            shifted: line.shifted,
            repeats: line.repeats,
            placed_by_sum: line.placed_by_sum,
        });
    }
    if read * 2 < table.row_count() {
        let any = segments.iter().any(|s| s.filled().next().is_some());
        reading.unread = Some(match (any, surface) {
            (false, _) => UnreadReason::NoValues,
            (true, Surface::Flow) => UnreadReason::BoundariesLost,
            (true, _) => UnreadReason::Scattered,
        });
    }
    reading
}

fn span_of(segments: &[Segment]) -> Option<Span> {
    let first = segments.first()?.span;
    let last = segments.last()?;
    let end = last.slots.iter().map(|slot| slot.span).fold(last.span, Span::to);
    Some(first.to(end))
}

/// Whether values stand where rows cannot have them, as on a page read by its columns:
/// among the heads, or more after a label than a row has.
fn is_scattered(segments: &[Segment], width: usize) -> bool {
    let is_head = |s: &&Segment| matches!(s.label, Label::Known(Sense::Head(_) | Sense::Margin(_)));
    let among_heads: usize = segments.iter().filter(is_head).map(|s| s.filled().count()).sum();
    let too_many = segments.iter().filter(|s| s.filled().count() > width + 2).count();
    among_heads > 2 && too_many > 0 || too_many > 2
}

/// Takes back the values of a row of a scattered table, unless they stand on the
/// label's own line: elsewhere they can be another row's, whole as that is.
fn doubt(source: &Source, line: &mut Line) {
    let (Values::Read(cells), Some(label)) = (&line.values, line.label) else { return };
    let place = |at: u32| source.line_of(at);
    let beside = cells.iter().flat_map(|cell| cell.span).all(|span| place(span.start) == place(label.start));
    if !beside {
        line.values = Values::Orphan;
    }
}

/// Whether a row shows that blank cells have vanished: it has fewer digits than cells.
fn lost_blanks(source: &Source, line: &Line, table: &Table) -> bool {
    match &line.values {
        Values::Orphan => line.label.is_some(),
        Values::WrongCount { span: Some(span), .. } => {
            let digits = source.slice(*span).chars().filter(|c| digit(*c).is_some()).count();
            digits < table.blocks[0].columns.len()
        }
        _ => false,
    }
}

/// Takes back a split that counts on every cell being there. Whether it did.
fn doubt_split(line: &mut Line) -> bool {
    let Values::Read(cells) = &line.values else { return false };
    let split = cells.iter().any(|cell| cell.state == CellState::Inferred);
    if split {
        let span = cells.iter().flat_map(|cell| cell.span).reduce(Span::to);
        line.values = Values::WrongCount { found: 1, span };
    }
    split
}

/// State and cells of a row when everything has been placed.
fn finish(line: &Line, width: usize, unplaced: bool) -> (RowState, Vec<Cell>) {
    let at = line.label.map_or(0, |label| label.end);
    match &line.values {
        Values::Read(cells) => (RowState::Read, cells.clone()),
        // Blank cells vanish from a flowing text. Where values are left over, what
        // belongs here cannot be told.
        Values::Orphan if !unplaced => (RowState::Read, vec![segment::vanished(at); width]),
        Values::Orphan => (RowState::Unread, vec![segment::unread(None); width]),
        Values::Open(ways) => {
            let span = ways.first().and_then(|parts| Some(parts.first()?.span.to(parts.last()?.span)));
            (RowState::Unread, vec![segment::unread(span); width])
        }
        Values::WrongCount { found, span } => {
            (RowState::WrongCount { found: *found }, vec![segment::unread(*span); width])
        }
        Values::Unseen if unplaced => (RowState::Unread, vec![segment::unread(None); width]),
        Values::Unseen => (RowState::Missing, vec![Cell::MISSING; width]),
    }
}

/// The rows of the table while they are placed.
struct Rows<'a> {
    source: &'a Source<'a>,
    surface: Surface,
    edition: &'static Edition,
    table: &'static Table,
    width: usize,
    lines: Vec<Line>,
    /// Whether values were left over that could belong to a row without any.
    unplaced: bool,
    /// Whether the columns' sums chose among splits.
    settled_by_columns: bool,
    /// For each column of the text the column of the form.
    order: Vec<usize>,
    /// The cell under the first head, where the heads stand in cells side by side.
    head_start: Option<u16>,
}

/// Values without a label of their own, between two rows that have one.
struct Stray {
    /// The form's row before them.
    after: Option<usize>,
    slots: Vec<Slot>,
}

impl<'a> Rows<'a> {
    fn place(
        source: &'a Source<'a>,
        segments: &[Segment],
        surface: Surface,
        edition: &'static Edition,
        reading: &mut TableReading,
    ) -> Self {
        let table = edition.table(TableKey::Applications);
        let empty = Line {
            label: None,
            wording: Wording::Official,
            shifted: false,
            repeats: Vec::new(),
            placed_by_sum: false,
            values: Values::Unseen,
        };
        let mut rows = Self {
            source,
            surface,
            edition,
            table,
            width: table.blocks[0].columns.len(),
            lines: vec![empty; table.row_count()],
            unplaced: false,
            settled_by_columns: false,
            order: (0..table.blocks[0].columns.len()).collect(),
            head_start: None,
        };
        rows.read_heads(segments, reading);
        let named = rows.name(segments);
        let start = rows.data_start(segments, &named);
        let mut strays: Vec<Stray> = Vec::new();
        let mut last_row = None;
        for (segment, row) in segments.iter().zip(&named) {
            match row {
                Some(row) => {
                    let (values, rest) = rows.values(segment, start);
                    // So many are other rows' values too.
                    let many = 2 * rows.width;
                    rows.unplaced |= surface == Surface::Flow
                        && matches!(values, Values::WrongCount { found, .. } if found as usize >= many);
                    rows.assign(*row, segment, values);
                    last_row = Some(*row);
                    reading.order.push(*row as u8);
                    if !rest.is_empty() {
                        strays.push(Stray { after: last_row, slots: rest });
                    }
                }
                None => rows.foreign(segment, last_row, &mut strays, reading),
            }
        }
        reading.order.dedup();
        rows.mark_shifted(segments, &named);
        rows.place_strays(strays);
        rows.settle_open();
        rows
    }

    /// Notes the column heads, and their order where they stand in another than the
    /// form's. Only cells keep an order; the words of a flowing head are torn apart.
    fn read_heads(&mut self, segments: &[Segment], reading: &mut TableReading) {
        let columns = self.table.blocks[0].columns;
        let begin = segments.iter().position(|s| matches!(s.label, Label::Known(Sense::Row(_))));
        let head = &segments[..begin.unwrap_or(segments.len())];
        let mut order: Vec<usize> = Vec::new();
        let mut cells: Vec<u16> = Vec::new();
        let mut organizations: Option<usize> = None;
        for segment in head {
            let column = match segment.label {
                Label::Known(Sense::Head(words)) => columns.iter().position(|c| c.label == words),
                Label::Known(Sense::Other) => columns.iter().position(|c| c.label == "其他"),
                Label::Known(Sense::Total) => columns.iter().position(|c| c.label == "总计"),
                Label::Known(Sense::Margin("法人或其他组织")) => {
                    organizations.get_or_insert(order.len());
                    None
                }
                _ => None,
            };
            let Some(column) = column.filter(|column| !order.contains(column)) else { continue };
            order.push(column);
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
        // The kinds of organization stand one row below the head they share.
        let last = columns.len() - 1;
        let is_outer = |column: &usize| *column == 0 || *column == last;
        let inner: Vec<usize> = order.iter().copied().filter(|c| !is_outer(c)).collect();
        let place = organizations.unwrap_or(1).min(2);
        let mut whole: Vec<usize> = order.into_iter().filter(is_outer).collect();
        whole.splice(place..place, inner);
        let place = |column: u8| whole.iter().position(|c| *c == column as usize).unwrap_or(0);
        order::by_key(&mut reading.heads, |head| place(head.column) as u128);
        reading.columns_swapped = whole.iter().zip(0..).any(|(column, expected)| *column != expected);
        self.order = whole;
    }

    /// The form's row that each segment is labelled with.
    fn name(&self, segments: &[Segment]) -> Vec<Option<usize>> {
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
                Label::Known(Sense::Row(key)) => row(key),
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

    /// The cell in which the values of a row begin, where rows of cells agree on it.
    fn data_start(&self, segments: &[Segment], named: &[Option<usize>]) -> Option<u16> {
        if !self.surface.has_rows() {
            return None;
        }
        let mut starts: Vec<u16> = Vec::new();
        for (segment, _) in segments.iter().zip(named).filter(|(_, row)| row.is_some()) {
            if segment.filled().count() == self.width {
                starts.extend(segment.filled().next().map(|slot| slot.column));
            }
        }
        match starts.first() {
            Some(first) => starts.iter().all(|start| start == first).then_some(*first),
            None => self.head_start,
        }
    }

    /// The values after a label, and what is left over of them.
    fn values(&self, segment: &Segment, start: Option<u16>) -> (Values, Vec<Slot>) {
        let filled: Vec<Slot> = segment.filled().copied().collect();
        if segment.slots.is_empty() {
            return match self.surface {
                // One cell a line: blank cells would be there.
                Surface::CellLines(_) => (Values::WrongCount { found: 0, span: None }, Vec::new()),
                _ => (Values::Orphan, Vec::new()),
            };
        }
        let width = self.width;
        if self.surface == Surface::Flow {
            return self.flowing_values(segment, &filled);
        }
        let slots = &segment.slots;
        if filled.len() == width {
            return (self.read(&filled), Vec::new());
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

    fn flowing_values(&self, segment: &Segment, filled: &[Slot]) -> (Values, Vec<Slot>) {
        let width = self.width;
        let slots = &segment.slots;
        if slots.len() == width {
            return (self.read(slots), Vec::new());
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
            if filled.len() == width {
                return (self.read(filled), Vec::new());
            }
            if slots.len().is_multiple_of(width) {
                let first = self.read(&slots[..width]);
                if matches!(&first, Values::Read(cells) if row_sum_holds(cells)) {
                    return (first, slots[width..].to_vec());
                }
            }
            // What follows on lines of its own belongs to something else.
            let line = slots[0].row;
            if slots[..width].iter().all(|s| s.row == line) && slots[width].row != line {
                return (self.read(&slots[..width]), slots[width..].to_vec());
            }
        }
        let span = slots.iter().map(|s| s.span).reduce(Span::to).map(|span| self.source.trim(span));
        (Values::WrongCount { found: slots.len().min(u16::MAX as usize) as u16, span }, Vec::new())
    }

    /// Where among too many cells, some of them only there because of merged labels,
    /// the row's values begin; `None` where that is not certain.
    fn window(&self, slots: &[Slot], start: Option<u16>) -> Option<usize> {
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
        if matches!(self.surface, Surface::CellLines(_)) {
            return (earliest == 0).then_some(0);
        }
        // The row's own sum, where it holds for one place only.
        let mut holding = (earliest..=latest).filter(|from| self.sum_holds(&slots[*from..*from + width]));
        let only = holding.next()?;
        holding.next().is_none().then_some(only)
    }

    fn sum_holds(&self, slots: &[Slot]) -> bool {
        let Values::Read(cells) = self.read(slots) else { return false };
        row_sum_holds(&cells) && cells.last().is_some_and(|cell| cell.value.is_some_and(|v| !v.is_zero()))
    }

    fn read(&self, slots: &[Slot]) -> Values {
        let mut cells = vec![Cell::MISSING; self.width];
        for (slot, column) in slots.iter().zip(&self.order) {
            cells[*column] = segment::cell(self.source, slot, CellKind::Count, false);
        }
        Values::Read(cells)
    }

    /// Digits run together, split by the row's own sum. `None` where they are none.
    fn split(&self, slots: &[Slot], gaps: Gaps) -> Option<Values> {
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

    fn assign(&mut self, row: usize, segment: &Segment, values: Values) {
        let line = &mut self.lines[row];
        let has_values = |values: &Values| !matches!(values, Values::Orphan | Values::Unseen);
        if line.label.is_none() || !has_values(&line.values) {
            if line.label.is_none() || has_values(&values) {
                line.label = Some(segment.span);
                line.wording = segment.wording;
                line.values = values;
            }
        } else if has_values(&values) {
            line.repeats.push(segment.span);
        }
    }

    /// A segment that is no row of the form: a group's label, a subtotal, something added.
    fn foreign(
        &mut self,
        segment: &Segment,
        last_row: Option<usize>,
        strays: &mut Vec<Stray>,
        reading: &mut TableReading,
    ) {
        if segment.filled().next().is_none() {
            return;
        }
        match segment.label {
            Label::Known(Sense::Group(_) | Sense::Subtotal) | Label::Unknown => {
                let group = match segment.label {
                    Label::Known(Sense::Group(key)) => Some(key),
                    Label::Known(Sense::Subtotal) => last_row
                        .and_then(|row| self.table.group_of(self.table.row(row as u8)))
                        .map(|group| group.key),
                    _ => None,
                };
                // In a flowing text a group's label may stand before rows whose own
                // labels come later.
                if self.surface == Surface::Flow && segment.slots.len() > self.width {
                    strays.push(Stray { after: last_row, slots: segment.slots.clone() });
                    return;
                }
                let (values, _) = self.values(segment, None);
                let cells = match values {
                    Values::Read(cells) => cells,
                    _ => Vec::new(),
                };
                if last_row.is_some() {
                    reading.extra_rows.push(ExtraRow { label: segment.span, group, cells });
                }
            }
            _ if self.surface == Surface::Flow && last_row.is_some() => {
                strays.push(Stray { after: last_row, slots: segment.slots.clone() });
            }
            _ => {}
        }
    }

    /// Gives values without labels to the rows that lack values, where their number
    /// leaves no choice and every row's own sum holds.
    fn place_strays(&mut self, strays: Vec<Stray>) {
        let mut merged: Vec<Stray> = Vec::new();
        for stray in strays {
            match merged.last_mut() {
                Some(last) if last.after == stray.after => last.slots.extend(stray.slots),
                _ => merged.push(stray),
            }
        }
        for stray in merged {
            let from = stray.after.map_or(0, |row| row + 1);
            let waiting: Vec<usize> = (from..self.lines.len())
                .take_while(|row| matches!(self.lines[*row].values, Values::Unseen | Values::Orphan))
                .collect();
            let fits = !waiting.is_empty() && stray.slots.len() == waiting.len() * self.width;
            let read: Vec<Values> = if fits {
                stray.slots.chunks(self.width).map(|slots| self.read(slots)).collect()
            } else {
                Vec::new()
            };
            let certain = fits
                && read.iter().all(|values| matches!(values, Values::Read(cells) if row_sum_holds(cells)));
            if certain {
                for (row, values) in waiting.into_iter().zip(read) {
                    self.lines[row].values = values;
                    self.lines[row].placed_by_sum = true;
                }
            } else {
                self.unplaced = true;
            }
        }
    }

    /// Chooses among several splits of a row by the sums of the columns.
    fn settle_open(&mut self) {
        let open: Vec<usize> =
            (0..self.lines.len()).filter(|row| matches!(self.lines[*row].values, Values::Open(_))).collect();
        if open.is_empty() {
            return;
        }
        let ways: Vec<&Vec<Vec<Part>>> = open
            .iter()
            .filter_map(|row| match &self.lines[*row].values {
                Values::Open(ways) => Some(ways),
                _ => None,
            })
            .collect();
        let combinations = ways.iter().try_fold(1_usize, |n, w| n.checked_mul(w.len())).unwrap_or(usize::MAX);
        if combinations > 20_000 {
            return;
        }
        let mut chosen: Option<Vec<usize>> = None;
        for combination in 0..combinations {
            let mut rest = combination;
            let pick: Vec<usize> = ways
                .iter()
                .map(|w| {
                    let index = rest % w.len();
                    rest /= w.len();
                    index
                })
                .collect();
            if self.columns_hold(&open, &ways, &pick) {
                if chosen.is_some() {
                    return;
                }
                chosen = Some(pick);
            }
        }
        let Some(pick) = chosen else { return };
        let cells: Vec<Vec<Cell>> =
            ways.iter().zip(pick).map(|(ways, index)| ways[index].iter().map(inferred).collect()).collect();
        for (row, cells) in open.into_iter().zip(cells) {
            self.lines[row].values = Values::Read(cells);
        }
        self.settled_by_columns = true;
    }

    /// Whether every column balances with the picked splits.
    fn columns_hold(&self, open: &[usize], ways: &[&Vec<Vec<Part>>], pick: &[usize]) -> bool {
        let value = |row: usize, column: usize| -> Option<Number> {
            if let Some(at) = open.iter().position(|r| *r == row) {
                return Some(Number::from(ways[at][pick[at]][column].value));
            }
            match &self.lines[row].values {
                Values::Read(cells) => cells[column].in_sum(),
                _ => None,
            }
        };
        let side = |cells: &[CellRef]| {
            cells.iter().try_fold(Number::ZERO, |sum, cell| {
                Some(sum + value(cell.row as usize, cell.column as usize)?)
            })
        };
        self.edition
            .equations()
            .iter()
            .filter(|e| e.left[0].table == self.table.key && matches!(e.line, form::Line::Column(_)))
            .all(|e| side(&e.left).is_some_and(|left| side(&e.right) == Some(left)))
    }

    /// Marks rows whose label stands in another cell than those of their like.
    fn mark_shifted(&mut self, segments: &[Segment], named: &[Option<usize>]) {
        if !matches!(self.surface, Surface::Rows('\t')) {
            return;
        }
        let depth = |row: usize| match self.table.row(row as u8).ordinal.chars().last() {
            Some('、') => 0,
            Some('）') => 1,
            _ => 2,
        };
        for level in 0..3 {
            let places: Vec<(usize, u16)> = segments
                .iter()
                .zip(named)
                .filter_map(|(segment, row)| Some((segment, (*row)?)))
                .filter(|(segment, row)| depth(*row) == level && !segment.after_label)
                .map(|(segment, row)| (row, segment.column))
                .collect();
            let count = |column: u16| places.iter().filter(|(_, c)| *c == column).count();
            let Some(usual) = places.iter().map(|(_, c)| *c).max_by_key(|c| count(*c)) else { continue };
            if places.len() < 4 || count(usual) * 4 < places.len() * 3 {
                continue;
            }
            for (row, column) in places {
                self.lines[row].shifted |= column != usual;
            }
        }
    }
}

fn inferred(part: &Part) -> Cell {
    Cell {
        state: if part.whole { CellState::Number } else { CellState::Inferred },
        value: Some(Number::from(part.value)),
        span: Some(part.span),
    }
}

/// Whether the last cell is the sum of the others; false where one is not known.
fn row_sum_holds(cells: &[Cell]) -> bool {
    let Some((total, parts)) = cells.split_last() else { return false };
    let sum = parts.iter().try_fold(Number::ZERO, |sum, cell| Some(sum + cell.in_sum()?));
    total.in_sum().is_some() && sum == total.in_sum()
}
