//! A table with a cell on each line, or on several: a mark before or after a cell tells where
//! it begins or ends.

use super::super::furniture::is_furniture;
use super::super::scan::{is_blank_mark, looks_like_number};
use super::{MOST, Piece, STRAY, WIDEST, is_bar, is_prose, room};
use crate::text::fold::{digit, is_space};
use crate::text::{Source, Span};

/// Cells of a line each, with `mark` before or after it; blank lines end rows.
pub(super) fn cell_lines(source: &Source, area: Span, mark: char) -> Vec<Piece> {
    let mut pieces = room(area);
    let mut row = 0;
    let mut column = 0;
    let mut open = false;
    // Where marks end cells, the words without one that the next mark ends.
    let mut begun: Option<Span> = None;
    for (at, line) in source.lines(area) {
        if pieces.len() >= MOST {
            break;
        }
        let led = match line.as_bytes() {
            [b'\t', ..] => 0,
            _ => line.len() - line.trim_start_matches(any_of![' ', '\u{3000}', '\u{a0}']).len(),
        };
        let marked = match mark {
            '\t' => line[led..].starts_with('\t'),
            _ => line.trim_end().ends_with(is_bar),
        };
        if marked {
            let (start, end) = if mark == '\t' {
                (at + led + 1, at + line.len())
            } else {
                // The bars of the cells that a merged one spans follow it on its line.
                let kept = line.trim_end().trim_end_matches(|c| is_bar(c) || is_space(c));
                (at, at + kept.len())
            };
            let mut cell = start;
            let room = MOST - pieces.len();
            for part in source.text()[start..end].split('\t').take(room) {
                let span = source.trim(Span::new(cell, cell + part.len()));
                pieces.push(Piece { span, row, column });
                if let Some(before) = begun.take()
                    && let Some(last) = pieces.pop()
                {
                    // Which of the two lines the cell holds is not told by an empty one.
                    let (first, second) = if span.is_empty() { (span, before) } else { (before, span) };
                    pieces.push(Piece { span: first, ..last });
                    add_line(source, &mut pieces, second);
                }
                cell += part.len() + 1;
                column += 1;
            }
            open = true;
            continue;
        }
        let blank = line.chars().all(|c| c.is_whitespace() || is_space(c));
        if blank || is_prose(line) || is_furniture(line) {
            if let Some(span) = begun.filter(|_| blank) {
                pieces.push(Piece { span, row, column });
                begun = None;
                column += 1;
            }
            if blank && column > 0 {
                row += 1;
                column = 0;
            }
            open &= !blank;
        } else if mark == '\t' {
            // A cell broken over lines: the further lines carry no mark.
            if open {
                add_line(source, &mut pieces, source.trim(Span::new(at, at + line.len())));
            }
        } else {
            let span = source.trim(Span::new(at, at + line.len()));
            match begun {
                // Two numbers before a mark are two cells.
                Some(before) if !goes_on(source.slice(before), line) => {
                    pieces.push(Piece { span: before, row, column });
                    column += 1;
                    begun = Some(span);
                }
                before => begun = Some(before.map_or(span, |before| before.to(span))),
            }
        }
    }
    if let Some(span) = begun {
        pieces.push(Piece { span, row, column });
    }
    pieces
}

/// Cells that a bar alone on its line ends. Words behind the last bar are no cell.
pub(super) fn bar_lines(source: &Source, area: Span) -> Vec<Piece> {
    let mut pieces = room(area);
    let mut column = 0;
    let mut closed = 0;
    for (at, line) in source.lines(area) {
        let kept = line.trim_end_matches(|c: char| is_bar(c) || c.is_whitespace());
        let is_end = line.trim_end().ends_with(is_bar);
        if !is_end && (kept.is_empty() || is_prose(line) || is_furniture(line)) {
            continue;
        }
        let words = source.trim(Span::new(at, at + kept.len()));
        if pieces.len() > closed {
            add_line(source, &mut pieces, words);
        } else if pieces.len() < MOST {
            pieces.push(Piece { span: words, row: 0, column });
        }
        if is_end {
            closed = pieces.len();
            column = (column + 1).min(WIDEST);
        }
    }
    pieces.truncate(closed);
    pieces
}

/// Puts a further line to the last cell: words go on, digits stand beside it.
pub(super) fn add_line(source: &Source, pieces: &mut Vec<Piece>, line: Span) {
    // Beyond the most cells, none is looked for from the end any more.
    if pieces.len() >= MOST {
        return;
    }
    // Nothing has so many digits beside it.
    let mut nearest = pieces.iter_mut().rev().take(usize::from(WIDEST));
    let Some(last) = nearest.find(|piece| piece.column != STRAY) else { return };
    let words = source.slice(line);
    if words.is_empty() {
        return;
    }
    let is_number = |words: &str| looks_like_number(words) && words.chars().any(|c| digit(c).is_some());
    let before = source.slice(last.span);
    let is_mark = |words: &str| is_blank_mark(words) && !words.is_empty();
    if is_number(words) && (is_number(before) || is_blank_mark(before)) || is_number(before) && is_mark(words)
    {
        let stray = Piece { span: line, column: STRAY, ..*last };
        pieces.push(stray);
    } else if goes_on(before, words) {
        last.span = last.span.to(line);
    }
}

/// Whether the words of a cell can go on with `line`. An empty cell has none to go on
/// with; a number is only ever broken between digits, so that a note below it stays
/// outside, and none begins with a zero.
fn goes_on(words: &str, line: &str) -> bool {
    let digits = |words: &str| words.chars().all(|c| digit(c).is_some());
    !words.is_empty() && (!digits(words) || digits(line.trim()) && !words.starts_with(any_of!['0', '０']))
}
