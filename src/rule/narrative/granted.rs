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

const CODE: &str = "X-05";

/// 予以公开不符: the number granted is not that of 表三.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Warning,
    scope: Scope::WithForm,
    prose: prose! {
        message: Text::new("正文予以公开{a}件，表三{b}件", "Granted: the prose says {a}, Table 3 says {b}"),
        what: Text::new(
            "正文说的予以公开件数，与表三同一行总计是否一致。",
            "Whether the number of applications granted is that of the row in Table 3.",
        ),
        why: WHY,
        how: HOW,
        example: Text::new("正文写“予以公开7件”，表三为6。", "The prose says 7 granted; Table 3 has 6."),
        basis: basis::PROSE_AND_APPLICATIONS,
        silent: silent!(
            "没有提到部分公开、而数字等于予以公开与部分公开之和的，与同一句里已主动公开的件数相加正好是表三的数的，都不报。",
            "The sum of granted and granted in part is no finding where the latter is not named, nor is a number that makes the table's with what the sentence says was public already.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "the name before the number",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件，予以公开7件，部分公开2件。")],
            expect: Expect::Finds(&["7件"]),
        },
        Case {
            name: "the number before the name",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件，其中5件予以公开，2件部分公开。")],
            expect: Expect::Finds(&["5件"]),
        },
        Case {
            name: "agreed to, and in part",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件，同意公开9件，部分公开2件。")],
            expect: Expect::Finds(&["9件"]),
        },
        Case {
            name: "answers that grant",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件，予以公开答复10件，部分公开2件。")],
            expect: Expect::Finds(&["10件"]),
        },
        Case {
            name: "the number of 表三",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件，予以公开6件，部分公开2件。")],
            expect: Expect::Silent,
        },
        Case {
            name: "with those granted in part, which are not named",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件，同意公开8件。")],
            expect: Expect::Silent,
        },
        Case {
            name: "what was public already is counted beside it",
            base: Base::E2021,
            edits: &[(
                APPLICATIONS_2021,
                "收到政府信息公开申请13件，予以公开4件，告知已主动公开2件，部分公开2件。",
            )],
            expect: Expect::Silent,
        },
        Case {
            name: "with what was public already it is still too few",
            base: Base::E2021,
            edits: &[(
                APPLICATIONS_2021,
                "收到政府信息公开申请13件，予以公开3件，告知已主动公开2件，部分公开2件。",
            )],
            expect: Expect::Finds(&["3件"]),
        },
        Case {
            name: "what the next sentence says was published is no part of it",
            base: Base::E2021,
            edits: &[(
                APPLICATIONS_2021,
                "收到政府信息公开申请13件，予以公开4件，部分公开2件。全年主动公开解读材料2件。",
            )],
            expect: Expect::Finds(&["4件"]),
        },
        Case {
            name: "more than the table has, whatever was public already",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件，予以公开7件，已公开1件，部分公开2件。")],
            expect: Expect::Finds(&["7件"]),
        },
        Case {
            name: "rulings, not applications",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "收到政府信息公开申请13件，予以公开的裁判文书7件。")],
            expect: Expect::Silent,
        },
        Case {
            name: "a principle",
            base: Base::E2021,
            edits: &[(
                APPLICATIONS_2021,
                "收到政府信息公开申请13件，能够公开的依法予以公开，主动公开信息70条。",
            )],
            expect: Expect::Silent,
        },
    ],
};

fn detect(context: &Context, record: &mut Record) {
    look_at_subjects(context, record, CODE, &[Subject::Granted]);
}
