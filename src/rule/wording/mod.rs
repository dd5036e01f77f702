//! Q: words and placeholders.

pub mod placeholder;
