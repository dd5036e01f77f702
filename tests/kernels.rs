//! The core journey in old Chromium kernels and in Firefox: open, paste, verdict, click,
//! export; from a server and from disk. `make kernels` installs them and runs this; where
//! they are not there it says so and tests nothing.

// These tests use a part of what the browser's tests share.
#[allow(dead_code)]
mod browser;

use std::path::Path;
use std::time::{Duration, Instant};

use browser::{Browser, Server, dist, file_url, firefox_program, tools};
use serde_json::json;

const CLEAN: &str = include_str!("../www/samples/clean-2021.txt");
const FAULTY: &str = include_str!("../www/samples/faulty-2021.txt");

fn journey(name: &str, page: &mut Browser, url: &str) {
    page.resize(1280, 800);
    page.go(url);
    let verdict = "document.querySelector('[data-verdict]').dataset.verdict";
    page.fill(FAULTY);
    assert_eq!(page.eval(verdict), json!("fail"), "{name}");
    assert_eq!(page.eval("document.querySelectorAll('td[data-cell]').length"), json!(200), "{name}");
    // A finding shows its cell and its words.
    page.click(".finding[data-rule='T3-C05']");
    page.wait("document.querySelector(\"td.chosen[data-cell='applications/closed/total']\")");
    assert_eq!(page.selection(), "12", "{name}");
    // What is wrong is taken away as a file.
    let folder = std::env::temp_dir().join(format!("gouji-journey-{name}-{}", std::process::id()));
    page.save_to(&folder);
    page.click("#export");
    page.wait("document.getElementById('save-csv')");
    page.click("#save-csv");
    let saved = saved_in(&folder);
    assert!(saved.contains("T3-C05"), "{name}: {saved}");
    page.press("Escape", "Escape", 0, &[]);
    page.wait("!document.getElementById('save-csv')");
    page.fill(CLEAN);
    assert_eq!(page.eval(verdict), json!("pass"), "{name}");
    // What the page would save holds the page and nothing of the report.
    let saved = page.text("goujiPage()");
    assert!(saved.contains("id=\"core\"") && !saved.contains("td data-cell"), "{name}");
    assert_eq!(page.eval("document.documentElement.hasAttribute('data-failed')"), json!(false), "{name}");
    println!("{name}: {url}");
}

/// The one file that has been saved in a folder, which is removed.
fn saved_in(folder: &Path) -> String {
    let begun = Instant::now();
    loop {
        let files = std::fs::read_dir(folder).into_iter().flatten().flatten();
        let whole = files.map(|file| file.path()).find(|path| path.extension().is_some_and(|e| e == "csv"));
        let text = whole.and_then(|path| std::fs::read_to_string(path).ok()).unwrap_or_default();
        if !text.is_empty() {
            let _ = std::fs::remove_dir_all(folder);
            return text;
        }
        assert!(begun.elapsed() < Duration::from_secs(30), "nothing was saved in {}", folder.display());
        std::thread::sleep(Duration::from_millis(50));
    }
}

/// The kernels that `.ci/setup kernels` has installed, by their names.
fn kernels() -> Vec<(String, String)> {
    let files = std::fs::read_dir(tools().join("kernels")).into_iter().flatten().flatten();
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
            journey(&name, &mut Browser::chromium(&program), url);
        }
    }
}

#[test]
fn the_journey_in_firefox() {
    let program = firefox_program();
    if std::process::Command::new(&program).arg("--version").output().is_err() {
        println!("no Firefox is installed (`make kernels` does); nothing was tested");
        return;
    }
    let server = Server::start(dist());
    let file = file_url(&dist().join("index.html"));
    for url in [&server.url, &file] {
        journey("firefox", &mut Browser::firefox(&program), url);
    }
}
