//! What is told about a rule, and how it reaches the page.
//!
//! The prose stands in the rule's file. Natively it is part of the program. In wasm the
//! build leaves it out ([`prose!`](crate::rule::prose)) and copies it into the data file
//! ([`data_file`]) that holds all [sentences](crate::sentence).

use crate::lang::Text;
#[cfg(target_arch = "wasm32")]
use crate::sentence;

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

/// The data file of the modules: a line a rule, its code and then each text in Chinese
/// and English, between tabs; then a line a sentence, its name and both languages; then a
/// line a label of the forms and its English.
#[cfg(not(target_arch = "wasm32"))]
pub fn data_file() -> String {
    let mut file = String::new();
    let mut line = |name: &str, words: &[&str]| {
        file.push_str(name);
        for words in words {
            file.push('\t');
            file.push_str(words);
        }
        file.push('\n');
    };
    for rule in super::RULES {
        let Prose { message, what, why, how, example, basis, silent } = rule.prose;
        let texts = [message, what, why, how, example, basis, silent];
        line(rule.code, &texts.map(|text| [text.zh, text.en]).concat());
    }
    for list in [crate::note::SENTENCES, super::record::REASONS, crate::profile::FAULTS] {
        for (name, text) in list.0 {
            line(name, &[text.zh, text.en]);
        }
    }
    for (label, english) in crate::form::labels() {
        line(&label, &[english]);
    }
    file
}

/// The codes of all rules that the data file tells of, in its order.
#[cfg(target_arch = "wasm32")]
pub fn codes() -> Vec<&'static str> {
    sentence::lines().filter(|(_, words)| texts(words).is_some()).map(|(code, _)| code).collect()
}

/// The texts in a rule's line of the data file; `None` for a line of something else.
#[cfg(target_arch = "wasm32")]
fn texts(words: &'static str) -> Option<Prose> {
    let mut words = words.split('\t');
    let mut texts = [Text::new("", ""); 7];
    for text in &mut texts {
        *text = Text::new(words.next()?, words.next()?);
    }
    let [message, what, why, how, example, basis, silent] = texts;
    Some(Prose { message, what, why, how, example, basis, silent })
}

/// What is told about the rule with `code`; nothing for a code that is no rule's.
#[cfg(not(target_arch = "wasm32"))]
pub fn of(code: &str) -> Prose {
    super::find(code).map_or(Prose::NONE, |rule| rule.prose)
}

/// What is told about the rule with `code`; nothing for a code that is no rule's and
/// in a module whose data file was not read. The list of the rules is not looked at,
/// so that the page's own module need not have it.
#[cfg(target_arch = "wasm32")]
pub fn of(code: &str) -> Prose {
    texts(sentence::line(code)).unwrap_or(Prose::NONE)
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
    fn the_data_file_holds_fifteen_fields_a_rule_and_each_name_once() {
        let file = data_file();
        let mut names = std::collections::HashSet::new();
        for (at, line) in file.lines().enumerate() {
            let fields: Vec<&str> = line.split('\t').collect();
            assert!(names.insert(fields[0]), "twice: {line}");
            assert!(fields.iter().all(|field| !field.is_empty()), "{line}");
            let is_rule = at < crate::rule::RULES.len();
            assert!(if is_rule { fields.len() == 15 } else { matches!(fields.len(), 2 | 3) }, "{line}");
            assert!(!line.contains(['`', '\\', '$']), "{line}");
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
                if [text.zh, text.en].iter().any(|words| words.trim() != *words || words.contains("  ")) {
                    lacking.push(format!("{} {field}: a space too many", rule.code));
                }
                // A message may begin with what is filled in, an example with the report's words.
                if !matches!(field, "message" | "example") && text.en.starts_with(|c: char| c.is_lowercase())
                {
                    lacking.push(format!("{} {field}: begins as no sentence does: {}", rule.code, text.en));
                }
                // What a data file, a template string or a line of Markdown would trip over.
                if [text.zh, text.en].iter().any(|words| words.contains(['`', '\\', '$', '\t', '\n'])) {
                    lacking.push(format!("{} {field}: a character that prose may not have", rule.code));
                }
            }
            // Who reads one finding has no other from which to learn which regulation is meant.
            let is_named = basis.zh.contains("《政府信息公开条例》")
                && basis.en.contains("Regulations on Government Information Disclosure");
            if basis.zh.contains("条例") && !is_named {
                lacking.push(format!("{} basis: the regulation has another name", rule.code));
            }
        }
        assert!(lacking.is_empty(), "{}", lacking.join("\n"));
    }
}
