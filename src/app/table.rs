//! The three tables as the statutory form draws them.

use gouji::form::CellRef;
use gouji::report::CellState;
use gouji::text::Number;
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

use super::findings::icon;
use super::formula::sums;
use super::state::Focus;
use super::view::{CellView, Drawn, Shared, TableView, View};
use super::{dom, words};

/// What the tables can ask for.
pub struct Asks {
    /// A cell was chosen; `true` takes the user into the text.
    pub on_cell: Callback<(CellRef, bool)>,
    /// A finding was chosen.
    pub on_finding: Callback<(usize, bool)>,
    /// The user is done with the cell.
    pub on_leave: Callback<()>,
}

/// The table cell drawn for the cell with the contract's id `id`.
pub fn drawn(id: &str) -> Option<Element> {
    // Ids are made of letters, digits, dots, slashes and underscores.
    dom::document()?.query_selector(&format!("td[data-cell='{id}']")).ok()?
}

/// The tables, and below them what the chosen cell takes part in.
pub fn tables(view: &Shared, focus: Option<Focus>, asks: &Asks) -> Html {
    let lang = view.lang;
    let chosen = focus.and_then(|focus| view.cell_of(focus));
    let (finding, strip_cell) = match focus {
        Some(Focus::Finding(index)) => (Some(index), None),
        Some(Focus::Cell(cell)) => (None, view.cell(cell)),
        None => (None, None),
    };
    html! {
        <section class="pane tables-pane" aria-labelledby="tables-title">
            <div class="pane-head">
                <h2 class="pane-title" id="tables-title">{ words::TABLES.get(lang) }</h2>
            </div>
            <div class="tables">
                if view.form.is_none() {
                    <p class="nothing">{ words::NO_FORM.get(lang) }</p>
                }
                { for view.tables.iter().enumerate().filter(|(_, table)| !table.rows.is_empty()).map(|(index, table)| {
                    let chosen = chosen.filter(|cell| cell.table == table.key);
                    html! {
                        <Form key={table.key.key()} view={view.clone()} {index} {chosen}
                            {finding} on_cell={asks.on_cell.clone()} />
                    }
                }) }
            </div>
            if let Some(cell) = strip_cell {
                { strip(view, cell, asks) }
            }
        </section>
    }
}

fn strip(view: &View, cell: &CellView, asks: &Asks) -> Html {
    let Asks { on_finding, on_leave, .. } = asks;
    let lang = view.lang;
    html! {
        <section class="strip" aria-label={cell.name.clone()}>
            <p class="strip-head">
                <b>{ &cell.name }</b>
                <span class="strip-value">{ shown(cell) }</span>
                if let Some(state) = state_name(cell.state) {
                    <span class="strip-state">{ state.get(lang) }</span>
                }
                if let Some((index, severity)) = cell.finding {
                    <button type="button" class={classes!("to-finding", severity.key())}
                        onclick={on_finding.reform(move |_| (index, false))}>
                        { icon(severity) }{ " " }{ severity.name().get(lang) }{ format!(" {}", index + 1) }
                    </button>
                }
                <button type="button" class="quiet close" aria-label={words::CLOSE.get(lang)}
                    onclick={on_leave.reform(|_| ())}>{ "×" }</button>
            </p>
            if view.sums_of(cell.cell).is_empty() {
                <p class="nothing">{ words::NO_SUMS.get(lang) }</p>
            } else {
                { sums(view, cell.cell, false) }
            }
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct FormProps {
    view: Shared,
    index: usize,
    chosen: Option<CellRef>,
    finding: Option<usize>,
    on_cell: Callback<(CellRef, bool)>,
}

/// One table.
#[component]
fn Form(props: &FormProps) -> Html {
    let FormProps { view, index, chosen, finding, on_cell } = props;
    let lang = view.lang;
    let Some(table) = view.tables.get(*index) else { return Html::default() };
    let lit = lit_cells(view, *chosen, *finding);
    // One cell of a table takes the keyboard's focus; the arrows go on from there.
    let stop = chosen.or_else(|| {
        table.rows.iter().flatten().find_map(|drawn| match drawn {
            Drawn::Value(cell, _) => Some(cell.cell),
            Drawn::Label { .. } => None,
        })
    });
    let onkeydown = keys(table, on_cell);
    let heads =
        table.rows.iter().take_while(|row| !row.iter().any(|d| matches!(d, Drawn::Value(..)))).count();
    let title = format!("{} {}", table.key.name().get(lang), table.key.section().section().title.get(lang));
    let row = |drawn: &Vec<Drawn>| {
        html! { <tr>{ for drawn.iter().map(|drawn| cell(drawn, lang, *chosen, stop, &lit, on_cell)) }</tr> }
    };
    html! {
        <div class={classes!("form", table.key.key())}>
            <table {onkeydown}>
                <caption>
                    { title }
                    if let Some(trouble) = &table.trouble {
                        <span class="trouble">{ trouble }</span>
                    }
                </caption>
                // 表二 has heads in the middle; those of the other two stay in view.
                <thead>{ for table.rows.iter().take(heads).map(row) }</thead>
                <tbody>{ for table.rows.iter().skip(heads).map(row) }</tbody>
            </table>
            if !table.extra.is_empty() {
                <p class="extra-title">{ words::EXTRA.get(lang) }</p>
                <ul class="extra">
                    { for table.extra.iter().map(|(label, values)| html! {
                        <li>{ label }{ " " }<span class="extra-values">{ values.join(" · ") }</span></li>
                    }) }
                </ul>
            }
        </div>
    }
}

/// The cells that belong to what the user looks at: the other terms of a finding's
/// sum, or of the sums the chosen cell takes part in.
fn lit_cells(view: &Shared, chosen: Option<CellRef>, finding: Option<usize>) -> Vec<CellRef> {
    if let Some(finding) = finding.and_then(|index| view.findings.get(index)) {
        return finding.related.iter().filter_map(|(cell, ..)| *cell).collect();
    }
    let sums = chosen.map(|cell| view.sums_of(cell)).unwrap_or_default();
    sums.into_iter().flat_map(|sum| sum.left.iter().chain(&sum.right).copied()).collect()
}

fn cell(
    drawn: &Drawn,
    lang: gouji::Lang,
    chosen: Option<CellRef>,
    stop: Option<CellRef>,
    lit: &[CellRef],
    on_cell: &Callback<(CellRef, bool)>,
) -> Html {
    let span = |count: u8| (count > 1).then(|| count.to_string());
    match drawn {
        Drawn::Label { text, columns, rows, heads_row } => {
            let scope = match (heads_row, *rows > 1 && *heads_row, *columns > 1 && !*heads_row) {
                (true, true, _) => "rowgroup",
                (true, false, _) => "row",
                (false, _, true) => "colgroup",
                (false, _, false) => "col",
            };
            html! { <th {scope} colspan={span(*columns)} rowspan={span(*rows)}>{ text }</th> }
        }
        Drawn::Value(cell, columns) => {
            let place = cell.cell;
            let zero = cell.value == Some(Number::ZERO) && cell.finding.is_none();
            let class = classes!(
                "value",
                zero.then_some("zero"),
                cell.finding.map(|(_, severity)| severity.key()),
                (chosen == Some(place)).then_some("chosen"),
                lit.contains(&place).then_some("lit"),
            );
            let tabindex = if stop == Some(place) { "0" } else { "-1" };
            let state = state_name(cell.state).map(|state| state.get(lang));
            let title = state.map_or_else(|| cell.name.clone(), |state| format!("{} · {state}", cell.name));
            html! {
                <td {class} {tabindex} {title} colspan={span(*columns)} data-cell={cell.id.clone()}
                    data-state={cell.state.key()} onclick={on_cell.reform(move |_| (place, true))}>
                    { shown(cell) }
                    if let Some((index, _)) = cell.finding {
                        <sup class="finding-number" aria-label={format!("{} {}", words::FINDINGS.get(lang), index + 1)}>
                            { index + 1 }
                        </sup>
                    }
                </td>
            }
        }
    }
}

/// What is shown in a cell. A cell the report does not have shows nothing.
fn shown(cell: &CellView) -> String {
    match cell.state {
        CellState::Missing => String::new(),
        CellState::Unread if cell.shown.is_empty() => "?".to_string(),
        _ => cell.shown.clone(),
    }
}

fn state_name(state: CellState) -> Option<gouji::Text> {
    match state {
        CellState::Number => None,
        CellState::Blank => Some(words::STATE_BLANK),
        CellState::Text => Some(words::STATE_TEXT),
        CellState::Inferred => Some(words::STATE_INFERRED),
        CellState::Unread => Some(words::STATE_UNREAD),
        CellState::Missing => Some(words::STATE_MISSING),
    }
}

/// Arrow keys go from value to value, Enter into the text.
fn keys(table: &TableView, on_cell: &Callback<(CellRef, bool)>) -> Callback<KeyboardEvent> {
    let grid: Vec<Vec<(CellRef, String)>> = table
        .rows
        .iter()
        .map(|row| {
            let values = row.iter().filter_map(|drawn| match drawn {
                Drawn::Value(cell, _) => Some((cell.cell, cell.id.clone())),
                Drawn::Label { .. } => None,
            });
            values.collect()
        })
        .filter(|row: &Vec<_>| !row.is_empty())
        .collect();
    let on_cell = on_cell.clone();
    Callback::from(move |event: KeyboardEvent| {
        let target: Option<Element> = event.target().and_then(|target| target.dyn_into().ok());
        let Some(id) = target.and_then(|target| target.get_attribute("data-cell")) else { return };
        let at = grid.iter().enumerate().find_map(|(row, cells)| {
            cells.iter().position(|(_, other)| *other == id).map(|column| (row, column))
        });
        let Some((row, column)) = at else { return };
        let (row, column) = match event.key().as_str() {
            "ArrowUp" => (row.saturating_sub(1), column),
            "ArrowDown" => ((row + 1).min(grid.len() - 1), column),
            "ArrowLeft" => (row, column.saturating_sub(1)),
            "ArrowRight" => (row, column + 1),
            "Enter" | " " => {
                event.prevent_default();
                on_cell.emit((grid[row][column].0, true));
                return;
            }
            _ => return,
        };
        event.prevent_default();
        let (cell, id) = &grid[row][column.min(grid[row].len() - 1)];
        if let Some(drawn) = drawn(id).and_then(|drawn| drawn.dyn_into::<web_sys::HtmlElement>().ok()) {
            let _ = drawn.focus();
        }
        on_cell.emit((*cell, false));
    })
}
