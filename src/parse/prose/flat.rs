//! The prose in one piece: table rows left out, wrapped lines joined, widths folded,
//! white space dropped, and the way back to the text.

use super::{Paragraph, Part};
use crate::form::section::SectionKey;
use crate::gather::Gather;
use crate::order;
use crate::report::Report;
use crate::text::fold::{is_space, narrow, ordinal};
use crate::text::{Source, Span};

/// The prose in one piece.
#[derive(Debug, Clone, Default)]
pub struct Flat {
    /// Its characters.
    pub text: String,
    /// Where it stops running along with the text.
    marks: Vec<Mark>,
}

/// From here on the prose runs along with the text, up to the next mark.
#[derive(Debug, Clone, Copy)]
struct Mark {
    /// The byte of the prose.
    flat: u32,
    /// The byte of the text it comes from.
    source: u32,
    /// For one folded character that is wider or narrower in the text: its bytes there.
    folded: u32,
}

impl Flat {
    /// Adds `c`, which `width` bytes at `from` in the text became.
    fn push(&mut self, c: char, from: usize, width: usize) {
        let (flat, source) = (self.text.len() as u32, from as u32);
        let folded = if width == c.len_utf8() { 0 } else { width as u32 };
        let runs_along =
            self.marks.last().is_some_and(|m| m.folded == 0 && flat - m.flat + m.source == source);
        if folded > 0 || !runs_along {
            self.marks.push(Mark { flat, source, folded });
        }
        self.text.push(c);
    }

    /// Adds `words`, which stand at `from` in the text as they are.
    fn push_all(&mut self, words: &str, from: usize) {
        self.marks.push(Mark { flat: self.text.len() as u32, source: from as u32, folded: 0 });
        self.text.push_str(words);
    }

    /// Where the character at byte `at` of the prose stands in the text.
    fn back(&self, at: u32, width: u32) -> (u32, u32) {
        let behind = self.marks.partition_point(|m| m.flat <= at);
        let Some(mark) = behind.checked_sub(1).map(|m| self.marks[m]) else { return (0, 0) };
        let start = mark.source + (at - mark.flat);
        (start, start + if mark.folded > 0 { mark.folded } else { width })
    }

    /// Where a part stands in the text.
    pub fn span(&self, part: Part) -> Span {
        let width = self.text[part.range()].chars().next_back().map_or(0, char::len_utf8) as u32;
        let (start, _) = self.back(part.start, 0);
        let (_, end) = self.back(part.end - width, width);
        Span { start, end: end.max(start) }
    }
}

/// The prose of a report, and its paragraphs without their clauses.
pub fn flatten(source: &Source, report: &Report) -> (Flat, Vec<Paragraph>) {
    let mut tables: Vec<Span> = report.tables.iter().filter_map(|t| t.span).gather();
    order::by_key(&mut tables, |table| order::span(*table));
    let mut lines = Lines { flat: Flat::default(), paragraphs: Vec::new(), last: None, gap: Gap::None };
    for section in report.sections.iter().filter(|s| s.heading.is_some()) {
        let mut from = section.body.start;
        for table in &tables {
            if table.start >= section.body.end || table.end <= from {
                continue;
            }
            lines.read(source, Span { start: from, end: table.start.max(from) }, section.key);
            from = table.end.min(section.body.end);
        }
        lines.read(source, Span { start: from, end: section.body.end }, section.key);
    }
    (lines.flat, lines.paragraphs)
}

/// The lines of the prose, as they are put together.
struct Lines {
    flat: Flat,
    paragraphs: Vec<Paragraph>,
    /// The last line of the paragraph that may go on: its end and width.
    last: Option<Last>,
    /// What stands between it and the next line.
    gap: Gap,
}

struct Last {
    character: char,
    width: usize,
}

/// What stands between two lines of prose.
#[derive(Clone, Copy, PartialEq)]
enum Gap {
    None,
    /// A blank line.
    Blank,
    /// A page number, with blank lines or none.
    Page,
}

/// A line narrower than this is not full, so that what follows is another paragraph.
const FULL: usize = 20;

/// A line without a sentence that is wider than this is no sub-heading.
const HEADING: usize = 40;

impl Lines {
    /// Takes over the prose of `within`.
    fn read(&mut self, source: &Source, within: Span, section: SectionKey) {
        self.last = None;
        self.gap = Gap::None;
        let mut start = within.start as usize;
        for line in source.slice(within).split('\n') {
            self.line(line, start, section);
            start += line.len() + 1;
        }
        self.close(section);
    }

    fn line(&mut self, line: &str, start: usize, section: SectionKey) {
        let words = line.trim_matches(is_space);
        if words.is_empty() {
            if self.gap == Gap::None {
                self.gap = Gap::Blank;
            }
            return;
        }
        if is_page_number(words) {
            self.gap = Gap::Page;
            return;
        }
        // A row of a table, or a cell of one; a paragraph may be indented with a tab.
        let is_cell = words.contains('\t') || line.contains('\t') && !words.contains('。');
        if is_cell || words.starts_with('|') {
            return self.close(section);
        }
        let begins = words.chars().next().unwrap_or(' ');
        let goes_on = self
            .last
            .as_ref()
            .is_some_and(|last| self.gap != Gap::Blank && !is_marker(words) && last.goes_on_with(begins));
        if !goes_on {
            self.close(section);
            let part = Part::new(self.flat.text.len(), self.flat.text.len());
            self.paragraphs.push(Paragraph { section, part, is_heading: false, clauses: (0, 0) });
        }
        self.add(words, start + (words.as_ptr() as usize - line.as_ptr() as usize));
        let width = words.chars().filter(|c| !is_space(*c)).take(FULL + 1).count();
        self.last = words.chars().next_back().map(|character| Last { character, width });
        self.gap = Gap::None;
    }

    /// Adds the characters of a line.
    fn add(&mut self, words: &str, start: usize) {
        // A space between two letters or digits stays, as one; at a line end none does.
        let mut spaced = false;
        let mut at = 0;
        loop {
            // Most of a line is ideographs, which stay as they are.
            let run = ideographs(&words.as_bytes()[at..]);
            if run > 0 {
                self.flat.push_all(&words[at..at + run], start + at);
                spaced = false;
                at += run;
            }
            let Some(c) = words[at..].chars().next() else { break };
            let here = at;
            at += c.len_utf8();
            if is_space(c) || c.is_control() {
                spaced = true;
                continue;
            }
            // Bold face of a marked-up text.
            if c == '*' && words[at..].starts_with('*') {
                at += 1;
                continue;
            }
            let folded = fold(c);
            if spaced && folded.is_ascii_alphanumeric() && self.ends_with_letter() {
                let before = words[..here].chars().next_back().map_or(1, char::len_utf8);
                self.flat.push(' ', start + here - before, before);
            }
            spaced = false;
            self.flat.push(folded, start + here, c.len_utf8());
        }
    }

    fn ends_with_letter(&self) -> bool {
        self.flat.text.ends_with(|c: char| c.is_ascii_alphanumeric())
    }

    /// Ends the paragraph that is open.
    fn close(&mut self, section: SectionKey) {
        self.gap = Gap::None;
        if self.last.take().is_none() {
            return;
        }
        let Some(paragraph) = self.paragraphs.last_mut() else { return };
        paragraph.part.end = self.flat.text.len() as u32;
        let words = &self.flat.text[paragraph.part.range()];
        // Between the tables only sentences are prose; the rest are labels.
        let has_table =
            matches!(section, SectionKey::Disclosure | SectionKey::Applications | SectionKey::Remedies);
        if has_table && !words.contains('。') {
            self.flat.text.truncate(paragraph.part.start as usize);
            let end = self.flat.text.len() as u32;
            while self.flat.marks.last().is_some_and(|m| m.flat >= end) {
                self.flat.marks.pop();
            }
            self.paragraphs.pop();
            return;
        }
        let is_sentence = words.contains(any_of!['。', '，', '；', '！', '？']);
        paragraph.is_heading = !is_sentence
            && words.chars().take(HEADING + 1).count() <= HEADING
            && (is_marker(words) || !words.contains(|c: char| c.is_ascii_digit()));
        // Its end, which comes from nothing in the text.
        self.flat.text.push('\n');
        self.flat.marks.push(Mark { flat: self.flat.text.len() as u32, source: 0, folded: 1 });
    }
}

impl Last {
    /// Whether the paragraph goes on with a line that begins with `begins`.
    fn goes_on_with(&self, begins: char) -> bool {
        if matches!(self.character, '。' | '！' | '？' | '!' | '?') {
            return false;
        }
        self.width > FULL
            || matches!(self.character, '，' | ',' | '、' | '（' | '(')
            || matches!(begins, '，' | ',' | '。' | '、' | '；' | ';' | '）' | ')' | '%' | '％')
            || self.character.is_ascii_digit() && !begins.is_ascii_digit()
    }
}

/// How many of the first bytes are ideographs: U+4000 to U+9FFF, by their first bytes.
fn ideographs(bytes: &[u8]) -> usize {
    let mut at = 0;
    while bytes.get(at).is_some_and(|byte| matches!(byte, 0xE4..=0xE9)) {
        at += 3;
    }
    at
}

/// A character as the prose has it.
fn fold(c: char) -> char {
    match c {
        '，' | ',' => '，',
        '；' | ';' => '；',
        '：' | ':' => '：',
        '！' | '!' => '！',
        '？' | '?' => '？',
        '（' | '(' => '（',
        '）' | ')' => '）',
        '−' | '﹣' => '-',
        '﹪' => '%',
        _ => narrow(c),
    }
}

/// A page number alone on its line: `-4-`, `— 5 —`, `第3页`.
fn is_page_number(words: &str) -> bool {
    let is_dash = |c: char| matches!(c, '-' | '—' | '–' | '－' | '─' | ' ' | '\u{a0}' | '\u{3000}');
    if words.len() > 24 {
        return false;
    }
    let inner = words.trim_matches(is_dash);
    let inner_number = inner.len() < words.len()
        || inner.strip_prefix('第').is_some_and(|rest| rest.trim_end().ends_with('页'));
    let digits = inner.trim_start_matches('第').trim_end_matches('页').trim();
    inner_number && (1..=3).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit())
}

/// Whether a line begins as an item of a list or a sub-heading does: `（一）`, `一、`,
/// `1.`, `1、`, `一是`, `- `, `#`.
fn is_marker(words: &str) -> bool {
    let mut rest = words.trim_start_matches(any_of!['（', '(', '第', '#', '-', '•', '·', '●', '◆', '*', ' ']);
    let numeral = rest.trim_start_matches(|c| ordinal(c).is_some());
    let digits = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    let (number, after) = if numeral.len() < rest.len() { (true, numeral) } else { (false, digits) };
    if after.len() == rest.len() {
        return words.starts_with(any_of!['#', '-', '•', '·', '●', '◆', '*']);
    }
    rest = &after[after.chars().next().map_or(0, char::len_utf8)..];
    match after.chars().next() {
        Some('、' | '）' | ')') => true,
        Some('是' | '，') => number,
        Some('.' | '．') => !rest.starts_with(|c: char| c.is_ascii_digit()),
        _ => false,
    }
}
