//! A rule's own cases: a report with one thing changed, and what the rule must say
//! of it. They stand in the rule's file; the test here walks the registry.

/// The report that a case changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Base {
    /// A clean report on the 2021 form.
    E2021,
    /// A clean report on the 2019 form.
    E2019,
    /// The clean report on the 2021 form, in which this stands behind the sub-heading
    /// （三）政府信息管理情况.
    Saying(&'static str),
    /// No text: the case's first edit is `("", whole text)`.
    Nothing,
    /// The clean report on the 2021 form, checked with these settings.
    Set(&'static str),
    /// The clean report on the 2021 form, given with the clean one of the year before
    /// (`tests/years/before-2021.txt`), in which this is replaced.
    After2021(&'static [Edit]),
    /// The same on the 2019 form (`tests/years/before-2019.txt`).
    After2019(&'static [Edit]),
}

/// What is replaced, which must be in the text, and by what.
pub type Edit = (&'static str, &'static str);

/// What a rule must say of a case.
#[derive(Debug, Clone, Copy)]
pub enum Expect {
    /// Nothing.
    Silent,
    /// One finding for each entry: the finding's words in the text, or, for a
    /// finding on a cell, the cell's id, or `-` for a finding without a place.
    Finds(&'static [&'static str]),
    /// The same, and no other rule says anything: one cause, one finding.
    Only(&'static [&'static str]),
}

/// One case.
#[derive(Debug)]
pub struct Case {
    /// What it shows.
    pub name: &'static str,
    /// What is changed.
    pub base: Base,
    /// Replacements, made in order; the left side must be in the text.
    pub edits: &'static [Edit],
    /// What the rule must say.
    pub expect: Expect,
}

#[path = "../../tests/support/mending.rs"]
mod mending;

mod told;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Finding;
    use crate::lang::Lang;
    use crate::render::wording;
    use crate::rule::{RULES, Rule};
    use crate::{Check, Options, check};

    const CLEAN_2021: &str = include_str!("../../www/samples/clean-2021.txt");
    const CLEAN_2019: &str = include_str!("../../www/samples/clean-2019.txt");

    /// The sub-heading of [`Base::Saying`].
    const MANAGEMENT: &str = "（三）政府信息管理情况。";

    const BEFORE_2021: &str = include_str!("../../tests/years/before-2021.txt");
    const BEFORE_2019: &str = include_str!("../../tests/years/before-2019.txt");

    /// The texts of a case: the report, and the one of the year before where there is one.
    pub(super) fn texts(case: &Case) -> Result<(String, Option<String>), String> {
        let saying = |words: &str| edited(CLEAN_2021, &[(MANAGEMENT, &[MANAGEMENT, words].concat())]);
        let (text, before) = match case.base {
            Base::E2021 | Base::Set(_) => (CLEAN_2021.to_string(), None),
            Base::E2019 => (CLEAN_2019.to_string(), None),
            Base::Saying(words) => (saying(words)?, None),
            Base::Nothing => (String::new(), None),
            Base::After2021(edits) => (CLEAN_2021.to_string(), Some((BEFORE_2021, edits))),
            Base::After2019(edits) => (CLEAN_2019.to_string(), Some((BEFORE_2019, edits))),
        };
        let before = before.map(|(before, edits)| edited(before, edits)).transpose()?;
        Ok((edited(&text, case.edits)?, before))
    }

    /// The text with the first place of every left side replaced, in turn.
    fn edited(text: &str, edits: &[(&str, &str)]) -> Result<String, String> {
        let mut text = text.to_string();
        for (old, new) in edits {
            if !text.contains(old) {
                return Err(format!("the text does not have {old:?} to replace"));
            }
            text = text.replacen(old, new, 1);
        }
        Ok(text)
    }

    /// The options of a case.
    pub(super) fn options<'a>(case: &Case, before: &'a Option<String>) -> Options<'a> {
        let profile = match case.base {
            Base::Set(settings) => Some(settings),
            _ => None,
        };
        Options { previous: before.as_deref(), profile }
    }

    /// How a case names a finding: its cell, else its words, else `-`.
    pub(super) fn name(finding: &Finding, check: &Check) -> String {
        match (finding.cell, check.report.form(), finding.span) {
            (Some(cell), Some(form), _) => form.cell_id(cell),
            (_, _, Some(span)) => check.source.slice(span).to_string(),
            (_, _, None) => "-".to_string(),
        }
    }

    fn describe(finding: &Finding, check: &Check) -> String {
        let line = finding.span.map_or(0, |span| check.source.line_of(span.start));
        let words = check.source.line_span(line).map_or("", |span| check.source.slice(span));
        let message = wording::message(finding, &check.source, check.report.form(), Lang::Zh);
        format!("    {} on {:?}: {message}\n      line {line}: {words}", finding.rule, name(finding, check))
    }

    /// What is wrong with a case, if anything.
    fn complaint(rule: &Rule, case: &Case) -> Option<String> {
        let (text, before) = match texts(case) {
            Ok(texts) => texts,
            Err(error) => return Some(format!("{} · {}: {error}", rule.code, case.name)),
        };
        let check = check(&text, &options(case, &before));
        let own: Vec<String> =
            check.findings.iter().filter(|f| f.rule == rule.code).map(|f| name(f, &check)).collect();
        let expected: &[&str] = match case.expect {
            Expect::Silent => &[],
            Expect::Finds(names) | Expect::Only(names) => names,
        };
        let is_alone = !matches!(case.expect, Expect::Only(_)) || own.len() == check.findings.len();
        if own == expected && is_alone {
            return None;
        }
        let all: Vec<String> = check.findings.iter().map(|f| describe(f, &check)).collect();
        Some(format!(
            "{} · {}\n  expected {:?}{}\n  got      {own:?}\n  all findings:\n{}",
            rule.code,
            case.name,
            expected,
            if is_alone { "" } else { " and nothing else" },
            all.join("\n")
        ))
    }

    pub(super) fn assert_no(complaints: Vec<String>) {
        assert!(complaints.is_empty(), "{} complaint(s)\n\n{}", complaints.len(), complaints.join("\n\n"));
    }

    pub(super) fn cases() -> impl Iterator<Item = (&'static Rule, &'static Case)> {
        RULES.iter().flat_map(|rule| rule.cases.iter().map(move |case| (rule, case)))
    }

    #[test]
    fn every_case_comes_out_as_its_rule_says() {
        assert_no(cases().filter_map(|(rule, case)| complaint(rule, case)).collect());
    }

    #[test]
    fn every_rule_has_firing_and_silent_cases() {
        let lacks = |rule: &&Rule| {
            let silent = rule.cases.iter().filter(|c| matches!(c.expect, Expect::Silent)).count();
            let firing = rule.cases.len() - silent;
            (silent == 0 || firing == 0).then(|| format!("{}: {firing} firing, {silent} silent", rule.code))
        };
        assert_no(RULES.iter().filter_map(|rule| lacks(&rule)).collect());
    }

    #[test]
    fn a_code_is_given_once_and_the_catalogue_is_in_order() {
        let codes: Vec<&str> = RULES.iter().map(|rule| rule.code).collect();
        let kind = |code: &'static str| code.trim_end_matches(|c: char| c.is_ascii_digit());
        let mut seen = Vec::new();
        for codes in codes.chunk_by(|one, other| kind(one) == kind(other)) {
            assert!(codes.is_sorted_by(|one, other| one < other), "{codes:?}");
            assert!(!seen.contains(&kind(codes[0])), "{codes:?} do not all stand together");
            seen.push(kind(codes[0]));
        }
    }

    #[test]
    fn the_clean_samples_give_no_finding() {
        let years = [(CLEAN_2021, BEFORE_2021), (CLEAN_2019, BEFORE_2019)];
        let pairs =
            years.into_iter().flat_map(|(text, before)| [(text, None), (before, None), (text, Some(before))]);
        for (text, previous) in pairs {
            let check = check(text, &Options { previous, ..Options::default() });
            assert_no(check.findings.iter().map(|f| describe(f, &check)).collect());
            let unassessed: Vec<_> = check.counts.iter().filter(|c| c.outcome.unassessable > 0).collect();
            assert!(unassessed.is_empty(), "not assessed: {unassessed:?}");
        }
    }

    #[test]
    fn every_message_is_filled_in_and_every_fix_fits() {
        let mut complaints = Vec::new();
        for (rule, case) in cases() {
            let Ok((text, before)) = texts(case) else { continue };
            let check = check(&text, &options(case, &before));
            for finding in check.findings.iter().filter(|f| f.rule == rule.code) {
                for lang in [Lang::Zh, Lang::En] {
                    let message = wording::message(finding, &check.source, check.report.form(), lang);
                    if message.contains('{') {
                        complaints.push(format!("{} · {}: {message}", rule.code, case.name));
                    }
                }
                let edits = finding.fix.as_ref().map_or(&[][..], |fix| &fix.edits);
                if !edits.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start) {
                    complaints.push(format!("{} · {}: edits overlap", rule.code, case.name));
                }
            }
        }
        assert_no(complaints);
    }

    #[test]
    fn every_fix_mends_its_finding_and_nothing_else() {
        let mut complaints = Vec::new();
        for (rule, case) in cases() {
            let Ok((text, before)) = texts(case) else { continue };
            let found = super::mending::complaints(&text, &options(case, &before));
            complaints.extend(found.iter().map(|words| format!("{} · {}: {words}", rule.code, case.name)));
        }
        assert_no(complaints);
    }
}
