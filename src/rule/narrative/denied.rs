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

const CODE: &str = "X-07";

/// 不予公开不符: the number denied is not the sum of its rows in 表三.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Warning,
    scope: Scope::WithForm,
    prose: prose! {
        message: Text::new(
            "正文不予公开{a}件，表三合计{b}件",
            "Denied: the prose says {a}, Table 3 says {b}",
        ),
        what: Text::new(
            "正文说的不予公开件数，与表三各子项之和是否一致。",
            "Whether the number of applications denied is the sum of their rows in Table 3.",
        ),
        why: WHY,
        how: HOW,
        example: Text::new(
            "正文写“不予公开3件”，表三八个子项合计为2。",
            "The prose says 3 denied; the eight rows of Table 3 sum to 2.",
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
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件，不予公开3件。")],
            expect: Expect::Finds(&["3件"]),
        },
        Case {
            name: "the number before the name",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件，其中4件为不予公开。")],
            expect: Expect::Finds(&["4件"]),
        },
        Case {
            name: "answers that deny",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件，不予公开答复5件。")],
            expect: Expect::Finds(&["5件"]),
        },
        Case {
            name: "after a colon",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件，其中不予公开：6件。")],
            expect: Expect::Finds(&["6件"]),
        },
        Case {
            name: "with the reason in brackets",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件，不予公开（属于内部事务信息）6件。")],
            expect: Expect::Finds(&["6件"]),
        },
        Case {
            name: "the sum of the eight rows",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件，不予公开2件。")],
            expect: Expect::Silent,
        },
        Case {
            name: "a principle",
            base: Base::E2021,
            edits: &[(
                APPLICATIONS_2021,
                "坚持以公开为常态、不公开为例外，办理政府信息公开申请14件，依法不予公开的事项逐一说明理由。",
            )],
            expect: Expect::Silent,
        },
        Case {
            name: "a share",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件，不予公开占15.4%。")],
            expect: Expect::Silent,
        },
        Case {
            name: "another year",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件。2022年不予公开9件。")],
            expect: Expect::Silent,
        },
    ],
};

fn detect(context: &Context, record: &mut Record) {
    look_at_subjects(context, record, CODE, &[Subject::Denied]);
}
