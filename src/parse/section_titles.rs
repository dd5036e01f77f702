//! The titles by which sections are known.

use super::matching::{Letters, agree_behind, distance, unparted_start};
use crate::form::section::{SECTIONS, SectionKey};
use crate::order;
use crate::report::Wording;
use crate::text::fold::{key, key_char};
use std::sync::LazyLock;

/// A title by which a section is known.
struct Title {
    section: SectionKey,
    /// Whether it is the form's own.
    official: bool,
    /// Its key, and what that begins with.
    key: String,
    first: char,
    /// The characters of the key.
    letters: Letters,
}

/// The official and accepted titles of each section by their first character, the
/// official first.
static TITLES: LazyLock<Titles> = LazyLock::new(|| {
    let mut titles = Vec::new();
    for section in &SECTIONS {
        for (index, words) in std::iter::once(&section.title.zh).chain(section.also).enumerate() {
            let key = key(words);
            let first = key.chars().next().unwrap_or_default();
            let letters = Letters::of(&key);
            titles.push(Title { section: section.key, official: index == 0, key, first, letters });
        }
    }
    order::by_key(&mut titles, |title| u128::from(title.first));
    let firsts = titles.iter().fold(0, |bits, title| bits | bit(title.first));
    Titles { list: titles, firsts }
});

/// All titles.
struct Titles {
    list: Vec<Title>,
    /// A bit for each first character: most lines begin with none of them.
    firsts: u64,
}

fn bit(c: char) -> u64 {
    1 << (c as u32 % 64)
}

/// The most bytes of a heading that stand in the line after its first.
const BEYOND: usize = 40;

/// The known title that the text at `at` begins with: the longest of all.
pub fn known_title(text: &str, at: usize, line_end: usize) -> Option<(SectionKey, Wording, usize)> {
    // A heading may be broken over two lines of a page, but its first word is not.
    let latest = line_end + BEYOND;
    let first =
        text[at..].char_indices().take_while(|(i, _)| at + i < latest).find_map(|(_, c)| key_char(c))?;
    if TITLES.firsts & bit(first) == 0 {
        return None;
    }
    let titles = &TITLES.list;
    let mut best: Option<(&Title, usize)> = None;
    let words = &text[at..];
    let from = titles.partition_point(|title| title.first < first);
    for title in titles[from..].iter().take_while(|title| title.first == first) {
        if best.is_some_and(|(best, _)| best.letters.length >= title.letters.length) {
            continue;
        }
        let Some(same) = unparted_start(words, &title.key) else { continue };
        let agreement = agree_behind(text, at, &title.key, same);
        let first_line = agreement.end <= line_end || agreement.end < latest && line_end > at + 12;
        if agreement.complete && first_line {
            best = Some((title, agreement.end));
        }
    }
    best.map(|(title, end)| {
        let wording = if title.official { Wording::Official } else { Wording::Accepted };
        (title.section, wording, end)
    })
}

/// The official titles that a key with these letters may be with a typo, each with how many
/// edits that may be.
fn near(letters: Letters) -> impl Iterator<Item = (&'static Title, usize)> {
    let limit = |title: &Title| (title.letters.length / 5).min(3);
    let official = TITLES.list.iter().filter(|title| title.official);
    official
        .map(move |title| (title, limit(title)))
        .filter(move |(title, limit)| *limit > 0 && title.letters.may_be_near(letters, *limit))
}

/// Whether a key with these letters may be an official title with a typo.
pub fn may_be_typo(letters: Letters) -> bool {
    near(letters).next().is_some()
}

/// The official title with a typo that `words` are, a key with these letters.
pub fn typo_of(words: &str, letters: Letters) -> Option<(SectionKey, Wording)> {
    near(letters).find_map(|(title, limit)| {
        let edits = distance(words, &title.key, limit).filter(|edits| *edits > 0)?;
        Some((title.section, Wording::Typo(edits as u8)))
    })
}
