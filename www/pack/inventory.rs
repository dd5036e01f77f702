//! What is in the build: every package that the modules are made of, with its licence.
//! `deny.toml` says which licences and sources may be among them.

use std::collections::BTreeSet;
use std::process::Command;

use serde_json::Value;

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
        lines.insert(format!("{name}\t{version}\t{}\n", words(&package["license"])));
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

fn words(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}
