//! A real Firefox, driven over its own remote protocol (Marionette): JSON in frames of
//! `length:` over a socket.

use std::io::{BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

/// How long anything may take before a test gives up.
const PATIENCE: Duration = Duration::from_secs(60);

/// One window of a Firefox of its own.
pub struct Firefox {
    process: Child,
    profile: PathBuf,
    socket: BufReader<TcpStream>,
    count: u64,
}

impl Firefox {
    /// Starts `program` headless with an empty profile.
    pub fn start(program: &str) -> Self {
        // A port that was free a moment ago.
        let port = TcpListener::bind("127.0.0.1:0").and_then(|l| l.local_addr()).expect("a free port").port();
        let profile = std::env::temp_dir().join(format!("gouji-firefox-{}-{port}", std::process::id()));
        std::fs::create_dir_all(&profile).expect("a profile");
        let settings = format!(
            "user_pref(\"marionette.port\", {port});\nuser_pref(\"browser.shell.checkDefaultBrowser\", false);\n\
             user_pref(\"datareporting.policy.dataSubmissionEnabled\", false);\n"
        );
        std::fs::write(profile.join("user.js"), settings).expect("the settings are written");
        let process = Command::new(program)
            .args(["--headless", "--marionette", "--no-remote", "--profile"])
            .arg(&profile)
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
            std::thread::sleep(Duration::from_millis(100));
        };
        let mut firefox = Self { process, profile, socket: BufReader::new(socket), count: 0 };
        // It greets first.
        firefox.receive();
        firefox.call("WebDriver:NewSession", json!({}));
        firefox
    }

    /// Goes to `url` and waits until the page says that it is ready.
    pub fn go(&mut self, url: &str) {
        self.call("WebDriver:Navigate", json!({"url": url}));
        self.wait("document.documentElement.hasAttribute('data-ready')");
    }

    /// The value of an expression in the page.
    pub fn eval(&mut self, expression: &str) -> Value {
        let script = json!({"script": format!("return ({expression});"), "args": [], "sandbox": null});
        self.call("WebDriver:ExecuteScript", script)["value"].clone()
    }

    /// Waits until an expression is true.
    pub fn wait(&mut self, expression: &str) {
        let begun = Instant::now();
        while self.eval(&format!("!!({expression})")) != json!(true) {
            assert!(begun.elapsed() < PATIENCE, "waited in vain for {expression}");
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    fn call(&mut self, command: &str, params: Value) -> Value {
        self.count += 1;
        let message = json!([0, self.count, command, params]).to_string();
        let framed = format!("{}:{message}", message.len());
        self.socket.get_mut().write_all(framed.as_bytes()).expect("Firefox is there");
        loop {
            let answer = self.receive();
            if answer[1] == json!(self.count) {
                assert!(answer[2].is_null(), "{command}: {:#}", answer[2]);
                return answer[3].clone();
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
}

impl Drop for Firefox {
    fn drop(&mut self) {
        // The browser this test started, by its own handle.
        let _ = self.process.kill();
        let _ = self.process.wait();
        let _ = std::fs::remove_dir_all(&self.profile);
    }
}
