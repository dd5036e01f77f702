//! Keys that work everywhere in the page.

use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

use super::dom;
use super::hand::Task;
use super::session::Session;
use super::state::{Action, Go};

/// Listens to the keyboard.
pub fn listen(session: &Rc<Session>) -> Option<EventListener> {
    let session = Rc::clone(session);
    let options = EventListenerOptions::enable_prevent_default();
    let document = dom::document()?;
    Some(EventListener::new_with_options(&document, "keydown", options, move |event| {
        let Some(event) = event.dyn_ref::<KeyboardEvent>().filter(|event| !event.is_composing()) else {
            return;
        };
        let control = event.ctrl_key() || event.meta_key();
        match event.key().as_str() {
            // As editors have it: on to the next problem, back to the one before.
            "F8" => {
                let in_text =
                    dom::document().and_then(|d| d.active_element()).is_some_and(|e| e.id() == "source");
                let go = if in_text { Go::Text } else { Go::Card };
                session.act(Action::Walk(!event.shift_key(), go));
            }
            "F9" => session.act(Action::ToggleReports),
            "Enter" if control => session.perform(Task::Go),
            "Escape" => {
                session.act(Action::Sheet(None));
                session.act(Action::Filling(None));
                session.act(Action::Accepting(None));
                session.act(Action::Say(None));
                dom::close_details(None);
                return;
            }
            _ => return,
        }
        event.prevent_default();
    }))
}
