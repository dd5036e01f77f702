//! T2-B01

use crate::finding::Severity;
use crate::form::{EditionId, TableKey};
use crate::lang::Text;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::counts::look_for_no_counts;
use crate::rule::{Context, Record, Rule, Scope, basis, prose::prose};

const CODE: &str = "T2-B01";

/// Counts of 表二 (2021) are whole numbers that are not negative.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Error,
    scope: Scope::Editions(&[EditionId::E2021]),
    prose: prose! {
        message: Text::new("{cell}应为非负整数，现为“{v}”", "{cell} must be a non-negative integer, got \"{v}\""),
        what: Text::new(
            "2021 版表二的件数、处理决定数量是否为非负整数。",
            "Whether the counts of Table 2 (2021 form) are whole numbers that are not negative.",
        ),
        why: Text::new(
            "件数不会是负数、小数或文字。",
            "There is no negative, fractional or worded number of documents or decisions.",
        ),
        how: Text::new("改为实际数量，没有的填 0。", "Put in the actual number, or 0 where there is none."),
        example: Text::new(
            "行政许可“本年处理决定数量”写“若干”。",
            "Licensing decisions this year: \"several\".",
        ),
        basis: basis::FORM_2021,
        silent: Text::new(
            "收费金额可有小数；“/”“—”和空白由 T2-A02 报，带量词由 T2-A03 报。",
            "Fees may have decimals; marks for nothing and blanks are T2-A02's, measure words T2-A03's.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "a negative count",
            base: Base::E2021,
            edits: &[("行政规范性文件\t2\t1\t7", "行政规范性文件\t2\t-1\t7")],
            expect: Expect::Only(&["disclosure/normative_documents/repealed"]),
        },
        Case {
            name: "words for a count",
            base: Base::E2021,
            edits: &[("行政许可\t36", "行政许可\t若干")],
            expect: Expect::Only(&["disclosure/licensing/decisions"]),
        },
        Case {
            name: "a slash is a blank",
            base: Base::E2021,
            edits: &[("行政许可\t36", "行政许可\t/")],
            expect: Expect::Silent,
        },
        Case {
            name: "a fee may have decimals",
            base: Base::E2021,
            edits: &[("行政事业性收费\t4.5", "行政事业性收费\t4.55")],
            expect: Expect::Silent,
        },
    ],
};

fn detect(context: &Context, record: &mut Record) {
    look_for_no_counts(context, record, CODE, TableKey::Disclosure);
}
