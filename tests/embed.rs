//! Gouji in other people's pages, without a network and under the strictest policy, in
//! a real browser. The page is built before these tests are run.

// These tests use a part of what the browser's tests share.
#[allow(dead_code)]
mod browser;

use std::fs;
use std::path::{Path, PathBuf};

use browser::{Browser, Server, dist};
use serde_json::{Value, json};

const CLEAN: &str = include_str!("../www/samples/clean-2021.txt");
const FAULTY: &str = include_str!("../www/samples/faulty-2021.txt");

/// A host of its own, with one page.
struct Host {
    directory: PathBuf,
    server: Server,
}

impl Host {
    fn new(name: &str, page: &str) -> Self {
        let directory = std::env::temp_dir().join(format!("gouji-host-{}-{name}", std::process::id()));
        fs::create_dir_all(&directory).expect("a directory for the host");
        let page =
            format!("<!doctype html><html lang=\"zh\"><meta charset=\"utf-8\"><body>{page}</body></html>");
        fs::write(directory.join("index.html"), page).expect("the host's page is written");
        let server = Server::start(directory.clone());
        Self { directory, server }
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.directory);
    }
}

fn origin(url: &str) -> &str {
    url.trim_end_matches('/')
}

fn no_complaints(browser: &mut Browser) {
    let complaints = browser.complaints();
    assert!(complaints.is_empty(), "{complaints:#?}");
}

/// What the library itself gives for a text.
fn expected(text: &str) -> Value {
    let check = gouji::check(text, &gouji::Options::default());
    let origin = gouji::render::json::Origin { name: None, format: Some("text") };
    let document = gouji::render::json::document(&check, &origin, gouji::Lang::Zh);
    serde_json::to_value(document).expect("JSON")
}

#[test]
fn the_example_of_the_module_checks_what_is_typed() {
    let server = Server::start(dist());
    let mut b = Browser::open(&format!("{}examples/module.html", server.url), 1000, 700);
    b.eval(&format!(
        "(() => {{ const t = document.getElementById('text'); t.value = {}; \
         t.dispatchEvent(new Event('input')); }})()",
        Value::from(FAULTY)
    ));
    b.wait("document.getElementById('result').textContent.startsWith('fail')");
    assert!(b.text("document.getElementById('result').textContent").contains("T3-C05"));
}

#[test]
fn the_element_stands_in_a_host_of_another_origin() {
    let server = Server::start(dist());
    let host = Host::new(
        "element",
        &format!(
            "<style>body {{ background: #222 }}</style>\
             <gouji-check id='one' theme='dark' height='10em'><p slot='head'>校核</p></gouji-check>\
             <gouji-check id='two' lang='en' theme='light'></gouji-check>\
             <script>window.results = []; window.begun = performance.now();\
             addEventListener('gouji-ready', (e) => {{ e.target.dataset.took = performance.now() - begun; \
               if (document.querySelectorAll('[data-took]').length === 2) \
                 document.documentElement.setAttribute('data-ready', ''); }});\
             addEventListener('gouji-result', (e) => results.push([e.target.id, e.detail]));</script>\
             <script src='{}gouji-check.js'></script>",
            server.url
        ),
    );
    let mut b = Browser::open(&host.server.url, 1000, 900);
    println!(
        "ready {} ms after the script was asked for",
        b.text("document.getElementById('one').dataset.took")
    );
    // Two elements, each with its own text and result.
    b.eval(&format!("document.getElementById('one').value = {}", Value::from(FAULTY)));
    b.eval(&format!("document.getElementById('two').value = {}", Value::from(CLEAN)));
    b.wait("results.length === 2");
    assert_eq!(b.eval("results.find((r) => r[0] === 'one')[1]"), expected(FAULTY));
    let verdict = |id: &str| {
        format!("document.getElementById('{id}').shadowRoot.querySelector('[data-verdict]').dataset.verdict")
    };
    assert_eq!(b.text(&verdict("one")), "fail");
    assert_eq!(b.text(&verdict("two")), "pass");
    b.screenshot("element.png");
    // A finding selects its words.
    b.eval("document.getElementById('one').shadowRoot.querySelector('[data-rule=\"T3-C05\"]').click()");
    let selected = b.text(
        "(() => { const a = document.getElementById('one').shadowRoot.querySelector('textarea'); \
         return a.value.slice(a.selectionStart, a.selectionEnd); })()",
    );
    assert_eq!(selected, "12");
    // Taken out and put back, it keeps its text and goes on.
    b.eval("window.kept = document.getElementById('one'); kept.remove(); document.body.append(kept);");
    b.eval(&format!("kept.value = {}", Value::from(CLEAN)));
    b.wait(&format!("{} === 'pass'", verdict("one")));
    // Another language is no new result.
    let before = b.eval("results.length");
    b.eval("kept.setAttribute('lang', 'en')");
    b.wait("kept.shadowRoot.querySelector('label').textContent === 'Text of the report'");
    b.wait("/^Passed/.test(kept.shadowRoot.querySelector('.verdict').textContent)");
    assert_eq!(b.eval("results.length"), before);
    let asked = b.requests();
    let own =
        |url: &String| url.starts_with(&host.server.url) || *url == format!("{}gouji-check.js", server.url);
    assert!(asked.iter().all(own), "{asked:#?}");
}

/// A page that shows Gouji in a frame and keeps what comes from it.
fn framing(attributes: &str) -> String {
    format!(
        "<iframe id='frame' {attributes} width='900' height='500'></iframe>\
         <script>window.heard = []; addEventListener('message', (e) => {{ \
           if (e.source === document.getElementById('frame').contentWindow) heard.push([e.origin, e.data]); }}); \
         window.say = (message) => document.getElementById('frame').contentWindow.postMessage(message, '*'); \
         document.documentElement.setAttribute('data-ready', '');</script>"
    )
}

#[test]
fn a_frame_answers_the_host_that_its_address_names() {
    let server = Server::start(dist());
    // The host's own origin is known only once it is served; the address is set by script.
    let host = Host::new("frame", &framing(""));
    let mut b = Browser::open(&host.server.url, 1000, 700);
    let frame = format!("{}?host={}", server.url, origin(&host.server.url));
    b.eval(&format!("document.getElementById('frame').src = {}", Value::from(frame)));
    b.wait("heard.some((m) => m[1].type === 'ready' && m[1].gouji === 1)");
    assert_eq!(b.eval("heard[0][0]"), json!(origin(&server.url)));
    b.eval("say({ gouji: 1, id: 'h', type: 'hello' })");
    b.wait("heard.some((m) => m[1].type === 'ready' && m[1].id === 'h')");
    b.eval(&format!("say({{ gouji: 1, id: 'a', type: 'check', text: {} }})", Value::from(FAULTY)));
    b.wait("heard.some((m) => m[1].id === 'a')");
    assert_eq!(b.eval("heard.find((m) => m[1].id === 'a')[1].type"), json!("result"));
    assert_eq!(b.eval("heard.find((m) => m[1].id === 'a')[1].result"), expected(FAULTY));
    let refused = [
        ("{ gouji: 2, id: 'b', type: 'check', text: '' }", "version"),
        ("{ gouji: 1, id: 'b', type: 'dance' }", "type must be"),
        ("{ gouji: 1, id: 'b', type: 'check', text: 7 }", "text must be"),
        ("{ gouji: 1, id: 'b', type: 'check', text: 'x'.repeat(8388609) }", "longer than"),
        ("{ gouji: 1, id: 'b', type: 'check', text: '报'.repeat(2796203) }", "longer than"),
        ("{ gouji: 1, id: 'b', type: 'check', text: '', options: { lang: 7 } }", "options"),
        ("{ gouji: 1, id: 'b', type: 'check', text: '', options: { lang: 'fr' } }", "lang"),
    ];
    for (message, why) in refused {
        b.eval(&format!("heard.length = 0; say({message})"));
        b.wait("heard.length === 1");
        assert_eq!(b.eval("heard[0][1].type"), json!("error"), "{message}");
        assert!(b.text("heard[0][1].message").contains(why), "{message}: {}", b.text("heard[0][1].message"));
    }
    // What is no message of the protocol gets no answer.
    b.eval("heard.length = 0; [null, 7, 'check', {}, { gouji: '1' }, { gouji: 1, id: {}, type: 'hello' }].forEach(say)");
    // A flood: every message is answered, with a result or that too many wait.
    b.eval("for (let i = 0; i < 2000; i += 1) say({ gouji: 1, id: i, type: 'check', text: '一、总体情况' })");
    b.wait("heard.length === 2000");
    assert_eq!(
        b.eval("heard.every((m) => m[1].type === 'result' || /^busy/.test(m[1].message))"),
        json!(true)
    );
    println!("of 2000 at once {} were checked", b.text("heard.filter((m) => m[1].type === 'result').length"));
    b.eval("heard.length = 0; say({ gouji: 1, id: 'last', type: 'check', text: '' })");
    b.wait("heard.some((m) => m[1].id === 'last' && m[1].type === 'result')");
}

#[test]
fn a_host_that_is_not_named_is_not_answered() {
    let server = Server::start(dist());
    for named in ["", "?host=https://portal.example", "?host=*", "?host=null", "?host=http://127.0.0.1"] {
        let host = Host::new("stranger", &framing(""));
        let mut b = Browser::open(&host.server.url, 1000, 700);
        let frame = format!("{}{named}", server.url);
        b.eval(&format!("document.getElementById('frame').src = {}", Value::from(frame)));
        std::thread::sleep(std::time::Duration::from_millis(1500));
        b.eval(
            "say({ gouji: 1, id: 'h', type: 'hello' }); say({ gouji: 1, id: 'c', type: 'check', text: 'x' })",
        );
        std::thread::sleep(std::time::Duration::from_millis(500));
        assert_eq!(b.eval("heard"), json!([]), "{named}");
    }
}

#[test]
fn a_closed_off_frame_checks_and_answers() {
    let server = Server::start(dist());
    let host = Host::new("sandbox", &framing("sandbox='allow-scripts'"));
    let mut b = Browser::open(&host.server.url, 1000, 700);
    let frame = format!("{}?host={}", server.url, origin(&host.server.url));
    b.eval(&format!("document.getElementById('frame').src = {}", Value::from(frame)));
    b.wait("heard.some((m) => m[1].type === 'ready')");
    b.eval(&format!("say({{ gouji: 1, id: 'a', type: 'check', text: {} }})", Value::from(CLEAN)));
    b.wait("heard.some((m) => m[1].id === 'a')");
    assert_eq!(
        b.eval("heard.find((m) => m[1].id === 'a')"),
        json!(["null", {
            "gouji": 1, "id": "a", "type": "result", "result": expected(CLEAN)
        }])
    );
}

#[test]
fn the_example_of_the_frame_talks_through_the_hosts_script() {
    let server = Server::start(dist());
    let mut b = Browser::open(&format!("{}examples/frame.html", server.url), 1000, 800);
    b.click("#go");
    b.wait("document.getElementById('result').textContent.startsWith('unrecognized')");
}

#[test]
fn under_the_strictest_policy_nothing_is_complained_of() {
    let server = Server::strict(dist());
    let mut b = Browser::open(&server.url, 1440, 900);
    b.fill(FAULTY);
    assert_eq!(b.text("document.querySelector('[data-verdict]').dataset.verdict"), "fail");
    b.click(".finding[data-rule='T3-C05']");
    b.wait("navigator.serviceWorker.ready.then(() => true)");
    no_complaints(&mut b);
}

/// A copy of the built page that a test may change.
fn copy_of_dist(name: &str) -> PathBuf {
    fn copy(from: &Path, to: &Path) {
        fs::create_dir_all(to).expect("a directory");
        for entry in fs::read_dir(from).expect("dist").flatten() {
            let to = to.join(entry.file_name());
            if entry.path().is_dir() {
                copy(&entry.path(), &to);
            } else {
                fs::copy(entry.path(), to).expect("a file is copied");
            }
        }
    }
    let to = std::env::temp_dir().join(format!("gouji-dist-{}-{name}", std::process::id()));
    copy(&dist(), &to);
    to
}

#[test]
fn after_the_first_visit_no_network_is_needed_and_a_new_version_is_told() {
    let directory = copy_of_dist("offline");
    let server = Server::start(directory.clone());
    let mut b = Browser::open(&server.url, 1440, 900);
    b.wait("navigator.serviceWorker.ready.then(() => true)");
    b.wait("!!navigator.serviceWorker.controller");
    b.offline(true);
    b.go(&server.url);
    b.fill(FAULTY);
    assert_eq!(b.text("document.querySelector('[data-verdict]').dataset.verdict"), "fail");
    b.go(&format!("{}index.html", server.url));
    b.offline(false);
    // A new version is told, and is there only when it is asked for.
    let page = fs::read_to_string(directory.join("index.html")).expect("the page");
    fs::write(directory.join("index.html"), page.replace("<html lang=\"zh\"", "<html data-new lang=\"zh\""))
        .expect("a new page");
    let worker = fs::read_to_string(directory.join("sw.js")).expect("the worker");
    fs::write(directory.join("sw.js"), worker.replace("gouji-", "gouji-new-")).expect("a new worker");
    b.go(&server.url);
    b.wait("navigator.serviceWorker.ready.then((r) => r.update()).then(() => true)");
    b.wait("!document.getElementById('update').hidden");
    assert_eq!(b.eval("document.documentElement.hasAttribute('data-new')"), json!(false));
    b.screenshot("update.png");
    b.eval("document.getElementById('update-now').click()");
    b.wait("document.documentElement && document.documentElement.hasAttribute('data-new')");
    let _ = fs::remove_dir_all(directory);
}
