//! How the window is divided: a divider in a wide one, tabs in a narrow one.

use gouji::Lang;
use wasm_bindgen::JsCast;
use yew::prelude::*;

use super::element::{Element, button, element, words_in};
use super::state::Pane;
use super::{dom, mirror, words};

/// The narrowest and the widest the text pane may be, in per cent of the window.
const LIMITS: (i32, i32) = (20, 75);
/// What one press of an arrow key adds.
const STEP: i32 = 2;

/// The divider between the text and the rest.
pub fn divider(lang: Lang) -> Element {
    let on_down = Callback::from(|event: PointerEvent| {
        if let Some(target) = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok()) {
            let _ = target.set_pointer_capture(event.pointer_id());
            event.prevent_default();
        }
    });
    let on_move = Callback::from(|event: PointerEvent| {
        let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        if target.is_some_and(|target| target.has_pointer_capture(event.pointer_id())) {
            let whole = dom::root().map_or(1, |root| root.client_width().max(1));
            set_width(event.client_x() * 100 / whole);
        }
    });
    let on_key = Callback::from(|event: KeyboardEvent| {
        let step = match event.key().as_str() {
            "ArrowLeft" => -STEP,
            "ArrowRight" => STEP,
            _ => return,
        };
        event.prevent_default();
        if let Some(width) = width() {
            set_width(width + step);
        }
    });
    element("div")
        .class("divider")
        .set("role", "separator")
        .set("aria-orientation", "vertical")
        .set("tabindex", "0")
        .set("aria-label", words::DIVIDER.get(lang))
        .set("aria-valuemin", "20")
        .set("aria-valuemax", "75")
        .set("aria-valuenow", "45")
        .on_pointer(on_down, on_move)
        .on_key(on_key)
}

/// The text pane's share of the window, in per cent.
fn width() -> Option<i32> {
    let pane = dom::text_area()?.closest(".pane").ok()??;
    Some(pane.client_width() * 100 / dom::root()?.client_width().max(1))
}

fn set_width(percent: i32) {
    let percent = percent.clamp(LIMITS.0, LIMITS.1);
    dom::set_property("--text-width", &format!("{percent}%"));
    mirror::redraw();
    let divider = dom::document().and_then(|d| d.query_selector("[role=separator]").ok()?);
    if let Some(divider) = divider {
        let _ = divider.set_attribute("aria-valuenow", &percent.to_string());
    }
}

/// The tabs of a narrow window. They are buttons that say which one is pressed: a
/// wide window shows all three panes at once, so they are no tab list.
/// `counts` are the errors, warnings and hints of the last check.
pub fn tabs(lang: Lang, shown: Pane, counts: Option<[u32; 3]>, on_show: &Callback<Pane>) -> Element {
    let found: u32 = counts.map_or(0, |counts| counts.iter().sum());
    let tab = |pane: Pane, name: &'static str, count: u32| {
        let pressed = if shown == pane { "true" } else { "false" };
        button("tab", name, on_show.reform(move |_| pane))
            .set("data-tab", pane.key())
            .set("aria-pressed", pressed)
            .add_if((count > 0).then(|| words_in("span", "pane-count", &count.to_string())))
    };
    element("nav").class("tabs").add_all([
        tab(Pane::Source, words::SOURCE.get(lang), 0),
        tab(Pane::Findings, words::FINDINGS.get(lang), found),
        tab(Pane::Tables, words::TABLES.get(lang), 0),
    ])
}
