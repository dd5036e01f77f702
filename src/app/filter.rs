//! Which findings are shown, in what order, and which are folded away.

use gouji::finding::Severity;
use gouji::render::view::FindingView;

use super::accept::Accepted;
use super::view::Shown;

/// How many findings are drawn before the user asks for more.
pub const PAGE: usize = 150;

/// The three severities, gravest first.
pub const SEVERITIES: [Severity; 3] = [Severity::Error, Severity::Warning, Severity::Hint];

/// What findings are put together by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Group {
    /// How grave they are.
    #[default]
    Severity,
    /// The rule that found them: the same cause.
    Rule,
    /// The section they stand in.
    Place,
    /// Nothing: the order of the text.
    Text,
}

impl Group {
    /// All of them, in the order of the menu.
    pub const ALL: [Self; 4] = [Self::Severity, Self::Rule, Self::Place, Self::Text];

    /// Its name in the page and in the store.
    pub fn key(self) -> &'static str {
        match self {
            Self::Severity => "severity",
            Self::Rule => "rule",
            Self::Place => "place",
            Self::Text => "text",
        }
    }

    /// The one with that name.
    pub fn from_key(key: &str) -> Self {
        Self::ALL.into_iter().find(|group| group.key() == key).unwrap_or_default()
    }
}

/// What tells a shelf from the others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ShelfKey {
    /// The only one.
    All,
    /// One severity.
    Severity(Severity),
    /// One rule.
    Rule(String),
    /// One section, or the report as a whole.
    Place(Option<u8>),
}

/// Findings that stand together.
#[derive(Debug)]
pub struct Shelf {
    /// Which shelf it is.
    pub key: ShelfKey,
    /// Their numbers in the view.
    pub items: Vec<usize>,
}

/// What the user wants to see.
#[derive(Debug, Clone, PartialEq)]
pub struct Filter {
    /// Errors, warnings, hints.
    pub severities: [bool; 3],
    /// Those that were accepted.
    pub accepted: bool,
    /// How they are put together.
    pub group: Group,
    /// The shelves that are folded.
    pub folded: Vec<ShelfKey>,
    /// How many are drawn.
    pub limit: usize,
}

impl Default for Filter {
    fn default() -> Self {
        Self {
            severities: [true, true, false],
            accepted: false,
            group: Group::default(),
            folded: Vec::new(),
            limit: PAGE,
        }
    }
}

/// How many findings there are of each kind, and how many of them are not shown.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Errors, warnings and hints that are not accepted.
    pub open: [u32; 3],
    /// Those that are accepted.
    pub accepted: u32,
}

impl Filter {
    /// Whether a finding is shown.
    pub fn shows(&self, finding: &FindingView, accepted: bool) -> bool {
        if accepted { self.accepted } else { self.severities[finding.severity as usize] }
    }

    /// Changes as little as makes a finding shown.
    pub fn reveal(&mut self, view: &Shown, accepted: &[Accepted], index: usize) {
        let Some(finding) = view.finding(index) else { return };
        if accepted.iter().any(|other| other.is(finding)) {
            self.accepted = true;
        } else {
            self.severities[finding.severity as usize] = true;
        }
        let key = self.shelf_of(finding);
        self.folded.retain(|folded| *folded != key);
        let at = self.order(view, accepted).iter().position(|other| *other == index);
        self.limit = self.limit.max(at.map_or(0, |at| at + 1));
    }

    /// How many there are.
    pub fn count(view: &Shown, accepted: &[Accepted]) -> Count {
        let mut count = Count::default();
        for finding in &view.findings {
            if accepted.iter().any(|other| other.is(finding)) {
                count.accepted += 1;
            } else {
                count.open[finding.severity as usize] += 1;
            }
        }
        count
    }

    fn shelf_of(&self, finding: &FindingView) -> ShelfKey {
        match self.group {
            Group::Severity => ShelfKey::Severity(finding.severity),
            Group::Rule => ShelfKey::Rule(finding.rule.clone()),
            Group::Place => ShelfKey::Place(finding.section),
            Group::Text => ShelfKey::All,
        }
    }

    /// The shelves with what is shown on them; a folded one keeps its findings.
    pub fn shelves(&self, view: &Shown, accepted: &[Accepted]) -> Vec<Shelf> {
        let mut shelves: Vec<Shelf> = Vec::new();
        let fixed = match self.group {
            Group::Severity => SEVERITIES.map(ShelfKey::Severity).to_vec(),
            Group::Place => [None].into_iter().chain((0..6).map(Some)).map(ShelfKey::Place).collect(),
            Group::Rule | Group::Text => Vec::new(),
        };
        shelves.extend(fixed.into_iter().map(|key| Shelf { key, items: Vec::new() }));
        for (index, finding) in view.findings.iter().enumerate() {
            if !self.shows(finding, accepted.iter().any(|other| other.is(finding))) {
                continue;
            }
            let key = self.shelf_of(finding);
            match shelves.iter_mut().find(|shelf| shelf.key == key) {
                Some(shelf) => shelf.items.push(index),
                None => shelves.push(Shelf { key, items: vec![index] }),
            }
        }
        shelves.retain(|shelf| !shelf.items.is_empty());
        shelves
    }

    /// The findings that can be walked to, in the order in which they are shown.
    pub fn order(&self, view: &Shown, accepted: &[Accepted]) -> Vec<usize> {
        let shelves = self.shelves(view, accepted);
        shelves
            .iter()
            .filter(|shelf| !self.folded.contains(&shelf.key))
            .flat_map(|shelf| shelf.items.iter().copied())
            .collect()
    }
}
