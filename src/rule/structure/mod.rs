//! S: title, sections, headings.

pub mod accountability;
pub mod bad_number;
pub mod contact;
pub mod empty_section;
pub mod five_aspects;
pub mod heading_wording;
mod items;
pub mod measures_as_matters;
pub mod missing_number;
pub mod missing_section;
pub mod missing_table;
pub mod missing_title;
pub mod one_sided_problems;
pub mod overview_length;
pub mod period_missing;
pub mod period_not_a_year;
pub mod preamble_list;
pub mod subheading_number;
pub mod template_instruction;
pub mod top_level_number;
pub mod trivial_problems;
pub mod wrong_number;

use crate::form::EditionId;
use crate::form::section::SectionKey;
use crate::report::{Heading, Report};
use crate::text::Span;

/// Whether the report has to have the six sections. Up to 2018 it had others.
pub(super) fn has_uniform_sections(report: &Report) -> bool {
    report.edition != Some(EditionId::Legacy)
        && (report.edition.is_some()
            || report.year.is_none_or(|year| EditionId::required_for(year.value) != EditionId::Legacy))
}

/// The sections that are there with their headings, in the form's order; none for a
/// report that had to have others.
fn headings(report: &Report) -> impl Iterator<Item = (SectionKey, &Heading)> {
    let sections = if has_uniform_sections(report) { &report.sections[..] } else { &[] };
    sections.iter().filter_map(|section| Some((section.key, section.heading.as_ref()?)))
}

/// The number of a section with its mark, as the form writes it: 五、
fn ordinal(key: SectionKey) -> String {
    [key.section().number, "、"].concat()
}

/// What stands between the title and the first section.
pub(super) fn preamble(report: &Report) -> Span {
    let first = report.sections.iter().filter_map(|section| section.heading.as_ref());
    let end = first.map(|heading| heading.span.start).min().unwrap_or(0);
    let start = report.title.as_ref().map_or(0, |title| title.span.end);
    Span { start: start.min(end), end }
}
