//! Y-08

use super::{CARRIED_FIGURES, Years};
use crate::finding::{Arg, Severity};
use crate::form::{CellRef, TableKey};
use crate::lang::Text;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::cells::{finding_on, place};
use crate::rule::{Context, Record, Rule, Scope, prose::prose};
use crate::text::Number;

const CODE: &str = "Y-08";

/// The least number of last year from which a change is told; less changes by chance.
const LEAST: i32 = 30;

/// The cells that are looked at: row and column of 表二 and 表三. Received goes before
/// closed, which changes with it.
const DECISIONS: [(&str, &str); 6] = [
    ("licensing", "decisions"),
    ("other_services", "decisions"),
    ("penalties", "decisions"),
    ("coercion", "decisions"),
    ("fees", "amount"),
    ("procurement", "amount"),
];
const APPLICATIONS: [(&str, &str); 2] = [("received", "total"), ("closed", "total")];

/// 数据突变: a figure grew tenfold or fell to nothing.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Hint,
    scope: Scope::Compared,
    prose: prose! {
        message: Text::new("{k}由{a}变为{b}，请核", "{k} changed {a}→{b}"),
        what: Text::new(
            "新收和办结的申请、许可处罚强制等处理决定、收费和采购金额，是否比上年大到 10 倍或由多变为 0。",
            "Whether applications, decisions, fees or procurement grew tenfold since last year or fell to nothing.",
        ),
        why: Text::new(
            "这样的变化多半是多写了数位、用错单位（元、万元）或漏填。",
            "Such a change is mostly a digit too many, a wrong unit (yuan for 10,000 yuan) or a number left out.",
        ),
        how: Text::new(
            "核对这个数和单位；确实如此的不用改，建议在总体情况里说明原因。",
            "Check the number and its unit; if it is right, leave it and better say why.",
        ),
        example: Text::new("行政处罚上年 45，本年 4500。", "45 penalties last year, 4500 this year."),
        basis: CARRIED_FIGURES,
        silent: Text::new(
            "上年的数不到 30；增减不到 10 倍；减少但不为 0；空白或没有读到；规范性文件和表四。",
            "Where last year's number is below 30; where it changed less, or fell but not to 0; where a cell is blank or was not read; for documents and Table 4.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "two zeros too many",
            base: Base::After2021(&[]),
            edits: &[("行政许可\t36", "行政许可\t3600")],
            expect: Expect::Only(&["disclosure/licensing/decisions"]),
        },
        Case {
            name: "none any more",
            base: Base::After2019(&[]),
            edits: &[("行政许可\t12\t-2\t240", "行政许可\t12\t-2\t0")],
            expect: Expect::Only(&["disclosure/licensing/decisions"]),
        },
        Case {
            name: "an amount in yuan under a head of 10,000 yuan",
            base: Base::After2021(&[("行政事业性收费\t4.2", "行政事业性收费\t42")]),
            edits: &[("行政事业性收费\t4.5", "行政事业性收费\t450000")],
            expect: Expect::Only(&["disclosure/fees/amount"]),
        },
        Case { name: "ordinary growth", base: Base::After2021(&[]), edits: &[], expect: Expect::Silent },
        Case {
            name: "from few to none and from few to many",
            base: Base::After2021(&[("行政许可\t31", "行政许可\t2")]),
            edits: &[("行政处罚\t15", "行政处罚\t0")],
            expect: Expect::Silent,
        },
        Case {
            name: "last year the cell was blank",
            base: Base::After2021(&[("行政许可\t31", "行政许可\t")]),
            edits: &[("行政许可\t36", "行政许可\t3600")],
            expect: Expect::Silent,
        },
        Case {
            name: "received and closed grew together: said once",
            base: Base::After2021(&[
                (
                    "一、本年新收政府信息公开申请数量\t\t\t8\t2\t0\t0\t0\t0\t10",
                    "一、本年新收政府信息公开申请数量\t\t\t31\t2\t0\t0\t0\t0\t33",
                ),
                ("（七）总计\t\t7\t2\t0\t0\t0\t0\t9", "（七）总计\t\t30\t2\t0\t0\t0\t0\t32"),
            ]),
            edits: &[
                ("申请数量\t\t\t9\t3\t0\t0\t1\t0\t13", "申请数量\t\t\t320\t10\t0\t0\t0\t0\t330"),
                ("（七）总计\t\t10\t3\t0\t0\t1\t0\t14", "（七）总计\t\t310\t10\t0\t0\t0\t0\t320"),
            ],
            expect: Expect::Finds(&["applications/received/total"]),
        },
        Case {
            name: "two rows of 表二, each for itself",
            base: Base::After2021(&[("行政处罚\t12", "行政处罚\t40")]),
            edits: &[("行政许可\t36", "行政许可\t3600"), ("行政处罚\t15", "行政处罚\t0")],
            expect: Expect::Finds(&["disclosure/licensing/decisions", "disclosure/penalties/decisions"]),
        },
    ],
};

/// Whether the change of `cell` is found, so that a rule that finds the same number
/// odd for itself need not say it again.
pub fn finds(context: &Context, cell: CellRef) -> bool {
    if context.previous.is_none() || !context.profile.runs(CODE) {
        return false;
    }
    let mut record = Record::default();
    detect(context, &mut record);
    record.findings.iter().any(|finding| finding.cell == Some(cell))
}

fn detect(context: &Context, record: &mut Record) {
    if let Some(years) = Years::of(context, record, TableKey::Disclosure) {
        look(&years, record, &DECISIONS);
    }
    if let Some(years) = Years::of(context, record, TableKey::Applications) {
        look(&years, record, &APPLICATIONS);
    }
}

fn look(years: &Years, record: &mut Record, cells: &[(&str, &str)]) {
    let mut is_said = false;
    for keys in cells {
        let (row, column) = *keys;
        // Not every form has each of them.
        if place(years.context, years.table, row, column).is_none() || !years.has_before(*keys) {
            continue;
        }
        let Some((now, before)) = years.numbers(record, &[*keys], &[*keys]) else { continue };
        let ((place, now), before) = (now[0], before[0]);
        let tenfold = before.scaled(1).is_some_and(|tenfold| now >= tenfold);
        if before < Number::from(LEAST) || !(tenfold || now.is_zero()) {
            record.pass();
        } else if is_said && years.table == TableKey::Applications {
            record.fail_explained();
        } else {
            is_said = true;
            record.find(
                finding_on(years.context, CODE, Severity::Hint, place)
                    .with("k", Arg::Cell(place))
                    .with("a", before)
                    .with("b", now),
            );
        }
    }
}
