//! Mending and accepting in a real browser; every change is one step of the text's own undo.
//!
//! The page is built before these tests are run; they build nothing themselves.

#[allow(dead_code)] // These tests use a part of what the browser's tests share.
mod browser;

use browser::page::{CLEAN, FAULTY, WRONG, WRONG_CARD, open};
use serde_json::Value;

#[test]
fn all_certain_fixes_are_one_step_and_one_undo() {
    let two = FAULTY.replace("\n六、", "\n");
    let (mut b, _server) = open(&two);
    b.wait("document.querySelector('.fix-all')");
    let before = b.source();
    b.and_check(|b| b.click(".fix-all"));
    let after = b.source();
    assert!(after.contains("\n五、存在的主要问题") && after.contains("\n六、"), "{after}");
    assert_eq!(b.eval("document.querySelector('.fix-all')"), Value::Null);
    b.undo();
    assert_eq!(b.source(), before);
    b.assert_quiet();
}

#[test]
fn what_was_typed_a_moment_ago_moves_the_place_that_is_mended() {
    let (mut b, _server) = open(FAULTY);
    // A key and a click, quicker than the pause that a check waits for.
    let type_and_click = |what: &str| {
        format!(
            "(() => {{ const a = document.getElementById('source'); a.value = '某某\\n' + a.value; \
             a.dispatchEvent(new Event('input', {{ bubbles: true }})); \
             document.querySelector('{what}').click(); }})()"
        )
    };
    b.click(WRONG_CARD);
    b.wait("document.querySelector('.finding.chosen .fix')");
    b.and_check(|b| {
        b.eval(&type_and_click(".finding.chosen .fix"));
    });
    let mended = format!("某某\n{}", FAULTY.replacen("\t12\n", "\t14\n", 1));
    assert_eq!(b.source(), mended);
    b.and_check(|b| {
        b.eval(&type_and_click(".fix-all"));
    });
    assert!(b.source().contains("\n五、存在的主要问题"), "{}", b.source());
    // Half-typed pinyin moves it too; pressing the button ends the composition.
    b.fill(FAULTY);
    b.click(WRONG_CARD);
    b.wait("document.querySelector('.finding.chosen .fix')");
    b.eval(
        "(() => { const a = document.getElementById('source'); a.focus(); \
         a.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true })); \
         a.value = 'qing' + a.value; a.dispatchEvent(new Event('input', { bubbles: true })); })()",
    );
    b.and_check(|b| b.click(".finding.chosen .fix"));
    assert_eq!(b.source(), format!("qing{}", FAULTY.replacen("\t12\n", "\t14\n", 1)));
    b.assert_quiet();
}

#[test]
fn a_double_click_mends_once_and_opens_nothing_else() {
    let (mut b, _server) = open(FAULTY);
    b.resize(1366, 768);
    b.click(WRONG_CARD);
    b.wait("document.querySelector('.finding.chosen .fix')");
    // The next card opens in the place of this one, with its own buttons.
    for _ in 0..3 {
        let place = b.eval(
            "(() => { const r = document.querySelector('.finding .fix, .finding .accept').getBoundingClientRect(); \
             return [r.left + r.width / 2, r.top + r.height / 2]; })()",
        );
        let before = b.source();
        b.click_at(&place, 2);
        std::thread::sleep(std::time::Duration::from_millis(400));
        assert_eq!(b.eval("document.querySelector('.sheet')"), Value::Null);
        let changed = before.lines().zip(b.source().lines()).filter(|(a, b)| a != b).count();
        assert!(changed <= 1, "{changed} lines were changed");
    }
    b.assert_quiet();
}

#[test]
fn a_narrow_window_mends_and_undoes_as_well() {
    let (mut b, _server) = open(FAULTY);
    b.resize(360, 740);
    b.click("[data-tab=findings]");
    b.wait("document.querySelector('.fix-all').offsetParent !== null");
    b.and_check(|b| b.click(".fix-all"));
    assert_ne!(b.source(), FAULTY);
    assert_eq!(b.text("document.documentElement.dataset.pane"), "findings");
    b.click("[data-tab=source]");
    b.wait("document.getElementById('source').offsetParent !== null");
    b.undo();
    assert_eq!(b.source(), FAULTY);
    b.assert_quiet();
}

#[test]
fn a_cell_is_edited_in_the_table_and_the_text_follows() {
    let (mut b, _server) = open(FAULTY);
    b.click(WRONG);
    b.wait("document.activeElement.dataset.cell === 'applications/closed/total'");
    b.press("Enter", "Enter", 0, &[]);
    b.wait("document.activeElement.classList.contains('cell-input')");
    b.screenshot("editing-1440.png");
    b.type_in("14");
    b.and_check(|b| b.press("Enter", "Enter", 0, &[]));
    assert_eq!(b.eval(&format!("document.querySelector(\"{WRONG_CARD}\")")), Value::Null);
    b.wait("document.activeElement.dataset.cell === 'applications/closed/total'");
    assert_eq!(b.text("document.activeElement.firstChild.textContent"), "14");
    let lines = |text: &str| text.lines().count();
    assert_eq!(lines(&b.source()), lines(FAULTY));
    b.undo();
    assert_eq!(b.source(), FAULTY);
    // Escape leaves everything as it is; leaving the field writes.
    let cell = b.eval(&format!(
        "(() => {{ const e = document.querySelector(\"{WRONG}\"); e.scrollIntoView({{ block: 'center' }}); \
         const r = e.getBoundingClientRect(); return [r.left + r.width / 2, r.top + r.height / 2]; }})()"
    ));
    b.click_at(&cell, 2);
    b.wait("document.activeElement.classList.contains('cell-input')");
    b.type_in("99");
    b.press("Escape", "Escape", 0, &[]);
    b.wait("!document.querySelector('.cell-input')");
    assert_eq!(b.source(), FAULTY);
    b.click_at(&cell, 2);
    b.wait("document.activeElement.classList.contains('cell-input')");
    b.type_in("14");
    b.and_check(|b| b.click("#findings-title"));
    assert_eq!(b.eval(&format!("document.querySelector(\"{WRONG_CARD}\")")), Value::Null);
    b.assert_quiet();
}

#[test]
fn blank_cells_are_filled_after_a_look() {
    let blanks = CLEAN.replacen("\t0\t0\t0\t0", "\t\t\t/\t0", 1);
    assert_ne!(blanks, CLEAN);
    let (mut b, _server) = open(&blanks);
    let before = b.eval("document.querySelectorAll('td[data-state=blank]').length").as_u64().unwrap_or(0);
    assert!(before >= 3);
    let ask = "document.querySelector('.form.applications .fill-ask, .form.remedies .fill-ask')";
    let asked = b.text(&format!("{ask}.textContent"));
    b.eval(&format!("{ask}.click()"));
    b.wait("document.querySelector('.fill-make')");
    let marked = b.eval("document.querySelectorAll('td.fills').length").as_u64().unwrap_or(0);
    assert!(asked.contains(&marked.to_string()), "{asked} {marked}");
    assert_eq!(b.source(), blanks, "nothing is filled before it was looked at");
    b.screenshot("filling-1440.png");
    b.and_check(|b| b.click(".fill-make"));
    let left = b.eval("document.querySelectorAll('td[data-state=blank]').length").as_u64().unwrap_or(99);
    assert_eq!(left, before - marked);
    b.undo();
    assert_eq!(b.source(), blanks);
    b.assert_quiet();
}

#[test]
fn a_finding_is_accepted_with_a_reason_and_stays_so() {
    let (mut b, _server) = open(FAULTY);
    let count = b.cards();
    b.click(WRONG_CARD);
    b.wait("document.querySelector('.finding.chosen .accept')");
    b.click(".finding.chosen .accept");
    b.wait("document.activeElement.classList.contains('reason-input')");
    // Without a reason nothing is accepted.
    b.press("Enter", "Enter", 0, &[]);
    b.type_in("已与业务科室核实");
    b.screenshot("accepting-1440.png");
    b.click(".reason-form [type=submit]");
    b.wait(&format!("document.querySelectorAll('.findings .finding').length === {}", count - 1));
    // The keyboard goes on with the next one.
    b.wait("document.activeElement.classList.contains('finding')");
    assert!(b.text("document.querySelector('.hidden-count').innerText").contains("1 处已认可"));
    assert!(b.text("document.getElementById('verdict').innerText").contains("1 处已认可"));
    // It stays accepted across an edit elsewhere.
    b.and_check(|b| {
        b.eval("(() => { const a = document.getElementById('source'); a.focus(); a.setSelectionRange(0, 0); document.execCommand('insertText', false, '\\n'); })()");
    });
    assert_eq!(b.eval(&format!("document.querySelector(\".findings {WRONG_CARD}\")")), Value::Null);
    b.click("[data-filter=accepted]");
    b.wait(&format!("document.querySelector(\".findings {WRONG_CARD}\")"));
    assert!(b.text(&format!("document.querySelector(\"{WRONG_CARD}\").innerText")).contains("业务科室"));
    b.click(WRONG_CARD);
    b.wait("document.querySelector('.finding.chosen .accept')");
    b.click(".finding.chosen .accept");
    b.wait("!document.querySelector('[data-filter=accepted]')");
    assert_eq!(b.cards(), count);
    b.assert_quiet();
}
