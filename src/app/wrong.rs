//! What to say about a finding that is wrong. Nothing is sent: the words are prepared,
//! shown, and copied by the user, with no more of the report than a few words.

use gouji::render::view::FindingView;
use yew::html;

use super::card::place;
use super::element::{Element, button, element, words_in};
use super::hand::{Hand, Task};
use super::state::State;
use super::{source, words};

/// How many characters before and after a finding's words go with it.
const AROUND: u32 = 20;

/// The words, to be read and copied.
pub fn wrong(state: &State, index: usize, hand: &Hand) -> Element {
    let lang = state.lang;
    let finding = state.view.as_ref().and_then(|view| view.finding(index));
    let words = finding.map(|finding| report(state, finding)).unwrap_or_default();
    let area = html! {
        <textarea id="wrong" rows="10" readonly=true value={words} aria-label={words::WRONG.get(lang)} />
    };
    let copy = button("", words::COPY.get(lang), hand.on_task(Task::Copy("wrong"))).set("id", "wrong-copy");
    element("div")
        .class("prose")
        .add(words_in("p", "told", words::WRONG_TOLD.get(lang)))
        .add(area)
        .add(element("p").class("actions").add(copy))
}

fn report(state: &State, finding: &FindingView) -> String {
    let Some(view) = &state.view else { return String::new() };
    let lang = state.lang;
    let mut lines = vec![
        [words::WRONG_HEAD.get(lang), " ", env!("CARGO_PKG_VERSION")].concat(),
        [&finding.rule, " · ", finding.severity.name().get(lang)].concat(),
        place(view, finding, lang),
        finding.message.get(lang).to_string(),
    ];
    if let Some(edition) = view.edition {
        lines.push(edition.name().get(lang).to_string());
    }
    if let Some([start, end]) = finding.span {
        // Very long words of a finding are cut as well.
        let end = end.min(start + 4 * AROUND);
        let before = source::piece(start.saturating_sub(AROUND), start).unwrap_or_default();
        let itself = source::piece(start, end).unwrap_or_default();
        let after = source::piece(end, end + AROUND).unwrap_or_default();
        lines.push(["…", &before, "【", &itself, "】", &after, "…"].concat());
    }
    lines.push(words::WRONG_WHY.get(lang).to_string());
    lines.join("\n")
}
