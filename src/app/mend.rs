//! What a [`Task`] does. Every change of the text is one step of the text area's own
//! undo, however many places it changes.

use std::rc::Rc;

use gouji::finding::Applicability;
use gouji::form::{CellRef, TableKey};
use gouji::order;
use gouji::render::view::Place;
use gouji::report::CellState;

use super::hand::Task;
use super::origin::Origin;
use super::session::Session;
use super::state::{Action, Focus, Go};
use super::view::Shown;
use super::{dom, files, source, store, words};

/// What is replaced, and by what.
pub type Edits = Vec<(Place, String)>;

impl Session {
    /// Does something that reaches outside of the page's own state.
    pub fn perform(&self, task: Task) {
        let before = self.view();
        if matches!(task, Task::Fix(_) | Task::FixSafe | Task::Fill(_) | Task::Edit(..)) {
            self.catch_up();
        }
        let view = self.view();
        match task {
            Task::Fix(index) => {
                // What was typed meanwhile may have given it another number.
                let key = before.and_then(|view| Some(view.finding(index)?.key.clone()));
                let fix = view.and_then(|view| {
                    view.findings.iter().find(|finding| Some(&finding.key) == key.as_ref())?.fix.clone()
                });
                self.mend(fix.map(|fix| fix.edits).unwrap_or_default());
            }
            Task::FixSafe => self.mend(view.map(|view| safe_edits(&view)).unwrap_or_default()),
            Task::Fill(table) => {
                self.mend(view.map(|view| fill_edits(&view, table)).unwrap_or_default());
            }
            Task::Edit(cell, value) => {
                let Some(place) = view.and_then(|view| view.cell(cell)?.span) else { return };
                self.mend(vec![(place, value)]);
            }
            Task::Sample(sample) => self.load(&sample.text(), Origin::Sample(sample.name)),
            Task::Report(index, report) => self.open_report(index, &report),
            Task::Clear => self.load("", Origin::Pasted),
            Task::Go => {
                self.check_now();
                self.act(Action::Left);
                self.act(Action::Walk(true, Go::Card));
            }
            Task::Cell(cell) => self.act(Action::Chose(Focus::Cell(cell), Go::Cell)),
            Task::Copy(id) => {
                let said = if dom::copy_area(id) { words::COPIED } else { words::NOT_COPIED };
                self.say(said);
            }
            Task::Save => dom::call("goujiSave", &[]),
            Task::Profile => {
                let profile: Rc<str> = dom::area_value("profile").into();
                self.act(Action::Profile(profile));
            }
            Task::SaveProfile => {
                files::save("gouji-settings.txt", &dom::area_value("profile"));
            }
            Task::Taken => self.set_unsaved(false),
            Task::Wipe => {
                let said = if store::wipe() { words::WIPED } else { words::NOT_STORED };
                self.act(Action::Keep(false));
                self.say(said);
            }
        }
    }

    /// Tells the user something.
    pub fn say(&self, words: gouji::Text) {
        self.act(Action::Say(Some(words.into())));
    }

    /// Changes the text as the user would by typing, and checks it.
    fn mend(&self, mut edits: Edits) {
        order::by_key(&mut edits, |(place, _)| u128::from(place[0]) << 32 | u128::from(place[1]));
        apart(&mut edits);
        if edits.is_empty() {
            return;
        }
        if source::held().is_some() {
            self.say(words::HELD_READ_ONLY);
            return;
        }
        source::replace_many(&edits);
        self.set_unsaved(true);
        self.check_now();
    }
}

/// Every fix that is certain.
pub fn safe_edits(view: &Shown) -> Edits {
    let fixes = view.findings.iter().filter_map(|finding| finding.fix.as_ref());
    let safe = fixes.filter(|fix| fix.applicability == Applicability::Safe);
    safe.flat_map(|fix| fix.edits.iter().cloned()).collect()
}

/// A 0 for every blank cell of a table that has a place in the text.
pub fn fill_edits(view: &Shown, table: TableKey) -> Edits {
    let cells = view.cells.iter().filter(|cell| is_blank(view, cell.cell, table));
    let mut edits: Edits = cells.filter_map(|cell| Some((cell.span?, "0".to_string()))).collect();
    apart(&mut edits);
    edits
}

/// Whether a cell would be filled with those of `table`.
pub fn is_blank(view: &Shown, cell: CellRef, table: TableKey) -> bool {
    cell.table == table
        && view.cell(cell).is_some_and(|cell| cell.state == CellState::Blank && cell.span.is_some())
}

/// Leaves out what would change a place that is changed already.
fn apart(edits: &mut Edits) {
    let mut end = None;
    edits.retain(|(place, _)| {
        let free = end.is_none_or(|(from, to)| place[0] >= to && *place != [from, to]);
        if free {
            end = Some((place[0], place[1]));
        }
        free
    });
}
