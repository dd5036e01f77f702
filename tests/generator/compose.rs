//! How a report comes about: its kind, tables and sentences by chance, all of them
//! consistent.

use gouji::form::EditionId;
use gouji::form::section::SectionKey;

use super::draft::{Body, Draft, Part, Role, SURFACES, Sentence, Typesetting};
use super::facts::Facts;
use super::numbers::{self, Load};
use super::phrases::{self, Phrase};
use super::rng::Rng;
use crate::support::model::Model;

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
        let before = numbers::tables_before(rng, &model, load);
        Self::of(rng, seed, (body, load, organization), model, before)
    }

    /// Adds the report of the year before, if its form has cells.
    pub fn remember(&mut self) {
        let Some(model) = self.tables_before.take() else { return };
        let mut rng = Rng::new(self.seed ^ 0x0b5e_55ed);
        let organization = self.facts.text("机关").to_string();
        let own: Vec<String> = self.sentences().map(|sentence| sentence.words.clone()).collect();
        // A body that writes the same every year is warned for it.
        let is_new = |before: &Self| {
            let all = before.sentences().filter(|sentence| sentence.words.chars().count() > 12);
            let (mut count, mut same) = (0, 0);
            for sentence in all {
                count += 1;
                same += usize::from(own.contains(&sentence.words));
            }
            same * 2 < count
        };
        loop {
            let model = Model { written: model.written.clone(), ..model };
            let kind = (self.body, self.load, organization.clone());
            let before = Self::of(&mut rng, self.seed, kind, model, None);
            if is_new(&before) {
                self.before = Some(Box::new(before));
                return;
            }
        }
    }

    fn of(
        rng: &mut Rng,
        seed: u64,
        (body, load, organization): (Body, Load, String),
        model: Model,
        tables_before: Option<Model>,
    ) -> Self {
        let year = model.year;
        let facts = Facts::of(rng, &model, tables_before.as_ref(), &organization);
        let title = match rng.between(1, 7) {
            1 => vec![format!("{organization}{year}年政府信息公开工作年度报告")],
            2 => vec![organization.clone(), format!("{year}年政府信息公开工作年度报告")],
            3 => vec![format!("{year}年{organization}政府信息公开工作年度报告")],
            4 => vec![format!("{organization}{year}年度政府信息公开工作年度报告")],
            5 => vec![format!("{year}年度{organization}"), "政府信息公开工作年度报告".to_string()],
            6 => vec![format!("{organization}政府信息公开工作年度报告"), format!("（{year}年度）")],
            _ => vec![format!("{organization}{year}年度"), "政府信息公开工作年度报告".to_string()],
        };
        let preamble = match model.edition.id {
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
            whole: None,
            load,
            tables_before,
            before: None,
        };
        draft.write_parts(rng);
        let (next, day) = (year + 1, rng.between(9, 29));
        draft.ending = match rng.between(1, 12) {
            1..=3 => format!("\n{organization}\n{next}年1月{day}日\n"),
            4 => format!("\n{next}年1月{day}日\n"),
            5 => format!("\n　　　　　　{organization}\n　　　　　　{next}年1月{day}日\n"),
            6 => "\n（此件公开发布）\n".to_string(),
            7 => format!("\n联系电话：0571-8{}\n", rng.between(1_000_000, 9_999_999)),
            _ => String::new(),
        };
        draft
    }

    fn write_parts(&mut self, rng: &mut Rng) {
        let facts = self.facts.clone();
        let is_2021 = self.edition() == EditionId::E2021;
        let one = |rng: &mut Rng, role, from: &[Phrase]| Sentence { role, words: words(rng, &facts, from) };
        let had_applications = facts.n("应办") > 0;
        let had_cases = facts.n("复议") + facts.n("诉讼") > 0;

        let mut publications = vec![one(rng, Role::Publications, phrases::PUBLICATIONS)];
        let gives_total = publications[0].words.contains("{主动公开}");
        if is_2021 && rng.chance(50) {
            publications.push(one(rng, Role::Documents, phrases::DOCUMENTS));
        }
        if rng.chance(35) {
            publications.push(one(rng, Role::Decisions, phrases::DECISIONS));
        }
        if !is_2021 && rng.chance(40) {
            publications.push(one(rng, Role::Decisions, phrases::PROCUREMENT));
        }
        let received = if had_applications { phrases::APPLICATIONS } else { phrases::NO_APPLICATIONS };
        let mut applications = vec![one(rng, Role::Applications, received)];
        if had_applications && rng.chance(50) {
            let results: Vec<Phrase> = fitting(&facts, phrases::RESULTS);
            if !results.is_empty() {
                applications.push(one(rng, Role::Results, &results));
            }
        }
        let matters =
            one(rng, Role::Matters, if is_2021 { phrases::MATTERS_2021 } else { phrases::MATTERS_2019 });
        if is_2021 && rng.chance(40) {
            let is_charged = matters.words.contains("{信息处理费}");
            let fee = if is_charged {
                "收取信息处理费{信息处理费}元。"
            } else {
                "未收取信息处理费。"
            };
            applications.push(Sentence { role: Role::Fee, words: fee.to_string() });
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
        let mut disclosure = Vec::new();
        if gives_total && rng.chance(15) {
            let again =
                *rng.pick(&["全年共主动公开政府信息{主动公开}条。", "本年度主动公开信息{主动公开}条。"]);
            disclosure.push(vec![Sentence { role: Role::Other, words: again.to_string() }]);
        }
        let problems = vec![vec![one(rng, Role::Other, phrases::PROBLEMS)]];
        let bodies = [
            (overview, Vec::new()),
            if rng.chance(50) { (disclosure, Vec::new()) } else { (Vec::new(), disclosure) },
            if rng.chance(50) { (restated, Vec::new()) } else { (Vec::new(), restated) },
            (note, Vec::new()),
            (problems, Vec::new()),
            (vec![vec![matters]], Vec::new()),
        ];
        for ((key, headings), (before, after)) in
            SectionKey::ALL.into_iter().zip(phrases::HEADINGS).zip(bodies)
        {
            self.parts.push(Part { key, heading: rng.pick(headings).to_string(), before, after });
        }
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
    let style = rng.between(1, 9);
    let mut paragraphs = Vec::new();
    for (at, mut sentences) in five.into_iter().enumerate() {
        let (number, title) = (numbers[at], titles[at]);
        let heading = match style {
            1 => format!("（{number}）{title}情况。"),
            2 => format!("（{number}）{title}。"),
            3 => format!("{}.{title}。", at + 1),
            4 => format!("（{number}）{title}"),
            5 => format!("{}、{title}情况", at + 1),
            6 => format!("（{}）{title}。", at + 1),
            7 => format!("{number}是{title}方面。"),
            8 => format!("（{number}）{title}情况："),
            _ => String::new(),
        };
        let heading = Sentence { role: Role::Other, words: heading };
        match style {
            4 | 5 => paragraphs.push(vec![heading]),
            1..=8 => sentences.insert(0, heading),
            // Without headings the part has to be named somewhere.
            _ => sentences[0].words = format!("{title}方面，{}", sentences[0].words),
        }
        paragraphs.push(sentences);
    }
    paragraphs
}
