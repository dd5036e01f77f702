//! The verdict in one line, and how many checks it rests on.

use gouji::{Lang, Verdict as Answer};
use yew::prelude::*;

use super::tally::Tally;
use super::view::View;
use super::words;

/// The verdict in words, as the page shows it and screen readers say it.
pub fn sentence(view: &View) -> String {
    let lang = view.lang;
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

/// The verdict line. `view` is `None` before the first check; `stale` when the text
/// has changed since.
pub fn verdict(lang: Lang, view: Option<&View>, stale: bool) -> Html {
    let Some(view) = view else {
        return html! { <p class="verdict waiting">{ words::EMPTY.get(lang) }</p> };
    };
    let (icon, mood) = match view.verdict {
        _ if view.empty => ("", "waiting"),
        Answer::Pass => ("✓", "pass"),
        Answer::Attention => ("!", "attention"),
        Answer::Fail => ("✕", "fail"),
        Answer::Unrecognized | Answer::Unread => ("?", "unrecognized"),
    };
    html! {
        <>
            <p class={classes!("verdict", mood, stale.then_some("stale"))} data-verdict={view.verdict.key()}>
                if !icon.is_empty() {
                    <span class="verdict-icon" aria-hidden="true">{ icon }</span>
                }
                <strong>{ sentence(view) }</strong>
            </p>
            if view.tally.run > 0 {
                { tally(&view.tally, lang) }
            }
            { for view.notes.iter().map(|note| html! { <p class="note">{ note }</p> }) }
        </>
    }
}

fn tally(tally: &Tally, lang: Lang) -> Html {
    let part = |class: &'static str, count: u32, word: &'static str| {
        html! { <span class={class}>{ word }{ " " }<b>{ count }</b></span> }
    };
    let counts = html! {
        <span class="tally-counts">
            { part("tally-run", tally.run, words::RUN.get(lang)) }
            { part("tally-passed", tally.passed, words::PASSED.get(lang)) }
            { part("tally-failed", tally.failed, words::FAILED.get(lang)) }
            { part("tally-unassessable", tally.unassessable, words::UNASSESSABLE.get(lang)) }
        </span>
    };
    if tally.reasons.is_empty() {
        return html! { <p class="tally">{ counts }</p> };
    }
    html! {
        <details class="tally">
            <summary title={words::REASONS.get(lang)}>{ counts }</summary>
            <ul class="reasons">
                { for tally.reasons.iter().map(|(rule, count, reason)| html! {
                    <li><code>{ *rule }</code>{ format!(" × {count} · {reason}") }</li>
                }) }
            </ul>
        </details>
    }
}
