//! A name for a finding that stays the same when the text changes elsewhere, so
//! that an accepted finding stays accepted.

use super::{Arg, Finding};
use crate::form::Edition;
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
            let mut hash = Fnv::new();
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
                finding.args.iter().for_each(|(_, arg)| hash.write_name(arg, form));
            }
            match seen.iter_mut().find(|(other, _)| *other == hash.0) {
                Some((_, count)) => {
                    *count += 1;
                    hash.write(&count.to_le_bytes());
                }
                None => seen.push((hash.0, 1)),
            }
            format!("{:016x}", hash.0)
        })
        .collect()
}

/// FNV-1a with 64 bits: std's hashers promise no stable value from one release to
/// the next, and a fingerprint has to outlive a release.
struct Fnv(u64);

impl Fnv {
    fn new() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }

    fn write_name(&mut self, arg: &Arg, form: Option<&'static Edition>) {
        match arg {
            Arg::Section(key) => self.write(key.key().as_bytes()),
            Arg::Table(key) => self.write(key.key().as_bytes()),
            Arg::Row(table, row) => {
                self.write(form.map_or("", |form| form.table(*table).row(*row).key).as_bytes());
            }
            Arg::List(args) => args.iter().for_each(|arg| self.write_name(arg, form)),
            _ => {}
        }
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes.iter().chain(&[0]) {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }
}
