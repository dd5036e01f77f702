//! Character references: those that editors and Office write.

/// Names and their characters, sorted by name.
const NAMES: [(&str, char); 66] = [
    ("Alpha", 'Α'),
    ("Beta", 'Β'),
    ("Delta", 'Δ'),
    ("Omega", 'Ω'),
    ("Prime", '″'),
    ("Sigma", 'Σ'),
    ("acute", '´'),
    ("alpha", 'α'),
    ("amp", '&'),
    ("apos", '\''),
    ("asymp", '≈'),
    ("bdquo", '„'),
    ("beta", 'β'),
    ("brvbar", '¦'),
    ("bull", '•'),
    ("cent", '¢'),
    ("copy", '©'),
    ("dagger", '†'),
    ("darr", '↓'),
    ("deg", '°'),
    ("divide", '÷'),
    ("emsp", '\u{2003}'),
    ("ensp", '\u{2002}'),
    ("equiv", '≡'),
    ("euro", '€'),
    ("frac12", '½'),
    ("ge", '≥'),
    ("gt", '>'),
    ("hellip", '…'),
    ("infin", '∞'),
    ("laquo", '«'),
    ("larr", '←'),
    ("ldquo", '“'),
    ("le", '≤'),
    ("lrm", '\u{200e}'),
    ("lsaquo", '‹'),
    ("lsquo", '‘'),
    ("lt", '<'),
    ("mdash", '—'),
    ("middot", '·'),
    ("minus", '−'),
    ("nbsp", '\u{a0}'),
    ("ndash", '–'),
    ("ne", '≠'),
    ("para", '¶'),
    ("permil", '‰'),
    ("plusmn", '±'),
    ("prime", '′'),
    ("quot", '"'),
    ("raquo", '»'),
    ("rarr", '→'),
    ("rdquo", '”'),
    ("reg", '®'),
    ("rlm", '\u{200f}'),
    ("rsaquo", '›'),
    ("rsquo", '’'),
    ("sect", '§'),
    ("shy", '\u{ad}'),
    ("sum", '∑'),
    ("thinsp", '\u{2009}'),
    ("times", '×'),
    ("trade", '™'),
    ("uarr", '↑'),
    ("yen", '¥'),
    ("zwj", '\u{200d}'),
    ("zwnj", '\u{200c}'),
];

/// What 128 to 159 mean in pages, whatever Unicode has there.
const WINDOWS: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}',
    '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// The longest reference.
const LONGEST: usize = 12;

/// The character that `text`, which begins with `&`, refers to, and how many bytes the
/// reference takes. What is no reference stands for itself.
pub fn reference(text: &str) -> Option<(char, usize)> {
    let body = text.strip_prefix('&')?;
    let is_part = |b: &u8| b.is_ascii_alphanumeric() || *b == b'#';
    let length = body.bytes().take(LONGEST).take_while(is_part).count();
    let name = &body[..length];
    let closed = usize::from(body[length..].starts_with(';'));
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        let c = match code {
            128..=159 => WINDOWS[code as usize - 128],
            0 => char::REPLACEMENT_CHARACTER,
            code => char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER),
        };
        return Some((c, 1 + length + closed));
    }
    let named = |name: &str| NAMES.binary_search_by_key(&name, |entry| entry.0).ok().map(|at| NAMES[at].1);
    if closed == 1 {
        return named(name).map(|c| (c, 1 + length + 1));
    }
    // The oldest ones are also read without their semicolon.
    ["nbsp", "amp", "lt", "gt", "quot"]
        .iter()
        .find(|old| name.starts_with(**old))
        .and_then(|old| Some((named(old)?, 1 + old.len())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_read() {
        assert!(NAMES.is_sorted_by_key(|entry| entry.0));
        let cases = [
            ("&nbsp;1", Some(('\u{a0}', 6))),
            ("&nbsp1", Some(('\u{a0}', 5))),
            ("&#19968;", Some(('一', 8))),
            ("&#x4e00", Some(('一', 7))),
            ("&#150;", Some(('–', 6))),
            ("&#x110000;", Some(('\u{fffd}', 10))),
            ("&ldquo;", Some(('“', 7))),
            ("&copy", None),
            ("&年", None),
            ("& b", None),
        ];
        for (text, read) in cases {
            assert_eq!(reference(text), read, "{text}");
        }
    }
}
