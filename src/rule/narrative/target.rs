//! The cells of the form that a claim speaks of.

use crate::form::{CellRef, TableKey};
use crate::parse::claims::{Group, Outcome, Subject};
use crate::report::CellState;
use crate::rule::{Context, Reason};
use crate::text::Number;

/// The cells that a subject sums.
#[derive(Debug, Clone)]
pub(super) struct Target {
    /// The cells.
    pub cells: Vec<CellRef>,
    /// Their sum; a blank counts as 0.
    pub value: Number,
    /// Whether one of them is blank.
    pub has_blank: bool,
}

/// Rows and columns by their keys; a row key that ends with a dot is a whole group.
type Places = (TableKey, &'static [&'static str], &'static [&'static str]);

/// The columns of 法人或其他组织.
const ORGANIZATIONS: &[&str] = &["enterprise", "research", "public_welfare", "legal_service", "other_org"];

const TOTAL: &[&str] = &["total"];

/// Where the form has what `subject` counts; `None` for what it does not have.
fn places(subject: Subject) -> Option<Places> {
    use Subject as S;
    let rows: &[&str] = match subject {
        S::Received | S::Applications => &["received"],
        S::Closed => &["closed"],
        S::CarriedIn => &["carried_in"],
        S::CarriedOut => &["carried_out"],
        S::Granted => &["granted"],
        S::Partial => &["partial"],
        S::Public => &["granted", "partial"],
        S::Denied => &["denied."],
        S::Unavailable => &["unavailable."],
        S::Refused => &["rejected."],
        // One row in the form of 2019, three in that of 2021.
        S::OtherHandling => &["other", "other."],
        S::Secret => &["denied.state_secret"],
        S::Forbidden => &["denied.other_law"],
        S::Safety => &["denied.safety_stability"],
        S::ThirdParty => &["denied.third_party"],
        S::Internal => &["denied.internal_affairs"],
        S::Process => &["denied.process"],
        S::CaseFile => &["denied.enforcement_file"],
        S::Inquiry => &["denied.administrative_inquiry"],
        S::NotHeld => &["unavailable.not_held"],
        S::NotMade => &["unavailable.needs_creation"],
        S::Unclear => &["unavailable.unclear"],
        S::Petition => &["rejected.petition"],
        S::Repeated => &["rejected.duplicate"],
        S::Publication => &["rejected.publication"],
        S::Massive => &["rejected.excessive"],
        S::Confirmation => &["rejected.reissue"],
        S::LateSupplement => &["other.no_correction"],
        S::LateFee => &["other.fee_unpaid"],
        S::NaturalPersons => return applicants(&["natural_person"]),
        S::Enterprises => return applicants(&["enterprise"]),
        S::Research => return applicants(&["research"]),
        S::Welfare => return applicants(&["public_welfare"]),
        S::LegalServices => return applicants(&["legal_service"]),
        S::Organizations => return applicants(ORGANIZATIONS),
        S::Cases(group, outcome) => return Some(cases(group, outcome)),
        S::DocumentsIssued => return disclosure(&["normative_documents"], &["issued"]),
        S::DocumentsRepealed => return disclosure(&["normative_documents"], &["repealed"]),
        S::DocumentsInForce => return disclosure(&["normative_documents"], &["in_force"]),
        S::Licensing => return disclosure(&["licensing"], &["decisions"]),
        S::Penalties => return disclosure(&["penalties"], &["decisions"]),
        S::Coercion => return disclosure(&["coercion"], &["decisions"]),
        S::Purchases => return disclosure(&["procurement"], &["projects"]),
        S::PurchaseAmount => return disclosure(&["procurement"], &["amount"]),
        S::Fee => return None,
    };
    Some((TableKey::Applications, rows, TOTAL))
}

fn applicants(columns: &'static [&'static str]) -> Option<Places> {
    Some((TableKey::Applications, &["received"], columns))
}

fn disclosure(rows: &'static [&'static str], columns: &'static [&'static str]) -> Option<Places> {
    Some((TableKey::Disclosure, rows, columns))
}

fn cases(group: Group, outcome: Outcome) -> Places {
    let rows: &[&str] = match group {
        Group::Reconsideration => &["reconsideration"],
        Group::Suits => &["direct_suit", "suit_after_reconsideration"],
        Group::Direct => &["direct_suit"],
        Group::After => &["suit_after_reconsideration"],
        Group::Both => &["reconsideration", "direct_suit", "suit_after_reconsideration"],
    };
    let columns: &[&str] = match outcome {
        Outcome::Upheld => &["upheld"],
        Outcome::Corrected => &["corrected"],
        Outcome::Other => &["other"],
        Outcome::Pending => &["pending"],
        Outcome::Total => TOTAL,
    };
    (TableKey::Remedies, rows, columns)
}

/// What the tables say of `subject`; why they do not, where they do not.
pub(super) fn target(context: &Context, subject: Subject) -> Result<Target, Reason> {
    let (table, rows, columns) = places(subject).ok_or(Reason::NotStated)?;
    at(context, table, rows, columns)
}

/// What the row `row` of 表三 has in the columns of `subject`, an applicant.
pub(super) fn of_row(context: &Context, subject: Subject, row: &'static [&'static str]) -> Option<Number> {
    let (table, _, columns) = places(subject)?;
    at(context, table, row, columns).ok().map(|target| target.value)
}

fn at(
    context: &Context,
    table: TableKey,
    rows: &[&'static str],
    columns: &[&'static str],
) -> Result<Target, Reason> {
    if let Some(reason) = Context::why_unread(context.report, table) {
        return Err(reason);
    }
    let form = context.form().ok_or(Reason::NotStated)?.table(table);
    let mut found = Target { cells: Vec::new(), value: Number::ZERO, has_blank: false };
    for (index, (block, row)) in (0_u8..).zip(form.rows()) {
        let is_named =
            rows.iter().any(|name| row.key == *name || name.ends_with('.') && row.key.starts_with(name));
        if !is_named {
            continue;
        }
        for (column, head) in (0_u8..).zip(block.columns) {
            if columns.contains(&head.key) {
                let place = CellRef { table, row: index, column };
                let cell = context.cell(place);
                let value = cell.in_sum().ok_or(Reason::CellUnread)?;
                found.value = found.value.checked_add(value).ok_or(Reason::CellUnread)?;
                found.has_blank |= cell.state == CellState::Blank;
                found.cells.push(place);
            }
        }
    }
    if found.cells.is_empty() { Err(Reason::NotStated) } else { Ok(found) }
}
