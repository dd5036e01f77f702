//! Writes zips, so that tests can make documents and damage them.

/// One part of a zip.
pub struct Part<'p> {
    /// Its name.
    pub name: &'p [u8],
    /// What it holds.
    pub words: &'p [u8],
    /// Whether it is deflated.
    pub packed: bool,
    /// General flags; 1 is encrypted.
    pub flags: u16,
}

/// A zip of parts by name.
pub fn zip(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let parts: Vec<_> = parts
        .iter()
        .map(|(name, words)| Part { name: name.as_bytes(), words, packed: false, flags: 0 })
        .collect();
    zip_of(&parts)
}

/// A zip of parts.
pub fn zip_of(parts: &[Part]) -> Vec<u8> {
    let (mut out, mut list) = (Vec::new(), Vec::new());
    for part in parts {
        let data = if part.packed {
            miniz_oxide::deflate::compress_to_vec(part.words, 6)
        } else {
            part.words.to_vec()
        };
        let mut common = Vec::new();
        common.extend([20, 0]);
        common.extend(part.flags.to_le_bytes());
        common.extend([if part.packed { 8 } else { 0 }, 0, 0, 0, 0, 0]);
        common.extend(crc32(part.words).to_le_bytes());
        common.extend((data.len() as u32).to_le_bytes());
        common.extend((part.words.len() as u32).to_le_bytes());
        common.extend((part.name.len() as u16).to_le_bytes());
        common.extend([0, 0]);
        let header = out.len() as u32;
        out.extend([b"PK\x03\x04", &common[..], part.name, &data].concat());
        list.extend([b"PK\x01\x02\x14\0", &common[..], &[0; 10]].concat());
        list.extend(header.to_le_bytes());
        list.extend(part.name);
    }
    let at = out.len() as u32;
    out.extend(&list);
    out.extend(b"PK\x05\x06\0\0\0\0");
    out.extend((parts.len() as u16).to_le_bytes());
    out.extend((parts.len() as u16).to_le_bytes());
    out.extend((list.len() as u32).to_le_bytes());
    out.extend(at.to_le_bytes());
    out.extend([0, 0]);
    out
}

/// The check sum of a part.
pub fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0, |crc, byte| {
        (0..8).fold(
            crc ^ u32::from(*byte),
            |crc, _| if crc & 1 == 1 { 0xedb8_8320 ^ (crc >> 1) } else { crc >> 1 },
        )
    })
}
