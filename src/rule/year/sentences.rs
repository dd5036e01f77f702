//! The sentences of a report's prose, for the rules that compare words.

use crate::parse::prose::{Part, Prose};
use crate::text::fold;

/// One sentence, without its last mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sentence {
    /// Its words.
    pub part: Part,
    /// Its clauses, as places in [`Prose::clauses`].
    pub clauses: (usize, usize),
}

/// Every sentence of the prose; sub-headings are none.
pub fn sentences(prose: &Prose) -> Vec<Sentence> {
    let mut found: Vec<Sentence> = Vec::new();
    let mut number = None;
    for (at, clause) in prose.clauses.iter().enumerate() {
        if prose.paragraphs[clause.paragraph as usize].is_heading {
            continue;
        }
        match found.last_mut() {
            Some(last) if number == Some(clause.sentence) => {
                last.part.end = clause.part.end;
                last.clauses.1 = at + 1;
            }
            _ => found.push(Sentence { part: clause.part, clauses: (at, at + 1) }),
        }
        number = Some(clause.sentence);
    }
    found
}

/// What is compared of a sentence: no marks, and of its digits none, or all but those
/// of years, which have to change.
pub fn letters(words: &str, keep: Digits) -> String {
    let mut letters = String::with_capacity(words.len());
    let mut rest = words;
    while let Some(c) = rest.chars().next() {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let (taken, after) = rest.split_at(digits.max(c.len_utf8()));
        let is_year = digits == 4 && taken.starts_with("20") && after.starts_with('年');
        if digits == 0 {
            letters.extend(fold::key_char(c));
        } else if is_year == (keep == Digits::OfYears) {
            letters.push_str(taken);
        }
        rest = after;
    }
    letters
}

/// Which digits of a sentence are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Digits {
    /// Those of years and no other.
    OfYears,
    /// All but those of years.
    OfCounts,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_the_digits_only_some_are_compared() {
        let words = "2023年，共收到申请12件（含2022年结转1件）";
        assert_eq!(letters(words, Digits::OfCounts), "年共收到申请12件含年结转1件");
        assert_eq!(letters(words, Digits::OfYears), "2023年共收到申请件含2022年结转件");
        assert_eq!(letters("", Digits::OfYears), "");
    }
}
