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

const CODE: &str = "X-13";

/// 零申请表述与表三矛盾: the prose says that nothing was received, 表三 that something was.
pub const RULE: Rule = Rule {
    code: CODE,
    // The catalogue has it among the errors and says of all rules that read prose
    // that they go no higher than a warning.
    severity: Severity::Warning,
    scope: Scope::WithForm,
    prose: prose! {
        message: Text::new(
            "正文称未收到申请，表三新收{b}件",
            "The prose says none were received; Table 3 has {b}",
        ),
        what: Text::new(
            "正文说未收到政府信息公开申请时，表三新收总计是否为 0。",
            "Whether Table 3 has no applications where the prose says that none were received.",
        ),
        why: WHY,
        how: HOW,
        example: Text::new(
            "正文写“全年未收到政府信息公开申请”，表三新收总计为13。",
            "The prose says none were received; Table 3 has 13.",
        ),
        basis: basis::PROSE_AND_APPLICATIONS,
        silent: silent!(
            "只说某一种渠道（书面、网上）没有收到，除几件以外没有收到，或说的是申请引起的投诉、复议的，不报。",
            "Silent where only one channel had none, where some are excepted, or where complaints or reviews are meant.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "未收到",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "全年未收到政府信息公开申请。")],
            expect: Expect::Finds(&["未收到政府信息公开申请"]),
        },
        Case {
            name: "没有收到 of anybody",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "没有收到公民、法人和其他组织提出的政府信息公开申请。")],
            expect: Expect::Finds(&["没有收到公民、法人和其他组织提出的政府信息公开申请"]),
        },
        Case {
            name: "无",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "本年度无依申请公开事项。")],
            expect: Expect::Finds(&["无依申请公开"]),
        },
        Case {
            name: "as a wish",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "至今，我镇尚未收到市民或法人依申请公开信息要求。")],
            expect: Expect::Finds(&["尚未收到市民或法人依申请公开信息要求"]),
        },
        Case {
            name: "as a request",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "我镇未收到依申请公开请求。")],
            expect: Expect::Finds(&["未收到依申请公开请求"]),
        },
        Case {
            name: "未有 anybody",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "年度内未有公民、法人或其他组织提出政府信息公开申请。")],
            expect: Expect::Finds(&["未有公民、法人或其他组织提出政府信息公开申请"]),
        },
        Case {
            name: "as a number in words",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "本年度政府信息公开申请件数为零。")],
            expect: Expect::Finds(&["政府信息公开申请件数为零"]),
        },
        Case {
            name: "what is asked of the body by the law",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "严格落实依申请公开要求，收到政府信息公开申请13件。")],
            expect: Expect::Silent,
        },
        Case {
            name: "未有 something else",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件，未有超期答复，未有申请人提出异议。")],
            expect: Expect::Silent,
        },
        Case {
            name: "one channel only",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "全年未收到书面政府信息公开申请，网上收到政府信息公开申请13件。")],
            expect: Expect::Silent,
        },
        Case {
            name: "some are excepted",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "除上述13件外，未收到其他政府信息公开申请。")],
            expect: Expect::Silent,
        },
        Case {
            name: "complaints about applications",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "未收到政府信息公开申请引起的投诉。")],
            expect: Expect::Silent,
        },
        Case {
            name: "another year",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "2022年未收到政府信息公开申请。")],
            expect: Expect::Silent,
        },
        Case {
            name: "other applications",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "未收到行政许可申请，收到政府信息公开申请13件。")],
            expect: Expect::Silent,
        },
        Case {
            name: "applications of one kind of applicant for one kind of information",
            base: Base::E2021,
            edits: &[(
                APPLICATIONS_2021,
                "收到政府信息公开申请13件。未收到境外组织提出的申请，未收到企业提出的涉及商业秘密的申请。",
            )],
            expect: Expect::Silent,
        },
    ],
};

fn detect(context: &Context, record: &mut Record) {
    look_at_statements(context, record, CODE, &|claim| {
        let is_ours = matches!(claim.subject, Subject::Received | Subject::Applications);
        (is_ours && claim.said == Said::None).then_some(Subject::Received)
    });
}
