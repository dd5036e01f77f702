//! The three tables as the statutory form draws them.

use gouji::Lang;
use gouji::form::{CellRef, Edition, LayoutCell, LayoutRow, TableKey, layout};
use gouji::render::view::{CellView, TableView};
use gouji::report::{CellState, UnreadReason};
use wasm_bindgen::JsCast;
use yew::prelude::*;

use super::card::icon;
use super::element::{Element, button, close_button, element, words_in};
use super::formula::sums;
use super::hand::{Hand, Task};
use super::mend::{fill_edits, is_blank};
use super::state::{Action, Focus, Go};
use super::view::Shown;
use super::{dom, edit, words};

/// The table cell drawn for the cell with the contract's id `id`.
pub fn drawn(id: &str) -> Option<web_sys::Element> {
    // Ids are made of letters, digits, dots, slashes and underscores.
    dom::document()?.query_selector(&format!("td[data-cell='{id}']")).ok()?
}

/// What of the page's state the tables show.
#[derive(Debug, Clone, Copy)]
pub struct Looks {
    /// What the user is looking at.
    pub focus: Option<Focus>,
    /// The cell that is being edited.
    pub editing: Option<CellRef>,
    /// The table whose blank cells are about to be filled.
    pub filling: Option<TableKey>,
}

/// The tables, and below them what the chosen cell takes part in.
pub fn tables(view: &Shown, lang: Lang, looks: Looks, hand: &Hand) -> Element {
    let chosen = looks.focus.and_then(|focus| view.cell_of(focus));
    let (finding, strip_cell) = match looks.focus {
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
                let editing = looks.editing.filter(|cell| cell.table == table.key);
                let filling = looks.filling == Some(table.key);
                list = list.add(html! {
                    <Form key={table.key.key()} view={view.clone()} {lang} {index} {chosen} {editing}
                        {filling} {finding} hand={hand.clone()} />
                });
            }
        }
    }
    let title = words_in("h2", "pane-title", words::TABLES.get(lang)).set("id", "tables-title");
    element("section")
        .class("pane tables-pane")
        .set("aria-labelledby", "tables-title")
        .add(element("div").class("pane-head").add(title).add(jumps(view, lang)))
        .add(list)
        .add_if(strip_cell.map(|cell| strip(view, lang, cell, hand)))
}

/// Ways to each table, with how many of its cells are wrong.
fn jumps(view: &Shown, lang: Lang) -> Element {
    let jumps = view.tables.iter().filter(|_| view.form().is_some()).map(|table| {
        let key = table.key;
        let on_click = Callback::from(move |_| {
            let form =
                dom::document().and_then(|d| d.query_selector(&[".form.", key.key()].concat()).ok()?);
            if let Some(form) = form {
                form.scroll_into_view();
            }
        });
        let wrong = view.cells.iter().filter(|c| c.cell.table == key && c.finding.is_some()).count();
        button("quiet", key.name().get(lang), on_click)
            .add_if((wrong > 0).then(|| words_in("span", "pane-count", &wrong.to_string())))
    });
    element("div").class("jumps").add_all(jumps)
}

fn strip(view: &Shown, lang: Lang, cell: &CellView, hand: &Hand) -> Element {
    let name = view.form().map(|form| form.cell_name(cell.cell, lang)).unwrap_or_default();
    let to_finding = cell.finding.map(|(index, severity)| {
        let number = (index + 1).to_string();
        let words = [icon(severity), " ", severity.name().get(lang), " ", &number].concat();
        let act = Action::Chose(Focus::Finding(index as usize), Go::Card);
        button("to-finding", &words, hand.on_act(act)).class(severity.key())
    });
    let edit = cell.span.map(|_| {
        button("", words::EDIT.get(lang), hand.on_act(Action::Editing(Some(cell.cell))))
            .set("id", "edit-cell")
    });
    let close = close_button(words::CLOSE.get(lang), hand.on_act(Action::Left));
    let head = element("p")
        .class("strip-head")
        .add(words_in("b", "", &name))
        .add(element("span").class("strip-value").mixed(&shown(cell), lang))
        .add_if(state_name(cell.state).map(|state| words_in("span", "strip-state", state.get(lang))))
        .add_if(to_finding)
        .add_if(edit)
        .add(close);
    let strip = element("section").class("strip").set("aria-label", &name).add(head);
    if view.sums_of(cell.cell).is_empty() {
        strip.add(words_in("p", "nothing", words::NO_SUMS.get(lang)))
    } else {
        strip.add(sums(view, lang, cell.cell, false, hand))
    }
}

#[derive(Properties, PartialEq)]
struct FormProps {
    view: Shown,
    lang: Lang,
    index: usize,
    chosen: Option<CellRef>,
    editing: Option<CellRef>,
    filling: bool,
    finding: Option<usize>,
    hand: Hand,
}

/// One table.
#[component]
fn Form(props: &FormProps) -> Html {
    let FormProps { view, lang, index, chosen, editing, filling, finding, hand } = props;
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
    let pen =
        Pen { view, form, lang, chosen: *chosen, editing: *editing, filling: *filling, stop, lit, hand };
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
        .on_key(keys(form, &rows, hand))
        .add(words_in("caption", "", "").mixed(&title, lang).add_if(trouble))
        .add(head)
        .add(body);
    let extra = table.extra.iter().map(|(label, values)| {
        let values = element("span").class("extra-values").mixed(&values.join(" · "), lang);
        element("li").mixed(label, lang).text(" ").add(values)
    });
    let has_extra = !table.extra.is_empty();
    element("div")
        .class("form")
        .class(table.key.key())
        .add_if(fill(view, lang, table.key, *filling, hand))
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
    editing: Option<CellRef>,
    filling: bool,
    hand: &'a Hand,
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
                // Within its cell the label can follow what is scrolled.
                let words = element("span").mixed(words, self.lang);
                let head = element("th").add(words).set("scope", scope);
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
        let mut title = form.cell_name(place, lang);
        if let Some(state) = state_name(cell.state) {
            title = [&title, " · ", state.get(lang)].concat();
        }
        if let Some(finding) = cell.finding.and_then(|(index, _)| self.view.finding(index as usize)) {
            title = [&title, "\n", finding.message.get(lang)].concat();
        }
        let shown = shown(cell);
        let finding = cell.finding.map(|(index, _)| {
            element("sup")
                .class("finding-number")
                .add(words_in("span", "unseen", words::FINDING.get(lang)))
                .text(&(index + 1).to_string())
        });
        let fills = self.filling && is_blank(self.view, place, place.table);
        let drawn = drawn
            .class("value")
            .class_if(zero, "zero")
            .class(cell.finding.map_or("", |(_, severity)| severity.key()))
            .class_if(self.chosen == Some(place), "chosen")
            .class_if(self.lit.contains(&place), "lit")
            .class_if(fills, "fills")
            .set("tabindex", if self.stop == Some(place) { "0" } else { "-1" })
            .set("title", &title)
            .set("data-cell", &form.cell_id(place))
            .set("data-state", cell.state.key())
            .on_click(self.hand.on_act(Action::Chose(Focus::Cell(place), Go::Cell)))
            .on_double_click(self.hand.on_act(Action::Editing(Some(place))));
        if self.editing == Some(place) && cell.span.is_some() {
            return drawn.add(edit::input(cell, &form.cell_name(place, lang), self.hand));
        }
        drawn.mixed(if fills { "0" } else { &shown }, lang).add_if(finding)
    }
}

/// What fills the blank cells of a table, first looked at and then done.
fn fill(view: &Shown, lang: Lang, table: TableKey, filling: bool, hand: &Hand) -> Option<Element> {
    let count = fill_edits(view, table).len();
    if count == 0 {
        return None;
    }
    if !filling {
        let ask = button("", &words::fill(count, lang), hand.on_act(Action::Filling(Some(table))));
        return Some(element("p").class("fill").add(ask.class("fill-ask")));
    }
    let make = button("fill-make", &words::fill_make(count, lang), hand.on_task(Task::Fill(table)));
    let leave = button("", words::CANCEL.get(lang), hand.on_act(Action::Filling(None)));
    let told = words_in("span", "", words::FILL_LOOK.get(lang));
    Some(element("p").class("fill looking").set("role", "status").add(told).add(make).add(leave))
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

/// Arrow keys go from value to value, Enter edits, the space bar goes into the text.
fn keys(form: &'static Edition, rows: &[LayoutRow], hand: &Hand) -> Callback<KeyboardEvent> {
    let mut grid: Vec<Vec<(CellRef, String)>> = Vec::new();
    for row in rows {
        let values: Vec<_> = row.iter().filter_map(place).map(|cell| (cell, form.cell_id(cell))).collect();
        if !values.is_empty() {
            grid.push(values);
        }
    }
    let hand = hand.clone();
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
            "Enter" | "F2" if !event.ctrl_key() => {
                event.prevent_default();
                hand.act(Action::Editing(Some(grid[row][column].0)));
                return;
            }
            " " => {
                event.prevent_default();
                hand.act(Action::Chose(Focus::Cell(grid[row][column].0), Go::Text));
                return;
            }
            _ => return,
        };
        event.prevent_default();
        hand.act(Action::Chose(Focus::Cell(grid[row][column.min(grid[row].len() - 1)].0), Go::Cell));
    })
}
