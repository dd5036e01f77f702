//! Files: dropped on the page or opened, and handed out.

use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use gouji::intake::kind::Kind;
use gouji::intake::taken::{Opened, Taken};
use gouji::render::view::Words;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DragEvent, Event, File, FileList, FileReader};

use super::origin::Origin;
use super::session::Session;
use super::state::Action;
use super::{batch, core, dom, words};

/// Files over this size are not even read: no report is as long.
const CAP: f64 = 64.0 * 1024.0 * 1024.0;

/// Where a file's text goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// It is the report.
    Report,
    /// It is the report of the year before.
    Previous,
}

/// Listens to files that are dragged over the page. While one is, the style sheet
/// shows where it may be dropped.
pub fn listen(session: &Rc<Session>) -> Vec<EventListener> {
    let Some(document) = dom::document() else { return Vec::new() };
    let on = |name: &'static str, handle: fn(&Rc<Session>, &DragEvent)| {
        let session = Rc::clone(session);
        let options = EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(&document, name, options, move |event| {
            if let Some(event) = event.dyn_ref::<DragEvent>().filter(|event| holds_files(event)) {
                handle(&session, event);
            }
        })
    };
    vec![
        on("dragover", |_, event| {
            event.prevent_default();
            dom::mark_root("data-drop", "");
        }),
        on("dragleave", |_, event| {
            // Leaving one element for another inside the page is no leaving.
            if event.related_target().is_none() {
                dom::unmark_root("data-drop");
            }
        }),
        on("drop", |session, event| {
            event.prevent_default();
            dom::unmark_root("data-drop");
            let files = event.data_transfer().and_then(|data| data.files());
            let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
            let previous =
                target.is_some_and(|t| t.closest("#previous-part").is_ok_and(|part| part.is_some()));
            if let Some(files) = files {
                open(session, &files, if previous { Target::Previous } else { Target::Report });
            }
        }),
    ]
}

fn holds_files(event: &DragEvent) -> bool {
    event.data_transfer().is_some_and(|data| data.types().iter().any(|kind| kind == "Files"))
}

/// Reads a file and puts its text where it belongs, or says why it has none; several
/// files, or an archive of several, become a list to choose from.
pub fn open(session: &Rc<Session>, list: &FileList, target: Target) {
    let files: Vec<File> = (0..list.length()).filter_map(|index| list.item(index)).collect();
    match (files.first(), target) {
        (Some(_), Target::Report) if files.len() > 1 => batch::read_files(session, files),
        (Some(file), _) => open_one(session, file, target),
        (None, _) => {}
    }
}

fn open_one(session: &Rc<Session>, file: &File, target: Target) {
    if file.size() > CAP {
        session.say(words::FILE_TOO_LARGE);
        return;
    }
    let session = Rc::clone(session);
    let name = file.name();
    bytes_of(file, move |bytes| {
        let Some(bytes) = bytes else {
            session.say(words::FILE_UNREADABLE);
            return;
        };
        let archive = bytes.clone();
        core::open_file(&bytes, move |opened| match opened {
            Some(Opened::One(Taken::Text { text, notes, .. })) => {
                // Nothing is no reason to put away the text that is there.
                let empty = text.trim().is_empty();
                if !empty {
                    take(&session, &text, &name, target);
                }
                let said = if notes.is_empty() {
                    empty.then(|| words::NO_TEXT.into())
                } else {
                    Some(Words::joined(notes.iter().map(|(words, _)| words)))
                };
                session.act(Action::Say(said));
            }
            Some(Opened::Several(names)) if target == Target::Report => {
                batch::read_archive(&session, &name, &archive, &names);
            }
            Some(opened) => {
                let why = match opened {
                    Opened::One(Taken::Refused(why)) => why,
                    // For the year before one report is asked for.
                    _ => Kind::Zip.refusal().words(),
                };
                session.act(Action::Say(Some(Words::joined(std::iter::once(&why)))));
            }
            None => session.say(words::FILE_UNREADABLE),
        });
    });
}

/// Has a file's bytes; none where the browser cannot read it or it is too large.
pub fn bytes_of(file: &File, then: impl FnOnce(Option<JsValue>) + 'static) {
    let reader = FileReader::new().ok().filter(|_| file.size() <= CAP);
    let Some(reader) = reader else {
        then(None);
        return;
    };
    let done = reader.clone();
    EventListener::once(&reader, "loadend", move |_: &Event| {
        let buffer = done.result().ok().filter(|result| result.is_object());
        then(buffer.map(|buffer| js_sys::Uint8Array::new(&buffer).into()));
    })
    .forget();
    // It fails only for a reader that is reading.
    let _ = reader.read_as_array_buffer(file);
}

fn take(session: &Rc<Session>, text: &str, name: &str, target: Target) {
    match target {
        Target::Report => session.load(text, Origin::file(name)),
        Target::Previous => {
            if let Some(area) = dom::area("previous") {
                area.set_value(text);
                session.check_now();
            }
        }
    }
}

/// Hands out `text` as a file.
pub fn save(name: &str, text: &str) {
    dom::call("goujiSaveText", &[name, text]);
}
