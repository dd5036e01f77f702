//! What lies over the results: help, rules, settings. It is no dialog that takes the
//! page away: the text and the results stay within reach.

use gouji::Lang;
use yew::{Callback, Html};

use super::element::{Element, close_button, element, words_in};
use super::hand::Hand;
use super::state::{Action, Sheet, State};
use super::{export, help, proof, reports, rules, settings, words, wrong};

/// The sheet that is open.
pub fn sheet(state: &State, hand: &Hand) -> Html {
    let lang = state.lang;
    let Some(open) = &state.sheet else { return Html::default() };
    let (title, body) = match open {
        Sheet::Help => (words::HELP, help::help(lang, hand)),
        Sheet::Proof => (proof::TITLE, proof::proof(state, hand)),
        Sheet::Reports => (words::REPORTS, reports::list(state, hand)),
        Sheet::Rules => (words::RULES, rules::list(lang, hand)),
        Sheet::Rule(code) => (words::RULE, rules::page(code, state, hand)),
        Sheet::Export => (export::TITLE, export::export(state, hand)),
        Sheet::Settings => (words::SETTINGS, settings::settings(state, hand)),
        Sheet::Wrong(index) => (words::WRONG, wrong::wrong(state, *index, hand)),
    };
    let frame = frame(title.get(lang), body, lang, hand);
    if *open == Sheet::Reports {
        return frame.class("wide").on_key(Callback::from(reports::walk)).into();
    }
    frame.into()
}

fn frame(title: &str, body: Element, lang: Lang, hand: &Hand) -> Element {
    let close = close_button(words::CLOSE.get(lang), hand.on_act(Action::Sheet(None)));
    let head = element("div")
        .class("pane-head")
        .add(words_in("h2", "sheet-title", title).set("id", "sheet-title").set("tabindex", "-1"))
        .add(close);
    element("section").class("sheet").set("aria-labelledby", "sheet-title").add(head).add(
        element("div")
            .class("sheet-body")
            .set("tabindex", "0")
            .set("role", "group")
            .set("aria-labelledby", "sheet-title")
            .add(body),
    )
}
