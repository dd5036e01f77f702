//! The page in a real browser: `cargo bench --bench page`, after `make page`.
//! Prints and asserts nothing.

#[path = "../tests/browser/mod.rs"]
// The bench uses a part of what the tests share.
#[allow(dead_code)]
mod browser;
#[path = "../tests/support/mod.rs"]
mod support;

mod texts;

use browser::{Browser, Server, dist};
use serde_json::Value;

fn main() {
    let server = Server::start(dist());
    let mut browser = Browser::open(&server.url, 1440, 900);
    println!("\nthe page in {}", browser.text("navigator.userAgent.replace(/.*(Chrom\\S+).*/, '$1')"));
    for (name, text) in texts::ten_kilobytes() {
        let literal = Value::String(text.clone());
        let times = browser.eval(&CHECK.replace("TEXT", &literal.to_string()));
        println!(
            "  {name:20} {:6} bytes  check() of the module, best and median of 300: {}",
            text.len(),
            pair(&times)
        );
    }
    for (name, text) in texts::ten_kilobytes() {
        let literal = Value::String(text);
        let times = browser.eval(&PAINTED.replace("TEXT", &literal.to_string()));
        println!("  {name:20} paste to painted verdict, best and median of 20: {}", pair(&times));
    }
    browser.visit(&format!("{}examples/module.html", server.url));
    browser.wait("document.readyState === 'complete'");
    let document = texts::document_of_two_megabytes();
    let times = browser.eval(&OPENED.replace("BYTES", &Value::from(document.clone()).to_string()));
    println!(
        "  {:20} {:6} KB  checkFile() of the module, the first with the readers' start, then the best and median of 10: {:.1} ms, {}",
        "docx",
        document.len() / 1000,
        times[2].as_f64().unwrap_or(f64::NAN),
        pair(&times)
    );
}

/// `[best, median]` in milliseconds.
fn pair(times: &Value) -> String {
    let ms = |index: usize| times[index].as_f64().unwrap_or(f64::NAN);
    format!("{:.3} ms  {:.3} ms", ms(0), ms(1))
}

/// The module's check with the object it gives to JavaScript.
const CHECK: &str = "(() => {
  const text = TEXT, times = [];
  for (let i = 0; i < 300; i += 1) {
    const begun = performance.now();
    gouji.check(text, {});
    times.push(performance.now() - begun);
  }
  times.sort((a, b) => a - b);
  return [times[0], times[150]];
})()";

/// A paste by script: the text goes in and an input event comes, as a browser's paste
/// does; the verdict is painted one frame after the check is done.
const PAINTED: &str = "(async () => {
  const area = document.getElementById('source'), root = document.documentElement, times = [];
  const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
  for (let i = 0; i < 21; i += 1) {
    area.value = '';
    area.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'deleteContent' }));
    await new Promise((done) => setTimeout(done, 400));
    const before = root.getAttribute('data-checks');
    const begun = performance.now();
    area.value = TEXT;
    area.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }));
    while (root.getAttribute('data-checks') === before) { await frame(); }
    await frame();
    if (i > 0) { times.push(performance.now() - begun); }
  }
  times.sort((a, b) => a - b);
  return [times[0], times[10]];
})()";

/// A file to its check; `[best, median, first]`.
const OPENED: &str = "(async () => {
  const module = await import('../gouji.js'), bytes = new Uint8Array(BYTES), times = [];
  await module.default();
  for (let i = 0; i < 11; i += 1) {
    const begun = performance.now();
    await module.checkFile(bytes, 'a.docx');
    times.push(performance.now() - begun);
  }
  const first = times.shift();
  times.sort((a, b) => a - b);
  return [times[0], times[5], first];
})()";
