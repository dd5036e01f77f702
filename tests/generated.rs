//! Hundreds of generated reports: consistent ones must give no error and no warning,
//! and the same with one fault each must give that fault and nothing else.

mod generator;
mod support;

use std::collections::BTreeMap;

use generator::draft::Draft;
use generator::faults::{self, Fault, Place};
use generator::render::{Written, write};
use generator::rng::Rng;
use gouji::finding::{Finding, Severity};
use gouji::render::wording;
use gouji::{Check, Lang, Options, check};

/// How many consistent reports are checked.
const REPORTS: u64 = 500;
/// In how many reports each fault is put.
const PLACES: u64 = 4;

/// Codes that no fault is put in for, and why.
const NOT_INJECTED: &[(&str, &str)] = &[];

/// Faults that cannot be told for certain, and why. A fault may be missed in as many
/// of its reports as stand here.
const KNOWN: &[(&str, &str, u64, &str)] = &[];

/// The first seed: 0, or what `GOUJI_BASE` says, to see other reports than every day's.
fn base() -> u64 {
    std::env::var("GOUJI_BASE").ok().and_then(|base| base.parse().ok()).unwrap_or(0)
}

/// The report number `seed`; with `remembers`, and the one of the year before.
fn draft(seed: u64, remembers: bool) -> Draft {
    let mut draft = Draft::new(seed);
    if remembers {
        draft.remember();
    }
    draft
}

/// The text of the report of the year before, if there is one.
fn text_before(draft: &Draft) -> Option<String> {
    draft.before.as_ref().map(|before| write(before).text)
}

fn describe(finding: &Finding, check: &Check) -> String {
    let message = wording::message(finding, &check.source, check.report.form(), Lang::Zh);
    let (line, words) = finding.span.map_or((0, ""), |span| {
        let line = check.source.line_of(span.start);
        (line, check.source.line_span(line).map_or("", |span| check.source.slice(span)))
    });
    let words: String = words.chars().take(300).collect();
    format!("{} {} at line {line}: {message}\n        {words}", finding.severity.key(), finding.rule)
}

#[test]
fn a_consistent_report_gives_no_error_and_no_warning() {
    let mut offenders = Vec::new();
    let mut hints: BTreeMap<&str, (u64, String)> = BTreeMap::new();
    let seeds = base()..base() + REPORTS;
    let mut compared = 0;
    for seed in seeds.clone() {
        // Every other one is held against the report of the year before.
        let draft = draft(seed, seed % 2 == 0);
        let (written, before) = (write(&draft), text_before(&draft));
        let options = Options { previous: before.as_deref(), ..Options::default() };
        let check = check(&written.text, &options);
        let mut wrong = Vec::new();
        if check.report.edition != Some(draft.edition())
            || check.report.year.map(|y| y.value) != Some(draft.model.year)
        {
            wrong.push(format!("read as {:?} of {:?}", check.report.edition, check.report.year));
        }
        if before.is_some() {
            compared += 1;
            if !check.counts.iter().any(|count| count.rule.code.starts_with("Y-")) {
                wrong.push("not held against the report of the year before".to_string());
            }
        }
        for finding in &check.findings {
            if finding.severity == Severity::Hint {
                let hint = hints
                    .entry(finding.rule)
                    .or_insert_with(|| (0, format!("report {seed}: {}", describe(finding, &check))));
                hint.0 += 1;
            } else {
                wrong.push(describe(finding, &check));
            }
        }
        if !wrong.is_empty() {
            offenders.push(format!(
                "report {seed} ({}, {:?}):\n    {}",
                draft.surface.0,
                draft.typesetting,
                wrong.join("\n    ")
            ));
        }
    }
    let passed = REPORTS - offenders.len() as u64;
    println!("{passed} of {REPORTS} reports (seeds {seeds:?}, {compared} with the year before) pass");
    for (rule, (count, first)) in hints {
        println!("  hint {rule} in {count}, the first in {first}");
    }
    assert!(offenders.is_empty(), "{} reports do not pass:\n{}", offenders.len(), offenders.join("\n"));
}

/// A finding as it is told apart: rule, cell, words.
type Seen = (&'static str, Option<gouji::form::CellRef>, Option<String>);

fn seen(finding: &Finding, check: &Check) -> Seen {
    (finding.rule, finding.cell, finding.span.map(|span| check.source.slice(span).to_string()))
}

/// What is wrong with what was said of a fault, if anything.
fn complaint(
    fault: &Fault,
    place: &Place,
    mut before: Vec<Seen>,
    check: &Check,
    written: &Written,
) -> Option<String> {
    let mut new = Vec::new();
    for finding in &check.findings {
        let known = before.iter().position(|other| *other == seen(finding, check));
        match known {
            Some(at) => drop(before.swap_remove(at)),
            None => new.push(finding),
        }
    }
    let all = || new.iter().map(|finding| describe(finding, check)).collect::<Vec<_>>().join("\n      ");
    if new.len() != fault.findings || new.iter().any(|finding| finding.rule != fault.rule) {
        let found = if new.is_empty() { "nothing".to_string() } else { all() };
        return Some(format!("found:\n      {found}"));
    }
    let is_there = new.iter().any(|finding| {
        let stated = |name: &str| written.stated.iter().find(|stated| stated.name == name);
        let meets = |range: &std::ops::Range<usize>| {
            finding.span.is_some_and(|s| (s.start as usize) < range.end && range.start < s.end as usize)
        };
        match place {
            Place::Cell(id) => {
                finding.cell.is_some_and(|c| check.report.form().is_some_and(|f| f.cell_id(c) == *id))
            }
            Place::Number(name) => stated(name).is_some_and(|stated| meets(&stated.digits)),
            Place::LastNumber(name) => {
                let last = written.stated.iter().rfind(|stated| stated.name == *name);
                last.is_some_and(|stated| meets(&stated.digits))
            }
            Place::Sentence(name) => stated(name).is_some_and(|stated| meets(&stated.sentence)),
            Place::Words(words) => finding.span.is_some_and(|span| {
                let squeeze = |words: &str| words.replace(['\n', ' '], "");
                let (found, words) = (squeeze(check.source.slice(span)), squeeze(words));
                found.contains(&words) || words.contains(&found)
            }),
            Place::Nowhere => finding.span.is_none(),
            Place::Anywhere => true,
        }
    });
    (!is_there).then(|| format!("not at {place:?} but\n      {}", all()))
}

/// What is found in reports without a fault, by how they were made, so that none is
/// checked twice.
#[derive(Default)]
struct Clean(BTreeMap<(u64, bool, String), Vec<Seen>>);

impl Clean {
    fn of(&mut self, draft: &Draft, remembers: bool, before: Option<&str>) -> Vec<Seen> {
        let key = (draft.seed, remembers, format!("{:?} {}", draft.typesetting, draft.surface.0));
        let found = self.0.entry(key).or_insert_with(|| {
            let text = write(draft).text;
            let check = check(&text, &Options { previous: before, ..Options::default() });
            check.findings.iter().map(|finding| seen(finding, &check)).collect()
        });
        found.clone()
    }
}

/// Puts `fault` into the report `seed`: `None` where that has no place for it, else
/// what is wrong with what was found.
fn put(fault: &Fault, seed: u64, clean: &mut Clean) -> Option<Option<String>> {
    let remembers = fault.rule.starts_with("Y-");
    let make = || {
        let mut draft = draft(seed, remembers);
        (fault.prepare)(&mut draft)?;
        Some(draft)
    };
    let mut faulty = make()?;
    let place = (fault.inject)(&mut faulty, &mut Rng::new(seed))?;
    let sound = Draft { typesetting: faulty.typesetting, ..make()? };
    let known = clean.of(&sound, remembers, text_before(&sound).as_deref());
    let (written, before) = (write(&faulty), text_before(&faulty));
    let settings = (!fault.settings.is_empty()).then_some(fault.settings);
    let check = check(&written.text, &Options { previous: before.as_deref(), profile: settings });
    let complaint = complaint(fault, &place, known, &check, &written);
    Some(complaint.map(|complaint| format!("  report {seed} ({}): {complaint}", faulty.surface.0)))
}

#[test]
fn a_report_with_one_fault_gives_that_fault_and_nothing_else() {
    let only = std::env::var("GOUJI_ONLY").ok();
    let mut clean = Clean::default();
    let mut misses = Vec::new();
    let (mut found, mut injected, mut known, mut kinds) = (0, 0, 0, 0);
    for (number, fault) in (0..).zip(faults::all()) {
        if only.as_ref().is_some_and(|only| only != fault.rule) {
            continue;
        }
        kinds += 1;
        let mut places = 0;
        let mut own_misses = Vec::new();
        // Other reports for every fault, of those that are checked above.
        for seed in (0..REPORTS).map(|n| base() + (n * 7 + number * 31) % REPORTS) {
            if places == PLACES {
                break;
            }
            let Some(complaint) = put(fault, seed, &mut clean) else { continue };
            places += 1;
            match complaint {
                None => found += 1,
                Some(complaint) => own_misses.push(complaint),
            }
        }
        injected += places;
        let allowed = KNOWN.iter().find(|(rule, name, ..)| *rule == fault.rule && *name == fault.name);
        let allowed = allowed.map_or(0, |(_, _, most, _)| *most);
        // Other seeds than every day's may have fewer places for what is rare.
        if places < if base() == 0 { PLACES } else { 1 } {
            misses
                .push(format!("{} · {}: only {places} reports have a place for it", fault.rule, fault.name));
        }
        if own_misses.len() as u64 > allowed {
            misses.push(format!("{} · {}:\n{}", fault.rule, fault.name, own_misses.join("\n")));
        } else {
            known += own_misses.len();
        }
    }
    println!(
        "{found} of {injected} faults of {kinds} kinds found as one finding in the right place, {known} known misses"
    );
    assert!(misses.is_empty(), "{} kinds of fault are missed:\n{}", misses.len(), misses.join("\n"));
}

#[test]
fn every_rule_has_a_fault_that_it_finds() {
    let injected: Vec<&str> = faults::all().iter().map(|fault| fault.rule).collect();
    for rule in gouji::rule::RULES {
        let excused = NOT_INJECTED.iter().any(|(code, _)| *code == rule.code);
        assert_ne!(
            injected.contains(&rule.code),
            excused,
            "{}: a fault, or a reason why there is none",
            rule.code
        );
    }
    for code in injected.iter().chain(NOT_INJECTED.iter().map(|(code, _)| code)) {
        assert!(gouji::rule::find(code).is_some(), "{code} is no rule");
    }
}

/// Prints the report `GOUJI_SEED`, with the fault called `GOUJI_FAULT`, to look at.
#[test]
fn a_report_asked_for_is_printed() {
    let seed = std::env::var("GOUJI_SEED").ok().and_then(|seed| seed.parse().ok());
    let Some(seed) = seed else { return };
    let mut draft = draft(seed, true);
    let name = std::env::var("GOUJI_FAULT").unwrap_or_default();
    if let Some(fault) = faults::all().into_iter().find(|fault| fault.name == name) {
        (fault.prepare)(&mut draft);
        println!("{:?}", (fault.inject)(&mut draft, &mut Rng::new(seed)));
    }
    println!("{}", write(&draft).text);
    println!("\nThe year before:\n{}", text_before(&draft).unwrap_or_default());
}
