//! The report among what stands around it in a page: navigation, lists of other
//! reports, the portal's footer. The report is the smallest part that holds all of its
//! headings and tables that the page has, with the prose beside that part.

use crate::form::EDITIONS;
use crate::form::section::SECTIONS;
use crate::intake::canonical::Block;
use crate::intake::remark::Remark;

use super::element::Tag;
use super::flow;
use super::tree::{NONE, Tree};

/// So many headings and tables show that the page holds a report.
const ENOUGH: u32 = 4;

/// From this many bytes on, four characters, a label is one of the form's alone.
const LABEL: usize = 12;

/// The longest line that is a heading or a label, in characters.
const SHORT: usize = 60;

/// A line of the page.
struct Line {
    /// The element it stands in.
    node: u32,
    /// Its first words.
    at: u32,
    /// Its words without white space.
    words: String,
    /// Whether all of them are a link.
    linked: bool,
}

/// What was counted in an element and all within.
#[derive(Clone, Copy, Default)]
struct Count {
    /// The headings and tables, a bit each.
    signs: u16,
    characters: u32,
    linked: u32,
    stops: u32,
}

/// Whether a page holds a report.
pub fn holds_report(tree: &Tree) -> bool {
    let signs = lines_of(tree).counts.iter().fold(0, |signs, count| signs | count.signs);
    signs.count_ones() >= ENOUGH
}

/// The blocks of the report in a page; of the whole page where there is none.
pub fn blocks(tree: &Tree) -> Vec<Block> {
    let Lines { lines, mut counts, .. } = lines_of(tree);
    // An element comes after the one it stands in.
    for at in (1..tree.nodes.len()).rev() {
        let count = counts[at];
        let outer = &mut counts[tree.nodes[at].parent as usize];
        outer.signs |= count.signs;
        outer.characters += count.characters;
        outer.linked += count.linked;
        outer.stops += count.stops;
    }
    let all = counts[0].signs;
    if all.count_ones() < ENOUGH {
        return flow::blocks(tree, &[0]);
    }
    let region = smallest(tree, &counts, all);
    let parts = with_prose_beside(tree, &counts, region);
    let (start, end) = (region, after(tree, region));
    let mut kept = vec![false; tree.nodes.len()];
    for part in &parts {
        kept[*part as usize..after(tree, *part) as usize].fill(true);
    }
    let kept = |line: &Line| kept[line.at as usize];
    let mut dropped = lines.iter().filter(|line| !kept(line)).count();

    let mut out = Vec::new();
    let within = lines.iter().filter(|line| (start..end).contains(&line.at));
    let mut top = within.take_while(|line| signs(&line.words) & 0x3f == 0);
    let title_kept = top.any(|line| names_the_report(&line.words))
        || lines.iter().any(|line| line.at < start && kept(line) && names_the_report(&line.words));
    if !title_kept {
        // One that stands above the report is where it belongs; one in the head is not.
        let above = title_above(tree, &lines[..lines.partition_point(|line| line.at < start)]);
        dropped -= above.len();
        if above.is_empty()
            && let Some(title) = title_in_head(tree)
        {
            out.push(Block::Remark(Remark::TitleFromPage, 1));
            out.push(Block::Paragraph(title));
        }
        out.extend(above.into_iter().map(Block::Paragraph));
    }
    if dropped > 0 {
        out.insert(0, Block::Remark(Remark::AroundReport, dropped));
    }
    out.extend(flow::blocks(tree, &parts));
    out
}

/// The smallest element that holds all of `signs`; a table's parts count as the table.
fn smallest(tree: &Tree, counts: &[Count], signs: u16) -> u32 {
    let (mut region, mut at) = (0, 0);
    while let Some(child) = tree.children(at).find(|child| counts[*child as usize].signs == signs) {
        at = child;
        if !matches!(tree.nodes[at as usize].tag, Tag::Row | Tag::RowGroup | Tag::Words) {
            region = at;
        }
    }
    region
}

/// The region and, at each level above, the parts beside it that are prose: the
/// introduction, the signature's paragraph.
fn with_prose_beside(tree: &Tree, counts: &[Count], region: u32) -> Vec<u32> {
    let mut before = Vec::new();
    let mut behind = Vec::new();
    let mut at = region;
    while at != 0 {
        let parent = tree.nodes[at as usize].parent;
        let mut level = Vec::new();
        for sibling in tree.children(parent) {
            if sibling == at || !is_prose(tree, counts, sibling) {
                continue;
            }
            if sibling < at { level.push(sibling) } else { behind.push(sibling) }
        }
        level.append(&mut before);
        before = level;
        at = parent;
    }
    before.push(region);
    before.append(&mut behind);
    before
}

fn is_prose(tree: &Tree, counts: &[Count], at: u32) -> bool {
    let count = &counts[at as usize];
    tree.nodes[at as usize].tag != Tag::Frame
        && count.stops > 0
        && count.characters >= 30
        && count.linked * 3 < count.characters
}

/// The first element after `at` and all within it.
fn after(tree: &Tree, mut at: u32) -> u32 {
    loop {
        let node = &tree.nodes[at as usize];
        if node.next != NONE {
            return node.next;
        }
        if at == 0 {
            return tree.nodes.len() as u32;
        }
        at = node.parent;
    }
}

/// The title among the lines above the report: the last one that names the report and is
/// no link to another, with the body's name in the line before it and the year in the one
/// after it where they stand there.
fn title_above(tree: &Tree, lines: &[Line]) -> Vec<String> {
    let Some(at) = lines.iter().rposition(|line| !line.linked && names_the_report(&line.words)) else {
        return Vec::new();
    };
    let parent = |line: &Line| tree.nodes[line.node as usize].parent;
    let beside = |other: &&Line| {
        let near = other.node == lines[at].node || parent(other) == parent(&lines[at]);
        near && !other.linked
            && other.words.chars().count() <= SHORT
            && !other.words.contains(['：', ':', '。', '>'])
    };
    let mut title = vec![lines[at].words.clone()];
    if names_no_body(&title[0])
        && let Some(body) = at.checked_sub(1).map(|before| &lines[before]).filter(beside)
    {
        title.insert(0, body.words.clone());
    }
    if !title.iter().any(|words| has_year(words))
        && let Some(year) = lines.get(at + 1).filter(beside).filter(|line| has_year(&line.words))
    {
        title.push(year.words.clone());
    }
    title
}

/// Whether a title begins with the year or the report's name.
fn names_no_body(title: &str) -> bool {
    let body = title.split("政府信息").next().unwrap_or_default();
    let body = body.split("信息公开").next().unwrap_or_default();
    !body.chars().any(|c| !(c.is_numeric() || "〇零○一二三四五六七八九年度关于".contains(c)))
}

/// The title that the head names for portals, or a part of the page's title, which goes
/// on with the portal's name.
fn title_in_head(tree: &Tree) -> Option<String> {
    let head = (0..tree.nodes.len() as u32).find(|at| tree.nodes[*at as usize].tag == Tag::Title);
    let head = head.map(|at| tree.children(at).map(|words| tree.words_of(words)).collect::<String>());
    let named = [tree.article_title.clone(), head];
    let parts = named.iter().flatten().flat_map(|title| title.split(['_', '|', '-', '—', '－', '–']));
    parts.map(squeezed).find(|words| names_the_report(words) && has_year(words))
}

/// Whether a line names the kind of report, as its title does.
fn names_the_report(words: &str) -> bool {
    let ends = ["年度报告", "工作报告", "年报", "报告", "年度报告》"];
    // The year may stand in brackets after it.
    let bare = words.trim_end_matches(|c: char| c.is_ascii_digit() || "（）()年度〔〕《》".contains(c));
    let bare_end =
        ends.iter().any(|end| words.ends_with(end) || bare.ends_with(end) || bare.ends_with("报告"));
    bare_end
        && (words.contains("信息公开") || words.contains("政务公开"))
        && words.chars().count() <= SHORT
        && !words.contains(['。', '，', '>', '＞', '：', ':', '»'])
}

fn has_year(words: &str) -> bool {
    let is_digit = |c: char| c.is_numeric() || "〇零○一二三四五六七八九".contains(c);
    words
        .match_indices('年')
        .any(|(at, _)| words[..at].chars().rev().take(4).filter(|c| is_digit(*c)).count() == 4)
}

fn squeezed(words: &str) -> String {
    words.chars().filter(|c| !c.is_whitespace()).collect()
}

/// The headings and tables that a line is a sign of, as the form names them.
fn signs(words: &str) -> u16 {
    let is_number = |c: char| c.is_ascii_digit() || "一二三四五六七八九十、.．，,（）() 第部分".contains(c);
    let bare = words.trim_start_matches(is_number);
    let is_long = words.chars().nth(SHORT).is_some();
    let is_numbered = bare.len() < words.len();
    // A heading may run into its first sentence; then its number tells it.
    if is_long && !is_numbered {
        return 0;
    }
    let mut signs = 0;
    for (bit, section) in SECTIONS.iter().enumerate() {
        let title = |title: &str| bare.starts_with(title) || bare.len() >= LABEL && title.starts_with(bare);
        let said = |any: &&[&str]| any.iter().any(|word| words.contains(word));
        let is_heading = title(section.title.zh)
            || section.also.iter().any(|also| title(also))
            || is_numbered && !is_long && section.words.iter().all(said);
        signs |= u16::from(is_heading) << bit;
    }
    if !is_long {
        for table in EDITIONS.iter().flat_map(|edition| edition.tables) {
            let mut columns = table.blocks.iter().flat_map(|block| block.columns);
            let is_head = columns.any(|column| {
                // A unit in brackets behind it may be written in other ways.
                let label = column.label.split('（').next().unwrap_or_default();
                label.len() >= LABEL && words.contains(label)
            });
            signs |= u16::from(is_head) << (SECTIONS.len() + table.key as usize);
        }
    }
    signs
}

fn lines_of(tree: &Tree) -> Lines<'_> {
    let counts = vec![Count::default(); tree.nodes.len()];
    let mut lines = Lines { tree, lines: Vec::new(), open: false, counts };
    lines.walk(0, 0, false);
    lines
}

/// Goes through the page line by line.
struct Lines<'t> {
    tree: &'t Tree,
    lines: Vec<Line>,
    /// Whether the last line goes on.
    open: bool,
    counts: Vec<Count>,
}

impl Lines<'_> {
    /// Adds the words of `at` to the lines of `block`, the innermost element around it
    /// that has lines of its own.
    fn walk(&mut self, at: u32, block: u32, linked: bool) {
        let tree = self.tree;
        let node = &tree.nodes[at as usize];
        if node.hidden {
            return;
        }
        match node.tag {
            Tag::Words => self.words(at, block, tree.words_of(at), linked),
            Tag::Skipped | Tag::Title | Tag::Deleted | Tag::Picture | Tag::NoteMark | Tag::CommentMark => {}
            Tag::Break => self.end_line(),
            Tag::Link | Tag::Inline => {
                for child in tree.children(at) {
                    self.walk(child, block, linked || node.tag == Tag::Link);
                }
            }
            _ => {
                self.end_line();
                for child in tree.children(at) {
                    self.walk(child, at, linked);
                }
                self.end_line();
            }
        }
    }

    fn words(&mut self, at: u32, block: u32, words: &str, linked: bool) {
        let words = squeezed(words);
        if words.is_empty() {
            return;
        }
        let count = &mut self.counts[at as usize];
        let characters = words.chars().count() as u32;
        count.characters += characters;
        count.linked += if linked { characters } else { 0 };
        count.stops += words.matches('。').count() as u32;
        match self.lines.last_mut().filter(|line| self.open && line.node == block) {
            Some(line) => {
                line.words.push_str(&words);
                line.linked &= linked;
            }
            None => {
                self.end_line();
                self.lines.push(Line { node: block, at, words, linked });
                self.open = true;
            }
        }
    }

    /// Ends the line that is being put together.
    fn end_line(&mut self) {
        if let Some(line) = self.lines.last().filter(|_| self.open) {
            self.counts[line.node as usize].signs |= signs(&line.words);
        }
        self.open = false;
    }
}
