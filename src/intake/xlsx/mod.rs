//! Excel workbooks: the sheets that are shown, in their order, row by row. Of the format
//! only what holds words is read; the whole-format crates weigh more than all readers
//! here together.

mod number;

use super::Intake;
use super::canonical::{self, Block, Cell, Table};
use super::kind::Kind;
use super::ooxml::{optional, part, related};
use super::refusal::Refusal;
use super::remark::Remark;
use super::xml::Xml;
use super::zip::Zip;

use number::{Shown, formats, number};

/// The most sheets that are read.
const SHEETS: usize = 256;

/// The most columns, and the most places of all sheets.
const COLUMNS: usize = 256;
const PLACES: usize = 1 << 20;

/// How many empty rows are between two parts of a sheet.
const GAP: usize = 1;

/// From this many characters on, words alone in their row are prose.
const PROSE: usize = 40;

/// Reads a workbook.
///
/// # Errors
/// When it is damaged, encrypted, or grows over a cap.
pub fn read(bytes: &[u8]) -> Result<Intake, Refusal> {
    let zip = Zip::open(bytes).map_err(|fault| fault.refusal(Kind::Xlsx))?;
    let main = related(&zip, Kind::Xlsx, "_rels/.rels", "", |kind, _| kind.ends_with("/officeDocument"))?
        .into_iter()
        .next()
        .map_or_else(|| "xl/workbook.xml".to_string(), |part| part.target);
    if main.ends_with(".bin") {
        return Err(Refusal::Unsupported(Kind::Xlsx));
    }
    let (folder, file) = main.rsplit_once('/').unwrap_or(("", &main));
    let relations = format!("{folder}/_rels/{file}.rels");
    let parts = related(&zip, Kind::Xlsx, &relations, folder, |_, _| true)?;
    let of_kind =
        |kind: &str| parts.iter().find(|part| part.kind.ends_with(kind)).map(|part| part.target.as_str());
    let strings = match optional(&zip, Kind::Xlsx, of_kind("/sharedStrings"))? {
        Some(text) => strings(&text)?,
        None => Vec::new(),
    };
    let formats = match optional(&zip, Kind::Xlsx, of_kind("/styles"))? {
        Some(text) => formats(&text)?,
        None => Vec::new(),
    };
    let book = workbook(&part(&zip, Kind::Xlsx, &main)?)?;

    let mut blocks = Vec::new();
    let mut reader = Reader { strings, formats, from_1904: book.from_1904, room: PLACES, uncounted: 0 };
    for (id, hidden) in book.sheets {
        let Some(target) = parts.iter().find(|part| part.id == id && part.kind.ends_with("/worksheet"))
        else {
            continue;
        };
        if hidden {
            blocks.push(Block::Remark(Remark::HiddenSheet, 1));
            continue;
        }
        let sheet = reader.sheet(&part(&zip, Kind::Xlsx, &target.target)?)?;
        write(sheet, &mut blocks);
        if std::mem::take(&mut reader.uncounted) > 0 {
            blocks.push(Block::Remark(Remark::Formula, 1));
        }
    }
    canonical::write(Kind::Xlsx.key(), &blocks)
}

/// What the workbook's own part says.
struct Workbook {
    /// The sheets' parts, and whether they are hidden.
    sheets: Vec<(String, bool)>,
    /// Whether days count from 1904.
    from_1904: bool,
}

fn workbook(text: &str) -> Result<Workbook, Refusal> {
    let mut xml = Xml::new(text, Kind::Xlsx);
    let mut book = Workbook { sheets: Vec::new(), from_1904: false };
    while let Some(element) = xml.next_within(0)? {
        match element.name() {
            "sheet" if book.sheets.len() < SHEETS => {
                // Both `id` and `sheetId` are there; the first is with the relations.
                let hidden = element.attribute("state").is_some_and(|state| state != "visible");
                book.sheets.push((element.attribute("id").unwrap_or_default(), hidden));
            }
            "workbookPr" => {
                book.from_1904 =
                    element.attribute("date1904").is_some_and(|value| value == "1" || value == "true");
            }
            _ => {}
        }
    }
    Ok(book)
}

/// The words that cells refer to.
fn strings(text: &str) -> Result<Vec<String>, Refusal> {
    let mut xml = Xml::new(text, Kind::Xlsx);
    let mut strings = Vec::new();
    xml.root()?;
    xml.within(|xml, element| {
        if element.name() == "si" {
            strings.push(rich(xml)?);
        }
        Ok(())
    })?;
    Ok(strings)
}

/// The words of an element that may be in several runs, without how they are read
/// aloud.
fn rich(xml: &mut Xml) -> Result<String, Refusal> {
    let mut words = String::new();
    xml.within(|xml, element| match element.name() {
        "t" => xml.words(&mut words),
        "rPh" => xml.skip(),
        _ => Ok(()),
    })?;
    Ok(words)
}

struct Reader {
    strings: Vec<String>,
    formats: Vec<Shown>,
    from_1904: bool,
    /// How many places may still be written.
    room: usize,
    /// Formulas without a value.
    uncounted: usize,
}

/// A sheet's cells, and how many rows and columns are hidden.
#[derive(Default)]
struct Sheet {
    /// The rows with their numbers, from 0.
    rows: Vec<(usize, Vec<String>)>,
    /// The merged cells: first row and column, last row and column.
    merged: Vec<[usize; 4]>,
    hidden: usize,
}

impl Reader {
    fn sheet(&mut self, text: &str) -> Result<Sheet, Refusal> {
        let mut xml = Xml::new(text, Kind::Xlsx);
        let mut sheet = Sheet::default();
        let mut number = 0;
        xml.root()?;
        while let Some(element) = xml.next_within(0)? {
            match element.name() {
                "col" | "row" => {
                    if element.attribute("hidden").is_some_and(|value| value == "1" || value == "true") {
                        sheet.hidden += 1;
                    }
                    if element.name() == "row" {
                        number = element.number("r").map_or(number, |row| row.saturating_sub(1) as usize);
                        let row = self.row(&mut xml)?;
                        self.room = self.room.checked_sub(row.len()).ok_or(Refusal::TooLarge)?;
                        if !row.is_empty() {
                            sheet.rows.push((number, row));
                        }
                        number += 1;
                    }
                }
                "mergeCell" if sheet.merged.len() < 1 << 16 => {
                    let range = element.attribute("ref").unwrap_or_default();
                    if let Some((first, last)) = range.split_once(':')
                        && let (Some(first), Some(last)) = (place(first), place(last))
                    {
                        sheet.merged.push([first.0, first.1, last.0, last.1]);
                    }
                }
                _ => {}
            }
        }
        Ok(sheet)
    }

    fn row(&mut self, xml: &mut Xml) -> Result<Vec<String>, Refusal> {
        let mut row: Vec<String> = Vec::new();
        let mut column = 0;
        xml.within(|xml, element| {
            if element.name() != "c" {
                return Ok(());
            }
            if let Some((_, at)) = element.attribute("r").and_then(|name| place(&name)) {
                column = at;
            }
            let kind = element.attribute("t").unwrap_or_default();
            let style = element.number("s").unwrap_or(0) as usize;
            let words = self.cell(xml, &kind, style)?;
            if column < COLUMNS && !words.trim().is_empty() {
                if row.len() <= column {
                    row.resize(column + 1, String::new());
                }
                row[column] = words;
            }
            column += 1;
            Ok(())
        })?;
        Ok(row)
    }

    fn cell(&mut self, xml: &mut Xml, kind: &str, style: usize) -> Result<String, Refusal> {
        let (mut value, mut inline, mut formula) = (String::new(), String::new(), false);
        xml.within(|xml, element| {
            match element.name() {
                "v" => xml.words(&mut value)?,
                "is" => inline = rich(xml)?,
                "f" => formula = true,
                _ => {}
            }
            Ok(())
        })?;
        if formula && value.is_empty() {
            self.uncounted += 1;
        }
        Ok(match kind {
            "s" => {
                let at: Option<usize> = value.trim().parse().ok();
                at.and_then(|at| self.strings.get(at)).cloned().unwrap_or_default()
            }
            "inlineStr" => inline,
            "" | "n" => {
                let shown = self.formats.get(style).copied().unwrap_or(Shown::Number);
                number(&value, shown, self.from_1904)
            }
            // The result of a formula, an error, a logical value.
            _ => value,
        })
    }
}

/// A cell's row and column by its name, as `B12`.
fn place(name: &str) -> Option<(usize, usize)> {
    let letters = name.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (letters, digits) = name.split_at(letters);
    let column = letters.bytes().try_fold(0_usize, |column, letter| {
        Some(column.checked_mul(26)? + usize::from(letter.to_ascii_uppercase() - b'A') + 1)
    })?;
    let row: usize = digits.parse().ok()?;
    Some((row.checked_sub(1)?, column.checked_sub(1)?))
}

/// Writes a sheet: words alone over the whole width of their row are paragraphs,
/// everything else is rows.
fn write(sheet: Sheet, blocks: &mut Vec<Block>) {
    if sheet.hidden > 0 {
        blocks.push(Block::Remark(Remark::HiddenRows, sheet.hidden));
    }
    // A merged cell's other places may hold what was there before.
    let mut rows = sheet.rows;
    for [top, left, bottom, right] in &sheet.merged {
        let from = rows.partition_point(|(number, _)| number < top);
        for (number, row) in rows[from..].iter_mut().take_while(|(number, _)| number <= bottom) {
            let places = row.iter_mut().enumerate().take(right + 1).skip(*left);
            places.filter(|(column, _)| *number > *top || column > left).for_each(|(_, words)| words.clear());
        }
    }
    let mut last = None;
    let mut at = 0;
    while at < rows.len() {
        // A part of a sheet: rows without an empty one between them.
        let mut end = at + 1;
        while end < rows.len() && rows[end].0 <= rows[end - 1].0 + GAP {
            end += 1;
        }
        let reach =
            |row: &[String]| row.iter().rposition(|words| !words.is_empty()).map_or(0, |last| last + 1);
        let width = rows[at..end].iter().map(|(_, row)| reach(row)).max().unwrap_or(0);
        for (number, row) in &mut rows[at..end] {
            let alone = row.iter().filter(|words| !words.is_empty()).count() == 1;
            let Some(first) = row.iter().position(|words| !words.is_empty()) else { continue };
            // Over how many columns it goes.
            let merged = sheet.merged.iter().find(|m| m[0] == *number && m[1] == first);
            let columns = merged.map_or(1, |merged| merged[3] - merged[1] + 1);
            let over_all =
                first == 0 && columns > 1 && columns >= width && merged.is_some_and(|m| m[0] == m[2]);
            let is_prose = row[first].chars().count() > PROSE || first == 0 && width == 1;
            if alone && (over_all || is_prose) {
                blocks.push(Block::Paragraph(std::mem::take(&mut row[first])));
                last = None;
                continue;
            }
            row.resize(width, String::new());
            let cells = row.drain(..).map(Cell::of).collect();
            match blocks.last_mut() {
                Some(Block::Table(table)) if last == Some(*number) => table.rows.push(cells),
                _ => blocks.push(Block::Table(Table { rows: vec![cells] })),
            }
            last = Some(*number + 1);
        }
        at = end;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_places_are_counted() {
        assert_eq!(place("A1"), Some((0, 0)));
        assert_eq!(place("AB12"), Some((11, 27)));
        assert_eq!(place("A0"), None);
        assert_eq!(place("ZZZZZZZZZZZZZZZZZZZZ1"), None);
    }
}
