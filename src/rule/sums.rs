//! How the form's identities came out: each equation on its own, which blank total
//! or which single wrong cell explains those that fail.
//!
//! One wrong cell breaks every sum it stands in by the same amount. So where all
//! failing sums of 表三 meet in one cell, and every other sum it stands in fails as
//! well, that cell is named with the value that mends them all, instead of the sums.

use super::{Context, Reason};
use crate::form::{CellRef, Equation, Line, TableKey};
use crate::gather::Gather;
use crate::report::{Cell, CellState, Report, TableReading};
use crate::text::Number;

/// The rules that check the identities of 表三.
const BALANCE: &str = "T3-C01";
const RESULTS: &str = "T3-C02";
const APPLICANTS: &str = "T3-C03";
/// The rule that names the cell of 表三 that explains all that fails there.
pub const CAUSE: &str = "T3-C05";

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
            .gather();
        let mut sums = Self { equations, ..Self::default() };
        sums.find_blank_totals(report);
        sums.only_totals = sums.only_totals(report);
        sums.cause = sums.single_cause(report);
        sums.unasked = sums.unasked(report);
        sums.explain(report);
        sums
    }

    /// Names no single cell any more, so that each sum that fails is told by itself.
    pub fn set_cause_aside(&mut self, report: &Report) {
        self.cause = None;
        self.unasked = self.unasked(report);
        self.explain(report);
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
            .gather();
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
        results.equation.right.iter().copied().filter(is_positive).gather()
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
    number.is_whole() && !number.is_negative()
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
    let table = report.table(equation.left[0].table);
    if chosen_by(table, equation) {
        return Balance::Unassessable(Reason::ChosenBySum);
    }
    let side = |cells: &[u16]| -> Option<Number> {
        let mut sum = Number::ZERO;
        for at in cells {
            let number = table.cells.get(usize::from(*at))?.in_sum()?;
            // Most cells are 0.
            if !number.is_zero() {
                sum = sum.checked_add(number)?;
            }
        }
        Some(sum)
    };
    let (left, right) = equation.indices.split_at(equation.left.len());
    match (side(left), side(right)) {
        (Some(left), Some(right)) if left == right => Balance::Holds,
        (Some(left), Some(right)) => Balance::Fails { left, right },
        _ => Balance::Unassessable(Reason::CellUnread),
    }
}

/// Whether `equation` was used to tell where values belong, so that it cannot also
/// confirm them. Every split of digits satisfies the sum of its own row.
fn chosen_by(table: &TableReading, equation: &Equation) -> bool {
    match equation.line {
        Line::Row(row) => {
            let inferred = |cell: &Cell| cell.state == CellState::Inferred;
            table.rows.get(row as usize).is_some_and(|row| row.placed_by_sum)
                || equation.indices.iter().any(|at| table.cells.get(usize::from(*at)).is_some_and(inferred))
        }
        Line::Column(_) => table.settled_by_columns,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Options, check};

    const GRANTED: &str = "（一）予以公开\t\t4\t2\t0\t0\t0\t0\t6";
    const CLOSED: &str = "（七）总计\t\t10\t3\t0\t0\t1\t0\t14";

    /// The rules and cells of what is found when rows of the clean sample are
    /// replaced, and how many rows could not be summed.
    fn found(edits: &[(&str, &str)]) -> (Vec<String>, u32) {
        let mut text = include_str!("../../www/samples/clean-2021.txt").to_string();
        for (old, new) in edits {
            assert!(text.contains(old), "{old:?} stands in the sample");
            text = text.replacen(old, new, 1);
        }
        let check = check(&text, &Options::default());
        let name = |f: &crate::finding::Finding| {
            let id = f.cell.zip(check.report.form()).map(|(cell, form)| form.cell_id(cell));
            format!("{} {}", f.rule, id.unwrap_or_default())
        };
        let rows = check.counts.iter().find(|count| count.rule.code == APPLICANTS);
        (check.findings.iter().map(name).collect(), rows.map_or(0, |count| count.outcome.unassessable))
    }

    #[test]
    fn a_sum_that_chose_a_split_confirms_nothing() {
        assert_eq!(found(&[(GRANTED, "（一）予以公开\t\t4200006")]), (vec![], 1));
    }

    #[test]
    fn the_other_sums_of_split_digits_still_hold_them_to_account() {
        let (found, unassessable) = found(&[(GRANTED, "（一）予以公开\t\t5200007")]);
        assert_eq!(found, ["T3-C02 applications/closed/natural_person", "T3-C02 applications/closed/total"]);
        assert_eq!(unassessable, 1);
    }

    #[test]
    fn split_digits_elsewhere_do_not_hide_the_one_wrong_cell() {
        let closed = "（七）总计\t\t11\t3\t0\t0\t1\t0\t14";
        let (found, _) = found(&[(GRANTED, "（一）予以公开\t\t4200006"), (CLOSED, closed)]);
        assert_eq!(found, ["T3-C05 applications/closed/natural_person"]);
    }

    #[test]
    fn one_failing_sum_alone_points_at_no_cell() {
        let (found, unassessable) = found(&[(GRANTED, "（一）予以公开\t\t5\t若干\t0\t0\t0\t0\t6")]);
        assert_eq!(
            found,
            ["T3-V01 applications/granted/enterprise", "T3-C02 applications/closed/natural_person"]
        );
        assert_eq!(unassessable, 1);
    }

    #[test]
    fn two_failing_sums_point_at_the_cell_where_they_meet() {
        let (found, _) = found(&[(CLOSED, "（七）总计\t\t11\t3\t若干\t0\t1\t0\t14")]);
        assert_eq!(
            found,
            ["T3-C05 applications/closed/natural_person", "T3-V01 applications/closed/research"]
        );
    }

    #[test]
    fn a_cell_that_would_have_to_be_negative_is_no_cause() {
        let petitions = "1.信访举报投诉类申请\t0\t0\t0\t0\t0\t0\t0";
        // The row and the column both lack 2 where 0 stands in the cell they share.
        let (found, _) = found(&[
            (petitions, "1.信访举报投诉类申请\t0\t1\t1\t0\t0\t0\t0"),
            (CLOSED, "（七）总计\t\t8\t4\t1\t0\t1\t0\t14"),
            (
                "一、本年新收政府信息公开申请数量\t\t\t9\t3\t0",
                "一、本年新收政府信息公开申请数量\t\t\t7\t4\t1",
            ),
        ]);
        assert_eq!(
            found,
            ["T3-C03 applications/rejected.petition/total", "T3-C02 applications/closed/natural_person"]
        );
    }

    #[test]
    fn the_columns_of_a_swap_are_a_finding_each() {
        let (found, _) = found(&[(GRANTED, "（一）予以公开\t\t2\t4\t0\t0\t0\t0\t6")]);
        assert_eq!(
            found,
            ["T3-C02 applications/closed/natural_person", "T3-C02 applications/closed/enterprise"]
        );
    }
}
