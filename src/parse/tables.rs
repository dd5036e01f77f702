//! Where the three tables stand, which form they show, and their reading.

use super::gaps::Gaps;
use super::lexicon::{Lexicon, Sense};
use super::scan::{self, Kind, Token};
use super::surface::{self, Surface};
use super::{applications, disclosure, matching, outline, remedies, segment};
use crate::form::section::SectionKey;
use crate::form::{CellKind, EditionId, TableKey, legacy};
use crate::report::{Section, TableReading, UnreadReason};
use crate::text::find::{each, find, holds};
use crate::text::fold::{key, key_char};
use crate::text::{Source, Span};

/// Words with which each table begins, as keys; together those that begin alike, with the
/// character among what they share that is rarest in a report.
const BEGINNINGS: [&[(&str, &[&str])]; 3] = [
    &[("条", &["第二十条第一项", "第二十条第五项", "第二十条第六项"]), ("容", &["信息内容本年"])],
    &[
        ("列", &["本列数据的勾稽关系"]),
        ("况", &["申请人情况自然人", "申请人情况法人", "申请人情况本列"]),
        ("然", &["自然人法人或其他组织", "自然人商业企业科研机构社会公益组织"]),
        ("收", &["本年新收政府信息公开申请数量"]),
    ],
    &[
        ("议", &["行政复议行政诉讼结果", "行政复议行政诉讼未经", "行政复议结果维持结果"]),
        ("维", &["结果维持结果纠正"]),
    ],
];

/// The tables of one text as tokens.
pub struct Tables {
    areas: [Option<(Surface, Vec<Token>)>; 3],
}

/// Where each table begins in `extent`, as far as its first words tell; `None`
/// where they are not found. Goes by the order of the tables.
pub fn anchors(source: &Source, extent: Span) -> [Option<u32>; 3] {
    let mut found = [None; 3];
    let text = source.slice(extent);
    let mut from = 0;
    for (table, beginnings) in BEGINNINGS.iter().enumerate() {
        let mut place: Option<usize> = None;
        for (rare, words) in *beginnings {
            // Only an earlier place than the one already found is of interest.
            let until = place.unwrap_or(text.len());
            place = first_of(&text[..until], from, rare, words).or(place);
        }
        if let Some(place) = place {
            found[table] = Some(extent.start + place as u32);
            from = place;
        }
    }
    found
}

/// Whether `words` (a key) are the first words of a table, or begin with them.
pub fn begins_table(words: &str) -> bool {
    let mut beginnings = BEGINNINGS.iter().flat_map(|table| *table).flat_map(|(_, words)| *words);
    beginnings.any(|b| b.starts_with(words) || words.starts_with(b))
}

/// The first place at or after `from` where the text agrees with one of `words`: keys that
/// begin alike, up to the `rare` character at least.
fn first_of(text: &str, from: usize, rare: &str, words: &[&str]) -> Option<usize> {
    let before = &words[0][..find(words[0], rare)?];
    each(&text[from..], rare).find_map(|i| {
        let at = begin_of(&text[..from + i], from, before)?;
        let mut ends = words.iter().filter_map(|words| agree_loosely(text, at, words));
        ends.any(|end| !is_cited(&text[end..])).then_some(at)
    })
}

/// Where the words of the key `before` begin, with which `text` ends, not before `from`.
fn begin_of(text: &str, from: usize, before: &str) -> Option<usize> {
    let mut rest = before.chars().rev();
    let mut wanted = rest.next()?;
    for (i, c) in text[from..].char_indices().rev() {
        match key_char(c) {
            None => {}
            Some(found) if found != wanted => return None,
            Some(_) => match rest.next() {
                Some(next) => wanted = next,
                None => return Some(from + i),
            },
        }
    }
    None
}

/// Whether what stands behind the name of a block makes it a citation of the law:
/// 第二十条第（一）项、第二十一条, 第二十条第（一）项的规定.
fn is_cited(behind: &str) -> bool {
    behind.starts_with(any_of!['、', '，', '。', '；', '的', '和', '及', '至', '所', '》'])
        || behind.starts_with("规定")
}

/// As [`matching::agree`], over tabs and bars too: the first words of a table fill several cells.
/// Where the words end.
fn agree_loosely(text: &str, at: usize, words: &str) -> Option<usize> {
    // Most places are told by bytes alone, before a character is folded.
    let same = matching::same_start(&text[at..], words);
    let at = at + same;
    let mut expected = words[same..].chars();
    let mut next = expected.next();
    let mut passed = 0;
    for (place, c) in text[at..].char_indices() {
        let Some(wanted) = next else { return Some(at + place) };
        match key_char(c) {
            None => passed += 1,
            Some(found) if found == wanted => next = expected.next(),
            Some(_) => return None,
        }
        if passed > 60 {
            return None;
        }
    }
    next.is_none().then_some(text.len())
}

impl Tables {
    /// Finds the tables in the sections that hold them, or where their own first
    /// words stand when the section's heading was not found.
    pub fn find(source: &Source, extent: Span, sections: &[Section; 6], anchors: [Option<u32>; 3]) -> Self {
        let mut before = Surface::Rows('\t');
        let cut = TableKey::ALL.map(|table| {
            let area = area(source, extent, sections, anchors, table)?;
            // 表四 is too short to tell whether the first cells of its rows have a mark.
            before = match surface::surface(source, area) {
                Surface::CellLines('\t') if table == TableKey::Remedies && before == Surface::Flow => before,
                surface => surface,
            };
            let surface = before;
            Some((area, surface, surface::pieces(source, area, surface)))
        });
        let gaps = cut[TableKey::Applications as usize]
            .as_ref()
            .filter(|(_, surface, _)| *surface == Surface::Flow)
            .and_then(|(area, _, pieces)| Gaps::of(source, *area, pieces, applications::WIDTH));
        let mut cut = cut.into_iter();
        let areas = TableKey::ALL.map(|table| {
            let (area, surface, mut pieces) = cut.next().flatten()?;
            if let Some(gaps) = gaps.filter(|_| surface == Surface::Flow) {
                let widths: &[usize] = match table {
                    TableKey::Disclosure => &[1, 2, disclosure::WIDTH],
                    TableKey::Applications => &[applications::WIDTH],
                    TableKey::Remedies => &[remedies::WIDTH, remedies::CELLS],
                };
                pieces = gaps.fill(source, area, pieces, widths);
            }
            let tokens = scan::tokens(source, &pieces, surface, Lexicon::of(table));
            Some((surface, tokens))
        });
        Self { areas }
    }

    /// The form the tables show: 表二's own heads first, then 表三's rows.
    pub fn edition(
        &self,
        source: &Source,
        extent: Span,
        year: Option<i32>,
    ) -> (Option<EditionId>, [Option<EditionId>; 3]) {
        let shows = [self.disclosure_shows(source), self.applications_show(), None];
        let any =
            self.areas.iter().flatten().any(|(_, tokens)| {
                tokens.iter().filter(|t| matches!(t.kind, Kind::Word { .. })).count() >= 3
            });
        let any_legacy = || {
            let words = legacy::SIGNATURES.iter().filter(|words| holds(source.slice(extent), words));
            words.count() >= 2
        };
        let edition = shows[0].or(shows[1]).or_else(|| {
            if any_legacy() {
                return Some(EditionId::Legacy);
            }
            // Tables that tell nothing of their edition are read with the year's.
            let by_year = year.map_or(EditionId::E2021, EditionId::required_for);
            any.then_some(if by_year == EditionId::Legacy { EditionId::E2019 } else { by_year })
        });
        (edition, shows)
    }

    fn disclosure_shows(&self, source: &Source) -> Option<EditionId> {
        let (_, tokens) = self.areas[TableKey::Disclosure as usize].as_ref()?;
        // Each head once, as they are asked about again and again.
        let mut heads: Vec<&str> = Vec::new();
        let mut margins: Vec<&str> = Vec::new();
        let mut rows: Vec<(&str, &str)> = Vec::new();
        for token in tokens {
            let (list, words) = match token.kind {
                Kind::Word { sense: Sense::Head(words), .. } => (&mut heads, words),
                Kind::Word { sense: Sense::Margin(words), .. } => (&mut margins, words),
                Kind::Word { sense: Sense::Row(key), .. } => {
                    rows.push((key, source.slice(token.span)));
                    continue;
                }
                _ => continue,
            };
            if !list.contains(&words) {
                list.push(words);
            }
        }
        let hits = |id: EditionId| {
            let Some(edition) = id.edition() else { return 0 };
            let table = edition.table(TableKey::Disclosure);
            let shown = |signature: &&&str| {
                let signature: &str = signature;
                if heads.iter().chain(&margins).any(|words| words.starts_with(signature)) {
                    return true;
                }
                // 规范性文件 and 行政规范性文件 are one row; its words tell the edition.
                let Some((_, row)) = table.rows().find(|(_, row)| row.label == signature) else {
                    return false;
                };
                rows.iter().any(|(key, words)| *key == row.key && matching::is(words, signature))
            };
            edition.signatures.iter().filter(shown).count()
        };
        let own_heads = |id: EditionId| {
            let signatures = id.edition().map_or(&[][..], |edition| edition.signatures);
            signatures.iter().filter(|signature| heads.contains(signature)).count()
        };
        // The draft shares rows with the form of 2019; its own heads tell it.
        let draft = hits(EditionId::E2019Draft);
        if draft >= 2 && draft >= own_heads(EditionId::E2019) {
            return Some(EditionId::E2019Draft);
        }
        let (old, new) = (hits(EditionId::E2019), hits(EditionId::E2021));
        match (old, new) {
            (0..=1, 0..=1) => None,
            (old, new) if new >= old => Some(EditionId::E2021),
            _ => Some(EditionId::E2019),
        }
    }

    /// 表三 differs between the editions in （六）其他处理 alone: three rows or one.
    fn applications_show(&self) -> Option<EditionId> {
        let (_, tokens) = self.areas[TableKey::Applications as usize].as_ref()?;
        let is_row =
            |t: &Token, key: &str| matches!(t.kind, Kind::Word { sense: Sense::Row(row), .. } if row == key);
        if tokens.iter().any(|t| is_row(t, "other.no_correction") || is_row(t, "other.fee_unpaid")) {
            return Some(EditionId::E2021);
        }
        let single =
            tokens.iter().position(|t| matches!(t.kind, Kind::Word { sense: Sense::Group("other"), .. }))?;
        let followed = tokens.get(single + 1).is_some_and(|t| matches!(t.kind, Kind::Number | Kind::Blank));
        followed.then_some(EditionId::E2019)
    }

    /// Reads the three tables with the form of `edition`.
    pub fn read(
        &self,
        source: &Source,
        edition: Option<EditionId>,
        shows: [Option<EditionId>; 3],
    ) -> [TableReading; 3] {
        let Some(form) = edition.and_then(EditionId::edition) else {
            return TableKey::ALL.map(TableReading::absent);
        };
        TableKey::ALL.map(|table| {
            let Some((surface, tokens)) = &self.areas[table as usize] else {
                return TableReading::missing(form.table(table));
            };
            let mut slots = Vec::new();
            let mut reading = match table {
                TableKey::Disclosure => {
                    let in_words = |key: &str| {
                        let mut rows = form.table(table).rows();
                        rows.any(|(block, row)| row.key == key && block.columns[0].kind == CellKind::Text)
                    };
                    let segments =
                        segment::segments(source, tokens, *surface, disclosure::WIDTH, &in_words, &mut slots);
                    disclosure::read(source, &segments, *surface, form)
                }
                TableKey::Applications => {
                    let segments = segment::segments(
                        source,
                        tokens,
                        *surface,
                        applications::WIDTH,
                        &|_| false,
                        &mut slots,
                    );
                    applications::read(source, &segments, *surface, form)
                }
                TableKey::Remedies => remedies::read(source, tokens, *surface, form),
            };
            reading.shows = shows[table as usize].filter(|_| reading.span.is_some());
            if reading.span.is_none() {
                return TableReading::missing(form.table(table));
            }
            // Not all of it was looked at, so nothing can be said to be missing.
            if tokens.len() >= surface::MOST {
                reading.unread = Some(UnreadReason::Scattered);
            }
            reading
        })
    }

    /// Whether any of the tables was found.
    pub fn any(&self) -> bool {
        self.areas
            .iter()
            .flatten()
            .any(|(_, tokens)| tokens.iter().filter(|t| matches!(t.kind, Kind::Word { .. })).count() >= 6)
    }
}

/// The part of the text in which `table` stands.
fn area(
    source: &Source,
    extent: Span,
    sections: &[Section; 6],
    anchors: [Option<u32>; 3],
    table: TableKey,
) -> Option<Span> {
    let key: SectionKey = table.section();
    let section = &sections[key as usize];
    let anchor = anchors[table as usize];
    let holds = |span: Span, at: u32| span.start <= at && at < span.end;
    let body = section.heading.as_ref().map(|_| section.body);
    let start = match (body, anchor) {
        // What stands before the table's first words is prose about it.
        (Some(body), Some(anchor)) if holds(body, anchor) => {
            first_label(source, Span { start: body.start, end: anchor }, table)
        }
        (Some(body), _) if !source.trim(body).is_empty() => body.start,
        (_, Some(anchor)) => anchor,
        _ => return None,
    };
    let next_section = sections
        .iter()
        .filter_map(|s| s.heading.as_ref().map(|h| h.span.start))
        .filter(|s| *s > start)
        .min()
        .map_or(extent.end, |s| outline::before_marks(source, s));
    let next_table = anchors.iter().flatten().copied().filter(|a| *a > start && Some(*a) != anchor).min();
    // A later table's first words end this one only where no heading does.
    let end = match next_table {
        Some(next) if next < next_section => next,
        _ => next_section,
    };
    (start < end).then_some(Span { start, end })
}

/// Where the lines that are labels of `table`, right before its first words, begin: a
/// page read by its columns has the labels of the rows first. The mark of a cell or the
/// number before the first words are theirs.
fn first_label(source: &Source, before: Span, table: TableKey) -> u32 {
    let lexicon = Lexicon::of(table);
    let text = source.slice(before);
    let mut first = before.end;
    let mut end = text.len();
    loop {
        let start = text[..end].rfind(any_of!['\n']).map_or(0, |at| at + 1);
        let line = text[start..end].trim();
        let words = key(line);
        let is_label = line.len() < 120
            && words.chars().next().is_some_and(|c| lexicon.starting_with(c).iter().any(|e| e.key == words));
        if is_label || end == text.len() && line.len() < 12 && words.chars().count() < 2 {
            first = before.start + start as u32;
        } else if !line.is_empty() {
            return first;
        }
        match start.checked_sub(1) {
            Some(before) => end = before,
            None => return first,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_citation_of_the_law_is_no_table() {
        let text = "学习条例第二十条第（一）项、第二十一条，按第二十条第（一）项规定公开。\n第二十条第（一）项\n信息内容\n";
        let found = anchors(&Source::new(text), Span::new(0, text.len()));
        assert_eq!(found[0], text.rfind("第二十条").map(|at| at as u32));
    }

    #[test]
    fn the_first_words_are_found_over_cells_and_lines() {
        let text =
            "前文。\n第二十条 第（一）项\n信息内容\n\t本列数据的勾稽关系为\n行政复议\t\t行政诉讼\n结果\n维持";
        let source = Source::new(text);
        let found = anchors(&source, Span::new(0, text.len()));
        assert!(found.iter().all(Option::is_some), "{found:?}");
    }
}
