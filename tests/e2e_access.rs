//! The page for everybody: no barrier that axe-core can find, the whole job by keyboard
//! alone, every word in both languages, and hostile texts.
//!
//! The page is built before these tests are run; they build nothing themselves.

#[allow(dead_code)] // These tests use a part of what the browser's tests share.
mod browser;

use browser::Browser;
use browser::axe::{Ask, barriers};
use browser::page::{CLEAN, FAULTY, WRONG, open_empty};
use serde_json::{Value, json};

/// What fades in has no contrast while it does.
const STILL: (&str, &str) = ("prefers-reduced-motion", "reduce");

/// What axe-core cannot tell by itself, and why it is right all the same.
const EXPLAINED: [(&str, &str); 8] = [
    // Hatched cells hold no words; the hatching is a few per cent of the ground.
    ("color-contrast", "background gradient"),
    // The text area stands over the canvas with its marks, whose grounds are all pale
    // in the light and dark in the dark.
    ("color-contrast", "#source"),
    // Cells and cards that are scrolled under the head of their list.
    ("color-contrast", "overlapped by another element"),
    // A sheet that is open lies over a part of the results.
    ("color-contrast", "partially obscured"),
    // The head rows of a table stay in view over the rows that are scrolled under them.
    ("color-contrast", "partially overlaps other elements"),
    // The invitation stands over the canvas, which is empty as long as there is no text.
    ("color-contrast", "contains an image node"),
    ("color-contrast", "only non-text characters"),
    // A single mark, such as ✕ or !, is too short for the check of its contrast.
    ("color-contrast", "too short"),
];

fn no_barrier(b: &mut Browser, ask: Ask, state: &str) {
    let (violations, incomplete) = barriers(b, ask);
    let explained =
        |line: &String| EXPLAINED.iter().any(|(rule, words)| line.starts_with(rule) && line.contains(words));
    let unexplained: Vec<&String> = incomplete.iter().filter(|line| !explained(line)).collect();
    assert!(violations.is_empty(), "{state}: {violations:#?}");
    assert!(unexplained.is_empty(), "{state}: {unexplained:#?}");
}

/// Every view that the page has, one after the other. It ends as it begins.
fn each_view(b: &mut Browser, look: &mut dyn FnMut(&mut Browser, &str)) {
    look(b, "empty");
    b.fill("会议纪要\n一、出席人员");
    look(b, "no report");
    b.fill(CLEAN);
    look(b, "passed");
    b.fill(FAULTY);
    b.eval("{ const all = document.getElementById('show-all'); if (all) { all.click(); } }");
    look(b, "findings");
    b.click(".finding[data-rule='T3-C05']");
    b.wait("document.querySelector('.finding.chosen .accept')");
    b.click(".finding.chosen .accept");
    b.wait("document.querySelector('.reason-input')");
    look(b, "accepting");
    b.type_in("ok");
    b.enter();
    b.wait("document.querySelector('[data-filter=accepted]')");
    look(b, "accepted");
    b.click(WRONG);
    b.wait("document.querySelector('.strip')");
    b.eval("document.querySelectorAll('.strip details, details.tally').forEach(d => { d.open = true; })");
    look(b, "cell");
    b.press("Escape", "Escape", 0, &[]);
    b.wait("!document.querySelector('details.tally[open]')");
    b.press("Enter", "Enter", 0, &[]);
    b.wait("document.querySelector('.cell-input')");
    look(b, "editing");
    b.press("Escape", "Escape", 0, &[]);
    b.click(".fill-ask");
    b.wait("document.querySelector('.fill-make')");
    look(b, "filling");
    b.press("Escape", "Escape", 0, &[]);
    b.click("#previous-open");
    for (sheet, shown) in
        [("#help", ".keys"), ("#settings", "#profile"), ("#proof", ".policy"), ("#export", "#save-xlsx")]
    {
        b.click(sheet);
        b.wait(&format!("document.querySelector('{shown}')"));
        look(b, sheet);
        b.press("Escape", "Escape", 0, &[]);
        b.wait("!document.querySelector('.sheet')");
    }
    b.click("#previous-open");
    b.click(".finding[data-rule='S-03'] .rule");
    b.wait("document.querySelector('.rule-page')");
    look(b, "rule");
    b.eval("[...document.querySelectorAll('.rule-page button')].pop().click()");
    b.wait("document.querySelector('.rule-link')");
    look(b, "rules");
    b.press("Escape", "Escape", 0, &[]);
    b.click(".finding[data-rule='S-03']");
    b.wait("document.querySelector('.finding.chosen .wrong')");
    b.click(".finding.chosen .wrong");
    b.wait("document.getElementById('wrong')");
    b.click("#wrong-copy");
    b.wait("document.querySelector('.said')");
    look(b, "wrong");
    b.press("Escape", "Escape", 0, &[]);
    let (faulty, clean) = (Value::from(FAULTY).to_string(), Value::from(CLEAN).to_string());
    b.drop_files("#source", &[("甲/有错.txt", &faulty), ("无误.txt", &clean), ("b.gif", "'GIF89a'")]);
    b.wait("document.querySelectorAll('.report').length === 3");
    b.and_check(|b| b.click(".report button"));
    b.click("#reports-open");
    b.wait("document.querySelector('.report.open')");
    look(b, "several reports");
    b.click("#reports-forget");
    b.wait("!document.querySelector('#reports-open')");
    b.and_check(|b| b.click("#clear"));
}

#[test]
fn no_view_has_a_barrier_in_either_language_and_light() {
    let (mut b, _server) = open_empty(1440, 900);
    for language in ["zh", "en"] {
        b.wait(&format!("document.documentElement.lang === '{language}'"));
        each_view(&mut b, &mut |b, state| {
            for (scheme, ask) in [("light", Ask::Everything), ("dark", Ask::Colours)] {
                b.media(&[("prefers-color-scheme", scheme), STILL]);
                no_barrier(b, ask, &format!("{language} {scheme} {state}"));
            }
        });
        b.click("#language");
    }
    b.assert_quiet();
}

#[test]
fn a_narrow_window_has_no_barrier_in_either_language_and_light() {
    let (mut b, _server) = open_empty(360, 740);
    b.fill(FAULTY);
    for language in ["zh", "en"] {
        b.wait(&format!("document.documentElement.lang === '{language}'"));
        for tab in ["source", "findings", "tables"] {
            b.click(&format!("[data-tab={tab}]"));
            b.wait(&format!("document.documentElement.dataset.pane === '{tab}'"));
            for (scheme, ask) in [("dark", Ask::Everything), ("light", Ask::Colours)] {
                b.media(&[("prefers-color-scheme", scheme), STILL]);
                no_barrier(&mut b, ask, &format!("{language} {scheme} {tab}"));
            }
        }
        b.click("#language");
    }
    // Colours that the system forces, and more contrast.
    for (feature, value) in [("forced-colors", "active"), ("prefers-contrast", "more")] {
        for scheme in ["light", "dark"] {
            b.media(&[(feature, value), ("prefers-color-scheme", scheme), STILL]);
            no_barrier(&mut b, Ask::Colours, &format!("{feature} {scheme}"));
        }
    }
    b.assert_quiet();
}

#[test]
fn in_english_nothing_is_left_in_chinese_that_does_not_say_so() {
    let (mut b, _server) = open_empty(1440, 900);
    b.click("#language");
    b.wait("document.documentElement.lang === 'en'");
    let left = "(() => { const left = []; \
        const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT); \
        while (walk.nextNode()) { const t = walk.currentNode, e = t.parentElement; \
          if (/[\\u4e00-\\u9fff]/.test(t.data) && e.closest('[lang]').lang === 'en' && !e.closest('script, textarea, noscript')) \
            { left.push(e.className + ' ' + e.tagName + ': ' + t.data.slice(0, 40)); } } return left; })()";
    each_view(&mut b, &mut |b, state| {
        let left = b.eval(left);
        assert_eq!(left, json!([]), "{state}");
    });
    b.assert_quiet();
}

#[test]
fn the_whole_job_is_done_by_keyboard_alone() {
    let (mut b, _server) = open_empty(1280, 800);
    // The report is on the clipboard, as from Word.
    b.eval(&format!(
        "(() => {{ const a = document.createElement('textarea'); document.body.append(a); \
         a.value = {}; a.select(); document.execCommand('copy'); a.remove(); }})()",
        Value::from(FAULTY)
    ));
    // The first stop leads past the head, to the report.
    b.tab();
    assert_eq!(b.text("document.activeElement.className"), "skip");
    b.enter();
    b.wait("document.activeElement.id === 'main'");
    for _ in 0..5 {
        if b.text("document.activeElement.id") != "source" {
            b.tab();
        }
    }
    assert_eq!(b.text("document.activeElement.id"), "source");
    b.and_check(|b| b.press("v", "KeyV", 2, &["paste"]));
    // To the summary, which is the first finding, and to what mends it.
    b.press("Enter", "Enter", 2, &[]);
    b.wait("document.activeElement.dataset.rule === 'T3-C05'");
    tab_to(&mut b, "fix");
    b.and_check(Browser::enter);
    assert_eq!(b.eval("document.querySelector('.finding[data-rule=\"T3-C05\"]')"), Value::Null);
    // From the text, where the fix was made, to the next one, which is accepted.
    b.press("Enter", "Enter", 2, &[]);
    b.wait("document.activeElement.classList.contains('finding')");
    tab_to(&mut b, "accept");
    b.enter();
    b.wait("document.activeElement.classList.contains('reason-input')");
    b.type_in("ok");
    b.enter();
    b.wait("document.querySelector('.accepted-count')");
    b.wait("document.activeElement.classList.contains('finding')");
    // What the table shows is changed in the table.
    b.eval("document.querySelector('td[tabindex=\"0\"]').focus()");
    b.press("ArrowDown", "ArrowDown", 0, &[]);
    b.wait("document.activeElement.classList.contains('chosen')");
    b.enter();
    b.wait("document.activeElement.classList.contains('cell-input')");
    b.type_in("5");
    b.and_check(Browser::enter);
    b.wait("document.activeElement.dataset.state === 'number'");
    // Undo takes it all back, a step a time.
    b.eval("document.getElementById('source').focus()");
    b.and_check(|b| b.press("z", "KeyZ", 2, &["undo"]));
    b.and_check(|b| b.press("z", "KeyZ", 2, &["undo"]));
    assert_eq!(b.text("document.getElementById('source').value"), FAULTY);
    b.assert_quiet();
}

/// Presses Tab until something with this class has the focus.
fn tab_to(b: &mut Browser, class: &str) {
    for _ in 0..30 {
        b.tab();
        if b.eval(&format!("document.activeElement.classList.contains('{class}')")) == json!(true) {
            return;
        }
    }
    panic!("Tab does not lead to .{class}");
}

#[test]
fn every_view_has_a_picture_at_three_widths_in_both_lights() {
    let (mut b, _server) = open_empty(1440, 900);
    b.fill(FAULTY);
    b.click(".finding[data-rule='T3-C05']");
    for (width, height) in [(320, 640), (1280, 800), (1920, 1080)] {
        b.resize(width, height);
        for scheme in ["light", "dark"] {
            b.scheme(scheme);
            b.screenshot(&format!("work-{width}-{scheme}.png"));
            // Nothing is cut off at the side.
            assert_eq!(b.eval("document.documentElement.scrollWidth <= innerWidth"), json!(true), "{width}");
        }
    }
    b.resize(1280, 800);
    b.media(&[("forced-colors", "active")]);
    b.screenshot("work-forced.png");
    b.media(&[("prefers-contrast", "more")]);
    b.screenshot("work-contrast.png");
    b.media(&[]);
    // 1280 by 800 at 200 %.
    b.resize(640, 400);
    b.screenshot("work-zoom.png");
    assert_eq!(b.eval("document.documentElement.scrollWidth <= innerWidth"), json!(true));
    // What is printed.
    b.resize(794, 1123);
    b.draw_for_print();
    b.screenshot("work-print.png");
    b.assert_quiet();
}

#[test]
fn what_is_painted_behind_the_text_is_seen_and_leaves_the_text_free() {
    let (mut b, _server) = open_empty(1366, 768);
    b.fill(FAULTY);
    let painted = |test: &str| {
        format!(
            "(() => {{ const c = document.getElementById('marks'); \
             const left = parseFloat(getComputedStyle(document.getElementById('source')).paddingLeft); \
             const copy = document.createElement('canvas'); \
             const [width, height] = [copy.width, copy.height] = [c.width, c.height]; \
             const context = copy.getContext('2d', {{ willReadFrequently: true }}); \
             context.drawImage(c, 0, 0); \
             const {{ data }} = context.getImageData(0, 0, width, height); \
             let count = 0; \
             for (let i = 0; i < data.length; i += 4) {{ \
                 const x = (i / 4) % width / devicePixelRatio, light = data[i + 1], solid = data[i + 3] > 99; \
                 if (solid && {test}) count += 1; }} \
             return count; }})()"
        )
    };
    // Between the line numbers and the text there is nothing, however wide the window.
    let (between, numbers) = (painted("x > left - 9 && x < left - 3"), painted("x < left - 9"));
    for (width, height) in [(1366, 768), (800, 900), (640, 400), (360, 740)] {
        b.resize(width, height);
        b.wait(&format!("{numbers} > 50"));
        b.wait(&format!("{between} === 0"));
    }
    // Where the system forces light on dark, numbers and underlines are light.
    b.resize(1366, 768);
    for (scheme, seen) in [("dark", "light > 128"), ("light", "light < 128")] {
        b.media(&[("forced-colors", "active"), ("prefers-color-scheme", scheme)]);
        b.wait(&format!("{} > 50", painted(&format!("{seen} && x < left"))));
        b.wait(&format!("{} > 50", painted(&format!("{seen} && x > left"))));
    }
    b.assert_quiet();
}

#[test]
fn a_card_is_named_by_its_place_and_its_message() {
    let (mut b, _server) = open_empty(1366, 768);
    b.fill(FAULTY);
    let named = "(() => { const card = document.querySelector('.finding'); \
        return card.getAttribute('aria-labelledby').split(' ') \
            .map(id => document.getElementById(id)).every(e => e && card.contains(e) && e.innerText); })()";
    assert_eq!(b.eval(named), json!(true));
    b.assert_quiet();
}

#[test]
fn hostile_texts_leave_the_page_usable() {
    let (mut b, _server) = open_empty(1280, 800);
    let long = "9".repeat(10_000);
    let wide = FAULTY.replacen("\t0\t", &format!("\t{long}\t"), 1);
    let turned = FAULTY.replace("青禾镇", "青\u{202e}禾镇\u{2066}");
    let tabs = "\t".repeat(60_000);
    for (name, text) in [("wide", &wide), ("turned", &turned), ("tabs", &tabs)] {
        b.fill(text);
        b.screenshot(&format!("hostile-{name}.png"));
        assert_eq!(b.eval("document.documentElement.scrollWidth <= innerWidth"), json!(true), "{name}");
        b.press("F8", "F8", 0, &[]);
    }
    b.fill(FAULTY);
    assert_eq!(b.text("document.querySelector('[data-verdict]').dataset.verdict"), "fail");
    b.assert_quiet();
}
