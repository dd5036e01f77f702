//! A cell of a table that is being edited, in its place.

use gouji::render::view::CellView;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement, HtmlInputElement};
use yew::prelude::*;

use super::element::{Element, element};
use super::hand::{Hand, Task};
use super::state::Action;

/// The field that stands in the cell. Enter and leaving it write its words into the
/// text; Escape leaves the cell as it was.
pub fn input(cell: &CellView, name: &str, hand: &Hand) -> Element {
    let place = cell.cell;
    let before = cell.shown.clone();
    let leaving = hand.clone();
    let write = {
        let hand = hand.clone();
        move |event: &Event| {
            let Some(input) = event.target().and_then(|t| t.dyn_into::<HtmlInputElement>().ok()) else {
                return;
            };
            // Losing the focus to the text, as writing into it does, is no second time.
            if input.has_attribute("data-done") {
                return;
            }
            let _ = input.set_attribute("data-done", "");
            let value = input.value();
            if value.trim() == before {
                hand.act(Action::Editing(None));
            } else {
                hand.perform(Task::Edit(place, value.trim().to_string()));
            }
        }
    };
    let write_and_stay = {
        let (write, hand) = (write.clone(), hand.clone());
        Callback::from(move |event: KeyboardEvent| {
            event.stop_propagation();
            match event.key().as_str() {
                "Enter" if !event.is_composing() => write(&event),
                "Escape" => leaving.act(Action::Editing(None)),
                _ => return,
            }
            event.prevent_default();
            hand.perform(Task::Cell(place));
        })
    };
    let on_blur = Callback::from(move |event: FocusEvent| {
        let to = event.related_target().and_then(|to| to.dyn_into::<HtmlElement>().ok());
        write(&event);
        if let Some(to) = to {
            let _ = to.focus();
        }
    });
    let stay = Callback::from(|event: MouseEvent| event.stop_propagation());
    element("input")
        .class("cell-input")
        .set("value", &cell.shown)
        .set("aria-label", name)
        .set("autocomplete", "off")
        .on_click(stay.clone())
        .on_double_click(stay)
        .on_key(write_and_stay)
        .on_blur(on_blur)
}
