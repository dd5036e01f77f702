//! A check as JSON, schema `gouji/1`.
//!
//! Every key is always there; what is absent or unknown is null. Spans count UTF-16
//! code units, lines count from 1. The same text, options and version give the same
//! bytes.

use serde::{Serialize, Serializer};

use super::wording;
use crate::Verdict;
use crate::check::Check;
use crate::finding::{Finding, Fix, Severity, fingerprints};
use crate::form::CellRef;
use crate::gather::Gather;
use crate::lang::Lang;
use crate::rule::Outcome;
use crate::text::{Number, Span, Utf16Map};

/// The name and version of the shape.
pub const SCHEMA: &str = "gouji/1";

/// Where a text came from.
#[derive(Debug, Clone, Copy, Default)]
pub struct Origin<'a> {
    /// The file's name, or what the caller calls it.
    pub name: Option<&'a str>,
    /// What the input was, as [`crate::intake::kind::Kind::key`] names it.
    pub format: Option<&'a str>,
}

/// The whole object. Its parts are made one by one while it is written, so that it
/// takes little memory however much it writes.
#[derive(Debug)]
pub struct Document<'a> {
    origin: Origin<'a>,
    writer: Writer<'a>,
    fingerprints: Vec<String>,
}

#[derive(Serialize)]
struct DocumentOut<'a, C, F, O, N> {
    schema: &'static str,
    source: SourceOut<'a>,
    report: ReportOut<'a, C>,
    verdict: &'static str,
    counts: CountsOut,
    findings: F,
    checks: O,
    notes: N,
}

#[derive(Debug, Serialize)]
struct SourceOut<'a> {
    name: Option<&'a str>,
    format: Option<&'a str>,
    chars: Option<u32>,
    lines: Option<u32>,
}

#[derive(Serialize)]
struct ReportOut<'a, C> {
    title: Option<&'a str>,
    organization: Option<&'a str>,
    year: Option<i32>,
    edition: Option<&'static str>,
    sections: Vec<SectionOut<'a>>,
    cells: C,
}

#[derive(Debug, Serialize)]
struct SectionOut<'a> {
    key: &'static str,
    present: bool,
    heading: Option<&'a str>,
    line: Option<u32>,
    span: Option<[u32; 2]>,
}

#[derive(Debug, Serialize)]
struct CellOut<'a> {
    id: String,
    state: &'static str,
    raw: Option<&'a str>,
    value: Option<JsonNumber>,
    line: Option<u32>,
    span: Option<[u32; 2]>,
}

#[derive(Debug, Serialize)]
struct CountsOut {
    error: u32,
    warning: u32,
    hint: u32,
}

#[derive(Debug, Serialize)]
struct FindingOut<'f> {
    rule: &'static str,
    severity: &'static str,
    line: Option<u32>,
    span: Option<[u32; 2]>,
    message: String,
    why: &'static str,
    how: &'static str,
    basis: &'static str,
    cell: Option<String>,
    related: Vec<RelatedOut>,
    expected: Option<JsonNumber>,
    actual: Option<JsonNumber>,
    fix: Option<FixOut<'f>>,
    fingerprint: &'f str,
}

#[derive(Debug, Serialize)]
struct RelatedOut {
    cell: Option<String>,
    span: Option<[u32; 2]>,
    role: &'static str,
}

#[derive(Debug, Serialize)]
struct FixOut<'f> {
    applicability: &'static str,
    edits: Vec<EditOut<'f>>,
}

#[derive(Debug, Serialize)]
struct EditOut<'f> {
    span: [u32; 2],
    text: &'f str,
}

#[derive(Debug, Serialize)]
struct CheckOut {
    rule: &'static str,
    run: u32,
    passed: u32,
    failed: u32,
    unassessable: u32,
    reason: Option<String>,
}

#[derive(Debug, Serialize)]
struct NoteOut<'a> {
    code: &'a str,
    message: String,
    line: Option<u32>,
    span: Option<[u32; 2]>,
}

/// A number as JSON has it: whole ones without a point.
#[derive(Debug, Clone, Copy)]
struct JsonNumber(Number);

impl Serialize for JsonNumber {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let number = self.0;
        if number.is_whole() {
            return match i32::try_from(number.mantissa()) {
                Ok(small) => serializer.serialize_i32(small),
                // To JavaScript every number is a float, and one that is not exact as such is no
                // reason to give no object at all.
                Err(_) if cfg!(target_arch = "wasm32") => serializer.serialize_f64(number.mantissa() as f64),
                Err(_) => serializer.serialize_i64(number.mantissa()),
            };
        }
        // Both parts are exact up to sixteen digits, so that their quotient is the float
        // nearest to what was written and prints as that.
        serializer.serialize_f64(number.mantissa() as f64 / 10_f64.powi(number.decimals().into()))
    }
}

/// Writes a list whose parts are made one by one.
struct Each<I>(I);

impl<I: Iterator<Item: Serialize> + Clone> Serialize for Each<I> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.clone())
    }
}

/// What the parts of a document are made with.
#[derive(Debug)]
struct Writer<'a> {
    check: &'a Check<'a>,
    map: Utf16Map<'a>,
    lang: Lang,
}

/// The object for `check`, its sentences in `lang`.
pub fn document<'a>(check: &'a Check<'a>, origin: &Origin<'a>, lang: Lang) -> Document<'a> {
    let writer = Writer { check, map: Utf16Map::new(check.source.text()), lang };
    let fingerprints = fingerprints(&check.findings, &check.source, check.report.form());
    Document { origin: *origin, writer, fingerprints }
}

impl Serialize for Document<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let writer = &self.writer;
        let check = writer.check;
        let report = &check.report;
        let read = check.verdict != Verdict::Unread;
        let cells = report.form().map_or(Vec::new(), |form| form.cells().gather());
        let findings = check.findings.iter().zip(&self.fingerprints);
        let document = DocumentOut {
            schema: SCHEMA,
            source: SourceOut {
                name: self.origin.name,
                format: self.origin.format,
                chars: read.then(|| writer.map.length()),
                lines: read.then(|| check.source.line_count() as u32),
            },
            report: ReportOut {
                title: report.title.as_ref().map(|t| t.text.as_str()),
                organization: report.organization(),
                year: report.year.map(|y| y.value),
                edition: report.edition.map(|e| e.key()),
                sections: writer.sections(),
                cells: Each(cells.iter().filter_map(|place| writer.cell(*place))),
            },
            verdict: check.verdict.key(),
            counts: CountsOut {
                error: check.count(Severity::Error) as u32,
                warning: check.count(Severity::Warning) as u32,
                hint: check.count(Severity::Hint) as u32,
            },
            findings: Each(findings.map(|(finding, print)| writer.finding(finding, print))),
            checks: Each(check.counts.iter().map(|count| writer.outcome(count.rule.code, &count.outcome))),
            notes: Each(check.notes.iter().map(|note| NoteOut {
                code: note.kind.code(),
                message: note.kind.message(writer.lang),
                line: writer.line(note.span),
                span: writer.span(note.span),
            })),
        };
        document.serialize(serializer)
    }
}

impl<'a> Writer<'a> {
    fn line(&self, span: Option<Span>) -> Option<u32> {
        span.map(|s| self.check.source.line_of(s.start))
    }

    fn span(&self, span: Option<Span>) -> Option<[u32; 2]> {
        span.map(|s| self.map.span(s))
    }

    fn sections(&self) -> Vec<SectionOut<'a>> {
        let sections = self.check.report.sections.iter();
        sections
            .map(|section| {
                let span = section.heading.as_ref().map(|h| h.span);
                SectionOut {
                    key: section.key.key(),
                    present: span.is_some(),
                    heading: span.map(|s| self.check.source.slice(s)),
                    line: self.line(span),
                    span: self.span(span),
                }
            })
            .gather()
    }

    fn cell(&self, place: CellRef) -> Option<CellOut<'a>> {
        let cell = self.check.report.cell(place);
        Some(CellOut {
            id: self.cell_id(Some(place))?,
            state: cell.state.key(),
            raw: cell.span.map(|s| self.check.source.slice(s)),
            value: cell.value.map(JsonNumber),
            line: self.line(cell.span),
            span: self.span(cell.span),
        })
    }

    fn cell_id(&self, cell: Option<CellRef>) -> Option<String> {
        Some(self.check.report.form()?.cell_id(cell?))
    }

    fn finding<'f>(&self, finding: &'f Finding, fingerprint: &'f str) -> FindingOut<'f> {
        let form = self.check.report.form();
        let words = wording::words(finding, &self.check.source, form, self.lang);
        FindingOut {
            rule: finding.rule,
            severity: finding.severity.key(),
            line: self.line(finding.span),
            span: self.span(finding.span),
            message: words.message,
            why: words.why,
            how: words.how,
            basis: words.basis,
            cell: self.cell_id(finding.cell),
            related: finding
                .related
                .iter()
                .map(|related| RelatedOut {
                    cell: self.cell_id(related.cell),
                    span: self.span(related.span),
                    role: related.role.key(),
                })
                .gather(),
            expected: finding.expected.map(JsonNumber),
            actual: finding.actual.map(JsonNumber),
            fix: finding.fix.as_ref().map(|fix| self.fix(fix)),
            fingerprint,
        }
    }

    fn fix<'f>(&self, fix: &'f Fix) -> FixOut<'f> {
        let edits = fix.edits.iter();
        FixOut {
            applicability: fix.applicability.key(),
            edits: edits.map(|e| EditOut { span: self.map.span(e.span), text: &e.text }).gather(),
        }
    }

    fn outcome(&self, rule: &'static str, outcome: &Outcome) -> CheckOut {
        CheckOut {
            rule,
            run: outcome.passed + outcome.failed + outcome.unassessable,
            passed: outcome.passed,
            failed: outcome.failed,
            unassessable: outcome.unassessable,
            reason: outcome.reason.map(|reason| reason.words(self.lang)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_numbers_have_no_point() {
        let json = |text: &str| serde_json::to_string(&JsonNumber(text.parse().unwrap())).unwrap();
        assert_eq!(json("7"), "7");
        assert_eq!(json("576.7600"), "576.76");
        assert_eq!(json("40.0000"), "40");
        assert_eq!(json("-4"), "-4");
        assert_eq!(json("0.1"), "0.1");
        assert_eq!(json("96171.6"), "96171.6");
        assert_eq!(json("123456789.0123"), "123456789.0123");
    }
}
