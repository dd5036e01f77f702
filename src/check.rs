//! Text in, everything out.

use serde::{Deserialize, Serialize};

use crate::finding::{Finding, Severity};
use crate::intake::Words;
use crate::note::{Note, NoteKind, notes as notes_on};
use crate::order;
use crate::parse;
use crate::parse::claims::Claims;
use crate::parse::prose::Prose;
use crate::previous::Previous;
use crate::profile::Profile;
use crate::report::{Recognition, Report};
use crate::rule::arithmetic::Lists;
use crate::rule::body::Body;
use crate::rule::cells;
use crate::rule::sums::{self, Sums};
use crate::rule::{Context, Outcome, RULES, Record, Rule};
use crate::text::{Source, Span, TEXT_CAP};

/// What a caller may ask for.
#[derive(Debug, Clone, Copy, Default)]
pub struct Options<'a> {
    /// The text of the report of the year before, which makes the rules across years
    /// apply. Why it was not compared is said in notes.
    pub previous: Option<&'a str>,
    /// A settings text ([`Profile::parse`]). One that is refused is said in a note, and
    /// the defaults hold.
    pub profile: Option<&'a str>,
}

/// The one-word answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
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
    /// Every rule that applies and is not switched off, with how often it looked.
    pub counts: Vec<CheckCount>,
    /// The one-word answer.
    pub verdict: Verdict,
    /// What happened to the input.
    pub notes: Vec<Note>,
    /// The settings that it went by.
    pub profile: Profile,
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
            profile: Profile::default(),
        }
    }
}

impl Check<'_> {
    /// Adds what the conversion of a file to this text said.
    pub fn with_intake(mut self, notes: impl IntoIterator<Item = (Words, Option<Span>)>) -> Self {
        let said = notes.into_iter().map(|(words, span)| Note { kind: NoteKind::Intake(words), span });
        self.notes.extend(said);
        order::by_key(&mut self.notes, |note| order::place(note.span));
        self
    }

    /// How many findings have `severity`.
    pub fn count(&self, severity: Severity) -> usize {
        self.findings.iter().filter(|f| f.severity == severity).count()
    }
}

/// Checks one text. Never fails: what could not be read is said in the report, and
/// a text over [`TEXT_CAP`] bytes has the verdict [`Verdict::Unread`].
pub fn check<'t>(text: &'t str, options: &Options) -> Check<'t> {
    if text.len() > TEXT_CAP {
        return Check::unread(NoteKind::OverCap);
    }
    let source = Source::new(text);
    let report = parse::parse(&source);
    let mut notes = Vec::new();
    let profile = profile(options, &mut notes);
    if report.recognition != Recognition::Report {
        notes.append(&mut notes_on(&source, &report));
        let verdict = Verdict::Unrecognized;
        return Check { source, report, findings: Vec::new(), counts: Vec::new(), verdict, notes, profile };
    }
    let previous = options.previous.and_then(|text| Previous::read(text, &report, &mut notes));
    notes.append(&mut notes_on(&source, &report));
    let mut sums = Sums::of(&report);
    if !profile.runs(sums::CAUSE) {
        sums.set_cause_aside(&report);
    }
    let prose = Prose::read(&source, &report);
    let claims = Claims::read(&prose, &report);
    let lists = Lists::of(&prose);
    let previous = previous.as_ref();
    let context = Context {
        source: &source,
        report: &report,
        prose: &prose,
        claims: &claims,
        sums: &sums,
        plain: cells::plain(&source, &report),
        lists: &lists,
        body: Body::of(&report),
        profile: &profile,
        previous,
    };
    let applies = |rule: &&Rule| rule.scope.holds(&report, previous.is_some()) && profile.runs(rule.code);
    let mut findings = Vec::new();
    let mut counts = Vec::with_capacity(RULES.len());
    let mut record = Record::default();
    for rule in RULES.iter().filter(applies) {
        (rule.detect)(&context, &mut record);
        if !record.findings.is_empty() {
            profile.grade(rule, &mut record.findings);
            findings.append(&mut record.findings);
        }
        counts.push(CheckCount { rule, outcome: std::mem::take(&mut record.outcome) });
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
    Check { source, report, findings, counts, verdict, notes, profile }
}

/// The settings asked for; that they are not the defaults, or were refused, is noted.
fn profile(options: &Options, notes: &mut Vec<Note>) -> Profile {
    let Some(text) = options.profile else { return Profile::default() };
    let (profile, note) = match Profile::parse(text) {
        Ok(profile) if profile.is_default() => return profile,
        Ok(profile) => {
            let hash = profile.hash();
            (profile, NoteKind::Profile(hash))
        }
        Err(error) => (Profile::default(), NoteKind::ProfileRefused(error)),
    };
    notes.push(Note { kind: note, span: None });
    profile
}

/// A rule's code as a number that sorts as the code does: its first six characters.
fn code_key(code: &str) -> u128 {
    code.bytes().chain(std::iter::repeat(0)).take(6).fold(0, |key, byte| key << 8 | u128::from(byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_the_single_cell_the_sums_speak() {
        let clean = include_str!("../www/samples/clean-2021.txt");
        let text = clean.replace("（一）予以公开\t\t4", "（一）予以公开\t\t5");
        assert_ne!(text, clean);
        let rules = |profile| -> Vec<&str> {
            let options = Options { profile, ..Options::default() };
            check(&text, &options).findings.iter().map(|finding| finding.rule).collect()
        };
        assert_eq!(rules(None), ["T3-C05"]);
        let sums = rules(Some("T3-C05 off"));
        assert!(sums.contains(&"T3-C02") && sums.contains(&"T3-C03"), "{sums:?}");
    }
}
