//! Lists that are open: where each begins, what is a part of it, and where it ends.

use super::super::{Mark, Quantity, UnitKind};
use super::reader::{LOOK_BACK, Reader};
use super::{Breakdown, Form, lead, words};
use crate::gather::Gather;

/// How many lists may be open at once.
const DEEPEST: usize = 6;

/// A list that is open.
pub(super) struct List {
    /// Its place in the breakdowns found.
    pub(super) index: u32,
    pub(super) depth: u16,
    /// The mark between its parts so far.
    between: Option<Mark>,
    /// Whether what follows is no part for certain.
    pub(super) has_ended: bool,
    /// Whether its word stands alone, as in 其中：, so that semicolons part its parts.
    pub(super) stands_alone: bool,
}

/// Whether a part can be one of this total.
pub(super) fn fits(total: &Quantity, part: &Quantity) -> bool {
    use UnitKind::{Bare, Item};
    if total.unit.word == part.unit.word {
        return true;
    }
    // 3302件 of 79603条; but 次 counts events as often as cases.
    let counts = |q: &Quantity| matches!(q.unit.kind, Item | Bare) && q.unit.word != "次";
    counts(total) && counts(part) && total.unit.kind == Item
}

impl Reader<'_> {
    pub(super) fn is_in_list(&self, depth: u16) -> bool {
        self.open.last().is_some_and(|list| list.depth == depth)
    }

    /// The count that a list which begins here is of: the last part of the list it
    /// stands in, the last count of the sentence or of the one before.
    pub(super) fn last_at(&self, depth: u16) -> Option<u32> {
        if self.last_total_is_lost {
            return None;
        }
        let nested = self.open.iter().rfind(|list| list.depth == depth);
        let inner = nested.and_then(|list| {
            let found = &self.found[list.index as usize];
            // Behind a list that has ended stands another total.
            if list.has_ended { self.last } else { found.more.last().or(found.parts.last()).copied() }
        });
        inner.or(self.sentence.last().copied()).or(self.before.last().copied())
    }

    pub(super) fn begin(&mut self, total: u32, first: u32, depth: u16, form: Form, is_open: bool) {
        let parent =
            self.open.iter().rev().find(|list| self.found[list.index as usize].parts.last() == Some(&total));
        let parent = parent.map(|list| list.index);
        let numbers = if self.sentence.is_empty() { &self.before } else { &self.sentence };
        let mut others = vec![total];
        if parent.is_none() && numbers.last() == Some(&total) {
            let near = self.asides.iter().chain(&numbers[numbers.len().saturating_sub(LOOK_BACK)..]);
            others = near.copied().filter(|at| fits(self.quantity(total), self.quantity(*at))).gather();
        }
        // Parts in another unit are of something else.
        let is_too_deep = self.open.len() >= DEEPEST;
        let fits = fits(self.quantity(total), self.quantity(first));
        if !fits || is_too_deep {
            return self.sentence.push(first);
        }
        let index = self.found.len() as u32;
        let has_rest = words::is_rest(lead(self.prose, first));
        self.found.push(Breakdown {
            total,
            others,
            parts: vec![first],
            more: Vec::new(),
            tail: Vec::new(),
            groups: vec![first],
            form,
            is_open,
            is_loose: self.numbered.take().is_some(),
            is_enumeration: true,
            has_rest,
            parent,
            shares: Vec::new(),
        });
        if parent.is_none() {
            self.open.retain(|list| list.depth < depth);
        }
        self.open.push(List { index, depth, between: None, has_ended: false, stands_alone: true });
    }

    pub(super) fn part(&mut self, at: u32, name: &str, depth: u16, between: Option<Mark>) {
        let Some(list) = self.open.last_mut().filter(|list| list.depth == depth) else { return };
        let found = &mut self.found[list.index as usize];
        let quantities = &self.prose.quantities;
        let is_rest = words::is_rest(name);
        if !fits(&quantities[found.total as usize], &quantities[at as usize]) {
            list.has_ended = true;
            found.is_open |= !found.has_rest;
            return;
        }
        if between == Some(Mark::Semicolon) {
            found.groups.push(at);
        }
        let first_lead = lead(self.prose, found.parts[0]);
        let total_lead = lead(self.prose, found.total);
        let is_next_total =
            between == Some(Mark::Semicolon) && words::are_alike(name, total_lead, first_lead);
        if words::is_other_matter(name, first_lead) || is_next_total {
            list.has_ended = true;
            found.tail.push(at);
            return;
        }
        // 甲3条、乙4条，丙5条: where the mark changes, the list may have ended.
        let coarser = matches!(
            (list.between, between),
            (Some(Mark::List), Some(Mark::Comma | Mark::Semicolon))
                | (Some(Mark::Comma), Some(Mark::Semicolon))
        );
        found.is_enumeration &= between == Some(Mark::List);
        if list.has_ended {
            found.tail.push(at);
        } else if is_rest {
            let more = std::mem::take(&mut found.more);
            found.parts.extend(more);
            found.parts.push(at);
            found.has_rest = true;
            found.is_open = false;
        } else if coarser || !found.more.is_empty() {
            found.more.push(at);
        } else {
            found.parts.push(at);
        }
        if between.is_some() && list.between.is_none() {
            list.between = between;
            found.is_loose |= between == Some(Mark::Semicolon) && !list.stands_alone;
        }
    }

    /// 其中：线下15件，线上9件，共24件: the list is of the number that stands last.
    pub(super) fn sum_of_list(&mut self, total: u32) -> bool {
        let Some(list) = self.open.last_mut() else { return false };
        let found = &mut self.found[list.index as usize];
        let quantities = &self.prose.quantities;
        let is_list =
            !list.has_ended && found.parts.len() > 1 && found.more.is_empty() && found.parent.is_none();
        if !is_list || !fits(&quantities[total as usize], &quantities[found.parts[0] as usize]) {
            return false;
        }
        found.others = vec![found.total, total];
        found.total = total;
        found.form = Form::TotalLast;
        list.has_ended = true;
        true
    }

    /// At a semicolon the inner list ends.
    pub(super) fn semicolon(&mut self) {
        if self.open.last().is_some_and(|list| self.found[list.index as usize].parent.is_some()) {
            self.open.pop();
        }
    }

    /// The list names examples only.
    pub(super) fn leave_open(&mut self) {
        match self.open.last() {
            Some(list) => {
                let found = &mut self.found[list.index as usize];
                found.is_open |= !found.has_rest;
            }
            None => self.has_etc = true,
        }
    }
}
