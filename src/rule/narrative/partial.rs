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

const CODE: &str = "X-06";

/// 部分公开不符: the number granted in part is not that of 表三.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Warning,
    scope: Scope::WithForm,
    prose: prose! {
        message: Text::new(
            "正文部分公开{a}件，表三{b}件",
            "Granted in part: the prose says {a}, Table 3 says {b}",
        ),
        what: Text::new(
            "正文说的部分公开件数，与表三同一行总计是否一致。",
            "Whether the number of applications granted in part is that of the row in Table 3.",
        ),
        why: WHY,
        how: HOW,
        example: Text::new(
            "正文写“部分公开3件”，表三为2。",
            "The prose says 3 granted in part; Table 3 has 2.",
        ),
        basis: basis::PROSE_AND_APPLICATIONS,
        silent: silent!(),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "letters right behind the sub-heading",
            base: Base::E2021,
            edits: &[
                ("（二）依申请公开情况。", "（二）依申请公开情况。上级转办信访件19件，均已办结。"),
                (APPLICATIONS_2021, "按办理结果分，予以公开6件，部分公开5件，不予公开3件。"),
            ],
            expect: Expect::Finds(&["5件"]),
        },
        Case {
            name: "behind a sentence on hotlines, among the other results",
            base: Base::E2021,
            edits: &[(
                APPLICATIONS_2021,
                "收到政府信息公开申请13件。受理热线咨询116人次，办理来信来访30批次。按办理结果分，予以公开6件，部分公开5件，不予公开3件。",
            )],
            expect: Expect::Finds(&["5件"]),
        },
        Case {
            name: "the name before the number",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件，部分公开3件。")],
            expect: Expect::Finds(&["3件"]),
        },
        Case {
            name: "the number before the name",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件，其中4件为部分公开。")],
            expect: Expect::Finds(&["4件"]),
        },
        Case {
            name: "separable parts",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件，区分处理后公开5件。")],
            expect: Expect::Finds(&["5件"]),
        },
        Case {
            name: "without a unit",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件，部分公开6，占46.15%。")],
            expect: Expect::Finds(&["6"]),
        },
        Case {
            name: "the number of 表三",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件，部分公开2件。")],
            expect: Expect::Silent,
        },
        Case {
            name: "together with those granted",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件，予以公开及部分公开8件。")],
            expect: Expect::Silent,
        },
        Case {
            name: "a share",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件，部分公开占15.4%。")],
            expect: Expect::Silent,
        },
        Case {
            name: "about so many",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件，部分公开近10件。")],
            expect: Expect::Silent,
        },
    ],
};

fn detect(context: &Context, record: &mut Record) {
    look_at_subjects(context, record, CODE, &[Subject::Partial]);
}
