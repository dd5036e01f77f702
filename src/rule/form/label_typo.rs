//! F-10

use crate::finding::{Finding, Fix, Severity};
use crate::form::TableKey;
use crate::lang::Text;
use crate::report::Wording;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::{Context, Record, Rule, Scope, prose::prose};
use crate::text::Span;
use crate::text::find::has_char;

const CODE: &str = "F-10";

/// 行列标签文字有误: a label is some characters off the official one.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Hint,
    scope: Scope::WithForm,
    prose: prose! {
        message: Text::new("标签“{a}”应为“{b}”", "Label \"{a}\" should read \"{b}\""),
        what: Text::new(
            "表格的行标签和列头是否与统一格式逐字相同；括号、空格和编号的写法不计。",
            "Whether row labels and column heads are those of the form; brackets, spaces and numbering do not count.",
        ),
        why: Text::new(
            "标签是格式的一部分，错字会改变指标的含义。",
            "Labels are part of the form, and a wrong character changes what is counted.",
        ),
        how: Text::new("照统一格式改正标签。", "Correct the label after the uniform form."),
        example: Text::new(
            "“只计这一情况”应为“只计这一情形”，“三类内容事务信息”应为“三类内部事务信息”。",
            "三类内容事务信息 where the form has 三类内部事务信息.",
        ),
        basis: Text::new(
            "国办公开办函〔2019〕60号；国办公开办函〔2021〕30号",
            "Notices 国办公开办函〔2019〕60号 and 〔2021〕30号",
        ),
        silent: Text::new(
            "括号、空格、编号、引号、标点的写法不同，以及约定俗成的简写和另一版的名称，都不算错字；差得太多的不猜。",
            "Other brackets, spaces, numbering, quotes and punctuation, usual short forms and the other edition's names; what differs too much is not guessed at.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "one character of a row label",
            base: Base::E2021,
            edits: &[("5.属于三类内部事务信息", "5.属于三类内容事务信息")],
            expect: Expect::Finds(&["5.属于三类内容事务信息"]),
        },
        Case {
            name: "one character of a column head",
            base: Base::E2019,
            edits: &[("本年新制作数量", "本年新制做数量")],
            expect: Expect::Finds(&["本年新制做数量"]),
        },
        Case { name: "official labels", base: Base::E2021, edits: &[], expect: Expect::Silent },
        Case {
            name: "other brackets, dots, quotes and spaces",
            base: Base::E2021,
            edits: &[
                ("（一）予以公开", "(一) 予以公开"),
                ("3.危及“三安全一稳定”", "3、危及\"三安全一稳定\""),
                ("社会公益组织", "社会公益 组织"),
            ],
            expect: Expect::Silent,
        },
        Case {
            name: "the other edition's name of 规范性文件",
            base: Base::E2021,
            edits: &[("行政规范性文件", "规范性文件")],
            expect: Expect::Silent,
        },
    ],
};

fn detect(context: &Context, record: &mut Record) {
    let Some(form) = context.form() else { return };
    for key in TableKey::ALL {
        let table = context.report.table(key);
        let form = form.table(key);
        let mut look = |place: Span, wording: Wording, official: &str, ordinal: &str| {
            if !matches!(wording, Wording::Typo(_)) {
                return record.pass();
            }
            record.find(
                Finding::new(CODE, Severity::Hint)
                    .at(place)
                    .with("a", place)
                    .with("b", [ordinal, official].concat())
                    .with_fix(mend(context.source.slice(place), place, official, ordinal)),
            );
        };
        for (reading, (_, row)) in table.rows.iter().zip(form.rows()) {
            if let Some(label) = reading.label {
                look(label, reading.wording, row.label, row.ordinal);
            }
        }
        for head in &table.heads {
            let column = &form.block(head.row).columns[head.column as usize];
            look(head.span, head.wording, column.label, "");
        }
    }
}

/// Replaces what differs, and leaves the label's own numbering and what was added
/// behind it alone.
fn mend(words: &str, place: Span, official: &str, ordinal: &str) -> Fix {
    let first = ordinal.is_empty().then_some(0);
    let numbered =
        |c: char| c.is_ascii_digit() || has_char("（）() ．.、一二三四五六七", c) || c.is_whitespace();
    let from = first.unwrap_or_else(|| words.len() - words.trim_start_matches(numbered).len());
    let start = place.start as usize + from;
    let span = Span::new(start, place.end as usize);
    if words.contains(any_of!['\t', '\n']) { Fix::review(span, official) } else { Fix::safe(span, official) }
}
