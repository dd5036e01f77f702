//! The numbered lines of a section's prose: its sub-headings and lists.

use crate::form::section::SectionKey;
use crate::gather::Gather;
use crate::parse::read_number;
use crate::report::{NumberStyle, Report};
use crate::rule::Context;
use crate::text::find::{holds, nth_char};
use crate::text::fold::{digit, is_space, ordinal};
use crate::text::{Source, Span};

/// A line that begins with a number.
#[derive(Debug, Clone, Copy)]
pub struct Item {
    /// What the number counts.
    pub value: u8,
    /// How the number is written.
    pub style: Style,
    /// The number with its marks.
    pub number: Span,
    /// Number and words, up to the first mark behind them.
    pub heading: Span,
}

/// How an item's number is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// 一、 as the six sections have it.
    Section,
    /// （一）
    Sub,
    /// 1、 or 1.
    Arabic,
    /// （1）
    ArabicBracketed,
}

/// The prose of a section before its first table.
pub fn before_tables(report: &Report, key: SectionKey) -> Span {
    let body = report.section(key).body;
    let tables = report.tables.iter().filter_map(|table| table.span).map(|span| span.start);
    let end = tables.filter(|start| body.start <= *start).min().unwrap_or(body.end).min(body.end);
    Span { start: body.start, end }
}

/// The numbered lines of `within`.
pub fn items(context: &Context, within: Span) -> Vec<Item> {
    let text = context.source.text();
    let line = |(start, line): (usize, &str)| {
        let words = line.trim_start_matches(|c| is_space(c) || matches!(c, '*' | '#'));
        let at = start + line.len() - words.len();
        // A cell of a table is no heading, and most lines begin with no number.
        let first = words.chars().next()?;
        let can_begin = digit(first).is_some() || ordinal(first).is_some() || matches!(first, '（' | '(');
        if !can_begin || holds(&line[..line.len() - words.len()], "\t") {
            return None;
        }
        let end = start + line.trim_end().len();
        let number = read_number(text, at, end).filter(|number| number.value > 0)?;
        let behind = &text[number.span.end as usize..end];
        let next = behind.trim_start().chars().next()?;
        // 1.5万, 一、二季度, 第二十条第 and （一）项 over two lines.
        if digit(next).is_some() || ordinal(next).is_some() || behind.starts_with(any_of!['项', '款']) {
            return None;
        }
        let arabic = context.source.slice(number.span).chars().any(|c| digit(c).is_some());
        let style = match number.style {
            NumberStyle::Chinese => Style::Section,
            NumberStyle::Arabic => Style::Arabic,
            NumberStyle::Bracketed if arabic => Style::ArabicBracketed,
            NumberStyle::Bracketed => Style::Sub,
        };
        let heading = Span::new(at, first_words(text, number.span.end as usize, end));
        Some(Item { value: number.value, style, number: number.span, heading })
    };
    context.source.lines(within).filter_map(line).gather()
}

/// The end of the words at `at`: the first mark, or the end of the line.
fn first_words(text: &str, at: usize, end: usize) -> usize {
    let words = &text[at..end];
    let stop = words.find(any_of!['。', '；', '：', '，', '！', ':', ';', '\t']).unwrap_or(words.len());
    let stop = nth_char(words, 40).map_or(stop, |(long, _)| stop.min(long));
    at + words[..stop].trim_end().len()
}

/// A sub-heading without a number among the lines of `within`, where there is just
/// one: a short line without a mark at its end.
pub fn only_bare_heading(source: &Source, within: Span) -> Option<Span> {
    const LONGEST: usize = 20;
    let mut found = None;
    for (start, line) in source.lines(within) {
        let span = source.trim(Span::new(start, start + line.len()));
        let words = source.slice(span);
        let is_short = !words.is_empty() && nth_char(words, LONGEST).is_none();
        let is_plain = words.chars().all(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
        if is_short && is_plain && nth_char(words, 3).is_some() && found.replace(span).is_some() {
            return None;
        }
    }
    found
}

/// `value` in the numerals of sub-headings; nothing over ten.
pub fn numeral(value: u8) -> Option<char> {
    nth_char("一二三四五六七八九十", usize::from(value).checked_sub(1)?).map(|(_, numeral)| numeral)
}
