//! A report before it is written down: its parts one by one, so that a fault can
//! change one of them.

use gouji::form::section::SectionKey;
use gouji::form::{CellRef, EditionId, TableKey};

use super::facts::Facts;
use super::numbers::{self, Load};
use super::phrases::{self, Phrase};
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

    fn name(self, rng: &mut Rng) -> String {
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
}

impl Draft {
    /// The report number `seed`. The kinds of body, the forms and the surfaces go
    /// round; the rest is chance.
    pub fn new(seed: u64) -> Self {
        let mut rng = Rng::new(seed.wrapping_mul(0x5851_f42d_4c95_7f2d).wrapping_add(seed));
        let rng = &mut rng;
        let body = Body::ALL[seed as usize % 4];
        let edition = if seed / 4 % 5 < 2 { EditionId::E2019 } else { EditionId::E2021 };
        let year = match edition {
            EditionId::E2019 => rng.between(2019, 2020),
            _ => rng.between(2021, 2025),
        } as i32;
        let load = match (body, rng.between(1, 10)) {
            (Body::Government, 3..) | (Body::Department, 8..) | (_, 10) => Load::Many,
            (Body::Town | Body::Street, 1..=5) | (_, 1..=2) => Load::None,
            _ => Load::Few,
        };
        let organization = body.name(rng);
        let model = numbers::tables(rng, edition, year, load);
        let facts = Facts::of(rng, &model, &organization);
        let title = match rng.between(1, 4) {
            1 => vec![format!("{organization}{year}年政府信息公开工作年度报告")],
            2 => vec![organization.clone(), format!("{year}年政府信息公开工作年度报告")],
            3 => vec![format!("{year}年{organization}政府信息公开工作年度报告")],
            _ => vec![format!("{organization}{year}年度"), "政府信息公开工作年度报告".to_string()],
        };
        let preamble = match edition {
            EditionId::E2019 => words(rng, &facts, phrases::PREAMBLE_2019),
            _ => words(rng, &facts, phrases::PREAMBLE_2021),
        };
        let surface = *rng.pick(&SURFACES);
        let typesetting = match rng.between(1, 10) {
            1..=5 => Typesetting::Plain,
            6 => Typesetting::Indented,
            7..=8 => Typesetting::Spaced,
            _ => Typesetting::Wrapped(rng.between(26, 40) as usize),
        };
        let mut draft = Self {
            seed,
            body,
            title,
            preamble,
            parts: Vec::new(),
            model,
            surface,
            typesetting,
            facts,
            misstated: None,
            edits: Vec::new(),
            ending: String::new(),
        };
        draft.write_parts(rng);
        if rng.chance(25) {
            draft.ending = format!("\n{organization}\n{}年1月{}日\n", year + 1, rng.between(9, 29));
        }
        draft
    }

    /// The form.
    pub fn edition(&self) -> EditionId {
        self.model.edition.id
    }

    fn write_parts(&mut self, rng: &mut Rng) {
        let facts = self.facts.clone();
        let is_2021 = self.edition() == EditionId::E2021;
        let one = |rng: &mut Rng, role, from: &[Phrase]| Sentence { role, words: words(rng, &facts, from) };
        let had_applications = facts.n("应办") > 0;
        let had_cases = facts.n("复议") + facts.n("诉讼") > 0;

        let mut publications = vec![one(rng, Role::Publications, phrases::PUBLICATIONS)];
        if is_2021 && rng.chance(50) {
            publications.push(one(rng, Role::Documents, phrases::DOCUMENTS));
        }
        let received = if had_applications { phrases::APPLICATIONS } else { phrases::NO_APPLICATIONS };
        let mut applications = vec![one(rng, Role::Applications, received)];
        if had_applications && rng.chance(50) {
            let results: Vec<Phrase> = fitting(&facts, phrases::RESULTS);
            if !results.is_empty() {
                applications.push(one(rng, Role::Results, &results));
            }
        }
        let cases = if had_cases { phrases::REMEDIES } else { phrases::NO_REMEDIES };
        let remedies = one(rng, Role::Remedies, cases);
        let remedies_in_overview = rng.chance(50);
        if remedies_in_overview {
            applications.push(remedies.clone());
        }
        let mut harmless: Vec<Phrase> = fitting(&facts, phrases::HARMLESS);
        rng.shuffle(&mut harmless);
        let mut five = [
            publications,
            applications,
            vec![one(rng, Role::Other, phrases::MANAGEMENT)],
            vec![one(rng, Role::Other, phrases::PLATFORM)],
            vec![one(rng, Role::Other, phrases::SUPERVISION)],
        ];
        for phrase in &harmless[..rng.between(3, 9) as usize] {
            let sentence = one(rng, Role::Harmless, &[*phrase]);
            let paragraph = &mut five[rng.between(0, 4) as usize];
            // After the first sentence: the others may lean on it.
            let at = rng.between(0, 1) as usize * paragraph.len();
            paragraph.insert(at, sentence);
        }
        let overview = overview(rng, five);

        let mut note = Vec::new();
        if !remedies_in_overview && rng.chance(60) {
            note.push(vec![remedies]);
        }
        let restated = if had_applications && rng.chance(20) {
            let again = "全年新收政府信息公开申请{新收}件，上年结转{上年结转}件，办结{办结}件，结转下年度{结转下年}件。";
            vec![vec![Sentence { role: Role::Other, words: again.to_string() }]]
        } else {
            Vec::new()
        };
        let other = if is_2021 { phrases::OTHER_MATTERS_2021 } else { phrases::OTHER_MATTERS_2019 };
        let headings: [&[&str]; 6] = [
            &["一、总体情况", "一、 总体情况"],
            &["二、主动公开政府信息情况", "二、主动公开政府信息情况", "二、行政机关主动公开政府信息情况"],
            &["三、收到和处理政府信息公开申请情况", "三、行政机关收到和处理政府信息公开申请情况"],
            &[
                "四、政府信息公开行政复议、行政诉讼情况",
                "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况",
            ],
            &["五、存在的主要问题及改进情况", "五、政府信息公开工作存在的主要问题及改进情况"],
            &["六、其他需要报告的事项"],
        ];
        let problems = vec![vec![one(rng, Role::Other, phrases::PROBLEMS)]];
        let matters = vec![vec![one(rng, Role::Other, other)]];
        let bodies = [
            (overview, Vec::new()),
            (Vec::new(), Vec::new()),
            if rng.chance(50) { (restated, Vec::new()) } else { (Vec::new(), restated) },
            (note, Vec::new()),
            (problems, Vec::new()),
            (matters, Vec::new()),
        ];
        let keys = [
            SectionKey::Overview,
            SectionKey::Disclosure,
            SectionKey::Applications,
            SectionKey::Remedies,
            SectionKey::Problems,
            SectionKey::Other,
        ];
        for ((key, heading), (before, after)) in keys.into_iter().zip(headings).zip(bodies) {
            self.parts.push(Part { key, heading: rng.pick(heading).to_string(), before, after });
        }
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

/// The phrases that are true of a report.
fn fitting(facts: &Facts, from: &[Phrase]) -> Vec<Phrase> {
    from.iter().copied().filter(|phrase| (phrase.fits)(facts)).collect()
}

/// The words of a phrase of `from` that is true, numbers by chance settled.
fn words(rng: &mut Rng, facts: &Facts, from: &[Phrase]) -> String {
    let phrases = fitting(facts, from);
    let mut words = String::new();
    let mut rest = rng.pick(&phrases).text;
    while let Some((before, braced)) = rest.split_once('{') {
        let (name, after) = braced.split_once('}').expect("a brace that closes");
        words += before;
        match name.split_once('~').map(|(least, most)| (least.parse(), most.parse())) {
            Some((Ok(least), Ok(most))) => words += &rng.between(least, most).to_string(),
            _ => words += &format!("{{{name}}}"),
        }
        rest = after;
    }
    words + rest
}

/// Section one: the five parts that the form asks for, headed in one of the usual ways.
fn overview(rng: &mut Rng, five: [Vec<Sentence>; 5]) -> Vec<Vec<Sentence>> {
    let titles = ["主动公开", "依申请公开", "政府信息管理", "政府信息公开平台建设", "监督保障"];
    let numbers = ["一", "二", "三", "四", "五"];
    let style = rng.between(1, 5);
    let mut paragraphs = Vec::new();
    for (at, mut sentences) in five.into_iter().enumerate() {
        let heading = match style {
            1 => format!("（{}）{}情况。", numbers[at], titles[at]),
            2 => format!("（{}）{}。", numbers[at], titles[at]),
            3 => format!("{}.{}。", at + 1, titles[at]),
            4 => format!("（{}）{}", numbers[at], titles[at]),
            _ => String::new(),
        };
        let heading = Sentence { role: Role::Other, words: heading };
        match style {
            1..=3 => sentences.insert(0, heading),
            4 => paragraphs.push(vec![heading]),
            // Without headings the part has to be named somewhere.
            _ => sentences[0].words = format!("{}方面，{}", titles[at], sentences[0].words),
        }
        paragraphs.push(sentences);
    }
    paragraphs
}
