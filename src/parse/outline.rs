//! The six sections: of the places that can be their headings, the chain that makes
//! most sense.

use super::headings::{Candidate, read_number, skip_residue};
use super::section_titles::known_title;
use crate::form::section::SectionKey;
use crate::gather::Gather;
use crate::order;
use crate::report::{Heading, NumberStyle, Section, Wording};
use crate::text::{Source, Span, find};

/// The sections of the text: the chain of candidates that fits best, and
/// headings that stand out of order. `anchors` are the places where 表二, 表三 and
/// 表四 begin, where they were seen.
pub fn sections(
    source: &Source,
    mut candidates: Vec<Candidate>,
    extent: Span,
    anchors: [Option<u32>; 3],
) -> [Section; 6] {
    // A table right after a heading is the best proof of it.
    for (anchor, key) in
        anchors.iter().zip([SectionKey::Disclosure, SectionKey::Applications, SectionKey::Remedies])
    {
        let Some(anchor) = *anchor else { continue };
        let is_before = |c: &Candidate| c.key == key && c.heading.span.end <= anchor;
        let Some(mut nearest) = candidates.iter().rposition(is_before) else { continue };
        // What stands right below a heading that is numbered better is the table's own name.
        let above = nearest.checked_sub(1).filter(|index| candidates[*index].key == key);
        if above.is_some_and(|index| number_rank(&candidates[index]) > number_rank(&candidates[nearest])) {
            nearest -= 1;
        }
        candidates[nearest].score += 12;
    }
    let chosen = best_chain(&candidates, anchors[2].unwrap_or(u32::MAX));
    let mut headings: [Option<Heading>; 6] = Default::default();
    for index in chosen {
        headings[candidates[index].key as usize] = Some(candidates[index].heading.clone());
    }
    for key in [SectionKey::Overview, SectionKey::Problems, SectionKey::Other] {
        if headings[key as usize].is_none() {
            headings[key as usize] = by_place(source, &headings, key, extent);
        }
    }
    // A section that stands out of order is still there.
    for key in SectionKey::ALL {
        if headings[key as usize].is_some() {
            continue;
        }
        let taken = |c: &&Candidate| headings.iter().flatten().all(|h| h.span != c.heading.span);
        let strong = candidates.iter().filter(|c| c.key == key && c.score >= 14).filter(taken);
        headings[key as usize] = strong.max_by_key(|c| c.score).map(|c| c.heading.clone());
    }
    let mut starts: Vec<u32> = headings.iter().flatten().map(|h| h.span.start).gather();
    order::by_key(&mut starts, |start| u128::from(*start));
    let mut sections = SectionKey::ALL.map(Section::absent);
    for (section, heading) in sections.iter_mut().zip(headings) {
        let Some(heading) = heading else { continue };
        let next = starts.iter().copied().find(|s| *s >= heading.span.end);
        let end = next.map_or(extent.end, |start| before_marks(source, start).max(heading.span.end));
        section.body = Span { start: heading.span.end.min(end), end };
        section.heading = Some(heading);
    }
    sections
}

/// How well a candidate is numbered for its section: as the form does it, with the right number
/// at least, or not.
fn number_rank(candidate: &Candidate) -> u8 {
    match candidate.heading.number {
        Some(number) if number.value == candidate.key as u8 + 1 => match number.style {
            NumberStyle::Chinese => 2,
            NumberStyle::Arabic => 1,
            NumberStyle::Bracketed => 0,
        },
        _ => 0,
    }
}

/// A heading in words that tell nothing, told by its number and its place: 一、 before the
/// second section, 五、 and 六、 between their neighbours. Sections of tables are told by
/// their tables.
fn by_place(
    source: &Source,
    headings: &[Option<Heading>; 6],
    key: SectionKey,
    extent: Span,
) -> Option<Heading> {
    let index = key as usize;
    // What is before has to be there, so that a number within another section is not
    // taken for this one's.
    let start = match index {
        0 => extent.start,
        _ => headings[index - 1].as_ref()?.span.end,
    };
    let next = headings[index + 1..].iter().flatten().map(|h| h.span.start).min();
    let end = match key {
        SectionKey::Overview => headings[1].as_ref()?.span.start,
        SectionKey::Other => next.unwrap_or(extent.end),
        _ => next?,
    };
    if start >= end {
        return None;
    }
    let text = source.text();
    let numbered = |(at, line): (usize, &str)| {
        let line_end = at + line.len();
        let number_at = skip_residue(text, at, line_end);
        let number = read_number(text, number_at, line_end)?;
        if number.style != NumberStyle::Chinese || usize::from(number.value) != index + 1 {
            return None;
        }
        let title = source.trim(Span::new(number.span.end as usize, line_end));
        let words = source.slice(title);
        let is_title = (2..=30).contains(&words.chars().count())
            && !words.contains(any_of!['，', '。', '；', ',', ';', '\t', '|'])
            && known_title(text, title.start as usize, line_end).is_none();
        let span = number.span.to(title);
        is_title.then_some(Heading { span, title, number: Some(number), wording: Wording::Other })
    };
    let mut lines = source.lines(Span { start, end }).filter_map(numbered);
    // The parts of section four are told by words, so the last number five is the section's.
    if key == SectionKey::Overview { lines.next() } else { lines.last() }
}

/// Where a section ends before the heading at `start`: the marks that stand there, as
/// Markdown's `## `, belong to neither.
pub fn before_marks(source: &Source, start: u32) -> u32 {
    source.text()[..start as usize].trim_end_matches(any_of!['#', '*', ' ']).len() as u32
}

/// The candidates of the best increasing chain of sections, by index. Of equals the
/// later wins, because a table of contents comes first; behind 表四, which begins at
/// `remedies`, the first one does, because another may stand at the end.
fn best_chain(candidates: &[Candidate], remedies: u32) -> Vec<usize> {
    // For each section: the best score of a chain that ends with it, and its links.
    let mut best: [Option<(i32, usize)>; 6] = [None; 6];
    let mut previous: Vec<Option<usize>> = vec![None; candidates.len()];
    for (index, candidate) in candidates.iter().enumerate() {
        if candidate.score <= 0 {
            continue;
        }
        let section = candidate.key as usize;
        let before = best[..section].iter().flatten().max_by_key(|(score, index)| (*score, *index)).copied();
        let score = candidate.score + before.map_or(0, |(score, _)| score);
        let later = i32::from(candidate.heading.span.start < remedies);
        if best[section].is_none_or(|(other, _)| score + later > other) {
            previous[index] = before.map(|(_, index)| index);
            best[section] = Some((score, index));
        }
    }
    let mut chain = Vec::new();
    let mut at = best.iter().flatten().max_by_key(|(score, index)| (*score, *index)).map(|(_, index)| *index);
    while let Some(index) = at {
        chain.push(index);
        at = previous[index];
    }
    chain.reverse();
    chain
}

/// Where a second report begins in the same text: a further complete title with
/// sections both before and after it.
pub fn second_report(source: &Source, candidates: &[Candidate]) -> Option<Span> {
    // Where the third section stands, from the beginning on and from the end on.
    let third = |candidates: &mut dyn Iterator<Item = &Candidate>| {
        let mut seen = [false; 6];
        let third = candidates.filter(|c| c.score >= 14).find(|c| {
            seen[c.key as usize] = true;
            seen.iter().filter(|s| **s).count() >= 3
        });
        third.map(|candidate| candidate.heading.span.start)
    };
    let (three_before, three_after) = (third(&mut candidates.iter())?, third(&mut candidates.iter().rev())?);
    // Only between a sixth section and a first one can a report end, so few lines
    // have to be looked at.
    let start = candidates.iter().find(|c| c.key >= SectionKey::Remedies)?.heading.span.end as usize;
    let last = candidates.last()?.heading.span.start as usize;
    if start >= last {
        return None;
    }
    let mut above = Span::at(start);
    for (at, line) in source.lines(Span::new(start, last)) {
        let mut span = Span::new(at, at + line.len());
        // The body and the year may stand on the line above.
        let is_over_two_lines = |above: Span| {
            above.range().len() < 120
                && line.len() < 120
                && find::find(line, "报告").is_some()
                && super::title::is_title(&[source.slice(above), line].concat())
        };
        if !super::title::is_title(line) {
            if !is_over_two_lines(above) {
                if !line.trim().is_empty() {
                    above = span;
                }
                continue;
            }
            span = above.to(span);
        }
        if three_before < span.start && span.start < three_after {
            return Some(source.trim(span));
        }
    }
    None
}
