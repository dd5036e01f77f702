//! Marks in the text of a table: blanks, units, notes, and where a word ends.

use crate::text::fold::{digit, is_space};
use crate::text::{WordList, words};

pub(super) fn is_closing(c: char) -> bool {
    matches!(c, '）' | ')')
}

pub(super) fn line_ends(text: &str) -> u32 {
    text.bytes().filter(|b| *b == b'\n').count() as u32
}

/// Whether a cell is only a mark for nothing.
pub fn is_blank_mark(words: &str) -> bool {
    words == "无" || words.chars().all(is_mark) && words.chars().count() <= 4
}

fn is_mark(c: char) -> bool {
    matches!(c, '/' | '／' | '-' | '－' | '—' | '–' | '―' | '\\' | ' ' | '\u{a0}')
}

/// A mark for nothing that stands alone among spaces: where it ends.
pub(super) fn blank_mark(text: &str, at: usize, end: usize) -> Option<usize> {
    let rest = &text[at..end];
    if !rest.starts_with(|c| is_mark(c) || c == '无') {
        return None;
    }
    // No mark has more than four characters; a word without end is not searched for its.
    let mut start = rest.char_indices().take(5);
    let space = start.find(|(_, c)| c.is_whitespace() || is_space(*c)).map(|(at, _)| at);
    let length = space.or_else(|| (rest.chars().take(5).count() < 5).then_some(rest.len()))?;
    is_blank_mark(&rest[..length]).then_some(at + length)
}

/// The number of a page of so many, `3/6`, which stands alone among spaces: where it ends.
pub(super) fn page_end(text: &str, at: usize, end: usize) -> Option<usize> {
    // Digits before a space or a line end, which most are, number no page.
    let rest = &text.as_bytes()[at..end];
    let length = rest.iter().take(3).take_while(|byte| byte.is_ascii_digit()).count();
    if length > 0 && rest.get(length).is_none_or(u8::is_ascii_whitespace) {
        return None;
    }
    let digits = |from: usize| -> usize {
        let digits = text[from..end].chars().take(3).take_while(|c| digit(*c).is_some());
        from + digits.map(char::len_utf8).sum::<usize>()
    };
    let page = digits(at);
    let mark = text[page..end].chars().next().filter(|c| matches!(c, '/' | '／'))?;
    let pages = page + mark.len_utf8();
    let stop = digits(pages);
    let is_edge = |c: Option<char>| c.is_none_or(|c| c.is_whitespace() || is_space(c));
    let alone = is_edge(text[..at].chars().next_back()) && is_edge(text[stop..end].chars().next());
    (alone && at < page && pages < stop).then_some(stop)
}

/// Whether a cell begins like a number and is none of a label's words.
pub fn looks_like_number(words: &str) -> bool {
    words.chars().all(|c| {
        digit(c).is_some()
            || is_space(c)
            || matches!(c, '.' | '．' | ',' | '，' | '-' | '－' | '+' | '＋' | '\n' | '%')
    })
}

/// Where an unknown word ends: at a space, or where digits begin that end it.
pub(super) fn unknown_end(text: &str, at: usize, end: usize) -> usize {
    let mut digits_from = None;
    for (i, c) in text[at..end].char_indices() {
        if c.is_whitespace() || is_space(c) {
            return digits_from.unwrap_or(at + i);
        }
        if digit(c).is_some() || matches!(c, '.' | ',') && digits_from.is_some() {
            digits_from.get_or_insert(at + i);
        } else if matches!(c, '（' | '(') && digits_from.is_some() {
            return digits_from.unwrap_or(end);
        } else if i > 0 {
            digits_from = None;
        }
    }
    digits_from.unwrap_or(end)
}

/// Where a bracket that adjoins `at` ends, or `at`: a unit or note on a head.
pub(super) fn bracket_end(text: &str, at: usize, end: usize) -> usize {
    let rest = &text[at..end];
    if !rest.starts_with(any_of!['（', '(']) {
        return at;
    }
    let close = rest.char_indices().take(40).find(|(_, c)| matches!(c, '）' | ')'));
    close.map_or(at, |(i, c)| at + i + c.len_utf8())
}

/// Where a pair of brackets with a whole sentence in it begins, which ends `text` but is
/// not all of it.
pub(super) fn long_note(text: &str) -> Option<usize> {
    const SHORTEST: usize = 60;
    if text.len() < SHORTEST {
        return None;
    }
    let mut depth = 0;
    for (i, c) in text.char_indices().rev() {
        match c {
            '（' | '(' => depth -= 1,
            '）' | ')' => depth += 1,
            _ => {}
        }
        if depth <= 0 {
            return (depth == 0 && i > 0 && text.len() - i > SHORTEST).then_some(i);
        }
    }
    None
}

/// Whether `text` is one pair of brackets and what stands in it.
pub(super) fn is_one_bracket(text: &str) -> bool {
    let text = text.trim();
    let mut depth = 0;
    for (i, c) in text.char_indices() {
        match c {
            '（' | '(' => depth += 1,
            '）' | ')' => depth -= 1,
            _ => {}
        }
        if depth <= 0 {
            return depth == 0 && i > 0 && i + c.len_utf8() == text.len();
        }
    }
    false
}

/// Where a unit and a note after digits end, or `at` where none stands there.
pub(super) fn unit_end(text: &str, at: usize, end: usize) -> usize {
    const UNITS: WordList =
        words!["亿元", "万元", "批次", "元", "件", "条", "项", "个", "次", "宗", "份", "起"];
    let rest = &text[at..end];
    // What follows nearly every number: a space, a line end, nothing.
    if rest.as_bytes().first().is_none_or(|byte| byte.is_ascii() && *byte != b'(') {
        return at;
    }
    let mut stop = UNITS.iter().find(|unit| rest.starts_with(*unit)).map_or(at, |unit| at + unit.len());
    let note = &text[stop..end];
    let opened = note.strip_prefix(any_of!['（', '(']);
    if opened.is_some_and(|inner| words!["其中", "含", "注", "包括", "修订"].begin(inner)) {
        stop = bracket_end(text, stop, end);
    }
    stop
}
