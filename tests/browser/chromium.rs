//! Headless Chromium, driven over its own debugging pipe.

use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::driver::{Driver, Mouse};
use super::pipe::{Pipe, base64};
use super::profile::Profile;
use super::{PATIENCE, beginning};

/// One page of a Chromium of its own.
pub struct Chromium {
    process: Child,
    /// Held to be removed after the process has ended.
    _profile: Profile,
    pipe: Pipe,
    session: Option<String>,
}

impl Chromium {
    /// Starts the Chromium at `program` with an empty page.
    pub fn start(program: &str) -> Self {
        let profile = Profile::new("chromium");
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
            .arg(format!("--user-data-dir={}", profile.path().display()))
            .env("TMPDIR", profile.path())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("a shell starts");
        let pipe = Pipe::new(process.stdin.take().expect("piped"), process.stdout.take().expect("piped"));
        let mut browser = Self { process, _profile: profile, pipe, session: None };
        let target = browser.call("Target.createTarget", json!({"url": "about:blank"}));
        let attach = json!({"targetId": target["targetId"], "flatten": true});
        let attached = browser.call("Target.attachToTarget", attach);
        browser.session = attached["sessionId"].as_str().map(str::to_string);
        for domain in ["Page", "Runtime", "Log", "Network"] {
            browser.call(&format!("{domain}.enable"), json!({}));
        }
        browser
    }

    /// One command of the protocol.
    fn call(&mut self, method: &str, params: Value) -> Value {
        self.pipe.call(self.session.as_deref(), method, params, PATIENCE)
    }

    /// All events of one kind so far.
    fn events(&mut self, method: &str) -> Vec<Value> {
        // A round trip, so that everything sent before it has arrived.
        self.eval("0");
        self.pipe.events(method)
    }
}

impl Driver for Chromium {
    fn navigate(&mut self, url: &str) {
        self.call("Page.navigate", json!({"url": url}));
    }

    fn eval(&mut self, expression: &str) -> Value {
        let params = json!({
            "expression": expression, "returnByValue": true, "awaitPromise": true, "userGesture": true
        });
        let answer = self.call("Runtime.evaluate", params);
        if let Some(thrown) = answer.get("exceptionDetails") {
            panic!("{}\nthrew {thrown:#}", beginning(expression));
        }
        answer["result"]["value"].clone()
    }

    fn mouse(&mut self, act: Mouse, x: f64, y: f64) {
        let Mouse::Click(times) = act else {
            self.call("Input.dispatchMouseEvent", json!({"type": "mouseMoved", "x": x, "y": y}));
            return;
        };
        for count in 1..=times {
            for kind in ["mousePressed", "mouseReleased"] {
                let event = json!({"type": kind, "x": x, "y": y, "button": "left", "clickCount": count});
                self.call("Input.dispatchMouseEvent", event);
            }
        }
    }

    fn press(&mut self, key: &str, code: &str, modifiers: u32, commands: &[&str]) {
        // Only with its number and its text does a key do what it does for a person.
        let (number, text) = match key {
            "Enter" => (13, "\r"),
            "Tab" => (9, ""),
            _ => (0, ""),
        };
        for kind in ["down", "keyUp"] {
            let mut event = json!({"type": kind, "key": key, "code": code, "modifiers": modifiers});
            if number > 0 && modifiers == 0 {
                event["windowsVirtualKeyCode"] = json!(number);
            }
            if kind == "down" {
                let has_text = !text.is_empty() && modifiers == 0;
                event["type"] = json!(if has_text { "keyDown" } else { "rawKeyDown" });
                event["commands"] = json!(commands);
                if has_text {
                    event["text"] = json!(text);
                }
            }
            self.call("Input.dispatchKeyEvent", event);
        }
    }

    fn type_in(&mut self, text: &str) {
        for c in text.chars() {
            let event = json!({"type": "char", "text": c.to_string()});
            self.call("Input.dispatchKeyEvent", event);
        }
    }

    fn compose(&mut self, text: &str) {
        let length = text.encode_utf16().count();
        let composition = json!({"text": text, "selectionStart": length, "selectionEnd": length});
        self.call("Input.imeSetComposition", composition);
    }

    fn commit(&mut self, text: &str) {
        self.call("Input.insertText", json!({"text": text}));
    }

    fn resize(&mut self, width: u32, height: u32) {
        let metrics = json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": false});
        self.call("Emulation.setDeviceMetricsOverride", metrics);
    }

    fn media(&mut self, medium: &str, features: &[(&str, &str)]) {
        let features: Vec<Value> =
            features.iter().map(|(name, value)| json!({"name": name, "value": value})).collect();
        self.call("Emulation.setEmulatedMedia", json!({"media": medium, "features": features}));
    }

    fn screenshot(&mut self) -> Vec<u8> {
        base64(
            self.call("Page.captureScreenshot", json!({"format": "png"}))["data"]
                .as_str()
                .expect("a picture"),
        )
    }

    fn print(&mut self) -> Vec<u8> {
        let printed =
            self.call("Page.printToPDF", json!({"preferCSSPageSize": true, "printBackground": true}));
        base64(printed["data"].as_str().expect("a file"))
    }

    fn save_to(&mut self, directory: &Path) {
        // Deprecated, but the only one that Chromium 76 knows too.
        self.call("Page.setDownloadBehavior", json!({"behavior": "allow", "downloadPath": directory}));
    }

    fn offline(&mut self, offline: bool) {
        let network =
            json!({"offline": offline, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1});
        self.call("Network.emulateNetworkConditions", network);
    }

    fn trace(&mut self) {
        let categories = "devtools.timeline,disabled-by-default-devtools.timeline";
        self.call("Tracing.start", json!({"categories": categories, "transferMode": "ReportEvents"}));
    }

    fn traced(&mut self) -> Vec<Value> {
        self.call("Tracing.end", json!({}));
        let begun = Instant::now();
        loop {
            self.eval("0");
            if !self.pipe.take_events("Tracing.tracingComplete").is_empty() {
                break;
            }
            assert!(begun.elapsed() < PATIENCE, "the trace does not end");
            std::thread::sleep(Duration::from_millis(20));
        }
        let mut events = Vec::new();
        for mut part in self.pipe.take_events("Tracing.dataCollected") {
            if let Value::Array(more) = part["value"].take() {
                events.extend(more);
            }
        }
        events
    }

    fn requests(&mut self) -> Vec<String> {
        let sent = self.events("Network.requestWillBeSent");
        let urls = sent.iter().filter_map(|event| event["request"]["url"].as_str());
        urls.filter(|url| !url.starts_with("data:")).map(str::to_string).collect()
    }

    fn complaints(&mut self) -> Vec<String> {
        let mut complaints: Vec<String> =
            self.events("Runtime.exceptionThrown").iter().map(Value::to_string).collect();
        let bad = |level: &Value| matches!(level.as_str(), Some("error" | "warning" | "assert"));
        let calls = self.events("Runtime.consoleAPICalled");
        complaints.extend(calls.iter().filter(|e| bad(&e["type"])).map(Value::to_string));
        let entries = self.events("Log.entryAdded");
        complaints.extend(entries.iter().filter(|e| bad(&e["entry"]["level"])).map(Value::to_string));
        complaints
    }
}

impl Drop for Chromium {
    fn drop(&mut self) {
        // The browser this test started, by its own handle; its children go with it.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
