//! The few places of the document that the page reaches for by name.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement, HtmlTextAreaElement};

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

/// Scrolls the nearest scrolling ancestors so that `element` is in view, and no
/// further than needed.
pub fn reveal(element: &Element) {
    let options = web_sys::ScrollIntoViewOptions::new();
    options.set_block(web_sys::ScrollLogicalPosition::Nearest);
    options.set_inline(web_sys::ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}
