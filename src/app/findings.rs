//! What is wrong: the filters, and the findings on their shelves.

use gouji::finding::Severity;
use gouji::form::section::SectionKey;
use gouji::rule::prose;
use gouji::{Lang, Verdict};
use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::card::{Card, icon};
use super::element::{Element, button, element, words_in};
use super::filter::{Count, Filter, Group, SEVERITIES, Shelf, ShelfKey};
use super::hand::{Hand, Task};
use super::mend::safe_edits;
use super::state::{Action, Focus, State};
use super::view::Shown;
use super::words;

/// The list of findings.
pub fn findings(state: &State, view: &Shown, hand: &Hand) -> Element {
    let (lang, filter) = (state.lang, &state.filter);
    let count = Filter::count(view, &state.accepted);
    let shelves = filter.shelves(view, &state.accepted);
    let shown: usize = shelves.iter().map(|shelf| shelf.items.len()).sum();
    let safe = safe_edits(view).len();
    let mend = (safe > 0).then(|| {
        button("fix-all", &words::fix_all(safe, lang), hand.on_task(Task::FixSafe))
            .set("title", words::FIX_ALL_TITLE.get(lang))
    });
    let title = words_in("h2", "pane-title", words::FINDINGS.get(lang))
        .set("id", "findings-title")
        .set("tabindex", "-1");
    let head = element("div")
        .class("pane-head findings-head")
        .add(title)
        .add(filters(filter, &count, lang, hand))
        .add(groups(filter.group, lang, hand))
        .add_if(mend);
    // What takes the findings away, as a file or copied, belongs at the end of this head.
    let pane =
        element("section").class("pane findings-pane").set("aria-labelledby", "findings-title").add(head);
    if view.findings.is_empty() {
        let checked = !matches!(view.verdict, Verdict::Unrecognized | Verdict::Unread);
        let nothing = if checked { words::NO_FINDINGS } else { words::NOT_CHECKED };
        return pane.add(words_in("p", "nothing", nothing.get(lang)));
    }
    let mut list = element("div").class("findings");
    let mut left = filter.limit;
    let mut unshown: Vec<bool> = vec![true; view.findings.len()];
    // The first problem is open until one is chosen.
    let first = state.focus.is_none().then(|| shelves.first()?.items.first().copied()).flatten();
    for shelf in &shelves {
        let folded = filter.folded.contains(&shelf.key);
        if shelf.key != ShelfKey::All {
            list = list.add(shelf_head(shelf, folded, lang, hand));
        }
        let drawn = if folded { 0 } else { shelf.items.len().min(left) };
        left -= drawn;
        shelf.items.iter().take(drawn).for_each(|index| unshown[*index] = false);
        let cards = shelf.items.iter().take(drawn).map(|index| card(state, view, *index, first, hand));
        let key = title_of(&shelf.key, Lang::Zh);
        list = list.add(element("ol").key(&key).class("shelf").add_all(cards));
    }
    let folded: usize = shelves
        .iter()
        .filter(|shelf| filter.folded.contains(&shelf.key))
        .map(|shelf| shelf.items.len())
        .sum();
    let undrawn = (shown - folded).saturating_sub(filter.limit);
    let more = (undrawn > 0).then(|| button("more", &words::more(undrawn, lang), hand.on_act(Action::More)));
    // Scripts find every finding in the page, those that are not shown as well.
    let rest = (0..view.findings.len()).filter(|index| unshown[*index]).take(left);
    let rest = element("ol")
        .class("unshown")
        .set("hidden", "")
        .add_all(rest.map(|index| card(state, view, index, None, hand)));
    pane.add(list.add_if(more)).add_if(hidden(filter, &count, shown, lang, hand)).add(rest)
}

fn card(state: &State, view: &Shown, index: usize, first: Option<usize>, hand: &Hand) -> Element {
    let finding = &view.findings[index];
    let on = |focus| state.focus == Some(focus);
    let reason = state.accepted.iter().find(|other| other.is(finding)).map(|other| other.reason.clone());
    element("li").key(&finding.key).add(html! {
        <Card view={view.clone()} {index} lang={state.lang} chosen={on(Focus::Finding(index))} first={first == Some(index)}
            linked={finding.cell.is_some_and(|cell| on(Focus::Cell(cell)))} {reason}
            accepting={state.accepting == Some(index)} hand={hand.clone()} />
    })
}

/// Buttons that show and hide findings, each with its count.
fn filters(filter: &Filter, count: &Count, lang: Lang, hand: &Hand) -> Element {
    let toggle = |pressed: bool, mark: &'static str, name: &str, count: u32, action: Action| {
        button("filter", "", hand.on_act(action))
            .set("aria-pressed", if pressed { "true" } else { "false" })
            .add(words_in("span", "severity-icon", mark).set("aria-hidden", "true"))
            .add(words_in("span", "filter-name", name))
            .add(words_in("b", "", &count.to_string()))
    };
    let mut group =
        element("div").class("filters").set("role", "group").set("aria-label", words::FILTER.get(lang));
    for (index, severity) in SEVERITIES.into_iter().enumerate() {
        let name = severity.name().get(lang);
        let act = Action::Severity(index);
        let button = toggle(filter.severities[index], icon(severity), name, count.open[index], act);
        group = group.add(button.class(severity.key()).set("data-filter", severity.key()));
    }
    let accepted = (count.accepted > 0).then(|| {
        toggle(filter.accepted, "✓", words::ACCEPTED.get(lang), count.accepted, Action::ShowAccepted)
            .set("data-filter", "accepted")
    });
    group.add_if(accepted)
}

/// What findings are put together by.
fn groups(group: Group, lang: Lang, hand: &Hand) -> Element {
    let hand = hand.clone();
    let on_change = Callback::from(move |event: Event| {
        if let Some(select) = event.target().and_then(|t| t.dyn_into::<HtmlSelectElement>().ok()) {
            hand.act(Action::Group(Group::from_key(&select.value())));
        }
    });
    let mut select = element("select")
        .class("button")
        .set("id", "group")
        .set("aria-label", words::GROUP.get(lang))
        .on_change(on_change);
    for other in Group::ALL {
        let name = match other {
            Group::Severity => words::BY_SEVERITY,
            Group::Rule => words::BY_RULE,
            Group::Place => words::BY_PLACE,
            Group::Text => words::BY_TEXT,
        };
        let option = words_in("option", "", name.get(lang)).set("value", other.key());
        select = select.add(if other == group { option.set("selected", "") } else { option });
    }
    select
}

fn shelf_head(shelf: &Shelf, folded: bool, lang: Lang, hand: &Hand) -> Element {
    let class = match shelf.key {
        ShelfKey::Severity(severity) => severity.key(),
        _ => "",
    };
    let fold = button("fold", "", hand.on_act(Action::Fold(shelf.key.clone())))
        .set("aria-expanded", if folded { "false" } else { "true" })
        .add(element("span").mixed(&title_of(&shelf.key, lang), lang))
        .add(words_in("span", "pane-count", &shelf.items.len().to_string()));
    element("h3")
        .key(&["head ", &title_of(&shelf.key, Lang::Zh)].concat())
        .class("shelf-head")
        .class(class)
        .add(fold)
}

fn title_of(key: &ShelfKey, lang: Lang) -> String {
    match key {
        ShelfKey::All => String::new(),
        ShelfKey::Severity(severity) => severity.name().get(lang).to_string(),
        ShelfKey::Rule(code) => [code, " ", prose::of(code).what.get(lang)].concat(),
        ShelfKey::Place(None) => words::WHOLE.get(lang).to_string(),
        ShelfKey::Place(Some(index)) => {
            let section = SectionKey::ALL[usize::from(*index) % SectionKey::ALL.len()].section();
            match lang {
                Lang::Zh => [section.number, "、", section.title.zh].concat(),
                Lang::En => section.title.en.to_string(),
            }
        }
    }
}

/// How many findings the filters hide, never silently.
fn hidden(filter: &Filter, count: &Count, shown: usize, lang: Lang, hand: &Hand) -> Option<Element> {
    let open = |index: usize| if filter.severities[index] { 0 } else { count.open[index] };
    let accepted = if filter.accepted { 0 } else { count.accepted };
    let hidden =
        [open(Severity::Error as usize), open(Severity::Warning as usize), open(Severity::Hint as usize)];
    let words = words::hidden(hidden, accepted, lang)?;
    let line = element("p").class("hidden-count");
    let line = if shown == 0 { line.text(words::NOTHING_SHOWN.get(lang)).text(" ") } else { line };
    let show = button("quiet", words::SHOW_ALL.get(lang), hand.on_act(Action::ShowAll)).set("id", "show-all");
    Some(line.text(&words).text(" ").add(show))
}
