//! The HTML that programs put on the clipboard or save, made from the same tables as
//! every other surface.

use super::frame::report;
use super::grid::{Grid, Slot, grid};
use super::model::Model;

/// How a program writes HTML.
pub struct Program {
    /// Its name.
    pub name: &'static str,
    /// Whether merged cells are merged; else empty cells stand in their places.
    pub merges: bool,
    /// A cell's attributes and words.
    pub cell: fn(&str) -> (String, String),
    /// A paragraph of prose.
    pub paragraph: fn(&str) -> String,
    /// What stands around it all.
    pub page: fn(&str) -> String,
}

/// Every program.
pub const PROGRAMS: [Program; 7] = [
    Program { name: "Word", merges: true, cell: word_cell, paragraph: word_paragraph, page: word_page },
    Program { name: "WPS", merges: true, cell: wps_cell, paragraph: word_paragraph, page: wps_page },
    Program { name: "Excel", merges: true, cell: excel_cell, paragraph: excel_paragraph, page: excel_page },
    Program {
        name: "Chromium",
        merges: true,
        cell: browser_cell,
        paragraph: plain_paragraph,
        page: chromium_page,
    },
    Program {
        name: "Firefox",
        merges: true,
        cell: plain_cell,
        paragraph: plain_paragraph,
        page: str::to_string,
    },
    Program {
        name: "portal",
        merges: true,
        cell: portal_cell,
        paragraph: portal_paragraph,
        page: str::to_string,
    },
    Program {
        name: "portal without spans",
        merges: false,
        cell: portal_cell,
        paragraph: portal_paragraph,
        page: str::to_string,
    },
];

impl Program {
    /// The report of `model` as the program writes it.
    pub fn report(&self, model: &Model) -> String {
        let text = report(model, |key| format!("\u{1}{}\n", key as usize));
        let mut body = String::new();
        for line in text.lines().filter(|line| !line.is_empty()) {
            match line.strip_prefix('\u{1}') {
                Some(table) => {
                    let key = gouji::form::TableKey::ALL[table.parse::<usize>().expect("a table")];
                    body.push_str(&self.table(&grid(model, key)));
                }
                None => body.push_str(&(self.paragraph)(line)),
            }
        }
        (self.page)(&body)
    }

    /// One table.
    pub fn table(&self, grid: &Grid) -> String {
        let mut out = "<table border=1 cellspacing=0>\n<tbody>".to_string();
        for (index, row) in grid.iter().enumerate() {
            out.push_str("\n <tr style='height:20.0pt'>\n");
            for (column, slot) in row.iter().enumerate() {
                let (columns, rows) = (columns_of(row, column), rows_of(grid, index, column));
                let spans = match (self.merges, columns, rows) {
                    (false, ..) | (true, 1, 1) => String::new(),
                    (true, columns, 1) => format!(" colspan={columns}"),
                    (true, 1, rows) => format!(" rowspan=\"{rows}\""),
                    (true, columns, rows) => format!(" colspan='{columns}' rowspan={rows}"),
                };
                match slot {
                    Slot::Label(text) | Slot::Value(text) => {
                        let (attributes, words) = (self.cell)(text);
                        out.push_str(&format!("  <td{spans}{attributes}>{words}</td>\n"));
                    }
                    Slot::Left | Slot::Up { .. } if !self.merges => out.push_str("  <td><br></td>\n"),
                    Slot::Left | Slot::Up { .. } => {}
                }
            }
            out.push_str(" </tr>");
        }
        out + "</tbody>\n</table>\n"
    }
}

/// A table whose rows' borders do not meet: every other row that no merged cell reaches
/// over ends each of its cells a sliver later, so that the slivers are columns.
pub fn with_slivers(grid: &Grid) -> String {
    let mut out = "<table>".to_string();
    for (index, row) in grid.iter().enumerate() {
        let reached = (0..row.len()).any(|column| rows_of(grid, index, column) > 1);
        let shifted = index % 2 == 1 && !reached && !row.iter().any(|slot| matches!(slot, Slot::Up { .. }));
        out.push_str("<tr>");
        for (column, slot) in row.iter().enumerate() {
            let (Slot::Label(text) | Slot::Value(text)) = slot else { continue };
            let columns = columns_of(row, column);
            let (first, last) = (column == 0, column + columns == row.len());
            let width = 2 * columns + usize::from(shifted && first) - usize::from(shifted && last);
            out.push_str(&format!(
                "<td colspan={width} rowspan={}>{text}</td>",
                rows_of(grid, index, column)
            ));
        }
        out.push_str("</tr>");
    }
    out + "</table>"
}

fn columns_of(row: &[Slot], column: usize) -> usize {
    1 + row[column + 1..].iter().take_while(|slot| **slot == Slot::Left).count()
}

fn rows_of(grid: &Grid, row: usize, column: usize) -> usize {
    1 + grid[row + 1..].iter().take_while(|row| row.get(column) == Some(&Slot::Up { first: true })).count()
}

/// Words with the line ends that Word puts into its markup, and each run of digits in a
/// span of its own.
fn word_words(text: &str) -> String {
    let mut out = String::new();
    let mut latin = false;
    for (index, c) in text.chars().enumerate() {
        if c.is_ascii() != latin {
            out.push_str(if latin {
                "</span>"
            } else {
                "<span lang=EN-US\nstyle='font-family:\"Times New Roman\"'>"
            });
            latin = !latin;
        }
        match c {
            ' ' => out.push_str("<span style='mso-spacerun:yes'>&nbsp;</span>"),
            c => out.push(c),
        }
        if index % 17 == 16 && !latin {
            out.push_str("\r\n");
        }
    }
    out + if latin { "</span>" } else { "" }
}

fn word_cell(text: &str) -> (String, String) {
    let words = if text.is_empty() { "<span lang=EN-US>&nbsp;</span>".into() } else { word_words(text) };
    (
        " width=95 valign=top style='width:71.0pt;border:solid windowtext 1.0pt;\r\n  padding:0cm 5.4pt 0cm 5.4pt'"
            .into(),
        format!("\r\n  <p class=MsoNormal align=center style='text-align:center'>{words}<o:p></o:p></p>\r\n  "),
    )
}

fn word_paragraph(line: &str) -> String {
    // Word writes the numbers that it counts itself for programs that do not.
    let numbered = line.split_once('、').filter(|(number, _)| number.chars().count() == 1);
    let words = match numbered {
        Some((number, rest)) => format!(
            "<![if !supportLists]><span style='mso-list:Ignore'>{number}、<span\r\nstyle='font:7.0pt \"Times New Roman\"'>\r\n</span></span><![endif]>{}",
            word_words(rest)
        ),
        None => word_words(line),
    };
    format!("<p class=MsoNormal style='text-indent:32.0pt'>{words}<o:p></o:p></p>\r\n")
}

fn word_page(body: &str) -> String {
    format!(
        "<html xmlns:o=\"urn:schemas-microsoft-com:office:office\">\r\n<head>\r\n<meta http-equiv=Content-Type content=\"text/html; charset=utf-8\">\r\n\
         <!--[if gte mso 9]><xml>\r\n <w:WordDocument><w:View>Normal</w:View></w:WordDocument>\r\n</xml><![endif]-->\r\n\
         <style>\r\n<!--\r\n table.MsoNormalTable {{mso-style-name:普通表格;}}\r\n-->\r\n</style>\r\n\
         <!--[if gte mso 10]><style>table {{}}</style><![endif]-->\r\n</head>\r\n<body lang=ZH-CN>\r\n<!--StartFragment-->\r\n\
         <div class=WordSection1>{body}</div>\r\n<!--EndFragment-->\r\n</body>\r\n</html>"
    )
}

fn wps_cell(text: &str) -> (String, String) {
    let words = if text.is_empty() {
        "<o:p>&nbsp;</o:p>".into()
    } else {
        format!("<span style=\"mso-spacerun:'yes';font-size:10.5000pt;\" >{text}</span>")
    };
    (
        " width=78 valign=center style=\"width:58.9500pt;\"".into(),
        format!("<p class=MsoNormal  align=center >{words}<span><o:p></o:p></span></p>"),
    )
}

fn wps_page(body: &str) -> String {
    let page = word_page(body);
    format!(
        "Version:0.9\r\nStartHTML:00000105\r\nEndHTML:00099999\r\nStartFragment:00000141\r\nEndFragment:00099999\r\n{page}"
    )
}

fn excel_cell(text: &str) -> (String, String) {
    (" class=xl65 height=19 style='height:14.25pt' x:num".into(), text.replace('\n', "<br>\r\n    "))
}

fn excel_paragraph(line: &str) -> String {
    // A report typed into a sheet: every paragraph a row of one cell.
    format!(
        "<table><tr height=19>\r\n  <td height=19 class=xl66 style='height:14.25pt'>{line}</td>\r\n </tr></table>"
    )
}

fn excel_page(body: &str) -> String {
    format!(
        "<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><body link=blue>\r\n<!--StartFragment-->{body}\
         <![if supportMisalignedColumns]>\r\n <tr height=0 style='display:none'>\r\n  <td width=72 style='width:54pt'></td>\r\n </tr>\r\n <![endif]>\
         <!--EndFragment--></body></html>"
    )
}

fn plain_cell(text: &str) -> (String, String) {
    (String::new(), text.to_string())
}

fn browser_cell(text: &str) -> (String, String) {
    let words =
        format!("<p style=\"margin: 0px; padding: 0px; color: rgb(51, 51, 51); orphans: 2;\">{text}</p>");
    (" style=\"border: 1px solid; vertical-align: top; -webkit-text-stroke-width: 0px;\"".into(), words)
}

fn chromium_page(body: &str) -> String {
    format!("<html>\r\n<body>\r\n<!--StartFragment-->{body}<!--EndFragment-->\r\n</body>\r\n</html>")
}

fn plain_paragraph(line: &str) -> String {
    format!("<p>{line}</p>")
}

/// A label cut in two by spans, or its halves in two paragraphs.
fn portal_cell(text: &str) -> (String, String) {
    let attributes = " style=\"border-color:#000;padding:0 7px;WORD-BREAK: break-all\" valign=\"middle\"";
    let middle = text.char_indices().nth(text.chars().count() / 2).map_or(0, |(at, _)| at);
    let (first, second) = text.split_at(middle);
    let digits = text.chars().any(|c| c.is_ascii_digit());
    let words = match text.chars().count() {
        0 => "<p>&nbsp;</p>".to_string(),
        1..=5 => format!("<p style=\"text-align:center\"><span>{first}</span><strong>{second}</strong></p>"),
        n if n % 2 == 0 && !digits => format!("<p><span>{first}</span></p>\n<p><span>{second}</span></p>"),
        _ => format!("<p><span style=\"font-family:宋体\">{first}</span><span>{second}</span><br></p>"),
    };
    (attributes.to_string(), words)
}

fn portal_paragraph(line: &str) -> String {
    format!("<p style=\"text-indent: 2em;\"><strong>&nbsp;</strong><span>{line}</span>&nbsp;</p>")
}
