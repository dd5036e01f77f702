//! The page kept as a file, in a real browser: it works, and holds nothing that was entered.
//!
//! The page is built before these tests are run; they build nothing themselves.

#[allow(dead_code)] // These tests use a part of what the browser's tests share.
mod browser;

use browser::page::{CLEAN_2019, FAULTY, open_empty};
use browser::{Browser, dist, file_url};
use serde_json::json;

#[test]
fn the_single_file_works_from_disk_and_so_does_a_copy() {
    let mut b = Browser::open(&file_url(&dist().join("index.html")), 1440, 900);
    b.fill(FAULTY);
    assert_eq!(b.verdict(), "fail");
    // What the page itself saves: the page alone.
    let clean = b.text("window.goujiPage()");
    for mark in ["青禾镇", "T3-C05", "data-cell=", "data-ready=", "data-checks="] {
        // The rules' prose, the samples and the program name rules and cells of their own.
        let body = clean.split("<script type=\"text/plain\" id=\"prose\">").next().unwrap_or_default();
        assert!(!body.contains(mark), "the clean copy holds {mark}");
    }
    copy_works(&clean, "clean");
    // What a browser saves by itself: what is drawn goes with it, the text does not,
    // and the copy starts empty.
    let raw = b.text("'<!doctype html>' + document.documentElement.outerHTML");
    // The samples stand in every page.
    let times = |page: &str| page.matches("社会评议结果良好，全年没有发生").count();
    assert_eq!(times(&raw), times(&clean), "the text itself is in the copy");
    assert!(!raw.contains("style="), "a style attribute would be refused in the copy");
    copy_works(&raw, "raw");
    b.assert_quiet();
}

fn copy_works(page: &str, name: &str) {
    let path = std::env::temp_dir().join(format!("gouji-copy-{}-{name}.html", std::process::id()));
    std::fs::write(&path, page).expect("the copy is written");
    let mut b = Browser::open(&file_url(&path), 1280, 800);
    assert_eq!(b.checks(), 0);
    assert_eq!(
        b.eval("document.querySelectorAll('[data-cell], [data-rule], [data-verdict], .chip').length"),
        json!(0)
    );
    assert_eq!(b.eval("document.querySelectorAll('main, textarea').length"), json!(3));
    b.fill(CLEAN_2019);
    assert_eq!(b.verdict(), "pass");
    b.assert_quiet();
    drop(b);
    std::fs::remove_file(&path).expect("the copy is removed");
}

#[test]
fn ctrl_s_saves_the_page_and_not_what_was_entered() {
    let (mut b, _server) = open_empty(1440, 900);
    b.fill(FAULTY);
    let kept = std::env::temp_dir().join(format!("gouji-saved-{}", std::process::id()));
    b.save_to(&kept);
    b.press("s", "KeyS", 2, &[]);
    let saved = String::from_utf8(browser::saved(&kept.join("gouji.html"))).expect("a page is text");
    copy_works(&saved, "ctrl-s");
    std::fs::remove_dir_all(&kept).expect("the download is removed");
}
