//! What streams are packed with: Flate, and the two ways to write bytes as characters.

use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_zlib_with_limit};

use super::lexer::{from_hexadecimal, is_space};
use super::object::Dict;

/// Why a stream was not unpacked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// Packed in a way that holds no words, or that nothing writes any more.
    Unknown,
    /// It unpacks to more than the limit.
    TooLarge,
}

/// Unpacks `bytes` by one filter.
///
/// # Errors
/// When the filter is not known, or what comes out is over `limit`.
pub fn unpack(
    filter: &[u8],
    parameters: Option<&Dict>,
    bytes: &[u8],
    limit: usize,
) -> Result<Vec<u8>, Fault> {
    match filter {
        b"FlateDecode" | b"Fl" => {
            // Of a stream that is cut off, what comes before is good.
            let out = match decompress_to_vec_zlib_with_limit(bytes, limit) {
                Ok(out) => out,
                Err(error) if error.status == TINFLStatus::HasMoreOutput => return Err(Fault::TooLarge),
                Err(error) => error.output,
            };
            Ok(unpredicted(out, parameters))
        }
        b"ASCIIHexDecode" | b"AHx" => {
            let end = bytes.iter().position(|b| *b == b'>').unwrap_or(bytes.len());
            Ok(from_hexadecimal(&bytes[..end]))
        }
        b"ASCII85Decode" | b"A85" => Ok(from_base85(bytes)),
        b"Crypt" => Ok(bytes.to_vec()),
        _ => Err(Fault::Unknown),
    }
}

fn from_base85(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len() / 5 * 4);
    let (mut value, mut count) = (0_u32, 0);
    for byte in bytes.strip_prefix(b"<~").unwrap_or(bytes) {
        match byte {
            b'!'..=b'u' => {
                value = value.wrapping_mul(85).wrapping_add(u32::from(byte - b'!'));
                count += 1;
                if count == 5 {
                    out.extend(value.to_be_bytes());
                    (value, count) = (0, 0);
                }
            }
            b'z' if count == 0 => out.extend([0; 4]),
            b if is_space(*b) => {}
            _ => break,
        }
    }
    if count > 1 {
        (count..5).for_each(|_| value = value.wrapping_mul(85).wrapping_add(84));
        out.extend(&value.to_be_bytes()[..count - 1]);
    }
    out
}

/// Undoes what makes rows of numbers pack better: each row begins with how its bytes
/// differ from those before and above.
fn unpredicted(bytes: Vec<u8>, parameters: Option<&Dict>) -> Vec<u8> {
    let Some(parameters) = parameters else { return bytes };
    if parameters.get("Predictor").index().is_none_or(|predictor| predictor < 10) {
        return bytes;
    }
    let of = |key, default| parameters.get(key).index().unwrap_or(default).clamp(1, 1 << 16);
    let pixel = (of("Colors", 1).min(32) * of("BitsPerComponent", 8).min(32)).div_ceil(8);
    let width = (of("Columns", 1) * pixel).max(1);
    let mut out: Vec<u8> = Vec::with_capacity(bytes.len());
    for row in bytes.chunks(width + 1) {
        let start = out.len();
        for (place, byte) in row[1..].iter().enumerate() {
            let left = if place >= pixel { out[start + place - pixel] } else { 0 };
            let up = if start >= width { out[start + place - width] } else { 0 };
            let corner =
                if place >= pixel && start >= width { out[start + place - width - pixel] } else { 0 };
            let guess = match row[0] {
                1 => left,
                2 => up,
                3 => ((u16::from(left) + u16::from(up)) / 2) as u8,
                4 => paeth(left, up, corner),
                _ => 0,
            };
            out.push(byte.wrapping_add(guess));
        }
    }
    out
}

fn paeth(left: u8, up: u8, corner: u8) -> u8 {
    let guess = i16::from(left) + i16::from(up) - i16::from(corner);
    let off = |byte: u8| (guess - i16::from(byte)).abs();
    if off(left) <= off(up) && off(left) <= off(corner) {
        left
    } else if off(up) <= off(corner) {
        up
    } else {
        corner
    }
}

#[cfg(test)]
mod tests {
    use super::super::lexer::Lexer;
    use super::super::object::Object;
    use super::*;

    #[test]
    fn bytes_written_as_characters_come_back() {
        assert_eq!(unpack(b"A85", None, b"87cUR D]j7BEbo80~>", 99), Ok(b"Hello world!".to_vec()));
        assert_eq!(unpack(b"A85", None, b"87cURDZ~>", 99), Ok(b"Hello".to_vec()));
        assert_eq!(unpack(b"AHx", None, b"48 69>", 99), Ok(b"Hi".to_vec()));
        assert_eq!(unpack(b"DCTDecode", None, b"", 99), Err(Fault::Unknown));
    }

    #[test]
    fn rows_are_put_together_again() {
        let Some(Object::Dict(parameters)) = Lexer::new(b"<</Predictor 12/Columns 3>>").next() else {
            panic!("a dictionary")
        };
        let rows = [0, 1, 2, 3, 2, 1, 1, 1, 1, 5, 1, 1, 4, 1, 1];
        let packed = miniz_oxide::deflate::compress_to_vec_zlib(&rows, 6);
        let wanted = vec![1, 2, 3, 2, 3, 4, 5, 6, 7, 6, 7];
        assert_eq!(unpack(b"Fl", Some(&parameters), &packed, 99), Ok(wanted));
        assert_eq!(unpack(b"Fl", None, &packed, 5), Err(Fault::TooLarge));
        // Cut off: what came before.
        assert!(unpack(b"Fl", None, &packed[..packed.len() - 6], 99).is_ok());
    }
}
