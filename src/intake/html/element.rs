//! What an element is by its name and attributes, as far as that matters for its words.

use crate::intake::counting::Style;

use super::token::attribute;

/// An element as far as it matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tag {
    /// Words.
    Words,
    /// The whole page.
    Root,
    /// An element that begins and ends a line.
    Block,
    /// A paragraph, which another block ends.
    Paragraph,
    /// A heading, by its depth.
    Heading,
    /// A list whose items are counted.
    CountedList,
    /// A list whose items are not.
    List,
    /// An item of a list.
    Item,
    /// A table.
    Table,
    /// A table's head, body or foot.
    RowGroup,
    /// A row.
    Row,
    /// A cell.
    Cell,
    /// A table's caption.
    Caption,
    /// A forced line break.
    Break,
    /// Words whose line ends count.
    Preformatted,
    /// A link.
    Link,
    /// The mark of a footnote or endnote.
    NoteMark,
    /// The mark of a comment.
    CommentMark,
    /// Words that a revision deleted.
    Deleted,
    /// Words around which a style sets them apart as hidden.
    Inline,
    /// A picture.
    Picture,
    /// What frames a page: navigation, header, footer, aside.
    Frame,
    /// The page's title in its head.
    Title,
    /// What is no part of what is read: scripts, forms' controls, drawings.
    Skipped,
}

/// Elements that hold nothing and have no end.
pub const VOID: [&str; 12] =
    ["area", "base", "basefont", "col", "embed", "frame", "hr", "input", "link", "meta", "source", "wbr"];

/// The digits at the beginning of an attribute's value.
pub fn leading_number(value: &str) -> Option<u32> {
    let value = value.trim_start();
    let digits = value.bytes().take_while(u8::is_ascii_digit).count();
    // More digits than fit are as good as the largest number.
    (digits > 0).then(|| value[..digits].parse().unwrap_or(u32::MAX))
}

/// Whether a style hides an element.
pub fn is_hidden(style: &str) -> bool {
    if style.is_empty() {
        return false;
    }
    let style: String =
        style.chars().filter(|c| !c.is_whitespace()).map(|c| c.to_ascii_lowercase()).collect();
    ["display:none", "visibility:hidden", "mso-hide:all"].iter().any(|hides| style.contains(hides))
}

/// What a link is that is a mark of a note or comment, as Word, LibreOffice and others
/// write it. Its sign would be taken for a part of the number before it.
pub fn mark_of(attributes: &str, style: &str) -> Option<Tag> {
    if attribute(attributes, "class").is_some_and(|class| class.contains("msocomanchor")) {
        return Some(Tag::CommentMark);
    }
    let target = attribute(attributes, "href").unwrap_or_default().to_ascii_lowercase();
    let names = ["#_ftn", "#ftn", "#_edn", "#sdfootnote", "#sdendnote", "#footnote", "#endnote"];
    let is_note = style.contains("mso-footnote-id")
        || style.contains("mso-endnote-id")
        || target
            .strip_prefix("#fn")
            .is_some_and(|rest| rest.starts_with(|c: char| !c.is_ascii_alphabetic()))
        || names.iter().any(|name| target.starts_with(name) || target.contains(&format!(".htm{name}")));
    is_note.then_some(Tag::NoteMark)
}

/// Whether a block holds notes or comments that stand at the end of a document.
pub fn is_note_list(attributes: &str, style: &str) -> bool {
    let lists = ["footnote-list", "endnote-list", "comment-list"];
    let id = attribute(attributes, "id").unwrap_or_default();
    let is_note = ["ftn", "edn", "sdfootnote", "sdendnote"].iter().any(|name| {
        id.strip_prefix(name).is_some_and(|number| number.starts_with(|c: char| c.is_ascii_digit()))
    });
    is_note || style.contains("mso-element:") && lists.iter().any(|list| style.contains(list))
}

/// How a counted list counts, by its `type` and its style.
pub fn counting(kind: &str, style: &str) -> Style {
    let style = style.to_ascii_lowercase();
    let styles = [
        ("none", Style::None),
        ("cjk-ideographic", Style::Chinese),
        ("chinese-informal", Style::Chinese),
        ("japanese-informal", Style::Chinese),
        ("lower-alpha", Style::LowerLetter),
        ("lower-latin", Style::LowerLetter),
        ("upper-alpha", Style::UpperLetter),
        ("upper-latin", Style::UpperLetter),
        ("lower-roman", Style::LowerRoman),
        ("upper-roman", Style::UpperRoman),
    ];
    if let Some((_, list)) = style.split_once("list-style")
        && let Some((_, counting)) =
            styles.iter().find(|(name, _)| list.split(';').next().unwrap_or(list).contains(name))
    {
        return *counting;
    }
    match kind {
        "a" => Style::LowerLetter,
        "A" => Style::UpperLetter,
        "i" => Style::LowerRoman,
        "I" => Style::UpperRoman,
        _ => Style::Decimal,
    }
}

/// What an element is by its name; `None` for one that only shapes words.
pub fn tag_of(name: &str) -> Option<Tag> {
    let mut lower = [0; 12];
    let lower = lower.get_mut(..name.len())?;
    lower.copy_from_slice(name.as_bytes());
    lower.make_ascii_lowercase();
    Some(match &*lower {
        b"p" => Tag::Paragraph,
        b"div" | b"section" | b"article" | b"main" | b"center" | b"blockquote" | b"address" | b"fieldset"
        | b"figure" | b"figcaption" | b"details" | b"summary" | b"dialog" | b"dl" | b"dt" | b"dd" | b"hr"
        | b"form" | b"body" | b"legend" | b"hgroup" | b"search" => Tag::Block,
        b"h1" | b"h2" | b"h3" | b"h4" | b"h5" | b"h6" => Tag::Heading,
        b"nav" | b"header" | b"footer" | b"aside" | b"menu" => Tag::Frame,
        b"ol" => Tag::CountedList,
        b"ul" | b"dir" => Tag::List,
        b"li" => Tag::Item,
        b"table" => Tag::Table,
        b"thead" | b"tbody" | b"tfoot" => Tag::RowGroup,
        b"tr" => Tag::Row,
        b"td" | b"th" => Tag::Cell,
        b"caption" => Tag::Caption,
        b"br" => Tag::Break,
        b"pre" | b"xmp" | b"listing" | b"plaintext" => Tag::Preformatted,
        b"a" => Tag::Link,
        b"del" => Tag::Deleted,
        b"img" => Tag::Picture,
        b"title" => Tag::Title,
        b"script" | b"style" | b"noscript" | b"template" | b"textarea" | b"select" | b"button" | b"input"
        | b"svg" | b"math" | b"object" | b"applet" | b"iframe" | b"audio" | b"video" | b"canvas"
        | b"noembed" | b"noframes" | b"datalist" | b"embed" | b"rt" | b"rp" => Tag::Skipped,
        _ => return None,
    })
}
