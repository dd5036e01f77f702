//! F-12

use crate::finding::{Finding, Fix, Severity};
use crate::form::TableKey;
use crate::lang::Text;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::search::find_loose;
use crate::rule::{Context, Reason, Record, Rule, Scope, prose::prose};
use crate::text::Span;
use crate::text::fold::is_letter_or_digit;

const CODE: &str = "F-12";

/// 勾稽说明被删改: the note in the corner of 表三 is gone or was changed.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Hint,
    scope: Scope::WithForm,
    prose: prose! {
        message: Text::new("表三的勾稽关系说明{state}", "The cross-check note of Table 3 {state}"),
        what: Text::new(
            "表三左上角有没有“本列数据的勾稽关系为……”的说明，文字是否完整。",
            "Whether the note 本列数据的勾稽关系为… stands in the corner of Table 3 in full.",
        ),
        why: Text::new(
            "这句话是统一格式的一部分，说明各列数据怎样核对。",
            "It is part of the uniform form and says how the figures of each column hold together.",
        ),
        how: Text::new("照统一格式补上原文。", "Put the words of the form back."),
        example: Text::new(
            "表三左上角是空的，或者写成“第一项等于第三项加第四项”。",
            "The corner of Table 3 is empty, or the note leaves the second item out.",
        ),
        basis: Text::new(
            "国办公开办函〔2019〕60号；国办公开办函〔2021〕30号",
            "Notices 国办公开办函〔2019〕60号 and 〔2021〕30号",
        ),
        silent: Text::new(
            "括号、标点、换行不同不算改动；说明被列的排版拆开但仍在第三部分里；表三没有读出来。",
            "Other brackets, punctuation and line breaks; a note torn apart by the layout but still in section three; a table that was not read.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "the corner is empty",
            base: Base::E2021,
            edits: &[("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", "")],
            expect: Expect::Finds(&["-"]),
        },
        Case {
            name: "the note leaves something out",
            base: Base::E2019,
            edits: &[("第一项加第二项之和，等于", "第一项，等于")],
            expect: Expect::Finds(&["（本列数据的勾稽关系为：第一项，等于第三项加第四项之和）"]),
        },
        Case { name: "the note as it is", base: Base::E2021, edits: &[], expect: Expect::Silent },
        Case {
            name: "other brackets and punctuation, and a line break",
            base: Base::E2019,
            edits: &[(
                "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）",
                "(本列数据的勾稽关系为:第一项加第二项之和,等于第三项\n加第四项之和)",
            )],
            expect: Expect::Silent,
        },
    ],
};

fn detect(context: &Context, record: &mut Record) {
    let Some(form) = context.form() else { return };
    let official = form.table(TableKey::Applications).note;
    let table = context.report.table(TableKey::Applications);
    let Some(span) = table.span else { return record.unassessable(Reason::TableAbsent(table.key)) };
    if table.unread.is_some() {
        return record.unassessable(Reason::TableUnread(table.key));
    }
    let finding = Finding::new(CODE, Severity::Hint);
    let Some(note) = table.note else {
        // Where columns stand interleaved its words are torn apart, but there.
        let section = context.report.section(table.key.section()).body;
        if find_loose(context.source, section.to(span), "勾稽关系").is_some() {
            return record.pass();
        }
        let gone = finding.with("state", Text::new("缺失", "is missing"));
        // The corner is the first cell of the table's first row: before the tabs
        // that stand where it was.
        let line = context.source.line_of(span.start);
        let corner = context.source.line_span(line).filter(|l| context.source.slice(*l).starts_with('\t'));
        return record.find(match corner {
            Some(line) => gone.with_fix(Fix::review(Span::at(line.start as usize), official)),
            None => gone,
        });
    };
    let note = with_brackets(context, note);
    let words = context.source.slice(note);
    if words == official {
        return record.pass();
    }
    // The same holds for a note of which only the beginning stands together.
    let mut rest = letters(official);
    if letters(words).all(|c| rest.next() == Some(c)) {
        return record.pass();
    }
    let whole = !words.contains(any_of!['\t', '\n']);
    let changed = finding.at(note).with("state", Text::new("与统一格式不同", "differs from the form's"));
    record.find(if whole {
        changed.with_fix(Fix::safe(note, official))
    } else {
        changed.with_fix(Fix::review(note, official))
    });
}

/// The note with the brackets around it.
fn with_brackets(context: &Context, note: Span) -> Span {
    let text = context.source.text();
    let before = &text[..note.start as usize];
    let after = &text[note.end as usize..];
    let start = before.strip_suffix(any_of!['（', '(']).map_or(before.len(), str::len);
    let end = after.strip_prefix(any_of!['）', ')']).map_or(after.len(), str::len);
    Span::new(start, text.len() - end)
}

/// What the note says, without brackets, punctuation and spaces.
fn letters(words: &str) -> impl Iterator<Item = char> {
    words.chars().filter(|c| is_letter_or_digit(*c))
}
