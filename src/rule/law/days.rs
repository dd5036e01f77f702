//! The days on which a report was published and signed, where the text says so for
//! certain.

use crate::finding::Finding;
use crate::form::section::SectionKey;
use crate::gather::Gather;
use crate::report::Day;
use crate::rule::search::without_space;
use crate::rule::{Context, Record};
use crate::text::find::{find, holds};
use crate::text::fold::{digit, is_space, ordinal, year_digit};
use crate::text::{Source, Span, WordList, words};

/// A day that the text states, and where.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stated {
    /// The day.
    pub day: Day,
    /// Its words.
    pub span: Span,
}

/// The words before the day of publication.
const LABELS: WordList =
    words!["发布日期", "发布时间", "公布日期", "公布时间", "公开日期", "公开时间", "发文日期"];

/// The days that the text states for itself: first of publication, then of signature.
pub fn stated(context: &Context) -> Vec<Stated> {
    let report = context.report;
    let headings = report.sections.iter().filter_map(|section| section.heading.as_ref());
    let first = headings.map(|heading| heading.span.start).min().unwrap_or(report.extent.end);
    let before = Span { start: 0, end: first };
    let behind = report.section(SectionKey::Other).body;
    let found = published(context.source, before).or_else(|| published(context.source, behind));
    found.into_iter().chain(signed(context, behind)).gather()
}

/// Holds the days that the text states against a deadline.
pub fn late(context: &Context, record: &mut Record, finding: Finding, deadline: Day) {
    let days = stated(context);
    if days.is_empty() {
        return;
    }
    match days.iter().find(|stated| stated.day > deadline && stated.day.year == deadline.year) {
        Some(stated) => record.find(finding.at(stated.span).with("d", stated.span)),
        None => record.pass(),
    }
}

/// The day behind 发布日期 and the like.
fn published(source: &Source, within: Span) -> Option<Stated> {
    let text = source.slice(within);
    let labels = LABELS.iter().filter(|label| source.may_hold(label));
    let places = labels.filter_map(|label| Some(find(text, label)? + label.len()));
    let at = places.min()?;
    let between = |c: char| is_space(c) || matches!(c, '：' | ':' | '】' | ']' | '\t');
    let rest = text[at..].trim_start_matches(between);
    let start = within.start as usize + text.len() - rest.len();
    let (day, length) = day_at(rest)?;
    Some(Stated { day, span: Span::new(start, start + length) })
}

/// The day that stands alone, or behind the body's name, on one line of the last
/// section. Of several such lines none is certain: a page lists other reports.
fn signed(context: &Context, within: Span) -> Option<Stated> {
    let organization = context.report.organization();
    let mut found = None;
    for (start, line) in context.source.lines(within) {
        // No line of prose is so short, and none with a year and no day is one.
        if line.len() > 160 || !holds(line, "年") {
            continue;
        }
        let span = context.source.trim(Span::new(start, start + line.len()));
        let words = context.source.slice(span);
        let Some(at) = words.find(|c| year_digit(c).is_some()) else { continue };
        let Some((day, length)) = day_at(&words[at..]) else { continue };
        let signer = without_space(&words[..at]);
        let is_signer =
            signer.is_empty() || organization.is_some_and(|o| holds(o, &signer) || holds(&signer, o));
        if at + length < words.len() || !is_signer {
            continue;
        }
        let start = span.start as usize + at;
        if found.replace(Stated { day, span: Span::new(start, start + length) }).is_some() {
            return None;
        }
    }
    found
}

/// The day that `text` begins with, in whichever way it is written, and its length.
fn day_at(text: &str) -> Option<(Day, usize)> {
    let mut reader = Reader { rest: text };
    let mut year = 0;
    for _ in 0..4 {
        year = year * 10 + i32::from(year_digit(reader.next()?)?);
    }
    let mark = reader.next()?;
    let month = reader.number()?;
    let after_month = reader.next()?;
    let day = reader.number()?;
    let in_words = mark == '年' && after_month == '月';
    let in_marks = matches!(mark, '-' | '/' | '.' | '－' | '．') && after_month == mark;
    if !in_words && !in_marks {
        return None;
    }
    if in_words && reader.next()? != '日' {
        return None;
    }
    let is_day = (1990..2100).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    is_day.then(|| (Day { year, month, day }, text.len() - reader.rest.len()))
}

/// Reads the characters of a day, over the spaces among them.
struct Reader<'a> {
    rest: &'a str,
}

impl Reader<'_> {
    fn next(&mut self) -> Option<char> {
        let mut chars = self.rest.trim_start_matches(is_space).chars();
        let c = chars.next()?;
        self.rest = chars.as_str();
        Some(c)
    }

    /// A number up to 99: 1, 09, 十二, 二十一, 三十.
    fn number(&mut self) -> Option<u8> {
        let mut value: Option<u8> = None;
        let mut digits = 0;
        loop {
            let before = self.rest;
            let Some(c) = self.next() else { break };
            let next = match (value, digit(c), ordinal(c)) {
                // The time of day may follow: 2024-01-20 16:20.
                (value, Some(d), _) if digits < 2 => {
                    value.unwrap_or(0).checked_mul(10).and_then(|v| v.checked_add(d))
                }
                (Some(tens @ 1..=9), None, Some(10)) => Some(tens * 10),
                (None, None, Some(n)) => Some(n),
                (Some(tens), None, Some(n)) if tens % 10 == 0 && n < 10 => tens.checked_add(n),
                _ => None,
            };
            match next {
                Some(next) => {
                    value = Some(next);
                    digits += 1;
                }
                None => {
                    self.rest = before;
                    break;
                }
            }
        }
        value
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_however_it_is_written() {
        let day = |year, month, day| Some(Day { year, month, day });
        for (text, wanted) in [
            ("2024年1月20日", day(2024, 1, 20)),
            ("2024 年 01 月 05 日", day(2024, 1, 5)),
            ("二〇二四年一月二十日", day(2024, 1, 20)),
            ("二○二四年十二月三十一日", day(2024, 12, 31)),
            ("2024-02-10 09:12", day(2024, 2, 10)),
            ("2024-02-05 10:20", day(2024, 2, 5)),
            ("2024/3/1", day(2024, 3, 1)),
            ("２０２４．０３．０１", day(2024, 3, 1)),
            ("2024年1月", None),
            ("2024年13月1日", None),
            ("2024-0210", None),
            ("20240210", None),
            ("2024年第1号", None),
        ] {
            assert_eq!(day_at(text).map(|(day, _)| day), wanted, "{text}");
        }
        assert_eq!(day_at("2024-02-10 09:12").map(|(_, length)| length), Some(10));
    }
}
