//! T2-B07

use super::amount_head::{Unit, head, unit_of};
use crate::finding::{Finding, Fix, Severity};
use crate::form::{EditionId, TableKey};
use crate::lang::Text;
use crate::rule::Reason;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::cells::place;
use crate::rule::{Context, Record, Rule, Scope, basis, prose::prose};

const CODE: &str = "T2-B07";

/// The head of the fee names its unit.
pub static RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Warning,
    scope: Scope::Editions(&[EditionId::E2021]),
    prose: prose! {
        message: Text::new("收费金额列头应为“本年收费金额（单位：万元）”", "Fee header must state unit 万元"),
        what: Text::new(
            "收费金额的列头是否写明“单位：万元”。",
            "Whether the head of the fee amount states 万元 as its unit.",
        ),
        why: Text::new(
            "列头没有单位，读者分不清元和万元。",
            "Without a unit in the head a reader cannot tell yuan from 万元.",
        ),
        how: Text::new(
            "列头改回“本年收费金额（单位：万元）”，并核对金额的单位。",
            "Restore the head 本年收费金额（单位：万元） and check the unit of the amount.",
        ),
        example: Text::new("列头写成“本年收费金额”。", "The head reads 本年收费金额 only."),
        basis: basis::FORM_2021,
        silent: Text::new(
            "只要列头写着“万元”，括号、空格、语序不同都不报；没有读到列头。",
            "Where the head has 万元, whatever its brackets, spaces and order; where no head was read.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "no unit",
            base: Base::E2021,
            edits: &[("本年收费金额（单位：万元）", "本年收费金额")],
            expect: Expect::Only(&["本年收费金额"]),
        },
        Case {
            name: "another unit",
            base: Base::E2021,
            edits: &[("本年收费金额（单位：万元）", "本年收费金额（单位：元）")],
            expect: Expect::Only(&["本年收费金额（单位：元）"]),
        },
        Case {
            name: "half-width brackets and spaces",
            base: Base::E2021,
            edits: &[("本年收费金额（单位：万元）", "本年收费金额 (单位: 万元)")],
            expect: Expect::Silent,
        },
        Case {
            name: "the unit alone",
            base: Base::E2021,
            edits: &[("本年收费金额（单位：万元）", "本年收费金额（万元）")],
            expect: Expect::Silent,
        },
    ],
};

fn detect(context: &Context, record: &mut Record) {
    if let Some(reason) = Context::why_unread(context.report, TableKey::Disclosure) {
        return record.unassessable(reason);
    }
    let Some(amount) = place(context, TableKey::Disclosure, "fees", "amount") else { return };
    let Some(span) = head(context, amount) else {
        return record.unassessable(Reason::NotStated);
    };
    if unit_of(context.source.slice(span)) == Some(Unit::TenThousand) {
        return record.pass();
    }
    let official = context.form().map_or("", |form| form.table(amount.table).column(amount).label);
    // The fix may turn yuan into 万元, so a person decides.
    record.find(Finding::new(CODE, Severity::Warning).at(span).with_fix(Fix::review(span, official)));
}
