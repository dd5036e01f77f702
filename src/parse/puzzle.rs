//! Digits run together are a puzzle with a key: a line of the form is some counts
//! and their sum. A split is taken only where the sum leaves exactly one.

use crate::gather::Gather;
use crate::text::Span;
use crate::text::fold::digit;
use std::cell::Cell;

/// The most steps one puzzle may take; beyond it counts as ambiguous.
const STEPS: usize = 400_000;
/// The most steps that the puzzles of one table may take together, hundreds of times those
/// of a whole table of digits run together.
pub const STEPS_OF_TABLE: usize = 8 * STEPS;
/// The most digits of one line. A longer run is no line of a table.
const DIGITS: usize = 60;
/// The most solutions that are kept.
const SOLUTIONS: usize = 64;

/// One digit with its place.
#[derive(Debug, Clone, Copy)]
struct Digit {
    value: u8,
    span: Span,
    /// Whether a gap (a space, a line end) stands before it.
    gap: bool,
}

/// One number of a solution: its value and its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// The number.
    pub value: i64,
    /// The digits taken for it.
    pub span: Span,
    /// Whether it is exactly one of the pieces that stood there.
    pub whole: bool,
}

/// How gaps between pieces of digits bind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gaps {
    /// A gap always parts two numbers.
    Part,
    /// A gap may stand within a number (`2 021`).
    MayJoin,
}

/// All ways to read the digit pieces as `sizes.len()` groups of counts, each group
/// of `sizes[i]` counts followed by their sum; at most [`SOLUTIONS`] of them.
///
/// `None` when the pieces hold something else than digits, are too long, or the
/// search takes too many steps. `left` is how many are left for the puzzles of the table.
pub fn solve(
    text: &str,
    pieces: &[Span],
    sizes: &[usize],
    gaps: Gaps,
    left: &Cell<usize>,
) -> Option<Vec<Vec<Part>>> {
    let mut digits = Vec::new();
    for piece in pieces {
        let mut first = true;
        for (i, c) in text[piece.range()].char_indices() {
            let start = piece.start as usize + i;
            digits.push(Digit {
                value: digit(c)?,
                span: Span::new(start, start + c.len_utf8()),
                gap: first && !digits.is_empty(),
            });
            first = false;
            if digits.len() > DIGITS {
                return None;
            }
        }
    }
    let needed: usize = sizes.iter().map(|size| size + 1).sum();
    if digits.len() < needed {
        return Some(Vec::new());
    }
    let most = STEPS.min(left.get());
    let mut search =
        Search { digits: &digits, sizes, gaps, steps: most, parts: Vec::new(), found: Vec::new() };
    let whole = search.group(0, 0);
    left.set(left.get() - most + search.steps);
    whole.then_some(search.found)
}

struct Search<'a> {
    digits: &'a [Digit],
    sizes: &'a [usize],
    gaps: Gaps,
    /// How many more it may take.
    steps: usize,
    /// Start and end of each number so far.
    parts: Vec<(usize, usize)>,
    found: Vec<Vec<Part>>,
}

impl Search<'_> {
    /// Reads the groups from `group` on, from digit `at` on. False when it gave up.
    fn group(&mut self, group: usize, at: usize) -> bool {
        if group == self.sizes.len() {
            if at == self.digits.len() {
                let parts = self.parts.iter().map(|(from, to)| self.part(*from, *to)).gather();
                self.found.push(parts);
            }
            return self.found.len() <= SOLUTIONS;
        }
        self.addend(group, self.sizes[group], 0, at)
    }

    /// Reads `left` more counts of a group and then their sum.
    fn addend(&mut self, group: usize, left: usize, sum: i64, at: usize) -> bool {
        let Some(steps) = self.steps.checked_sub(1) else { return false };
        self.steps = steps;
        if left == 0 {
            let Some(end) = self.sum_at(sum, at) else { return true };
            self.parts.push((at, end));
            let goes_on = self.group(group + 1, end);
            self.parts.pop();
            return goes_on;
        }
        // The sum has at least one digit, and so has every count still to come.
        let reserve: usize = left + self.sizes[group + 1..].iter().map(|size| size + 1).sum::<usize>();
        let mut value = 0_i64;
        for end in at + 1..=self.digits.len().saturating_sub(reserve).min(at + 9) {
            let digit = &self.digits[end - 1];
            if end > at + 1 && (digit.gap && self.gaps == Gaps::Part || self.digits[at].value == 0) {
                break;
            }
            value = value * 10 + i64::from(digit.value);
            self.parts.push((at, end));
            let goes_on = self.addend(group, left - 1, sum + value, end);
            self.parts.pop();
            if !goes_on {
                return false;
            }
        }
        true
    }

    /// Where the digits of `sum` end if they stand at `at`.
    fn sum_at(&self, sum: i64, at: usize) -> Option<usize> {
        let mut buffer = [0_u8; 20];
        let mut length = 0;
        let mut rest = sum;
        loop {
            buffer[length] = (rest % 10) as u8;
            rest /= 10;
            length += 1;
            if rest == 0 {
                break;
            }
        }
        for (i, expected) in buffer[..length].iter().rev().enumerate() {
            let digit = self.digits.get(at + i)?;
            if digit.value != *expected || i > 0 && digit.gap && self.gaps == Gaps::Part {
                return None;
            }
        }
        // A number does not end within a piece of which the rest belongs to nothing.
        Some(at + length)
    }

    fn part(&self, from: usize, to: usize) -> Part {
        let value = self.digits[from..to].iter().fold(0, |value, d| value * 10 + i64::from(d.value));
        let starts_piece = from == 0 || self.digits[from].gap;
        let ends_piece = self.digits.get(to).is_none_or(|d| d.gap);
        let inner_gap = self.digits[from + 1..to].iter().any(|d| d.gap);
        Part {
            value,
            span: self.digits[from].span.to(self.digits[to - 1].span),
            whole: starts_piece && ends_piece && !inner_gap,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str, sizes: &[usize], gaps: Gaps) -> Vec<Vec<i64>> {
        let mut pieces = Vec::new();
        let mut at = 0;
        for word in text.split(' ') {
            pieces.push(Span::new(at, at + word.len()));
            at += word.len() + 1;
        }
        solve(text, &pieces, sizes, gaps, &Cell::new(STEPS_OF_TABLE))
            .expect("a puzzle of digits")
            .iter()
            .map(|parts| parts.iter().map(|part| part.value).collect())
            .collect()
    }

    #[test]
    fn a_row_of_table_three_has_one_split() {
        assert_eq!(split("21710000218", &[6], Gaps::Part), [[217, 1, 0, 0, 0, 0, 218]]);
        assert_eq!(split("7713000074", &[6], Gaps::Part), Vec::<Vec<i64>>::new());
        assert_eq!(split("0000000", &[6], Gaps::Part), [[0; 7]]);
        assert_eq!(split("1100002", &[6], Gaps::Part), [[1, 1, 0, 0, 0, 0, 2]]);
        assert_eq!(split("1200004", &[6], Gaps::Part), Vec::<Vec<i64>>::new());
    }

    #[test]
    fn the_puzzles_of_a_table_share_their_steps() {
        let text = "11111111111111111111";
        let left = Cell::new(1000);
        let solve = |pieces: &[Span]| solve(text, pieces, &[6], Gaps::Part, &left).map(|ways| ways.len());
        assert_eq!((solve(&[Span::new(0, 20)]), left.get()), (None, 0));
        assert_eq!(solve(&[Span::new(0, 8)]), None);
        left.set(1000);
        assert_eq!(solve(&[Span::new(0, 8)]), Some(0));
        assert!((900..1000).contains(&left.get()), "{}", left.get());
    }

    #[test]
    fn pieces_bind_and_may_be_joined() {
        assert_eq!(split("217 10000 218", &[6], Gaps::Part), [[217, 1, 0, 0, 0, 0, 218]]);
        assert_eq!(split("2 021 3 0 0 0 0 2024", &[6], Gaps::MayJoin), [[2021, 3, 0, 0, 0, 0, 2024]]);
    }

    #[test]
    fn the_three_groups_of_table_four_settle_each_other() {
        assert_eq!(
            split("21317000001324019", &[4, 4, 4], Gaps::Part),
            [[2, 1, 3, 1, 7, 0, 0, 0, 0, 0, 13, 2, 4, 0, 19]]
        );
    }
}
