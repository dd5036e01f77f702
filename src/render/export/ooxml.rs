//! The few parts of a spreadsheet (OOXML): sheets of words and numbers, never a formula.
//!
//! Written here because the crates that write spreadsheets are larger than the page's
//! whole module. Words stand in their cells (inline strings), numbers are numbers.

use super::escape::xml;
use super::zip;

/// The most characters that Excel lets a cell hold.
const CELL_CAP: usize = 32_767;
/// A number of more digits would lose some of them, and is written as words.
const DIGITS_CAP: usize = 15;

/// How a cell looks, by its place among the styles.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// As it is.
    Plain = 1,
    /// A head.
    Head = 2,
    /// An error.
    Error = 3,
    /// A warning.
    Warning = 4,
    /// A hint.
    Hint = 5,
    /// Accepted.
    Quiet = 6,
}

/// What stands in a cell.
#[derive(Debug)]
pub enum Value {
    /// Words.
    Words(String),
    /// A number, as words that are one.
    Number(String),
}

/// One sheet.
#[derive(Debug)]
pub struct Sheet {
    /// Its name.
    pub name: &'static str,
    /// Whether its first column stays in view, as its head does.
    pub labelled: bool,
    /// The widths of its columns, in characters.
    pub widths: Vec<u8>,
    /// Its rows; the first is the head.
    pub rows: Vec<Vec<(Value, Look)>>,
}

impl Value {
    /// Words, or a number where they are one.
    pub fn of(words: &str) -> Self {
        let digits = words.strip_prefix('-').unwrap_or(words);
        let parts: Vec<&str> = digits.split('.').collect();
        let plain = parts.len() <= 2
            && parts.iter().all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()))
            && (parts[0] == "0" || !parts[0].starts_with('0'))
            && digits.len() <= DIGITS_CAP;
        if plain { Self::Number(words.to_string()) } else { Self::Words(words.to_string()) }
    }
}

/// The spreadsheet of `sheets`.
pub fn workbook(sheets: &[Sheet]) -> Vec<u8> {
    const NAMES: [&str; 3] =
        ["xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml", "xl/worksheets/sheet3.xml"];
    let (mut types, mut links, mut list) = (String::new(), String::new(), String::new());
    let mut parts: Vec<zip::Part> = Vec::new();
    for (sheet, (name, number)) in sheets.iter().zip(NAMES.into_iter().zip(1..)) {
        let number: u8 = number;
        let number = number.to_string();
        push(&mut types, &["<Override PartName=\"/", name, "\" ContentType=\"", TYPE, "worksheet+xml\"/>"]);
        push(
            &mut links,
            &[
                "<Relationship Id=\"s",
                &number,
                "\" Type=\"",
                RELATIONS,
                "/worksheet\" Target=\"worksheets/sheet",
                &number,
                ".xml\"/>",
            ],
        );
        push(
            &mut list,
            &["<sheet name=\"", sheet.name, "\" sheetId=\"", &number, "\" r:id=\"s", &number, "\"/>"],
        );
        parts.push((name, sheet_part(sheet, number == "1")));
    }
    let typed = [
        HEAD,
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">",
        "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>",
        "<Default Extension=\"xml\" ContentType=\"application/xml\"/>",
        "<Override PartName=\"/xl/workbook.xml\" ContentType=\"",
        TYPE,
        "sheet.main+xml\"/>",
        "<Override PartName=\"/xl/styles.xml\" ContentType=\"",
        TYPE,
        "styles+xml\"/>",
        &types,
        "</Types>",
    ];
    let root = [
        HEAD,
        "<Relationships xmlns=\"",
        PACKAGE,
        "\"><Relationship Id=\"w\" Type=\"",
        RELATIONS,
        "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>",
    ];
    let book = [
        HEAD,
        "<workbook xmlns=\"",
        MAIN,
        "\" xmlns:r=\"",
        RELATIONS,
        "\"><sheets>",
        &list,
        "</sheets></workbook>",
    ];
    let linked = [
        HEAD,
        "<Relationships xmlns=\"",
        PACKAGE,
        "\">",
        &links,
        "<Relationship Id=\"t\" Type=\"",
        RELATIONS,
        "/styles\" Target=\"styles.xml\"/></Relationships>",
    ];
    let mut all: Vec<zip::Part> = vec![
        ("[Content_Types].xml", typed.concat()),
        ("_rels/.rels", root.concat()),
        ("xl/workbook.xml", book.concat()),
        ("xl/_rels/workbook.xml.rels", linked.concat()),
        ("xl/styles.xml", [HEAD, "<styleSheet xmlns=\"", MAIN, "\">", STYLES, "</styleSheet>"].concat()),
    ];
    all.append(&mut parts);
    zip::stored(&all)
}

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const TYPE: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

/// Fonts, fills, borders, and the looks put together from them, in the order of [`Look`].
const STYLES: &str = "<fonts count=\"3\"><font><sz val=\"11\"/><name val=\"Microsoft YaHei\"/></font>\
<font><b/><sz val=\"11\"/><name val=\"Microsoft YaHei\"/></font>\
<font><sz val=\"11\"/><color rgb=\"FF666666\"/><name val=\"Microsoft YaHei\"/></font></fonts>\
<fills count=\"6\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill>\
<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFE8EDF3\"/></patternFill></fill>\
<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFFBE3E0\"/></patternFill></fill>\
<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFFFF1D6\"/></patternFill></fill>\
<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFE6F0FA\"/></patternFill></fill></fills>\
<borders count=\"2\"><border/><border><left style=\"thin\"><color rgb=\"FFBFBFBF\"/></left>\
<right style=\"thin\"><color rgb=\"FFBFBFBF\"/></right><top style=\"thin\"><color rgb=\"FFBFBFBF\"/></top>\
<bottom style=\"thin\"><color rgb=\"FFBFBFBF\"/></bottom></border></borders>\
<cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"7\"><xf/>\
<xf borderId=\"1\" applyBorder=\"1\" applyAlignment=\"1\"><alignment vertical=\"top\" wrapText=\"1\"/></xf>\
<xf fontId=\"1\" fillId=\"2\" borderId=\"1\" applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\" applyAlignment=\"1\"><alignment vertical=\"center\" wrapText=\"1\"/></xf>\
<xf fontId=\"1\" fillId=\"3\" borderId=\"1\" applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\" applyAlignment=\"1\"><alignment vertical=\"top\" wrapText=\"1\"/></xf>\
<xf fontId=\"1\" fillId=\"4\" borderId=\"1\" applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\" applyAlignment=\"1\"><alignment vertical=\"top\" wrapText=\"1\"/></xf>\
<xf fillId=\"5\" borderId=\"1\" applyFill=\"1\" applyBorder=\"1\" applyAlignment=\"1\"><alignment vertical=\"top\" wrapText=\"1\"/></xf>\
<xf fontId=\"2\" borderId=\"1\" applyFont=\"1\" applyBorder=\"1\" applyAlignment=\"1\"><alignment vertical=\"top\" wrapText=\"1\"/></xf></cellXfs>";

/// One sheet: its head frozen, printed on as many A4 pages as it is long.
fn sheet_part(sheet: &Sheet, selected: bool) -> String {
    let mut out = String::new();
    push(
        &mut out,
        &[
            HEAD,
            "<worksheet xmlns=\"",
            MAIN,
            "\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr><sheetViews>",
            "<sheetView ",
            if selected { "tabSelected=\"1\" " } else { "" },
            "workbookViewId=\"0\">",
            if sheet.labelled {
                "<pane xSplit=\"1\" ySplit=\"1\" topLeftCell=\"B2\" activePane=\"bottomRight\""
            } else {
                "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\""
            },
            " state=\"frozen\"/></sheetView></sheetViews><cols>",
        ],
    );
    for (width, column) in sheet.widths.iter().zip(1..) {
        let column: u16 = column;
        let column = column.to_string();
        push(
            &mut out,
            &[
                "<col min=\"",
                &column,
                "\" max=\"",
                &column,
                "\" width=\"",
                &width.to_string(),
                "\" customWidth=\"1\"/>",
            ],
        );
    }
    out.push_str("</cols><sheetData>");
    for row in &sheet.rows {
        out.push_str("<row>");
        for (value, look) in row {
            let style = (*look as u8).to_string();
            match value {
                Value::Number(number) => push(&mut out, &["<c s=\"", &style, "\"><v>", number, "</v></c>"]),
                Value::Words(words) => {
                    push(&mut out, &["<c s=\"", &style, "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">"]);
                    let end = words.char_indices().nth(CELL_CAP).map_or(words.len(), |(end, _)| end);
                    xml(&mut out, &words[..end]);
                    out.push_str("</t></is></c>");
                }
            }
        }
        out.push_str("</row>");
    }
    out.push_str(
        "</sheetData><pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/></worksheet>",
    );
    out
}

fn push(out: &mut String, pieces: &[&str]) {
    for piece in pieces {
        out.push_str(piece);
    }
}
