//! The typed report: what was read from a text, every piece with its place.

mod table;

use crate::form::section::SectionKey;
use crate::form::{CellRef, Edition, EditionId, Table, TableKey};
use crate::gather::Gather;
use crate::order;
use crate::text::Span;

pub use table::{Cell, CellState, ExtraRow, HeadReading, RowReading, RowState, TableReading, UnreadReason};

/// Everything that was read from one text.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// The title, with its lines joined; `None` when there is none.
    pub title: Option<Title>,
    /// The reporting year, wherever it was found.
    pub year: Option<Year>,
    /// The stated statistical period (统计期限).
    pub period: Option<Period>,
    /// The form its tables show; `None` when there is no table.
    pub edition: Option<EditionId>,
    /// The six statutory sections, in order.
    pub sections: [Section; 6],
    /// 表二, 表三, 表四 as they were read.
    pub tables: [TableReading; 3],
    /// Whether the text is an annual report at all, and why not.
    pub recognition: Recognition,
    /// The title of a second report in the same text, which was not read.
    pub second_report: Option<Span>,
    /// The part of the text that was read: all of it, or from its beginning up to a second report.
    pub extent: Span,
}

/// Whether a text is a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Recognition {
    /// It is.
    Report,
    /// Nothing but white space.
    Empty,
    /// Neither sections nor tables of an annual report.
    Unrelated,
    /// Bytes of a file, not a text.
    Binary,
}

/// The report's title.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Title {
    /// The words, lines joined without a space.
    pub text: String,
    /// From the first to the last character.
    pub span: Span,
    /// The title's own words that name the body; `None` when it names none.
    pub organization: Option<String>,
    /// The year in the title and where it stands.
    pub year: Option<(i32, Span)>,
}

/// Where the reporting year was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum YearFrom {
    /// The title.
    Title,
    /// The stated statistical period.
    Period,
    /// The first year in the prose.
    Prose,
}

/// The reporting year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Year {
    /// The calendar year.
    pub value: i32,
    /// Its digits in the text.
    pub span: Span,
    /// What says so.
    pub from: YearFrom,
}

/// A calendar day as the text states it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day {
    /// The calendar year.
    pub year: i32,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
}

/// The stated statistical period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// The first day; `None` where only the last is stated.
    pub first: Option<Day>,
    /// The last day.
    pub last: Day,
    /// The words that state it.
    pub span: Span,
}

/// One of the six sections.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// Which one.
    pub key: SectionKey,
    /// Its heading; `None` when the section is absent.
    pub heading: Option<Heading>,
    /// From the end of the heading to the next section; empty when absent.
    pub body: Span,
}

/// A section's heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// Number and title, without what stands around them.
    pub span: Span,
    /// The title alone.
    pub title: Span,
    /// The number; `None` where it was lost.
    pub number: Option<HeadingNumber>,
    /// How near the title is to the official one.
    pub wording: Wording,
}

/// The number before a heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HeadingNumber {
    /// Its characters, the mark after it included.
    pub span: Span,
    /// What it counts.
    pub value: u8,
    /// How it is written.
    pub style: NumberStyle,
}

/// How a heading's number is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberStyle {
    /// 五、 — the form's own.
    Chinese,
    /// 5、 or 5.
    Arabic,
    /// （五） or (5).
    Bracketed,
}

/// How near a label or heading is to the official one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wording {
    /// The official words.
    Official,
    /// Other words that mean the same and are no mistake.
    Accepted,
    /// Some characters off: the number of edits.
    Typo(u8),
    /// Recognised, but in other words.
    Other,
}

impl Report {
    /// The words of its title that name the body; `None` where there are none.
    pub fn organization(&self) -> Option<&str> {
        self.title.as_ref()?.organization.as_deref()
    }

    /// The section `key`.
    pub fn section(&self, key: SectionKey) -> &Section {
        &self.sections[key as usize]
    }

    /// The table `key`.
    pub fn table(&self, key: TableKey) -> &TableReading {
        &self.tables[key as usize]
    }

    /// Whether one of its tables holds `place`.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub fn has_in_table(&self, place: Span) -> bool {
        self.tables.iter().any(|table| table.span.is_some_and(|span| span.holds(place)))
    }

    /// Where its tables stand, in the order of the text.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub fn table_spans(&self) -> Vec<Span> {
        let mut spans = self.tables.iter().filter_map(|table| table.span).gather();
        order::by_key(&mut spans, |span| order::span(*span));
        spans
    }

    /// The data of its edition; `None` without one and for the legacy form.
    pub fn form(&self) -> Option<&'static Edition> {
        self.edition.and_then(EditionId::edition)
    }

    /// The cell at `place`. A place the edition does not have is missing.
    pub fn cell(&self, place: CellRef) -> Cell {
        let Some(form) = self.form() else { return Cell::MISSING };
        let table: &Table = form.table(place.table);
        self.table(place.table).cells.get(table.cell_index(place)).copied().unwrap_or(Cell::MISSING)
    }
}

impl Section {
    /// A section that is not there.
    pub fn absent(key: SectionKey) -> Self {
        Self { key, heading: None, body: Span::default() }
    }
}
