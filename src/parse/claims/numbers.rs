//! What a number counts: the words right before it, else those right behind it.

use super::kinds::{is_applicant, is_reason, is_result};
use super::lexer::{Kind, Token};
use super::neighbours::MARKS;
use super::reader::{Reader, Topic};
use super::words::Word;
use super::{Claim, Group, Hints, Outcome, Reach, Said, Subject};
use crate::parse::prose::{Mark, Part, UnitKind};
use crate::text::Number;

/// What a number counts, and what else its words say.
pub(super) type Counted = (Subject, Hints);

/// How many tokens a bracket between a name and its number has at most.
const LONGEST_BRACKET: usize = 32;

/// A subject with nothing else said.
pub(super) fn just(subject: Subject) -> Option<Counted> {
    Some((subject, Hints::default()))
}

/// Two names that share a number.
fn together(other: Option<Word>, subject: Subject) -> Option<Counted> {
    let both = [other, Some(Word::Names(subject))];
    let has = |s: Subject| both.contains(&Some(Word::Names(s)));
    if has(Subject::Granted) && has(Subject::Partial) { just(Subject::Public) } else { None }
}

impl Reader<'_> {
    /// Makes a claim of the number at token `i`, where its words leave one reading.
    pub(super) fn number(&mut self, i: usize, number: u32) {
        let quantity = *self.quantity(number);
        if !quantity.is_exact() {
            return;
        }
        let counted = match quantity.unit.kind {
            UnitKind::Item => self.counted(i, quantity.value.is_zero()),
            // 部分公开67，: without a unit only a name right before it counts.
            UnitKind::Bare if self.ends_clause(i) => self
                .counted(i, quantity.value.is_zero())
                .filter(|(s, _)| !matches!(s, Subject::Purchases | Subject::Fee | Subject::PurchaseAmount)),
            UnitKind::Money => self.amount(i),
            _ => None,
        };
        let Some((subject, mut own)) = counted else { return };
        if subject == Subject::Applications && quantity.unit.word == "条" && self.is_listed_among_numbers(i)
        {
            return;
        }
        own.channel |= match subject {
            Subject::Received => self.is_taken_on(i, quantity.value),
            // 受理线上申请65件，办结62件，受理线下申请9件: closed of those online.
            Subject::Closed => self.first_channel < i && i < self.last_channel,
            _ => false,
        };
        let is_money = matches!(subject, Subject::Fee | Subject::PurchaseAmount);
        if is_money != (quantity.unit.kind == UnitKind::Money) {
            return;
        }
        let value = match subject {
            Subject::PurchaseAmount => quantity.value.scaled(-4),
            _ => Some(quantity.value),
        };
        let Some(value) = value else { return };
        self.push(subject, Said::Number, quantity.span, Some(number), value, own);
    }

    /// 工作动态40条、依申请公开2条、年报1条: what stands in a column of the site.
    fn is_listed_among_numbers(&self, i: usize) -> bool {
        let is_behind = i > 2
            && matches!(self.tokens[i - 3].kind, Kind::Number(_))
            && matches!(self.tokens[i - 2].kind, Kind::Mark(Mark::List | Mark::Comma));
        is_behind || self.tokens.get(i + 1).is_some_and(|behind| behind.kind == Kind::Mark(Mark::List))
    }

    /// 收到15件，撤回6件，受理9件: those taken on, at the number at `i`, are a part of what the
    /// sentence has told.
    fn is_taken_on(&self, i: usize, value: Number) -> bool {
        let is_more = |claim: &&Claim| {
            claim.sentence == self.sentence && claim.reach == Reach::Own && claim.value > value
        };
        let told = self.claims.iter().rev().take(8).filter(is_more);
        let near = self.tokens[..i].iter().rev().take(12);
        let mut clause = near.take_while(|t| !matches!(t.kind, Kind::Mark(_)));
        told.into_iter().any(|claim| claim.subject == Subject::Received)
            && clause.any(|token| self.prose.words(token.part) == "受理")
    }

    /// 申请数量为零.
    pub(super) fn nil(&mut self, i: usize) {
        let is_said = i.checked_sub(1).is_some_and(|j| {
            self.word_at(j) == Some(Word::Filler) && self.tokens[j].part.end == self.tokens[i].part.start
        });
        if !is_said || !self.ends_clause(i) {
            return;
        }
        if let Some((subject, own)) = self.counted(i, true) {
            let from = self.before(i).unwrap_or(i);
            let part = Part { start: self.tokens[from].part.start, end: self.tokens[i].part.end };
            self.push(subject, Said::None, self.prose.span(part), None, Number::ZERO, own);
        }
    }

    /// What the number at `i` counts.
    fn counted(&self, i: usize, is_zero: bool) -> Option<Counted> {
        let mut head = self.before(i).or_else(|| self.before_bracket(i));
        // 均为0件 is the same as 0件 of all of them; 均为3件 is not.
        if let Some(j) = head.filter(|j| self.word_at(*j) == Some(Word::All)) {
            if !is_zero {
                return None;
            }
            head = self.before(j);
        }
        match head.map(|j| (j, self.word_at(j))) {
            Some((j, Some(word))) if !matches!(word, Word::Among | Word::Except) => {
                self.named_before(i, j, word)
            }
            // 结转至2024年3件.
            Some((j, None)) => self.carried(j),
            _ if self.begins(i) => self.named_behind(i),
            // 其余3件结转下年, 除3件结转下年外.
            _ if self.is_rest(i) => self.carried_behind(i),
            _ => None,
        }
    }

    /// The row named before the bracket that ends right before the number at `i`:
    /// 其他处理（申请人撤回）1件.
    fn before_bracket(&self, i: usize) -> Option<usize> {
        let begins = |at: usize, mark: usize| {
            self.tokens[at].part.start == self.tokens[mark].part.end + "）".len() as u32
        };
        let close = i
            .checked_sub(1)
            .filter(|close| self.tokens[*close].kind == Kind::Mark(Mark::Close) && begins(i, *close))?;
        let depth = self.tokens[i].depth;
        let mut inner = (close.saturating_sub(LONGEST_BRACKET)..close).rev();
        let open = inner.find(|at| self.tokens[*at].depth == depth)?;
        let name = open.checked_sub(1)?;
        let is_named = self.tokens[name].part.end == self.tokens[open].part.start
            && matches!(self.word_at(name), Some(Word::Names(_)));
        is_named.then_some(name)
    }

    /// Whether nothing but 其余, 除 or the like stands before the number at `i` in its clause.
    fn is_rest(&self, i: usize) -> bool {
        let words = &self.prose.text()[..self.tokens[i].part.start as usize];
        let rest =
            ["其余", "剩余", "余下", "尚有", "还有", "除"].iter().find_map(|rest| words.strip_suffix(rest));
        rest.is_some_and(|words| words.ends_with(MARKS))
    }

    /// The word right before the number at `i` is `word`, at `j`.
    fn named_before(&self, i: usize, j: usize, word: Word) -> Option<Counted> {
        match word {
            Word::Names(subject) => self.name(j, subject),
            Word::Close | Word::Handle => {
                if let Some(k) = self.before(j) {
                    match self.word_at(k) {
                        Some(Word::Names(subject)) if is_result(subject) => return self.name(k, subject),
                        // 结转上年度办理3件.
                        Some(Word::NextYear | Word::PreviousYear | Word::Carry) => return self.carried(k),
                        Some(Word::Not | Word::Among) => return None,
                        _ => {}
                    }
                    if let Kind::Number(_) = self.tokens[k].kind {
                        return self.carried(k);
                    }
                }
                self.verb(i, j, word)
            }
            Word::Receive { .. } => self.verb(i, j, word),
            Word::Application | Word::Apply => self.application(j, word),
            Word::Carry | Word::NextYear | Word::PreviousYear | Word::ThisYear => self.carried(j),
            Word::Remedy(group) => self.cases(j, group),
            Word::Ends(outcome) => self.outcome(j, outcome),
            Word::Document => match self.word_at(self.before(j)?)? {
                _ if self.is_published(j) => None,
                Word::Issue => just(Subject::DocumentsIssued),
                Word::Repeal => just(Subject::DocumentsRepealed),
                Word::InForce => just(Subject::DocumentsInForce),
                _ => None,
            },
            Word::Issue | Word::Repeal | Word::InForce
                if self.is_of_documents(j) && !self.is_published(j) && self.ends_clause(i) =>
            {
                let subject = match word {
                    Word::Issue => Subject::DocumentsIssued,
                    Word::Repeal => Subject::DocumentsRepealed,
                    _ => Subject::DocumentsInForce,
                };
                // 制发2件，其中联合制发1件.
                let is_like = |claim: &Claim| claim.subject == subject;
                let is_part = self.says_among(j) && self.last_of_sentence().is_some_and(is_like);
                if is_part { None } else { just(subject) }
            }
            Word::Purchase => just(Subject::Purchases),
            _ => None,
        }
    }

    /// Whether 制发, 废止, 现行有效 at `j` go on about 规范性文件: they stand in the clause,
    /// or the number before was of them.
    fn is_of_documents(&self, j: usize) -> bool {
        // 出台规范性文件：制发3件.
        let near = self.tokens[..j].iter().rev().take(8).filter(|t| t.kind != Kind::Mark(Mark::Colon));
        let words = near.map_while(Token::word);
        let named = words.into_iter().any(|word| word == Word::Document);
        let counted = self.last_of_sentence().is_some_and(|claim| {
            matches!(
                claim.subject,
                Subject::DocumentsIssued | Subject::DocumentsRepealed | Subject::DocumentsInForce
            )
        });
        self.topic == Topic::Documents && (named || counted)
    }

    /// A row, a column or a kind of decision, named at `j`.
    pub(super) fn name(&self, j: usize, subject: Subject) -> Option<Counted> {
        if matches!(subject, Subject::Licensing | Subject::Penalties | Subject::Coercion) {
            let decided = self.before(j).and_then(|k| self.word_at(k)) == Some(Word::Decide)
                || self.goes_on_about_decisions(j);
            let is_decision = self.prose.words(self.tokens[j].part).ends_with("决定")
                || self.word_at(j + 1) == Some(Word::Decision);
            return if decided && is_decision { just(subject) } else { None };
        }
        if self.topic != Topic::Applications {
            return None;
        }
        match self.before(j).map(|k| (k, self.word_at(k))) {
            Some((k, Some(Word::Joint))) => {
                let other = self.before(k).and_then(|m| self.word_at(m));
                return together(other, subject);
            }
            // 因不掌握相关政府信息无法提供3件.
            Some((_, Some(Word::Names(Subject::NotHeld)))) if subject == Subject::Unavailable => {}
            Some((_, Some(Word::Names(_) | Word::Not))) => return None,
            _ => {}
        }
        // 予以公开、部分公开42件.
        if j >= 2
            && self.tokens[j - 1].kind == Kind::Mark(Mark::List)
            && self.is_adjacent_list(j)
            && let Some(Word::Names(other)) = self.word_at(j - 2)
            && !is_reason(subject)
        {
            return together(Some(Word::Names(other)), subject);
        }
        if is_applicant(subject) && (self.channel_before(j) || !self.applies(j) || self.shares_number(j)) {
            return None;
        }
        just(subject)
    }

    /// 作出行政许可决定39件、行政处罚决定5件: the verb is said once.
    fn goes_on_about_decisions(&self, j: usize) -> bool {
        let begins = j > 0 && matches!(self.tokens[j - 1].kind, Kind::Mark(Mark::List | Mark::Comma));
        let last = self.last_of_sentence().map(|claim| claim.subject);
        begins
            && self.begins(j)
            && matches!(last, Some(Subject::Licensing | Subject::Penalties | Subject::Coercion))
    }

    /// Whether the clause of token `j` is another item of a list.
    pub(super) fn is_listed(&self, j: usize) -> bool {
        j > 0 && self.tokens[j - 1].kind == Kind::Mark(Mark::List)
    }

    /// Whether a kind of applicant at `j` is what the clause begins with, or what applications
    /// were received from: 服务企业 are none.
    fn applies(&self, j: usize) -> bool {
        let verb = self.before(j).and_then(|k| self.word_at(k));
        matches!(verb, Some(Word::Receive { .. } | Word::Close | Word::Handle)) || self.begins(j)
    }

    /// Whether a kind of applicant at `j` ends a list of some that have one number: 公民、企业申请12件.
    fn shares_number(&self, j: usize) -> bool {
        let words = self.tokens[..j.saturating_sub(1)].iter().rev();
        let mut item = words.take_while(|token| !matches!(token.kind, Kind::Mark(_))).peekable();
        self.is_listed(j)
            && self.tokens[j].part.start == self.tokens[j - 1].part.end + "、".len() as u32
            && item.peek().is_some()
            && !item.any(|token| matches!(token.kind, Kind::Number(_)))
    }

    /// Whether the clause of token `j` begins with it, and the one before ends with a word.
    fn is_adjacent_list(&self, j: usize) -> bool {
        self.tokens[j - 1].part.start == self.tokens[j - 2].part.end
            && self.tokens[j].part.start == self.tokens[j - 1].part.end + "、".len() as u32
    }

    /// 行政复议3件: all cases of a group.
    fn cases(&self, j: usize, group: Group) -> Option<Counted> {
        let mut group = group;
        let other = match self.before(j).map(|k| (k, self.word_at(k))) {
            Some((k, Some(Word::Joint))) => self.before(k),
            None if j >= 2 && self.tokens[j - 1].kind == Kind::Mark(Mark::List) => Some(j - 2),
            _ => None,
        };
        if let Some(Word::Remedy(first)) = other.and_then(|k| self.word_at(k))
            && first != group
        {
            group = if matches!((first, group), (Group::Direct, Group::After) | (Group::After, Group::Direct))
            {
                Group::Suits
            } else {
                Group::Both
            };
        }
        // Those the body decides are others, and so are those that are denied.
        let is_not = self.before(j).and_then(|k| self.word_at(k)) == Some(Word::Not);
        if is_not || self.topic != Topic::Cases {
            return None;
        }
        self.is_about_disclosure().then_some((Subject::Cases(group, Outcome::Total), Hints::default()))
    }

    /// Whether the cases of the sentence are about disclosure of information.
    pub(super) fn is_about_disclosure(&self) -> bool {
        self.is_limited && !self.has_instance
    }

    /// 结果维持3件: of the group named last.
    fn outcome(&self, j: usize, outcome: Outcome) -> Option<Counted> {
        if self.topic != Topic::Cases || !self.is_about_disclosure() {
            return None;
        }
        let attached = self.before(j).and_then(|k| match self.word_at(k) {
            Some(Word::Remedy(group)) => Some(group),
            _ => None,
        });
        let group = attached.or(self.group.filter(|_| !self.is_mixed))?;
        just(Subject::Cases(group, outcome))
    }

    /// 2件结转下年: that behind the number at `i` they are carried out.
    pub(super) fn carried_behind(&self, i: usize) -> Option<Counted> {
        self.named_behind(i).filter(|(subject, _)| *subject == Subject::CarriedOut)
    }

    /// 2件为部分公开: the word right behind the number at `i`.
    fn named_behind(&self, i: usize) -> Option<Counted> {
        let mut k = self.after(i)?;
        // 2件均予以公开, 另有4件申请顺延到下年度答复.
        while matches!(self.word_at(k), Some(Word::All | Word::Apply | Word::Application)) {
            k = self.after(k)?;
        }
        match self.word_at(k)? {
            Word::Names(subject) if is_result(subject) || is_reason(subject) || is_applicant(subject) => {
                let is_alone = self.topic == Topic::Applications
                    && !self
                        .after(k)
                        .is_some_and(|m| matches!(self.word_at(m), Some(Word::Joint | Word::Names(_))));
                if is_alone { just(subject) } else { None }
            }
            Word::Carry => {
                let next = self.after(k)?;
                let is_next = match self.tokens[next].kind {
                    Kind::Number(number) => self.is_year(number, 1),
                    kind => kind == Kind::Word(Word::NextYear),
                };
                if is_next && self.topic == Topic::Applications { just(Subject::CarriedOut) } else { None }
            }
            Word::Ends(outcome) => self.outcome(k, outcome),
            _ => None,
        }
    }

    /// What an amount of money at `i` is.
    fn amount(&self, i: usize) -> Option<Counted> {
        let j = self.before(i)?;
        match self.word_at(j)? {
            Word::Amount | Word::Purchase if self.topic == Topic::Purchases => {
                // 采购总金额86.5万元，其中货物金额60万元.
                let is_like = |claim: &Claim| claim.subject == Subject::PurchaseAmount;
                if self.last_of_sentence().is_some_and(is_like) {
                    None
                } else {
                    just(Subject::PurchaseAmount)
                }
            }
            word @ (Word::Fee | Word::Charge) if self.topic == Topic::Fee => {
                // 实际收取380元, whatever the notice said.
                let really = word == Word::Charge && self.prose.words(self.tokens[j].part).starts_with('实');
                if really || self.is_charged && !self.has_notice { just(Subject::Fee) } else { None }
            }
            _ => None,
        }
    }

    /// Whether the clause before `j` speaks of what was published, not of all there is.
    fn is_published(&self, j: usize) -> bool {
        let is_near = |t: &&Token| matches!(t.kind, Kind::Word(_) | Kind::Mark(Mark::Colon));
        let clause = self.tokens[..j].iter().rev().take_while(is_near);
        let mut words = clause.filter_map(|t| t.word());
        words.any(|word| matches!(word, Word::Publish | Word::OtherDocument))
    }
}
