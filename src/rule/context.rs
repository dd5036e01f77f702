use super::sums::Sums;
use crate::finding::{Related, Role};
use crate::form::{CellRef, Edition};
use crate::report::{Cell, Report};
use crate::text::Source;

/// What a rule sees.
pub struct Context<'a> {
    /// The text.
    pub source: &'a Source<'a>,
    /// What was read from it.
    pub report: &'a Report,
    /// How the form's identities came out, worked out once for all rules.
    pub sums: &'a Sums,
}

impl Context<'_> {
    /// The form of the report; `None` for a report without one.
    pub fn form(&self) -> Option<&'static Edition> {
        self.report.form()
    }

    /// A cell of the report.
    pub fn cell(&self, place: CellRef) -> Cell {
        self.report.cell(place)
    }

    /// A cell as a further place of a finding.
    pub fn related(&self, place: CellRef, role: Role) -> Related {
        Related { cell: Some(place), span: self.cell(place).span, role }
    }
}
