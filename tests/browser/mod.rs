//! A real browser to test the page in: headless Chromium, driven over its own
//! debugging pipe, and a small server for the built page. Nothing but std and JSON.

pub mod axe;
pub mod page;
mod pipe;
mod server;
pub mod trace;

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use pipe::Pipe;
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

/// The bytes that the browser's protocol has written as text.
pub fn bytes(written: &Value) -> Vec<u8> {
    pipe::base64(written.as_str().expect("a string"))
}

/// The single file's address on disk.
pub fn file_url(path: &Path) -> String {
    format!("file://{}", path.canonicalize().expect("the file is there").display())
}

/// One page of a browser of its own.
pub struct Browser {
    process: Child,
    profile: PathBuf,
    pipe: Pipe,
    session: Option<String>,
}

impl Browser {
    /// Starts a browser and opens `url` in a window of `width` and `height`.
    pub fn open(url: &str, width: u32, height: u32) -> Self {
        let program = std::env::var("GOUJI_CHROMIUM").unwrap_or_else(|_| "chromium".into());
        let mut browser = Self::start(&program);
        browser.resize(width, height);
        browser.go(url);
        browser
    }

    /// Starts the Chromium at `program` with an empty page.
    pub fn start(program: &str) -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let profile = std::env::temp_dir().join(format!("gouji-browser-{}-{number}", std::process::id()));
        // The debugging pipe is descriptors 3 and 4; the shell puts them there.
        let mut process = Command::new("sh")
            .args(["-c", "exec \"$0\" \"$@\" 3<&0 4>&1 1>&2", program])
            .args([
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--hide-scrollbars=false",
                "--remote-debugging-pipe",
            ])
            .arg(format!("--user-data-dir={}", profile.display()))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("a shell starts");
        let pipe = Pipe::new(process.stdin.take().expect("piped"), process.stdout.take().expect("piped"));
        let mut browser = Self { process, profile, pipe, session: None };
        let target = browser.call("Target.createTarget", json!({"url": "about:blank"}));
        let attach = json!({"targetId": target["targetId"], "flatten": true});
        let attached = browser.call("Target.attachToTarget", attach);
        browser.session = attached["sessionId"].as_str().map(str::to_string);
        for domain in ["Page", "Runtime", "Log", "Network"] {
            browser.call(&format!("{domain}.enable"), json!({}));
        }
        browser
    }

    /// Goes to `url` and waits until the page says it is ready.
    pub fn go(&mut self, url: &str) {
        self.call("Page.navigate", json!({"url": url}));
        self.wait("document.documentElement && document.documentElement.hasAttribute('data-ready')");
    }

    /// One command of the browser's protocol.
    pub fn call(&mut self, method: &str, params: Value) -> Value {
        self.pipe.call(self.session.as_deref(), method, params, PATIENCE)
    }

    /// The value of an expression in the page; a promise is waited for.
    pub fn eval(&mut self, expression: &str) -> Value {
        let params = json!({
            "expression": expression, "returnByValue": true, "awaitPromise": true, "userGesture": true
        });
        let answer = self.call("Runtime.evaluate", params);
        if let Some(thrown) = answer.get("exceptionDetails") {
            panic!("{expression}\nthrew {thrown:#}");
        }
        answer["result"]["value"].clone()
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

    /// Clicks the middle of the first element that `selector` names, as a mouse does.
    pub fn click(&mut self, selector: &str) {
        let place = self.eval(&format!(
            "(() => {{ const e = document.querySelector({}); e.scrollIntoView({{ block: e.offsetHeight > 200 ? 'start' : 'center', inline: 'center' }}); \
             const r = e.getBoundingClientRect(); return [r.left + Math.min(r.width, 400) / 2, r.top + Math.min(r.height, 60) / 2]; }})()",
            Value::from(selector)
        ));
        for kind in ["mousePressed", "mouseReleased"] {
            let event = json!({
                "type": kind, "x": place[0], "y": place[1], "button": "left", "clickCount": 1
            });
            self.call("Input.dispatchMouseEvent", event);
        }
    }

    /// Presses a key; `commands` are what it makes an editor do, `modifiers` 2 is Ctrl.
    pub fn press(&mut self, key: &str, code: &str, modifiers: u32, commands: &[&str]) {
        for kind in ["rawKeyDown", "keyUp"] {
            let mut event = json!({"type": kind, "key": key, "code": code, "modifiers": modifiers});
            if kind == "rawKeyDown" {
                event["commands"] = json!(commands);
            }
            self.call("Input.dispatchKeyEvent", event);
        }
    }

    /// Presses Enter as a person does: it works a button, and ends a line.
    pub fn enter(&mut self) {
        for kind in ["keyDown", "keyUp"] {
            let mut event =
                json!({"type": kind, "key": "Enter", "code": "Enter", "windowsVirtualKeyCode": 13});
            if kind == "keyDown" {
                event["text"] = json!("\r");
            }
            self.call("Input.dispatchKeyEvent", event);
        }
    }

    /// Presses Tab as a person does: on to the next thing that takes the keyboard.
    pub fn tab(&mut self) {
        for kind in ["rawKeyDown", "keyUp"] {
            let event = json!({"type": kind, "key": "Tab", "code": "Tab", "windowsVirtualKeyCode": 9});
            self.call("Input.dispatchKeyEvent", event);
        }
    }

    /// Types characters one by one.
    pub fn type_in(&mut self, text: &str) {
        for c in text.chars() {
            let event = json!({"type": "char", "text": c.to_string()});
            self.call("Input.dispatchKeyEvent", event);
        }
    }

    /// Moves the pointer over the middle of the first element that `selector` names.
    pub fn hover(&mut self, selector: &str) {
        let place = self.eval(&format!(
            "(() => {{ const e = document.querySelector({}); e.scrollIntoView({{ block: e.offsetHeight > 200 ? 'start' : 'center', inline: 'center' }}); \
             const r = e.getBoundingClientRect(); return [r.left + Math.min(r.width, 400) / 2, r.top + Math.min(r.height, 60) / 2]; }})()",
            Value::from(selector)
        ));
        self.move_to(&place);
    }

    /// Moves the pointer to a point of the window.
    pub fn move_to(&mut self, place: &Value) {
        self.call("Input.dispatchMouseEvent", json!({"type": "mouseMoved", "x": place[0], "y": place[1]}));
    }

    /// Clicks on a point of the window, so many times in a row.
    pub fn click_at(&mut self, place: &Value, times: u32) {
        for count in 1..=times {
            for kind in ["mousePressed", "mouseReleased"] {
                let event = json!({
                    "type": kind, "x": place[0], "y": place[1], "button": "left", "clickCount": count
                });
                self.call("Input.dispatchMouseEvent", event);
            }
        }
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
        let metrics = json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": false});
        self.call("Emulation.setDeviceMetricsOverride", metrics);
    }

    /// Says what the system is set to: light or dark, more contrast, forced colours.
    pub fn media(&mut self, features: &[(&str, &str)]) {
        let features: Vec<Value> =
            features.iter().map(|(name, value)| json!({"name": name, "value": value})).collect();
        self.call("Emulation.setEmulatedMedia", json!({ "features": features }));
    }

    /// Says that the system is light or dark.
    pub fn scheme(&mut self, scheme: &str) {
        let features = json!({"features": [{"name": "prefers-color-scheme", "value": scheme}]});
        self.call("Emulation.setEmulatedMedia", features);
    }

    /// Writes what the window shows to `tests/out`.
    pub fn screenshot(&mut self, name: &str) {
        // Let the fade of whatever has just appeared end.
        std::thread::sleep(Duration::from_millis(250));
        let shot = self.call("Page.captureScreenshot", json!({"format": "png"}));
        let bytes = bytes(&shot["data"]);
        let out = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/out");
        std::fs::create_dir_all(&out).expect("tests/out can be made");
        std::fs::write(out.join(name), bytes).expect("the picture is written");
    }

    /// The addresses of all requests so far, `data:` ones left out.
    pub fn requests(&mut self) -> Vec<String> {
        let sent = self.events("Network.requestWillBeSent");
        let urls = sent.iter().filter_map(|event| event["request"]["url"].as_str());
        urls.filter(|url| !url.starts_with("data:")).map(str::to_string).collect()
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
        let mut complaints: Vec<String> =
            self.events("Runtime.exceptionThrown").iter().map(Value::to_string).collect();
        let bad = |level: &Value| matches!(level.as_str(), Some("error" | "warning" | "assert"));
        let calls = self.events("Runtime.consoleAPICalled");
        complaints.extend(calls.iter().filter(|e| bad(&e["type"])).map(Value::to_string));
        let entries = self.events("Log.entryAdded");
        complaints.extend(entries.iter().filter(|e| bad(&e["entry"]["level"])).map(Value::to_string));
        complaints
    }

    /// All events of one kind so far, which are then forgotten.
    pub fn take_events(&mut self, method: &str) -> Vec<Value> {
        self.eval("0");
        self.pipe.take_events(method)
    }

    /// All events of one kind so far.
    pub fn events(&mut self, method: &str) -> Vec<Value> {
        // A round trip, so that everything sent before it has arrived.
        self.eval("0");
        self.pipe.events(method)
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // The browser this test started, by its own handle; its children go with it.
        let _ = self.process.kill();
        let _ = self.process.wait();
        let _ = std::fs::remove_dir_all(&self.profile);
    }
}
