//! How lists are found: number by number through each sentence.

use super::super::{Clause, Mark, Mask, Prose, Quantity, UnitKind};
use super::lists::{List, fits};
use super::words::{self, Begin, Present};
use super::{Breakdown, Breakdowns, Form, LooseShare, Share, lead};
use crate::gather::Gather;
use crate::text::Number;
use crate::text::find::holds;
use crate::text::fold::ordinal;

/// How many numbers before a list may be what its parts make up.
pub(super) const LOOK_BACK: usize = 6;

/// Reads every breakdown of the prose.
pub fn read(prose: &Prose) -> Breakdowns {
    let mut reader = Reader {
        prose,
        present: Present::of(prose),
        found: Vec::new(),
        open: Vec::new(),
        sentence: Vec::new(),
        before: Vec::new(),
        pending: None,
        last: None,
        item: 0,
        numbered: None,
        is_parted: false,
        outside: None,
        is_plain: true,
        asides: Vec::new(),
        last_total_is_lost: false,
        has_etc: false,
        shares: Vec::new(),
        loose: Vec::new(),
    };
    // 其中：, and then a paragraph for each part; （二） does not go on with what 1. began.
    let mut may_go_on = false;
    let mut in_brackets = None;
    for paragraph in &prose.paragraphs {
        let words = prose.words(paragraph.part);
        let clauses = prose.clauses_of(paragraph);
        let has_bracket = words.starts_with('（');
        may_go_on &= is_item(words) && in_brackets.is_none_or(|items| items == has_bracket);
        if may_go_on {
            in_brackets = Some(has_bracket);
        } else {
            reader.end_sentence();
            // 在主动公开的信息中，…: of what the paragraph before counts.
            if !clauses.first().is_some_and(|clause| prose.words(clause.part).ends_with("信息中")) {
                reader.before.clear();
            }
        }
        let mut previous: Option<Clause> = None;
        for clause in clauses {
            reader.clause(*clause, previous);
            previous = Some(*clause);
        }
        // 现将有关情况报告如下： counts nothing.
        let counts = reader.pending.is_some() || !reader.sentence.is_empty();
        if counts && clauses.last().is_some_and(|clause| clause.mark == Mark::Colon) {
            (may_go_on, in_brackets) = (true, None);
        }
    }
    reader.end_sentence();
    Breakdowns { lists: reader.found, shares: reader.loose }
}

/// Whether a paragraph begins as an item of a list does; 2023年 is no number of one.
fn is_item(words: &str) -> bool {
    let begins = |c: char| c.is_ascii_digit() || matches!(c, '（' | '-' | '①'..='⑳');
    let is_year = words.get(4..).is_some_and(|rest| rest.starts_with('年'));
    words.starts_with(begins) && !is_year || ordinal(words.chars().next().unwrap_or(' ')).is_some()
}

/// Whether a number counts something: an exact one or not, of items, events or money.
fn is_count(quantity: &Quantity) -> bool {
    matches!(quantity.unit.kind, UnitKind::Item | UnitKind::Event | UnitKind::Money | UnitKind::Bare)
}

/// Whether a clause ends with its last number, or with 的 behind it.
fn ends_with_number(prose: &Prose, clause: &Clause) -> bool {
    let (first, end) = clause.quantities;
    end > first && prose.after(end as usize - 1).chars().count() < 2
}

pub(super) struct Reader<'a> {
    pub(super) prose: &'a Prose,
    present: Present,
    pub(super) found: Vec<Breakdown>,
    /// The lists that are open, the innermost last.
    pub(super) open: Vec<List>,
    /// The counts of the sentence that are in no list.
    pub(super) sentence: Vec<u32>,
    /// The same of the sentence before.
    pub(super) before: Vec<u32>,
    /// A word that begins a list, in a clause without a number; and what it says.
    pending: Option<Begin>,
    /// The last count.
    pub(super) last: Option<u32>,
    /// The number of the sentence, where it has one: 共78条。（1）甲29条。（2）乙49条。
    item: i32,
    /// The total that stands before such sentences, until one gives a number.
    pub(super) numbered: Option<u32>,
    /// Whether the clause before has no number and stands behind a semicolon.
    is_parted: bool,
    /// The last before the bracket that is open.
    outside: Option<u32>,
    /// Whether nothing in the sentence speaks against a list without a word.
    is_plain: bool,
    /// Numbers of the sentence that compare: a list may be of them after all.
    pub(super) asides: Vec<u32>,
    /// Whether a number that is no total here stands last.
    pub(super) last_total_is_lost: bool,
    /// Whether such a list ends with 等, and no 其他 came behind it.
    pub(super) has_etc: bool,
    /// Shares stated in the sentence outside of lists.
    shares: Vec<Share>,
    /// The same of all sentences that are over.
    loose: Vec<LooseShare>,
}

impl Reader<'_> {
    pub(super) fn quantity(&self, at: u32) -> &Quantity {
        &self.prose.quantities[at as usize]
    }

    fn clause(&mut self, clause: Clause, previous: Option<Clause>) {
        let prose = self.prose;
        if let Some(before) = previous.filter(|p| p.sentence != clause.sentence) {
            let number = self.marker(&clause);
            if self.item > 0 && number == Some(Number::from(self.item + 1)) {
                self.semicolon();
                self.item += 1;
                return;
            }
            self.end_sentence();
            if number == Some(Number::from(1)) && ends_with_number(prose, &before) {
                self.item = 1;
                self.numbered = self.last;
                return;
            }
        }
        let same = previous.filter(|p| p.sentence == clause.sentence);
        while self.open.last().is_some_and(|list| list.depth > clause.depth) {
            self.open.pop();
        }
        // （含市级）: no list goes on behind its bracket.
        if same.is_some_and(|p| p.depth > clause.depth) {
            self.pending = None;
            // 9件（甲7件、乙2件），占64.3%: the share is that of the number before the bracket.
            self.last = self.outside.take().or(self.last);
        }
        let mut mark = same.map(|p| p.mark);
        if mark == Some(Mark::Semicolon) {
            self.semicolon();
            // 网站90条，包含动态、公示；公众号48条: no list began.
            self.pending = None;
        }
        let opened = mark == Some(Mark::Open);
        if opened {
            self.outside = self.last;
        }
        let (first, end) = clause.quantities;
        let is_parted = std::mem::replace(&mut self.is_parted, first == end && mark == Some(Mark::Semicolon));
        if first == end {
            let words = prose.words(clause.part);
            // 人事类12件；包含防汛、防火材料的应急类30件: of the next part.
            let is_of_part = mark == Some(Mark::Semicolon) && self.is_in_list(clause.depth);
            if let Some(begin) = self.present.begins_list(words) {
                self.pending = Some(begin).filter(|_| !is_of_part);
            } else if opened {
                self.pending = None;
            }
            if words.starts_with('等') {
                self.leave_open();
            }
            return;
        }
        // A bracket right behind a number lists its parts; behind 下降5% it lists none.
        let mut bracket = same
            .filter(|p| opened && clause.depth > p.depth && ends_with_number(prose, p))
            .and_then(|p| self.last.filter(|last| *last >= p.quantities.0));
        bracket = bracket.or(self.numbered);
        // 规划1篇；同时，公示76条, 来文9件；承办省、市来函12件: the semicolon parts them.
        if is_parted && matches!(mark, Some(Mark::Comma | Mark::List)) && self.pending.is_none() {
            mark = Some(Mark::Semicolon);
        }
        for at in first..end {
            let between = if at == first { mark } else { None };
            self.number(at, clause.depth, between, &mut bracket);
        }
        if prose.after(end as usize - 1).starts_with('等') {
            self.leave_open();
        }
    }

    /// The number in brackets that a sentence begins with.
    fn marker(&self, clause: &Clause) -> Option<Number> {
        let first = self.prose.quantities_of(clause).first()?;
        (first.mask == Some(Mask::ListMarker) && first.part == clause.part).then_some(first.value)
    }

    fn number(&mut self, at: u32, depth: u16, between: Option<Mark>, bracket: &mut Option<u32>) {
        let prose = self.prose;
        let quantity = *self.quantity(at);
        if quantity.mask.is_some() {
            return;
        }
        let lead = lead(prose, at);
        if quantity.unit.kind == UnitKind::Percent {
            if holds(lead, "占")
                && let Some(part) = self.last
            {
                self.share(Share { part, percent: at });
            }
            return;
        }
        if !is_count(&quantity) {
            return;
        }
        if lead.starts_with('等') {
            self.leave_open();
        }
        let own = self.present.begins_list(lead);
        let stands_alone = own.is_none() && self.pending.is_some();
        let begin = own.or(self.pending.take());
        if self.present.compares(lead) && begin.is_none() {
            // Against last year, or on an average: no part, and no total.
            self.is_plain = false;
            *bracket = None;
            match self.present.is_of_other_span(lead) {
                // 自…以来共发布4317条: what follows is of this, not of a number before.
                true => self.last_total_is_lost = true,
                false if holds(lead, "结转") && depth == 0 => {
                    self.sentence.push(at);
                    self.last = Some(at);
                }
                false if self.asides.len() < LOOK_BACK => self.asides.push(at),
                false => {}
            }
            if let Some(list) = self.open.iter_mut().rfind(|list| list.depth == depth) {
                list.has_ended = true;
            }
            return;
        }
        let in_bracket = bracket.take();
        let total = match (begin, in_bracket) {
            (Some(_), Some(total)) | (None, Some(total)) => Some(total),
            (Some(_), None) => self.last_at(depth),
            (None, None) => None,
        };
        if let Some(total) = total {
            let form = if in_bracket.is_some() { Form::Bracket } else { Form::Word };
            self.begin(total, at, depth, form, begin.is_some_and(|b| b.is_open));
            if let Some(list) = self.open.last_mut() {
                list.stands_alone = stands_alone || form == Form::Bracket;
            }
        } else if begin.is_none() && self.is_in_list(depth) {
            if !words::is_sum(lead) || !self.sum_of_list(at) {
                self.part(at, lead, depth, between);
            }
        } else if words::is_sum(lead) && self.sentence.len() > 1 && self.open.is_empty() && self.is_plain {
            self.total_last(at);
        } else if depth == 0 {
            self.has_etc = self.has_etc && !words::is_rest(lead);
            self.sentence.push(at);
        }
        self.last = Some(at);
        self.last_total_is_lost = false;
    }

    fn share(&mut self, share: Share) {
        let in_list = self.open.iter().rev().find(|list| {
            let found = &self.found[list.index as usize];
            found.parts.last() == Some(&share.part) || found.more.last() == Some(&share.part)
        });
        match in_list {
            Some(list) => self.found[list.index as usize].shares.push(share),
            None => self.shares.push(share),
        }
    }

    fn total_last(&mut self, total: u32) {
        let parts = std::mem::take(&mut self.sentence);
        let all_fit = parts.iter().all(|part| fits(self.quantity(total), self.quantity(*part)));
        if all_fit {
            self.add_plain(total, parts, Vec::new(), Form::TotalLast);
        }
        self.sentence.push(total);
    }

    /// A list without a word: 一共794条，组织机构61条、工作动态631条、….
    fn end_sentence(&mut self) {
        self.open.clear();
        (self.item, self.numbered) = (0, None);
        self.pending = None;
        let numbers = std::mem::take(&mut self.sentence);
        if self.is_plain
            && !self.has_etc
            && numbers.len() > 3
            && words::is_total(lead(self.prose, numbers[0]))
        {
            let (total, parts) = (numbers[0], &numbers[1..]);
            let plain = |part: &u32| {
                words::is_name(lead(self.prose, *part)) && fits(self.quantity(total), self.quantity(*part))
            };
            let end = parts.iter().position(|part| !plain(part)).unwrap_or(parts.len());
            if end > 2 {
                let fits = |part: &&u32| fits(self.quantity(total), self.quantity(**part));
                let more = parts[end..].iter().take_while(fits).copied().gather();
                self.add_plain(total, parts[..end].to_vec(), more, Form::Bare);
            }
        }
        let shares = std::mem::take(&mut self.shares);
        for share in &shares {
            let end = numbers.binary_search(&share.part).unwrap_or_else(|end| end);
            let mut others = numbers[end.saturating_sub(LOOK_BACK)..end].to_vec();
            // What has a share itself is a part beside this one.
            others.retain(|at| shares.binary_search_by_key(at, |other| other.part).is_err());
            self.loose.push(LooseShare { share: *share, others });
        }
        if !numbers.is_empty() {
            self.sentence = std::mem::replace(&mut self.before, numbers);
            self.sentence.clear();
        }
        self.asides.clear();
        self.is_plain = true;
        self.has_etc = false;
    }

    fn add_plain(&mut self, total: u32, parts: Vec<u32>, more: Vec<u32>, form: Form) {
        let index = self.found.len() as u32;
        // 收文29件（省级8件、县级21件）和发文25件，合计54件: parts may have parts.
        for inner in self.found.iter_mut().rev().take_while(|inner| inner.total >= parts[0]) {
            if parts.binary_search(&inner.total).is_ok() {
                inner.parent = Some(index);
            }
        }
        let has_rest = parts.iter().any(|part| words::is_rest(lead(self.prose, *part)));
        let shares = std::mem::take(&mut self.shares);
        let range = parts[0]..=parts[parts.len() - 1];
        let (kept, others): (Vec<Share>, Vec<Share>) =
            shares.into_iter().partition(|share| range.contains(&share.part));
        self.shares = others;
        self.found.push(Breakdown {
            total,
            others: vec![total],
            parts,
            more,
            tail: Vec::new(),
            groups: Vec::new(),
            form,
            is_open: false,
            is_loose: false,
            is_enumeration: false,
            has_rest,
            parent: None,
            shares: kept,
        });
    }
}
