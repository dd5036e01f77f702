//! The properties of paragraphs and characters in a Word document of the older kind:
//! pages of 512 bytes that say which bytes of the text have which.

use crate::intake::ole::{u16_at, u32_at};
use crate::order;

/// The most runs of one kind.
const RUNS: usize = 1 << 20;

/// How large a page of properties is.
const PAGE: usize = 512;

/// What is wanted of a paragraph's properties.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Paragraph {
    /// Its style.
    pub style: u16,
    /// How many tables it is in.
    pub depth: u32,
    /// Whether its mark ends a row.
    pub ends_row: bool,
    /// Whether its mark ends a cell of a table in a table.
    pub ends_inner_cell: bool,
    /// Whether its mark ends a row of a table in a table.
    pub ends_inner_row: bool,
    /// Which list it is in, if it says so itself; 0 is none.
    pub list: Option<u16>,
    /// The level in the list.
    pub level: Option<u8>,
    /// Where the row's cells begin, and the last one ends.
    pub edges: Vec<i16>,
}

/// What is wanted of a character's properties.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Character {
    /// Deleted, with the deletion tracked.
    pub deleted: bool,
    /// Inserted, with the insertion tracked.
    pub inserted: bool,
    /// Hidden.
    pub hidden: bool,
}

/// Properties by the places in the file that have them.
#[derive(Debug)]
pub struct Runs<T> {
    runs: Vec<(u32, u32, T)>,
}

impl<T> Runs<T> {
    /// What the byte at `at` has.
    pub fn at(&self, at: u32) -> Option<&T> {
        let after = self.runs.partition_point(|(start, ..)| *start <= at);
        self.runs[..after].last().filter(|(_, end, _)| at < *end).map(|(.., properties)| properties)
    }

    /// Reads the pages that `list` names; `read` reads what begins at a place of a page.
    fn read(main: &[u8], list: &[u8], width: usize, read: impl Fn(&[u8], usize) -> T) -> Self {
        let mut runs = Vec::new();
        let pages = (list.len().saturating_sub(4)) / 8;
        let mut seen = Vec::new();
        for at in 0..pages {
            let Some(number) = u32_at(list, 4 * (pages + 1) + 4 * at) else { break };
            let start = (number & 0x3f_ffff) as usize * PAGE;
            let Some(page) = main.get(start..start + PAGE) else { continue };
            // Each page counts once, whatever the list says.
            if seen.last().is_some_and(|last| *last >= start) {
                continue;
            }
            seen.push(start);
            let count = usize::from(page[PAGE - 1]);
            for run in 0..count {
                let (Some(from), Some(to)) = (u32_at(page, 4 * run), u32_at(page, 4 * run + 4)) else {
                    break;
                };
                let Some(offset) = page.get(4 * (count + 1) + width * run) else { break };
                if from < to && runs.len() < RUNS {
                    runs.push((from, to, read(page, usize::from(*offset) * 2)));
                }
            }
        }
        order::by_key(&mut runs, |(from, ..)| u128::from(*from));
        Self { runs }
    }
}

/// The properties of paragraphs. `data` is the stream for those too long for a page.
pub fn paragraphs(main: &[u8], list: &[u8], data: &[u8]) -> Runs<Paragraph> {
    Runs::read(main, list, 13, |page, at| {
        if at == 0 {
            return Paragraph::default();
        }
        let short = page.get(at).copied().unwrap_or(0);
        let (start, length) = match short {
            0 => (at + 2, 2 * usize::from(page.get(at + 1).copied().unwrap_or(0))),
            short => (at + 1, 2 * usize::from(short) - 1),
        };
        let end = (start + length).min(page.len());
        paragraph(page.get(start..end).unwrap_or_default(), data)
    })
}

/// A paragraph's properties: its style, and changes to it.
pub fn paragraph(bytes: &[u8], data: &[u8]) -> Paragraph {
    let mut paragraph = Paragraph { style: u16_at(bytes, 0).unwrap_or(0), ..Paragraph::default() };
    let mut long = None;
    change(bytes.get(2..).unwrap_or_default(), &mut paragraph, &mut long);
    let long = long.and_then(|at: u32| {
        let at = at as usize;
        let length = usize::from(u16_at(data, at)?);
        data.get(at + 2..(at + 2).checked_add(length)?)
    });
    if let Some(long) = long {
        change(long, &mut paragraph, &mut None);
    }
    paragraph
}

fn change(bytes: &[u8], paragraph: &mut Paragraph, long: &mut Option<u32>) {
    each(bytes, |code, operand| {
        let first = operand.first().copied().unwrap_or(0);
        let is_on = first != 0;
        match code {
            0x2416 => paragraph.depth = paragraph.depth.max(u32::from(is_on)),
            0x2417 => paragraph.ends_row = is_on,
            0x6649 => paragraph.depth = u32_at(operand, 0).unwrap_or(0),
            0x244b => paragraph.ends_inner_cell = is_on,
            0x244c => paragraph.ends_inner_row = is_on,
            0x460b => paragraph.list = u16_at(operand, 0),
            0x260a => paragraph.level = Some(first),
            0x6645 | 0x6646 => *long = u32_at(operand, 0),
            0xd608 => {
                let edges = operand.get(1..).unwrap_or_default().chunks_exact(2).take(usize::from(first) + 1);
                paragraph.edges = edges.filter_map(|two| u16_at(two, 0)).map(|edge| edge as i16).collect();
            }
            _ => {}
        }
    });
}

/// The properties of characters.
pub fn characters(main: &[u8], list: &[u8]) -> Runs<Character> {
    Runs::read(main, list, 1, |page, at| {
        let mut character = Character::default();
        let length = page.get(at).copied().filter(|_| at > 0).map_or(0, usize::from);
        let end = (at + 1 + length).min(page.len());
        each(page.get(at + 1..end).unwrap_or_default(), |code, operand| {
            let is_on = operand.first().is_some_and(|first| first & 1 == 1);
            match code {
                0x0800 => character.deleted = is_on,
                0x0801 => character.inserted = is_on,
                0x083c => character.hidden = is_on,
                _ => {}
            }
        });
        character
    })
}

/// Hands over each change: its code and what goes with it.
fn each(mut bytes: &[u8], mut change: impl FnMut(u16, &[u8])) {
    while let Some(code) = u16_at(bytes, 0) {
        let rest = &bytes[2..];
        let first = || rest.first().map_or(0, |first| usize::from(*first));
        // How long it is stands in the code, or before it.
        let (head, length) = match code >> 13 {
            0 | 1 => (0, 1),
            2 | 4 | 5 => (0, 2),
            3 => (0, 4),
            7 => (0, 3),
            _ if code == 0xd608 => (2, usize::from(u16_at(rest, 0).unwrap_or(1)).saturating_sub(1)),
            _ => (1, first()),
        };
        let Some(operand) = rest.get(head..head + length) else { return };
        change(code, operand);
        bytes = &rest[head + length..];
    }
}
