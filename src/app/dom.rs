//! The few places of the document that the page reaches for by name.

use gouji::Lang;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, HtmlElement, HtmlTextAreaElement};

use super::element::runs;

/// The document; `None` in a worker.
pub fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// The element with `id`; `None` also where somebody else's element has the id of
/// ours but the page is not there.
pub fn by_id(id: &str) -> Option<Element> {
    document()?.get_element_by_id(id)
}

/// The document's root element.
pub fn root() -> Option<HtmlElement> {
    document()?.document_element()?.dyn_into().ok()
}

/// The text area. It stands in `index.html` and is never drawn again.
pub fn text_area() -> Option<HtmlTextAreaElement> {
    by_id("source")?.dyn_into().ok()
}

/// Sets an attribute of the root element.
pub fn mark_root(name: &str, value: &str) {
    if let Some(root) = root() {
        // Setting an attribute fails only for a name that is none.
        let _ = root.set_attribute(name, value);
    }
}

/// Removes an attribute of the root element.
pub fn unmark_root(name: &str) {
    if let Some(root) = root() {
        let _ = root.remove_attribute(name);
    }
}

/// Sets a property of the style sheet's first rule, which is `:root`'s. A style
/// attribute would be kept by a saved copy, and refused there by the page's policy.
pub fn set_property(name: &str, value: &str) {
    let rule = || -> Option<web_sys::CssStyleRule> {
        let sheet: web_sys::CssStyleSheet = document()?.style_sheets().item(0)?.dyn_into().ok()?;
        sheet.css_rules().ok()?.item(0)?.dyn_into().ok()
    };
    if let Some(rule) = rule() {
        let _ = rule.style().set_property(name, value);
    }
}

/// The page's own security policy.
pub fn policy() -> Option<String> {
    let meta = document()?.query_selector("meta[http-equiv='Content-Security-Policy']").ok()??;
    meta.get_attribute("content")
}

/// Scrolls the nearest scrolling ancestors so that `element` is in view, and no
/// further than needed.
pub fn reveal(element: &Element) {
    let options = web_sys::ScrollIntoViewOptions::new();
    options.set_block(web_sys::ScrollLogicalPosition::Nearest);
    options.set_inline(web_sys::ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// What stands in the text area with `id`.
pub fn area_value(id: &str) -> String {
    area(id).map(|area| area.value()).unwrap_or_default()
}

/// The text area with `id`.
pub fn area(id: &str) -> Option<HtmlTextAreaElement> {
    by_id(id)?.dyn_into().ok()
}

/// Copies what stands in the text area with `id`, and leaves it selected. `false` where
/// the browser refuses: then the user can copy it.
pub fn copy_area(id: &str) -> bool {
    let Some(area) = area(id) else { return false };
    let _ = area.focus();
    area.select();
    document()
        .and_then(|document| document.dyn_into::<web_sys::HtmlDocument>().ok())
        .is_some_and(|document| document.exec_command("copy").unwrap_or(false))
}

/// Closes the reasons that hang below the verdict, unless `within` is a part of them.
pub fn close_details(within: Option<&Element>) {
    let open = document().and_then(|d| d.query_selector("details.tally[open]").ok()?);
    if let Some(open) = open.filter(|open| !open.contains(within.map(AsRef::as_ref))) {
        let _ = open.remove_attribute("open");
    }
}

/// Moves the focus to the first element that `selector` names.
pub fn focus(selector: &str) -> Option<()> {
    let element: HtmlElement = document()?.query_selector(selector).ok()??.dyn_into().ok()?;
    element.focus().ok()
}

/// Whether the focus is nowhere, as after what had it is gone.
pub fn focus_is_lost() -> bool {
    let document = document();
    let active = document.as_ref().and_then(Document::active_element);
    active.is_none_or(|active| document.and_then(|d| d.body()).is_some_and(|body| *body == active))
}

/// Says something to screen readers, once.
pub fn say(words: &str, lang: Lang) {
    let (Some(live), Some(document)) = (by_id("live"), document()) else { return };
    live.set_text_content(None);
    for (chinese, run) in runs(words, lang) {
        let Ok(piece) = document.create_element(if chinese { "bdi" } else { "span" }) else { return };
        if chinese {
            let _ = piece.set_attribute("lang", "zh");
        }
        piece.set_text_content(Some(run));
        let _ = live.append_child(&piece);
    }
}

/// Calls a function of the page's own script (`www/boot.js`).
pub fn call(name: &str, words: &[&str]) {
    let function = js_sys::Reflect::get(&js_sys::global(), &name.into());
    if let Some(function) = function.ok().and_then(|f| f.dyn_into::<js_sys::Function>().ok()) {
        let arguments: js_sys::Array = words.iter().map(|words| JsValue::from(*words)).collect();
        let _ = function.apply(&JsValue::NULL, &arguments);
    }
}

/// Moves the focus into a field, with all of it selected.
pub fn focus_and_select(selector: &str) -> Option<()> {
    let field: web_sys::HtmlInputElement = document()?.query_selector(selector).ok()??.dyn_into().ok()?;
    field.focus().ok()?;
    field.select();
    Some(())
}

/// What has the focus.
pub fn active() -> Option<HtmlElement> {
    document()?.active_element()?.dyn_into().ok()
}
