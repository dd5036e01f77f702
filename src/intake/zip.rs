//! The parts of a zip, as Office documents are. Written here because the zip crates
//! weigh ten times as much in the page: what is needed is the list of parts and one
//! inflated part at a time, held to a cap whatever the list claims.

use std::cell::Cell;

use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_with_limit};

use super::kind::Kind;
use super::refusal::Refusal;

/// The most parts that are listed; documents with many pictures have some hundred.
const PARTS: usize = 1 << 14;

/// The most bytes that one part may unpack to.
const PART_CAP: usize = 32 << 20;

/// The most bytes that all parts that are read may unpack to.
const WHOLE_CAP: usize = 2 * PART_CAP;

/// A zip whose list of parts was read.
#[derive(Debug)]
pub struct Zip<'b> {
    bytes: &'b [u8],
    parts: Vec<Part>,
    /// How many bytes may still be unpacked.
    room: Cell<usize>,
}

/// One part as the list has it.
#[derive(Debug)]
struct Part {
    name: String,
    raw_name: Vec<u8>,
    encrypted: bool,
    method: u16,
    check: u32,
    packed: usize,
    header: usize,
}

/// Why a part was not unpacked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// No such part.
    Absent,
    /// Encrypted.
    Encrypted,
    /// Cut off, not what the list says, or packed in an unusual way.
    Damaged,
    /// It unpacks to more than the cap.
    TooLarge,
}

impl Fault {
    /// What it means for a file of `kind` that needs the part.
    pub fn refusal(self, kind: Kind) -> Refusal {
        match self {
            Self::Absent | Self::Damaged => Refusal::Damaged(kind),
            Self::Encrypted => Refusal::Encrypted,
            Self::TooLarge => Refusal::TooLarge,
        }
    }
}

impl<'b> Zip<'b> {
    /// Reads the list of parts.
    ///
    /// # Errors
    /// [`Fault::Damaged`] when there is none.
    pub fn open(bytes: &'b [u8]) -> Result<Self, Fault> {
        Self::with_cap(bytes, WHOLE_CAP)
    }

    /// As [`Zip::open`], with another cap on what all parts unpack to.
    ///
    /// # Errors
    /// [`Fault::Damaged`] when there is no list.
    pub fn with_cap(bytes: &'b [u8], cap: usize) -> Result<Self, Fault> {
        let parts = list(bytes).ok_or(Fault::Damaged)?;
        Ok(Self { bytes, parts, room: Cell::new(cap) })
    }

    /// The names as they are encoded, in the order of the list.
    pub fn raw_names(&self) -> impl Iterator<Item = &[u8]> {
        self.parts.iter().map(|part| part.raw_name.as_slice())
    }

    /// The names of the parts, in the order of the list.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.parts.iter().map(|part| part.name.as_str())
    }

    /// Unpacks the part called `name`; case does not matter, as Office has it.
    ///
    /// # Errors
    /// When there is none, or it cannot be unpacked within the caps.
    pub fn part(&self, name: &str) -> Result<Vec<u8>, Fault> {
        let name = name.trim_start_matches('/');
        let at = self.parts.iter().position(|part| part.name.eq_ignore_ascii_case(name));
        self.part_at(at.ok_or(Fault::Absent)?)
    }

    /// Unpacks a part by its place in the list.
    ///
    /// # Errors
    /// As [`Zip::part`].
    pub fn part_at(&self, at: usize) -> Result<Vec<u8>, Fault> {
        let part = self.parts.get(at).ok_or(Fault::Absent)?;
        if part.encrypted {
            return Err(Fault::Encrypted);
        }
        let packed = self.packed(part).ok_or(Fault::Damaged)?;
        let room = PART_CAP.min(self.room.get());
        let unpacked = match part.method {
            0 if packed.len() > room => return Err(Fault::TooLarge),
            0 => packed.to_vec(),
            8 => decompress_to_vec_with_limit(packed, room).map_err(|error| match error.status {
                TINFLStatus::HasMoreOutput => Fault::TooLarge,
                _ => Fault::Damaged,
            })?,
            _ => return Err(Fault::Damaged),
        };
        if crc32(&unpacked) != part.check {
            return Err(Fault::Damaged);
        }
        self.room.set(self.room.get() - unpacked.len());
        Ok(unpacked)
    }

    /// A part's packed bytes, which stand after a header of their own.
    fn packed(&self, part: &Part) -> Option<&'b [u8]> {
        let header = self.bytes.get(part.header..)?;
        if !header.starts_with(b"PK\x03\x04") {
            return None;
        }
        let start = 30 + usize::from(u16_at(header, 26)?) + usize::from(u16_at(header, 28)?);
        header.get(start..start.checked_add(part.packed)?)
    }
}

/// The list of parts, which stands at the end of the file.
fn list(bytes: &[u8]) -> Option<Vec<Part>> {
    // The end mark is followed by a comment of at most 64 KB.
    let from = bytes.len().saturating_sub(22 + 0xffff);
    let end = from + memchr::memmem::rfind(&bytes[from..], b"PK\x05\x06")?;
    let mut at = u32_at(bytes, end + 16)? as usize;
    if at == u32::MAX as usize {
        // Zip64: a second end mark, found by a locator before the first.
        let locator = end.checked_sub(20).filter(|at| bytes[*at..].starts_with(b"PK\x06\x07"))?;
        let second = usize::try_from(u64_at(bytes, locator + 8)?).ok()?;
        at = usize::try_from(u64_at(bytes, second.checked_add(48)?)?).ok()?;
    }
    let mut parts = Vec::new();
    while let Some(entry) = bytes.get(at..).filter(|rest| rest.starts_with(b"PK\x01\x02")) {
        let (name, extra, comment) = (u16_at(entry, 28)?, u16_at(entry, 30)?, u16_at(entry, 32)?);
        let (name, extra, comment) = (usize::from(name), usize::from(extra), usize::from(comment));
        let extras = entry.get(46 + name..46 + name + extra)?;
        let (mut packed, mut header) = (u64::from(u32_at(entry, 20)?), u64::from(u32_at(entry, 42)?));
        wide(extras, u32_at(entry, 24)? == u32::MAX, &mut packed, &mut header);
        parts.push(Part {
            // Some programs of Windows write the other slash.
            name: String::from_utf8_lossy(&entry[46..46 + name]).replace('\\', "/"),
            raw_name: entry[46..46 + name].to_vec(),
            encrypted: u16_at(entry, 8)? & 1 == 1,
            method: u16_at(entry, 10)?,
            check: u32_at(entry, 16)?,
            packed: usize::try_from(packed).ok()?,
            header: usize::try_from(header).ok()?,
        });
        if parts.len() == PARTS {
            break;
        }
        at += 46 + name + extra + comment;
    }
    (!parts.is_empty()).then_some(parts)
}

/// Takes the sizes that did not fit the list from the zip64 field. There stand only
/// those that did not fit, in a fixed order, the unpacked size first.
fn wide(mut extras: &[u8], unpacked_too: bool, packed: &mut u64, header: &mut u64) {
    while let (Some(id), Some(length)) = (u16_at(extras, 0), u16_at(extras, 2)) {
        let Some(field) = extras.get(4..4 + usize::from(length)) else { return };
        if id == 1 {
            let mut at = if unpacked_too { 8 } else { 0 };
            for value in [packed, header] {
                if *value == u64::from(u32::MAX) {
                    *value = u64_at(field, at).unwrap_or(u64::MAX);
                    at += 8;
                }
            }
            return;
        }
        extras = &extras[4 + usize::from(length)..];
    }
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..at.checked_add(2)?)?.try_into().ok().map(u16::from_le_bytes)
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..at.checked_add(4)?)?.try_into().ok().map(u32::from_le_bytes)
}

fn u64_at(bytes: &[u8], at: usize) -> Option<u64> {
    bytes.get(at..at.checked_add(8)?)?.try_into().ok().map(u64::from_le_bytes)
}

/// The check sum of a part (CRC-32).
fn crc32(bytes: &[u8]) -> u32 {
    const TABLES: [[u32; 256]; 8] = crc_tables();
    let mut crc = !0;
    let mut chunks = bytes.chunks_exact(8);
    for chunk in &mut chunks {
        crc ^= u32::from_le_bytes([chunk[0], chunk[1], chunk[2], chunk[3]]);
        let low = crc.to_le_bytes();
        crc = 0;
        for (place, byte) in low.iter().chain(&chunk[4..]).enumerate() {
            crc ^= TABLES[7 - place][usize::from(*byte)];
        }
    }
    for byte in chunks.remainder() {
        crc = TABLES[0][usize::from(crc as u8 ^ byte)] ^ (crc >> 8);
    }
    !crc
}

/// Eight tables, for eight bytes at a time.
const fn crc_tables() -> [[u32; 256]; 8] {
    let mut tables = [[0; 256]; 8];
    let mut byte = 0;
    while byte < 256 {
        let mut crc = byte as u32;
        let mut bit = 0;
        while bit < 8 {
            crc = if crc & 1 == 1 { 0xedb8_8320 ^ (crc >> 1) } else { crc >> 1 };
            bit += 1;
        }
        tables[0][byte] = crc;
        byte += 1;
    }
    let mut table = 1;
    while table < 8 {
        let mut byte = 0;
        while byte < 256 {
            let crc: u32 = tables[table - 1][byte];
            tables[table][byte] = tables[0][(crc & 0xff) as usize] ^ (crc >> 8);
            byte += 1;
        }
        table += 1;
    }
    tables
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A zip of one part; `claim` is what the list says of its unpacked size.
    fn zip(name: &str, words: &[u8], packed: bool, claim: u32) -> Vec<u8> {
        let data = if packed { miniz_oxide::deflate::compress_to_vec(words, 6) } else { words.to_vec() };
        let mut common = Vec::new();
        common.extend([20, 0, 0, 0, if packed { 8 } else { 0 }, 0, 0, 0, 0, 0]);
        common.extend(crc32(words).to_le_bytes());
        common.extend((data.len() as u32).to_le_bytes());
        common.extend(claim.to_le_bytes());
        common.extend((name.len() as u16).to_le_bytes());
        common.extend([0, 0]);
        let mut out = [b"PK\x03\x04", &common[..], name.as_bytes(), &data].concat();
        let list = out.len() as u32;
        out.extend([b"PK\x01\x02\x14\0", &common[..], &[0; 14], name.as_bytes()].concat());
        let size = out.len() as u32 - list;
        out.extend(b"PK\x05\x06\0\0\0\0\x01\0\x01\0");
        out.extend(size.to_le_bytes());
        out.extend(list.to_le_bytes());
        out.extend([0, 0]);
        out
    }

    #[test]
    fn check_sums_are_those_of_zip() {
        assert_eq!(crc32(b"123456789"), 0xcbf4_3926);
        assert_eq!(crc32(b""), 0);
    }

    #[test]
    fn parts_are_unpacked_whatever_size_is_claimed() {
        for packed in [false, true] {
            for claim in [0, 5, u32::MAX - 1] {
                let bytes = zip("word/document.xml", "年报年报年报年报".as_bytes(), packed, claim);
                let zip = Zip::open(&bytes).expect("a list");
                assert_eq!(zip.names().collect::<Vec<_>>(), ["word/document.xml"]);
                assert_eq!(zip.part("/Word/document.xml"), Ok("年报年报年报年报".into()));
                assert_eq!(zip.part("other"), Err(Fault::Absent));
            }
        }
    }

    #[test]
    fn a_bomb_stops_at_the_cap() {
        let bytes = zip("a", &[b' '; 3000], true, 10);
        let zip = Zip::open(&bytes).expect("a list");
        zip.room.set(5000);
        assert!(zip.part("a").is_ok());
        assert_eq!(zip.part("a"), Err(Fault::TooLarge), "each time counts");
    }

    #[test]
    fn what_is_cut_off_or_changed_is_damaged() {
        let whole = zip("a", &b"words ".repeat(100), true, 600);
        // The last two bytes only count a comment.
        for length in 0..whole.len() - 2 {
            let part = Zip::open(&whole[..length]).and_then(|zip| zip.part("a"));
            assert!(part.is_err(), "{length}");
        }
        for place in 31..60 {
            let mut changed = whole.clone();
            changed[place] ^= 0x55;
            assert_ne!(Zip::open(&changed).and_then(|zip| zip.part("a")), Ok(b"words ".repeat(101)));
            assert!(Zip::open(&changed).and_then(|zip| zip.part("a")).is_err(), "{place}");
        }
    }
}
