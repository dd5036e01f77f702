//! The findings as text, to be pasted anywhere.

use super::{Export, words};
use crate::render::csv;

/// Title, verdict, and each finding with its place.
pub fn text(export: &Export) -> String {
    let colon = export.colon();
    let mut out = String::new();
    let mut line = |pieces: &[&str]| {
        for piece in pieces {
            out.push_str(piece);
        }
        out.push('\n');
    };
    // Pasted into a spreadsheet each line is a cell.
    line(&[&csv::guarded(&export.title())]);
    line(&[&export.verdict()]);
    if export.view.findings.is_empty() {
        line(&[&export.nothing()]);
    }
    for (index, finding) in export.view.findings.iter().enumerate() {
        let told = export.told(index, finding);
        line(&[]);
        line(&[&told.number, ". [", told.severity, " ", &finding.rule, "] ", &told.place]);
        line(&["   ", &told.message]);
        for (head, words) in [
            (words::FOUND, told.found.as_str()),
            (told.expected_head, &told.expected),
            (words::HOW, told.how),
            (words::BASIS, told.basis),
            (words::ACCEPTED, export.reason(finding).unwrap_or_default()),
        ] {
            if !words.is_empty() {
                line(&["   ", export.say(head), colon, words]);
            }
        }
    }
    line(&[]);
    line(&[&export.stamp()]);
    out
}
