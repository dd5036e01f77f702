//! A draft written down, with the place of every fact that its sentences state.

use std::ops::Range;

use super::draft::{Draft, Part, Sentence, Typesetting};
use crate::support::grid::grid;

/// A report written down.
pub struct Written {
    /// The text.
    pub text: String,
    /// Every fact that a sentence states.
    pub stated: Vec<Stated>,
}

/// A fact in the text.
pub struct Stated {
    /// Its name.
    pub name: String,
    /// Its digits.
    pub digits: Range<usize>,
    /// The paragraph's sentence it stands in.
    pub sentence: Range<usize>,
}

/// Writes `draft` down.
pub fn write(draft: &Draft) -> Written {
    let mut out = Written { text: String::new(), stated: Vec::new() };
    if let Some(whole) = &draft.whole {
        out.text.clone_from(whole);
        return out;
    }
    let mut pending = draft.misstated.clone();
    for line in &draft.title {
        out.text += &format!("{line}\n");
    }
    if !draft.title.is_empty() {
        out.text.push('\n');
    }
    out.sentence(draft, &draft.preamble, &mut None);
    out.text.push('\n');
    for part in &draft.parts {
        out.part(draft, part, &mut pending);
    }
    out.text += &draft.ending;
    for (old, new) in &draft.edits {
        let at = out.text.find(old).unwrap_or_else(|| panic!("{old:?} is not in report {}", draft.seed));
        out.text.replace_range(at..at + old.len(), new);
        let shift = |place: &mut usize| {
            if *place > at {
                *place = place.saturating_add(new.len()).saturating_sub(old.len());
            }
        };
        for stated in &mut out.stated {
            for range in [&mut stated.digits, &mut stated.sentence] {
                shift(&mut range.start);
                shift(&mut range.end);
            }
        }
    }
    out
}

impl Written {
    fn part(&mut self, draft: &Draft, part: &Part, pending: &mut Option<(&'static str, String)>) {
        if !part.heading.is_empty() {
            self.text += &format!("\n{}\n", part.heading);
        }
        self.paragraphs(draft, &part.before, pending);
        if let Some(table) = Draft::table_in(part.key) {
            self.text += &(draft.surface.1)(&grid(&draft.model, table));
        }
        self.paragraphs(draft, &part.after, pending);
    }

    fn paragraphs(
        &mut self,
        draft: &Draft,
        paragraphs: &[Vec<Sentence>],
        pending: &mut Option<(&'static str, String)>,
    ) {
        for paragraph in paragraphs {
            let (start, first) = (self.text.len(), self.stated.len());
            for sentence in paragraph {
                self.sentence(draft, &sentence.words, pending);
            }
            self.typeset(draft.typesetting, start, first);
            self.text.push('\n');
        }
    }

    /// Sets the paragraph that begins at `start` as its source would; `first` is the
    /// first fact that it states.
    fn typeset(&mut self, how: Typesetting, start: usize, first: usize) {
        let plain = self.text.split_off(start);
        // Where every byte of the paragraph goes.
        let mut places = vec![0; plain.len() + 1];
        let mut width = 0;
        let mut last = ' ';
        if how == Typesetting::Indented {
            self.text.push_str("\u{3000}\u{3000}");
        }
        for (at, c) in plain.char_indices() {
            let is_digit = |c: char| c.is_ascii_digit();
            match how {
                Typesetting::Spaced if is_digit(c) != is_digit(last) && wide(c) != wide(last) => {
                    self.text.push(' ')
                }
                Typesetting::Wrapped(most) if width >= most && wide(c) && wide(last) && !ends_line(c) => {
                    self.text.push('\n');
                    width = 0;
                }
                _ => {}
            }
            places[at..at + c.len_utf8()].fill(self.text.len());
            self.text.push(c);
            width = if c == '\n' { 0 } else { width + 1 };
            last = c;
        }
        places[plain.len()] = self.text.len();
        for stated in &mut self.stated[first..] {
            for range in [&mut stated.digits, &mut stated.sentence] {
                *range = places[range.start - start]..places[range.end - start];
            }
        }
    }

    fn sentence(&mut self, draft: &Draft, words: &str, pending: &mut Option<(&'static str, String)>) {
        let first = self.stated.len();
        let start = self.text.len();
        let mut rest = words;
        while let Some((before, braced)) = rest.split_once('{') {
            let (name, after) = braced.split_once('}').expect("a brace that closes");
            self.text += before;
            let at = self.text.len();
            let value = match name.strip_prefix("中:") {
                Some(name) => in_chinese(draft.facts.text(name)),
                None if pending.as_ref().is_some_and(|(wrong, _)| *wrong == name) => {
                    pending.take().map(|(_, text)| text).unwrap_or_default()
                }
                None => draft.facts.text(name).to_string(),
            };
            self.text += &value;
            self.stated.push(Stated { name: name.to_string(), digits: at..self.text.len(), sentence: 0..0 });
            rest = after;
        }
        self.text += rest;
        let end = self.text.len();
        for stated in &mut self.stated[first..] {
            stated.sentence = start..end;
        }
    }
}

/// Whether a character is a Chinese one.
fn wide(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

/// Whether no line begins with a character.
fn ends_line(c: char) -> bool {
    "，。、；：）”》".contains(c)
}

/// A small count in words, as 一件 and 两件.
fn in_chinese(number: &str) -> String {
    let words = ["零", "一", "两", "三", "四", "五", "六", "七", "八", "九", "十"];
    number.parse().ok().and_then(|n: usize| words.get(n)).map_or(number, |word| word).to_string()
}
