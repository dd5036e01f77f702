//! The body of a Word document to blocks.

use crate::intake::Intake;
use crate::intake::canonical::{Block, Cell, Table};
use crate::intake::kind::Kind;
use crate::intake::refusal::Refusal;
use crate::intake::remark::Remark;
use crate::intake::xml::{Element, Xml};

use super::numbering::{Numbering, Place, place};

/// The most paragraphs and cells; a report has some five hundred.
const PIECES: usize = 1 << 19;

/// The most files within the document that are read.
const EMBEDDED: usize = 16;

/// Gives the text of a file within the document by its id.
type Embedded<'e> = &'e dyn Fn(&str) -> Option<Intake>;

/// Reads the main part.
pub fn read(text: &str, numbering: Numbering, embedded: Embedded) -> Result<Vec<Block>, Refusal> {
    let xml = Xml::new(text, Kind::Docx);
    let mut body = Body { xml, numbering, embedded, carried: None, chosen: Vec::new(), pieces: 0, files: 0 };
    let mut out = Vec::new();
    body.xml.root()?;
    body.blocks(&mut out)?;
    Ok(out)
}

struct Body<'x, 'e> {
    xml: Xml<'x>,
    numbering: Numbering,
    embedded: Embedded<'e>,
    /// The words of a paragraph whose end a revision deleted; they go on in the next.
    carried: Option<String>,
    /// The depths at which one of several alternatives has been read.
    chosen: Vec<usize>,
    /// How many paragraphs and cells there have been.
    pieces: usize,
    /// How many files within the document have been read.
    files: usize,
}

/// What a paragraph says of itself.
#[derive(Default)]
struct Properties {
    style: Option<String>,
    place: Place,
    /// Whether a revision deleted its end.
    end_deleted: bool,
}

impl<'x> Body<'x, '_> {
    /// The blocks in the element that began last.
    fn blocks(&mut self, out: &mut Vec<Block>) -> Result<(), Refusal> {
        let depth = self.xml.depth();
        while let Some(element) = self.xml.next_within(depth)? {
            self.block(&element, out)?;
        }
        // Nothing follows that carried words could go on in.
        if let Some(words) = self.carried.take() {
            out.push(Block::Paragraph(words));
        }
        Ok(())
    }

    fn block(&mut self, element: &Element, out: &mut Vec<Block>) -> Result<(), Refusal> {
        match element.name() {
            "p" => self.paragraph(out),
            "tbl" => {
                // Words do not go on into a table.
                out.extend(self.carried.take().map(Block::Paragraph));
                self.table(out)
            }
            "sectPr" | "sdtPr" | "sdtEndPr" | "tblPr" | "tcPr" => self.xml.skip(),
            "del" | "moveFrom" => self.deleted(out),
            "altChunk" => {
                self.files += 1;
                let id = element.attribute("id").filter(|_| self.files <= EMBEDDED);
                match id.and_then(|id| (self.embedded)(&id)) {
                    Some(intake) => {
                        out.extend(intake.notes.iter().map(|note| Block::Remark(note.remark, note.count)));
                        out.extend(intake.text.lines().map(|line| Block::Paragraph(line.to_string())));
                    }
                    None => out.push(Block::Remark(Remark::Embedded, 1)),
                }
                self.xml.skip()
            }
            name if self.alternative(name) => Ok(()),
            _ => self.xml.skip(),
        }
    }

    /// Whether an element that has just begun is to be read: of several alternatives
    /// only the first is.
    fn alternative(&mut self, name: &str) -> bool {
        let depth = self.xml.depth();
        match name {
            "mc:AlternateContent" => {
                self.chosen.retain(|chosen| *chosen < depth);
                true
            }
            "mc:Choice" | "mc:Fallback" => {
                let first = !self.chosen.contains(&(depth - 1));
                if first {
                    self.chosen.push(depth - 1);
                }
                first
            }
            _ => true,
        }
    }

    /// Counts a paragraph or cell.
    fn count(&mut self) -> Result<(), Refusal> {
        self.pieces += 1;
        if self.pieces > PIECES { Err(Refusal::TooLarge) } else { Ok(()) }
    }

    fn deleted(&mut self, out: &mut Vec<Block>) -> Result<(), Refusal> {
        out.push(Block::Remark(Remark::Deleted, 1));
        self.xml.skip()
    }

    fn paragraph(&mut self, out: &mut Vec<Block>) -> Result<(), Refusal> {
        self.count()?;
        let mut properties = Properties::default();
        let mut words = self.carried.take().unwrap_or_default();
        // What is anchored in the paragraph comes after it, with its remarks.
        let mut after = Vec::new();
        let mut hidden = false;
        let depth = self.xml.depth();
        while let Some(element) = self.xml.next_within(depth)? {
            match element.name() {
                "pPr" => properties = self.properties(out)?,
                "r" => hidden = false,
                "rPr" => hidden = self.is_hidden()?,
                "t" | "m:t" => {
                    let start = words.len();
                    self.xml.words(&mut words)?;
                    if hidden && words.len() > start {
                        words.truncate(start);
                        out.push(Block::Remark(Remark::Hidden, 1));
                    }
                }
                "tab" | "ptab" if !hidden => words.push('\t'),
                "br" | "cr" if !hidden => words.push('\n'),
                "noBreakHyphen" if !hidden => words.push('-'),
                "del" | "moveFrom" => self.deleted(out)?,
                "ins" | "moveTo" => out.push(Block::Remark(Remark::Inserted, 1)),
                "footnoteReference" | "endnoteReference" => out.push(Block::Remark(Remark::Footnote, 1)),
                "commentReference" => out.push(Block::Remark(Remark::Comment, 1)),
                "pic:pic" | "v:imagedata" | "c:chart" | "dgm:relIds" => {
                    out.push(Block::Remark(Remark::Picture, 1))
                }
                "o:OLEObject" => out.push(Block::Remark(Remark::Embedded, 1)),
                "txbxContent" => {
                    let mut inner = Vec::new();
                    self.blocks(&mut inner)?;
                    if !inner.is_empty() {
                        after.push(Block::Remark(Remark::TextBox, 1));
                        after.append(&mut inner);
                    }
                }
                "instrText" | "delText" | "delInstrText" | "rt" | "sdtPr" | "sdtEndPr" | "fldData" => {
                    self.xml.skip()?;
                }
                name => {
                    if !self.alternative(name) {
                        self.xml.skip()?;
                    }
                }
            }
        }
        if properties.end_deleted {
            self.carried = Some(words);
            out.append(&mut after);
            return Ok(());
        }
        let number = self.numbering.number(properties.style.as_deref(), properties.place);
        if !number.is_empty() {
            out.push(Block::Remark(Remark::AutomaticNumber, 1));
        }
        let words = without_lone_tabs(&words);
        if !number.is_empty() || !words.is_empty() {
            out.push(Block::Paragraph(number + words.as_str()));
        }
        out.append(&mut after);
        Ok(())
    }

    fn properties(&mut self, out: &mut Vec<Block>) -> Result<Properties, Refusal> {
        let mut properties = Properties::default();
        self.xml.within(|xml, element| {
            match element.name() {
                "pStyle" => properties.style = element.attribute("val"),
                "numPr" => properties.place = place(xml)?,
                "pPrChange" | "rPrChange" | "sectPr" => xml.skip()?,
                "del" | "moveFrom" => {
                    properties.end_deleted = true;
                    out.push(Block::Remark(Remark::Deleted, 1));
                }
                _ => {}
            }
            Ok(())
        })?;
        Ok(properties)
    }

    /// Whether a run's properties hide it.
    fn is_hidden(&mut self) -> Result<bool, Refusal> {
        let mut hidden = false;
        self.xml.within(|xml, element| {
            match element.name() {
                "vanish" => hidden = element.is_on(),
                "rPrChange" => xml.skip()?,
                _ => {}
            }
            Ok(())
        })?;
        Ok(hidden)
    }

    fn table(&mut self, out: &mut Vec<Block>) -> Result<(), Refusal> {
        let mut table = Table::default();
        let depth = self.xml.depth();
        while let Some(element) = self.xml.next_within(depth)? {
            match element.name() {
                "tr" => match self.row()? {
                    Some(row) => table.rows.push(row),
                    None => out.push(Block::Remark(Remark::Deleted, 1)),
                },
                "tblPr" | "tblGrid" | "sdtPr" | "sdtEndPr" => self.xml.skip()?,
                _ => {}
            }
        }
        if !table.rows.is_empty() {
            out.push(Block::Table(table));
        }
        Ok(())
    }

    /// A row; `None` where a revision deleted it.
    fn row(&mut self) -> Result<Option<Vec<Cell>>, Refusal> {
        let mut row = Vec::new();
        let (mut deleted, mut inserted) = (false, false);
        let depth = self.xml.depth();
        while let Some(element) = self.xml.next_within(depth)? {
            match element.name() {
                "trPr" => {
                    let mut before = 0;
                    self.xml.within(|xml, element| {
                        match element.name() {
                            "gridBefore" => before = element.number("val").unwrap_or_default(),
                            "del" => deleted = true,
                            "ins" => inserted = true,
                            "trPrChange" => xml.skip()?,
                            _ => {}
                        }
                        Ok(())
                    })?;
                    if before > 0 {
                        row.push(Cell::empty(before));
                    }
                }
                "tc" => row.extend(self.cell()?),
                "tblPrEx" | "sdtPr" | "sdtEndPr" => self.xml.skip()?,
                _ => {}
            }
        }
        if inserted && let Some(first) = row.first_mut() {
            first.blocks.insert(0, Block::Remark(Remark::Inserted, 1));
        }
        Ok((!deleted).then_some(row))
    }

    /// A cell; `None` where a revision deleted it.
    fn cell(&mut self) -> Result<Option<Cell>, Refusal> {
        self.count()?;
        let mut cell = Cell::empty(1);
        let (mut covered, mut deleted) = (false, false);
        let depth = self.xml.depth();
        while let Some(element) = self.xml.next_within(depth)? {
            if element.name() != "tcPr" {
                self.block(&element, &mut cell.blocks)?;
                continue;
            }
            self.xml.within(|xml, element| {
                match element.name() {
                    "gridSpan" => cell.columns = element.number("val").unwrap_or(1),
                    // A cell that goes on from above or from the left has no words.
                    "vMerge" | "hMerge" => {
                        covered |= element.attribute("val").is_none_or(|value| value != "restart");
                    }
                    "cellDel" => deleted = true,
                    "tcPrChange" => xml.skip()?,
                    _ => {}
                }
                Ok(())
            })?;
        }
        if let Some(words) = self.carried.take() {
            cell.blocks.push(Block::Paragraph(words));
        }
        if covered {
            cell.blocks.clear();
        }
        Ok((!deleted).then_some(cell))
    }
}

/// A paragraph's words with spaces for its tabs, which only move words; two or more
/// between words set out columns and stay.
fn without_lone_tabs(words: &str) -> String {
    let trimmed = words.trim_matches(['\t', ' ']);
    let lines = trimmed.split('\n').map(|line| {
        let columns = line.trim_matches('\t').split('\t').filter(|part| !part.trim().is_empty()).count();
        if columns > 2 { line.to_string() } else { line.replace('\t', " ") }
    });
    lines.collect::<Vec<_>>().join("\n")
}
