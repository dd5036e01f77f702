//! Everything the page shows, and what each thing that happens changes of it.

use std::rc::Rc;

use gouji::Lang;
use gouji::form::{CellRef, TableKey};
use gouji::render::view::Words;
use js_sys::JsString;
use yew::Reducible;

use super::accept::{Accepted, identity};
use super::batch::{Batch, Outcome, Report};
use super::filter::{Filter, PAGE};
use super::origin::Origin;
use super::view::Shown;

pub use super::action::{Action, Kept};
pub use super::choice::{Column, Focus, Go, Held, Pane, Sheet, Theme};

/// Everything the page shows.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct State {
    /// The language of every word.
    pub lang: Lang,
    /// Light or dark.
    pub theme: Theme,
    /// What a narrow window shows.
    pub pane: Pane,
    /// What came of the last check; `None` before the first.
    pub view: Option<Shown>,
    /// Finished checks.
    pub checks: u32,
    /// Where the text came from.
    pub origin: Origin,
    /// Several reports at once.
    pub batch: Batch,
    /// The one of them that is open.
    pub current: Option<usize>,
    /// How many of them are still to be read.
    pub reading: usize,
    /// What the list of them is sorted by, and whether the most comes first.
    pub sorting: Option<(Column, bool)>,
    /// What the user is looking at.
    pub focus: Option<Focus>,
    /// Counts every choice, so that choosing the same thing again goes there again.
    pub choices: u32,
    /// Where the last choice takes the user.
    pub go: Go,
    /// Which findings are shown.
    pub filter: Filter,
    /// Findings of this report that were accepted, in the order in which they were,
    /// those that an edit has mended since too. Exports mark [`State::accepted_here`].
    pub accepted: Rc<Vec<Accepted>>,
    /// Those of other reports that are kept.
    pub elsewhere: Rc<Vec<Accepted>>,
    /// The finding whose acceptance asks for a reason.
    pub accepting: Option<usize>,
    /// The cell that is being edited.
    pub editing: Option<CellRef>,
    /// The table whose blank cells are about to be filled.
    pub filling: Option<TableKey>,
    /// What lies over the results.
    pub sheet: Option<Sheet>,
    /// Whether the pane for the year before is open.
    pub previous: bool,
    /// Settings as they were entered.
    pub profile: Rc<str>,
    /// Counts how often a border was moved.
    pub resized: u32,
    /// Whether the user wants settings and acceptances kept on this machine.
    pub keeps: bool,
    /// Something to tell the user that is no finding.
    pub said: Option<Words>,
    /// Set while the text is too long for the text area.
    pub held: Option<Held>,
    /// Whether the text has changed since the last check.
    pub stale: bool,
    /// Whether the core failed at the last check.
    pub failed: bool,
}

impl State {
    /// The accepted findings of the report that is shown. Exports mark these.
    pub fn accepted_here(&self) -> Vec<Accepted> {
        let Some(view) = &self.view else { return Vec::new() };
        let here = |accepted: &&Accepted| view.findings.iter().any(|finding| accepted.is(finding));
        self.accepted.iter().filter(here).cloned().collect()
    }

    /// Takes up what was accepted in this report at another time.
    fn recall(&mut self, view: &Shown) {
        let report = identity(view);
        if self.elsewhere.iter().all(|other| other.report != report) {
            return;
        }
        let (mut accepted, mut elsewhere) = ((*self.accepted).clone(), Vec::new());
        for other in self.elsewhere.iter() {
            let list = if other.report == report { &mut accepted } else { &mut elsewhere };
            list.push(other.clone());
        }
        self.accepted = Rc::new(accepted);
        self.elsewhere = Rc::new(elsewhere);
    }

    /// What was accepted in one report says nothing of another one.
    fn start_afresh(&mut self, origin: Origin) {
        self.origin = origin;
        // What was said of the file before is not true of this text.
        self.said = None;
        self.current = None;
        self.focus = None;
        self.filter.limit = PAGE;
        self.filter.folded.clear();
        if self.keeps || !self.batch.is_empty() {
            let mut elsewhere = (*self.elsewhere).clone();
            elsewhere.extend(self.accepted.iter().cloned());
            self.elsewhere = Rc::new(elsewhere);
        }
        self.accepted = Rc::default();
    }

    /// Puts a text that is none of the several reports among them, for another one is
    /// about to take its place.
    fn keep_beside(&mut self, text: JsString) {
        let Some(view) = self.view.as_ref().filter(|_| self.current.is_none() && text.length() > 0) else {
            return;
        };
        let report = Report { origin: self.origin.clone(), text: Some(text), outcome: Outcome::of(view) };
        self.batch = self.batch.with(vec![Rc::new(report)]);
    }

    /// Chooses what is chosen, whatever hid it before.
    fn choose(&mut self, focus: Focus, go: Go) {
        self.focus = Some(focus);
        self.go = go;
        self.choices += 1;
        self.editing = None;
        if let (Focus::Finding(index), Some(view)) = (focus, self.view.clone()) {
            self.filter.reveal(&view, &self.accepted, index);
            if self.accepting != Some(index) {
                self.accepting = None;
            }
        }
    }

    fn walk(&mut self, on: bool, go: Go) {
        let Some(view) = self.view.clone() else { return };
        let order = self.filter.order(&view, &self.accepted);
        let Some(last) = order.len().checked_sub(1) else { return };
        let at = match self.focus {
            Some(Focus::Finding(index)) => order.iter().position(|other| *other == index),
            _ => None,
        };
        let next = match (at, on) {
            (Some(at), true) if at < last => at + 1,
            (Some(at), false) if at > 0 => at - 1,
            (None, false) | (Some(_), false) => last,
            (None, true) | (Some(_), true) => 0,
        };
        self.choose(Focus::Finding(order[next]), go);
    }

    /// Goes to the finding after `index`, or before it where it is the last.
    fn accept(&mut self, index: usize, reason: String) {
        let Some(view) = self.view.clone() else { return };
        let Some(finding) = view.finding(index) else { return };
        let order = self.filter.order(&view, &self.accepted);
        let mut accepted = (*self.accepted).clone();
        accepted.retain(|other| !other.is(finding));
        accepted.push(Accepted {
            key: finding.key.clone(),
            rule: finding.rule.clone(),
            reason,
            report: identity(&view),
        });
        self.accepted = Rc::new(accepted);
        self.accepting = None;
        let at = order.iter().position(|other| *other == index).unwrap_or(0);
        let next = order.get(at + 1).or_else(|| order.get(at.checked_sub(1)?)).copied();
        match next.filter(|_| !self.filter.accepted) {
            Some(next) => self.choose(Focus::Finding(next), Go::Card),
            None if self.filter.accepted => self.choose(Focus::Finding(index), Go::Card),
            None => self.focus = None,
        }
    }
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        if matches!(action, Action::Edited) && self.stale {
            return self;
        }
        let mut next = (*self).clone();
        match action {
            Action::Edited => {
                next.stale = true;
                next.filling = None;
            }
            Action::Checked(view, held, text) => {
                let kept = |focus| carried_over(focus, self.view.as_ref()?, &view);
                next.focus = next.focus.and_then(kept);
                next.accepting = None;
                next.editing = None;
                next.filling = None;
                next.sheet = next.sheet.filter(|sheet| !matches!(sheet, Sheet::Wrong(_)));
                next.recall(&view);
                if let Some(current) = next.current.filter(|_| !view.empty) {
                    next.batch = next.batch.updated(current, text, &view);
                }
                next.view = Some(view);
                next.failed = false;
                next.held = held;
                next.checks += 1;
                next.stale = false;
            }
            Action::Failed => {
                next.view = None;
                next.focus = None;
                next.failed = true;
                next.stale = false;
            }
            Action::Chose(focus, go) => next.choose(focus, go),
            Action::Walk(on, go) => next.walk(on, go),
            Action::Left => next.focus = None,
            Action::Language(lang) => next.lang = lang,
            Action::NextTheme => next.theme = next.theme.next(),
            Action::Show(pane) => next.pane = pane,
            Action::Severity(index) => {
                next.filter.severities[index] ^= true;
                next.filter.limit = PAGE;
            }
            Action::ShowAccepted => {
                next.filter.accepted ^= true;
                next.filter.limit = PAGE;
            }
            Action::ShowAll => {
                next.filter.severities = [true; 3];
                next.filter.accepted = true;
            }
            Action::Group(group) => {
                next.filter.group = group;
                next.filter.folded.clear();
                next.filter.limit = PAGE;
            }
            Action::Fold(key) => {
                let folded = &mut next.filter.folded;
                match folded.iter().position(|other| *other == key) {
                    Some(at) => drop(folded.remove(at)),
                    None => folded.push(key),
                }
            }
            Action::More => next.filter.limit += 2 * PAGE,
            Action::Accepting(index) => next.accepting = index,
            Action::Accept(index, reason) => next.accept(index, reason),
            Action::Unaccept(index) => {
                let finding = next.view.as_ref().and_then(|view| view.finding(index));
                let key = finding.map(|finding| finding.key.clone());
                let mut accepted = (*next.accepted).clone();
                accepted.retain(|other| Some(&other.key) != key.as_ref());
                next.accepted = Rc::new(accepted);
                next.choose(Focus::Finding(index), Go::Card);
            }
            Action::Editing(cell) => next.editing = cell,
            Action::Filling(table) => next.filling = table,
            Action::Sheet(sheet) => next.sheet = sheet,
            Action::Previous => next.previous ^= true,
            Action::Profile(profile) => next.profile = profile,
            Action::Keep(keeps) => next.keeps = keeps,
            Action::Kept(kept) => {
                next.keeps = true;
                next.lang = kept.lang.unwrap_or(next.lang);
                next.theme = kept.theme;
                next.filter.group = kept.group;
                next.profile = kept.profile.into();
                next.elsewhere = Rc::new(kept.accepted);
            }
            Action::NewText(origin) => next.start_afresh(origin),
            Action::Reading(left) => {
                next.reading = left;
                next.sheet = Some(Sheet::Reports);
            }
            Action::Read(reports, left) => {
                next.batch = next.batch.with(reports);
                next.reading = left;
            }
            Action::Report(index, report, text) => {
                next.keep_beside(text);
                next.start_afresh(report.origin.clone());
                next.current = Some(index);
                next.sheet = None;
            }
            Action::Judged(before, outcomes) => next.batch = next.batch.judged(&before, outcomes),
            Action::Sort(column) => {
                let falling = match next.sorting {
                    Some((by, falling)) if by == column => !falling,
                    _ => column.falls(),
                };
                next.sorting = Some((column, falling));
            }
            Action::ToggleReports => {
                let open = next.sheet != Some(Sheet::Reports) && !next.batch.is_empty();
                next.sheet = open.then_some(Sheet::Reports);
            }
            Action::ForgetReports => {
                next.sorting = None;
                next.batch = Batch::default();
                next.current = None;
                next.sheet = None;
            }
            Action::Resized => next.resized += 1,
            Action::Say(said) => next.said = said,
        }
        Rc::new(next)
    }
}

/// What the user looked at, as it is called in the new view: a finding keeps its
/// fingerprint, not its number.
fn carried_over(focus: Focus, old: &Shown, new: &Shown) -> Option<Focus> {
    match focus {
        Focus::Cell(_) => new.has(focus).then_some(focus),
        Focus::Finding(index) => {
            let key = &old.findings.get(index)?.key;
            new.findings.iter().position(|finding| finding.key == *key).map(Focus::Finding)
        }
    }
}
