//! Words that are one label as a whole: with an addition, broken by the lines of a page, or
//! but for some characters.

use super::super::furniture::is_furniture;
use super::super::lexicon::{Entry, Lexicon, Sense};
use super::super::matching::{Letters, distance};
use super::marks::is_one_bracket;
use super::{Kind, Scanner};
use crate::report::Wording;
use crate::text::Span;
use crate::text::fold::{digit, enclosed, key, key_char, ordinal};

impl Scanner<'_> {
    /// A cell that is one label, with or without an addition in brackets.
    pub(super) fn whole_label(&mut self, span: Span) -> Option<Kind> {
        let (at, number) = self.skip_ordinal(span.start as usize, span.end as usize);
        let found = self.find(at, span.end as usize)?;
        if !found.complete {
            return None;
        }
        let rest = &self.source.text()[found.end..span.end as usize];
        let rest_length = rest.chars().filter(|c| key_char(*c).is_some()).count();
        let mut wording = if found.entry.official { Wording::Official } else { Wording::Accepted };
        if rest_length > 0 {
            let whole = key(&self.source.text()[at..span.end as usize]);
            let bracketed = rest.trim_start().starts_with(any_of!['（', '(', '：', ':', '/', '、', '，']);
            // What stands in brackets after a head is a unit or a note, not a typo.
            let is_head = matches!(found.entry.sense, Sense::Head(_));
            let typo = if is_head && bracketed { None } else { self.typo(&whole) };
            match typo.filter(|(entry, _)| entry.sense == found.entry.sense) {
                Some((_, edits)) => wording = Wording::Typo(edits),
                None => {
                    if !bracketed || rest_length > 40 && !is_one_bracket(rest) {
                        return None;
                    }
                    wording = Wording::Accepted;
                }
            }
        }
        Some(Kind::Word { sense: found.entry.sense, ordinal: number, wording })
    }

    /// A cell of several lines that are one label without the lines of the page among
    /// them, or without the last.
    pub(super) fn interrupted_label(&mut self, span: Span) -> Option<Kind> {
        let words = self.source.slice(span);
        let mut kept = String::new();
        let mut left_out = false;
        for line in words.split('\n') {
            if is_furniture(line) {
                left_out = true;
            } else {
                kept.push_str(&key(line));
            }
        }
        if left_out {
            let mut chars = kept.chars();
            let number = chars.next().and_then(|c| digit(c).or_else(|| ordinal(c))).unwrap_or(0);
            let rest = if number > 0 { chars.as_str() } else { kept.as_str() };
            let whole = |words: &str| {
                let first = words.chars().next()?;
                self.lexicon.starting_with(first).iter().find(|entry| entry.key == words)
            };
            if let Some(entry) = whole(rest).or_else(|| whole(&kept)) {
                let wording = if entry.official { Wording::Official } else { Wording::Accepted };
                return Some(Kind::Word { sense: entry.sense, ordinal: number, wording });
            }
        }
        let last = words.rfind(any_of!['\n'])?;
        self.whole_label(self.source.trim(Span::new(span.start as usize, span.start as usize + last)))
    }

    /// A cell that is a row's label or a head but for some characters.
    pub(super) fn nearly_label(&mut self, words: &str) -> Option<Kind> {
        let start = words.char_indices().find(|(_, c)| key_char(*c).is_some())?.0;
        let mut rest = key(&words[start..]);
        let mut number = 0;
        if let Some(c) = rest.chars().next()
            && let Some(n) = digit(c).or_else(|| ordinal(c)).or_else(|| enclosed(c))
        {
            number = n;
            rest.remove(0);
        }
        let (entry, edits) = self.typo(&rest)?;
        Some(Kind::Word { sense: entry.sense, ordinal: number, wording: Wording::Typo(edits) })
    }

    /// The official row label or head nearest to `words`, at most a fifth of it and three
    /// edits away.
    fn typo(&mut self, words: &str) -> Option<(&'static Entry, u8)> {
        let letters = Letters::of(words);
        if self.comparisons == 0 || letters.length < 4 {
            return None;
        }
        self.comparisons -= 1;
        let mut best: Option<(&'static Entry, u8)> = None;
        let lexicon: &'static Lexicon = self.lexicon;
        for entry in lexicon.official_labels() {
            let limit = (entry.letters.length / 4).clamp(1, 3);
            if entry.letters.may_be_near(letters, limit)
                && let Some(edits) = distance(words, &entry.key, limit).filter(|edits| *edits > 0)
                && best.is_none_or(|(_, other)| edits < other as usize)
            {
                best = Some((entry, edits as u8));
            }
        }
        best
    }
}
