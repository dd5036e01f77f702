//!

#[cfg(test)]
use super::APPLICATIONS_2019;
use super::compare::look_at_subjects;
use super::shared_prose::{HOW, WHY, silent};
use crate::finding::Severity;
use crate::form::EditionId;
use crate::lang::Text;
use crate::parse::claims::Subject;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::{Context, Record, Rule, Scope, basis, prose::prose};

const CODE: &str = "X-23";

/// 集中采购数不符: the procurement of the prose is not that of 表二.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Warning,
    scope: Scope::Editions(&[EditionId::E2019]),
    prose: prose! {
        message: Text::new(
            "正文集中采购为{a}，表二为{b}",
            "Procurement: the prose says {a}, Table 2 says {b}",
        ),
        what: Text::new(
            "正文说的政府集中采购项目数、采购总金额（统一为万元），与表二是否一致。",
            "Whether the projects and the amount (in 10,000 yuan) of centralised procurement are those of Table 2.",
        ),
        why: WHY,
        how: HOW,
        example: Text::new(
            "正文写“政府集中采购项目5个”，表二为4。",
            "The prose says 5 projects; Table 2 has 4.",
        ),
        basis: basis::PROSE_AND_DISCLOSURE,
        silent: silent!(
            "金额按正文写出的精度比较；不是政府集中采购的采购不报。",
            "Amounts are compared to the precision that is written; other procurement is passed over.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "an amount without projects, which T2-A09 says",
            base: Base::E2019,
            edits: &[
                (APPLICATIONS_2019, "政府集中采购项目4个，采购总金额86.5万元。"),
                ("政府集中采购\t4\t86.5", "政府集中采购\t0\t86.5"),
            ],
            expect: Expect::Silent,
        },
        Case {
            name: "projects",
            base: Base::E2019,
            edits: &[(APPLICATIONS_2019, "政府集中采购项目5个，采购总金额86.5万元。")],
            expect: Expect::Finds(&["5个"]),
        },
        Case {
            name: "amount",
            base: Base::E2019,
            edits: &[(APPLICATIONS_2019, "政府集中采购项目4个，采购总金额96.5万元。")],
            expect: Expect::Finds(&["96.5万元"]),
        },
        Case {
            name: "amount in yuan",
            base: Base::E2019,
            edits: &[(APPLICATIONS_2019, "政府集中采购4项，采购总金额1865000元。")],
            expect: Expect::Finds(&["1865000元"]),
        },
        Case {
            name: "amount right behind",
            base: Base::E2019,
            edits: &[(APPLICATIONS_2019, "全年政府集中采购120万元。")],
            expect: Expect::Finds(&["120万元"]),
        },
        Case {
            name: "the numbers of 表二",
            base: Base::E2019,
            edits: &[(APPLICATIONS_2019, "政府集中采购项目4个，采购总金额86.5万元。")],
            expect: Expect::Silent,
        },
        Case {
            name: "as the amount in yuan",
            base: Base::E2019,
            edits: &[(APPLICATIONS_2019, "政府集中采购项目4个，采购总金额865000元。")],
            expect: Expect::Silent,
        },
        Case {
            name: "rounded to whole 万元",
            base: Base::E2019,
            edits: &[(APPLICATIONS_2019, "政府集中采购金额87万元。")],
            expect: Expect::Silent,
        },
        Case {
            name: "amounts of its parts",
            base: Base::E2019,
            edits: &[(
                APPLICATIONS_2019,
                "政府集中采购项目4个，采购总金额86.5万元，其中货物金额60万元，服务金额26.5万元。",
            )],
            expect: Expect::Silent,
        },
        Case {
            name: "another kind of purchase",
            base: Base::E2019,
            edits: &[(APPLICATIONS_2019, "自行采购项目9个，金额12万元。")],
            expect: Expect::Silent,
        },
    ],
};

fn detect(context: &Context, record: &mut Record) {
    look_at_subjects(context, record, CODE, &[Subject::Purchases, Subject::PurchaseAmount]);
}
