//! A check as the outside wants it, one file an output format.

pub mod wording;
