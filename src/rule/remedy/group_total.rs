//! What the sums of 表四 share.

use crate::finding::Finding;
use crate::form::Equation;
use crate::rule::Context;

/// Fills in the numbers of a group: its four results, their sum and the total.
pub fn describe(context: &Context, equation: &Equation, mut finding: Finding) -> Finding {
    let (total, sum) = (finding.actual.unwrap_or_default(), finding.expected.unwrap_or_default());
    finding.args.clear();
    for (name, part) in ["a", "b", "c", "d"].into_iter().zip(&equation.right) {
        finding = finding.with(name, context.cell(*part).in_sum().unwrap_or_default());
    }
    finding.with("s", sum).with("t", total)
}
