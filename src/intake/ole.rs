//! The container of older Office documents: a file system in a file. Written here
//! because the crate for it brings clocks and identifiers with it, and stops at faults
//! that the programs themselves pass over. No chain of sectors is longer than the file.

use super::kind::Kind;
use super::refusal::Refusal;

/// The most entries of the directory that are looked at.
const ENTRIES: usize = 1 << 14;

/// No sector follows.
const END: u32 = 0xffff_fffa;

/// A container.
#[derive(Debug)]
pub struct Ole<'b> {
    bytes: &'b [u8],
    sector: usize,
    /// For each sector the one after it.
    next: Vec<u32>,
    /// The same for the small sectors that short streams are in.
    next_small: Vec<u32>,
    /// What the small sectors are in.
    small: Vec<u8>,
    entries: Vec<Entry>,
    short: usize,
}

#[derive(Debug)]
struct Entry {
    name: String,
    kind: u8,
    start: u32,
    size: usize,
}

/// How large a small sector is.
const SMALL: usize = 64;

impl<'b> Ole<'b> {
    /// Reads the list of sectors and the directory.
    ///
    /// # Errors
    /// When the file is cut off within them.
    pub fn open(bytes: &'b [u8]) -> Result<Self, Refusal> {
        Self::opened(bytes).ok_or(Refusal::Damaged(Kind::Ole))
    }

    fn opened(bytes: &'b [u8]) -> Option<Self> {
        let sector = match u16_at(bytes, 30)? {
            9 => 512,
            12 => 4096,
            _ => return None,
        };
        let mut ole = Self {
            bytes,
            sector,
            next: Vec::new(),
            next_small: Vec::new(),
            small: Vec::new(),
            entries: Vec::new(),
            short: u32_at(bytes, 56)? as usize,
        };
        let most = bytes.len() / sector + 1;
        // Which sectors hold the list of sectors: the first 109 stand in the head.
        let mut lists: Vec<u32> = (0..109).filter_map(|at| u32_at(bytes, 76 + 4 * at)).collect();
        let mut further = u32_at(bytes, 68)?;
        let per_sector = sector / 4 - 1;
        while further < END && lists.len() <= most + 109 {
            let Some(own) = ole.sector(further) else { break };
            lists.extend((0..per_sector).filter_map(|at| u32_at(own, 4 * at)));
            further = u32_at(own, 4 * per_sector).unwrap_or(END);
        }
        for list in lists.into_iter().filter(|list| *list < END).take(most) {
            let Some(own) = ole.sector(list) else { continue };
            let next = own.chunks_exact(4).filter_map(|four| u32_at(four, 0));
            ole.next.extend(next);
            if ole.next.len() > most + sector {
                break;
            }
        }
        let directory = ole.chain(u32_at(bytes, 48)?, usize::MAX);
        ole.entries = directory.chunks_exact(128).take(ENTRIES).filter_map(entry).collect();
        let small_list = ole.chain(u32_at(bytes, 60)?, usize::MAX);
        ole.next_small = small_list.chunks_exact(4).filter_map(|four| u32_at(four, 0)).collect();
        let root = ole.entries.iter().find(|entry| entry.kind == 5)?;
        ole.small = ole.chain(root.start, root.size);
        Some(ole)
    }

    fn entry(&self, name: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.kind == 2 && entry.name.eq_ignore_ascii_case(name))
    }

    /// What the stream called `name` holds.
    pub fn stream(&self, name: &str) -> Option<Vec<u8>> {
        let entry = self.entry(name)?;
        if entry.size >= self.short {
            return Some(self.chain(entry.start, entry.size));
        }
        let mut out = Vec::new();
        let mut at = entry.start;
        for _ in 0..=self.next_small.len() {
            let start = (at as usize).checked_mul(SMALL).filter(|_| at < END && out.len() < entry.size);
            let Some(rest) = start.and_then(|start| self.small.get(start..)) else { break };
            out.extend(&rest[..rest.len().min(SMALL)]);
            at = self.next_small.get(at as usize).copied().unwrap_or(END);
        }
        out.truncate(entry.size);
        Some(out)
    }

    fn sector(&self, number: u32) -> Option<&'b [u8]> {
        let start = (number as usize).checked_add(1)?.checked_mul(self.sector)?;
        let rest = self.bytes.get(start..).filter(|rest| !rest.is_empty())?;
        Some(&rest[..rest.len().min(self.sector)])
    }

    /// The sectors from `start` on, one after the other.
    fn chain(&self, start: u32, size: usize) -> Vec<u8> {
        let mut out = Vec::new();
        let mut at = start;
        // A chain in a circle ends when it is as long as the file.
        while at < END && out.len() < size.min(self.bytes.len()) {
            let Some(own) = self.sector(at) else { break };
            out.extend(own);
            at = self.next.get(at as usize).copied().unwrap_or(END);
        }
        out.truncate(size);
        out
    }
}

fn entry(bytes: &[u8]) -> Option<Entry> {
    let length = usize::from(u16_at(bytes, 64)?).clamp(2, 64) - 2;
    let units = bytes[..length].chunks_exact(2).filter_map(|two| u16_at(two, 0));
    let name = char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect();
    Some(Entry { name, kind: bytes[66], start: u32_at(bytes, 116)?, size: u32_at(bytes, 120)? as usize })
}

/// Two bytes as a number.
pub fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..at.checked_add(2)?)?.try_into().ok().map(u16::from_le_bytes)
}

/// Four bytes as a number.
pub fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..at.checked_add(4)?)?.try_into().ok().map(u32::from_le_bytes)
}
