//! How a check becomes its view: every sentence written in both languages, every place
//! counted as the page does.

use super::super::wording;
use super::{
    CellView, FindingView, FixView, Place, SumOutcome, SumView, TableView, Tally, View, Words, rule_set,
};
use crate::check::{Check, Verdict};
use crate::finding::{Finding, Role, Severity, fingerprints};
use crate::form::CellRef;
use crate::report::{Recognition, Section, TableReading};
use crate::rule::sums::{Balance, CAUSE, Sums};
use crate::text::find::nth_char;
use crate::text::{Number, Span, Utf16Map};

/// The most characters of a cell that are kept to the letter.
const RAW_CAP: usize = 400;
/// How many further lines of a finding are told.
const LINES_CAP: usize = 20;
/// How many edits of a fix are told with what they replace.
const TOLD: usize = 3;

/// The view of `check`, with every place moved on by `shift`.
pub(super) fn view(check: &Check, shift: u32) -> View {
    let map = Utf16Map::new(check.source.text());
    let place = |span: Span| map.span(span).map(|offset| offset + shift);
    let report = &check.report;
    let findings = findings(check, &place);
    let mut cells = Vec::new();
    for cell in report.form().map(|form| form.cells()).into_iter().flatten() {
        let read = report.cell(cell);
        let mut finding = None;
        for (index, found) in (0..).zip(&findings) {
            if found.cell == Some(cell) && finding.is_none_or(|(_, severity)| found.severity < severity) {
                finding = Some((index, found.severity));
            }
        }
        let raw = read.span.map(|span| check.source.slice(span)).unwrap_or_default();
        let shown = one_line(raw);
        cells.push(CellView {
            cell,
            state: read.state,
            raw: (shown != raw).then(|| raw.chars().take(RAW_CAP).collect()),
            line: read.span.map(|span| check.source.line_of(span.start)),
            shown,
            value: read.value.map(Number::written),
            span: read.span.map(place),
            finding,
        });
    }
    let empty = report.recognition == Recognition::Empty && check.verdict != Verdict::Unread;
    // An empty text is no mistake of anybody's: the invitation says what to do.
    let notes = check.notes.iter().filter(|_| !empty);
    let headings = report.sections.iter().filter_map(|section| section.heading.as_ref());
    let worked_out = Sums::of(report);
    let section = |section: &Section| {
        let heading = section.heading.as_ref()?.span;
        Some((one_line(check.source.slice(heading)), check.source.line_of(heading.start)))
    };
    View {
        empty,
        verdict: check.verdict,
        counts: [Severity::Error, Severity::Warning, Severity::Hint].map(|s| check.count(s) as u32),
        tally: tally(check),
        organization: report.title.as_ref().and_then(|title| title.organization.clone()),
        year: report.year.map(|year| year.value),
        edition: report.edition,
        notes: notes
            .map(|note| (note.kind.code().to_string(), Words::of(|lang| note.kind.message(lang))))
            .collect(),
        findings,
        tables: report.tables.iter().map(|read| table(check, read)).collect(),
        corrections: corrections(check, &worked_out),
        sums: sums(&worked_out),
        headings: headings.map(|heading| place(heading.span)).collect(),
        sections: report.sections.iter().map(section).collect(),
        rules: rule_set(),
        settings: (!check.profile.is_default()).then(|| check.profile.hash()),
        cells,
    }
}

fn findings(check: &Check, place: &impl Fn(Span) -> Place) -> Vec<FindingView> {
    let form = check.report.form();
    let keys = fingerprints(&check.findings, &check.source, form);
    let with_key = check.findings.iter().zip(keys);
    with_key
        .map(|(finding, key)| FindingView {
            key,
            rule: finding.rule.to_string(),
            severity: finding.severity,
            line: finding.span.map(|span| check.source.line_of(span.start)),
            also: also(check, finding),
            section: section_of(check, finding),
            message: Words::of(|lang| wording::message(finding, &check.source, form, lang)),
            span: finding.span.map(place),
            found: finding.span.map(|span| one_line(check.source.slice(span))).unwrap_or_default(),
            actual: finding.actual.map(Number::written),
            expected: finding.expected.map(Number::written),
            cell: finding.cell,
            related: finding.related.iter().map(|r| (r.cell, r.span.map(place))).collect(),
            fix: finding.fix.as_ref().map(|fix| FixView {
                applicability: fix.applicability,
                edits: fix.edits.iter().map(|e| (place(e.span), e.text.clone())).collect(),
                before: fix.edits.iter().take(TOLD).map(|e| one_line(check.source.slice(e.span))).collect(),
            }),
        })
        .collect()
}

/// The lines of further places of the same thing, each once.
fn also(check: &Check, finding: &Finding) -> Vec<u32> {
    let line = |span: Span| check.source.line_of(span.start);
    let mut last = finding.span.map(line);
    let mut lines = Vec::new();
    for related in &finding.related {
        let Some(span) = related.span.filter(|_| related.role == Role::Same) else { continue };
        let at = Some(line(span));
        if at != last && lines.len() < LINES_CAP {
            lines.extend(at);
        }
        last = at;
    }
    lines
}

/// The section that a finding belongs to: its cell's, else the one it stands in.
fn section_of(check: &Check, finding: &Finding) -> Option<u8> {
    if let Some(cell) = finding.cell {
        return Some(cell.table.section() as u8);
    }
    let at = finding.span?.start;
    let mut found = None;
    for (index, section) in (0..).zip(&check.report.sections) {
        let start = section.heading.as_ref().map(|heading| heading.span.start);
        if let Some(start) = start.filter(|start| *start <= at)
            && found.is_none_or(|(other, _)| other < start)
        {
            found = Some((start, index));
        }
    }
    found.map(|(_, index)| index)
}

fn tally(check: &Check) -> Tally {
    let mut tally = Tally::default();
    for count in &check.counts {
        let outcome = &count.outcome;
        tally.passed += outcome.passed;
        tally.failed += outcome.failed;
        tally.unassessable += outcome.unassessable;
        if let Some(reason) = outcome.reason {
            let words = Words::of(|lang| reason.words(lang));
            tally.reasons.push((count.rule.code.to_string(), outcome.unassessable, words));
        }
    }
    tally
}

fn table(check: &Check, read: &TableReading) -> TableView {
    let words_at = |span: Span| one_line(check.source.slice(span));
    let mut extra = Vec::new();
    for row in &read.extra_rows {
        let values = row.cells.iter().map(|cell| cell.span.map(words_at).unwrap_or_default());
        extra.push((words_at(row.label), values.collect()));
    }
    TableView { key: read.key, there: read.span.is_some(), unread: read.unread, extra }
}

/// What should stand in cells, where a finding says so and it is certain: the one cell
/// that explains all sums that fail, and totals that were left blank.
fn corrections(check: &Check, sums: &Sums) -> Vec<(CellRef, String, u32)> {
    let mut corrections = Vec::new();
    let mut correct = |cell: CellRef, expected: Number, says: &dyn Fn(&Finding) -> bool| {
        if let Some(index) = check.findings.iter().position(says) {
            corrections.push((cell, expected.written(), index as u32));
        }
    };
    if let Some(cause) = sums.cause {
        correct(cause.cell, cause.expected, &|finding| {
            finding.rule == CAUSE && finding.cell == Some(cause.cell)
        });
    }
    for total in &sums.blank_totals {
        correct(total.cell, total.expected, &|finding| {
            // Several blank totals may be one finding, the others beside the first.
            let beside = finding.related.iter().any(|r| r.cell == Some(total.cell) && r.role == Role::Same);
            let first = finding.cell == Some(total.cell);
            (first || beside) && finding.actual.is_none() && finding.expected.is_some()
        });
    }
    corrections
}

fn sums(worked_out: &Sums) -> Vec<SumView> {
    let mut sums = Vec::new();
    for sum in &worked_out.equations {
        sums.push(SumView {
            rule: sum.equation.rule.to_string(),
            left: sum.equation.left.clone(),
            right: sum.equation.right.clone(),
            outcome: match sum.balance {
                Balance::Holds => SumOutcome::Holds,
                Balance::Fails { left, right } => SumOutcome::Fails(left.written(), right.written()),
                Balance::Unassessable(_) => SumOutcome::Unknown,
            },
        });
    }
    sums
}

/// The words of a cell on one line, a very long run of them cut.
fn one_line(words: &str) -> String {
    const LIMIT: usize = 80;
    let mut line = String::new();
    for word in words.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    if let Some((end, _)) = nth_char(&line, LIMIT) {
        line.truncate(end);
        line.push('…');
    }
    line
}
