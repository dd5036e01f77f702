//! The reporting year, and years in words.

use crate::report::{Period, Title, Year, YearFrom};
use crate::text::find::{each, holds, nth_char};
use crate::text::fold::{is_space, year_digit};
use crate::text::{Number, Source, Span};

/// The year whose digits `text` ends with: its value, and where they begin and end. Spaces
/// may stand among them and behind them.
fn year_before_sign(text: &str) -> Option<(i32, usize, usize)> {
    let (mut value, mut place, mut count) = (0, 1, 0);
    let (mut start, mut end) = (0, 0);
    for (at, c) in text.char_indices().rev() {
        if is_space(c) || c == '\n' {
            continue;
        }
        let Some(digit) = digit_of_year(c) else { break };
        if count == 0 {
            end = at + c.len_utf8();
        }
        value += i32::from(digit) * place;
        place *= 10;
        count += 1;
        start = at;
        if count == 4 {
            break;
        }
    }
    (count == 4 && (1990..2100).contains(&value)).then_some((value, start, end))
}

/// A digit of a year; the letter O is typed for its zeros.
fn digit_of_year(c: char) -> Option<u8> {
    match c {
        'Ｏ' | 'O' => Some(0),
        _ => year_digit(c),
    }
}

/// The year expression in words without white space: start, end (after 年 or 年度), value.
pub fn find_year(words: &str) -> Option<(usize, usize, i32)> {
    words.match_indices('年').find_map(|(at, sign)| {
        let (value, start, _) = year_before_sign(&words[..at])?;
        let end = at + sign.len();
        // 年度报告 belongs to the report's name, not to the year.
        let takes_on = words[end..].starts_with('度') && !words[end..].starts_with("度报告");
        Some((start, if takes_on { end + '度'.len_utf8() } else { end }, value))
    })
}

/// The year that such words name.
pub fn year_in(words: &str) -> Option<i32> {
    find_year(words).map(|(_, _, value)| value)
}

/// The first year in a span, with the place of its digits. Spaces may stand among them.
pub fn year_at(source: &Source, span: Span) -> Option<(i32, Span)> {
    let text = source.slice(span);
    text.match_indices('年').find_map(|(at, _)| {
        let (value, start, end) = year_before_sign(&text[..at])?;
        let base = span.start as usize;
        Some((value, Span::new(base + start, base + end)))
    })
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
