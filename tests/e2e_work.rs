//! The workbench in a real browser: the three views tied together, rules, settings, files.
//!
//! The page is built before these tests are run; they build nothing themselves.

#[allow(dead_code)] // These tests use a part of what the browser's tests share.
mod browser;

use browser::Browser;
use browser::page::{CLEAN, FAULTY, WRONG, WRONG_CARD, open};
use serde_json::{Value, json};

/// A report with one finding of every severity: the faulty sample with an empty cell
/// and a placeholder more.
fn many(count: usize) -> String {
    let mut text = FAULTY.to_string();
    for number in 0..count {
        text.push_str(&format!("\n本单位第{number}项工作由XX负责，联系电话为××××。"));
    }
    text
}

#[test]
fn findings_are_filtered_grouped_and_counted() {
    let (mut b, _server) = open(&many(3));
    let all = b.eval("['error', 'warning', 'hint'].map(s => Number(document.querySelector(`[data-filter=${s}] b`).textContent))");
    let [errors, warnings, hints] = [0, 1, 2].map(|at| all[at].as_u64().unwrap_or(0));
    assert!(errors > 0 && warnings > 0, "{all}");
    // The first problem is open, until another is chosen.
    assert_eq!(
        b.eval("[...document.querySelectorAll('.findings .finding')].map(e => !!e.querySelector('.details')).indexOf(true)"),
        json!(0)
    );
    assert_eq!(b.eval("document.querySelectorAll('.findings .details').length"), json!(1));
    // Hints are folded away and counted; scripts find them all the same.
    let there = b.eval("document.querySelectorAll('[data-rule][data-severity]').length");
    assert_eq!(there, json!(errors + warnings + hints));
    assert_eq!(b.cards(), errors + warnings);
    if hints > 0 {
        assert!(
            b.text("document.querySelector('.hidden-count').innerText").contains(&format!("{hints} 处提示"))
        );
    }
    b.click("[data-filter=warning]");
    b.wait("document.querySelector('[data-filter=warning]').getAttribute('aria-pressed') === 'false'");
    assert_eq!(b.cards(), errors);
    assert!(
        b.text("document.querySelector('.hidden-count').innerText").contains(&format!("{warnings} 处提醒"))
    );
    b.click("#show-all");
    b.wait("!document.querySelector('.hidden-count')");
    assert_eq!(b.cards(), errors + warnings + hints);
    // Every way of grouping shows every finding, and heads count what is under them.
    for group in ["rule", "place", "text", "severity"] {
        b.eval(&format!(
            "(() => {{ const s = document.getElementById('group'); s.value = '{group}'; \
             s.dispatchEvent(new Event('change', {{ bubbles: true }})); }})()"
        ));
        b.wait(&format!("{} === (document.querySelectorAll('.shelf-head').length > 0)", group != "text"));
        assert_eq!(b.cards(), errors + warnings + hints, "{group}");
        let heads = b.eval("[...document.querySelectorAll('.shelf-head .pane-count')].reduce((n, e) => n + Number(e.textContent), 0)");
        let expected = if group == "text" { 0 } else { errors + warnings + hints };
        assert_eq!(heads, json!(expected), "{group}");
    }
    b.click(".shelf-head .fold");
    b.wait("document.querySelector('.fold[aria-expanded=false]')");
    assert!(b.cards() < errors + warnings + hints);
    b.assert_quiet();
}

#[test]
fn f8_walks_the_findings_from_wherever_one_is() {
    let (mut b, _server) = open(FAULTY);
    let count = b.cards();
    b.eval("document.getElementById('language').focus()");
    b.press("F8", "F8", 0, &[]);
    b.wait("document.activeElement.classList.contains('finding')");
    let first = b.text("document.activeElement.dataset.finding");
    assert_eq!(b.text("document.activeElement.dataset.severity"), "error");
    for _ in 0..count {
        b.press("F8", "F8", 0, &[]);
    }
    b.wait(&format!("document.activeElement.dataset.finding === '{first}'"));
    b.press("F8", "F8", 8, &[]);
    b.wait(&format!("document.activeElement.dataset.finding !== '{first}'"));
    // In the text the keyboard stays in the text, and the words are selected.
    b.eval("document.getElementById('source').focus()");
    b.press("F8", "F8", 0, &[]);
    b.wait(&format!("document.querySelector('.finding.chosen').dataset.finding === '{first}'"));
    assert_eq!(b.text("document.activeElement.id"), "source");
    assert!(!b.selection().is_empty());
    assert!(b.text("document.getElementById('live').textContent").len() > 6);
    b.assert_quiet();
}

#[test]
fn what_can_be_done_about_a_finding_is_in_view_on_a_low_screen() {
    let (mut b, _server) = open(FAULTY);
    b.resize(1366, 768);
    let out_of_view = "(() => { const list = document.querySelector('.findings').getBoundingClientRect(); \
        const fix = document.querySelector('.finding.chosen .actions').getBoundingClientRect(); \
        return fix.top < list.top || fix.bottom > list.bottom + 1; })()";
    for _ in 0..4 {
        b.press("F8", "F8", 0, &[]);
        b.wait("document.querySelector('.finding.chosen .actions')");
        b.wait(&format!("!{out_of_view}"));
    }
    b.assert_quiet();
}

#[test]
fn text_table_and_findings_point_at_each_other() {
    let (mut b, _server) = open(FAULTY);
    // The pointer over a card marks its cell, and over a cell its card.
    b.hover(WRONG_CARD);
    b.wait(&format!("document.querySelector(\"{WRONG}\").hasAttribute('data-over')"));
    b.hover(WRONG);
    b.wait(&format!("document.querySelector(\"{WRONG_CARD}\").hasAttribute('data-over')"));
    b.hover("td[data-cell='applications/received/total']");
    b.wait(&format!("!document.querySelector(\"{WRONG_CARD}\").hasAttribute('data-over')"));
    // A cell with the keyboard's focus shows its finding and its sums.
    b.click(WRONG);
    b.wait(&format!("document.querySelector(\"{WRONG_CARD}\").classList.contains('linked')"));
    // A term of a sum leads to its cell.
    let goto = b.text("[...document.querySelectorAll('.strip .term:not(.here)')][0].dataset.goto");
    b.move_to(&json!([5, 5]));
    b.eval("document.querySelector('.strip .term:not(.here)').focus()");
    b.wait(&format!("document.querySelector(\"td[data-cell='{goto}']\").hasAttribute('data-over')"));
    b.press("Enter", "Enter", 0, &[]);
    b.eval("document.activeElement.click()");
    b.wait(&format!("document.activeElement.dataset.cell === '{goto}'"));
    // Addends that are 0 are folded away, and lead to their cells as well.
    b.click(WRONG);
    b.wait("document.querySelector('.strip .others')");
    let others = "document.querySelector('.strip .others summary').textContent";
    assert_eq!(b.text(others), "其余 15 项为 0");
    b.eval("document.querySelector('.strip .others').open = true");
    let zero = b.text("document.querySelector('.strip .others .term').dataset.goto");
    b.click(".strip .others .term");
    b.wait(&format!("document.activeElement.dataset.cell === '{zero}'"));
    // The words in the text: a click on them chooses the finding, the pointer marks it.
    let place = b.eval(
        "(() => { const a = document.getElementById('source'), m = document.getElementById('marks'); \
         return [a.getBoundingClientRect().left, a.getBoundingClientRect().top, m.width]; })()",
    );
    assert!(place[2].as_u64() > Some(0));
    b.click(".finding[data-rule='S-03']");
    b.wait("document.querySelector('.finding[data-rule=\"S-03\"].chosen')");
    let at = b.eval("document.getElementById('source').selectionStart");
    b.click(WRONG);
    b.wait("!document.querySelector('.finding.chosen')");
    b.eval(&format!(
        "(() => {{ const a = document.getElementById('source'); a.focus(); a.setSelectionRange({at} + 2, {at} + 2); \
         a.dispatchEvent(new MouseEvent('click', {{ bubbles: true }})); }})()"
    ));
    b.wait("document.querySelector('.finding[data-rule=\"S-03\"].chosen')");
    assert_eq!(
        b.eval("document.getElementById('source').selectionStart"),
        json!(at.as_u64().unwrap_or(0) + 2)
    );
    // The pointer over the words marks the card; nobody tells where they are painted.
    let paper = b.eval(
        "(() => { const r = document.getElementById('source').getBoundingClientRect(); return [r.left, r.top, r.bottom]; })()",
    );
    let [left, top, bottom] = [0, 1, 2].map(|at| paper[at].as_f64().unwrap_or(0.0));
    let mut y = top + 10.0;
    let over = "!!document.querySelector('.finding[data-rule=\"S-03\"][data-over]')";
    while y < bottom && b.eval(over) != json!(true) {
        b.move_to(&json!([left + 120.0, y]));
        y += 8.0;
    }
    assert!(y < bottom, "no words of the finding under the pointer");
    b.assert_quiet();
}

#[test]
fn what_is_blank_is_not_called_zero() {
    let blank = FAULTY.replacen("2.重复申请\t0\t0\t0\t0\t0\t0\t0", "2.重复申请\t0\t0\t0\t0\t0\t0\t", 1);
    assert_ne!(blank, FAULTY);
    let (mut b, _server) = open(&blank);
    b.click(WRONG);
    b.wait("document.querySelector('.strip .others')");
    assert_eq!(
        b.text("document.querySelector('.strip .others summary').textContent"),
        "其余 14 项为 0、1 项空白"
    );
    // Nor is a total that was left out, over parts that were not.
    b.fill(&FAULTY.replacen("2.重复申请\t0\t0\t0\t0\t0\t0\t0", "2.重复申请\t3\t0\t0\t0\t0\t0\t", 1));
    b.click(".finding[data-rule='T3-V04']");
    b.wait("document.querySelector('.finding[data-rule=\"T3-V04\"] .fails')");
    let fails = b.text(
        "[...document.querySelectorAll('.finding[data-rule=\"T3-V04\"] .fails')].map(f => f.innerText).join()",
    );
    assert!(fails.contains("空白 ≠ 3") && !fails.contains("0 ≠ 3"), "{fails}");
    b.assert_quiet();
}

#[test]
fn each_rule_has_a_page() {
    let (mut b, _server) = open(FAULTY);
    b.click(&format!("{WRONG_CARD} .rule"));
    b.wait("document.querySelector('[data-page=\"T3-C05\"]')");
    for words in ["查什么", "为什么", "怎样改", "例", "依据"] {
        assert!(b.text("document.querySelector('.rule-page').innerText").contains(words), "{words}");
    }
    b.screenshot("rule-1440.png");
    b.press("Escape", "Escape", 0, &[]);
    b.wait("!document.querySelector('.sheet')");
    b.click("#help");
    b.wait("document.querySelector('.keys')");
    b.screenshot("help-1440.png");
    b.eval("[...document.querySelectorAll('.sheet button')].find(e => e.textContent === '全部规则').click()");
    b.wait("document.querySelector('.rule-link')");
    let rules = b.eval("document.querySelectorAll('.rule-link').length").as_u64();
    assert_eq!(rules, Some(gouji::rule::RULES.len() as u64));
    b.screenshot("rules-1440.png");
    b.eval("document.querySelector('.rule-link').click()");
    b.wait("document.querySelector('.rule-page')");
    b.assert_quiet();
}

#[test]
fn the_promise_comes_with_what_proves_it() {
    let (mut b, server) = open(FAULTY);
    b.click("#proof");
    b.wait("document.activeElement.id === 'sheet-title'");
    // The policy is shown as the browser has it, a line a directive.
    let shown =
        b.text("[...document.querySelectorAll('.policy')][0].innerText.trim().split(/\\n+/).join('; ')");
    let policy = b.text("document.querySelector('meta[http-equiv=Content-Security-Policy]').content");
    assert_eq!(shown, policy);
    assert!(shown.contains("connect-src 'none'") && shown.contains("form-action 'none'"), "{shown}");
    // And it holds: nothing that is asked for from here on goes out.
    let refused = b.eval(&format!(
        "Promise.all([fetch('{0}').then(() => false, () => true), \
         new Promise(d => {{ const r = new XMLHttpRequest(); r.onerror = () => d(true); r.onload = () => d(false); r.open('GET', '{0}'); r.send(); }}), \
         Promise.resolve(!navigator.sendBeacon || !navigator.sendBeacon('https://example.com/', 'x') || true)])",
        server.url
    ));
    assert_eq!(refused, json!([true, true, true]));
    assert!(b.requests().iter().all(|url| url.starts_with(&server.url)));
    let told = b.text("document.querySelector('.sheet').innerText");
    for words in ["SHA256SUMS", "make page", "F12", "另存为", "扩展"] {
        assert!(told.contains(words), "{words}");
    }
    b.screenshot("proof-1440.png");
    // The help leads here as well.
    b.press("Escape", "Escape", 0, &[]);
    b.wait("!document.querySelector('.sheet')");
    b.click("#help");
    b.wait("document.querySelector('.keys')");
    b.eval("[...document.querySelectorAll('.sheet button')].find(e => e.textContent.includes('怎样核对')).click()");
    b.wait("document.querySelector('.policy')");
}

#[test]
fn a_wrong_finding_is_reported_in_few_words() {
    let (mut b, _server) = open(FAULTY);
    b.click(".finding[data-rule='S-03']");
    b.wait("document.querySelector('.finding.chosen .wrong')");
    b.click(".finding.chosen .wrong");
    b.wait("document.getElementById('wrong')");
    let words = b.text("document.getElementById('wrong').value");
    assert!(words.contains("S-03") && words.contains("【存在的主要问题"), "{words}");
    assert!(words.chars().count() < 400, "{words}");
    b.click("#wrong-copy");
    b.wait("document.querySelector('.said')");
    assert!(b.text("document.querySelector('.said').innerText").contains("复制"));
    // Where copying is refused there is another way.
    b.eval("document.execCommand = () => false");
    b.click("#wrong-copy");
    b.wait("/Ctrl/.test(document.querySelector('.said').innerText)");
    assert_eq!(b.text("document.activeElement.id"), "wrong");
    b.assert_quiet();
}

#[test]
fn last_years_report_and_settings_change_what_is_checked() {
    let (mut b, _server) = open(FAULTY);
    b.click("#previous-open");
    b.wait("document.getElementById('previous').offsetParent !== null");
    // What is pasted next goes into it.
    b.wait("document.activeElement.id === 'previous'");
    b.and_check(|b| {
        b.eval(&format!(
            "(() => {{ const a = document.getElementById('previous'); a.value = {}; \
             a.dispatchEvent(new Event('input', {{ bubbles: true }})); }})()",
            Value::from(CLEAN)
        ));
    });
    // The same year: said beside the pane, and nowhere else.
    assert!(b.text("document.getElementById('previous-note').innerText").contains("没有比较"));
    assert!(!b.text("document.getElementById('verdict').innerText").contains("没有比较"));
    let before = b.text("document.querySelector('.tally-run b').textContent");
    b.and_check(|b| {
        b.eval(
            "(() => { const a = document.getElementById('previous'); a.value = a.value.replaceAll('2023', '2022'); \
             a.dispatchEvent(new Event('input', { bubbles: true })); })()",
        );
    });
    assert!(b.text("document.getElementById('previous-note').innerText").contains("已与上年"));
    assert_ne!(b.text("document.querySelector('.tally-run b').textContent"), before);
    b.screenshot("previous-1440.png");
    // Closed, it still counts, and its button says so.
    b.click("#previous-open");
    b.wait("document.getElementById('previous').offsetParent === null");
    assert!(b.text("document.getElementById('previous-open').innerText").contains('✓'));
    b.click("#settings");
    b.wait("document.getElementById('profile')");
    b.eval("document.getElementById('profile').value = '# x\\nS-03 关'");
    b.and_check(|b| b.click("#profile-apply"));
    assert_eq!(b.eval("document.querySelector('.finding[data-rule=\"S-03\"]')"), Value::Null);
    // A bad one shows its line and the reason, and the rule is back.
    b.eval("document.getElementById('profile').value = 'S-03 关\\n胡说 关'");
    b.and_check(|b| b.click("#profile-apply"));
    assert!(b.text("document.querySelector('.sheet .refused').innerText").contains("第 2 行"));
    assert!(b.eval("!!document.querySelector('.finding[data-rule=\"S-03\"]')") == json!(true));
    b.screenshot("settings-1440.png");
    // A copy of the page holds nothing of all that.
    let copy = b.text("window.goujiPage()");
    for words in ["胡说", "青禾镇人民政府\n2022", "给出的上年报告", "data-previous=\"\""] {
        let page = copy.split("<script type=\"text/plain\" id=\"prose\">").next().unwrap_or_default();
        assert!(!page.contains(words), "{words}");
    }
    b.assert_quiet();
}

#[test]
fn nothing_is_kept_unless_asked_and_then_it_can_be_wiped() {
    let (mut b, server) = open(FAULTY);
    assert_eq!(b.eval("localStorage.length"), json!(0));
    b.click("#theme");
    b.click("#settings");
    b.wait("document.getElementById('keep')");
    assert_eq!(b.eval("localStorage.length"), json!(0));
    b.click("#keep");
    b.wait("localStorage.length === 1");
    let kept = b.text("localStorage.getItem('gouji')");
    assert!(kept.contains("theme\tlight") && !kept.contains("青禾镇"), "{kept}");
    b.press("Escape", "Escape", 0, &[]);
    let width = "document.querySelector('.source-pane').clientWidth";
    let narrow = b.eval(width).as_u64().unwrap_or(0);
    b.eval("document.querySelector('[data-border=text]').focus()");
    for _ in 0..4 {
        b.press("ArrowRight", "ArrowRight", 0, &[]);
    }
    b.wait("localStorage.getItem('gouji').includes('size\\ttext')");
    let wide = b.eval(width).as_u64().unwrap_or(0);
    assert!(wide > narrow + 60, "{narrow} {wide}");
    b.click(WRONG_CARD);
    b.wait("document.querySelector('.finding.chosen .accept')");
    b.click(".finding.chosen .accept");
    b.wait("document.activeElement.classList.contains('reason-input')");
    b.type_in("核实");
    b.enter();
    b.wait("localStorage.getItem('gouji').includes('T3-C05')");
    // It is there again in the next session, for the same report and for no other.
    b.go(&server.url);
    b.wait("document.documentElement.dataset.theme === 'light'");
    assert_eq!(b.eval(width), json!(wide));
    b.fill(CLEAN);
    assert_eq!(b.eval("document.querySelector('.accepted-count')"), Value::Null);
    b.fill(FAULTY);
    assert!(b.text("document.getElementById('verdict').innerText").contains("已认可"));
    b.click("#settings");
    b.wait("document.getElementById('wipe')");
    b.click("#wipe");
    b.wait("localStorage.length === 0");
    // Where storing is forbidden, it is said, and the page works on.
    b.eval("Storage.prototype.setItem = () => { throw new DOMException('no', 'QuotaExceededError'); }");
    b.click("#keep");
    b.wait("/不允许/.test((document.querySelector('.said') || {}).innerText)");
    assert_eq!(b.text("document.getElementById('keep').getAttribute('aria-pressed')"), "false");
    let complaints = b.complaints();
    assert!(complaints.is_empty(), "{complaints:#?}");
}

#[test]
fn a_file_is_dropped_and_opened() {
    let (mut b, _server) = open("");
    let drop = |b: &mut Browser, bytes: &str| b.drop_files("#source", &[("年报.txt", bytes)]);
    b.and_check(|b| drop(b, &Value::from(FAULTY).to_string()));
    assert_eq!(b.eval("window.seen"), json!(true));
    assert_eq!(b.eval("document.documentElement.hasAttribute('data-drop')"), json!(false));
    assert_eq!(b.source(), FAULTY);
    // Another encoding is read, and said.
    b.and_check(|b| drop(b, "new Uint8Array([0xc4, 0xea, 0xb1, 0xa8])"));
    assert_eq!(b.source(), "年报");
    assert!(b.text("document.querySelector('.said').innerText").contains("GB18030"));
    // It is no longer said of a text that takes the place of the file's.
    b.and_check(|b| b.click("#clear"));
    assert_eq!(b.eval("document.querySelector('.said')"), Value::Null);
    b.and_check(|b| drop(b, &Value::from(FAULTY).to_string()));
    // What is no text is refused with a way out, and the text stays.
    drop(&mut b, "new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d, 0x31, 0, 1])");
    b.wait("document.querySelector('.said')");
    assert!(b.text("document.querySelector('.said').innerText").contains("PDF"));
    assert_eq!(b.source(), FAULTY);
    // So is a file with nothing in it.
    drop(&mut b, "' \\n'");
    b.wait("/没有文字/.test((document.querySelector('.said') || {}).innerText)");
    assert_eq!(b.source(), FAULTY);
    b.assert_quiet();
}

#[test]
fn leaving_with_work_undone_asks_first() {
    let (mut b, _server) = open(FAULTY);
    let asks = "(() => { const e = new Event('beforeunload', { cancelable: true }); window.dispatchEvent(e); return e.defaultPrevented; })()";
    assert_eq!(b.eval(asks), json!(false), "what was only pasted is somewhere else");
    b.eval(
        "(() => { const a = document.getElementById('source'); a.focus(); a.setSelectionRange(0, 0); })()",
    );
    b.and_check(|b| b.type_in("某"));
    assert_eq!(b.eval(asks), json!(true));
    b.and_check(|b| b.click("#clear"));
    assert_eq!(b.eval(asks), json!(false));
}
