//! The reporting year, and years in words.

use crate::report::{Period, Title, Year, YearFrom};
use crate::text::find::{each, holds, nth_char};
use crate::text::fold::{digit, is_space};
use crate::text::{Number, Source, Span};

/// The year expression in words without white space: start, end (after 年 or 年度), value.
pub fn find_year(words: &str) -> Option<(usize, usize, i32)> {
    for (at, _) in words.match_indices('年') {
        let (mut value, mut start, mut count) = (0, 0, 0);
        for (place, unit) in words[..at].char_indices().rev().zip([1, 10, 100, 1000]) {
            let Some(digit) = year_digit(place.1) else { break };
            value += i32::from(digit) * unit;
            start = place.0;
            count += 1;
        }
        if count == 4 && (1990..2100).contains(&value) {
            let after = at + '年'.len_utf8();
            let end = if words[after..].starts_with("度") { after + '度'.len_utf8() } else { after };
            // 年度报告 belongs to the report's name, not to the year.
            let end = if words[after..].starts_with("度报告") { after } else { end };
            return Some((start, end, value));
        }
    }
    None
}

fn year_digit(c: char) -> Option<u8> {
    match c {
        '〇' | '零' | '○' | 'Ｏ' | 'O' => Some(0),
        _ => digit(c).or_else(|| crate::text::fold::ordinal(c).filter(|n| *n < 10)),
    }
}

/// The year that such words name.
pub fn year_in(words: &str) -> Option<i32> {
    find_year(words).map(|(_, _, value)| value)
}

/// The first year in a span, with the place of its digits. Spaces may stand among them.
pub fn year_at(source: &Source, span: Span) -> Option<(i32, Span)> {
    let text = source.slice(span);
    for (at, _) in text.match_indices('年') {
        let mut value = 0;
        let mut count = 0;
        let mut place = 1;
        let (mut start, mut end) = (0, 0);
        for (i, c) in text[..at].char_indices().rev() {
            if is_space(c) || c == '\n' {
                continue;
            }
            let Some(d) = year_digit(c) else { break };
            if count == 0 {
                end = i + c.len_utf8();
            }
            value += i32::from(d) * place;
            place *= 10;
            count += 1;
            start = i;
            if count == 4 {
                break;
            }
        }
        if count == 4 && (1990..2100).contains(&value) {
            let base = span.start as usize;
            return Some((value, Span::new(base + start, base + end)));
        }
    }
    None
}

/// The reporting year: the title's, else the period's, else the first in the prose.
/// Where there is no title and the preamble calls the report by another year than the
/// period, the one of the two that the beginning names more often; only prose says it.
/// `first_section` is where the preamble ends.
pub fn year(
    source: &Source,
    extent: Span,
    first_section: u32,
    title: Option<&Title>,
    period: Option<&Period>,
) -> Option<Year> {
    if let Some((value, span)) = title.and_then(|t| t.year) {
        return Some(Year { value, span, from: YearFrom::Title });
    }
    // Only the beginning can tell: later years are plans and references.
    let text = source.slice(extent);
    let end = nth_char(text, 3000).map_or(text.len(), |(i, _)| i);
    if let Some(period) = period {
        let stated = Year { value: period.last.year, span: period.span, from: YearFrom::Period };
        let preamble = Span { start: extent.start, end: first_section.clamp(extent.start, extent.end) };
        let Some(named) = named_in(source, preamble).filter(|named| named.0 != stated.value) else {
            return Some(stated);
        };
        let often = |year: i32| {
            let digits = Number::from(year).written();
            text[..end].match_indices('年').filter(|(at, _)| text[..*at].ends_with(&digits)).count()
        };
        let (value, span) =
            if often(named.0) > often(stated.value) { named } else { (stated.value, stated.span) };
        return Some(Year { value, span, from: YearFrom::Prose });
    }
    let area = Span::new(extent.start as usize, extent.start as usize + end);
    let (value, span) = year_at(source, area)?;
    let marked = (2008..2100).contains(&value);
    marked.then_some(Year { value, span, from: YearFrom::Prose })
}

/// The year by which a preamble calls the report, with the place of its digits: 现公布……
/// 2021年政府信息公开工作年度报告.
fn named_in(source: &Source, preamble: Span) -> Option<(i32, Span)> {
    const LONGEST: usize = 150;
    let text = source.slice(preamble);
    each(text, "年度报告").find_map(|at| {
        // 年度报告格式 and 年度报告有关事项的通知 are names of notices.
        let rest = &text[at + "年度报告".len()..];
        if ["格式", "有关", "编制", "的通知"].iter().any(|word| rest.starts_with(word)) {
            return None;
        }
        let mut from = at.saturating_sub(LONGEST);
        while !text.is_char_boundary(from) {
            from += 1;
        }
        from += text[from..at].rfind(any_of!['，', '。', '；', '\n']).unwrap_or(0);
        let named = &text[from..at];
        let sign = named.rfind(any_of!['年']).filter(|_| holds(named, "信息公开"))?;
        let digits = named[..sign].char_indices().rev().nth(3)?.0;
        let base = preamble.start as usize + from;
        year_at(source, Span::new(base + digits, base + sign + '年'.len_utf8()))
    })
}

#[cfg(test)]
mod tests {
    use super::super::period;
    use super::*;

    #[test]
    fn the_year_is_the_one_named_more_often_where_preamble_and_period_differ() {
        let text = "现公布青禾街道二〇二三年政府信息公开工作年度报告，2022年政府信息公开工作年度报告。数据统计期限为2021年1月1日至2021年12月31日。\n2022年，公开信息。2022年，收到申请3件。";
        let source = Source::new(text);
        let whole = Span::new(0, text.len());
        let period = period::period(&source, whole).expect("a period");
        let year = super::year(&source, whole, text.find('\n').expect("a line") as u32, None, Some(&period));
        assert_eq!(year.map(|year| (year.value, year.from)), Some((2021, YearFrom::Prose)));
        let text = "现公布青禾街道2022年政府信息公开工作年度报告。数据统计期限为2021年1月1日至12月31日。\n2022年，公开信息。";
        let source = Source::new(text);
        let whole = Span::new(0, text.len());
        let period = period::period(&source, whole).expect("a period");
        let year = super::year(&source, whole, text.find('\n').expect("a line") as u32, None, Some(&period));
        assert_eq!(year.map(|year| (year.value, year.from)), Some((2022, YearFrom::Prose)));
    }
}
