//! S-05

use super::headings;
use crate::finding::{Finding, Fix, Severity};
use crate::lang::Text;
use crate::report::Wording;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::{Context, Record, Rule, Scope, prose::prose};

const CODE: &str = "S-05";

/// 部分标题文字不规范: a heading in words that are neither the form's nor usual.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Hint,
    scope: Scope::All,
    prose: prose! {
        message: Text::new("标题“{h}”应为“{std}”", "Heading \"{h}\" should be \"{std}\""),
        what: Text::new(
            "六个部分的标题是否用了统一格式的文字；通行的同义写法不报。",
            "Whether the headings are worded as in the form; usual ones that mean the same are left alone.",
        ),
        why: Text::new(
            "标题统一，读者和汇总程序才能找到同一部分。",
            "With the same headings everywhere, people and programs find the same section.",
        ),
        how: Text::new("改用统一格式的标题。", "Use the heading of the form."),
        example: Text::new(
            "“一、2020年工作完成总体情况”应为“一、总体情况”。",
            "一、2020年工作完成总体情况 instead of 一、总体情况.",
        ),
        basis: Text::new("国办公开办函〔2021〕30号", "Notice 国办公开办函〔2021〕30号"),
        silent: Text::new(
            "“行政机关主动公开政府信息情况”“存在的主要问题和改进措施”等通行的同义标题。",
            "Usual headings that mean the same, such as 行政机关主动公开政府信息情况 or 存在的主要问题和改进措施.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "words were added",
            base: Base::E2021,
            edits: &[("一、总体情况", "一、2023年工作完成总体情况")],
            expect: Expect::Finds(&["2023年工作完成总体情况"]),
        },
        Case {
            name: "a wrong character",
            base: Base::E2019,
            edits: &[("五、存在的主要问题及改进情况", "五、存在的主要问题及改近情况")],
            expect: Expect::Finds(&["存在的主要问题及改近情况"]),
        },
        Case {
            name: "a heading told by its number and its place",
            base: Base::E2021,
            edits: &[("一、总体情况", "一、政府信息公开工作基本情况")],
            expect: Expect::Finds(&["政府信息公开工作基本情况"]),
        },
        Case { name: "the form's headings", base: Base::E2021, edits: &[], expect: Expect::Silent },
        Case {
            name: "usual words that mean the same",
            base: Base::E2019,
            edits: &[
                ("二、主动公开政府信息情况", "二、行政机关主动公开政府信息情况"),
                ("五、存在的主要问题及改进情况", "五、政府信息公开工作存在的主要问题及改进情况"),
            ],
            expect: Expect::Silent,
        },
    ],
};

fn detect(context: &Context, record: &mut Record) {
    for (key, heading) in headings(context.report) {
        let official = key.section().title.zh;
        // What was meant is certain with a wrong character; with other words a
        // person says whether they may go.
        let fix = match heading.wording {
            Wording::Official | Wording::Accepted => {
                record.pass();
                continue;
            }
            Wording::Typo(_) => Fix::safe(heading.title, official),
            Wording::Other => Fix::review(heading.title, official),
        };
        record.find(
            Finding::new(CODE, Severity::Hint)
                .at(heading.title)
                .with("h", heading.title)
                .with("std", official)
                .with_fix(fix),
        );
    }
}
