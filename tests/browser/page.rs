//! The page as its tests use it: the samples, the places that many of them go to, and
//! what a person does with a page.

use std::path::Path;

use serde_json::Value;

use super::{Browser, Server, dist};

/// A clean report.
pub const CLEAN: &str = include_str!("../../www/samples/clean-2021.txt");
/// A report with errors.
pub const FAULTY: &str = include_str!("../../www/samples/faulty-2021.txt");
/// A clean report on the older form.
pub const CLEAN_2019: &str = include_str!("../../www/samples/clean-2019.txt");

/// The wrong cell of the faulty sample, its words, and its finding.
pub const WRONG: &str = "td[data-cell='applications/closed/total']";
pub const WRONG_WORDS: &str = "12";
pub const WRONG_CARD: &str = ".finding[data-rule='T3-C05']";

/// The page in a window of this size, with nothing in it.
pub fn open_empty(width: u32, height: u32) -> (Browser, Server) {
    let server = Server::start(dist());
    let browser = Browser::open(&server.url, width, height);
    (browser, server)
}

/// The page in a usual window, with `text` in it.
pub fn open(text: &str) -> (Browser, Server) {
    let (mut browser, server) = open_empty(1440, 900);
    browser.fill(text);
    (browser, server)
}

/// A file of `tests/files`.
pub fn file(name: &str) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files").join(name);
    std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Bytes as a script writes them.
pub fn as_script(bytes: &[u8]) -> String {
    format!("new Uint8Array({bytes:?})")
}

impl Browser {
    /// What stands in the text area.
    pub fn source(&mut self) -> String {
        self.text("document.getElementById('source').value")
    }

    /// The one-word answer.
    pub fn verdict(&mut self) -> String {
        self.text("document.querySelector('[data-verdict]').dataset.verdict")
    }

    /// How many findings are listed.
    pub fn cards(&mut self) -> u64 {
        self.eval("document.querySelectorAll('.findings .finding').length").as_u64().unwrap_or(0)
    }

    /// Takes back the last change of the text, as Ctrl+Z does.
    pub fn undo(&mut self) {
        self.eval("document.getElementById('source').focus()");
        self.and_check(|b| b.press("z", "KeyZ", 2, &["undo"]));
    }

    /// Drops files on what `selector` names, as a person does: over it first. `files` are
    /// names, and what each file holds as a script writes it.
    pub fn drop_files(&mut self, selector: &str, files: &[(&str, &str)]) {
        let mut items = String::new();
        for (name, holds) in files {
            items.push_str(&format!("data.items.add(new File([{holds}], {}));", Value::from(*name)));
        }
        self.eval(&format!(
            "(() => {{ const data = new DataTransfer(); {items} \
             const at = {{ bubbles: true, cancelable: true, dataTransfer: data }}; \
             const e = document.querySelector({}); e.dispatchEvent(new DragEvent('dragover', at)); \
             window.seen = document.documentElement.hasAttribute('data-drop'); \
             e.dispatchEvent(new DragEvent('drop', at)); }})()",
            Value::from(selector)
        ));
    }
}
