//! What is wrong, one card a finding.

use gouji::finding::{Applicability, Severity};
use yew::prelude::*;

use super::formula::sums;
use super::state::{Focus, Pane};
use super::view::{FindingView, View};
use super::words;

/// What a card can ask for.
pub struct Asks {
    /// A finding was chosen; `true` takes the user into the text.
    pub on_choose: Callback<(usize, bool)>,
    /// Another pane of a narrow window is to be shown.
    pub on_show: Callback<Pane>,
    /// A finding's fix is to be made.
    pub on_fix: Callback<usize>,
}

/// The list of findings.
pub fn findings(view: &View, focus: Option<Focus>, asks: &Asks) -> Html {
    let lang = view.lang;
    html! {
        <section class="pane findings-pane" aria-labelledby="findings-title">
            <div class="pane-head">
                <h2 class="pane-title" id="findings-title">{ words::FINDINGS.get(lang) }</h2>
                <span class="pane-count">{ view.findings.len() }</span>
            </div>
            if view.findings.is_empty() {
                <p class="nothing">{ words::NO_FINDINGS.get(lang) }</p>
            } else {
                <ol class="findings">
                    { for view.findings.iter().enumerate().map(|(index, finding)| {
                        card(view, index, finding, focus == Some(Focus::Finding(index)), asks)
                    }) }
                </ol>
            }
        </section>
    }
}

fn card(view: &View, index: usize, finding: &FindingView, chosen: bool, asks: &Asks) -> Html {
    let lang = view.lang;
    let on_choose = &asks.on_choose;
    let onclick = on_choose.reform(move |_| (index, true));
    let onfocus = on_choose.reform(move |_| (index, false));
    let onkeydown = {
        let on_choose = on_choose.clone();
        Callback::from(move |event: KeyboardEvent| {
            // Keys on the card's own buttons are theirs.
            let own = event.target() == event.current_target();
            if own && event.key() == "Enter" {
                event.prevent_default();
                on_choose.emit((index, true));
            }
        })
    };
    html! {
        <li key={finding.key.clone()}>
            <article class={classes!("finding", finding.severity.key(), chosen.then_some("chosen"))} tabindex="0"
                data-rule={finding.rule} data-severity={finding.severity.key()}
                data-cell={finding.cell.as_ref().map(|(_, id)| id.clone())}
                {onclick} {onfocus} {onkeydown}>
                <p class="finding-head">
                    <span class="severity">
                        <span class="severity-icon" aria-hidden="true">{ icon(finding.severity) }</span>
                        { finding.severity.name().get(lang) }
                    </span>
                    <span class="place">{ &finding.place }</span>
                    <code class="rule">{ finding.rule }</code>
                </p>
                <p class="message">{ &finding.message }</p>
                if chosen {
                    { details(view, index, finding, asks) }
                }
            </article>
        </li>
    }
}

fn details(view: &View, index: usize, finding: &FindingView, asks: &Asks) -> Html {
    let lang = view.lang;
    let Asks { on_show, on_fix, .. } = asks;
    let cell = view.cell_of(Focus::Finding(index));
    let show = |pane: Pane, words: &'static str| {
        html! { <button type="button" class="narrow" data-show={pane.key()} onclick={on_show.reform(move |_| pane)}>
            { words }
        </button> }
    };
    html! {
        <div class="details">
            if let Some(cell) = cell {
                { sums(view, cell, true) }
            }
            <dl>
                <dt>{ words::HOW.get(lang) }</dt><dd>{ finding.how }</dd>
                <dt>{ words::WHY.get(lang) }</dt><dd>{ finding.why }</dd>
                <dt>{ words::BASIS.get(lang) }</dt><dd>{ finding.basis }</dd>
            </dl>
            <p class="actions">
                if let Some(fix) = &finding.fix {
                    <button type="button" class="fix" onclick={on_fix.reform(move |event: MouseEvent| {
                        event.stop_propagation();
                        index
                    })}>
                        { match fix.applicability {
                            Applicability::Safe => words::APPLY_SAFE.get(lang),
                            Applicability::Review => words::APPLY_REVIEW.get(lang),
                        } }
                        { for fix.edits.iter().take(1).filter(|(_, text)| !text.is_empty()).map(|(_, text)| html! {
                            <q>{ text }</q>
                        }) }
                    </button>
                }
                if finding.span.is_some() {
                    { show(Pane::Source, words::TO_TEXT.get(lang)) }
                }
                if cell.is_some() {
                    { show(Pane::Tables, words::TO_TABLE.get(lang)) }
                }
            </p>
        </div>
    }
}

/// A severity's own mark, so that none is told by colour alone.
pub fn icon(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "✕",
        Severity::Warning => "!",
        Severity::Hint => "i",
    }
}
