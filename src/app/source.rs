//! The text: in the text area, or, when it is too long for one, held beside it.

use std::cell::Cell;

use js_sys::JsString;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlTextAreaElement;

use gouji::render::view::Place;

use super::{dom, mirror};

/// The longest text that goes into the text area, in UTF-16 code units. A text area
/// of some million characters freezes the browser for seconds at every key.
const AREA_CAP: u32 = 1_000_000;
/// How much of a held text is shown.
const EXCERPT: u32 = 20_000;
/// Where the page keeps a held text: outside the module, so that it outlives a trap.
const HELD: &str = "goujiHeld";

thread_local! {
    /// Where the excerpt that is shown begins in the held text.
    static BASE: Cell<u32> = const { Cell::new(0) };
}

/// Whether `text` is too long for the text area.
pub fn is_long(text: &JsString) -> bool {
    text.length() > AREA_CAP
}

/// The held text, if there is one.
pub fn held() -> Option<JsString> {
    js_sys::Reflect::get(&js_sys::global(), &HELD.into()).ok()?.dyn_into().ok()
}

/// The whole text. What is over the cap by far is cut to just over it: it will be
/// refused, and there is no need to copy it for that.
pub fn text() -> JsString {
    let over = gouji::text::TEXT_CAP as u32 + 1;
    match held() {
        Some(text) if text.length() > over => text.slice(0, over),
        Some(text) => text,
        None => value().unwrap_or_else(|| JsString::from("")),
    }
}

/// The report of the year before; empty without one.
pub fn previous() -> JsString {
    dom::area("previous").and_then(|area| value_of(&area)).unwrap_or_else(|| JsString::from(""))
}

/// A piece of the text.
pub fn piece(start: u32, end: u32) -> Option<String> {
    let text = held().or_else(value)?;
    Some(String::from(text.slice(start.min(text.length()), end.min(text.length()))))
}

/// Whether all of the text is selected, so that a paste takes its place.
pub fn is_all_selected() -> bool {
    dom::text_area().is_some_and(|area| {
        let (start, end) = (area.selection_start().ok().flatten(), area.selection_end().ok().flatten());
        start == Some(0) && end == Some(area.text_length())
    })
}

/// The place of the caret in the text; `None` while something is selected.
pub fn caret() -> Option<u32> {
    let area = dom::text_area()?;
    let (start, end) = (area.selection_start().ok()??, area.selection_end().ok()??);
    (start == end).then_some(start + BASE.get())
}

/// Takes a text that was put into the text area out of it if it is too long.
pub fn hold_if_long() {
    if dom::text_area().is_none_or(|area| area.text_length() <= AREA_CAP) {
        return;
    }
    if let Some(text) = value() {
        hold(&text);
    }
}

/// What stands in the text area, as the browser has it: a copy into this module would
/// be for nothing, and would lose a lone surrogate.
fn value() -> Option<JsString> {
    value_of(&dom::text_area()?)
}

fn value_of(area: &HtmlTextAreaElement) -> Option<JsString> {
    js_sys::Reflect::get(area, &"value".into()).ok()?.dyn_into().ok()
}

/// Holds `text` and shows its beginning.
pub fn hold(text: &JsString) {
    // Defining a property of the window does not fail.
    let _ = js_sys::Reflect::set(&js_sys::global(), &HELD.into(), text);
    show_excerpt(text, 0);
}

/// Lets a held text go; the text area is the user's again.
pub fn release() {
    let Some(area) = dom::text_area() else { return };
    if held().is_some() {
        let _ = js_sys::Reflect::set(&js_sys::global(), &HELD.into(), &JsValue::NULL);
        BASE.set(0);
        area.set_read_only(false);
        area.set_value("");
    }
}

/// Makes `text` the whole text, with nothing to undo.
pub fn set(text: &JsString) {
    if is_long(text) {
        hold(text);
    } else if let Some(area) = dom::text_area() {
        // As a property, so that it is not copied into this module.
        let _ = js_sys::Reflect::set(&area, &"value".into(), text);
        focus(&area);
    }
}

fn show_excerpt(text: &JsString, base: u32) {
    let Some(area) = dom::text_area() else { return };
    BASE.set(base);
    area.set_read_only(true);
    area.set_value(&String::from(text.slice(base, base + EXCERPT)));
}

/// Selects a place of the text and scrolls to it; `enter` moves the focus there too.
pub fn select(place: Place, enter: bool) {
    let Some(area) = dom::text_area() else { return };
    if let Some(text) = held() {
        let base = BASE.get();
        if place[0] < base || place[1] > base + EXCERPT {
            show_excerpt(&text, place[0].saturating_sub(EXCERPT / 2));
        }
    }
    let base = BASE.get();
    let [start, end] = place.map(|offset| offset.saturating_sub(base));
    if enter {
        focus(&area);
    }
    // The range is within the text; a text area without layout takes it as well.
    let _ = area.set_selection_range(start, end);
    scroll_to(&area, start);
}

fn scroll_to(area: &HtmlTextAreaElement, offset: u32) {
    let height = f64::from(area.client_height());
    let top = mirror::top_of_focus().unwrap_or_else(|| {
        // Without a mirror: as far down as the place is into the text.
        f64::from(area.scroll_height()) * f64::from(offset) / f64::from(area.text_length().max(1))
    });
    let shown = f64::from(area.scroll_top());
    let line = height.min(48.0);
    if top < shown + line || top > shown + height - line * 1.5 {
        area.set_scroll_top((top - height / 3.0) as i32);
    }
    mirror::follow();
}

/// Back to the first line.
pub fn scroll_to_top() {
    if let Some(area) = dom::text_area() {
        let _ = area.set_selection_range(0, 0);
        area.set_scroll_top(0);
        mirror::follow();
    }
}

/// Replaces pieces of the text as typing does, all in one step, so that one undo takes
/// them back. `edits` stand in the order of the text and do not overlap.
pub fn replace_many(edits: &[(Place, String)]) {
    let (Some(area), Some(text)) = (dom::text_area().filter(|area| !area.read_only()), value()) else {
        return;
    };
    let (Some((first, _)), Some((last, _))) = (edits.first(), edits.last()) else { return };
    let mut between = String::new();
    let mut at = first[0];
    for ([start, end], words) in edits {
        between.push_str(&String::from(text.slice(at, *start)));
        between.push_str(words);
        at = *end;
    }
    // A narrow window shows another pane; what is not shown cannot be typed into.
    dom::mark_root("data-typing", "");
    focus(&area);
    let _ = area.set_selection_range(first[0], last[1]);
    if !type_in(&between) {
        let _ = area.set_range_text_with_start_and_end(&between, first[0], last[1]);
    }
    dom::unmark_root("data-typing");
}

/// Puts `text` in the place of the selection, as a paste does.
pub fn insert(text: &str) {
    let Some(area) = dom::text_area().filter(|area| !area.read_only()) else { return };
    focus(&area);
    if !type_in(text) {
        // Neither fails: the range is the text area's own.
        let (start, end) = (area.selection_start().ok().flatten(), area.selection_end().ok().flatten());
        let (start, end) = (start.unwrap_or(0), end.unwrap_or(0));
        let _ = area.set_range_text_with_start_and_end(text, start, end);
    }
}

/// Replaces the whole text.
pub fn replace_all(text: &str) {
    let Some(area) = dom::text_area() else { return };
    dom::mark_root("data-typing", "");
    focus(&area);
    area.select();
    if !type_in(text) {
        area.set_value(text);
    }
    dom::unmark_root("data-typing");
}

/// Replaces the selection as a key would. `false` where that is not possible.
fn type_in(text: &str) -> bool {
    // Typing many lines takes browsers the square of their number: 10,000 half a minute.
    if text.bytes().filter(|byte| *byte == b'\n').count() > 2000 {
        return false;
    }
    let Some(document) = dom::document().and_then(|d| d.dyn_into::<web_sys::HtmlDocument>().ok()) else {
        return false;
    };
    let command = if text.is_empty() { "delete" } else { "insertText" };
    document.exec_command_with_show_ui_and_value(command, false, text).unwrap_or(false)
}

fn focus(area: &HtmlTextAreaElement) {
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = area.focus_with_options(&options);
}
