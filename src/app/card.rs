//! One finding.

use gouji::Lang;
use gouji::finding::{Applicability, Severity};
use gouji::form::CellRef;
use gouji::render::view::{FindingView, FixView};
use gouji::rule::prose;
use wasm_bindgen::JsCast;
use web_sys::{HtmlFormElement, HtmlInputElement};
use yew::prelude::*;

use super::accept;
use super::element::{Element, button, element, words_in};
use super::formula::sums;
use super::hand::{Hand, Task, once};
use super::state::{Action, Focus, Go, Pane, Sheet};
use super::view::Shown;
use super::{hover, source, words};

/// What a card shows.
#[derive(Properties, PartialEq)]
pub struct CardProps {
    /// Whose finding it is.
    pub view: Shown,
    /// The finding's number.
    pub index: usize,
    /// The language.
    pub lang: Lang,
    /// Whether the user looks at it.
    pub chosen: bool,
    /// Whether it is open all the same: the first one is, until the user chooses.
    pub first: bool,
    /// Whether the user looks at its cell.
    pub linked: bool,
    /// Why it was accepted, if it was.
    pub reason: Option<String>,
    /// Whether a reason to accept it is asked for.
    pub accepting: bool,
    /// What does things.
    pub hand: Hand,
}

/// A card. Only a card that changes is drawn again.
#[component]
pub fn Card(props: &CardProps) -> Html {
    let CardProps { view, index, lang, chosen, first, linked, reason, hand, .. } = props;
    let (index, lang) = (*index, *lang);
    let Some(finding) = view.finding(index) else { return Html::default() };
    let on_key = {
        let hand = hand.clone();
        Callback::from(move |event: KeyboardEvent| {
            // Keys on the card's own buttons are theirs.
            let own = event.target() == event.current_target();
            if own && event.key() == "Enter" && !event.ctrl_key() {
                event.prevent_default();
                hand.act(Action::Chose(Focus::Finding(index), Go::Text));
            }
        })
    };
    let on_focus = {
        let (hand, chosen) = (hand.clone(), *chosen);
        Callback::from(move |_| {
            // Pressing a button of the mouse is no choice yet: a card that opens would
            // slip away from under the pointer before it is let go.
            if !chosen && !hover::is_pressed() {
                hand.act(Action::Chose(Focus::Finding(index), Go::Stay));
            }
        })
    };
    let severity = element("span")
        .class("severity")
        .add(words_in("span", "severity-icon", icon(finding.severity)).set("aria-hidden", "true"))
        .text(finding.severity.name().get(lang));
    let rule = rule_button(&finding.rule, lang, hand);
    let [place_id, message_id] = ["place-", "message-"].map(|id| [id, &index.to_string()].concat());
    let head = element("p")
        .class("finding-head")
        .set("id", &place_id)
        .add(words_in("span", "number", &(index + 1).to_string()))
        .add(severity)
        .add(element("span").class("place").mixed(&place(view, finding, lang), lang))
        .add_if(reason.as_ref().map(|_| words_in("span", "accepted-mark", words::ACCEPTED.get(lang))))
        .add(rule);
    let mut card =
        element("article")
            .class("finding")
            .class(finding.severity.key())
            .class_if(*chosen, "chosen")
            .class_if(*linked, "linked")
            .class_if(reason.is_some(), "accepted")
            .set("tabindex", "0")
            .set("aria-labelledby", &[&*place_id, " ", &message_id].concat())
            .set("data-finding", &index.to_string())
            .set("data-rule", &finding.rule)
            .set("data-severity", finding.severity.key())
            .on_click(once(hand.on_act(Action::Chose(Focus::Finding(index), Go::Text))))
            .on_focus(on_focus)
            .on_key(on_key)
            .add(head)
            .add(element("p").class("message").set("id", &message_id).mixed(finding.message.get(lang), lang))
            .add_if(reason.as_ref().map(|reason| {
                words_in("p", "reason", words::REASON.get(lang)).add(words_in("bdi", "", reason))
            }))
            .add_if((*chosen || *first).then(|| details(props, finding)));
    if let Some((cell, form)) = finding.cell.zip(view.form()) {
        card = card.set("data-cell", &form.cell_id(cell));
    }
    card.into()
}

/// A rule's code, which leads to its page.
pub fn rule_button(code: &str, lang: Lang, hand: &Hand) -> Element {
    button("rule", code, hand.on_act(Action::Sheet(Some(Sheet::Rule(code.into())))))
        .set("title", words::RULE_PAGE.get(lang))
}

/// Where it is, in words: its cell, else its line.
pub fn place(view: &Shown, finding: &FindingView, lang: Lang) -> String {
    let cell = |cell: CellRef| Some(view.form()?.cell_name(cell, lang));
    let line = || finding.line.map(|line| words::line(line, lang));
    finding.cell.and_then(cell).or_else(line).unwrap_or_default()
}

fn details(props: &CardProps, finding: &FindingView) -> Element {
    let CardProps { view, index, lang, hand, .. } = props;
    let (index, lang) = (*index, *lang);
    let cell = view.cell_of(Focus::Finding(index));
    let mut told = element("dl");
    let rule = prose::of(&finding.rule);
    for (head, words) in [(words::HOW, rule.how), (words::WHY, rule.why), (words::BASIS, rule.basis)] {
        told = told.add(words_in("dt", "", head.get(lang))).add(element("dd").mixed(words.get(lang), lang));
    }
    let show = |pane: Pane, words: &'static str| {
        button("narrow", words, hand.on_act(Action::Show(pane))).set("data-show", pane.key())
    };
    let accept = match props.reason {
        Some(_) => (words::UNACCEPT, Action::Unaccept(index)),
        None => (words::ACCEPT, Action::Accepting(Some(index))),
    };
    let act = |class: &'static str, (words, action): (gouji::Text, Action)| {
        button(class, words.get(lang), once(hand.on_act(action)))
    };
    let wrong = act("wrong", (words::WRONG, Action::Sheet(Some(Sheet::Wrong(index)))));
    let actions = element("p")
        .class("actions")
        .add_if(finding.fix.as_ref().map(|fix| fix_button(index, fix, lang, hand)))
        .add_if(finding.span.map(|_| show(Pane::Source, words::TO_TEXT.get(lang))))
        .add_if(cell.map(|_| show(Pane::Tables, words::TO_TABLE.get(lang))))
        .add(act("accept", accept))
        .add(wrong);
    element("div")
        .class("details")
        .add_if(cell.map(|cell| sums(view, lang, cell, true, hand)))
        .add(told)
        .add_if(finding.fix.as_ref().and_then(|fix| preview(fix, lang)))
        .add(actions)
        .add_if(props.accepting.then(|| reason_form(index, lang, hand)))
}

fn fix_button(index: usize, fix: &FixView, lang: Lang, hand: &Hand) -> Element {
    let words = match fix.applicability {
        Applicability::Safe => words::APPLY_SAFE,
        Applicability::Review => words::APPLY_REVIEW,
    };
    button("fix", words.get(lang), once(hand.on_task(Task::Fix(index))))
}

/// What a fix would change: the words that go and those that come.
fn preview(fix: &FixView, lang: Lang) -> Option<Element> {
    /// More edits than this are counted and not shown.
    const SHOWN: usize = 3;
    let mut line = words_in("p", "preview", words::CHANGE.get(lang));
    for ([start, end], words) in fix.edits.iter().take(SHOWN) {
        let before = source::piece(*start, (*end).min(*start + 40))?;
        let change = element("bdi").set("lang", "zh");
        let gone = (!before.is_empty()).then(|| words_in("del", "", &before));
        let come = (!words.is_empty()).then(|| words_in("ins", "", words));
        line = line.add(change.add_if(gone).add_if(come)).text(" ");
    }
    let more = fix.edits.len().saturating_sub(SHOWN);
    Some(line.add_if((more > 0).then(|| words_in("span", "", &["+", &more.to_string()].concat()))))
}

/// Asks why a finding is accepted.
fn reason_form(index: usize, lang: Lang, hand: &Hand) -> Element {
    let stay = Callback::from(|event: MouseEvent| event.stop_propagation());
    let on_submit = {
        let hand = hand.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let form: Option<HtmlFormElement> = event.target().and_then(|target| target.dyn_into().ok());
            let input = form.and_then(|form| form.query_selector("input").ok()?);
            let words = input.and_then(|input| input.dyn_into::<HtmlInputElement>().ok()).map(|i| i.value());
            if let Some(reason) = words.and_then(|words| accept::reason(&words)) {
                hand.act(Action::Accept(index, reason));
            }
        })
    };
    let input = element("input")
        .class("reason-input")
        .set("required", "")
        .set("autocomplete", "off")
        .set("maxlength", &accept::REASON_CAP.to_string());
    let label = words_in("label", "", words::WHY_ACCEPT.get(lang)).add(input);
    let send = words_in("button", "", words::ACCEPT_NOW.get(lang)).set("type", "submit");
    let leave = button("", words::CANCEL.get(lang), hand.on_act(Action::Accepting(None)));
    element("form").class("reason-form").on_click(stay).on_submit(on_submit).add(label).add(send).add(leave)
}

/// A severity's own mark, so that none is told by colour alone.
pub fn icon(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "✕",
        Severity::Warning => "!",
        Severity::Hint => "i",
    }
}
