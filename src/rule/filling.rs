//! Putting a number into a cell, whatever the surface: what parts the cells from each
//! other stays what it is.

use super::{Context, cells};
use crate::finding::{Applicability, Edit, Fix};
use crate::form::CellRef;
use crate::gather::Gather;
use crate::order;
use crate::text::{Number, Span};

/// Replaces what stands in `place`; a person decides, for it touches a number.
pub fn refill(context: &Context, place: CellRef, number: Number) -> Option<Fix> {
    fill(context, &[(place, number)])
}

/// Fills every one of `places` with 0.
pub fn fill_with_zeros(context: &Context, places: &[CellRef]) -> Option<Fix> {
    let zeros: Vec<cells::Filled> = places.iter().map(|place| (*place, Number::ZERO)).gather();
    fill(context, &zeros)
}

/// Puts a number into each of these cells, in the order of the text; `None` where one
/// of them would run together with its neighbour, as where cells are paragraphs and a
/// blank one has left only more space behind the one before it.
pub fn fill(context: &Context, numbers: &[cells::Filled]) -> Option<Fix> {
    let mut edits = Vec::new();
    for (place, number) in numbers {
        let span = context.cell(*place).span.filter(|span| !span.is_empty() || is_parted(context, *span))?;
        edits.push(Edit { span, text: number.written() });
    }
    order::by_key(&mut edits, |edit| order::span(edit.span));
    // Blanks of which nothing is left but one spot.
    if edits.windows(2).any(|pair| pair[0].span.end >= pair[1].span.start) {
        return None;
    }
    Some(Fix { applicability: Applicability::Review, edits })
}

/// Whether something parts a spot without width from what stands before and behind.
fn is_parted(context: &Context, spot: Span) -> bool {
    let (before, after) = context.source.text().split_at(spot.start as usize);
    let parts = |c: char| c.is_whitespace() || matches!(c, '|' | ',' | '，' | '│');
    before.chars().next_back().is_none_or(parts) && after.chars().next().is_none_or(parts)
}
