//! The module's surface for JavaScript: [`check`] and [`rules`], as plain objects
//! with the same content as the command line's JSON.

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

use gouji::intake::taken::Taken;
use gouji::note::NoteKind;
use gouji::render::{catalogue, json, view as page_view};
use gouji::{Check, Lang, Options};
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
    Asked::of(&options)?.answer("text", |options| gouji::check(&text, options))
}

/// Checks what the module that reads files made of one: the same object, with the
/// text in which its spans count as `text`.
///
/// # Errors
/// As [`check`], and when `taken` does not come from that module.
#[wasm_bindgen]
pub fn check_taken(taken: &[u8], options: JsValue) -> Result<JsValue, JsError> {
    let asked = Asked::of(&options)?;
    let (text, object) = match Taken::from_bytes(taken) {
        Some(Taken::Text { format, text, notes }) => {
            let object = asked.answer(&format, |options| gouji::check(&text, options).with_intake(notes))?;
            (text, object)
        }
        Some(Taken::Refused(words)) => {
            let object = asked.answer("", |_| Check::unread(NoteKind::Intake(words)))?;
            (String::new(), object)
        }
        None => return Err(JsError::new("checkFile: the two modules are not of one build")),
    };
    // Setting a property of a plain object does not fail.
    let _ = js_sys::Reflect::set(&object, &"text".into(), &text.into());
    Ok(object)
}

/// What the caller asks for.
struct Asked {
    lang: Lang,
    name: Option<String>,
    previous: Option<String>,
    profile: Option<String>,
}

impl Asked {
    fn of(options: &JsValue) -> Result<Self, JsError> {
        Ok(Self {
            lang: lang(&option(options, "lang")?)?,
            name: words(options, "name")?,
            previous: words(options, "previous")?,
            profile: words(options, "profile")?,
        })
    }

    /// The object for a check with these options. `format` is empty for no text at all.
    fn answer<'t>(
        &self,
        format: &str,
        check: impl FnOnce(&Options) -> Check<'t>,
    ) -> Result<JsValue, JsError> {
        let options = Options { previous: self.previous.as_deref(), profile: self.profile.as_deref() };
        let format = (!format.is_empty()).then_some(format);
        let origin = json::Origin { name: self.name.as_deref(), format };
        plain(&json::document(&check(&options), &origin, self.lang))
    }
}

/// The rule catalogue in `language`: `"zh"`, `"en"` or nothing.
///
/// # Errors
/// When the language is another one.
#[wasm_bindgen]
pub fn rules(language: JsValue) -> Result<JsValue, JsError> {
    plain(&catalogue::entries(lang(&language)?))
}

/// Takes over what people are told from the data file that the build lays beside the
/// module; without it messages, reasons and what a rule tells are empty.
#[wasm_bindgen]
pub fn read_prose(file: &str) {
    gouji::sentence::read_data_file(file);
}

/// What the page shows of a text, as bytes for the page's own module. `previous` is
/// the report of the year before and `profile` the settings; either may be empty.
#[wasm_bindgen]
pub fn view(text: &JsString, previous: String, profile: String) -> Vec<u8> {
    let text = String::from(text);
    // The checked text has no byte order mark; the text area's value may.
    let shift = u32::from(text.starts_with('\u{feff}'));
    let asked = Options { previous: given(&previous), profile: given(&profile) };
    page_view::bytes(&gouji::check(&text, &asked), shift)
}

/// Words that were entered.
fn given(words: &str) -> Option<&str> {
    (!words.trim().is_empty()).then_some(words)
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
    value
        .serialize(&Serializer::json_compatible())
        .map_err(|_| JsError::new("the result could not be made an object"))
}
