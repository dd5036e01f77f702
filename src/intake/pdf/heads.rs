//! Tables without lines between their cells: the form's heads tell where the columns
//! are, and so which of a row's cells are blank. What is not certain stays a line.

use std::ops::Range;

use super::flow::{Part, Row};
use super::grid::key;
use super::layout::is_numbered;
use crate::form::section::SECTIONS;
use crate::form::{EDITIONS, TableKey};
use crate::order;
use crate::text::fold;

/// How many lines above or below the one with its first label the others begin at most.
const BESIDE: usize = 3;

/// By how much what stands beside each other may overlap, in points.
const NEAR: f32 = 1.0;

/// How many lines a label has at most.
const LINES: usize = 6;

/// How many lines there are between two lines of a label at most, with what stands
/// beside it.
const BETWEEN: usize = 2;

/// The most words that are looked at for one head.
const TOKENS: usize = 256;

/// From this gap on, in the size of the font, words of a row's labels are apart.
const LABEL_GAP: f32 = 1.8;

/// What stands over the kinds of organization in 表三.
const GROUP: &str = "法人或其他组织";

/// Columns of the form that stand beside each other.
struct Form {
    /// The ways to write each column's label, and their keys.
    labels: Vec<Vec<(&'static str, String)>>,
    /// How often they stand beside each other.
    times: usize,
    /// The columns under [`GROUP`].
    group: Option<Range<usize>>,
    /// The rows' labels with and without their numbers.
    rows: Vec<String>,
    /// The labels over several rows.
    groups: Vec<String>,
}

/// A head that was found.
struct Head<'f> {
    form: &'f Form,
    /// The columns' labels, from the left.
    columns: Vec<Label>,
    /// Its first line, and the first one below it.
    lines: Range<usize>,
}

/// A column's label.
#[derive(Clone, Copy)]
struct Label {
    column: usize,
    words: &'static str,
    x: (f32, f32),
    lines: (usize, usize),
}

/// Words of a head.
struct Token {
    line: usize,
    x: (f32, f32),
    words: String,
}

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

fn forms() -> Vec<Form> {
    let mut forms: Vec<Form> = Vec::new();
    for table in EDITIONS.iter().flat_map(|edition| edition.tables) {
        for block in table.blocks {
            let labels = block.columns.iter().map(|column| {
                let ways = [column.label].into_iter().chain(column.also.iter().copied());
                ways.map(|way| (way, fold::key(way))).collect::<Vec<_>>()
            });
            let rows = block.rows.iter().flat_map(|row| [fold::key(row.label), fold::key(&row.full_label())]);
            // The last group is a row of its own in older editions.
            let groups =
                table.groups.iter().take(3).map(|group| fold::key(&[group.ordinal, group.label].concat()));
            let groups = groups.collect();
            let is_applications = table.key == TableKey::Applications;
            let group = is_applications.then(|| 1..block.columns.len() - 1);
            // The rows of 表四 stand beside each other.
            let times = if table.key == TableKey::Remedies { block.rows.len() } else { 1 };
            forms.push(Form { labels: labels.collect(), times, group, rows: rows.collect(), groups });
        }
    }
    forms
}

/// The head whose first label is in the line `at`.
fn find<'f>(form: &'f Form, lines: &[&mut Row], at: usize) -> Option<Head<'f>> {
    let is_first = |words: &str| {
        let words = fold::key(words);
        let part = |label: &String| label.starts_with(&words) && words.chars().nth(1).is_some();
        form.labels[0].iter().any(|(_, label)| part(label) || words.starts_with(label.as_str()))
    };
    if !lines[at].parts.iter().any(|part| is_first(&part.words)) {
        return None;
    }
    let mut tokens = Vec::new();
    for (line, row) in lines.iter().enumerate().take(at + BESIDE + LINES).skip(at.saturating_sub(BESIDE)) {
        for part in &row.parts {
            form.tokens(line, part.x, &fold::key(&part.words), &mut tokens);
        }
    }
    if tokens.len() > TOKENS {
        return None;
    }
    // Every place where a label stands, from the left.
    let mut found: Vec<Label> = Vec::new();
    for (column, ways) in form.labels.iter().enumerate() {
        for (words, way) in ways {
            let begins = |token: &&Token| token.line <= at + BESIDE && !token.words.is_empty();
            for token in tokens.iter().filter(begins) {
                let rest = way.strip_prefix(token.words.as_str());
                if let Some((x, below)) = rest.and_then(|rest| goes_on(&tokens, token, rest)) {
                    found.push(Label { column, words, x, lines: (token.line, below) });
                }
            }
        }
    }
    // Of two ways to write one, the first; of one below the other, as heads of two blocks
    // are, the nearer.
    order::by_key(&mut found, |label| label.lines.0.abs_diff(at) as u128);
    let mut nearest: Vec<Label> = Vec::new();
    for label in found {
        let same =
            |other: &Label| other.column == label.column && label.x.0 <= other.x.1 && other.x.0 <= label.x.1;
        if !nearest.iter().any(same) {
            nearest.push(label);
        }
    }
    let mut found = nearest;
    order::by_key(&mut found, |label| key(label.x.0 + label.x.1));
    let count = form.labels.len();
    let in_order = found.iter().enumerate().all(|(at, label)| label.column == at % count);
    let apart = found.windows(2).all(|pair| pair[0].x.1 <= pair[1].x.0 + NEAR);
    (in_order && apart && found.len() == count * form.times).then(|| Head {
        form,
        lines: found
            .iter()
            .fold(at..at + 1, |all, label| all.start.min(label.lines.0)..all.end.max(label.lines.1)),
        columns: found,
    })
}

/// Where a label is that begins with `token` and of which `rest` stands below, line by
/// line; and the line below all of it.
fn goes_on(tokens: &[Token], token: &Token, rest: &str) -> Option<((f32, f32), usize)> {
    if rest.is_empty() {
        return Some((token.x, token.line + 1));
    }
    let wide = |x: (f32, f32)| x.1 - x.0;
    let below = |next: &&Token| {
        let apart = (next.x.0 + next.x.1 - token.x.0 - token.x.1).abs() / 2.0;
        let near = next.line > token.line && next.line <= token.line + 1 + BETWEEN;
        near && apart <= 0.5 * wide(next.x).max(wide(token.x)) && !next.words.is_empty()
    };
    tokens.iter().filter(below).find_map(|next| {
        let (x, below) = goes_on(tokens, next, rest.strip_prefix(next.words.as_str())?)?;
        Some(((x.0.min(token.x.0), x.1.max(token.x.1)), below))
    })
}

impl Form {
    /// Cuts `words` where labels, or the beginnings of some, follow each other without a
    /// gap.
    fn tokens(&self, line: usize, x: (f32, f32), words: &str, out: &mut Vec<Token>) {
        let whole = words.chars().count().max(1) as f32;
        let (mut rest, mut at) = (words, 0);
        let mut cut = Vec::new();
        while !rest.is_empty() {
            let same = |(_, label): &(_, String)| {
                label.chars().zip(rest.chars()).take_while(|(a, b)| a == b).count()
            };
            let length = self.labels.iter().flatten().map(same).max().unwrap_or(0);
            if length < 2 {
                out.push(Token { line, x, words: words.to_string() });
                return;
            }
            let to = |at: usize| x.0 + (x.1 - x.0) * at as f32 / whole;
            let bytes = rest.chars().take(length).map(char::len_utf8).sum();
            let (own, after) = rest.split_at(bytes);
            cut.push(Token { line, x: (to(at), to(at + length)), words: own.to_string() });
            (rest, at) = (after, at + length);
        }
        out.append(&mut cut);
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

impl Head<'_> {
    /// Whether words are part of a column's label.
    fn holds(&self, part: &Part) -> bool {
        let words = fold::key(&part.words);
        !words.is_empty()
            && self.columns.iter().any(|label| {
                let own = fold::key(label.words);
                let over = part.x.0 <= label.x.1 && label.x.0 <= part.x.1;
                // Or the beginnings of several.
                over && (own.contains(&words) || words.starts_with(&own[..6.min(own.len())]))
            })
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
