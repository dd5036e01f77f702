//! Findings that somebody has looked at and accepted, each with a reason.

use gouji::render::view::FindingView;

use super::view::Shown;

/// The longest reason that is kept, in characters.
pub const REASON_CAP: usize = 200;

/// One accepted finding. It stays accepted as long as the same thing is found: its
/// fingerprint does not change when the text changes elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accepted {
    /// The finding's fingerprint.
    pub key: String,
    /// Its rule.
    pub rule: String,
    /// Why it is accepted.
    pub reason: String,
    /// Whose report it was found in, and for which year: fingerprints of two reports
    /// may be alike.
    pub report: String,
}

impl Accepted {
    /// Whether it is about `finding`.
    pub fn is(&self, finding: &FindingView) -> bool {
        self.key == finding.key
    }
}

/// What tells one report from another.
pub fn identity(view: &Shown) -> String {
    let year = view.year.map(|year| year.to_string()).unwrap_or_default();
    [view.organization.as_deref().unwrap_or_default(), " ", &year].concat()
}

/// A reason on one line, not too long; nothing where none was given.
pub fn reason(words: &str) -> Option<String> {
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    (!line.is_empty()).then(|| line.chars().take(REASON_CAP).collect())
}
