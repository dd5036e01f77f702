//! The text area's events, and when to check.
//!
//! A check follows 200 ms after the last key, at once after a paste, and never
//! while an input method is composing: a check would do no harm to the text, but
//! half-typed pinyin is not what the user wrote.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use gouji::render::view::FixView;
use js_sys::JsString;
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, Event, InputEvent};
use yew::UseReducerDispatcher;

use super::state::{Action, Held, State};
use super::view::Shown;
use super::{core, dom, mirror, source};

/// How long a pause in typing lasts before the text is checked, in milliseconds.
const PAUSE: u32 = 200;

/// The text area and when to check it.
pub struct Session {
    dispatch: UseReducerDispatcher<State>,
    composing: Cell<bool>,
    pending: RefCell<Option<Timeout>>,
}

impl Session {
    /// A session that tells `dispatch` what happens.
    pub fn new(dispatch: UseReducerDispatcher<State>) -> Self {
        Self { dispatch, composing: Cell::new(false), pending: RefCell::new(None) }
    }

    /// Checks the text as it stands.
    pub fn check_now(&self) {
        self.pending.take();
        source::hold_if_long();
        let held = source::held().map(|text| Held { length: text.length() });
        let text = source::text();
        mark_filled();
        self.dispatch.dispatch(match core::check(&text) {
            Some(view) => Action::Checked(Shown::new(view), held),
            None => Action::Failed,
        });
    }

    /// Checks when the user pauses.
    pub fn check_soon(self: &Rc<Self>) {
        let session = Rc::clone(self);
        let timer = Timeout::new(PAUSE, move || session.check_now());
        // The timer that was running, if any, is dropped and never fires.
        self.pending.replace(Some(timer));
        mark_filled();
        mirror::fade();
        self.dispatch.dispatch(Action::Edited);
    }

    /// Puts `text` into the text area, as one step of its undo where it can be.
    pub fn load(&self, text: &str) {
        source::release();
        source::replace_all(text);
        self.check_now();
        source::scroll_to_top();
    }

    /// Mends the text, as the user would by typing.
    pub fn apply(&self, fix: &FixView) {
        for ([start, end], text) in fix.edits.iter().rev() {
            source::replace(*start, *end, text);
        }
        self.check_now();
    }

    /// Listens to the text area for as long as the result lives.
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
        vec![
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
            EventListener::new(&area, "scroll", |_| mirror::follow()),
        ]
    }

    fn composed(self: &Rc<Self>) {
        self.composing.set(false);
        self.check_soon();
    }

    fn on_input(self: &Rc<Self>, event: &Event) {
        let input = event.dyn_ref::<InputEvent>();
        if self.composing.get() || input.is_some_and(InputEvent::is_composing) {
            mark_filled();
            mirror::fade();
            return;
        }
        let kind = input.map(InputEvent::input_type).unwrap_or_default();
        if matches!(kind.as_str(), "insertFromPaste" | "insertFromDrop") {
            self.check_now();
        } else {
            self.check_soon();
        }
    }

    /// A text that would freeze the text area never gets into it.
    fn on_paste(self: &Rc<Self>, event: &Event) {
        let pasted: Option<JsString> = event
            .dyn_ref::<ClipboardEvent>()
            .and_then(ClipboardEvent::clipboard_data)
            .and_then(|data| {
                js_sys::Reflect::get(&data, &"getData".into()).ok()?.dyn_into().ok().zip(Some(data))
            })
            .and_then(|(get, data): (js_sys::Function, _)| get.call1(&data, &"text/plain".into()).ok())
            .and_then(|text| text.dyn_into().ok());
        if let Some(text) = pasted.filter(source::is_long) {
            event.prevent_default();
            source::hold(&text);
            self.check_now();
        }
    }
}

fn mark_filled() {
    let filled = dom::text_area().is_some_and(|area| area.text_length() > 0);
    if filled {
        dom::mark_root("data-filled", "");
    } else {
        dom::unmark_root("data-filled");
    }
}
