//! Sentences as reports write them, with names of facts in braces: `{新收}` is the
//! number of applications, `{中:新收}` the same in a Chinese numeral where that is
//! usual, `{3~90}` any number from 3 to 90.

mod frame;
mod harmless;
mod publications;
mod tables;

pub use frame::*;
pub use harmless::*;
pub use publications::*;
pub use tables::*;

use super::facts::Facts;

/// A sentence and the reports it is true of.
#[derive(Debug, Clone, Copy)]
pub struct Phrase {
    /// The sentence.
    pub text: &'static str,
    /// Whether it is true of a report with these facts.
    pub fits: fn(&Facts) -> bool,
}

const fn p(text: &'static str) -> Phrase {
    Phrase { text, fits: |_| true }
}

const fn when(fits: fn(&Facts) -> bool, text: &'static str) -> Phrase {
    Phrase { text, fits }
}
