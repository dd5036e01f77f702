//! Numbers as reports write them: either width of digit, thousands marks, signs,
//! units, notes, Chinese numerals.

pub use super::Number;
use super::fold::{digit, is_space, narrow};
use super::number::MOST_DIGITS;
use crate::text::find::{holds, nth_char};
use crate::text::{WordList, words};

/// What a cell of a form is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CellKind {
    /// A whole number of items, not negative.
    Count,
    /// A change with a sign, as in 本年增/减.
    Signed,
    /// An amount in 万元 (ten thousand yuan), with decimals.
    Amount,
    /// Words, as the 公开渠道 of the draft form.
    Text,
}

/// What a cell holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Value {
    /// Nothing, or only a mark for nothing.
    Blank,
    /// A number; an amount is in 万元.
    Number(Number),
    /// Something that is no number.
    Text,
}

/// Units that may follow a count and say nothing about its size.
const COUNT_UNITS: WordList = words![
    "批次", "件次", "人次", "件", "宗", "条", "份", "次", "例", "起", "个", "篇", "项", "批", "家", "人",
    "部", "期", "笔", "项次",
];

/// Units of money with the factor that makes 万元 of them, as a power of ten.
const MONEY_UNITS: [(&str, i8); 8] = [
    ("亿元", 4),
    ("万元人民币", 0),
    ("万元", 0),
    ("万 元", 0),
    ("人民币元", -4),
    ("元整", -4),
    ("元", -4),
    ("万", 0),
];

/// Reads the content of one cell. `in_yuan` says that the column's head gives 元
/// as the unit of an amount.
pub fn read(content: &str, kind: CellKind, in_yuan: bool) -> Value {
    if let Some(value) = digits(content, kind, in_yuan) {
        return value;
    }
    let content = content.trim_matches(|c: char| c.is_whitespace() || is_space(c));
    if is_blank(content) {
        return Value::Blank;
    }
    if kind == CellKind::Text {
        return Value::Text;
    }
    let number = match kind {
        CellKind::Signed => signed(content),
        _ => None,
    };
    match number.or_else(|| plain(content, kind, in_yuan)) {
        Some(number) => Value::Number(number),
        None => Value::Text,
    }
}

/// What nearly every cell holds: a short run of digits, or nothing.
pub fn digits(content: &str, kind: CellKind, in_yuan: bool) -> Option<Value> {
    if kind == CellKind::Text || content.len() > MOST_DIGITS {
        return None;
    }
    if content.is_empty() {
        return Some(Value::Blank);
    }
    let mut number = 0;
    for byte in content.bytes() {
        let value = byte.wrapping_sub(b'0');
        if value > 9 {
            return None;
        }
        number = number * 10 + i64::from(value);
    }
    let scale = if kind == CellKind::Amount && in_yuan { 4 } else { 0 };
    Some(Value::Number(Number::new(number, scale)))
}

/// Whether a cell's content is only a mark for nothing.
fn is_blank(content: &str) -> bool {
    let is_mark = |c| matches!(narrow(c), '/' | '-' | '\\' | '—' | '–' | '―' | '─' | ' ');
    content == "无" || (content.len() <= 12 && content.chars().all(is_mark))
}

/// A number with its sign, unit and note: `1,288`, `８批次`, `22（其中修订16件）`, `十二件`.
fn plain(content: &str, kind: CellKind, in_yuan: bool) -> Option<Number> {
    // Accountants write a negative number in brackets.
    if let Some(inner) = content
        .strip_prefix(any_of!['(', '（'])
        .and_then(|rest| rest.strip_suffix(any_of![')', '）']))
        .filter(|inner| inner.chars().all(|c| digit(c).is_some()))
    {
        return plain(inner, kind, in_yuan).map(|n| -n);
    }
    let mut rest = content.trim_start_matches(any_of!['￥', '¥']);
    let negative = match rest.chars().next()? {
        '-' | '－' | '−' | '﹣' => true,
        '+' | '＋' => false,
        _ => {
            let (number, rest) = unsigned(rest)?;
            return unit(number, rest, kind, in_yuan);
        }
    };
    rest = &rest[rest.chars().next()?.len_utf8()..];
    let (number, rest) = unsigned(rest.trim_start())?;
    unit(if negative { -number } else { number }, rest, kind, in_yuan)
}

/// Applies what follows the digits; `None` if that is neither unit nor note.
fn unit(number: Number, rest: &str, kind: CellKind, in_yuan: bool) -> Option<Number> {
    let rest = rest.trim_start_matches(|c: char| c.is_whitespace() || is_space(c));
    if kind == CellKind::Amount {
        for (name, power) in MONEY_UNITS {
            if let Some(after) = rest.strip_prefix(name) {
                return is_note(after).then(|| number.scaled(power)).flatten();
            }
        }
        let power = if in_yuan { -4 } else { 0 };
        return is_note(rest).then(|| number.scaled(power)).flatten();
    }
    let after = COUNT_UNITS.iter().find_map(|name| rest.strip_prefix(name)).unwrap_or(rest);
    is_note(after).then_some(number)
}

/// Whether the rest of a cell is nothing or a note on the number before it.
fn is_note(rest: &str) -> bool {
    let rest = rest.trim_matches(|c: char| c.is_whitespace() || is_space(c) || matches!(c, '。' | '；'));
    rest.is_empty()
        || (rest.starts_with(any_of!['（', '(', '【', '［', '['])
            && rest.ends_with(any_of!['）', ')', '】', '］', ']']))
        || rest.starts_with("，其中")
        || rest.starts_with("其中")
}

/// The number a text begins with, and what follows it. Thousands marks must stand
/// before three digits; a number broken by a line end, or by a space before three
/// digits, is read over the break.
fn unsigned(text: &str) -> Option<(Number, &str)> {
    let first = text.chars().next()?;
    if digit(first).is_none() {
        return chinese(text);
    }
    let mut mantissa: i64 = 0;
    let mut scale: Option<u8> = None;
    let mut count = 0;
    let mut chars = text.char_indices().peekable();
    let mut end = 0;
    while let Some((at, c)) = chars.next() {
        if let Some(value) = digit(c) {
            mantissa = mantissa * 10 + i64::from(value);
            count += 1;
            if count > MOST_DIGITS {
                return None;
            }
            if let Some(scale) = &mut scale {
                *scale += 1;
            }
            end = at + c.len_utf8();
            continue;
        }
        let rest = &text[at + c.len_utf8()..];
        let next_digits = rest.chars().take_while(|c| digit(*c).is_some()).count();
        match c {
            '.' | '．' if scale.is_none() && next_digits > 0 => scale = Some(0),
            ',' | '，' | '\'' if scale.is_none() && next_digits == 3 => {}
            '\n' if next_digits > 0 => {}
            c if is_space(c) => {
                // Several spaces, or a space at a line end, still one break.
                let gap = rest.trim_start_matches(|c: char| c.is_whitespace() || is_space(c));
                let broken = holds(&rest[..rest.len() - gap.len()], "\n");
                let digits = gap.chars().take_while(|c| digit(*c).is_some()).count();
                let joins = digits == 3 || (broken && digits > 0);
                if !joins
                    || gap[nth_char(gap, digits).map_or(gap.len(), |(i, _)| i)..]
                        .trim_start()
                        .starts_with(|c| digit(c).is_some())
                {
                    break;
                }
                while chars.peek().is_some_and(|(_, c)| digit(*c).is_none()) {
                    chars.next();
                }
            }
            _ => break,
        }
    }
    Some((Number::new(mantissa, scale.unwrap_or(0)), &text[end..]))
}

/// Whether words hold a digit or a Chinese numeral, without which they are no number.
pub fn may_be_number(words: &str) -> bool {
    words.chars().any(|c| digit(c).is_some() || is_numeral(c))
}

/// Whether a Chinese numeral can begin with a character.
fn is_numeral(c: char) -> bool {
    matches!(c, '零' | '〇' | '两' | '百' | '千') || super::fold::ordinal(c).is_some()
}

/// A Chinese numeral up to 亿: 十二, 二百零三, 两, 〇. `None` when the text begins with none.
fn chinese(text: &str) -> Option<(Number, &str)> {
    let (mut total, mut section, mut current) = (0_i64, 0_i64, None);
    let mut end = 0;
    for (at, c) in text.char_indices() {
        match c {
            '零' | '〇' => current = Some(0),
            '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' => {
                current = super::fold::ordinal(c).map(i64::from);
            }
            '两' => current = Some(2),
            '十' | '百' | '千' => {
                let unit = match c {
                    '十' => 10,
                    '百' => 100,
                    _ => 1000,
                };
                section += current.take().unwrap_or(1) * unit;
            }
            '万' if end > 0 && !text[at..].starts_with("万元") => {
                total = (total + section + current.take().unwrap_or(0)) * 10_000;
                section = 0;
            }
            _ => break,
        }
        end = at + c.len_utf8();
    }
    (end > 0).then(|| (Number::from(total + section + current.unwrap_or(0)), &text[end..]))
}

/// A change with words for its direction: `增2`, `减4`, `增1减2`, `+5/-2`.
fn signed(content: &str) -> Option<Number> {
    let mut rest = content;
    let mut sum = None;
    loop {
        rest = rest.trim_start_matches(|c: char| {
            c.is_whitespace() || is_space(c) || matches!(c, '/' | '，' | ',' | '、' | '；')
        });
        if rest.is_empty() {
            return sum;
        }
        let (increases, after) = ["增加", "新增", "增", "+", "＋"]
            .iter()
            .find_map(|word| rest.strip_prefix(word).map(|after| (true, after)))
            .or_else(|| {
                ["减少", "减", "-", "－", "−", "—"]
                    .iter()
                    .find_map(|word| rest.strip_prefix(word).map(|after| (false, after)))
            })?;
        let (number, after) = unsigned(after.trim_start())?;
        let after = COUNT_UNITS.iter().find_map(|name| after.strip_prefix(name)).unwrap_or(after);
        sum = Some(sum.unwrap_or(Number::ZERO) + if increases { number } else { -number });
        rest = after;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use CellKind::{Amount, Count, Signed};

    /// Content, kind, what it reads as: a number, `blank` or `text`.
    const CASES: [(&str, CellKind, &str); 48] = [
        ("0", Count, "0"),
        ("3119", Count, "3119"),
        ("１２", Count, "12"),
        ("1,288", Count, "1288"),
        ("11，398，889", Count, "11398889"),
        ("2 021", Count, "2021"),
        ("2\u{a0}021", Count, "2021"),
        ("1\n288", Count, "1288"),
        ("112\n件", Count, "112"),
        ("3 4", Count, "text"),
        ("1 288 3", Count, "text"),
        ("8批次", Count, "8"),
        ("3 件", Count, "3"),
        ("22（其中修订16件）", Count, "22"),
        ("十二件", Count, "12"),
        ("两件", Count, "2"),
        ("零", Count, "0"),
        ("〇", Count, "0"),
        ("二百零三", Count, "203"),
        ("-3", Count, "-3"),
        ("−3", Count, "-3"),
        ("（3）", Count, "-3"),
        ("1.5", Count, "1.5"),
        ("", Count, "blank"),
        ("\u{a0}", Count, "blank"),
        ("/", Count, "blank"),
        ("／", Count, "blank"),
        ("—", Count, "blank"),
        ("-", Count, "blank"),
        ("无", Count, "blank"),
        ("见附件", Count, "text"),
        ("约30", Count, "text"),
        ("3%", Count, "text"),
        ("40万元", Amount, "40"),
        ("40万 元", Amount, "40"),
        ("1054900元", Amount, "105.49"),
        ("6323013元", Amount, "632.3013"),
        ("52.15", Amount, "52.15"),
        ("96171.6", Amount, "96171.6"),
        ("1.2亿元", Amount, "12000"),
        ("576.7600", Amount, "576.76"),
        ("+31", Signed, "31"),
        ("-2", Signed, "-2"),
        ("减4", Signed, "-4"),
        ("增2", Signed, "2"),
        ("增1减2", Signed, "-1"),
        ("+5/-2", Signed, "3"),
        ("持平", Signed, "text"),
    ];

    #[test]
    fn cells_read_as_people_mean_them() {
        for (content, kind, expected) in CASES {
            let got = match read(content, kind, false) {
                Value::Blank => "blank".into(),
                Value::Text => "text".into(),
                Value::Number(number) => number.to_string(),
            };
            assert_eq!(got, expected, "{content:?}");
        }
    }

    #[test]
    fn a_head_in_yuan_makes_a_bare_amount_yuan() {
        assert_eq!(read("12000", Amount, true), Value::Number(Number::new(12, 1)));
        assert_eq!(read("3万元", Amount, true), Value::Number(Number::from(3)));
    }
}
