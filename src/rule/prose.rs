//! What is told about a rule, and how it reaches the page.
//!
//! The prose stands in the rule's file. Natively it is part of the program. The
//! page's module would grow by a quarter with it, so there the build leaves it out
//! ([`prose!`](crate::rule::prose)) and copies it into a data file of the page
//! ([`data_file`]), which is read once (`read_data_file`, in the page alone).

use crate::lang::Text;

/// What is told about a rule.
#[derive(Debug, Clone, Copy)]
pub struct Prose {
    /// What a finding says, with `{names}` to fill in.
    pub message: Text,
    /// 查什么: what it checks.
    pub what: Text,
    /// 为什么: why it matters.
    pub why: Text,
    /// 怎样改: how to mend it.
    pub how: Text,
    /// 例: an example.
    pub example: Text,
    /// 依据: the legal basis.
    pub basis: Text,
    /// 何时不报: when it stays silent though it might seem to apply.
    pub silent: Text,
}

impl Prose {
    /// Nothing told: of a code that is no rule's, and in a page whose data file was not
    /// read.
    const NONE: Self = {
        const NONE: Text = Text::new("", "");
        Self { message: NONE, what: NONE, why: NONE, how: NONE, example: NONE, basis: NONE, silent: NONE }
    };
}

/// What a rule has of its prose in the program: all of it.
#[cfg(not(target_arch = "wasm32"))]
pub(super) type Told = Prose;

/// What a rule has of its prose in the page's module: nothing.
#[cfg(target_arch = "wasm32")]
pub(super) struct Told;

/// A rule's prose, in the rule's own file.
#[cfg(not(target_arch = "wasm32"))]
macro_rules! prose {
    ($($field:ident: $text:expr),* $(,)?) => {
        // Every field: a rule that leaves one out does not compile.
        $crate::rule::prose::Told { $($field: $text,)* }
    };
}

/// A rule's prose, which the page has in a data file.
#[cfg(target_arch = "wasm32")]
macro_rules! prose {
    ($($field:ident: $text:expr),* $(,)?) => {{
        // Seen by the compiler, and in nothing that it makes.
        const _: &[$crate::lang::Text] = &[$($text),*];
        $crate::rule::prose::Told
    }};
}

pub(crate) use prose;

/// The prose of every rule as the page's data file: a line a rule, its code and
/// then each text in Chinese and English, between tabs.
#[cfg(not(target_arch = "wasm32"))]
pub fn data_file() -> String {
    let mut file = String::new();
    for rule in super::RULES {
        let Prose { message, what, why, how, example, basis, silent } = rule.prose;
        file.push_str(rule.code);
        for text in [message, what, why, how, example, basis, silent] {
            for words in [text.zh, text.en] {
                file.push('\t');
                file.push_str(words);
            }
        }
        file.push('\n');
    }
    file
}

#[cfg(target_arch = "wasm32")]
mod loaded {
    use std::sync::OnceLock;

    use super::Prose;
    use crate::lang::Text;

    static LOADED: OnceLock<Vec<(&'static str, Prose)>> = OnceLock::new();

    /// Reads the data file that the build has made. Only the first call counts; a
    /// line that is no rule's is passed over.
    pub fn read_data_file(file: &str) {
        LOADED.get_or_init(|| {
            // Kept for as long as the page is there, as the program's own text would be.
            let file: &'static str = Box::leak(file.to_string().into_boxed_str());
            file.lines().filter_map(line).collect()
        });
    }

    fn line(line: &'static str) -> Option<(&'static str, Prose)> {
        let mut words = line.split('\t');
        let code = words.next()?;
        let mut texts = [Text::new("", ""); 7];
        for text in &mut texts {
            *text = Text::new(words.next()?, words.next()?);
        }
        let [message, what, why, how, example, basis, silent] = texts;
        Some((code, Prose { message, what, why, how, example, basis, silent }))
    }

    /// The codes of all rules that the data file tells of, in its order.
    pub fn codes() -> Vec<&'static str> {
        LOADED.get().into_iter().flatten().map(|(code, _)| *code).collect()
    }

    pub(super) fn of(code: &str) -> Option<Prose> {
        LOADED.get()?.iter().find(|(other, _)| *other == code).map(|(_, prose)| *prose)
    }
}

#[cfg(target_arch = "wasm32")]
pub use loaded::{codes, read_data_file};

/// What is told about the rule with `code`; nothing for a code that is no rule's.
#[cfg(not(target_arch = "wasm32"))]
pub fn of(code: &str) -> Prose {
    super::find(code).map_or(Prose::NONE, |rule| rule.prose)
}

/// What is told about the rule with `code`; nothing for a code that is no rule's and
/// in a page whose data file was not read. The list of the rules is not looked at,
/// so that the page's own module need not have it.
#[cfg(target_arch = "wasm32")]
pub fn of(code: &str) -> Prose {
    loaded::of(code).unwrap_or(Prose::NONE)
}

impl super::Rule {
    /// What is told about the rule.
    pub fn prose(&self) -> Prose {
        of(self.code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_data_file_holds_fifteen_fields_a_rule() {
        for line in data_file().lines() {
            assert_eq!(line.split('\t').count(), 15, "{line}");
        }
    }

    #[test]
    fn every_rule_tells_everything_in_both_languages() {
        let mut lacking = Vec::new();
        for rule in crate::rule::RULES {
            let Prose { message, what, why, how, example, basis, silent } = rule.prose();
            let named = [("message", message), ("what", what), ("why", why), ("how", how)];
            let named = named.into_iter().chain([("example", example), ("basis", basis), ("silent", silent)]);
            for (field, text) in named {
                let is_chinese = text.zh.contains(|c: char| ('\u{4e00}'..='\u{9fff}').contains(&c));
                if !is_chinese && !text.zh.contains('{') {
                    lacking.push(format!("{} {field}: no Chinese: {:?}", rule.code, text.zh));
                }
                // An example may be the report's own words alone.
                let is_english = text.en.contains(|c: char| c.is_ascii_lowercase());
                if text.en.is_empty() || !is_english && field != "example" {
                    lacking.push(format!("{} {field}: no English: {:?}", rule.code, text.en));
                }
                // What a data file, a template string or a line of Markdown would trip over.
                if [text.zh, text.en].iter().any(|words| words.contains(['`', '\\', '$', '\t', '\n'])) {
                    lacking.push(format!("{} {field}: a character that prose may not have", rule.code));
                }
            }
        }
        assert!(lacking.is_empty(), "{}", lacking.join("\n"));
    }
}
