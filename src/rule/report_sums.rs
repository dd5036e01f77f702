//! What the rules on sums share: counting how each equation came out, and the
//! finding on a total that is not the sum of its parts.

use super::sums::Balance;
use super::{Context, Record};
use crate::finding::{Finding, Role, Severity};
use crate::form::Equation;

/// Counts the equations of `rule`. Each that fails and that no finding on a cell
/// explains becomes a finding on its total, which `describe` completes.
pub fn report_sums(
    context: &Context,
    record: &mut Record,
    rule: &'static str,
    describe: &dyn Fn(&Equation, Finding) -> Finding,
) {
    for sum in context.sums.of_rule(rule) {
        match sum.balance {
            Balance::Holds => record.pass(),
            Balance::Unassessable(reason) => record.unassessable(reason),
            Balance::Fails { .. } if sum.explained => record.fail_explained(),
            Balance::Fails { left, right } => {
                let total = sum.equation.left[0];
                let mut finding = Finding::new(rule, Severity::Error)
                    .on_cell(total, context.cell(total).span)
                    .with_numbers(Some(left), Some(right))
                    .with("a", left)
                    .with("b", right);
                for part in &sum.equation.right {
                    finding = finding.with_related(context.related(*part, Role::Addend));
                }
                record.find(describe(sum.equation, finding));
            }
        }
    }
}
