//! The readers of files as a module of their own, which pages load when a file or a
//! clipboard's HTML first comes: it would weigh on the first load otherwise. Natively
//! there is nothing of it.

#[cfg(target_arch = "wasm32")]
mod module {
    use gouji::intake::encoding::Decoder;
    use gouji::intake::html;
    use gouji::intake::taken::Taken;
    use wasm_bindgen::prelude::*;

    #[wasm_bindgen]
    extern "C" {
        type TextDecoder;

        #[wasm_bindgen(constructor, catch)]
        fn new(label: &str) -> Result<TextDecoder, JsValue>;

        #[wasm_bindgen(method, catch)]
        fn decode(this: &TextDecoder, bytes: &[u8]) -> Result<String, JsValue>;
    }

    /// The browser, which has the tables that the module has not.
    struct Browser;

    impl Decoder for Browser {
        fn gb18030(&self, bytes: &[u8]) -> String {
            let decoded = TextDecoder::new("gb18030").and_then(|decoder| decoder.decode(bytes));
            decoded.unwrap_or_else(|_| String::from_utf8_lossy(bytes).into_owned())
        }
    }

    /// Reads a file's bytes. What came of it is for `check_taken` of the core, or for
    /// the page.
    #[wasm_bindgen]
    pub fn read(bytes: &[u8]) -> Vec<u8> {
        Taken::of(bytes, &Browser).to_bytes()
    }

    /// Reads the clipboard's HTML; nothing where it holds no table.
    #[wasm_bindgen]
    pub fn clipboard(markup: &str) -> Option<String> {
        html::clipboard(markup).map(|intake| intake.text)
    }
}

fn main() {}
