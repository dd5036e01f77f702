//! A real browser to test the page in, Chromium or Firefox, each driven over its own remote
//! protocol, and a small server for the built page. Nothing but std and JSON.

pub mod axe;
mod chromium;
mod driver;
mod firefox;
pub mod page;
mod pipe;
mod profile;
mod server;
pub mod trace;

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use chromium::Chromium;
use driver::{Driver, Mouse};
use firefox::Firefox;
pub use server::Server;

/// How long anything may take before a test gives up. Generous: the machine that
/// runs the tests may be busy with others.
const PATIENCE: Duration = Duration::from_secs(60);

/// The built page's directory: `dist`, or what `GOUJI_DIST` says.
///
/// # Panics
/// When the page is not built: a browser test that runs without one tests nothing.
pub fn dist() -> PathBuf {
    let dist = std::env::var_os("GOUJI_DIST")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("dist"), PathBuf::from);
    assert!(
        dist.join("index.html").is_file(),
        "{} has no index.html: build the page first with `trunk build --release` (`make test` does)",
        dist.display()
    );
    dist
}

/// Where `.ci/setup` puts what it installs.
pub fn tools() -> PathBuf {
    let home = || PathBuf::from(std::env::var_os("HOME").unwrap_or_default()).join(".cargo");
    std::env::var_os("CARGO_HOME").map_or_else(home, PathBuf::from).join("gouji-tools")
}

/// The single file's address on disk.
pub fn file_url(path: &Path) -> String {
    format!("file://{}", path.canonicalize().expect("the file is there").display())
}

/// What the browser saves at `path`, as soon as it is there. Until then an empty file may
/// hold its place, which Chromium and Firefox replace with the whole one.
pub fn saved(path: &Path) -> Vec<u8> {
    let start = Instant::now();
    loop {
        match std::fs::read(path) {
            Ok(bytes) if !bytes.is_empty() => return bytes,
            _ => std::thread::sleep(Duration::from_millis(20)),
        }
        assert!(start.elapsed() < PATIENCE, "{} is not saved", path.display());
    }
}

/// As much of an expression as helps to find it.
fn beginning(expression: &str) -> String {
    expression.chars().take(300).collect()
}

/// Whether the tests are to be run in Firefox.
pub fn is_firefox() -> bool {
    std::env::var("GOUJI_BROWSER").is_ok_and(|name| name == "firefox")
}

/// The Firefox to test in.
pub fn firefox_program() -> String {
    std::env::var("GOUJI_FIREFOX").unwrap_or_else(|_| "firefox-esr".into())
}

/// One page of a browser of its own: Chromium (`GOUJI_CHROMIUM` says which), or Firefox
/// (`GOUJI_FIREFOX`) where `GOUJI_BROWSER` is `firefox`.
pub struct Browser {
    driver: Box<dyn Driver>,
}

impl Browser {
    /// Starts a browser and opens `url` in a window of `width` and `height`.
    pub fn open(url: &str, width: u32, height: u32) -> Self {
        let mut browser = if is_firefox() {
            Self::firefox(&firefox_program())
        } else {
            Self::chromium(&std::env::var("GOUJI_CHROMIUM").unwrap_or_else(|_| "chromium".into()))
        };
        browser.resize(width, height);
        browser.go(url);
        browser
    }

    /// Starts the Chromium at `program` with an empty page.
    pub fn chromium(program: &str) -> Self {
        Self { driver: Box::new(Chromium::start(program)) }
    }

    /// Starts the Firefox at `program` with an empty page.
    pub fn firefox(program: &str) -> Self {
        Self { driver: Box::new(Firefox::start(program)) }
    }

    /// Goes to `url` and waits until the page says it is ready.
    pub fn go(&mut self, url: &str) {
        self.visit(url);
        self.wait("document.documentElement && document.documentElement.hasAttribute('data-ready')");
    }

    /// Goes to `url`, whatever it is.
    pub fn visit(&mut self, url: &str) {
        self.driver.navigate(url);
    }

    /// The value of an expression in the page; a promise is waited for.
    pub fn eval(&mut self, expression: &str) -> Value {
        self.driver.eval(expression)
    }

    /// The value of an expression as a string.
    pub fn text(&mut self, expression: &str) -> String {
        match self.eval(expression) {
            Value::String(text) => text,
            other => other.to_string(),
        }
    }

    /// Waits until an expression is true.
    pub fn wait(&mut self, expression: &str) {
        let start = Instant::now();
        while self.eval(&format!("!!({expression})")) != json!(true) {
            assert!(start.elapsed() < PATIENCE, "waited in vain for {expression}");
            std::thread::sleep(Duration::from_millis(15));
        }
    }

    /// How many checks the page has finished.
    pub fn checks(&mut self) -> u64 {
        self.text("document.documentElement.dataset.checks").parse().unwrap_or(0)
    }

    /// Does something and waits for the check that follows from it.
    pub fn and_check(&mut self, act: impl FnOnce(&mut Self)) {
        let before = self.checks();
        act(self);
        self.wait(&format!("Number(document.documentElement.dataset.checks) > {before}"));
    }

    /// Puts a whole text into the text area as scripts do.
    pub fn fill(&mut self, text: &str) {
        let expression = format!(
            "(() => {{ const area = document.getElementById('source'); area.value = {}; \
             area.dispatchEvent(new Event('input', {{ bubbles: true }})); }})()",
            Value::from(text)
        );
        self.and_check(|browser| {
            browser.eval(&expression);
        });
    }

    /// The point of the window at which a person would touch the first element that
    /// `selector` names.
    fn place(&mut self, selector: &str) -> Value {
        self.eval(&format!(
            "(() => {{ const e = document.querySelector({}); e.scrollIntoView({{ block: e.offsetHeight > 200 ? 'start' : 'center', inline: 'center' }}); \
             const r = e.getBoundingClientRect(); return [r.left + Math.min(r.width, 400) / 2, r.top + Math.min(r.height, 60) / 2]; }})()",
            Value::from(selector)
        ))
    }

    /// Clicks the first element that `selector` names, as a mouse does.
    pub fn click(&mut self, selector: &str) {
        let place = self.place(selector);
        self.click_at(&place, 1);
    }

    /// Moves the pointer over the first element that `selector` names.
    pub fn hover(&mut self, selector: &str) {
        let place = self.place(selector);
        self.move_to(&place);
    }

    /// Moves the pointer to a point of the window.
    pub fn move_to(&mut self, place: &Value) {
        self.mouse(Mouse::Move, place);
    }

    /// Clicks on a point of the window, so many times in a row.
    pub fn click_at(&mut self, place: &Value, times: u32) {
        self.mouse(Mouse::Click(times), place);
    }

    fn mouse(&mut self, act: Mouse, place: &Value) {
        let at = |index: usize| place[index].as_f64().expect("a point of the window");
        self.driver.mouse(act, at(0), at(1));
    }

    /// Presses a key; `commands` are what it makes an editor do, `modifiers` 2 is Ctrl.
    pub fn press(&mut self, key: &str, code: &str, modifiers: u32, commands: &[&str]) {
        self.driver.press(key, code, modifiers, commands);
    }

    /// Presses Enter: it works a button, and ends a line.
    pub fn enter(&mut self) {
        self.press("Enter", "Enter", 0, &[]);
    }

    /// Presses Tab: on to the next thing that takes the keyboard.
    pub fn tab(&mut self) {
        self.press("Tab", "Tab", 0, &[]);
    }

    /// Types characters one by one.
    pub fn type_in(&mut self, text: &str) {
        self.driver.type_in(text);
    }

    /// Shows what an input method is composing.
    pub fn compose(&mut self, text: &str) {
        self.driver.compose(text);
    }

    /// Ends what is being composed with `text`.
    pub fn commit(&mut self, text: &str) {
        self.driver.commit(text);
    }

    /// The words that are selected in the text area.
    pub fn selection(&mut self) -> String {
        self.text(
            "(() => { const a = document.getElementById('source'); \
             return a.value.slice(a.selectionStart, a.selectionEnd); })()",
        )
    }

    /// Makes the window as big as told.
    pub fn resize(&mut self, width: u32, height: u32) {
        self.driver.resize(width, height);
    }

    /// Says what the system is set to: light or dark, more contrast, forced colours.
    pub fn media(&mut self, features: &[(&str, &str)]) {
        self.driver.media("", features);
    }

    /// Says that the system is light or dark.
    pub fn scheme(&mut self, scheme: &str) {
        self.media(&[("prefers-color-scheme", scheme)]);
    }

    /// Draws the page as it is printed.
    pub fn draw_for_print(&mut self) {
        self.driver.media("print", &[]);
    }

    /// Writes what the window shows to `tests/out`.
    pub fn screenshot(&mut self, name: &str) {
        // Let the fade of whatever has just appeared end.
        std::thread::sleep(Duration::from_millis(250));
        let picture = self.driver.screenshot();
        let name = if is_firefox() { format!("firefox-{name}") } else { name.to_string() };
        keep(&name, &picture);
    }

    /// Prints the page on A4 and writes it to `tests/out`; the PDF.
    pub fn print(&mut self, name: &str) -> Vec<u8> {
        let pdf = self.driver.print();
        keep(name, &pdf);
        pdf
    }

    /// Saves what is downloaded into a directory.
    pub fn save_to(&mut self, directory: &Path) {
        self.driver.save_to(directory);
    }

    /// Takes the network away, or gives it back.
    pub fn offline(&mut self, offline: bool) {
        self.driver.offline(offline);
    }

    /// The addresses of all requests so far, `data:` ones left out.
    pub fn requests(&mut self) -> Vec<String> {
        self.driver.requests()
    }

    /// Nothing was asked of anybody but the page itself and what makes it an application
    /// that can be installed, and nothing went wrong.
    ///
    /// # Panics
    /// When something was.
    pub fn assert_quiet(&mut self) {
        let mut asked = self.requests();
        let page = asked.first().cloned().unwrap_or_default();
        asked.retain(|url| {
            ["manifest.webmanifest", "icon.svg"].iter().all(|name| *url != format!("{page}{name}"))
        });
        assert_eq!(asked.len(), 1, "{asked:#?}");
        let complaints = self.complaints();
        assert!(complaints.is_empty(), "{complaints:#?}");
    }

    /// Whatever the console holds that is an error or a warning, violations of the
    /// page's policy included.
    pub fn complaints(&mut self) -> Vec<String> {
        self.driver.complaints()
    }
}

/// Writes a file to `tests/out`, to be looked at.
fn keep(name: &str, bytes: &[u8]) {
    let out = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/out");
    std::fs::create_dir_all(&out).expect("tests/out can be made");
    std::fs::write(out.join(name), bytes).expect("the file is written");
}
