//! T2-B06

use crate::finding::Severity;
use crate::form::{CellKind, EditionId, TableKey};
use crate::lang::Text;
use crate::report::CellState;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::cells::{finding_on, look_at_each};
use crate::rule::{Context, Record, Rule, Scope, basis, prose::prose};
use crate::text::Number;

const CODE: &str = "T2-B06";

/// The fee is an amount that is not negative.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Error,
    scope: Scope::Editions(&[EditionId::E2021]),
    prose: prose! {
        message: Text::new("收费金额“{v}”不是有效金额", "Fee amount \"{v}\" is invalid"),
        what: Text::new(
            "行政事业性收费金额是否为非负数。",
            "Whether the fee amount is a number that is not negative.",
        ),
        why: Text::new(
            "金额写成文字或负数就无法汇总。",
            "An amount in words or below zero cannot be added up.",
        ),
        how: Text::new(
            "以万元为单位填写金额，没有收费的填 0。",
            "Put in the amount in 万元, or 0 where nothing was charged.",
        ),
        example: Text::new("收费金额写“详见决算”。", "The fee says \"see final accounts\"."),
        basis: basis::FORM_2021,
        silent: Text::new(
            "金额可有小数、千分位；“/”“—”和空白由 T2-A02 报，量级大小不在此查。",
            "Decimals and thousands marks; marks for nothing and blanks are T2-A02's; how large an amount is does not matter here.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "words for an amount",
            base: Base::E2021,
            edits: &[("行政事业性收费\t4.5", "行政事业性收费\t详见决算")],
            expect: Expect::Only(&["disclosure/fees/amount"]),
        },
        Case {
            name: "a negative amount",
            base: Base::E2021,
            edits: &[("行政事业性收费\t4.5", "行政事业性收费\t-4.5")],
            expect: Expect::Only(&["disclosure/fees/amount"]),
        },
        Case {
            name: "a large amount with thousands marks",
            base: Base::E2021,
            edits: &[("行政事业性收费\t4.5", "行政事业性收费\t96,171.6")],
            expect: Expect::Silent,
        },
        Case {
            name: "a dash is a blank",
            base: Base::E2021,
            edits: &[("行政事业性收费\t4.5", "行政事业性收费\t—")],
            expect: Expect::Silent,
        },
        Case {
            name: "no fee",
            base: Base::E2021,
            edits: &[("行政事业性收费\t4.5", "行政事业性收费\t0")],
            expect: Expect::Silent,
        },
    ],
};

fn detect(context: &Context, record: &mut Record) {
    look_at_each(context, record, TableKey::Disclosure, &[CellKind::Amount], &|place, cell| {
        let is_negative = cell.value.is_some_and(|amount| amount < Number::ZERO);
        if !is_negative && cell.state != CellState::Text {
            return None;
        }
        Some(finding_on(context, CODE, Severity::Error, place).with("v", cell.span?))
    });
}
