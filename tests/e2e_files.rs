//! Files and the clipboard's tables in a real browser: what the page and the module
//! read of them is what the library reads.

// These tests use a part of what the browser's tests share.
#[allow(dead_code)]
mod browser;
mod support;

use std::path::{Path, PathBuf};

use browser::page::{CLEAN, FAULTY, as_script, file, open, open_empty};
use browser::{Browser, Server, dist};
use gouji::intake::encoding::Native;
use gouji::intake::taken::Taken;
use gouji::render::json::{Origin, document};
use gouji::{Lang, Options};
use serde_json::{Value, json};
use support::zip::zip;

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
    let (mut b, _server) = open_empty(1440, 900);
    let bytes = file("python-docx.docx");
    b.and_check(|b| b.drop_files("#source", &[("年报.docx", &as_script(&bytes))]));
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

/// A zip of several reports, as an office sends them.
fn archive() -> Vec<u8> {
    let word = file("python-docx.docx");
    zip(&[
        ("乡镇/青禾镇.txt", FAULTY.as_bytes()),
        ("乡镇/云溪县.txt", CLEAN.as_bytes()),
        ("部门/年报.docx", &word),
        ("图片.gif", b"GIF89a\0\0"),
        ("会议纪要.txt", "会议纪要\n一、出席人员".as_bytes()),
    ])
}

#[test]
fn an_archive_of_several_reports_is_a_list_to_choose_from() {
    let (mut b, _server) = open("");
    b.drop_files("#source", &[("年报.zip", &as_script(&archive()))]);
    b.wait("document.querySelectorAll('.report').length === 5");
    let told = b.text("document.querySelector('.reports').innerText");
    for words in
        ["年报.zip/乡镇/青禾镇.txt", "有错误", "通过", "部门/年报.docx", "这是图片", "无法识别为年度报告"]
    {
        assert!(told.contains(words), "{words}: {told}");
    }
    let summary = b.text("document.querySelector('.reports-summary').textContent");
    assert!(summary.contains("共 5 份") && summary.contains("1 份没有读取"), "{summary}");
    // What cannot be read is not to be opened.
    assert_eq!(b.eval("document.querySelectorAll('.report button').length"), json!(4));
    assert_eq!(b.text("document.activeElement.id"), "sheet-title");
    b.screenshot("reports-1440.png");
    b.and_check(|b| b.click("[data-report='0']"));
    assert_eq!(b.source(), FAULTY);
    assert_eq!(b.verdict(), "fail");
    assert_eq!(b.eval("document.querySelector('.sheet')"), Value::Null);
    assert_eq!(b.text("document.querySelector('.source-name').textContent"), "青禾镇.txt");
    // What is mended in one is kept while another is looked at, and so is its place in the list.
    b.wait("document.querySelector('.fix-all')");
    b.and_check(|b| b.click(".fix-all"));
    let mended = b.source();
    assert_ne!(mended, FAULTY);
    b.click("#reports-open");
    b.wait("document.querySelector('.report.open')");
    let of_open = "[...document.querySelectorAll('.report.open td')].map(e => e.textContent).join('|')";
    assert_eq!(b.text(of_open), "云溪县青禾镇人民政府|2023|2|1");
    b.and_check(|b| b.click("[data-report='1']"));
    assert_eq!((b.source().as_str(), b.verdict().as_str()), (CLEAN, "pass"));
    // No undo leads from one report into another.
    b.eval("document.getElementById('source').focus()");
    b.press("z", "KeyZ", 2, &["undo"]);
    assert_eq!(b.source(), CLEAN);
    b.click("#reports-open");
    b.and_check(|b| b.click("[data-report='0']"));
    assert_eq!(b.source(), mended);
    let asks = "(() => { const e = new Event('beforeunload', { cancelable: true }); window.dispatchEvent(e); return e.defaultPrevented; })()";
    assert_eq!(b.eval(asks), json!(true), "a report was mended and is nowhere else");
    b.click("#reports-open");
    b.wait("document.getElementById('reports-forget')");
    b.click("#reports-forget");
    b.wait("!document.getElementById('reports-open')");
    assert_eq!(b.source(), mended);
    let complaints = b.complaints();
    assert!(complaints.is_empty(), "{complaints:#?}");
}

#[test]
fn several_files_are_dropped_at_once_beside_a_text_that_is_there() {
    let (mut b, _server) = open(FAULTY);
    b.eval(
        "(() => { const a = document.getElementById('source'); a.focus(); a.setSelectionRange(0, 0); })()",
    );
    b.and_check(|b| b.type_in("某"));
    let clean = Value::from(CLEAN).to_string();
    b.drop_files("#source", &[("甲.txt", &clean), ("乙.zip", &as_script(&archive())), ("丙.txt", &clean)]);
    b.wait("document.querySelectorAll('.report').length === 7");
    b.wait("document.getElementById('reports-forget')");
    let names = b.text("[...document.querySelectorAll('.report-name')].map(e => e.textContent).join(' ')");
    assert!(names.starts_with("甲.txt 乙.zip/乡镇/青禾镇.txt") && names.ends_with("丙.txt"), "{names}");
    // The text that was there is still there, and joins the list when another takes its place.
    assert!(b.source().starts_with('某'));
    b.and_check(|b| b.click("[data-report='6']"));
    assert_eq!(b.source(), CLEAN);
    b.click("#reports-open");
    b.wait("document.querySelectorAll('.report').length === 8");
    assert!(b.text("document.querySelector('.reports tbody').lastChild.innerText").contains("粘贴文本"));
    b.and_check(|b| b.click("[data-report='7']"));
    assert!(b.source().starts_with('某'));
    // For the year before one report is asked for.
    b.click("#previous-open");
    b.drop_files("#previous", &[("年报.zip", &as_script(&archive()))]);
    b.wait("document.querySelector('.said')");
    assert_eq!(b.eval("document.querySelectorAll('.report').length"), json!(0));
    let complaints = b.complaints();
    assert!(complaints.is_empty(), "{complaints:#?}");
}

/// What stands in the first column, from the top down.
fn listed(b: &mut Browser) -> String {
    b.text("[...document.querySelectorAll('.report-name')].map(e => e.textContent).join(' ')")
}

#[test]
fn the_list_is_sorted_walked_and_left_by_the_keyboard() {
    let (mut b, _server) = open("");
    let [clean, faulty] = [CLEAN, FAULTY].map(|text| Value::from(text).to_string());
    let older = Value::from(FAULTY.replace("2023", "2022").replace("青禾镇", "白石镇")).to_string();
    b.drop_files(
        "#source",
        &[("10.txt", &faulty), ("2.txt", &clean), ("图.gif", "'GIF89a'"), ("1.txt", &older)],
    );
    b.wait("document.getElementById('reports-forget')");
    assert_eq!(listed(&mut b), "10.txt 2.txt 图.gif 1.txt");
    // An arrow leads into the list from its title, where the focus is at first.
    b.wait("document.activeElement.id === 'sheet-title'");
    b.press("ArrowDown", "ArrowDown", 0, &[]);
    b.wait("document.activeElement.dataset.report === '0'");
    let sort = |b: &mut Browser, column: &str| {
        b.eval(&format!("document.querySelector('[data-sort={column}]').focus()"));
        b.enter();
        b.text(&format!(
            "document.querySelector('[data-sort={column}]').closest('th').getAttribute('aria-sort')"
        ))
    };
    // What has nothing in the column comes last either way.
    for (column, first, words, back) in [
        ("name", "ascending", "1.txt 2.txt 10.txt 图.gif", "图.gif 10.txt 2.txt 1.txt"),
        ("organization", "ascending", "1.txt 10.txt 2.txt 图.gif", "10.txt 2.txt 1.txt 图.gif"),
        ("year", "ascending", "1.txt 10.txt 2.txt 图.gif", "10.txt 2.txt 1.txt 图.gif"),
        ("errors", "descending", "10.txt 1.txt 2.txt 图.gif", "2.txt 10.txt 1.txt 图.gif"),
    ] {
        assert_eq!(sort(&mut b, column), first);
        assert_eq!(listed(&mut b), words, "{column}");
        assert_eq!(b.eval("document.querySelectorAll('[aria-sort]').length"), json!(1));
        assert_ne!(sort(&mut b, column), first);
        assert_eq!(listed(&mut b), back, "{column}");
    }
    // The arrow keys go from one that can be opened to the next; Enter opens it.
    b.eval("document.querySelector('[data-report=\"0\"]').focus()");
    let at = |b: &mut Browser| b.text("document.activeElement.dataset.report");
    for (key, there) in
        [("ArrowDown", "3"), ("ArrowDown", "3"), ("Home", "1"), ("End", "3"), ("ArrowUp", "0")]
    {
        b.press(key, key, 0, &[]);
        assert_eq!(at(&mut b), there, "{key}");
    }
    b.and_check(|b| b.enter());
    assert_eq!(b.source(), FAULTY);
    // One key leads back to where the list was left, and the same one out of it.
    b.press("F9", "F9", 0, &[]);
    b.wait("document.querySelector('.report.open')");
    b.wait("document.activeElement.dataset.report === '0'");
    b.press("ArrowDown", "ArrowDown", 0, &[]);
    b.and_check(|b| b.enter());
    assert_eq!(b.text("document.querySelector('.source-name').textContent"), "1.txt");
    b.press("F9", "F9", 0, &[]);
    b.wait("document.activeElement.dataset.report === '3'");
    b.screenshot("reports-sorted-1440.png");
    b.press("F9", "F9", 0, &[]);
    b.wait("!document.querySelector('.sheet')");
    // Other settings hold for those that lie beside as well.
    b.click("#settings");
    b.wait("document.getElementById('profile')");
    b.eval("document.getElementById('profile').value = 'T3-C05 提醒'");
    b.and_check(|b| b.click("#profile-apply"));
    b.press("F9", "F9", 0, &[]);
    b.wait("document.querySelector('[data-report=\"0\"]').closest('tr').querySelectorAll('td')[2].textContent !== '2'");
    let complaints = b.complaints();
    assert!(complaints.is_empty(), "{complaints:#?}");
}

#[test]
fn a_reader_that_fails_in_an_archive_goes_on_with_the_next_file() {
    let (mut b, _server) = open("");
    // What a trap of the reader looks like from outside, on the second file alone.
    b.eval(
        "goujiFiles().then((reader) => { const read = reader.read_at; \
         reader.read_at = (index) => { if (index === 1) { throw new WebAssembly.RuntimeError('unreachable'); } return read(index); }; })",
    );
    b.drop_files("#source", &[("年报.zip", &as_script(&archive()))]);
    b.wait("document.querySelectorAll('.report').length === 5");
    b.wait("document.getElementById('reports-forget')");
    let told = b.eval("[...document.querySelectorAll('.report')].map(e => e.className)");
    assert_eq!(told[0], "report error");
    assert_eq!(told[1], "report");
    assert_ne!(told[2], "report", "{told}");
    assert_eq!(b.eval("document.documentElement.hasAttribute('data-failed')"), json!(false));
    let complaints = b.complaints();
    assert!(complaints.is_empty(), "{complaints:#?}");
}
