//! Five real reports, cell by cell and finding by finding, against what a person
//! found in them. They stand beside the repository (see `support/shared.rs`).

mod support;

use std::collections::BTreeSet;

use gouji::report::CellState;
use gouji::text::Number;
use gouji::{Options, Verdict, check};

use support::reading::{assert_no_difference, cells};
use support::shared;

/// What a person found in one report.
struct Truth {
    file: &'static str,
    organization: &'static str,
    year: i32,
    edition: &'static str,
    verdict: Verdict,
    /// What stands in the cells not named in `cells`.
    others: &'static str,
    /// Cells as `id = value`, one a line; `blank` for a blank, words for words. A
    /// star stands for any part of an id.
    cells: &'static str,
    /// Findings as `line rule severity`, one a line, all there are of the rules below;
    /// line 0 for what is absent.
    findings: &'static str,
}

/// The families whose findings are held against the truth. The other rules of the
/// catalogue reckon with prose or look at its wording, and have their own truth.
fn in_question(rule: &str) -> bool {
    const FAMILIES: [&str; 10] = ["F-", "S-", "T2-", "T3-", "T4-", "X-", "N-", "D-", "L-", "C-"];
    FAMILIES.iter().any(|family| rule.starts_with(family)) || rule == "Q-05"
}

static TRUTHS: [Truth; 5] = [
    Truth {
        file: "000_4f48120707bf878b.txt",
        organization: "富阳区里山镇",
        year: 2020,
        edition: "2019",
        verdict: Verdict::Attention,
        others: "0",
        cells: "
            disclosure/procurement/projects = 1
            disclosure/procurement/amount   = 40
        ",
        findings: "
            0   S-13   hint
            0   S-16   hint
            13  C-01   hint
            118 T2-A03 hint
            430 S-04   warning
        ",
    },
    Truth {
        file: "001_e0653abc3b201f3e.txt",
        organization: "孟州市西虢镇人民政府",
        year: 2020,
        edition: "2019",
        verdict: Verdict::Attention,
        others: "0",
        cells: "
            disclosure/procurement/projects = 2
            disclosure/procurement/amount   = 576.76
        ",
        findings: "
            0  S-13   hint
            0  S-16   hint
            0  X-26   hint
            35 T2-A10 warning
            61 C-06   hint
            79 C-02   hint
            93 S-19   hint
        ",
    },
    Truth {
        file: "002_8fc14f64dbb32946.txt",
        organization: "百步镇人民政府",
        year: 2020,
        edition: "2019",
        verdict: Verdict::Attention,
        others: "0",
        cells: "
            disclosure/normative_documents/public_total   = 2
            disclosure/procurement/projects               = 60
            disclosure/procurement/amount                 = 105.49
            applications/received/natural_person          = 3
            applications/received/total                   = 3
            applications/partial/natural_person           = 2
            applications/partial/total                    = 2
            applications/denied.third_party/natural_person = 1
            applications/denied.third_party/total         = 1
            applications/closed/natural_person            = 3
            applications/closed/total                     = 3
        ",
        findings: "
            0   S-16   hint
            5   S-05   hint
            107 T2-A03 hint
            419 S-03   warning
        ",
    },
    Truth {
        file: "003_6001728057d43c53.txt",
        organization: "椒江区人民政府行政服务中心",
        year: 2020,
        edition: "2019-draft",
        verdict: Verdict::Attention,
        others: "blank",
        cells: "
            disclosure/*                      = 0
            disclosure/budget/channel         = 椒江区政府门户网站
            disclosure/procurement/projects   = 8
            disclosure/procurement/amount     = 632.3013
            applications/received/total       = 0
            applications/carried_in/total     = 0
            applications/carried_out/total    = 0
            remedies/*/total                  = 0
        ",
        // A span of lines stands where the truth names the whole table.
        findings: "
            4       S-12   hint
            5       S-04   warning
            5       C-01   hint
            11      N-03   hint
            14-103  F-03   warning
            102     T2-A03 hint
            103     T2-A03 hint
            106     S-04   warning
            126-367 T3-V03 warning
            370     S-04   warning
            398-411 T4-V02 warning
        ",
    },
    Truth {
        file: "004_604213c82ade96a7.txt",
        organization: "富阳区上官乡",
        year: 2021,
        edition: "2021",
        verdict: Verdict::Attention,
        others: "0",
        cells: "
            applications/received/natural_person           = 1
            applications/received/total                    = 1
            applications/denied.third_party/natural_person = 1
            applications/denied.third_party/total          = 1
            applications/closed/natural_person             = 1
            applications/closed/total                      = 1
        ",
        findings: "
            0   S-13 hint
            7   S-11 hint
            404 S-03 warning
            407 S-03 warning
        ",
    },
];

fn lines(table: &str) -> impl Iterator<Item = &str> {
    table.lines().map(str::trim).filter(|line| !line.is_empty())
}

impl Truth {
    /// What stands in the cell `id`; the last line that fits it counts.
    fn cell(&self, id: &str) -> &str {
        let fits = |pattern: &str| match pattern.split_once('*') {
            Some((start, end)) => id.starts_with(start) && id.ends_with(end),
            None => id == pattern,
        };
        let line = lines(self.cells)
            .filter_map(|line| line.split_once('='))
            .filter(|(pattern, _)| fits(pattern.trim()))
            .last();
        line.map_or(self.others, |(_, value)| value.trim())
    }
}

#[test]
fn every_cell_of_the_five_reports() {
    let mut differences = Vec::new();
    for truth in &TRUTHS {
        let Some(text) = shared::text(&format!("seeds/{}", truth.file)) else { return };
        let check = check(&text, &Options::default());
        let file = &truth.file[..3];
        let mut seen = (0, 0);
        for (id, read) in cells(&check.report) {
            let wanted = truth.cell(&id);
            let right = match wanted {
                "blank" => read.state == CellState::Blank,
                _ => match wanted.parse::<Number>() {
                    Ok(number) => read.state == CellState::Number && read.value == Some(number),
                    Err(_) => {
                        let form = check.report.form().expect("cells come from a form");
                        let place = form.cell(&id).expect("an id of the form");
                        let span = check.report.cell(place).span;
                        read.state == CellState::Text && span.map(|s| check.source.slice(s)) == Some(wanted)
                    }
                },
            };
            seen.0 += 1;
            seen.1 += usize::from(right);
            if !right {
                differences.push(format!("{file}: {id}: wanted {wanted}, found {read}"));
            }
        }
        println!("{file}: {} of {} cells as in the truth", seen.1, seen.0);
        if seen.0 == 0 {
            differences.push(format!("{file}: no cells at all"));
        }
    }
    assert_no_difference("cells", &differences);
}

#[test]
fn title_year_edition_and_verdict_of_the_five_reports() {
    let mut differences = Vec::new();
    for truth in &TRUTHS {
        let Some(text) = shared::text(&format!("seeds/{}", truth.file)) else { return };
        let check = check(&text, &Options::default());
        let organization = check.report.title.as_ref().and_then(|t| t.organization.as_deref());
        let found = (
            organization.unwrap_or("none"),
            check.report.year.map_or(0, |y| y.value),
            check.report.edition.map_or("none", |e| e.key()),
            check.verdict.key(),
        );
        let wanted = (truth.organization, truth.year, truth.edition, truth.verdict.key());
        if found != wanted {
            differences.push(format!("{}: wanted {wanted:?}, found {found:?}", truth.file));
        }
        for section in check.report.sections.iter().filter(|s| s.heading.is_none()) {
            differences.push(format!("{}: section {} was not found", truth.file, section.key.key()));
        }
    }
    assert_no_difference("heads", &differences);
}

#[test]
fn every_finding_of_the_five_reports_and_no_other() {
    let mut differences = Vec::new();
    for truth in &TRUTHS {
        let Some(text) = shared::text(&format!("seeds/{}", truth.file)) else { return };
        let check = check(&text, &Options::default());
        let file = &truth.file[..3];
        let mut found: Vec<(u32, &str, &str)> = check
            .findings
            .iter()
            .filter(|f| in_question(f.rule))
            .map(|f| (f.span.map_or(0, |s| check.source.line_of(s.start)), f.rule, f.severity.key()))
            .collect();
        for wanted in lines(truth.findings) {
            let parts: Vec<&str> = wanted.split_whitespace().collect();
            let [place, rule, severity] = parts[..] else { panic!("a truth has three parts: {wanted}") };
            let (first, last) = place.split_once('-').unwrap_or((place, place));
            let place = first.parse::<u32>().expect("a line")..=last.parse::<u32>().expect("a line");
            match found.iter().position(|(l, r, s)| place.contains(l) && *r == rule && *s == severity) {
                Some(at) => drop(found.remove(at)),
                None => differences.push(format!("{file}: not found: {wanted}")),
            }
        }
        differences.extend(found.iter().map(|(l, r, s)| format!("{file}: too much: {l} {r} {s}")));
    }
    assert_no_difference("findings", &differences);
}

#[test]
fn the_list_prefixes_of_one_report_are_one_finding_with_three_places() {
    let Some(text) = shared::text("seeds/001_e0653abc3b201f3e.txt") else { return };
    let check = check(&text, &Options::default());
    let prefixes: Vec<_> = check.findings.iter().filter(|f| f.rule == "C-02").collect();
    let [prefix] = prefixes[..] else { panic!("one C-02, found {}", prefixes.len()) };
    let further: BTreeSet<u32> =
        prefix.related.iter().filter_map(|r| r.span).map(|s| check.source.line_of(s.start)).collect();
    assert_eq!(further, BTreeSet::from([80, 81]));
}

#[test]
fn the_measures_of_one_report_are_one_finding_with_three_places() {
    let Some(text) = shared::text("seeds/001_e0653abc3b201f3e.txt") else { return };
    let check = check(&text, &Options::default());
    let finding = check.findings.iter().find(|f| f.rule == "S-19").expect("the finding");
    let further: BTreeSet<u32> =
        finding.related.iter().filter_map(|r| r.span).map(|s| check.source.line_of(s.start)).collect();
    assert_eq!(further, BTreeSet::from([95, 97]));
}

#[test]
fn amounts_keep_what_was_written() {
    for (file, id, raw) in [
        (0, "disclosure/procurement/amount", "40万元"),
        (2, "disclosure/procurement/amount", "1054900元"),
        (3, "disclosure/procurement/projects", "8批次"),
        (3, "disclosure/procurement/amount", "6323013元"),
    ] {
        let Some(text) = shared::text(&format!("seeds/{}", TRUTHS[file].file)) else { return };
        let check = check(&text, &Options::default());
        let form = check.report.form().expect("a form");
        let cell = check.report.cell(form.cell(id).expect("an id of the form"));
        assert_eq!(cell.span.map(|s| check.source.slice(s)), Some(raw), "{file}: {id}");
    }
}

/// What the rules on words may say of the five reports, `file line rule`; a person found
/// these worth a hint and nothing else.
const WORDS: &[&str] = &[
    "000 11 Q-04",
    "001 9 Q-01",
    "001 9 Q-07",
    "001 79 Q-06",
    "001 93 Q-01",
    "002 8 Q-03",
    "002 12 Q-01",
    "003 4 Q-02",
    "003 7 Q-01",
    "003 416 Q-01",
    "004 5 Q-04",
    "004 16 Q-04",
    "004 23 Q-04",
];

#[test]
fn the_rules_on_words_say_nothing_that_a_person_did_not_see() {
    let mut differences = Vec::new();
    for truth in &TRUTHS {
        let Some(text) = shared::text(&format!("seeds/{}", truth.file)) else { return };
        let check = check(&text, &Options::default());
        for finding in check.findings.iter().filter(|f| f.rule.starts_with("Q-")) {
            let line = finding.span.map_or(0, |span| check.source.line_of(span.start));
            let found = format!("{} {line} {}", &truth.file[..3], finding.rule);
            if !WORDS.contains(&found.as_str()) {
                differences.push(format!("too much: {found}"));
            }
            // Tables are for other rules.
            let table = |span| check.report.tables.iter().filter_map(|t| t.span).any(|t| t.holds(span));
            if finding.related.iter().filter_map(|r| r.span).chain(finding.span).any(table) {
                differences.push(format!("in a table: {found}"));
            }
        }
    }
    assert_no_difference("words", &differences);
}
