//! Where the text came from, and what exports call it.

use std::rc::Rc;

use gouji::{Lang, Text};

use super::words;

/// Where the text came from.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Origin {
    /// It was pasted or typed.
    #[default]
    Pasted,
    /// A file; one of an archive has the archive's name first.
    File(Rc<str>),
    /// A sample of the page's own.
    Sample(Text),
}

impl Origin {
    /// The file with that name.
    pub fn file(name: &str) -> Self {
        Self::File(name.into())
    }

    /// The file's name, where it is one.
    pub fn file_name(&self) -> Option<&str> {
        match self {
            Self::File(name) => Some(name),
            Self::Pasted | Self::Sample(_) => None,
        }
    }

    /// What it is called.
    pub fn name(&self, lang: Lang) -> String {
        match self {
            Self::Pasted => words::PASTED.get(lang).to_string(),
            Self::File(name) => name.to_string(),
            Self::Sample(name) => [words::SAMPLES.get(lang), " ", name.get(lang)].concat(),
        }
    }
}
