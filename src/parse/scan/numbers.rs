//! Where a number ends in a text in which labels and numbers can be glued together.

use super::Scanner;
use super::marks::{unit_end, unknown_end};
use crate::text::fold::{digit, key_char};

/// Where digits at `at` end with which nothing is glued, as with most numbers.
fn lone_digits(text: &str, at: usize, end: usize) -> Option<usize> {
    let words = &text.as_bytes()[at..end];
    let digits = words.iter().take_while(|byte| byte.is_ascii_digit()).count();
    (digits > 0 && words.get(digits).is_none_or(u8::is_ascii_whitespace)).then_some(at + digits)
}

impl Scanner<'_> {
    /// Digits at `at` with sign, marks, unit and note: where they end, and where to go
    /// on. The two differ where the last digit is the number of the next label.
    pub(super) fn number(&mut self, at: usize, end: usize) -> (usize, usize) {
        let text = self.source.text();
        if let Some(stop) = lone_digits(text, at, end) {
            return (stop, stop);
        }
        let mut stop = at;
        let mut last_digit = at;
        let mut chars = text[at..end].char_indices().peekable();
        // A sign in words or as a mark.
        chars.next_if(|(_, c)| digit(*c).is_none());
        for (i, c) in chars {
            if digit(c).is_some() {
                last_digit = at + i;
            } else {
                // Three digits follow a thousands mark; a fourth tells that it is none.
                let rest = &text[at + i + c.len_utf8()..end];
                let digits = rest.chars().take(4).take_while(|c| digit(*c).is_some()).count();
                if !(matches!(c, '.' | '．') && digits > 0 && !text[at..at + i].contains(any_of!['.', '．'])
                    || matches!(c, ',' | '，') && digits == 3)
                {
                    break;
                }
            }
            stop = at + i + c.len_utf8();
        }
        let after = text[stop..end].chars().next();
        let marked = matches!(after, Some('.' | '．' | '、'));
        let glued = last_digit == at && after.is_some_and(|c| key_char(c).is_some());
        if marked || glued {
            // `40000042.其他法律…`: the last digit numbers the label.
            let (word_at, number) = self.skip_ordinal(last_digit, end);
            let mut is_label = |at: usize| {
                self.find(at, end).is_some()
                    || self.flows && self.nearly_label(&text[at..unknown_end(text, at, end)]).is_some()
            };
            if marked && number > 0 && word_at > last_digit && is_label(word_at) {
                // The number of a label alone is no value, and the label comes next.
                let stop = if last_digit == at { stop } else { last_digit };
                return (last_digit, stop);
            }
            if glued
                && number > 0
                && self.find(stop, end).is_some_and(|f| f.complete && f.entry.ordinal == number)
            {
                return (at, stop);
            }
        }
        let stop = unit_end(text, stop, end);
        (stop, stop)
    }
}
