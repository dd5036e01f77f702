//! Q: words and placeholders.
