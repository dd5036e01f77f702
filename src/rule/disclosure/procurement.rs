//! T2-A09

use crate::finding::{Role, Severity};
use crate::form::{EditionId, TableKey};
use crate::lang::Text;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::cells::{finding_on, look_at_rows};
use crate::rule::{Context, Record, Rule, Scope, basis, prose::prose};

const CODE: &str = "T2-A09";

/// Procurement: projects and amount go together.
pub const RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Warning,
    scope: Scope::Editions(&[EditionId::E2019, EditionId::E2019Draft]),
    prose: prose! {
        message: Text::new("采购项目{a}与金额{b}矛盾", "Procurement count {a} contradicts amount {b}"),
        what: Text::new(
            "集中采购的项目数和总金额是否同为 0 或同不为 0。",
            "Whether the number of projects and the amount are both zero or neither.",
        ),
        why: Text::new(
            "有项目就有金额，没有项目就没有金额。",
            "A project has an amount, and without a project there is none.",
        ),
        how: Text::new("核对两格，补上漏填的一个。", "Check both cells and put in the one left out."),
        example: Text::new("采购项目 3，采购总金额 0。", "3 projects, amount 0."),
        basis: basis::FORM_2019,
        silent: Text::new(
            "两格都为 0；其中一格空白由 T2-A02 报。",
            "Where both are 0; a blank is T2-A02's.",
        ),
    },
    detect,
    #[cfg(test)]
    cases: &[
        Case {
            name: "projects without an amount",
            base: Base::E2019,
            edits: &[("政府集中采购\t4\t86.5", "政府集中采购\t4\t0")],
            expect: Expect::Only(&["disclosure/procurement/amount"]),
        },
        Case {
            name: "an amount without projects",
            base: Base::E2019,
            edits: &[("政府集中采购\t4\t86.5", "政府集中采购\t0\t86.5")],
            expect: Expect::Only(&["disclosure/procurement/amount"]),
        },
        Case {
            name: "neither",
            base: Base::E2019,
            edits: &[("政府集中采购\t4\t86.5", "政府集中采购\t0\t0")],
            expect: Expect::Silent,
        },
        Case {
            name: "a blank amount is a blank",
            base: Base::E2019,
            edits: &[("政府集中采购\t4\t86.5", "政府集中采购\t4\t")],
            expect: Expect::Silent,
        },
    ],
};

fn detect(context: &Context, record: &mut Record) {
    look_at_rows(context, record, TableKey::Disclosure, &["projects", "amount"], &|cells| {
        let &[(projects, count), (place, amount)] = cells else { return None };
        (count.is_zero() != amount.is_zero()).then(|| {
            finding_on(context, CODE, Severity::Warning, place)
                .with_related(context.related(projects, Role::Against))
                .with("a", count)
                .with("b", amount)
        })
    });
}
