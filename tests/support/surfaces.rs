//! Every surface by its name.

use super::grid::Grid;
use super::{pdf, surface};

/// How a surface writes one table.
pub type Write = fn(&Grid) -> String;

/// The surfaces.
pub const SURFACES: &[(&str, Write)] = &[
    ("rows of tabs", surface::rows_of_tabs),
    ("ragged tabs", surface::ragged_tabs),
    ("cell a line", surface::cell_a_line),
    ("cell a line, no-break", surface::cell_a_line_with_no_break_spaces),
    ("browser rows", surface::browser_rows),
    ("paragraphs", surface::paragraphs),
    ("paragraphs, no-break", surface::paragraphs_with_no_break_spaces),
    ("flat paragraphs", surface::flat_paragraphs),
    ("inner text", surface::inner_text),
    ("pipes", surface::pipes),
    ("inner pipes", surface::inner_pipes),
    ("pipes repeated", surface::pipes_repeated),
    ("commas", surface::commas),
    ("bars", surface::bars),
    ("one line", surface::one_line),
    ("glued", surface::glued),
    ("glued rows", surface::glued_rows),
    ("by columns", surface::by_columns),
    ("heads broken", surface::heads_broken),
    ("spaces inside", surface::spaces_inside),
    ("pdf stream", pdf::stream),
    ("pdf lines", pdf::lines),
    ("pdf columns", pdf::columns),
];
