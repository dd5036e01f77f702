//! What people are told, by name, and the data file from which the modules have it.
//!
//! Natively all of it is part of the program. In wasm it would be a quarter of the
//! module, so there the build leaves it out and lays it into a data file: the rules'
//! prose ([`crate::rule::prose`]), the sentences of notes, reasons and refused settings
//! ([`Sentences`]), and the English of the forms' labels ([`English`]). The file has a
//! line for each: its name, then the words between tabs. It is read once
//! (`read_data_file`, in wasm alone).

use crate::lang::Text;

/// Sentences in both languages, each with its name; made with `sentences!`. No two lists
/// have the same name.
#[derive(Debug, Clone, Copy)]
#[cfg_attr(target_arch = "wasm32", allow(dead_code))]
pub struct Sentences(#[cfg(not(target_arch = "wasm32"))] pub(crate) &'static [(&'static str, Text)]);

/// A list of sentences: a name, the Chinese and the English words.
#[cfg(not(target_arch = "wasm32"))]
macro_rules! sentences {
    ($($name:literal: $zh:literal, $en:literal;)*) => {
        $crate::sentence::Sentences(&[$(($name, $crate::lang::Text::new($zh, $en))),*])
    };
}

/// A list of sentences, which a module has in the data file.
#[cfg(target_arch = "wasm32")]
macro_rules! sentences {
    ($($name:literal: $zh:literal, $en:literal;)*) => {
        $crate::sentence::Sentences()
    };
}

pub(crate) use sentences;

impl Sentences {
    /// The sentence `name`; nothing in a module whose data file was not read.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn get(self, name: &str) -> Text {
        let found = self.0.iter().find(|(other, _)| *other == name);
        debug_assert!(found.is_some(), "no sentence is named {name}");
        found.map_or(Text::new("", ""), |(_, text)| *text)
    }

    /// The sentence `name`; nothing in a module whose data file was not read.
    #[cfg(target_arch = "wasm32")]
    pub fn get(self, name: &str) -> Text {
        let (zh, en) = loaded::line(name).split_once('\t').unwrap_or_default();
        Text::new(zh, en)
    }
}

/// The English of a label by which reports are read: the label itself is Chinese.
#[derive(Debug, Clone, Copy)]
#[cfg_attr(target_arch = "wasm32", allow(dead_code))]
pub struct English(#[cfg(not(target_arch = "wasm32"))] &'static str);

impl English {
    /// The English `words`.
    pub const fn new(words: &'static str) -> Self {
        #[cfg(not(target_arch = "wasm32"))]
        return Self(words);
        #[cfg(target_arch = "wasm32")]
        return {
            let _ = words;
            Self()
        };
    }

    /// The words, which are those of `label`.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn of(self, label: &str) -> &'static str {
        let _ = label;
        self.0
    }

    /// The words, which are those of `label`; nothing in a module whose data file was
    /// not read.
    #[cfg(target_arch = "wasm32")]
    pub fn of(self, label: &str) -> &'static str {
        loaded::line(label)
    }
}

#[cfg(target_arch = "wasm32")]
mod loaded {
    use std::sync::OnceLock;

    /// The lines by their names.
    static LINES: OnceLock<Vec<(&'static str, &'static str)>> = OnceLock::new();

    /// Reads the data file that the build has made. Only the first call counts.
    pub fn read_data_file(file: &str) {
        LINES.get_or_init(|| {
            // Kept for as long as the module is there, as the program's own text would be.
            let file: &'static str = Box::leak(file.to_string().into_boxed_str());
            file.lines().filter_map(|line| line.split_once('\t')).collect()
        });
    }

    /// Names and words of all lines, in the order of the file.
    pub fn lines() -> impl Iterator<Item = (&'static str, &'static str)> {
        LINES.get().into_iter().flatten().copied()
    }

    /// The words of the line `name`; nothing where there is none.
    pub fn line(name: &str) -> &'static str {
        lines().find(|(other, _)| *other == name).map_or("", |(_, words)| words)
    }
}

#[cfg(target_arch = "wasm32")]
pub use loaded::{line, lines, read_data_file};
