//! What stands beside the page for those who embed it: the ES module, the custom
//! element (as a module, and as one script for a plain tag) and the frame's host side.

use crate::module::Module;

/// Where a module comes from, for Node: it does not fetch files. Bundlers look for a
/// module that is imported by its name, and for browsers there is none of that name.
const LOCAL: &str = "async function local(source) {
  if (!(source instanceof URL) || source.protocol !== 'file:' || typeof process === 'undefined') { return source; }
  const name = 'node:fs/promises';
  const fs = await import(/* webpackIgnore: true */ /* @vite-ignore */ name);
  return fs.readFile(source);
}";

/// The core as an ES module. Nothing of the page is in it, and what reads files comes
/// when the first file does.
pub fn es_module(core: &Module, prose: &str) -> String {
    let function = core.as_function("goujiCore");
    format!(
        "{function}
{LOCAL}
const PROSE = `{prose}`;
let core, started, files, readers;
// The bytes of the core and of what reads files, from beside this file unless they are
// given. Written out like this the address is one that bundlers follow. After a failure
// inside, calling it again starts a fresh core.
export default function init(source, filesSource) {{
  readers = filesSource || readers;
  started = started || local(source || new URL('./gouji_bg.wasm', import.meta.url)).then(async (bytes) => {{
    const fresh = goujiCore();
    await fresh({{ module_or_path: bytes }});
    fresh.read_prose(PROSE);
    core = fresh;
  }}).catch((error) => {{
    started = undefined;
    throw error;
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
  const taken = await (await files).read(bytes, readers);
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
{LOCAL}
let reader;
async function started(source) {{
  const bytes = await local(source || new URL('./gouji-files_bg.wasm', import.meta.url));
  const fresh = goujiFilesModule();
  await fresh({{ module_or_path: bytes }});
  return fresh;
}}
// What a file holds, for check_taken of the core. A file on which the reader fails does
// not end anything: the next one has a fresh reader.
export async function read(bytes, source) {{
  reader = reader || started(source);
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
