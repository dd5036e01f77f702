//! Text in, everything out.

use crate::finding::{Finding, Severity};
use crate::note::{Note, NoteKind, notes};
use crate::order;
use crate::parse;
use crate::parse::claims::Claims;
use crate::parse::prose::Prose;
use crate::report::{Recognition, Report};
use crate::rule::arithmetic::Lists;
use crate::rule::sums::Sums;
use crate::rule::{Context, Outcome, RULES, Record, Rule};
use crate::text::{Source, TEXT_CAP};

/// What a caller may ask for.
#[derive(Debug, Clone, Default)]
pub struct Options {}

/// The one-word answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// No error and no warning.
    Pass,
    /// A warning and no error.
    Attention,
    /// An error.
    Fail,
    /// This is no annual report.
    Unrecognized,
    /// It was not read at all.
    Unread,
}

impl Verdict {
    /// The name in the JSON.
    pub fn key(self) -> &'static str {
        match self {
            Self::Pass => "pass",
            Self::Attention => "attention",
            Self::Fail => "fail",
            Self::Unrecognized => "unrecognized",
            Self::Unread => "unread",
        }
    }
}

/// How often one rule looked at this report.
#[derive(Debug, Clone)]
pub struct CheckCount {
    /// The rule.
    pub rule: &'static Rule,
    /// What came of it.
    pub outcome: Outcome,
}

/// Everything that came of checking one text.
#[derive(Debug)]
pub struct Check<'t> {
    /// The text, as positions in it count.
    pub source: Source<'t>,
    /// What was read from it.
    pub report: Report,
    /// What is wrong, in the order of the text; what has no place comes first.
    pub findings: Vec<Finding>,
    /// Every rule that applies, with how often it looked.
    pub counts: Vec<CheckCount>,
    /// The one-word answer.
    pub verdict: Verdict,
    /// What happened to the input.
    pub notes: Vec<Note>,
}

impl Check<'static> {
    /// The check of something that could not be read at all, and why not.
    pub fn unread(kind: NoteKind) -> Self {
        let source = Source::new("");
        let report = parse::parse(&source);
        Self {
            source,
            report,
            findings: Vec::new(),
            counts: Vec::new(),
            verdict: Verdict::Unread,
            notes: vec![Note { kind, span: None }],
        }
    }
}

impl Check<'_> {
    /// How many findings have `severity`.
    pub fn count(&self, severity: Severity) -> usize {
        self.findings.iter().filter(|f| f.severity == severity).count()
    }
}

/// Checks one text. Never fails: what could not be read is said in the report, and
/// a text over [`TEXT_CAP`] bytes has the verdict [`Verdict::Unread`].
pub fn check<'t>(text: &'t str, _options: &Options) -> Check<'t> {
    if text.len() > TEXT_CAP {
        return Check::unread(NoteKind::OverCap);
    }
    let source = Source::new(text);
    let report = parse::parse(&source);
    let notes = notes(&source, &report);
    if report.recognition != Recognition::Report {
        let verdict = Verdict::Unrecognized;
        return Check { source, report, findings: Vec::new(), counts: Vec::new(), verdict, notes };
    }
    let sums = Sums::of(&report);
    let prose = Prose::read(&source, &report);
    let claims = Claims::read(&prose, &report);
    let lists = Lists::of(&prose);
    let context = Context {
        source: &source,
        report: &report,
        prose: &prose,
        claims: &claims,
        sums: &sums,
        lists: &lists,
    };
    let mut findings = Vec::new();
    let mut counts = Vec::new();
    for rule in RULES.iter().copied().filter(|rule| rule.scope.holds(&report)) {
        let mut record = Record::default();
        (rule.detect)(&context, &mut record);
        findings.append(&mut record.findings);
        counts.push(CheckCount { rule, outcome: record.outcome });
    }
    order::by_key(&mut findings, |finding| order::place(finding.span) << 48 | code_key(finding.rule));
    let has = |severity| findings.iter().any(|f: &Finding| f.severity == severity);
    let verdict = if has(Severity::Error) {
        Verdict::Fail
    } else if has(Severity::Warning) {
        Verdict::Attention
    } else {
        Verdict::Pass
    };
    Check { source, report, findings, counts, verdict, notes }
}

/// A rule's code as a number that sorts as the code does: its first six characters.
fn code_key(code: &str) -> u128 {
    code.bytes().chain(std::iter::repeat(0)).take(6).fold(0, |key, byte| key << 8 | u128::from(byte))
}
