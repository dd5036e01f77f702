//! Findings as sentences, in the language asked for. Rules only write down codes,
//! numbers and places; everything a reader is told is put together here.

use crate::finding::{Arg, Finding};
use crate::form::{Edition, TableKey};
use crate::lang::Lang;
use crate::rule::prose::{self, Prose};
use crate::text::Source;

/// The most characters of the report that a message quotes.
const QUOTE_LIMIT: usize = 60;

/// What a reader is told of one finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// What was found.
    pub message: String,
    /// 为什么: why it matters.
    pub why: &'static str,
    /// 怎样改: how to mend it.
    pub how: &'static str,
    /// 依据: the legal basis.
    pub basis: &'static str,
}

/// Everything that is said of `finding`. `form` is the form of its report.
pub fn words(finding: &Finding, source: &Source, form: Option<&'static Edition>, lang: Lang) -> Words {
    let Prose { why, how, basis, .. } = prose::of(finding.rule);
    Words {
        message: message(finding, source, form, lang),
        why: why.get(lang),
        how: how.get(lang),
        basis: basis.get(lang),
    }
}

/// The rule's message with the finding's own words and numbers in it.
pub fn message(finding: &Finding, source: &Source, form: Option<&'static Edition>, lang: Lang) -> String {
    let template = prose::of(finding.rule).message.get(lang);
    let writer = Writer { source, form, lang };
    let mut out = String::with_capacity(template.len() + 32);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let Some((name, tail)) = after.split_once('}') else {
            rest = after;
            break;
        };
        match finding.args.iter().find(|(key, _)| *key == name) {
            Some((_, arg)) => writer.arg(&mut out, arg),
            // A name nobody filled in stays visible, so that the tests see it.
            None => {
                out.push('{');
                out.push_str(name);
                out.push('}');
            }
        }
        rest = tail;
    }
    out.push_str(rest);
    out
}

/// A row's label, with the label of the group it stands in: `（三）不予公开 · 5.属于三类内部事务信息`.
/// A remark in brackets after the label is left out.
pub fn row_name(form: &'static Edition, table: TableKey, row: u8, lang: Lang) -> String {
    let table = form.table(table);
    let row = table.row(row);
    let group = table.group_of(row);
    match (lang, group) {
        (Lang::Zh, Some(group)) => {
            [group.ordinal, group.label, " · ", row.ordinal, without_remark(row.label)].concat()
        }
        (Lang::Zh, None) => [row.ordinal, without_remark(row.label)].concat(),
        (Lang::En, Some(group)) => [group.english(), ": ", row.english()].concat(),
        (Lang::En, None) => row.english().to_string(),
    }
}

fn without_remark(label: &'static str) -> &'static str {
    label.split_once('（').map_or(label, |(label, _)| label)
}

struct Writer<'a> {
    source: &'a Source<'a>,
    form: Option<&'static Edition>,
    lang: Lang,
}

impl Writer<'_> {
    fn arg(&self, out: &mut String, arg: &Arg) {
        match arg {
            Arg::Number(value) => out.push_str(&value.written()),
            Arg::Words(span) => quote(out, self.source.slice(*span)),
            Arg::Literal(words) => out.push_str(words),
            Arg::Name(name) => out.push_str(name.get(self.lang)),
            Arg::Cell(cell) => {
                if let Some(form) = self.form {
                    out.push_str(&form.cell_name(*cell, self.lang));
                }
            }
            Arg::Row(table, row) => {
                if let Some(form) = self.form {
                    out.push_str(&row_name(form, *table, *row, self.lang));
                }
            }
            Arg::Column(cell) => {
                if let Some(form) = self.form {
                    let column = form.table(cell.table).column(*cell);
                    out.push_str(match self.lang {
                        Lang::Zh => column.label,
                        Lang::En => column.english(),
                    });
                }
            }
            Arg::Section(section) => out.push_str(section.section().title.get(self.lang)),
            Arg::Table(table) => out.push_str(table.name().get(self.lang)),
            Arg::Edition(edition) => out.push_str(edition.name().get(self.lang)),
            Arg::List(args) => {
                for (index, arg) in args.iter().enumerate() {
                    if index > 0 {
                        out.push_str(match self.lang {
                            Lang::Zh => "、",
                            Lang::En => ", ",
                        });
                    }
                    self.arg(out, arg);
                }
            }
        }
    }
}

/// Puts words of the report on one line, and only the first of very many.
fn quote(out: &mut String, words: &str) {
    let mut left = QUOTE_LIMIT;
    let mut space = false;
    for c in words.trim().chars() {
        if c.is_whitespace() {
            space = true;
            continue;
        }
        if left == 0 {
            out.push('…');
            return;
        }
        // A break inside Chinese words is layout; one inside Latin words is a space.
        if std::mem::take(&mut space) && out.ends_with(|c: char| c.is_ascii()) && c.is_ascii() {
            out.push(' ');
        }
        out.push(c);
        left -= 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Severity;
    use crate::form::{CellRef, EditionId};
    use crate::text::Number;

    #[test]
    fn a_message_is_filled_in_both_languages() {
        let source = Source::new("公开 \n了");
        let form = EditionId::E2021.edition();
        let row = form.and_then(|f| f.table(TableKey::Applications).row_index("denied.process"));
        let finding = Finding::new("T3-C03", Severity::Error)
            .with("row", Arg::Row(TableKey::Applications, row.unwrap_or_default()))
            .with("a", Number::new(1050, 2))
            .with("b", Arg::List(vec![Arg::from(1), Arg::from("x")]));
        assert_eq!(
            message(&finding, &source, form, Lang::Zh),
            "表三“（三）不予公开 · 6.属于四类过程性信息”总计10.5≠各列之和1、x"
        );
        assert_eq!(
            message(&finding, &source, form, Lang::En),
            "Table 3 row \"denied: process information\": total 10.5 ≠ sum 1, x"
        );
    }

    #[test]
    fn words_of_the_report_stand_on_one_line() {
        let mut out = String::new();
        quote(&mut out, " 公开 \n了 12 34 ");
        assert_eq!(out, "公开了12 34");
        let mut long = String::new();
        quote(&mut long, &"长".repeat(80));
        assert_eq!(long.chars().count(), QUOTE_LIMIT + 1);
    }

    #[test]
    fn a_name_nobody_filled_in_stays_visible() {
        let finding = Finding::new("T3-C03", Severity::Error);
        assert!(message(&finding, &Source::new(""), None, Lang::En).contains("{row}"));
        let cell = CellRef { table: TableKey::Applications, row: 3, column: 0 };
        let named = finding.with("row", Arg::Column(cell));
        let form = EditionId::E2019.edition();
        assert!(message(&named, &Source::new(""), form, Lang::Zh).contains("自然人"));
    }
}
