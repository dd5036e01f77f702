//! The rules.
//!
//! A rule is one file: code, severity, prose in both languages, detection, and its
//! own passing and failing cases stand together. One line in [`RULES`] registers
//! it; the catalogue, the checks and the tests walk that list.

pub mod basis;
mod blanks;
pub mod body;
#[cfg(test)]
pub(crate) mod case;
pub mod cells;
mod context;
pub mod counts;
mod filling;
mod passage;
pub mod prose;
mod record;
mod report_sums;
mod search;
pub mod sums;
mod writing;

pub mod application;
pub mod arithmetic;
pub mod conversion;
pub mod disclosure;
pub mod form;
pub mod law;
pub mod narrative;
pub mod remedy;
pub mod structure;
pub mod wording;
pub mod year;

use crate::finding::Severity;
use crate::form::EditionId;
use crate::report::Report;

pub use context::Context;
pub use prose::Prose;
pub use record::{Outcome, Reason, Record};

/// A rule of the catalogue.
pub struct Rule {
    /// Its code; stable for ever.
    pub code: &'static str,
    /// Its severity, before a finding lowers it.
    pub severity: Severity,
    /// The reports it applies to.
    pub scope: Scope,
    /// What is told about it; see [`Rule::prose()`].
    #[cfg_attr(target_arch = "wasm32", allow(dead_code))]
    prose: prose::Told,
    /// Looks at a report and writes down what it saw.
    pub detect: fn(&Context, &mut Record),
    /// Texts on which it must fire and texts on which it must not.
    #[cfg(test)]
    pub cases: &'static [case::Case],
}

impl std::fmt::Debug for Rule {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Rule").field(&self.code).finish()
    }
}

/// The reports a rule applies to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// Every report.
    All,
    /// Reports that show one of the forms with cells.
    WithForm,
    /// Reports that show one of these editions.
    Editions(&'static [EditionId]),
    /// Reports that are given with the report of the year before.
    Compared,
    /// The same, where this report shows one of these editions.
    ComparedEditions(&'static [EditionId]),
}

impl Scope {
    /// Whether a rule with this scope applies to `report`, which is compared with the
    /// report of the year before or not.
    pub fn holds(self, report: &Report, is_compared: bool) -> bool {
        let shows = |editions: &[EditionId]| report.edition.is_some_and(|e| editions.contains(&e));
        match self {
            Self::All => true,
            Self::WithForm => report.form().is_some(),
            Self::Editions(editions) => shows(editions),
            Self::Compared => is_compared,
            Self::ComparedEditions(editions) => is_compared && shows(editions),
        }
    }
}

/// Every rule, in the order of the catalogue.
pub static RULES: &[Rule] = &[
    // F: forms and editions
    form::year_unknown::RULE,
    form::edition_for_year::RULE,
    form::non_uniform_table::RULE,
    form::mixed_editions::RULE,
    form::outdated_notice::RULE,
    form::legacy_form::RULE,
    form::year_mismatch::RULE,
    form::extra_block::RULE,
    form::missing_row::RULE,
    form::label_typo::RULE,
    form::changed_order::RULE,
    form::altered_note::RULE,
    form::repeated_row::RULE,
    form::second_report::RULE,
    form::unread_table::RULE,
    // S: title, sections, headings
    structure::missing_title::RULE,
    structure::missing_section::RULE,
    structure::missing_number::RULE,
    structure::bad_number::RULE,
    structure::heading_wording::RULE,
    structure::wrong_number::RULE,
    structure::empty_section::RULE,
    structure::missing_table::RULE,
    structure::five_aspects::RULE,
    structure::top_level_number::RULE,
    structure::subheading_number::RULE,
    structure::preamble_list::RULE,
    structure::period_missing::RULE,
    structure::period_not_a_year::RULE,
    structure::contact::RULE,
    structure::accountability::RULE,
    structure::one_sided_problems::RULE,
    structure::trivial_problems::RULE,
    structure::measures_as_matters::RULE,
    structure::overview_length::RULE,
    structure::template_instruction::RULE,
    // T2: 表二
    disclosure::whole_numbers_2019::RULE,
    disclosure::blank_cells::RULE,
    disclosure::units::RULE,
    disclosure::public_total::RULE,
    disclosure::published_of_made::RULE,
    disclosure::items_left::RULE,
    disclosure::change_unread::RULE,
    disclosure::decisions_without_items::RULE,
    disclosure::procurement::RULE,
    disclosure::amount_form::RULE,
    disclosure::procurement_size::RULE,
    disclosure::whole_numbers_2021::RULE,
    disclosure::in_force_after_repeal::RULE,
    disclosure::in_force_of_issued::RULE,
    disclosure::power_to_regulate::RULE,
    disclosure::fee_amount::RULE,
    disclosure::fee_head::RULE,
    disclosure::fee_size::RULE,
    // T3: 表三
    application::balance::RULE,
    application::results_sum::RULE,
    application::applicants_sum::RULE,
    application::no_applications::RULE,
    application::single_cell::RULE,
    application::subtotal_sum::RULE,
    application::whole_numbers::RULE,
    application::number_writing::RULE,
    application::blank_cells::RULE,
    application::blank_total::RULE,
    application::row_length::RULE,
    application::units::RULE,
    application::blank_closed_row::RULE,
    application::carried_share::RULE,
    application::overdue_fee::RULE,
    application::blank_organizations::RULE,
    // T4: 表四
    remedy::reconsideration::RULE,
    remedy::direct_suit::RULE,
    remedy::suit_after_reconsideration::RULE,
    remedy::cell_count::RULE,
    remedy::blank_cells::RULE,
    remedy::whole_numbers::RULE,
    remedy::blank_total::RULE,
    remedy::without_applications::RULE,
    remedy::co_defendant::RULE,
    // X: the prose against the tables
    narrative::received::RULE,
    narrative::carried_in::RULE,
    narrative::closed::RULE,
    narrative::carried_out::RULE,
    narrative::granted::RULE,
    narrative::partial::RULE,
    narrative::denied::RULE,
    narrative::unavailable::RULE,
    narrative::refused::RULE,
    narrative::other_handling::RULE,
    narrative::public::RULE,
    narrative::applicants::RULE,
    narrative::none_received::RULE,
    narrative::reconsiderations::RULE,
    narrative::reconsideration_results::RULE,
    narrative::suits::RULE,
    narrative::suit_results::RULE,
    narrative::no_cases::RULE,
    narrative::all_upheld::RULE,
    narrative::all_closed::RULE,
    narrative::documents::RULE,
    narrative::decisions::RULE,
    narrative::procurement::RULE,
    narrative::reasons::RULE,
    narrative::fee::RULE,
    narrative::unmentioned::RULE,
    // N: arithmetic of the prose
    arithmetic::listed_parts::RULE,
    arithmetic::open_parts::RULE,
    arithmetic::share::RULE,
    arithmetic::shares_sum::RULE,
    arithmetic::growth::RULE,
    arithmetic::contradiction::RULE,
    arithmetic::balance::RULE,
    arithmetic::nested_parts::RULE,
    arithmetic::rate::RULE,
    arithmetic::number_writing::RULE,
    // Y: this year's report and that of the year before
    year::carried_in::RULE,
    year::carried_in_columns::RULE,
    year::documents_in_force::RULE,
    year::items_before::RULE,
    year::repealed_documents::RULE,
    year::pending_cases::RULE,
    year::growth::RULE,
    year::sudden_change::RULE,
    year::copied_text::RULE,
    year::stale_year::RULE,
    // D: deadlines; L: what the law asks of the contents
    law::department_deadline::RULE,
    law::government_deadline::RULE,
    law::before_year_end::RULE,
    law::fee_missing::RULE,
    law::fee_tariff::RULE,
    law::old_provision::RULE,
    law::local_matters::RULE,
    law::old_priorities::RULE,
    law::personal_data::RULE,
    // C: what a conversion left behind
    conversion::bookmark::RULE,
    conversion::list_marker::RULE,
    conversion::field_code::RULE,
    conversion::corrupt_character::RULE,
    conversion::page_noise::RULE,
    conversion::shifted_label::RULE,
    // Q: words and placeholders
    wording::punctuation::RULE,
    wording::paired_marks::RULE,
    wording::repeated_word::RULE,
    wording::foreign_words::RULE,
    wording::placeholder::RULE,
    wording::typo::RULE,
    wording::abbreviation::RULE,
    wording::outdated_phrase::RULE,
];

/// The rule with `code`.
pub fn find(code: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.code == code)
}
