//! Gouji 勾稽 reads a 政府信息公开工作年度报告 (annual report on government
//! information disclosure) as text and says what is wrong with it, where, why,
//! and how to mend it.
//!
//! The core is a pure function from text to a [`Check`]: it sees no browser,
//! clock, locale, file or network. In the order in which a text passes through:
//!
//! - [`intake`]: outside formats to text;
//! - [`text`]: the text itself: spans, lines, width folding, numerals;
//! - [`form`]: the statutory forms as data, one file an edition;
//! - [`parse`]: text to [`report`], never failing;
//! - [`rule`]: the registry of rules and the rules by family;
//! - [`finding`]: what a rule says it saw, and grouping by cause;
//! - [`previous`]: the report of the year before, and whether it may be compared;
//! - [`profile`]: which rules are off, other severities, local requirements;
//! - [`note`]: what happened to the input;
//! - [`sentence`]: what people are told of it, and how the modules come by it;
//! - [`render`]: a check as JSON, text, tables;
//! - [`check()`]: all of it in one call.
//!
//! `cli` is the command line, in native builds alone. Three programs in
//! wasm rest on this library: the module for JavaScript (`module.rs`, `api.rs`), which
//! checks; the readers of files (`files.rs`), loaded on first use; and the page
//! (`main.rs`, `app`), which draws what the first says.

// What unit tests share with the tests of the whole names the library as those do.
#[cfg(test)]
extern crate self as gouji;

#[macro_use]
mod any_of;

#[cfg(not(target_arch = "wasm32"))]
pub mod cli;
pub mod finding;
pub mod form;
pub mod hash;
pub mod intake;
pub mod lang;
pub mod note;
pub mod order;
pub mod parse;
pub mod previous;
pub mod profile;
pub mod render;
pub mod report;
pub mod rule;
pub mod sentence;
pub mod text;

mod check;
mod gather;

#[cfg(test)]
#[path = "../tests/support/sentences.rs"]
mod sentences;

pub use check::{Check, CheckCount, Options, Verdict, check};
pub use lang::{Lang, Text};
pub use profile::Profile;
