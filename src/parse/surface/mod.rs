//! What a table looks like in a text: rows of cells, one cell a line, or words
//! that flow. Cuts the text of a table into pieces accordingly.

mod apart;
mod lines;
mod rows;

use super::furniture::is_furniture;
use super::scan::looks_like_number;
use super::tables::begins_table;
use crate::text::find::{holds, nth_char};
use crate::text::fold::key;
use crate::text::{Source, Span, rare};

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

/// The most pieces of one table: eighty times the cells of the longest. What goes on
/// beyond them is no table, and is not read as one.
pub const MOST: usize = 1 << 14;

/// The most cells of a row that are looked at: four times those of the widest. Beyond
/// them stand the empty cells of a spreadsheet.
const WIDEST: u16 = 64;

/// From this many bytes on a line is prose, or a whole table between spaces.
const LONG_LINE: usize = 600;

/// Lines that are looked at to tell a surface.
const LINES: usize = 400;

/// Tells the surface of the text in `area`.
pub fn surface(source: &Source, area: Span) -> Surface {
    match between_tabs(source, area) {
        Some(surface) => surface,
        None => between_marks(source, area),
    }
}

/// The surface of a text whose cells tabs keep apart.
fn between_tabs(source: &Source, area: Span) -> Option<Surface> {
    memchr::memchr(b'\t', source.slice(area).as_bytes())?;
    let mut values = false;
    // Lines without a mark right below a number with one: the first cells of rows.
    let (mut begun, mut led_line) = (0, None);
    let (mut led, mut tabbed) = (0, 0);
    for (_, line) in source.lines(area).take(LINES) {
        let first_tab = match line.as_bytes() {
            [b'\t', ..] => Some(0),
            bytes => memchr::memchr(b'\t', bytes),
        };
        if let Some(tab) = first_tab {
            let several = line.as_bytes()[tab + 1..].contains(&b'\t');
            if !several && line[..tab].trim_matches(any_of![' ', '\u{3000}', '\u{a0}']).is_empty() {
                led += 1;
                led_line = Some(line);
            } else {
                tabbed += 1;
            }
            let bare = || !line.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
            values |= several && !values && bare();
        } else if let Some(above) = led_line.take() {
            begun += usize::from(!line.trim().is_empty() && looks_like_number(above));
        }
    }
    // A row of values alone is a row of cells even where the labels stand one a line.
    if led + tabbed < 3 && !values {
        return None;
    }
    if apart::is_parted(source, area) {
        return Some(Surface::Parted);
    }
    Some(match (tabbed > led || led < 3, begun >= 4) {
        (true, _) => Surface::Rows('\t'),
        (_, false) => Surface::CellLines('\t'),
        _ => Surface::Flow,
    })
}

/// The surface of a text whose cells bars or commas keep apart, or nothing.
fn between_marks(source: &Source, area: Span) -> Surface {
    let mut row_between_commas = false;
    let (mut barred, mut bar_ended, mut bars_alone, mut commas) = (0, 0, 0, 0);
    let text = source.text().as_bytes();
    // Few tables have these marks: they are found over all lines, not in each.
    let mut marks = rare::places(source.slice(area), |byte, next| {
        // What the wide bars begin with.
        byte == b',' || byte == b'|' || byte == 0xEF && next == 0xBD || byte == 0xE2 && next == 0x94
    })
    .map(|at| area.start as usize + at);
    let mut next_mark = marks.next();
    for (at, line) in source.lines(area).take(LINES) {
        let Some(mark) = next_mark else { break };
        if mark >= at + line.len() {
            continue;
        }
        let (mut bars, mut comma_marks, mut wide) = (0, 0, false);
        while let Some(mark) = next_mark.filter(|mark| *mark < at + line.len()) {
            match text[mark] {
                b',' => comma_marks += 1,
                b'|' => bars += 1,
                _ => wide = true,
            }
            next_mark = marks.next();
        }
        if wide {
            bars = line.chars().filter(|c| is_bar(*c)).count();
        }
        if bars == 1 && line.trim_end().ends_with(is_bar) {
            bar_ended += 1;
            bars_alone += usize::from(nth_char(line.trim(), 1).is_none());
        } else if bars > 1 {
            barred += 1;
        }
        // Marks of thousands stand in words between spaces.
        let between_words = |marks| line.chars().filter(|c| c.is_whitespace()).count() < marks;
        if comma_marks >= 2 && !holds(line, "。") && between_words(comma_marks) {
            commas += 1;
            row_between_commas |= comma_marks >= 9;
        }
    }
    if barred + bar_ended >= 3 {
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
        Surface::Rows(mark) => rows::rows(source, area, mark),
        Surface::CellLines(mark) => lines::cell_lines(source, area, mark),
        Surface::BarLines => lines::bar_lines(source, area),
        Surface::Parted => apart::pieces(source, area),
        Surface::Flow => flow(source, area),
    }
}

/// Room for the pieces of `area`, so that the list of an ordinary table need not grow.
fn room(area: Span) -> Vec<Piece> {
    Vec::with_capacity(area.range().len().min(4096) / 8)
}

fn flow(source: &Source, area: Span) -> Vec<Piece> {
    let single = !holds(source.slice(area).trim(), "\n");
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
        if !span.is_empty() || holds(line, "\u{a0}") {
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
fn is_prose(line: &str) -> bool {
    line.len() > 60 && holds(line, "。") || line.len() > LONG_LINE && !holds(line, " ")
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
