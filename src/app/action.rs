//! All that can happen in the page.

use std::rc::Rc;

use gouji::Lang;
use gouji::form::{CellRef, TableKey};
use gouji::render::view::Words;
use js_sys::JsString;

use super::accept::Accepted;
use super::batch::{Batch, Outcome, Report};
use super::choice::{Column, Focus, Go, Held, Pane, Sheet, Theme};
use super::filter::{Group, ShelfKey};
use super::origin::Origin;
use super::view::Shown;

/// What was kept on this machine.
#[derive(Debug, Clone, Default)]
pub struct Kept {
    /// The language, where one was chosen.
    pub lang: Option<Lang>,
    /// Light or dark.
    pub theme: Theme,
    /// How findings are put together.
    pub group: Group,
    /// The settings text.
    pub profile: String,
    /// Accepted findings.
    pub accepted: Vec<Accepted>,
}

/// All that can happen.
#[derive(Debug, Clone)]
pub enum Action {
    /// The text changed; a check will follow.
    Edited,
    /// A check of a text is finished.
    Checked(Shown, Option<Held>, JsString),
    /// The core failed at a check.
    Failed,
    /// The user went to something.
    Chose(Focus, Go),
    /// The user walks on to the next finding, or back to the one before.
    Walk(bool, Go),
    /// The user left what they were looking at.
    Left,
    /// The other language.
    Language(Lang),
    /// The next theme.
    NextTheme,
    /// Another pane of a narrow window.
    Show(Pane),
    /// Shows findings of a severity, or no longer.
    Severity(usize),
    /// Shows accepted findings, or no longer.
    ShowAccepted,
    /// Shows whatever was hidden.
    ShowAll,
    /// Puts findings together in another way.
    Group(Group),
    /// Folds a shelf, or unfolds it.
    Fold(ShelfKey),
    /// Draws more findings.
    More,
    /// Asks for a reason to accept a finding, or no longer.
    Accepting(Option<usize>),
    /// Accepts a finding for a reason.
    Accept(usize, String),
    /// Takes an acceptance back.
    Unaccept(usize),
    /// A cell is to be edited, or no longer.
    Editing(Option<CellRef>),
    /// Blank cells are about to be filled, or no longer.
    Filling(Option<TableKey>),
    /// Something is laid over the results, or taken away.
    Sheet(Option<Sheet>),
    /// The pane for the year before is opened or closed.
    Previous,
    /// Other settings.
    Profile(Rc<str>),
    /// Whether to keep anything.
    Keep(bool),
    /// What was kept is there again.
    Kept(Kept),
    /// Another report is about to come: nothing of the old one holds.
    NewText(Origin),
    /// So many files are about to be read.
    Reading(usize),
    /// Some were, and so many are left.
    Read(Vec<Rc<Report>>, usize),
    /// One of several reports is about to take the place of a text.
    Report(usize, Rc<Report>, JsString),
    /// The reports that lie beside the open one were checked again: as they were before,
    /// and what came of it.
    Judged(Batch, Vec<(usize, Outcome)>),
    /// Sorts the list of reports by a column, or the other way when it already is.
    Sort(Column),
    /// Opens the list of reports, where there is one, or closes it.
    ToggleReports,
    /// The list of reports is no longer needed.
    ForgetReports,
    /// The user has moved a border.
    Resized,
    /// Tells the user something, or no longer.
    Say(Option<Words>),
}
