//! What stands beside a token of a sentence.

use super::lexer::{Kind, Token};
use super::reader::Reader;
use super::words::Word;
use crate::parse::prose::Mark;

/// What clauses end with.
pub(super) const MARKS: &[char] = &['，', '、', '；', '：', '。', '（', '）', '！', '？', '\n'];

impl Reader<'_> {
    /// The token right before `i`, fillers passed over; none where other words stand
    /// between, or the clause begins.
    pub(super) fn before(&self, mut i: usize) -> Option<usize> {
        while let Some(j) = i.checked_sub(1) {
            let (token, next) = (self.tokens[j], self.tokens[i]);
            let is_colon = token.kind == Kind::Mark(Mark::Colon);
            if !is_colon && (matches!(token.kind, Kind::Mark(_)) || token.part.end != next.part.start) {
                return None;
            }
            if !is_colon && token.word() != Some(Word::Filler) {
                return Some(j);
            }
            i = j;
        }
        None
    }

    /// The token right behind `i`, likewise.
    pub(super) fn after(&self, mut i: usize) -> Option<usize> {
        loop {
            let (token, next) = (self.tokens[i], *self.tokens.get(i + 1)?);
            if matches!(next.kind, Kind::Mark(_)) || token.part.end != next.part.start {
                return None;
            }
            i += 1;
            if next.word() != Some(Word::Filler) {
                return Some(i);
            }
        }
    }

    /// Whether nothing but fillers stands between `i` and the end of its clause.
    pub(super) fn ends_clause(&self, mut i: usize) -> bool {
        loop {
            let (token, Some(next)) = (self.tokens[i], self.tokens.get(i + 1)) else { return true };
            if token.part.end != next.part.start {
                return false;
            }
            match next.kind {
                Kind::Mark(_) => return true,
                Kind::Word(Word::Filler) => i += 1,
                _ => return false,
            }
        }
    }

    pub(super) fn word_at(&self, i: usize) -> Option<Word> {
        self.tokens.get(i).and_then(Token::word)
    }

    /// Whether the number at `i` begins its clause, or only 其中 and fillers stand before.
    pub(super) fn begins(&self, mut i: usize) -> bool {
        loop {
            let start = self.tokens[i].part.start;
            let before = self.prose.text()[..start as usize].chars().next_back();
            if before.is_none_or(|c| MARKS.contains(&c)) {
                return true;
            }
            let Some(j) = i.checked_sub(1) else { return false };
            let is_said = matches!(self.word_at(j), Some(Word::Filler | Word::Among | Word::ThisYear));
            if !is_said || self.tokens[j].part.end != start {
                return false;
            }
            i = j;
        }
    }
}
