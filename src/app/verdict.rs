//! The verdict in one line, and how many checks it rests on.

use gouji::{Lang, Verdict as Answer};
use yew::prelude::*;

use super::view::{Shared, Tally, View};
use super::words;

/// What the verdict line shows.
#[derive(Properties, PartialEq)]
pub struct VerdictProps {
    /// The language.
    pub lang: Lang,
    /// The last check; `None` before the first.
    pub view: Option<Shared>,
    /// Whether the text has changed since.
    pub stale: bool,
}

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

/// The verdict line.
#[component]
pub fn Verdict(props: &VerdictProps) -> Html {
    let lang = props.lang;
    let Some(view) = &props.view else {
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
            <p class={classes!("verdict", mood, props.stale.then_some("stale"))} data-verdict={view.verdict.key()}>
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
