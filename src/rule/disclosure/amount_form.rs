//! T2-A10

use super::amount_head;
use crate::finding::{Arg, Fix, Severity};
use crate::form::{CellKind, TableKey};
use crate::gather::Gather;
use crate::lang::Text;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::cells::{finding_on, look_at_each};
use crate::rule::{Context, Record, Rule, Scope, prose::prose};

const CODE: &str = "T2-A10";

/// An amount is written as its own head asks.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Warning,
    scope: Scope::WithForm,
    prose: prose! {
        message: Text::new(
            "“{v}”与表头要求（{need}）不符，应为 {norm}",
            "\"{v}\" is not what its head asks for ({need}); it should read {norm}",
        ),
        what: Text::new(
            "表头写明单位或小数位时，金额是否照写。",
            "Whether an amount has the unit and the decimals that its own head asks for.",
        ),
        why: Text::new(
            "同一列里单位或小数位不一，汇总就会出错。",
            "Amounts in different units or roundings cannot be added up.",
        ),
        how: Text::new(
            "按表头的单位和小数位改写。",
            "Write the amount in the unit and with the decimals of the head.",
        ),
        example: Text::new(
            "表头要求“万元，保留4位小数”，填 576.76，应为 576.7600。",
            "The head asks for 万元 with 4 decimals; 576.76 should read 576.7600.",
        ),
        basis: Text::new(
            "表头自述；国办公开办函〔2021〕30号（收费金额单位：万元）",
            "The table's own head; 国办公开办函〔2021〕30号 (fees in 万元)",
        ),
        silent: Text::new(
            "表头没有写单位和小数位；填 0 不论小数位；与要求相符。",
            "Where the head asks for neither unit nor decimals, where 0 lacks decimals, and where it fits.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "two decimals where the head asks for four",
            base: Base::E2019,
            edits: &[
                ("采购项目数量\t采购总金额", "采购项目数量\t采购总金额（单位：万元，保留4位小数）"),
                ("政府集中采购\t4\t86.5", "政府集中采购\t2\t576.76"),
            ],
            expect: Expect::Only(&["disclosure/procurement/amount"]),
        },
        Case {
            name: "two decimals, counted in Chinese",
            base: Base::E2019,
            edits: &[("采购项目数量\t采购总金额", "采购项目数量\t采购总金额（万元，保留两位小数）")],
            expect: Expect::Only(&["disclosure/procurement/amount"]),
        },
        Case {
            name: "yuan under a head of 万元",
            base: Base::E2021,
            edits: &[("行政事业性收费\t4.5", "行政事业性收费\t45000元")],
            expect: Expect::Only(&["disclosure/fees/amount"]),
        },
        Case {
            name: "four decimals as asked",
            base: Base::E2019,
            edits: &[
                ("采购项目数量\t采购总金额", "采购项目数量\t采购总金额（单位：万元，保留4位小数）"),
                ("政府集中采购\t4\t86.5", "政府集中采购\t2\t576.7600"),
            ],
            expect: Expect::Silent,
        },
        Case {
            name: "a head that asks for nothing",
            base: Base::E2019,
            edits: &[("政府集中采购\t4\t86.5", "政府集中采购\t2\t576.76")],
            expect: Expect::Silent,
        },
        Case {
            name: "a plain zero",
            base: Base::E2019,
            edits: &[
                ("采购项目数量\t采购总金额", "采购项目数量\t采购总金额（单位：万元，保留4位小数）"),
                ("政府集中采购\t4\t86.5", "政府集中采购\t0\t0"),
            ],
            expect: Expect::Silent,
        },
    ],
};

fn detect(context: &Context, record: &mut Record) {
    look_at_each(context, record, TableKey::Disclosure, &[CellKind::Amount], &|place, cell| {
        let mismatch = amount_head::mismatch(context, place)?;
        let span = cell.span?;
        let mut finding = finding_on(context, CODE, Severity::Warning, place)
            .with("v", span)
            .with("need", Arg::List(mismatch.need.iter().copied().map(Arg::Name).gather()))
            .with("norm", mismatch.text.clone());
        finding.fix = mismatch.is_exact.then(|| Fix::review(span, mismatch.text));
        Some(finding)
    });
}
