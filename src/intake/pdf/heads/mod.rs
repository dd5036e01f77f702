//! Tables without lines between their cells: the form's heads tell where the columns
//! are, and so which of a row's cells are blank. What is not certain stays a line.

mod find;

use super::flow::{Part, Row};
use super::grid::key;
use super::layout::is_numbered;
use crate::form::section::SECTIONS;
use crate::order;
use crate::text::fold;
use find::{BESIDE, GROUP, Head, find, forms};

/// From this gap on, in the size of the font, words of a row's labels are apart.
const LABEL_GAP: f32 = 1.8;

/// Puts the values in `lines`, which no table with lines interrupts, in their cells.
pub fn place(lines: &mut [&mut Row]) {
    let forms = forms();
    let mut open: Option<Head> = None;
    let mut at = 0;
    while at < lines.len() {
        // Columns of one block may be some of another's.
        let heads = forms.iter().filter_map(|form| find(form, lines, at));
        let head = heads.max_by_key(|head| head.columns.len());
        if (head.is_some() || ends_a_table(lines[at]))
            && let Some(head) = open.take()
        {
            place_below(&head, &mut lines[..at]);
        }
        at = head.as_ref().map_or(at + 1, |head| head.lines.end);
        open = head.or(open);
    }
    if let Some(head) = open {
        place_below(&head, lines);
    }
}

/// Whether no table goes on in a line: it is prose, or the heading of a section.
fn ends_a_table(row: &Row) -> bool {
    let is_title = |part: &Part| SECTIONS.iter().any(|section| part.words.contains(section.title.zh));
    row.parts.iter().any(|part| part.words.contains('。') || is_title(part))
}

/// Whether a line is the heading of a section and nothing else.
pub fn is_section(row: &Row) -> bool {
    let words = row.words();
    is_numbered(&words) && SECTIONS.iter().any(|section| words.ends_with(section.title.zh))
}

/// Whether words are what stands in a cell: a number, or a sign that there is none.
pub fn is_value(words: &str) -> bool {
    let is_part = |b: u8| b.is_ascii_digit() || matches!(b, b'.' | b'-' | b'+' | b',');
    matches!(words, "/" | "-" | "—" | "无")
        || words.bytes().all(is_part) && words.ends_with(|c: char| c.is_ascii_digit())
}

/// How many of a row's parts are its labels; nothing where something else than values is
/// among the columns from `left` on. Words are a value where a label is before them.
fn labels(row: &Row, left: f32) -> Option<usize> {
    let count = row.parts.iter().take_while(|part| !is_value(&part.words) && part.x.0 < left).count();
    let may_be_words = |part: &Part| count > 0 && part.x.0 >= left;
    row.parts[count..].iter().all(|part| is_value(&part.words) || may_be_words(part)).then_some(count)
}

/// A row's labels: words that run on without a wide gap are one.
fn joined(row: &Row, count: usize) -> Vec<String> {
    let mut labels: Vec<String> = Vec::new();
    let mut end = f32::NEG_INFINITY;
    for part in &row.parts[..count] {
        match labels.last_mut() {
            Some(label) if part.x.0 - end <= LABEL_GAP * row.size => {
                label.push(' ');
                label.push_str(&part.words);
            }
            _ => labels.push(part.words.clone()),
        }
        end = part.x.1;
    }
    labels
}

/// Takes the number that stands right behind a label for a value. No label ends with one.
fn split_values(row: &mut Row) {
    for at in 0..row.parts.len() {
        let Part { x, y, words } = &mut row.parts[at];
        let label = words.trim_end_matches(|c: char| c.is_ascii_digit());
        if label.is_empty() || label.is_ascii() || label.len() == words.len() {
            continue;
        }
        // Digits are half as wide as what stands before them.
        let digits = (words.len() - label.len()) as f32;
        let end = x.1 - digits * (x.1 - x.0) / (digits + 2.0 * label.chars().count() as f32);
        let value = Part { x: (end, x.1), y: *y, words: words.split_off(label.len()) };
        x.1 = end;
        row.parts.insert(at + 1, value);
        return;
    }
}

/// Puts the head and the values below it in their cells.
fn place_below(head: &Head, lines: &mut [&mut Row]) {
    let left = head.columns[0].x.0;
    lines[head.lines.end..].iter_mut().for_each(|row| split_values(row));
    let mut ranges: Vec<(f32, f32)> = Vec::new();
    for row in &lines[head.lines.end..] {
        if let Some(count) = labels(row, left) {
            ranges.extend(row.parts[count..].iter().map(|part| part.x));
        }
    }
    order::by_key(&mut ranges, |x| key(x.0));
    let mut columns: Vec<(f32, f32)> = Vec::new();
    for x in ranges {
        match columns.last_mut() {
            Some(column) if x.0 <= column.1 => column.1 = column.1.max(x.1),
            _ => columns.push(x),
        }
    }
    let Some(heads) = heads_of(head, &columns) else { return };
    // Rows with their labels and cells.
    let mut placed: Vec<(usize, Vec<String>, Vec<String>)> = Vec::new();
    for (line, row) in lines.iter().enumerate().skip(head.lines.end) {
        let Some(count) = labels(row, left) else { continue };
        let values = &row.parts[count..];
        let mut cells = vec![String::new(); head.columns.len()];
        let mut is_certain = !values.is_empty();
        for part in values {
            let column = columns.partition_point(|column| column.1 < part.x.0);
            match heads.get(column).copied().flatten().map(|head| &mut cells[head]) {
                Some(cell) if cell.is_empty() => cell.clone_from(&part.words),
                _ => is_certain = false,
            }
        }
        // Beside rows in their cells, one that is not would pass for blank.
        if !is_certain && !values.is_empty() {
            return;
        }
        let labels = joined(row, count);
        // A row's whole label with nothing beside it, nor above or below it as beside the
        // middle of a longer one: all of its cells are blank.
        let is_whole = |label: &String| head.form.rows.contains(&fold::key(label));
        let is_alone = || {
            let near = [line.checked_sub(1), Some(line + 1)].into_iter().flatten();
            near.filter_map(|near| lines.get(near))
                .all(|near| (near.y - row.y).abs() > 2.0 * row.size || self::labels(near, left) != Some(0))
        };
        if is_certain || values.is_empty() && labels.last().is_some_and(is_whole) && is_alone() {
            placed.push((line, labels, cells));
        }
    }
    if placed.is_empty() {
        return;
    }
    for row in &mut lines[head.lines.clone()] {
        row.parts.retain(|part| !head.holds(part));
    }
    let mut below: Vec<String> = head.columns.iter().map(|label| label.words.to_string()).collect();
    // The label over some of the columns stands before theirs, beside those of the others.
    if let Some(group) = head.form.group.clone() {
        let over = |part: &Part| fold::key(&part.words) == GROUP;
        if let Some(line) = (head.lines.start.saturating_sub(BESIDE)..head.lines.end - 1)
            .find(|line| lines[*line].parts.iter().any(over))
        {
            let mut above = below.clone();
            above[group.clone()].fill(String::new());
            let part = lines[line].parts.iter().position(over).map(|at| lines[line].parts.remove(at));
            above[group.start] = part.map(|part| part.words).unwrap_or_default();
            let outer = |at: &usize| !group.contains(at);
            (0..below.len()).filter(outer).for_each(|at| below[at].clear());
            placed.push((line, joined(lines[line], lines[line].parts.len()), above));
        }
    }
    let row = &lines[head.lines.end - 1];
    placed.push((head.lines.end - 1, joined(row, row.parts.len()), below));
    // Where rows are numbered, words without a number are of a label over several rows.
    let is_own = |labels: &[String]| match labels {
        [label] => {
            let words = fold::key(label);
            head.form.group.is_none()
                || is_numbered(label) && !head.form.groups.iter().any(|group| group.starts_with(&words))
        }
        _ => true,
    };
    let width = placed.iter().map(|(_, labels, _)| labels.len()).max().unwrap_or(0);
    for (line, mut labels, mut cells) in placed {
        if line >= head.lines.end && !is_own(&labels) {
            let count = self::labels(lines[line], left).unwrap_or(0);
            lines[line].parts.truncate(count);
            labels.clear();
        } else {
            lines[line].parts.clear();
        }
        labels.resize(width, String::new());
        labels.append(&mut cells);
        lines[line].cells = labels;
    }
}

/// Which head each column of values is under; `None` where two are under one.
fn heads_of(head: &Head, columns: &[(f32, f32)]) -> Option<Vec<Option<usize>>> {
    let mut all: Vec<Option<usize>> = Vec::new();
    for x in columns {
        let mut over = head.columns.iter().enumerate().filter(|(_, head)| x.0 <= head.x.1 && head.x.0 <= x.1);
        let first = over.next().map(|(at, _)| at);
        if over.next().is_some() || first.is_some() && all.contains(&first) {
            return None;
        }
        all.push(first);
    }
    // As many columns as heads are in their order, wherever between the heads beside
    // their own values stand.
    if all.len() == head.columns.len() {
        let is_near = |at: usize| {
            let after = at.checked_sub(1).is_none_or(|before| columns[at].0 > head.columns[before].x.1);
            after && head.columns.get(at + 1).is_none_or(|next| columns[at].1 < next.x.0)
        };
        return (0..all.len()).all(is_near).then(|| (0..all.len()).map(Some).collect());
    }
    Some(all)
}
