//! 表四: tokens to cells. Three groups of four counts and their sum.

use std::cmp::Ordering;

use super::lexicon::Sense;
use super::puzzle::{self, Gaps, Part};
use super::scan::{Kind, Token};
use super::segment::{self, Slot};
use super::surface::{STRAY, Surface};
use crate::form::{Edition, TableKey};
use crate::gather::Gather;
use crate::report::{Cell, CellState, RowReading, RowState, TableReading, UnreadReason, Wording};
use crate::text::fold::digit;
use crate::text::numeral::{CellKind, Number};
use crate::text::{Source, Span};

/// How many groups of cases it counts.
const GROUPS: usize = 3;
/// How many values a group has: four counts and their sum.
pub const WIDTH: usize = 5;
/// How many values the table has.
pub const CELLS: usize = GROUPS * WIDTH;

/// Values without a label between them, and the groups named since the last ones.
#[derive(Clone)]
struct Run {
    slots: Vec<Slot>,
    groups: Vec<usize>,
    /// Whether only words that are no label part it from the run before.
    continues: bool,
}

/// Reads 表四 of `edition` from its tokens.
pub fn read(source: &Source, tokens: &[Token], surface: Surface, edition: &'static Edition) -> TableReading {
    let table = edition.table(TableKey::Remedies);
    let mut reading = TableReading::absent(TableKey::Remedies);
    let mut labels: [Option<(Span, Wording)>; GROUPS] = [None; GROUPS];
    let mut heads = 0;
    let mut runs: Vec<Run> = Vec::new();
    let mut named: Vec<usize> = Vec::new();
    let mut current: Vec<Slot> = Vec::new();
    let mut continues = false;
    let mut close = |current: &mut Vec<Slot>, named: &mut Vec<usize>, by_text: bool| {
        // Blank cells and pieces of broken heads alone are no values, unless they are a whole
        // row of them.
        let hollow = !current.iter().any(is_number);
        let last = current.last().map(|slot| slot.row);
        let in_row = current.iter().filter(|slot| Some(slot.row) == last).count();
        if !current.is_empty() && (!hollow || in_row >= CELLS) {
            runs.push(Run { slots: std::mem::take(current), groups: std::mem::take(named), continues });
            continues = by_text;
        }
        continues &= by_text;
        current.clear();
    };
    for (index, token) in tokens.iter().enumerate() {
        // Words alone in their row are a line of the page, not the first of the cells.
        let beside = |other: Option<&Token>| other.is_some_and(|other| other.row == token.row);
        let alone =
            !beside(tokens.get(index + 1)) && !index.checked_sub(1).is_some_and(|i| beside(tokens.get(i)));
        match token.kind {
            Kind::Word { sense, wording, .. } => {
                close(&mut current, &mut named, false);
                match sense {
                    Sense::Row(key) => {
                        let Some(group) = table.row_index(key).map(usize::from) else { continue };
                        labels[group].get_or_insert((token.span, wording));
                        if !named.contains(&group) {
                            named.push(group);
                        }
                    }
                    Sense::Head(_) | Sense::Total => heads += 1,
                    _ => {}
                }
            }
            Kind::Number | Kind::Blank => current.push(Slot::of(token)),
            // `3件` among the others.
            Kind::Text if segment::reads_as_number(source, token.span) => {
                current.push(Slot { text: false, ..Slot::of(token) });
            }
            // Words below the values are a note on the table.
            Kind::Text
                if surface != Surface::Flow
                    && !alone
                    && current.last().is_none_or(|last| last.row == token.row) =>
            {
                current.push(Slot::of(token));
            }
            Kind::Text => close(&mut current, &mut named, true),
        }
    }
    close(&mut current, &mut named, false);
    let seen = labels.iter().flatten().count();
    if seen == 0 && heads < 4 {
        return reading;
    }
    let first = tokens.iter().find(|t| matches!(t.kind, Kind::Word { .. })).map(|t| t.span);
    let end = runs.iter().flat_map(|run| &run.slots).map(|slot| slot.span).reduce(Span::to);
    reading.span = first.map(|first| end.map_or(first, |end| first.to(end)));
    let found = runs.iter().map(|run| run.slots.len()).sum::<usize>();
    let mut placed_by_sum = false;
    let stray = runs.iter().any(|run| run.slots.iter().any(|slot| slot.column == STRAY));
    let by_place = if stray { None } else { place(source, &runs, surface) };
    let cells = by_place.or_else(|| {
        let cells = if stray { beside(source, &runs) } else { scattered(source, &runs) };
        placed_by_sum = cells.is_some();
        cells
    });
    let cells = cells.or_else(|| {
        // A flowing text in which every blank cell vanished.
        let digits = |token: &Token| source.slice(token.span).chars().any(|c| digit(c).is_some());
        let empty = found == 0 && surface == Surface::Flow && !tokens.last().is_some_and(digits);
        let at = tokens.last().map_or(0, |t| t.span.end);
        empty.then(|| vec![segment::vanished(at); CELLS])
    });
    let state = match &cells {
        Some(_) => RowState::Read,
        None => RowState::WrongCount { found: found.min(u16::MAX as usize) as u16 },
    };
    if cells.is_none() {
        reading.unread = Some(match found {
            0 => UnreadReason::NoValues,
            _ if surface == Surface::Flow && found < CELLS => UnreadReason::BoundariesLost,
            _ => UnreadReason::Scattered,
        });
    }
    let unread = || vec![segment::unread(end.map(|span| source.trim(span))); CELLS];
    reading.cells = cells.unwrap_or_else(unread);
    reading.rows = labels
        .iter()
        .map(|label| RowReading {
            label: label.map(|(span, _)| span),
            wording: label.map_or(Wording::Official, |(_, wording)| wording),
            state,
            shifted: false,
            repeats: Vec::new(),
            placed_by_sum,
        })
        .gather();
    reading.order = (0..GROUPS as u8).gather();
    reading
}

fn is_number(slot: &Slot) -> bool {
    !slot.blank && !slot.text
}

/// What slots of counts hold.
fn counts(source: &Source, slots: &[Slot]) -> Vec<Cell> {
    slots.iter().map(|slot| segment::cell(source, slot, CellKind::Count, false)).gather()
}

/// The cells of the three groups, one group after the other, where they can be placed.
fn place(source: &Source, runs: &[Run], surface: Surface) -> Option<Vec<Cell>> {
    let mut joined: Vec<Run> = Vec::new();
    for run in runs {
        match joined.last_mut().filter(|_| run.continues) {
            Some(last) => last.slots.extend(&run.slots),
            None => joined.push(run.clone()),
        }
    }
    // Blank cells and the words of a head are a row only where there is none of numbers.
    let any = joined.iter().any(|run| run.slots.iter().any(is_number));
    joined.retain(|run| !any || run.slots.iter().any(is_number));
    let runs = joined;
    // The usual table: all fifteen in one row.
    let filled: Vec<&Run> = runs.iter().filter(|run| run.slots.iter().any(|slot| !slot.blank)).gather();
    for run in &runs {
        // Beside other rows a short one is short of nothing.
        let may_be_short = filled.len() < 2 || run.slots.len() >= CELLS;
        if let Some(row) = whole_row(source, &run.slots, surface, CELLS).filter(|_| may_be_short) {
            return Some(counts(source, &row));
        }
    }
    // Small tables or rows, one a group, or one over two groups: each as wide as the groups
    // named before it.
    let (mut begin, mut row_by_row) = (0, Vec::new());
    for run in &filled {
        let named = run.groups.iter().copied().eq(begin..begin + run.groups.len());
        let alone = filled.len() == GROUPS && run.groups.last().is_none_or(|last| *last == begin);
        let count = if alone { 1 } else { run.groups.len() };
        let Some(row) = whole_row(source, &run.slots, surface, count * WIDTH).filter(|_| alone || named)
        else {
            break;
        };
        row_by_row.extend(row);
        begin += count;
    }
    if begin == GROUPS && row_by_row.len() == CELLS && filled.len() > 1 {
        return Some(counts(source, &row_by_row));
    }
    split(source, &filled, surface)
}

/// Fifteen cells with digits beside one of them, where the three sums leave one way to
/// read them.
fn beside(source: &Source, runs: &[Run]) -> Option<Vec<Cell>> {
    let slots: Vec<Slot> = runs.iter().flat_map(|run| &run.slots).copied().gather();
    let ways = segment::without_stray(&slots);
    let mut only: Option<Vec<Cell>> = None;
    for slots in ways.iter().filter(|slots| slots.len() == CELLS && sums_hold(source, slots)) {
        let cells = counts(source, slots);
        let same = |a: &Cell, b: &Cell| (a.state, a.value) == (b.state, b.value);
        let totals = cells.chunks(WIDTH).all(|group| group.last().is_some_and(|cell| cell.value.is_some()));
        if !totals || only.as_ref().is_some_and(|other| !other.iter().zip(&cells).all(|(a, b)| same(a, b))) {
            return None;
        }
        only = Some(cells);
    }
    only
}

/// So many cells of one row, without the blank ones that a ragged row has too many.
fn whole_row(source: &Source, slots: &[Slot], surface: Surface, cells: usize) -> Option<Vec<Slot>> {
    // Cells of two rows are one only where they say so themselves.
    let one_row = if surface == Surface::Flow {
        segment::stand_together(source, slots)
    } else {
        !surface.has_rows() || slots.first().map(|slot| slot.row) == slots.last().map(|slot| slot.row)
    };
    if slots.len() == cells && (one_row || sums_hold(source, slots)) {
        return Some(slots.to_vec());
    }
    if slots.len() < cells {
        return padded(source, slots, surface).filter(|row| row.len() == cells);
    }
    let filled: Vec<Slot> = slots.iter().filter(|slot| !slot.blank).copied().gather();
    if surface == Surface::Flow {
        // Empty paragraphs after the cells.
        let (row, rest) = slots.split_at(cells);
        let ends = rest.iter().all(|slot| slot.blank) && sums_hold(source, row);
        return if ends { Some(row.to_vec()) } else { among(source, slots, cells) };
    }
    if filled.len() == cells && (one_row || sums_hold(source, &filled)) {
        return Some(filled);
    }
    // Blank cells of merged heads stand above the one row of values that is wide enough, and a
    // page number or a note's figures below it.
    let is_wide = |row: &&[Slot]| row.len() >= cells && row.iter().any(is_number);
    let mut wide = slots.chunk_by(|a, b| a.row == b.row).filter(is_wide);
    let (Some(slots), None) = (wide.next(), wide.next()) else { return None };
    let spare = slots.len() - cells;
    let first = slots.iter().position(|slot| !slot.blank)?;
    let last = slots.iter().rposition(|slot| !slot.blank)?;
    let places = (last + 1).saturating_sub(cells)..=first.min(spare);
    let window = |from: usize| slots[from..from + cells].to_vec();
    if places.start() == places.end() {
        return Some(window(*places.start()));
    }
    // The three sums, where they hold for one place only.
    let mut holding = places.filter(|from| sums_hold(source, &window(*from)));
    let only = holding.next()?;
    holding.next().is_none().then(|| window(only))
}

/// So many cells of a flowing text among numbers of the page, where the sums hold for one
/// place only.
fn among(source: &Source, slots: &[Slot], cells: usize) -> Option<Vec<Slot>> {
    if slots.len() >= 2 * cells {
        return None;
    }
    let mut holding = slots.windows(cells).filter(|row| sums_hold(source, row));
    let only = holding.next()?;
    holding.next().is_none().then(|| only.to_vec())
}

/// Whether each group of slots ends with its sum.
fn sums_hold(source: &Source, slots: &[Slot]) -> bool {
    slots.chunks(WIDTH).all(|group| {
        let cells = counts(source, group);
        sum(&cells[..WIDTH - 1]).is_some_and(|parts| cells[WIDTH - 1].in_sum() == Some(parts))
    })
}

/// A row of cells that lost the empty ones at its ends, as a browser's copy does,
/// where the three sums leave one place for the rest.
fn padded(source: &Source, slots: &[Slot], surface: Surface) -> Option<Vec<Slot>> {
    // Nor is an empty one at its ends known to be of the row.
    let begin = slots.iter().position(|slot| !slot.span.is_empty())?;
    let end = slots.iter().rposition(|slot| !slot.span.is_empty())?;
    let slots = &slots[begin..=end];
    let (first, last) = (slots.first()?, slots.last()?);
    let numbers = slots.iter().filter(|slot| !slot.blank).count();
    if surface != Surface::Rows('\t') || first.row != last.row || slots.len() < CELLS / 2 || numbers < 2 {
        return None;
    }
    let empty = |at: u32, like: &Slot| Slot { span: Span { start: at, end: at }, blank: true, ..*like };
    let spare = CELLS - slots.len();
    let padded = |before: usize| {
        let mut row = vec![empty(first.span.start, first); before];
        row.extend_from_slice(slots);
        row.resize(CELLS, empty(last.span.end, last));
        row
    };
    let mut holding = (0..=spare).map(padded).filter(|row| sums_hold(source, row));
    let only = holding.next()?;
    holding.next().is_none().then_some(only)
}

/// The sum of cells; `None` where one of them is not known.
fn sum(cells: &[Cell]) -> Option<Number> {
    cells.iter().try_fold(Number::ZERO, |sum, cell| Some(sum + cell.in_sum()?))
}

/// Digits run together, split by the three sums where they leave one way.
fn split(source: &Source, runs: &[&Run], surface: Surface) -> Option<Vec<Cell>> {
    let slots: Vec<&Slot> = runs.iter().flat_map(|run| &run.slots).filter(|slot| !slot.blank).gather();
    if slots.is_empty() || slots.iter().any(|slot| slot.text) {
        return None;
    }
    // A number may stand in two words, but never in two cells.
    let gaps = match slots.len().cmp(&CELLS) {
        Ordering::Equal => return None,
        Ordering::Less => Gaps::Part,
        Ordering::Greater if surface == Surface::Flow => Gaps::MayJoin,
        Ordering::Greater => return None,
    };
    let pieces: Vec<Span> = slots.iter().map(|slot| slot.span).gather();
    let steps = std::cell::Cell::new(puzzle::STEPS_OF_TABLE);
    let ways = puzzle::solve(source.text(), &pieces, &[WIDTH - 1; GROUPS], gaps, &steps)?;
    let [parts] = ways.as_slice() else { return None };
    let cell = |part: &Part| Cell {
        state: if part.whole { CellState::Number } else { CellState::Inferred },
        value: Some(Number::from(part.value)),
        span: Some(part.span),
    };
    Some(parts.iter().map(cell).gather())
}

/// Groups scattered by a page's columns: four counts here, their total there. A
/// total belongs to the four whose sum it is, where that leaves one way; a group
/// belongs to the one label that stands right before it, and the rest go in order.
fn scattered(source: &Source, runs: &[Run]) -> Option<Vec<Cell>> {
    let mut groups: Vec<(Vec<Cell>, Option<usize>)> = Vec::new();
    let mut totals: Vec<Cell> = Vec::new();
    for run in runs {
        let cells = counts(source, &run.slots);
        let label = match run.groups.as_slice() {
            [only] => Some(*only),
            _ => None,
        };
        match cells.len() {
            1 => totals.extend(cells),
            4 | WIDTH => groups.push((cells, label)),
            _ => return None,
        }
    }
    if groups.len() != GROUPS {
        return None;
    }
    for (cells, _) in &mut groups {
        let parts = sum(&cells[..4])?;
        if cells.len() == WIDTH {
            if cells[4].value != Some(parts) {
                return None;
            }
            continue;
        }
        let mut fitting = totals.iter().enumerate().filter(|(_, total)| total.value == Some(parts));
        let (index, total) = fitting.next()?;
        if fitting.next().is_some() {
            return None;
        }
        cells.push(*total);
        totals.remove(index);
    }
    if !totals.is_empty() {
        return None;
    }
    let known = |group: usize| groups.iter().position(|(_, label)| *label == Some(group));
    let places = [known(0), known(1), known(2)];
    let known = places.iter().flatten().count();
    // Without a single group known by its label, the order of scattered pieces says nothing;
    // nor do two with one label.
    if known == 0 || known != groups.iter().filter(|(_, label)| label.is_some()).count() {
        return None;
    }
    let mut others = groups.iter().filter(|(_, label)| label.is_none());
    let mut settled = Vec::new();
    for place in places {
        let (cells, _) = place.map_or_else(|| others.next(), |at| Some(&groups[at]))?;
        settled.extend(cells);
    }
    Some(settled)
}
