//! The head of the page: what was recognised, samples, language, light and dark.

use gouji::Lang;
use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::element::{Element, button, element, group, words_in};
use super::samples::{SAMPLES, Sample};
use super::state::Theme;
use super::words;

/// The head. `taken_for` is organization, year and form.
pub fn head(
    lang: Lang,
    taken_for: &[String],
    theme: Theme,
    on_load: &Callback<String>,
    on_language: &Callback<Lang>,
    on_theme: &Callback<()>,
) -> Html {
    let on_sample = on_load.reform(|event: Event| {
        let select = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
        let chosen = select.as_ref().and_then(|select| select.value().parse::<usize>().ok());
        if let Some(select) = select {
            // Back to the prompt, so that the same sample can be chosen again.
            select.set_selected_index(0);
        }
        chosen.and_then(|index| SAMPLES.get(index)).map(Sample::text).unwrap_or_default()
    });
    let (other, theme_name) = match lang {
        Lang::Zh => (Lang::En, theme_name(theme).zh),
        Lang::En => (Lang::Zh, theme_name(theme).en),
    };
    let mut samples = element("select")
        .class("button")
        .set("id", "samples")
        .set("aria-label", words::SAMPLES.get(lang))
        .on_change(on_sample)
        .add(words_in("option", "", words::SAMPLE_PICK.get(lang)).set("value", "").set("selected", ""));
    for (index, sample) in SAMPLES.iter().enumerate() {
        let name = words_in("option", "", sample.name.get(lang));
        samples = samples.add(name.set("value", &index.to_string()));
    }
    let save = button("", words::SAVE.get(lang), Callback::from(|_| save_page()))
        .set("id", "save")
        .set("title", words::SAVE_TITLE.get(lang));
    let theme = words::THEME.get(lang);
    let theme = button("", &[theme, " · ", theme_name].concat(), on_theme.reform(|_| ()))
        .set("id", "theme")
        .set("title", theme);
    let language = button("", words::LANGUAGE.get(lang), on_language.reform(move |_| other))
        .set("id", "language")
        .set("lang", other.code());
    let tools = element("div").class("head-tools").add_all([samples, save, theme, language]);
    // An empty chip is drawn as nothing, so that the tools keep their place and their focus.
    let chip = element("p").class("chip").add_all(taken_for.iter().map(|part| words_in("span", "", part)));
    let chip = if taken_for.is_empty() { Html::default() } else { chip.into() };
    group(vec![chip, tools.into()])
}

fn theme_name(theme: Theme) -> gouji::Text {
    match theme {
        Theme::Auto => words::THEME_AUTO,
        Theme::Light => words::THEME_LIGHT,
        Theme::Dark => words::THEME_DARK,
    }
}

/// The page saves itself without this module (`www/boot.js`), so that it can also
/// do so when the module is dead.
fn save_page() {
    let save = js_sys::Reflect::get(&js_sys::global(), &"goujiSave".into());
    if let Some(save) = save.ok().and_then(|save| save.dyn_into::<js_sys::Function>().ok()) {
        let _ = save.call0(&wasm_bindgen::JsValue::NULL);
    }
}

/// The tools above the text.
pub fn source_tools(lang: Lang, on_clear: &Callback<()>) -> Element {
    button("quiet", words::CLEAR.get(lang), on_clear.reform(|_| ())).set("id", "clear")
}
