//! The three tables as the statutory form draws them.

use gouji::form::CellRef;
use gouji::report::CellState;
use gouji::text::Number;
use wasm_bindgen::JsCast;
use yew::prelude::*;

use super::element::{Element, button, element, words_in};
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
pub fn drawn(id: &str) -> Option<web_sys::Element> {
    // Ids are made of letters, digits, dots, slashes and underscores.
    dom::document()?.query_selector(&format!("td[data-cell='{id}']")).ok()?
}

/// The tables, and below them what the chosen cell takes part in.
pub fn tables(view: &Shared, focus: Option<Focus>, asks: &Asks) -> Element {
    let lang = view.lang;
    let chosen = focus.and_then(|focus| view.cell_of(focus));
    let (finding, strip_cell) = match focus {
        Some(Focus::Finding(index)) => (Some(index), None),
        Some(Focus::Cell(cell)) => (None, view.cell(cell)),
        None => (None, None),
    };
    let mut list = element("div").class("tables");
    if view.form.is_none() {
        list = list.add(words_in("p", "nothing", words::NO_FORM.get(lang)));
    }
    for (index, table) in view.tables.iter().enumerate().filter(|(_, table)| !table.rows.is_empty()) {
        let chosen = chosen.filter(|cell| cell.table == table.key);
        list = list.add(html! {
            <Form key={table.key.key()} view={view.clone()} {index} {chosen}
                {finding} on_cell={asks.on_cell.clone()} />
        });
    }
    let title = words_in("h2", "pane-title", words::TABLES.get(lang)).set("id", "tables-title");
    element("section")
        .class("pane tables-pane")
        .set("aria-labelledby", "tables-title")
        .add(element("div").class("pane-head").add(title))
        .add(list)
        .add_if(strip_cell.map(|cell| strip(view, cell, asks)))
}

fn strip(view: &View, cell: &CellView, asks: &Asks) -> Element {
    let Asks { on_finding, on_leave, .. } = asks;
    let lang = view.lang;
    let to_finding = cell.finding.map(|(index, severity)| {
        let number = (index + 1).to_string();
        let words = [icon(severity), " ", severity.name().get(lang), " ", &number].concat();
        button("to-finding", &words, on_finding.reform(move |_| (index, false))).class(severity.key())
    });
    let close = button("quiet close", "×", on_leave.reform(|_| ())).set("aria-label", words::CLOSE.get(lang));
    let head = element("p")
        .class("strip-head")
        .add(words_in("b", "", &cell.name))
        .add(words_in("span", "strip-value", &shown(cell)))
        .add_if(state_name(cell.state).map(|state| words_in("span", "strip-state", state.get(lang))))
        .add_if(to_finding)
        .add(close);
    let strip = element("section").class("strip").set("aria-label", &cell.name).add(head);
    if view.sums_of(cell.cell).is_empty() {
        strip.add(words_in("p", "nothing", words::NO_SUMS.get(lang)))
    } else {
        strip.add(sums(view, cell.cell, false))
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
    let heads =
        table.rows.iter().take_while(|row| !row.iter().any(|d| matches!(d, Drawn::Value(..)))).count();
    let title = [table.key.name().get(lang), " ", table.key.section().section().title.get(lang)].concat();
    let trouble = table.trouble.as_ref().map(|trouble| words_in("span", "trouble", trouble));
    // 表二 has heads in the middle; those of the other two stay in view.
    let (mut head, mut body) = (element("thead"), element("tbody"));
    for (index, row) in table.rows.iter().enumerate() {
        let cells = row.iter().map(|drawn| cell(drawn, lang, *chosen, stop, &lit, on_cell));
        let row = element("tr").add_all(cells);
        if index < heads {
            head = head.add(row);
        } else {
            body = body.add(row);
        }
    }
    let drawn = element("table")
        .on_key(keys(table, on_cell))
        .add(words_in("caption", "", &title).add_if(trouble))
        .add(head)
        .add(body);
    let extra = table.extra.iter().map(|(label, values)| {
        let values = words_in("span", "extra-values", &values.join(" · "));
        words_in("li", "", label).text(" ").add(values)
    });
    let has_extra = !table.extra.is_empty();
    element("div")
        .class("form")
        .class(table.key.key())
        .add(drawn)
        .add_if(has_extra.then(|| words_in("p", "extra-title", words::EXTRA.get(lang))))
        .add_if(has_extra.then(|| element("ul").class("extra").add_all(extra)))
        .into()
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
) -> Element {
    let spanning = |element: Element, name: &'static str, count: u8| {
        if count > 1 { element.set(name, &count.to_string()) } else { element }
    };
    match drawn {
        Drawn::Label { text, columns, rows, heads_row } => {
            let scope = match (heads_row, *rows > 1 && *heads_row, *columns > 1 && !*heads_row) {
                (true, true, _) => "rowgroup",
                (true, false, _) => "row",
                (false, _, true) => "colgroup",
                (false, _, false) => "col",
            };
            let head = words_in("th", "", text).set("scope", scope);
            spanning(spanning(head, "colspan", *columns), "rowspan", *rows)
        }
        Drawn::Value(cell, columns) => {
            let place = cell.cell;
            let zero = cell.value == Some(Number::ZERO) && cell.finding.is_none();
            let title = match state_name(cell.state) {
                Some(state) => &[&cell.name, " · ", state.get(lang)].concat(),
                None => &cell.name,
            };
            let value = element("td")
                .class("value")
                .class_if(zero, "zero")
                .class(cell.finding.map_or("", |(_, severity)| severity.key()))
                .class_if(chosen == Some(place), "chosen")
                .class_if(lit.contains(&place), "lit")
                .set("tabindex", if stop == Some(place) { "0" } else { "-1" })
                .set("title", title)
                .set("data-cell", &cell.id)
                .set("data-state", cell.state.key())
                .on_click(on_cell.reform(move |_| (place, true)))
                .text(&shown(cell));
            let finding = cell.finding.map(|(index, _)| {
                let number = (index + 1).to_string();
                let name = [words::FINDINGS.get(lang), " ", &number].concat();
                words_in("sup", "finding-number", &number).set("aria-label", &name)
            });
            spanning(value, "colspan", *columns).add_if(finding)
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
        let target: Option<web_sys::Element> = event.target().and_then(|target| target.dyn_into().ok());
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
