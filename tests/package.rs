//! The npm package, as those who embed it use it: packed, installed, run by Node, put
//! through a bundler, and loaded by a plain script tag. The page is built before this is
//! run; esbuild is fetched by `.ci/setup browser`.

// These tests use a part of what the browser's tests share.
#[allow(dead_code)]
mod browser;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use browser::{Browser, Server, dist, tools};
use serde_json::{Value, json};

const FAULTY: &str = include_str!("../www/samples/faulty-2021.txt");

/// What a program of somebody else's does with the package.
const PROGRAM: &str = "
import init, { check, checkFile, rules } from 'gouji';
export async function run(text, ...sources) {
  await init(...sources);
  const file = await checkFile(new TextEncoder().encode(text), '年报.txt');
  return { verdict: check(text).verdict, file: [file.verdict, file.source.name], rules: rules('en').length };
}
";

/// A project of somebody else's with the package installed in it.
struct Project(PathBuf);

impl Project {
    fn new() -> Self {
        let project = Self(std::env::temp_dir().join(format!("gouji-package-{}", std::process::id())));
        fs::create_dir_all(&project.0).expect("a directory");
        project.write("package.json", "{ \"private\": true, \"type\": \"module\" }");
        project.write("program.js", PROGRAM);
        let packed = project.run("npm", &["pack", "--silent", &dist().display().to_string()]);
        let packed = packed.trim();
        assert!(packed.starts_with("gouji-") && packed.ends_with(".tgz"), "{packed}");
        // Nothing else is to be fetched: it depends on nothing.
        project.run("npm", &["install", "--silent", "--offline", "--no-audit", "--no-fund", packed]);
        project
    }

    fn write(&self, name: &str, content: &str) {
        fs::write(self.0.join(name), content).expect("it is written");
    }

    /// What a program says that is run in the project.
    fn run(&self, program: &str, arguments: &[&str]) -> String {
        let output = Command::new(program).args(arguments).current_dir(&self.0).output();
        let output = output.unwrap_or_else(|error| panic!("{program}: {error}"));
        let [said, complained] =
            [output.stdout, output.stderr].map(|out| String::from_utf8_lossy(&out).into_owned());
        assert!(output.status.success(), "{program} {arguments:?}: {said}{complained}");
        said
    }
}

impl Drop for Project {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// What the program gives for the faulty sample.
fn expected() -> Value {
    json!({ "verdict": "fail", "file": ["fail", "年报.txt"], "rules": gouji::rule::RULES.len() })
}

#[test]
fn the_package_is_installed_run_bundled_and_loaded_by_a_tag() {
    let project = Project::new();
    let text = Value::from(FAULTY);

    // In Node.
    project.write(
        "node.js",
        &format!("import {{ run }} from './program.js'; console.log(JSON.stringify(await run({text})));"),
    );
    let said = project.run("node", &["node.js"]);
    assert_eq!(serde_json::from_str::<Value>(&said).expect("JSON"), expected());

    // Every file that it promises is there.
    let folder = project.0.join("node_modules/gouji");
    let description: Value =
        serde_json::from_str(&fs::read_to_string(folder.join("package.json")).expect("one")).expect("JSON");
    for path in paths(&description["exports"]).into_iter().chain(paths(&description["files"])) {
        assert!(folder.join(&path).exists(), "{path}");
    }
    assert_eq!(description["version"], env!("CARGO_PKG_VERSION"));

    // Through a bundler: the modules' addresses given, and beside the bundle.
    project.write(
        "given.js",
        &format!(
            "import {{ run }} from './program.js';\nimport core from 'gouji/gouji_bg.wasm';\nimport files from 'gouji/gouji-files_bg.wasm';\n\
             import 'gouji/element';\nimport {{ connectGouji }} from 'gouji/frame';\n\
             const at = (name) => new URL(name, import.meta.url);\n\
             window.connect = typeof connectGouji;\n\
             window.result = run({text}, at(core), at(files));"
        ),
    );
    project
        .write("beside.js", &format!("import {{ run }} from './program.js';\nwindow.result = run({text});"));
    let esbuild = tools().join("bundler/node_modules/.bin/esbuild");
    let esbuild = esbuild.to_str().expect("a path");
    assert!(Path::new(esbuild).exists(), "{esbuild} is missing; run `.ci/setup browser`");
    let options =
        ["--bundle", "--minify", "--format=esm", "--loader:.wasm=file", "--outdir=site", "--log-level=error"];
    project.run(esbuild, &[&["given.js", "beside.js"], &options[..]].concat());
    for name in ["gouji_bg.wasm", "gouji-files_bg.wasm"] {
        fs::copy(folder.join(name), project.0.join("site").join(name)).expect("it is copied");
    }
    fs::copy(folder.join("gouji-check.js"), project.0.join("site/gouji-check.js")).expect("it is copied");
    for name in ["given", "beside"] {
        let page = format!(
            "<!doctype html><html data-ready><meta charset=\"utf-8\"><link rel=\"icon\" href=\"data:,\"><gouji-check></gouji-check>\
             <script type=\"module\" src=\"{name}.js\"></script></html>"
        );
        project.write(&format!("site/{name}.html"), &page);
    }
    project.write(
        "site/tag.html",
        "<!doctype html><html><meta charset=\"utf-8\"><link rel=\"icon\" href=\"data:,\"><gouji-check></gouji-check>\
         <script>addEventListener('gouji-ready', () => document.documentElement.setAttribute('data-ready', ''));\
         addEventListener('gouji-result', (event) => { window.verdict = event.detail.verdict; });</script>\
         <script src=\"gouji-check.js\"></script></html>",
    );
    let server = Server::start(project.0.join("site"));
    let mut b = Browser::open(&format!("{}given.html", server.url), 900, 700);
    for name in ["given", "beside"] {
        b.go(&format!("{}{name}.html", server.url));
        b.wait("window.result");
        assert_eq!(b.eval("window.result"), expected(), "{name}");
    }
    b.go(&format!("{}given.html", server.url));
    b.wait("window.connect === 'function'");
    b.wait("document.querySelector('gouji-check').shadowRoot");

    // By a plain script tag.
    b.go(&format!("{}tag.html", server.url));
    b.eval(&format!("document.querySelector('gouji-check').value = {text}"));
    b.wait("window.verdict === 'fail'");
    let complaints = b.complaints();
    assert!(complaints.is_empty(), "{complaints:#?}");
}

/// Every path in a part of the description.
fn paths(part: &Value) -> Vec<String> {
    match part {
        Value::String(path) => vec![path.trim_start_matches("./").to_string()],
        Value::Array(parts) => parts.iter().flat_map(paths).collect(),
        Value::Object(parts) => parts.values().flat_map(paths).collect(),
        _ => Vec::new(),
    }
}

#[test]
fn what_is_packed_in_any_way_is_unpacked_by_the_page() {
    let script = "
const zlib = require('zlib'), fs = require('fs');
const inflate = new Function(fs.readFileSync(process.argv[1], 'utf8') + '; return goujiInflate')();
let seed = 7;
const random = () => (seed = Math.imul(seed, 1664525) + 1013904223 >>> 0) / 2 ** 32;
const samples = [Buffer.alloc(0), Buffer.from([7]), fs.readFileSync(process.argv[2])];
for (let size = 1; size < 200000; size *= 3) {
  const sample = Buffer.alloc(size);
  for (let at = 0; at < size; at += 1) { sample[at] = random() < 0.4 ? sample[Math.max(0, at - 700)] : random() * size; }
  samples.push(sample);
}
let count = 0;
for (const sample of samples) for (const level of [0, 1, 9]) for (const strategy of [0, zlib.constants.Z_HUFFMAN_ONLY, zlib.constants.Z_FIXED]) {
  const back = inflate(zlib.deflateRawSync(sample, { level, strategy }), sample.length);
  if (!sample.equals(Buffer.from(back))) { throw new Error('not what it was: ' + [sample.length, level, strategy]); }
  count += 1;
}
console.log(count);
";
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let output = Command::new("node")
        .args(["-e", script])
        .args([root.join("www/inflate.js"), dist().join("gouji_bg.wasm")])
        .output()
        .expect("Node runs");
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{complaint}");
    assert_eq!(String::from_utf8_lossy(&output.stdout).trim(), "135");
}
