//! D and L: deadlines, and what the law asks of the contents.

pub mod before_year_end;
mod days;
pub mod department_deadline;
pub mod fee_missing;
pub mod fee_tariff;
pub mod government_deadline;
pub mod local_matters;
pub mod old_priorities;
pub mod old_provision;
pub mod personal_data;

use crate::report::Report;

use super::form::certain_year;

/// The reporting year, where it is certain and the regulation of 2019 holds for it.
fn regulated_year(report: &Report) -> Option<i32> {
    certain_year(report).filter(|year| *year >= 2019)
}
