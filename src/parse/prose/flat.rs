//! The prose in one piece: table rows left out, wrapped lines joined, widths folded,
//! white space dropped, and the way back to the text.

use memchr::memchr;

use super::{MOST, Paragraph, Part};
use crate::form::section::SectionKey;
use crate::report::Report;
use crate::text::find::holds;
use crate::text::fold::{is_space, narrow, ordinal};
use crate::text::{Pairs, Source, Span};

/// The prose in one piece.
#[derive(Debug, Clone)]
pub struct Flat {
    /// Its characters.
    pub text: String,
    /// Where it stops running along with the text.
    marks: Vec<Mark>,
    /// How many of them there may be.
    most_marks: usize,
    /// Whether some were left out of the paragraph that is open.
    is_torn: bool,
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
        self.mark(from, if width == c.len_utf8() { 0 } else { width as u32 });
        self.text.push(c);
    }

    /// Adds `words`, which stand at `from` in the text as they are.
    fn push_all(&mut self, words: &str, from: usize) {
        self.mark(from, 0);
        self.text.push_str(words);
    }

    /// Marks that what is added next stands at `from`, unless that follows from the last mark.
    fn mark(&mut self, from: usize, folded: u32) {
        let (flat, source) = (self.text.len() as u32, from as u32);
        let runs_along =
            self.marks.last().is_some_and(|m| m.folded == 0 && flat - m.flat + m.source == source);
        if folded == 0 && runs_along {
            return;
        }
        if self.marks.len() < self.most_marks {
            self.marks.push(Mark { flat, source, folded });
        } else {
            self.is_torn = true;
        }
    }

    /// How many marks stand up to byte `at` of the prose.
    fn marks_to(&self, at: u32) -> usize {
        self.marks.partition_point(|m| m.flat <= at)
    }

    /// Where a part stands in the text.
    pub fn span(&self, part: Part) -> Span {
        let width = self.text[part.range()].chars().next_back().map_or(0, char::len_utf8) as u32;
        let last = part.end - width;
        let mut behind = self.marks_to(part.start);
        let Some(first) = behind.checked_sub(1).map(|m| self.marks[m]) else { return Span::default() };
        let start = first.source + (part.start - first.flat);
        // Mostly nothing is between its ends that does not run along with the text.
        if self.marks.get(behind).is_some_and(|m| m.flat <= last) {
            behind = self.marks_to(last);
        }
        let mark = self.marks[behind - 1];
        let end = mark.source + (last - mark.flat) + if mark.folded > 0 { mark.folded } else { width };
        Span { start, end: end.max(start) }
    }

    /// The pairs of the prose: those of the text, and those where it does not run along
    /// with it. Some of the former do not stand in the prose, which is no harm.
    pub fn pairs(&self, source: &Source) -> Pairs {
        let mut pairs = source.pairs().clone();
        for mark in &self.marks {
            let (before, behind) = self.text.split_at(mark.flat as usize);
            let start = before.char_indices().next_back().map_or(0, |(at, _)| at);
            let end = mark.flat as usize + behind.chars().next().map_or(0, char::len_utf8);
            pairs.add(&self.text[start..end]);
        }
        pairs
    }
}

/// The prose of a report, and its paragraphs without their clauses.
pub fn flatten(source: &Source, report: &Report) -> (Flat, Vec<Paragraph>) {
    let tables = report.table_spans();
    let flat = Flat { text: String::new(), marks: Vec::new(), most_marks: 0, is_torn: false };
    let mut lines = Lines { flat, paragraphs: Vec::new(), full: (0, 0), last: "", gap: Gap::None };
    for section in report.sections.iter().filter(|s| s.heading.is_some()) {
        lines.full = (lines.paragraphs.len() + MOST, lines.flat.marks.len() + 4 * MOST);
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
    lines.flat.text.shrink_to_fit();
    lines.paragraphs.shrink_to_fit();
    (lines.flat, lines.paragraphs)
}

/// The lines of the prose, as they are put together.
struct Lines<'t> {
    flat: Flat,
    paragraphs: Vec<Paragraph>,
    /// From how many paragraphs and marks on the section has more than a report.
    full: (usize, usize),
    /// The last line of the paragraph that may go on; empty where none may.
    last: &'t str,
    /// What stands between it and the next line.
    gap: Gap,
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

/// Where a section has more paragraphs than any report, a line of fewer bytes is no prose.
const SHORT: usize = 32;

/// A line without a sentence that is wider than this is no sub-heading.
const HEADING: usize = 40;

impl<'t> Lines<'t> {
    /// Takes over the prose of `within`.
    fn read(&mut self, source: &'t Source, within: Span, section: SectionKey) {
        self.last = "";
        self.gap = Gap::None;
        for (start, line) in source.lines(within) {
            self.line(line, start, section);
        }
        self.close(section);
    }

    fn line(&mut self, line: &'t str, start: usize, section: SectionKey) {
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
        let is_cell = memchr(b'\t', line.as_bytes()).is_some() && (holds(words, "\t") || !holds(words, "。"));
        if is_cell || words.starts_with('|') {
            return self.close(section);
        }
        let goes_on =
            !self.last.is_empty() && self.gap != Gap::Blank && goes_on(self.last, words) && !is_marker(words);
        if !goes_on {
            self.close(section);
            if self.paragraphs.len() >= self.full.0 && words.len() < SHORT {
                return;
            }
            let part = Part::new(self.flat.text.len(), self.flat.text.len());
            self.paragraphs.push(Paragraph { section, part, is_heading: false, clauses: (0, 0) });
        }
        self.flat.most_marks = self.full.1.max(self.flat.marks.len() + words.len() / 8);
        self.add(words, start + (words.as_ptr() as usize - line.as_ptr() as usize));
        self.last = words;
        self.gap = Gap::None;
    }

    /// Adds the characters of a line.
    fn add(&mut self, words: &str, start: usize) {
        // A space between two letters or digits stays, as one; at a line end none does.
        let mut spaced = false;
        let mut at = 0;
        while let Some(c) = words[at..].chars().next() {
            let run = unchanged(&words.as_bytes()[at..]);
            let width = c.len_utf8();
            if run == 0 && (is_space(c) || c.is_control()) {
                spaced = true;
                at += width;
                continue;
            }
            // Bold face of a marked-up text.
            if c == '*' && words[at + width..].starts_with('*') {
                at += 2;
                continue;
            }
            let folded = fold(c);
            if spaced && folded.is_ascii_alphanumeric() && self.ends_with_letter() {
                let before = words[..at].chars().next_back().map_or(1, char::len_utf8);
                self.flat.push(' ', start + at - before, before);
            }
            spaced = false;
            if run > 0 {
                self.flat.push_all(&words[at..at + run], start + at);
            } else {
                self.flat.push(folded, start + at, width);
            }
            at += run.max(width);
        }
    }

    fn ends_with_letter(&self) -> bool {
        self.flat.text.ends_with(|c: char| c.is_ascii_alphanumeric())
    }

    /// Ends the paragraph that is open.
    fn close(&mut self, section: SectionKey) {
        self.gap = Gap::None;
        if std::mem::take(&mut self.last).is_empty() {
            return;
        }
        let Some(paragraph) = self.paragraphs.last_mut() else { return };
        paragraph.part.end = self.flat.text.len() as u32;
        let words = &self.flat.text[paragraph.part.range()];
        // Between the tables only sentences are prose; the rest are labels.
        let has_table =
            matches!(section, SectionKey::Disclosure | SectionKey::Applications | SectionKey::Remedies);
        let is_torn = std::mem::take(&mut self.flat.is_torn);
        if is_torn || has_table && !holds(words, "。") {
            self.flat.text.truncate(paragraph.part.start as usize);
            let end = self.flat.text.len() as u32;
            while self.flat.marks.last().is_some_and(|m| m.flat >= end) {
                self.flat.marks.pop();
            }
            self.paragraphs.pop();
            return;
        }
        paragraph.is_heading = words.len() <= 4 * HEADING
            && words.chars().count() <= HEADING
            && !words.contains(any_of!['。', '，', '；', '！', '？'])
            && (is_marker(words) || !words.contains(|c: char| c.is_ascii_digit()));
        self.flat.text.push('\n');
    }
}

/// Whether the paragraph that ends with the line `last` goes on with the line `next`.
fn goes_on(last: &str, next: &str) -> bool {
    if last.ends_with(any_of!['。', '！', '？', '!', '?']) {
        return false;
    }
    last.ends_with(any_of!['，', ',', '、', '（', '('])
        || next.starts_with(['，', ',', '。', '、', '；', ';', '）', ')', '%', '％'])
        || last.ends_with(|c: char| c.is_ascii_digit()) && !next.starts_with(|c: char| c.is_ascii_digit())
        || last.chars().filter(|c| !is_space(*c)).nth(FULL).is_some()
}

/// How many of the first bytes are characters that stay as they are, told by their first
/// bytes: ideographs, the marks of Chinese text, letters and digits. There are others,
/// which are looked at one by one.
fn unchanged(bytes: &[u8]) -> usize {
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        at += match byte {
            0xE4..=0xE9 => 3,
            b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' | b'.' | b'%' => 1,
            // 、。《》 and others, but not the ideographic space.
            0xE3 if !matches!(bytes[at..], [_, 0x80, 0x80, ..]) => 3,
            // ！（），：；？
            0xEF if matches!(bytes[at..], [_, 0xBC, 0x81 | 0x88 | 0x89 | 0x8C | 0x9A | 0x9B | 0x9F, ..]) => 3,
            _ => break,
        };
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
    let digits = inner.trim_start_matches(any_of!['第']).trim_end_matches(any_of!['页']).trim();
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
