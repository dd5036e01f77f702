//!

#[cfg(test)]
use super::APPLICATIONS_2021;
use super::compare::look_at_subjects;
use super::shared_prose::{HOW, WHY, silent};
use crate::finding::Severity;
use crate::lang::Text;
use crate::parse::claims::{Group, Outcome, Subject};
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::{Context, Record, Rule, Scope, basis, prose::prose};

const CODE: &str = "X-14";

/// 复议件数不符: the number of reconsiderations is not that of 表四.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Warning,
    scope: Scope::WithForm,
    prose: prose! {
        message: Text::new(
            "正文行政复议{a}件，表四{b}件",
            "Reconsiderations: the prose says {a}, Table 4 says {b}",
        ),
        what: Text::new(
            "正文说的政府信息公开行政复议件数，与表四行政复议总计是否一致。",
            "Whether the number of reconsiderations about disclosure is that of Table 4.",
        ),
        why: WHY,
        how: HOW,
        example: Text::new(
            "正文写“被申请行政复议3件”，表四总计为2。",
            "The prose says 3 reconsiderations; Table 4 has 2.",
        ),
        basis: basis::PROSE_AND_REMEDIES,
        silent: silent!(
            "复议、诉讼没有写明与政府信息公开有关，本机关作为复议机关办理的案件，共同被告，按审级统计的，不报。",
            "Silent where the cases are not said to be about disclosure, where the body decided them itself, or where they are counted by instance.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "被申请行政复议",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "因政府信息公开被申请行政复议3件。")],
            expect: Expect::Finds(&["3件"]),
        },
        Case {
            name: "with 案件",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "政府信息公开行政复议案件4件，其中结果维持1件。")],
            expect: Expect::Finds(&["4件"]),
        },
        Case {
            name: "after a number of applications",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件，因此引起的行政复议5件。")],
            expect: Expect::Finds(&["5件"]),
        },
        Case {
            name: "none, as a number",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "政府信息公开行政复议0件。")],
            expect: Expect::Finds(&["0件"]),
        },
        Case {
            name: "the number of 表四",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "因政府信息公开被申请行政复议2件。")],
            expect: Expect::Silent,
        },
        Case {
            name: "cases the body decided",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "全年办理行政复议案件30件，受理行政复议申请28件。")],
            expect: Expect::Silent,
        },
        Case {
            name: "as the reviewing body",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "作为复议机关审理政府信息公开行政复议9件。")],
            expect: Expect::Silent,
        },
        Case {
            name: "about so many",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "政府信息公开行政复议约10件。")],
            expect: Expect::Silent,
        },
        Case {
            name: "another year",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "2022年政府信息公开行政复议8件。")],
            expect: Expect::Silent,
        },
        Case {
            name: "cases that the body itself decides",
            base: Base::E2021,
            edits: &[(
                APPLICATIONS_2021,
                "收到政府信息公开申请13件。作为行政复议机关，审理行政复议案件8件。",
            )],
            expect: Expect::Silent,
        },
        Case {
            name: "cases about penalties",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件。涉及行政处罚的行政复议9件。")],
            expect: Expect::Silent,
        },
    ],
};

fn detect(context: &Context, record: &mut Record) {
    look_at_subjects(context, record, CODE, &[Subject::Cases(Group::Reconsideration, Outcome::Total)]);
}
