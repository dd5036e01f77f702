//! The text area's events, and when to check.
//!
//! A check follows 200 ms after the last key, at once after a paste, and never
//! while an input method is composing: a check would do no harm to the text, but
//! half-typed pinyin is not what the user wrote.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use js_sys::JsString;
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, DataTransfer, Event, InputEvent, KeyboardEvent};
use yew::UseReducerDispatcher;

use super::batch::{Queue, Report};
use super::origin::Origin;
use super::state::{Action, Focus, Go, Held, State};
use super::view::Shown;
use super::{core, dom, mirror, source};

/// How long a pause in typing lasts before the text is checked, in milliseconds.
const PAUSE: u32 = 200;

/// The text area and when to check it.
pub struct Session {
    dispatch: UseReducerDispatcher<State>,
    composing: Cell<bool>,
    pending: RefCell<Option<Timeout>>,
    /// What the last check saw.
    view: RefCell<Option<Shown>>,
    /// The settings that hold.
    profile: RefCell<Rc<str>>,
    /// Whether there is work in the text that is nowhere else.
    unsaved: Cell<bool>,
    /// What the caret was last seen on.
    caret: Cell<Option<Focus>>,
    /// Files that are still to be read.
    pub queue: Queue,
}

impl std::fmt::Debug for Session {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Session")
    }
}

impl Session {
    /// A session that tells `dispatch` what happens.
    pub fn new(dispatch: UseReducerDispatcher<State>) -> Self {
        Self {
            dispatch,
            composing: Cell::new(false),
            pending: RefCell::new(None),
            view: RefCell::new(None),
            profile: RefCell::new("".into()),
            unsaved: Cell::new(false),
            caret: Cell::new(None),
            queue: Queue::default(),
        }
    }

    /// Has the page do something.
    pub fn act(&self, action: Action) {
        self.dispatch.dispatch(action);
    }

    /// What the last check saw.
    pub fn view(&self) -> Option<Shown> {
        self.view.borrow().clone()
    }

    /// Whether closing the page would lose work.
    pub fn is_unsaved(&self) -> bool {
        self.unsaved.get()
    }

    /// Says whether closing the page would lose work: it does after an edit, and no
    /// longer once the text was cleared or its findings were taken away as a file.
    pub fn set_unsaved(&self, unsaved: bool) {
        self.unsaved.set(unsaved);
    }

    /// The settings that hold.
    pub fn profile(&self) -> Rc<str> {
        Rc::clone(&self.profile.borrow())
    }

    /// Takes over other settings and checks by them; whether they are others.
    pub fn set_profile(&self, profile: &Rc<str>) -> bool {
        if *self.profile.borrow() == *profile {
            return false;
        }
        self.profile.replace(Rc::clone(profile));
        if source::text().length() > 0 {
            self.check_now();
        }
        true
    }

    /// Checks the text as it stands.
    pub fn check_now(&self) {
        self.pending.take();
        source::hold_if_long();
        let held = source::held().map(|text| Held { length: text.length() });
        let text = source::text();
        mark_filled();
        let view = core::check(&text, &source::previous(), &self.profile.borrow()).map(Shown::new);
        self.view.replace(view.clone());
        self.act(view.map_or(Action::Failed, |view| Action::Checked(view, held, text)));
    }

    /// Checks what has been typed since the last check, if anything has, or is still being
    /// composed: it moved every place that check told of.
    pub fn catch_up(&self) {
        if self.composing.get() || self.pending.borrow().is_some() {
            self.check_now();
        }
    }

    /// Checks when the user pauses.
    pub fn check_soon(self: &Rc<Self>) {
        let session = Rc::clone(self);
        let timer = Timeout::new(PAUSE, move || session.check_now());
        // The timer that was running, if any, is dropped and never fires.
        self.pending.replace(Some(timer));
        mark_filled();
        mirror::fade();
        self.act(Action::Edited);
    }

    /// Puts a text of `origin` into the text area, as one step of its undo where it can be.
    pub fn load(&self, text: &str, origin: Origin) {
        self.act(Action::NewText(origin));
        source::release();
        source::replace_all(text);
        self.unsaved.set(false);
        self.check_now();
        source::scroll_to_top();
    }

    /// Opens one of several reports. No undo leads from one to the other: what was in the
    /// text area is kept with its report.
    pub fn open_report(&self, index: usize, report: &Rc<Report>) {
        let Some(text) = &report.text else { return };
        self.pending.take();
        self.act(Action::Report(index, Rc::clone(report), source::text()));
        source::release();
        source::set(text);
        self.check_now();
        source::scroll_to_top();
    }

    /// Listens to the text areas for as long as the result lives.
    pub fn listen(self: &Rc<Self>) -> Vec<EventListener> {
        let Some(area) = dom::text_area() else { return Vec::new() };
        let on = |name: &'static str, handle: fn(&Rc<Self>, &Event)| {
            let session = Rc::clone(self);
            EventListener::new_with_options(
                &area,
                name,
                EventListenerOptions::enable_prevent_default(),
                move |event| handle(&session, event),
            )
        };
        let mut listeners = vec![
            on("input", Self::on_input),
            on("compositionstart", |session, _| {
                session.composing.set(true);
                session.pending.take();
            }),
            on("compositionend", |session, _| session.composed()),
            // Some input methods end without saying so when the focus goes elsewhere.
            on("blur", |session, _| {
                if session.composing.get() {
                    session.composed();
                }
            }),
            on("paste", Self::on_paste),
            on("click", |session, _| session.follow_caret()),
            on("keyup", |session, event| {
                let key = event.dyn_ref::<KeyboardEvent>().map(KeyboardEvent::key).unwrap_or_default();
                let moves =
                    ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Home", "End", "PageUp", "PageDown"];
                if moves.contains(&key.as_str()) {
                    session.follow_caret();
                }
            }),
            EventListener::new(&area, "scroll", |_| mirror::follow()),
        ];
        if let Some(previous) = dom::by_id("previous") {
            let session = Rc::clone(self);
            listeners.push(EventListener::new(&previous, "input", move |_| {
                if source::text().length() > 0 {
                    session.check_soon();
                }
            }));
        }
        listeners
    }

    fn composed(self: &Rc<Self>) {
        self.composing.set(false);
        self.check_soon();
    }

    fn on_input(self: &Rc<Self>, event: &Event) {
        let input = event.dyn_ref::<InputEvent>();
        if self.composing.get() || input.is_some_and(InputEvent::is_composing) {
            self.unsaved.set(true);
            mark_filled();
            mirror::fade();
            return;
        }
        let kind = input.map(InputEvent::input_type).unwrap_or_default();
        if matches!(kind.as_str(), "insertFromPaste" | "insertFromDrop") {
            self.check_now();
            return;
        }
        // What was pasted is somewhere else too; what was typed is only here.
        self.unsaved.set(!kind.is_empty() && dom::text_area().is_some_and(|area| area.text_length() > 0));
        self.check_soon();
    }

    /// A text that would freeze the text area never gets into it.
    fn on_paste(self: &Rc<Self>, event: &Event) {
        if source::is_all_selected() {
            self.act(Action::NewText(Origin::Pasted));
            self.unsaved.set(false);
        }
        let Some(data) = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data) else {
            return;
        };
        if let Some(text) = flavour(&data, "text/plain").filter(source::is_long) {
            event.prevent_default();
            source::hold(&text);
            self.check_now();
            return;
        }
        // A table as HTML knows which cells were merged; as plain text it does not.
        let Some(markup) = flavour(&data, "text/html").filter(holds_table) else { return };
        event.prevent_default();
        let plain = flavour(&data, "text/plain");
        let session = Rc::clone(self);
        core::read_clipboard(&markup, move |text| {
            let text = text.or_else(|| plain.map(String::from));
            source::insert(&text.unwrap_or_default());
            session.check_now();
        });
    }

    /// Chooses what the caret stands on, once for each thing it comes to.
    fn follow_caret(&self) {
        let on = source::caret().zip(self.view()).and_then(|(at, view)| view.at(at));
        if self.pending.borrow().is_none()
            && self.caret.replace(on) != on
            && let Some(focus) = on
        {
            self.act(Action::Chose(focus, Go::FromText));
        }
    }
}

/// Says to the style sheet whether there is a text.
pub fn mark_filled() {
    let filled = dom::text_area().is_some_and(|area| area.text_length() > 0);
    if filled {
        dom::mark_root("data-filled", "");
    } else {
        dom::unmark_root("data-filled");
    }
}

/// One flavour of what is on the clipboard.
fn flavour(data: &DataTransfer, kind: &str) -> Option<JsString> {
    let get: js_sys::Function = js_sys::Reflect::get(data, &"getData".into()).ok()?.dyn_into().ok()?;
    get.call1(data, &kind.into()).ok()?.dyn_into().ok()
}

fn holds_table(markup: &JsString) -> bool {
    !source::is_long(markup) && (markup.includes("<table", 0) || markup.includes("<TABLE", 0))
}
