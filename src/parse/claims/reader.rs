//! From words and numbers to claims.

use super::kinds::{is_applicant, is_reason, is_result};
use super::lexer::{Kind, Token, tokens};
use super::words::Word;
use super::{Claim, Claims, Group, Hints, Reach, Said, Subject};
use crate::form::section::SectionKey;
use crate::parse::prose::{MOST, Mark, Paragraph, Part, Prose, Quantity, UnitKind};
use crate::report::Report;
use crate::text::find::holds;
use crate::text::{Number, Span};

/// What a sentence is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Topic {
    /// Nothing known.
    None,
    /// Applications for information.
    Applications,
    /// 行政复议 and 行政诉讼.
    Cases,
    /// 规范性文件.
    Documents,
    /// 政府集中采购.
    Purchases,
    /// 信息处理费.
    Fee,
    /// Hotlines, proposals, letters.
    Elsewhere,
}

/// Reads one paragraph after the other.
pub(super) struct Reader<'a> {
    pub prose: &'a Prose,
    /// The reporting year.
    pub year: Option<i32>,
    /// The name of the body.
    pub organization: &'a str,
    /// Of a government what 全市, 全县, 全镇 has to name to be its own scope.
    pub level: Option<char>,
    /// Whether it is the office of a government.
    pub is_office: bool,
    pub claims: Vec<Claim>,
    /// The words of the sentence that is read.
    pub tokens: Vec<Token>,
    pub topic: Topic,
    /// The group of 表四 named last.
    pub group: Option<Group>,
    /// Whether another group was named before it and neither's results were given.
    pub is_mixed: bool,
    /// Whether the cases spoken of are about disclosure of information.
    pub is_limited: bool,
    /// Whether all cases of the paragraph are: it is about applications.
    pub all_limited: bool,
    /// Whether this is the first sentence of the paragraph.
    pub is_first: bool,
    /// For how many clauses 政府信息公开 still says what they are about.
    pub informed: u8,
    section: SectionKey,
    pub sentence: u32,
    /// Where the sentence begins.
    start: u32,
    /// What the sentence says of its reach so far.
    pub state: State,
    /// What the sentence says anywhere.
    hints: Hints,
    /// The first and the last place of the sentence at which a channel is named.
    pub first_channel: usize,
    pub last_channel: usize,
    /// How often one is.
    channels: usize,
    mentions_applications: bool,
    /// Whether the paragraph was about applications by now.
    pub was_applications: bool,
    /// Whether the sentence tells cases by instance anywhere.
    pub has_instance: bool,
    /// Whether the sentence speaks of a notice to pay anywhere.
    pub has_notice: bool,
    /// Whether the sentence said by now that something was charged.
    pub is_charged: bool,
}

/// Whose number the words so far speak of.
#[derive(Debug, Clone, Copy)]
pub(super) struct State {
    /// Of another time or body, up to the end of the sentence.
    pub sentence: Reach,
    /// Of another year, up to the end of the clause.
    pub clause: Reach,
    /// Of another year, until a year is named again.
    pub year: Reach,
    /// Of the year before, until this year is named.
    pub before: Reach,
    /// Whether the reporting year was named.
    pub this_year: bool,
}

pub(super) const START: State = State {
    sentence: Reach::Own,
    clause: Reach::Own,
    year: Reach::Own,
    before: Reach::Own,
    this_year: false,
};

/// Reads the claims of the prose.
pub fn read(prose: &Prose, report: &Report) -> Claims {
    let organization = report.organization();
    let mut reader = Reader {
        prose,
        year: report.year.map(|year| year.value),
        organization: organization.unwrap_or_default(),
        level: organization.and_then(level),
        is_office: organization.is_some_and(|name| holds(name, "政府办")),
        claims: Vec::new(),
        tokens: Vec::new(),
        topic: Topic::None,
        group: None,
        is_mixed: false,
        is_limited: false,
        all_limited: false,
        is_first: true,
        informed: 0,
        section: SectionKey::Overview,
        sentence: 0,
        start: 0,
        state: START,
        hints: Hints::default(),
        first_channel: 0,
        last_channel: 0,
        channels: 0,
        mentions_applications: false,
        was_applications: false,
        has_instance: false,
        has_notice: false,
        is_charged: false,
    };
    let mut heading = Topic::None;
    for paragraph in &prose.paragraphs {
        if reader.section != paragraph.section {
            heading = Topic::None;
        }
        reader.section = paragraph.section;
        if paragraph.is_heading {
            heading = reader.heading(paragraph);
            continue;
        }
        reader.topic = match (heading, paragraph.section) {
            (Topic::None, SectionKey::Applications) => Topic::Applications,
            (Topic::None, SectionKey::Remedies) => Topic::Cases,
            _ => heading,
        };
        reader.paragraph(paragraph);
    }
    Claims { all: reader.claims, mentions_applications: reader.mentions_applications }
}

/// Whether an application named so is none for information.
pub(super) fn is_elsewhere(word: Word) -> bool {
    matches!(word, Word::Names(Subject::Licensing | Subject::Penalties | Subject::Coercion))
}

/// The level of a government or of the office that stands for one: 县 of 云溪县人民政府.
/// None of a department, whose own numbers are never those of 全县.
fn level(organization: &str) -> Option<char> {
    const ENDS: [&str; 5] = ["人民政府", "政府", "管委会", "管理委员会", "办事处"];
    let place = ENDS.iter().find_map(|end| organization.strip_suffix(end)).unwrap_or(organization);
    let last = place.chars().next_back()?;
    let is_level = matches!(last, '省' | '市' | '县' | '区' | '旗' | '州' | '镇' | '乡' | '盟');
    // 街道办事处, and governments whose names are cut short.
    (is_level || place.len() < organization.len()).then_some(last)
}

impl Reader<'_> {
    /// What a sub-heading says the paragraphs under it are about.
    fn heading(&mut self, paragraph: &Paragraph) -> Topic {
        self.tokens.clear();
        for index in paragraph.clauses.0..paragraph.clauses.1 {
            tokens(self.prose, index as usize, &mut self.tokens);
        }
        let has = |word: Word| self.tokens.iter().any(|t| t.word() == Some(word));
        if has(Word::Application) || has(Word::Apply) {
            self.mentions_applications = true;
            Topic::Applications
        } else {
            Topic::None
        }
    }

    fn paragraph(&mut self, paragraph: &Paragraph) {
        self.group = None;
        self.is_mixed = false;
        self.all_limited = self.topic != Topic::None;
        self.is_first = true;
        self.was_applications = self.topic == Topic::Applications;
        self.tokens.clear();
        let mut topic_before = self.topic;
        for index in paragraph.clauses.0..paragraph.clauses.1 {
            let clause = self.prose.clauses[index as usize];
            self.sentence = clause.sentence;
            if self.tokens.is_empty() {
                self.start = clause.part.start;
            }
            tokens(self.prose, index as usize, &mut self.tokens);
            let next = (index + 1 < paragraph.clauses.1).then(|| self.prose.clauses[index as usize + 1]);
            if next.is_none_or(|next| next.sentence != clause.sentence) {
                // What has more words of the table than any report is no sentence.
                if self.tokens.len() <= MOST {
                    self.sentence(&mut topic_before);
                }
                self.tokens.clear();
            }
        }
    }

    fn sentence(&mut self, topic_before: &mut Topic) {
        self.survey();
        let State { year, before, .. } = std::mem::replace(&mut self.state, START);
        // 上半年收到35件。其中予以公开8件: of the same span.
        if !self.is_first && self.word_at(0) == Some(Word::Among) {
            (self.state.year, self.state.before) = (year, before);
        }
        self.informed = 0;
        let follows = self.claims.last().is_some_and(|claim| claim.sentence + 1 == self.sentence);
        self.is_limited = self.all_limited || follows;
        let first = self.claims.len();
        let mut counted = false;
        if self.topic == Topic::Elsewhere && self.was_applications && self.names_the_form() {
            self.topic = Topic::Applications;
        }
        if self.follows_the_measures() {
            self.topic = Topic::Fee;
        }
        for i in 0..self.tokens.len() {
            self.note(i);
            if self.tokens[i].kind == Kind::Mark(Mark::Close) && self.is_enumerator(i) {
                *topic_before = Topic::None;
            }
            match self.tokens[i].kind {
                Kind::Number(number) => {
                    counted |= self.quantity(number).is_exact();
                    self.number(i, number);
                }
                Kind::Word(Word::Nil) => self.nil(i),
                Kind::Word(word) => self.statement(i, word),
                Kind::Mark(_) => {}
            }
        }
        let is_carried_in = |claim: &Claim| claim.subject == Subject::CarriedIn && !claim.hints.handled;
        let carried_in = self.claims[first..].iter().any(is_carried_in);
        self.claims[first..].iter_mut().for_each(|claim| claim.hints.carried_in = carried_in);
        // A sentence about hotlines without a number leaves the paragraph's topic alone.
        if self.topic == Topic::Elsewhere && !counted {
            self.topic = *topic_before;
        }
        *topic_before = self.topic;
        self.was_applications |= self.topic == Topic::Applications;
        self.is_first = false;
    }

    /// Whether the sentence of section six goes by 《政府信息公开信息处理费管理办法》: what is
    /// charged is that fee, though no word outside of the title says so.
    fn follows_the_measures(&self) -> bool {
        let Some(last) = self.tokens.last().filter(|_| self.section == SectionKey::Other) else {
            return false;
        };
        let words = self.prose.words(Part { start: self.start, end: last.part.end });
        holds(words, "信息处理费管理办法》")
    }

    /// Whether the sentence names what only 表三 counts, so that it goes on about
    /// applications behind a sentence on letters and hotlines: several results, or
    /// applications by kinds of applicants or with those carried over.
    fn names_the_form(&self) -> bool {
        let (mut results, mut applicants, mut carried, mut applied) = (0, 0, 0, false);
        for token in &self.tokens {
            match token.word() {
                Some(Word::Elsewhere) => return false,
                Some(Word::Names(subject)) if is_elsewhere(Word::Names(subject)) => return false,
                Some(Word::Names(subject)) if is_result(subject) => results += 1,
                Some(Word::Names(subject)) if is_applicant(subject) => applicants += 1,
                Some(Word::Carry) => carried += 1,
                Some(Word::Apply) => applied = true,
                _ => {}
            }
        }
        results > 1 || applied && (applicants > 1 || carried > 1)
    }

    /// Looks for what bears on every claim of the sentence.
    fn survey(&mut self) {
        let mut hints = Hints::default();
        (self.last_channel, self.channels) = (0, 0);
        (self.has_instance, self.has_notice, self.is_charged) = (false, false, false);
        for (at, token) in self.tokens.iter().enumerate() {
            match token.word() {
                Some(Word::Withdraw) => hints.withdrawn = true,
                Some(Word::Names(Subject::Partial)) => hints.partial |= token.depth == 0,
                Some(Word::Names(Subject::NotHeld)) => hints.not_held = true,
                Some(Word::Instance) => self.has_instance = true,
                Some(Word::ChargeNotice) => self.has_notice = true,
                Some(Word::Concluded) => hints.concluded = true,
                Some(Word::Channel) => {
                    if self.channels == 0 {
                        self.first_channel = at;
                    }
                    self.last_channel = at;
                    self.channels += 1;
                }
                Some(Word::Application | Word::NoApplications) => self.mentions_applications = true,
                Some(Word::Apply) => {
                    let paired = at.checked_sub(1).is_some_and(|before| {
                        matches!(self.tokens[before].word(), Some(Word::Names(_) | Word::Remedy(_)))
                    });
                    self.mentions_applications |= !paired;
                }
                _ => {}
            }
        }
        self.hints = hints;
    }

    pub(super) fn quantity(&self, number: u32) -> &Quantity {
        &self.prose.quantities[number as usize]
    }

    /// Whether a number is the reporting year, or so many years after it.
    pub(super) fn is_year(&self, number: u32, after: i32) -> bool {
        let quantity = self.quantity(number);
        let year = self.year.map(|year| Number::from(year + after));
        quantity.unit.kind == UnitKind::Time && quantity.unit.word == "年" && Some(quantity.value) == year
    }

    /// Adds a claim whose words are the tokens `from` to `to`.
    pub(super) fn say(&mut self, subject: Subject, said: Said, from: usize, to: usize) {
        let part = Part { start: self.tokens[from].part.start, end: self.tokens[to].part.end };
        self.push(subject, said, self.prose.span(part), None, Number::ZERO, Hints::default());
    }

    pub(super) fn push(
        &mut self,
        subject: Subject,
        said: Said,
        span: Span,
        quantity: Option<u32>,
        value: Number,
        own: Hints,
    ) {
        let reach = self.state.sentence.max(self.state.clause).max(self.state.year).max(self.state.before);
        let hints = Hints {
            only_new: own.only_new,
            handled: own.handled,
            either: own.either,
            channel: own.channel,
            ..self.hints
        };
        let reach = if self.is_part_of_result(subject, value) { Reach::Foreign } else { reach };
        let (section, sentence) = (self.section, self.sentence);
        self.claims.push(Claim { subject, said, span, quantity, value, section, sentence, reach, hints });
    }

    /// 予以公开6件（自然人4件，企业2件）: right behind a result, kinds of applicants are those
    /// of that result as long as they are no more.
    fn is_part_of_result(&self, subject: Subject, value: Number) -> bool {
        let Some(before) = self.last_of_sentence().filter(|_| is_applicant(subject)) else { return false };
        if is_applicant(before.subject) {
            return before.reach == Reach::Foreign;
        }
        let is_row = is_result(before.subject)
            || is_reason(before.subject)
            || matches!(before.subject, Subject::CarriedIn | Subject::CarriedOut);
        is_row && before.said == Said::Number && value <= before.value
    }

    /// The claims of the sentence so far.
    pub(super) fn last_of_sentence(&self) -> Option<&Claim> {
        self.claims.last().filter(|claim| claim.sentence == self.sentence)
    }

    /// Whether the ways named up to token `i` are only some of those there are.
    pub(super) fn is_one_channel(&self, named: usize, i: usize) -> bool {
        named == 1 || named > 1 && self.last_channel > i
    }

    pub(super) fn has_channels(&self) -> bool {
        self.channels > 0
    }
}
