//! What rules see.

use super::Reason;
use super::arithmetic::Lists;
use super::body::Body;
use super::sums::Sums;
use crate::finding::{Related, Role};
use crate::form::{CellRef, Edition, TableKey};
use crate::parse::claims::Claims;
use crate::parse::prose::Prose;
use crate::previous::Previous;
use crate::profile::Profile;
use crate::report::{Cell, Report};
use crate::text::Source;

/// What a rule sees.
pub struct Context<'a> {
    /// The text.
    pub source: &'a Source<'a>,
    /// What was read from it.
    pub report: &'a Report,
    /// Its narrative prose.
    pub prose: &'a Prose,
    /// What its prose claims.
    pub claims: &'a Claims,
    /// Whether nothing but counts in plain digits and blanks stands in each of the tables,
    /// so that most rules on single cells have nothing to look at.
    pub plain: [bool; 3],
    /// How the form's identities came out, worked out once for all rules.
    pub sums: &'a Sums,
    /// The totals and parts that the prose states, and whether they hold.
    pub lists: &'a Lists,
    /// The body that its title names.
    pub body: Option<Body>,
    /// The settings.
    pub profile: &'a Profile,
    /// The report of the year before, where there is one to compare.
    pub previous: Option<&'a Previous<'a>>,
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

    /// The characters of a cell; empty where it has none.
    pub fn raw(&self, place: CellRef) -> &str {
        self.cell(place).span.map_or("", |span| self.source.slice(span))
    }

    /// Why the cells of a table are not known; `None` when the table was read.
    pub fn why_unread(report: &Report, table: TableKey) -> Option<Reason> {
        let reading = report.table(table);
        match (reading.span, reading.unread) {
            (None, _) => Some(Reason::TableAbsent(table)),
            (Some(_), Some(_)) => Some(Reason::TableUnread(table)),
            (Some(_), None) => None,
        }
    }
}
