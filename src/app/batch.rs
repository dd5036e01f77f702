//! Several reports at once: each by its name, with what came of it, and one of them
//! open. Edits of the open one are kept with it when another one is opened.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use gouji::finding::Severity;
use gouji::intake::taken::{Opened, Taken};
use gouji::render::view::Words;
use gouji::{Lang, Verdict};
use js_sys::JsString;
use wasm_bindgen::JsValue;
use web_sys::File;

use super::card::icon;
use super::element::{Element, button, element, words_in};
use super::hand::{Hand, Task};
use super::origin::Origin;
use super::session::Session;
use super::state::{Action, State};
use super::verdict::sentence;
use super::view::Shown;
use super::{core, files, words};

/// How often what has been read is shown while more is being read, in milliseconds.
const PACE: f64 = 120.0;

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
        /// The verdict in words, Chinese and English.
        sentence: [String; 2],
        /// The body and the year, in both languages as well.
        taken_for: [String; 2],
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
        let taken_for = |lang| {
            let year = view.year.map(|year| words::year(year, lang)).unwrap_or_default();
            [view.organization.as_deref().unwrap_or_default(), " ", &year].concat().trim().to_string()
        };
        Self::Checked {
            verdict: view.verdict,
            sentence: [Lang::Zh, Lang::En].map(|lang| sentence(view, lang)),
            taken_for: [Lang::Zh, Lang::En].map(taken_for),
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

    /// The same and `more`.
    pub fn with(&self, more: Vec<Rc<Report>>) -> Self {
        let mut all = (*self.0).clone();
        all.extend(more);
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

impl Session {
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

/// The list of them, in a sheet.
pub fn list(state: &State, hand: &Hand) -> Element {
    let lang = state.lang;
    let reports = &state.batch.0;
    let mut items = element("ol").class("reports");
    let mut counts = [0; 5];
    for (index, report) in reports.iter().enumerate() {
        counts[rank(&report.outcome)] += 1;
        items = items.add(item(index, report, state, hand));
    }
    let left = match state.reading {
        0 => String::new(),
        left => words::still_reading(left, lang),
    };
    let summary = words::reports(reports.len(), counts, lang);
    let forget = (state.reading == 0)
        .then(|| button("", words::FORGET_REPORTS.get(lang), hand.on_act(Action::ForgetReports)));
    element("div")
        .class("prose")
        .add(words_in("p", "reports-summary", &[&summary, &*left].concat()).set("role", "status"))
        .add(words_in("p", "told", words::REPORTS_TOLD.get(lang)))
        .add(items)
        .add(element("p").class("actions").add_if(forget.map(|button| button.set("id", "reports-forget"))))
}

/// Which of the counts an outcome belongs to: errors, warnings, passed, no report, not read.
fn rank(outcome: &Outcome) -> usize {
    match outcome {
        Outcome::Checked { verdict: Verdict::Fail, .. } => 0,
        Outcome::Checked { verdict: Verdict::Attention, .. } => 1,
        Outcome::Checked { verdict: Verdict::Pass, .. } => 2,
        Outcome::Checked { verdict: Verdict::Unrecognized, .. } => 3,
        Outcome::Checked { verdict: Verdict::Unread, .. } | Outcome::Refused(_) => 4,
    }
}

fn item(index: usize, report: &Rc<Report>, state: &State, hand: &Hand) -> Element {
    let lang = state.lang;
    let (mark, mood) = match rank(&report.outcome) {
        0 => (icon(Severity::Error), "error"),
        1 => (icon(Severity::Warning), "warning"),
        2 => ("✓", "pass"),
        _ => ("?", ""),
    };
    let mark = words_in("span", "severity-icon", mark).set("aria-hidden", "true");
    let name =
        element("span").class("report-name").add(element("bdi").mixed(&report.origin.name(lang), lang));
    let told = element("span").class("report-told");
    let told = match &report.outcome {
        Outcome::Checked { sentence, taken_for, .. } => {
            let at = usize::from(lang == Lang::En);
            let between = if taken_for[at].is_empty() { "" } else { " · " };
            told.mixed(&[&taken_for[at], between, &sentence[at]].concat(), lang)
        }
        Outcome::Refused(why) => told.mixed(why.get(lang), lang),
    };
    let open = state.current == Some(index);
    let item = element("li").class("report").class(mood).class_if(open, "open");
    if report.text.is_none() {
        return item.add(element("p").class("report-line").add(mark).add(name).add(told));
    }
    let on_click = hand.on_task(Task::Report(index, Rc::clone(report)));
    let line = button("report-line", "", on_click).set("data-report", &index.to_string());
    let line = if open { line.set("aria-current", "true") } else { line };
    item.add(line.add(mark).add(name).add(told))
}
