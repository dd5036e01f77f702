//!

#[cfg(test)]
use super::APPLICATIONS_2021;
use super::compare::{look_at_statements, look_at_subjects};
use super::shared_prose::{HOW, WHY, silent};
use crate::finding::Severity;
use crate::lang::Text;
use crate::parse::claims::{Said, Subject};
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::{Context, Record, Rule, Scope, basis, prose::prose};

const CODE: &str = "X-02";

/// 上年结转不符: the number carried in is not that of 表三.
pub const RULE: Rule = Rule {
    code: CODE,
    // The catalogue has it among the errors and says of all rules that read prose
    // that they go no higher than a warning.
    severity: Severity::Warning,
    scope: Scope::WithForm,
    prose: prose! {
        message: Text::new(
            "正文上年结转{a}件，表三为{b}件",
            "Carried in: the prose says {a}, Table 3 says {b}",
        ),
        what: Text::new(
            "正文说的上年结转申请件数，与表三“二、上年结转”总计是否一致。",
            "Whether the number of applications carried in is that of Table 3, row 2.",
        ),
        why: WHY,
        how: HOW,
        example: Text::new("正文写“上年结转3件”，表三为2。", "The prose says 3 carried in; Table 3 has 2."),
        basis: basis::PROSE_AND_APPLICATIONS,
        silent: silent!(
            "“办结上年结转1件”未必是结转的全部，不报。",
            "Closing one that was carried in does not say how many there were.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "some of those carried in were handled",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "新收政府信息公开申请13件，办结上年度结转申请1件，答复14件。")],
            expect: Expect::Silent,
        },
        Case {
            name: "more were handled than were carried in",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "新收政府信息公开申请13件，办理上年度结转申请5件，答复14件。")],
            expect: Expect::Finds(&["5件"]),
        },
        Case {
            name: "上年结转",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件，上年结转3件。")],
            expect: Expect::Finds(&["3件"]),
        },
        Case {
            name: "with the noun",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "全年收到政府信息公开申请13件，上年度结转政府信息公开申请4件。")],
            expect: Expect::Finds(&["4件"]),
        },
        Case {
            name: "by the year",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件，2022年结转5件。")],
            expect: Expect::Finds(&["5件"]),
        },
        Case {
            name: "within brackets",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "答复政府信息公开申请14件（含上年度结转申请6件）。")],
            expect: Expect::Finds(&["6件"]),
        },
        Case {
            name: "none, though the table has some",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件，无上年结转。")],
            expect: Expect::Finds(&["无上年结转"]),
        },
        Case {
            name: "with the verb last",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "新收到依申请公开政府信息13件，结转上年度办理4件。")],
            expect: Expect::Finds(&["4件"]),
        },
        Case {
            name: "none, the year first",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件，均已答复。上年度无结转。")],
            expect: Expect::Finds(&["无结转"]),
        },
        Case {
            name: "carried in by another word",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件，上年度转接政府信息公开申请5件。")],
            expect: Expect::Finds(&["5件"]),
        },
        Case {
            name: "the number of 表三",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件，上年结转2件。")],
            expect: Expect::Silent,
        },
        Case {
            name: "some of those carried in were closed",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件，办结上年结转申请1件。")],
            expect: Expect::Silent,
        },
        Case {
            name: "carried out, not in",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件，结转下年1件。")],
            expect: Expect::Silent,
        },
        Case {
            name: "another year",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "2022年收到政府信息公开申请20件，上年结转9件。")],
            expect: Expect::Silent,
        },
        Case {
            name: "none left over of another matter",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "信访件办理完毕，上年无结转。")],
            expect: Expect::Silent,
        },
        Case {
            name: "nothing left over of funds",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件。培训经费上年无结转。")],
            expect: Expect::Silent,
        },
        Case {
            name: "carried over in another matter",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "信访件上年结转7件。")],
            expect: Expect::Silent,
        },
        Case {
            name: "fewer than in the table",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件，上年结转1件。")],
            expect: Expect::Finds(&["1件"]),
        },
    ],
};

fn detect(context: &Context, record: &mut Record) {
    look_at_subjects(context, record, CODE, &[Subject::CarriedIn]);
    // 无上年结转.
    look_at_statements(context, record, CODE, &|claim| {
        (claim.subject == Subject::CarriedIn && claim.said == Said::None).then_some(Subject::CarriedIn)
    });
}
