//! What stands beside the page for those who embed it: the ES module, the custom
//! element (as a module, and as one script for a plain tag) and the frame's host side.

use crate::module::Module;

/// The core as an ES module. Nothing of the page is in it, and what reads files comes
/// when the first file does.
pub fn es_module(core: &Module, prose: &str) -> String {
    let function = core.as_function("goujiCore");
    format!(
        "{function}
// A module's bytes, from beside this file unless they are given.
async function bytesOf(source, name) {{
  if (source !== undefined) {{ return source; }}
  const url = new URL(name, import.meta.url);
  if (url.protocol !== 'file:' || typeof process === 'undefined') {{ return url; }}
  // Node does not fetch files.
  const fs = await import('node:fs/promises');
  return fs.readFile(url);
}}
const PROSE = `{prose}`;
let core, started, files;
// After a failure inside, calling it again starts a fresh one.
export default function init(source) {{
  started = started || bytesOf(source, 'gouji_bg.wasm').then(async (bytes) => {{
    const fresh = goujiCore();
    await fresh({{ module_or_path: bytes }});
    fresh.read_prose(PROSE);
    core = fresh;
  }});
  return started;
}}
function called(name, ...values) {{
  if (!core) {{ throw new Error('await init() first'); }}
  try {{
    return core[name](...values);
  }} catch (error) {{
    if (error instanceof WebAssembly.RuntimeError) {{ core = started = undefined; }}
    throw error;
  }}
}}
export const check = (text, options) => called('check', text, options);
export const rules = (lang) => called('rules', lang);
export async function checkFile(bytes, name, options) {{
  files = files || import('./gouji-files.js');
  const taken = await (await files).read(bytes);
  return called('check_taken', taken, Object.assign({{}}, options, {{ name }}));
}}
"
    )
}

/// What reads files, as an ES module beside [`es_module`].
pub fn files_module(files: &Module) -> String {
    let function = files.as_function("goujiFilesModule");
    format!(
        "{function}
let reader;
async function started() {{
  const url = new URL('gouji-files_bg.wasm', import.meta.url);
  let bytes = url;
  if (url.protocol === 'file:' && typeof process !== 'undefined') {{
    bytes = await (await import('node:fs/promises')).readFile(url);
  }}
  const fresh = goujiFilesModule();
  await fresh({{ module_or_path: bytes }});
  return fresh;
}}
// What a file holds, for check_taken of the core. A file on which the reader fails does
// not end anything: the next one has a fresh reader.
export async function read(bytes) {{
  reader = reader || started();
  try {{
    return (await reader).read(new Uint8Array(bytes));
  }} catch (error) {{
    reader = undefined;
    throw error;
  }}
}}
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
