//! The browser's debugging pipe: JSON messages, each ended by a NUL.

use std::io::{BufRead, BufReader, Write};
use std::process::{ChildStdin, ChildStdout};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use serde_json::{Value, json};

/// Commands out, answers and events in.
pub struct Pipe {
    out: ChildStdin,
    messages: Receiver<Value>,
    events: Vec<Value>,
    sent: u64,
}

impl Pipe {
    pub fn new(out: ChildStdin, from: ChildStdout) -> Self {
        let (send, messages) = channel();
        std::thread::spawn(move || {
            let mut reader = BufReader::new(from);
            let mut message = Vec::new();
            while reader.read_until(0, &mut message).is_ok_and(|read| read > 0) {
                message.pop();
                let parsed = serde_json::from_slice(&message).unwrap_or(Value::Null);
                if send.send(parsed).is_err() {
                    break;
                }
                message.clear();
            }
        });
        Self { out, messages, events: Vec::new(), sent: 0 }
    }

    /// Sends a command and waits for its answer; events that come first are kept.
    pub fn call(&mut self, session: Option<&str>, method: &str, params: Value, patience: Duration) -> Value {
        self.sent += 1;
        let mut message = json!({"id": self.sent, "method": method, "params": params});
        if let Some(session) = session {
            message["sessionId"] = json!(session);
        }
        let mut bytes = message.to_string().into_bytes();
        bytes.push(0);
        self.out.write_all(&bytes).unwrap_or_else(|e| panic!("{method}: the browser is gone: {e}"));
        loop {
            let answer = self.messages.recv_timeout(patience).unwrap_or_else(|e| {
                panic!("{method}: no answer from the browser: {e}; is chromium installed?")
            });
            if answer["id"] == json!(self.sent) {
                assert!(answer.get("error").is_none(), "{method}: {}", answer["error"]);
                return answer["result"].clone();
            }
            if answer.get("method").is_some() {
                self.events.push(answer);
            }
        }
    }

    /// All events of one kind so far, which are then forgotten.
    pub fn take_events(&mut self, method: &str) -> Vec<Value> {
        let mut taken = Vec::new();
        self.events.retain_mut(|event| {
            let of_kind = event["method"] == json!(method);
            if of_kind {
                taken.push(event["params"].take());
            }
            !of_kind
        });
        taken
    }

    /// All events of one kind so far.
    pub fn events(&self, method: &str) -> Vec<Value> {
        let of_kind = self.events.iter().filter(|event| event["method"] == json!(method));
        of_kind.map(|event| event["params"].clone()).collect()
    }
}

/// The bytes that base64 stands for.
pub fn base64(text: &str) -> Vec<u8> {
    let digit = |c: u8| match c {
        b'A'..=b'Z' => Some(c - b'A'),
        b'a'..=b'z' => Some(c - b'a' + 26),
        b'0'..=b'9' => Some(c - b'0' + 52),
        b'+' => Some(62),
        b'/' => Some(63),
        _ => None,
    };
    let (mut bytes, mut word, mut bits) = (Vec::with_capacity(text.len() * 3 / 4), 0_u32, 0);
    for value in text.bytes().filter_map(digit) {
        word = word << 6 | u32::from(value);
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push((word >> bits) as u8);
            word &= (1 << bits) - 1;
        }
    }
    bytes
}
