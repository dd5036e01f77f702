//! Fields of CSV and TSV, guarded against spreadsheets that run what they read.
//!
//! A field that a spreadsheet would take for a formula gets a `'` before it, unless all
//! of it is a number or a single mark: a report is somebody else's text, and `-5` has to
//! stay a number.

use crate::text::Number;

/// A field of CSV, quoted where it has to be (RFC 4180).
pub fn comma(field: &str) -> String {
    let guarded = guarded(field);
    if guarded.contains([',', '"', '\n', '\r']) {
        ["\"", &guarded.replace('"', "\"\""), "\""].concat()
    } else {
        guarded
    }
}

/// A field of TSV, which has no quotes: tabs and line ends become spaces.
pub fn tab(field: &str) -> String {
    guarded(field).replace(['\t', '\n', '\r'], " ")
}

/// A line of CSV as Windows programs expect it.
pub fn line(fields: &[&str]) -> String {
    let fields: Vec<String> = fields.iter().map(|field| comma(field)).collect();
    fields.join(",") + "\r\n"
}

/// The same of fields that are not borrowed.
pub fn row(fields: &[String]) -> String {
    let fields: Vec<&str> = fields.iter().map(String::as_str).collect();
    line(&fields)
}

/// Goes before a CSV file, or Excel takes it for the system's own encoding.
pub const MARK: &str = "\u{feff}";

/// A field with its guard, where it needs one.
pub fn guarded(field: &str) -> String {
    // Spaces before the sign are no help: some programs trim them.
    let words = field.trim_start();
    let formula = words.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
        || field.starts_with(['\t', '\r', '\n']);
    let harmless = field.chars().count() == 1 || field.parse::<Number>().is_ok();
    let guard = if formula && !harmless { "'" } else { "" };
    [guard, field].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_quoted_and_formulas_guarded() {
        assert_eq!(comma("1,234"), "\"1,234\"");
        assert_eq!(comma("甲\"乙"), "\"甲\"\"乙\"");
        for formula in ["=1+1", "+1+1", "-1+1", "@SUM(A1)", "＝1+1", " =1+1", "\t=1", "-2（注）"] {
            assert_eq!(comma(formula), format!("'{formula}"));
        }
        assert_eq!(comma("\r=1+1"), "\"'\r=1+1\"");
        assert_eq!(comma("=HYPERLINK(\"http://a\",1)"), "\"'=HYPERLINK(\"\"http://a\"\",1)\"");
        for harmless in ["-5", "+31", "-", "1.5", "年报", "（一）", ""] {
            assert_eq!(comma(harmless), harmless);
        }
        assert_eq!(tab("2\n021"), "2 021");
        assert_eq!(tab("=1\t2"), "'=1 2");
    }
}
