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

const CODE: &str = "X-04";

/// 结转下年不符: the number carried over is not that of 表三.
pub const RULE: Rule = Rule {
    code: CODE,
    // The catalogue has it among the errors and says of all rules that read prose
    // that they go no higher than a warning.
    severity: Severity::Warning,
    scope: Scope::WithForm,
    prose: prose! {
        message: Text::new(
            "正文结转下年{a}件，表三为{b}件",
            "Carried out: the prose says {a}, Table 3 says {b}",
        ),
        what: Text::new(
            "正文说的结转下年办理的申请件数，与表三“四、结转下年度继续办理”总计是否一致。",
            "Whether the number of applications carried over is that of Table 3, row 4.",
        ),
        why: WHY,
        how: HOW,
        example: Text::new("正文写“结转下年2件”，表三为1。", "The prose says 2 carried over; Table 3 has 1."),
        basis: basis::PROSE_AND_APPLICATIONS,
        silent: silent!(
            "延期答复与结转是两回事，没写明转到下年的“结转”不报。",
            "Extending a time limit is not carrying over; a number carried over to nowhere is passed over.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "the rest, as many as in the table",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "共受理政府信息公开申请13件。答复14件，其余1件转下一年度办理。")],
            expect: Expect::Silent,
        },
        Case {
            name: "the rest",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "共受理政府信息公开申请13件。答复14件，其余3件转下一年度办理。")],
            expect: Expect::Finds(&["3件"]),
        },
        Case {
            name: "结转下年度",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件，结转下年度2件。")],
            expect: Expect::Finds(&["2件"]),
        },
        Case {
            name: "with what happens to them",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件，结转下一年度继续办理3件。")],
            expect: Expect::Finds(&["3件"]),
        },
        Case {
            name: "the number first",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "答复政府信息公开申请14件，另有4件顺延到下年度答复。")],
            expect: Expect::Finds(&["4件"]),
        },
        Case {
            name: "by the year",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件，结转至2024年5件。")],
            expect: Expect::Finds(&["5件"]),
        },
        Case {
            name: "in brackets, with applications said again",
            base: Base::E2021,
            edits: &[(
                APPLICATIONS_2021,
                "受理政府信息公开申请13件，答复14件（含上年度结转申请2件，另有4件申请顺延到下年度答复）。",
            )],
            expect: Expect::Finds(&["4件"]),
        },
        Case {
            name: "the number of 表三",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件，结转下年度1件。")],
            expect: Expect::Silent,
        },
        Case {
            name: "answers given later than usual",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件，延期答复4件。")],
            expect: Expect::Silent,
        },
        Case {
            name: "carried in, not out",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件，上年结转2件。")],
            expect: Expect::Silent,
        },
        Case {
            name: "no direction is given",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件，结转3件。")],
            expect: Expect::Silent,
        },
        Case {
            name: "projects, not applications",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "重点项目结转下年度实施6个。")],
            expect: Expect::Silent,
        },
    ],
};

fn detect(context: &Context, record: &mut Record) {
    look_at_subjects(context, record, CODE, &[Subject::CarriedOut]);
}
