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

const CODE: &str = "X-08";

/// 无法提供不符: the number that could not be provided is not the sum of its rows.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Warning,
    scope: Scope::WithForm,
    prose: prose! {
        message: Text::new(
            "正文无法提供{a}件，表三合计{b}件",
            "Unavailable: the prose says {a}, Table 3 says {b}",
        ),
        what: Text::new(
            "正文说的无法提供件数，与表三各子项之和是否一致。",
            "Whether the number of applications unavailable is the sum of their rows in Table 3.",
        ),
        why: WHY,
        how: HOW,
        example: Text::new(
            "正文写“无法提供4件”，表三三个子项合计为3。",
            "The prose says 4 could not be provided; the rows of Table 3 sum to 3.",
        ),
        basis: basis::PROSE_AND_APPLICATIONS,
        silent: silent!(
            "句中说明是因为不掌握相关信息、而数字等于该子项的不报。",
            "Where the sentence says the body does not hold it, that row alone may be meant.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "the name before the number",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件，无法提供4件。")],
            expect: Expect::Finds(&["4件"]),
        },
        Case {
            name: "in quotation marks",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件，其中“无法提供”5件。")],
            expect: Expect::Finds(&["5件"]),
        },
        Case {
            name: "the number before the name",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件，其中6件无法提供。")],
            expect: Expect::Finds(&["6件"]),
        },
        Case {
            name: "answers",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件，答复无法提供7件。")],
            expect: Expect::Finds(&["7件"]),
        },
        Case {
            name: "the sum of its rows",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件，无法提供3件。")],
            expect: Expect::Silent,
        },
        Case {
            name: "with the reason right before",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件，因不掌握相关政府信息无法提供9件。")],
            expect: Expect::Finds(&["9件"]),
        },
        Case {
            name: "a share",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件，无法提供占23.1%。")],
            expect: Expect::Silent,
        },
        Case {
            name: "copies, not applications",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件，无法提供的材料9份。")],
            expect: Expect::Silent,
        },
        Case {
            name: "another year",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件。上年无法提供8件。")],
            expect: Expect::Silent,
        },
    ],
};

fn detect(context: &Context, record: &mut Record) {
    look_at_subjects(context, record, CODE, &[Subject::Unavailable]);
}
