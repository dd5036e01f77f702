//! Sentences from findings.

use crate::check::Check;
use crate::finding::Finding;
use crate::lang::Lang;
use crate::rule;

/// The sentence of `finding` in `lang`.
pub fn message(_check: &Check, finding: &Finding, lang: Lang) -> String {
    rule::find(finding.rule).map_or(String::new(), |rule| rule.message.get(lang).to_string())
}
