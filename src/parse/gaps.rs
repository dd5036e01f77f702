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
    /// What the pieces of 表三 say; `None` where not every row comes to `width`.
    pub fn of(source: &Source, area: Span, pieces: &[Piece], width: usize) -> Option<Self> {
        // Where empty cells are there themselves, a gap is none.
        if pieces.iter().any(|piece| piece.span.is_empty()) {
            return None;
        }
        let base = gaps(source, area, pieces).min()?;
        let found = [1, 2].map(|unit| Self { base, unit });
        found.into_iter().find(|gaps| {
            gaps.empty_cells(source, area, pieces, &[width])
                .is_some_and(|empty| empty.iter().any(|count| *count > 0))
        })
    }

    /// The pieces with the empty cells among them, where every row has one of `widths`.
    pub fn fill(self, source: &Source, area: Span, pieces: Vec<Piece>, widths: &[usize]) -> Vec<Piece> {
        let Some(empty) = self.empty_cells(source, area, &pieces, widths) else { return pieces };
        let mut filled = Vec::with_capacity(pieces.len() + empty.iter().sum::<usize>());
        for (piece, count) in pieces.into_iter().zip(empty) {
            filled.push(piece);
            let end = piece.span.end as usize;
            filled.extend((0..count).map(|_| Piece { span: Span::at(end), ..piece }));
        }
        filled
    }

    /// How many empty cells stand after each piece; `None` where a gap is no whole
    /// number of them, or a label has neither no values nor as many as `widths` allow.
    fn empty_cells(
        self,
        source: &Source,
        area: Span,
        pieces: &[Piece],
        widths: &[usize],
    ) -> Option<Vec<usize>> {
        let widest = widths.iter().copied().max()?;
        let fits = |run: usize| run == 0 || widths.contains(&run);
        let mut empty = Vec::with_capacity(pieces.len());
        let mut run = 0;
        for (index, (piece, gap)) in pieces.iter().zip(gaps(source, area, pieces)).enumerate() {
            if is_value(source.slice(piece.span)) {
                run += 1;
            } else if fits(run) {
                run = 0;
            } else {
                return None;
            }
            let extra = gap.checked_sub(self.base)?;
            let last = index + 1 == pieces.len();
            if extra % self.unit != 0 && !last {
                return None;
            }
            // The gap under the table is more than its empty cells.
            let count = extra / self.unit;
            // A row of 表三 that has numbers has a total.
            let whole = widths.len() == 1 && run > 0;
            let count = match last {
                true if whole => 0,
                true => count.min(widest.saturating_sub(run)),
                false => count,
            };
            empty.push(count);
            run += count;
        }
        fits(run).then_some(empty)
    }
}

/// The line ends after each piece, up to the next or the end of the area.
fn gaps<'a>(source: &'a Source, area: Span, pieces: &'a [Piece]) -> impl Iterator<Item = usize> + 'a {
    pieces.iter().enumerate().map(move |(index, piece)| {
        let next = pieces.get(index + 1).map_or(area.end, |next| next.span.start);
        let between = &source.text()[piece.span.end as usize..next.max(piece.span.end) as usize];
        between.bytes().filter(|b| *b == b'\n').count()
    })
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
