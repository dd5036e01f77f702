//! What the page hands out, in a real browser: files, the clipboard, and the report on paper.
//!
//! The page is built before these tests are run; they build nothing themselves.

#[allow(dead_code)] // These tests use a part of what the browser's tests share.
mod browser;

use std::path::{Path, PathBuf};

use browser::page::{CLEAN, FAULTY, open};
use browser::{Browser, Server, file_url, saved};
use calamine::Reader;
use gouji::intake::encoding::Native;
use serde_json::{Value, json};

/// The faulty sample with its findings, and the sheet of exports open.
fn open_exports() -> (Browser, Server) {
    let (mut browser, server) = open(FAULTY);
    browser.click("#export");
    browser.wait("document.getElementById('save-xlsx')");
    (browser, server)
}

/// A directory of this test's own, into which the browser saves.
struct Saved(PathBuf);

impl Saved {
    fn new(browser: &mut Browser, name: &str) -> Self {
        let saved = std::env::temp_dir().join(format!("gouji-saved-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&saved).expect("it can be made");
        browser.save_to(&saved);
        Self(saved)
    }

    /// Clicks on what saves a file, and waits for the file called `name`.
    fn file(&self, browser: &mut Browser, id: &str, name: &str) -> Vec<u8> {
        browser.click(&format!("#{id}"));
        let bytes = saved(&self.0.join(name));
        browser
            .wait(&format!("document.querySelector('.export-said').textContent.includes({})", json!(name)));
        bytes
    }
}

impl Drop for Saved {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

#[test]
fn every_file_has_its_name_and_its_contents() {
    let (mut b, _server) = open_exports();
    let saved = Saved::new(&mut b, "files");
    let findings = b.eval("gouji.check(document.getElementById('source').value).findings.length");
    let organization = b.text("gouji.check(document.getElementById('source').value).report.organization");
    let name = |rest: &str| format!("{organization}2023年报{rest}");

    let bytes = saved.file(&mut b, "save-xlsx", &name("校核.xlsx"));
    let mut book: calamine::Xlsx<_> =
        calamine::open_workbook_from_rs(std::io::Cursor::new(bytes)).expect("a workbook");
    let sheet = book.worksheet_range("校核问题").expect("its findings");
    assert_eq!(json!(sheet.height() - 1), findings);

    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    let csv = text(saved.file(&mut b, "save-csv", &name("校核.csv")));
    assert!(csv.starts_with('\u{feff}') && json!(rows(&csv).len() - 1) == findings, "{csv}");
    let source = rows(&csv)[0].iter().position(|head| head == "来源").expect("a column for it");
    assert!(rows(&csv)[1..].iter().all(|row| row[source] == "粘贴文本"));

    let cells = text(saved.file(&mut b, "save-cells", &name("单元格.csv")));
    assert!(
        cells.starts_with("\u{feff}source,organization,year,edition,cell,row,column,state,raw,value,line")
    );
    assert!(rows(&cells)[1..].iter().all(|row| row[0] == "粘贴文本"));

    let document: Value =
        serde_json::from_str(&text(saved.file(&mut b, "save-json", &name("校核.json")))).expect("JSON");
    let mut checked = b.eval("gouji.check(document.getElementById('source').value)");
    checked["export"] = document["export"].clone();
    assert_eq!(document, checked);
    assert_eq!(document["source"]["name"], Value::Null);
    assert_eq!(document["export"]["rules"].as_str().map(str::len), Some(16));

    let letter = text(saved.file(&mut b, "save-letter", &name("退回意见.txt")));
    assert!(letter.contains("应为：") && letter.contains("\r\n1. "), "{letter}");

    let report = text(saved.file(&mut b, "save-report", &name("校核.html")));
    assert_eq!(json!(report.matches("<li class=").count()), findings);
    // Once it is taken away there is nothing to be lost.
    b.assert_quiet();
}

#[test]
fn several_reports_are_taken_away_together_as_they_are_listed() {
    let (mut b, _server) = open("");
    let [clean, faulty] = [CLEAN, FAULTY].map(|text| json!(text).to_string());
    b.drop_files("#source", &[("甲.txt", &clean), ("图.gif", "'GIF89a'"), ("乙.txt", &faulty)]);
    b.wait("document.getElementById('reports-forget')");
    b.click("[data-sort=errors]");
    let saved = Saved::new(&mut b, "several");
    let bytes = saved.file(&mut b, "save-reports-xlsx", "年报校核清单.xlsx");
    let mut book: calamine::Xlsx<_> =
        calamine::open_workbook_from_rs(std::io::Cursor::new(bytes)).expect("a workbook");
    let list = book.worksheet_range("各份报告").expect("the list");
    let names: Vec<String> = list.rows().skip(1).map(|row| row[1].to_string()).collect();
    assert_eq!(names, ["乙.txt", "甲.txt", "图.gif"]);
    assert_eq!((list.get((1, 6)), list.get((2, 6))), (Some(&2.0.into()), Some(&0.0.into())));
    assert_eq!(book.worksheet_range("各表数字").expect("figures").height(), 4);
    let csv = String::from_utf8(saved.file(&mut b, "save-reports-csv", "年报校核清单.csv")).expect("UTF-8");
    assert_eq!(rows(&csv).len(), 4);
    // A finding that was accepted in one of them says so, whichever is open.
    b.and_check(|b| b.click("[data-report='2']"));
    b.click(".finding[data-rule='T3-C05']");
    b.wait("document.querySelector('.finding.chosen .accept')");
    b.click(".finding.chosen .accept");
    b.wait("document.activeElement.classList.contains('reason-input')");
    b.type_in("已核实");
    b.enter();
    b.wait("document.querySelector('.accepted-count')");
    b.press("F9", "F9", 0, &[]);
    b.wait("document.activeElement.dataset.report === '2'");
    b.and_check(|b| b.click("[data-report='0']"));
    b.press("F9", "F9", 0, &[]);
    b.wait("document.querySelector('.sheet')");
    let findings = saved.file(&mut b, "save-reports-findings", "年报校核问题.csv");
    let findings = rows(&String::from_utf8(findings).expect("UTF-8"));
    let accepted = findings.iter().filter(|row| row[11] == "已核实");
    assert_eq!(accepted.map(|row| row[2].as_str()).collect::<Vec<_>>(), ["T3-C05"]);
    let cells = String::from_utf8(saved.file(&mut b, "save-reports-cells", "年报单元格.csv")).expect("UTF-8");
    assert_eq!(rows(&cells).len(), 1 + 2 * 200);
    b.screenshot("reports-saved-1440.png");
    let complaints = b.complaints();
    assert!(complaints.is_empty(), "{complaints:#?}");
}

/// The rows of a CSV file.
fn rows(csv: &str) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(csv.trim_start_matches('\u{feff}').as_bytes());
    reader.records().map(|row| row.expect("a row").iter().map(str::to_string).collect()).collect()
}

#[test]
fn exports_name_the_file_that_was_opened() {
    let (mut b, _server) = open("");
    let faulty = Value::from(FAULTY).to_string();
    b.and_check(|b| b.drop_files("#source", &[("青禾镇 2023.txt", &faulty)]));
    assert_eq!(b.text("document.querySelector('.source-name').textContent"), "青禾镇 2023.txt");
    b.click("#export");
    b.wait("document.getElementById('save-xlsx')");
    let saved = Saved::new(&mut b, "named");
    let organization = b.text("gouji.check(document.getElementById('source').value).report.organization");
    let name = |rest: &str| format!("{organization}2023年报{rest}");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    let cells = rows(&text(saved.file(&mut b, "save-cells", &name("单元格.csv"))));
    assert!(cells.len() > 100 && cells[1..].iter().all(|row| row[0] == "青禾镇 2023.txt"), "{:?}", cells[1]);
    let document: Value =
        serde_json::from_str(&text(saved.file(&mut b, "save-json", &name("校核.json")))).expect("JSON");
    assert_eq!(document["source"]["name"], "青禾镇 2023.txt");
    assert!(text(saved.file(&mut b, "save-report", &name("校核.html"))).contains("青禾镇 2023.txt"));
    // What is pasted over it is no longer that file.
    b.press("Escape", "Escape", 0, &[]);
    b.eval("(() => { const a = document.getElementById('source'); a.select(); document.execCommand('copy'); })()");
    b.and_check(|b| b.press("v", "KeyV", 2, &["paste"]));
    assert_eq!(b.eval("document.querySelector('.source-name')"), Value::Null);
    b.assert_quiet();
}

/// What the next copy puts on the clipboard: `[text/html, text/plain]`.
fn copied(b: &mut Browser, id: &str) -> [String; 2] {
    b.eval(
        "window.seen = null; document.addEventListener('copy', e => { \
         window.seen = ['text/html', 'text/plain'].map(kind => e.clipboardData.getData(kind)); }, { once: true })",
    );
    b.click(&format!("#{id}"));
    b.wait("window.seen");
    b.wait("document.querySelector('.export-said').textContent.startsWith('已复制')");
    let seen = b.eval("window.seen");
    [0, 1].map(|at| seen[at].as_str().unwrap_or_default().to_string())
}

#[test]
fn findings_and_tables_are_copied_in_both_flavours() {
    let (mut b, _server) = open_exports();
    let [html, plain] = copied(&mut b, "copy-findings");
    assert!(html.contains("<table") && html.contains("</table>") && plain.contains("\t"), "{html}");
    let [html, plain] = copied(&mut b, "copy-text");
    assert!(html.is_empty() && plain.contains("1. ["), "{plain}");
    let [_, plain] = copied(&mut b, "copy-letter");
    assert!(plain.contains("退回意见"));
    let [as_read, _] = copied(&mut b, "copy-applications");
    let [corrected, plain] = copied(&mut b, "copy-applications-corrected");
    assert!(as_read.contains("rowspan=") && plain.contains("\t"));
    assert_ne!(as_read, corrected);
    // The keyboard stays where it was, and nothing is left in the document.
    assert_eq!(b.text("document.activeElement.id"), "copy-applications-corrected");
    assert_eq!(b.eval("document.querySelectorAll('body > textarea').length"), json!(0));
    // As another place gets it: pasted into something that takes HTML.
    b.eval("(() => { const d = document.createElement('div'); d.id = 'paper'; d.contentEditable = 'true'; document.body.append(d); d.focus(); })()");
    b.press("v", "KeyV", 2, &["paste"]);
    b.wait("document.querySelector('#paper table td')");
    let cells = b.eval("document.querySelectorAll('#paper td').length");
    assert!(cells.as_u64() > Some(100), "{cells}");
}

#[test]
fn what_the_browser_refuses_is_shown_to_be_copied() {
    let (mut b, _server) = open_exports();
    b.eval("document.execCommand = () => false; URL.createObjectURL = () => { throw new TypeError('no'); }");
    b.click("#copy-letter");
    b.wait("document.activeElement.id === 'export-text'");
    let selected = "(() => { const a = document.activeElement; return a.value.slice(a.selectionStart, a.selectionEnd); })()";
    assert!(b.text(selected).contains("退回意见"));
    assert!(b.text("document.querySelector('.export-said').textContent").contains("Ctrl+C"));
    b.click("#save-xlsx");
    b.wait("document.activeElement.value.includes('\\t')");
    assert!(b.text("document.querySelector('.export-said').textContent").contains("Ctrl+C"));
    // The findings between tabs, which a spreadsheet takes.
    assert!(b.text(selected).starts_with("序号\t级别\t"));
    b.screenshot("export-refused.png");
    b.assert_quiet();
}

#[test]
fn what_was_accepted_is_marked_and_an_empty_page_says_so() {
    let (mut b, _server) = open_exports();
    b.click("#sheet .close");
    b.click(".finding[data-rule='T3-C05']");
    b.click(".finding.chosen .accept");
    b.wait("document.querySelector('.reason-input')");
    b.eval("document.querySelector('.reason-input').value = '经核实<无误>'");
    b.eval("document.querySelector('.reason-form').requestSubmit()");
    b.wait("document.querySelector('.accepted-count')");
    b.click("#export");
    b.wait("document.getElementById('copy-text')");
    let [_, plain] = copied(&mut b, "copy-text");
    assert!(plain.contains("已认可，理由：经核实<无误>") && plain.contains("其中 1 处已认可"), "{plain}");
    let [as_read, _] = copied(&mut b, "copy-applications");
    let [corrected, _] = copied(&mut b, "copy-applications-corrected");
    assert_eq!(as_read, corrected);
    b.and_check(|b| {
        b.eval("(() => { const a = document.getElementById('source'); a.value = ''; a.dispatchEvent(new Event('input', { bubbles: true })); })()");
    });
    b.wait("!document.getElementById('copy-text')");
    assert!(b.text("document.getElementById('sheet').innerText").contains("还没有"));
}

#[test]
fn the_sheet_is_in_both_languages() {
    let (mut b, _server) = open_exports();
    b.screenshot("export-sheet.png");
    b.click("#language");
    b.wait("document.documentElement.lang === 'en'");
    let words = b.text("document.getElementById('sheet').innerText");
    assert!(words.contains("Return opinion") && !words.contains("退回"), "{words}");
    assert!(!words.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c)), "{words}");
}

#[test]
fn the_report_prints_on_a4() {
    let (mut b, _server) = open_exports();
    let saved = Saved::new(&mut b, "report");
    let organization = b.text("gouji.check(document.getElementById('source').value).report.organization");
    let name = format!("{organization}2023年报校核.html");
    saved.file(&mut b, "save-report", &name);
    let path: &Path = &saved.0.join(&name);
    b.resize(794, 1123);
    b.visit(&file_url(path));
    b.wait("document.readyState === 'complete' && document.querySelector('h2')");
    // Nothing sticks out at the side, of the page or of any table's cell.
    let wide = "[...document.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > innerWidth + 1).map(e => e.outerHTML.slice(0, 80))";
    assert_eq!(b.eval(wide), json!([]));
    assert!(b.eval("document.querySelectorAll('td.error').length").as_u64() > Some(0));
    assert_eq!(b.eval("document.querySelectorAll('script, img, link').length"), json!(0));
    let height = b.eval("document.documentElement.scrollHeight");
    b.resize(794, height.as_u64().unwrap_or(1123).min(8000) as u32);
    b.screenshot("export-report.png");
    let pdf = b.print("export-report.pdf");
    assert!(pdf.starts_with(b"%PDF-"));
    // A4 is 595 by 842 points; Firefox is told so, Chromium takes it from the style sheet.
    let source = String::from_utf8_lossy(&pdf);
    assert!(
        browser::is_firefox() || source.contains("/MediaBox [0 0 594.95"),
        "{}",
        source.lines().find(|l| l.contains("MediaBox")).unwrap_or_default()
    );
    let complaints = b.complaints();
    assert!(complaints.is_empty(), "{complaints:#?}");
}

#[test]
fn a_printed_table_has_its_own_heads_and_no_others() {
    let (mut b, _server) = open(FAULTY);
    let pdf = b.print("page.pdf");
    let read = gouji::intake::read(&pdf, &Native).expect("a PDF that is read");
    let text: String = read.text.split_whitespace().collect();
    // The first finding is open, and does not fade in on paper.
    assert!(text.contains("怎样改"), "{}", read.text);
    // The heads of 表二's first part stand over that part alone, and each table begins once.
    for head in ["本年制发件数", "申请人情况", "未经复议直接起诉"] {
        assert_eq!(text.matches(head).count(), 1, "{head}\n{}", read.text);
    }
    b.assert_quiet();
}
