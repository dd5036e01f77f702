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

const CODE: &str = "X-09";

/// 不予处理不符: the number not processed is not the sum of its rows.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Warning,
    scope: Scope::WithForm,
    prose: prose! {
        message: Text::new(
            "正文不予处理{a}件，表三合计{b}件",
            "Not processed: the prose says {a}, Table 3 says {b}",
        ),
        what: Text::new(
            "正文说的不予处理件数，与表三各子项之和是否一致。",
            "Whether the number of applications not processed is the sum of their rows in Table 3.",
        ),
        why: WHY,
        how: HOW,
        example: Text::new(
            "正文写“不予处理2件”，表三五个子项合计为0。",
            "The prose says 2 were not processed; the rows of Table 3 sum to 0.",
        ),
        basis: basis::PROSE_AND_APPLICATIONS,
        silent: silent!(),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "the name before the number",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件，不予处理1件。")],
            expect: Expect::Finds(&["1件"]),
        },
        Case {
            name: "the number before the name",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件，其中2件不予处理。")],
            expect: Expect::Finds(&["2件"]),
        },
        Case {
            name: "with 的",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件，不予处理的3件。")],
            expect: Expect::Finds(&["3件"]),
        },
        Case {
            name: "answers",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件，答复不予处理4件。")],
            expect: Expect::Finds(&["4件"]),
        },
        Case {
            name: "the sum of its rows",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件，不予处理0件。")],
            expect: Expect::Silent,
        },
        Case {
            name: "a share",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件，不予处理占8%。")],
            expect: Expect::Silent,
        },
        Case {
            name: "letters, not applications",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到群众来信20封，不予处理5件。")],
            expect: Expect::Silent,
        },
        Case {
            name: "another year",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件。去年不予处理6件。")],
            expect: Expect::Silent,
        },
    ],
};

fn detect(context: &Context, record: &mut Record) {
    look_at_subjects(context, record, CODE, &[Subject::Refused]);
}
