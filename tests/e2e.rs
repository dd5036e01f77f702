//! The page in a real browser: what a clerk does with it, and what it must not do.
//!
//! The page is built before these tests are run; they build nothing themselves.

#[allow(dead_code)] // These tests use a part of what the browser's tests share.
mod browser;

use browser::page::{CLEAN, FAULTY, WRONG, WRONG_WORDS, open_empty};
use browser::{Browser, Server, dist};
use serde_json::{Value, json};

#[test]
fn the_samples_are_what_their_names_say() {
    let (mut b, _server) = open_empty(1440, 900);
    assert_eq!(b.checks(), 0);
    assert_eq!(b.text("document.documentElement.lang"), "zh");
    for (index, expected) in [(1, "pass"), (0, "fail"), (3, "pass"), (2, "fail")] {
        b.and_check(|b| {
            b.eval(&format!(
                "(() => {{ const s = document.getElementById('samples'); s.value = '{index}'; \
                 s.dispatchEvent(new Event('change', {{ bubbles: true }})); }})()"
            ));
        });
        assert_eq!(b.verdict(), expected, "sample {index}");
        assert_eq!(b.text("document.getElementById('samples').value"), "");
    }
    b.assert_quiet();
}

#[test]
fn a_report_is_pasted_and_its_tables_are_seen() {
    let (mut b, _server) = open_empty(1440, 900);
    // Through the clipboard, as a clerk does it: copied from one text area into ours.
    b.eval(&format!(
        "(() => {{ const a = document.createElement('textarea'); document.body.append(a); \
         a.value = {}; a.select(); document.execCommand('copy'); a.remove(); \
         document.getElementById('source').focus(); }})()",
        Value::from(FAULTY)
    ));
    b.and_check(|b| b.press("v", "KeyV", 2, &["paste"]));
    assert_eq!(b.text("document.getElementById('source').value"), FAULTY);
    assert_eq!(b.verdict(), "fail");
    assert!(b.text("document.querySelector('.chip').textContent").contains("青禾镇"));
    // Every cell of the form is there, each in one of the six states.
    assert_eq!(b.eval("document.querySelectorAll('td[data-cell]').length"), json!(200));
    let states = b.text("[...new Set([...document.querySelectorAll('td[data-cell]')].map(c => c.dataset.state))].sort().join()");
    assert_eq!(states, "blank,number");
    assert_eq!(b.text(&format!("document.querySelector(\"{WRONG}\").firstChild.textContent")), WRONG_WORDS);
    // Merged heads and row heads say what they head.
    assert_eq!(b.eval("document.querySelectorAll('th:not([scope])').length"), json!(0));
    assert_eq!(b.eval("document.querySelectorAll('[style]:not(#mirror):not(#main)').length"), json!(0));
    // Undo is the browser's own, and takes the paste back after a check.
    b.and_check(|b| b.press("z", "KeyZ", 2, &["undo"]));
    assert_eq!(b.text("document.getElementById('source').value"), "");
    b.and_check(|b| b.press("z", "KeyZ", 10, &["redo"]));
    assert_eq!(b.text("document.getElementById('source').value"), FAULTY);
    b.assert_quiet();
}

#[test]
fn an_edit_is_checked_after_a_pause_and_can_be_undone() {
    let (mut b, _server) = open_empty(1440, 900);
    b.fill(CLEAN);
    assert_eq!(b.verdict(), "pass");
    b.eval(
        "(() => { const a = document.getElementById('source'); a.focus(); \
         const at = a.value.indexOf('（七）总计\\t\\t10') + 7; a.setSelectionRange(at, at + 2); })()",
    );
    let before = b.checks();
    b.type_in("11");
    b.wait(&format!("Number(document.documentElement.dataset.checks) > {before}"));
    b.wait("document.querySelector('[data-verdict]').dataset.verdict === 'fail'");
    // The selection stays where the user left it.
    assert_eq!(b.eval("document.activeElement.id"), json!("source"));
    b.press("z", "KeyZ", 2, &["undo"]);
    b.wait("document.querySelector('[data-verdict]').dataset.verdict === 'pass'");
    b.assert_quiet();
}

#[test]
fn a_finding_shows_its_cell_and_its_words() {
    let (mut b, _server) = open_empty(1440, 900);
    b.fill(FAULTY);
    b.screenshot("faulty-1440.png");
    b.click(".finding[data-rule='T3-C05']");
    b.wait(&format!("document.querySelector(\"{WRONG}\").classList.contains('chosen')"));
    assert_eq!(b.selection(), WRONG_WORDS);
    // The words and the cell are in view.
    assert_eq!(b.eval("document.activeElement.id"), json!("source"));
    assert!(b.eval("document.getElementById('source').scrollTop").as_f64() > Some(200.0));
    let seen = format!(
        "(() => {{ const c = document.querySelector(\"{}\").getBoundingClientRect(), \
         t = document.querySelector('.tables').getBoundingClientRect(); \
         return c.top >= t.top && c.bottom <= t.bottom; }})()",
        WRONG
    );
    b.wait(&seen);
    b.screenshot("finding-1440.png");
    // A finding without a cell: its words alone. By keyboard: the focus stays on the list.
    b.eval("document.querySelector('.finding[data-rule=\"S-03\"]').focus()");
    b.wait("document.querySelector('.finding[data-rule=\"S-03\"]').classList.contains('chosen')");
    assert!(b.selection().contains("存在的主要问题"));
    assert_eq!(b.eval("document.activeElement.dataset.rule"), json!("S-03"));
    b.assert_quiet();
}

#[test]
fn a_cell_shows_its_words_and_its_sums() {
    let (mut b, _server) = open_empty(1440, 900);
    b.fill(FAULTY);
    b.click(WRONG);
    b.wait("document.querySelector('.strip .formula.fails')");
    b.wait("document.getElementById('source').selectionEnd > 0");
    assert_eq!(b.selection(), WRONG_WORDS);
    let sums = b.text("document.querySelector('.strip').innerText.replace(/\\s+/g, '')");
    assert!(sums.contains("13") && sums.contains("→15≠13"), "{sums}");
    b.screenshot("cell-1440.png");
    // The arrows go from value to value.
    b.eval(&format!("document.querySelector(\"{WRONG}\").focus()"));
    b.press("ArrowUp", "ArrowUp", 0, &[]);
    b.wait("document.activeElement.dataset.cell === 'applications/other.misc/total'");
    assert_eq!(b.selection(), "1");
    b.assert_quiet();
}

#[test]
fn a_fix_is_made_and_can_be_undone() {
    let (mut b, _server) = open_empty(1440, 900);
    b.fill(FAULTY);
    b.click(".finding[data-rule='S-03']");
    b.wait("document.querySelector('.finding.chosen .fix')");
    b.and_check(|b| b.click(".finding.chosen .fix"));
    assert!(b.text("document.getElementById('source').value").contains("\n五、存在的主要问题"));
    assert_eq!(b.eval("document.querySelector('.finding[data-rule=\"S-03\"]')"), Value::Null);
    b.and_check(|b| b.press("z", "KeyZ", 2, &["undo"]));
    assert_eq!(b.text("document.getElementById('source').value"), FAULTY);
    b.assert_quiet();
}

#[test]
fn nothing_is_checked_while_an_input_method_composes() {
    let (mut b, _server) = open_empty(1440, 900);
    b.fill(CLEAN);
    b.eval(
        "(() => { const a = document.getElementById('source'); a.focus(); a.setSelectionRange(0, 0); })()",
    );
    let before = b.checks();
    for text in ["q", "qi", "qin"] {
        b.compose(text);
    }
    std::thread::sleep(std::time::Duration::from_millis(700));
    assert_eq!(b.checks(), before);
    b.and_check(|b| b.commit("青"));
    assert!(b.text("document.getElementById('source').value").starts_with("青云溪县"));
    // The same by events alone, as a test double of an input method sends them.
    let before = b.checks();
    b.eval(
        "(() => { const a = document.getElementById('source'); \
         a.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true })); \
         a.value = 'x' + a.value; a.dispatchEvent(new Event('input', { bubbles: true })); })()",
    );
    std::thread::sleep(std::time::Duration::from_millis(500));
    assert_eq!(b.checks(), before);
    b.and_check(|b| {
        b.eval("document.getElementById('source').dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }))");
    });
    b.assert_quiet();
}

#[test]
fn the_language_and_the_light_can_be_switched() {
    let (mut b, _server) = open_empty(1440, 900);
    b.fill(FAULTY);
    let checks = b.eval("document.documentElement.dataset.checks");
    b.click("#language");
    b.wait("document.documentElement.lang === 'en'");
    assert_eq!(b.text("document.documentElement.lang"), "en");
    let chinese = b.text(
        "(() => { const own = document.querySelector('body').cloneNode(true); \
         own.querySelectorAll('script, textarea, [lang=zh], #language, .chip, q, .message, dd').forEach(e => e.remove()); \
         return own.innerText.match(/[\\u4e00-\\u9fff][^\\n]*/g); })()",
    );
    println!("left in Chinese: {chinese}");
    assert!(b.text("document.getElementById('verdict').innerText").contains("error"));
    b.screenshot("english-1440.png");
    for theme in ["light", "dark", "auto"] {
        b.click("#theme");
        b.wait(&format!("document.documentElement.dataset.theme === '{theme}'"));
    }
    b.click("#language");
    b.wait("document.documentElement.lang === 'zh'");
    assert_eq!(b.eval("document.documentElement.dataset.checks"), checks, "a language is no new check");
    assert_eq!(b.text("document.documentElement.lang"), "zh");
    b.assert_quiet();
}

#[test]
fn every_width_and_both_lights_have_a_picture() {
    let (mut b, _server) = open_empty(1440, 900);
    b.screenshot("empty-1440.png");
    b.fill(FAULTY);
    b.click(".finding[data-rule='T3-C05']");
    for (width, height) in [(1728, 1000), (1280, 800), (800, 900), (390, 800)] {
        b.resize(width, height);
        for scheme in ["light", "dark"] {
            b.scheme(scheme);
            b.screenshot(&format!("{scheme}-{width}.png"));
        }
        // Each part of 表二 has heads of its own: none stays in view over the figures of another.
        let over = "(() => { const pane = document.querySelector('.tables'); \
            pane.scrollTop = 150; \
            const end = document.querySelector('.disclosure thead').getBoundingClientRect().bottom; \
            const first = document.querySelector('.disclosure td').getBoundingClientRect().top; \
            pane.scrollTop = 0; return Math.round(end - first); })()";
        assert!(b.eval(over).as_i64().is_some_and(|pixels| pixels <= 2), "{width}: {}", b.eval(over));
        // Nothing is cut off at the side.
        assert_eq!(b.eval("document.documentElement.scrollWidth <= innerWidth"), json!(true), "{width}");
    }
    b.assert_quiet();
}

#[test]
fn a_narrow_window_shows_one_pane_at_a_time() {
    let (mut b, _server) = open_empty(360, 740);
    b.screenshot("narrow-empty.png");
    b.fill(FAULTY);
    let shown = "[...document.querySelectorAll('.pane')].filter(p => p.offsetParent !== null && getComputedStyle(p).visibility === 'visible').length";
    assert_eq!(b.eval(shown), json!(1));
    b.click("[data-tab=findings]");
    b.wait("document.querySelector('.finding').offsetParent !== null");
    assert_eq!(b.eval(shown), json!(1));
    b.screenshot("narrow-findings.png");
    b.click(".finding[data-rule='T3-C05']");
    b.wait("document.querySelector('.finding.chosen .actions button')");
    b.click(".finding.chosen [data-show=tables]");
    b.wait(&format!("document.querySelector(\"{WRONG}\").offsetParent !== null"));
    b.screenshot("narrow-tables.png");
    // Scrolled to the side, labels that span their groups' columns too lie over no more figures than the others.
    let reach = "(() => { const labels = [...document.querySelectorAll('.applications th[scope=row]')]; \
        const pane = document.querySelector('.tables'); pane.scrollLeft = 300; \
        const ends = labels.map(th => Math.round(th.getBoundingClientRect().right)); \
        pane.scrollLeft = 0; return Math.max(...ends) - Math.min(...ends); })()";
    assert!(b.eval(reach).as_u64().is_some_and(|pixels| pixels <= 6), "{}", b.eval(reach));
    b.click(WRONG);
    b.wait("document.querySelector('.strip')");
    b.click("[data-tab=source]");
    b.wait("document.getElementById('source').offsetParent !== null");
    assert_eq!(b.selection(), WRONG_WORDS);
    b.screenshot("narrow-source.png");
    b.assert_quiet();
}

#[test]
fn the_module_gives_the_same_object() {
    let (mut b, _server) = open_empty(1440, 900);
    let checked: Value =
        serde_json::from_str(&b.text(&format!("JSON.stringify(gouji.check({}))", Value::from(FAULTY))))
            .expect("JSON");
    assert_eq!(checked["schema"], "gouji/1");
    let native = gouji::check(FAULTY, &gouji::Options::default());
    let origin = gouji::render::json::Origin { name: None, format: Some("text") };
    let document = gouji::render::json::document(&native, &origin, gouji::Lang::Zh);
    assert_eq!(checked, serde_json::to_value(document).expect("JSON"));
    let message = |expression: &str| {
        format!(
            "(() => {{ try {{ {expression}; return 'no error'; }} catch (e) {{ return e.message; }} }})()"
        )
    };
    assert!(b.text(&message("gouji.check(7)")).contains("string"));
    assert!(b.text(&message("gouji.check('', { lang: 'fr' })")).contains("lang"));
    assert_eq!(b.text(&message("gouji.check('\\ud800', { previous: '', profile: null })")), "no error");
    assert_eq!(b.text("gouji.check('x', { name: 'a.txt', lang: 'en' }).source.name"), "a.txt");
    assert!(b.eval("gouji.rules('en').length").as_u64() > Some(10));
    // A number too large for JavaScript to be exact about is as near as it can be.
    let large = FAULTY.replacen("行政许可\t36", "行政许可\t99999999999999999", 1);
    let value = format!(
        "gouji.check({}).report.cells.find(cell => cell.raw === '99999999999999999').value",
        Value::from(large)
    );
    assert_eq!(b.eval(&value).as_f64(), Some(1e17));
}

#[test]
fn the_es_module_runs_beside_the_page() {
    let server = Server::start(dist());
    // A page without a policy of its own: what a portal has.
    let mut b = Browser::open(&format!("{}examples/module.html", server.url), 800, 600);
    let expression = format!(
        "import('{}gouji.js').then(async m => {{ await m.default(); await m.default(); \
         return m.check({}).verdict; }})",
        server.url,
        Value::from(CLEAN)
    );
    assert_eq!(b.text(&expression), "pass");
}
