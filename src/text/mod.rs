//! The text itself: spans, lines, width folding, numerals.
//!
//! Inside, every position is a byte offset ([`Span`]); at the edge, and only
//! there, [`Utf16Map`] turns them into the UTF-16 offsets that a text area and
//! JavaScript count in.

pub mod find;
pub mod fold;
mod ideographs;
mod marks;
pub mod number;
pub mod numeral;
mod pairs;
pub mod rare;
mod source;
mod utf16;
mod words;

pub use number::{NoNumber, Number};
pub use numeral::Value;
pub(crate) use pairs::Pairs;
pub use source::{Source, Span, TEXT_CAP};
pub use utf16::Utf16Map;
pub use words::WordList;
pub(crate) use words::words;
