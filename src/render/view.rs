//! A check as the page shows it, in both languages at once, with positions as the
//! page's text area counts them.
//!
//! The page's module and the core's are two: the core writes this down as bytes
//! ([`bytes`]) and the page reads them ([`read`]). Both are made by one build, so the
//! shape is nobody else's business; for everyone else there is [`super::json`].

use serde::{Deserialize, Serialize};

use super::wording;
use crate::check::{Check, Verdict};
use crate::finding::{Applicability, Finding, Role, Severity, fingerprints};
use crate::form::{CellRef, EditionId, TableKey};
use crate::hash::Fnv;
use crate::intake;
use crate::lang::{Lang, Text};
use crate::report::{CellState, Recognition, Section, TableReading, UnreadReason};
use crate::rule::RULES;
use crate::rule::sums::{Balance, CAUSE, Sums};
use crate::text::{Number, Span, Utf16Map};

/// The most characters of a cell that are kept to the letter.
const RAW_CAP: usize = 400;
/// How many further lines of a finding are told.
const LINES_CAP: usize = 20;
/// How many edits of a fix are told with what they replace.
const TOLD: usize = 3;

/// `[start, end)` in UTF-16 code units of the text area's value.
pub type Place = [u32; 2];

/// Words in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words {
    zh: String,
    en: String,
}

impl Words {
    fn of(write: impl Fn(Lang) -> String) -> Self {
        Self { zh: write(Lang::Zh), en: write(Lang::En) }
    }

    /// Several sentences as one.
    pub fn joined<'w>(sentences: impl Iterator<Item = &'w intake::Words> + Clone) -> Self {
        Self::of(|lang| sentences.clone().map(|words| words.get(lang)).collect::<Vec<_>>().join(" "))
    }

    /// The words in `lang`.
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::Zh => &self.zh,
            Lang::En => &self.en,
        }
    }
}

impl From<Text> for Words {
    fn from(text: Text) -> Self {
        Self::of(|lang| text.get(lang).to_string())
    }
}

/// Everything shown of one check.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub struct View {
    /// Whether there was no text at all.
    pub empty: bool,
    /// The one-word answer.
    pub verdict: Verdict,
    /// Errors, warnings, hints.
    pub counts: [u32; 3],
    /// How often the rules looked.
    pub tally: Tally,
    /// The body whose report it is.
    pub organization: Option<String>,
    /// The reporting year.
    pub year: Option<i32>,
    /// The form of the report.
    pub edition: Option<EditionId>,
    /// Why it is no report, or what else happened to the input: code and sentence.
    pub notes: Vec<(String, Words)>,
    /// What is wrong.
    pub findings: Vec<FindingView>,
    /// The three tables.
    pub tables: Vec<TableView>,
    /// The form's sums over this report.
    pub sums: Vec<SumView>,
    /// Headings of sections.
    pub headings: Vec<Place>,
    /// The six sections in the order of the form: heading and line, where it is there.
    pub sections: Vec<Option<(String, u32)>>,
    /// Cells of which it is certain what should stand in them: the cell, the value,
    /// and the number of the finding that says so.
    pub corrections: Vec<(CellRef, String, u32)>,
    /// A name for the rules it was checked by, [`rule_set`].
    pub rules: String,
    /// A name for the settings it was checked by; none for the defaults.
    pub settings: Option<String>,
    /// Every cell of the form, in the form's order, which is that of their places.
    pub cells: Vec<CellView>,
}

/// How often the rules looked, and what came of it.
#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Tally {
    /// Looks at which nothing was wrong.
    pub passed: u32,
    /// Looks at which something was.
    pub failed: u32,
    /// Looks that could not be made.
    pub unassessable: u32,
    /// The rules that could not look, how often, and why.
    pub reasons: Vec<(String, u32, Words)>,
}

impl Tally {
    /// Looks in all.
    pub fn run(&self) -> u32 {
        self.passed + self.failed + self.unassessable
    }
}

/// One finding. What its rule tells of why and how is in the rule's prose.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub struct FindingView {
    /// Its fingerprint: the same after an edit elsewhere.
    pub key: String,
    /// The rule's code.
    pub rule: String,
    /// How grave it is.
    pub severity: Severity,
    /// The line it stands in, from 1.
    pub line: Option<u32>,
    /// The lines of further places of the same thing; of very many the first.
    pub also: Vec<u32>,
    /// The section it stands in, by its place among [`SectionKey::ALL`].
    ///
    /// [`SectionKey::ALL`]: crate::form::section::SectionKey::ALL
    pub section: Option<u8>,
    /// What was found.
    pub message: Words,
    /// Its words in the text.
    pub span: Option<Place>,
    /// Those words themselves, on one line; empty where nothing stands.
    pub found: String,
    /// The number that stands there.
    pub actual: Option<String>,
    /// The number that should.
    pub expected: Option<String>,
    /// Its cell.
    pub cell: Option<CellRef>,
    /// Further places.
    pub related: Vec<(Option<CellRef>, Option<Place>)>,
    /// What mends it.
    pub fix: Option<FixView>,
}

/// What mends a finding.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FixView {
    /// Whether it is certain.
    pub applicability: Applicability,
    /// What is replaced, and by what; in the order of the text.
    pub edits: Vec<(Place, String)>,
    /// What the first few of the edits replace, on one line.
    pub before: Vec<String>,
}

/// One table of the form.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub struct TableView {
    /// Which one.
    pub key: TableKey,
    /// Whether the report has it.
    pub there: bool,
    /// Why it was not read, when it is there.
    pub unread: Option<UnreadReason>,
    /// Rows the report has and the form has not: label and values.
    pub extra: Vec<(String, Vec<String>)>,
}

/// One cell of the form as the report has it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CellView {
    /// Its place in the form.
    pub cell: CellRef,
    /// Its state.
    pub state: CellState,
    /// What stands in it, on one line.
    pub shown: String,
    /// What stands in it to the letter, where that is something else.
    pub raw: Option<String>,
    /// The line it stands in, from 1.
    pub line: Option<u32>,
    /// Its number.
    pub value: Option<String>,
    /// Its characters in the text.
    pub span: Option<Place>,
    /// The first finding on this cell, with its severity.
    pub finding: Option<(u32, Severity)>,
}

impl CellView {
    /// Whether it counts for nothing in a sum.
    pub fn is_nothing(&self) -> bool {
        self.state == CellState::Blank || self.value.as_deref() == Some("0")
    }
}

/// One sum of the form, with the numbers of this report.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub struct SumView {
    /// The rule that checks it.
    pub rule: String,
    /// The side that carries the total.
    pub left: Vec<CellRef>,
    /// The other side.
    pub right: Vec<CellRef>,
    /// How it came out.
    pub outcome: SumOutcome,
}

/// How a sum came out.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum SumOutcome {
    /// Both sides are equal.
    Holds,
    /// They are not; what each side comes to.
    Fails(String, String),
    /// Not all of it could be read.
    Unknown,
}

impl SumView {
    /// Whether the cell takes part in it.
    pub fn holds(&self, cell: CellRef) -> bool {
        self.left.contains(&cell) || self.right.contains(&cell)
    }

    /// Whether it fails.
    pub fn fails(&self) -> bool {
        matches!(self.outcome, SumOutcome::Fails(..))
    }
}

/// The view of `check` as bytes for [`read`]. `shift` is what stands before the
/// checked text in the text area: a byte order mark is not part of the text.
pub fn bytes(check: &Check, shift: u32) -> Vec<u8> {
    // Writing into a vector does not fail.
    postcard::to_allocvec(&view(check, shift)).unwrap_or_default()
}

/// The view that [`bytes`] has written; `None` for other bytes.
pub fn read(bytes: &[u8]) -> Option<View> {
    postcard::from_bytes(bytes).ok()
}

fn view(check: &Check, shift: u32) -> View {
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

/// A name for the rules of this program: a hash of their codes, severities and
/// messages, 16 hexadecimal digits. Exports name it beside the version.
pub fn rule_set() -> String {
    let mut hash = Fnv::default();
    for rule in RULES {
        for part in [rule.code, rule.severity.key(), rule.prose().message.zh] {
            hash.write(part.as_bytes());
        }
    }
    hash.digits()
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
    if let Some((end, _)) = line.char_indices().nth(LIMIT) {
        line.truncate(end);
        line.push('…');
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Options, check};

    #[test]
    fn what_is_read_is_what_was_written() {
        let text = include_str!("../../www/samples/faulty-2021.txt");
        let check = check(text, &Options::default());
        let written = view(&check, 1);
        assert!(!written.findings.is_empty() && !written.cells.is_empty());
        assert_eq!(read(&bytes(&check, 1)), Some(written));
        assert_eq!(read(b"other bytes"), None);
    }
}
