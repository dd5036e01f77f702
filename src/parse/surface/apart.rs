//! A table whose cells hold paragraphs, as a browser gives its text with the rows
//! kept: the paragraphs of a cell, a line with a tab before the next cell of the
//! row, and a wider gap before the next row.

use super::super::furniture::is_furniture;
use super::lines::add_line;
use super::{MOST, Piece, is_prose};
use crate::text::find::holds;
use crate::text::{Source, Span};

/// From this many line ends on a gap ends a row; two part the paragraphs of a cell.
const ROW_GAP: usize = 3;

/// Whether the text of a table is of this kind: its rows begin without a tab after a
/// wide gap, and nearly all its tabs begin lines.
pub fn is_parted(source: &Source, area: Span) -> bool {
    let (mut led, mut inner, mut begins, mut gap) = (0, 0, 0, ROW_GAP);
    let mut open = false;
    for (_, line) in source.lines(area).take(2000) {
        if line.starts_with('\t') {
            led += 1;
            open = true;
            gap = 1;
            continue;
        }
        if holds(line, "\t") {
            inner += 1;
        } else if !line.trim().is_empty() {
            // Only a gap after a row of several cells tells where rows end.
            if gap >= ROW_GAP {
                begins += usize::from(open);
                open = false;
            }
        }
        gap = if line.trim_matches(any_of![' ']).is_empty() { gap + 1 } else { 1 };
    }
    led >= 3 && begins >= 2 && inner * 4 <= led
}

/// The line ends that stand between the words of a cell and the tab after it.
fn usual_gap(source: &Source, area: Span) -> usize {
    let (mut usual, mut gap) = (usize::MAX, usize::MAX);
    for (_, line) in source.lines(area) {
        if line.starts_with('\t') {
            usual = usual.min(gap);
            gap = if line.trim().is_empty() { usize::MAX } else { 1 };
        } else if line.trim_matches(any_of![' ']).is_empty() {
            gap = gap.saturating_add(1);
        } else {
            gap = 1;
        }
    }
    usual.min(ROW_GAP)
}

/// Cuts the text in `area` into cells.
pub fn pieces(source: &Source, area: Span) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let usual = usual_gap(source, area);
    let (mut row, mut column, mut gap) = (0, 0, ROW_GAP);
    for (at, line) in source.lines(area) {
        let room = MOST.saturating_sub(pieces.len());
        if line.starts_with('\t') && !pieces.is_empty() {
            // More than the gap between cells: the row before has ended, and this one
            // begins with an empty cell.
            if gap > usual + 1 && room > 0 && pieces.last().is_some_and(|last| !last.span.is_empty()) {
                row += 1;
                column = 0;
                pieces.push(Piece { span: Span::at(at), row, column });
            }
            let mut start = at + 1;
            for part in line[1..].split('\t').take(room) {
                column += 1;
                pieces.push(Piece { span: source.trim(Span::new(start, start + part.len())), row, column });
                start += part.len() + 1;
            }
        } else if is_prose(line) || !holds(line, "\t") && is_furniture(line) {
            continue;
        } else if line.trim_matches(|c: char| c.is_whitespace()).is_empty() {
            gap += 1;
            continue;
        } else {
            let mut start = at;
            for (number, part) in line.split('\t').take(room).enumerate() {
                let span = source.trim(Span::new(start, start + part.len()));
                start += part.len() + 1;
                if number == 0 && gap < ROW_GAP && !pieces.is_empty() {
                    // The words of the cell after a tab, or a further paragraph of it.
                    match pieces.last_mut() {
                        Some(last) if last.span.is_empty() => last.span = span,
                        _ => add_line(source, &mut pieces, span),
                    }
                } else {
                    if number == 0 {
                        row += 1;
                        column = 0;
                    } else {
                        column += 1;
                    }
                    pieces.push(Piece { span, row, column });
                }
            }
        }
        gap = 1;
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tab_goes_on_with_the_row_and_a_wide_gap_ends_it() {
        let text = "信息内容\n\n\t\n\n本年制发\n\n件数\n\n\t\n\n\t\n\n\n\n\n规章\n\n\t0\t\u{a0}\n\n\n行政许可\n\n\t\n\n4\n\n\n\n\n行政处罚\n";
        let source = Source::new(text);
        let area = Span::new(0, text.len());
        assert!(is_parted(&source, area));
        let pieces = pieces(&source, area);
        let rows: Vec<(u32, u16, &str)> =
            pieces.iter().map(|p| (p.row, p.column, source.slice(p.span))).collect();
        assert_eq!(
            rows,
            [
                (1, 0, "信息内容"),
                (1, 1, "本年制发\n\n件数"),
                (1, 2, ""),
                (1, 3, ""),
                (2, 0, "规章"),
                (2, 1, "0"),
                (2, 2, ""),
                (3, 0, "行政许可"),
                (3, 1, "4"),
                (4, 0, "行政处罚")
            ]
        );
    }

    #[test]
    fn a_cell_a_line_is_another_kind() {
        let text = "\t规章\n\t0\n\t\n\n\n\t规范性\n文件\n\t1\n\t2\n\n\n\t行政许可\n\t3\n";
        assert!(!is_parted(&Source::new(text), Span::new(0, text.len())));
    }
}
