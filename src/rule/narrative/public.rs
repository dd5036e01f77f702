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

const CODE: &str = "X-11";

/// 公开合并数不符: granted in full or in part together are not the sum of 表三.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Warning,
    scope: Scope::WithForm,
    prose: prose! {
        message: Text::new(
            "正文予以公开和部分公开{a}件，表三合计{b}件",
            "Granted in full or in part: the prose says {a}, Table 3 says {b}",
        ),
        what: Text::new(
            "正文说的予以公开和部分公开件数，与表三各子项之和是否一致。",
            "Whether the number of applications granted in full or in part is the sum of their rows in Table 3.",
        ),
        why: WHY,
        how: HOW,
        example: Text::new(
            "正文写“予以公开及部分公开9件”，表三两行合计为8。",
            "The prose says 9 granted in full or in part; the two rows sum to 8.",
        ),
        basis: basis::PROSE_AND_APPLICATIONS,
        silent: silent!(),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "with and",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件，予以公开及部分公开9件。")],
            expect: Expect::Finds(&["9件"]),
        },
        Case {
            name: "with or",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件，予以公开或部分公开10件。")],
            expect: Expect::Finds(&["10件"]),
        },
        Case {
            name: "as a list",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件，予以公开、部分公开11件。")],
            expect: Expect::Finds(&["11件"]),
        },
        Case {
            name: "agreed to, with 和",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件，同意公开和部分公开7件。")],
            expect: Expect::Finds(&["7件"]),
        },
        Case {
            name: "the sum of the two rows",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件，予以公开及部分公开8件。")],
            expect: Expect::Silent,
        },
        Case {
            name: "each with its own number",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件，予以公开6件、部分公开2件。")],
            expect: Expect::Silent,
        },
        Case {
            name: "a share",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件，予以公开或部分公开占61.5%。")],
            expect: Expect::Silent,
        },
        Case {
            name: "other results together",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件，不予公开和无法提供9件。")],
            expect: Expect::Silent,
        },
    ],
};

fn detect(context: &Context, record: &mut Record) {
    look_at_subjects(context, record, CODE, &[Subject::Public]);
}
