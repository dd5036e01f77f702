//! The core, which is a module of its own: what it saw comes over as bytes.
//!
//! So a failure in the core leaves the page alive, which then has a fresh core
//! started (`www/boot.js`) and goes on.

use gouji::render::view::{self, FileView, View};
use js_sys::JsString;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(js_namespace = gouji)]
extern "C" {
    #[wasm_bindgen(catch)]
    fn view(text: &JsString, previous: &JsString, profile: &str) -> Result<Vec<u8>, JsValue>;

    #[wasm_bindgen(catch)]
    fn open(bytes: &[u8]) -> Result<Vec<u8>, JsValue>;
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = goujiRestart)]
    fn restart();
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

/// The text of a file's bytes, or why there is none; `None` when the core has failed.
pub fn text_of(bytes: &[u8]) -> Option<FileView> {
    let read = open(bytes).ok().and_then(|bytes| view::read_file(&bytes));
    if read.is_none() {
        restart();
    }
    read
}
