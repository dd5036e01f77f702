//! C: what a conversion left behind.

pub mod bookmark;
pub mod corrupt_character;
pub mod field_code;
pub mod list_marker;
pub mod page_noise;
pub mod shifted_label;

use super::{Context, Record};
use crate::finding::{Applicability, Edit, Finding, Fix, Severity};
use crate::gather::Gather;
use crate::text::Span;

/// Writes down what a rule on the whole text found: nothing, or one finding for all
/// places, the first of them quoted.
pub(super) fn find_all(
    record: &mut Record,
    rule: &'static str,
    severity: Severity,
    places: Vec<Span>,
    fix: Option<Fix>,
) {
    if places.is_empty() {
        return record.pass();
    }
    let mut finding = Finding::new(rule, severity);
    finding.fix = fix;
    record.find(at_places(finding, places));
}

/// Gives a finding its places, quotes the first and says how many there are.
fn at_places(finding: Finding, places: Vec<Span>) -> Finding {
    let (first, count) = (places[0], places.len());
    finding.at_all(places).with("x", first).with("n", count)
}

/// A fix that takes all of `places` out.
fn delete_all(applicability: Applicability, places: &[Span]) -> Fix {
    Fix { applicability, edits: places.iter().copied().map(Edit::delete).gather() }
}

/// The text that is checked: all of it, or what stands before a second report.
pub(super) fn checked<'a>(context: &Context<'a>) -> &'a str {
    context.source.slice(context.report.extent)
}
