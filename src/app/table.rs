//! The three tables as the statutory form draws them.

use gouji::Lang;
use gouji::form::{CellRef, Edition, LayoutCell, LayoutRow, layout};
use gouji::render::view::{CellView, TableView};
use gouji::report::{CellState, UnreadReason};
use wasm_bindgen::JsCast;
use yew::prelude::*;

use super::element::{Element, button, element, words_in};
use super::findings::icon;
use super::formula::sums;
use super::state::Focus;
use super::view::Shown;
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
pub fn tables(view: &Shown, lang: Lang, focus: Option<Focus>, asks: &Asks) -> Element {
    let chosen = focus.and_then(|focus| view.cell_of(focus));
    let (finding, strip_cell) = match focus {
        Some(Focus::Finding(index)) => (Some(index), None),
        Some(Focus::Cell(cell)) => (None, view.cell(cell)),
        None => (None, None),
    };
    let mut list = element("div").class("tables");
    match view.form() {
        None => list = list.add(words_in("p", "nothing", words::NO_FORM.get(lang))),
        Some(_) => {
            for (index, table) in view.tables.iter().enumerate() {
                let chosen = chosen.filter(|cell| cell.table == table.key);
                list = list.add(html! {
                    <Form key={table.key.key()} view={view.clone()} {lang} {index} {chosen}
                        {finding} on_cell={asks.on_cell.clone()} />
                });
            }
        }
    }
    let title = words_in("h2", "pane-title", words::TABLES.get(lang)).set("id", "tables-title");
    element("section")
        .class("pane tables-pane")
        .set("aria-labelledby", "tables-title")
        .add(element("div").class("pane-head").add(title))
        .add(list)
        .add_if(strip_cell.map(|cell| strip(view, lang, cell, asks)))
}

fn strip(view: &Shown, lang: Lang, cell: &CellView, asks: &Asks) -> Element {
    let Asks { on_finding, on_leave, .. } = asks;
    let name = view.form().map(|form| form.cell_name(cell.cell, lang)).unwrap_or_default();
    let to_finding = cell.finding.map(|(index, severity)| {
        let number = (index + 1).to_string();
        let index = index as usize;
        let words = [icon(severity), " ", severity.name().get(lang), " ", &number].concat();
        button("to-finding", &words, on_finding.reform(move |_| (index, false))).class(severity.key())
    });
    let close = button("quiet close", "×", on_leave.reform(|_| ())).set("aria-label", words::CLOSE.get(lang));
    let head = element("p")
        .class("strip-head")
        .add(words_in("b", "", &name))
        .add(words_in("span", "strip-value", &shown(cell)))
        .add_if(state_name(cell.state).map(|state| words_in("span", "strip-state", state.get(lang))))
        .add_if(to_finding)
        .add(close);
    let strip = element("section").class("strip").set("aria-label", &name).add(head);
    if view.sums_of(cell.cell).is_empty() {
        strip.add(words_in("p", "nothing", words::NO_SUMS.get(lang)))
    } else {
        strip.add(sums(view, lang, cell.cell, false))
    }
}

#[derive(Properties, PartialEq)]
struct FormProps {
    view: Shown,
    lang: Lang,
    index: usize,
    chosen: Option<CellRef>,
    finding: Option<usize>,
    on_cell: Callback<(CellRef, bool)>,
}

/// One table.
#[component]
fn Form(props: &FormProps) -> Html {
    let FormProps { view, lang, index, chosen, finding, on_cell } = props;
    let lang = *lang;
    let Some((table, form)) = view.tables.get(*index).zip(view.form()) else { return Html::default() };
    let rows = layout(form, table.key);
    let lit = lit_cells(view, *chosen, *finding);
    // One cell of a table takes the keyboard's focus; the arrows go on from there.
    let stop = chosen.or_else(|| rows.iter().flatten().find_map(place));
    let heads = rows.iter().take_while(|row| row.iter().find_map(place).is_none()).count();
    let title = [table.key.name().get(lang), " ", table.key.section().section().title.get(lang)].concat();
    let trouble = trouble(table).map(|trouble| words_in("span", "trouble", trouble.get(lang)));
    // 表二 has heads in the middle; those of the other two stay in view.
    let (mut head, mut body) = (element("thead"), element("tbody"));
    let pen = Pen { view, form, lang, chosen: *chosen, stop, lit, on_cell };
    for (index, row) in rows.iter().enumerate() {
        let cells = row.iter().map(|cell| pen.cell(cell));
        let row = element("tr").add_all(cells);
        if index < heads {
            head = head.add(row);
        } else {
            body = body.add(row);
        }
    }
    let drawn = element("table")
        .on_key(keys(form, &rows, on_cell))
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
fn lit_cells(view: &Shown, chosen: Option<CellRef>, finding: Option<usize>) -> Vec<CellRef> {
    if let Some(finding) = finding.and_then(|index| view.findings.get(index)) {
        return finding.related.iter().filter_map(|(cell, _)| *cell).collect();
    }
    let sums = chosen.map(|cell| view.sums_of(cell)).unwrap_or_default();
    sums.into_iter().flat_map(|sum| sum.left.iter().chain(&sum.right).copied()).collect()
}

/// Why there is nothing to see in a table.
fn trouble(table: &TableView) -> Option<gouji::Text> {
    match table.unread {
        _ if !table.there => Some(words::TABLE_ABSENT),
        Some(UnreadReason::BoundariesLost) => Some(words::BOUNDARIES_LOST),
        Some(UnreadReason::Scattered) => Some(words::SCATTERED),
        Some(UnreadReason::NoValues) => Some(words::NO_VALUES),
        None => None,
    }
}

/// The cell of a place for a value.
fn place(drawn: &LayoutCell) -> Option<CellRef> {
    match drawn {
        LayoutCell::Value { cell, .. } => Some(*cell),
        LayoutCell::Label { .. } => None,
    }
}

/// Draws the cells of one table.
struct Pen<'a> {
    view: &'a Shown,
    form: &'static Edition,
    lang: Lang,
    chosen: Option<CellRef>,
    /// The cell that takes the keyboard's focus.
    stop: Option<CellRef>,
    lit: Vec<CellRef>,
    on_cell: &'a Callback<(CellRef, bool)>,
}

impl Pen<'_> {
    fn cell(&self, drawn: &LayoutCell) -> Element {
        let spanning = |element: Element, name: &'static str, count: u8| {
            if count > 1 { element.set(name, &count.to_string()) } else { element }
        };
        match drawn {
            LayoutCell::Label { text, en, columns, rows, heads_row } => {
                let scope = match (heads_row, *rows > 1 && *heads_row, *columns > 1 && !*heads_row) {
                    (true, true, _) => "rowgroup",
                    (true, false, _) => "row",
                    (false, _, true) => "colgroup",
                    (false, _, false) => "col",
                };
                let words = if self.lang == Lang::En { en } else { text };
                let head = words_in("th", "", words).set("scope", scope);
                spanning(spanning(head, "colspan", *columns), "rowspan", *rows)
            }
            LayoutCell::Value { cell, columns } => match self.view.cell(*cell) {
                Some(cell) => self.value(cell, spanning(element("td"), "colspan", *columns)),
                None => element("td"),
            },
        }
    }

    fn value(&self, cell: &CellView, drawn: Element) -> Element {
        let Self { lang, form, .. } = *self;
        let place = cell.cell;
        let zero = cell.value.as_deref() == Some("0") && cell.finding.is_none();
        let name = form.cell_name(place, lang);
        let title = match state_name(cell.state) {
            Some(state) => [&name, " · ", state.get(lang)].concat(),
            None => name,
        };
        let finding = cell.finding.map(|(index, _)| {
            let number = (index + 1).to_string();
            let name = [words::FINDINGS.get(lang), " ", &number].concat();
            words_in("sup", "finding-number", &number).set("aria-label", &name)
        });
        drawn
            .class("value")
            .class_if(zero, "zero")
            .class(cell.finding.map_or("", |(_, severity)| severity.key()))
            .class_if(self.chosen == Some(place), "chosen")
            .class_if(self.lit.contains(&place), "lit")
            .set("tabindex", if self.stop == Some(place) { "0" } else { "-1" })
            .set("title", &title)
            .set("data-cell", &form.cell_id(place))
            .set("data-state", cell.state.key())
            .on_click(self.on_cell.reform(move |_| (place, true)))
            .text(&shown(cell))
            .add_if(finding)
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
fn keys(
    form: &'static Edition,
    rows: &[LayoutRow],
    on_cell: &Callback<(CellRef, bool)>,
) -> Callback<KeyboardEvent> {
    let mut grid: Vec<Vec<(CellRef, String)>> = Vec::new();
    for row in rows {
        let values: Vec<_> = row.iter().filter_map(place).map(|cell| (cell, form.cell_id(cell))).collect();
        if !values.is_empty() {
            grid.push(values);
        }
    }
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
