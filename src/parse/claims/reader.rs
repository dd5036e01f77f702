//! From words and numbers to claims.

use super::lexer::{Kind, Token, tokens};
use super::words::Word;
use super::{Claim, Claims, Group, Hints, Outcome, Reach, Said, Subject};
use crate::form::section::SectionKey;
use crate::parse::prose::{Mark, Nearness, Paragraph, Part, Prose, Quantity, UnitKind};
use crate::report::Report;
use crate::text::Number;

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
    year: Option<i32>,
    /// Whether 全市 and the like are the body's own scope.
    is_government: bool,
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
    section: SectionKey,
    sentence: u32,
    /// What the sentence says of its reach so far.
    state: State,
    /// What the sentence says anywhere.
    hints: Hints,
    /// The last place of the sentence at which a channel is named.
    last_channel: usize,
    channels: usize,
    mentions_applications: bool,
    /// Whether the sentence tells cases by instance anywhere.
    pub has_instance: bool,
    /// Whether the sentence speaks of a notice to pay anywhere.
    pub has_notice: bool,
    /// Whether the sentence said by now that something was charged.
    pub is_charged: bool,
}

/// Whose number the words so far speak of.
#[derive(Debug, Clone, Copy)]
struct State {
    /// Of another time or body, up to the end of the sentence.
    sentence: Reach,
    /// Of another year, up to the end of the clause.
    clause: Reach,
    /// Of another year, until a year is named again.
    year: Reach,
    /// Whether the reporting year was named.
    this_year: bool,
}

const START: State = State { sentence: Reach::Own, clause: Reach::Own, year: Reach::Own, this_year: false };

/// Reads the claims of the prose.
pub fn read(prose: &Prose, report: &Report) -> Claims {
    let organization = report.title.as_ref().and_then(|title| title.organization.as_deref());
    let mut reader = Reader {
        prose,
        year: report.year.map(|year| year.value),
        is_government: organization.is_some_and(is_government),
        claims: Vec::new(),
        tokens: Vec::new(),
        topic: Topic::None,
        group: None,
        is_mixed: false,
        is_limited: false,
        section: SectionKey::Overview,
        sentence: 0,
        state: START,
        hints: Hints::default(),
        last_channel: 0,
        channels: 0,
        mentions_applications: false,
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
fn is_elsewhere(word: Word) -> bool {
    matches!(word, Word::Names(Subject::Licensing | Subject::Penalties | Subject::Coercion))
}

/// Whether the body's own numbers are those of 全市, 全区, 全镇.
fn is_government(organization: &str) -> bool {
    const ENDS: [&str; 13] = [
        "人民政府",
        "政府",
        "省",
        "市",
        "县",
        "区",
        "旗",
        "州",
        "镇",
        "乡",
        "管委会",
        "管理委员会",
        "街道办事处",
    ];
    ENDS.iter().any(|end| organization.ends_with(end))
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
        self.is_limited = self.topic != Topic::None;
        self.tokens.clear();
        let mut topic_before = self.topic;
        for index in paragraph.clauses.0..paragraph.clauses.1 {
            let clause = self.prose.clauses[index as usize];
            self.sentence = clause.sentence;
            tokens(self.prose, index as usize, &mut self.tokens);
            let next = (index + 1 < paragraph.clauses.1).then(|| self.prose.clauses[index as usize + 1]);
            if next.is_none_or(|next| next.sentence != clause.sentence) {
                self.sentence(&mut topic_before);
                self.tokens.clear();
            }
        }
    }

    fn sentence(&mut self, topic_before: &mut Topic) {
        self.survey();
        self.state = START;
        let first = self.claims.len();
        let mut counted = false;
        for i in 0..self.tokens.len() {
            self.note(i);
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
        let carried_in = self.claims[first..].iter().any(|claim| claim.subject == Subject::CarriedIn);
        self.claims[first..].iter_mut().for_each(|claim| claim.hints.carried_in = carried_in);
        // A sentence about hotlines without a number leaves the paragraph's topic alone.
        if self.topic == Topic::Elsewhere && !counted {
            self.topic = *topic_before;
        }
        *topic_before = self.topic;
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

    /// Takes note of what a token says of topic and reach.
    fn note(&mut self, i: usize) {
        let token = self.tokens[i];
        match token.kind {
            Kind::Mark(mark) => {
                self.state.clause = Reach::Own;
                if mark == Mark::Close && self.is_enumerator(i) {
                    self.topic = Topic::None;
                    self.is_limited = false;
                    self.state = START;
                }
            }
            Kind::Number(number) => self.note_date(i, number),
            Kind::Word(word) => self.note_word(i, word),
        }
    }

    /// （二） in the middle of a paragraph: another sub-heading.
    fn is_enumerator(&self, i: usize) -> bool {
        let end = self.tokens[i].part.end;
        let words = &self.prose.text()[..end as usize];
        let inner = words.trim_end_matches(|c| "一二三四五六七八九十".contains(c));
        inner.len() < words.len() && inner.ends_with('（')
    }

    fn note_date(&mut self, i: usize, number: u32) {
        let quantity = *self.quantity(number);
        if quantity.unit.kind != UnitKind::Time {
            return;
        }
        let whole = u32::try_from(quantity.value.mantissa()).unwrap_or(0);
        match quantity.unit.word {
            "年" if whole >= 1900 => {
                let carries = [self.before(i), self.after(i)]
                    .iter()
                    .flatten()
                    .any(|j| self.tokens[*j].word() == Some(Word::Carry));
                if carries {
                    return;
                }
                let is_this = self.year.is_none_or(|year| year as u32 == whole);
                self.state.this_year |= is_this;
                self.state.year = if is_this { Reach::Own } else { Reach::Foreign };
            }
            "年" => self.state.sentence = Reach::Foreign,
            "月" if !self.is_whole_year(i, &quantity, whole) => self.state.sentence = Reach::Foreign,
            "季度" | "个季度" | "个月" => self.state.sentence = Reach::Foreign,
            _ => {}
        }
    }

    /// Whether a month at `i` is the first or last of the year and begins a day or a
    /// range: 1月1日至12月31日, 1-12月.
    fn is_whole_year(&self, i: usize, quantity: &Quantity, month: u32) -> bool {
        let is_day = self.tokens.get(i + 1).is_some_and(|next| match next.kind {
            Kind::Number(number) => self.quantity(number).unit.word == "日",
            _ => false,
        });
        matches!(month, 1 | 12) && (is_day || quantity.nearness == Nearness::Range)
    }

    fn note_word(&mut self, i: usize, word: Word) {
        match word {
            // 主动公开85件、依申请公开12件: kinds of documents.
            Word::Application if self.is_kind_of_document(i) => self.topic = Topic::Elsewhere,
            Word::Application | Word::NoApplications => {
                self.topic = Topic::Applications;
                self.is_limited = true;
            }
            Word::Information => self.is_limited = true,
            // Cases that the body itself decides are others.
            Word::Remedy(_) if self.is_handled(i) => {
                self.topic = Topic::Elsewhere;
                self.group = None;
            }
            Word::Remedy(group) => {
                if let Some(before) = self.group.filter(|before| *before != group) {
                    let refines = before == Group::Suits && matches!(group, Group::Direct | Group::After);
                    self.is_mixed = !refines && !self.has_outcome(before);
                }
                self.group = Some(group);
                // In a report's own words 申请 and its results may go on behind it.
                self.topic = Topic::Cases;
            }
            Word::Document => self.topic = Topic::Documents,
            Word::OtherDocument if self.topic == Topic::Documents => self.topic = Topic::None,
            Word::Purchase => self.topic = Topic::Purchases,
            Word::Charge => self.is_charged = true,
            // 行政许可申请 is another application.
            Word::Apply if i.checked_sub(1).and_then(|j| self.word_at(j)).is_some_and(is_elsewhere) => {
                self.topic = Topic::Elsewhere;
            }
            Word::Fee => self.topic = Topic::Fee,
            Word::Elsewhere => self.topic = Topic::Elsewhere,
            Word::ThisYear => self.state.this_year = true,
            Word::PreviousYear => {
                let joined = [self.before(i), self.after(i)];
                let carries = joined.iter().flatten().any(|j| self.tokens[*j].word() == Some(Word::Carry));
                if !carries {
                    self.state.clause = Reach::Foreign;
                    // 去年，…: the whole clause says it.
                    if self.is_alone(i) {
                        self.state.year = Reach::Foreign;
                    }
                }
            }
            Word::Foreign => self.state.sentence = Reach::Foreign,
            Word::Since => {
                let this = self.before(i).is_some_and(|j| match self.tokens[j].kind {
                    Kind::Number(number) => self.is_year(number, 0),
                    kind => kind == Kind::Word(Word::ThisYear),
                });
                if !this {
                    self.state.sentence = Reach::Foreign;
                }
            }
            Word::Cumulative => {
                let reach = if self.state.this_year { Reach::Wider } else { Reach::Foreign };
                self.state.sentence = self.state.sentence.max(reach);
            }
            Word::Wider => {
                let reach = if self.is_government { Reach::Wider } else { Reach::Foreign };
                self.state.sentence = self.state.sentence.max(reach);
            }
            Word::Except => self.state.sentence = Reach::Foreign,
            _ => {}
        }
    }

    /// Whether the clause begins with token `i` and the one before counts what was published.
    fn is_kind_of_document(&self, i: usize) -> bool {
        let is_mark = |token: &&Token| matches!(token.kind, Kind::Mark(Mark::List | Mark::Comma));
        if !i.checked_sub(1).is_some_and(|j| is_mark(&&self.tokens[j])) {
            return false;
        }
        let clause = self.tokens[..i - 1].iter().rev().take(8).take_while(|t| !is_mark(t));
        let (mut counts, mut publishes) = (false, false);
        for token in clause {
            counts |= matches!(token.kind, Kind::Number(_));
            publishes |= token.word() == Some(Word::Publish);
        }
        counts && publishes
    }

    /// Whether the clause says before token `i` that the body receives or decides.
    fn is_handled(&self, i: usize) -> bool {
        let words = self.tokens[..i].iter().rev().take(12).map_while(Token::word);
        let mut verbs = words
            .filter(|w| matches!(w, Word::Receive { .. } | Word::Close | Word::Handle | Word::Concluded));
        verbs.next().is_some()
    }

    /// Whether outcomes of a group's cases were given already.
    fn has_outcome(&self, group: Group) -> bool {
        let last = self.claims.last().map(|claim| claim.subject);
        matches!(last, Some(Subject::Cases(g, outcome)) if g == group && outcome != Outcome::Total)
    }

    fn is_alone(&self, i: usize) -> bool {
        let is_mark = |t: Option<&Token>| t.is_none_or(|t| matches!(t.kind, Kind::Mark(_)));
        is_mark(i.checked_sub(1).and_then(|j| self.tokens.get(j))) && is_mark(self.tokens.get(i + 1))
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

    /// The token right before `i`, fillers passed over; none where other words stand
    /// between, or the clause begins.
    pub(super) fn before(&self, mut i: usize) -> Option<usize> {
        while let Some(j) = i.checked_sub(1) {
            let (token, next) = (self.tokens[j], self.tokens[i]);
            let is_colon = token.kind == Kind::Mark(Mark::Colon);
            if !is_colon && (matches!(token.kind, Kind::Mark(_)) || token.part.end != next.part.start) {
                return None;
            }
            if !is_colon && token.word() != Some(Word::Filler) {
                return Some(j);
            }
            i = j;
        }
        None
    }

    /// The token right behind `i`, likewise.
    pub(super) fn after(&self, mut i: usize) -> Option<usize> {
        loop {
            let (token, next) = (self.tokens[i], *self.tokens.get(i + 1)?);
            if matches!(next.kind, Kind::Mark(_)) || token.part.end != next.part.start {
                return None;
            }
            i += 1;
            if next.word() != Some(Word::Filler) {
                return Some(i);
            }
        }
    }

    /// Whether nothing but fillers stands between `i` and the end of its clause.
    pub(super) fn ends_clause(&self, mut i: usize) -> bool {
        loop {
            let (token, Some(next)) = (self.tokens[i], self.tokens.get(i + 1)) else { return true };
            if token.part.end != next.part.start {
                return false;
            }
            match next.kind {
                Kind::Mark(_) => return true,
                Kind::Word(Word::Filler) => i += 1,
                _ => return false,
            }
        }
    }

    pub(super) fn word_at(&self, i: usize) -> Option<Word> {
        self.tokens.get(i).and_then(Token::word)
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
        span: crate::text::Span,
        quantity: Option<u32>,
        value: Number,
        own: Hints,
    ) {
        let reach = self.state.sentence.max(self.state.clause).max(self.state.year);
        let hints = Hints {
            only_new: own.only_new,
            handled: own.handled,
            either: own.either,
            channel: own.channel,
            ..self.hints
        };
        let (section, sentence) = (self.section, self.sentence);
        self.claims.push(Claim { subject, said, span, quantity, value, section, sentence, reach, hints });
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
