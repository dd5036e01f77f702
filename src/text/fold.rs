//! Width folding: what labels look like when brackets, widths and spaces do not
//! count. A hand-made fold rather than NFKC, because it goes character by
//! character and so keeps every position.

/// The half-width form of a full-width ASCII character; any other is itself.
pub fn narrow(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        '\u{3000}' | '\u{a0}' => ' ',
        _ => c,
    }
}

/// What a character counts for when labels are compared: `None` for spaces,
/// punctuation and invisible characters, else its folded form.
pub fn key_char(c: char) -> Option<char> {
    if c.is_ascii_alphanumeric() {
        return Some(c);
    }
    match c {
        '\u{4e00}'..='\u{9fff}' => Some(if c == '它' { '他' } else { c }),
        '\0'..='\u{7f}' => None,
        '\u{ff10}'..='\u{ff19}' | '\u{ff21}'..='\u{ff3a}' | '\u{ff41}'..='\u{ff5a}' => Some(narrow(c)),
        // General and CJK punctuation, spaces, full-width forms, the middle dot.
        '\u{80}'..='\u{bf}' | '\u{2000}'..='\u{206f}' | '\u{3000}'..='\u{3004}' | '\u{3008}'..='\u{303f}' => {
            None
        }
        '\u{ff00}'..='\u{ffef}' | '\u{fe10}'..='\u{fe6f}' | '\u{feff}' => None,
        _ => Some(c),
    }
}

/// A text as labels are compared: no spaces, no punctuation, folded widths.
pub fn key(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    // What stays as it is, which is most, is taken over at once.
    let mut kept = 0;
    for (at, c) in text.char_indices() {
        if matches!(c, '\u{4e00}'..='\u{9fff}') && c != '它' {
            continue;
        }
        let folded = key_char(c);
        if folded != Some(c) {
            key.push_str(&text[kept..at]);
            key.extend(folded);
            kept = at + c.len_utf8();
        }
    }
    key.push_str(&text[kept..]);
    key
}

/// Whether a character is a letter, an ideograph or a digit, those in circles among them.
///
/// Told as the fold is, by ranges of what is none: Unicode's own tables, which
/// `char::is_alphanumeric` asks, are two and a half kilobytes of the page's module. Marks of
/// scripts that no report is written in count as letters.
#[cfg_attr(target_arch = "wasm32", inline(never))]
pub fn is_letter_or_digit(c: char) -> bool {
    match c {
        '\u{4e00}'..='\u{9fff}' => true,
        '\0'..='\u{7f}' => c.is_ascii_alphanumeric(),
        '\u{80}'..='\u{bf}' => matches!(c, 'ª' | '²' | '³' | 'µ' | '¹' | 'º' | '¼'..='¾'),
        '×' | '÷' | '\u{2d9}' => false,
        // Punctuation, currencies, letters that are signs, arrows, mathematics.
        '\u{2000}'..='\u{206f}' | '\u{20a0}'..='\u{2123}' | '\u{2190}'..='\u{245f}' => false,
        // Lines, shapes and signs; before and after them numbers in circles.
        '\u{249c}'..='\u{24b5}' | '\u{2500}'..='\u{2775}' | '\u{2794}'..='\u{2bff}' => false,
        // CJK: radicals, punctuation, marks of kana, words and units in one square.
        '\u{2e00}'..='\u{3004}' | '\u{3008}'..='\u{3020}' | '\u{3030}' | '\u{303d}'..='\u{303f}' => false,
        '\u{309b}' | '\u{309c}' | '\u{30fb}' => false,
        '\u{3200}'..='\u{321f}' | '\u{322a}'..='\u{3247}' | '\u{3260}'..='\u{327f}' => false,
        '\u{328a}'..='\u{32b0}' | '\u{32c0}'..='\u{33ff}' => false,
        // Of private use, upright forms, full-width punctuation, pictures.
        '\u{e000}'..='\u{f8ff}' | '\u{fe00}'..='\u{fe6f}' | '\u{feff}'..='\u{ff0f}' => false,
        '\u{ff1a}'..='\u{ff20}' | '\u{ff3b}'..='\u{ff40}' | '\u{ff5b}'..='\u{ff65}' => false,
        '\u{ffe0}'..='\u{ffff}' | '\u{1f000}'..='\u{1faff}' => false,
        _ => true,
    }
}

/// A digit of either width.
pub fn digit(c: char) -> Option<u8> {
    match c {
        '0'..='9' => Some(c as u8 - b'0'),
        '\u{ff10}'..='\u{ff19}' => Some((c as u32 - 0xff10) as u8),
        _ => None,
    }
}

/// The value of a Chinese numeral character from 一 to 十.
pub fn ordinal(c: char) -> Option<u8> {
    let value = match c {
        '一' => 1,
        '二' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        '十' => 10,
        _ => return None,
    };
    Some(value)
}

/// A digit of a year, which Chinese numerals write as digits: 2024, 二〇二四.
pub fn year_digit(c: char) -> Option<u8> {
    match c {
        '〇' | '零' | '○' => Some(0),
        _ => digit(c).or_else(|| ordinal(c).filter(|n| *n < 10)),
    }
}

/// A number and its brackets, circle or point in one character: ①, ⑴, ⒈, ㈠.
pub fn enclosed(c: char) -> Option<u8> {
    let first = match c {
        '①'..='⑨' => '①',
        '⑴'..='⑼' => '⑴',
        '⒈'..='⒐' => '⒈',
        '㈠'..='㈨' => '㈠',
        _ => return None,
    };
    Some((c as u32 - first as u32) as u8 + 1)
}

/// Spaces of every kind, but no line end.
pub fn is_space(c: char) -> bool {
    c != '\n' && c.is_whitespace()
        || matches!(c, '\u{ad}' | '\u{200b}' | '\u{feff}' | '\u{200c}' | '\u{200d}')
}

/// Whether the first and the last character are, as nearly always, none that is ever trimmed
/// away: a visible one of ASCII, or one from U+4000 to U+9FFF. Two bytes tell.
pub fn has_solid_ends(words: &[u8]) -> bool {
    let is_chinese = |byte: &u8| matches!(byte, 0xE4..=0xE9);
    let (Some(first), Some(last)) = (words.first(), words.last()) else { return false };
    (first.is_ascii_graphic() || is_chinese(first))
        && (last.is_ascii_graphic() || words.len() >= 3 && is_chinese(&words[words.len() - 3]))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Of what GBK encodes, with which reports are written, and of common signs it does not.
    #[test]
    fn a_letter_or_digit_is_what_unicode_says() {
        let pairs = (0x81..=0xfe_u8).flat_map(|lead| (0x40..=0xfe_u8).map(move |trail| [lead, trail]));
        let decoded = pairs.flat_map(|pair| {
            let (text, _, _) = encoding_rs::GB18030.decode(&pair);
            text.chars().collect::<Vec<_>>()
        });
        let others = "ªµº¹²³¼½¾ÀÿĀñΩЯ①⑳⒈Ⓐⓩ⓪❶➓⒜ⅠⅫ㈠㊀㈱㎡℃№™←∑■★〇々〆〡・ー゛가あア𠀀😀🏛\u{feff}";
        for c in ('\0'..='\u{ff}').chain(decoded).chain(others.chars()).filter(|c| *c != '\u{fffd}') {
            assert_eq!(is_letter_or_digit(c), c.is_alphanumeric(), "{c} {:x}", c as u32);
        }
    }

    #[test]
    fn labels_fold_to_their_key() {
        let cases = [
            ("（二）部分公开（区分处理的，只计这一情形", "二部分公开区分处理的只计这一情形"),
            ("(二) 部分公开(区分处理的,只计这一情形", "二部分公开区分处理的只计这一情形"),
            ("3.危及“三安全一稳定”", "3危及三安全一稳定"),
            ("３．危及\"三安全一稳定\"", "3危及三安全一稳定"),
            ("社会公益\u{a0}组织", "社会公益组织"),
            ("其它", "其他"),
            ("本年增/减", "本年增减"),
        ];
        for (label, expected) in cases {
            assert_eq!(key(label), expected, "{label}");
        }
    }
}
