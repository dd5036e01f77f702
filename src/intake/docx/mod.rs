//! Word documents: paragraphs with the numbers that Word counts, tables, revisions as
//! if accepted, text boxes. Of the format only the parts that hold words are read, by
//! `quick-xml`; whole-format crates weigh ten times as much. Macros are never looked at.

mod body;
mod numbering;

use super::Intake;
use super::canonical::{self, Block};
use super::encoding::Decoder;
use super::kind::Kind;
use super::refusal::Refusal;
use super::remark::Remark;
use super::xml::{self, Event, Xml};
use super::zip::{Fault, Zip};

use numbering::Numbering;

/// The most parts that a part may name; documents with many pictures name some hundred.
const NAMED: usize = 1 << 12;

/// The most page headers and footers that are looked into.
const MARGINS: usize = 24;

/// Reads a Word document.
///
/// # Errors
/// When it is damaged, encrypted, or grows over a cap.
pub fn read(bytes: &[u8], decoder: &dyn Decoder) -> Result<Intake, Refusal> {
    let zip = Zip::open(bytes).map_err(|fault| fault.refusal(Kind::Docx))?;
    let main = related(&zip, "_rels/.rels", "", |kind, _| kind.ends_with("/officeDocument"))?
        .into_iter()
        .next()
        .map_or_else(|| "word/document.xml".to_string(), |part| part.target);
    let (folder, file) = main.rsplit_once('/').unwrap_or(("", &main));
    let relations = format!("{folder}/_rels/{file}.rels");
    let parts = related(&zip, &relations, folder, |_, _| true)?;
    let of_kind =
        |kind: &str| parts.iter().find(|part| part.kind.ends_with(kind)).map(|part| part.target.as_str());

    let styles = optional(&zip, of_kind("/styles"))?;
    let lists = optional(&zip, of_kind("/numbering"))?;
    let numbering = Numbering::read(styles.as_deref().unwrap_or(""), lists.as_deref().unwrap_or(""))?;
    let text = part(&zip, &main)?;
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
        with_words +=
            usize::from(optional(&zip, Some(&margin.target))?.is_some_and(|text| holds_words(&text)));
    }
    if with_words > 0 {
        blocks.insert(0, Block::Remark(Remark::HeaderFooter, with_words));
    }
    canonical::write(Kind::Docx.key(), &blocks)
}

/// A part's characters.
fn part(zip: &Zip, name: &str) -> Result<String, Refusal> {
    xml::characters(zip.part(name).map_err(|fault| fault.refusal(Kind::Docx))?, Kind::Docx)
}

/// A part that may not be there.
fn optional(zip: &Zip, name: Option<&str>) -> Result<Option<String>, Refusal> {
    match name.map(|name| zip.part(name)) {
        None | Some(Err(Fault::Absent)) => Ok(None),
        Some(Ok(bytes)) => xml::characters(bytes, Kind::Docx).map(Some),
        Some(Err(fault)) => Err(fault.refusal(Kind::Docx)),
    }
}

/// A part that another names.
struct Related {
    id: String,
    kind: String,
    target: String,
}

/// The parts that the list `name` names, as far as they are `wanted` by kind and target;
/// none where there is no such list. Targets are relative to `folder`.
fn related(
    zip: &Zip,
    name: &str,
    folder: &str,
    wanted: impl Fn(&str, &str) -> bool,
) -> Result<Vec<Related>, Refusal> {
    let Some(text) = optional(zip, Some(name))? else { return Ok(Vec::new()) };
    let mut xml = Xml::new(&text, Kind::Docx);
    let mut parts = Vec::new();
    while let Some(event) = xml.next()? {
        let Event::Start(element) = event else { continue };
        if parts.len() == NAMED {
            break;
        }
        let (Some(kind), Some(target)) = (element.attribute("Type"), element.attribute("Target")) else {
            continue;
        };
        let outside = element.attribute("TargetMode").is_some_and(|mode| mode == "External");
        if outside || !wanted(&kind, &target) {
            continue;
        }
        let target = match target.strip_prefix('/') {
            Some(whole) => whole.to_string(),
            None if folder.is_empty() => target,
            None => resolved(folder, &target),
        };
        parts.push(Related { id: element.attribute("Id").unwrap_or_default(), kind, target });
    }
    Ok(parts)
}

/// `target` in `folder`, which it may leave upwards.
fn resolved(folder: &str, target: &str) -> String {
    let mut steps: Vec<&str> = folder.split('/').collect();
    for step in target.split('/') {
        match step {
            "." => {}
            ".." => drop(steps.pop()),
            step => steps.push(step),
        }
    }
    steps.join("/")
}

/// Whether a header or footer holds words and not only a page's number.
fn holds_words(text: &str) -> bool {
    let mut xml = Xml::new(text, Kind::Docx);
    let mut words = false;
    while let Ok(Some(event)) = xml.next() {
        if let Event::Start(element) = event
            && element.name() == "t"
        {
            let mut text = String::new();
            let read = xml.words(&mut text);
            words |= read.is_ok() && text.chars().any(|c| c.is_alphabetic() && !"第页共of".contains(c));
        }
    }
    words
}
