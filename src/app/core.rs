//! The core, which is a module of its own: what it saw comes over as bytes.
//!
//! So a failure in the core leaves the page alive, which then has a fresh core
//! started (`www/boot.js`) and goes on.

use gouji::intake::taken::{Opened, Taken};
use gouji::render::view::{self, View};
use js_sys::JsString;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(js_namespace = gouji)]
extern "C" {
    #[wasm_bindgen(catch)]
    fn view(text: &JsString, previous: &JsString, profile: &str) -> Result<Vec<u8>, JsValue>;

    #[wasm_bindgen(catch, js_name = check)]
    fn document(text: &JsString, options: &JsValue) -> Result<JsValue, JsValue>;
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = goujiRestart)]
    fn restart();

    #[wasm_bindgen(js_name = goujiOpen)]
    fn open(bytes: &JsValue, then: JsValue);

    #[wasm_bindgen(js_name = goujiReadAt)]
    fn read_at(archive: &JsValue, index: usize, then: JsValue);

    #[wasm_bindgen(js_name = goujiShut)]
    fn shut();

    #[wasm_bindgen(js_name = goujiClipboard)]
    fn clipboard(markup: &JsString, then: JsValue);
}

/// Checks `text` against `previous`, the report of the year before, and by the settings
/// of `profile`; either may be empty. `None` when the core has failed, which is then a
/// fresh one.
pub fn check(text: &JsString, previous: &JsString, profile: &str) -> Option<View> {
    let view = view(text, previous, profile).ok().and_then(|bytes| view::read(&bytes));
    if view.is_none() {
        restart();
    }
    view
}

/// Has a file opened by the module that reads files, which comes with the first one.
/// `then` is told what the file holds; `None` when the reader has failed on it.
pub fn open_file(bytes: &JsValue, then: impl FnOnce(Option<Opened>) + 'static) {
    let then = Closure::once_into_js(move |opened: Option<Vec<u8>>| {
        then(opened.and_then(|bytes| Opened::from_bytes(&bytes)));
    });
    open(bytes, then);
}

/// Has a file of an archive read, by its place among the archive's files.
pub fn read_within(archive: &JsValue, index: usize, then: impl FnOnce(Option<Taken>) + 'static) {
    let then = Closure::once_into_js(move |taken: Option<Vec<u8>>| {
        then(taken.and_then(|bytes| Taken::from_bytes(&bytes)));
    });
    read_at(archive, index, then);
}

/// Lets go of the archive that was read last.
pub fn close_archive() {
    shut();
}

/// Has the clipboard's HTML read; `then` is told its text, or nothing where it holds no
/// table.
pub fn read_clipboard(markup: &JsString, then: impl FnOnce(Option<String>) + 'static) {
    clipboard(markup, Closure::once_into_js(then));
}

/// Everything that is to be said of `text`, as the object that scripts get; `None` when
/// the core has failed.
pub fn everything(text: &JsString, options: &JsValue) -> Option<JsValue> {
    let document = document(text, options).ok();
    if document.is_none() {
        restart();
    }
    document
}
