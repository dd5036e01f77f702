//! The tidy long table: one line for each cell of a report's edition.
//!
//! Commas part the fields of CSV, which are quoted as RFC 4180 has it; tabs part
//! those of TSV, which has no quotes, so that a tab or line end inside a field
//! becomes a space there. In both, a field that a spreadsheet would run as a formula
//! (`=`, `+`, `-` or `@` first) gets a `'` before it, unless all of it is a number:
//! a report is somebody else's text, and `-5` has to stay a number.

use crate::check::Check;
use crate::text::Number;

/// The first line, without its line end.
pub const COLUMNS: [&str; 11] =
    ["source", "organization", "year", "edition", "cell", "row", "column", "state", "raw", "value", "line"];

/// How fields are parted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Separator {
    /// Commas, with quotes.
    Comma,
    /// Tabs, without.
    Tab,
}

/// The head of the table.
pub fn head(separator: Separator) -> String {
    line(&COLUMNS, separator)
}

/// One line for each cell of the edition that `check` found, missing ones too; none
/// without an edition. `name` is what the report is called.
pub fn rows(check: &Check, name: &str, separator: Separator) -> String {
    let report = &check.report;
    let Some(form) = report.form() else { return String::new() };
    let organization = report.title.as_ref().and_then(|t| t.organization.as_deref()).unwrap_or("");
    let year = report.year.map(|y| y.value.to_string()).unwrap_or_default();
    let mut out = String::new();
    for place in form.cells() {
        let cell = report.cell(place);
        let table = form.table(place.table);
        let value = cell.value.map(|v| v.to_string()).unwrap_or_default();
        let number = cell.span.map(|s| check.source.line_of(s.start).to_string()).unwrap_or_default();
        let fields = [
            name,
            organization,
            &year,
            form.id.key(),
            &form.cell_id(place),
            table.row(place.row).key,
            table.column(place).key,
            cell.state.key(),
            cell.span.map_or("", |s| check.source.slice(s)),
            &value,
            &number,
        ];
        out.push_str(&line(&fields, separator));
    }
    out
}

fn line(fields: &[&str], separator: Separator) -> String {
    let fields: Vec<String> = fields.iter().map(|field| written(field, separator)).collect();
    let mark = match separator {
        Separator::Comma => ",",
        Separator::Tab => "\t",
    };
    fields.join(mark) + "\n"
}

fn written(field: &str, separator: Separator) -> String {
    let formula = field.starts_with(['=', '+', '-', '@', '\t', '＝', '＋', '－', '＠']);
    // A mark for nothing, as a lone dash, runs nothing.
    let harmless = field.chars().count() == 1 || field.parse::<Number>().is_ok();
    let guarded = if formula && !harmless { format!("'{field}") } else { field.to_string() };
    match separator {
        Separator::Tab => guarded.replace(['\t', '\n'], " "),
        Separator::Comma if guarded.contains([',', '"', '\n']) => {
            format!("\"{}\"", guarded.replace('"', "\"\""))
        }
        Separator::Comma => guarded,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_quoted_and_formulas_guarded() {
        let comma = |field| written(field, Separator::Comma);
        assert_eq!(comma("1,234"), "\"1,234\"");
        assert_eq!(comma("甲\"乙"), "\"甲\"\"乙\"");
        assert_eq!(comma("=1+1"), "'=1+1");
        assert_eq!(comma("-5"), "-5");
        assert_eq!(comma("+31"), "+31");
        assert_eq!(comma("-"), "-");
        assert_eq!(comma("-2（注）"), "'-2（注）");
        assert_eq!(written("2\n021", Separator::Tab), "2 021");
    }
}
