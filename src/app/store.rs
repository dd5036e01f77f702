//! What is kept on this machine, and only when the user asks for it: settings and
//! accepted findings, never a report's text. A browser may forbid it, and a shared
//! machine is no place for it; everything works without.
//!
//! It is a small text, a line a thing, its parts between tabs.

use gouji::Lang;
use web_sys::Storage;

use super::accept::Accepted;
use super::filter::Group;
use super::pane;
use super::state::{Kept, State, Theme};

/// The name of the one entry.
const KEY: &str = "gouji";

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}

/// What was kept; `None` where nothing was.
pub fn load() -> Option<Kept> {
    let text = storage()?.get_item(KEY).ok()??;
    let mut kept = Kept::default();
    for line in text.lines() {
        let mut parts = line.split('\t');
        let name = parts.next().unwrap_or_default();
        let rest: Vec<&str> = parts.collect();
        match (name, rest.as_slice()) {
            ("lang", [code]) => kept.lang = Lang::from_code(code),
            ("theme", [key]) => {
                kept.theme = Theme::ALL.into_iter().find(|theme| theme.key() == *key).unwrap_or_default();
            }
            ("group", [key]) => kept.group = Group::from_key(key),
            ("profile", [line]) => {
                kept.profile.push_str(line);
                kept.profile.push('\n');
            }
            ("accepted", [key, rule, report, reason]) => kept.accepted.push(Accepted {
                key: key.to_string(),
                rule: rule.to_string(),
                report: report.to_string(),
                reason: reason.to_string(),
            }),
            ("size", [name, size]) => {
                if let Ok(size) = size.parse() {
                    pane::restore(name, size);
                }
            }
            _ => {}
        }
    }
    Some(kept)
}

/// Keeps what `state` holds. `false` when the browser refuses or has no room.
pub fn save(state: &State) -> bool {
    let mut text = String::new();
    let mut line = |parts: &[&str]| {
        let parts: Vec<String> = parts.iter().map(|part| part.replace(['\t', '\n', '\r'], " ")).collect();
        text.push_str(&parts.join("\t"));
        text.push('\n');
    };
    line(&["lang", state.lang.code()]);
    line(&["theme", state.theme.key()]);
    line(&["group", state.filter.group.key()]);
    for (name, size) in pane::sizes() {
        line(&["size", name, &size.to_string()]);
    }
    for profile in state.profile.lines() {
        line(&["profile", profile]);
    }
    for accepted in state.elsewhere.iter().chain(state.accepted.iter()) {
        line(&["accepted", &accepted.key, &accepted.rule, &accepted.report, &accepted.reason]);
    }
    storage().is_some_and(|storage| storage.set_item(KEY, &text).is_ok())
}

/// Forgets everything. `false` when the browser does not let the page know.
pub fn wipe() -> bool {
    storage().is_some_and(|storage| storage.remove_item(KEY).is_ok())
}
