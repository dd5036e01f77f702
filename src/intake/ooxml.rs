//! What the files of Office have in common: parts in a zip that name each other.

use super::kind::Kind;
use super::refusal::Refusal;
use super::xml::{self, Xml};
use super::zip::{Fault, Zip};

/// The most parts that a part may name; documents with many pictures name some hundred.
const NAMED: usize = 1 << 12;

/// A part's characters.
///
/// # Errors
/// When it is not there, is encrypted or damaged, or grows over a cap.
pub fn part(zip: &Zip, kind: Kind, name: &str) -> Result<String, Refusal> {
    xml::characters(zip.part(name).map_err(|fault| fault.refusal(kind))?, kind)
}

/// A part that may not be there.
///
/// # Errors
/// As [`part`], but for one that is not there.
pub fn optional(zip: &Zip, kind: Kind, name: Option<&str>) -> Result<Option<String>, Refusal> {
    match name.map(|name| zip.part(name)) {
        None | Some(Err(Fault::Absent)) => Ok(None),
        Some(Ok(bytes)) => xml::characters(bytes, kind).map(Some),
        Some(Err(fault)) => Err(fault.refusal(kind)),
    }
}

/// A part that another names.
pub struct Related {
    /// What the other part calls it by.
    pub id: String,
    /// What it is: an address whose last step tells.
    pub kind: String,
    /// Its name in the file.
    pub target: String,
}

/// The parts that the list `name` names, as far as they are `wanted` by kind and target;
/// none where there is no such list. Targets are relative to `folder`.
///
/// # Errors
/// When the list is no XML.
pub fn related(
    zip: &Zip,
    of: Kind,
    name: &str,
    folder: &str,
    wanted: impl Fn(&str, &str) -> bool,
) -> Result<Vec<Related>, Refusal> {
    let Some(text) = optional(zip, of, Some(name))? else { return Ok(Vec::new()) };
    let mut xml = Xml::new(&text, of);
    let mut parts = Vec::new();
    while let Some(element) = xml.next_within(0)? {
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
