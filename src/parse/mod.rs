//! Text to report. Parsing never fails: every text gives a [`Report`], and what
//! could not be read is said in it.

mod matching;
mod outline;
mod title;

use crate::form::TableKey;
use crate::report::{Recognition, Report, Section, TableReading};
use crate::text::{Source, Span};

/// Reads a report. Linear in the length of the text.
pub fn parse(source: &Source) -> Report {
    let whole = Span::new(0, source.text().len());
    let candidates = outline::candidates(source, whole);
    let second_report = outline::second_report(source, &candidates);
    let extent = Span { start: 0, end: second_report.map_or(whole.end, |span| span.start) };
    let candidates = candidates.into_iter().filter(|c| c.heading.span.end <= extent.end).collect();
    let sections: [Section; 6] = outline::sections(candidates, extent, [None; 3]);
    let first =
        sections.iter().filter_map(|s| s.heading.as_ref()).map(|h| h.span.start).min().unwrap_or(extent.end);
    let title = title::title(source, extent, first);
    let preamble = Span { start: extent.start, end: sections[0].body.end.max(first) };
    let period = title::period(source, preamble);
    let year = title::year(source, extent, title.as_ref(), period.as_ref());
    Report {
        title,
        year,
        period,
        edition: None,
        sections,
        tables: TableKey::ALL.map(TableReading::absent),
        recognition: Recognition::Report,
        second_report,
        extent,
    }
}
