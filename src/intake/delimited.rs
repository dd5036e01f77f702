//! A sheet saved as text: every line a row with the same number of fields. Quotes are
//! undone and the fields become cells; a text that merely holds a table is left as it is.

use super::Intake;
use super::canonical::{self, Block, Cell, Table};
use super::refusal::Refusal;

/// The fewest rows and fields that make a sheet.
const ROWS: usize = 4;
const FIELDS: usize = 3;

/// Reads a sheet; `None` where the text is none.
pub fn read(text: &str) -> Option<Result<Intake, Refusal>> {
    let (format, rows) = [("csv", ','), ("tsv", '\t')]
        .into_iter()
        .find_map(|(format, mark)| Some((format, rows(text, mark)?)))?;
    let mut blocks = Vec::new();
    for row in rows {
        // Prose in a sheet stands in the first cell of its row.
        if row[1..].iter().all(|field| field.trim().is_empty()) && !row[0].trim().is_empty() {
            blocks.push(Block::Paragraph(row[0].clone()));
            continue;
        }
        let row = row.into_iter().map(Cell::of).collect();
        match blocks.last_mut() {
            Some(Block::Table(table)) => table.rows.push(row),
            _ => blocks.push(Block::Table(Table { rows: vec![row] })),
        }
    }
    Some(canonical::write(format, &blocks))
}

/// The rows of a sheet; `None` as soon as one has another number of fields.
fn rows(text: &str, mark: char) -> Option<Vec<Vec<String>>> {
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        if let Some(after) = rest.strip_prefix('\n') {
            rest = after;
            continue;
        }
        let mut row = Vec::new();
        loop {
            let (field, after) = field(rest, mark)?;
            row.push(field);
            rest = after;
            match rest.strip_prefix(mark) {
                Some(after) => rest = after,
                None => break,
            }
        }
        rest = rest.strip_prefix('\n').unwrap_or(rest);
        if row.len() < FIELDS || rows.first().is_some_and(|first| first.len() != row.len()) {
            return None;
        }
        rows.push(row);
    }
    (rows.len() >= ROWS).then_some(rows)
}

/// The field at the beginning of `rest` without its quotes, and what comes after it.
fn field(rest: &str, mark: char) -> Option<(String, &str)> {
    let Some(quoted) = rest.strip_prefix('"') else {
        let end = rest.find([mark, '\n']).unwrap_or(rest.len());
        return Some((rest[..end].to_string(), &rest[end..]));
    };
    let mut words = String::new();
    let mut quoted = quoted;
    loop {
        let end = quoted.find('"')?;
        words.push_str(&quoted[..end]);
        quoted = &quoted[end + 1..];
        match quoted.strip_prefix('"') {
            Some(after) => quoted = after,
            None => break,
        }
        words.push('"');
    }
    (quoted.is_empty() || quoted.starts_with([mark, '\n'])).then_some((words, quoted))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(sheet: &str) -> Option<(&'static str, String)> {
        read(sheet).map(|intake| intake.expect("within the cap")).map(|intake| (intake.format, intake.text))
    }

    #[test]
    fn a_sheet_becomes_rows() {
        let sheet = "2023年年度报告,,\n\"规范性\n文件\",\"1,200\",\"\"\n\"说\"\"明\"\"\",2,3\n,,\n";
        let wanted = "2023年年度报告\n规范性 文件\t1,200\t\n说\"明\"\t2\t3\n\t\t\n";
        assert_eq!(text(sheet), Some(("csv", wanted.into())));
        assert_eq!(text(&sheet.replace(',', "\t")).map(|read| read.0), Some("tsv"));
    }

    #[test]
    fn a_text_with_a_table_in_it_is_no_sheet() {
        for other in
            ["一、总体情况\n规章,0,1\n", "a,b,c\nd,e,f\n", "a,b,c\nd,e\nf,g,h\ni,j,k\n", "\"a,b\n\"c", ""]
        {
            assert_eq!(text(other), None, "{other}");
        }
    }
}
