//! What labels leave open in 表三: values without one, and splits that only the columns decide.

use super::super::puzzle::Part;
use super::values::{inferred, row_sum_holds};
use super::{Rows, Stray, Values};
use crate::form::{self, CellRef};
use crate::gather::Gather;
use crate::report::Cell;
use crate::text::fold::digit;
use crate::text::numeral::Number;

impl Rows<'_> {
    /// Gives values without labels to the rows that lack values, where their number
    /// leaves no choice and every row's own sum holds.
    pub(super) fn place_strays(&mut self, strays: Vec<Stray>) {
        let mut merged: Vec<Stray> = Vec::new();
        for stray in strays {
            match merged.last_mut() {
                Some(last) if last.after == stray.after => last.slots.extend(stray.slots),
                _ => merged.push(stray),
            }
        }
        for stray in merged {
            let from = stray.after.map_or(0, |row| row + 1);
            let waiting: Vec<usize> = (from..self.lines.len())
                .take_while(|row| matches!(self.lines[*row].values, Values::Unseen | Values::Orphan))
                .gather();
            let fits = !waiting.is_empty() && stray.slots.len() == waiting.len() * self.width;
            let read: Vec<Values> = if fits {
                stray.slots.chunks(self.width).map(|slots| self.read(slots)).gather()
            } else {
                Vec::new()
            };
            let certain = fits
                && read.iter().all(|values| matches!(values, Values::Read(cells) if row_sum_holds(cells)));
            if certain {
                for (row, values) in waiting.into_iter().zip(read) {
                    self.lines[row].values = values;
                    self.lines[row].placed_by_sum = true;
                }
            } else {
                self.unplaced = true;
            }
        }
    }

    /// Chooses among several splits of a row by the sums of the columns.
    pub(super) fn settle_open(&mut self) {
        let open: Vec<usize> =
            (0..self.lines.len()).filter(|row| matches!(self.lines[*row].values, Values::Open(_))).gather();
        if open.is_empty() {
            return;
        }
        let ways: Vec<&Vec<Vec<Part>>> = open
            .iter()
            .filter_map(|row| match &self.lines[*row].values {
                Values::Open(ways) => Some(ways),
                _ => None,
            })
            .gather();
        let combinations = ways.iter().try_fold(1_usize, |n, w| n.checked_mul(w.len())).unwrap_or(usize::MAX);
        if combinations > 20_000 {
            return;
        }
        let mut chosen: Option<Vec<usize>> = None;
        for combination in 0..combinations {
            let mut rest = combination;
            let pick: Vec<usize> = ways
                .iter()
                .map(|w| {
                    let index = rest % w.len();
                    rest /= w.len();
                    index
                })
                .gather();
            let value = |row: usize, column: usize| match &self.lines[row].values {
                Values::Read(cells) => cells[column].in_sum(),
                _ => {
                    let at = open.iter().position(|r| *r == row)?;
                    Some(Number::from(ways[at][pick[at]][column].value))
                }
            };
            if self.columns_hold(&value) {
                if chosen.is_some() {
                    return;
                }
                chosen = Some(pick);
            }
        }
        let Some(pick) = chosen else { return };
        let cells: Vec<Vec<Cell>> =
            ways.iter().zip(pick).map(|(ways, index)| ways[index].iter().map(inferred).gather()).gather();
        for (row, cells) in open.into_iter().zip(cells) {
            self.lines[row].values = Values::Read(cells);
        }
        self.settled_by_columns = true;
    }

    /// Takes back the rows of a ragged table that have empty cells among their numbers where
    /// not every column balances: an empty cell too many or too few moved one of them.
    pub(super) fn prove(&mut self) {
        let zero = |words: &str| !words.chars().filter_map(digit).any(|digit| digit > 0);
        let value = |row: usize, column: usize| match &self.lines[row].values {
            Values::Read(cells) => cells[column].in_sum(),
            Values::WrongCount { span: Some(span), .. } => {
                zero(self.source.slice(*span)).then_some(Number::ZERO)
            }
            Values::Unseen | Values::Orphan => Some(Number::ZERO),
            _ => None,
        };
        if !self.layout.is_ragged() || self.columns_hold(&value) {
            return;
        }
        for row in 0..self.lines.len() {
            if let Values::Read(cells) = &self.lines[row].values
                && cells.iter().any(|cell| cell.value.is_some_and(|value| !value.is_zero()))
                && cells.iter().any(|cell| cell.span.is_some_and(|span| span.is_empty()))
            {
                self.lines[row].values = self.doubted(cells);
            }
        }
    }

    /// Whether every column balances with these values.
    fn columns_hold(&self, value: &dyn Fn(usize, usize) -> Option<Number>) -> bool {
        let side = |cells: &[CellRef]| {
            cells.iter().try_fold(Number::ZERO, |sum, cell| {
                Some(sum + value(cell.row as usize, cell.column as usize)?)
            })
        };
        self.edition
            .equations()
            .iter()
            .filter(|e| e.left[0].table == self.table.key && matches!(e.line, form::Line::Column(_)))
            .all(|e| side(&e.left).is_some_and(|left| side(&e.right) == Some(left)))
    }
}
