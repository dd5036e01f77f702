//! How to use the page.

use gouji::{Lang, Text};

use super::element::{Element, button, element, words_in};
use super::hand::Hand;
use super::state::{Action, Sheet};
use super::{proof, words};

/// The keys, and what each does.
const KEYS: [(&str, Text); 10] = [
    ("F8", words::KEY_NEXT),
    ("Shift+F8", words::KEY_BACK),
    ("Ctrl+Enter", words::KEY_CHECK),
    ("Enter", words::KEY_ENTER),
    ("↑ ↓ ← →", words::KEY_ARROWS),
    ("Enter / F2", words::KEY_EDIT),
    ("Ctrl+Z", words::KEY_UNDO),
    ("Ctrl+S", words::KEY_SAVE),
    ("F9", words::KEY_REPORTS),
    ("Esc", words::KEY_CLOSE),
];

/// What is checked, and what the page does with what it finds.
const STEPS: [Text; 6] = [
    words::HELP_PASTE,
    words::HELP_CHECKED,
    words::HELP_MEND,
    words::HELP_ACCEPT,
    words::HELP_YEAR,
    words::HELP_PRIVACY,
];

/// The help.
pub fn help(lang: Lang, hand: &Hand) -> Element {
    let steps = STEPS.map(|step| words_in("p", "", step.get(lang)));
    let proof = button("", proof::TITLE.get(lang), hand.on_act(Action::Sheet(Some(Sheet::Proof))));
    let rules = button("", words::RULES.get(lang), hand.on_act(Action::Sheet(Some(Sheet::Rules))));
    let mut keys = element("table").class("keys").add(words_in("caption", "", words::KEYS.get(lang)));
    for (key, what) in KEYS {
        let key = element("th").set("scope", "row").add(words_in("kbd", "", key));
        keys = keys.add(element("tr").add(key).add(words_in("td", "", what.get(lang))));
    }
    let states = element("dl").class("legend").add_all(legend(lang));
    element("div")
        .class("prose")
        .add_all(steps)
        .add(element("p").class("actions").add(rules).add(proof))
        .add(keys)
        .add(words_in("h3", "", words::LEGEND.get(lang)))
        .add(states)
}

/// What the tables' cells look like, and why.
fn legend(lang: Lang) -> Vec<Element> {
    let states = [
        ("blank", "", words::STATE_BLANK),
        ("inferred", "12", words::STATE_INFERRED),
        ("text", "若干", words::STATE_TEXT),
        ("unread", "?", words::STATE_UNREAD),
        ("missing", "", words::STATE_MISSING),
    ];
    let mut lines = Vec::new();
    for (state, shown, name) in states {
        let sample = element("span").class("state-sample").mixed(shown, lang).set("data-look", state);
        let sample = sample.set("aria-hidden", "true");
        lines.push(element("dt").add(sample));
        lines.push(words_in("dd", "", name.get(lang)));
    }
    lines
}
