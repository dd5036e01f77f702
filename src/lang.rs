//! The two languages of the product. Every sentence shown is a [`Text`], so the
//! compiler guarantees that both are there.

use serde::{Deserialize, Serialize};

use crate::text::find::find;

/// A language of the product; Chinese comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// Simplified Chinese.
    #[default]
    Zh,
    /// English.
    En,
}

impl Lang {
    /// Reads `zh` or `en`; anything else is `None`.
    pub fn from_code(code: &str) -> Option<Self> {
        match code {
            "zh" => Some(Self::Zh),
            "en" => Some(Self::En),
            _ => None,
        }
    }

    /// The code as the command line and the JSON write it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Zh => "zh",
            Self::En => "en",
        }
    }
}

/// One sentence or name in both languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Text {
    /// Simplified Chinese.
    pub zh: &'static str,
    /// English.
    pub en: &'static str,
}

impl Text {
    /// Pairs the Chinese wording with the English one.
    pub const fn new(zh: &'static str, en: &'static str) -> Self {
        Self { zh, en }
    }

    /// The wording in `lang`.
    pub const fn get(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Zh => self.zh,
            Lang::En => self.en,
        }
    }

    /// The wording in `lang` with each `{}` replaced by the next of `words`. Not
    /// `format!`, which is code for every sentence where this is data.
    pub fn filled(&self, lang: Lang, words: &[&str]) -> String {
        let mut rest = self.get(lang);
        let mut filled = String::new();
        for words in words {
            if let Some(at) = find(rest, "{}") {
                filled.push_str(&rest[..at]);
                filled.push_str(words);
                rest = &rest[at + 2..];
            }
        }
        filled.push_str(rest);
        filled
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_filled_in_is_not_filled_in_again() {
        let text = Text::new("甲{}乙{}", "{} and {}.");
        assert_eq!(text.filled(Lang::Zh, &["{}", "丙"]), "甲{}乙丙");
        assert_eq!(text.filled(Lang::En, &["a", "b"]), "a and b.");
        assert_eq!(text.filled(Lang::En, &[]), "{} and {}.");
    }
}
