//! The head of the page: what was recognised, samples, language, light and dark.

use gouji::Lang;
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::element::{Element, button, element, group, words_in};
use super::hand::{Hand, Task};
use super::samples::SAMPLES;
use super::state::{Action, Sheet, State, Theme};
use super::{export, source, words};

/// The head. `taken_for` is organization, year and form.
pub fn head(state: &State, taken_for: &[String], hand: &Hand) -> Html {
    let lang = state.lang;
    let on_sample = {
        let hand = hand.clone();
        Callback::from(move |event: Event| {
            let select = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
            let Some(select) = select else { return };
            let chosen = select.value().parse::<usize>().ok().and_then(|index| SAMPLES.get(index));
            // Back to the prompt, so that the same sample can be chosen again.
            select.set_selected_index(0);
            if let Some(sample) = chosen {
                hand.perform(Task::Sample(sample));
            }
        })
    };
    let other = match lang {
        Lang::Zh => Lang::En,
        Lang::En => Lang::Zh,
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
    let save = button("", words::SAVE.get(lang), hand.on_task(Task::Save))
        .set("id", "save")
        .set("title", words::SAVE_TITLE.get(lang));
    let theme = words::THEME.get(lang);
    let theme_name = theme_name(state.theme).get(lang);
    let theme = button("", &[theme, " · ", theme_name].concat(), hand.on_act(Action::NextTheme))
        .set("id", "theme")
        .set("title", theme);
    let language = button("", words::LANGUAGE.get(lang), hand.on_act(Action::Language(other)))
        .set("id", "language")
        .set("lang", other.code());
    let sheet = |id: &'static str, name: gouji::Text, sheet: Sheet| {
        let open = state.sheet.as_ref() == Some(&sheet);
        let next = (!open).then_some(sheet);
        button("", name.get(lang), hand.on_act(Action::Sheet(next)))
            .set("id", id)
            .set("aria-expanded", if open { "true" } else { "false" })
    };
    let tools = element("div").class("head-tools").add_all([
        samples,
        opener(lang, hand),
        sheet("export", export::TITLE, Sheet::Export),
        save,
        sheet("settings", words::SETTINGS, Sheet::Settings),
        theme,
        language,
        sheet("help", words::HELP, Sheet::Help),
    ]);
    // An empty chip is drawn as nothing, so that the tools keep their place and their focus.
    let chip = element("p")
        .class("chip")
        .set("title", &taken_for.join(" · "))
        .add_all(taken_for.iter().map(|part| element("span").mixed(part, lang)));
    let chip = if taken_for.is_empty() { Html::default() } else { chip.into() };
    group(vec![chip, tools.into()])
}

/// Opens a file. The field itself is not seen; its label is drawn as a button.
fn opener(lang: Lang, hand: &Hand) -> Element {
    let hand = hand.clone();
    let on_change = Callback::from(move |event: Event| {
        let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        let Some(input) = input else { return };
        if let Some(files) = input.files() {
            hand.open(&files);
        }
        // So that the same file can be opened again.
        input.set_value("");
    });
    let input = element("input")
        .class("unseen")
        .set("type", "file")
        .set("multiple", "")
        .set("id", "file")
        .on_change(on_change);
    words_in("label", "button", words::OPEN.get(lang)).set("title", words::OPEN_TITLE.get(lang)).add(input)
}

fn theme_name(theme: Theme) -> gouji::Text {
    match theme {
        Theme::Auto => words::THEME_AUTO,
        Theme::Light => words::THEME_LIGHT,
        Theme::Dark => words::THEME_DARK,
    }
}

/// The tools above the text.
pub fn source_tools(state: &State, hand: &Hand) -> Html {
    let lang = state.lang;
    // It counts when its pane is closed as well.
    let given = source::previous().length() > 0;
    let previous = button("quiet", words::PREVIOUS.get(lang), hand.on_act(Action::Previous))
        .set("id", "previous-open")
        .set("aria-controls", "previous-part")
        .set("aria-expanded", if state.previous { "true" } else { "false" })
        .add_if(given.then(|| words_in("b", "", " ✓")));
    let clear = button("quiet", words::CLEAR.get(lang), hand.on_task(Task::Clear)).set("id", "clear");
    let name = state.origin.file_name().filter(|_| state.view.as_ref().is_some_and(|view| !view.empty));
    let name = name.map(|name| {
        // Of a file in folders the last part tells most.
        let last = name.rsplit('/').next().unwrap_or(name);
        element("span").class("source-name").set("title", name).add(element("bdi").mixed(last, lang))
    });
    let count = state.batch.len();
    let reports = (count > 0).then(|| {
        let open = state.sheet == Some(Sheet::Reports);
        let next = (!open).then_some(Sheet::Reports);
        button("quiet", words::REPORTS.get(lang), hand.on_act(Action::Sheet(next)))
            .set("id", "reports-open")
            .set("title", words::KEY_REPORTS.get(lang))
            .set("aria-expanded", if open { "true" } else { "false" })
            .add(words_in("span", "pane-count", &count.to_string()))
    });
    group(vec![
        name.map_or_else(Html::default, Html::from),
        reports.map_or_else(Html::default, Html::from),
        previous.into(),
        clear.into(),
    ])
}
