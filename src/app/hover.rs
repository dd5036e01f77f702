//! What the pointer is over, in all three views at once. It changes with every
//! movement, so it is told to the elements themselves and not to the state.

use std::cell::Cell;

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, MouseEvent};

use super::state::Focus;
use super::view::Shown;
use super::{dom, mirror, table};

thread_local! {
    static OVER: Cell<Option<Focus>> = const { Cell::new(None) };
    static PRESSED: Cell<bool> = const { Cell::new(false) };
}

/// Whether the pointer is pressed.
pub fn is_pressed() -> bool {
    PRESSED.get()
}

/// Listens to the pointer and, for what leads to a cell, to the keyboard's focus.
pub fn listen(view: impl Fn() -> Option<Shown> + Clone + 'static) -> Vec<EventListener> {
    let mut listeners = Vec::new();
    if let Some(result) = dom::by_id("result") {
        for name in ["mouseover", "focusin"] {
            let view = view.clone();
            listeners.push(EventListener::new(&result, name, move |event| {
                if let Some(view) = view() {
                    show(&view, target(&view, event, name == "focusin"));
                }
            }));
        }
        let view = view.clone();
        listeners.push(EventListener::new(&result, "mouseleave", move |_| {
            if let Some(view) = view() {
                show(&view, None);
            }
        }));
    }
    if let Some(document) = dom::document() {
        for (name, pressed) in [("pointerdown", true), ("pointerup", false), ("pointercancel", false)] {
            let options = EventListenerOptions::run_in_capture_phase();
            listeners.push(EventListener::new_with_options(&document, name, options, move |event| {
                PRESSED.set(pressed);
                if pressed {
                    let on: Option<Element> = event.target().and_then(|target| target.dyn_into().ok());
                    dom::close_details(on.as_ref());
                }
            }));
        }
    }
    if let Some(area) = dom::text_area() {
        listeners.push(EventListener::new(&area, "mousemove", move |event| {
            let Some(event) = event.dyn_ref::<MouseEvent>() else { return };
            let at = mirror::at(f64::from(event.offset_x()), f64::from(event.offset_y()));
            if let Some(view) = view() {
                show(&view, at);
            }
        }));
    }
    listeners
}

/// What an event of the results is about.
fn target(view: &Shown, event: &Event, focused: bool) -> Option<Focus> {
    let element: Element = event.target()?.dyn_into().ok()?;
    // The focus alone says it all for cards and cells, which it chooses.
    let selector = if focused { "[data-goto]" } else { "[data-goto], td[data-cell], [data-finding]" };
    let element = element.closest(selector).ok()??;
    if let Some(index) = element.get_attribute("data-finding") {
        return index.parse().ok().map(Focus::Finding);
    }
    let id = element.get_attribute("data-goto").or_else(|| element.get_attribute("data-cell"))?;
    view.cell_by_id(&id).map(Focus::Cell)
}

/// Marks `over` wherever it is drawn, and nothing else.
fn show(view: &Shown, over: Option<Focus>) {
    if OVER.replace(over) == over {
        return;
    }
    let Some(document) = dom::document() else { return };
    while let Ok(Some(marked)) = document.query_selector("[data-over]") {
        let _ = marked.remove_attribute("data-over");
    }
    mirror::hover(over);
    let Some(over) = over else { return };
    let finding = match over {
        Focus::Finding(index) => Some(index),
        Focus::Cell(cell) => view.cell(cell).and_then(|cell| cell.finding).map(|(index, _)| index as usize),
    };
    let card =
        finding.and_then(|index| document.query_selector(&format!("[data-finding='{index}']")).ok()?);
    let cell = view.cell_of(over).zip(view.form()).and_then(|(cell, form)| table::drawn(&form.cell_id(cell)));
    for element in [card, cell].into_iter().flatten() {
        let _ = element.set_attribute("data-over", "");
    }
}
