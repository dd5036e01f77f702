//! S: title, sections, headings.
