//! What the user can choose among.

use gouji::form::CellRef;

/// Light or dark; the system's choice until the user makes one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// As the system says.
    #[default]
    Auto,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

impl Theme {
    /// All of them, each followed by the next.
    pub const ALL: [Self; 3] = [Self::Auto, Self::Light, Self::Dark];

    /// The value of the root's `data-theme`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The one after it.
    pub fn next(self) -> Self {
        Self::ALL[(self as usize + 1) % Self::ALL.len()]
    }
}

/// What a narrow window shows; a wide one shows all of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Pane {
    /// The text.
    #[default]
    Source,
    /// The findings.
    Findings,
    /// The tables.
    Tables,
}

impl Pane {
    /// The value of the root's `data-pane`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Source => "source",
            Self::Findings => "findings",
            Self::Tables => "tables",
        }
    }
}

/// What the user is looking at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Focus {
    /// The finding with this number in the view.
    Finding(usize),
    /// A cell of a table.
    Cell(CellRef),
}

/// Where a choice takes the user.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Go {
    /// Nowhere: the keyboard stays where it is, the other views follow.
    #[default]
    Stay,
    /// Into the text.
    Text,
    /// Nowhere, and the text stays as it is, for the choice was made there.
    FromText,
    /// To the finding's card.
    Card,
    /// To the table's cell.
    Cell,
}

/// What lies over the results.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sheet {
    /// How to use the page.
    Help,
    /// All rules.
    Rules,
    /// One rule, by its code.
    Rule(String),
    /// Settings and what is kept.
    Settings,
    /// What is promised, and how it can be checked.
    Proof,
    /// Several reports, each by its name.
    Reports,
    /// What can be taken away.
    Export,
    /// What to say about the finding with this number that is wrong.
    Wrong(usize),
}

/// A column of the list of reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// What the report is called.
    Name,
    /// Whose it is.
    Organization,
    /// The reporting year.
    Year,
    /// How many errors were found.
    Errors,
    /// How many warnings.
    Warnings,
}

impl Column {
    /// All of them, as they stand.
    pub const ALL: [Self; 5] = [Self::Name, Self::Organization, Self::Year, Self::Errors, Self::Warnings];

    /// Its name in the page.
    pub fn key(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Organization => "organization",
            Self::Year => "year",
            Self::Errors => "errors",
            Self::Warnings => "warnings",
        }
    }

    /// Whether the most comes first when it is first sorted by.
    pub fn falls(self) -> bool {
        matches!(self, Self::Errors | Self::Warnings)
    }
}

/// A text too long for the text area.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Held {
    /// UTF-16 code units of the whole text.
    pub length: u32,
}
