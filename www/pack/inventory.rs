//! What is in the build: every package that the modules are made of, with its licence.
//! A licence or a source that was not agreed to fails the build.

use std::collections::BTreeSet;
use std::process::Command;

use serde_json::Value;

/// Licences that go with MIT and Apache-2.0.
const LICENCES: [&str; 9] =
    ["MIT", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "Zlib", "Unlicense", "Unicode-3.0", "0BSD"];
/// The only registry.
const SOURCE: &str = "registry+https://github.com/rust-lang/crates.io-index";

/// A line a package: name, version, licence, between tabs.
pub fn packages() -> Result<String, String> {
    let output = Command::new(env!("CARGO"))
        .args([
            "metadata",
            "--format-version",
            "1",
            "--locked",
            "--filter-platform",
            "wasm32-unknown-unknown",
        ])
        .output()
        .map_err(|error| format!("cargo metadata: {error}"))?;
    let metadata: Value = serde_json::from_slice(&output.stdout)
        .map_err(|_| format!("cargo metadata: {}", String::from_utf8_lossy(&output.stderr).trim()))?;
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    // Packages that only tests and other targets need are listed but not used.
    let used = used(&metadata);
    let mut lines = BTreeSet::new();
    for package in list(&metadata["packages"]).iter().filter(|p| used.contains(words(&p["id"]))) {
        let (name, version) = (words(&package["name"]), words(&package["version"]));
        let licence = words(&package["license"]);
        if !package["source"].is_null() && words(&package["source"]) != SOURCE {
            return Err(format!("{name} comes from {}", package["source"]));
        }
        if !is_agreed(licence) {
            return Err(format!("{name} {version} has the licence {licence:?}, which was not agreed to"));
        }
        lines.insert(format!("{name}\t{version}\t{licence}\n"));
    }
    Ok(lines.into_iter().collect())
}

/// The ids of what the program itself needs, directly or not.
fn used(metadata: &Value) -> BTreeSet<String> {
    let nodes = metadata["resolve"]["nodes"].as_array().map_or(&[][..], Vec::as_slice);
    let mut used = BTreeSet::new();
    let mut open = vec![words(&metadata["resolve"]["root"]).to_string()];
    while let Some(id) = open.pop() {
        if !used.insert(id.clone()) {
            continue;
        }
        let node = nodes.iter().find(|node| words(&node["id"]) == id);
        for dependency in node.and_then(|node| node["deps"].as_array()).into_iter().flatten() {
            let kinds = dependency["dep_kinds"].as_array().map_or(&[][..], Vec::as_slice);
            if kinds.iter().any(|kind| kind["kind"].is_null()) {
                open.push(words(&dependency["pkg"]).to_string());
            }
        }
    }
    used
}

/// Whether a licence expression can be met with what is agreed to: one of its
/// alternatives, in all its parts.
fn is_agreed(expression: &str) -> bool {
    let expression = expression.trim();
    // Older packages write a stroke for OR.
    for (mark, all) in [(" OR ", false), ("/", false), (" AND ", true)] {
        let parts = split(expression, mark);
        if parts.len() > 1 {
            let mut agreed = parts.iter().map(|part| is_agreed(part));
            return if all { agreed.all(|yes| yes) } else { agreed.any(|yes| yes) };
        }
    }
    match expression.strip_prefix('(').and_then(|inner| inner.strip_suffix(')')) {
        Some(inner) => is_agreed(inner),
        None => LICENCES.contains(&expression.trim_end_matches(" WITH LLVM-exception")),
    }
}

/// The parts of an expression between `mark`s that stand in no brackets.
fn split<'e>(expression: &'e str, mark: &str) -> Vec<&'e str> {
    let (mut parts, mut start, mut depth) = (Vec::new(), 0, 0);
    for (at, c) in expression.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ if depth == 0 && at >= start && expression[at..].starts_with(mark) => {
                parts.push(&expression[start..at]);
                start = at + mark.len();
            }
            _ => {}
        }
    }
    parts.push(&expression[start..]);
    parts
}

fn words(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::is_agreed;

    #[test]
    fn a_licence_is_agreed_to_or_not() {
        for agreed in ["MIT", "Apache-2.0/MIT", "GPL-3.0 OR MIT", "(MIT OR Apache-2.0) AND Unicode-3.0"] {
            assert!(is_agreed(agreed), "{agreed}");
        }
        for refused in ["", "GPL-3.0", "MIT AND GPL-3.0", "(MIT OR Apache-2.0) AND GPL-3.0"] {
            assert!(!is_agreed(refused), "{refused}");
        }
    }
}
