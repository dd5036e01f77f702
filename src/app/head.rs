//! The head of the page: what was recognised, samples, language, light and dark.

use gouji::Lang;
use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

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
    html! {
        <>
            if !taken_for.is_empty() {
                <p class="chip">
                    { for taken_for.iter().map(|part| html! { <span>{ part }</span> }) }
                </p>
            }
            <div class="head-tools">
                <select class="button" id="samples" aria-label={words::SAMPLES.get(lang)} onchange={on_sample}>
                    <option value="" selected={true}>{ words::SAMPLE_PICK.get(lang) }</option>
                    { for SAMPLES.iter().enumerate().map(|(index, sample)| html! {
                        <option value={index.to_string()}>{ sample.name.get(lang) }</option>
                    }) }
                </select>
                <button type="button" id="save" title={words::SAVE_TITLE.get(lang)} onclick={|_| save_page()}>
                    { words::SAVE.get(lang) }
                </button>
                <button type="button" id="theme" onclick={on_theme.reform(|_| ())}
                    title={words::THEME.get(lang)}>
                    { format!("{} · {theme_name}", words::THEME.get(lang)) }
                </button>
                <button type="button" id="language" lang={other.code()} onclick={on_language.reform(move |_| other)}>
                    { words::LANGUAGE.get(lang) }
                </button>
            </div>
        </>
    }
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
pub fn source_tools(lang: Lang, on_clear: &Callback<()>) -> Html {
    html! {
        <button type="button" id="clear" class="quiet" onclick={on_clear.reform(|_| ())}>
            { words::CLEAR.get(lang) }
        </button>
    }
}
