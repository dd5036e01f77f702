//! Words of a report as text in HTML and XML.

/// Appends words to HTML. Control characters, which HTML has no place for, are left out.
pub fn html(out: &mut String, words: &str) {
    for c in words.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' | '\t' => out.push(c),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
}

/// Appends words to a part of an Office document: as XML, which has no place for control
/// characters nor for the two that are none, and with the underscore written out where
/// Office would take what follows for a character's number (`_x0041_`).
pub fn xml(out: &mut String, words: &str) {
    for (at, c) in words.char_indices() {
        match c {
            '_' if is_numbered(&words.as_bytes()[at..]) => out.push_str("_x005F_"),
            '\u{fffe}' | '\u{ffff}' => {}
            c => html(out, c.encode_utf8(&mut [0; 4])),
        }
    }
}

fn is_numbered(bytes: &[u8]) -> bool {
    bytes.len() >= 7 && bytes[1] == b'x' && bytes[6] == b'_' && bytes[2..6].iter().all(u8::is_ascii_hexdigit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_only_ever_text() {
        let mut out = String::new();
        html(&mut out, "<b a='\"'>&amp;\0\u{7f}\u{85}\n");
        assert_eq!(out, "&lt;b a=&#39;&quot;&#39;&gt;&amp;amp;\n");
        out.clear();
        xml(&mut out, "_x0041_ _x004_ a_x00e9_\u{1}\u{ffff}]]>");
        assert_eq!(out, "_x005F_x0041_ _x004_ a_x005F_x00e9_]]&gt;");
    }
}
