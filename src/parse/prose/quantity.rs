//! The numbers of the prose.

use super::flat::Flat;
use super::mask::{Found, Mask, mask};
use super::units::{UnitKind, makes_number, scale, unit};
use super::{Nearness, Part, Quantity, Writing};
use crate::text::Number;
use crate::text::find::begins;
use crate::text::fold::ordinal;
use crate::text::number::MOST_DIGITS;

/// Words before a number that say it is not exact.
const BEFORE: [(&str, Nearness); 14] = [
    ("约", Nearness::About),
    ("近", Nearness::About),
    ("大概", Nearness::About),
    ("大致", Nearness::About),
    ("接近", Nearness::About),
    ("超", Nearness::Above),
    ("超过", Nearness::Above),
    ("逾", Nearness::Above),
    ("突破", Nearness::Above),
    ("不少于", Nearness::Above),
    ("至少", Nearness::Above),
    ("上", Nearness::About),
    ("不足", Nearness::Below),
    ("不到", Nearness::Below),
];

/// Words behind a number and its unit that say so.
const BEHIND: [(&str, Nearness); 6] = [
    ("左右", Nearness::About),
    ("上下", Nearness::About),
    ("以上", Nearness::Above),
    ("余", Nearness::Above),
    ("多", Nearness::Above),
    ("以下", Nearness::Below),
];

/// Adds the numbers of a paragraph, in their order, until there are more than `most`; in
/// which clause they stand is not yet known.
pub fn read(flat: &Flat, part: Part, most: usize, found: &mut Vec<Quantity>) {
    let text = flat.text.as_str();
    let mut in_title = false;
    let bytes = &text.as_bytes()[..part.end as usize];
    let mut at = part.start as usize;
    while at < bytes.len() && found.len() <= most {
        // Most characters are passed over without being put together.
        if let [0xE3..=0xE9, second, third, ..] = bytes[at..]
            && CODES[usize::from(second & 3)] >> (third & 63) & 1 == 0
        {
            at += 3;
            continue;
        }
        if bytes[at].is_ascii_digit() {
            let number = digits(text, at);
            at = add(flat, found, at, number, in_title);
            continue;
        }
        let c = text[at..].chars().next().unwrap_or(' ');
        match c {
            '《' => in_title = true,
            '》' | '。' => in_title = false,
            _ if is_numeral(c) => {
                let number = numerals(text, at);
                // Long rows of numerals are passed over at once.
                at = if makes_number(behind_more(&text[number.end..]).0) {
                    add(flat, found, at, number, in_title)
                } else {
                    number.end
                };
                continue;
            }
            _ => {}
        }
        at += c.len_utf8();
    }
}

/// Where the number at `at` ends without its unit and scale.
pub(super) fn end_of_digits(text: &str, at: usize) -> usize {
    let is_digit = text.as_bytes()[at].is_ascii_digit();
    if is_digit { digits(text, at).end } else { numerals(text, at).end }
}

/// A number without what follows it.
struct Written {
    end: usize,
    /// `None` where it cannot be read.
    value: Option<Number>,
    decimals: u8,
    /// Digits before the point.
    length: usize,
    writing: Writing,
    nearness: Nearness,
}

/// Digits with groups of three and a point: `1，288.5`, `2 021`.
fn digits(text: &str, at: usize) -> Written {
    let run = |from: usize| text[from..].bytes().take_while(u8::is_ascii_digit).count();
    let mut end = at + run(at);
    let mut length = end - at;
    let mut writing = Writing::Digits;
    while length <= MOST_DIGITS && (end - at <= 3 || writing != Writing::Digits) {
        let Some(c) = text[end..].chars().next().filter(|c| matches!(c, '，' | ' ')) else { break };
        let after = end + c.len_utf8();
        if run(after) != 3 {
            break;
        }
        writing = if c == ' ' { Writing::Split } else { Writing::Grouped };
        end = after + 3;
        length += 3;
    }
    let mut value = Number::ZERO;
    let mut is_odd = false;
    let mut decimals = 0;
    while text[end..].starts_with('.') && run(end + 1) > 0 {
        // 1.2.3 is no number.
        is_odd |= decimals > 0;
        decimals = run(end + 1);
        end += 1 + decimals;
    }
    is_odd |= decimals > 12 || length + decimals > MOST_DIGITS;
    if !is_odd {
        let mut mantissa = 0;
        for digit in text[at..end].bytes().filter(u8::is_ascii_digit) {
            mantissa = mantissa * 10 + i64::from(digit - b'0');
        }
        value = Number::new(mantissa, decimals as u8);
    }
    let decimals = decimals.min(12) as u8;
    Written { end, value: (!is_odd).then_some(value), decimals, length, writing, nearness: Nearness::Exact }
}

/// A row of Chinese numerals. Two digits in a row (三四) and 几 are no exact number.
fn numerals(text: &str, at: usize) -> Written {
    let (mut total, mut section, mut current) = (0_i64, 0_i64, None);
    let mut nearness = Nearness::Exact;
    let mut end = at;
    let mut length = 0;
    for c in text[at..].chars() {
        if !is_numeral(c) {
            break;
        }
        end += c.len_utf8();
        length += 1;
        if length > MOST_DIGITS {
            continue;
        }
        let digit = if c == '零' { Some(0) } else { ordinal(c).filter(|digit| *digit < 10) };
        match digit {
            Some(digit) => {
                if current.is_some_and(|c| c != 0) {
                    nearness = Nearness::Range;
                }
                current = Some(i64::from(digit));
                continue;
            }
            None if c == '两' => current = Some(2),
            None if c == '〇' => current = Some(0),
            None if c == '几' => {
                nearness = Nearness::About;
                current = Some(0);
            }
            None if c == '万' => {
                total = (total + section + current.take().unwrap_or(0)).saturating_mul(10_000);
                section = 0;
            }
            None => {
                let unit = if c == '十' {
                    10
                } else if c == '百' {
                    100
                } else {
                    1000
                };
                section += current.take().unwrap_or(1) * unit;
            }
        }
    }
    let value = (length <= MOST_DIGITS).then(|| Number::from(total + section + current.unwrap_or(0)));
    Written { end, value, decimals: 0, length, writing: Writing::Chinese, nearness }
}

/// A bit for the last eight bits of each character that [`read`] does not pass over.
const CODES: [u64; 4] = {
    let characters = "零〇一二三四五六七八九十百千万两几《》。".as_bytes();
    let (mut bits, mut last) = ([0; 4], 2);
    while last < characters.len() {
        bits[(characters[last - 1] & 3) as usize] |= 1 << (characters[last] & 63);
        last += 3;
    }
    bits
};

/// A Chinese numeral, or 几 in its place.
fn is_numeral(c: char) -> bool {
    matches!(
        c,
        '零' | '〇'
            | '一'
            | '二'
            | '三'
            | '四'
            | '五'
            | '六'
            | '七'
            | '八'
            | '九'
            | '十'
            | '百'
            | '千'
            | '万'
            | '两'
            | '几'
    )
}

/// What follows 余 or 多 behind a number, and whether one stood there.
fn behind_more(text: &str) -> (&str, bool) {
    match text.strip_prefix(any_of!['余', '多']) {
        Some(rest) => (rest, true),
        None => (text.strip_prefix('几').unwrap_or(text), text.starts_with('几')),
    }
}

/// Adds a number with what follows it, and says where that ends.
fn add(flat: &Flat, found: &mut Vec<Quantity>, at: usize, number: Written, in_title: bool) -> usize {
    let text = flat.text.as_str();
    let mut nearness = number.nearness;
    let digits = Part::new(at, number.end);
    let (rest, more) = behind_more(&text[number.end..]);
    let (power, width) = scale(rest);
    let (rest, more_again) = if width > 0 { behind_more(&rest[width..]) } else { (rest, false) };
    let unit = unit(rest);
    let mut end = text.len() - rest.len() + unit.word.len();
    if more || more_again {
        nearness = Nearness::Above;
        // 3多 is no number with a unit.
        if unit.kind == UnitKind::Bare && width == 0 {
            end = number.end + "余".len();
        }
    }
    if let Some((word, near)) = BEHIND.iter().find(|(word, _)| begins(&text[end..], word))
        && unit.kind != UnitKind::Bare
    {
        nearness = *near;
        end += word.len();
    }
    let before = &text[..at];
    let tail = before.char_indices().rev().nth(2).map_or(before, |(from, _)| &before[from..]);
    let last = tail.as_bytes().last();
    // 上百件 is about so many, 线上12件 is not.
    let is_near = |word: &str| word != "上" || text[at..].starts_with(any_of!['百', '千', '万']);
    let ends = |word: &str| word.as_bytes().last() == last && tail.ends_with(word) && is_near(word);
    if let Some((_, near)) = BEFORE.iter().rfind(|(word, _)| ends(word)) {
        nearness = *near;
    } else if number.writing == Writing::Chinese && before.ends_with('数') {
        nearness = Nearness::About;
    }
    if is_range(tail, &text[end..]) {
        nearness = Nearness::Range;
    }
    let mut value = number.value;
    if power > 0 {
        value = value.and_then(|value| value.scaled(power as i8));
    }
    let part = Part::new(at, end);
    let chinese = number.writing == Writing::Chinese;
    let seen = Found {
        text,
        part,
        digits,
        unit,
        in_title,
        chinese,
        length: number.length,
        has_scale: power > 0,
        nearness,
    };
    let mut reason = mask(&seen);
    if value.is_none() {
        reason = reason.or(Some(Mask::Odd));
    }
    found.push(Quantity {
        span: flat.span(part),
        part,
        clause: 0,
        value: value.unwrap_or(Number::ZERO),
        place: power as i8 - number.decimals as i8,
        unit,
        nearness,
        writing: number.writing,
        mask: reason,
    });
    end
}

/// Whether a number is one end of a range: 10-20, 10至20.
fn is_range(before: &str, after: &str) -> bool {
    let is_dash = |c: char| matches!(c, '-' | '—' | '–' | '~' | '～' | '至' | '到');
    let is_digit = |c: char| c.is_ascii_digit();
    let behind = after
        .strip_prefix(is_dash)
        .is_some_and(|rest| rest.trim_start_matches(is_dash).starts_with(is_digit));
    let front = before.strip_suffix(is_dash).is_some_and(|rest| {
        rest.trim_end_matches(is_dash)
            .ends_with(|c: char| is_digit(c) || matches!(c, '件' | '条' | '%' | '个' | '年' | '月' | '日'))
    });
    behind || front
}
