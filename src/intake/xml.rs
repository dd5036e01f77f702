//! The XML parts of documents, element by element, held to a depth. Document types and
//! the entities they declare are refused: no Office program writes any.

use std::borrow::Cow;

use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::{BytesStart, Event as Raw};

use super::encoding::utf16_marked;
use super::kind::Kind;
use super::refusal::Refusal;

/// The deepest nesting. A table in a table in a table is at some forty.
const DEPTH: usize = 256;

/// What comes next in a part.
#[derive(Debug)]
pub enum Event<'x> {
    /// An element begins.
    Start(Element<'x>),
    /// The innermost element ends.
    End,
    /// Words, references replaced.
    Words(Cow<'x, str>),
}

/// The beginning of an element.
#[derive(Debug)]
pub struct Element<'x> {
    start: BytesStart<'x>,
    prefix: usize,
}

impl Element<'_> {
    /// Its name; without its prefix where that is the root's own.
    pub fn name(&self) -> &str {
        &self.start.name().0[self.prefix..]
    }

    /// The value of the attribute with the local name `name`.
    pub fn attribute(&self, name: &str) -> Option<String> {
        let mut attributes = self.start.attributes();
        let found = attributes.with_checks(false).flatten().find(|a| a.key.local_name().as_ref() == name)?;
        unescape(&found.value).ok().map(Cow::into_owned)
    }

    /// That attribute as a number.
    pub fn number(&self, name: &str) -> Option<u32> {
        self.attribute(name)?.trim().parse().ok()
    }

    /// Whether an element that switches something, as `<w:vanish/>`, switches it on.
    pub fn is_on(&self) -> bool {
        !self.attribute("val").is_some_and(|value| matches!(value.as_str(), "0" | "false" | "off" | "none"))
    }
}

/// A part that is being read.
pub struct Xml<'x> {
    reader: Reader<&'x [u8]>,
    kind: Kind,
    /// The root's prefix with its colon.
    prefix: Option<String>,
    depth: usize,
}

/// The characters of a part.
///
/// # Errors
/// When they are no characters.
pub fn characters(part: Vec<u8>, kind: Kind) -> Result<String, Refusal> {
    if let Some(text) = utf16_marked(&part) {
        return Ok(text);
    }
    let mut text = String::from_utf8(part).map_err(|_| Refusal::Damaged(kind))?;
    if text.starts_with('\u{feff}') {
        text.remove(0);
    }
    Ok(text)
}

impl<'x> Xml<'x> {
    /// Begins at the beginning of a part of a file of `kind`.
    pub fn new(text: &'x str, kind: Kind) -> Self {
        let mut reader = Reader::from_str(text);
        reader.config_mut().expand_empty_elements = true;
        Self { reader, kind, prefix: None, depth: 0 }
    }

    /// Goes on to the root, which then is the element that began last.
    ///
    /// # Errors
    /// As [`Xml::next`]; a part without a root is damaged.
    pub fn root(&mut self) -> Result<Element<'x>, Refusal> {
        self.next_within(0)?.ok_or(Refusal::Damaged(self.kind))
    }

    /// How many elements are open.
    pub fn depth(&self) -> usize {
        self.depth
    }

    /// What comes next; `None` at the end of the part.
    ///
    /// # Errors
    /// When the part is no XML, cut off, or declares what no document declares.
    #[allow(clippy::should_implement_trait, reason = "an iterator cannot stop at its first error")]
    pub fn next(&mut self) -> Result<Option<Event<'x>>, Refusal> {
        loop {
            let event = self.reader.read_event().map_err(|_| Refusal::Damaged(self.kind))?;
            return Ok(Some(match event {
                Raw::Start(start) => {
                    self.depth += 1;
                    if self.depth > DEPTH {
                        return Err(Refusal::TooDeep);
                    }
                    let name = start.name().0;
                    let own = self.prefix.get_or_insert_with(|| {
                        name.split_once(':').map_or_else(String::new, |(prefix, _)| format!("{prefix}:"))
                    });
                    let prefix = if name.starts_with(own.as_str()) { own.len() } else { 0 };
                    Event::Start(Element { start, prefix })
                }
                Raw::End(_) => {
                    self.depth = self.depth.saturating_sub(1);
                    Event::End
                }
                Raw::Text(words) => Event::Words(words.into_inner()),
                Raw::CData(words) => Event::Words(words.into_inner()),
                Raw::GeneralRef(name) => {
                    let reference = format!("&{};", name.into_inner());
                    let words = unescape(&reference).map_err(|_| Refusal::Damaged(self.kind))?;
                    Event::Words(Cow::Owned(words.into_owned()))
                }
                Raw::DocType(_) => return Err(Refusal::Declarations),
                Raw::Eof if self.depth > 0 => return Err(Refusal::Damaged(self.kind)),
                Raw::Eof => return Ok(None),
                Raw::Empty(_) | Raw::Comment(_) | Raw::Decl(_) | Raw::PI(_) => continue,
            }));
        }
    }

    /// Passes over the rest of the element that began last.
    ///
    /// # Errors
    /// As [`Xml::next`].
    pub fn skip(&mut self) -> Result<(), Refusal> {
        self.within(|_, _| Ok(()))
    }

    /// The words in the element that began last.
    ///
    /// # Errors
    /// As [`Xml::next`].
    pub fn words(&mut self, out: &mut String) -> Result<(), Refusal> {
        let depth = self.depth;
        while self.depth >= depth {
            match self.next()? {
                Some(Event::Words(words)) => out.push_str(&words),
                Some(_) => {}
                None => break,
            }
        }
        Ok(())
    }

    /// Hands every element in the one that began last over, each once it has begun.
    /// What `each` reads further is not handed over again.
    ///
    /// # Errors
    /// As [`Xml::next`].
    pub fn within(
        &mut self,
        mut each: impl FnMut(&mut Self, Element<'x>) -> Result<(), Refusal>,
    ) -> Result<(), Refusal> {
        let depth = self.depth;
        while let Some(element) = self.next_within(depth)? {
            each(self, element)?;
        }
        Ok(())
    }

    /// The next element that begins while at least `depth` elements are open; `None`
    /// once fewer are, or the part ends. With the depth at which an element has just
    /// begun, these are the elements in it.
    ///
    /// # Errors
    /// As [`Xml::next`].
    pub fn next_within(&mut self, depth: usize) -> Result<Option<Element<'x>>, Refusal> {
        while self.depth >= depth {
            match self.next()? {
                Some(Event::Start(element)) => return Ok(Some(element)),
                Some(_) => {}
                None => break,
            }
        }
        Ok(None)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn walk(text: &str) -> Result<String, Refusal> {
        let mut xml = Xml::new(text, Kind::Docx);
        let mut out = String::new();
        while let Some(event) = xml.next()? {
            match event {
                Event::Start(element) => out.push_str(&format!("<{}", element.name())),
                Event::End => out.push('>'),
                Event::Words(words) => out.push_str(&words),
            }
        }
        Ok(out)
    }

    #[test]
    fn the_roots_prefix_is_left_out() {
        let text = "<?xml version='1.0'?><w:p xmlns:w='x'><w:t a='1'>1 &lt; &#x4e00;</w:t><a:t/></w:p>";
        assert_eq!(walk(text), Ok("<p<t1 < 一><a:t>>".into()));
        assert_eq!(walk("<p><t/></p>"), Ok("<p<t>>".into()));
    }

    #[test]
    fn what_no_document_holds_is_refused() {
        let bomb = "<!DOCTYPE a [<!ENTITY b \"ha\"><!ENTITY c \"&b;&b;\">]><a>&c;</a>";
        assert_eq!(walk(bomb), Err(Refusal::Declarations));
        assert_eq!(walk("<a>&c;</a>"), Err(Refusal::Damaged(Kind::Docx)));
        assert_eq!(walk("<a><b></a>"), Err(Refusal::Damaged(Kind::Docx)));
        assert_eq!(walk("<a><b>"), Err(Refusal::Damaged(Kind::Docx)));
        assert_eq!(walk(&"<a>".repeat(1000)), Err(Refusal::TooDeep));
    }

    #[test]
    fn an_element_can_be_passed_over() {
        let mut xml = Xml::new("\n<a><b><c>1</c></b><d v='&amp;'>2</d></a>", Kind::Docx);
        let mut names = Vec::new();
        let mut words = String::new();
        assert_eq!(xml.root().expect("a").name(), "a");
        xml.within(|xml, element| {
            names.push(element.name().to_string());
            if element.name() == "b" {
                return xml.skip();
            }
            assert_eq!(element.attribute("v").as_deref(), Some("&"));
            xml.words(&mut words)
        })
        .expect("XML");
        assert_eq!((names.join(" "), words.as_str()), ("b d".into(), "2"));
    }
}
