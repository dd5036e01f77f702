//! Files and the clipboard's tables in a real browser: what the page and the module
//! read of them is what the library reads.

// These tests use a part of what the browser's tests share.
#[allow(dead_code)]
mod browser;

use std::path::{Path, PathBuf};

use browser::{Browser, Server, dist};
use gouji::intake::encoding::Native;
use gouji::intake::taken::Taken;
use gouji::render::json::{Origin, document};
use gouji::{Lang, Options};
use serde_json::{Value, json};

fn file(name: &str) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files").join(name);
    std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files")
}

/// The object that the library gives for a file, as the module does.
fn expected(bytes: &[u8], name: &str) -> Value {
    let Taken::Text { format, text, notes } = Taken::of(bytes, &Native) else { panic!("{name} is refused") };
    let check = gouji::check(&text, &Options::default()).with_intake(notes);
    let origin = Origin { name: Some(name), format: Some(&format) };
    let mut object = serde_json::to_value(document(&check, &origin, Lang::Zh)).expect("JSON");
    object["text"] = json!(text);
    object
}

fn as_script(bytes: &[u8]) -> String {
    format!("new Uint8Array({bytes:?})")
}

#[test]
fn the_module_reads_a_file_as_the_library_does() {
    let server = Server::start(dist());
    let mut b = Browser::open(&format!("{}examples/module.html", server.url), 1000, 700);
    b.eval(
        "import('../gouji.js').then(async (module) => { await module.default(); window.module = module; })",
    );
    let gb18030: Vec<u8> = {
        // 年度报告 in GB18030, which the browser decodes itself.
        vec![0xc4, 0xea, 0xb6, 0xc8, 0xb1, 0xa8, 0xb8, 0xe6]
    };
    let files = [
        ("word.docx", file("python-docx.docx")),
        ("office.docx", file("libreoffice.docx")),
        ("page.html", file("libreoffice.html")),
        ("old.txt", gb18030),
    ];
    for (name, bytes) in files {
        let read = b.eval(&format!("module.checkFile({}, '{name}')", as_script(&bytes)));
        assert_eq!(read, expected(&bytes, name), "{name}");
    }
    let refused =
        b.eval("module.checkFile(new Uint8Array([0x47, 0x49, 0x46, 0x38, 0x39, 0x61, 0, 0]), 'a.gif')");
    assert_eq!(refused["verdict"], "unread");
    assert_eq!(refused["notes"][0]["code"], "format-not-read");
    // Nothing was asked for but the product's own files.
    let asked = b.requests();
    assert!(asked.iter().all(|url| url.starts_with(&server.url) && !url.contains('?')), "{asked:#?}");
}

#[test]
fn a_word_document_is_dropped_on_the_page() {
    let server = Server::start(dist());
    let mut b = Browser::open(&server.url, 1440, 900);
    let bytes = file("python-docx.docx");
    let drop = format!(
        "(() => {{ const data = new DataTransfer(); data.items.add(new File([{}], '年报.docx')); \
         document.getElementById('source').dispatchEvent(\
           new DragEvent('drop', {{ bubbles: true, cancelable: true, dataTransfer: data }})); }})()",
        as_script(&bytes)
    );
    b.and_check(|b| {
        b.eval(&drop);
    });
    let expected = expected(&bytes, "年报.docx");
    assert_eq!(b.text("document.getElementById('source').value"), expected["text"]);
    assert_eq!(b.text("document.querySelector('[data-verdict]').dataset.verdict"), expected["verdict"]);
    b.screenshot("dropped.png");
    // The text area's own undo takes it back.
    b.and_check(|b| {
        b.eval("document.getElementById('source').focus()");
        b.press("z", "KeyZ", 2, &["undo"]);
    });
    assert_eq!(b.text("document.getElementById('source').value"), "");
    let complaints = b.complaints();
    assert!(complaints.is_empty(), "{complaints:#?}");
}

#[test]
fn a_page_is_copied_and_its_merged_cells_are_kept() {
    // A real copy: a page with the report is opened, all of it selected and copied.
    let portal = Server::start(folder());
    let server = Server::start(dist());
    let mut b = Browser::open(&server.url, 1440, 900);
    b.visit(&format!("{}libreoffice.html", portal.url));
    b.wait("document.readyState === 'complete' && document.querySelectorAll('table').length > 2");
    b.eval("(() => { document.execCommand('selectAll'); document.execCommand('copy'); })()");
    b.go(&server.url);
    b.eval("document.getElementById('source').focus()");
    b.and_check(|b| b.press("v", "KeyV", 2, &["paste"]));
    let cells = b.eval(
        "[...document.querySelectorAll('td[data-cell]')].map((c) => [c.dataset.cell, c.dataset.state, c.firstChild ? c.firstChild.textContent : ''])",
    );
    let file = expected(&file("libreoffice.html"), "page.html");
    let wanted: Vec<Value> = file["report"]["cells"].as_array().expect("cells").clone();
    assert_eq!(cells.as_array().map(Vec::len), Some(wanted.len()));
    for cell in wanted {
        let found =
            cells.as_array().into_iter().flatten().find(|other| other[0] == cell["id"]).expect("a cell");
        assert_eq!(found[1], cell["state"], "{}", cell["id"]);
        assert_eq!(found[2].as_str(), cell["raw"].as_str(), "{}", cell["id"]);
    }
    b.and_check(|b| b.press("z", "KeyZ", 2, &["undo"]));
    assert_eq!(b.text("document.getElementById('source').value"), "");
}
