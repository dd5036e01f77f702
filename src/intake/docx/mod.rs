//! Word documents: paragraphs with the numbers that Word counts, tables, revisions as
//! if accepted, text boxes. Of the format only the parts that hold words are read, by
//! `quick-xml`; whole-format crates weigh ten times as much. Macros are never looked at.

mod body;
mod numbering;

use super::Intake;
use super::canonical::{self, Block};
use super::encoding::Decoder;
use super::kind::Kind;
use super::ooxml::{optional, part, related};
use super::refusal::Refusal;
use super::remark::Remark;
use super::xml::Xml;
use super::zip::Zip;

use numbering::Numbering;

/// The most page headers and footers that are looked into.
const MARGINS: usize = 24;

/// Reads a Word document.
///
/// # Errors
/// When it is damaged, encrypted, or grows over a cap.
pub fn read(bytes: &[u8], decoder: &dyn Decoder) -> Result<Intake, Refusal> {
    let zip = Zip::open(bytes).map_err(|fault| fault.refusal(Kind::Docx))?;
    let main = related(&zip, Kind::Docx, "_rels/.rels", "", |kind, _| kind.ends_with("/officeDocument"))?
        .into_iter()
        .next()
        .map_or_else(|| "word/document.xml".to_string(), |part| part.target);
    let (folder, file) = main.rsplit_once('/').unwrap_or(("", &main));
    let relations = format!("{folder}/_rels/{file}.rels");
    let parts = related(&zip, Kind::Docx, &relations, folder, |_, _| true)?;
    let of_kind =
        |kind: &str| parts.iter().find(|part| part.kind.ends_with(kind)).map(|part| part.target.as_str());

    let styles = optional(&zip, Kind::Docx, of_kind("/styles"))?;
    let lists = optional(&zip, Kind::Docx, of_kind("/numbering"))?;
    let numbering = Numbering::read(styles.as_deref().unwrap_or(""), lists.as_deref().unwrap_or(""))?;
    let text = part(&zip, Kind::Docx, &main)?;
    let embedded = |id: &str| {
        let part = parts.iter().find(|part| part.id == id)?;
        let bytes = zip.part(&part.target).ok()?;
        // A document within the document would be read as deep as it nests.
        match super::kind::of(&bytes) {
            Kind::Html | Kind::Mht | Kind::Text => super::read(&bytes, decoder).ok(),
            _ => None,
        }
    };
    let mut blocks = body::read(&text, numbering, &embedded)?;
    let margins =
        parts.iter().filter(|part| part.kind.ends_with("/header") || part.kind.ends_with("/footer"));
    let mut with_words = 0;
    for margin in margins.take(MARGINS) {
        with_words += usize::from(
            optional(&zip, Kind::Docx, Some(&margin.target))?.is_some_and(|text| holds_words(&text)),
        );
    }
    if with_words > 0 {
        blocks.insert(0, Block::Remark(Remark::HeaderFooter, with_words));
    }
    canonical::write(Kind::Docx.key(), &blocks)
}

/// Whether a header or footer holds words and not only a page's number.
fn holds_words(text: &str) -> bool {
    let mut xml = Xml::new(text, Kind::Docx);
    let mut words = false;
    while let Ok(Some(element)) = xml.next_within(0) {
        if element.name() == "t" {
            let mut text = String::new();
            let read = xml.words(&mut text);
            words |= read.is_ok() && text.chars().any(|c| c.is_alphabetic() && !"第页共of".contains(c));
        }
    }
    words
}
