//! All that can happen in the page, and what each thing changes.

use std::rc::Rc;

use gouji::Lang;
use gouji::form::CellRef;
use yew::Reducible;

use super::view::Shown;

/// Light or dark; the system's choice until the user makes one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// As the system says.
    #[default]
    Auto,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

impl Theme {
    /// The value of the root's `data-theme`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    fn next(self) -> Self {
        match self {
            Self::Auto => Self::Light,
            Self::Light => Self::Dark,
            Self::Dark => Self::Auto,
        }
    }
}

/// What a narrow window shows; a wide one shows all of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Pane {
    /// The text.
    #[default]
    Source,
    /// The findings.
    Findings,
    /// The tables.
    Tables,
}

impl Pane {
    /// The value of the root's `data-pane`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Source => "source",
            Self::Findings => "findings",
            Self::Tables => "tables",
        }
    }
}

/// What the user is looking at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Focus {
    /// The finding with this number in the view.
    Finding(usize),
    /// A cell of a table.
    Cell(CellRef),
}

/// A text too long for the text area.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Held {
    /// UTF-16 code units of the whole text.
    pub length: u32,
}

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
    /// What the user is looking at.
    pub focus: Option<Focus>,
    /// Counts every choice, so that choosing the same thing again goes there again.
    pub choices: u32,
    /// Whether the last choice takes the user into the text area.
    pub enters: bool,
    /// Set while the text is too long for the text area.
    pub held: Option<Held>,
    /// Whether the text has changed since the last check.
    pub stale: bool,
    /// Whether the core failed at the last check.
    pub failed: bool,
}

/// All that can happen.
#[derive(Debug)]
pub enum Action {
    /// The text changed; a check will follow.
    Edited,
    /// A check is finished.
    Checked(Shown, Option<Held>),
    /// The core failed at a check.
    Failed,
    /// The user went to something; `true` takes them into the text area.
    Chose(Focus, bool),
    /// The user left what they were looking at.
    Left,
    /// The other language.
    Language(Lang),
    /// The next theme.
    NextTheme,
    /// Another pane of a narrow window.
    Show(Pane),
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        if matches!(action, Action::Edited) && self.stale {
            return self;
        }
        let mut next = (*self).clone();
        match action {
            Action::Edited => next.stale = true,
            Action::Checked(view, held) => {
                next.focus = next.focus.and_then(|focus| carried_over(focus, self.view.as_ref()?, &view));
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
            Action::Chose(focus, enters) => {
                next.focus = Some(focus);
                next.enters = enters;
                next.choices += 1;
            }
            Action::Left => next.focus = None,
            Action::Language(lang) => next.lang = lang,
            Action::NextTheme => next.theme = next.theme.next(),
            Action::Show(pane) => next.pane = pane,
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
