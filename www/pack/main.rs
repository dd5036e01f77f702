//! Trunk's last step: makes `index.html` one file that needs no other, writes what
//! portals embed beside it, and refuses both when they have grown too big.
//!
//! Trunk calls it after a build with the directory it has staged; what this
//! program leaves there becomes `dist/`.

mod faces;
mod inventory;
mod module;
mod policy;

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use sha2::{Digest, Sha256};

use module::Module;
use policy::Allowed;

/// The largest core, in bytes as it is loaded. The aim is 400 KB; until that is reached
/// this is lowered with every gain and raised for nothing but new rules.
const CORE_CAP: usize = 431 * 1024;
/// The largest module of the page.
const PAGE_MODULE_CAP: usize = 400 * 1024;
/// The largest that the readers of files may be, which are loaded when one comes.
const FILES_CAP: usize = 344 * 1024;
/// The largest page with everything in it.
const PAGE_CAP: usize = 1100 * 1024;
/// The largest page without the readers of files.
const FIRST_CAP: usize = 900 * 1024;
/// The samples of `www/samples`, by the names under which the page has them.
const SAMPLES: [&str; 4] = ["faulty-2021", "clean-2021", "faulty-2019", "clean-2019"];

/// What goes into `dist/` as it stands in `www/`, with the policy's hashes filled in.
const COPIES: [(&str, &str); 11] = [
    ("gouji.d.ts", "gouji.d.ts"),
    ("embed/host.js", "gouji-frame.js"),
    ("embed/host.d.ts", "gouji-frame.d.ts"),
    ("manifest.webmanifest", "manifest.webmanifest"),
    ("icon.svg", "icon.svg"),
    ("examples/module.html", "examples/module.html"),
    ("examples/element.html", "examples/element.html"),
    ("examples/frame.html", "examples/frame.html"),
    ("policy/nginx.conf", "policy/nginx.conf"),
    ("policy/apache.conf", "policy/apache.conf"),
    ("policy/old-kernels.txt", "policy/old-kernels.txt"),
];

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
    let page_module = Module::take(&staged, "gouji", small, &[])?;
    // The functions that are called most get the numbers that are written shortest. That is a
    // hundredth of a module as it is loaded, but packed it is longer, so only of the one that is
    // near its limit.
    let core = Module::take(&staged, "gouji-module", small, &["--reorder-functions"])?;
    let files = Module::take(&staged, "gouji-files", small, &[])?;

    let inflate = read(&www.join("inflate.js"))?;
    let early = inline_script(&read(&www.join("early.js"))?)?;
    let code = inline_script(&format!(
        "{}{}{}{inflate}{}{}{}",
        core.as_function("goujiCore"),
        files.as_function("goujiFilesModule"),
        page_module.as_function("goujiPageModule"),
        read(&www.join("embed/frame.js"))?,
        read(&www.join("take.js"))?,
        read(&www.join("boot.js"))?
    ))?;
    let style = format!("\n{}", read(&www.join("style.css"))?);
    if style.contains("</style") {
        return Err("style.css holds </style".into());
    }
    let page = read(&staged.join("index.html"))?;
    let allowed = Allowed::new(&[&early, &code], &style);
    let page = fill(page, "policy", &allowed.own())?;
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
            "{}{}{}<script id=\"code\">{code}</script>",
            core.as_block("core"),
            files.as_block("files"),
            page_module.as_block("page")
        ),
    )?;

    write(&staged.join("index.html"), &page)?;
    write(&staged.join("gouji.js"), faces::es_module(&core, &prose))?;
    write(&staged.join("gouji_bg.wasm"), &core.wasm)?;
    write(&staged.join("gouji-files.js"), faces::files_module(&files))?;
    write(&staged.join("gouji-files_bg.wasm"), &files.wasm)?;
    // Only to be looked at: the page has it inside.
    write(&staged.join("page_bg.wasm"), &page_module.wasm)?;
    let element = read(&www.join("embed/element.js"))?;
    write(&staged.join("gouji-element.js"), faces::element_module(&element))?;
    write(&staged.join("gouji-check.js"), faces::element_script(&core, &prose, &inflate, &element))?;
    for (from, to) in COPIES {
        let to = staged.join(to);
        fs::create_dir_all(to.parent().unwrap_or(&staged)).map_err(|e| format!("{}: {e}", to.display()))?;
        write(&to, allowed.fill(&read(&www.join(from))?))?;
    }
    let version = hex(&Sha256::digest(page.as_bytes())[..8]);
    write(&staged.join("sw.js"), fill(read(&www.join("sw.js"))?, "version", &version)?)?;
    write(&staged.join("package.json"), package())?;
    write(&staged.join("PACKAGES.tsv"), inventory::packages()?)?;
    write(&staged.join("SHA256SUMS"), sums(&staged)?)?;
    println!(
        "pack: core {} KB, readers of files {} KB, page's module {} KB, page {} KB in one file",
        kilobytes(core.wasm.len()),
        kilobytes(files.wasm.len()),
        kilobytes(page_module.wasm.len()),
        kilobytes(page.len())
    );
    let sizes = [
        ("the core", core.wasm.len(), CORE_CAP),
        ("the page's module", page_module.wasm.len(), PAGE_MODULE_CAP),
        ("the module that reads files", files.wasm.len(), FILES_CAP),
        ("the page", page.len(), PAGE_CAP),
        ("the page without the readers of files", page.len() - files.packed().len(), FIRST_CAP),
    ];
    match sizes.iter().find(|(_, size, cap)| small && size > cap) {
        Some((what, size, cap)) => Err(format!("{what} has {size} bytes, more than {cap}")),
        None => Ok(()),
    }
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

/// Puts `content` where the page has the mark `name`.
fn fill(page: String, name: &str, content: &str) -> Result<String, String> {
    let mark = format!("<!--gouji:{name}-->");
    if page.matches(&mark).count() != 1 {
        return Err(format!("{mark} must stand there once"));
    }
    Ok(page.replacen(&mark, content, 1))
}

fn read(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))
}

fn write(path: &Path, content: impl AsRef<[u8]>) -> Result<(), String> {
    fs::write(path, content).map_err(|e| format!("{}: {e}", path.display()))
}

/// What npm wants to know of the package.
fn package() -> String {
    format!(
        r#"{{
  "name": "gouji",
  "version": "{}",
  "description": "Checks 政府信息公开工作年度报告 (annual reports on government information disclosure) in the browser",
  "license": "MIT OR Apache-2.0",
  "type": "module",
  "main": "./gouji.js",
  "types": "./gouji.d.ts",
  "exports": {{
    ".": {{ "types": "./gouji.d.ts", "default": "./gouji.js" }},
    "./element": "./gouji-element.js",
    "./frame": {{ "types": "./gouji-frame.d.ts", "default": "./gouji-frame.js" }},
    "./gouji-check.js": "./gouji-check.js",
    "./gouji_bg.wasm": "./gouji_bg.wasm",
    "./gouji-files_bg.wasm": "./gouji-files_bg.wasm",
    "./package.json": "./package.json"
  }},
  "sideEffects": ["./gouji-element.js", "./gouji-check.js"],
  "files": ["gouji.js", "gouji.d.ts", "gouji_bg.wasm", "gouji-files.js", "gouji-files_bg.wasm", "gouji-element.js", "gouji-check.js", "gouji-frame.js", "gouji-frame.d.ts", "index.html", "examples", "policy", "PACKAGES.tsv"]
}}
"#,
        env!("CARGO_PKG_VERSION")
    )
}

/// A line a file, as `sha256sum --check` reads it.
fn sums(directory: &Path) -> Result<String, String> {
    let mut files = Vec::new();
    list(directory, &mut files)?;
    files.sort();
    let mut lines = String::new();
    for file in files {
        let bytes = fs::read(&file).map_err(|e| format!("{}: {e}", file.display()))?;
        let name = file.strip_prefix(directory).unwrap_or(&file).display();
        let _ = writeln!(lines, "{}  {name}", hex(&Sha256::digest(bytes)));
    }
    Ok(lines)
}

fn list(directory: &Path, files: &mut Vec<PathBuf>) -> Result<(), String> {
    let entries = fs::read_dir(directory).map_err(|e| format!("{}: {e}", directory.display()))?;
    for entry in entries.flatten() {
        let path = entry.path();
        if path.is_dir() {
            list(&path, files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
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
