//! The settings of a reader: rules switched off, other severities, local
//! requirements. They are a small text, one setting a line:
//!
//! ```text
//! # Words behind a # are for people.
//! S-13 off                  switches a rule off; `on` switches it on
//! X-01 hint                 gives it another severity: error, warning or hint
//! Y-01：错误                 关, 开, 错误, 提醒, 提示 say the same, and a colon may stand between
//! overview-limit 1000       section one is to have at most so many characters (S-20)
//! section-six 建议提案       section six is to speak of this as well (L-04); one line each
//! ```
//!
//! - Nothing is set unless the text sets it. By default S-15 is off; S-20 and L-04
//!   run once their requirement is set, and not before.
//! - A rule that is off is not run and stands in no list of checks. A rule that is
//!   given a severity is on.
//! - A rule that leaves a cause to another one leaves it to that one even where it is
//!   off. Only the sums of 表三 speak for themselves where T3-C05, which names the
//!   single wrong cell instead of them, is off.
//! - A severity replaces the rule's own. A finding that its rule had lowered because
//!   it was less sure never rises above what it was lowered to.
//! - A text with a line that cannot be read is refused as a whole, with that line and
//!   the reason, and the defaults stay.
//! - Texts that mean the same have one canonical text ([`Profile::text`]) and one
//!   hash ([`Profile::hash`]), which names them in exports.

mod parse;

use crate::finding::{Finding, Severity};
use crate::hash::Fnv;
use crate::rule::Rule;
use crate::text::Number;

#[cfg(not(target_arch = "wasm32"))]
pub(crate) use parse::FAULTS;
pub use parse::{Fault, ProfileError};

/// The largest settings text, in bytes.
pub const PROFILE_CAP: usize = 64 * 1024;

/// The rules that are off unless they are switched on: what they look for is asked
/// for nowhere any more.
const OFF: [&str; 1] = ["S-15"];

/// The rule on the length of section one, which needs a length.
const LENGTH_RULE: &str = "S-20";
/// The rule on further matters in section six, which needs matters.
const MATTERS_RULE: &str = "L-04";

/// The name of the setting for the length of section one.
const LENGTH: &str = "overview-limit";
/// The name of the setting for further matters in section six.
const MATTERS: &str = "section-six";

/// What a rule is set to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Setting {
    Off,
    On,
    Severity(Severity),
}

impl Setting {
    /// The word in the canonical text.
    fn key(self) -> &'static str {
        match self {
            Self::Off => "off",
            Self::On => "on",
            Self::Severity(severity) => severity.key(),
        }
    }
}

/// The settings that a check goes by.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Profile {
    /// The rules that differ from the default, in the order of the catalogue.
    rules: Vec<(&'static str, Setting)>,
    /// The most characters that section one may have.
    pub overview_limit: Option<u32>,
    /// What section six has to speak of besides, in the order of the settings.
    pub section_six: Vec<String>,
}

impl Profile {
    /// Reads a settings text.
    ///
    /// # Errors
    /// The first line that cannot be read and why; nothing of the text holds then.
    pub fn parse(text: &str) -> Result<Self, ProfileError> {
        parse::parse(text)
    }

    /// Whether nothing is set.
    pub fn is_default(&self) -> bool {
        *self == Self::default()
    }

    /// Whether the rule with `code` runs.
    pub fn runs(&self, code: &str) -> bool {
        match self.setting(code) {
            Some(setting) => setting != Setting::Off,
            None => self.runs_unset(code),
        }
    }

    /// Whether a rule runs about which nothing is said.
    fn runs_unset(&self, code: &str) -> bool {
        match code {
            LENGTH_RULE => self.overview_limit.is_some(),
            MATTERS_RULE => !self.section_six.is_empty(),
            _ => !OFF.contains(&code),
        }
    }

    /// Gives findings of `rule` the severity that is set for it. What the rule had
    /// lowered stays at least as low.
    pub fn grade(&self, rule: &Rule, findings: &mut [Finding]) {
        let Some(Setting::Severity(set)) = self.setting(rule.code) else { return };
        for finding in findings {
            let was_lowered = finding.severity > rule.severity;
            finding.severity = if was_lowered { finding.severity.max(set) } else { set };
        }
    }

    /// The canonical text: one line a setting, rules in the order of the catalogue;
    /// empty for the default. Read again, it gives the same settings.
    pub fn text(&self) -> String {
        let mut text = String::new();
        let mut line = |name: &str, value: &str| {
            for part in [name, " ", value, "\n"] {
                text.push_str(part);
            }
        };
        for (code, setting) in &self.rules {
            line(code, setting.key());
        }
        if let Some(limit) = self.overview_limit {
            line(LENGTH, &Number::from(limit).written());
        }
        for matter in &self.section_six {
            line(MATTERS, matter);
        }
        text
    }

    /// A name for the settings: a hash of the canonical text, 16 hexadecimal digits.
    pub fn hash(&self) -> String {
        let mut hash = Fnv::default();
        hash.write(self.text().as_bytes());
        hash.digits()
    }

    fn setting(&self, code: &str) -> Option<Setting> {
        self.rules.iter().find(|(other, _)| *other == code).map(|(_, setting)| *setting)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rule;

    fn profile(text: &str) -> Profile {
        Profile::parse(text).unwrap_or_else(|error| panic!("{error:?}"))
    }

    #[test]
    fn nothing_is_set_by_default() {
        let default = Profile::default();
        assert_eq!(default.text(), "");
        assert!(default.runs("T3-C01") && default.runs("Q-05"));
        assert!(!default.runs("S-15") && !default.runs("S-20") && !default.runs("L-04"));
        assert_eq!(profile("# 全部照默认\n\n  ＃ 就这样"), default);
    }

    #[test]
    fn a_local_requirement_switches_its_rule_on() {
        assert!(profile("overview-limit 1000").runs("S-20"));
        assert_eq!(profile("第一部分字数：１０００字").overview_limit, Some(1000));
        let matters = profile("section-six 建议提案\n第六部分　创新情况 # 本省要求");
        assert_eq!(matters.section_six, ["建议提案", "创新情况"]);
        assert!(matters.runs("L-04"));
    }

    #[test]
    fn settings_that_mean_the_same_have_one_text_and_one_hash() {
        let one = profile("q-05：提示\r\nT3-C02 off # 另查\n\noverview-limit=800\nF-02 on\nF-01 warning\n");
        let other = profile("Ｔ３－Ｃ０２\t关\n第一部分字数 800 字\nQ-05 hint");
        assert_eq!(one.text(), "T3-C02 off\nQ-05 hint\noverview-limit 800\n");
        assert_eq!(one, other);
        assert_eq!(one.hash(), other.hash());
        assert_eq!(profile(&one.text()), one);
        assert_ne!(one.hash(), profile("T3-C02 off").hash());
        // It is written into exports, so it may never change.
        assert_eq!(profile("Q-05 hint").hash(), "e7fceee208e4a6e7");
    }

    #[test]
    fn a_severity_holds_and_a_finding_that_was_lowered_stays_low() {
        let rule = rule::find("Q-05").expect("a rule");
        assert_eq!(rule.severity, Severity::Warning);
        let graded = |set: &str| {
            let mut findings = [Severity::Warning, Severity::Hint].map(|s| Finding::new("Q-05", s));
            profile(set).grade(rule, &mut findings);
            findings.map(|finding| finding.severity)
        };
        assert_eq!(graded("Q-05 error"), [Severity::Error, Severity::Hint]);
        assert_eq!(graded("Q-05 hint"), [Severity::Hint, Severity::Hint]);
        assert_eq!(graded(""), [Severity::Warning, Severity::Hint]);
    }
}
