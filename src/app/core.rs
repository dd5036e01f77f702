//! The core, which is a module of its own: what it saw comes over as bytes.
//!
//! So a failure in the core leaves the page alive, which then has a fresh core
//! started (`www/boot.js`) and goes on.

use gouji::render::view::{self, View};
use js_sys::JsString;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(js_namespace = gouji)]
extern "C" {
    #[wasm_bindgen(catch)]
    fn view(text: &JsString) -> Result<Vec<u8>, JsValue>;
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = goujiRestart)]
    fn restart();
}

/// Checks `text`; `None` when the core has failed, which is then a fresh one.
pub fn check(text: &JsString) -> Option<View> {
    let view = view(text).ok().and_then(|bytes| view::read(&bytes));
    if view.is_none() {
        restart();
    }
    view
}
