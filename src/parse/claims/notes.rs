//! What the words of a sentence say of its topic, and of whose numbers it gives.

use super::lexer::{Kind, Token};
use super::reader::{Reader, START, Topic, is_elsewhere};
use super::words::Word;
use super::{Group, Outcome, Reach, Subject};
use crate::parse::prose::{Mark, Nearness, Part, Quantity, UnitKind};
use crate::text::find::{begins, has_char, holds_any};

impl Reader<'_> {
    /// Takes note of what a token says of topic and reach.
    pub(super) fn note(&mut self, i: usize) {
        let token = self.tokens[i];
        match token.kind {
            Kind::Mark(mark) => {
                self.state.clause = Reach::Own;
                if matches!(mark, Mark::Comma | Mark::Semicolon) {
                    self.informed = self.informed.saturating_sub(1);
                }
                if mark == Mark::Close && self.is_enumerator(i) {
                    self.topic = Topic::None;
                    (self.is_limited, self.all_limited, self.is_first) = (false, false, true);
                    self.state = START;
                }
            }
            Kind::Number(number) => self.note_date(i, number),
            Kind::Word(word) => self.note_word(i, word),
        }
    }

    /// （二） in the middle of a paragraph: another sub-heading.
    pub(super) fn is_enumerator(&self, i: usize) -> bool {
        let end = self.tokens[i].part.end;
        let words = &self.prose.text()[..end as usize];
        let inner = words.trim_end_matches(|c| has_char("一二三四五六七八九十", c));
        inner.ends_with('（')
    }

    pub(super) fn note_date(&mut self, i: usize, number: u32) {
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
                // 比2022年增加3件，办结20件: the clause alone is about it.
                if !is_this
                    && self.prose.text()[..quantity.part.start as usize].ends_with(any_of!['比', '较', '与'])
                {
                    self.state.clause = Reach::Foreign;
                    return;
                }
                self.state.this_year |= is_this;
                self.state.year = if is_this { Reach::Own } else { Reach::Foreign };
                self.state.before = Reach::Own;
            }
            "年" => self.state.sentence = Reach::Foreign,
            "月" if !self.is_whole_year(i, &quantity, whole) => self.state.sentence = Reach::Foreign,
            "季度" | "个季度" | "个月" => self.state.sentence = Reach::Foreign,
            _ => {}
        }
    }

    /// Whether a month at `i` is the first or last of the year and begins a day or a
    /// range: 1月1日至12月31日, 1-12月.
    pub(super) fn is_whole_year(&self, i: usize, quantity: &Quantity, month: u32) -> bool {
        let is_day = self.tokens.get(i + 1).is_some_and(|next| match next.kind {
            Kind::Number(number) => self.quantity(number).unit.word == "日",
            _ => false,
        });
        // 12月底.
        let is_end = self.prose.text()[quantity.part.end as usize..].starts_with(any_of!['底', '末']);
        matches!(month, 1 | 12) && (is_day || is_end || quantity.nearness == Nearness::Range)
    }

    pub(super) fn note_word(&mut self, i: usize, word: Word) {
        let token = self.tokens[i];
        match word {
            // 主动公开85件、依申请公开12件: kinds of documents.
            Word::Application if self.is_kind_of_document(i) => self.topic = Topic::Elsewhere,
            Word::Application | Word::NoApplications => {
                self.topic = Topic::Applications;
                self.was_applications = true;
                self.is_limited = true;
                self.all_limited |= self.is_first;
            }
            Word::Information => self.informed = 2,
            // Cases that the body itself decides are others.
            Word::Remedy(_) if self.is_handled(i) => {
                self.topic = Topic::Elsewhere;
                self.group = None;
            }
            Word::Remedy(group) => {
                self.is_limited |= self.informed > 0;
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
            Word::ThisYear => {
                self.state.this_year = true;
                // 去年全年 is the year before.
                if self.prose.words(self.tokens[i].part).starts_with(any_of!['今', '本']) {
                    self.state.before = Reach::Own;
                }
            }
            Word::PreviousYear => {
                // 上年结转, 上年无结转.
                let behind = self.after(i).map(|j| match self.word_at(j) {
                    Some(Word::Not) => self.after(j).unwrap_or(j),
                    _ => j,
                });
                let joined = [self.before(i), behind];
                let carries = joined.iter().flatten().any(|j| self.tokens[*j].word() == Some(Word::Carry));
                if !carries {
                    self.state.clause = Reach::Foreign;
                    // 去年收到10件，办结9件: what follows is of that year too.
                    if self.tells_of_a_year(i) {
                        self.state.before = Reach::Foreign;
                    }
                }
            }
            Word::Foreign if self.names_the_body(token.part) => {}
            Word::HalfYear => self.state.year = Reach::Foreign,
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
            // 县政府办共收到12件, in that office's own report.
            Word::Wider
                if self.is_office && self.prose.text()[token.part.end as usize..].starts_with('办') => {}
            Word::Wider if self.names_a_site(i) => {}
            Word::Wider => {
                // Its office may report on what the government received.
                let is_above = self.is_office
                    && self.topic == Topic::Applications
                    && self.prose.words(token.part).ends_with("政府");
                let reach = if is_above || self.may_be_own(i) { Reach::Wider } else { Reach::Foreign };
                self.state.sentence = self.state.sentence.max(reach);
            }
            // 除去结转下年度办理的2件，共办理14件: the rest is what was closed.
            Word::Except if self.takes_off_what_is_carried(i) => {}
            Word::Except => self.state.sentence = Reach::Foreign,
            _ => {}
        }
    }

    /// Whether 除 at `i` takes off those carried out, whose number it tells: 除2件结转下年外. Or
    /// whether 除去 takes them off and the sentence goes on with a number: with 均, it tells of
    /// the rest alone.
    fn takes_off_what_is_carried(&self, i: usize) -> bool {
        self.after(i).is_some_and(|next| self.carried_behind(next).is_some())
            || self.prose.text()[self.tokens[i].part.end as usize..].starts_with('去')
                && matches!(self.word_at(i + 1), Some(Word::Carry | Word::NextYear | Word::ThisYear))
                && !self.tokens.iter().any(|token| token.word() == Some(Word::All))
    }

    /// Whether 镇街 is of the body's own name, as in 柳镇街道: with the character behind it
    /// it stands there.
    fn names_the_body(&self, part: Part) -> bool {
        let behind = self.prose.text()[part.end as usize..].chars().next().map_or(0, char::len_utf8);
        let words = Part { start: part.start, end: part.end + behind as u32 };
        holds_any(self.organization, &[self.prose.words(words)])
    }

    /// Whether 市政府 at `i` begins the name of the web site by which something was done:
    /// 通过市政府门户网站, 在市政府信息公开平台.
    fn names_a_site(&self, i: usize) -> bool {
        let (before, behind) = self.prose.text().split_at(self.tokens[i].part.end as usize);
        let near = &before[before.ceil_char_boundary(before.len().saturating_sub(60))..];
        let site = behind.strip_prefix("信息公开").unwrap_or(behind);
        near.ends_with("政府")
            && ["网站", "门户", "平台", "专栏"].iter().any(|named| begins(site, named))
            && holds_any(near, &["通过", "依托", "在"])
    }

    /// Whether 全市 at `i` may be the body's own scope: 全市 and 市政府 are no town's, 各部门
    /// no department's.
    fn may_be_own(&self, i: usize) -> bool {
        let Some(level) = self.level else { return false };
        let words = self.prose.words(self.tokens[i].part);
        let named = words.strip_prefix('全').unwrap_or(words).chars().next();
        named.is_none_or(|named| named == level || !has_char("省市县区旗州镇乡盟", named))
    }

    /// Whether the clause begins with token `i` and the one before counts what was published;
    /// behind a semicolon, as a part: 其中主动公开7条；依申请公开9条, 主动公开7条，占6.3%；依申请公开9条.
    pub(super) fn is_kind_of_document(&self, i: usize) -> bool {
        let (mut counts, mut publishes, mut is_apart, mut is_part) = (false, false, false, false);
        let mut begins = false;
        for token in self.tokens[..i].iter().rev().take(10) {
            match token.kind {
                Kind::Mark(Mark::List | Mark::Comma | Mark::Semicolon) if counts => break,
                Kind::Mark(mark) => {
                    begins = true;
                    is_apart |= mark == Mark::Semicolon;
                }
                Kind::Number(number) if self.quantity(number).unit.kind == UnitKind::Percent => {
                    is_part = true;
                }
                Kind::Number(_) => counts = true,
                Kind::Word(Word::Publish) => publishes = true,
                Kind::Word(Word::Among) => is_part = true,
                Kind::Word(Word::Filler) => {}
                // What stands between is another clause, or goes on with this one.
                Kind::Word(_) if !counts => return false,
                Kind::Word(_) => {}
            }
            if !begins {
                return false;
            }
        }
        counts && publishes && (is_part || !is_apart)
    }

    /// Whether the clause says before token `i` that the body receives or decides, or that it
    /// is about penalties and the like.
    pub(super) fn is_handled(&self, i: usize) -> bool {
        let words = self.tokens[..i].iter().rev().take(12).map_while(Token::word);
        let mut others = words.filter(|w| {
            matches!(w, Word::Receive { .. } | Word::Close | Word::Handle | Word::Concluded)
                || is_elsewhere(*w)
        });
        others.next().is_some()
    }

    /// Whether outcomes of a group's cases were given already.
    pub(super) fn has_outcome(&self, group: Group) -> bool {
        let last = self.claims.last().map(|claim| claim.subject);
        matches!(last, Some(Subject::Cases(g, outcome)) if g == group && outcome != Outcome::Total)
    }

    /// Whether 去年 at `i` begins its clause and is no mere comparison: 12件，去年10件.
    fn tells_of_a_year(&self, i: usize) -> bool {
        let behind = self.tokens[i + 1..].iter().take_while(|t| !matches!(t.kind, Kind::Mark(_)));
        let carries = behind.clone().any(|t| t.word() == Some(Word::Carry));
        let is_number = self.after(i).is_some_and(|k| matches!(self.tokens[k].kind, Kind::Number(_)));
        self.begins(i) && !carries && !is_number
    }
}
