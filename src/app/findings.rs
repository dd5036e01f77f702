//! What is wrong, one card a finding.

use gouji::Lang;
use gouji::finding::{Applicability, Severity};
use gouji::form::CellRef;
use gouji::render::view::FindingView;
use gouji::rule::prose;
use yew::prelude::*;

use super::element::{Element, button, element, words_in};
use super::formula::sums;
use super::state::{Focus, Pane};
use super::view::Shown;
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
pub fn findings(view: &Shown, lang: Lang, focus: Option<Focus>, asks: &Asks) -> Element {
    let head = element("div")
        .class("pane-head")
        .add(words_in("h2", "pane-title", words::FINDINGS.get(lang)).set("id", "findings-title"))
        .add(words_in("span", "pane-count", &view.findings.len().to_string()));
    let pane =
        element("section").class("pane findings-pane").set("aria-labelledby", "findings-title").add(head);
    if view.findings.is_empty() {
        return pane.add(words_in("p", "nothing", words::NO_FINDINGS.get(lang)));
    }
    let cards = view.findings.iter().enumerate().map(|(index, finding)| {
        let chosen = focus == Some(Focus::Finding(index));
        element("li").key(&finding.key).add(card(view, lang, (index, finding), chosen, asks))
    });
    pane.add(element("ol").class("findings").add_all(cards))
}

fn card(
    view: &Shown,
    lang: Lang,
    (index, finding): (usize, &FindingView),
    chosen: bool,
    asks: &Asks,
) -> Element {
    let on_choose = asks.on_choose.clone();
    let on_key = Callback::from(move |event: KeyboardEvent| {
        // Keys on the card's own buttons are theirs.
        let own = event.target() == event.current_target();
        if own && event.key() == "Enter" {
            event.prevent_default();
            on_choose.emit((index, true));
        }
    });
    let severity = element("span")
        .class("severity")
        .add(words_in("span", "severity-icon", icon(finding.severity)).set("aria-hidden", "true"))
        .text(finding.severity.name().get(lang));
    let head = element("p")
        .class("finding-head")
        .add(severity)
        .add(words_in("span", "place", &place(view, finding, lang)))
        .add(words_in("code", "rule", &finding.rule));
    let mut card = element("article")
        .class("finding")
        .class(finding.severity.key())
        .class_if(chosen, "chosen")
        .set("tabindex", "0")
        .set("data-rule", &finding.rule)
        .set("data-severity", finding.severity.key())
        .on_click(asks.on_choose.reform(move |_| (index, true)))
        .on_focus(asks.on_choose.reform(move |_| (index, false)))
        .on_key(on_key)
        .add(head)
        .add(words_in("p", "message", finding.message.get(lang)))
        .add_if(chosen.then(|| details(view, lang, (index, finding), asks)));
    if let Some((cell, form)) = finding.cell.zip(view.form()) {
        card = card.set("data-cell", &form.cell_id(cell));
    }
    card
}

/// Where it is, in words: its cell, else its line.
fn place(view: &Shown, finding: &FindingView, lang: Lang) -> String {
    let cell = |cell: CellRef| Some(view.form()?.cell_name(cell, lang));
    let line = || finding.line.map(|line| words::line(line, lang));
    finding.cell.and_then(cell).or_else(line).unwrap_or_default()
}

fn details(view: &Shown, lang: Lang, (index, finding): (usize, &FindingView), asks: &Asks) -> Element {
    let cell = view.cell_of(Focus::Finding(index));
    let mut told = element("dl");
    let rule = prose::of(&finding.rule);
    for (head, words) in [(words::HOW, rule.how), (words::WHY, rule.why), (words::BASIS, rule.basis)] {
        told = told.add(words_in("dt", "", head.get(lang))).add(words_in("dd", "", words.get(lang)));
    }
    let show = |pane: Pane, words: &'static str| {
        button("narrow", words, asks.on_show.reform(move |_| pane)).set("data-show", pane.key())
    };
    let fix = finding.fix.as_ref().map(|fix| {
        let words = match fix.applicability {
            Applicability::Safe => words::APPLY_SAFE,
            Applicability::Review => words::APPLY_REVIEW,
        };
        let on_click = asks.on_fix.reform(move |event: MouseEvent| {
            event.stop_propagation();
            index
        });
        let inserted = fix.edits.first().filter(|(_, text)| !text.is_empty());
        button("fix", words.get(lang), on_click).add_if(inserted.map(|(_, text)| words_in("q", "", text)))
    });
    let actions = element("p")
        .class("actions")
        .add_if(fix)
        .add_if(finding.span.map(|_| show(Pane::Source, words::TO_TEXT.get(lang))))
        .add_if(cell.map(|_| show(Pane::Tables, words::TO_TABLE.get(lang))));
    element("div")
        .class("details")
        .add_if(cell.map(|cell| sums(view, lang, cell, true)))
        .add(told)
        .add(actions)
}

/// A severity's own mark, so that none is told by colour alone.
pub fn icon(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "✕",
        Severity::Warning => "!",
        Severity::Hint => "i",
    }
}
