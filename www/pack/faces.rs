//! What stands beside the page for those who embed it: the ES module, the custom
//! element (as a module, and as one script for a plain tag) and the frame's host side.

use crate::module::Module;

/// The core as an ES module. Nothing of the page is in it.
pub fn es_module(core: &Module, prose: &str) -> String {
    let glue = &core.glue;
    format!(
        "{glue}
// The core as an ES module.
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

/// The custom element as an ES module beside [`es_module`].
pub fn element_module(element: &str) -> String {
    format!(
        "import init, {{ check }} from './gouji.js';
{element}
goujiDefineElement(() => init().then(() => ({{ check }})));
"
    )
}

/// The custom element as one script that needs no other file: for a plain script tag,
/// from any origin and from disk.
pub fn element_script(core: &Module, prose: &str, inflate: &str, element: &str) -> String {
    let (function, packed, size) = (core.as_function("goujiCore"), core.packed(), core.wasm.len());
    format!(
        "(function () {{
{function}{inflate}{element}
var compiled;
goujiDefineElement(function () {{
  compiled = compiled || WebAssembly.compile(goujiBytes('{packed}', {size}));
  return compiled.then(function (module) {{
    var fresh = goujiCore();
    return fresh({{ module_or_path: module }}).then(function () {{
      fresh.read_prose(`{prose}`);
      return fresh;
    }});
  }});
}});
}}());
"
    )
}
