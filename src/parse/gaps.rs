//! Empty cells in a text in which every cell is a paragraph. They leave nothing but
//! wider gaps between the lines: as many line ends more as there are empty cells, or
//! twice as many. Which of the two, the rows of 表三 tell: each must come to seven.

use super::surface::Piece;
use crate::text::fold::{digit, is_space};
use crate::text::{Source, Span};

/// How empty cells show in the gaps of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gaps {
    /// The line ends between two cells with nothing between them.
    base: usize,
    /// The line ends that an empty cell adds.
    unit: usize,
}

impl Gaps {
    /// What the pieces of 表三 say; `None` where too many rows do not come to `width`.
    pub fn of(source: &Source, area: Span, pieces: &[Piece], width: usize) -> Option<Self> {
        // Where empty cells are there themselves, a gap is none.
        if pieces.iter().any(|piece| piece.span.is_empty()) {
            return None;
        }
        // The least gap that is no accident.
        let mut counts = [0_usize; 16];
        let found = gaps(source, area, pieces);
        found.iter().for_each(|gap| counts[(*gap).min(15)] += 1);
        let base = (0..counts.len()).find(|gap| counts[*gap] * 20 >= pieces.len())?;
        if found.iter().all(|gap| *gap <= base) {
            return None;
        }
        let values: Vec<bool> = pieces.iter().map(|piece| is_value(source.slice(piece.span))).collect();
        [1, 2].map(|unit| Self { base, unit }).into_iter().find(|gaps| {
            let (empty, rows, fitting) = gaps.empty_cells(&found, &values, &[width]);
            // A row that was damaged costs itself alone.
            let odd = empty.iter().filter(|count| **count > 2 * width).count();
            let any = rows > 0 && empty.iter().any(|count| *count > 0);
            any && fitting * 10 >= rows * 9 && odd * 10 <= pieces.len()
        })
    }

    /// The pieces with the empty cells among them.
    pub fn fill(self, source: &Source, area: Span, pieces: Vec<Piece>, widths: &[usize]) -> Vec<Piece> {
        let values: Vec<bool> = pieces.iter().map(|piece| is_value(source.slice(piece.span))).collect();
        let (empty, ..) = self.empty_cells(&gaps(source, area, &pieces), &values, widths);
        let mut filled = Vec::with_capacity(pieces.len() + empty.iter().sum::<usize>());
        for (piece, count) in pieces.into_iter().zip(empty) {
            filled.push(piece);
            let end = piece.span.end as usize;
            filled.extend((0..count).map(|_| Piece { span: Span::at(end), ..piece }));
        }
        filled
    }

    /// How many empty cells stand after each piece, how many rows have values, and how many
    /// of those come to one of `widths`. A gap beside values that is no whole number of
    /// empty cells is filled with so many that its row has too many.
    /// `gaps` and `values` are those of the pieces.
    fn empty_cells(self, gaps: &[usize], values: &[bool], widths: &[usize]) -> (Vec<usize>, usize, usize) {
        let widest = widths.iter().copied().max().unwrap_or(0);
        let mut empty = Vec::with_capacity(gaps.len());
        let (mut run, mut rows, mut fitting) = (0, 0, 0);
        for (index, (gap, value)) in gaps.iter().zip(values).enumerate() {
            if *value {
                run += 1;
            } else {
                rows += usize::from(run > 0);
                fitting += usize::from(widths.contains(&run));
                run = 0;
            }
            let extra = gap.saturating_sub(self.base);
            let last = index + 1 == gaps.len();
            // A row of 表三 that has numbers has a total.
            let whole = widths.len() == 1 && run > 0;
            // The gap under the table is more than its empty cells.
            let count = match last {
                true if whole || widths.contains(&run) => 0,
                true => (extra / self.unit).min(widest.saturating_sub(run)),
                false if extra % self.unit != 0 => 2 * widest + 1,
                false => (extra / self.unit).min(2 * widest),
            };
            empty.push(count);
            run += count;
        }
        (empty, rows + usize::from(run > 0), fitting + usize::from(widths.contains(&run)))
    }
}

/// The line ends after each piece, up to the next or the end of the area.
fn gaps(source: &Source, area: Span, pieces: &[Piece]) -> Vec<usize> {
    let gap = |(index, piece): (usize, &Piece)| {
        let next = pieces.get(index + 1).map_or(area.end, |next| next.span.start);
        let between = &source.text()[piece.span.end as usize..next.max(piece.span.end) as usize];
        let line_ends = between.bytes().filter(|b| *b == b'\n').count();
        if line_ends == between.len() {
            return line_ends;
        }
        // A line of the page among them has its own line ends, with as many blank ones.
        let lines = between.split('\n').filter(|line| !line.trim().is_empty()).count();
        line_ends.saturating_sub(2 * lines)
    };
    pieces.iter().enumerate().map(gap).collect()
}

fn is_value(words: &str) -> bool {
    words.chars().all(|c| digit(c).is_some() || is_space(c) || matches!(c, '.' | ',' | '+' | '-' | '/' | '—'))
}

#[cfg(test)]
mod tests {
    use super::super::surface::{Surface, pieces};
    use super::*;

    fn count(text: &str) -> Option<usize> {
        let source = Source::new(text);
        let area = Span::new(0, text.len());
        let cells = pieces(&source, area, Surface::Flow);
        let gaps = Gaps::of(&source, area, &cells, 3)?;
        Some(gaps.fill(&source, area, cells, &[3]).iter().filter(|p| p.span.is_empty()).count())
    }

    #[test]
    fn wider_gaps_are_empty_cells_where_every_row_comes_out() {
        assert_eq!(count("甲\n\n1\n\n\n3\n\n乙\n\n\n\n\n丙\n\n1\n\n2\n\n3\n\n"), Some(4));
        assert_eq!(count("甲\n\n1\n\n\n\n3\n\n乙\n\n\n\n\n\n\n\n丙\n\n1\n\n2\n\n3\n\n"), Some(4));
        assert_eq!(count("甲\n\n1\n\n\n\n\n3\n\n乙\n\n1\n\n2\n\n3\n\n丙\n\n1\n\n2\n\n3\n\n"), None);
    }
}
