//! A page to its lines of writing and its tables, from the top.

use super::flow::{self, Row};
use super::grid::{self, Grid, key};
use super::heads;
use super::page::{Glyph, Page};
use crate::order;

/// The lowest that a row of a table is, in points.
const ROW: f32 = 8.0;

/// How many characters a line of labels and values has at most.
const LABEL: usize = 60;

/// What stands on a page.
#[derive(Debug)]
pub enum Item {
    /// A line of writing.
    Row(Row),
    /// A table.
    Table(Table),
}

/// A table.
#[derive(Debug)]
pub struct Table {
    /// Where it begins and ends.
    pub y: (f32, f32),
    /// Where its columns begin, and the last one ends.
    pub xs: Vec<f32>,
    /// The words of its places.
    pub rows: Vec<Vec<String>>,
    /// For each column, whether its first cell has no line above, and the row and column
    /// in which its last one begins, where that has none below.
    pub open: Vec<(bool, Option<(usize, usize)>)>,
    /// In how many of its cells words stand over each other.
    pub mixed: usize,
}

impl Item {
    /// How far down the page it stands.
    pub fn y(&self) -> f32 {
        match self {
            Self::Row(row) => row.middle(),
            Self::Table(table) => table.y.0,
        }
    }
}

impl Table {
    /// The words lowest in the column at `x`.
    pub fn last_in_column(&mut self, x: f32) -> Option<&mut String> {
        let column = self.xs.partition_point(|bound| *bound <= x).checked_sub(1)?;
        let words = self.rows.iter_mut().rev().filter_map(|row| row.get_mut(column));
        words.into_iter().find(|words| !words.is_empty())
    }

    /// Takes off the rows at its end that are empty.
    pub fn drop_empty_end(&mut self) {
        while self.rows.last().is_some_and(|row| is_empty(row)) {
            self.rows.pop();
        }
    }

    /// Takes the rest of cells that the page's end cut from the table `below`, which goes
    /// on from this one, where no line is at the cut.
    pub fn join_open_cells(&mut self, below: &mut Self) {
        let Some(first) = below.rows.first() else { return };
        let mut cut = Vec::new();
        for (column, words) in first.iter().enumerate() {
            let middle = (below.xs[column] + below.xs[column + 1]) / 2.0;
            let above = self.xs.partition_point(|bound| *bound <= middle).checked_sub(1);
            let above = above.and_then(|above| self.open.get(above)?.1).filter(|_| below.open[column].0);
            let Some((row, at)) = above.filter(|_| !words.is_empty()) else { continue };
            let Some(above) = self.rows.get(row).and_then(|row| row.get(at)) else { continue };
            // Another value or label begins another row.
            if is_numbered(words) || is_value(words) && !above.is_empty() {
                return;
            }
            cut.push((row, at, column));
        }
        for (row, at, column) in &cut {
            let words = std::mem::take(&mut below.rows[0][*column]);
            flow::join(&mut self.rows[*row][*at], &words);
        }
        if !cut.is_empty() && is_empty(&below.rows[0]) {
            below.rows.remove(0);
        }
    }

    /// Takes the rest of labels that the page's end cut from the first row of the table
    /// `below`, which goes on from this one: a label without a number under one with a
    /// number.
    pub fn join_cut_row(&mut self, below: &mut Self) {
        let Some(first) = below.rows.first_mut() else { return };
        let filled = first.iter().filter(|words| !words.is_empty()).count();
        // A row without a number may be the head once more.
        if filled > 1 && !first.iter().any(|words| is_value(words)) {
            return;
        }
        let mut joined = false;
        for (column, words) in first.iter_mut().enumerate() {
            if words.is_empty() || is_value(words) || is_numbered(words) {
                continue;
            }
            let middle = (below.xs[column] + below.xs[column + 1]) / 2.0;
            if let Some(above) = self.last_in_column(middle).filter(|above| is_numbered(above)) {
                flow::join(above, words);
                words.clear();
                joined = true;
            }
        }
        // Where the values are on the other side of the page's end, it is one row.
        let last = self.rows.last_mut().filter(|last| joined && last.len() == first.len());
        if let Some(last) = last.filter(|last| !last.iter().any(|words| is_value(words)))
            && last.iter().zip(first.iter()).all(|(above, words)| above.is_empty() || words.is_empty())
        {
            last.iter_mut().zip(first).filter(|(_, words)| !words.is_empty()).for_each(|(above, words)| {
                *above = std::mem::take(words);
            });
        }
        if below.rows.first().is_some_and(|row| is_empty(row)) {
            below.rows.remove(0);
        }
    }
}

fn is_empty(row: &[String]) -> bool {
    row.iter().all(String::is_empty)
}

/// Whether words are a number alone.
fn is_value(words: &str) -> bool {
    words.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b'-' | b'/' | b' ')) && !words.is_empty()
}

/// Whether a label begins with a number: `（一）`, `1.`, `三、`.
pub fn is_numbered(words: &str) -> bool {
    let mut chars = words.chars();
    match (chars.next(), chars.next()) {
        (Some('（' | '('), _) => true,
        (Some(c), Some('.' | '．' | '、')) => c.is_ascii_digit() || "一二三四五六七八九十".contains(c),
        _ => false,
    }
}

/// What stands on `page`.
pub fn items(page: &Page) -> Vec<Item> {
    let grids = grid::grids(&page.lines);
    let mut cells: Vec<Vec<Vec<Glyph>>> =
        grids.iter().map(|grid| vec![Vec::new(); grid.cells.len()]).collect();
    let mut loose = Vec::new();
    for chunk in chunks(page) {
        for (glyph, place) in placed(page, &grids, chunk) {
            match place {
                Some((grid, cell)) => cells[grid][cell].push(glyph),
                None => loose.push(glyph),
            }
        }
    }
    let mut items: Vec<Item> = Vec::new();
    for (grid, cells) in grids.iter().zip(cells) {
        items.extend(table(page, grid, cells).map(Item::Table));
    }
    for mut row in flow::rows(page, loose) {
        // Prose can be read all the same; a label would lend a row its values.
        let labels = row.parts.iter().filter(|part| !heads::is_value(&part.words));
        row.is_mixed &= labels.map(|part| part.words.chars().count()).sum::<usize>() <= LABEL;
        if row.is_mixed {
            for part in row.parts.iter_mut().filter(|part| !heads::is_value(&part.words)) {
                part.words = char::REPLACEMENT_CHARACTER.to_string();
            }
        }
        items.push(Item::Row(row));
    }
    order::by_key(&mut items, |item| key(item.y()));
    items
}

/// A glyph's middle.
fn middle(glyph: &Glyph) -> (f32, f32) {
    ((glyph.x.0 + glyph.x.1) / 2.0, glyph.y - 0.35 * glyph.size)
}

/// Glyphs that were drawn one after the other without a gap.
fn chunks(page: &Page) -> Vec<&[Glyph]> {
    let goes_on = |before: &Glyph, glyph: &Glyph| {
        let is_space = |glyph: &Glyph| page.words_of(glyph).trim().is_empty();
        before.string == glyph.string
            && before.y == glyph.y
            && (glyph.x.0 - before.x.1).abs() <= 0.15 * glyph.size
            && !is_space(before)
            && !is_space(glyph)
    };
    page.glyphs.chunk_by(goes_on).collect()
}

/// The cells that glyphs of a chunk are in. A number stays in one piece even where it
/// is too wide for its cell, and so do words that go on over an empty one.
fn placed(page: &Page, grids: &[Grid], chunk: &[Glyph]) -> Vec<(Glyph, Option<(usize, usize)>)> {
    let place =
        |(x, y): (f32, f32)| grids.iter().enumerate().find_map(|(at, grid)| Some((at, grid.cell_at(x, y)?)));
    let (first, last) = (middle(&chunk[0]), middle(&chunk[chunk.len() - 1]));
    let is_number =
        || chunk.iter().all(|glyph| page.words_of(glyph).bytes().all(|b| b.is_ascii_digit() || b == b'.'));
    let whole = place(((first.0 + last.0) / 2.0, first.1));
    // Words begin in their cell, but for those that go over both of its sides.
    let whole = if is_number() || whole != place(last) { whole } else { place(first) };
    chunk.iter().map(|glyph| (*glyph, whole)).collect()
}

/// The words of a table; `None` where it has none, as a drawing has.
fn table(page: &Page, grid: &Grid, cells: Vec<Vec<Glyph>>) -> Option<Table> {
    let mut mixed = 0;
    let words: Vec<String> = cells
        .into_iter()
        .map(|glyphs| {
            let mut out = String::new();
            for row in flow::rows(page, glyphs) {
                if row.is_mixed {
                    mixed += 1;
                    return char::REPLACEMENT_CHARACTER.to_string();
                }
                flow::join(&mut out, &row.words());
            }
            out
        })
        .collect();
    let columns = grid.columns();
    // A column in which no cell begins is where a line is drawn a little aside.
    let begins = |column: usize| (column..grid.cells.len()).step_by(columns).any(|at| grid.cells[at] == at);
    let mut kept: Vec<usize> = (0..columns).filter(|column| begins(*column)).collect();
    // Empty rows are between lines drawn a little aside; below all others, and as high as
    // writing, they are rows of blanks.
    let last = words.iter().rposition(|words| !words.is_empty())? / columns;
    let is_row = |at: &usize| {
        !is_empty(&words[at * columns..(at + 1) * columns])
            || *at > last && grid.ys[at + 1] - grid.ys[*at] > ROW
    };
    let all: Vec<usize> = (0..grid.ys.len() - 1).filter(is_row).collect();
    let place = |row: usize, column: usize| words[row * columns + column].clone();
    let rows = all.iter().map(|row| kept.iter().map(|column| place(*row, *column)).collect()).collect();
    let open = kept.iter().map(|column| {
        let (above, below) = grid.open[*column];
        let first = grid.cells[grid.cells.len() - columns + column];
        let row = all.partition_point(|row| *row < first / columns);
        (above, below.then(|| (row, kept.partition_point(|column| *column < first % columns))))
    });
    let open = open.collect();
    kept.push(columns);
    let xs = kept.iter().map(|column| grid.xs[*column]).collect();
    let y = (grid.ys[0], grid.ys[grid.ys.len() - 1]);
    Some(Table { y, xs, rows, open, mixed })
}
