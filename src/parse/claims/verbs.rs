//! What was received, closed or carried: verbs and what they are said of.

use super::kinds::is_applicant;
use super::lexer::Kind;
use super::neighbours::MARKS;
use super::numbers::{Counted, just};
use super::reader::{Reader, Topic};
use super::words::Word;
use super::{Claim, Hints, Subject};
use crate::parse::prose::Mark;
use crate::text::find::holds;

impl Reader<'_> {
    /// 收到12件, 办结12件: the topic says of what, or the word behind does.
    pub(super) fn verb(&self, i: usize, j: usize, word: Word) -> Option<Counted> {
        let behind = self.after(i).and_then(|k| self.word_at(k));
        let is_said = match behind {
            Some(Word::Application) => true,
            Some(Word::Apply) => self.topic == Topic::Applications,
            Some(Word::All | Word::Not) => self.topic == Topic::Applications,
            _ => self.topic == Topic::Applications && self.ends_clause(i),
        };
        // 未办结, 未按期办结.
        let mut near = self.before(j);
        if near.is_some_and(|k| self.word_at(k) == Some(Word::OnTime)) {
            near = near.and_then(|k| self.before(k));
        }
        // 不作为政府信息公开申请处理.
        let is_denied = |k: usize| match self.word_at(k) {
            Some(Word::Application | Word::Apply) => self.is_turned(k),
            word => word == Some(Word::Not),
        };
        let denied = near.is_some_and(is_denied);
        // 办结14件，其中…本年新收12件 is a part of what was closed.
        let is_part = matches!(word, Word::Receive { .. })
            && behind.is_none()
            && self
                .last_of_sentence()
                .is_some_and(|claim| matches!(claim.subject, Subject::Closed | Subject::CarriedIn))
            && self.says_among(j);
        if !is_said || denied || is_part || self.is_part_received(j, word) || !self.is_plain_verb(j, word) {
            return None;
        }
        self.by_verb(j, j, word)
    }

    /// Received or closed, by the verb at `j`; `from` is the last token of its object.
    pub(super) fn by_verb(&self, j: usize, from: usize, word: Word) -> Option<Counted> {
        let mut hints = Hints { channel: self.channel_before(from), ..Hints::default() };
        let joined = self.joined_verb(j);
        match (word, joined) {
            (Word::Receive { only_new }, _) => {
                hints.only_new = only_new;
                hints.either = joined.is_some();
                Some((Subject::Received, hints))
            }
            (_, Some(Word::Receive { .. })) => {
                hints.either = true;
                Some((Subject::Received, hints))
            }
            _ if self.before(j).and_then(|k| self.word_at(k)) == Some(Word::Among) => None,
            _ => {
                hints.handled = word == Word::Handle || joined == Some(Word::Handle);
                Some((Subject::Closed, hints))
            }
        }
    }

    /// 受理并办结, 收到和处理: the other verb, right before the one at `j`.
    pub(super) fn joined_verb(&self, j: usize) -> Option<Word> {
        let verb = |k: usize| {
            self.word_at(k).filter(|word| matches!(word, Word::Receive { .. } | Word::Close | Word::Handle))
        };
        let Some(k) = self.before(j) else {
            // 受理、答复: a list of verbs.
            let listed = j >= 2 && self.tokens[j - 1].kind == Kind::Mark(Mark::List);
            return if listed { verb(j - 2) } else { None };
        };
        match self.word_at(k) {
            Some(Word::Joint) => self.before(k).and_then(verb),
            _ => verb(k),
        }
    }

    /// Whether the verb at `j` is not part of something else: 转其他部门办理, 不予重复处理.
    pub(super) fn is_plain_verb(&self, j: usize, word: Word) -> bool {
        if word == Word::Handle { self.gap(j).is_empty() } else { !self.is_turned(j) }
    }

    /// The words of the clause between token `j` and the one before.
    fn gap(&self, j: usize) -> &str {
        let from = j.checked_sub(1).map_or(0, |k| self.tokens[k].part.end as usize);
        let before = &self.prose.text()[from..self.tokens[j].part.start as usize];
        before.rsplit(MARKS).next().unwrap_or("")
    }

    /// Whether the words right before token `j` make something else of it: 不再处理, 延期答复.
    /// Those of a name do not, as in 退役军人事务局收到.
    fn is_turned(&self, j: usize) -> bool {
        let mut first = j;
        while first > 0
            && self.word_at(first - 1) == Some(Word::Filler)
            && self.tokens[first - 1].part.end == self.tokens[first].part.start
        {
            first -= 1;
        }
        let gap = self.gap(first);
        let near = gap.char_indices().rev().nth(1).map_or(gap, |(at, _)| &gap[at..]);
        gap.contains(any_of!['不', '转'])
            || holds(gap, "移交")
            || near.contains(any_of!['送', '退', '延', '逾', '联'])
    }

    /// 收到申请12件，其中收到信函申请1件: what 其中 says was received is a part of what was
    /// told before, in this sentence or the one before. 新收 is not, for what was told may have
    /// what was carried in with it.
    fn is_part_received(&self, j: usize, word: Word) -> bool {
        let is_received = |claim: &Claim| claim.subject == Subject::Received;
        let mut near = self.claims.iter().rev().take_while(|claim| claim.sentence + 1 >= self.sentence);
        word == Word::Receive { only_new: false }
            && (self.last_of_sentence().is_some_and(is_received) && self.says_among(j)
                || self.word_at(0) == Some(Word::Among) && near.any(is_received))
    }

    /// Whether 其中 stands a little before token `j`.
    pub(super) fn says_among(&self, j: usize) -> bool {
        self.tokens[..j].iter().rev().take(8).any(|token| token.word() == Some(Word::Among))
    }

    /// Whether the words before token `from` name only some of the ways to apply.
    pub(super) fn channel_before(&self, from: usize) -> bool {
        if !self.has_channels() {
            return false;
        }
        let mut named = 0;
        for token in self.tokens[..from].iter().rev() {
            match token.kind {
                Kind::Number(number) if self.quantity(number).is_exact() => break,
                Kind::Mark(Mark::Semicolon) => break,
                Kind::Word(Word::Channel) => named += 1,
                _ => {}
            }
        }
        self.is_one_channel(named, from)
    }

    /// 政府信息公开申请12件: what stands before says whether received or closed.
    pub(super) fn application(&self, j: usize, word: Word) -> Option<Counted> {
        let qualified = word == Word::Application;
        if self.topic != Topic::Applications {
            return None;
        }
        let near = self.before(j);
        // 结转2024年申请3件.
        if let Some(k) = near
            && let Kind::Number(_) = self.tokens[k].kind
            && let Some(carried) = self.carried(k)
        {
            return Some(carried);
        }
        match near.and_then(|k| self.word_at(k).map(|word| (k, word))) {
            Some((k, Word::Carry | Word::NextYear | Word::PreviousYear)) => return self.carried(k),
            // 公民、法人和其他组织: everybody.
            Some((k, Word::Names(Subject::Organizations)))
                if self.is_listed(k) || self.before(k).and_then(|m| self.word_at(m)) == Some(Word::Joint) => {
            }
            Some((k, Word::Names(subject))) => return self.name(k, subject),
            Some((k, Word::Added)) => {
                let hints = Hints { only_new: true, channel: self.channel_before(k), ..Hints::default() };
                return Some((Subject::Received, hints));
            }
            Some((k, word @ (Word::Receive { .. } | Word::Close | Word::Handle))) => {
                let before = self.before(k).and_then(|m| self.word_at(m));
                return match before {
                    Some(Word::Not) => None,
                    // 不受理, 逾期答复; 认真办理 is no other verb.
                    _ if self.is_turned(k) => None,
                    Some(Word::NextYear) => self.carried(self.before(k)?),
                    _ if self.is_part_received(k, word) => None,
                    _ => self.by_verb(k, j, word),
                };
            }
            Some((_, Word::Channel | Word::Elsewhere | Word::Remedy(_) | Word::Not | Word::Ends(_))) => {
                return None;
            }
            _ => {}
        }
        // 提出的申请: something qualifies it; any other word makes it another application.
        let is_open = qualified || j > 0 && self.prose.words(self.tokens[j - 1].part) == "的";
        if !is_open {
            // 申请件数为0 at the start of a clause.
            let starts =
                j > 0 && matches!(self.tokens[j - 1].kind, Kind::Mark(Mark::Comma | Mark::Semicolon));
            let starts = starts && self.tokens[j].part.start - self.tokens[j - 1].part.end == 3;
            return if starts { just(Subject::Applications) } else { None };
        }
        let depth = self.tokens[j].depth;
        let (mut is_own_clause, mut is_of_others) = (true, false);
        for k in (0..j).rev() {
            let token = self.tokens[k];
            if token.depth != depth {
                return None;
            }
            match token.kind {
                Kind::Mark(Mark::Semicolon) => break,
                Kind::Number(number) if self.quantity(number).is_exact() => break,
                // 做好受理、答复等工作，我局接受申请9件: what was done is another clause.
                Kind::Mark(Mark::Comma) => is_own_clause = false,
                Kind::Word(Word::Close | Word::Handle) if !is_own_clause => break,
                Kind::Word(word @ (Word::Receive { .. } | Word::Close | Word::Handle)) => {
                    let is_other = self.is_turned(k) || self.is_part_received(k, word);
                    return if is_other { None } else { self.by_verb(k, j, word) };
                }
                Kind::Word(Word::Elsewhere | Word::Remedy(_) | Word::Not | Word::Carry) => return None,
                Kind::Word(Word::Names(subject)) if !is_applicant(subject) => return None,
                // 收到自然人提出的申请12件, without 法人: theirs alone.
                Kind::Word(Word::Names(Subject::NaturalPersons)) if !is_of_others => {
                    return just(Subject::NaturalPersons);
                }
                Kind::Word(Word::Names(_)) => is_of_others = true,
                _ => {}
            }
        }
        qualified
            .then_some((Subject::Applications, Hints { channel: self.channel_before(j), ..Hints::default() }))
    }

    /// 上年结转, 结转下年: the words of carrying end at `j`.
    pub(super) fn carried(&self, j: usize) -> Option<Counted> {
        if self.topic != Topic::Applications {
            return None;
        }
        let is_next = |k: usize| match self.tokens[k].kind {
            Kind::Number(number) => self.is_year(number, 1),
            kind => kind == Kind::Word(Word::NextYear),
        };
        let is_previous = |k: usize| match self.tokens[k].kind {
            Kind::Number(number) => self.is_year(number, -1),
            kind => kind == Kind::Word(Word::PreviousYear),
        };
        let is_carry = |k: usize| self.word_at(k) == Some(Word::Carry);
        let before = self.before(j);
        let closed = |k: Option<usize>| {
            // 办结上年结转1件 need not be all that was carried in.
            k.and_then(|k| self.before(k))
                .is_some_and(|k| matches!(self.word_at(k), Some(Word::Close | Word::Handle | Word::Among)))
                && k.and_then(|k| self.before(k)).is_some_and(|k| self.word_at(k) != Some(Word::Among))
        };
        if is_next(j) {
            // 下年度继续办理 is the row's own name but for its verb.
            let goes_on = self.tokens.get(j + 1).is_some_and(|next| self.prose.words(next.part) == "继续");
            return if goes_on || before.is_some_and(is_carry) { just(Subject::CarriedOut) } else { None };
        }
        if is_carry(j) {
            let hints = Hints { handled: closed(before), ..Hints::default() };
            return before.is_some_and(is_previous).then_some((Subject::CarriedIn, hints));
        }
        // 结转上年, 上年结转本年.
        let carry = before.filter(|k| is_carry(*k))?;
        let is_in = is_previous(j) || self.before(carry).is_some_and(is_previous);
        is_in.then_some((Subject::CarriedIn, Hints::default()))
    }
}
