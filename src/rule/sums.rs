//! How the form's identities came out: each equation on its own, which blank total
//! or which single wrong cell explains those that fail.
//!
//! One wrong cell breaks every sum it stands in by the same amount. So where all
//! failing sums of 表三 meet in one cell, and every other sum it stands in fails as
//! well, that cell is named with the value that mends them all, instead of the sums.

use super::{Context, Reason};
use crate::form::{CellRef, Equation, TableKey};
use crate::report::{Cell, CellState, Report};
use crate::text::Number;

/// The rules that check the identities of 表三.
const BALANCE: &str = "T3-C01";
const RESULTS: &str = "T3-C02";
const APPLICANTS: &str = "T3-C03";

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

/// One equation with how it came out.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sum {
    /// The equation.
    pub equation: &'static Equation,
    /// How it came out.
    pub balance: Balance,
    /// Whether it fails for something that a finding on a cell already names.
    pub explained: bool,
}

/// A cell that explains every equation of 表三 that fails.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Cause {
    /// The cell.
    pub cell: CellRef,
    /// What stands there; a blank counts as 0.
    pub actual: Number,
    /// The value with which all equations hold.
    pub expected: Number,
}

/// A total that was left blank although its parts are not 0.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BlankTotal {
    /// The total's cell.
    pub cell: CellRef,
    /// The equation that says what should stand there.
    pub equation: &'static Equation,
    /// What should stand there.
    pub expected: Number,
}

/// All equations of a report's form with how they came out.
#[derive(Debug, Default)]
pub struct Sums {
    /// The equations, in the order of the form's data.
    pub equations: Vec<Sum>,
    /// The one cell of 表三 that explains everything that fails there, if there is one.
    pub cause: Option<Cause>,
    /// Totals left blank, one entry a cell, in the order of the form's data.
    pub blank_totals: Vec<BlankTotal>,
    /// Result rows of 表三 with a number although nothing was received or carried
    /// in: their cells in the total column. Empty where T3-C01 or a cause says it.
    pub unasked: Vec<CellRef>,
    /// Whether of 表三 only totals were filled in: its blanks are told as blanks, not
    /// as sums that fail.
    pub only_totals: bool,
}

impl Sums {
    /// Works them out for `report`; empty without a form.
    pub fn of(report: &Report) -> Self {
        let Some(form) = report.form() else { return Self::default() };
        let equations = form
            .equations()
            .iter()
            .map(|equation| Sum { equation, balance: balance(report, equation), explained: false })
            .collect();
        let mut sums = Self { equations, ..Self::default() };
        sums.find_blank_totals(report);
        sums.only_totals = sums.only_totals(report);
        sums.cause = sums.single_cause(report);
        sums.unasked = sums.unasked(report);
        sums.explain(report);
        sums
    }

    /// The equations that `rule` checks.
    pub fn of_rule(&self, rule: &'static str) -> impl Iterator<Item = &Sum> {
        self.equations.iter().filter(move |sum| sum.equation.rule == rule)
    }

    /// The equations of `table`.
    pub fn of_table(&self, table: TableKey) -> impl Iterator<Item = &Sum> {
        self.equations.iter().filter(move |sum| sum.equation.left[0].table == table)
    }

    fn is_blank_total(&self, cell: CellRef) -> bool {
        self.blank_totals.iter().any(|total| total.cell == cell)
    }

    /// An equation that fails with one blank cell on the side of the total tells
    /// what that cell should hold. The first equation of a cell decides.
    fn find_blank_totals(&mut self, report: &Report) {
        for index in 0..self.equations.len() {
            let Sum { equation, balance, .. } = self.equations[index];
            if let (&[cell], Balance::Fails { right, .. }) = (equation.left.as_slice(), balance)
                && report.cell(cell).state == CellState::Blank
                && !self.is_blank_total(cell)
            {
                self.blank_totals.push(BlankTotal { cell, equation, expected: right });
            }
        }
    }

    fn only_totals(&self, report: &Report) -> bool {
        let is_blank = |cell: CellRef| report.cell(cell).state == CellState::Blank;
        let mut parts =
            self.of_rule(APPLICANTS).flat_map(|sum| sum.equation.right.iter().copied()).peekable();
        parts.peek().is_some() && parts.all(is_blank)
    }

    /// Whether blank cells, which are named as such, make `equation` fail.
    fn is_set_aside(&self, equation: &Equation) -> bool {
        (self.only_totals && equation.rule == APPLICANTS)
            || cells(equation).any(|cell| self.is_blank_total(cell))
    }

    /// The one cell of 表三 that explains all that fails there.
    ///
    /// Every equation that holds the cell and could be assessed must fail by the
    /// same amount, and no other may fail. One failing equation alone points at no
    /// cell in particular; two meet in one cell at most, so there is never a second
    /// candidate.
    fn single_cause(&self, report: &Report) -> Option<Cause> {
        let failing: Vec<(&Equation, Number)> = self
            .of_table(TableKey::Applications)
            .filter(|sum| !self.is_set_aside(sum.equation))
            .filter_map(|sum| match sum.balance {
                Balance::Fails { left, right } => Some((sum.equation, left.checked_sub(right)?)),
                _ => None,
            })
            .collect();
        let [(first, _), _, ..] = failing.as_slice() else { return None };
        cells(first).find_map(|cell| {
            let (equation, difference) = failing[0];
            let excess = surplus(equation, cell, difference)?;
            let agrees = |(equation, difference): &(&Equation, Number)| {
                surplus(equation, cell, *difference) == Some(excess)
            };
            if !failing.iter().all(agrees) || self.is_vouched_for(cell) {
                return None;
            }
            let Cell { state, .. } = report.cell(cell);
            // Digits that a sum told apart satisfy that sum: another value would not.
            if !matches!(state, CellState::Number | CellState::Blank) {
                return None;
            }
            let actual = report.cell(cell).in_sum()?;
            let expected = actual.checked_sub(excess)?;
            // No count is negative, so the error must lie elsewhere.
            (is_count(expected)).then_some(Cause { cell, actual, expected })
        })
    }

    /// Whether an equation with this cell holds, so that another value would break it.
    fn is_vouched_for(&self, cell: CellRef) -> bool {
        self.of_table(cell.table).any(|sum| {
            matches!(sum.balance, Balance::Holds | Balance::Unassessable(Reason::ChosenBySum))
                && !self.is_set_aside(sum.equation)
                && cells(sum.equation).any(|other| other == cell)
        })
    }

    /// Results without any application, where the balance of the columns does not
    /// say so by itself.
    fn unasked(&self, report: &Report) -> Vec<CellRef> {
        let says_so = self.of_rule(BALANCE).any(|sum| matches!(sum.balance, Balance::Fails { .. }));
        // The last column is the total.
        let totals = self.of_rule(BALANCE).last().zip(self.of_rule(RESULTS).last());
        let Some((balance, results)) = totals.filter(|_| !says_so && self.cause.is_none()) else {
            return Vec::new();
        };
        let number = |cell: &CellRef| report.cell(*cell).value;
        if !balance.equation.left.iter().all(|cell| number(cell).is_some_and(|v| v.is_zero())) {
            return Vec::new();
        }
        let is_positive = |cell: &CellRef| number(cell).is_some_and(|v| v > Number::ZERO);
        results.equation.right.iter().copied().filter(is_positive).collect()
    }

    fn explain(&mut self, report: &Report) {
        for index in 0..self.equations.len() {
            let Sum { equation, balance, .. } = self.equations[index];
            if !matches!(balance, Balance::Fails { .. }) {
                continue;
            }
            let is_nil = |cell: CellRef| report.cell(cell).in_sum().is_some_and(|v| v.is_zero());
            self.equations[index].explained = self.is_set_aside(equation)
                || (self.cause.is_some() && equation.left[0].table == TableKey::Applications)
                || (!self.unasked.is_empty() && equation.rule == RESULTS && is_nil(equation.left[0]));
        }
    }
}

/// Every cell of an equation.
pub fn cells(equation: &Equation) -> impl Iterator<Item = CellRef> {
    equation.left.iter().chain(&equation.right).copied()
}

/// Whether a number can be a count of items.
pub fn is_count(number: Number) -> bool {
    number >= Number::ZERO && number.fract().is_zero()
}

/// By how much `cell` is too large if it alone makes `equation` differ by
/// `difference` (left less right); `None` if the cell is not in it.
fn surplus(equation: &Equation, cell: CellRef, difference: Number) -> Option<Number> {
    if equation.left.contains(&cell) {
        Some(difference)
    } else {
        equation.right.contains(&cell).then_some(-difference)
    }
}

fn balance(report: &Report, equation: &Equation) -> Balance {
    if let Some(reason) = Context::why_unread(report, equation.left[0].table) {
        return Balance::Unassessable(reason);
    }
    if chosen_by(report, equation) {
        return Balance::Unassessable(Reason::ChosenBySum);
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

/// Whether `equation` was used to tell run-together digits apart, so that it
/// cannot also confirm them. Every split satisfies the sum of its own row.
fn chosen_by(report: &Report, equation: &Equation) -> bool {
    matches!(equation.line, crate::form::Line::Row(_))
        && cells(equation).any(|cell| report.cell(cell).state == CellState::Inferred)
}
