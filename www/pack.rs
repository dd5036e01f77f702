//! Trunk's last step: makes `index.html` one file that needs no other, writes the
//! ES module beside it, and refuses both when they have grown too big.
//!
//! Trunk calls it after a build with the directory it has staged; what this
//! program leaves there becomes `dist/`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use sha2::{Digest, Sha256};

/// The largest that either of the two modules may be, in bytes as it is loaded.
const WASM_CAP: usize = 400 * 1024;
/// The largest page.
const PAGE_CAP: usize = 900 * 1024;
/// The samples of `www/samples`, by the names under which the page has them.
const SAMPLES: [&str; 4] = ["faulty-2021", "clean-2021", "faulty-2019", "clean-2019"];

fn main() -> ExitCode {
    match pack() {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("pack: {message}");
            ExitCode::FAILURE
        }
    }
}

fn pack() -> Result<(), String> {
    let staged = PathBuf::from(
        std::env::var_os("TRUNK_STAGING_DIR").ok_or("TRUNK_STAGING_DIR is not set; Trunk sets it")?,
    );
    // Set by the Makefile for the build whose sizes count.
    let small = std::env::var_os("GOUJI_SMALL").is_some();
    let www = Path::new(env!("CARGO_MANIFEST_DIR")).join("www");

    // Trunk names a module after its program; outside, the core is `gouji`.
    let page_module = Module::take(&staged, "gouji", small)?;
    let core = Module::take(&staged, "gouji-module", small)?;

    let early = inline_script(&read(&www.join("early.js"))?)?;
    let code = inline_script(&format!(
        "{}{}{}",
        core.as_function("goujiCore"),
        page_module.as_function("goujiPageModule"),
        read(&www.join("boot.js"))?
    ))?;
    let style = format!("\n{}", read(&www.join("style.css"))?);
    if style.contains("</style") {
        return Err("style.css holds </style".into());
    }
    let page = read(&staged.join("index.html"))?;
    let page = fill(page, "policy", &policy(&[&early, &code], &style))?;
    let page = fill(page, "early", &format!("<script>{early}</script>"))?;
    let page = fill(page, "style", &format!("<style>{style}</style>"))?;
    let prose = gouji::rule::prose::data_file();
    if prose.contains(['`', '\\', '$']) {
        return Err("the rules' prose holds a character that a template would read".into());
    }
    let page = fill(page, "prose", &data_block("prose", &prose)?)?;
    let mut samples = String::new();
    for name in SAMPLES {
        samples.push_str(&data_block(name, &read(&www.join(format!("samples/{name}.txt")))?)?);
    }
    let page = fill(page, "samples", &samples)?;
    let page = fill(
        page,
        "code",
        &format!(
            "{}{}<script id=\"code\">{code}</script>",
            core.as_block("core"),
            page_module.as_block("page")
        ),
    )?;

    write(&staged.join("index.html"), &page)?;
    write(&staged.join("gouji.js"), module(&core.glue, &prose))?;
    write(&staged.join("gouji_bg.wasm"), &core.wasm)?;
    // Only to be looked at: the page has it inside.
    write(&staged.join("page_bg.wasm"), &page_module.wasm)?;
    write(&staged.join("gouji.d.ts"), &read(&www.join("gouji.d.ts"))?)?;
    println!(
        "pack: core {} KB, page's module {} KB, page {} KB in one file",
        kilobytes(core.wasm.len()),
        kilobytes(page_module.wasm.len()),
        kilobytes(page.len())
    );
    let sizes = [
        ("the core", core.wasm.len(), WASM_CAP),
        ("the page's module", page_module.wasm.len(), WASM_CAP),
        ("the page", page.len(), PAGE_CAP),
    ];
    match sizes.iter().find(|(_, size, cap)| small && size > cap) {
        Some((what, size, cap)) => Err(format!("{what} has {size} bytes, more than {cap}")),
        None => Ok(()),
    }
}

/// A module and the script that wasm-bindgen has written for it.
struct Module {
    glue: String,
    wasm: Vec<u8>,
}

impl Module {
    /// Reads what Trunk has staged for the program `name`, and takes it away; makes the
    /// module as small as it can be.
    fn take(staged: &Path, name: &str, small: bool) -> Result<Self, String> {
        let glue_path = staged.join(format!("{name}.js"));
        let wasm_path = staged.join(format!("{name}_bg.wasm"));
        let glue = read(&glue_path)?;
        if small {
            optimize(&wasm_path)?;
        }
        let wasm = fs::read(&wasm_path).map_err(|e| format!("{}: {e}", wasm_path.display()))?;
        if glue.contains("externref") {
            return Err(format!(
                "the script of {name} uses reference types, which kernels before Chromium 96 refuse; \
                 is .cargo/config.toml in force?"
            ));
        }
        for path in [glue_path, wasm_path] {
            fs::remove_file(&path).map_err(|e| format!("{}: {e}", path.display()))?;
        }
        Ok(Self { glue, wasm })
    }

    /// Its script as a function that gives a new instance, not yet started.
    fn as_function(&self, name: &str) -> String {
        format!("function {name}() {{\n{}\nreturn wasm_bindgen;\n}}\n", self.glue)
    }

    /// The module as it lies in the page. Base64 makes it a third longer and deflate
    /// makes it less than half as long; `boot.js` undoes both.
    fn as_block(&self, id: &str) -> String {
        format!(
            "<script type=\"application/octet-stream\" id=\"{id}\" data-size=\"{}\">{}</script>\n",
            self.wasm.len(),
            base64(&miniz_oxide::deflate::compress_to_vec(&self.wasm, 10))
        )
    }
}

/// Runs binaryen's optimizer over a module, with the features that the compiler uses.
fn optimize(wasm: &Path) -> Result<(), String> {
    let features =
        ["bulk-memory", "bulk-memory-opt", "sign-ext", "nontrapping-float-to-int", "mutable-globals"];
    let status = Command::new("wasm-opt")
        .args(features.map(|feature| format!("--enable-{feature}")))
        .args(["-Oz", "-o"])
        .args([wasm, wasm])
        .status();
    match status {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("wasm-opt: {status}")),
        Err(error) => Err(format!("wasm-opt: {error}; .ci/setup build installs it")),
    }
}

/// The page's own policy: no request to anywhere, no script and no style but those
/// in the page.
///
/// There is no `script-src` on purpose: Chromium before 97 would read it as
/// forbidding WebAssembly. `script-src-elem` names the scripts all the same.
fn policy(scripts: &[&str], style: &str) -> String {
    let scripts: Vec<String> = scripts.iter().map(|script| hash(script)).collect();
    let directives = [
        format!("script-src-elem {}", scripts.join(" ")),
        format!("style-src {}", hash(style)),
        "connect-src 'none'; img-src data:; font-src 'none'; media-src 'none'; object-src 'none'; \
         frame-src 'none'; child-src 'none'; worker-src 'none'; manifest-src 'none'; form-action 'none'; \
         base-uri 'none'; require-trusted-types-for 'script'"
            .to_string(),
    ];
    format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">", directives.join("; "))
}

fn hash(source: &str) -> String {
    format!("'sha256-{}'", base64(&Sha256::digest(source.as_bytes())))
}

/// A text that the module reads from the page by its `id`.
fn data_block(id: &str, text: &str) -> Result<String, String> {
    refuse_ends(text)?;
    Ok(format!("<script type=\"text/plain\" id=\"{id}\">{text}</script>"))
}

/// A script as it stands between its tags.
fn inline_script(source: &str) -> Result<String, String> {
    refuse_ends(source)?;
    Ok(format!("\n{source}\n"))
}

/// Refuses what would end a script early.
fn refuse_ends(source: &str) -> Result<(), String> {
    for forbidden in ["</script", "<!--"] {
        if source.to_ascii_lowercase().contains(forbidden) {
            return Err(format!("a script of the page holds {forbidden}"));
        }
    }
    Ok(())
}

/// The glue as an ES module, for those who want the check without the page.
fn module(glue: &str, prose: &str) -> String {
    format!(
        "{glue}
// The page's script as an ES module. Nothing is mounted outside the page itself.
async function bytesOf(source) {{
  if (source !== undefined) {{ return source; }}
  const url = new URL('gouji_bg.wasm', import.meta.url);
  if (url.protocol !== 'file:' || typeof process === 'undefined') {{ return url; }}
  // Node does not fetch files.
  const fs = await import('node:fs/promises');
  return fs.readFile(url);
}}
const PROSE = `{prose}`;
let started;
export default function init(source) {{
  started = started || bytesOf(source).then((bytes) => wasm_bindgen({{ module_or_path: bytes }})).then(() => {{
    wasm_bindgen.read_prose(PROSE);
  }});
  return started;
}}
export const check = (text, options) => wasm_bindgen.check(text, options);
export const rules = (lang) => wasm_bindgen.rules(lang);
"
    )
}

/// Puts `content` where the page has the mark `name`.
fn fill(page: String, name: &str, content: &str) -> Result<String, String> {
    let mark = format!("<!--gouji:{name}-->");
    if page.matches(&mark).count() != 1 {
        return Err(format!("www/index.html must hold {mark} once"));
    }
    Ok(page.replacen(&mark, content, 1))
}

fn read(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))
}

fn write(path: &Path, content: impl AsRef<[u8]>) -> Result<(), String> {
    fs::write(path, content).map_err(|e| format!("{}: {e}", path.display()))
}

fn kilobytes(bytes: usize) -> String {
    format!("{:.1}", bytes as f64 / 1024.0)
}

fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let word =
            chunk.iter().fold(0_u32, |word, byte| word << 8 | u32::from(*byte)) << (8 * (3 - chunk.len()));
        for digit in 0..4 {
            out.push(if digit <= chunk.len() {
                DIGITS[(word >> (18 - 6 * digit)) as usize & 63] as char
            } else {
                '='
            });
        }
    }
    out
}
