//! What a user is told of every case, word for word: what the rule looked at, and of
//! each of its findings the severity, the message, the numbers, the further places and
//! the mending. A [`Case`] names the places alone; here the rest is held.
//!
//! `make rules` writes the files anew; what changed is then read before it is kept.

use std::fmt::Write;

use super::Case;
use super::tests::{assert_no, cases, name, options, texts};
use crate::finding::{Finding, Related};
use crate::lang::Lang;
use crate::render::wording;
use crate::rule::Rule;
use crate::text::Span;
use crate::{Check, Options, check};

/// The files, one for each family of rules.
const FILES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/told");

/// Words in one line, cut where they are long.
fn words(check: &Check, span: Span) -> String {
    let words = check.source.slice(span);
    let cut: String = words.chars().take(40).map(|c| if c == '\n' { '⏎' } else { c }).collect();
    if cut.len() < words.len() { format!("“{cut}…”") } else { format!("“{cut}”") }
}

fn place(check: &Check, related: &Related) -> String {
    let cell = related.cell.zip(check.report.form()).map(|(cell, form)| form.cell_id(cell));
    let words = related.span.map_or("-".to_string(), |span| words(check, span));
    cell.map(|cell| format!("{cell} ")).unwrap_or_default() + &words
}

fn tell(out: &mut String, check: &Check, finding: &Finding) {
    let message = wording::message(finding, &check.source, check.report.form(), Lang::Zh);
    let _ = writeln!(out, "  {} {}: {message}", finding.severity.key(), name(finding, check));
    if let (Some(actual), Some(expected)) = (finding.actual, finding.expected) {
        let _ = writeln!(out, "    {actual} should be {expected}");
    }
    for related in &finding.related {
        let _ = writeln!(out, "    {}: {}", related.role.key(), place(check, related));
    }
    let Some(fix) = &finding.fix else { return };
    for edit in &fix.edits {
        let line = check.source.line_of(edit.span.start);
        let old = words(check, edit.span);
        let _ = writeln!(out, "    {:?} fix, line {line}: {old} -> “{}”", fix.applicability, edit.text);
    }
}

/// What is told of one case.
fn told(rule: &Rule, case: &Case) -> Option<String> {
    let (text, before) = texts(case).ok()?;
    let check = check(&text, &options(case, &before));
    let mut out = format!("{} · {}\n", rule.code, case.name);
    match check.counts.iter().find(|count| count.rule.code == rule.code) {
        Some(count) => {
            let outcome = &count.outcome;
            let (hold, fail, unknown) = (outcome.passed, outcome.failed, outcome.unassessable);
            let _ = write!(out, "  {hold} hold, {fail} fail, {unknown} cannot be told");
            let reason = outcome.reason.map_or(String::new(), |reason| reason.words(Lang::Zh));
            let _ = writeln!(out, "{}{reason}", if reason.is_empty() { "" } else { ": " });
        }
        None => out.push_str("  does not apply\n"),
    }
    for finding in check.findings.iter().filter(|finding| finding.rule == rule.code) {
        tell(&mut out, &check, finding);
    }
    Some(out)
}

#[test]
fn every_case_is_told_as_it_was() {
    let mut files: Vec<(&str, String)> = Vec::new();
    for (rule, case) in cases() {
        let family = rule.code.split('-').next().unwrap_or("");
        if files.last().is_none_or(|(last, _)| *last != family) {
            files.push((family, String::new()));
        }
        let file = files.last_mut().map(|(_, file)| file);
        file.into_iter().for_each(|file| file.push_str(&told(rule, case).unwrap_or_default()));
    }
    let mut complaints = Vec::new();
    for (family, now) in files {
        let path = format!("{FILES}/{family}.txt");
        if std::env::var_os("GOUJI_WRITE_TOLD").is_some() {
            std::fs::write(&path, now).expect("the file can be written");
            continue;
        }
        let before = std::fs::read_to_string(&path).unwrap_or_default();
        let changed = before.lines().map(Some).chain(std::iter::repeat(None)).zip(now.lines());
        let changed = changed.enumerate().find(|(_, (before, now))| *before != Some(*now));
        if let Some((line, (before, now))) = changed {
            let before = before.unwrap_or("nothing");
            complaints
                .push(format!("{path}:{}\n  was {before}\n  is  {now}\n(make rules writes it)", line + 1));
        } else if before.lines().count() > now.lines().count() {
            complaints.push(format!("{path}: there is less to tell than it says (make rules writes it)"));
        }
    }
    assert_no(complaints);
}

/// What every rule says where a sentence is added to the overview of a clean report.
#[test]
fn sentences_give_the_findings_that_the_file_says() {
    const CLEAN: &str = include_str!("../../../www/samples/clean-2021.txt");
    const BEFORE: &str = "（五）监督保障情况。";
    crate::sentences::check("findings", &|sentence| {
        let text = CLEAN.replacen(BEFORE, &format!("{sentence}\n{BEFORE}"), 1);
        let check = check(&text, &Options::default());
        let mut out = String::new();
        for finding in &check.findings {
            let mut told = String::new();
            tell(&mut told, &check, finding);
            let told: Vec<&str> = told.lines().map(str::trim).collect();
            let _ = writeln!(out, "{} {}", finding.rule, told.join(" | "));
        }
        out
    });
}
