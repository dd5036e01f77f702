//! What the core saw, as the page asks about it.

use std::rc::Rc;

use gouji::form::{CellRef, Edition, EditionId};
use gouji::order;
use gouji::render::view::{CellView, FindingView, Place, SumView, View};

use super::state::Focus;

/// What is shown, compared by identity: a new check is a new one.
#[derive(Debug, Clone)]
pub struct Shown(Rc<View>);

impl PartialEq for Shown {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl std::ops::Deref for Shown {
    type Target = View;

    fn deref(&self) -> &View {
        &self.0
    }
}

impl Shown {
    /// Shows `view`.
    pub fn new(view: View) -> Self {
        Self(Rc::new(view))
    }

    /// The form of the report.
    pub fn form(&self) -> Option<&'static Edition> {
        self.edition.and_then(EditionId::edition)
    }

    /// A finding by its number.
    pub fn finding(&self, index: usize) -> Option<&FindingView> {
        self.findings.get(index)
    }

    /// A cell of the report.
    pub fn cell(&self, cell: CellRef) -> Option<&CellView> {
        let index = self.cells.binary_search_by_key(&cell, |other| other.cell).ok()?;
        self.cells.get(index)
    }

    /// The cell with the contract's id `id`.
    pub fn cell_by_id(&self, id: &str) -> Option<CellRef> {
        let form = self.form()?;
        self.cells.iter().map(|cell| cell.cell).find(|cell| form.cell_id(*cell) == id)
    }

    /// What stands at an offset of the text: the shortest finding there, and the gravest
    /// of those as short, else a cell.
    pub fn at(&self, offset: u32) -> Option<Focus> {
        let on = |place: Place| place[0] <= offset && offset <= place[1];
        let mut found: Option<(u32, usize)> = None;
        for (index, finding) in self.findings.iter().enumerate() {
            let Some(place) = finding.span.filter(|place| on(*place)) else { continue };
            let rank = (place[1] - place[0]) * 4 + finding.severity as u32;
            if found.is_none_or(|(best, _)| rank < best) {
                found = Some((rank, index));
            }
        }
        let cell = || self.cells.iter().find(|cell| cell.span.is_some_and(on));
        found.map(|(_, index)| Focus::Finding(index)).or_else(|| cell().map(|cell| Focus::Cell(cell.cell)))
    }

    /// Whether there is such a thing here to look at.
    pub fn has(&self, focus: Focus) -> bool {
        match focus {
            Focus::Finding(index) => index < self.findings.len(),
            Focus::Cell(cell) => self.cell(cell).is_some(),
        }
    }

    /// The place in the text of what the user looks at.
    pub fn place(&self, focus: Focus) -> Option<Place> {
        match focus {
            Focus::Finding(index) => {
                let finding = self.finding(index)?;
                finding.span.or_else(|| finding.related.iter().find_map(|(_, place)| *place))
            }
            Focus::Cell(cell) => self.cell(cell)?.span,
        }
    }

    /// The cell of what the user looks at.
    pub fn cell_of(&self, focus: Focus) -> Option<CellRef> {
        match focus {
            Focus::Finding(index) => {
                let finding = self.finding(index)?;
                finding.cell.or_else(|| finding.related.iter().find_map(|(cell, _)| *cell))
            }
            Focus::Cell(cell) => Some(cell),
        }
    }

    /// The sums that `cell` takes part in; those that fail come first.
    pub fn sums_of(&self, cell: CellRef) -> Vec<&SumView> {
        let mut sums: Vec<_> = self.sums.iter().filter(|sum| sum.holds(cell)).collect();
        order::by_key(&mut sums, |sum| u128::from(!sum.fails()));
        sums
    }
}
