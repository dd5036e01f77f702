//! Text to report. Parsing never fails: every text gives a [`Report`], and what
//! could not be read is said in it.

use crate::form::TableKey;
use crate::form::section::SectionKey;
use crate::report::{Recognition, Report, Section, TableReading};
use crate::text::{Source, Span};

/// Reads a report. Linear in the length of the text.
pub fn parse(source: &Source) -> Report {
    Report {
        title: None,
        year: None,
        period: None,
        edition: None,
        sections: SectionKey::ALL.map(Section::absent),
        tables: TableKey::ALL.map(TableReading::absent),
        recognition: Recognition::Empty,
        second_report: None,
        extent: Span::new(0, source.text().len()),
    }
}
