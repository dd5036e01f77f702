//!

#[cfg(test)]
use super::APPLICATIONS_2021;
use super::compare::look_at_subjects;
use super::shared_prose::{HOW, WHY, silent};
use crate::finding::Severity;
use crate::lang::Text;
use crate::parse::claims::Subject;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::{Context, Record, Rule, Scope, basis, prose::prose};

const CODE: &str = "X-10";

/// 其他处理不符: the number handled otherwise is not that of 表三.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Warning,
    scope: Scope::WithForm,
    prose: prose! {
        message: Text::new(
            "正文其他处理{a}件，表三合计{b}件",
            "Handled otherwise: the prose says {a}, Table 3 says {b}",
        ),
        what: Text::new(
            "正文说的其他处理件数，与表三各子项之和是否一致。",
            "Whether the number of applications handled otherwise is the sum of their rows in Table 3.",
        ),
        why: WHY,
        how: HOW,
        example: Text::new(
            "正文写“其他处理2件”，表三为1。",
            "The prose says 2 were handled otherwise; Table 3 has 1.",
        ),
        basis: basis::PROSE_AND_APPLICATIONS,
        silent: silent!(
            "同一句另列逾期不补正、逾期未缴费的件数，合起来等于表三各子项之和的，不报。",
            "Silent where the number makes the sum of the rows together with those not supplemented or paid for in time that its sentence names.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "the name before the number",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件，其他处理2件。")],
            expect: Expect::Finds(&["2件"]),
        },
        Case {
            name: "another writing of the name",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件，其它处理3件。")],
            expect: Expect::Finds(&["3件"]),
        },
        Case {
            name: "the number before the name",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件，其中4件其他处理。")],
            expect: Expect::Finds(&["4件"]),
        },
        Case {
            name: "after a colon",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件，其中其他处理：5件。")],
            expect: Expect::Finds(&["5件"]),
        },
        Case {
            name: "the sum of its rows",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件，其他处理1件。")],
            expect: Expect::Silent,
        },
        Case {
            name: "the rest of the row, beside those that were not supplemented in time",
            base: Base::E2021,
            edits: &[
                (APPLICATIONS_2021, "收到政府信息公开申请13件，予以公开5件，逾期未补正1件，其他处理1件。"),
                GRANTED_5,
                LATE_1,
            ],
            expect: Expect::Silent,
        },
        Case {
            name: "the rest of the row, where nothing else of it is named",
            base: Base::E2021,
            edits: &[
                (APPLICATIONS_2021, "收到政府信息公开申请13件，予以公开5件，其他处理1件。"),
                GRANTED_5,
                LATE_1,
            ],
            expect: Expect::Finds(&["1件"]),
        },
        Case {
            name: "others, of which nothing is known",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件，其他5件。")],
            expect: Expect::Silent,
        },
        Case {
            name: "a share",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件，其他处理占8%。")],
            expect: Expect::Silent,
        },
        Case {
            name: "other information",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "主动公开其他信息63条，收到政府信息公开申请13件。")],
            expect: Expect::Silent,
        },
    ],
};

/// One of those made public, in 表三, was not supplemented in time instead.
#[cfg(test)]
const GRANTED_5: (&str, &str) =
    ("（一）予以公开\t\t4\t2\t0\t0\t0\t0\t6", "（一）予以公开\t\t3\t2\t0\t0\t0\t0\t5");
#[cfg(test)]
const LATE_1: (&str, &str) = (
    "行政机关不再处理其政府信息公开申请\t0\t0\t0\t0\t0\t0\t0\n\t\t2.",
    "行政机关不再处理其政府信息公开申请\t1\t0\t0\t0\t0\t0\t1\n\t\t2.",
);

fn detect(context: &Context, record: &mut Record) {
    look_at_subjects(context, record, CODE, &[Subject::OtherHandling]);
}
