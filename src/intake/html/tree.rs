//! Tags and words to a tree, with the ends that writers leave out put in. Elements that
//! only shape words (span, b, font, …) are no part of it.

use crate::intake::counting::Style;

use super::element::{Tag, VOID, counting, is_hidden, is_note_list, leading_number, mark_of, tag_of};
use super::entity;
use super::token::{Token, Tokens, attribute, is_empty_element};

/// No node.
pub const NONE: u32 = u32::MAX;

/// The most elements of a page.
const NODES: usize = 1 << 20;

/// The deepest nesting; what nests deeper stands beside. Browsers stop at 512.
const DEPTH: usize = 200;

/// An element or words.
#[derive(Debug, Clone, Copy)]
pub struct Node {
    /// What it is.
    pub tag: Tag,
    /// The element it stands in.
    pub parent: u32,
    /// The first in it.
    pub first: u32,
    /// The last in it.
    pub last: u32,
    /// The next beside it.
    pub next: u32,
    /// Of words, where they stand in [`Tree::words`]; of a cell, its columns and rows;
    /// of a list or an item, 1 and its first number where it has one.
    pub pair: (u32, u32),
    /// How a counted list counts.
    pub counting: Style,
    /// Whether it is hidden.
    pub hidden: bool,
}

/// A page as a tree.
#[derive(Debug)]
pub struct Tree {
    /// The nodes; the first is the page.
    pub nodes: Vec<Node>,
    /// All words, references replaced.
    pub words: String,
    /// The title that the page's head names for portals (`<meta name="ArticleTitle">`).
    pub article_title: Option<String>,
    /// Whether there is more than is read of any page.
    pub is_cut: bool,
}

impl Tree {
    /// Reads a page.
    pub fn read(markup: &str) -> Self {
        let nodes = vec![node(Tag::Root, NONE)];
        let tree = Self { nodes, words: String::new(), article_title: None, is_cut: false };
        let mut builder = Builder { tree, open: vec![Open { node: 0, name: "", tag: Tag::Root }] };
        for token in Tokens::new(markup) {
            if builder.tree.nodes.len() > NODES {
                builder.tree.is_cut = true;
                break;
            }
            match token {
                Token::Start(name, attributes) => builder.start(name, attributes),
                Token::End(name) => builder.end(name),
                Token::Words(words) => builder.words(words),
            }
        }
        builder.tree
    }

    /// The nodes in `node`, in order.
    pub fn children(&self, node: u32) -> impl Iterator<Item = u32> {
        let mut next = self.nodes[node as usize].first;
        std::iter::from_fn(move || {
            let at = next;
            next = self.nodes.get(at as usize)?.next;
            Some(at)
        })
    }

    /// The words of a node that is words.
    pub fn words_of(&self, node: u32) -> &str {
        let (start, end) = self.nodes[node as usize].pair;
        &self.words[start as usize..end as usize]
    }
}

fn node(tag: Tag, parent: u32) -> Node {
    Node {
        tag,
        parent,
        first: NONE,
        last: NONE,
        next: NONE,
        pair: (0, 0),
        counting: Style::None,
        hidden: false,
    }
}

struct Builder<'m> {
    tree: Tree,
    /// The elements that are open.
    open: Vec<Open<'m>>,
}

/// An element that is open.
struct Open<'m> {
    node: u32,
    /// Its name as it is written.
    name: &'m str,
    tag: Tag,
}

impl<'m> Builder<'m> {
    fn add(&mut self, tag: Tag) -> u32 {
        let at = self.tree.nodes.len() as u32;
        let parent = self.open.last().map_or(0, |open| open.node);
        self.tree.nodes.push(node(tag, parent));
        let parent = &mut self.tree.nodes[parent as usize];
        let before = parent.last;
        parent.last = at;
        if before == NONE {
            parent.first = at;
        } else {
            self.tree.nodes[before as usize].next = at;
        }
        at
    }

    fn words(&mut self, words: &str) {
        let start = self.tree.words.len();
        let mut rest = words;
        while let Some(at) = rest.find('&') {
            self.tree.words.push_str(&rest[..at]);
            let (c, length) = entity::reference(&rest[at..]).unwrap_or(('&', 1));
            self.tree.words.push(c);
            rest = &rest[at + length..];
        }
        self.tree.words.push_str(rest);
        let end = self.tree.words.len();
        let at = self.add(Tag::Words);
        self.tree.nodes[at as usize].pair = (start as u32, end as u32);
    }

    fn start(&mut self, name: &'m str, attributes: &str) {
        let style = attribute(attributes, "style").unwrap_or_default();
        let hidden = is_hidden(style) || attribute(attributes, "hidden").is_some();
        let tag = match tag_of(name) {
            Some(Tag::Link) => mark_of(attributes, style).unwrap_or(Tag::Link),
            Some(Tag::Block) if is_note_list(attributes, style) => Tag::Skipped,
            Some(tag) => tag,
            // Only what hides its words is kept of what shapes them.
            None if hidden && !VOID.iter().any(|void| void.eq_ignore_ascii_case(name)) => Tag::Inline,
            None => return self.meta(name, attributes),
        };
        self.close_before(tag);
        if tag == Tag::Link {
            // An anchor that is only a place is no link, and no link stands in another.
            if attribute(attributes, "href").is_none() {
                return;
            }
            self.open.retain(|open| open.tag != Tag::Link);
        }
        if matches!(tag, Tag::Cell | Tag::Row) && !self.in_table() {
            self.push(Tag::Table, "table");
        }
        if tag == Tag::Cell && !self.tag_is(Tag::Row) {
            self.push(Tag::Row, "tr");
        }
        let at = self.add(tag);
        let node = &mut self.tree.nodes[at as usize];
        node.hidden = hidden;
        let number = |name: &str| attribute(attributes, name).and_then(leading_number);
        match tag {
            Tag::Cell => {
                // Over no rows means over all that follow.
                let rows = number("rowspan").map_or(1, |rows| if rows == 0 { u32::MAX } else { rows });
                node.pair = (number("colspan").unwrap_or(1), rows);
            }
            Tag::CountedList => {
                node.counting = counting(attribute(attributes, "type").unwrap_or_default(), style);
                node.pair = number("start").map_or((0, 0), |first| (1, first));
            }
            Tag::Item => node.pair = number("value").map_or((0, 0), |first| (1, first)),
            // Icons and lines have no words in them.
            Tag::Picture => {
                let small = |name| number(name).is_some_and(|size| size < 60);
                node.hidden |= small("width") || small("height");
            }
            _ => {}
        }
        let is_void = matches!(tag, Tag::Break | Tag::Picture)
            || VOID.iter().any(|void| void.eq_ignore_ascii_case(name));
        // An empty element of XML holds nothing; what would hide or skip the rest of the
        // page is taken for one.
        let is_empty =
            matches!(tag, Tag::Inline | Tag::Skipped | Tag::Deleted) && is_empty_element(attributes);
        if !is_void && !is_empty && self.open.len() < DEPTH {
            self.open.push(Open { node: at, name, tag });
        }
    }

    /// Portals name an article's title in the head.
    fn meta(&mut self, name: &str, attributes: &str) {
        if !name.eq_ignore_ascii_case("meta") || self.tree.article_title.is_some() {
            return;
        }
        if attribute(attributes, "name").is_some_and(|name| name.eq_ignore_ascii_case("articletitle")) {
            self.tree.article_title = attribute(attributes, "content").map(str::to_string);
        }
    }

    fn push(&mut self, tag: Tag, name: &'m str) {
        let at = self.add(tag);
        self.tree.nodes[at as usize].pair = (1, 1);
        if self.open.len() < DEPTH {
            self.open.push(Open { node: at, name, tag });
        }
    }

    fn tag_at(&self, index: usize) -> Tag {
        self.open[index].tag
    }

    fn tag_is(&self, tag: Tag) -> bool {
        self.tag_at(self.open.len() - 1) == tag
    }

    fn in_table(&self) -> bool {
        let inner = (0..self.open.len()).rev().map(|index| self.tag_at(index));
        inner.into_iter().find(|tag| matches!(tag, Tag::Table | Tag::Cell)) == Some(Tag::Table)
    }

    /// Closes what ends where an element of `tag` begins.
    fn close_before(&mut self, tag: Tag) {
        let (ends, within): (&[Tag], &[Tag]) = match tag {
            Tag::Cell => (&[Tag::Cell], &[Tag::Table]),
            Tag::Row => (&[Tag::Row, Tag::Cell], &[Tag::Table]),
            Tag::RowGroup => (&[Tag::RowGroup, Tag::Row, Tag::Cell, Tag::Caption], &[Tag::Table]),
            Tag::Item => (&[Tag::Item], &[Tag::List, Tag::CountedList, Tag::Cell]),
            Tag::Paragraph
            | Tag::Block
            | Tag::Heading
            | Tag::List
            | Tag::CountedList
            | Tag::Table
            | Tag::Preformatted
            | Tag::Frame => (&[Tag::Paragraph], &[Tag::Cell, Tag::Table, Tag::Caption]),
            _ => return,
        };
        let mut close = None;
        for (index, open) in self.open.iter().enumerate().skip(1).rev() {
            if within.contains(&open.tag) {
                break;
            }
            if ends.contains(&open.tag) {
                close = Some(index);
            }
        }
        if let Some(index) = close {
            self.open.truncate(index);
        }
    }

    fn end(&mut self, name: &str) {
        let Some(tag) = tag_of(name) else {
            // What hides words is open under its own name.
            let innermost = |open: &Open| open.name.eq_ignore_ascii_case(name);
            if let Some(index) = self.open.iter().rposition(innermost)
                && index > 0
            {
                self.open.remove(index);
            }
            return;
        };
        let mut found = None;
        for index in (1..self.open.len()).rev() {
            if self.open[index].name.eq_ignore_ascii_case(name) {
                found = Some(index);
                break;
            }
            // An end does not reach out of its cell, but for those of a table's parts.
            let open = self.tag_at(index);
            let part = matches!(tag, Tag::Table | Tag::RowGroup | Tag::Row | Tag::Cell);
            if open == Tag::Table || open == Tag::Cell && !part {
                break;
            }
        }
        let Some(index) = found else { return };
        if matches!(tag, Tag::Link | Tag::Deleted)
            || matches!(self.tag_at(index), Tag::NoteMark | Tag::CommentMark)
        {
            // Words are shaped across the ends of blocks; these stay open.
            self.open.remove(index);
        } else {
            self.open.truncate(index);
        }
    }
}
