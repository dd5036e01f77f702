//! A zip of parts that are not packed, which is all that a spreadsheet of our size
//! needs: a crate that writes zips would weigh more than all exports together.

/// One part: its name, in ASCII, and what it holds.
pub type Part = (&'static str, String);

/// The first day there is in a zip: the same parts are the same bytes at any time.
const DATE: [u8; 4] = [0, 0, 0x21, 0];

/// The zip of `parts`.
pub fn stored(parts: &[Part]) -> Vec<u8> {
    let (mut out, mut list) = (Vec::new(), Vec::new());
    for (name, words) in parts {
        let header = out.len() as u32;
        let size = (words.len() as u32).to_le_bytes();
        let mut common = vec![20, 0, 0, 0, 0, 0];
        for piece in [DATE, crc32(words.as_bytes()).to_le_bytes(), size, size] {
            common.extend_from_slice(&piece);
        }
        common.extend_from_slice(&[name.len() as u8, 0, 0, 0]);
        for piece in [&b"PK\x03\x04"[..], &common, name.as_bytes(), words.as_bytes()] {
            out.extend_from_slice(piece);
        }
        for piece in [&b"PK\x01\x02\x14\0"[..], &common, &[0; 10], &header.to_le_bytes(), name.as_bytes()] {
            list.extend_from_slice(piece);
        }
    }
    let at = (out.len() as u32).to_le_bytes();
    let size = (list.len() as u32).to_le_bytes();
    let count = parts.len() as u8;
    for piece in [&list[..], b"PK\x05\x06\0\0\0\0", &[count, 0, count, 0], &size, &at, &[0, 0]] {
        out.extend_from_slice(piece);
    }
    out
}

/// The check sum of a part, bit by bit: tables would be larger than what they speed up.
fn crc32(bytes: &[u8]) -> u32 {
    let mut crc = !0u32;
    for byte in bytes {
        crc ^= u32::from(*byte);
        for _ in 0..8 {
            crc = if crc & 1 == 1 { 0xedb8_8320 ^ (crc >> 1) } else { crc >> 1 };
        }
    }
    !crc
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::zip::Zip;

    #[test]
    fn what_is_stored_is_read_back() {
        let bytes = stored(&[("a/b.xml", "<年报/>".into()), ("c", String::new())]);
        let zip = Zip::open(&bytes).expect("a list");
        assert_eq!(zip.names().collect::<Vec<_>>(), ["a/b.xml", "c"]);
        assert_eq!(zip.part("a/b.xml"), Ok("<年报/>".into()));
        assert_eq!(zip.part("c"), Ok(Vec::new()));
    }
}
