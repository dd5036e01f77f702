//! F: forms and editions.

pub mod altered_note;
pub mod changed_order;
pub mod edition_for_year;
pub mod extra_block;
pub mod label_typo;
pub mod legacy_form;
pub mod missing_row;
pub mod mixed_editions;
pub mod non_uniform_table;
pub mod outdated_notice;
pub mod repeated_row;
pub mod second_report;
pub mod unread_table;
pub mod year_mismatch;
pub mod year_unknown;

use super::Context;
use super::search::find_loose;
use crate::form::{EditionId, TableKey, legacy};
use crate::report::{Report, YearFrom};
use crate::text::Span;

/// The reporting year where the title or the stated period says it. What only the
/// prose says is not certain enough to hold a form against, nor is a year on which
/// the two do not agree.
pub(super) fn certain_year(report: &Report) -> Option<i32> {
    let title = report.title.as_ref().and_then(|t| t.year).map(|(year, _)| year);
    let period =
        report.period.filter(|p| p.first.is_none_or(|first| first.year == p.last.year)).map(|p| p.last.year);
    match (title, period) {
        (Some(title), Some(period)) => (title == period).then_some(title),
        // Without a title, the preamble may call the report by another year.
        (None, Some(_)) if report.year.is_some_and(|year| year.from == YearFrom::Prose) => None,
        (year, None) | (None, year) => year,
    }
}

/// Two official editions of which 表二 shows the one and 表三 the other. The draft
/// form has the 表三 of 2019, so that the two belong together.
fn mixed_editions(report: &Report) -> Option<(EditionId, EditionId)> {
    let shows = |key| match report.table(key).shows {
        Some(EditionId::E2019Draft) => Some(EditionId::E2019),
        Some(EditionId::Legacy) => None,
        shows => shows,
    };
    let pair = (shows(TableKey::Disclosure)?, shows(TableKey::Applications)?);
    (pair.0 != pair.1).then_some(pair)
}

/// The words of a table by which it is told to be of `edition`.
fn evidence(context: &Context, key: TableKey, edition: EditionId) -> Option<Span> {
    let table = context.report.table(key).span?;
    let signatures = edition.edition().map_or(&[][..], |e| e.signatures);
    // Both editions of 表三 have the label 其他处理; they differ in what stands beside it.
    let own = signatures.iter().filter_map(|words| find_loose(context.source, table, words)).min();
    own.or_else(|| find_loose(context.source, table, "其他处理")).or_else(|| table_place(context, key))
}

/// The words by which the statistics form up to 2018 is known.
fn legacy_words(context: &Context) -> Option<Span> {
    legacy::SIGNATURES.iter().find_map(|words| find_loose(context.source, context.report.extent, words))
}

/// A short place to point at for a whole table: its first label, where it has one.
fn table_place(context: &Context, key: TableKey) -> Option<Span> {
    let table = context.report.table(key);
    let labels = table.rows.iter().filter_map(|row| row.label);
    let heads = table.heads.iter().map(|head| head.span);
    labels.chain(heads).chain(table.note).min().or(table.span)
}
