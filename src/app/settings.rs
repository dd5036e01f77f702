//! Settings, and what is kept on this machine.

use yew::html;

use super::element::{Element, button, element, words_in};
use super::hand::{Hand, Task};
use super::state::{Action, Sheet, State};
use super::{source, words};

/// The settings.
pub fn settings(state: &State, hand: &Hand) -> Element {
    let lang = state.lang;
    let keeps = if state.keeps { "true" } else { "false" };
    let keep = button("", words::KEEP.get(lang), hand.on_act(Action::Keep(!state.keeps)))
        .set("id", "keep")
        .set("aria-pressed", keeps)
        .add(words_in("b", "", if state.keeps { " ✓" } else { "" }));
    let wipe = button("", words::WIPE.get(lang), hand.on_task(Task::Wipe)).set("id", "wipe");
    let profile = state.profile.to_string();
    // What is entered stays the field's own until it is applied.
    let area = html! {
        <textarea id="profile" rows="8" spellcheck="false" autocomplete="off" defaultvalue={profile}
            placeholder={words::PROFILE_EXAMPLE.get(lang)} aria-describedby="profile-told" />
    };
    let label = words_in("label", "", words::PROFILE.get(lang)).set("for", "profile");
    let told = words_in("p", "told", words::PROFILE_TOLD.get(lang)).set("id", "profile-told");
    let apply =
        button("", words::PROFILE_APPLY.get(lang), hand.on_task(Task::Profile)).set("id", "profile-apply");
    let save =
        button("", words::PROFILE_SAVE.get(lang), hand.on_task(Task::SaveProfile)).set("id", "profile-save");
    let rules = button("", words::RULES.get(lang), hand.on_act(Action::Sheet(Some(Sheet::Rules))));
    // What the core says of the settings it was given.
    let notes = state.view.iter().flat_map(|view| &view.notes);
    let about = notes.filter(|(code, _)| code.starts_with("profile"));
    let about = about.map(|(code, words)| {
        let refused = if code == "profile" { "note" } else { "note refused" };
        words_in("p", refused, words.get(lang)).set("role", "status")
    });
    element("div")
        .class("prose")
        .add(words_in("h3", "", words::PROFILE.get(lang)))
        .add(told)
        .add(label.class("unseen"))
        .add(area)
        .add(element("p").class("actions").add(apply).add(save).add(rules))
        .add_all(about)
        .add(words_in("h3", "", words::KEEPING.get(lang)))
        .add(words_in("p", "told", words::KEEP_TOLD.get(lang)))
        .add(element("p").class("actions").add(keep).add(wipe))
}

/// The head of the pane for last year's report, and what came of the comparison.
pub fn previous(state: &State) -> Element {
    let lang = state.lang;
    let mut notes = state.view.iter().flat_map(|view| &view.notes);
    let given = source::previous().length() > 0;
    let about = match notes.find(|(code, _)| code.starts_with("previous")) {
        Some((_, words)) => words.get(lang),
        None if given && state.view.as_ref().is_some_and(|view| !view.empty) => words::COMPARED.get(lang),
        None => words::PREVIOUS_TOLD.get(lang),
    };
    words_in("p", "told", about)
}
