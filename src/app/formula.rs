//! The sums a cell takes part in, as formulas with the numbers of the report.

use gouji::Lang;
use gouji::form::{CellRef, Edition};
use gouji::render::view::{SumOutcome, SumView};
use gouji::report::CellState;

use super::element::{Element, button, element, words_in};
use super::hand::{Hand, Task};
use super::view::Shown;
use super::words;

/// More terms than this are written without those that are 0 or blank.
const LONG: usize = 8;

/// Every sum that a cell takes part in, or only those that fail.
pub fn sums(view: &Shown, lang: Lang, cell: CellRef, failing_only: bool, hand: &Hand) -> Element {
    let sums = view.sums_of(cell).into_iter().filter(|sum| !failing_only || sum.fails());
    element("ul")
        .class("sums")
        .add_all(sums.map(|sum| element("li").add(formula((view, lang, hand), sum, cell))))
}

/// What formulas are drawn with.
type Pen<'a> = (&'a Shown, Lang, &'a Hand);

fn formula((view, lang, hand): Pen, sum: &SumView, here: CellRef) -> Element {
    let outcome = |words: &str| words_in("span", "outcome", words);
    // A side with nothing written in it comes to no number.
    let amount = |cells: &[CellRef], amount| {
        if cells.iter().all(|cell| is_blank(view, *cell)) { words::STATE_BLANK.get(lang) } else { amount }
    };
    let (class, sign, end) = match &sum.outcome {
        SumOutcome::Holds => ("holds", "=", outcome("✓").set("aria-hidden", "true")),
        SumOutcome::Fails(left, right) => {
            let (left, right) = (amount(&sum.left, left), amount(&sum.right, right));
            ("fails", "≠", outcome(&["→ ", left, " ≠ ", right].concat()))
        }
        SumOutcome::Unknown => ("unknown", "=", outcome(&["（", words::NOT_KNOWN.get(lang), "）"].concat())),
    };
    let by_row = sum.left.iter().chain(&sum.right).all(|cell| cell.column == here.column);
    let formula = element("div").class("formula").class(class).add(words_in(
        "span",
        "line-name",
        &line_name(view.form(), here, by_row, lang),
    ));
    let formula =
        side(formula, (view, lang, hand), &sum.left, by_row, here).add(words_in("span", "sign", sign));
    side(formula, (view, lang, hand), &sum.right, by_row, here)
        .add(end)
        .add(words_in("code", "rule", &sum.rule))
}

fn side(
    mut formula: Element,
    (view, lang, hand): Pen,
    cells: &[CellRef],
    by_row: bool,
    here: CellRef,
) -> Element {
    let counts = |cell: &CellRef| *cell == here || view.cell(*cell).is_none_or(|read| !read.is_nothing());
    let mut others = Vec::new();
    let mut blanks = 0;
    let mut shown = 0;
    for cell in cells {
        let drawn = term((view, lang, hand), *cell, by_row, *cell == here);
        if cells.len() > LONG && !counts(cell) {
            others.push(drawn);
            blanks += usize::from(is_blank(view, *cell));
            continue;
        }
        if shown > 0 {
            formula = formula.add(words_in("span", "sign", "+"));
        }
        shown += 1;
        formula = formula.add(drawn);
    }
    if others.is_empty() {
        return formula;
    }
    let count = words::others(others.len() - blanks, blanks, lang);
    let others = element("details").class("others").add(words_in("summary", "", &count)).add_all(others);
    formula.add(others)
}

fn is_blank(view: &Shown, cell: CellRef) -> bool {
    view.cell(cell).is_some_and(|read| read.state == CellState::Blank)
}

/// A term, which leads to its cell.
fn term((view, lang, hand): Pen, cell: CellRef, by_row: bool, here: bool) -> Element {
    let value = view.cell(cell).map(|read| match (read.state, &read.value) {
        (_, Some(value)) => value.as_str(),
        (CellState::Blank, None) => words::STATE_BLANK.get(lang),
        _ => "?",
    });
    let name = term_name(view.form(), cell, by_row, lang);
    let id = view.form().map(|form| form.cell_id(cell)).unwrap_or_default();
    button("term", "", hand.on_task(Task::Cell(cell)))
        .class_if(here, "here")
        .set("data-goto", &id)
        .set("title", &[words::TO_CELL.get(lang), &name].concat())
        .add(words_in("span", "term-name", &name))
        .text(" ")
        .add(words_in("b", "", value.unwrap_or_default()))
}

/// What tells a term from the others of its sum: the row where they share a column,
/// else the column.
fn term_name(form: Option<&'static Edition>, cell: CellRef, by_row: bool, lang: Lang) -> String {
    let Some(form) = form else { return String::new() };
    let table = form.table(cell.table);
    let (row, column) = (table.row(cell.row), table.column(cell));
    match (by_row, lang) {
        (true, Lang::Zh) => row
            .full_label()
            .split('（')
            .next()
            .map(str::to_string)
            .filter(|n| !n.is_empty())
            .unwrap_or_else(|| row.full_label()),
        (true, Lang::En) => row.english().to_string(),
        (false, Lang::Zh) => column.label.to_string(),
        (false, Lang::En) => column.english().to_string(),
    }
}

/// The row or column that all terms of a sum share.
fn line_name(form: Option<&'static Edition>, cell: CellRef, by_row: bool, lang: Lang) -> String {
    term_name(form, cell, !by_row, lang)
}
