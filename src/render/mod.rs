//! A check as the outside wants it, one file an output format.

pub mod catalogue;
pub mod cells;
pub mod csv;
pub mod export;
pub mod form;
pub mod json;
pub mod text;
pub mod view;
pub mod wording;
