//! Pages that belong beside each other: a sheet that is wider than the paper is printed
//! in strips. What crosses the paper's edge is drawn on both pages and seen on each in
//! part, and that tells for certain how far apart they are.

use super::grid::key;
use super::page::{Glyph, Page};
use crate::order;

/// How many pages back the one to the left may be.
const BACK: usize = 16;

/// How far apart, in points, is the same place.
const NEAR: f32 = 1.0;

/// The most pairs of characters that are compared for two pages.
const PAIRS: usize = 1 << 14;

/// In how many lines down the page two pages agree at least that no word crosses.
const LINES: usize = 4;

/// How far down, in parts of its height, a page's header goes, and up its footer.
const MARGIN: f32 = 0.12;

/// Puts pages that belong beside each other on one.
pub fn join(pages: Vec<Page>) -> Vec<Page> {
    let mut out: Vec<Page> = Vec::new();
    let mut known = Vec::new();
    for (number, mut page) in pages.into_iter().enumerate() {
        (page.first, page.number) = (number, number);
        let sheets = out.iter_mut().rev().take(BACK);
        let found = sheets.filter_map(|left| offset(left, &page).map(|offset| (left, offset))).next();
        match found {
            Some((left, offset)) => {
                known.push((page.number - left.number, left.offset, offset));
                left.extend(page, offset);
            }
            None => out.push(page),
        }
    }
    // What no word crosses belongs where others of the sheet do, where its lines go on.
    let mut at = 0;
    while !known.is_empty() && at < out.len() {
        let of = |left: &Page| {
            let steps = known
                .iter()
                .filter(|(step, from, _)| left.number + step == out[at].first && left.offset == *from);
            steps.map(|(.., offset)| *offset).next().filter(|_| out[at].goes_on_from(left))
        };
        let found =
            out[..at].iter().enumerate().rev().take(BACK).find_map(|(left, page)| Some((left, of(page)?)));
        match found {
            Some((left, offset)) => {
                let page = out.remove(at);
                out[left].extend(page, offset);
            }
            None => at += 1,
        }
    }
    out
}

/// How far to the right of `left` the page `right` belongs.
fn offset(left: &Page, right: &Page) -> Option<f32> {
    if left.hidden.is_empty() && right.hidden.is_empty() || left.size.1 != right.size.1 {
        return None;
    }
    // What `right` hides at its left is seen on `left`, and the other way round.
    let begin = right.extent().0;
    let end = left.extent().1;
    let before: Vec<&Glyph> = right.hidden.iter().filter(|glyph| glyph.middle() < begin).collect();
    let behind: Vec<&Glyph> = left.hidden.iter().filter(|glyph| glyph.middle() > end).collect();
    let mut pairs = Vec::new();
    compare(&before, right, left, 1.0, &mut pairs);
    compare(&behind, left, right, -1.0, &mut pairs);
    order::by_key(&mut pairs, |pair| key(*pair));
    let within = |from: usize| pairs[from..].partition_point(|pair| pair - pairs[from] <= NEAR);
    let from = (0..pairs.len()).max_by_key(|from| within(*from))?;
    let offset = pairs[from + within(from) / 2];
    // All of it is seen there, but for what goes on on a third page.
    let last = right.extent().1 + offset + NEAR;
    let wanted = before.len() + behind.iter().filter(|glyph| glyph.middle() <= last).count();
    let is_certain = within(from) > 1 && within(from) * 10 >= wanted * 9;
    (is_certain && offset > left.offset + 0.25 * right.size.0).then_some(offset)
}

/// How far each of `hidden` on one page is from what is the same on another.
fn compare(hidden: &[&Glyph], of: &Page, other: &Page, sign: f32, out: &mut Vec<f32>) {
    if hidden.is_empty() {
        return;
    }
    let mut seen: Vec<&Glyph> = other.glyphs.iter().collect();
    order::by_key(&mut seen, |glyph| key(glyph.y));
    for glyph in hidden {
        let first = seen.partition_point(|other| other.y < glyph.y - NEAR);
        let line = seen[first..].iter().take_while(|other| other.y <= glyph.y + NEAR);
        let same = line.filter(|seen| other.words_of(seen) == of.words_of(glyph));
        out.extend(same.map(|seen| sign * (seen.x.0 - glyph.x.0)));
        if out.len() > PAIRS {
            return;
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

    /// Whether what stands on it stands in the same lines, down the page, as what is on
    /// `left`.
    fn goes_on_from(&self, left: &Page) -> bool {
        let heights = |page: &Page| {
            let lines = page.lines.iter().filter(|line| line.across).map(|line| line.at);
            let mut all: Vec<f32> = page.glyphs.iter().map(|glyph| glyph.y).chain(lines).collect();
            order::by_key(&mut all, |y| key(*y));
            all.dedup_by(|next, before| *next - *before <= NEAR);
            all
        };
        let (own, other) = (heights(self), heights(left));
        let near = |y: &&f32| {
            let at = other.partition_point(|other| *other < **y - NEAR);
            other.get(at).is_some_and(|other| *other <= **y + NEAR)
        };
        let same = own.iter().filter(near).count();
        same >= LINES && same * 10 >= own.len() * 9
    }

    /// Puts the page `right` beside this one.
    fn extend(&mut self, mut right: Page, offset: f32) {
        right.drop_margins_of(self);
        let words = self.words.len() as u32;
        self.words.push_str(&right.words);
        let move_glyph = |mut glyph: Glyph| {
            glyph.x = (glyph.x.0 + offset, glyph.x.1 + offset);
            (glyph.words.start, glyph.words.end) = (glyph.words.start + words, glyph.words.end + words);
            glyph
        };
        self.glyphs.extend(right.glyphs.into_iter().map(move_glyph));
        self.hidden = right.hidden.into_iter().map(move_glyph).collect();
        for mut line in right.lines {
            if line.across {
                (line.from, line.to) = (line.from + offset, line.to + offset);
            } else {
                line.at += offset;
            }
            self.lines.push(line);
        }
        self.size.0 = right.size.0 + offset;
        (self.offset, self.number) = (offset + right.offset, right.number);
    }

    /// Drops the header and footer that the page to the left has at the same places, but
    /// for their numbers.
    fn drop_margins_of(&mut self, left: &Page) {
        let lines = || self.lines.iter().filter(|line| line.across).map(|line| line.at);
        let table = (lines().fold(f32::INFINITY, f32::min), lines().fold(f32::NEG_INFINITY, f32::max));
        let alike = |a: &str, b: &str| a == b || is_digit(a) && is_digit(b);
        let mut rest = std::mem::take(&mut self.glyphs);
        order::by_key(&mut rest, |glyph| key(glyph.y));
        for line in rest.chunk_by(|a, b| b.y - a.y < NEAR) {
            let y = line[0].y;
            let is_margin = (y < MARGIN * self.size.1 || y > (1.0 - MARGIN) * self.size.1)
                && !(table.0..table.1).contains(&y)
                && line.iter().any(|glyph| !is_digit(self.words_of(glyph)))
                && line.iter().all(|glyph| {
                    let near = |other: &&Glyph| {
                        (other.y - y).abs() < NEAR && (other.x.0 - glyph.x.0).abs() < 10.0 * NEAR
                    };
                    let mut same = left.glyphs.iter().filter(near);
                    same.any(|other| alike(left.words_of(other), self.words_of(glyph)))
                });
            if !is_margin {
                self.glyphs.extend(line);
            }
        }
    }
}

fn is_digit(words: &str) -> bool {
    words.bytes().all(|b| b.is_ascii_digit() || b == b' ')
}
