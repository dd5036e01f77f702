//! Characters to lines of writing.

use super::grid::key;
use super::page::{Glyph, Page};
use crate::order;

/// How far apart lines are at least that do not stand over each other, in their size.
const OVERLAP: f32 = 0.75;

/// A line of writing.
#[derive(Debug, Clone, Default)]
pub struct Row {
    /// What it stands on.
    pub y: f32,
    /// How high its largest font is.
    pub size: f32,
    /// Its words but those in `cells`, apart where there is a gap between them.
    pub parts: Vec<Part>,
    /// Its labels and the values of all of its cells, where they are known.
    pub cells: Vec<String>,
    /// Whether other words stand over some of it.
    pub is_mixed: bool,
}

/// Words without a gap.
#[derive(Debug, Clone)]
pub struct Part {
    /// Where they begin and end.
    pub x: (f32, f32),
    /// What they stand on.
    pub y: f32,
    /// The words.
    pub words: String,
}

impl Row {
    /// All of its words.
    pub fn words(&self) -> String {
        let mut out = String::new();
        for part in &self.parts {
            if !out.is_empty() {
                out.push(' ');
            }
            out.push_str(&part.words);
        }
        out
    }

    /// How far down its middle is.
    pub fn middle(&self) -> f32 {
        self.y - 0.35 * self.size
    }

    /// Where it begins and ends.
    pub fn x(&self) -> (f32, f32) {
        (self.parts.first().map_or(0.0, |part| part.x.0), self.parts.last().map_or(0.0, |part| part.x.1))
    }
}

/// The lines that `glyphs` make, from the top.
pub fn rows(page: &Page, mut glyphs: Vec<Glyph>) -> Vec<Row> {
    order::by_key(&mut glyphs, |glyph| key(glyph.y));
    let mut rows = Vec::new();
    let mut rest = glyphs.as_slice();
    while let Some(first) = rest.first() {
        let count = rest.partition_point(|glyph| glyph.y - first.y <= 0.4 * first.size.max(1.0));
        let (own, after) = rest.split_at(count);
        rest = after;
        let row = row(page, own.to_vec());
        if !row.parts.is_empty() {
            rows.push(row);
        }
    }
    for at in 1..rows.len() {
        let (above, below) = (&rows[at - 1], &rows[at]);
        if overlap(above, below) {
            (rows[at - 1].is_mixed, rows[at].is_mixed) = (true, true);
        }
    }
    rows
}

/// Whether a line stands over some of the one above it. What is raised, as the mark of a
/// note, stands beside it.
fn overlap(above: &Row, below: &Row) -> bool {
    let size = above.size.min(below.size);
    let (mut above, mut below) = (above.parts.as_slice(), below.parts.as_slice());
    while let ([a, above_rest @ ..], [b, below_rest @ ..]) = (above, below) {
        let over = a.x.1.min(b.x.1) - a.x.0.max(b.x.0) > 0.5 * size;
        if over && b.y - a.y < OVERLAP * size {
            return true;
        }
        if a.x.1 < b.x.1 { above = above_rest } else { below = below_rest }
    }
    false
}

fn row(page: &Page, mut glyphs: Vec<Glyph>) -> Row {
    order::by_key(&mut glyphs, |glyph| key(glyph.x.0));
    let mut row = Row::default();
    let mut before: Option<Glyph> = None;
    let mut spaced = false;
    for glyph in glyphs {
        let words = page.words_of(&glyph);
        if words.trim().is_empty() {
            spaced |= !words.is_empty();
            continue;
        }
        if let Some(before) = &before
            && page.words_of(before) == words
            && (glyph.x.0 - before.x.0).abs() < 0.3 * glyph.size.min(2.0 * (glyph.x.1 - glyph.x.0).max(1.0))
        {
            // Drawn twice, a little apart, to look bold.
            continue;
        }
        let gap = before.map_or(f32::INFINITY, |before| glyph.x.0 - before.x.1);
        let size = glyph.size.max(before.map_or(0.0, |before| before.size));
        row.is_mixed |= gap < -0.4 * size;
        let runs_on = |part: &Part| {
            let is_word = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
            let both = is_word(part.words.chars().next_back()) && is_word(words.chars().next());
            !spaced && gap <= if both { 0.22 } else { 0.7 } * size
        };
        match row.parts.last_mut() {
            Some(part) if runs_on(part) => {
                part.words.push_str(words);
                part.x.1 = part.x.1.max(glyph.x.1);
            }
            _ => row.parts.push(Part { x: glyph.x, y: glyph.y, words: words.to_string() }),
        }
        spaced = false;
        row.size = row.size.max(glyph.size);
        row.y = row.y.max(glyph.y);
        before = Some(glyph);
    }
    row
}

/// Appends a line to what stands above it in the same paragraph or cell.
pub fn join(out: &mut String, line: &str) {
    let (Some(last), Some(first)) = (out.chars().next_back(), line.chars().next()) else {
        out.push_str(line);
        return;
    };
    // Chinese runs on without a space; a number's point belongs to its digits.
    let runs_on = !last.is_ascii() || !first.is_ascii() || last == '.' && first.is_ascii_digit();
    if !runs_on && last != ' ' {
        out.push(' ');
    }
    out.push_str(line);
}
