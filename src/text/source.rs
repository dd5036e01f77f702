//! The checked text and positions in it.

use std::borrow::Cow;
use std::cell::OnceCell;

use super::fold::has_solid_ends;
use super::ideographs::unified;
use super::marks::Places;
use super::pairs::Pairs;

use serde::{Deserialize, Serialize};

/// The largest text of one report, in bytes. What is longer is not read and said so.
pub const TEXT_CAP: usize = 8 * 1024 * 1024;

/// A piece of the text: byte offsets `[start, end)` on character boundaries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub struct Span {
    /// The first byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// The piece from `start` to `end`.
    pub fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end, "a span runs forwards: {start}..{end}");
        Self { start: start as u32, end: end as u32 }
    }

    /// A place without width, as a blank cell has.
    pub fn at(position: usize) -> Self {
        Self::new(position, position)
    }

    /// As a range to index the text with.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Whether it has no width.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The smallest span that holds both.
    pub fn to(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// Whether `other` lies within it.
    pub fn holds(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }
}

/// The text that is checked: line ends are LF, ideographs are written as such, and nothing
/// else is touched.
#[derive(Debug, Clone)]
pub struct Source<'t> {
    text: Cow<'t, str>,
    line_starts: Vec<u32>,
    /// Made when it is first asked for.
    pairs: OnceCell<Pairs>,
}

/// `text` with LF for each CRLF and CR. Not by `str::replace`, whose search engine is two
/// kilobytes of the page's module.
fn with_line_feeds(text: &str) -> String {
    let mut lines = text.split('\r');
    let mut fed = String::with_capacity(text.len());
    fed.push_str(lines.next().unwrap_or_default());
    for line in lines {
        fed.push('\n');
        fed.push_str(line.strip_prefix('\n').unwrap_or(line));
    }
    fed
}

impl<'t> Source<'t> {
    /// Takes a text over; CRLF and CR become LF, a byte order mark is dropped, and characters that
    /// only look like an ideograph become it. Copies the text only where that changes it.
    pub fn new(text: &'t str) -> Self {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let text: Cow<'t, str> = if memchr::memchr(b'\r', text.as_bytes()).is_some() {
            Cow::Owned(with_line_feeds(text))
        } else {
            Cow::Borrowed(text)
        };
        let text = unified(&text).map_or(text, Cow::Owned);
        // Lines of a table are short; most of a text is longer ones.
        let mut line_starts = Vec::with_capacity(text.len() / 32 + 1);
        line_starts.push(0);
        line_starts.extend(memchr::memchr_iter(b'\n', text.as_bytes()).map(|at| at as u32 + 1));
        Self { text, line_starts, pairs: OnceCell::new() }
    }

    /// The whole text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The words of a span.
    pub fn slice(&self, span: Span) -> &str {
        &self.text[span.range()]
    }

    /// Whether `words` may stand in the text, white space between their characters or not;
    /// false only if they do not. Costs one pass over the text for all words that are ever
    /// asked about.
    pub fn may_hold(&self, words: &str) -> bool {
        self.pairs().may_hold(words)
    }

    /// Whether every character is an ordinary one: no control character but white space,
    /// no invisible one, none that stands for something lost. False does not say that
    /// one of them is there: some others are not told from them.
    pub fn is_ordinary(&self) -> bool {
        self.pairs().ordinary
    }

    /// The places of the marks that rules look at one by one, found in the same pass.
    pub(crate) fn marks(&self) -> Places<'_> {
        self.pairs().marks()
    }

    /// Which pairs of characters it holds.
    pub(crate) fn pairs(&self) -> &Pairs {
        self.pairs.get_or_init(|| Pairs::of(&self.text))
    }

    /// How many lines there are; a last line end begins no new one.
    pub fn line_count(&self) -> usize {
        self.line_starts.len() - usize::from(self.text.ends_with('\n') || self.text.is_empty())
    }

    /// The line, counted from 1, that the byte at `offset` stands in.
    pub fn line_of(&self, offset: u32) -> u32 {
        self.line_starts.partition_point(|start| *start <= offset) as u32
    }

    /// The span of line `line`, counted from 1, without its line end.
    pub fn line_span(&self, line: u32) -> Option<Span> {
        let index = (line as usize).checked_sub(1)?;
        let start = *self.line_starts.get(index)? as usize;
        let end = self.line_starts.get(index + 1).map_or(self.text.len(), |next| *next as usize - 1);
        Some(Span::new(start, end))
    }

    /// The lines of `within` without their line ends; the first and the last of them
    /// only as far as they lie in it.
    pub fn lines(&self, within: Span) -> impl Iterator<Item = (usize, &str)> {
        let later = self.line_starts.partition_point(|start| *start <= within.start);
        let mut start = within.start;
        let mut nexts = self.line_starts[later..].iter();
        let mut open = true;
        std::iter::from_fn(move || {
            if !open {
                return None;
            }
            let at = start;
            let end = match nexts.next() {
                Some(next) if *next <= within.end => {
                    start = *next;
                    next - 1
                }
                _ => {
                    open = false;
                    within.end
                }
            };
            Some((at as usize, &self.text[at as usize..end as usize]))
        })
    }

    /// `span` without the white space at its ends (spaces, no-break and
    /// ideographic spaces, tabs, line ends).
    pub fn trim(&self, span: Span) -> Span {
        if span.is_empty() || has_solid_ends(&self.text.as_bytes()[span.range()]) {
            return span;
        }
        let slice = self.slice(span);
        let words = slice.trim_start();
        let start = span.start as usize + (slice.len() - words.len());
        Span::new(start, start + words.trim_end().len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_ends_become_lf_and_lines_count_from_one() {
        let source = Source::new("\u{feff}一\r\n二\r三\n");
        assert_eq!(source.text(), "一\n二\n三\n");
        assert_eq!(source.line_count(), 3);
        assert_eq!(source.line_of(0), 1);
        assert_eq!(source.line_of(4), 2);
        assert_eq!(source.line_span(3).map(|s| source.slice(s)), Some("三"));
    }

    #[test]
    fn an_empty_text_has_no_line() {
        assert_eq!(Source::new("").line_count(), 0);
        assert_eq!(Source::new("一").line_count(), 1);
    }

    #[test]
    fn trimming_drops_every_kind_of_space() {
        let source = Source::new("\t\u{a0} 3\u{3000}\u{a0}\n");
        assert_eq!(source.slice(source.trim(Span::new(0, source.text().len()))), "3");
    }
}
