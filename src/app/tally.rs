//! How many checks a verdict rests on.

use gouji::{Check, Lang};

/// How often the rules looked, and what came of it.
#[derive(Debug, Default, Clone, PartialEq)]
pub struct Tally {
    /// Looks in all.
    pub run: u32,
    /// Looks at which nothing was wrong.
    pub passed: u32,
    /// Looks at which something was.
    pub failed: u32,
    /// Looks that could not be made.
    pub unassessable: u32,
    /// The rules that could not look, and why.
    pub reasons: Vec<(&'static str, u32, String)>,
}

impl Tally {
    /// Counts what the rules of `check` looked at.
    pub fn of(check: &Check, lang: Lang) -> Self {
        let mut tally = Self::default();
        for count in &check.counts {
            let outcome = &count.outcome;
            tally.passed += outcome.passed;
            tally.failed += outcome.failed;
            tally.unassessable += outcome.unassessable;
            if outcome.unassessable > 0 {
                let reason = outcome.reason.map_or(String::new(), |reason| reason.words(lang));
                tally.reasons.push((count.rule.code, outcome.unassessable, reason));
            }
        }
        tally.run = tally.passed + tally.failed + tally.unassessable;
        tally
    }
}
