//! The wasm modules of a build and the scripts that wasm-bindgen has written for them.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::{base64, read};

/// A module and the script that wasm-bindgen has written for it.
pub struct Module {
    /// The script.
    pub glue: String,
    /// The module.
    pub wasm: Vec<u8>,
}

impl Module {
    /// Reads what Trunk has staged for the program `name`, and takes it away; makes the
    /// module as small as it can be, with the optimizer's passes `last` at the end.
    pub fn take(staged: &Path, name: &str, small: bool, last: &[&str]) -> Result<Self, String> {
        let glue_path = staged.join(format!("{name}.js"));
        let wasm_path = staged.join(format!("{name}_bg.wasm"));
        let glue = read(&glue_path)?;
        if small {
            optimize(&wasm_path, last)?;
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
    pub fn as_function(&self, name: &str) -> String {
        format!("function {name}() {{\n{}\nreturn wasm_bindgen;\n}}\n", self.glue)
    }

    /// The module as it lies in the page. Base64 makes it a third longer and deflate
    /// makes it less than half as long.
    pub fn as_block(&self, id: &str) -> String {
        format!(
            "<script type=\"application/octet-stream\" id=\"{id}\" data-size=\"{}\">{}</script>\n",
            self.wasm.len(),
            self.packed()
        )
    }

    /// The module deflated and in base64; `inflate.js` undoes both.
    pub fn packed(&self) -> String {
        base64(&miniz_oxide::deflate::compress_to_vec(&self.wasm, 10))
    }
}

/// Runs binaryen's optimizer over a module, with the features that the compiler uses, and the
/// passes `last` after all others.
fn optimize(wasm: &Path, last: &[&str]) -> Result<(), String> {
    let features =
        ["bulk-memory", "bulk-memory-opt", "sign-ext", "nontrapping-float-to-int", "mutable-globals"];
    let status = Command::new("wasm-opt")
        .args(features.map(|feature| format!("--enable-{feature}")))
        // Nothing of Rust's lies in the first kilobyte, so that an offset may move into the
        // instruction that loads; a function of four instructions is no longer than its call;
        // and code laid flat, twice over, is structured anew, more tightly.
        .args(["--low-memory-unused", "--always-inline-max-function-size", "4", "-Oz"])
        .args(["--flatten", "--rereloop", "-Oz", "--flatten", "--rereloop", "-Oz", "-Oz"])
        .args(last)
        .arg("-o")
        .args([wasm, wasm])
        .status();
    match status {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("wasm-opt: {status}")),
        Err(error) => Err(format!("wasm-opt: {error}; .ci/setup build installs it")),
    }
}
