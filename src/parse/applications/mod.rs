//! 表三: segments to cells. [`names`] tells which row a label names, [`values`] what
//! stands after it; [`settle`] places what labels leave open, and [`mod@doubt`] takes back what may be
//! another row's.

mod doubt;
mod names;
mod settle;
mod values;

use super::lexicon::Sense;
use super::puzzle::{self, Part};
use super::segment::{self, Label, Segment, Slot};
use super::surface::Surface;
use crate::form::{Edition, Table, TableKey};
use crate::report::{Cell, ExtraRow, RowReading, RowState, TableReading, UnreadReason, Wording};
use crate::text::{Source, Span};
use doubt::{doubt, doubt_split, is_scattered, lost_blanks};
use names::Layout;

/// How many values a row of 表三 has, in every edition.
pub const WIDTH: usize = 7;

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
    // Of a table that is not read, no cell is said to be blank.
    unplaced |= surface == Surface::Flow && read * 2 < table.row_count();
    let seen = lines.iter().filter(|line| line.label.is_some()).count();
    if seen < 3 && read < 3 {
        return TableReading::absent(TableKey::Applications);
    }
    reading.span = span_of(segments);
    let width = table.blocks[0].columns.len();
    reading.cells = Vec::with_capacity(lines.len() * width);
    reading.rows = Vec::with_capacity(lines.len());
    for line in lines {
        let state = finish(&line, width, unplaced, &mut reading.cells);
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

/// The state of a row when everything has been placed. Its cells are added to `all`.
fn finish(line: &Line, width: usize, unplaced: bool, all: &mut Vec<Cell>) -> RowState {
    let at = line.label.map_or(0, |label| label.end);
    let (state, cell) = match &line.values {
        Values::Read(cells) => {
            all.extend(cells);
            return RowState::Read;
        }
        // Blank cells vanish from a flowing text. Where values are left over, what
        // belongs here cannot be told.
        Values::Orphan if !unplaced => (RowState::Read, segment::vanished(at)),
        Values::Open(ways) => {
            let span = ways.first().and_then(|parts| Some(parts.first()?.span.to(parts.last()?.span)));
            (RowState::Unread, segment::unread(span))
        }
        Values::WrongCount { found, span } => {
            (RowState::WrongCount { found: *found }, segment::unread(*span))
        }
        Values::Unseen if !unplaced => (RowState::Missing, Cell::MISSING),
        Values::Orphan | Values::Unseen => (RowState::Unread, segment::unread(None)),
    };
    all.extend(std::iter::repeat_n(cell, width));
    state
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
    /// Where the values of rows stand.
    layout: Layout<'a>,
    /// Whether nearly all rows have seven cells after their label.
    exact: bool,
    /// How many steps of puzzles are left.
    steps: std::cell::Cell<usize>,
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
        segments: &'a [Segment],
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
            layout: Layout::default(),
            exact: false,
            steps: std::cell::Cell::new(puzzle::STEPS_OF_TABLE),
        };
        rows.read_heads(segments, reading);
        let named = rows.name(segments);
        rows.layout = rows.layout(segments, &named);
        let start = rows.data_start(segments, &named);
        rows.exact = segment::is_exact(segments, |at| named[at].map(|_| rows.width));
        let mut strays: Vec<Stray> = Vec::new();
        let mut last_row = None;
        // Values without a label, or with that of another table, stand after the last row.
        let mut without_label = false;
        let mut foreign = false;
        for (segment, row) in segments.iter().zip(&named) {
            match row {
                Some(row) => {
                    let by_sum = segment.has_stray();
                    let (values, rest) = if by_sum {
                        (rows.stray_values(segment, start.after(segment.column)), Vec::new())
                    } else {
                        rows.values(segment, start.after(segment.column))
                    };
                    // So many are other rows' values too.
                    let many = 2 * rows.width;
                    rows.unplaced |= surface == Surface::Flow
                        && matches!(values, Values::WrongCount { found, .. } if found as usize >= many);
                    // A label that stands where the form has another, after one with no values
                    // or too many: which of them the values belong to is not told.
                    let before = last_row.map(|last: usize| &rows.lines[last].values);
                    let unsure = matches!(before, Some(Values::Orphan | Values::WrongCount { .. }));
                    let moved = last_row.is_some_and(|last| *row < last) && unsure;
                    let values = match values {
                        Values::Read(cells) if moved => rows.doubted(&cells),
                        values => values,
                    };
                    let other = rows.assign(*row, segment, values, by_sum);
                    if without_label || foreign {
                        rows.doubt_blanks(*row, foreign && !without_label);
                    }
                    // Other values than the row has already can be those of the row before.
                    if let Some(last) = last_row.filter(|_| other && surface != Surface::Flow) {
                        rows.doubt_blanks(last, true);
                    }
                    (without_label, foreign) = (false, other && surface != Surface::Flow);
                    last_row = Some(*row);
                    reading.order.push(*row as u8);
                    if !rest.is_empty() {
                        strays.push(Stray { after: last_row, slots: rest });
                    }
                }
                None => {
                    rows.foreign(segment, last_row, &mut strays, reading);
                    foreign |=
                        segment.label != Label::Known(Sense::Subtotal) && segment.filled().next().is_some();
                }
            }
            without_label |= segment.loose;
            if let Some(row) = last_row.filter(|_| surface != Surface::Flow && (without_label || foreign)) {
                rows.doubt_blanks(row, foreign && !without_label);
            }
        }
        // Values that no label has can be those of a label that has none, however far away.
        if surface != Surface::Flow && segments.iter().any(|segment| segment.loose) {
            for row in 0..rows.lines.len() {
                if matches!(rows.lines[row].values, Values::Orphan) {
                    rows.doubt_blanks(row, true);
                }
            }
        }
        reading.order.dedup();
        rows.mark_shifted(segments, &named);
        rows.place_strays(strays);
        rows.settle_open();
        rows.prove();
        rows
    }

    /// Returns whether the row has other values already.
    fn assign(&mut self, row: usize, segment: &Segment, values: Values, by_sum: bool) -> bool {
        let line = &mut self.lines[row];
        let has_values = |values: &Values| !matches!(values, Values::Orphan | Values::Unseen);
        if line.label.is_none() || !has_values(&line.values) {
            if line.label.is_none() || has_values(&values) {
                line.label = Some(segment.span);
                line.wording = segment.wording;
                line.placed_by_sum = by_sum && matches!(values, Values::Read(_));
                line.values = values;
            }
        } else if has_values(&values) {
            line.repeats.push(segment.span);
            let same = match (&line.values, &values) {
                (Values::Read(a), Values::Read(b)) => a.iter().zip(b).all(|(a, b)| a.value == b.value),
                _ => false,
            };
            self.unplaced |= !same && self.surface == Surface::Flow;
            return !same;
        }
        false
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
                    strays.push(Stray { after: last_row, slots: segment.slots.to_vec() });
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
            // A row's values among the heads: its label stands elsewhere.
            _ if self.surface == Surface::Flow && last_row.is_none() => {
                self.unplaced |= segment.filled().count() >= self.width;
            }
            _ if self.surface == Surface::Flow => {
                strays.push(Stray { after: last_row, slots: segment.slots.to_vec() });
            }
            _ => {}
        }
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
            let mut counts = vec![0; 1 + places.iter().map(|(_, c)| usize::from(*c)).max().unwrap_or(0)];
            for (_, column) in &places {
                counts[usize::from(*column)] += 1;
            }
            let count = |column: u16| counts[usize::from(column)];
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
