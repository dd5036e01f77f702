//!

#[cfg(test)]
use super::APPLICATIONS_2021;
use super::compare::look_at_statements;
use super::shared_prose::{HOW, WHY, silent};
use crate::finding::Severity;
use crate::lang::Text;
use crate::parse::claims::{Said, Subject};
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::{Context, Record, Rule, Scope, basis, prose::prose};

const CODE: &str = "X-20";

/// 全部办结与表三矛盾: all are said to be closed, and 表三 carries some over.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Warning,
    scope: Scope::WithForm,
    prose: prose! {
        message: Text::new(
            "正文称全部办结或无结转，表三结转{b}件",
            "The prose says all were closed; Table 3 carries over {b}",
        ),
        what: Text::new(
            "正文说申请全部办结、无结转时，表三“四、结转下年度继续办理”总计是否为 0。",
            "Whether Table 3 carries nothing over where the prose says that all applications were closed.",
        ),
        why: WHY,
        how: HOW,
        example: Text::new(
            "正文写“均已办结”，表三结转下年1件。",
            "The prose says all were closed; Table 3 carries over 1.",
        ),
        basis: basis::PROSE_AND_APPLICATIONS,
        silent: silent!(
            "“按期办结”“按时办结率100%”说的是期限，不是全部办结；说的是上年结转的、某一部分的，不报。",
            "Closed in time is not all closed; statements about a part or about what was carried in are passed over.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "all but those carried over",
            base: Base::E2021,
            edits: &[(
                APPLICATIONS_2021,
                "全年新收政府信息公开申请13件，除去结转下年度办理的1件，均已办结。",
            )],
            expect: Expect::Silent,
        },
        Case {
            name: "全部办结",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件，已全部办结。")],
            expect: Expect::Finds(&["已全部办结"]),
        },
        Case {
            name: "均已答复",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件，均已答复。")],
            expect: Expect::Finds(&["均已答复"]),
        },
        Case {
            name: "无结转",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件，上年结转2件，答复14件，无结转。")],
            expect: Expect::Finds(&["无结转"]),
        },
        Case {
            name: "没有下年度结转",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件，没有结转下年度的申请。")],
            expect: Expect::Finds(&["没有结转下年度"]),
        },
        Case {
            name: "in time",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件，均按期办结，按时办结率100%。")],
            expect: Expect::Silent,
        },
        Case {
            name: "those carried in",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件，上年结转2件，均已办结。")],
            expect: Expect::Silent,
        },
        Case {
            name: "answered by the law",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件，均依法依规在法定期限内答复。")],
            expect: Expect::Silent,
        },
        Case {
            name: "letters and proposals",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到网民留言30条，全部办结；办理建议提案8件，均已答复。")],
            expect: Expect::Silent,
        },
        Case {
            name: "none carried in",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件，其中自然人9件，均已答复。")],
            expect: Expect::Silent,
        },
        Case {
            name: "those that are closed, not all",
            base: Base::E2021,
            edits: &[(
                APPLICATIONS_2021,
                "收到政府信息公开申请13件。在全部已办结的申请中，多数涉及工程建设。",
            )],
            expect: Expect::Silent,
        },
    ],
};

fn detect(context: &Context, record: &mut Record) {
    look_at_statements(context, record, CODE, &|claim| {
        let is_ours = claim.subject == Subject::CarriedOut && claim.said != Said::Number;
        is_ours.then_some(Subject::CarriedOut)
    });
}
