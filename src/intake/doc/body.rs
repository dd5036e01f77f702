//! The characters of a document's text to paragraphs and tables, by the marks among
//! them.

use super::numbering::Numbering;
use super::properties::{Character, Paragraph, Runs};
use crate::intake::canonical::{Block, Cell, Table};
use crate::intake::remark::Remark;
use crate::order;

/// The most fields within fields.
const FIELDS: usize = 64;

/// How far apart, in twentieths of a point, the edge of one column may be in two rows.
const NEAR: i32 = 40;

/// A text that is being read.
pub struct Body<'r> {
    paragraphs: &'r Runs<Paragraph>,
    characters: &'r Runs<Character>,
    numbering: Numbering,
    blocks: Vec<Block>,
    /// The paragraph's code units.
    units: Vec<u16>,
    /// For each open field, whether what comes is its code and not its result.
    fields: Vec<bool>,
    /// The cell that is being read, the row, and the table with its rows' edges.
    cell: Vec<Block>,
    row: Vec<Cell>,
    table: Vec<(Vec<i16>, Vec<Cell>)>,
    /// The same for a table in a cell.
    inner_cell: Vec<Block>,
    inner_row: Vec<Cell>,
    inner_table: Table,
    /// What the character before was, as far as it is left aside.
    before: Character,
    in_boxes: bool,
}

impl<'r> Body<'r> {
    /// Begins a text with these properties.
    pub fn new(
        paragraphs: &'r Runs<Paragraph>,
        characters: &'r Runs<Character>,
        numbering: Numbering,
    ) -> Self {
        Self {
            paragraphs,
            characters,
            numbering,
            blocks: Vec::new(),
            units: Vec::new(),
            fields: Vec::new(),
            cell: Vec::new(),
            row: Vec::new(),
            table: Vec::new(),
            inner_cell: Vec::new(),
            inner_row: Vec::new(),
            inner_table: Table::default(),
            before: Character::default(),
            in_boxes: false,
        }
    }

    /// Goes on with the text boxes, which stand after the text.
    pub fn begin_boxes(&mut self) {
        self.end_table();
        self.fields.clear();
        self.in_boxes = true;
    }

    /// Takes the code unit that stands at `at` in the file.
    pub fn unit(&mut self, unit: u16, at: u32) {
        let character = self.characters.at(at).copied().unwrap_or_default();
        let is_mark = matches!(unit, 7 | 12 | 13);
        let before = std::mem::replace(&mut self.before, character);
        if character.deleted && !before.deleted {
            self.remark(Remark::Deleted);
        }
        if character.hidden && !before.hidden && !is_mark {
            self.remark(Remark::Hidden);
        }
        if character.inserted && !before.inserted {
            self.remark(Remark::Inserted);
        }
        // The mark of a deleted paragraph joins it with the next; a cell's stays.
        if character.deleted && unit != 7 || character.hidden && !is_mark {
            return;
        }
        match unit {
            0x13 if self.fields.len() < FIELDS => self.fields.push(true),
            0x14 => self.fields.last_mut().into_iter().for_each(|code| *code = false),
            0x15 => drop(self.fields.pop()),
            7 | 12 | 13 => self.end_paragraph(unit, at),
            _ if self.fields.contains(&true) => {}
            1 => self.remark(Remark::Picture),
            2 => self.remark(Remark::Footnote),
            5 => self.remark(Remark::Comment),
            0x0b => self.units.push(u16::from(b'\n')),
            0x1e => self.units.push(u16::from(b'-')),
            9 => self.units.push(9),
            unit if unit < 0x20 => {}
            unit => self.units.push(unit),
        }
    }

    fn remark(&mut self, remark: Remark) {
        let place =
            if self.row.is_empty() && self.cell.is_empty() { &mut self.blocks } else { &mut self.cell };
        match place.last_mut() {
            Some(Block::Remark(last, count)) if *last == remark => *count += 1,
            _ => place.push(Block::Remark(remark, 1)),
        }
    }

    fn end_paragraph(&mut self, mark: u16, at: u32) {
        let properties = self.paragraphs.at(at);
        let nothing = Paragraph::default();
        let own = properties.unwrap_or(&nothing);
        let units = std::mem::take(&mut self.units);
        let mut words: String =
            char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect();
        let ends_row = own.ends_row || own.ends_inner_row;
        if !ends_row && (mark == 13 || !words.is_empty()) {
            let number = self.numbering.number(own);
            if !number.is_empty() {
                words.insert_str(0, &number);
                self.remark(Remark::AutomaticNumber);
            }
        }
        if own.depth == 0 && mark != 7 {
            self.end_table();
            if !words.trim().is_empty() && std::mem::take(&mut self.in_boxes) {
                self.blocks.push(Block::Remark(Remark::BoxAtEnd, 1));
            }
            self.blocks.push(Block::Paragraph(words));
            return;
        }
        if own.depth > 1 {
            self.end_inner(own, words);
            return;
        }
        self.end_inner_table();
        match mark {
            7 if own.ends_row => self.table.push((own.edges.clone(), std::mem::take(&mut self.row))),
            7 => {
                self.cell.push(Block::Paragraph(words));
                let blocks = std::mem::take(&mut self.cell);
                self.row.push(Cell { blocks, columns: 1, rows: 1 });
            }
            _ => self.cell.push(Block::Paragraph(words)),
        }
    }

    /// A paragraph of a table in a cell, where other marks end cells and rows.
    fn end_inner(&mut self, own: &Paragraph, words: String) {
        if own.ends_inner_row {
            self.inner_table.rows.push(std::mem::take(&mut self.inner_row));
            return;
        }
        self.inner_cell.push(Block::Paragraph(words));
        if own.ends_inner_cell {
            let blocks = std::mem::take(&mut self.inner_cell);
            self.inner_row.push(Cell { blocks, columns: 1, rows: 1 });
        }
    }

    fn end_inner_table(&mut self) {
        let mut table = std::mem::take(&mut self.inner_table);
        // What is cut off within a row.
        let mut row = std::mem::take(&mut self.inner_row);
        let blocks = std::mem::take(&mut self.inner_cell);
        if !blocks.is_empty() {
            row.push(Cell { blocks, columns: 1, rows: 1 });
        }
        if !row.is_empty() {
            table.rows.push(row);
        }
        if !table.rows.is_empty() {
            self.cell.push(Block::Table(table));
        }
    }

    /// Ends the table. A cell goes over as many columns as edges of other rows are
    /// within it.
    fn end_table(&mut self) {
        self.end_inner_table();
        // What is cut off within a row.
        let blocks = std::mem::take(&mut self.cell);
        if !blocks.is_empty() {
            self.row.push(Cell { blocks, columns: 1, rows: 1 });
        }
        if !self.row.is_empty() {
            self.table.push((Vec::new(), std::mem::take(&mut self.row)));
        }
        let rows = std::mem::take(&mut self.table);
        let mut edges: Vec<i32> =
            rows.iter().flat_map(|(edges, _)| edges).map(|edge| i32::from(*edge)).collect();
        order::by_key(&mut edges, |edge| (edge + (1 << 16)) as u128);
        edges.dedup_by(|next, before| *next - *before < NEAR);
        let column = |edge: i16| edges.partition_point(|own| *own <= i32::from(edge) - NEAR);
        let mut table = Table::default();
        for (own, mut cells) in rows {
            for (at, cell) in cells.iter_mut().enumerate() {
                if let (Some(from), Some(to)) = (own.get(at), own.get(at + 1)) {
                    cell.columns = column(*to).saturating_sub(column(*from)).max(1) as u32;
                }
            }
            if let Some(first) = own.first().map(|first| column(*first)).filter(|first| *first > 0) {
                cells.insert(0, Cell::empty(first as u32));
            }
            table.rows.push(cells);
        }
        if !table.rows.is_empty() {
            self.blocks.push(Block::Table(table));
        }
    }

    /// The text's blocks.
    pub fn finish(mut self) -> Vec<Block> {
        if !self.units.is_empty() {
            self.end_paragraph(13, u32::MAX);
        }
        self.end_table();
        self.blocks
    }
}
