//! Headless Firefox, driven over its own remote protocol (Marionette): JSON in frames of
//! `length:` over a socket.

use std::io::{BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Instant;

use serde_json::{Value, json};

use super::driver::{Driver, Mouse};
use super::pipe::base64;
use super::profile::Profile;
use super::{PATIENCE, beginning};

/// One window of a Firefox of its own.
pub struct Firefox {
    process: Child,
    /// Held to be removed after the process has ended.
    _profile: Profile,
    socket: BufReader<TcpStream>,
    count: u64,
    /// The pages opened from disk, of which no observer of the network hears.
    from_disk: Vec<String>,
}

/// What the browser itself, not the page, keeps for us: requests and complaints.
const LISTEN: &str = "
  const kept = globalThis.gouji = { requests: [], complaints: [] };
  const page = () => gBrowser.selectedBrowser.browsingContext;
  kept.onRequest = { observe(channel) {
    channel.QueryInterface(Ci.nsIHttpChannel);
    const context = channel.loadInfo.browsingContext;
    if (context && context.top === page()) kept.requests.push(channel.URI.spec);
  } };
  Services.obs.addObserver(kept.onRequest, 'http-on-modify-request');
  kept.onMessage = { observe(message) {
    if (!(message instanceof Ci.nsIScriptError) || !/^(http|file|blob)/.test(message.sourceName)) return;
    const isWarning = message.flags & Ci.nsIScriptError.warningFlag;
    if (!isWarning || /CSP|Trusted/.test(message.category))
      kept.complaints.push(message.category + ': ' + message.errorMessage + ' ' + message.sourceName + ':' + message.lineNumber);
  } };
  Services.console.registerListener(kept.onMessage);
";

/// An input method's double, in the page's own process.
const COMPOSE: &str = "
  const [text, isLast] = arguments;
  const tip = globalThis.goujiTip = globalThis.goujiTip
    || Components.classes['@mozilla.org/text-input-processor;1'].createInstance(Components.interfaces.nsITextInputProcessor);
  tip.beginInputTransactionForTests(window);
  if (isLast) { tip.commitCompositionWith(text); return; }
  tip.setPendingCompositionString(text);
  // A clause of no length is refused.
  if (text) tip.appendClauseToPendingComposition(text.length, tip.ATTR_RAW_CLAUSE);
  tip.setCaretInPendingComposition(text.length);
  tip.flushPendingComposition();
";

impl Firefox {
    /// Starts `program` headless with an empty profile.
    pub fn start(program: &str) -> Self {
        // A port that was free a moment ago.
        let port = TcpListener::bind("127.0.0.1:0").and_then(|l| l.local_addr()).expect("a free port").port();
        let profile = Profile::new("firefox");
        let settings = [
            format!("\"marionette.port\", {port}"),
            "\"browser.shell.checkDefaultBrowser\", false".into(),
            "\"datareporting.policy.dataSubmissionEnabled\", false".into(),
            // The tests' server is on this machine, and is to be away when the network is.
            "\"network.disable-localhost-when-offline\", true".into(),
            "\"browser.download.folderList\", 2".into(),
            "\"browser.download.always_ask_before_handling_new_types\", false".into(),
        ];
        let settings: String = settings.iter().map(|line| format!("user_pref({line});\n")).collect();
        std::fs::write(profile.path().join("user.js"), settings).expect("the settings are written");
        let process = Command::new(program)
            .args(["--headless", "--marionette", "--remote-allow-system-access", "--no-remote", "--profile"])
            .arg(profile.path())
            .env("TMPDIR", profile.path())
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("Firefox starts");
        let begun = Instant::now();
        let socket = loop {
            match TcpStream::connect(("127.0.0.1", port)) {
                Ok(socket) => break socket,
                Err(error) => assert!(begun.elapsed() < PATIENCE, "Firefox does not listen: {error}"),
            }
            std::thread::sleep(std::time::Duration::from_millis(100));
        };
        let from_disk = Vec::new();
        let mut firefox =
            Self { process, _profile: profile, socket: BufReader::new(socket), count: 0, from_disk };
        // It greets first.
        firefox.receive();
        // A page that is left with unsaved edits is left; the test of the question asks the page.
        let wanted = json!({"capabilities": {"alwaysMatch": {"unhandledPromptBehavior": "ignore"}}});
        firefox.call("WebDriver:NewSession", wanted);
        firefox.call("WebDriver:SetTimeouts", json!({"script": PATIENCE.as_millis() as u64}));
        firefox.in_chrome(LISTEN, &[]);
        firefox
    }

    fn call(&mut self, command: &str, params: Value) -> Value {
        self.try_call(command, params).unwrap_or_else(|error| panic!("{command}: {error:#}"))
    }

    fn try_call(&mut self, command: &str, params: Value) -> Result<Value, Value> {
        self.count += 1;
        let message = json!([0, self.count, command, params]).to_string();
        let framed = format!("{}:{message}", message.len());
        self.socket.get_mut().write_all(framed.as_bytes()).expect("Firefox is there");
        loop {
            let answer = self.receive();
            if answer[1] == json!(self.count) {
                return if answer[2].is_null() { Ok(answer[3].clone()) } else { Err(answer[2].clone()) };
            }
        }
    }

    fn receive(&mut self) -> Value {
        let mut length = 0;
        let mut byte = [0];
        loop {
            self.socket.read_exact(&mut byte).expect("Firefox answers");
            match byte[0] {
                b':' => break,
                digit => length = length * 10 + usize::from(digit - b'0'),
            }
        }
        let mut message = vec![0; length];
        self.socket.read_exact(&mut message).expect("Firefox answers");
        serde_json::from_slice(&message).expect("JSON")
    }

    /// Runs a script in the page with its own rights, or with the browser's (`system`).
    fn script(&mut self, sandbox: Option<&str>, script: &str, args: &[Value]) -> Result<Value, Value> {
        let params = json!({"script": script, "args": args, "sandbox": sandbox, "newSandbox": false});
        self.try_call("WebDriver:ExecuteScript", params).map(|answer| answer["value"].clone())
    }

    /// Runs a script in the browser's own window.
    fn in_chrome(&mut self, script: &str, args: &[Value]) -> Value {
        self.call("Marionette:SetContext", json!({"value": "chrome"}));
        let answer = self.script(Some("system"), script, args);
        self.call("Marionette:SetContext", json!({"value": "content"}));
        answer.unwrap_or_else(|error| panic!("{script}\nthrew {error:#}"))
    }

    fn act(&mut self, source: Value) {
        self.call("WebDriver:PerformActions", json!({"actions": [source]}));
    }
}

/// The character by which the protocol knows a key.
fn key_of(key: &str) -> String {
    let named = match key {
        "Tab" => '\u{E004}',
        "Enter" => '\u{E007}',
        "Shift" => '\u{E008}',
        "Control" => '\u{E009}',
        "Alt" => '\u{E00A}',
        "Escape" => '\u{E00C}',
        "End" => '\u{E010}',
        "Home" => '\u{E011}',
        "ArrowLeft" => '\u{E012}',
        "ArrowUp" => '\u{E013}',
        "ArrowRight" => '\u{E014}',
        "ArrowDown" => '\u{E015}',
        "F8" => '\u{E038}',
        "F9" => '\u{E039}',
        "Meta" => '\u{E03D}',
        _ => return key.to_string(),
    };
    named.to_string()
}

fn stroke(keys: &[&str]) -> Value {
    let down = keys.iter().map(|key| json!({"type": "keyDown", "value": key_of(key)}));
    let up = keys.iter().rev().map(|key| json!({"type": "keyUp", "value": key_of(key)}));
    json!({"type": "key", "id": "keyboard", "actions": down.chain(up).collect::<Vec<_>>()})
}

impl Driver for Firefox {
    fn navigate(&mut self, url: &str) {
        if url.starts_with("file:") {
            self.from_disk.push(url.to_string());
        }
        self.call("WebDriver:Navigate", json!({"url": url}));
    }

    fn eval(&mut self, expression: &str) -> Value {
        if expression.contains("execCommand") || expression.contains("clipboard") {
            let _ = self.script(Some("system"), "document.notifyUserGestureActivation()", &[]);
        }
        let mut answer = self.script(None, &format!("return ({expression}\n);"), &[]);
        // What is no expression is run as statements.
        if answer.as_ref().is_err_and(|error| error["message"].to_string().contains("SyntaxError")) {
            answer = self.script(None, expression, &[]);
        }
        answer.unwrap_or_else(|error| panic!("{}\nthrew {error:#}", beginning(expression)))
    }

    fn mouse(&mut self, act: Mouse, x: f64, y: f64) {
        let (x, y) = (x.round(), y.round());
        let mut actions =
            vec![json!({"type": "pointerMove", "x": x, "y": y, "origin": "viewport", "duration": 0})];
        if let Mouse::Click(times) = act {
            for _ in 0..times {
                actions.push(json!({"type": "pointerDown", "button": 0}));
                actions.push(json!({"type": "pointerUp", "button": 0}));
            }
        }
        self.act(json!({
            "type": "pointer", "id": "mouse", "parameters": {"pointerType": "mouse"}, "actions": actions
        }));
        // Or the next click here would be the second of a double one.
        if matches!(act, Mouse::Click(_)) {
            self.call("WebDriver:ReleaseActions", json!({}));
        }
    }

    fn press(&mut self, key: &str, _code: &str, modifiers: u32, _commands: &[&str]) {
        let held = [(1, "Alt"), (2, "Control"), (4, "Meta"), (8, "Shift")];
        let mut keys: Vec<&str> =
            held.iter().filter(|(bit, _)| modifiers & bit != 0).map(|(_, key)| *key).collect();
        keys.push(key);
        self.act(stroke(&keys));
    }

    fn type_in(&mut self, text: &str) {
        for c in text.chars() {
            self.act(stroke(&[&c.to_string()]));
        }
    }

    fn compose(&mut self, text: &str) {
        self.script(Some("system"), COMPOSE, &[json!(text), json!(false)]).expect("it is composed");
    }

    fn commit(&mut self, text: &str) {
        self.script(Some("system"), COMPOSE, &[json!(text), json!(true)]).expect("it is committed");
    }

    fn resize(&mut self, width: u32, height: u32) {
        // A window does not get as narrow as a telephone; what it shows does.
        let script = "
          const [width, height] = arguments;
          window.resizeTo(Math.max(width, 600) + 200, height + 300);
          const style = gBrowser.selectedBrowser.style;
          for (const [name, value] of [['width', width], ['height', height]])
            for (const kind of ['', 'min-', 'max-']) style.setProperty(kind + name, value + 'px');
        ";
        self.in_chrome(script, &[json!(width), json!(height)]);
        let fits = format!("innerWidth === {width} && innerHeight === {height}");
        let begun = Instant::now();
        while self.eval(&fits) != json!(true) {
            assert!(begun.elapsed() < PATIENCE, "the window does not become {width} by {height}");
            std::thread::sleep(std::time::Duration::from_millis(20));
        }
    }

    fn media(&mut self, medium: &str, features: &[(&str, &str)]) {
        let value = |wanted: &str| features.iter().find(|(name, _)| *name == wanted).map(|(_, value)| *value);
        let script = "
          const [medium, scheme, forced, contrast, motion] = arguments;
          const page = gBrowser.selectedBrowser.browsingContext;
          page.mediumOverride = medium;
          page.prefersColorSchemeOverride = scheme || 'none';
          page.forcedColorsOverride = forced || 'none';
          // 0 is no preference, 1 is less, 2 is as the system says, 3 is more.
          contrast ? Services.prefs.setIntPref('ui.prefersContrast', contrast === 'more' ? 1 : 0)
                   : Services.prefs.clearUserPref('ui.prefersContrast');
          motion ? Services.prefs.setIntPref('ui.prefersReducedMotion', 1)
                 : Services.prefs.clearUserPref('ui.prefersReducedMotion');
        ";
        let args = ["prefers-color-scheme", "forced-colors", "prefers-contrast", "prefers-reduced-motion"];
        let args: Vec<Value> =
            std::iter::once(json!(medium)).chain(args.iter().map(|name| json!(value(name)))).collect();
        self.in_chrome(script, &args);
    }

    fn screenshot(&mut self) -> Vec<u8> {
        let shot = self.call("WebDriver:TakeScreenshot", json!({"full": false, "hash": false}));
        base64(shot["value"].as_str().expect("a picture"))
    }

    fn print(&mut self) -> Vec<u8> {
        let a4 = json!({"background": true, "page": {"width": 21.0, "height": 29.7}});
        let printed = self.call("WebDriver:Print", a4);
        base64(printed["value"].as_str().expect("a file"))
    }

    fn save_to(&mut self, directory: &Path) {
        std::fs::create_dir_all(directory).expect("a directory");
        let script = "Services.prefs.setStringPref('browser.download.dir', arguments[0]);";
        self.in_chrome(script, &[json!(directory)]);
    }

    fn offline(&mut self, offline: bool) {
        self.in_chrome("Services.io.offline = arguments[0];", &[json!(offline)]);
    }

    fn trace(&mut self) {}

    fn traced(&mut self) -> Vec<Value> {
        Vec::new()
    }

    fn requests(&mut self) -> Vec<String> {
        let heard = self.in_chrome("return globalThis.gouji.requests;", &[]);
        let heard = heard.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_string);
        self.from_disk.iter().cloned().chain(heard).collect()
    }

    fn complaints(&mut self) -> Vec<String> {
        let heard = self.in_chrome("return globalThis.gouji.complaints;", &[]);
        heard.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_string).collect()
    }
}

impl Drop for Firefox {
    fn drop(&mut self) {
        // The browser this test started, by its own handle.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
