//! Surfaces of PDF readers: labels cut, numbers beside the second line of a label,
//! page numbers and a repeated head in the middle of 表三, columns kept by spaces.

use super::grid::{Grid, Slot};

/// A label of this many characters or more is cut.
const WIDE: usize = 15;
/// The row of the grid before which a page ends.
const PAGE_END: usize = 14;

fn cut(label: &str, width: usize) -> Vec<String> {
    if label.is_empty() {
        return vec![String::new()];
    }
    label.chars().collect::<Vec<_>>().chunks(width).map(|part| part.iter().collect()).collect()
}

fn labels(row: &[Slot]) -> Vec<&str> {
    row.iter().filter_map(|s| if let Slot::Label(text) = s { Some(text.as_str()) } else { None }).collect()
}

fn values(row: &[Slot]) -> String {
    let values =
        row.iter().filter_map(|s| if let Slot::Value(text) = s { Some(text.as_str()) } else { None });
    values.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ")
}

/// A head row: words longer than three characters go over two lines.
fn head(row: &[Slot]) -> String {
    let labels = labels(row);
    if labels.is_empty() {
        return String::new();
    }
    let parts: Vec<(String, String)> = labels
        .iter()
        .map(|label| {
            let keep = if (4..=8).contains(&label.chars().count()) { label.chars().count() - 1 } else { 99 };
            (label.chars().take(keep).collect(), label.chars().skip(keep).collect())
        })
        .collect();
    let line = |pick: fn(&(String, String)) -> &String| {
        parts.iter().map(pick).filter(|t| !t.is_empty()).cloned().collect::<Vec<_>>().join(" ")
    };
    let mut out = line(|(first, _)| first) + "\n";
    let second = line(|(_, second)| second);
    if !second.is_empty() {
        out += &(second + "\n");
    }
    out
}

fn head_rows(grid: &Grid) -> usize {
    grid.iter().position(|row| row.iter().any(|s| matches!(s, Slot::Value(_)))).unwrap_or(0)
}

/// In the order of the page's content: group labels over two lines of their own, a
/// label that is cut first in full and its numbers after it.
pub fn stream(grid: &Grid) -> String {
    let mut out = String::new();
    for (number, row) in grid.iter().enumerate() {
        if number == PAGE_END && grid.len() > 20 {
            out += "- 5 -\n";
        }
        let values = values(row);
        if values.is_empty() {
            out += &head(row);
            continue;
        }
        let labels = labels(row);
        let Some((last, groups)) = labels.split_last() else {
            out += &(values + "\n");
            continue;
        };
        for group in groups {
            let width = if group.starts_with('三') { 1 } else { 4 };
            out += &(cut(group, width).join("\n") + "\n");
        }
        let pieces = cut(last, WIDE);
        out += &pieces.join("\n");
        out += if pieces.len() > 1 { "\n" } else { " " };
        out += &(values + "\n");
    }
    out
}

/// Line by line down the page: numbers beside the second line of a label that is
/// cut, group labels cut and between the rows, and where a page ends its number and
/// the head once more.
pub fn lines(grid: &Grid) -> String {
    let mut out = String::new();
    let mut pending: Vec<String> = Vec::new();
    for (number, row) in grid.iter().enumerate() {
        if number == PAGE_END && grid.len() > 20 {
            out += "- 4 -\n";
            for row in &grid[..head_rows(grid)] {
                out += &head(row);
            }
        }
        let values = values(row);
        if values.is_empty() {
            out += &head(row);
            continue;
        }
        let labels = labels(row);
        let Some((last, groups)) = labels.split_last() else {
            out += &(values + "\n");
            continue;
        };
        let mut before = String::new();
        for group in groups {
            if group.starts_with('三') {
                pending.extend(cut(group, 1));
            } else {
                let mut pieces = cut(group, 4);
                before = pieces.remove(0) + " ";
                pending.extend(pieces);
            }
        }
        let pieces = cut(last, WIDE);
        match pieces.as_slice() {
            [only] => out += &format!("{before}{only} {values}\n"),
            [first, second] => out += &format!("{before}{first}\n{values}\n{second}\n"),
            [first, second, rest @ ..] => {
                out += &format!("{before}{first}\n{second} {values}\n{}\n", rest.join("\n"));
            }
            [] => {}
        }
        if !pending.is_empty() {
            out += &(pending.remove(0) + "\n");
        }
    }
    out
}

/// Columns kept by spaces, as wide characters take two places.
pub fn columns(grid: &Grid) -> String {
    let first_value =
        grid.iter().filter_map(|row| row.iter().position(|s| matches!(s, Slot::Value(_)))).min().unwrap_or(0);
    let width = |column: usize| if column < first_value { 30 } else { 10 };
    let mut out = String::new();
    for (number, row) in grid.iter().enumerate() {
        if number == PAGE_END && grid.len() > 20 {
            out += "\n\n- 4 -\n\u{c}";
        }
        let mut line = Line::default();
        let mut below = Line::default();
        let mut place = 0;
        for (column, slot) in row.iter().enumerate() {
            match slot {
                Slot::Value(text) => line.put(place + 3, text),
                Slot::Label(text) => {
                    let room = if column < first_value { 14 } else { 4 };
                    let pieces = if row.get(column + 1) == Some(&Slot::Left) {
                        vec![text.clone()]
                    } else {
                        cut(text, room)
                    };
                    line.put(place, &pieces[0]);
                    below.put(place, &pieces[1..].concat());
                }
                Slot::Left | Slot::Up { .. } => {}
            }
            place += width(column);
        }
        for line in [line, below] {
            if !line.text.trim().is_empty() {
                out += line.text.trim_end();
                out += "\n";
            }
        }
        out += "\n";
    }
    out
}

/// A line of text that things are put on at a place.
#[derive(Default)]
struct Line {
    text: String,
    width: usize,
}

impl Line {
    fn put(&mut self, place: usize, text: &str) {
        let gap = place.saturating_sub(self.width).max(usize::from(self.width > 0));
        self.text += &" ".repeat(gap);
        self.text += text;
        self.width += gap + text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum::<usize>();
    }
}
