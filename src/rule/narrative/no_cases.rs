//!

#[cfg(test)]
use super::APPLICATIONS_2021;
use super::compare::look_at_statements;
use super::shared_prose::{HOW, WHY, silent};
use crate::finding::Severity;
use crate::lang::Text;
use crate::parse::claims::{Outcome, Said, Subject};
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::{Context, Record, Rule, Scope, basis, prose::prose};

const CODE: &str = "X-18";

/// 无复议诉讼表述与表四矛盾: the prose says that there were no cases, 表四 that there were.
pub const RULE: Rule = Rule {
    code: CODE,
    // The catalogue has it among the errors and says of all rules that read prose
    // that they go no higher than a warning.
    severity: Severity::Warning,
    scope: Scope::WithForm,
    prose: prose! {
        message: Text::new(
            "正文称无复议诉讼，表四有{b}件",
            "The prose says there were no cases; Table 4 has {b}",
        ),
        what: Text::new(
            "正文说未发生政府信息公开行政复议、行政诉讼时，表四相应总计是否为 0。",
            "Whether Table 4 has no cases where the prose says that there were none.",
        ),
        why: WHY,
        how: HOW,
        example: Text::new(
            "正文写“未发生因政府信息公开引起的行政复议”，表四总计为2。",
            "The prose says there were no reconsiderations; Table 4 has 2.",
        ),
        basis: basis::PROSE_AND_REMEDIES,
        silent: silent!(
            "说的是没有因答复不当、逾期等某种原因引起的，没有被纠正、败诉的，或没有写明与政府信息公开有关的，不报。",
            "Silent where only cases of a certain cause or outcome are denied, or the cases are not said to be about disclosure.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "both kinds",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "未发生因政府信息公开申请被申请行政复议、提起行政诉讼情况。")],
            expect: Expect::Finds(&["未发生因政府信息公开申请被申请行政复议、提起行政诉讼"]),
        },
        Case {
            name: "没有",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "没有因政府信息公开引起行政复议和行政诉讼的情况。")],
            expect: Expect::Finds(&["没有因政府信息公开引起行政复议和行政诉讼"]),
        },
        Case {
            name: "one kind",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "政府信息公开工作无行政复议案件。")],
            expect: Expect::Finds(&["无行政复议案件"]),
        },
        Case {
            name: "the other kind",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "本年度未发生政府信息公开行政诉讼。")],
            expect: Expect::Finds(&["未发生政府信息公开行政诉讼"]),
        },
        Case {
            name: "of a certain cause",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "未发生因政府信息公开答复不当引发的行政复议。")],
            expect: Expect::Silent,
        },
        Case {
            name: "of a certain outcome",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "政府信息公开工作未发生行政复议被纠正的情况。")],
            expect: Expect::Silent,
        },
        Case {
            name: "not said to be about disclosure",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "（三）监督保障。全年未发生行政诉讼案件。")],
            expect: Expect::Silent,
        },
        Case {
            name: "direct suits, of which there were none",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "政府信息公开工作未发生未经复议直接起诉的情况。")],
            expect: Expect::Silent,
        },
        Case {
            name: "another year",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "2022年未发生政府信息公开行政复议。")],
            expect: Expect::Silent,
        },
    ],
};

fn detect(context: &Context, record: &mut Record) {
    look_at_statements(context, record, CODE, &|claim| match claim.subject {
        Subject::Cases(_, Outcome::Total) if claim.said == Said::None => Some(claim.subject),
        _ => None,
    });
}
