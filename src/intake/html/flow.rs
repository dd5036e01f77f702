//! A tree to blocks: where lines begin and end, what white space counts for, which
//! cells a table has.

use crate::intake::canonical::{Block, Cell, Table};
use crate::intake::counting::{self, Style};
use crate::intake::remark::Remark;

use super::element::Tag;
use super::tree::Tree;

/// The deepest nesting of tables; pages laid out in tables have five or six.
const TABLES: usize = 12;

/// The blocks of the parts of a page, each with what stands in it.
pub fn blocks(tree: &Tree, parts: &[u32]) -> Vec<Block> {
    let mut flow = Flow { tree, out: Vec::new(), line: Line::default(), tables: 0, preformatted: false };
    for part in parts {
        flow.node(*part);
    }
    flow.end_line();
    flow.out
}

struct Flow<'t> {
    tree: &'t Tree,
    out: Vec<Block>,
    line: Line,
    tables: usize,
    preformatted: bool,
}

impl Flow<'_> {
    fn children(&mut self, node: u32) {
        let tree = self.tree;
        for child in tree.children(node) {
            self.node(child);
        }
    }

    fn node(&mut self, at: u32) {
        let tree = self.tree;
        let node = &tree.nodes[at as usize];
        if node.hidden {
            if has_words(tree, at) {
                self.out.push(Block::Remark(Remark::Hidden, 1));
            }
            return;
        }
        match node.tag {
            Tag::Words if self.preformatted => self.line.push_lines(tree.words_of(at)),
            Tag::Words => self.line.push(tree.words_of(at)),
            Tag::Break => self.line.push_break(),
            Tag::Skipped | Tag::Title => {}
            Tag::Deleted => {
                if has_words(tree, at) {
                    self.out.push(Block::Remark(Remark::Deleted, 1));
                }
            }
            Tag::NoteMark => self.out.push(Block::Remark(Remark::Footnote, 1)),
            Tag::CommentMark => self.out.push(Block::Remark(Remark::Comment, 1)),
            Tag::Picture => self.out.push(Block::Remark(Remark::Picture, 1)),
            Tag::Link | Tag::Inline => self.children(at),
            Tag::Table => self.table(at),
            Tag::CountedList | Tag::List => self.list(at),
            Tag::Preformatted => {
                self.end_line();
                let outer = std::mem::replace(&mut self.preformatted, true);
                self.children(at);
                self.preformatted = outer;
                self.end_line();
            }
            Tag::Root
            | Tag::Block
            | Tag::Paragraph
            | Tag::Heading
            | Tag::Frame
            | Tag::Item
            | Tag::Row
            | Tag::RowGroup
            | Tag::Cell
            | Tag::Caption => {
                self.end_line();
                self.children(at);
                self.end_line();
            }
        }
    }

    fn end_line(&mut self) {
        let words = self.line.take();
        if words.is_empty() {
            return;
        }
        let number = std::mem::take(&mut self.line.number);
        // Portals' styles often take a list's numbers away, and the items bring their own.
        if number.is_empty() || has_number(&words) {
            self.out.push(Block::Paragraph(words));
        } else {
            self.out.push(Block::Remark(Remark::AutomaticNumber, 1));
            self.out.push(Block::Paragraph(number + &words));
        }
    }

    /// A list; the numbers that a browser counts are written before its items.
    fn list(&mut self, at: u32) {
        self.end_line();
        let tree = self.tree;
        let list = &tree.nodes[at as usize];
        let mut number = if list.pair.0 == 1 { list.pair.1 } else { 1 };
        for child in tree.children(at) {
            let item = &tree.nodes[child as usize];
            let counted = list.counting != Style::None && item.tag == Tag::Item && !item.hidden;
            if counted {
                if item.pair.0 == 1 {
                    number = item.pair.1;
                }
                let mut words = String::new();
                counting::push(&mut words, number, list.counting);
                words.push_str(if list.counting == Style::Chinese { "、" } else { ". " });
                self.end_line();
                self.line.number = words;
                number = number.saturating_add(1);
            }
            self.node(child);
            self.end_line();
            self.line.number.clear();
        }
        self.end_line();
    }

    fn table(&mut self, at: u32) {
        self.end_line();
        if self.tables == TABLES {
            self.out.push(Block::Remark(Remark::DeepTable, 1));
            self.children(at);
            return self.end_line();
        }
        self.tables += 1;
        let mut table = Table::default();
        self.rows(at, &mut table);
        self.tables -= 1;
        self.end_line();
        if table.rows.iter().any(|row| !row.is_empty()) {
            self.out.push(Block::Table(table));
        }
    }

    /// The rows of a table or of a group of rows. What stands in it outside of any cell
    /// comes before the table, as browsers have it.
    fn rows(&mut self, at: u32, table: &mut Table) {
        let tree = self.tree;
        for child in tree.children(at) {
            let node = &tree.nodes[child as usize];
            match node.tag {
                Tag::RowGroup if !node.hidden => self.rows(child, table),
                Tag::Row if !node.hidden => {
                    let mut row = Vec::new();
                    for inner in tree.children(child) {
                        match tree.nodes[inner as usize].tag {
                            Tag::Cell => row.push(self.cell(inner)),
                            _ => self.node(inner),
                        }
                    }
                    table.rows.push(row);
                }
                _ => self.node(child),
            }
        }
    }

    fn cell(&mut self, at: u32) -> Cell {
        let tree = self.tree;
        let node = &tree.nodes[at as usize];
        let outer = std::mem::take(&mut self.line);
        let before = std::mem::take(&mut self.out);
        if node.hidden && has_words(tree, at) {
            self.out.push(Block::Remark(Remark::Hidden, 1));
        } else if !node.hidden {
            self.children(at);
        }
        self.end_line();
        self.line = outer;
        let blocks = std::mem::replace(&mut self.out, before);
        Cell { blocks, columns: node.pair.0, rows: node.pair.1 }
    }
}

/// Whether any words stand in a node, hidden or not.
pub fn has_words(tree: &Tree, at: u32) -> bool {
    let node = &tree.nodes[at as usize];
    match node.tag {
        Tag::Words => tree.words_of(at).chars().any(char::is_alphanumeric),
        Tag::Skipped => false,
        _ => tree.children(at).any(|child| has_words(tree, child)),
    }
}

/// Whether words begin with a number of their own: 一、 1. （一） ①
fn has_number(words: &str) -> bool {
    let bare = words.trim_start_matches(['（', '(', '第']);
    let digits: usize = bare
        .chars()
        .take_while(|c| c.is_numeric() || "一二三四五六七八九十".contains(*c))
        .map(char::len_utf8)
        .sum();
    digits > 0 && bare[digits..].starts_with(['、', '.', '．', '，', '）', ')', ' ', '是'])
        || words.starts_with(|c| ('①'..='⒛').contains(&c))
}

/// A line that is being put together.
#[derive(Default)]
struct Line {
    words: String,
    /// The number that a list counts for it.
    number: String,
    /// White space that counts once more words follow.
    space: Space,
}

#[derive(Default, Clone, Copy, PartialEq)]
enum Space {
    #[default]
    None,
    /// A line end of the markup: a space, but none between Chinese characters.
    LineEnd,
    /// A space.
    Blank,
}

impl Line {
    fn push(&mut self, words: &str) {
        for c in words.chars() {
            match c {
                '\n' | '\r' if self.space == Space::None => self.space = Space::LineEnd,
                '\n' | '\r' => {}
                ' ' | '\t' | '\u{c}' if self.space == Space::LineEnd => {}
                ' ' | '\t' | '\u{c}' | '\u{a0}' => self.space = Space::Blank,
                c => {
                    self.before(c);
                    self.words.push(c);
                }
            }
        }
    }

    /// Words whose line ends count.
    fn push_lines(&mut self, words: &str) {
        for c in words.chars().filter(|c| *c != '\r') {
            self.before(c);
            self.words.push(c);
        }
    }

    /// Puts the space before `c` where there is one.
    fn before(&mut self, c: char) {
        let space = std::mem::take(&mut self.space);
        if self.words.is_empty() {
            return;
        }
        let last = self.words.chars().next_back().unwrap_or(' ');
        let apart = match space {
            Space::None => false,
            Space::Blank => true,
            Space::LineEnd => !(is_wide(last) && is_wide(c)),
        };
        if apart && last != '\n' && last != ' ' {
            self.words.push(' ');
        }
    }

    fn push_break(&mut self) {
        self.space = Space::None;
        if !self.words.is_empty() {
            self.words.push('\n');
        }
    }

    fn take(&mut self) -> String {
        self.space = Space::None;
        let words = std::mem::take(&mut self.words);
        match words.trim_matches(|c: char| c.is_whitespace()) {
            trimmed if trimmed.len() == words.len() => words,
            trimmed => trimmed.to_string(),
        }
    }
}

/// Characters between which a line end of the markup is no space: Chinese ones and
/// their punctuation.
fn is_wide(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe4f}' | '\u{ff00}'..='\u{ff60}'
        | '\u{20000}'..='\u{3ffff}' | '“' | '”' | '‘' | '’' | '…' | '—')
}
