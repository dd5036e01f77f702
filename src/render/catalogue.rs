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
    silent: &'static str,
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
        silent: prose.silent.get(lang),
    }
}

/// The heads of a rule's parts.
const PARTS: [Text; 6] = [
    Text::new("查什么", "What it checks"),
    Text::new("为什么", "Why"),
    Text::new("怎样改", "How to mend it"),
    Text::new("例", "Example"),
    Text::new("依据", "Basis"),
    Text::new("何时不报", "When it stays silent"),
];

impl Entry {
    fn parts(&self) -> [&'static str; 6] {
        [self.what, self.why, self.how, self.example, self.basis, self.silent]
    }
}

/// The catalogue for people: a line with code and severity, then its parts.
pub fn text(lang: Lang) -> String {
    write_entries(lang, |out, rule, severity| {
        if !out.is_empty() {
            out.push('\n');
        }
        let _ = writeln!(out, "{} {severity}", rule.code);
        for (head, words) in PARTS.iter().zip(rule.parts()) {
            let _ = writeln!(out, "  {}{}{words}", head.get(lang), colon(lang));
        }
    })
}

/// The families, by what their codes begin with.
const FAMILIES: [(&str, Text); 12] = [
    ("F", Text::new("表式与版本", "Forms and editions")),
    ("S", Text::new("标题与结构", "Title, sections, headings")),
    ("T2", Text::new("表二：主动公开", "Table 2: information disclosed")),
    ("T3", Text::new("表三：申请的收到和处理", "Table 3: applications")),
    ("T4", Text::new("表四：行政复议、行政诉讼", "Table 4: reconsideration and litigation")),
    ("X", Text::new("正文与表格", "Prose against tables")),
    ("N", Text::new("正文内部的数字", "Numbers within the prose")),
    ("Y", Text::new("与上年报告", "Against the report of the year before")),
    ("D", Text::new("期限", "Deadlines")),
    ("L", Text::new("法定内容", "Contents asked for by law")),
    ("C", Text::new("转换残留", "What a conversion left behind")),
    ("Q", Text::new("文字", "Wording")),
];

/// The catalogue as Markdown: a heading a family, one below it a rule.
pub fn markdown(lang: Lang) -> String {
    let title = Text::new("# 规则目录", "# Rules");
    let note = Text::new(
        "由程序中的规则生成（make rules），不要手工修改。花括号中的名称在报告问题时换成实际内容。",
        "Made from the rules in the program (make rules); not to be edited by hand. Names in braces are filled in when something is found.",
    );
    let head = format!("{}\n\n{}\n", title.get(lang), note.get(lang));
    let mut last = "";
    head + &write_entries(lang, |out, rule, severity| {
        let family = rule.code.split('-').next().unwrap_or_default();
        if family != last {
            let name = FAMILIES.iter().find(|(prefix, _)| *prefix == family).map_or("", |(_, n)| n.get(lang));
            let _ = writeln!(out, "\n## {family} {name}");
            last = family;
        }
        let _ = writeln!(out, "\n### {} · {severity}\n\n> {}\n", rule.code, rule.message);
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

fn write_entries(lang: Lang, mut write: impl FnMut(&mut String, &Entry, &str)) -> String {
    let mut out = String::new();
    for (rule, entry) in RULES.iter().zip(entries(lang)) {
        write(&mut out, &entry, rule.severity.name().get(lang));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_written_catalogues_are_those_of_the_rules() {
        for (file, lang) in [("RULES.md", Lang::Zh), ("RULES.en.md", Lang::En)] {
            let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
            let written = std::fs::read_to_string(path).unwrap_or_default();
            assert!(written == markdown(lang), "{file} is not what the rules say: run `make rules`");
        }
    }

    #[test]
    fn every_rule_has_a_family_and_every_family_a_rule() {
        let mut families: Vec<_> = RULES.iter().filter_map(|rule| rule.code.split('-').next()).collect();
        families.dedup();
        assert_eq!(families, FAMILIES.map(|(family, _)| family));
    }
}
