//! Finding words in a text, without a pattern engine.

use std::borrow::Cow;

use crate::gather::Gather;
use crate::order;
use crate::text::{Source, Span, find};

/// Where the characters of `words` stand in `within` for the first time, white
/// space between them or not: a label broken over two lines is still that label.
pub fn find_loose(source: &Source, within: Span, words: &str) -> Option<Span> {
    if !source.may_hold(words) {
        return None;
    }
    let slice = source.slice(within);
    let first = &words[..words.chars().next()?.len_utf8()];
    find::each(slice, first).find_map(|start| {
        let mut rest = slice[start..].char_indices();
        let mut end = 0;
        for word in words.chars() {
            let (at, found) = rest.by_ref().find(|(_, c)| !c.is_whitespace())?;
            if found != word {
                return None;
            }
            end = at + found.len_utf8();
        }
        let start = within.start as usize + start;
        Some(Span::new(start, start + end))
    })
}

/// Every place in `within` where one of `needles` stands: the byte, counted from the
/// beginning of `within`, and which of them it is, in the order of the text.
///
/// Words that do not stand in the text cost next to nothing, because the pass over
/// the text that tells so is shared by all rules ([`Source::may_hold`]). There is a
/// further pass for each of the others, which goes by its rarest bytes.
pub fn places(source: &Source, within: Span, needles: &[&str]) -> Vec<(usize, usize)> {
    let text = source.slice(within);
    let mut found: Vec<(usize, usize)> = Vec::new();
    for (which, words) in needles.iter().enumerate().filter(|(_, words)| source.may_hold(words)) {
        for at in find::each(text, words) {
            found.push((at, which));
        }
    }
    // Of two at one place the first needle's stays first.
    order::by_key(&mut found, |(at, _)| *at as u128);
    found
}

/// The marks in `within` that rules look at one by one, and where each stands.
pub fn marks(source: &Source, within: Span) -> impl Iterator<Item = (usize, char)> {
    // One loop and no iterators in each other: five rules go over all marks of a text.
    let text = &source.text()[..within.end as usize];
    let mut places = source.marks();
    std::iter::from_fn(move || {
        loop {
            let at = places.next()?;
            if at >= within.start as usize {
                return Some((at, text.get(at..)?.chars().next()?));
            }
        }
    })
}

/// Where `word` stands in `text` for the last time. Searching backwards would be a
/// search engine of its own in the page's module.
#[cfg_attr(target_arch = "wasm32", inline(never))]
pub fn last_place(text: &str, word: &str) -> Option<usize> {
    find::each(text, word).last()
}

/// Whether only white space stands before `at` on its line.
pub fn begins_line(text: &str, at: usize) -> bool {
    let before = text[..at].trim_end_matches(|c: char| c != '\n' && c.is_whitespace());
    before.is_empty() || before.ends_with('\n')
}

/// `words` without white space, of which most have none.
#[cfg_attr(target_arch = "wasm32", inline(never))]
pub fn without_space(words: &str) -> Cow<'_, str> {
    if words.contains(char::is_whitespace) { words.split_whitespace().collect() } else { words.into() }
}

/// The sentences of `within`, trimmed, without the marks that end them. A line end
/// ends none: a page may have broken the line.
pub fn sentences<'a>(source: &'a Source, within: Span) -> impl Iterator<Item = Span> + 'a {
    let mut start = within.start as usize;
    let pieces = source.slice(within).split(any_of!['。', '；', '！', '？']);
    let piece = move |piece: &str| {
        let span = source.trim(Span::new(start, start + piece.len()));
        start += piece.len() + '。'.len_utf8();
        span
    };
    pieces.map(piece).filter(|span| !span.is_empty())
}

/// The fewest places of `order` without which it would run upwards: what was moved.
/// Of two that changed places it is the second.
pub fn out_of_order(order: &[u8]) -> Vec<usize> {
    if order.windows(2).all(|pair| pair[0] < pair[1]) {
        return Vec::new();
    }
    // For each place the longest run upwards that ends there, and the place before
    // it. The forms have few rows, so looking back at all of them is cheap.
    let mut runs: Vec<(usize, Option<usize>)> = Vec::with_capacity(order.len());
    for (at, value) in order.iter().enumerate() {
        let before = (0..at).filter(|b| order[*b] < *value).rev().max_by_key(|b| runs[*b].0);
        runs.push((before.map_or(1, |b| runs[b].0 + 1), before));
    }
    let mut keep = vec![false; order.len()];
    let mut last = (0..order.len()).rev().max_by_key(|at| runs[*at].0);
    while let Some(at) = last {
        keep[at] = true;
        last = runs[at].1;
    }
    (0..order.len()).filter(|at| !keep[*at]).gather()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_does_not_hide_words() {
        let source = Source::new("甲本年\n\t新 制作乙");
        let all = Span::new(0, source.text().len());
        let found = find_loose(&source, all, "本年新制作").map(|s| source.slice(s));
        assert_eq!(found, Some("本年\n\t新 制作"));
        assert_eq!(find_loose(&source, all, "制作乙丙"), None);
    }

    #[test]
    fn every_needle_is_found_in_the_order_of_the_text() {
        let places = |text: &str, from: usize| {
            super::places(&Source::new(text), Span::new(from, text.len()), &["乙", "甲乙", "丙丁"])
        };
        assert_eq!(places("丁甲乙乙甲乙", 3), [(0, 1), (3, 0), (6, 0), (9, 1), (12, 0)]);
        assert!(places("", 0).is_empty());
    }

    #[test]
    fn marks_outside_are_not_looked_at() {
        let source = Source::new("“甲“乙”丙”");
        let within = Span::new("“甲".len(), "“甲“乙”丙".len());
        let found: Vec<(usize, char)> = marks(&source, within).collect();
        assert_eq!(found, [("“甲".len(), '“'), ("“甲“乙".len(), '”')]);
    }

    #[test]
    fn what_was_moved_is_told_from_what_stayed() {
        assert!(out_of_order(&[0, 1, 2, 5]).is_empty());
        assert_eq!(out_of_order(&[0, 2, 1, 3]), [2]);
        assert_eq!(out_of_order(&[4, 0, 1, 2, 3]), [0]);
        assert!(out_of_order(&[]).is_empty());
    }
}
