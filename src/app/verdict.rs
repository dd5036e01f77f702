//! The verdict in one line, and how many checks it rests on.

use gouji::render::view::Tally;
use gouji::{Lang, Verdict as Answer};
use yew::Html;

use super::card::rule_button;
use super::element::{Element, button, element, group, words_in};
use super::hand::Hand;
use super::state::{Action, Go, State};
use super::view::Shown;
use super::{source, words};

/// The verdict in words, as the page shows it and screen readers say it.
pub fn sentence(view: &Shown, lang: Lang) -> String {
    if view.empty && source::text().length() > 0 {
        return words::ONLY_SPACE.get(lang).to_string();
    }
    if view.empty {
        return words::EMPTY.get(lang).to_string();
    }
    let [errors, warnings, hints] = view.counts;
    match view.verdict {
        Answer::Unrecognized => words::UNRECOGNIZED.get(lang).to_string(),
        Answer::Unread => words::UNREAD.get(lang).to_string(),
        Answer::Pass if hints > 0 => {
            let hints = words::counts([0, 0, hints], lang);
            format!("{} · {hints}", words::PASS.get(lang))
        }
        Answer::Pass => words::PASS.get(lang).to_string(),
        Answer::Attention | Answer::Fail => words::counts([errors, warnings, hints], lang),
    }
}

/// The verdict line: what the core said, how much of it was accepted, and how many
/// checks it rests on.
pub fn verdict(state: &State, hand: &Hand) -> Html {
    let lang = state.lang;
    let Some(view) = &state.view else {
        if state.failed {
            return words_in("p", "verdict fail", words::CORE_FAILED.get(lang)).set("role", "alert").into();
        }
        return words_in("p", "verdict waiting", words::EMPTY.get(lang)).into();
    };
    let (icon, mood) = match view.verdict {
        _ if view.empty => ("", "waiting"),
        Answer::Pass => ("✓", "pass"),
        Answer::Attention => ("!", "attention"),
        Answer::Fail => ("✕", "fail"),
        Answer::Unrecognized | Answer::Unread => ("?", "unrecognized"),
    };
    let icon = (!icon.is_empty()).then(|| words_in("span", "verdict-icon", icon).set("aria-hidden", "true"));
    let accepted = state.accepted_here().len();
    let go = (!view.findings.is_empty()).then(|| {
        button("quiet go", words::GO.get(lang), hand.on_act(Action::Walk(true, Go::Card)))
            .set("title", words::KEY_NEXT.get(lang))
    });
    let line = element("p")
        .class("verdict")
        .class(mood)
        .class_if(state.stale, "stale")
        .set("data-verdict", view.verdict.key())
        .add_if(icon)
        .add(words_in("strong", "", &sentence(view, lang)))
        .add_if((accepted > 0).then(|| words_in("span", "accepted-count", &words::accepted(accepted, lang))))
        .add_if(go);
    let tally = if view.tally.run() > 0 { tally(&view.tally, lang, hand).into() } else { Html::default() };
    // What is said of the settings and of last year's report stands beside them.
    let own = |code: &str| !code.starts_with("previous");
    let notes = view.notes.iter().filter(|(code, _)| own(code));
    let notes = notes.map(|(_, words)| element("p").class("note").mixed(words.get(lang), lang).into());
    group(vec![line.into(), tally, group(notes.collect())])
}

fn tally(tally: &Tally, lang: Lang, hand: &Hand) -> Element {
    let part = |class: &'static str, count: u32, words: gouji::Text| {
        element("span").class(class).text(words.get(lang)).text(" ").add(words_in(
            "b",
            "",
            &count.to_string(),
        ))
    };
    let counts = element("span").class("tally-counts").add_all([
        part("tally-run", tally.run(), words::RUN),
        part("tally-passed", tally.passed, words::PASSED),
        part("tally-failed", tally.failed, words::FAILED).set("title", words::FAILED_TITLE.get(lang)),
        part("tally-unassessable", tally.unassessable, words::UNASSESSABLE),
    ]);
    if tally.reasons.is_empty() {
        return element("p").class("tally").add(counts);
    }
    let reasons = tally.reasons.iter().map(|(rule, count, reason)| {
        let words = [&words::checks(*count as usize, lang), " · ", reason.get(lang)].concat();
        element("li").add(rule_button(rule, lang, hand)).text(&words)
    });
    element("details")
        .class("tally")
        .add(element("summary").set("title", words::REASONS.get(lang)).add(counts))
        .add(element("ul").class("reasons").add_all(reasons))
}
