//! How the page keeps pace: typing in a report, hundreds of findings, many reports.
//! Times are printed (`cargo test --test e2e_pace -- --nocapture`) and never asserted:
//! the machine may be busy with others. What is asserted is that nothing is lost.
//!
//! The page is built before these tests are run; they build nothing themselves.

#[allow(dead_code)] // These tests use a part of what the browser's tests share.
mod browser;

use std::sync::Mutex;
use std::time::Duration;

use browser::Browser;
use browser::page::{CLEAN, FAULTY, open};
use browser::trace::tasks;
use serde_json::json;

/// One at a time, so that they do not measure each other.
static ALONE: Mutex<()> = Mutex::new(());

/// A clean report of ten kilobytes.
fn ten_kilobytes() -> String {
    [CLEAN, &"（六）其他工作。全年完成各项任务，群众满意。\n".repeat(90)].concat()
}

/// A report with more than five hundred findings of all severities.
fn hundreds() -> String {
    let mut text = FAULTY.replace("\t0", "\t1.5");
    for number in 0..400 {
        let mark = "一二三四五六七八九".chars().nth(number % 9).unwrap_or('一');
        text.push_str(&format!(
            "\n（{mark}）2023年全年共办理第{number}类事项{}件，其中甲{number}件、乙{number}件。同比增长{number}%，达到{}件，去年为{}件。",
            number + 7,
            number + 3,
            number * 2 + 1
        ));
    }
    text
}

fn pause(milliseconds: u64) {
    std::thread::sleep(Duration::from_millis(milliseconds));
}

/// Puts the caret after the first `words` of the text.
fn caret_after(b: &mut Browser, words: &str) {
    b.eval(&format!(
        "(() => {{ const a = document.getElementById('source'); a.focus(); \
         const at = a.value.indexOf({words:?}) + {}; a.setSelectionRange(at, at); }})()",
        words.encode_utf16().count()
    ));
}

/// Where the caret is.
fn caret(b: &mut Browser) -> [u64; 2] {
    let at = b.eval("(() => { const a = document.getElementById('source'); return [a.selectionStart, a.selectionEnd]; })()");
    [0, 1].map(|index| at[index].as_u64().unwrap_or(u64::MAX))
}

#[test]
fn typing_in_a_report_loses_nothing() {
    let _alone = ALONE.lock();
    let text = ten_kilobytes();
    let (mut b, _server) = open(&text);
    println!("typing into {} bytes, {} findings", text.len(), b.cards());
    let place = "全年完成各项任务";
    caret_after(&mut b, place);
    let typed: String = "今年以来本单位认真落实各项要求".chars().cycle().take(40).collect();
    // As fast as people type, and with a pause now and then, so that checks come between.
    let seen = tasks(&mut b, |b| {
        for (index, character) in typed.chars().enumerate() {
            b.type_in(&character.to_string());
            pause(if index % 8 == 7 { 450 } else { 70 });
        }
        pause(600);
    });
    println!("while typing: {}", seen.told());
    let expected = text.replacen(place, &[place, &typed].concat(), 1);
    assert_eq!(b.source(), expected);
    let at = expected.find(&typed).map(|at| expected[..at].encode_utf16().count() as u64 + 40);
    assert_eq!(caret(&mut b), [at.unwrap_or(0); 2]);
    // A finding that is being typed comes and goes, and the caret stays.
    caret_after(&mut b, "（六）其他工作");
    let seen = tasks(&mut b, |b| {
        for character in "。联系电话××××，由XX负责。".chars() {
            b.type_in(&character.to_string());
            pause(260);
        }
        pause(600);
    });
    println!("while typing what is found: {}", seen.told());
    assert!(b.source().contains("（六）其他工作。联系电话××××，由XX负责。"));
    assert_eq!(b.text("document.activeElement.id"), "source");
    b.assert_quiet();
}

#[test]
fn an_input_method_keeps_its_composition_whatever_is_drawn() {
    let _alone = ALONE.lock();
    let text = ten_kilobytes();
    let (mut b, _server) = open(&text);
    let place = "全年完成各项任务";
    caret_after(&mut b, place);
    let from = caret(&mut b)[0];
    // A check is due from the key before; composing puts it off.
    b.type_in("，");
    b.compose("n");
    let before = b.checks();
    for spelt in ["ni", "nih", "niha", "nihao"] {
        b.compose(spelt);
        pause(130);
        assert!(b.source().contains(&format!("{place}，{spelt}")), "{spelt} is lost");
    }
    assert_eq!(b.checks(), before);
    // What draws the page again meanwhile: another light, another size, the other language.
    b.scheme("dark");
    b.resize(1200, 800);
    b.eval("document.getElementById('language').click()");
    b.wait("document.documentElement.lang === 'en'");
    pause(300);
    assert!(b.source().contains(&format!("{place}，nihao")), "the composition is lost");
    assert_eq!(caret(&mut b), [from + 6; 2]);
    let seen = tasks(&mut b, |b| {
        b.and_check(|b| b.commit("你好"));
        pause(300);
    });
    println!("after a composition: {}", seen.told());
    assert_eq!(b.source(), text.replacen(place, &[place, "，你好"].concat(), 1));
    assert_eq!(caret(&mut b), [from + 3; 2]);
    // The next words go where the caret is, after the check as well.
    b.and_check(|b| b.type_in("吗"));
    assert_eq!(b.source(), text.replacen(place, &[place, "，你好吗"].concat(), 1));
    // A composition that is given up leaves nothing.
    for spelt in ["w", "wo", ""] {
        b.compose(spelt);
        pause(60);
    }
    assert_eq!(b.source(), text.replacen(place, &[place, "，你好吗"].concat(), 1));
    b.assert_quiet();
}

#[test]
fn five_hundred_findings_can_be_worked_with() {
    let _alone = ALONE.lock();
    let text = hundreds();
    let (mut b, _server) = open("");
    let alone = b.text(&format!(
        "(() => {{ const text = {}, times = []; for (let i = 0; i < 9; i += 1) {{ const begun = performance.now(); \
         gouji.view(text, '', ''); times.push(performance.now() - begun); }} return Math.min(...times).toFixed(1); }})()",
        serde_json::Value::from(text.as_str())
    ));
    println!("the core alone on it, the best of 9: {alone} ms");
    let seen = tasks(&mut b, |b| {
        b.fill(&text);
        pause(300);
    });
    println!("a report of {} bytes: {}", text.len(), seen.told());
    let seen = tasks(&mut b, |b| {
        b.click("#show-all");
        b.wait("!document.querySelector('.hidden-count')");
        pause(200);
    });
    println!("all shown: {}", seen.told());
    let counts = b.eval("[...document.querySelectorAll('.filter b')].map(e => Number(e.textContent))");
    let all: u64 = counts.as_array().into_iter().flatten().filter_map(serde_json::Value::as_u64).sum();
    assert!(all > 500, "{counts}");
    // Not all are drawn at once; that there are more is said.
    let drawn = b.cards();
    println!("{all} findings, {drawn} drawn");
    assert!(drawn < all);
    assert!(b.text("document.querySelector('.more').textContent").contains(&(all - drawn).to_string()));
    // F8 walks on over what was not drawn.
    let walk = |b: &mut Browser, times: u64| {
        for _ in 0..times {
            b.press("F8", "F8", 0, &[]);
        }
    };
    let seen = tasks(&mut b, |b| walk(b, 20));
    println!("twenty times F8: {}", seen.told());
    b.eval(&format!(
        "(async () => {{ for (let i = 20; i < {all} - 1; i += 1) {{ \
         document.dispatchEvent(new KeyboardEvent('keydown', {{ key: 'F8', bubbles: true, cancelable: true }})); \
         if (i % 40 === 0) {{ await new Promise(d => setTimeout(d, 0)); }} }} }})()"
    ));
    b.wait(&format!(
        "[...document.querySelectorAll('.findings .finding')].indexOf(document.activeElement) === {all} - 2"
    ));
    assert_eq!(b.cards(), all - 1);
    // The 480th can be gone to, is in view, and opens.
    let nth = "document.querySelectorAll('.findings .finding')[479]";
    let seen = tasks(&mut b, |b| {
        b.eval(&format!("{nth}.focus()"));
        b.wait(&format!("{nth}.classList.contains('chosen')"));
        pause(200);
    });
    println!("the 480th chosen: {}", seen.told());
    assert_eq!(
        b.eval(&format!(
            "(() => {{ const c = {nth}.getBoundingClientRect(), l = document.querySelector('.findings').getBoundingClientRect(); \
             return c.top >= l.top - 1 && c.top < l.bottom; }})()"
        )),
        json!(true)
    );
    assert!(!b.selection().is_empty());
    b.screenshot("five-hundred-1440.png");
    let seen = tasks(&mut b, |b| walk(b, 10));
    println!("ten times F8 from there: {}", seen.told());
    // Scrolled as with a wheel, from the top to the end.
    let seen = tasks(&mut b, |b| {
        b.eval(
            "(async () => { const list = document.querySelector('.findings'); list.scrollTop = 0; \
             while (list.scrollTop + list.clientHeight < list.scrollHeight - 2) { \
             const at = list.scrollTop; list.scrollTop += 400; \
             await new Promise(d => requestAnimationFrame(d)); if (list.scrollTop === at) { break; } } })()",
        );
    });
    println!("scrolled: {}", seen.told());
    let filter = |b: &mut Browser, name: &str| {
        b.eval(&format!("document.querySelector('[data-filter={name}]').click()"));
        pause(150);
    };
    let seen = tasks(&mut b, |b| {
        filter(b, "warning");
        filter(b, "warning");
        filter(b, "error");
    });
    println!("filtered: {}", seen.told());
    assert!(b.text("document.querySelector('.hidden-count').innerText").contains("处错误"));
    filter(&mut b, "error");
    // Typing goes on among them.
    caret_after(&mut b, "共办理第0类事项");
    let seen = tasks(&mut b, |b| {
        for character in "今年以来认真落实".chars() {
            b.type_in(&character.to_string());
            pause(300);
        }
        pause(400);
    });
    println!("typing among them: {}", seen.told());
    assert!(b.source().contains("共办理第0类事项今年以来认真落实7件"));
    b.assert_quiet();
}

#[test]
fn a_hundred_reports_are_listed_while_the_page_stays_at_hand() {
    let _alone = ALONE.lock();
    let (mut b, _server) = open("");
    b.eval(&format!("window.report = {}", serde_json::Value::from(FAULTY)));
    let names: Vec<String> = (1..=100).map(|number| format!("年报{number}.txt")).collect();
    let files: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "window.report")).collect();
    let begun = std::time::Instant::now();
    let seen = tasks(&mut b, |b| {
        b.drop_files("#source", &files);
        b.wait("document.querySelector('.report')");
        // Another one can be opened before all are there.
        b.and_check(|b| b.click(".report button"));
        b.eval("document.getElementById('reports-open').click()");
        b.wait("document.getElementById('reports-forget')");
    });
    println!("a hundred reports in {} ms: {}", begun.elapsed().as_millis(), seen.told());
    assert_eq!(b.eval("document.querySelectorAll('.report.error').length"), json!(100));
    let names = b.text("[...document.querySelectorAll('.report-name')].map(e => e.textContent).join(' ')");
    assert!(names.starts_with("年报1.txt 年报2.txt") && names.ends_with("年报100.txt"), "{names}");
    b.assert_quiet();
}
