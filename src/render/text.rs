//! A check as text for people: the verdict first, then each finding with its place,
//! what is wrong and how to mend it.

use std::fmt::Write;

use super::wording;
use crate::Verdict;
use crate::check::Check;
use crate::finding::{Finding, Severity};
use crate::lang::Lang;
use crate::text::Span;

/// The check of the text called `name`, in `lang`.
pub fn text(check: &Check, name: &str, lang: Lang) -> String {
    let mut out = String::new();
    let _ = writeln!(out, "{name}: {}", verdict(check, lang));
    let heads = heads(check, lang);
    if !heads.is_empty() {
        let _ = writeln!(out, "  {heads}");
    }
    for note in &check.notes {
        let _ = writeln!(out, "  {} {}", place(check, note.span, lang), note.kind.message(lang));
    }
    for finding in &check.findings {
        let _ = write!(out, "\n{}", one(check, finding, lang));
    }
    out
}

/// The verdict in one line, with the counts.
pub fn verdict(check: &Check, lang: Lang) -> String {
    let counts = [Severity::Error, Severity::Warning, Severity::Hint].map(|severity| check.count(severity));
    verdict_words(check.verdict, counts, lang)
}

/// A verdict in words, with how many errors, warnings and hints there are.
pub fn verdict_words(verdict: Verdict, counts: [usize; 3], lang: Lang) -> String {
    let word = match (verdict, lang) {
        (Verdict::Pass, Lang::Zh) => "通过",
        (Verdict::Pass, Lang::En) => "pass",
        (Verdict::Attention, Lang::Zh) => "需要留意",
        (Verdict::Attention, Lang::En) => "needs attention",
        (Verdict::Fail, Lang::Zh) => "有错误",
        (Verdict::Fail, Lang::En) => "has errors",
        (Verdict::Unrecognized, Lang::Zh) => "无法识别为年度报告",
        (Verdict::Unrecognized, Lang::En) => "not recognised as an annual report",
        (Verdict::Unread, Lang::Zh) => "没有读取",
        (Verdict::Unread, Lang::En) => "not read",
    };
    let counted = [Severity::Error, Severity::Warning, Severity::Hint].into_iter().zip(counts);
    let counts: Vec<String> = counted
        .filter(|(_, count)| *count > 0)
        .map(|(severity, count)| {
            let counted = count.to_string();
            match lang {
                Lang::Zh => [counted.as_str(), " 处", severity.name().zh].concat(),
                Lang::En => {
                    [counted.as_str(), " ", severity.name().en, if count == 1 { "" } else { "s" }].concat()
                }
            }
        })
        .collect();
    match (counts.is_empty(), lang) {
        (true, _) => word.to_string(),
        (false, Lang::Zh) => [word, "（", &counts.join("，"), "）"].concat(),
        (false, Lang::En) => [word, " (", &counts.join(", "), ")"].concat(),
    }
}

/// Body, year and edition, as far as they were recognised.
fn heads(check: &Check, lang: Lang) -> String {
    let report = &check.report;
    let organization = report.organization().map(str::to_string);
    let year = report.year.map(|y| match lang {
        Lang::Zh => format!("{}年", y.value),
        Lang::En => y.value.to_string(),
    });
    let edition = report.edition.map(|e| e.name().get(lang).to_string());
    [organization, year, edition].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn place(check: &Check, span: Option<Span>, lang: Lang) -> String {
    match (span.map(|s| check.source.line_of(s.start)), lang) {
        (Some(line), Lang::Zh) => format!("第 {line} 行"),
        (Some(line), Lang::En) => format!("line {line}"),
        (None, Lang::Zh) => "全文".into(),
        (None, Lang::En) => "whole text".into(),
    }
}

fn one(check: &Check, finding: &Finding, lang: Lang) -> String {
    let mut out = String::new();
    let severity = finding.severity.name().get(lang);
    let _ = write!(out, "  {} {severity} {}", place(check, finding.span, lang), finding.rule);
    if let (Some(form), Some(cell)) = (check.report.form(), finding.cell) {
        let _ = write!(out, " {}", form.cell_name(cell, lang));
    }
    let words = wording::words(finding, &check.source, check.report.form(), lang);
    let head = match lang {
        Lang::Zh => "怎样改：",
        Lang::En => "How to mend it: ",
    };
    let _ = writeln!(out, "\n    {}\n    {head}{}", words.message, words.how);
    out
}
