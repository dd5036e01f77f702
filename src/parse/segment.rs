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

impl Slot {
    /// The place that a value's token has.
    pub fn of(token: &Token) -> Self {
        Self {
            span: token.span,
            blank: token.kind == Kind::Blank,
            text: token.kind == Kind::Text,
            row: token.row,
            column: token.column,
        }
    }
}

/// A label with what follows it.
#[derive(Debug, Clone)]
pub struct Segment<'s> {
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
    pub slots: &'s [Slot],
    /// Whether values stand after it, in a row of cells of their own, that no label has.
    pub loose: bool,
    /// Whether its row has another number of cells than nearly all rows of the table.
    pub odd: bool,
}

/// Cuts tokens into segments. What stands before the first label is dropped, and so
/// is, in a flowing text, every word that is no label. `width` is how many values a
/// row of the table has; `in_words` tells the rows, by key, whose cells hold words.
/// The places for values are put into `slots`, of which each segment has its part.
pub fn segments<'s>(
    source: &Source,
    tokens: &[Token],
    surface: Surface,
    width: usize,
    in_words: &dyn Fn(&str) -> bool,
    slots: &'s mut Vec<Slot>,
) -> Vec<Segment<'s>> {
    let labels = tokens.iter().filter(|token| matches!(token.kind, Kind::Word { .. })).count();
    let mut segments: Vec<Segment> = Vec::with_capacity(labels);
    slots.reserve(tokens.len() - labels);
    // Where the slots of each begin.
    let mut begins: Vec<usize> = Vec::with_capacity(labels);
    let mut labelled_row = None;
    let odd = odd_rows(tokens, surface);
    for token in tokens {
        let own = &slots[begins.last().copied().unwrap_or(0)..];
        // A new row without a label belongs to the label only while the label's own row
        // held nothing.
        let takes_row = |last: &Segment| match own.last() {
            Some(slot) => slot.row == token.row,
            None => token.row <= last.row + 1,
        };
        let (label, ordinal, wording) = match token.kind {
            Kind::Word { sense, ordinal, wording } => {
                // A merged label that a copy repeats in every cell it spans.
                let repeated = segments.last_mut().filter(|last| {
                    last.label == Label::Known(sense)
                        && last.row == token.row
                        && own.is_empty()
                        && surface != Surface::Flow
                });
                if let Some(last) = repeated {
                    last.repeated = true;
                    continue;
                }
                (Label::Known(sense), ordinal, wording)
            }
            Kind::Number | Kind::Blank => {
                if let Some(last) = segments.last_mut() {
                    if surface == Surface::Flow || takes_row(last) {
                        slots.push(Slot::of(token));
                    } else {
                        last.loose |= token.kind != Kind::Blank;
                    }
                }
                continue;
            }
            Kind::Text if surface == Surface::Flow => {
                let is_wanted = |last: &Segment| {
                    own.is_empty() && matches!(last.label, Label::Known(Sense::Row(key)) if in_words(key))
                };
                if segments.last().is_some_and(is_wanted) {
                    slots.push(Slot::of(token));
                }
                continue;
            }
            Kind::Text => {
                let Some(last) = segments.last() else { continue };
                let full = || own.iter().filter(|slot| !slot.blank).nth(width - 1).is_some();
                // Words that begin a row of cells are a label.
                let begins = surface.has_rows() && token.column == 0 && token.row != last.row;
                if takes_row(last) && !begins && !full() || reads_as_number(source, token.span) {
                    slots.push(Slot::of(token));
                    continue;
                }
                (Label::Unknown, 0, Wording::Other)
            }
        };
        segments.push(Segment {
            label,
            ordinal,
            wording,
            span: token.span,
            row: token.row,
            column: token.column,
            after_label: labelled_row == Some(token.row) && surface != Surface::Flow,
            repeated: false,
            slots: &[],
            loose: false,
            odd: false,
        });
        begins.push(slots.len());
        labelled_row = Some(token.row);
    }
    let mut rest: &[Slot] = slots;
    for (segment, begin) in segments.iter_mut().zip(begins).rev() {
        (rest, segment.slots) = rest.split_at(begin);
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

impl<'s> Segment<'s> {
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
    pub fn filled(&self) -> impl Iterator<Item = &'s Slot> {
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

/// Whether the values of a flowing text stand together: on one line, or each on its own, and
/// with no empty cell between them. What stands on a line of its own below others side by side
/// can be something else; so can as many values as there should be, if one more is empty.
pub fn stand_together(source: &Source, slots: &[Slot]) -> bool {
    let between = |pair: &[Slot]| Span { start: pair[0].span.end, end: pair[1].span.start };
    if slots.windows(2).any(|pair| source.slice(between(pair)) == "\t\t") {
        return false;
    }
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

/// Whether words are a number with its unit or note.
pub fn reads_as_number(source: &Source, span: Span) -> bool {
    let words = source.slice(span);
    let is_number = |kind| matches!(numeral::read(words, kind, false), Value::Number(_));
    numeral::may_be_number(words) && (is_number(CellKind::Amount) || is_number(CellKind::Signed))
}

/// Reads one slot as a cell of the form. Its span is that of the words, without
/// what a conversion left beside them.
pub fn cell(source: &Source, slot: &Slot, kind: CellKind, in_yuan: bool) -> Cell {
    let (span, read) = match numeral::digits(source.slice(slot.span), kind, in_yuan) {
        Some(read) => (slot.span, read),
        None => {
            let span = without_residue(source, source.trim(slot.span));
            (span, numeral::read(source.slice(span), kind, in_yuan))
        }
    };
    let (state, value) = match read {
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
