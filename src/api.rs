//! The module's surface for JavaScript: [`check`] and [`rules`], as plain objects
//! with the same content as the command line's JSON.

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

use gouji::render::{catalogue, json, view as page_view};
use gouji::{Lang, Options};
use js_sys::JsString;

/// Checks one text. `options` is nothing or an object with `lang` (`"zh"` or `"en"`),
/// `name`, `previous` and `profile`; what is not known of it is left alone. Settings
/// that are refused are said in a note (`profile-refused`), and the defaults hold; why
/// `previous` was not compared is said in notes as well (`previous-…`).
///
/// A lone surrogate in the text counts as U+FFFD.
///
/// # Errors
/// A `TypeError` when `text` is no string or an option is of a wrong kind.
#[wasm_bindgen]
pub fn check(text: JsValue, options: JsValue) -> Result<JsValue, JsError> {
    let text = text.as_string().ok_or_else(|| JsError::new("check(text, options): text must be a string"))?;
    let lang = lang(&option(&options, "lang")?)?;
    let name = words(&options, "name")?;
    let profile = words(&options, "profile")?;
    let previous = words(&options, "previous")?;
    let asked = Options { previous: previous.as_deref(), profile: profile.as_deref() };
    let checked = gouji::check(&text, &asked);
    let origin = json::Origin { name: name.as_deref(), format: Some("text") };
    plain(&json::document(&checked, &origin, lang))
}

/// The rule catalogue in `language`: `"zh"`, `"en"` or nothing.
///
/// # Errors
/// When the language is another one.
#[wasm_bindgen]
pub fn rules(language: JsValue) -> Result<JsValue, JsError> {
    plain(&catalogue::entries(lang(&language)?))
}

/// Takes over the rules' prose from the data file that the build lays beside the
/// module; without it `message`, `why`, `how` and `basis` of a finding are empty.
#[wasm_bindgen]
pub fn read_prose(file: &str) {
    gouji::rule::prose::read_data_file(file);
}

/// What the page shows of a text, as bytes for the page's own module.
#[wasm_bindgen]
pub fn view(text: &JsString) -> Vec<u8> {
    let text = String::from(text);
    // The checked text has no byte order mark; the text area's value may.
    let shift = u32::from(text.starts_with('\u{feff}'));
    page_view::bytes(&gouji::check(&text, &Options::default()), shift)
}

/// An option by its name; undefined without options.
fn option(options: &JsValue, name: &str) -> Result<JsValue, JsError> {
    if options.is_undefined() || options.is_null() {
        return Ok(JsValue::UNDEFINED);
    }
    js_sys::Reflect::get(options, &name.into())
        .map_err(|_| JsError::new("check(text, options): options must be an object"))
}

/// An option that is a string, or nothing.
fn words(options: &JsValue, name: &str) -> Result<Option<String>, JsError> {
    match option(options, name)? {
        value if value.is_undefined() || value.is_null() => Ok(None),
        value => match value.as_string() {
            Some(words) => Ok(Some(words)),
            None => Err(JsError::new(&["options.", name, " must be a string"].concat())),
        },
    }
}

fn lang(value: &JsValue) -> Result<Lang, JsError> {
    if value.is_undefined() || value.is_null() {
        return Ok(Lang::default());
    }
    let code = value.as_string().unwrap_or_default();
    Lang::from_code(&code).ok_or_else(|| JsError::new("lang must be \"zh\" or \"en\""))
}

/// A plain object: what is absent is null, as in JSON, and maps are objects.
fn plain(value: &impl Serialize) -> Result<JsValue, JsError> {
    value.serialize(&Serializer::json_compatible()).map_err(|error| JsError::new(&error.to_string()))
}
