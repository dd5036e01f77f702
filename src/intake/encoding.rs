//! Bytes of text to characters: UTF-8, UTF-16, GB18030, told by the bytes.

use super::refusal::Refusal;

/// An encoding of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8.
    Utf8,
    /// UTF-16, the low byte first.
    Utf16Le,
    /// UTF-16, the high byte first.
    Utf16Be,
    /// GB18030, and with it GBK and GB2312.
    Gb18030,
}

/// Reads GB18030, whose tables weigh 150 KB: natively a library, in a page the browser.
pub trait Decoder {
    /// The characters of `bytes`, U+FFFD for what is none.
    fn gb18030(&self, bytes: &[u8]) -> String;
}

/// The native decoder: `encoding_rs`, the one that Firefox uses.
#[cfg(not(target_arch = "wasm32"))]
#[derive(Debug, Clone, Copy)]
pub struct Native;

#[cfg(not(target_arch = "wasm32"))]
impl Decoder for Native {
    fn gb18030(&self, bytes: &[u8]) -> String {
        encoding_rs::GB18030.decode_without_bom_handling(bytes).0.into_owned()
    }
}

/// Bytes that became characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    /// The characters, without a byte order mark.
    pub text: String,
    /// What they were encoded in.
    pub encoding: Encoding,
    /// How many places hold bytes that are no characters.
    pub broken: usize,
}

/// The characters of `bytes`, which are text in an encoding that the bytes tell.
///
/// # Errors
/// When they are no text, or in no encoding that is read.
pub fn decode(bytes: &[u8], decoder: &dyn Decoder) -> Result<Decoded, Refusal> {
    let whole = |text: String, encoding| {
        let broken = text.matches(char::REPLACEMENT_CHARACTER).count();
        Decoded { text, encoding, broken }
    };
    if let Some(rest) = bytes.strip_prefix(b"\xef\xbb\xbf") {
        return utf8(rest, decoder);
    }
    if let Some(text) = utf16_marked(bytes) {
        return Ok(whole(text, if bytes[0] == 0xff { Encoding::Utf16Le } else { Encoding::Utf16Be }));
    }
    if !bytes.contains(&0) {
        return utf8(bytes, decoder);
    }
    if bytes.len() % 2 == 1 {
        return Err(Refusal::Binary);
    }
    // UTF-16 without a mark has a zero in every ASCII character, line ends among them.
    for (unit, encoding) in [
        (u16::from_le_bytes as fn([u8; 2]) -> u16, Encoding::Utf16Le),
        (u16::from_be_bytes, Encoding::Utf16Be),
    ] {
        let text = utf16(bytes, unit);
        if reads_as_text(&text) {
            return Ok(whole(text, encoding));
        }
    }
    Err(Refusal::Binary)
}

/// UTF-8, or GB18030 where that is what the bytes are.
fn utf8(bytes: &[u8], decoder: &dyn Decoder) -> Result<Decoded, Refusal> {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok(Decoded { text: text.to_string(), encoding: Encoding::Utf8, broken: 0 });
    }
    // A UTF-8 text that was cut or damaged in places still has whole characters all
    // over, which a GB18030 one has by chance alone.
    let (mut whole, mut broken) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        whole += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    if whole > broken * 20 {
        let text = String::from_utf8_lossy(bytes).into_owned();
        return Ok(Decoded { text, encoding: Encoding::Utf8, broken });
    }
    let text = decoder.gb18030(bytes);
    let broken = text.matches(char::REPLACEMENT_CHARACTER).count();
    let whole = text.chars().filter(|c| !c.is_ascii()).count() - broken;
    if whole <= broken * 20 || text.contains('\0') {
        return Err(Refusal::Encoding);
    }
    Ok(Decoded { text, encoding: Encoding::Gb18030, broken })
}

/// The characters of UTF-16 that begins with a byte order mark.
pub fn utf16_marked(bytes: &[u8]) -> Option<String> {
    match bytes {
        [0xff, 0xfe, rest @ ..] => Some(utf16(rest, u16::from_le_bytes)),
        [0xfe, 0xff, rest @ ..] => Some(utf16(rest, u16::from_be_bytes)),
        _ => None,
    }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

/// Whether characters are those of a text: none that no text holds, and most of them
/// ASCII or Chinese.
fn reads_as_text(text: &str) -> bool {
    let (mut common, mut all) = (0, 0);
    for c in text.chars() {
        let control = c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{c}');
        if control || c == char::REPLACEMENT_CHARACTER {
            return false;
        }
        all += 1;
        common += usize::from(
            c.is_ascii()
                || matches!(c, '\u{a0}' | '\u{2010}'..='\u{2030}' | '\u{3000}'..='\u{303f}' | '\u{4e00}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}'),
        );
    }
    all > 0 && common * 10 >= all * 9
}

/// `text` with LF for CRLF and CR.
pub fn unix_lines(text: String) -> String {
    if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;

    #[test]
    fn the_bytes_tell_the_encoding() {
        let words = "一、总体情况\r\n2023年，云溪县青禾镇主动公开政府信息12条。\r\n";
        let le: Vec<u8> = words.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let be: Vec<u8> = words.encode_utf16().flat_map(u16::to_be_bytes).collect();
        let gb = encoding_rs::GB18030.encode(words).0;
        let cases: [(&[u8], Encoding); 4] = [
            (words.as_bytes(), Encoding::Utf8),
            (&le, Encoding::Utf16Le),
            (&be, Encoding::Utf16Be),
            (&gb, Encoding::Gb18030),
        ];
        for (bytes, encoding) in cases {
            let decoded = decode(bytes, &Native).unwrap_or_else(|e| panic!("{encoding:?}: {e:?}"));
            assert_eq!(decoded, Decoded { text: words.to_string(), encoding, broken: 0 });
        }
    }

    #[test]
    fn a_few_broken_bytes_are_counted_and_many_refused() {
        let mut bytes =
            "一、总体情况，二、主动公开政府信息情况，三、收到和处理政府信息公开申请情况".as_bytes().to_vec();
        bytes.truncate(bytes.len() - 1);
        let decoded = decode(&bytes, &Native).expect("a text cut off");
        assert_eq!((decoded.encoding, decoded.broken), (Encoding::Utf8, 1));
        assert_eq!(decode(b"\xff\xfa\xff\x80\xff\xff\x9c\xff", &Native), Err(Refusal::Encoding));
    }
}
