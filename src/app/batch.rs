//! Several reports at once: each by its name, with what came of it, and one of them
//! open. Edits of the open one are kept with it when another one is opened.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use gouji::Verdict;
use gouji::intake::taken::{Opened, Taken};
use gouji::render::view::Words;
use js_sys::JsString;
use wasm_bindgen::JsValue;
use web_sys::File;

use super::origin::Origin;
use super::session::Session;
use super::state::Action;
use super::view::Shown;
use super::{core, files, words};

/// How often what has been read is shown while more is being read, in milliseconds.
const PACE: f64 = 120.0;
/// How long reports are checked again before the page is let do something else.
const SLICE: f64 = 30.0;

/// One of several reports.
#[derive(Debug, Clone)]
pub struct Report {
    /// What it is called.
    pub origin: Origin,
    /// Its text as it was last checked; nothing where there is none.
    pub text: Option<JsString>,
    /// What came of it.
    pub outcome: Outcome,
}

/// What came of a report.
#[derive(Debug, Clone)]
pub enum Outcome {
    /// It was checked.
    Checked {
        /// The one-word answer.
        verdict: Verdict,
        /// Errors, warnings, hints.
        counts: [u32; 3],
        /// The body whose report it is.
        organization: Option<String>,
        /// The reporting year.
        year: Option<i32>,
    },
    /// There is no text, and why.
    Refused(Words),
}

impl Outcome {
    /// What a check saw.
    pub fn of(view: &Shown) -> Self {
        if view.empty {
            return Self::Refused(words::NO_TEXT.into());
        }
        Self::Checked {
            verdict: view.verdict,
            counts: view.counts,
            organization: view.organization.clone(),
            year: view.year,
        }
    }
}

/// All of them; the same as itself alone.
#[derive(Debug, Clone, Default)]
pub struct Batch(Rc<Vec<Rc<Report>>>);

impl PartialEq for Batch {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Batch {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All of them, as they came.
    pub fn reports(&self) -> &[Rc<Report>] {
        &self.0
    }

    /// The same and `more`.
    pub fn with(&self, more: Vec<Rc<Report>>) -> Self {
        let mut all = (*self.0).clone();
        all.extend(more);
        Self(Rc::new(all))
    }

    /// The same with other outcomes, each for a report of `before` that is still as it was.
    pub fn judged(&self, before: &Self, outcomes: Vec<(usize, Outcome)>) -> Self {
        let mut all = (*self.0).clone();
        for (index, outcome) in outcomes {
            let same = |report: &&mut Rc<Report>| before.0.get(index).is_some_and(|b| Rc::ptr_eq(b, report));
            if let Some(report) = all.get_mut(index).filter(same) {
                let mut judged = (**report).clone();
                judged.outcome = outcome;
                *report = Rc::new(judged);
            }
        }
        Self(Rc::new(all))
    }

    /// The same with another outcome and text of one.
    pub fn updated(&self, index: usize, text: JsString, view: &Shown) -> Self {
        let mut all = (*self.0).clone();
        if let Some(report) = all.get_mut(index) {
            let origin = report.origin.clone();
            *report = Rc::new(Report { origin, text: Some(text), outcome: Outcome::of(view) });
        }
        Self(Rc::new(all))
    }
}

/// What is still to be read, one file after the other.
#[derive(Default)]
pub struct Queue {
    /// The next one is the last.
    waiting: RefCell<Vec<Waiting>>,
    /// What was read and is not shown yet.
    read: RefCell<Vec<Rc<Report>>>,
    shown: Cell<f64>,
    running: Cell<bool>,
}

enum Waiting {
    File(File),
    Within { archive: JsValue, index: usize, name: Rc<str> },
}

impl Queue {
    fn wait(&self, waiting: impl DoubleEndedIterator<Item = Waiting>) {
        self.waiting.borrow_mut().extend(waiting.rev());
    }
}

/// Reads several files.
pub fn read_files(session: &Rc<Session>, files: Vec<File>) {
    // What was dropped before is read first.
    let before = session.queue.waiting.take();
    session.queue.wait(files.into_iter().map(Waiting::File));
    session.queue.waiting.borrow_mut().extend(before);
    begin(session);
}

/// Reads the files of an archive that has just been opened.
pub fn read_archive(session: &Rc<Session>, name: &str, archive: &JsValue, names: &[String]) {
    session.queue.wait(within(name, archive, names).into_iter());
    begin(session);
}

fn within(archive_name: &str, archive: &JsValue, names: &[String]) -> Vec<Waiting> {
    let files = names.iter().enumerate();
    let waiting = files.map(|(index, name)| Waiting::Within {
        archive: archive.clone(),
        index,
        name: [archive_name, "/", name].concat().into(),
    });
    waiting.collect()
}

fn begin(session: &Rc<Session>) {
    let left = session.queue.waiting.borrow().len();
    session.act(Action::Reading(left));
    if !session.queue.running.replace(true) {
        next(session);
    }
}

/// Reads the next one, if there is one.
fn next(session: &Rc<Session>) {
    let next = session.queue.waiting.borrow_mut().pop();
    let session = Rc::clone(session);
    match next {
        None => {
            session.queue.running.set(false);
            core::close_archive();
            session.show_read();
        }
        Some(Waiting::File(file)) => {
            let name = file.name();
            files::bytes_of(&file, move |bytes| {
                let Some(bytes) = bytes else {
                    let refused = Outcome::Refused(words::FILE_UNREADABLE.into());
                    session.arrived(Report { origin: Origin::file(&name), text: None, outcome: refused });
                    return;
                };
                let archive = bytes.clone();
                core::open_file(&bytes, move |opened| match opened {
                    Some(Opened::Several(names)) => {
                        session.queue.wait(within(&name, &archive, &names).into_iter());
                        session.show_read();
                        self::next(&session);
                    }
                    Some(Opened::One(taken)) => session.take(&name, Some(taken)),
                    None => session.take(&name, None),
                });
            });
        }
        Some(Waiting::Within { archive, index, name }) => {
            core::read_within(&archive, index, move |taken| session.take(&name, taken));
        }
    }
}

/// Checks every report that has a text again, in this order and by these settings, and
/// hands what it saw to `see`: nothing where there is no text or the core has failed. A few
/// at a time, so that the page stays at hand.
pub fn each(
    batch: Batch,
    order: Vec<usize>,
    profile: Rc<str>,
    mut see: impl FnMut(usize, &Report, Option<Shown>) + 'static,
    done: impl FnOnce() + 'static,
) {
    let mut at = 0;
    let mut done = Some(done);
    let step = move || {
        let begun = js_sys::Date::now();
        while js_sys::Date::now() - begun < SLICE {
            let Some((index, report)) = order.get(at).and_then(|index| Some((*index, batch.0.get(*index)?)))
            else {
                if let Some(done) = done.take() {
                    done();
                }
                return false;
            };
            let text = report.text.as_ref();
            let view = text.and_then(|text| core::check(text, &JsString::from(""), &profile));
            // A core that has failed is started afresh meanwhile.
            let failed = text.is_some() && view.is_none();
            see(index, report, view.map(Shown::new));
            at += 1;
            if failed {
                break;
            }
        }
        true
    };
    go_on(Box::new(step));
}

/// Calls `step` again and again, with a rest in between, until it has nothing left to do.
fn go_on(mut step: Box<dyn FnMut() -> bool>) {
    Timeout::new(0, move || {
        if step() {
            go_on(step);
        }
    })
    .forget();
}

impl Session {
    /// Has the reports that lie beside the open one checked by the settings that hold.
    pub fn judge_again(self: &Rc<Self>, batch: &Batch, current: Option<usize>) {
        let outcomes = Rc::new(RefCell::new(Vec::new()));
        let (seen, session, of) = (Rc::clone(&outcomes), Rc::clone(self), batch.clone());
        let see = move |index, _: &Report, view: Option<Shown>| {
            if let Some(view) = view.filter(|_| Some(index) != current) {
                seen.borrow_mut().push((index, Outcome::of(&view)));
            }
        };
        let done = move || session.act(Action::Judged(of, outcomes.take()));
        each(batch.clone(), (0..batch.len()).collect(), self.profile(), see, done);
    }

    /// Checks what a file held, and goes on with the next one.
    fn take(self: &Rc<Self>, name: &str, taken: Option<Taken>) {
        let (text, outcome) = match taken {
            Some(Taken::Text { text, .. }) => {
                let text = JsString::from(text);
                let view = core::check(&text, &JsString::from(""), &self.profile()).map(Shown::new);
                let failed = || Outcome::Refused(words::REPORT_FAILED.into());
                (Some(text), view.as_ref().map_or_else(failed, Outcome::of))
            }
            Some(Taken::Refused(why)) => (None, Outcome::Refused(Words::joined(std::iter::once(&why)))),
            None => (None, Outcome::Refused(words::FILE_UNREADABLE.into())),
        };
        self.arrived(Report { origin: Origin::file(name), text, outcome });
    }

    fn arrived(self: &Rc<Self>, report: Report) {
        self.queue.read.borrow_mut().push(Rc::new(report));
        let now = js_sys::Date::now();
        if now - self.queue.shown.get() > PACE {
            self.queue.shown.set(now);
            self.show_read();
        }
        // The page stays at hand between two files.
        let session = Rc::clone(self);
        Timeout::new(0, move || next(&session)).forget();
    }

    fn show_read(&self) {
        let left = self.queue.waiting.borrow().len();
        self.act(Action::Read(self.queue.read.take(), left));
    }
}
