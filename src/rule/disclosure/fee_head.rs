//! T2-B07

use super::amount_head::{Unit, head, unit_of};
use crate::finding::{Edit, Finding, Fix, Severity};
use crate::form::{CellKind, CellRef, EditionId, TableKey};
use crate::lang::Text;
use crate::rule::Reason;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::cells::place;
use crate::rule::search::without_space;
use crate::rule::writing::{Writing, writing};
use crate::rule::{Context, Record, Rule, Scope, basis, prose::prose};
use crate::text::Span;

const CODE: &str = "T2-B07";

/// The head of the fee names its unit.
pub const RULE: Rule = Rule {
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
            name: "no unit in the head, one in the cell: a person looks at the fix",
            base: Base::E2021,
            edits: &[
                ("本年收费金额（单位：万元）", "本年收费金额"),
                ("行政事业性收费\t4.5", "行政事业性收费\t4.5万元"),
            ],
            expect: Expect::Finds(&["本年收费金额"]),
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
    let mut finding = Finding::new(CODE, Severity::Warning).at(span);
    finding.fix = Some(match unit_of(context.source.slice(span)) {
        None => state_unit(context, amount, span),
        Some(_) => change_unit(context, amount, span),
    });
    record.find(finding);
}

/// Adds the unit to a head without one. Nothing is changed by that: a bare amount is
/// read as 万元 without it as well. An amount that names a unit itself is another
/// matter, and so is a head in other words.
fn state_unit(context: &Context, amount: CellRef, head: Span) -> Fix {
    let words = without_space(context.source.slice(head));
    let has_unit = writing(context.raw(amount), CellKind::Amount) == Writing::WithWords;
    if words != "本年收费金额" || has_unit {
        return Fix::review(head, official(context, amount));
    }
    Fix::safe(Span::at(head.end as usize), "（单位：万元）")
}

/// Writes head and amount in 万元, the amount staying what it is.
fn change_unit(context: &Context, amount: CellRef, head: Span) -> Fix {
    let mut fix = Fix::review(head, official(context, amount));
    let cell = context.cell(amount);
    if let (Some(value), Some(span)) = (cell.value, cell.span)
        && head.end <= span.start
    {
        fix.edits.push(Edit { span, text: value.written() });
    }
    fix
}

fn official(context: &Context, amount: CellRef) -> &'static str {
    context.form().map_or("", |form| form.table(amount.table).column(amount).label)
}
