//! Pages that belong beside each other: a sheet that is wider than the paper is printed
//! in strips. What crosses the paper's edge is drawn on both pages and seen on each in
//! part, and that tells for certain how far apart they are.

use super::grid::key;
use super::page::{Glyph, Page};
use crate::order;

/// How many pages back the one to the left may be.
const BACK: usize = 16;

/// How many pages there are beside each other at most.
const PARTS: usize = 32;

/// How far apart, in points, is the same place.
const NEAR: f32 = 1.0;

/// How often characters are compared in one file.
const COMPARISONS: usize = 1 << 24;

/// How far down, in parts of its height, a page's header goes, and up its footer.
const MARGIN: f32 = 0.12;

/// In how many lines down the page two pages agree at least that no word crosses.
const LINES: usize = 4;

/// How many characters there are at least in columns that each page repeats.
const REPEATED: usize = 8;

/// Pages that were put beside each other, or one alone.
struct Sheet {
    page: Page,
    /// Its characters from the top.
    down: Vec<usize>,
    /// The numbers of its first and last part.
    first: usize,
    last: usize,
    /// How many parts it has, and how far to the right the last one begins.
    parts: usize,
    offset: f32,
}

/// Puts pages that belong beside each other on one.
pub fn join(pages: Vec<Page>) -> Vec<Page> {
    // Nothing is seen in part.
    if pages.iter().all(|page| page.hidden.is_empty()) {
        return pages;
    }
    let mut left = COMPARISONS;
    let mut sheets: Vec<Sheet> = Vec::new();
    let mut known = Vec::new();
    for (number, page) in pages.into_iter().enumerate() {
        let sheet = Sheet::new(page, number);
        let before = sheets.iter_mut().rev().take(BACK);
        let found = before.filter_map(|before| Some((before.offset_of(&sheet, &mut left)?, before))).next();
        match found {
            Some((offset, before)) => {
                known.push((number - before.last, before.offset, offset));
                before.extend(sheet, offset, &mut left);
            }
            None => sheets.push(sheet),
        }
    }
    // What no word crosses belongs where others of the sheet do, where its lines go on.
    let mut at = 0;
    while !known.is_empty() && at < sheets.len() {
        let mut of = |before: &Sheet| {
            let is = |(step, from, _): &&_| before.last + step == sheets[at].first && before.offset == *from;
            known
                .iter()
                .find(is)
                .map(|(.., offset)| *offset)
                .filter(|_| sheets[at].goes_on_from(before, &mut left))
        };
        let before = sheets[..at].iter().enumerate().rev().take(BACK);
        let found = before.filter_map(|(number, before)| Some((number, of(before)?))).next();
        match found {
            Some((before, offset)) => {
                let sheet = sheets.remove(at);
                sheets[before].extend(sheet, offset, &mut left);
            }
            None => at += 1,
        }
    }
    sheets.into_iter().map(|sheet| sheet.page).collect()
}

impl Sheet {
    fn new(page: Page, number: usize) -> Self {
        let mut this = Self { page, down: Vec::new(), first: number, last: number, parts: 1, offset: 0.0 };
        this.sort();
        this
    }

    fn sort(&mut self) {
        self.down = (0..self.page.glyphs.len()).collect();
        order::by_key(&mut self.down, |at| key(self.page.glyphs[*at].y));
    }

    /// What stands on the same line as a glyph, while comparisons are left.
    fn beside<'s>(&'s self, glyph: &Glyph, left: &'s mut usize) -> impl Iterator<Item = &'s Glyph> {
        let y = glyph.y;
        let glyph_at = |at: &usize| &self.page.glyphs[*at];
        let first = self.down.partition_point(|at| glyph_at(at).y < y - NEAR);
        let line = self.down[first..].iter().map(glyph_at).take_while(move |other| other.y <= y + NEAR);
        line.take_while(|_| {
            *left = left.saturating_sub(1);
            *left > 0
        })
    }

    /// How far to the right of this one `right` belongs.
    fn offset_of(&self, right: &Self, left: &mut usize) -> Option<f32> {
        if self.page.size.1 != right.page.size.1 || self.parts == PARTS {
            return None;
        }
        // What `right` hides at its left is seen here, and the other way round.
        let (begin, end) = (right.page.extent().0, self.page.extent().1);
        let before: Vec<&Glyph> = right.page.hidden.iter().filter(|glyph| glyph.middle() < begin).collect();
        let behind: Vec<&Glyph> = self.page.hidden.iter().filter(|glyph| glyph.middle() > end).collect();
        let mut offsets = Vec::new();
        for (hidden, of, other, sign) in [(&before, right, self, 1.0), (&behind, self, right, -1.0)] {
            for glyph in hidden {
                let words = of.page.words_of(glyph);
                let same = other.beside(glyph, left).filter(|seen| other.page.words_of(seen) == words);
                offsets.extend(same.map(|seen| sign * (seen.x.0 - glyph.x.0)));
            }
        }
        order::by_key(&mut offsets, |offset| key(*offset));
        let within = |from: usize| offsets[from..].partition_point(|offset| offset - offsets[from] <= NEAR);
        let from = (0..offsets.len()).max_by_key(|from| within(*from))?;
        let offset = offsets[from + within(from) / 2];
        // All of it is seen there, but for what goes on on a third page.
        let last = right.page.extent().1 + offset + NEAR;
        let wanted = before.len() + behind.iter().filter(|glyph| glyph.middle() <= last).count();
        let is_certain = within(from) > 1 && within(from) * 10 >= wanted * 9;
        (is_certain && offset > self.offset + 0.25 * right.page.size.0).then_some(offset)
    }

    /// Whether what stands on it stands in the same lines, down the page, as what is on
    /// `before`.
    fn goes_on_from(&self, before: &Self, left: &mut usize) -> bool {
        let agree = |words: bool| {
            let (own, other) = (self.page.heights(words), before.page.heights(words));
            let near = |y: &&f32| {
                let at = other.partition_point(|other| *other < **y - NEAR);
                other.get(at).is_some_and(|other| *other <= **y + NEAR)
            };
            let same = own.iter().filter(near).count();
            same >= LINES && same * 10 >= own.len() * 8 || same > 0 && same == own.len()
        };
        // Rows of two sheets may well be as high; what goes on has no labels of its own.
        let is_value = |glyph: &Glyph| {
            let words = self.page.words_of(glyph).trim();
            words.chars().all(|c| c.is_ascii_digit() || ".,-+/—无".contains(c))
        };
        let mut labels = self.page.glyphs.iter().filter(|glyph| !is_value(glyph));
        (agree(false) || agree(true))
            && labels.all(|glyph| {
                let words = self.page.words_of(glyph);
                let mut same = before.beside(glyph, left);
                same.any(|other| before.page.words_of(other) == words && (other.x.0 - glyph.x.0).abs() < NEAR)
            })
    }

    /// Puts `right` beside this one.
    fn extend(&mut self, mut right: Self, offset: f32, left: &mut usize) {
        self.drop_repeated(&mut right, left);
        let (page, right_page) = (&mut self.page, right.page);
        let words = page.words.len() as u32;
        page.words.push_str(&right_page.words);
        let moved = |mut glyph: Glyph| {
            glyph.x = (glyph.x.0 + offset, glyph.x.1 + offset);
            (glyph.words.start, glyph.words.end) = (glyph.words.start + words, glyph.words.end + words);
            glyph
        };
        page.glyphs.extend(right_page.glyphs.into_iter().map(moved));
        page.hidden = right_page.hidden.into_iter().map(moved).collect();
        for mut line in right_page.lines {
            if line.across {
                (line.from, line.to) = (line.from + offset, line.to + offset);
            } else {
                line.at += offset;
            }
            page.lines.push(line);
        }
        page.size.0 = right_page.size.0 + offset;
        self.parts = (self.parts + right.parts).min(PARTS);
        (self.offset, self.last) = (offset + right.offset, right.last);
        self.sort();
    }

    /// Drops from `right` what each page of a sheet repeats: columns at the left, and the
    /// header and footer but for their numbers.
    fn drop_repeated(&self, right: &mut Self, left: &mut usize) {
        let page = &mut right.page;
        let mut is_same = |glyph: &Glyph, is_margin: bool| {
            let words = page.words_of(glyph);
            self.beside(glyph, left).any(|other| {
                let (other_words, apart) = (self.page.words_of(other), (other.x.0 - glyph.x.0).abs());
                if is_margin {
                    apart < 10.0 * NEAR && (words == other_words || is_digit(words) && is_digit(other_words))
                } else {
                    apart < NEAR && words == other_words
                }
            })
        };
        let mut across = page.glyphs.clone();
        order::by_key(&mut across, |glyph| key(glyph.x.0));
        let repeated = across.iter().take_while(|glyph| is_same(glyph, false)).count();
        let rest = across.get(repeated).map_or(f32::INFINITY, |glyph| glyph.x.0);
        let is_label = |glyph: &&Glyph| !is_digit(page.words_of(glyph));
        let borders = page.lines.iter().filter(|line| !line.across && line.at < rest).map(|line| line.at);
        let begin = if across[..repeated].iter().filter(is_label).count() >= REPEATED {
            borders.fold(f32::NEG_INFINITY, f32::max).max(across[repeated - 1].x.1)
        } else {
            f32::NEG_INFINITY
        };
        let begin = begin.min(rest);

        let table = page.lines.iter().filter(|line| line.across).map(|line| line.at);
        let table = table.fold((f32::INFINITY, f32::NEG_INFINITY), |all, y| (all.0.min(y), all.1.max(y)));
        let mut rest: Vec<Glyph> = page.glyphs.iter().filter(|glyph| glyph.x.0 >= begin).copied().collect();
        // In the order they were drawn in, which tells which belong together.
        let margins = (MARGIN * page.size.1, (1.0 - MARGIN) * page.size.1);
        let may_be_margin = |glyph: &Glyph| {
            !(margins.0..margins.1).contains(&glyph.y) && !(table.0..table.1).contains(&glyph.y)
        };
        let mut lines: Vec<Glyph> = rest.iter().filter(|glyph| may_be_margin(glyph)).copied().collect();
        order::by_key(&mut lines, |glyph| key(glyph.y));
        let mut dropped = Vec::new();
        for line in lines.chunk_by(|a, b| b.y - a.y < NEAR) {
            let is_margin = line.iter().any(|glyph| !is_digit(page.words_of(glyph)))
                && line.iter().all(|glyph| is_same(glyph, true));
            if is_margin {
                dropped.push((line[0].y, line[line.len() - 1].y));
            }
        }
        rest.retain(|glyph| !dropped.iter().any(|(from, to)| (*from..=*to).contains(&glyph.y)));
        page.glyphs = rest;
        page.lines.retain(|line| if line.across { line.to > begin } else { line.at >= begin });
        for line in page.lines.iter_mut().filter(|line| line.across) {
            line.from = line.from.max(begin);
        }
    }
}

impl Glyph {
    fn middle(&self) -> f32 {
        (self.x.0 + self.x.1) / 2.0
    }
}

impl Page {
    /// From where to where something is seen.
    fn extent(&self) -> (f32, f32) {
        let glyphs = self.glyphs.iter().map(|glyph| glyph.x);
        let lines =
            self.lines.iter().map(|line| if line.across { (line.from, line.to) } else { (line.at, line.at) });
        glyphs
            .chain(lines)
            .fold((f32::INFINITY, f32::NEG_INFINITY), |all, x| (all.0.min(x.0), all.1.max(x.1)))
    }

    /// How far down the page lines are, or words.
    fn heights(&self, words: bool) -> Vec<f32> {
        let lines = self.lines.iter().filter(|line| line.across && !words).map(|line| line.at);
        let words = self.glyphs.iter().filter(|_| words).map(|glyph| glyph.y);
        let mut all: Vec<f32> = words.chain(lines).collect();
        order::by_key(&mut all, |y| key(*y));
        all.dedup_by(|next, before| *next - *before <= NEAR);
        all
    }
}

fn is_digit(words: &str) -> bool {
    words.bytes().all(|b| b.is_ascii_digit() || b == b' ')
}
