//!

#[cfg(test)]
use super::APPLICATIONS_2019;
use super::compare::look_at_subjects;
use crate::finding::Severity;
use crate::form::EditionId;
use crate::lang::Text;
use crate::parse::claims::Subject;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::{Context, Record, Rule, Scope, prose::prose};

const CODE: &str = "X-23";

/// 集中采购数不符: the procurement of the prose is not that of 表二.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Warning,
    scope: Scope::Editions(&[EditionId::E2019]),
    prose: prose! {
        message: Text::new("正文集中采购为{a}，表二为{b}", "Procurement: the prose says {a}, Table 2 says {b}"),
        what: Text::new("正文说的政府集中采购项目数、采购总金额（统一为万元），与表二是否一致。", "Whether the projects and the amount (in 10,000 yuan) of centralised procurement are those of Table 2."),
        why: Text::new("正文与表格写的是同一件事，两个数不同，必有一处写错。", "The prose and the table tell the same thing; where they differ, one of them is wrong."),
        how: Text::new("对照台账核实，把写错的一处改过来；改正文可用建议的数。", "Check against the records and correct whichever is wrong; the suggested number is the table's."),
        example: Text::new("正文写“政府集中采购项目5个”，表二为4。", "The prose says 5 projects; Table 2 has 4."),
        basis: Text::new("《政府信息公开条例》第五十条；统一格式表二（正文与表格应一致）", "Regulations on Government Information Disclosure, art. 50; Table 2 of the uniform form (prose and table must agree)"),
        silent: Text::new("金额按正文写出的精度比较；不是政府集中采购的采购不报。说的是往年、半年、季度、多年累计或别的单位的数，只是其中一种申请渠道的数，或是约数、区间时不报；全市、累计等口径可能更宽的，只作提示。表没有读出来、表内数字自己就不相符时也不报。", "Amounts are compared to the precision that is written; other procurement is passed over. Silent where the number is another year's, part of a year's, another body's or one channel's, or only approximate; a wider scope (the whole city, a running total) makes it a hint. Silent too where the table was not read or contradicts itself."),
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
