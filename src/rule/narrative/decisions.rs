//!

#[cfg(test)]
use super::APPLICATIONS_2021;
use super::compare::{look_at_numbers, row};
use super::shared_prose::{HOW, WHY, silent};
use crate::finding::Severity;
use crate::lang::Text;
use crate::parse::claims::Subject;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::{Context, Record, Rule, Scope, basis, prose::prose};

const CODE: &str = "X-22";

/// 许可、处罚、强制数不符: the number of decisions is not that of 表二.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Hint,
    scope: Scope::WithForm,
    prose: prose! {
        message: Text::new(
            "正文作出{k}决定{a}件，表二{b}件",
            "{k}: the prose says {a} decisions, Table 2 says {b}",
        ),
        what: Text::new(
            "正文写“作出行政许可（处罚、强制）决定N件”时，与表二处理决定数量是否一致。",
            "Whether the number of decisions made is that of Table 2.",
        ),
        why: WHY,
        how: HOW,
        example: Text::new(
            "正文写“作出行政处罚决定16件”，表二为15。",
            "The prose says 16 penalties were imposed; Table 2 has 15.",
        ),
        basis: basis::PROSE_AND_DISCLOSURE,
        silent: silent!(
            "公开的许可、处罚信息条数不等于决定数，不报。",
            "Published items are not decisions and are passed over.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "decisions of penalties that were published",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "全年作出行政许可决定36件，公示行政处罚决定书18份。")],
            expect: Expect::Silent,
        },
        Case {
            name: "a number that 表二 cannot have, which T2-B01 says",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "全年作出行政许可决定36件。"), ("行政许可\t36", "行政许可\t36.5")],
            expect: Expect::Silent,
        },
        Case {
            name: "the verb said once",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "全年作出行政许可决定36件、行政处罚决定18件。")],
            expect: Expect::Finds(&["18件"]),
        },
        Case {
            name: "licences",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "全年作出行政许可决定37件。")],
            expect: Expect::Finds(&["37件"]),
        },
        Case {
            name: "penalties",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "作出行政处罚决定16件。")],
            expect: Expect::Finds(&["16件"]),
        },
        Case {
            name: "coercion",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "做出行政强制决定2件。")],
            expect: Expect::Finds(&["2件"]),
        },
        Case {
            name: "decisions on licences",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "共作出行政许可处理决定30件。")],
            expect: Expect::Finds(&["30件"]),
        },
        Case {
            name: "the numbers of 表二",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "作出行政许可决定36件、作出行政处罚决定15件。")],
            expect: Expect::Silent,
        },
        Case {
            name: "published items",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "公开行政许可信息40条，公示行政处罚决定书18份。")],
            expect: Expect::Silent,
        },
        Case {
            name: "cases handled",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "办理行政处罚案件20件，行政许可事项50项。")],
            expect: Expect::Silent,
        },
        Case {
            name: "more than a year",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "近三年作出行政处罚决定60件。")],
            expect: Expect::Silent,
        },
    ],
};

fn detect(context: &Context, record: &mut Record) {
    let is_ours = |subject| matches!(subject, Subject::Licensing | Subject::Penalties | Subject::Coercion);
    look_at_numbers(context, record, CODE, Severity::Hint, &is_ours, &|finding, _, target| {
        finding.with("k", row(target))
    });
}
