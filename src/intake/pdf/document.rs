//! Pages to one text: page numbers and what repeats above and below left aside, tables
//! and paragraphs that go over a page's end put together.

use super::flow::{self, Row};
use super::grid::key;
use super::heads;
use super::layout::{self, Item, is_numbered};
use super::page::Page;
use crate::intake::canonical::{Block, Cell, Table};
use crate::intake::remark::Remark;
use crate::order;

/// How many lines at a page's top and bottom may be its header and footer.
const MARGIN: usize = 3;

/// How far apart, in points, what is at the same place on two pages may be.
const NEAR: f32 = 4.0;

/// The pages that were read.
#[derive(Debug, Default)]
pub struct Document {
    pages: Vec<Sheet>,
}

/// A page's items and how high it is.
#[derive(Debug)]
struct Sheet {
    items: Vec<Item>,
    height: f32,
}

impl Document {
    /// Adds a page.
    pub fn add(&mut self, page: &Page) {
        self.pages.push(Sheet { items: layout::items(page), height: page.size.1 });
    }

    /// The text's blocks.
    pub fn finish(mut self) -> Vec<Block> {
        let left_out = self.drop_margins();
        let mut blocks = Vec::new();
        if left_out > 0 {
            blocks.push(Block::Remark(Remark::PageMargin, left_out));
        }
        let tables = self.pages.iter().flat_map(|sheet| &sheet.items);
        let mixed: usize =
            tables.map(|item| if let Item::Table(table) = item { table.mixed } else { 0 }).sum();
        if mixed > 0 {
            blocks.push(Block::Remark(Remark::Overprinted, mixed));
        }
        self.place_values();
        let mut writer = Writer { blocks, edges: self.edges(), ..Writer::default() };
        for sheet in self.pages {
            writer.page_break();
            for item in sheet.items {
                match item {
                    Item::Row(row) => writer.row(row),
                    Item::Table(table) => writer.table(table),
                }
            }
        }
        writer.end_between();
        writer.end_table();
        writer.blocks
    }

    /// Takes page numbers and headers and footers out; how many there were.
    fn drop_margins(&mut self) -> usize {
        let mut shapes: Vec<(usize, usize, String, f32)> = Vec::new();
        for (number, sheet) in self.pages.iter().enumerate() {
            for at in sheet.margin() {
                // Values beside each other are no page's number.
                if let Item::Row(row) = &sheet.items[at]
                    && row.parts.iter().filter(|part| heads::is_value(&part.words)).count() < 2
                {
                    shapes.push((number, at, shape(&row.words(), number), row.y));
                }
            }
        }
        let mut out = 0;
        let count = self.pages.len();
        // Those that repeat stand next to each other when sorted by their shape.
        let mut sorted = shapes.clone();
        sorted.sort_unstable_by(|a, b| a.2.cmp(&b.2).then(key(a.3).cmp(&key(b.3))));
        for (number, at, shape, y) in shapes.into_iter().rev() {
            let same = sorted.partition_point(|other| other.2 < shape);
            let same = sorted[same..].iter().take_while(|other| other.2 == shape);
            let repeats = same.filter(|other| (other.3 - y).abs() < NEAR).count();
            let sheet = &mut self.pages[number];
            let outside = y < 0.12 * sheet.height || y > 0.88 * sheet.height;
            let repeats = repeats > 1 && 2 * repeats >= count;
            if outside && (repeats || is_page_number(&shape)) {
                sheet.items.remove(at);
                out += 1;
            }
        }
        out
    }

    /// Puts the values of tables without lines in their cells.
    fn place_values(&mut self) {
        let mut lines: Vec<&mut Row> = Vec::new();
        for item in self.pages.iter_mut().flat_map(|sheet| &mut sheet.items) {
            match item {
                Item::Row(row) => lines.push(row),
                Item::Table(_) => heads::place(&mut std::mem::take(&mut lines)),
            }
        }
        heads::place(&mut lines);
    }

    /// Where most lines of writing begin and end.
    fn edges(&self) -> (f32, f32) {
        let rows = || {
            self.pages.iter().flat_map(|sheet| &sheet.items).filter_map(|item| match item {
                Item::Row(row) => Some(row),
                Item::Table(_) => None,
            })
        };
        let mut left: Vec<f32> = rows().map(|row| row.x().0).collect();
        let mut right: Vec<f32> = rows().map(|row| -row.x().1).collect();
        (outermost(&mut left), -outermost(&mut right))
    }
}

/// The least place at which two lines are.
fn outermost(places: &mut [f32]) -> f32 {
    order::by_key(places, |place| key(*place));
    let pair = places.windows(2).find(|pair| pair[1] - pair[0] < 6.0);
    pair.map(|pair| pair[0]).or(places.first().copied()).unwrap_or(0.0)
}

impl Sheet {
    /// The places of the first and last items.
    fn margin(&self) -> Vec<usize> {
        let count = self.items.len();
        (0..count).filter(|at| *at < MARGIN || at + MARGIN >= count).collect()
    }
}

/// Words with all numbers alike. A number alone, which may be a value, is told by how
/// far it is from that of the page.
fn shape(words: &str, page: usize) -> String {
    if let Ok(number) = words.parse::<usize>() {
        return number.wrapping_sub(page).to_string();
    }
    let mut out = String::new();
    for c in words.chars().filter(|c| !c.is_whitespace()) {
        if !c.is_ascii_digit() {
            out.push(c);
        } else if !out.ends_with('#') {
            out.push('#');
        }
    }
    out
}

/// Whether a shape is that of a page's number: `- 5 -`, `第5页`, `5/12`.
fn is_page_number(shape: &str) -> bool {
    shape.contains('#')
        && shape.chars().count() <= 12
        && shape.chars().all(|c| "#-—–－―_·.,/|／第页共ofPpage~～（）()".contains(c))
        && !heads::is_value(&shape.replace('#', "1"))
}

/// How far from the table a line is at most that belongs to a cell which a page's end
/// cuts, in its size.
const CUT: f32 = 1.5;

/// The most lines that a cell which a page's end cut has above the first line.
const BETWEEN: usize = 3;

/// Writes lines and tables as blocks.
#[derive(Default)]
struct Writer {
    blocks: Vec<Block>,
    /// Where most lines begin and end.
    edges: (f32, f32),
    /// The line above, while its paragraph may go on.
    above: Option<Above>,
    /// The table above, page by page, while it may go on.
    tables: Vec<layout::Table>,
    /// Lines around a page's end, before it is known whether that table goes on.
    between: Vec<Row>,
    /// Whether the last block is a table without lines that may go on.
    in_cells: bool,
    /// Whether a page ended since what stands above.
    page_ended: bool,
}

/// The line above.
struct Above {
    y: f32,
    size: f32,
    right: f32,
    /// How far it is below the line before it.
    pitch: Option<f32>,
}

impl Writer {
    fn page_break(&mut self) {
        if self.page_ended {
            self.end_between();
        }
        self.page_ended = true;
    }

    fn row(&mut self, mut row: Row) {
        // A line right below the table may be of a cell that the page's end cuts.
        let bottom = self.tables.last().map(|table| table.y.1);
        let may_be_cut = bottom.is_some_and(|bottom| {
            self.page_ended || (0.0..CUT * row.size).contains(&(row.middle() - bottom))
        });
        if may_be_cut
            && self.between.len() < BETWEEN
            && !row.parts.iter().any(|part| is_numbered(&part.words))
        {
            self.between.push(row);
            return;
        }
        self.end_between();
        let cells = std::mem::take(&mut row.cells);
        // Words beside the cells would part them from the beginning of their label above.
        if !cells.is_empty() {
            self.cells(cells);
        }
        if !row.parts.is_empty() {
            self.paragraph(row);
        }
    }

    /// Writes a row of a table without lines.
    fn cells(&mut self, cells: Vec<String>) {
        self.end_table();
        (self.above, self.page_ended) = (None, false);
        let cells = cells.into_iter().map(Cell::of).collect();
        match self.blocks.last_mut() {
            Some(Block::Table(table)) if self.in_cells => table.rows.push(cells),
            _ => self.blocks.push(Block::Table(Table { rows: vec![cells] })),
        }
        self.in_cells = true;
    }

    /// Writes the lines around a page's end, where no table goes on below them.
    fn end_between(&mut self) {
        for row in std::mem::take(&mut self.between) {
            self.paragraph(row);
        }
    }

    fn paragraph(&mut self, row: Row) {
        self.end_table();
        self.in_cells = false;
        let page_ended = std::mem::take(&mut self.page_ended);
        let (left, mut right) = row.x();
        let words = row.words();
        let goes_on = self.above.as_ref().is_some_and(|above| {
            let near = above.pitch.map_or(2.6 * row.size, |pitch| 1.3 * pitch);
            (page_ended || row.y - above.y <= near)
                && above.right > self.edges.1 - 1.6 * above.size
                && left < self.edges.0 + 1.2 * row.size
                && (row.size - above.size).abs() < 0.15 * row.size.max(above.size)
                // A sheet's line that is cut off ends where all do.
                && !heads::is_section(&row)
        });
        // Nothing goes on behind a value of a table without lines.
        if row.parts.last().is_some_and(|part| heads::is_value(&part.words)) {
            right = f32::NEG_INFINITY;
        }
        let mut pitch = None;
        match (self.blocks.last_mut(), &self.above) {
            (Some(Block::Paragraph(paragraph)), Some(above)) if goes_on => {
                flow::join(paragraph, &words);
                pitch = if page_ended { above.pitch } else { Some(row.y - above.y) };
            }
            _ => self.blocks.push(Block::Paragraph(words)),
        }
        self.above = Some(Above { y: row.y, size: row.size, right, pitch });
    }

    fn table(&mut self, mut table: layout::Table) {
        let near = |a: Option<&f32>, b: Option<&f32>| a.zip(b).is_some_and(|(a, b)| (a - b).abs() < NEAR);
        // A table goes on that is as wide as the one at the end of the page before.
        let is_as_wide = self.tables.last().is_some_and(|above| {
            near(above.xs.first(), table.xs.first()) && near(above.xs.last(), table.xs.last())
        });
        // Words of a cell that the page's end cut may stand above the first line.
        let bottom = self.tables.last().map_or(0.0, |above| above.y.1);
        let is_cut = |row: &Row| {
            let near = |gap: f32| (0.0..CUT * row.size).contains(&gap);
            near(table.y.0 - row.middle()) || near(row.middle() - bottom)
        };
        let are_cut = self.between.iter().all(is_cut);
        if self.page_ended && is_as_wide && are_cut {
            for part in std::mem::take(&mut self.between).into_iter().flat_map(|row| row.parts) {
                let middle = (part.x.0 + part.x.1) / 2.0;
                if let Some(above) = self.tables.last_mut().and_then(|above| above.last_in_column(middle)) {
                    flow::join(above, &part.words);
                }
            }
            if let Some(above) = self.tables.last_mut() {
                above.join_open_cells(&mut table);
                above.drop_empty_end();
                above.join_cut_row(&mut table);
            }
        } else {
            self.end_between();
            self.end_table();
        }
        (self.page_ended, self.in_cells) = (false, false);
        self.above = None;
        self.tables.push(table);
    }

    /// Writes the table above, with the columns that any of its pages has.
    fn end_table(&mut self) {
        let tables = std::mem::take(&mut self.tables);
        let mut xs: Vec<f32> = Vec::new();
        for table in &tables {
            // Columns of one table are apart, however narrow they are.
            let new = |x: &f32| xs.iter().all(|known| (known - x).abs() >= NEAR);
            let new: Vec<f32> = table.xs.iter().copied().filter(new).collect();
            xs.extend(if xs.is_empty() { table.xs.clone() } else { new });
        }
        order::by_key(&mut xs, |x| key(*x));
        let mut rows = Vec::new();
        for table in tables {
            for row in table.rows {
                let mut cells = vec![Cell::empty(1); xs.len().saturating_sub(1)];
                for (words, x) in row.into_iter().zip(&table.xs) {
                    let apart = |at: &usize| key((xs[*at] - x).abs());
                    let at = (0..cells.len()).min_by_key(apart).unwrap_or(0);
                    if !words.is_empty() && at < cells.len() {
                        cells[at] = Cell::of(words);
                    }
                }
                rows.push(cells);
            }
        }
        if !rows.is_empty() {
            self.blocks.push(Block::Table(Table { rows }));
        }
    }
}
