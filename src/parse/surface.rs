//! What a table looks like in a text: rows of cells, one cell a line, or words
//! that flow. Cuts the text of a table into pieces accordingly.

use super::apart;
use super::furniture::is_furniture;
use super::scan::{is_blank_mark, looks_like_number};
use super::tables::begins_table;
use crate::text::fold::{digit, is_space, key};
use crate::text::{Source, Span};

/// How the cells of a table are kept apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Surface {
    /// A line is a row; a mark stands between its cells.
    Rows(char),
    /// A line is a cell, with a mark before or after it; blank lines end rows.
    CellLines(char),
    /// A bar alone on its line ends the cell above it.
    BarLines,
    /// Cells of paragraphs, a line with a tab between those of a row; a wider gap
    /// ends the row.
    Parted,
    /// Spaces and line ends at best; blank cells have vanished.
    Flow,
}

impl Surface {
    /// Whether cells stand side by side in rows.
    pub fn has_rows(self) -> bool {
        matches!(self, Self::Rows(_) | Self::Parted)
    }
}

/// A piece of a table: one cell, or one line of a flowing text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece {
    /// Its words, trimmed; without width for an empty cell.
    pub span: Span,
    /// The row it stands in.
    pub row: u32,
    /// Its place in the row.
    pub column: u16,
}

/// The place of a piece that stands beside the cells of its row: digits on a line without
/// a mark. They can go on with the number before them, replace it, or be the page's own.
pub const STRAY: u16 = u16::MAX;

/// From this many marks a line of nothing else is a row of blank cells.
const BLANK_ROW: usize = 14;

/// The most pieces of one table: eighty times the cells of the longest. What goes on
/// beyond them is no table, and is not read as one.
pub const MOST: usize = 1 << 14;

/// The most cells of a row that are looked at: four times those of the widest. Beyond
/// them stand the empty cells of a spreadsheet.
const WIDEST: u16 = 64;

/// From this many bytes on a line is prose, or a whole table between spaces.
const LONG_LINE: usize = 600;

/// The longest quoted cell that may go on over line ends, in bytes.
const QUOTED: usize = 400;

/// Tells the surface of the text in `area`.
pub fn surface(source: &Source, area: Span) -> Surface {
    let mut values = 0;
    // Lines without a mark right below a number with one: the first cells of rows.
    let (mut begun, mut after_number) = (0, false);
    let mut row_between_commas = false;
    let (mut led, mut tabbed, mut barred, mut bar_ended, mut bars_alone, mut commas) = (0, 0, 0, 0, 0, 0);
    for (_, line) in source.lines(area).take(400) {
        // One pass over the bytes of a line for all of its marks.
        let (mut tabs, mut bars, mut comma_marks) = (0, 0, 0);
        let mut before = 0;
        let mut wide = false;
        for byte in line.bytes() {
            match byte {
                b'\t' => tabs += 1,
                b',' => comma_marks += 1,
                b'|' => bars += 1,
                // What the other bars begin with.
                0xBD => wide |= before == 0xEF,
                0x94 => wide |= before == 0xE2,
                _ => {}
            }
            before = byte;
        }
        if tabs == 1 && line.trim_start_matches([' ', '\u{3000}', '\u{a0}']).starts_with('\t') {
            led += 1;
            after_number = looks_like_number(line);
        } else if tabs > 0 {
            tabbed += 1;
        } else {
            begun += usize::from(std::mem::take(&mut after_number) && !line.trim().is_empty());
        }
        let bare = || !line.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
        values += usize::from(tabs >= 2 && bare());
        if wide {
            bars = line.chars().filter(|c| is_bar(*c)).count();
        }
        if bars == 1 && line.trim_end().ends_with(is_bar) {
            bar_ended += 1;
            bars_alone += usize::from(line.trim().chars().nth(1).is_none());
        } else if bars > 1 {
            barred += 1;
        }
        // Marks of thousands stand in words between spaces.
        let between_words = |marks| line.chars().filter(|c| c.is_whitespace()).count() < marks;
        if comma_marks >= 2 && !line.contains('。') && between_words(comma_marks) {
            commas += 1;
            row_between_commas |= comma_marks >= 9;
        }
    }
    // A row of values alone is a row of cells even where the labels stand one a line.
    if led + tabbed >= 3 || values > 0 {
        if apart::is_parted(source, area) {
            return Surface::Parted;
        }
        match (tabbed > led || led < 3, begun >= 4) {
            (true, _) => Surface::Rows('\t'),
            (_, false) => Surface::CellLines('\t'),
            _ => Surface::Flow,
        }
    } else if barred + bar_ended >= 3 {
        // The last words above a table may stand on the line of a bar; no more do.
        match (barred >= bar_ended, bars_alone + 1 >= barred + bar_ended) {
            (true, _) => Surface::Rows('|'),
            (_, true) => Surface::BarLines,
            _ => Surface::CellLines('|'),
        }
    } else if commas >= 4 || row_between_commas {
        Surface::Rows(',')
    } else {
        Surface::Flow
    }
}

fn is_bar(c: char) -> bool {
    matches!(c, '|' | '｜' | '│' | '┃')
}

/// Cuts the text in `area` into pieces. Page numbers and lines of prose are left out.
pub fn pieces(source: &Source, area: Span, surface: Surface) -> Vec<Piece> {
    match surface {
        Surface::Rows(mark) => rows(source, area, mark),
        Surface::CellLines(mark) => cell_lines(source, area, mark),
        Surface::BarLines => bar_lines(source, area),
        Surface::Parted => apart::pieces(source, area),
        Surface::Flow => flow(source, area),
    }
}

/// Room for the pieces of `area`, so that the list of an ordinary table need not grow.
fn room(area: Span) -> Vec<Piece> {
    Vec::with_capacity(area.range().len().min(4096) / 8)
}

fn rows(source: &Source, area: Span, mark: char) -> Vec<Piece> {
    let text = source.text();
    let mut pieces = room(area);
    let mut row = 0;
    let mut at = area.start as usize;
    let end = area.end as usize;
    let is_mark = |c: char| if mark == '|' { is_bar(c) } else { c == mark };
    let outer = if mark == '|' { outer_bars(source.slice(area)) } else { (false, false) };
    // A tab at the end of every line, the heads' too, parts no cells.
    let mut tabbed = source.lines(area).filter(|(_, line)| line.contains('\t'));
    let ended = mark == '\t' && tabbed.by_ref().take(3).count() == 3 && {
        source.lines(area).all(|(_, line)| !line.contains('\t') || line.ends_with('\t'))
    };
    while at < end && pieces.len() < MOST {
        let line_end = memchr::memchr(b'\n', &text.as_bytes()[at..end]).map_or(end, |i| at + i);
        let line = &text[at..line_end];
        // A row of marks alone is a row of blank cells only where it is long enough to
        // be the one row of 表四.
        let blank = || line.trim().is_empty() && line.matches(is_mark).count() < BLANK_ROW;
        if blank() || !line.contains(is_mark) && (is_prose(line) || is_furniture(line)) {
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
            let (cell_span, after) = match quoted(text, cell, end, is_mark) {
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
    let stop = bytes.iter().enumerate().position(|(i, byte)| match byte {
        b'\n' => true,
        0xE2 | 0xEF if mark == '|' => text[cell + i..].starts_with(is_bar),
        byte => *byte as u32 == mark as u32,
    });
    stop.map_or(end, |i| cell + i)
}

/// A cell in quotes, as spreadsheets copy one that holds line ends or marks: the
/// words within, and where the cell ends.
fn quoted(text: &str, cell: usize, end: usize, is_mark: impl Fn(char) -> bool) -> Option<(Span, usize)> {
    let rest = &text[cell..end];
    let open = rest.len() - rest.trim_start_matches([' ', '\u{3000}', '\u{a0}']).len();
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
    line.contains("--") && line.chars().all(|c| matches!(c, '-' | ':' | ' ' | '\t' | '+') || is_bar(c))
}

fn cell_lines(source: &Source, area: Span, mark: char) -> Vec<Piece> {
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
        let led = line.len() - line.trim_start_matches([' ', '\u{3000}', '\u{a0}']).len();
        let marked = match mark {
            '\t' => line[led..].starts_with('\t'),
            _ => line.trim_end().ends_with(is_bar),
        };
        let blank = line.chars().all(|c| c.is_whitespace() || is_space(c));
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
        } else if blank || is_prose(line) || is_furniture(line) {
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
fn bar_lines(source: &Source, area: Span) -> Vec<Piece> {
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
    !words.is_empty() && (!digits(words) || digits(line.trim()) && !words.starts_with(['0', '０']))
}

fn flow(source: &Source, area: Span) -> Vec<Piece> {
    let single = !source.slice(area).trim().contains('\n');
    let mut pieces = room(area);
    for (row, (at, line)) in source.lines(area).enumerate() {
        let mut line = line;
        if single || line.len() > LONG_LINE && is_table(line.split('。').next().unwrap_or(line)) {
            // No label holds a full stop; what follows one is prose.
            line = line.split('。').next().unwrap_or(line);
        } else if is_prose(line) || is_furniture(line) {
            continue;
        }
        let span = source.trim(Span::new(at, at + line.len()));
        if pieces.len() == MOST {
            break;
        }
        // A browser writes an empty cell as a no-break space.
        if !span.is_empty() || line.contains('\u{a0}') {
            pieces.push(Piece { span, row: row as u32, column: 0 });
        }
    }
    pieces
}

/// Whether a long line is a table: its words stand apart, or it begins as one does.
fn is_table(line: &str) -> bool {
    let first: String = line.chars().take(24).collect();
    !is_prose(line) || begins_table(&key(&first))
}

/// A line of prose: it holds a full stop and more words than any label.
pub(super) fn is_prose(line: &str) -> bool {
    line.len() > 60 && line.contains('。') || line.len() > LONG_LINE && !line.contains(' ')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> (Surface, Vec<(String, u32)>) {
        let source = Source::new(text);
        let area = Span::new(0, text.len());
        let surface = surface(&source, area);
        let pieces = pieces(&source, area, surface);
        (surface, pieces.iter().map(|p| (source.slice(p.span).to_string(), p.row)).collect())
    }

    fn words(pieces: &[(String, u32)]) -> Vec<&str> {
        pieces.iter().map(|(words, _)| words.as_str()).collect()
    }

    #[test]
    fn every_surface_is_cut_into_its_cells() {
        let (surface, pieces) = cut("\t规章\n\t0\n\t\n\n\t规范性\n文件\n\t1\n\t2\n");
        assert_eq!(surface, Surface::CellLines('\t'));
        assert_eq!(words(&pieces), ["规章", "0", "", "规范性\n文件", "1", "2"]);
        assert_eq!(pieces[3].1, 1);

        let (surface, pieces) = cut("规章\t0\t\t1\n\n规范性文件\t2\t3\t4\na\tb\t\"x\ny\"\tc\n");
        assert_eq!(surface, Surface::Rows('\t'));
        assert_eq!(
            words(&pieces),
            ["规章", "0", "", "1", "规范性文件", "2", "3", "4", "a", "b", "x\ny", "c"]
        );

        let (surface, pieces) = cut("| 规章 | 0 | |\n|---|---|---|\n| 规范性文件 | 2 | 3 |\n| a | b | c |");
        assert_eq!(surface, Surface::Rows('|'));
        assert_eq!(words(&pieces), ["规章", "0", "", "规范性文件", "2", "3", "a", "b", "c"]);

        let (surface, pieces) = cut("规章|\n0|\n|\n1|\n");
        assert_eq!(surface, Surface::CellLines('|'));
        assert_eq!(words(&pieces), ["规章", "0", "", "1"]);

        let (surface, pieces) = cut("|\n规章 |\n0 |\n7 | ||\n|\n行政许可 |\n12 | ||\n");
        assert_eq!(surface, Surface::CellLines('|'));
        assert_eq!(words(&pieces), ["", "规章", "0", "7", "", "行政许可", "12"]);

        let (surface, pieces) = cut("规章\n|\n0\n|\n|\n11\n|\n规范性\n文件\n|\n2\n|\n\n|\n");
        assert_eq!(surface, Surface::BarLines);
        assert_eq!(words(&pieces), ["规章", "0", "", "11", "规范性\n文件", "2", ""]);

        let (surface, pieces) = cut("规章 1 0 11\n- 3 -\n规范性文件 8 26 66\n");
        assert_eq!(surface, Surface::Flow);
        assert_eq!(words(&pieces), ["规章 1 0 11", "规范性文件 8 26 66"]);
    }
}
