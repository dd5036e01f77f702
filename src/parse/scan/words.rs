//! Finding the known words of a table: whole, broken off, numbered.

use super::super::lexicon::{Entry, Lexicon, Sense};
use super::super::matching::{agree, agree_behind, unparted_start};
use super::marks::{bracket_end, is_closing};
use super::{Kind, LONG_LABEL, Scanner, Token};
use crate::report::Wording;
use crate::text::Span;
use crate::text::find::nth_char;
use crate::text::fold::{digit, enclosed, is_space, key_char, ordinal};

/// Whether digits begin no label, as most do not: a zero, two of them, or one with another
/// number behind it, or nothing.
fn is_value(words: &[u8]) -> bool {
    match words {
        [b'0', ..] | [b'1'..=b'9', b'0'..=b'9', ..] | [b'1'..=b'9'] => true,
        [b'1'..=b'9', b' ' | b'\n', behind @ ..] => behind.first().is_none_or(u8::is_ascii_digit),
        _ => false,
    }
}

/// A known word found at a place.
pub(super) struct Found {
    pub(super) entry: &'static Entry,
    pub(super) end: usize,
    pub(super) matched: usize,
    pub(super) complete: bool,
}

impl Scanner<'_> {
    /// Goes on with a label that was broken off. Returns where that ends.
    pub(super) fn resume(&mut self, at: usize, end: usize) -> Option<usize> {
        for index in (0..self.interrupted.len()).rev() {
            let (entry, read) = self.interrupted[index];
            let rest_at = nth_char(&entry.key, read)?.0;
            let agreement = agree(&self.source.text()[..end], at, &entry.key[rest_at..]);
            if agreement.complete {
                self.interrupted.remove(index);
                return Some(agreement.end);
            }
            let broken_off = self.ends_word(agreement.end, end);
            let matched = agreement.matched(&entry.key[rest_at..]);
            if matched >= 2 && broken_off {
                self.interrupted[index].1 += matched;
                return Some(agreement.end);
            }
        }
        None
    }

    /// Whether a word ends at `at`: a space, a line end, a digit or the stretch.
    pub(super) fn ends_word(&self, at: usize, end: usize) -> bool {
        self.source.text()[at..end]
            .chars()
            .next()
            .is_none_or(|c| c.is_whitespace() || is_space(c) || digit(c).is_some())
    }

    /// A known word at `at`, with the number before it.
    pub(super) fn label(&mut self, at: usize, end: usize, row: u32, column: u16) -> Option<(Token, usize)> {
        if is_value(&self.source.text().as_bytes()[at..end]) {
            return None;
        }
        let (word_at, number) = self.skip_ordinal(at, end);
        let found = self.find(word_at, end)?;
        // `1288 21`: digits are a value, not the number of a label far away.
        if word_at > at && !self.adjoins(word_at, found.entry, number) {
            return None;
        }
        if !found.complete {
            self.interrupted.push((found.entry, found.matched));
            if self.interrupted.len() > 4 {
                self.interrupted.remove(0);
            }
        }
        let wording = if found.entry.official { Wording::Official } else { Wording::Accepted };
        let text = self.source.text();
        let stop = match found.entry.sense {
            Sense::Head(_) => bracket_end(text, found.end, end),
            // The note stands in brackets, which are its own.
            Sense::Note => {
                found.end
                    + text[found.end..end].chars().next().filter(|c| is_closing(*c)).map_or(0, char::len_utf8)
            }
            Sense::Row(_) => self.definition_end(found.end, end).unwrap_or(found.end),
            _ => found.end,
        };
        let opened = text[..at].chars().next_back().filter(|c| matches!(c, '（' | '('));
        let start = match found.entry.sense {
            Sense::Note => at - opened.map_or(0, char::len_utf8),
            _ => at,
        };
        let kind = Kind::Word { sense: found.entry.sense, ordinal: number, wording };
        Some((Token { kind, span: Span::new(start, stop), row, column }, stop))
    }

    /// Whether the word at `at` follows the number before it without a gap, save
    /// for the one space that may stand after its mark.
    pub(super) fn adjoins(&self, at: usize, entry: &Entry, number: u8) -> bool {
        let before = self.source.text()[..at].chars().next_back();
        // `行政强制1第二十条`: a bare digit that is not the label's own number is a value.
        if before.is_some_and(|c| digit(c).is_some()) {
            return entry.ordinal == number || entry.sense == Sense::Other;
        }
        entry.ordinal > 0 || before.is_some_and(|c| !c.is_whitespace()) || entry.sense == Sense::Other
    }

    /// Passes over `（一）`, `1.`, `3、` and the like: where the word begins, and the number.
    pub(super) fn skip_ordinal(&self, at: usize, end: usize) -> (usize, u8) {
        let text = self.source.text();
        let mut chars = text[at..end].char_indices();
        // Most words have none.
        if chars
            .clone()
            .next()
            .is_some_and(|(_, c)| matches!(c, '\u{4e00}'..='\u{9fff}') && ordinal(c).is_none())
        {
            return (at, 0);
        }
        // No more than the spaces of a blank half line stand before a number.
        let first = chars.by_ref().take(64).find(|(_, c)| key_char(*c).is_some() || *c == '\n');
        let Some((_, c)) = first else { return (at, 0) };
        let mut rest = chars.peekable();
        let enclosed = enclosed(c);
        let mut marked = enclosed.is_some();
        let number = enclosed.or_else(|| ordinal(c)).or_else(|| digit(c).filter(|n| *n > 0));
        let Some(number) = number else { return (at, 0) };
        // `3 .其他`: a space or line end may stand before the mark, if a mark follows.
        let mut ahead = rest.clone();
        while ahead.next_if(|(_, c)| c.is_whitespace() || is_space(*c)).is_some() {}
        if ahead.peek().is_some_and(|(_, c)| matches!(c, '、' | '.' | '．' | '）' | ')')) {
            rest = ahead;
        }
        while rest.next_if(|(_, c)| matches!(c, '、' | '.' | '．' | '）' | ')' | ',' | '，' | '﹒')).is_some()
        {
            marked = true;
        }
        let mut spaced = false;
        while rest.next_if(|(_, c)| is_space(*c) || marked && *c == '\n').is_some() {
            spaced = true;
        }
        let next = rest.peek().map_or(end, |(i, _)| at + *i);
        if digit(c).is_some() && !marked && spaced {
            return (at, 0);
        }
        match rest.peek() {
            Some((_, c)) if key_char(*c).is_some() && digit(*c).is_none() => (next, number),
            _ => (at, 0),
        }
    }

    /// Where within the unknown words from `at` to `end` a long label begins.
    pub(super) fn long_label_within(&self, at: usize, end: usize) -> Option<usize> {
        let words = &self.source.text()[at..end];
        // Words of ordinary length are one cell; only glued text holds more.
        words.char_indices().skip(1).map(|(i, _)| at + i).find(|place| {
            self.find(*place, end).is_some_and(|found| found.complete && found.matched >= LONG_LABEL)
        })
    }

    /// The longest known word at `at`. A word that was broken off counts when
    /// enough of it is there to tell it from all others.
    pub(super) fn find(&self, at: usize, end: usize) -> Option<Found> {
        let text = &self.source.text()[..end];
        // Little but what never counts may stand before the first character.
        let first = text[at..].chars().take(4).find_map(key_char)?;
        let mut best: Option<Found> = None;
        let lexicon: &'static Lexicon = self.lexicon;
        let entries = lexicon.starting_with(first);
        if entries.is_empty() {
            return None;
        }
        let words = &text[at..];
        // Most cells are one word as it should be, and none agrees better.
        let whole = entries.iter().find(|entry| entry.key.len() == words.len() && entry.key == words);
        if let Some(entry) = whole.filter(|entry| !entry.is_beginning) {
            return Some(Found { entry, end, matched: entry.letters.length, complete: true });
        }
        for entry in entries {
            if best.as_ref().is_some_and(|best| best.matched >= entry.letters.length) {
                continue;
            }
            let Some(same) = unparted_start(words, &entry.key) else { continue };
            let agreement = agree_behind(text, at, &entry.key, same);
            if !agreement.complete && !self.ends_word(agreement.end, end) {
                continue;
            }
            let matched =
                if agreement.complete { entry.letters.length } else { agreement.matched(&entry.key) };
            let usable = agreement.complete
                || (matched >= 4
                    && matched * 3 >= entry.letters.length
                    && entries.iter().all(|other| {
                        other.sense == entry.sense
                            || agree(text, at, &other.key).matched(&other.key) < matched
                    }));
            if usable && best.as_ref().is_none_or(|b| matched > b.matched) {
                best = Some(Found { entry, end: agreement.end, matched, complete: agreement.complete });
            }
        }
        best
    }

    /// Where a definition behind a row's label ends, which a form filled in by many carries
    /// in its cell: 规章：指由……制定的……. Its words name other rows, and are none.
    fn definition_end(&mut self, at: usize, end: usize) -> Option<usize> {
        const SHORTEST: usize = 24;
        let text = &self.source.text()[at..end];
        // Up to the digit found after a label before it, no line is one.
        if !text.starts_with(any_of!['：', ':']) || at < self.undefined {
            return None;
        }
        let ends = |c: char| matches!(c, '\n' | '\t') || digit(c).is_some();
        let line = text.split(ends).next()?;
        if text[line.len()..].starts_with(|c| digit(c).is_some()) {
            self.undefined = at + line.len();
            return None;
        }
        (line.chars().filter(|c| key_char(*c).is_some()).count() >= SHORTEST).then_some(at + line.len())
    }
}
