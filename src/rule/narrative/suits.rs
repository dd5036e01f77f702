//!

#[cfg(test)]
use super::APPLICATIONS_2021;
use super::compare::look_at_numbers;
use super::shared_prose::{HOW, WHY, silent};
use crate::finding::Severity;
use crate::lang::Text;
use crate::parse::claims::{Group, Outcome, Subject};
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::{Context, Record, Rule, Scope, basis, prose::prose};

const CODE: &str = "X-16";

/// 诉讼件数不符: the number of suits is not that of 表四.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Warning,
    scope: Scope::WithForm,
    prose: prose! {
        message: Text::new("正文{k}{a}件，表四合计{b}件", "{k}: the prose says {a}, Table 4 says {b}"),
        what: Text::new(
            "正文说的政府信息公开行政诉讼件数，与表四“未经复议直接起诉”和“复议后起诉”总计之和是否一致。",
            "Whether the number of suits about disclosure is the sum of both groups of Table 4.",
        ),
        why: WHY,
        how: HOW,
        example: Text::new(
            "正文写“行政诉讼2件”，表四两组合计为1。",
            "The prose says 2 suits; the two groups of Table 4 sum to 1.",
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
            name: "both groups",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "因政府信息公开被提起行政诉讼2件。")],
            expect: Expect::Finds(&["2件"]),
        },
        Case {
            name: "with 案件, after reconsiderations",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "因政府信息公开引起的行政复议案件2件、行政诉讼案件3件。")],
            expect: Expect::Finds(&["3件"]),
        },
        Case {
            name: "one group",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "政府信息公开行政诉讼1件，其中未经复议直接起诉4件。")],
            expect: Expect::Finds(&["4件"]),
        },
        Case {
            name: "all of 表四",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "因政府信息公开引起的行政复议和行政诉讼共5件。")],
            expect: Expect::Finds(&["5件"]),
        },
        Case {
            name: "the number of 表四",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "因政府信息公开被提起行政诉讼1件，为复议后起诉1件。")],
            expect: Expect::Silent,
        },
        Case {
            name: "all of 表四 as it is",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "因政府信息公开引起的行政复议和行政诉讼共3件。")],
            expect: Expect::Silent,
        },
        Case {
            name: "by instance",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "政府信息公开行政诉讼一审3件、二审2件。")],
            expect: Expect::Silent,
        },
        Case {
            name: "all suits of the body",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "出庭应诉行政诉讼案件12件，负责人出庭率100%。")],
            expect: Expect::Silent,
        },
        Case {
            name: "about so many",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "政府信息公开行政诉讼近10件。")],
            expect: Expect::Silent,
        },
    ],
};

fn detect(context: &Context, record: &mut Record) {
    let is_ours =
        |subject| matches!(subject, Subject::Cases(group, Outcome::Total) if group != Group::Reconsideration);
    look_at_numbers(context, record, CODE, Severity::Warning, &is_ours, &|finding, claim, _| {
        finding.with("k", name(claim.subject))
    });
}

/// The group that a claim names.
fn name(subject: Subject) -> Text {
    match subject {
        Subject::Cases(Group::Direct, _) => Text::new("未经复议直接起诉", "Direct suits"),
        Subject::Cases(Group::After, _) => Text::new("复议后起诉", "Suits after reconsideration"),
        Subject::Cases(Group::Both, _) => Text::new("行政复议和行政诉讼", "Reconsiderations and suits"),
        _ => Text::new("行政诉讼", "Suits"),
    }
}
