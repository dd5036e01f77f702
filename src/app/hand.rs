//! How a view has things done: what changes the page alone is an [`Action`], what
//! reaches the text, the clipboard or the store is a [`Task`].

use std::rc::Rc;

use gouji::form::{CellRef, TableKey};
use web_sys::FileList;
use yew::{Callback, MouseEvent};

use super::batch::Report;
use super::files::{self, Target};
use super::samples::Sample;
use super::session::Session;
use super::state::Action;

/// What reaches outside of the page's own state.
#[derive(Debug, Clone)]
pub enum Task {
    /// Makes a finding's fix.
    Fix(usize),
    /// Makes every fix that is certain, as one step.
    FixSafe,
    /// Writes 0 into the blank cells of a table, as one step.
    Fill(TableKey),
    /// Writes something into a cell.
    Edit(CellRef, String),
    /// Puts a sample in the place of the whole text.
    Sample(&'static Sample),
    /// Opens one of several reports, by its place among them.
    Report(usize, Rc<Report>),
    /// Takes the whole text away.
    Clear,
    /// Checks at once and goes to the first finding.
    Go,
    /// Goes to a cell of the table.
    Cell(CellRef),
    /// Copies what stands in the text area with this id.
    Copy(&'static str),
    /// Saves the page itself.
    Save,
    /// Takes over the settings that stand in their text area.
    Profile,
    /// Hands out the settings as a file.
    SaveProfile,
    /// Knows that the findings were taken away as a file.
    Taken,
    /// Forgets what is kept on this machine.
    Wipe,
}

/// A click of which a double click makes one: what the first one did may have put another
/// button under the pointer.
pub fn once(on_click: Callback<MouseEvent>) -> Callback<MouseEvent> {
    Callback::from(move |event: MouseEvent| {
        if event.detail() > 1 {
            event.stop_propagation();
        } else {
            on_click.emit(event);
        }
    })
}

/// Has things done. All hands are the same one.
#[derive(Debug, Clone)]
pub struct Hand(Rc<Session>);

impl PartialEq for Hand {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Hand {
    /// A hand that works in `session`.
    pub fn new(session: Rc<Session>) -> Self {
        Self(session)
    }

    /// Has `action` done now.
    pub fn act(&self, action: Action) {
        self.0.act(action);
    }

    /// Has `task` done now.
    pub fn perform(&self, task: Task) {
        self.0.perform(task);
    }

    /// Opens a file as the report, or several as a list of them.
    pub fn open(&self, list: &FileList) {
        files::open(&self.0, list, Target::Report);
    }

    /// A click that has `action` done.
    #[inline(never)]
    pub fn on_act(&self, action: Action) -> Callback<MouseEvent> {
        let session = Rc::clone(&self.0);
        Callback::from(move |event: MouseEvent| {
            event.stop_propagation();
            session.act(action.clone());
        })
    }

    /// A click that has `task` done.
    #[inline(never)]
    pub fn on_task(&self, task: Task) -> Callback<MouseEvent> {
        let session = Rc::clone(&self.0);
        Callback::from(move |event: MouseEvent| {
            event.stop_propagation();
            session.perform(task.clone());
        })
    }
}
