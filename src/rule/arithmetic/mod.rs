//! N: arithmetic of the prose itself.

pub mod contradiction;
pub mod growth;
mod judge;
pub mod listed_parts;
pub mod nested_parts;
pub mod number_writing;
pub mod open_parts;
pub mod rate;
mod ratio;
pub mod share;
pub mod shares_sum;

pub use judge::{Judgement, Lists};
