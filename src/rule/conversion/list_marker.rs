//! C-02

use super::{checked, delete_all, find_all};
use crate::finding::{Applicability, Severity};
use crate::lang::Text;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::search::begins_line;
use crate::rule::{Context, Record, Rule, Scope, prose::prose};
use crate::text::{Span, find};

const CODE: &str = "C-02";

/// 列表前缀残留: a list's dash was left before its number, as `- 1.`
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Hint,
    scope: Scope::All,
    prose: prose! {
        message: Text::new("残留列表符“{x}”，共{n}处", "List marker \"{x}\" left in {n} place(s)"),
        what: Text::new(
            "段落开头的编号前有没有多出的列表符，如“- 1.”。",
            "Whether a list's dash was left before a paragraph's number, as in - 1.",
        ),
        why: Text::new(
            "列表转换成纯文本时会多出符号，与原有编号重复。",
            "Converting a list to plain text adds a mark to the number that is there already.",
        ),
        how: Text::new("删去编号前的符号。", "Take out the mark before the number."),
        example: Text::new(
            "“- 1.重视程度不够”应为“1.重视程度不够”。",
            "- 1.重视程度不够 instead of 1.重视程度不够.",
        ),
        basis: Text::new("文字规范", "Clean text"),
        silent: Text::new(
            "单独成行的页码“- 4 -”、负数和小数“- 1.5”；没有列表符的编号。",
            "Page numbers such as - 4 -, negative numbers, decimals, and numbers without a dash.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "three paragraphs with a dash before the number are one finding",
            base: Base::E2021,
            edits: &[(
                "存在的主要问题：一是",
                "- 1.解读不够。\n- 2.更新不够。\n- 3.检查不够。\n存在的主要问题：一是",
            )],
            expect: Expect::Finds(&["- 1."]),
        },
        Case {
            name: "the mark 、 after the number",
            base: Base::E2019,
            edits: &[("没有其他需要报告的事项。", "- 1、没有其他需要报告的事项。")],
            expect: Expect::Finds(&["- 1、"]),
        },
        Case { name: "no list", base: Base::E2021, edits: &[], expect: Expect::Silent },
        Case {
            name: "a page number, a decimal and a number of its own",
            base: Base::E2021,
            edits: &[("存在的主要问题：一是", "- 4 -\n- 1.5万元\n1.问题\n存在的主要问题：一是")],
            expect: Expect::Silent,
        },
        Case {
            name: "a change with a sign in 表二",
            base: Base::E2019,
            edits: &[("行政许可\t12\t-2\t240", "行政许可\t12\t- 2\t240")],
            expect: Expect::Silent,
        },
    ],
};

fn detect(context: &Context, record: &mut Record) {
    let mut places = Vec::new();
    let mut marks = Vec::new();
    let text = checked(context);
    for at in find::each(text, "- ") {
        if let Some((dash, whole)) = marker(&text[at..]).filter(|_| begins_line(text, at)) {
            places.push(Span::new(at, at + whole));
            // The number itself stays.
            marks.push(Span::new(at, at + dash));
        }
    }
    let fix = delete_all(Applicability::Safe, &marks);
    find_all(record, CODE, Severity::Hint, places, Some(fix));
}

/// How long the dash with its spaces is at the beginning of `words`, and how long it
/// is with the number behind it; `None` where no number stands there.
fn marker(words: &str) -> Option<(usize, usize)> {
    let numbered = words.strip_prefix('-')?.trim_start_matches(any_of![' ']);
    let after = numbered.trim_start_matches(|c: char| c.is_ascii_digit());
    let rest = after.strip_prefix(any_of!['.', '、', '．'])?;
    let digits = numbered.len() - after.len();
    let decimal = rest.starts_with(|c: char| c.is_ascii_digit());
    ((1..=2).contains(&digits) && !decimal).then(|| (words.len() - numbered.len(), words.len() - rest.len()))
}
