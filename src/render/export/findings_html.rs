//! The findings as a table to be pasted into Word or a spreadsheet.

use super::{Export, escape, findings_csv, words};
use crate::lang::Text;
use crate::render::csv;

/// The columns, by their place in the CSV: what a person reads.
const COLUMNS: [usize; 9] = [0, 1, 3, 6, 7, 8, 9, 10, 11];

const CELL: &str = " style=\"border:1px solid #000;padding:2pt 4pt;text-align:left;vertical-align:top;mso-number-format:'\\@'\">";

/// The findings as an HTML table, with its title above and the program below.
pub fn findings_html(export: &Export) -> String {
    let mut out = String::from("<meta charset=\"utf-8\">");
    let paragraph = |out: &mut String, words: &str| {
        out.push_str("<p>");
        // Pasted into a spreadsheet it is a cell as well.
        escape::html(out, &csv::guarded(words));
        out.push_str("</p>");
    };
    paragraph(&mut out, &[&export.title(), export.colon(), &export.verdict()].concat());
    out.push_str(
        "<table border=\"1\" cellspacing=\"0\" style=\"border-collapse:collapse;font-size:10.5pt\"><tr>",
    );
    for head in COLUMNS.map(|column| findings_csv::COLUMNS[column]) {
        cell(&mut out, "th", export.say(head));
    }
    out.push_str("</tr>");
    for row in findings_csv::rows(export) {
        out.push_str("<tr>");
        for column in COLUMNS {
            cell(&mut out, "td", &csv::guarded(&row[column]));
        }
        out.push_str("</tr>");
    }
    out.push_str("</table>");
    paragraph(&mut out, &by(export));
    out
}

/// The same for programs that take no HTML: rows of cells between tabs.
pub fn findings_tsv(export: &Export) -> String {
    let mut out = String::new();
    let mut line = |fields: Vec<String>| {
        out.push_str(&fields.join("\t"));
        out.push_str("\r\n");
    };
    line(COLUMNS.map(|column| export.say(findings_csv::COLUMNS[column]).to_string()).to_vec());
    for row in findings_csv::rows(export) {
        line(COLUMNS.map(|column| csv::tab(&row[column])).to_vec());
    }
    line(vec![by(export)]);
    out
}

fn by(export: &Export) -> String {
    let head: Text = words::CHECKED_BY;
    [export.say(head), export.colon(), &export.stamp()].concat()
}

fn cell(out: &mut String, name: &str, words: &str) {
    for piece in ["<", name, CELL] {
        out.push_str(piece);
    }
    escape::html(out, words);
    for piece in ["</", name, ">"] {
        out.push_str(piece);
    }
}
