//! The root: one state, and a view in each host of the document.

use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use gouji::Lang;
use gouji::form::CellRef;
use yew::prelude::*;

use super::element::{group, words_in};
use super::findings::{self, findings};
use super::head::{head, source_tools};
use super::invitation::invitation;
use super::pane::{divider, tabs};
use super::session::Session;
use super::state::{Action, Focus, State};
use super::table::{self, tables};
use super::verdict::verdict;
use super::view::Shown;
use super::{dom, mirror, source, words};
use gouji::render::view::FixView;

/// The whole page.
#[component]
pub fn Page() -> Html {
    let state = use_reducer(State::default);
    let session: Rc<Session> = {
        let dispatch = state.dispatcher();
        use_memo((), move |()| Session::new(dispatch))
    };

    use_listeners(&session);
    use_language(state.lang);
    use_check_marks(&state);
    use_focus(&state);
    use_effect_with((state.theme, state.pane), |(theme, pane)| {
        dom::mark_root("data-theme", theme.key());
        dom::mark_root("data-pane", pane.key());
        mirror::redraw();
    });

    let choose = {
        let dispatch = state.dispatcher();
        use_callback((), move |(focus, enters): (Focus, bool), ()| {
            dispatch.dispatch(Action::Chose(focus, enters))
        })
    };
    let on_finding = {
        let choose = choose.clone();
        use_callback((), move |(index, enters): (usize, bool), ()| {
            choose.emit((Focus::Finding(index), enters))
        })
    };
    let on_cell = use_callback((), move |(cell, enters): (CellRef, bool), ()| {
        choose.emit((Focus::Cell(cell), enters));
    });
    let on_show = {
        let dispatch = state.dispatcher();
        use_callback((), move |pane, ()| dispatch.dispatch(Action::Show(pane)))
    };
    let on_load = {
        let session = Rc::clone(&session);
        use_callback((), move |text: String, ()| session.load(&text))
    };
    let on_fix = {
        let (session, view) = (Rc::clone(&session), state.view.clone());
        use_callback(view, move |index: usize, view| {
            let fix: Option<&FixView> =
                view.as_ref().and_then(|view: &Shown| view.finding(index)?.fix.as_ref());
            if let Some(fix) = fix {
                session.apply(fix);
            }
        })
    };
    let on_language = {
        let dispatch = state.dispatcher();
        use_callback((), move |lang, ()| dispatch.dispatch(Action::Language(lang)))
    };
    let on_theme = {
        let dispatch = state.dispatcher();
        use_callback((), move |(), ()| dispatch.dispatch(Action::NextTheme))
    };
    let on_leave = {
        let dispatch = state.dispatcher();
        use_callback((), move |(), ()| dispatch.dispatch(Action::Left))
    };

    let lang = state.lang;
    let view = state.view.as_ref();
    let taken_for = view.map(|view| taken_for(view, lang)).unwrap_or_default();
    let found = view.filter(|view| !view.empty);
    let card_asks = findings::Asks { on_choose: on_finding.clone(), on_show: on_show.clone(), on_fix };
    let table_asks = table::Asks { on_cell, on_finding, on_leave };
    let note = state.held.map(|held| {
        let words = [words::HELD.get(lang), " (", &held.length.to_string(), ")"].concat();
        words_in("p", "note", &words)
    });
    let (tables, findings) = match found {
        Some(view) => (
            tables(view, lang, state.focus, &table_asks).into(),
            findings(view, lang, state.focus, &card_asks).into(),
        ),
        None => Default::default(),
    };
    group(vec![
        host("head", head(lang, &taken_for, state.theme, &on_load, &on_language, &on_theme)),
        host("verdict", verdict(lang, view, state.stale, state.failed)),
        host("source-tools", source_tools(lang, &on_load.reform(|()| String::new())).into()),
        host("source-note", note.map_or_else(Html::default, Html::from)),
        host("invitation", invitation(lang, &on_load).into()),
        host("divider", divider(lang).into()),
        host("tabs", tabs(lang, state.pane, view.map(|view| view.counts), &on_show).into()),
        tables,
        findings,
    ])
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

/// Listens to the text area once, and says that checking can begin.
#[hook]
fn use_listeners(session: &Rc<Session>) {
    let session = Rc::clone(session);
    use_effect_with((), move |()| {
        let listeners = session.listen();
        let windows = watch_window();
        dom::mark_root("data-checks", "0");
        dom::mark_root("data-ready", "");
        // What was typed while the page was loading.
        if source::text().length() > 0 {
            session.check_now();
        }
        move || drop((listeners, windows))
    });
}

/// Marks the text again when the window's width or the system's light changes.
fn watch_window() -> Option<[EventListener; 2]> {
    let window = web_sys::window()?;
    let dark = window.match_media("(prefers-color-scheme: dark)").ok()??;
    let redraw = |_: &Event| mirror::redraw();
    Some([EventListener::new(&window, "resize", redraw), EventListener::new(&dark, "change", redraw)])
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
        if let Some(live) = dom::by_id("live") {
            live.set_text_content(Some(&super::verdict::sentence(&view, lang)));
        }
        dom::mark_root("data-checks", &checks.to_string());
        Timeout::new(0, move || mirror::draw(&view, focus)).forget();
    });
}

/// Goes to what the user chose: its words in the text, its cell in the table.
#[hook]
fn use_focus(state: &UseReducerHandle<State>) {
    let (view, focus, enters) = (state.view.clone(), state.focus, state.enters);
    use_effect_with((state.choices, focus.is_some()), move |_| {
        let Some(view) = view else { return };
        mirror::draw(&view, focus);
        let Some(focus) = focus else { return };
        if let Some(place) = view.place(focus) {
            source::select(place, enters);
        }
        if matches!(focus, Focus::Finding(_))
            && let Some(cell) = view.cell_of(focus).and_then(|cell| view.cell(cell))
            && let Some(form) = view.form()
            && let Some(drawn) = super::table::drawn(&form.cell_id(cell.cell))
        {
            dom::reveal(&drawn);
        }
        // An opened card is taller than a closed one.
        let card = dom::document().and_then(|d| d.query_selector(".finding.chosen").ok()?);
        if let Some(card) = card {
            dom::reveal(&card);
        }
    });
}
