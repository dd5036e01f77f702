//!

#[cfg(test)]
use super::APPLICATIONS_2021;
use super::compare::{column, look_at_numbers};
use super::shared_prose::{HOW, WHY, silent};
use crate::finding::Severity;
use crate::lang::Text;
use crate::parse::claims::{Group, Outcome, Subject};
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::{Context, Record, Rule, Scope, basis, prose::prose};

const CODE: &str = "X-15";

/// 复议结果不符: the number of reconsiderations with an outcome is not that of 表四.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Warning,
    scope: Scope::WithForm,
    prose: prose! {
        message: Text::new(
            "正文复议“{k}”{a}件，表四{b}件",
            "Reconsiderations, {k}: the prose says {a}, Table 4 says {b}",
        ),
        what: Text::new(
            "正文说的行政复议结果维持、纠正、其他结果、尚未审结件数，与表四是否一致。",
            "Whether the outcomes of reconsiderations are those of Table 4.",
        ),
        why: WHY,
        how: HOW,
        example: Text::new("正文写“结果维持2件”，表四为1。", "The prose says 2 upheld; Table 4 has 1."),
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
            name: "upheld",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "因政府信息公开被申请行政复议2件，其中结果维持2件。")],
            expect: Expect::Finds(&["2件"]),
        },
        Case {
            name: "the number first",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "因政府信息公开被申请行政复议2件，1件结果维持，3件结果纠正。")],
            expect: Expect::Finds(&["3件"]),
        },
        Case {
            name: "pending",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "因政府信息公开被申请行政复议2件，其中尚未审结4件。")],
            expect: Expect::Finds(&["4件"]),
        },
        Case {
            name: "corrected, in another sentence",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "因政府信息公开被申请行政复议2件。其中被纠错5件。")],
            expect: Expect::Finds(&["5件"]),
        },
        Case {
            name: "the numbers of 表四",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "因政府信息公开被申请行政复议2件，其中结果维持1件，尚未审结1件。")],
            expect: Expect::Silent,
        },
        Case {
            name: "both kinds together",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "因政府信息公开被申请行政复议2件、行政诉讼1件，其中维持3件。")],
            expect: Expect::Silent,
        },
        Case {
            name: "cases the body decided",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "办理行政复议案件30件，其中维持20件，纠正5件。")],
            expect: Expect::Silent,
        },
        Case {
            name: "other corrections",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "因政府信息公开被申请行政复议2件。开展检查，纠正错误表述8条。")],
            expect: Expect::Silent,
        },
        Case {
            name: "a share",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "因政府信息公开被申请行政复议2件，维持占50%。")],
            expect: Expect::Silent,
        },
    ],
};

fn detect(context: &Context, record: &mut Record) {
    let is_ours = |subject| matches!(subject, Subject::Cases(Group::Reconsideration, outcome) if outcome != Outcome::Total);
    look_at_numbers(context, record, CODE, Severity::Warning, &is_ours, &|finding, _, target| {
        finding.with("k", column(target))
    });
}
