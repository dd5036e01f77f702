//! What must hold of every fix: it makes its finding go away and does nothing else.
//! The rules' own cases (`src/rule/case.rs`) are held to it as well.

use std::collections::BTreeMap;

use gouji::finding::{Applicability, Finding, Fix, fix};
use gouji::report::CellState;
use gouji::text::Span;
use gouji::{Check, Options, check};

/// How many findings each rule has.
fn by_rule(check: &Check) -> BTreeMap<&'static str, usize> {
    let mut counts = BTreeMap::new();
    for finding in &check.findings {
        *counts.entry(finding.rule).or_insert(0) += 1;
    }
    counts
}

/// Every cell as it was read: its id, its place, what stands there and what it means.
fn cells(check: &Check) -> Vec<(String, Option<Span>, String)> {
    let Some(form) = check.report.form() else { return Vec::new() };
    let read = |place| {
        let cell = check.report.cell(place);
        let value = cell.value.map(|value| value.to_string()).unwrap_or_default();
        (form.cell_id(place), cell.span, format!("{} {value}", cell.state.key()))
    };
    form.cells().map(read).collect()
}

/// What is wrong with the fixes of `text`, if anything.
pub fn complaints(text: &str, options: &Options) -> Vec<String> {
    let before = check(text, options);
    let mut complaints = safe(&before, options);
    for finding in &before.findings {
        if let Some(fix) = finding.fix.as_ref().filter(|fix| fix.applicability == Applicability::Review) {
            complaints.extend(review(&before, finding, fix, options));
        }
    }
    complaints
}

/// All safe fixes at once: their findings go, no other comes, no cell changes.
fn safe(before: &Check, options: &Options) -> Vec<String> {
    let fixed: Vec<&Finding> = before
        .findings
        .iter()
        .filter(|f| f.fix.as_ref().is_some_and(|fix| fix.applicability == Applicability::Safe))
        .collect();
    if fixed.is_empty() {
        return Vec::new();
    }
    let fixes: Vec<&Fix> = fixed.iter().filter_map(|f| f.fix.as_ref()).collect();
    let text = fix::apply(before.source.text(), &fixes);
    let after = check(&text, options);
    let mut allowed = by_rule(before);
    for finding in &fixed {
        if let Some(count) = allowed.get_mut(finding.rule) {
            *count -= 1;
        }
    }
    let mut complaints = Vec::new();
    let mut more_read = false;
    for (old, new) in cells(before).into_iter().zip(cells(&after)) {
        if (&old.0, &old.2) != (&new.0, &new.2) {
            // A table may only be readable once a page number in it is gone.
            if was_unread(&old.2) {
                more_read = true;
            } else {
                complaints.push(format!("a safe fix changed {}: {} became {}", old.0, old.2, new.2));
            }
        }
    }
    for (rule, count) in by_rule(&after) {
        let allowed = allowed.get(rule).copied().unwrap_or(0);
        if count > allowed && !more_read {
            complaints.push(format!("{rule}: {count} after all safe fixes, {allowed} without a fix before"));
        }
    }
    complaints
}

/// One fix that a person decides on: its finding goes, and no cell changes that it
/// does not touch.
fn review(before: &Check, finding: &Finding, fix: &Fix, options: &Options) -> Vec<String> {
    let text = fix::apply(before.source.text(), &[fix]);
    let after = check(&text, options);
    let count = |check: &Check| check.findings.iter().filter(|f| f.rule == finding.rule).count();
    let name = format!("{} {:?}", finding.rule, finding.span.map(|span| before.source.slice(span)));
    let mut complaints = Vec::new();
    // Characters that were taken out are not all of those that a person has to look at.
    if count(&after) >= count(before) && !PARTIAL.contains(&finding.rule) {
        complaints.push(format!("{name}: still there after its fix"));
    }
    let touches = |span: Span| fix.edits.iter().any(|e| e.span.start <= span.end && span.start <= e.span.end);
    for (old, new) in cells(before).into_iter().zip(cells(&after)) {
        if (&old.0, &old.2) != (&new.0, &new.2) && !was_unread(&old.2) && !old.1.is_some_and(touches) {
            complaints.push(format!("{name}: its fix changed {}: {} became {}", old.0, old.2, new.2));
        }
    }
    complaints
}

/// Rules whose fix mends some of the places of a finding and leaves others to a person.
const PARTIAL: &[&str] = &["C-04"];

fn was_unread(cell: &str) -> bool {
    cell.starts_with(CellState::Unread.key())
}
