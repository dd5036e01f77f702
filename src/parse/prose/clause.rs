//! Sentences and clauses.

use super::flat::Flat;
use super::{Clause, MOST, Mark, Paragraph, Part, Quantity, quantity};

/// Cuts the paragraphs into clauses, reads the numbers and says which clause each stands in.
/// Marks within a number (1，288) or within 《》 cut nothing.
///
/// Where a section has more of them than any report, a paragraph that is full of them is one
/// clause without numbers.
pub fn read(flat: &Flat, paragraphs: &mut [Paragraph]) -> (Vec<Clause>, Vec<Quantity>) {
    let mut cutter =
        Cutter { clauses: Vec::new(), quantities: Vec::new(), most: 0, next: 0, sentence: 0, depth: 0 };
    let mut section = None;
    let mut full = (0, 0);
    for (index, paragraph) in paragraphs.iter_mut().enumerate() {
        let (first, number) = (cutter.clauses.len(), cutter.quantities.len());
        if section != Some(paragraph.section) {
            section = Some(paragraph.section);
            full = (first + MOST, number + MOST);
        }
        let room = paragraph.part.range().len() / APART + 1;
        let most = full.1.max(number + room);
        cutter.most = full.0.max(first + room);
        quantity::read(flat, paragraph.part, most, &mut cutter.quantities);
        cutter.paragraph(&flat.text, index as u32, paragraph.part);
        if cutter.clauses.len() > cutter.most || cutter.quantities.len() > most {
            cutter.clauses.truncate(first);
            cutter.quantities.truncate(number);
            cutter.next = number;
            cutter.cut(index as u32, paragraph.part, Mark::Stop);
            cutter.sentence += 1;
        }
        paragraph.clauses = (first as u32, cutter.clauses.len() as u32);
    }
    (cutter.clauses, cutter.quantities)
}

/// A paragraph with one of each in so many bytes or fewer is full of them.
const APART: usize = 24;

struct Cutter {
    clauses: Vec<Clause>,
    quantities: Vec<Quantity>,
    /// How many there may be.
    most: usize,
    /// The first number that stands in no clause yet.
    next: usize,
    sentence: u32,
    depth: u16,
}

impl Cutter {
    fn paragraph(&mut self, text: &str, paragraph: u32, part: Part) {
        let mut start = part.start as usize;
        let mut in_title = false;
        // The number that the characters may belong to.
        let mut number = self.next;
        let mut next = start;
        let bytes = &text.as_bytes()[..part.end as usize];
        while let Some(lead) = bytes.get(next) {
            let at = next;
            match lead {
                // All marks begin with one of two bytes; most other characters are ideographs.
                0xE3 | 0xEF => {}
                0xE4..=0xE9 => {
                    next += 3;
                    continue;
                }
                _ => {
                    next += 1;
                    continue;
                }
            }
            let c = text[at..].chars().next().unwrap_or(' ');
            next = at + c.len_utf8();
            let mark = match c {
                '，' => Mark::Comma,
                '、' => Mark::List,
                '；' => Mark::Semicolon,
                '：' => Mark::Colon,
                '。' | '！' | '？' => Mark::Stop,
                '（' => Mark::Open,
                '）' => Mark::Close,
                '《' => {
                    in_title = true;
                    continue;
                }
                '》' => {
                    in_title = false;
                    continue;
                }
                _ => continue,
            };
            while self.quantities.get(number).is_some_and(|q| q.part.end as usize <= at) {
                number += 1;
            }
            let in_number = self.quantities.get(number).is_some_and(|q| q.part.start as usize <= at);
            if (in_title && mark != Mark::Stop) || in_number {
                continue;
            }
            self.cut(paragraph, Part::new(start, at), mark);
            start = next;
            match mark {
                Mark::Open => self.depth = self.depth.saturating_add(1),
                Mark::Close => self.depth = self.depth.saturating_sub(1),
                Mark::Stop => {
                    // A bracket that was never closed ends with its sentence.
                    self.depth = 0;
                    self.sentence += 1;
                    in_title = false;
                }
                _ => {}
            }
        }
        self.cut(paragraph, Part::new(start, part.end as usize), Mark::Stop);
        self.depth = 0;
        self.sentence += 1;
    }

    /// Adds a clause, unless nothing stands in it.
    fn cut(&mut self, paragraph: u32, part: Part, mark: Mark) {
        if part.start == part.end || self.clauses.len() > self.most {
            return;
        }
        let first = self.next;
        while let Some(quantity) = self.quantities.get_mut(self.next).filter(|q| q.part.start < part.end) {
            quantity.clause = self.clauses.len() as u32;
            self.next += 1;
        }
        let quantities = (first as u32, self.next as u32);
        let (sentence, depth) = (self.sentence, self.depth);
        self.clauses.push(Clause { paragraph, sentence, part, depth, mark, quantities });
    }
}
