//!

#[cfg(test)]
use super::APPLICATIONS_2021;
use super::compare::{column, look_at_numbers, look_at_statements};
use super::shared_prose::{HOW, WHY, silent};
use crate::finding::Severity;
use crate::form::EditionId;
use crate::lang::Text;
use crate::parse::claims::{Said, Subject};
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::{Context, Record, Rule, Scope, basis, prose::prose};

const CODE: &str = "X-21";

/// 规范性文件数不符: the number of normative documents is not that of 表二.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Warning,
    scope: Scope::Editions(&[EditionId::E2021]),
    prose: prose! {
        message: Text::new(
            "正文规范性文件“{k}”{a}件，表二{b}件",
            "Normative documents, {k}: the prose says {a}, Table 2 says {b}",
        ),
        what: Text::new(
            "正文说的规范性文件制发、废止、现行有效件数，与表二是否一致。",
            "Whether the numbers of normative documents issued, repealed and in force are those of Table 2.",
        ),
        why: WHY,
        how: HOW,
        example: Text::new(
            "正文写“制发行政规范性文件3件”，表二本年制发件数为2。",
            "The prose says 3 were issued; Table 2 has 2.",
        ),
        basis: basis::PROSE_AND_DISCLOSURE,
        silent: silent!(
            "公开、发布、清理的件数不一定等于制发、有效的件数，不报；政策性文件、规章不是规范性文件。",
            "What was published or reviewed need not be all that was issued or is in force; other kinds of documents are passed over.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "issued",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "制发行政规范性文件3件。")],
            expect: Expect::Finds(&["3件"]),
        },
        Case {
            name: "repealed and in force",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "制定发布规范性文件2件，清理废止4件，现行有效5件。")],
            expect: Expect::Finds(&["4件", "5件"]),
        },
        Case {
            name: "in force",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "现行有效的行政规范性文件8件。")],
            expect: Expect::Finds(&["8件"]),
        },
        Case {
            name: "none issued",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "本年度未制发行政规范性文件。")],
            expect: Expect::Finds(&["未制发行政规范性文件"]),
        },
        Case {
            name: "behind a colon",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "本年出台行政规范性文件：制发3件，废止4件，现行有效7件。")],
            expect: Expect::Finds(&["3件", "4件"]),
        },
        Case {
            name: "some of those issued, and some that were published, behind a colon",
            base: Base::E2021,
            edits: &[(
                APPLICATIONS_2021,
                "行政规范性文件：本年制发2件，其中联合制发1件。重点公开规范性文件：印发5件，解读5件。",
            )],
            expect: Expect::Silent,
        },
        Case {
            name: "some of those issued",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "制发行政规范性文件2件，其中联合制发1件。")],
            expect: Expect::Silent,
        },
        Case {
            name: "the numbers of 表二",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "制发行政规范性文件2件，废止1件，截至12月31日现行有效7件。")],
            expect: Expect::Silent,
        },
        Case {
            name: "published, not issued",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "公开规范性文件5件，清理并集中发布现行有效行政规范性文件4件。")],
            expect: Expect::Silent,
        },
        Case {
            name: "policy documents",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "制定政策性文件11件，出台惠企政策6项。")],
            expect: Expect::Silent,
        },
        Case {
            name: "interpreted",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "解读规范性文件9件，报备规范性文件8件。")],
            expect: Expect::Silent,
        },
        Case {
            name: "of earlier years",
            base: Base::E2021,
            edits: &[(APPLICATIONS_2021, "2022年制发行政规范性文件6件。")],
            expect: Expect::Silent,
        },
        Case {
            name: "those of all years, and at the beginning of the year",
            base: Base::Saying("历年来制发的规范性文件共31件，已废止25件。年初现行有效规范性文件15件。"),
            edits: &[],
            expect: Expect::Silent,
        },
    ],
};

fn detect(context: &Context, record: &mut Record) {
    let is_ours = |subject| {
        matches!(subject, Subject::DocumentsIssued | Subject::DocumentsRepealed | Subject::DocumentsInForce)
    };
    look_at_numbers(context, record, CODE, Severity::Warning, &is_ours, &|finding, _, target| {
        finding.with("k", column(target))
    });
    // 未制发规范性文件.
    look_at_statements(context, record, CODE, &|claim| {
        (is_ours(claim.subject) && claim.said == Said::None).then_some(claim.subject)
    });
}
