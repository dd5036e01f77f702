//! Text to report. Parsing never fails: every text gives a [`Report`], and what
//! could not be read is said in it.

mod applications;
pub mod claims;
mod disclosure;
mod furniture;
mod gaps;
mod headings;
mod lexicon;
mod matching;
mod organization;
mod outline;
mod period;
pub mod prose;
mod puzzle;
mod remedies;
mod scan;
mod section_titles;
mod segment;
mod surface;
mod tables;
mod title;
mod year;

pub(crate) use headings::read_number;

use crate::gather::Gather;
use crate::report::{Period, Recognition, Report, Section, Title, Year};
use crate::text::find::holds;
use crate::text::{Source, Span};

/// Reads a report. Linear in the length of the text.
pub fn parse(source: &Source) -> Report {
    read_tables(source, read_outline(source))
}

/// A report without its tables.
#[derive(Debug, Clone)]
pub struct Outline {
    extent: Span,
    second_report: Option<Span>,
    sections: [Section; 6],
    /// Where the first words of the tables stand.
    anchors: [Option<u32>; 3],
    title: Option<Title>,
    period: Option<Period>,
    year: Option<Year>,
}

/// The first stage: the sections, the title, the year and the period.
pub fn read_outline(source: &Source) -> Outline {
    let whole = Span::new(0, source.text().len());
    let candidates = headings::candidates(source, whole);
    let second_report = outline::second_report(source, &candidates);
    let extent = Span { start: 0, end: second_report.map_or(whole.end, |span| span.start) };
    let candidates = candidates.into_iter().filter(|c| c.heading.span.end <= extent.end).gather();
    let anchors = tables::anchors(source, extent);
    let sections: [Section; 6] = outline::sections(source, candidates, extent, anchors);
    let first =
        sections.iter().filter_map(|s| s.heading.as_ref()).map(|h| h.span.start).min().unwrap_or(extent.end);
    let title = title::title(source, extent, first);
    let preamble = Span { start: extent.start, end: sections[0].body.end.max(first) };
    let period = period::period(source, preamble);
    let year = year::year(source, extent, first, title.as_ref(), period.as_ref());
    Outline { extent, second_report, sections, anchors, title, period, year }
}

/// The second stage: the tables in those sections.
pub fn read_tables(source: &Source, outline: Outline) -> Report {
    let Outline { extent, second_report, sections, anchors, title, period, year } = outline;
    let found = tables::Tables::find(source, extent, &sections, anchors);
    let (edition, shows) = found.edition(source, extent, year.map(|y| y.value));
    let tables = found.read(source, edition, shows);
    // A school reports by another regulation, on other parts: without the tables it is no such report.
    let is_of_school = title.as_ref().is_some_and(|title| holds(&title.text, "学年"));
    let headings = if is_of_school { 0 } else { sections.iter().filter(|s| s.heading.is_some()).count() };
    let any_table = tables.iter().any(|t| t.span.is_some()) || found.any();
    let recognition = recognition(source.text(), headings, any_table, title.is_some());
    Report { title, year, period, edition, sections, tables, recognition, second_report, extent }
}

/// Whether the text is an annual report: a table, or headings enough, or a title
/// with some of them.
fn recognition(text: &str, headings: usize, any_table: bool, titled: bool) -> Recognition {
    if text.trim().is_empty() {
        Recognition::Empty
    } else if any_table || headings >= 3 || titled && headings >= 1 {
        Recognition::Report
    } else if text.chars().take(4096).filter(|c| *c == '\0' || *c == '\u{fffd}').count() > 8 {
        Recognition::Binary
    } else {
        Recognition::Unrelated
    }
}
