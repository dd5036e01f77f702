//! Finding the heads of the form: the labels of all columns of a block beside each other.

use std::ops::Range;

use super::super::flow::{Part, Row};
use super::super::grid::key;
use crate::form::{EDITIONS, TableKey};
use crate::order;
use crate::text::fold;

/// How many lines above or below the one with its first label the others begin at most.
pub(super) const BESIDE: usize = 3;

/// How many lines a label has at most.
const LINES: usize = 6;

/// How many lines there are between two lines of a label at most, with what stands
/// beside it.
const BETWEEN: usize = 2;

/// The most words that are looked at for one head.
const TOKENS: usize = 256;

/// What stands over the kinds of organization in 表三.
pub(super) const GROUP: &str = "法人或其他组织";

/// By how much what stands beside each other may overlap, in points.
const NEAR: f32 = 1.0;

/// Columns of the form that stand beside each other.
pub(super) struct Form {
    /// The ways to write each column's label, and their keys.
    labels: Vec<Vec<(&'static str, String)>>,
    /// How often they stand beside each other.
    times: usize,
    /// The columns under [`GROUP`].
    pub(super) group: Option<Range<usize>>,
    /// The rows' labels with and without their numbers.
    pub(super) rows: Vec<String>,
    /// The labels over several rows.
    pub(super) groups: Vec<String>,
}

/// A head that was found.
pub(super) struct Head<'f> {
    pub(super) form: &'f Form,
    /// The columns' labels, from the left.
    pub(super) columns: Vec<Label>,
    /// Its first line, and the first one below it.
    pub(super) lines: Range<usize>,
}

/// A column's label.
#[derive(Clone, Copy)]
pub(super) struct Label {
    column: usize,
    pub(super) words: &'static str,
    pub(super) x: (f32, f32),
    lines: (usize, usize),
}

/// Words of a head.
struct Token {
    line: usize,
    x: (f32, f32),
    words: String,
}

/// The columns of every block of every edition.
pub(super) fn forms() -> Vec<Form> {
    let mut forms: Vec<Form> = Vec::new();
    for table in EDITIONS.iter().flat_map(|edition| edition.tables) {
        for block in table.blocks {
            let labels = block.columns.iter().map(|column| {
                let ways = [column.label].into_iter().chain(column.also.iter().copied());
                ways.map(|way| (way, fold::key(way))).collect::<Vec<_>>()
            });
            let rows = block.rows.iter().flat_map(|row| [fold::key(row.label), fold::key(&row.full_label())]);
            // What is over several rows in one edition may be a row in another.
            let is_row = |label: &str| {
                EDITIONS.iter().flat_map(|edition| edition.tables).any(|table| {
                    table.blocks.iter().flat_map(|block| block.rows).any(|row| row.full_label() == label)
                })
            };
            let groups = table.groups.iter().map(|group| [group.ordinal, group.label].concat());
            let groups = groups.filter(|label| !is_row(label)).map(|label| fold::key(&label)).collect();
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
pub(super) fn find<'f>(form: &'f Form, lines: &[&mut Row], at: usize) -> Option<Head<'f>> {
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

impl Head<'_> {
    /// Whether words are part of a column's label.
    pub(super) fn holds(&self, part: &Part) -> bool {
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
