//! What is no report, and what fails, in a real browser: said, and nothing of the user's is lost.
//!
//! The page is built before these tests are run; they build nothing themselves.

#[allow(dead_code)] // These tests use a part of what the browser's tests share.
mod browser;

use browser::Browser;
use browser::page::{CLEAN, FAULTY, open_empty};
use serde_json::{Value, json};

#[test]
fn a_very_long_text_is_held_beside_the_text_area() {
    let (mut b, _server) = open_empty(1440, 900);
    let fill = |b: &mut Browser, expression: &str| {
        b.and_check(|b| {
            b.eval(&format!(
                "(() => {{ const a = document.getElementById('source'); a.value = {expression}; \
                 a.dispatchEvent(new Event('input', {{ bubbles: true }})); }})()"
            ));
        });
    };
    let clean = Value::from(CLEAN);
    fill(&mut b, &format!("{clean} + '\\n' + '说明。'.repeat(400000)"));
    assert_ne!(b.verdict(), "unrecognized");
    assert_eq!(b.eval("document.getElementById('source').readOnly"), json!(true));
    assert!(b.eval("document.getElementById('source').value.length").as_u64() < Some(30_000));
    assert!(b.text("document.getElementById('source-note').innerText").contains("太长"));
    b.screenshot("held.png");
    // Over the cap it is refused, and said so.
    b.and_check(|b| b.click("#clear"));
    assert_eq!(b.eval("document.getElementById('source').readOnly"), json!(false));
    fill(&mut b, "'x'.repeat(9000000)");
    assert_eq!(b.verdict(), "unread");
    assert!(b.text("document.getElementById('verdict').innerText").contains("8 MiB"));
    b.and_check(|b| b.click("#clear"));
    b.fill(CLEAN);
    assert_eq!(b.verdict(), "pass");
    b.assert_quiet();
}

#[test]
fn broken_characters_do_no_harm() {
    let (mut b, _server) = open_empty(1440, 900);
    for odd in [
        "'\\ud800' + t",
        "t + '\\udc00'",
        "t.replace('\\t0', '\\t\\0')",
        "'\\u202e' + t",
        "'\\ufeff' + t",
        "'%PDF-1.7 \\0\\x01'",
        "'  '",
    ] {
        b.and_check(|b| {
            b.eval(&format!(
                "(() => {{ const a = document.getElementById('source'), t = {}; a.value = {odd}; \
                 a.dispatchEvent(new Event('input', {{ bubbles: true }})); }})()",
                Value::from(FAULTY)
            ));
        });
        // Places are right whatever stands before them.
        if b.eval("!!document.querySelector('.finding[data-rule=\"S-03\"]')") == json!(true) {
            b.click(".finding[data-rule='S-03']");
            b.wait("document.querySelector('.finding[data-rule=\"S-03\"].chosen')");
            assert!(b.selection().starts_with("存在的主要问题"), "{odd}: {}", b.selection());
        }
    }
    b.assert_quiet();
}

#[test]
fn an_internal_failure_leaves_the_text_to_be_copied() {
    let (mut b, _server) = open_empty(1440, 900);
    b.fill(FAULTY);
    b.eval("window.reportError(new window.WebAssembly.RuntimeError('unreachable'))");
    b.wait("document.documentElement.hasAttribute('data-failed')");
    assert_eq!(b.eval("document.getElementById('failure').offsetParent !== null"), json!(true));
    assert_eq!(b.eval("document.getElementById('failure-old').hidden"), json!(true));
    assert_eq!(b.text("document.getElementById('source').value"), FAULTY);
    b.click("#failure-copy");
    assert_eq!(b.selection(), FAULTY);
    b.screenshot("failure.png");
}

#[test]
fn a_failure_of_the_core_is_said_and_the_next_check_runs_again() {
    let (mut b, _server) = open_empty(1440, 900);
    b.fill(FAULTY);
    // What a trap of the core looks like from outside; the fresh core has its own `view`.
    b.eval("gouji.view = () => { throw new WebAssembly.RuntimeError('unreachable'); }");
    b.eval(
        "(() => { const area = document.getElementById('source'); area.value += '\\n'; \
         area.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' })); })()",
    );
    b.wait("document.querySelector('.verdict[role=alert]')");
    assert_eq!(b.text("document.getElementById('source').value"), format!("{FAULTY}\n"));
    assert_eq!(b.eval("document.documentElement.hasAttribute('data-failed')"), json!(false));
    b.wait("!/throw/.test(String(gouji.view))");
    b.fill(FAULTY);
    b.wait("document.querySelector('[data-verdict=fail]')");
    b.assert_quiet();
}
