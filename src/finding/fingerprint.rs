//! A name for a finding that stays the same when the text changes elsewhere, so
//! that an accepted finding stays accepted.

use super::{Arg, Finding};
use crate::form::Edition;
use crate::gather::Gather;
use crate::hash::Fnv;
use crate::text::Source;

/// The fingerprints of `findings`, in their order: 16 hexadecimal digits each.
///
/// It is made of the rule, the cell and the finding's own words, never of a
/// position; a second finding alike in all three is told by being the second.
pub fn fingerprints(findings: &[Finding], source: &Source, form: Option<&'static Edition>) -> Vec<String> {
    // Few findings a report: a list is as quick as a map, and smaller in the page.
    let mut seen: Vec<(u64, u32)> = Vec::new();
    findings
        .iter()
        .map(|finding| {
            let mut hash = Fnv::default();
            hash.write(finding.rule.as_bytes());
            if let (Some(cell), Some(form)) = (finding.cell, form) {
                hash.write(form.cell_id(cell).as_bytes());
            }
            if let Some(span) = finding.span {
                for part in source.slice(span).split_whitespace() {
                    hash.write(part.as_bytes());
                }
            } else {
                // What is absent has no words of its own; its name tells it apart.
                finding.args.iter().for_each(|(_, arg)| write_name(&mut hash, arg, form));
            }
            match seen.iter_mut().find(|(other, _)| *other == hash.value()) {
                Some((_, count)) => {
                    *count += 1;
                    hash.write(&count.to_le_bytes());
                }
                None => seen.push((hash.value(), 1)),
            }
            hash.digits()
        })
        .gather()
}

/// Takes in what tells an absent thing from others of its kind.
fn write_name(hash: &mut Fnv, arg: &Arg, form: Option<&'static Edition>) {
    match arg {
        Arg::Section(key) => hash.write(key.key().as_bytes()),
        Arg::Table(key) => hash.write(key.key().as_bytes()),
        Arg::Row(table, row) => {
            hash.write(form.map_or("", |form| form.table(*table).row(*row).key).as_bytes());
        }
        Arg::List(args) => args.iter().for_each(|arg| write_name(hash, arg, form)),
        _ => {}
    }
}
