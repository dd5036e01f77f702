//! T2-A01

use crate::finding::Severity;
use crate::form::{EditionId, TableKey};
use crate::lang::Text;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::counts::look_for_no_counts;
use crate::rule::{Context, Record, Rule, Scope, basis, prose::prose};

const CODE: &str = "T2-A01";

/// Counts of 表二 (2019) are whole numbers that are not negative.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Error,
    scope: Scope::Editions(&[EditionId::E2019, EditionId::E2019Draft]),
    prose: prose! {
        message: Text::new("{cell}应为非负整数，现为“{v}”", "{cell} must be a non-negative integer, got \"{v}\""),
        what: Text::new(
            "2019 版表二的数量格是否为非负整数（“本年增/减”除外）。",
            "Whether the counts of Table 2 (2019 form) are whole numbers that are not negative; 本年增/减 may be.",
        ),
        why: Text::new(
            "件数和项目数不会是负数、小数或文字。",
            "There is no negative, fractional or worded number of documents or items.",
        ),
        how: Text::new("改为实际数量，没有的填 0。", "Put in the actual number, or 0 where there is none."),
        example: Text::new(
            "规范性文件“本年新制作数量”写“-1”。",
            "Normative documents made this year: \"-1\".",
        ),
        basis: basis::FORM_2019,
        silent: Text::new(
            "“本年增/减”可为负，金额可有小数；空白由 T2-A02 报，带单位由 T2-A03 报；征求意见稿式样的“本年更新”没有固定含义，不查。",
            "Changes may be negative and amounts have decimals; blanks are T2-A02's, units T2-A03's; 本年更新 of the draft form has no fixed meaning.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "a negative count",
            base: Base::E2019,
            edits: &[("规范性文件\t3\t3\t11", "规范性文件\t-3\t3\t11")],
            expect: Expect::Only(&["disclosure/normative_documents/made"]),
        },
        Case {
            name: "half a decision",
            base: Base::E2019,
            edits: &[("行政许可\t12\t-2\t240", "行政许可\t12\t-2\t240.5")],
            expect: Expect::Only(&["disclosure/licensing/decisions"]),
        },
        Case {
            name: "a change may be negative",
            base: Base::E2019,
            edits: &[("行政处罚\t30\t+4\t22", "行政处罚\t30\t-4\t22")],
            expect: Expect::Silent,
        },
        Case {
            name: "an amount may have decimals",
            base: Base::E2019,
            edits: &[("政府集中采购\t4\t86.5", "政府集中采购\t4\t86.55")],
            expect: Expect::Silent,
        },
    ],
};

fn detect(context: &Context, record: &mut Record) {
    look_for_no_counts(context, record, CODE, TableKey::Disclosure);
}
