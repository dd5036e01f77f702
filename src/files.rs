//! The readers of files as a module of their own, which pages load when a file or a
//! clipboard's HTML first comes: it would weigh on the first load otherwise. Natively
//! there is nothing of it.

// Nor is there a main function in wasm: it would begin with what a program needs.
#![cfg_attr(target_arch = "wasm32", no_main)]

#[cfg(target_arch = "wasm32")]
mod module {
    use gouji::intake::archive::File;
    use gouji::intake::encoding::Decoder;
    use gouji::intake::html;
    use gouji::intake::taken::{Opened, Taken};
    use std::cell::RefCell;
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

    thread_local! {
        /// The files of the archive that was opened last; those that were read are gone.
        static FILES: RefCell<Vec<Option<File>>> = const { RefCell::new(Vec::new()) };
    }

    /// Opens a file for the page: one report is read, of an archive of several the names
    /// are told; [`read_at`] reads those.
    #[wasm_bindgen]
    pub fn open(bytes: &[u8]) -> Vec<u8> {
        let (opened, files) = Opened::of(bytes, &Browser);
        FILES.replace(files.into_iter().map(Some).collect());
        opened.to_bytes()
    }

    /// Reads a file of the archive that was opened last; nothing where it has no such
    /// file, or it was read before.
    #[wasm_bindgen]
    pub fn read_at(index: usize) -> Option<Vec<u8>> {
        let file = FILES.with_borrow_mut(|files| files.get_mut(index).and_then(Option::take));
        file.map(|file| Taken::of_archive(file, &Browser).to_bytes())
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

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
