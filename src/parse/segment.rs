//! Tokens to segments: a label and what stands after it, up to the next label.

use super::lexicon::Sense;
use super::scan::{Kind, Token};
use super::surface::{STRAY, Surface};
use crate::gather::Gather;
use crate::report::{Cell, CellState, Wording};
use crate::text::find::{each, holds};
use crate::text::numeral::{self, CellKind, Value};
use crate::text::{Source, Span};

/// What a segment is labelled with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Label {
    /// A known word.
    Known(Sense),
    /// Words that no form has, where a label would stand.
    Unknown,
}

/// A place for a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slot {
    /// What stands there.
    pub span: Span,
    /// Whether nothing stands there.
    pub blank: bool,
    /// Whether it is no number.
    pub text: bool,
    /// The row of the surface.
    pub row: u32,
    /// The cell of that row.
    pub column: u16,
}

/// A label with what follows it.
#[derive(Debug, Clone)]
pub struct Segment {
    /// Its label.
    pub label: Label,
    /// The number before the label; 0 without one.
    pub ordinal: u8,
    /// How near the label is to the official one.
    pub wording: Wording,
    /// The label's words.
    pub span: Span,
    /// The row of the surface it stands in.
    pub row: u32,
    /// The cell of that row.
    pub column: u16,
    /// Whether another label stands before it in its row.
    pub after_label: bool,
    /// Whether a copy repeats it in every cell that it spans.
    pub repeated: bool,
    /// What follows it.
    pub slots: Vec<Slot>,
    /// Whether values stand after it, in a row of cells of their own, that no label has.
    pub loose: bool,
    /// Whether its row has another number of cells than nearly all rows of the table.
    pub odd: bool,
}

/// Cuts tokens into segments. What stands before the first label is dropped, and so
/// is, in a flowing text, every word that is no label. `width` is how many values a
/// row of the table has; `in_words` tells the rows, by key, whose cells hold words.
pub fn segments(
    source: &Source,
    tokens: &[Token],
    surface: Surface,
    width: usize,
    in_words: &dyn Fn(&str) -> bool,
) -> Vec<Segment> {
    let labels = tokens.iter().filter(|token| matches!(token.kind, Kind::Word { .. })).count();
    let mut segments: Vec<Segment> = Vec::with_capacity(labels);
    let mut labelled_row = None;
    let odd = odd_rows(tokens, surface);
    for token in tokens {
        match token.kind {
            Kind::Word { sense, ordinal, wording } => {
                // A merged label that a copy repeats in every cell it spans.
                let repeated = segments.last().is_some_and(|last| {
                    last.label == Label::Known(sense)
                        && last.row == token.row
                        && last.slots.is_empty()
                        && surface != Surface::Flow
                });
                if repeated {
                    if let Some(last) = segments.last_mut() {
                        last.repeated = true;
                    }
                    continue;
                }
                segments.push(Segment {
                    label: Label::Known(sense),
                    ordinal,
                    wording,
                    span: token.span,
                    row: token.row,
                    column: token.column,
                    after_label: labelled_row == Some(token.row) && surface != Surface::Flow,
                    repeated: false,
                    slots: Vec::new(),
                    loose: false,
                    odd: false,
                });
                labelled_row = Some(token.row);
            }
            Kind::Number | Kind::Blank => {
                if let Some(last) = segments.last_mut() {
                    let slot = slot(token);
                    // A new row without a label belongs to the label only while the
                    // label's own row held nothing.
                    if surface == Surface::Flow || last.takes_row(token.row) {
                        last.add(slot);
                    } else {
                        last.loose |= !slot.blank;
                    }
                }
            }
            Kind::Text if surface == Surface::Flow => {
                let wanted = segments.last_mut().filter(|last| {
                    last.slots.is_empty()
                        && matches!(last.label, Label::Known(Sense::Row(key)) if in_words(key))
                });
                if let Some(last) = wanted {
                    last.add(slot(token));
                }
            }
            Kind::Text => {
                let Some(last) = segments.last_mut() else { continue };
                let full = || last.filled().nth(width - 1).is_some();
                // Words that begin a row of cells are a label.
                let begins = surface.has_rows() && token.column == 0 && token.row != last.row;
                if last.takes_row(token.row) && !begins && !full() || reads_as_number(source, token.span) {
                    last.add(slot(token));
                } else {
                    segments.push(Segment {
                        label: Label::Unknown,
                        ordinal: 0,
                        wording: Wording::Other,
                        span: token.span,
                        row: token.row,
                        column: token.column,
                        after_label: labelled_row == Some(token.row),
                        repeated: false,
                        slots: Vec::new(),
                        loose: false,
                        odd: false,
                    });
                    labelled_row = Some(token.row);
                }
            }
        }
    }
    if !odd.is_empty() {
        segments.iter_mut().for_each(|segment| segment.odd = odd.binary_search(&segment.row).is_ok());
    }
    segments
}

/// The rows of a table of cells that have another number of them than nearly all have,
/// save for those that merely lost the empty ones at their end.
fn odd_rows(tokens: &[Token], surface: Surface) -> Vec<u32> {
    if !surface.has_rows() {
        return Vec::new();
    }
    let lasts = || tokens.chunk_by(|a, b| a.row == b.row).filter_map(<[Token]>::last);
    // The widest row is four times the widest of the form.
    let mut counts = [0_usize; 65];
    lasts().for_each(|last| counts[usize::from(last.column).min(64)] += 1);
    let usual = (0..counts.len()).max_by_key(|at| counts[*at]).unwrap_or(0);
    if counts[usual] * 4 < counts.iter().sum::<usize>() * 3 {
        return Vec::new();
    }
    let is_odd = |last: &&Token| {
        let column = usize::from(last.column);
        column > usual || column < usual && last.kind == Kind::Blank
    };
    lasts().filter(is_odd).map(|last| last.row).gather()
}

impl Segment {
    fn add(&mut self, slot: Slot) {
        // Most rows have seven; one allocation holds them.
        if self.slots.is_empty() {
            self.slots = Vec::with_capacity(8);
        }
        self.slots.push(slot);
    }

    fn takes_row(&self, row: u32) -> bool {
        self.slots.last().map_or(row <= self.row + 1, |slot| slot.row == row)
    }

    /// Whether digits stand beside the cells of its row.
    pub fn has_stray(&self) -> bool {
        self.slots.iter().any(|slot| slot.column == STRAY)
    }

    /// Whether no blank cell stands between the slots that hold something.
    pub fn is_unbroken(&self) -> bool {
        let mut rest = self.slots.iter().skip_while(|slot| slot.blank);
        let filled = rest.by_ref().take_while(|slot| !slot.blank).count();
        filled == self.filled().count()
    }

    /// Whether it has `width` slots that all hold something.
    pub fn is_full(&self, width: usize) -> bool {
        self.slots.len() == width && self.slots.iter().all(|slot| !slot.blank)
    }

    /// The slots that hold something.
    pub fn filled(&self) -> impl Iterator<Item = &Slot> {
        self.slots.iter().filter(|slot| !slot.blank)
    }
}

/// Whether nearly all rows of a table of cells have exactly as many as they should, so
/// that one with more has a cell too many. `width` is that of a segment that is a row.
pub fn is_exact(segments: &[Segment], width: impl Fn(usize) -> Option<usize>) -> bool {
    let (mut exact, mut all) = (0, 0);
    let mut ends = [0_usize; 65];
    for (index, segment) in segments.iter().enumerate() {
        let Some(width) = width(index).filter(|_| !segment.slots.is_empty()) else { continue };
        all += 1;
        exact += usize::from(segment.slots.len() == width);
        ends[usize::from(segment.slots.last().map_or(0, |slot| slot.column)).min(64)] += 1;
    }
    // Rows that end in one cell, whatever their width, have empty ones at their end.
    let shared = ends.iter().copied().max().unwrap_or(0);
    exact * 4 >= all * 3 && (exact == all || shared * 10 < all * 9)
}

/// The ways to read cells of which one has digits beside it: without the digits, with
/// them for its words, or with them after its words. None where more than one has.
pub fn without_stray(slots: &[Slot]) -> Vec<Vec<Slot>> {
    let mut strays = (0..slots.len()).filter(|at| slots[*at].column == STRAY);
    let (Some(at), None) = (strays.next(), strays.next()) else { return Vec::new() };
    let mut cells = slots.to_vec();
    let stray = cells.remove(at);
    let Some(before) = at.checked_sub(1) else { return Vec::new() };
    let mut ways = vec![cells.clone()];
    let cell = cells[before];
    cells[before] = Slot { column: cell.column, ..stray };
    ways.push(cells.clone());
    if !cell.blank && !stray.blank {
        cells[before] = Slot { span: cell.span.to(stray.span), ..cell };
        ways.push(cells);
    }
    ways
}

/// Whether the values of a flowing text stand together: on one line, or each on its own.
/// What stands on a line of its own below others side by side can be something else.
pub fn stand_together(slots: &[Slot]) -> bool {
    let mut rows = slots.iter().filter(|slot| !slot.span.is_empty()).map(|slot| slot.row);
    let Some(mut before) = rows.next() else { return true };
    let (mut same, mut other) = (false, false);
    for row in rows {
        same |= row == before;
        other |= row != before;
        before = row;
    }
    !(same && other)
}

fn slot(token: &Token) -> Slot {
    Slot {
        span: token.span,
        blank: token.kind == Kind::Blank,
        text: token.kind == Kind::Text,
        row: token.row,
        column: token.column,
    }
}

/// Whether words are a number with its unit or note.
pub fn reads_as_number(source: &Source, span: Span) -> bool {
    matches!(numeral::read(source.slice(span), CellKind::Amount, false), Value::Number(_))
        || matches!(numeral::read(source.slice(span), CellKind::Signed, false), Value::Number(_))
}

/// Reads one slot as a cell of the form. Its span is that of the words, without
/// what a conversion left beside them.
pub fn cell(source: &Source, slot: &Slot, kind: CellKind, in_yuan: bool) -> Cell {
    // Most are digits alone, with nothing beside them.
    let span = match source.slice(slot.span).bytes().all(|byte| byte.is_ascii_digit()) {
        true => slot.span,
        false => without_residue(source, source.trim(slot.span)),
    };
    let (state, value) = match numeral::read(source.slice(span), kind, in_yuan) {
        Value::Blank => (CellState::Blank, None),
        Value::Text => (CellState::Text, None),
        Value::Number(number) => (CellState::Number, Some(number)),
    };
    Cell { state, value, span: Some(span) }
}

/// A cell's words without the `[bookmark: …]` that a conversion left before or after them.
fn without_residue(source: &Source, span: Span) -> Span {
    let words = source.slice(span);
    if words.len() < "[bookmark".len() || !holds(words, "[bookmark") {
        return span;
    }
    let start = match words.starts_with("[bookmark").then(|| words.find(']')).flatten() {
        Some(close) => span.start as usize + close + 1,
        None => span.start as usize,
    };
    let rest = &source.text()[start..span.end as usize];
    let end = match each(rest, "[bookmark").last().filter(|_| rest.ends_with(']')) {
        Some(open) => start + open,
        None => span.end as usize,
    };
    source.trim(Span::new(start, end))
}

/// A blank cell of which nothing stands in the text, at the place `at`.
pub fn vanished(at: u32) -> Cell {
    Cell { state: CellState::Blank, value: None, span: Some(Span { start: at, end: at }) }
}

/// A cell that is there and was not read, with the characters that hold it.
pub fn unread(span: Option<Span>) -> Cell {
    Cell { state: CellState::Unread, value: None, span }
}
