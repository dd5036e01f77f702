//! The rule catalogue: every rule of the registry with what is told about it.

use std::fmt::Write;

use serde::Serialize;

use crate::lang::{Lang, Text};
use crate::rule::{RULES, Rule, Scope};

/// One rule in the catalogue.
#[derive(Debug, Serialize)]
pub struct Entry {
    code: &'static str,
    severity: &'static str,
    /// The editions it applies to; null where it does not depend on the edition.
    editions: Option<Vec<&'static str>>,
    message: &'static str,
    what: &'static str,
    why: &'static str,
    how: &'static str,
    example: &'static str,
    basis: &'static str,
}

/// Every rule, in the order of the catalogue.
pub fn entries(lang: Lang) -> Vec<Entry> {
    RULES.iter().map(|rule| entry(rule, lang)).collect()
}

fn entry(rule: &Rule, lang: Lang) -> Entry {
    let Rule { code, severity, scope, .. } = rule;
    let prose = rule.prose();
    Entry {
        code,
        severity: severity.key(),
        editions: match scope {
            Scope::All | Scope::WithForm | Scope::Compared => None,
            Scope::Editions(editions) | Scope::ComparedEditions(editions) => {
                Some(editions.iter().map(|e| e.key()).collect())
            }
        },
        message: prose.message.get(lang),
        what: prose.what.get(lang),
        why: prose.why.get(lang),
        how: prose.how.get(lang),
        example: prose.example.get(lang),
        basis: prose.basis.get(lang),
    }
}

/// The heads of a rule's parts.
const PARTS: [Text; 5] = [
    Text::new("查什么", "What it checks"),
    Text::new("为什么", "Why"),
    Text::new("怎样改", "How to mend it"),
    Text::new("例", "Example"),
    Text::new("依据", "Basis"),
];

impl Entry {
    fn parts(&self) -> [&'static str; 5] {
        [self.what, self.why, self.how, self.example, self.basis]
    }
}

/// The catalogue for people: a line with code and severity, then its parts.
pub fn text(lang: Lang) -> String {
    write_entries(lang, |out, rule, severity| {
        let _ = writeln!(out, "{} {severity}", rule.code);
        for (head, words) in PARTS.iter().zip(rule.parts()) {
            let _ = writeln!(out, "  {}{}{words}", head.get(lang), colon(lang));
        }
    })
}

/// The catalogue as Markdown, a heading a rule.
pub fn markdown(lang: Lang) -> String {
    write_entries(lang, |out, rule, severity| {
        let _ = writeln!(out, "## {} · {severity}\n", rule.code);
        for (head, words) in PARTS.iter().zip(rule.parts()) {
            let _ = writeln!(out, "- **{}**{}{words}", head.get(lang), colon(lang));
        }
    })
}

fn colon(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "：",
        Lang::En => ": ",
    }
}

fn write_entries(lang: Lang, write: impl Fn(&mut String, &Entry, &str)) -> String {
    let mut out = String::new();
    for (rule, entry) in RULES.iter().zip(entries(lang)) {
        if !out.is_empty() {
            out.push('\n');
        }
        write(&mut out, &entry, rule.severity.name().get(lang));
    }
    out
}
