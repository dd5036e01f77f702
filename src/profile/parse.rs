//! A settings text, line by line.

use super::{LENGTH, LENGTH_RULE, MATTERS, MATTERS_RULE, OFF, PROFILE_CAP, Profile, Setting};
use crate::finding::Severity;
use crate::lang::Lang;
use crate::rule::RULES;
use crate::sentence::{Sentences, sentences};
use crate::text::find::nth_char;
use crate::text::fold::narrow;
use crate::text::{Number, Source};

/// The greatest length of section one that can be asked for.
const MOST_CHARACTERS: u32 = 100_000;
/// The most further matters, and the most characters of one.
const MOST_MATTERS: usize = 50;
const MATTER_LENGTH: usize = 60;
/// The most characters of a line that a reason quotes.
const QUOTE_LENGTH: usize = 30;

/// What the settings' names may be written as besides.
const NAMES: [(&str, &str); 4] =
    [(LENGTH, LENGTH), ("第一部分字数", LENGTH), (MATTERS, MATTERS), ("第六部分", MATTERS)];

/// What a rule can be set to.
const WORDS: [(&str, &str, Setting); 5] = [
    ("off", "关", Setting::Off),
    ("on", "开", Setting::On),
    ("error", "错误", Setting::Severity(Severity::Error)),
    ("warning", "提醒", Setting::Severity(Severity::Warning)),
    ("hint", "提示", Setting::Severity(Severity::Hint)),
];

/// Why a settings text is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProfileError {
    /// The line, counted from 1.
    pub line: u32,
    /// What is wrong there.
    pub fault: Fault,
    /// The words that are wrong.
    pub words: String,
}

/// What can be wrong with a line of settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// The text is longer than [`PROFILE_CAP`].
    TooLong,
    /// The first word names neither a rule nor a setting.
    UnknownName,
    /// Nothing stands behind the name.
    NoValue,
    /// A rule cannot be set to this.
    UnknownSetting,
    /// No number, or none that a length can be.
    NoLength,
    /// A matter of too many characters, or one too many.
    TooMuch,
    /// It was set before.
    Twice,
    /// The rule is switched on without the requirement that it checks.
    NoRequirement,
}

impl Fault {
    /// The name of its reason.
    fn name(self) -> &'static str {
        match self {
            Self::TooLong => "fault-too-long",
            Self::UnknownName => "fault-unknown-name",
            Self::NoValue => "fault-no-value",
            Self::UnknownSetting => "fault-unknown-setting",
            Self::NoLength => "fault-no-length",
            Self::TooMuch => "fault-too-much",
            Self::Twice => "fault-twice",
            Self::NoRequirement => "fault-no-requirement",
        }
    }
}

/// The reasons, with `{}` for the words.
pub(crate) const FAULTS: Sentences = sentences! {
    "fault-too-long":
        "设置超过 64 KiB",
        "the settings are longer than 64 KiB";
    "fault-unknown-name":
        "“{}”不是规则编号，也不是设置名",
        "“{}” is neither a rule nor a setting";
    "fault-no-value":
        "“{}”后面没有写内容",
        "nothing is set behind “{}”";
    "fault-unknown-setting":
        "“{}”不是 off、on、error、warning、hint（关、开、错误、提醒、提示）之一",
        "“{}” is none of off, on, error, warning, hint";
    "fault-no-length":
        "“{}”不是 1 到 100000 的整数",
        "“{}” is no whole number from 1 to 100000";
    "fault-too-much":
        "“{}”太长或太多：事项最多 50 个，每个最多 60 字",
        "“{}” is too much: at most 50 matters of 60 characters each";
    "fault-twice":
        "“{}”前面已经设过",
        "“{}” was set before";
    "fault-no-requirement":
        "“{}”需要先设本地要求（overview-limit 或 section-six）",
        "“{}” needs its requirement (overview-limit or section-six)";
};

impl ProfileError {
    /// Line and reason in one sentence without its stop.
    pub fn message(&self, lang: Lang) -> String {
        let reason = FAULTS.get(self.fault.name()).filled(lang, &[&self.words]);
        let (before, after) = match lang {
            Lang::Zh => ("第 ", " 行："),
            Lang::En => ("line ", ": "),
        };
        [before, &Number::from(self.line).written(), after, &reason].concat()
    }

    fn new(line: u32, fault: Fault, words: &str) -> Self {
        let mut words: String = words.chars().filter(|c| !c.is_control()).collect();
        if let Some((end, _)) = nth_char(&words, QUOTE_LENGTH) {
            words.truncate(end);
            words.push('…');
        }
        Self { line, fault, words }
    }
}

pub(super) fn parse(text: &str) -> Result<Profile, ProfileError> {
    if text.len() > PROFILE_CAP {
        let before = &text.as_bytes()[..PROFILE_CAP];
        let line = 1 + before.iter().filter(|byte| **byte == b'\n').count() as u32;
        return Err(ProfileError::new(line, Fault::TooLong, ""));
    }
    let source = Source::new(text);
    let mut profile = Profile::default();
    // Every rule that is set, by its place in the catalogue, with its line.
    let mut set: Vec<Option<(Setting, u32)>> = vec![None; RULES.len()];
    for (number, line) in (1..).zip(source.text().split('\n')) {
        let (name, value) = name_and_value(line);
        if name.is_empty() {
            continue;
        }
        let fault = |fault, words: &str| Err(ProfileError::new(number, fault, words));
        let folded: String = name.chars().map(narrow).collect();
        let is = |word: &str| word.eq_ignore_ascii_case(&folded);
        let setting = NAMES.iter().find(|(other, _)| is(other)).map(|(_, setting)| *setting);
        let rule = RULES.iter().position(|rule| is(rule.code));
        if setting.is_none() && rule.is_none() {
            return fault(Fault::UnknownName, name);
        }
        if value.is_empty() {
            return fault(Fault::NoValue, name);
        }
        if let Some(at) = rule {
            let Some(word) = word(value) else { return fault(Fault::UnknownSetting, value) };
            if set[at].replace((word, number)).is_some() {
                return fault(Fault::Twice, name);
            }
        } else if setting == Some(LENGTH) {
            let Some(limit) = length(value) else { return fault(Fault::NoLength, value) };
            if profile.overview_limit.replace(limit).is_some() {
                return fault(Fault::Twice, name);
            }
        } else {
            if profile.section_six.iter().any(|other| other == value) {
                return fault(Fault::Twice, value);
            }
            if profile.section_six.len() == MOST_MATTERS || value.chars().count() > MATTER_LENGTH {
                return fault(Fault::TooMuch, value);
            }
            profile.section_six.push(value.to_string());
        }
    }
    for (rule, set) in RULES.iter().zip(set) {
        let Some((setting, line)) = set else { continue };
        let runs_unset = profile.runs_unset(rule.code);
        if !runs_unset && setting != Setting::Off && !OFF.contains(&rule.code) {
            debug_assert!([LENGTH_RULE, MATTERS_RULE].contains(&rule.code), "another rule is off");
            return Err(ProfileError::new(line, Fault::NoRequirement, rule.code));
        }
        // What changes nothing is left out, so that the same settings are the same text.
        let setting = match setting {
            Setting::Severity(severity) if severity == rule.severity => Setting::On,
            other => other,
        };
        if (setting == Setting::Off) == runs_unset || matches!(setting, Setting::Severity(_)) {
            profile.rules.push((rule.code, setting));
        }
    }
    Ok(profile)
}

/// The first word of a line and the rest, without the comment.
fn name_and_value(line: &str) -> (&str, &str) {
    let is_between = |c: char| c.is_whitespace() || matches!(narrow(c), ':' | '=');
    let mut end = line.len();
    let mut before = ' ';
    for (at, c) in line.char_indices() {
        if narrow(c) == '#' && is_between(before) {
            end = at;
            break;
        }
        before = c;
    }
    let line = line[..end].trim();
    match line.find(is_between) {
        Some(at) => (&line[..at], line[at..].trim_matches(is_between)),
        None => (line, ""),
    }
}

fn word(value: &str) -> Option<Setting> {
    let folded: String = value.chars().map(narrow).collect();
    let found = WORDS.iter().find(|(en, zh, _)| en.eq_ignore_ascii_case(&folded) || *zh == folded);
    found.map(|(_, _, setting)| *setting)
}

/// A number of characters; 字 may stand behind it.
fn length(value: &str) -> Option<u32> {
    let folded: String = value.chars().map(narrow).collect();
    let digits = folded.strip_suffix('字').unwrap_or(&folded).trim_end();
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    digits.parse().ok().filter(|limit| (1..=MOST_CHARACTERS).contains(limit))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn refused(text: &str, line: u32, fault: Fault) {
        let error = Profile::parse(text).expect_err("it is refused");
        assert_eq!((error.line, error.fault), (line, fault), "{text:?}");
    }

    #[test]
    fn a_text_is_refused_as_a_whole_with_line_and_reason() {
        refused("Q-05 off\nS-99 off", 2, Fault::UnknownName);
        refused("请关掉占位符", 1, Fault::UnknownName);
        refused("\n\nQ-05", 3, Fault::NoValue);
        refused("Q-05 严重", 1, Fault::UnknownSetting);
        refused("Q-05 off on", 1, Fault::UnknownSetting);
        refused("overview-limit 很多", 1, Fault::NoLength);
        refused("overview-limit 0", 1, Fault::NoLength);
        refused("overview-limit 99999999999", 1, Fault::NoLength);
        refused("overview-limit +5", 1, Fault::NoLength);
        refused("Q-05 off\r\nq-05 off", 2, Fault::Twice);
        refused("section-six 创新\n第六部分 创新", 2, Fault::Twice);
        refused("overview-limit 1\noverview-limit 1", 2, Fault::Twice);
        refused(&format!("section-six {}", "长".repeat(61)), 1, Fault::TooMuch);
        refused(&(0..51).map(|n| format!("section-six 事项{n}\n")).collect::<String>(), 51, Fault::TooMuch);
        refused(&"# 注\n".repeat(PROFILE_CAP / 6 + 1), (PROFILE_CAP / 6) as u32 + 1, Fault::TooLong);
    }

    #[test]
    fn the_reason_is_said_in_both_languages() {
        let error = Profile::parse("Q-05 严重").expect_err("it is refused");
        let zh = error.message(Lang::Zh);
        assert!(zh.starts_with("第 1 行：“严重”不是 off、on"), "{zh}");
        assert_eq!(error.message(Lang::En), "line 1: “严重” is none of off, on, error, warning, hint");
        let long = Profile::parse(&"很".repeat(5000)).expect_err("it is refused");
        assert!(long.message(Lang::Zh).chars().count() < 80);
    }

    #[test]
    fn a_comment_begins_with_a_line_or_after_a_space() {
        assert_eq!(name_and_value("S-13 off # 不查"), ("S-13", "off"));
        assert_eq!(name_and_value("section-six C#平台"), ("section-six", "C#平台"));
        assert_eq!(name_and_value("　＃ 说明"), ("", ""));
        assert_eq!(name_and_value("第六部分：#创新"), ("第六部分", ""));
        assert_eq!(name_and_value("S-13：　关"), ("S-13", "关"));
    }
}
