//! The canonical text: paragraphs as lines, a table's rows as lines of cells with tabs
//! between them. A merged cell's words stand in its first place; the rest of its places
//! are empty cells.

use crate::text::{Span, TEXT_CAP};

use super::Intake;
use super::columns;
use super::refusal::Refusal;
use super::remark::{Note, Remark};

/// The most columns of a table: four times those of the widest that the parser looks at.
const COLUMNS: usize = 256;

/// From this many bytes on, a cell of several paragraphs is a part of a page's layout
/// and no cell of a table.
const LONG_CELL: usize = 900;

/// A piece of a document, in reading order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A paragraph. Line ends in it are its own (a forced line break).
    Paragraph(String),
    /// A table.
    Table(Table),
    /// Something was left aside or guessed here, so often.
    Remark(Remark, usize),
}

/// A table, row by row.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    /// The rows: the cells that begin in each.
    pub rows: Vec<Vec<Cell>>,
}

/// A cell that begins in a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// What it holds.
    pub blocks: Vec<Block>,
    /// Over how many columns it goes; 0 counts as 1.
    pub columns: u32,
    /// Over how many rows it goes; 0 counts as 1.
    pub rows: u32,
}

impl Cell {
    /// A cell of one place that holds `words`.
    pub fn of(words: impl Into<String>) -> Self {
        Self { blocks: vec![Block::Paragraph(words.into())], columns: 1, rows: 1 }
    }

    /// An empty cell over `columns` columns.
    pub fn empty(columns: u32) -> Self {
        Self { blocks: Vec::new(), columns, rows: 1 }
    }

    /// Whether the cell is no cell of a table but a frame for other things: it holds a
    /// table of its own, or long prose in several paragraphs.
    fn is_frame(&self) -> bool {
        let (mut paragraphs, mut length) = (0, 0);
        for block in &self.blocks {
            match block {
                Block::Table(table) if table.single().is_none() => return true,
                Block::Paragraph(words) if !words.trim().is_empty() => {
                    paragraphs += 1;
                    length += words.len();
                }
                _ => {}
            }
        }
        paragraphs > 1 && length > LONG_CELL
    }
}

impl Table {
    /// The one cell of a table that has one.
    fn single(&self) -> Option<&Cell> {
        let mut cells = self.rows.iter().flatten();
        let first = cells.next()?;
        cells.next().is_none().then_some(first)
    }
}

/// Writes a document as its text.
///
/// # Errors
/// When the text would be longer than a report may be.
pub fn write(format: &'static str, blocks: &[Block]) -> Result<Intake, Refusal> {
    let mut writer = Writer::default();
    writer.blocks(blocks);
    writer.finish(format)
}

#[derive(Default)]
struct Writer {
    text: String,
    notes: Vec<Note>,
    /// Whether the last line is a table's row.
    in_table: bool,
}

impl Writer {
    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            if self.is_full() {
                return;
            }
            match block {
                Block::Paragraph(words) => self.paragraph(words),
                Block::Table(table) => self.table(table),
                Block::Remark(remark, count) => self.remark(*remark, *count),
            }
        }
    }

    fn is_full(&self) -> bool {
        self.text.len() > TEXT_CAP
    }

    fn paragraph(&mut self, words: &str) {
        for line in words.split('\n') {
            let line = line.trim();
            if !line.is_empty() {
                push_clean(&mut self.text, line, true);
                self.text.push('\n');
                self.in_table = false;
            }
        }
    }

    /// Notes what happened at the place that is written next.
    fn remark(&mut self, remark: Remark, count: usize) {
        match self.notes.iter_mut().find(|note| note.remark == remark) {
            Some(note) => note.count += count,
            None => self.notes.push(Note::new(remark, count, Some(Span::at(self.text.len())))),
        }
    }

    fn table(&mut self, table: &Table) {
        // Two tables with nothing between them stay two.
        if self.in_table {
            self.text.push('\n');
        }
        let widths = columns::widths(table);
        let one_column =
            table.rows.iter().all(|row| row.len() <= 1) && widths.iter().all(|width| *width <= 1);
        let mut covered = Vec::new();
        let mut widths = widths.as_slice();
        for row in &table.rows {
            if self.is_full() {
                return;
            }
            let (own, rest) = widths.split_at(row.len());
            widths = rest;
            if one_column || row.iter().any(Cell::is_frame) {
                self.frames(row, one_column);
                covered.iter_mut().for_each(|rows: &mut u32| *rows = rows.saturating_sub(1));
            } else {
                self.row(row, own, &mut covered);
            }
        }
    }

    /// A row whose cells are frames: what they hold, one after the other.
    fn frames(&mut self, row: &[Cell], alone: bool) {
        let nested = row.iter().flat_map(|cell| &cell.blocks).any(|block| matches!(block, Block::Table(_)));
        if nested && !alone && row.iter().filter(|cell| !is_blank(&cell.blocks)).count() > 1 {
            self.remark(Remark::NestedTable, 1);
        }
        for cell in row {
            self.blocks(&cell.blocks);
        }
    }

    /// A row of cells. `covered` tells for each column how many rows a cell from above
    /// still covers.
    fn row(&mut self, row: &[Cell], widths: &[u32], covered: &mut Vec<u32>) {
        let start = self.text.len();
        let mut column = 0;
        let mut left_out = 0;
        for (cell, width) in row.iter().zip(widths) {
            while covered.get(column).is_some_and(|rows| *rows > 0) {
                self.place(&mut column, covered);
            }
            let width = (*width as usize).min(COLUMNS.saturating_sub(column));
            if width == 0 {
                left_out += 1;
                continue;
            }
            if covered.len() < column + width {
                covered.resize(column + width, 0);
            }
            self.tab(column);
            self.words(&cell.blocks);
            for (place, rows) in covered[column..column + width].iter_mut().enumerate() {
                self.tab_unless(place == 0);
                *rows = (*rows).max(cell.rows.max(1)) - 1;
            }
            column += width;
        }
        while column < covered.len() {
            if covered[column..].iter().all(|rows| *rows == 0) {
                break;
            }
            self.place(&mut column, covered);
        }
        if left_out > 0 {
            self.remark(Remark::WideTable, left_out);
        }
        if row.is_empty() && self.text.len() == start {
            return;
        }
        self.text.push('\n');
        self.in_table = true;
    }

    /// An empty place that a cell from above covers, or that no cell takes.
    fn place(&mut self, column: &mut usize, covered: &mut [u32]) {
        self.tab(*column);
        covered[*column] = covered[*column].saturating_sub(1);
        *column += 1;
    }

    fn tab(&mut self, column: usize) {
        self.tab_unless(column == 0);
    }

    fn tab_unless(&mut self, first: bool) {
        if !first {
            self.text.push('\t');
        }
    }

    /// A cell's words in one line; its paragraphs with a space between them.
    fn words(&mut self, blocks: &[Block]) {
        let start = self.text.len();
        for block in blocks {
            match block {
                Block::Paragraph(words) => {
                    let words = words.trim();
                    if words.is_empty() {
                        continue;
                    }
                    if self.text.len() > start {
                        self.text.push(' ');
                    }
                    push_clean(&mut self.text, words, false);
                }
                Block::Table(table) => {
                    if let Some(cell) = table.single() {
                        if self.text.len() > start {
                            self.text.push(' ');
                        }
                        self.words(&cell.blocks);
                    }
                }
                Block::Remark(remark, count) => self.remark(*remark, *count),
            }
        }
    }

    fn finish(mut self, format: &'static str) -> Result<Intake, Refusal> {
        if self.is_full() {
            return Err(Refusal::TooLarge);
        }
        for note in &mut self.notes {
            // A remark at the very end has its place at the last character's end.
            if let Some(span) = &mut note.span {
                *span = Span::at((span.start as usize).min(self.text.len()));
            }
        }
        Ok(Intake { format, text: self.text, notes: self.notes })
    }
}

fn is_blank(blocks: &[Block]) -> bool {
    blocks.iter().all(|block| match block {
        Block::Paragraph(words) => words.trim().is_empty(),
        Block::Table(_) => false,
        Block::Remark(..) => true,
    })
}

/// Appends words without control characters. In a cell, tabs and line ends are spaces.
fn push_clean(text: &mut String, words: &str, tabs: bool) {
    for c in words.chars() {
        match c {
            '\t' if tabs => text.push('\t'),
            '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{2028}' | '\u{2029}' => text.push(' '),
            '\u{feff}' => {}
            c if c.is_control() => {}
            c => text.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(words: &str, columns: u32, rows: u32) -> Cell {
        Cell { columns, rows, ..Cell::of(words) }
    }

    fn text(blocks: &[Block]) -> (String, Vec<(Remark, usize)>) {
        let intake = write("test", blocks).expect("a text");
        (intake.text, intake.notes.iter().map(|note| (note.remark, note.count)).collect())
    }

    #[test]
    fn a_merged_cells_words_stand_in_its_first_place() {
        let table = Table {
            rows: vec![
                vec![cell("项目", 1, 2), cell("申请人", 2, 1), cell("总计", 1, 2)],
                vec![Cell::of("自然人"), Cell::of("法人")],
                vec![Cell::of("新收"), Cell::of(" 1 "), Cell::empty(1), Cell::of("1")],
                vec![cell("全表", 4, 1)],
            ],
        };
        let wanted = "项目\t申请人\t\t总计\n\t自然人\t法人\t\n新收\t1\t\t1\n全表\t\t\t\n";
        assert_eq!(text(&[Block::Table(table)]).0, wanted);
    }

    #[test]
    fn paragraphs_of_a_cell_are_joined_and_those_of_a_frame_are_not() {
        let words = |parts: &[&str]| parts.iter().map(|p| Block::Paragraph(p.to_string())).collect();
        let two = Cell { blocks: words(&["规范性", "文\t件\n"]), columns: 1, rows: 1 };
        let row = |cells: Vec<Cell>| Block::Table(Table { rows: vec![cells] });
        assert_eq!(text(&[row(vec![two.clone(), Cell::of("2")])]).0, "规范性 文 件\t2\n");
        // A table of one column is a frame around paragraphs.
        assert_eq!(text(&[row(vec![two.clone()])]).0, "规范性\n文\t件\n");
        let inner = row(vec![Cell::of("规章"), Cell::of("0")]);
        let (frame, notes) = text(&[row(vec![
            Cell { blocks: vec![Block::Paragraph("左".into())], columns: 1, rows: 1 },
            Cell { blocks: vec![inner], columns: 1, rows: 1 },
        ])]);
        assert_eq!(frame, "左\n规章\t0\n");
        assert_eq!(notes, [(Remark::NestedTable, 1)]);
    }

    #[test]
    fn a_million_columns_are_held_to_the_cap() {
        let row = vec![cell("a", 1_000_000, 4_000_000_000), Cell::of("b")];
        let lie = Table { rows: vec![row, vec![Cell::of("c")]] };
        assert_eq!(text(&[Block::Table(lie)]).0, "a\tb\n\tc\n");
        let (words, notes) = text(&[Block::Table(Table { rows: vec![vec![Cell::of("a"); 300]] })]);
        assert_eq!(words.matches('\t').count(), COLUMNS - 1);
        assert_eq!(notes, [(Remark::WideTable, 300 - COLUMNS)]);
        let mut tall = vec![vec![cell("words", 256, 1)]; 40_000];
        tall[0] = vec![Cell::of("a"); 256];
        assert_eq!(write("test", &[Block::Table(Table { rows: tall })]), Err(Refusal::TooLarge));
    }

    #[test]
    fn tables_that_follow_each_other_stay_two() {
        let table = || Block::Table(Table { rows: vec![vec![Cell::of("a"), Cell::of("b")]] });
        assert_eq!(text(&[table(), table()]).0, "a\tb\n\na\tb\n");
    }

    #[test]
    fn remarks_have_the_place_at_which_they_stand() {
        let blocks = [
            Block::Paragraph("年报".into()),
            Block::Remark(Remark::Footnote, 1),
            Block::Paragraph("一、总体情况".into()),
            Block::Remark(Remark::Footnote, 2),
        ];
        let intake = write("test", &blocks).expect("a text");
        assert_eq!(intake.notes, [Note::new(Remark::Footnote, 3, Some(Span::at(7)))]);
    }
}
