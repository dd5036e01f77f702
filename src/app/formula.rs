//! The sums a cell takes part in, as formulas with the numbers of the report.

use gouji::form::CellRef;
use gouji::render::wording::number;
use gouji::report::CellState;
use gouji::rule::sums::Balance;
use gouji::text::Number;
use gouji::{Lang, form};
use yew::prelude::*;

use super::view::{SumView, View};
use super::words;

/// More terms than this are written without those that are 0.
const LONG: usize = 8;

/// Every sum that a cell takes part in, or only those that fail.
pub fn sums(view: &View, cell: CellRef, failing_only: bool) -> Html {
    let fails = |sum: &&SumView| matches!(sum.balance, Balance::Fails { .. });
    let sums = view.sums_of(cell).into_iter().filter(|sum| !failing_only || fails(sum));
    html! {
        <ul class="sums">
            { for sums.map(|sum| html! { <li>{ formula(view, sum, cell) }</li> }) }
        </ul>
    }
}

fn formula(view: &View, sum: &SumView, here: CellRef) -> Html {
    let lang = view.lang;
    let (class, end) = match sum.balance {
        Balance::Holds => ("holds", html! { <span class="outcome" aria-hidden="true">{ "✓" }</span> }),
        Balance::Fails { left, right } => (
            "fails",
            html! {
                <span class="outcome">{ format!("→ {} ≠ {}", number(left), number(right)) }</span>
            },
        ),
        Balance::Unassessable(_) => (
            "unknown",
            html! { <span class="outcome">{ format!("（{}）", words::NOT_KNOWN.get(lang)) }</span> },
        ),
    };
    let by_row = sum.left.iter().chain(&sum.right).all(|cell| cell.column == here.column);
    let sign = if class == "fails" { "≠" } else { "=" };
    html! {
        <p class={classes!("formula", class)}>
            <span class="line-name">{ line_name(view.form, here, by_row, lang) }</span>
            { side(view, &sum.left, by_row, here) }
            <span class="sign">{ sign }</span>
            { side(view, &sum.right, by_row, here) }
            { end }
            <code class="rule">{ sum.rule }</code>
        </p>
    }
}

fn side(view: &View, cells: &[CellRef], by_row: bool, here: CellRef) -> Html {
    let counts = |cell: &CellRef| {
        *cell == here
            || view.cell(*cell).is_none_or(|c| c.value != Some(Number::ZERO) && c.state != CellState::Blank)
    };
    let shown: Vec<CellRef> =
        cells.iter().copied().filter(|cell| cells.len() <= LONG || counts(cell)).collect();
    let left_out = cells.len() - shown.len();
    html! {
        <>
            { for shown.iter().enumerate().map(|(index, cell)| html! {
                <>
                    if index > 0 { <span class="sign">{ "+" }</span> }
                    { term(view, *cell, by_row, *cell == here) }
                </>
            }) }
            if left_out > 0 {
                <span class="others">{ format!("（{}）", words::OTHERS_ZERO.get(view.lang)) }</span>
            }
        </>
    }
}

fn term(view: &View, cell: CellRef, by_row: bool, here: bool) -> Html {
    let value = view.cell(cell).map(|read| match (read.state, read.value) {
        (_, Some(value)) => number(value),
        (CellState::Blank, None) => words::STATE_BLANK.get(view.lang).to_string(),
        _ => "?".to_string(),
    });
    let name = term_name(view.form, cell, by_row, view.lang);
    html! {
        <span class={classes!("term", here.then_some("here"))}>
            <span class="term-name" title={name.clone()}>{ name }</span>
            { " " }<b>{ value.unwrap_or_default() }</b>
        </span>
    }
}

/// What tells a term from the others of its sum: the row where they share a column,
/// else the column.
fn term_name(form: Option<&'static form::Edition>, cell: CellRef, by_row: bool, lang: Lang) -> String {
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
        (true, Lang::En) => row.en.to_string(),
        (false, Lang::Zh) => column.label.to_string(),
        (false, Lang::En) => column.en.to_string(),
    }
}

/// The row or column that all terms of a sum share.
fn line_name(form: Option<&'static form::Edition>, cell: CellRef, by_row: bool, lang: Lang) -> String {
    term_name(form, cell, !by_row, lang)
}
