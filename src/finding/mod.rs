//! What a rule says it saw: codes, numbers and spans. Sentences are made from it
//! when it is shown, in the language asked for ([`crate::render::wording`]).

mod fingerprint;
pub mod fix;

use std::ops::{Deref, DerefMut};

use serde::{Deserialize, Serialize};

use crate::form::section::SectionKey;
use crate::form::{CellRef, EditionId, TableKey};
use crate::lang::Text;
use crate::text::{Number, Span};

pub use fingerprint::fingerprints;
pub use fix::{Applicability, Edit, Fix};

/// How sure and how grave a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Severity {
    /// Arithmetic, statutory parts, and the two fixed fields.
    Error,
    /// Very likely wrong; a person looks.
    Warning,
    /// Worth a look.
    Hint,
}

impl Severity {
    /// The name in the JSON.
    pub fn key(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Hint => "hint",
        }
    }

    /// The name shown.
    pub const fn name(self) -> Text {
        match self {
            Self::Error => Text::new("错误", "error"),
            Self::Warning => Text::new("提醒", "warning"),
            Self::Hint => Text::new("提示", "hint"),
        }
    }
}

/// One thing a rule found.
///
/// Its [`Details`] stand in a box: rules build a finding step by step and hand it on, and
/// one word is handed on where more than a hundred bytes were copied at each step. For
/// the same reason most of what builds one are functions of their own in wasm: written
/// out in every rule they would be several kilobytes of the module.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding(Box<Details>);

/// What a [`Finding`] holds.
#[derive(Debug, Clone, PartialEq)]
pub struct Details {
    /// The rule's code.
    pub rule: &'static str,
    /// The severity: the rule's, lowered where the rule is less sure.
    pub severity: Severity,
    /// Where it is; `None` for something absent.
    pub span: Option<Span>,
    /// The cell it is about.
    pub cell: Option<CellRef>,
    /// Further places of the same finding.
    pub related: Vec<Related>,
    /// The number that should stand there.
    pub expected: Option<Number>,
    /// The number that stands there.
    pub actual: Option<Number>,
    /// What the rule's message is filled in with, by name.
    pub args: Vec<(&'static str, Arg)>,
    /// How to mend it.
    pub fix: Option<Fix>,
}

impl Deref for Finding {
    type Target = Details;

    fn deref(&self) -> &Details {
        &self.0
    }
}

impl DerefMut for Finding {
    fn deref_mut(&mut self) -> &mut Details {
        &mut self.0
    }
}

impl Finding {
    /// A finding of `rule` without a place; the builder methods add the rest.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub fn new(rule: &'static str, severity: Severity) -> Self {
        Self(Box::new(Details {
            rule,
            severity,
            span: None,
            cell: None,
            related: Vec::new(),
            expected: None,
            actual: None,
            args: Vec::new(),
            fix: None,
        }))
    }

    /// Places it at a span.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub fn at(mut self, span: Span) -> Self {
        self.span = Some(span);
        self
    }

    /// Places it at the first of `spans` and names the others as further places of
    /// the same thing.
    pub fn at_all(self, spans: impl IntoIterator<Item = Span>) -> Self {
        self.at_each(&mut spans.into_iter())
    }

    #[cfg_attr(target_arch = "wasm32", inline(never))]
    fn at_each(mut self, spans: &mut dyn Iterator<Item = Span>) -> Self {
        self.span = spans.next();
        self.related.reserve(spans.size_hint().0);
        for span in spans {
            self.related.push(Related::at(span, Role::Same));
        }
        self
    }

    /// Places it at a cell, whose span is `span`.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub fn on_cell(mut self, cell: CellRef, span: Option<Span>) -> Self {
        self.cell = Some(cell);
        self.span = span;
        self
    }

    /// Adds a further place.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub fn with_related(mut self, related: Related) -> Self {
        self.related.push(related);
        self
    }

    /// Sets the number that stands there and the one that should.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub fn with_numbers(mut self, actual: Option<Number>, expected: Option<Number>) -> Self {
        self.actual = actual;
        self.expected = expected;
        self
    }

    /// Fills in a name of the message.
    pub fn with(mut self, name: &'static str, arg: impl Into<Arg>) -> Self {
        self.args.push((name, arg.into()));
        self
    }

    /// Adds a fix.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub fn with_fix(mut self, fix: Fix) -> Self {
        self.fix = Some(fix);
        self
    }
}

/// Something a message is filled in with.
#[derive(Debug, Clone, PartialEq)]
pub enum Arg {
    /// A number.
    Number(Number),
    /// Words of the text, by their span.
    Words(Span),
    /// Words that are the same in both languages.
    Literal(String),
    /// A name in both languages.
    Name(Text),
    /// A cell, shown as its place in words.
    Cell(CellRef),
    /// A row of the form, shown by its label.
    Row(TableKey, u8),
    /// The column of a cell, shown by its head.
    Column(CellRef),
    /// A section, shown by its title.
    Section(SectionKey),
    /// A table, shown by its short name.
    Table(TableKey),
    /// An edition, shown by its name.
    Edition(EditionId),
    /// Several of them, shown with the language's list mark.
    List(Vec<Arg>),
}

impl From<Number> for Arg {
    fn from(number: Number) -> Self {
        Self::Number(number)
    }
}

impl From<usize> for Arg {
    fn from(count: usize) -> Self {
        Self::Number(Number::from(count as i64))
    }
}

impl From<i32> for Arg {
    fn from(number: i32) -> Self {
        Self::Number(Number::from(number))
    }
}

impl From<Span> for Arg {
    fn from(span: Span) -> Self {
        Self::Words(span)
    }
}

impl From<Text> for Arg {
    fn from(name: Text) -> Self {
        Self::Name(name)
    }
}

impl From<String> for Arg {
    fn from(words: String) -> Self {
        Self::Literal(words)
    }
}

impl From<&'static str> for Arg {
    fn from(words: &'static str) -> Self {
        Self::Literal(words.to_string())
    }
}

/// A further place of a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Related {
    /// The cell, where it is one.
    pub cell: Option<CellRef>,
    /// The place; `None` for a cell the report does not have.
    pub span: Option<Span>,
    /// What it has to do with the finding.
    pub role: Role,
}

impl Related {
    /// A place that is no cell.
    pub fn at(span: Span, role: Role) -> Self {
        Self { cell: None, span: Some(span), role }
    }
}

/// What a further place has to do with a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// A part of the sum.
    Addend,
    /// The sum.
    Total,
    /// A number in the prose.
    Claim,
    /// The same thing once more.
    Same,
    /// Something it is held against.
    Against,
}

impl Role {
    /// The name in the JSON.
    pub fn key(self) -> &'static str {
        match self {
            Self::Addend => "addend",
            Self::Total => "total",
            Self::Claim => "claim",
            Self::Same => "same",
            Self::Against => "against",
        }
    }
}
