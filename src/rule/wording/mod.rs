//! Q: words and placeholders.

pub mod abbreviation;
pub mod foreign_words;
pub mod outdated_phrase;
pub mod paired_marks;
pub mod placeholder;
pub mod punctuation;
pub mod repeated_word;
pub mod typo;

use super::Context;
use crate::finding::{Applicability, Edit, Fix, Severity};
use crate::order;
use crate::parse::prose::Part;
use crate::report::Report;
use crate::rule::Record;
use crate::rule::conversion::{checked, find_all};
use crate::rule::search;
use crate::text::{Span, find};

/// The prose of the checked text: what stands in no table of the form and on no line
/// that is a row or a cell of another one.
struct ProseLines<'a> {
    context: &'a Context<'a>,
    /// The line that was asked about last: its place, and whether it is prose.
    line: Span,
    is_prose: bool,
    /// Whether that line has a mark of full width, as every sentence has.
    is_sentence: bool,
}

impl<'a> ProseLines<'a> {
    fn of(context: &'a Context<'a>) -> Self {
        Self { context, line: Span::default(), is_prose: false, is_sentence: false }
    }

    /// Whether prose stands at byte `at` of the text. What is asked in the order of
    /// the text looks at every line once.
    fn holds(&mut self, at: usize) -> bool {
        let place = Span::at(at);
        if self.context.report.has_in_table(place) {
            return false;
        }
        if !self.line.holds(place) || self.line.is_empty() {
            let source = self.context.source;
            self.line = source.line_span(source.line_of(at as u32)).unwrap_or_default();
            let words = source.slice(self.line).trim_matches(any_of!['\t', ' ', '\u{a0}', '\u{3000}']);
            self.is_sentence = words.contains(any_of!['，', '。', '；', '：', '、', '“', '《']);
            self.is_prose = !find::holds(words, "\t") && !words.starts_with('|');
        }
        self.is_prose
    }
}

/// The pieces of the checked text between the tables of the form.
fn between_tables(report: &Report) -> Vec<Span> {
    let mut pieces = Vec::new();
    let mut start = report.extent.start;
    for Span { start: end, end: next } in report.table_spans() {
        if start < end {
            pieces.push(Span { start, end });
        }
        start = start.max(next);
    }
    pieces.push(Span { start, end: report.extent.end.max(start) });
    pieces
}

/// What a rule makes of words: the text, the byte they stand at and which they are to the
/// first byte of the place it means and its length.
type Judge<'a> = &'a dyn Fn(&str, usize, usize) -> Option<(usize, usize)>;

/// The places of `needles` in the prose as `judge` sees them, each with which it is of,
/// those that a line end breaks too.
fn places(context: &Context, needles: &[&str], judge: Judge) -> Vec<(Span, usize)> {
    let mut found = Vec::new();
    // What the prose cannot hold the text cannot hold either.
    if !needles.iter().any(|words| context.prose.may_hold(words)) {
        return found;
    }
    let text = checked(context);
    let mut prose = ProseLines::of(context);
    for (at, which) in search::places(context.source, context.report.extent, needles) {
        if let Some((start, length)) = judge(text, at, which).filter(|_| prose.holds(at)) {
            found.push((Span::new(start, start + length), which));
        }
    }
    let text = context.prose.text();
    for (which, words) in needles.iter().enumerate().filter(|(_, words)| context.prose.may_hold(words)) {
        for at in find::each(text, words) {
            let Some((start, length)) = judge(text, at, which) else { continue };
            let whole = Part { start: start as u32, end: (start + length) as u32 };
            let place = context.prose.span(whole);
            if (place.end - place.start) as usize > length {
                found.push((place, which));
            }
        }
    }
    order::by_key(&mut found, |(place, _)| order::span(*place));
    found
}

/// What a place should be, where a candidate for it is known.
struct Slip {
    /// What is wrong.
    place: Span,
    /// How to mend it.
    edit: Option<Edit>,
}

/// Writes down nothing, or one hint for all slips. It has a fix where every slip has.
fn find_slips(record: &mut Record, rule: &'static str, slips: Vec<Slip>, applicability: Applicability) {
    let mut places = Vec::new();
    let mut edits = Some(Vec::new());
    for slip in slips {
        places.push(slip.place);
        edits = edits.zip(slip.edit).map(|(mut all, edit)| {
            all.push(edit);
            all
        });
    }
    let fix = edits.map(|edits| Fix { applicability, edits });
    find_all(record, rule, Severity::Hint, places, fix);
}

/// The character before byte `at`, and the one from byte `end` on.
fn beside(text: &str, at: usize, end: usize) -> (char, char) {
    (text[..at].chars().next_back().unwrap_or('\n'), text[end..].chars().next().unwrap_or('\n'))
}

/// Whether it is a Chinese character.
fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{20000}'..='\u{323af}')
}
