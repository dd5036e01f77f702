//! Numbers as the workbook shows them.

use crate::intake::kind::Kind;
use crate::intake::refusal::Refusal;
use crate::intake::xml::Xml;

/// How a number is shown, as far as it changes which number is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// As it is.
    Number,
    /// In hundredths.
    Percent,
    /// As a day.
    Date,
}

/// How numbers of each style are shown.
pub fn formats(text: &str) -> Result<Vec<Shown>, Refusal> {
    let mut xml = Xml::new(text, Kind::Xlsx);
    let mut own: Vec<(u32, Shown)> = Vec::new();
    let mut formats = Vec::new();
    let mut in_cells = false;
    while let Some(element) = xml.next_within(0)? {
        match element.name() {
            "numFmt" if own.len() < 4096 => {
                if let Some(id) = element.number("numFmtId") {
                    own.push((id, shown(&element.attribute("formatCode").unwrap_or_default())));
                }
            }
            "cellStyleXfs" | "dxfs" | "cellStyles" => in_cells = false,
            "cellXfs" => in_cells = true,
            "xf" if in_cells && formats.len() < 1 << 16 => {
                let id = element.number("numFmtId").unwrap_or(0);
                let custom = own.iter().find(|(number, _)| *number == id).map(|(_, shown)| *shown);
                formats.push(custom.unwrap_or(match id {
                    9 | 10 => Shown::Percent,
                    14..=17 | 22 | 27..=31 | 36 | 50..=54 | 57 | 58 => Shown::Date,
                    _ => Shown::Number,
                }));
            }
            _ => {}
        }
    }
    Ok(formats)
}

/// What a format's code shows; words in quotes and brackets are none of it.
fn shown(code: &str) -> Shown {
    let (mut quoted, mut bracket) = (false, false);
    let mut letters = String::new();
    let mut chars = code.chars();
    while let Some(c) = chars.next() {
        match c {
            '"' => quoted = !quoted,
            '\\' | '_' | '*' if !quoted => drop(chars.next()),
            '[' if !quoted => bracket = true,
            ']' if !quoted => bracket = false,
            c if !quoted && !bracket => letters.push(c.to_ascii_lowercase()),
            _ => {}
        }
    }
    if letters.contains('%') {
        Shown::Percent
    } else if letters.contains('y') || letters.contains('d') && letters.contains('m') {
        Shown::Date
    } else {
        Shown::Number
    }
}

/// A number as Excel shows it: with fifteen digits, so that no rest of a calculation is
/// left.
pub fn number(value: &str, shown: Shown, from_1904: bool) -> String {
    let value = value.trim();
    let Ok(number) = value.parse::<f64>() else { return value.to_string() };
    if !number.is_finite() {
        return value.to_string();
    }
    match shown {
        Shown::Date if (1.0..2_958_466.0).contains(&number) => date(number as i64, from_1904),
        Shown::Percent => fifteen(number * 100.0) + "%",
        _ => fifteen(number),
    }
}

fn fifteen(number: f64) -> String {
    let rounded: f64 = format!("{number:.14e}").parse().unwrap_or(number);
    rounded.to_string()
}

/// The date of a day by its number.
fn date(day: i64, from_1904: bool) -> String {
    // Days since 0000-03-01, so that the leap day ends a year. The calendar here has a
    // 29 February 1900, as Excel's has.
    let day = match (from_1904, day) {
        (true, day) => day + 695_361,
        (false, day) if day < 60 => day + 693_900,
        (false, day) => day + 693_899,
    };
    let (era, of_era) = (day.div_euclid(146_097), day.rem_euclid(146_097));
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let of_month = of_year - (153 * month + 2) / 5 + 1;
    let (month, next) = if month < 10 { (month + 3, 0) } else { (month - 9, 1) };
    format!("{}年{month}月{of_month}日", year + era * 400 + next)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_as_they_are_shown() {
        assert_eq!(number("4.5000000000000002", Shown::Number, false), "4.5");
        assert_eq!(number("1576.7600000000001", Shown::Number, false), "1576.76");
        assert_eq!(number("1E2", Shown::Number, false), "100");
        assert_eq!(number("0.35", Shown::Percent, false), "35%");
        assert_eq!(number("45306", Shown::Date, false), "2024年1月15日");
        assert_eq!(number("43844", Shown::Date, true), "2024年1月15日");
        assert_eq!(number("1", Shown::Date, false), "1900年1月1日");
        assert_eq!(number("61", Shown::Date, false), "1900年3月1日");
        assert_eq!(number("见附件", Shown::Number, false), "见附件");
    }

    #[test]
    pub fn formats_tell_dates_and_percents() {
        assert_eq!(shown("yyyy\"年\"m\"月\"d\"日\";@"), Shown::Date);
        assert_eq!(shown("0.00%"), Shown::Percent);
        assert_eq!(shown("#,##0.00_);[Red]\\(#,##0\\)"), Shown::Number);
        assert_eq!(shown("0\"day\""), Shown::Number);
    }
}
