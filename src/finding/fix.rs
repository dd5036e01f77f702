//! Edits that mend a finding, and making them.

use serde::{Deserialize, Serialize};

use crate::gather::Gather;
use crate::order;
use crate::text::Span;

/// How far a fix may be applied without a look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Applicability {
    /// Certain; changes no number.
    Safe,
    /// A candidate; a person decides.
    Review,
}

impl Applicability {
    /// The name in the JSON.
    pub fn key(self) -> &'static str {
        match self {
            Self::Safe => "safe",
            Self::Review => "review",
        }
    }
}

/// Edits that mend a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// How far it may be trusted.
    pub applicability: Applicability,
    /// The edits, in the order of their spans, none overlapping.
    pub edits: Vec<Edit>,
}

impl Fix {
    /// A fix of one edit that is certain.
    pub fn safe(span: Span, text: impl Into<String>) -> Self {
        Self { applicability: Applicability::Safe, edits: vec![Edit { span, text: text.into() }] }
    }

    /// A fix of one edit for a person to decide on.
    pub fn review(span: Span, text: impl Into<String>) -> Self {
        Self { applicability: Applicability::Review, edits: vec![Edit { span, text: text.into() }] }
    }
}

impl Edit {
    /// Takes `span` out.
    pub fn delete(span: Span) -> Self {
        Self { span, text: String::new() }
    }
}

/// One replacement in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// What is replaced; no width to insert.
    pub span: Span,
    /// What takes its place.
    pub text: String,
}

/// The edits of `fixes` in the order of their spans, none overlapping. Where two
/// fixes meet, the earlier of `fixes` counts and the other is left out as a whole:
/// half a fix could be worse than none, and once the text has been mended and
/// checked again it can still be made.
pub fn edits<'a>(fixes: &[&'a Fix]) -> Vec<&'a Edit> {
    let mut all: Vec<(usize, &Edit)> = Vec::new();
    for (at, fix) in fixes.iter().enumerate() {
        all.extend(fix.edits.iter().map(|edit| (at, edit)));
    }
    order::by_key(&mut all, |(at, edit)| order::span(edit.span) << 32 | *at as u128);
    let mut left_out = vec![false; fixes.len()];
    let mut last: Option<(usize, Span)> = None;
    for (at, edit) in &all {
        if left_out[*at] {
            continue;
        }
        match last {
            Some((other, before)) if *at != other && !left_out[other] && overlap(before, edit.span) => {
                left_out[(*at).max(other)] = true;
                if other > *at {
                    last = Some((*at, edit.span));
                }
            }
            _ => last = Some((*at, edit.span)),
        }
    }
    all.retain(|(at, _)| !left_out[*at]);
    all.into_iter().map(|(_, edit)| edit).gather()
}

/// Whether `after`, which does not start before `before`, cannot be made together
/// with it. Of two insertions in one spot nobody can say which comes first.
fn overlap(before: Span, after: Span) -> bool {
    after.start < before.end || before == after
}

/// `text` with `fixes` made; see [`edits`]. What does not fit the text is left out.
pub fn apply(text: &str, fixes: &[&Fix]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for edit in edits(fixes) {
        let range = edit.span.range();
        let (Some(before), Some(_)) = (text.get(done..range.start), text.get(range.clone())) else {
            continue;
        };
        out.push_str(before);
        out.push_str(&edit.text);
        done = range.end;
    }
    out.push_str(&text[done..]);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fix(edits: &[(usize, usize, &str)]) -> Fix {
        let edit = |(start, end, text): &(usize, usize, &str)| Edit {
            span: Span::new(*start, *end),
            text: (*text).into(),
        };
        Fix { applicability: Applicability::Safe, edits: edits.iter().map(edit).collect() }
    }

    fn made(fixes: &[Fix]) -> String {
        apply("0123456789", &fixes.iter().collect::<Vec<_>>())
    }

    #[test]
    fn fixes_are_made_in_the_order_of_the_text() {
        assert_eq!(made(&[fix(&[(8, 9, "x")]), fix(&[(0, 1, ""), (3, 3, "yy")])]), "12yy34567x9");
        assert_eq!(made(&[]), "0123456789");
    }

    #[test]
    fn an_insertion_may_touch_a_replacement() {
        assert_eq!(made(&[fix(&[(2, 4, "x")]), fix(&[(2, 2, "y")])]), "01yx456789");
        assert_eq!(made(&[fix(&[(2, 4, "x")]), fix(&[(4, 4, "y")])]), "01xy456789");
    }

    #[test]
    fn of_two_that_meet_the_earlier_counts_and_the_other_goes_as_a_whole() {
        let (one, other) = (fix(&[(0, 1, "a"), (4, 6, "b")]), fix(&[(5, 7, "c"), (9, 10, "d")]));
        assert_eq!(made(&[one.clone(), other.clone()]), "a123b6789");
        assert_eq!(made(&[other, one]), "01234c78d");
        assert_eq!(made(&[fix(&[(3, 3, "a")]), fix(&[(3, 3, "b")])]), "012a3456789");
        assert_eq!(made(&[fix(&[(2, 3, "a")]), fix(&[(0, 9, "b")])]), "01a3456789");
    }

    #[test]
    fn what_does_not_fit_the_text_is_left_out() {
        assert_eq!(made(&[fix(&[(9, 12, "x")])]), "0123456789");
        assert_eq!(apply("勾稽", &[&fix(&[(1, 3, "x")])]), "勾稽");
    }
}
