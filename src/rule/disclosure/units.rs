//! T2-A03

use super::amount_head;
use crate::finding::Severity;
use crate::form::TableKey;
use crate::lang::Text;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::writing::{Writing, find_writing};
use crate::rule::{Context, Record, Rule, Scope, basis, prose::prose};

const CODE: &str = "T2-A03";

/// Cells of 表二 hold a bare number.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Hint,
    scope: Scope::WithForm,
    prose: prose! {
        message: Text::new(
            "{cell}单元格“{v}”带单位或说明，规范为 {n}",
            "{cell} contains a unit or a note (\"{v}\"); normalised to {n}",
        ),
        what: Text::new(
            "表二的格里是否只写数字，不带单位、量词或说明。",
            "Whether the cells of Table 2 hold a bare number, without unit, measure word or note.",
        ),
        why: Text::new(
            "单位写进格里，汇总时元和万元容易混淆。",
            "With units in the cells, yuan and 万元 are easily mixed up when numbers are added.",
        ),
        how: Text::new(
            "只留数字；金额以万元计。",
            "Keep only the number; amounts are in 万元 (10,000 yuan).",
        ),
        example: Text::new(
            "“40万元”写“40”，“1054900元”写“105.49”，“8批次”写“8”。",
            "\"40万元\" becomes \"40\", \"1054900元\" \"105.49\", \"8批次\" \"8\".",
        ),
        basis: basis::UNIFORM_FORM,
        silent: Text::new(
            "增减格里的“增”“减”二字；单位与表头要求不同的由 T2-A10 报；全角数字和千分位。",
            "The words 增 and 减 of a change; a unit that contradicts the head is T2-A10's; full-width digits and thousands marks.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "万元 after the amount",
            base: Base::E2019,
            edits: &[("政府集中采购\t4\t86.5", "政府集中采购\t1\t40万元")],
            expect: Expect::Only(&["disclosure/procurement/amount"]),
        },
        Case {
            name: "an amount in yuan and a measure word",
            base: Base::E2019,
            edits: &[("政府集中采购\t4\t86.5", "政府集中采购\t8批次\t1054900元")],
            expect: Expect::Only(&["disclosure/procurement/projects", "disclosure/procurement/amount"]),
        },
        Case {
            name: "a note after a count",
            base: Base::E2021,
            edits: &[("行政规范性文件\t2\t1\t7", "行政规范性文件\t2（其中修订1件）\t1\t7")],
            expect: Expect::Only(&["disclosure/normative_documents/issued"]),
        },
        Case {
            name: "words of a change",
            base: Base::E2019,
            edits: &[("行政许可\t12\t-2\t240", "行政许可\t12\t减4\t240")],
            expect: Expect::Silent,
        },
        Case {
            name: "a bare amount",
            base: Base::E2019,
            edits: &[("政府集中采购\t4\t86.5", "政府集中采购\t4\t1054.9")],
            expect: Expect::Silent,
        },
    ],
};

fn detect(context: &Context, record: &mut Record) {
    // A unit that contradicts the head is more than a unit too many (T2-A10).
    let is_named = |place| amount_head::mismatch(context, place).is_some();
    find_writing(context, record, CODE, TableKey::Disclosure, Writing::WithWords, &is_named);
}
