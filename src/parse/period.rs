//! The stated statistical period.

use crate::report::{Day, Period};
use crate::text::find::{each, nth_char};
use crate::text::fold::{digit, is_space};
use crate::text::{Source, Span};

/// Words that announce the statistical period, by their first character.
const PERIOD_WORDS: [(&str, &[&str]); 2] = [
    ("统", &["统计期限", "统计时限", "统计时间", "统计周期", "统计期"]),
    ("数", &["数据期限", "数据的期限", "数据统计"]),
];

/// The stated statistical period, looked for in `area`.
pub fn period(source: &Source, area: Span) -> Option<Period> {
    let text = source.slice(area);
    let mut best: Option<usize> = None;
    for (first, words) in PERIOD_WORDS {
        // Only an earlier place than the one already found is of interest.
        let until = best.unwrap_or(text.len());
        let mut places = each(&text[..until], first);
        best = places.find(|at| words.iter().any(|words| matches_loosely(&text[*at..], words))).or(best);
    }
    let from = best?;
    // The sentence goes on to its full stop, over line ends of a page.
    let sentence_end = text[from..].find('。').map_or(text.len(), |end| from + end);
    let limit = nth_char(&text[from..], 120).map_or(text.len(), |(i, _)| from + i);
    let sentence = &text[from..sentence_end.min(limit)];
    let mut days = days(sentence);
    let (last, last_span) = match days.len() {
        0 => return None,
        1 => days.remove(0),
        _ => days[1],
    };
    let first = (days.len() > 1).then(|| days[0]);
    let base = area.start as usize + from;
    let start = first.map_or(last_span.0, |(_, span)| span.0);
    let year = last.year.or(first.and_then(|(day, _)| day.year))?;
    let full = |day: LooseDay| Day { year: day.year.unwrap_or(year), month: day.month, day: day.day };
    Some(Period {
        first: first.map(|(day, _)| full(day)),
        last: full(last),
        span: Span::new(base + start, base + last_span.1),
    })
}

fn matches_loosely(text: &str, words: &str) -> bool {
    let mut chars = text.chars().filter(|c| !c.is_whitespace() && !is_space(*c));
    words.chars().all(|expected| chars.next() == Some(expected))
}

#[derive(Clone, Copy)]
struct LooseDay {
    year: Option<i32>,
    month: u8,
    day: u8,
}

/// Days written `2024年1月1日` or `12月31日`, spaces allowed anywhere.
fn days(sentence: &str) -> Vec<(LooseDay, (usize, usize))> {
    let mut found = Vec::new();
    let mut numbers: Vec<(i32, char, usize)> = Vec::new();
    let mut current: Option<(i32, usize)> = None;
    for (at, c) in sentence.char_indices() {
        if let Some(d) = digit(c) {
            let (value, start) = current.unwrap_or((0, at));
            current = Some((value.saturating_mul(10).saturating_add(i32::from(d)), start));
        } else if c.is_whitespace() || is_space(c) {
            continue;
        } else {
            match (c, current.take()) {
                ('年' | '月', Some((value, start))) => numbers.push((value, c, start)),
                ('日', Some((day, _))) => {
                    let month = numbers.iter().rev().find(|(_, unit, _)| *unit == '月').copied();
                    if let Some((month, _, month_start)) = month {
                        let year = numbers.iter().find(|(_, unit, _)| *unit == '年').copied();
                        let start = year.map_or(month_start, |(_, _, start)| start);
                        if (1..=12).contains(&month) && (1..=31).contains(&day) {
                            found.push((
                                LooseDay { year: year.map(|y| y.0), month: month as u8, day: day as u8 },
                                (start, at + c.len_utf8()),
                            ));
                        }
                    }
                    numbers.clear();
                }
                ('度', _) => {}
                _ => numbers.clear(),
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_period_is_read_over_spaces_and_line_ends() {
        let text =
            "报告所列统计期限自 2024 年 1 月 1 日至 2024 年 12 月\n31 日。如有疑问，请在3月1日前联系。";
        let source = Source::new(text);
        let period = period(&source, Span::new(0, text.len())).expect("a period");
        assert_eq!(period.first, Some(Day { year: 2024, month: 1, day: 1 }));
        assert_eq!(period.last, Day { year: 2024, month: 12, day: 31 });
    }
}
