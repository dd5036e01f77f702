//! A table with a row on each line and a mark between its cells.

use super::super::furniture::is_furniture;
use super::{MOST, Piece, WIDEST, is_bar, is_prose, room};
use crate::text::find::holds;
use crate::text::{Source, Span};

/// The longest quoted cell that may go on over line ends, in bytes.
const QUOTED: usize = 400;

/// From this many marks a line of nothing else is a row of blank cells.
const BLANK_ROW: usize = 14;

/// The cells of the rows of `area`, with `mark` between them.
pub(super) fn rows(source: &Source, area: Span, mark: char) -> Vec<Piece> {
    let text = source.text();
    let mut pieces = room(area);
    let mut row = 0;
    let mut at = area.start as usize;
    let end = area.end as usize;
    let is_mark = |c: char| if mark == '|' { is_bar(c) } else { c == mark };
    let outer = if mark == '|' { outer_bars(source.slice(area)) } else { (false, false) };
    // A tab at the end of every line, the heads' too, parts no cells.
    let mut tabbed = source.lines(area).filter(|(_, line)| holds(line, "\t"));
    let ended = mark == '\t' && tabbed.by_ref().take(3).count() == 3 && {
        source.lines(area).all(|(_, line)| !holds(line, "\t") || line.ends_with('\t'))
    };
    let any_quote = memchr::memchr(b'"', source.slice(area).as_bytes()).is_some();
    while at < end && pieces.len() < MOST {
        let line_end = memchr::memchr(b'\n', &text.as_bytes()[at..end]).map_or(end, |i| at + i);
        let line = &text[at..line_end];
        // A row of marks alone is a row of blank cells only where it is long enough to
        // be the one row of 表四.
        let blank = || line.trim().is_empty() && line.matches(is_mark).count() < BLANK_ROW;
        let is_marked = || match mark {
            '|' => line.contains(is_bar),
            mark => memchr::memchr(mark as u8, line.as_bytes()).is_some(),
        };
        if blank() || !is_marked() && (is_prose(line) || is_furniture(line)) {
            at = line_end + 1;
            continue;
        }
        if mark == '|' && is_rule_line(line) {
            at = line_end + 1;
            continue;
        }
        let first = pieces.len();
        let mut cell = at;
        let mut column = 0;
        let mut next_line = line_end + 1;
        loop {
            let found = if any_quote { quoted(text, cell, end, is_mark) } else { None };
            let (cell_span, after) = match found {
                Some(found) => found,
                None => {
                    let stop = cell_end(text, cell, end, mark);
                    (Span::new(cell, stop), stop)
                }
            };
            if column < WIDEST {
                pieces.push(Piece { span: source.trim(cell_span), row, column });
            }
            column = column.saturating_add(1);
            match text[after..end].chars().next() {
                Some(c) if is_mark(c) && pieces.len() < MOST => cell = after + c.len_utf8(),
                _ => {
                    next_line = next_line.max(after + 1);
                    break;
                }
            }
        }
        if mark == '|' {
            strip_outer_bars(line, outer, &mut pieces, first);
        }
        if ended && pieces.len() > first + 1 && column < WIDEST {
            pieces.pop();
        }
        row += 1;
        at = next_line;
    }
    pieces
}

/// Where the cell that begins at `cell` ends: at a mark, a line end or `end`. Goes by
/// bytes; what two of them leave open is asked of the character.
fn cell_end(text: &str, cell: usize, end: usize, mark: char) -> usize {
    let bytes = &text.as_bytes()[cell..end];
    let stop = if mark == '|' {
        bytes.iter().enumerate().position(|(i, byte)| match byte {
            b'\n' | b'|' => true,
            0xE2 | 0xEF => text[cell + i..].starts_with(is_bar),
            _ => false,
        })
    } else {
        // Most cells are a digit or two.
        bytes.iter().position(|byte| *byte == b'\n' || *byte == mark as u8)
    };
    stop.map_or(end, |i| cell + i)
}

/// A cell in quotes, as spreadsheets copy one that holds line ends or marks: the
/// words within, and where the cell ends.
fn quoted(text: &str, cell: usize, end: usize, is_mark: impl Fn(char) -> bool) -> Option<(Span, usize)> {
    let rest = &text[cell..end];
    let open = rest.len() - rest.trim_start_matches(any_of![' ', '\u{3000}', '\u{a0}']).len();
    let inner = rest[open..].strip_prefix('"')?;
    let start = cell + open + 1;
    let mut from = 0;
    loop {
        let close = from + inner[from..].find('"')?;
        if close > QUOTED {
            return None;
        }
        if inner[close + 1..].starts_with('"') {
            from = close + 2;
            continue;
        }
        let after = start + close + 1;
        let ends = text[after..end].chars().next().is_none_or(|c| c == '\n' || is_mark(c));
        return ends.then(|| (Span::new(start, start + close), after));
    }
}

/// Whether the lines of a bar table begin and end with a bar that parts no cells:
/// `| a | b |`. In `a | b |` the last cell is empty.
fn outer_bars(area: &str) -> (bool, bool) {
    let (mut lines, mut begin, mut end) = (0, 0, 0);
    // A table is cut out from its first words on, so that its first line is no whole one.
    for line in area.split('\n').skip(1).map(str::trim).filter(|line| line.contains(is_bar)) {
        lines += 1;
        begin += usize::from(line.starts_with(is_bar));
        end += usize::from(line.ends_with(is_bar));
    }
    (begin * 10 >= lines * 9, end * 10 >= lines * 9)
}

/// Drops what stands before the first and after the last bar, where those are outer ones.
fn strip_outer_bars(line: &str, outer: (bool, bool), pieces: &mut Vec<Piece>, first: usize) {
    let line = line.trim();
    if outer.1 && line.ends_with(is_bar) && pieces.len() > first + 1 {
        pieces.pop();
    }
    if outer.0 && line.starts_with(is_bar) && pieces.len() > first {
        pieces.remove(first);
        for piece in &mut pieces[first..] {
            piece.column -= 1;
        }
    }
}

/// The line under the head of a pipe table.
fn is_rule_line(line: &str) -> bool {
    holds(line, "--") && line.chars().all(|c| matches!(c, '-' | ':' | ' ' | '\t' | '+') || is_bar(c))
}
