//! The readers of files as a module of their own, which pages load when a file or a
//! clipboard's HTML first comes: it would weigh on the first load otherwise. Natively
//! there is nothing of it.

#[cfg(target_arch = "wasm32")]
mod module {
    use gouji::intake::encoding::Decoder;
    use gouji::intake::html;
    use gouji::intake::taken::Taken;
    use js_sys::{Function, Uint8Array};
    use wasm_bindgen::prelude::*;

    /// The browser's own decoder of GB18030: its tables need not be loaded.
    struct Browsers<'a>(&'a Function);

    impl Decoder for Browsers<'_> {
        fn gb18030(&self, bytes: &[u8]) -> String {
            let text = self.0.call1(&JsValue::NULL, &Uint8Array::from(bytes));
            text.ok().and_then(|text| text.as_string()).unwrap_or_default()
        }
    }

    /// Reads a file's bytes; `decode` turns bytes in GB18030 into a string. What came of
    /// it is for `check_taken` of the core, or for the page.
    #[wasm_bindgen]
    pub fn read(bytes: &[u8], decode: &Function) -> Vec<u8> {
        Taken::of(bytes, &Browsers(decode)).to_bytes()
    }

    /// Reads the clipboard's HTML; nothing where it holds no table.
    #[wasm_bindgen]
    pub fn clipboard(markup: &str) -> Option<String> {
        html::clipboard(markup).map(|intake| intake.text)
    }
}

fn main() {}
