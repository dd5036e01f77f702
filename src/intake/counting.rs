//! Numbers as documents count with them: 1, 一, 壹, a, IV, 甲, ①.

/// A way to write a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// 1
    Decimal,
    /// 01
    DecimalZero,
    /// １
    FullWidth,
    /// 一, 十一, 一百二十
    Chinese,
    /// 一, 一一, 一二〇: digit by digit
    ChineseDigits,
    /// 壹, 壹拾壹
    ChineseLegal,
    /// 甲, 乙
    Stems,
    /// 子, 丑
    Branches,
    /// ①
    Circled,
    /// ⑴
    Bracketed,
    /// ⒈
    Dotted,
    /// ㈠
    BracketedChinese,
    /// a
    LowerLetter,
    /// A
    UpperLetter,
    /// i
    LowerRoman,
    /// I
    UpperRoman,
    /// Nothing.
    None,
}

/// Appends `number` in `style`. What a style has no sign for is written in digits.
pub fn push(out: &mut String, number: u32, style: Style) {
    let one_of = |first: char, count: u32| {
        (1..=count).contains(&number).then(|| char::from_u32(first as u32 + number - 1)).flatten()
    };
    let sign = match style {
        Style::None => return,
        Style::Circled => one_of('①', 20),
        Style::Bracketed => one_of('⑴', 20),
        Style::Dotted => one_of('⒈', 20),
        Style::BracketedChinese => one_of('㈠', 10),
        Style::Stems => cycle("甲乙丙丁戊己庚辛壬癸", number),
        Style::Branches => cycle("子丑寅卯辰巳午未申酉戌亥", number),
        Style::Chinese => return chinese(out, number, "〇一二三四五六七八九", ["", "十", "百", "千"], true),
        Style::ChineseLegal => {
            return chinese(out, number, "零壹贰叁肆伍陆柒捌玖", ["", "拾", "佰", "仟"], false);
        }
        Style::ChineseDigits => {
            let digits = number.to_string();
            out.extend(digits.bytes().filter_map(|d| "〇一二三四五六七八九".chars().nth((d - b'0').into())));
            return;
        }
        Style::FullWidth => {
            out.extend(number.to_string().chars().filter_map(|d| char::from_u32(d as u32 + 0xfee0)));
            return;
        }
        Style::LowerLetter | Style::UpperLetter if (1..=780).contains(&number) => {
            let first = if style == Style::LowerLetter { b'a' } else { b'A' };
            // After z come aa, bb, cc.
            let letter = (first + ((number - 1) % 26) as u8) as char;
            out.extend(std::iter::repeat_n(letter, (number as usize - 1) / 26 + 1));
            return;
        }
        Style::LowerRoman | Style::UpperRoman if (1..4000).contains(&number) => {
            return roman(out, number, style == Style::LowerRoman);
        }
        Style::DecimalZero if number < 10 => {
            out.push('0');
            None
        }
        _ => None,
    };
    match sign {
        Some(sign) => out.push(sign),
        None => out.push_str(&number.to_string()),
    }
}

fn cycle(signs: &str, number: u32) -> Option<char> {
    let index = number.checked_sub(1)? as usize % signs.chars().count();
    signs.chars().nth(index)
}

/// A number below ten thousand in words; `short` leaves out the 一 of 一十.
fn chinese(out: &mut String, number: u32, digits: &str, units: [&str; 4], short: bool) {
    if number >= 10_000 {
        return out.push_str(&number.to_string());
    }
    let digit = |d: u32| digits.chars().nth(d as usize).unwrap_or('〇');
    if number == 0 {
        return out.push(digit(0));
    }
    let mut skipped = false;
    let mut begun = false;
    for place in (0..4).rev() {
        let d = number / 10_u32.pow(place) % 10;
        if d == 0 {
            skipped = begun;
            continue;
        }
        if skipped {
            // A gap inside a number is 零 in words.
            out.push('零');
        }
        if !(short && !begun && place == 1 && d == 1) {
            out.push(digit(d));
        }
        out.push_str(units[place as usize]);
        begun = true;
        skipped = false;
    }
}

fn roman(out: &mut String, mut number: u32, lower: bool) {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    for (value, sign) in SIGNS {
        while number >= value {
            number -= value;
            out.extend(sign.chars().map(|c| if lower { c.to_ascii_lowercase() } else { c }));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_in_every_style() {
        let cases = [
            (Style::Decimal, 12, "12"),
            (Style::DecimalZero, 7, "07"),
            (Style::DecimalZero, 17, "17"),
            (Style::FullWidth, 10, "１０"),
            (Style::Chinese, 1, "一"),
            (Style::Chinese, 10, "十"),
            (Style::Chinese, 21, "二十一"),
            (Style::Chinese, 105, "一百零五"),
            (Style::Chinese, 110, "一百一十"),
            (Style::Chinese, 1005, "一千零五"),
            (Style::ChineseDigits, 10, "一〇"),
            (Style::ChineseLegal, 11, "壹拾壹"),
            (Style::Stems, 12, "乙"),
            (Style::Branches, 1, "子"),
            (Style::Circled, 3, "③"),
            (Style::Circled, 21, "21"),
            (Style::BracketedChinese, 10, "㈩"),
            (Style::LowerLetter, 27, "aa"),
            (Style::UpperLetter, 3, "C"),
            (Style::UpperRoman, 1994, "MCMXCIV"),
            (Style::LowerRoman, 4, "iv"),
            (Style::Chinese, 0, "〇"),
            (Style::UpperRoman, 0, "0"),
            (Style::None, 3, ""),
        ];
        for (style, number, words) in cases {
            let mut out = String::new();
            push(&mut out, number, style);
            assert_eq!(out, words, "{style:?} {number}");
        }
    }
}
