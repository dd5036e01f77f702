//! What is said without a number: that there was none, that all of them were.

use super::lexer::{Kind, Token};
use super::reader::{Reader, Topic};
use super::words::Word;
use super::{Group, Outcome, Said, Subject};
use crate::parse::prose::{Mark, Part};
use crate::text::{WordList, words};

/// Words that deny on their own; the others need a verb behind them.
const THERE_IS_NONE: WordList =
    words!["无", "没有", "未有", "未发生", "没有发生", "未出现", "没有出现", "未产生", "没有产生", "不存在"];

/// Words between 未收到 and 申请 that leave nobody out.
const ANYBODY: WordList = words![
    "收到",
    "接收",
    "接到",
    "受理",
    "到",
    "任何",
    "公民",
    "群众",
    "公众",
    "社会",
    "个人",
    "自然人",
    "法人",
    "其他",
    "其它",
    "组织",
    "单位",
    "申请人",
    "提出",
    "提交",
    "形式",
    "书面",
    "有关",
    "相关",
    "公开",
    "政府",
    "信息",
    "政务",
    "一件",
    "的",
    "和",
    "或",
    "者",
    "及",
    "与",
    "以",
    "、",
    "等",
    "各",
    "类",
    "过",
    "对",
    "关于",
    "要求",
    "本",
    "机关",
    "我",
    "局",
    "向",
    "镇",
    "街道",
    "办事处",
];

/// How many words of a clause are looked at to either side of another.
const NEAR: usize = 40;

/// What a denial names.
#[derive(Default)]
struct Denied {
    /// Whether 收到 is.
    receive: bool,
    /// The last 申请 named, and whether it was one for information.
    application: Option<(usize, bool)>,
    /// The first and the last case named.
    cases: Option<(usize, usize)>,
    group: Option<Group>,
    /// The last fee named.
    fee: Option<usize>,
    /// Whether 收取 is.
    charge: bool,
    /// Whether something narrows what is denied, or counts.
    is_narrow: bool,
    /// Whether disclosure of information is named.
    information: bool,
    /// Whether a way to apply is: the others may have been taken.
    channel: bool,
    /// Whether something else than applications is: hotlines, letters.
    elsewhere: bool,
}

impl Reader<'_> {
    /// Looks whether the word at `i` begins a statement.
    pub(super) fn statement(&mut self, i: usize, word: Word) {
        match word {
            Word::Not => self.denial(i),
            Word::All => self.all(i),
            Word::NoLoss => self.no_loss(i),
            Word::NoApplications => self.say(Subject::Received, Said::None, i, i),
            _ => {}
        }
    }

    fn denial(&mut self, i: usize) {
        if self.carry_denied(i) || self.documents_denied(i) {
            return;
        }
        let denied = self.denied(i);
        if denied.is_narrow {
            return;
        }
        let alone = THERE_IS_NONE.contains(self.prose.words(self.tokens[i].part));
        if let Some(end) = denied.fee.filter(|_| denied.charge) {
            self.say(Subject::Fee, Said::None, i, end);
            return;
        }
        if let (Some((from, to)), Some(group)) = (denied.cases, denied.group) {
            let follows = self.follows(i);
            let leads = alone || follows.starts_with(any_of!['因', '被', '有']) || denied.receive;
            let near = self.tokens[from].part.start - self.tokens[i].part.end <= 120;
            let about = denied.information || self.informed > 0 || self.is_limited;
            if leads && near && about && !self.has_instance && self.little_behind(to) {
                self.say(Subject::Cases(group, Outcome::Total), Said::None, i, to);
            }
            return;
        }
        if let Some((at, qualified)) = denied.application {
            // 没有公民、法人或者其他组织提出政府信息公开申请.
            let directly = if denied.receive { self.receives(i) } else { alone && self.is_open(i, at) };
            let about = qualified || self.topic == Topic::Applications;
            if directly && about && !denied.channel && !denied.elsewhere && self.ends_clause(at) {
                self.say(Subject::Received, Said::None, i, at);
            }
        }
    }

    /// Whether nothing between the denial at `i` and 申请 at `k` makes it some other application
    /// or only some of them.
    fn is_open(&self, i: usize, k: usize) -> bool {
        let Part { start, .. } = self.tokens[k].part;
        let mut words = self.prose.words(Part { start: self.tokens[i].part.end, end: start });
        while let Some(word) = ANYBODY.iter().find(|word| words.starts_with(word)) {
            words = &words[word.len()..];
        }
        words.is_empty()
    }

    /// Whether 收到 stands right behind the denial at `i`.
    fn receives(&self, i: usize) -> bool {
        self.after(i).is_some_and(|k| matches!(self.word_at(k), Some(Word::Receive { .. })))
    }

    /// The words right behind token `i`.
    fn follows(&self, i: usize) -> &str {
        &self.prose.text()[self.tokens[i].part.end as usize..]
    }

    /// Whether no more than a few characters stand between token `i` and the clause's end.
    fn little_behind(&self, i: usize) -> bool {
        let end =
            self.tokens[i..].iter().take(8).find(|t| matches!(t.kind, Kind::Mark(_))).map(|t| t.part.end);
        end.is_some_and(|end| end - self.tokens[i].part.end <= 15)
    }

    /// What the denial at `i` names, up to the end of its clause or list.
    fn denied(&self, i: usize) -> Denied {
        let mut denied = Denied::default();
        for k in i + 1..self.tokens.len() {
            let word = match self.tokens[k].kind {
                Kind::Mark(Mark::List) => continue,
                Kind::Mark(_) => break,
                // A number, or another denial, and it is no plain statement.
                Kind::Number(number) => {
                    denied.is_narrow |= self.quantity(number).mask.is_none();
                    continue;
                }
                Kind::Word(word) => word,
            };
            match word {
                Word::Receive { .. } => denied.receive = true,
                Word::Application => {
                    denied.application = Some((k, true));
                    denied.information = true;
                }
                // 行政许可申请, 低保申请 are others.
                Word::Apply if self.is_open(i, k) => denied.application = Some((k, false)),
                Word::Remedy(group) => {
                    denied.cases = Some((denied.cases.map_or(k, |(from, _)| from), k));
                    denied.group = Some(match denied.group {
                        Some(before) if before != group => Group::Both,
                        _ => group,
                    });
                }
                Word::Information => denied.information = true,
                Word::Fee => denied.fee = Some(k),
                Word::Charge => denied.charge = true,
                Word::Channel => denied.channel = true,
                Word::Elsewhere => denied.elsewhere = true,
                Word::Fault
                | Word::Added
                | Word::Names(
                    Subject::Enterprises
                    | Subject::Research
                    | Subject::Welfare
                    | Subject::LegalServices
                    | Subject::ThirdParty,
                )
                | Word::Ends(_)
                | Word::Withdraw
                | Word::Instance
                | Word::Except
                | Word::Not
                | Word::NoLoss
                | Word::ChargeNotice => denied.is_narrow = true,
                _ => {}
            }
            if denied.is_narrow {
                break;
            }
        }
        denied
    }

    /// 无结转, 无上年结转, 无下年度结转.
    fn carry_denied(&mut self, i: usize) -> bool {
        let Some(k) = self.after(i).filter(|_| self.topic == Topic::Applications) else { return false };
        let behind = self.after(k);
        let word = behind.and_then(|m| self.word_at(m));
        let (subject, end) = match (self.word_at(k), word) {
            (Some(Word::PreviousYear), Some(Word::Carry)) => (Subject::CarriedIn, behind.unwrap_or(k)),
            (Some(Word::NextYear), Some(Word::Carry)) | (Some(Word::Carry), Some(Word::NextYear)) => {
                (Subject::CarriedOut, behind.unwrap_or(k))
            }
            (Some(Word::Carry), _)
                if self.prose.words(self.tokens[k].part) == "结转" && self.ends_clause(k) =>
            {
                // 上年无结转; 经费上年无结转 is another matter.
                match self.before(i).filter(|m| self.word_at(*m) == Some(Word::PreviousYear)) {
                    Some(year) if self.begins(year) => (Subject::CarriedIn, k),
                    Some(_) => return false,
                    None => (Subject::CarriedOut, k),
                }
            }
            _ => return false,
        };
        self.say(subject, Said::None, i, end);
        true
    }

    /// 未制发规范性文件.
    fn documents_denied(&mut self, i: usize) -> bool {
        let Some(k) = self.after(i) else { return false };
        let subject = match self.word_at(k) {
            Some(Word::Issue) => Subject::DocumentsIssued,
            Some(Word::Repeal) => Subject::DocumentsRepealed,
            _ => return false,
        };
        let Some(m) = self.after(k).filter(|m| self.word_at(*m) == Some(Word::Document)) else {
            return false;
        };
        if self.ends_clause(m) {
            self.say(subject, Said::None, i, m);
        }
        true
    }

    /// 均维持, 全部办结, 均为自然人.
    fn all(&mut self, i: usize) {
        let Some(k) = self.after(i) else { return };
        match self.word_at(k) {
            Some(Word::Ends(Outcome::Upheld)) if self.is_about_disclosure() && self.topic == Topic::Cases => {
                let group = self.group.filter(|_| !self.is_mixed).unwrap_or(Group::Both);
                self.say(Subject::Cases(group, Outcome::Upheld), Said::All, i, k);
            }
            Some(Word::Close) if self.topic == Topic::Applications && !self.in_clause(k, Word::OnTime) => {
                // 收到网上申请3件，均已办结: all that came in one way.
                let of_all = self.last_of_sentence().map_or(!self.has_channels(), |claim| {
                    matches!(claim.subject, Subject::Received | Subject::Applications) && !claim.hints.channel
                });
                // 全部办结12件, 在全部已办结的申请中.
                let goes_on = self.after(k).is_some_and(|m| {
                    matches!(
                        self.tokens[m].kind,
                        Kind::Number(_) | Kind::Word(Word::Apply | Word::Application)
                    )
                });
                if of_all && !goes_on && i.checked_sub(1).and_then(|j| self.word_at(j)) != Some(Word::Not) {
                    self.say(Subject::CarriedOut, Said::All, i, k);
                }
            }
            Some(Word::Names(Subject::NaturalPersons)) if self.topic == Topic::Applications => {
                let of_all = self.last_of_sentence().is_some_and(|claim| {
                    claim.subject == Subject::Received && claim.said == Said::Number && !claim.hints.channel
                });
                if of_all && self.is_only_comma_since_number(i) {
                    // The number is that of what was received.
                    let value = self.last_of_sentence().map(|claim| claim.value);
                    self.say(Subject::NaturalPersons, Said::All, i, k);
                    if let Some((claim, value)) = self.claims.last_mut().zip(value) {
                        claim.value = value;
                    }
                }
            }
            _ => {}
        }
    }

    /// Whether `word` stands in the clause of token `k`.
    fn in_clause(&self, k: usize, word: Word) -> bool {
        let is_mark = |t: &&Token| matches!(t.kind, Kind::Mark(_));
        let before = self.tokens[..k].iter().rev().take(NEAR).take_while(|t| !is_mark(t));
        let behind = self.tokens[k..].iter().take(NEAR).take_while(|t| !is_mark(t));
        before.chain(behind).any(|t| t.word() == Some(word))
    }

    /// Whether no other number stands between the last claim's and token `i`.
    fn is_only_comma_since_number(&self, i: usize) -> bool {
        let last = self.last_of_sentence().and_then(|claim| claim.quantity);
        let number = self.tokens[..i].iter().rev().find_map(|t| match t.kind {
            Kind::Number(number) => Some(number),
            _ => None,
        });
        last.is_some() && last == number
    }

    /// 零败诉.
    fn no_loss(&mut self, i: usize) {
        if self.topic != Topic::Cases || !self.is_about_disclosure() {
            return;
        }
        let group = self.group.filter(|_| !self.is_mixed).unwrap_or(Group::Both);
        self.say(Subject::Cases(group, Outcome::Corrected), Said::None, i, i);
    }
}
