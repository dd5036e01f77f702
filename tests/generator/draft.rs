//! A report before it is written down: its parts one by one, so that a fault can
//! change one of them.

use gouji::form::section::SectionKey;
use gouji::form::{CellRef, EditionId, TableKey};

use super::facts::Facts;
use super::numbers::Load;
use super::rng::Rng;
use crate::support::grid::Grid;
use crate::support::model::Model;
use crate::support::{pdf, surface};

/// The kinds of bodies that report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Body {
    /// 镇人民政府.
    Town,
    /// 街道办事处.
    Street,
    /// A department of a county government.
    Department,
    /// A county government.
    Government,
}

impl Body {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Town, Self::Street, Self::Department, Self::Government];

    pub(super) fn name(self, rng: &mut Rng) -> String {
        let county = rng.pick(&["云溪县", "松陵县", "秀川县"]);
        let place = rng.pick(&["青禾", "红岩", "石桥", "双河", "梅岭", "白鹭"]);
        let office = rng.pick(&["林业局", "民政局", "水务局", "审计局", "统计局", "农业农村局", "司法局"]);
        match self {
            Self::Town => format!("{county}{place}镇人民政府"),
            Self::Street => format!("{county}{place}街道办事处"),
            Self::Department => format!("{county}{office}"),
            Self::Government => format!("{county}人民政府"),
        }
    }
}

/// How a table is written, with its name.
pub type Surface = (&'static str, fn(&Grid) -> String);

/// A row a line, cells between tabs.
pub const TABS: Surface = ("rows of tabs", surface::rows_of_tabs);

/// The surfaces of generated reports. None of them loses a cell.
pub const SURFACES: [Surface; 16] = [
    TABS,
    TABS,
    ("ragged tabs", surface::ragged_tabs),
    ("a cell a line", surface::cell_a_line),
    ("a cell a line, no-break spaces", surface::cell_a_line_with_no_break_spaces),
    ("browser rows", surface::browser_rows),
    ("paragraphs", surface::paragraphs),
    ("flat paragraphs", surface::flat_paragraphs),
    ("inner text", surface::inner_text),
    ("pipes", surface::pipes),
    ("pipes, merged cells repeated", surface::pipes_repeated),
    ("bars", surface::bars),
    ("heads broken", surface::heads_broken),
    ("spaces inside", surface::spaces_inside),
    ("PDF, in the order of its content", pdf::stream),
    ("PDF, line by line", pdf::lines),
];

/// How paragraphs are set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Typesetting {
    /// As they are.
    Plain,
    /// With two wide spaces before each.
    Indented,
    /// With a space between words and numbers.
    Spaced,
    /// Broken into lines of so many characters, as PDF readers leave them.
    Wrapped(usize),
}

/// What a sentence is there for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Applications received and closed.
    Applications,
    /// Results of applications, and reasons.
    Results,
    /// Reconsideration and suits.
    Remedies,
    /// What was published.
    Publications,
    /// Normative documents.
    Documents,
    /// Decisions and procurement, as 表二 counts them.
    Decisions,
    /// The fee, in section one.
    Fee,
    /// What section six reports.
    Matters,
    /// Numbers that nothing is held against.
    Harmless,
    /// Anything else.
    Other,
}

/// One sentence, its names not yet filled in.
#[derive(Debug, Clone)]
pub struct Sentence {
    /// What it is there for.
    pub role: Role,
    /// The words, with names of facts in braces.
    pub words: String,
}

/// One part of a report: a heading of a section, and paragraphs around its table.
#[derive(Debug, Clone)]
pub struct Part {
    /// The section.
    pub key: SectionKey,
    /// Its heading, number included; empty where a fault took it away.
    pub heading: String,
    /// The paragraphs before the table, each of sentences.
    pub before: Vec<Vec<Sentence>>,
    /// The paragraphs after the table.
    pub after: Vec<Vec<Sentence>>,
}

/// A report before it is written down.
pub struct Draft {
    /// Its number.
    pub seed: u64,
    /// The kind of body.
    pub body: Body,
    /// The title's lines.
    pub title: Vec<String>,
    /// The paragraph before section one.
    pub preamble: String,
    /// The six sections.
    pub parts: Vec<Part>,
    /// The tables.
    pub model: Model,
    /// How they are written.
    pub surface: Surface,
    /// How paragraphs are set.
    pub typesetting: Typesetting,
    /// What may be stated.
    pub facts: Facts,
    /// A fact that is misstated the first time, and as what.
    pub misstated: Option<(&'static str, String)>,
    /// Replacements in the written text, the first place of each.
    pub edits: Vec<(String, String)>,
    /// What stands after the last section.
    pub ending: String,
    /// The whole text, where a fault writes it anew.
    pub whole: Option<String>,
    /// How much there was to do.
    pub load: Load,
    /// The tables of the year before, where its form has cells.
    pub tables_before: Option<Model>,
    /// The report of the year before, once it is asked for.
    pub before: Option<Box<Draft>>,
}

impl Draft {
    /// The form.
    pub fn edition(&self) -> EditionId {
        self.model.edition.id
    }

    /// Misstates the fact `name`, once, as `text`; `None` where no sentence states it.
    pub fn misstate(&mut self, name: &'static str, text: impl ToString) -> Option<()> {
        self.states(name).then(|| self.misstated = Some((name, text.to_string())))
    }

    /// Whether a sentence states the fact `name`.
    pub fn states(&self, name: &str) -> bool {
        let braced = format!("{{{name}}}");
        self.sentences().any(|sentence| sentence.words.contains(&braced))
    }

    /// The words of the sentences with the role `role`, in order.
    pub fn words_of(&self, role: Role) -> Vec<&str> {
        self.sentences().filter(|s| s.role == role).map(|s| s.words.as_str()).collect()
    }

    /// Every sentence of the six sections.
    pub fn sentences(&self) -> impl Iterator<Item = &Sentence> {
        self.parts.iter().flat_map(|part| part.before.iter().chain(&part.after).flatten())
    }

    /// Puts `words` in the place of the first sentence with the role `role`.
    pub fn say_instead(&mut self, role: Role, words: &str) -> Option<()> {
        let mut sentences =
            self.parts.iter_mut().flat_map(|part| part.before.iter_mut().chain(&mut part.after).flatten());
        sentences.find(|s| s.role == role)?.words = words.to_string();
        Some(())
    }

    /// Adds `words` as the last paragraph of the section `key`.
    pub fn add(&mut self, key: SectionKey, words: &str) {
        let part = self.part(key);
        let paragraphs = if part.after.is_empty() { &mut part.before } else { &mut part.after };
        paragraphs.push(vec![Sentence { role: Role::Other, words: words.to_string() }]);
    }

    /// The section `key`.
    pub fn part(&mut self, key: SectionKey) -> &mut Part {
        &mut self.parts[key as usize]
    }

    /// Adds `words` behind the last sentence of the overview.
    pub fn say_in_overview(&mut self, words: &str) {
        let paragraphs = &mut self.part(SectionKey::Overview).before;
        paragraphs
            .last_mut()
            .expect("an overview has words")
            .push(Sentence { role: Role::Other, words: words.to_string() });
    }

    /// Makes the facts those of the tables again, once a fault has changed these. The
    /// sentences have to be true of the new numbers.
    pub fn take_facts_from_tables(&mut self) {
        self.facts.of_tables(&self.model);
    }

    /// Adds a replacement in the written text.
    pub fn edit(&mut self, old: &str, new: &str) {
        self.edits.push((old.to_string(), new.to_string()));
    }

    /// The cell with the id `id`, where the form has it.
    pub fn cell(&self, id: &str) -> Option<CellRef> {
        self.model.edition.cell(id)
    }

    /// What is written in the cell `id`.
    pub fn written(&self, id: &str) -> Option<&str> {
        Some(&self.model.written[&self.cell(id)?])
    }

    /// The whole number in the cell `id`.
    pub fn number(&self, id: &str) -> Option<i64> {
        self.written(id)?.parse().ok()
    }

    /// Writes `text` into the cell `id`.
    pub fn write(&mut self, id: &str, text: impl ToString) -> Option<()> {
        let cell = self.cell(id)?;
        self.model.written.insert(cell, text.to_string());
        Some(())
    }

    /// Adds `by` to the number in the cell `id`.
    pub fn raise(&mut self, id: &str, by: i64) -> Option<()> {
        let number = self.number(id)?;
        self.write(id, number + by)
    }

    /// The table of section `key`, where it has one.
    pub fn table_in(key: SectionKey) -> Option<TableKey> {
        TableKey::ALL.into_iter().find(|table| table.section() == key)
    }
}
