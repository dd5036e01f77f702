//! The root: one state, and a view in each host of the document.

use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use gouji::{Lang, Verdict};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use yew::prelude::*;

use super::element::{close_button, element, group, words_in};
use super::findings::findings;
use super::hand::Hand;
use super::head::{head, source_tools};
use super::invitation::invitation;
use super::pane::{Border, divider, tabs};
use super::session::Session;
use super::settings::previous;
use super::sheet::sheet;
use super::state::{Action, Focus, Go, State};
use super::table::{Looks, drawn, tables};
use super::verdict::{sentence, verdict};
use super::view::Shown;
use super::{dom, files, hover, keys, mirror, proof, source, store, words};

/// The whole page.
#[component]
pub fn Page() -> Html {
    let state = use_reducer(State::default);
    let session: Rc<Session> = {
        let dispatch = state.dispatcher();
        use_memo((), move |()| Session::new(dispatch))
    };
    let hand = Hand::new(Rc::clone(&session));

    use_listeners(&session);
    use_language(state.lang);
    use_check_marks(&state);
    use_focus(&state);
    use_sheet(&state);
    use_store(&state, &session);
    use_effect_with((state.theme, state.pane, state.previous), |(theme, pane, previous)| {
        dom::mark_root("data-theme", theme.key());
        dom::mark_root("data-pane", pane.key());
        if *previous {
            dom::mark_root("data-previous", "");
        } else {
            dom::unmark_root("data-previous");
        }
        mirror::redraw();
    });
    use_effect_with(state.previous, |previous| {
        if *previous {
            dom::focus("#previous");
        }
    });
    use_effect_with(state.editing, |editing| {
        if editing.is_some() {
            dom::focus_and_select(".cell-input");
        }
    });
    use_effect_with(state.accepting, |accepting| {
        if accepting.is_some() {
            dom::focus(".reason-input");
        }
    });

    let lang = state.lang;
    let view = state.view.as_ref();
    let taken_for = view.map(|view| taken_for(view, lang)).unwrap_or_default();
    let found = view.filter(|view| !view.empty);
    let note = state.held.map(|held| {
        let checked = view.is_some_and(|view| view.verdict != Verdict::Unread);
        words_in("p", "note", &words::held(held.length, checked, lang))
    });
    let said = state.said.as_ref().map(|said| {
        let close = close_button(words::CLOSE.get(lang), hand.on_act(Action::Say(None)));
        element("p").class("said").set("role", "status").text(said.get(lang)).add(close)
    });
    let looks = Looks { focus: state.focus, editing: state.editing, filling: state.filling };
    let (tables, border, findings) = match found {
        Some(view) => (
            tables(view, lang, looks, &hand).into(),
            divider(Border::Findings, lang, &hand).into(),
            findings(&state, view, &hand).into(),
        ),
        None => (hint(lang), Html::default(), Html::default()),
    };
    group(vec![
        host("head", head(&state, &taken_for, &hand)),
        host("verdict", verdict(&state, &hand)),
        host("privacy-proof", proof::link(&state, &hand).into()),
        host("said", said.map_or_else(Html::default, Html::from)),
        host("source-tools", source_tools(&state, &hand)),
        host("source-note", note.map_or_else(Html::default, Html::from)),
        host("invitation", invitation(lang, &hand).into()),
        host("previous-note", previous(&state).into()),
        host("divider", divider(Border::Text, lang, &hand).into()),
        host("tabs", tabs(lang, state.pane, view.map(|view| view.counts), &hand).into()),
        host("sheet", sheet(&state, &hand)),
        findings,
        border,
        tables,
    ])
}

/// What stands in the place of the results before there are any.
fn hint(lang: Lang) -> Html {
    words_in("p", "result-hint", words::RESULT_HINT.get(lang)).into()
}

/// What the text was taken for: organization, year, form.
fn taken_for(view: &Shown, lang: Lang) -> Vec<String> {
    let year = view.year.map(|year| words::year(year, lang));
    let edition = view.edition.map(|edition| edition.name().get(lang).to_string());
    [view.organization.clone(), year, edition].into_iter().flatten().collect()
}

/// Draws into one of the document's hosts.
#[inline(never)]
fn host(id: &str, content: Html) -> Html {
    dom::by_id(id).map_or_else(Html::default, |host| yew::create_portal(content, host))
}

/// Listens to the document once, and says that checking can begin.
#[hook]
fn use_listeners(session: &Rc<Session>) {
    let session = Rc::clone(session);
    use_effect_with((), move |()| {
        let mut listeners = session.listen();
        listeners.extend(files::listen(&session));
        listeners.extend(keys::listen(&session));
        listeners.extend(watch_window(&session).into_iter().flatten());
        let shown = Rc::clone(&session);
        listeners.extend(hover::listen(move || shown.view()));
        dom::mark_root("data-checks", "0");
        if let Some(kept) = store::load() {
            session.act(Action::Kept(kept));
        }
        dom::mark_root("data-ready", "");
        // What was typed while the page was loading.
        if source::text().length() > 0 {
            session.check_now();
        }
        move || drop(listeners)
    });
}

/// Marks the text again when its pane's size or the system's light changes, and asks
/// before work is lost.
fn watch_window(session: &Rc<Session>) -> Option<[EventListener; 2]> {
    let window = web_sys::window()?;
    let dark = window.match_media("(prefers-color-scheme: dark)").ok()??;
    if let Some(paper) = dom::text_area().and_then(|area| area.parent_element()) {
        // It watches as long as the page is there.
        let redraw = Closure::<dyn Fn()>::new(mirror::redraw).into_js_value();
        if let Ok(observer) = web_sys::ResizeObserver::new(redraw.unchecked_ref()) {
            observer.observe(&paper);
        }
    }
    let redraw = |_: &Event| mirror::redraw();
    let session = Rc::clone(session);
    let options = EventListenerOptions::enable_prevent_default();
    let leave = EventListener::new_with_options(&window, "beforeunload", options, move |event| {
        if session.is_unsaved() {
            event.prevent_default();
            // Browsers before 2023 ask only when this is set.
            let _ = js_sys::Reflect::set(event, &"returnValue".into(), &"".into());
        }
    });
    Some([EventListener::new(&dark, "change", redraw), leave])
}

/// Speaks the chosen language.
#[hook]
fn use_language(lang: Lang) {
    use_effect_with(lang, move |lang| {
        dom::mark_root("lang", lang.code());
        if let Some(area) = dom::text_area() {
            area.set_placeholder(words::PLACEHOLDER.get(*lang));
        }
    });
}

/// After a check has been drawn: says so to scripts and, once, to screen readers,
/// and marks the text. The marks wait until the verdict has been painted.
#[hook]
fn use_check_marks(state: &UseReducerHandle<State>) {
    let (view, focus, lang) = (state.view.clone(), state.focus, state.lang);
    use_effect_with(state.checks, move |checks| {
        let Some(view) = view else { return };
        dom::say(&sentence(&view, lang), lang);
        dom::mark_root("data-checks", &checks.to_string());
        Timeout::new(0, move || mirror::draw(&view, focus)).forget();
    });
}

/// Goes to what the user chose: its words in the text, its cell in the table, its card.
#[hook]
fn use_focus(state: &UseReducerHandle<State>) {
    let (view, focus, go, lang) = (state.view.clone(), state.focus, state.go, state.lang);
    use_effect_with((state.choices, focus.is_some()), move |_| {
        let Some(view) = view else { return };
        mirror::look(&view, focus);
        let Some(focus) = focus else { return };
        if let Some(place) = view.place(focus).filter(|_| go != Go::FromText) {
            source::select(place, go == Go::Text);
        }
        let cell = view.cell_of(focus).zip(view.form()).and_then(|(cell, form)| drawn(&form.cell_id(cell)));
        if let Some(cell) = &cell {
            dom::reveal(cell);
        }
        // An opened card is taller than a closed one.
        let card = dom::document().and_then(|d| d.query_selector(".finding.chosen, .finding.linked").ok()?);
        if let Some(card) = card {
            dom::reveal(&card);
        }
        match go {
            Go::Card => drop(dom::focus(".finding.chosen")),
            Go::Cell => drop(dom::focus("td.chosen")),
            Go::Stay | Go::Text | Go::FromText => {}
        }
        // A card that has the focus is read out; words in the text are not enough.
        if let (Go::Text, Focus::Finding(index)) = (go, focus)
            && let Some(finding) = view.finding(index)
        {
            dom::say(finding.message.get(lang), lang);
        }
    });
}

/// Goes into a sheet that has been opened, and back to what opened it.
#[hook]
fn use_sheet(state: &UseReducerHandle<State>) {
    let opener = use_mut_ref(|| None::<web_sys::HtmlElement>);
    use_effect_with(state.sheet.clone(), move |sheet| {
        if sheet.is_some() {
            if opener.borrow().is_none() {
                opener.replace(dom::active());
            }
            // In a list, back to where the user left it.
            let at = dom::focus(".sheet [aria-current]");
            if at.is_none() {
                dom::focus("#sheet-title");
            }
        } else if let Some(opener) = opener.take()
            && dom::focus_is_lost()
        {
            let _ = opener.focus();
        }
    });
}

/// Keeps what the user wants kept, and has the settings hold.
#[hook]
fn use_store(state: &UseReducerHandle<State>, session: &Rc<Session>) {
    let kept = (
        state.keeps,
        (state.lang, state.theme, state.filter.group, state.resized),
        (Rc::clone(&state.profile), Rc::clone(&state.accepted), Rc::clone(&state.elsewhere)),
    );
    let state = state.clone();
    let session = Rc::clone(session);
    use_effect_with(kept, move |(keeps, ..)| {
        if session.set_profile(&state.profile) && !state.batch.is_empty() {
            session.judge_again(&state.batch, state.current);
        }
        if *keeps && !store::save(&state) {
            session.act(Action::Keep(false));
            session.say(words::NOT_STORED);
        }
    });
}
