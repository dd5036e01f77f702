//! T3-D03

use crate::finding::{Role, Severity};
use crate::form::TableKey;
use crate::lang::Text;
use crate::rule::blanks;
#[cfg(test)]
use crate::rule::case::{Base, Case, Expect};
use crate::rule::cells::{fill_with_zeros, finding_on};
use crate::rule::{Context, Prose, Record, Rule, Scope, basis};

const CODE: &str = "T3-D03";

/// Only natural persons filled in, all other columns blank.
pub static RULE: Rule = Rule {
    code: CODE,
    severity: Severity::Hint,
    scope: Scope::WithForm,
    message: Text::new("法人各列全空，请确认填 0", "All organisation columns blank"),
    prose: Prose {
        what: Text::new(
            "法人或其他组织各列是否整列空白，而总计与自然人完全相同。",
            "Whether all columns of legal persons are blank while the total is that of natural persons.",
        ),
        why: Text::new(
            "多半是没有法人申请就没有填；空白应填 0，也可能是转换时丢了数。",
            "Most likely there were none and the columns were left out; or the numbers were lost in conversion.",
        ),
        how: Text::new(
            "确认没有法人或其他组织的申请后填 0。",
            "Make sure that there were none, and fill in 0.",
        ),
        example: Text::new(
            "自然人 3、总计 3，中间五列全空。",
            "3 natural persons, total 3, five blank columns between.",
        ),
        basis: basis::FILL_ZERO,
    },
    detect,
    #[cfg(test)]
    cases: &[],
};

fn detect(context: &Context, record: &mut Record) {
    if let Some(reason) = Context::why_unread(context.report, TableKey::Applications) {
        return record.unassessable(reason);
    }
    if !blanks::whole_organizations(context) {
        return record.pass();
    }
    let places = blanks::organizations(context);
    let mut finding = finding_on(context, CODE, Severity::Hint, places[0]);
    for place in &places[1..] {
        finding = finding.with_related(context.related(*place, Role::Same));
    }
    finding.fix = fill_with_zeros(context, &places);
    record.find(finding);
}
