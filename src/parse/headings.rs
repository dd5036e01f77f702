//! Every place that can be the heading of a section, known by its words and its number.

use super::matching::Letters;
use super::section_titles::{known_title, may_be_typo, typo_of};
use super::tables::begins_table;
use crate::form::section::{SECTIONS, SectionKey};
use crate::report::{Heading, HeadingNumber, NumberStyle, Wording};
use crate::text::find::{self, holds};
use crate::text::fold::{digit, is_space, key, ordinal};
use crate::text::{Source, Span};

/// The longest heading, in characters that count.
const LONGEST_HEADING: usize = 48;

/// From this many bytes on a line is prose more often than not.
const LONG_LINE: usize = 80;

/// The bytes of the longest number of a heading, `第六部分、`.
const LONGEST_NUMBER: usize = 15;

/// The bytes of the shortest title, 概述. Most lines of a table are shorter.
const SHORTEST_TITLE: usize = 6;

/// A place that can be the heading of a section.
#[derive(Debug, Clone)]
pub struct Candidate {
    /// The section it would head.
    pub key: SectionKey,
    /// The heading.
    pub heading: Heading,
    /// How well it fits.
    pub score: i32,
}

/// Every place in `extent` that can be a section's heading, in the order of the text.
pub fn candidates(source: &Source, extent: Span) -> Vec<Candidate> {
    let text = source.text();
    let mut found: Vec<Candidate> = Vec::new();
    // Of the marks that can stand behind a heading's number few do, so all are found
    // in one pass.
    let mut marks = find::each(source.slice(extent), "、")
        .map(|at| extent.start as usize + at)
        .filter(|mark| text[..*mark].chars().next_back().and_then(ordinal).is_some_and(|n| n <= 6));
    let mut next_mark = marks.next();
    let mut above = None;
    for (start, line) in source.lines(extent) {
        if line.len() < SHORTEST_TITLE {
            continue;
        }
        let end = start + line.len();
        let mut at_start = at_line_start(text, start, end);
        // A number that a list set by itself may come out on a line of its own.
        if let (Some(found), Some(number)) = (&mut at_start, above.take()) {
            number_from_above(found, number);
        }
        if line.len() <= LONGEST_NUMBER {
            let alone = source.trim(Span::new(start, end));
            let number = read_number(text, alone.start as usize, alone.end as usize);
            above = number.filter(|number| number.span.end == alone.end);
        }
        // A heading broken over two lines ends beyond the line it begins, and leaves
        // nothing of its own in the next.
        let taken = at_start.as_ref().map_or(start, |c| end.min(c.heading.span.end as usize));
        found.extend(at_start);
        while let Some(mark) = next_mark.filter(|mark| *mark < end) {
            found.extend(within_line(text, taken, mark, end));
            next_mark = marks.next();
        }
    }
    found
}

/// Gives a heading without a number the one on the line above, if it is its section's.
fn number_from_above(found: &mut Candidate, number: HeadingNumber) {
    let Heading { title, wording, .. } = found.heading;
    if found.heading.number.is_none() && number.value == found.key as u8 + 1 {
        let (at, end) = (title.start as usize, title.end as usize);
        *found = candidate(found.key, Some(number), at, at, end, wording);
    }
}

/// A heading that its line begins with.
fn at_line_start(text: &str, start: usize, end: usize) -> Option<Candidate> {
    // A cell of a table is no heading.
    if text[start..end].starts_with('\t') {
        return None;
    }
    let mut at = skip_residue(text, start, end);
    if holds(&text[start..at], "\t") || at >= end {
        return None;
    }
    // A stray letter before the number, as conversions leave it.
    let mut chars = text[at..end].chars();
    if chars.next().is_some_and(|c| c.is_ascii_alphabetic())
        && chars.next().is_some_and(|c| ordinal(c).is_some())
    {
        at += 1;
    }
    let number = read_number(text, at, end);
    let title_at = number.map_or(at, |n| skip_residue(text, n.span.end as usize, end));
    let Some((key, wording, title_end)) = known_title(text, title_at, end) else {
        return loose_title(text, number, at, title_at, end);
    };
    let rest = text[title_end..end.max(title_end)].trim_matches(|c: char| {
        c.is_whitespace() || is_space(c) || matches!(c, '：' | ':' | '。' | '.' | '|')
    });
    let numbered = number.is_some_and(|n| n.style != NumberStyle::Bracketed);
    if !rest.is_empty() && !(numbered && (continues_as_prose(rest) || wording == Wording::Official)) {
        // `主动公开情况良好` begins with a title's words and is none.
        return loose_title(text, number, at, title_at, end);
    }
    Some(candidate(key, number, at, title_at, title_end, wording))
}

/// Whether what follows a heading on its line can be its first sentence.
fn continues_as_prose(rest: &str) -> bool {
    rest.chars().next().is_some_and(|c| {
        digit(c).is_some() || matches!(c, '（' | '(' | '本' | '今' | '一' | '我' | '全' | '按')
    }) || holds(rest, "。")
}

/// A heading in other words than any known: a short line with the section's words.
fn loose_title(
    text: &str,
    number: Option<HeadingNumber>,
    at: usize,
    title_at: usize,
    end: usize,
) -> Option<Candidate> {
    let beside = |c: char| c.is_whitespace() || is_space(c) || matches!(c, '：' | ':' | '。');
    let line = text[title_at..end].trim_start_matches(beside);
    const LONGEST: usize = 4 * LONGEST_HEADING;
    if line.len() > LONGEST && line.trim_end_matches(beside).len() > LONGEST {
        return None;
    }
    // A row of a table, whose last value is no word of a heading.
    if number.is_none() && line.as_bytes().last().is_some_and(u8::is_ascii_digit) {
        return None;
    }
    // Most long lines are prose, which a comma tells sooner than one character after the other.
    if line.len() > LONG_LINE && find::find(line, "，").is_some() {
        return None;
    }
    let (mut like_heading, mut ended) = (false, false);
    for c in line.chars() {
        match c {
            '，' | '；' | ',' | ';' | '|' => return None,
            // Behind a heading they may stand, not within it.
            '。' | '\t' => ended = true,
            _ if ended && !beside(c) => return None,
            // A heading in any words holds at least one of these.
            '况' | '项' | '题' | '述' | '讼' | '体' | '动' | '申' | '复' | '报' => {
                like_heading = true
            }
            _ => {}
        }
    }
    if !like_heading {
        return None;
    }
    let title_end = end - line.len() + line.trim_end_matches(beside).len();
    let line = line.trim_end_matches(beside);
    let letters = Letters::of(line);
    let length = letters.length;
    if !(4..=LONGEST_HEADING).contains(&length) {
        return None;
    }
    // Few lines hold the words of any section. Not worth its place in the page's module.
    if cfg!(not(target_arch = "wasm32")) && !may_be_typo(letters) && !may_be_named(letters) {
        return None;
    }
    let words = key(line);
    if words.chars().any(|c| c.is_ascii_digit()) && number.is_none() {
        return None;
    }
    // The heads of 表四 stand side by side; a heading has a mark between its words.
    if number.is_none() && !holds(line, "、") && begins_table(&words) {
        return None;
    }
    let typo = typo_of(&words, letters);
    let named = || {
        SECTIONS
            .iter()
            .filter(|section| section.words.iter().all(|any| find::holds_any(&words, any)))
            .map(|section| (section.key, Wording::Other))
            .next_back()
    };
    // A sentence that ends as one is a heading only with a number.
    let is_sentence = text[title_at..end].trim_end().ends_with('。');
    let (key, wording) =
        typo.or_else(|| if number.is_some() || length <= 24 && !is_sentence { named() } else { None })?;
    Some(candidate(key, number, at, title_at, title_end, wording))
}

/// Whether a line with these letters may hold the words of a section.
fn may_be_named(letters: Letters) -> bool {
    SECTIONS
        .iter()
        .any(|section| section.words.iter().all(|any| any.iter().any(|word| letters.may_hold(word))))
}

/// A numbered heading with an official or accepted title in the middle of a line, as a
/// text without line ends has it: the one whose number ends with the `mark` between
/// `start` and `end`.
fn within_line(text: &str, start: usize, mark: usize, end: usize) -> Option<Candidate> {
    let before = text.get(start..mark)?.chars().next_back()?;
    let number_at = mark - before.len_utf8();
    if text[start..number_at].chars().next_back().is_some_and(|c| ordinal(c).is_some()) {
        return None;
    }
    let number = read_number(text, number_at, end)?;
    let title_at = skip_residue(text, number.span.end as usize, end);
    let (key, wording, title_end) = known_title(text, title_at, end)?;
    if key as u8 + 1 != number.value {
        return None;
    }
    let mut candidate = candidate(key, Some(number), number_at, title_at, title_end, wording);
    candidate.score -= 3;
    Some(candidate)
}

fn candidate(
    key: SectionKey,
    number: Option<HeadingNumber>,
    at: usize,
    title_at: usize,
    title_end: usize,
    wording: Wording,
) -> Candidate {
    let words = match wording {
        Wording::Official => 10,
        Wording::Accepted => 8,
        Wording::Typo(_) => 6,
        Wording::Other => 4,
    };
    let numbered = match number {
        None => 0,
        Some(HeadingNumber { style, value, .. }) => {
            let right = value == key as u8 + 1;
            match style {
                NumberStyle::Chinese if right => 8,
                NumberStyle::Chinese => 4,
                NumberStyle::Arabic if right => 5,
                NumberStyle::Arabic => 1,
                NumberStyle::Bracketed if right => -5,
                // `（一）主动公开情况` is a part of section one.
                NumberStyle::Bracketed => -20,
            }
        }
    };
    let title = Span::new(title_at, title_end);
    let span = Span::new(number.map_or(title_at, |n| n.span.start as usize).min(at.max(title_at)), title_end);
    Candidate { key, heading: Heading { span, title, number, wording }, score: words + numbered }
}

/// Passes over spaces, `[bookmark: …]` and the marks of lists and headings.
pub fn skip_residue(text: &str, mut at: usize, end: usize) -> usize {
    while at < end {
        let rest = &text[at..end];
        let Some(c) = rest.chars().next() else { break };
        // Most lines begin with a Chinese character.
        if matches!(c, '一'..='\u{9fff}') {
            break;
        }
        if is_space(c) || matches!(c, '#' | '*' | '>' | '\u{feff}') {
            at += c.len_utf8();
        } else if c == '[' && rest.starts_with("[bookmark") {
            match rest.find(']') {
                Some(close) => at += close + 1,
                None => break,
            }
        } else {
            break;
        }
    }
    at
}

/// A number before a heading: `一、`, `5、`, `（五）`, `第五部分`.
pub(crate) fn read_number(text: &str, at: usize, end: usize) -> Option<HeadingNumber> {
    let rest = &text[at..end];
    let begins = |c: char| matches!(c, '（' | '(' | '第') || digit(c).is_some() || ordinal(c).is_some();
    if !rest.starts_with(begins) {
        return None;
    }
    let mut chars = rest.char_indices().peekable();
    let bracketed = chars.next_if(|(_, c)| matches!(c, '（' | '(')).is_some();
    let part = !bracketed && chars.next_if(|(_, c)| *c == '第').is_some();
    let mut value = 0_u32;
    let mut digits = 0;
    let mut arabic = false;
    while let Some((_, c)) = chars.next_if(|(_, c)| digit(*c).is_some() || ordinal(*c).is_some()) {
        match digit(c) {
            Some(d) => {
                arabic = true;
                value = value * 10 + u32::from(d);
            }
            None => {
                let n = u32::from(ordinal(c).unwrap_or(0));
                value = if n == 10 { value.max(1) * 10 } else { value + n };
            }
        }
        digits += 1;
        if digits > 2 {
            return None;
        }
    }
    if digits == 0 {
        return None;
    }
    let mut stop = chars.peek().map_or(rest.len(), |(i, _)| *i);
    let mark = chars.next().map(|(_, c)| c);
    if bracketed {
        if !matches!(mark, Some('）' | ')')) {
            return None;
        }
        stop += mark.map_or(0, char::len_utf8);
    } else if part {
        if !rest[stop..].starts_with("部分") {
            return None;
        }
        stop += "部分".len();
        stop +=
            rest[stop..].chars().next().filter(|c| matches!(c, '、' | '：' | ':')).map_or(0, char::len_utf8);
    } else {
        match mark {
            Some('、' | '.' | '．' | ',' | '，' | ':' | '：' | '﹑' | '､') => {
                stop += mark.map_or(0, char::len_utf8)
            }
            Some(c) if is_space(c) && !arabic => {}
            // `六其他需要报告的事项`: the mark was lost; a title's own words follow.
            Some(_) if !arabic && known_title(text, at + stop, end).is_some() => {}
            _ => return None,
        }
    }
    let style = match (bracketed, arabic) {
        (true, _) => NumberStyle::Bracketed,
        (false, true) => NumberStyle::Arabic,
        (false, false) => NumberStyle::Chinese,
    };
    Some(HeadingNumber { span: Span::new(at, at + stop), value: u8::try_from(value).ok()?, style })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_broken_after_its_number_does_no_harm() {
        let text =
            "四\n政府信息公开行政复议\n、行政诉讼情况\n五\n存在的主要问题及改进情况\n六 其他需要报告的事项\n";
        let source = Source::new(text);
        let found = candidates(&source, Span::new(0, text.len()));
        assert!(found.iter().all(|c| (c.heading.span.end as usize) <= text.len()));
        assert!(found.iter().any(|c| c.key == SectionKey::Problems));
    }
}
