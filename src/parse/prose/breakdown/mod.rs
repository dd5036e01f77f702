//! Totals and the parts that a sentence gives of them: 278条，其中机构信息28条，…

mod lists;
mod reader;
mod words;

use super::Prose;

pub use reader::read;
pub use words::{Overlap, are_all_there, are_results, may_overlap, names_channel, takes_in};

/// A total and its parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Breakdown {
    /// The total, as a place in [`Prose::quantities`].
    pub total: u32,
    /// The numbers before the list that it may be of instead; the total is the last.
    pub others: Vec<u32>,
    /// The parts.
    pub parts: Vec<u32>,
    /// Numbers behind the parts that may or may not be parts too.
    pub more: Vec<u32>,
    /// Numbers behind the end of the list, by the words: of another matter, or parts still.
    pub tail: Vec<u32>,
    /// The first part and the numbers right behind a semicolon, which may each be a
    /// part with parts of its own: 复议7件，维持6件，未审结1件；诉讼4件.
    pub groups: Vec<u32>,
    /// How the list is told.
    pub form: Form,
    /// Whether the list names examples only: 等, 主要有.
    pub is_open: bool,
    /// Whether its parts may be totals beside its own: 35件，其中3件；20件.
    pub is_loose: bool,
    /// Whether nothing but 、 stands between its parts: then all of them are.
    pub is_enumeration: bool,
    /// Whether the last part is the rest: 其他…
    pub has_rest: bool,
    /// The breakdown of which the total is a part.
    pub parent: Option<u32>,
    /// Shares in percent that are stated, each with its part.
    pub shares: Vec<Share>,
}

/// How a list is told to be one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// 其中, 包括, 含, 分别: a word says so.
    Word,
    /// It stands in brackets behind its total, or in sentences with numbers in brackets.
    Bracket,
    /// The numbers just follow.
    Bare,
    /// The total stands last: 合计, 共.
    TotalLast,
}

/// A share in percent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    /// The number whose share it is.
    pub part: u32,
    /// The number with %.
    pub percent: u32,
}

/// What the prose says of parts of totals.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Breakdowns {
    /// The lists.
    pub lists: Vec<Breakdown>,
    /// Shares of numbers that stand in no list.
    pub shares: Vec<LooseShare>,
}

/// A share of a number that stands in no list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LooseShare {
    /// The share.
    pub share: Share,
    /// The numbers before it that it may be a share of.
    pub others: Vec<u32>,
}

/// The words before a number in its clause, from the number before it on; the last of them
/// where they are many: no name of a part is so long.
pub fn lead(prose: &Prose, at: u32) -> &str {
    const LONGEST: usize = 240;
    let words = prose.before(at as usize);
    &words[words.ceil_char_boundary(words.len().saturating_sub(LONGEST))..]
}
