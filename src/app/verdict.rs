//! The verdict in one line, and how many checks it rests on.

use gouji::render::view::Tally;
use gouji::{Lang, Verdict as Answer};
use yew::Html;

use super::element::{Element, element, group, words_in};
use super::view::Shown;
use super::words;

/// The verdict in words, as the page shows it and screen readers say it.
pub fn sentence(view: &Shown, lang: Lang) -> String {
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

/// The verdict line. `view` is `None` before the first check and after one at which
/// the core `failed`; `stale` when the text has changed since.
pub fn verdict(lang: Lang, view: Option<&Shown>, stale: bool, failed: bool) -> Html {
    let Some(view) = view else {
        if failed {
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
    let line = element("p")
        .class("verdict")
        .class(mood)
        .class_if(stale, "stale")
        .set("data-verdict", view.verdict.key())
        .add_if(icon)
        .add(words_in("strong", "", &sentence(view, lang)));
    let tally = if view.tally.run() > 0 { tally(&view.tally, lang).into() } else { Html::default() };
    let notes = view.notes.iter().map(|note| words_in("p", "note", note.get(lang)).into());
    group(vec![line.into(), tally, group(notes.collect())])
}

fn tally(tally: &Tally, lang: Lang) -> Element {
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
        part("tally-failed", tally.failed, words::FAILED),
        part("tally-unassessable", tally.unassessable, words::UNASSESSABLE),
    ]);
    if tally.reasons.is_empty() {
        return element("p").class("tally").add(counts);
    }
    let reasons = tally.reasons.iter().map(|(rule, count, reason)| {
        let words = [" × ", &count.to_string(), " · ", reason.get(lang)].concat();
        element("li").add(words_in("code", "", rule)).text(&words)
    });
    element("details")
        .class("tally")
        .add(element("summary").set("title", words::REASONS.get(lang)).add(counts))
        .add(element("ul").class("reasons").add_all(reasons))
}
