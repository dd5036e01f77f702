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

const CODE: &str = "X-03";

/// 办结件数不符: the number answered is not that of 表三.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Warning,
    scope: Scope::WithForm,
    prose: prose! {
        message: Text::new("正文答复{a}件，表三总计{b}件", "Closed: the prose says {a}, Table 3 says {b}"),
        what: Text::new(
            "正文说的答复、办结、办理件数，与表三“（七）总计”是否一致。",
            "Whether the number of applications answered or closed is the total of Table 3.",
        ),
        why: WHY,
        how: HOW,
        example: Text::new(
            "正文写“答复15件”，表三（七）总计为14。",
            "The prose says 15 answered; Table 3 has 14 closed.",
        ),
        basis: basis::PROSE_AND_APPLICATIONS,
        silent: silent!(
            "句中有撤回、撤销、不予受理，“其中办结”，与句中的办理结果相加正是总计，办理数等于新收或新收加结转，或只算了本年新收的，不报。",
            "Silent where the sentence speaks of withdrawals, of what was not accepted or of a part, where the number and the results beside it make the total, or where it is that of what was received.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "what is left without those carried over",
            base: Base::E2021,
            edits: &[(
                APPLICATIONS_2021,
                "全年新收政府信息公开申请13件，加上上年结转的2件，除去结转下年度办理的1件，共办理18件。",
            )],
            expect: Expect::Finds(&["18件"]),
        },
        Case {
            name: "办结",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件，办结16件。")],
            expect: Expect::Finds(&["16件"]),
        },
        Case {
            name: "答复, the number before the noun",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "全年答复17件政府信息公开申请。")],
            expect: Expect::Finds(&["17件"]),
        },
        Case {
            name: "the noun before the number",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "办结依申请公开18件。")],
            expect: Expect::Finds(&["18件"]),
        },
        Case {
            name: "办理, more than there were",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "全年办理政府信息公开申请21件。")],
            expect: Expect::Finds(&["21件"]),
        },
        Case {
            name: "behind a comparison with a year that is named",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件，比2022年增加3件，办结16件。")],
            expect: Expect::Finds(&["16件"]),
        },
        Case {
            name: "of those of all ways together",
            base: Base::E2021,
            edits: &[(
                APPLICATIONS_2021,
                "收到网上政府信息公开申请10件，信函政府信息公开申请3件，共办结9件。",
            )],
            expect: Expect::Finds(&["9件"]),
        },
        Case {
            name: "the number of 表三",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件，答复14件。")],
            expect: Expect::Silent,
        },
        Case {
            name: "what was not dealt with, in the words of the form",
            base: Base::E2021,
            edits: &[(
                APPLICATIONS_2021,
                "收到政府信息公开申请13件，申请人逾期不补正、行政机关不再处理其政府信息公开申请1件，以信访来件形式提出、不作为信息公开申请处理7件。",
            )],
            expect: Expect::Silent,
        },
        Case {
            name: "another body that was helped",
            base: Base::Saying("协助上级机关答复政府信息公开申请9件。"),
            edits: &[],
            expect: Expect::Silent,
        },
        Case {
            name: "of those that came one way, the next way behind",
            base: Base::E2021,
            edits: &[(
                APPLICATIONS_2021,
                "受理线上政府信息公开申请10件，办结9件，受理线下政府信息公开申请3件，均已办结。",
            )],
            expect: Expect::Silent,
        },
        Case {
            name: "some were withdrawn",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "受理政府信息公开申请15件，办结9件，其余为申请人主动撤回。")],
            expect: Expect::Silent,
        },
        Case {
            name: "answered, and beside these what was not handled",
            base: Base::E2021,
            edits: &[(
                APPLICATIONS_2021,
                "收到政府信息公开申请13件，答复9件，不予受理4件，补正后申请内容仍不明确1件。",
            )],
            expect: Expect::Silent,
        },
        Case {
            name: "answered, and beside these results of the form",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件，答复10件，不予处理1件，无法提供3件。")],
            expect: Expect::Silent,
        },
        Case {
            name: "too few, with outcomes that are parts of them",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件，办结5件，其中涉及征地的9件。")],
            expect: Expect::Finds(&["5件"]),
        },
        Case {
            name: "a part of them",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "受理政府信息公开申请15件，其中办结9件。")],
            expect: Expect::Silent,
        },
        Case {
            name: "only what was received this year",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件，办结12件，结转下年1件。")],
            expect: Expect::Silent,
        },
        Case {
            name: "messages and proposals",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "答复网民留言30条，办结30条；办理建议提案8件。")],
            expect: Expect::Silent,
        },
        Case {
            name: "a rate and a time limit",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "政府信息公开申请按时办结率100%，平均办理时间9个工作日。")],
            expect: Expect::Silent,
        },
        Case {
            name: "batches, not applications",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件，对重复的申请合并答复2批次。")],
            expect: Expect::Silent,
        },
        Case {
            name: "those carried in, with the verb last",
            base: Base::E2021,
            edits: &[(
                APPLICATIONS_2021,
                "新收到依申请公开政府信息13件，结转上年度办理2件。其中，答复依申请公开政府信息14件，结转下年度继续办理1件。",
            )],
            expect: Expect::Silent,
        },
        Case {
            name: "steps that are named, and what was received",
            base: Base::E2021,
            edits: &[(
                APPLICATIONS_2021,
                "认真做好依申请公开事项受理、审查、答复和归档等工作，2023年，我镇接受依申请公开事项13件。",
            )],
            expect: Expect::Silent,
        },
        Case {
            name: "what was not handled as the law asks",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "未按依申请公开要求办理的0件。")],
            expect: Expect::Silent,
        },
        Case {
            name: "what other departments answer",
            base: Base::E2021,
            edits: &[(
                APPLICATIONS_2021,
                "收到政府信息公开申请13件，转送其他部门答复2件，配合上级机关答复申请3件。公开办理结果8条。",
            )],
            expect: Expect::Silent,
        },
    ],
};

fn detect(context: &Context, record: &mut Record) {
    look_at_subjects(context, record, CODE, &[Subject::Closed]);
}
