//! The core journey in old Chromium kernels and in Firefox: open, paste, verdict, click,
//! save; from a server and from disk. `make kernels` installs them and runs this; where
//! they are not there it says so and tests nothing.

// These tests use a part of what the browser's tests share.
#[allow(dead_code)]
mod browser;
#[path = "browser/firefox.rs"]
mod firefox;

use std::path::PathBuf;

use browser::{Browser, Server, dist, file_url};
use firefox::Firefox;
use serde_json::{Value, json};

const CLEAN: &str = include_str!("../www/samples/clean-2021.txt");
const FAULTY: &str = include_str!("../www/samples/faulty-2021.txt");

/// What a journey needs of a browser.
trait Page {
    fn open(&mut self, url: &str);
    fn value(&mut self, expression: &str) -> Value;
    fn until(&mut self, expression: &str);
}

impl Page for Browser {
    fn open(&mut self, url: &str) {
        self.go(url);
    }
    fn value(&mut self, expression: &str) -> Value {
        self.eval(expression)
    }
    fn until(&mut self, expression: &str) {
        self.wait(expression);
    }
}

impl Page for Firefox {
    fn open(&mut self, url: &str) {
        self.go(url);
    }
    fn value(&mut self, expression: &str) -> Value {
        self.eval(expression)
    }
    fn until(&mut self, expression: &str) {
        self.wait(expression);
    }
}

fn fill(page: &mut impl Page, text: &str) {
    let before = page.value("Number(document.documentElement.dataset.checks)");
    page.value(&format!(
        "(() => {{ const area = document.getElementById('source'); area.value = {}; \
         area.dispatchEvent(new Event('input', {{ bubbles: true }})); return 0; }})()",
        Value::from(text)
    ));
    page.until(&format!("Number(document.documentElement.dataset.checks) > {before}"));
}

fn journey(name: &str, page: &mut impl Page, url: &str) {
    page.open(url);
    let verdict = "document.querySelector('[data-verdict]').dataset.verdict";
    fill(page, FAULTY);
    assert_eq!(page.value(verdict), json!("fail"), "{name}");
    assert_eq!(page.value("document.querySelectorAll('td[data-cell]').length"), json!(200), "{name}");
    // A finding shows its cell and its words.
    page.value("(document.querySelector(\".finding[data-rule='T3-C05']\").click(), 0)");
    page.until("document.querySelector(\"td.chosen[data-cell='applications/closed/total']\")");
    let selected = "(() => { const a = document.getElementById('source'); return a.value.slice(a.selectionStart, a.selectionEnd); })()";
    assert_eq!(page.value(selected), json!("12"), "{name}");
    fill(page, CLEAN);
    assert_eq!(page.value(verdict), json!("pass"), "{name}");
    // What the page would save holds the page and nothing of the report.
    let saved = page.value("goujiPage()");
    let saved = saved.as_str().expect("a page");
    assert!(saved.contains("id=\"core\"") && !saved.contains("td data-cell"), "{name}");
    assert_eq!(page.value("document.documentElement.hasAttribute('data-failed')"), json!(false), "{name}");
    println!("{name}: {url}");
}

/// The kernels that `.ci/setup kernels` has installed, by their names.
fn kernels() -> Vec<(String, String)> {
    let home = std::env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| std::env::var_os("HOME").map(|home| PathBuf::from(home).join(".cargo")));
    let folder = home.expect("a home").join("gouji-tools/kernels");
    let files = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut kernels: Vec<_> = files
        .filter(|file| file.file_name().to_string_lossy().starts_with("chromium-"))
        .map(|file| (file.file_name().to_string_lossy().into_owned(), file.path().display().to_string()))
        .collect();
    kernels.sort();
    kernels
}

#[test]
fn the_journey_in_old_chromium() {
    let kernels = kernels();
    if kernels.is_empty() {
        println!("no old Chromium is installed (`make kernels` does); nothing was tested");
    }
    let server = Server::start(dist());
    let file = file_url(&dist().join("index.html"));
    for (name, program) in kernels {
        for url in [&server.url, &file] {
            journey(&name, &mut Browser::start(&program), url);
        }
    }
}

#[test]
fn the_journey_in_firefox() {
    let program = std::env::var("GOUJI_FIREFOX").unwrap_or_else(|_| "firefox-esr".into());
    if std::process::Command::new(&program).arg("--version").output().is_err() {
        println!("no Firefox is installed (`make kernels` does); nothing was tested");
        return;
    }
    let server = Server::start(dist());
    let file = file_url(&dist().join("index.html"));
    for url in [&server.url, &file] {
        journey("firefox", &mut Firefox::start(&program), url);
    }
}
