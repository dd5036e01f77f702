//! Markup to tags and words, as tolerant as a browser: whatever is no tag is words.
//! Own code, because the crates weigh too much for the page (html5ever 170 KB packed)
//! or drop what they do not understand (tl).

/// A piece of markup.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Token<'m> {
    /// `<name attributes>`.
    Start(&'m str, &'m str),
    /// `</name>`.
    End(&'m str),
    /// Words, with references in them.
    Words(&'m str),
}

/// Elements whose content is no markup.
const RAW: [&str; 9] =
    ["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "plaintext"];

/// The tokens of a page.
#[derive(Debug)]
pub struct Tokens<'m> {
    markup: &'m str,
    at: usize,
    /// The element whose raw content comes next.
    raw: Option<&'m str>,
    /// Quotes of which there is none further on.
    no_more: [bool; 2],
}

impl<'m> Tokens<'m> {
    /// Begins at the beginning of `markup`.
    pub fn new(markup: &'m str) -> Self {
        Self { markup, at: 0, raw: None, no_more: [false; 2] }
    }

    /// The content of an element that holds no markup, up to its end tag.
    fn raw_words(&mut self, name: &str) -> &'m str {
        let rest = &self.markup[self.at..];
        let mut from = 0;
        let end = loop {
            let Some(found) = rest[from..].find("</") else { break rest.len() };
            let at = from + found;
            let after = &rest.as_bytes()[at + 2..];
            if after.len() >= name.len() && after[..name.len()].eq_ignore_ascii_case(name.as_bytes()) {
                break at;
            }
            from = at + 2;
        };
        self.at += end;
        &rest[..end]
    }

    /// Where the tag ends whose attributes begin at `start`: the place of its `>`.
    fn tag_end(&mut self, start: usize) -> usize {
        let bytes = self.markup.as_bytes();
        let mut at = start;
        let mut after_equals = false;
        while at < bytes.len() {
            match bytes[at] {
                b'>' => return at,
                quote @ (b'"' | b'\'') if after_equals => {
                    let which = usize::from(quote == b'"');
                    let close =
                        if self.no_more[which] { None } else { memchr::memchr(quote, &bytes[at + 1..]) };
                    match close {
                        Some(length) => at += length + 1,
                        // An open quote would swallow the rest of the page.
                        None => self.no_more[which] = true,
                    }
                    after_equals = false;
                }
                b'=' => after_equals = true,
                byte if byte.is_ascii_whitespace() => {}
                _ => after_equals = false,
            }
            at += 1;
        }
        bytes.len()
    }
}

impl<'m> Iterator for Tokens<'m> {
    type Item = Token<'m>;

    fn next(&mut self) -> Option<Token<'m>> {
        if let Some(name) = self.raw.take() {
            let words = self.raw_words(name);
            if !words.is_empty() {
                return Some(Token::Words(words));
            }
        }
        loop {
            let rest = &self.markup[self.at..];
            if rest.is_empty() {
                return None;
            }
            let begins = |text: &str| {
                text.as_bytes().get(1).is_some_and(|b| b.is_ascii_alphabetic() || b"/!?".contains(b))
            };
            if !(rest.starts_with('<') && begins(rest)) {
                // The words go on to the next `<` that begins something.
                let mut end = 0;
                loop {
                    end = match rest[end..].find('<') {
                        Some(found) if begins(&rest[end + found..]) => break self.at += end + found,
                        Some(found) => end + found + 1,
                        None => break self.at = self.markup.len(),
                    }
                }
                let start = self.markup.len() - rest.len();
                return Some(Token::Words(&self.markup[start..self.at]));
            }
            if let Some(comment) = rest.strip_prefix("<!--") {
                // `<!-->` is a whole comment.
                let from = if comment.starts_with('>') || comment.starts_with("->") { 2 } else { 4 };
                self.at += rest[from..].find("-->").map_or(rest.len(), |end| from + end + 3);
                continue;
            }
            if rest.starts_with("<!") || rest.starts_with("<?") {
                self.at += rest.find('>').map_or(rest.len(), |end| end + 1);
                continue;
            }
            let is_end = rest.starts_with("</");
            let name_at = if is_end { 2 } else { 1 };
            let name = &rest[name_at..];
            let length =
                name.find(|c: char| c.is_ascii_whitespace() || c == '>' || c == '/').unwrap_or(name.len());
            let name = &name[..length];
            let attributes_at = self.at + name_at + length;
            let end = self.tag_end(attributes_at);
            self.at = (end + 1).min(self.markup.len());
            if is_end {
                return Some(Token::End(name));
            }
            let attributes = &self.markup[attributes_at..end];
            if RAW.iter().any(|raw| raw.eq_ignore_ascii_case(name)) && !is_empty_element(attributes) {
                self.raw = Some(name);
            }
            return Some(Token::Start(name, attributes));
        }
    }
}

/// Whether a tag closes itself, as in pages that are XML: with a slash of its own.
pub fn is_empty_element(attributes: &str) -> bool {
    attributes.strip_suffix('/').is_some_and(|rest| rest.is_empty() || rest.ends_with([' ', '"', '\'', '\n']))
}

/// The value of the attribute `wanted` among `attributes`, references in it as they
/// are; empty for one without a value.
pub fn attribute<'m>(attributes: &'m str, wanted: &str) -> Option<&'m str> {
    let mut rest = attributes;
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
        if rest.is_empty() {
            return None;
        }
        let ends = |c: &(usize, char)| c.1.is_ascii_whitespace() || c.1 == '=' || c.1 == '/';
        let length = rest.char_indices().skip(1).find(ends).map_or(rest.len(), |(at, _)| at);
        let name = &rest[..length];
        rest = rest[length..].trim_start();
        let mut value = "";
        if let Some(after) = rest.strip_prefix('=') {
            let after = after.trim_start();
            let quoted = after.chars().next().filter(|c| matches!(c, '"' | '\''));
            let (from, end, next) = match quoted.and_then(|quote| Some((1, after[1..].find(quote)? + 1))) {
                Some((from, end)) => (from, end, end + 1),
                None => {
                    let end = after.find(|c: char| c.is_ascii_whitespace()).unwrap_or(after.len());
                    (0, end, end)
                }
            };
            value = &after[from..end];
            rest = &after[next..];
        }
        if name.eq_ignore_ascii_case(wanted) {
            return Some(value);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Token::{End, Start, Words};
    use super::*;

    fn tokens(markup: &str) -> Vec<Token<'_>> {
        Tokens::new(markup).collect()
    }

    #[test]
    fn tags_are_told_from_words() {
        assert_eq!(
            tokens("<P class='a>b'>1 < 2<br/>&lt;</P >"),
            [Start("P", " class='a>b'"), Words("1 < 2"), Start("br", "/"), Words("&lt;"), End("P")]
        );
        assert_eq!(tokens("a<"), [Words("a<")]);
        assert_eq!(tokens("<td"), [Start("td", "")]);
    }

    #[test]
    fn comments_and_conditions_vanish_and_what_a_condition_shows_stays() {
        let word = "<!--[if gte mso 9]><xml><a>1</a></xml><![endif]--><![if !supportLists]>一、<![endif]>";
        assert_eq!(tokens(word), [Words("一、")]);
        assert_eq!(tokens("<!-->a<!-- b"), [Words("a")]);
    }

    #[test]
    fn scripts_hold_no_markup() {
        assert_eq!(
            tokens("<script>if (a<b) '<td>'</script>x"),
            [Start("script", ""), Words("if (a<b) '<td>'"), End("script"), Words("x")]
        );
        assert_eq!(tokens("<script src='a'/>x"), [Start("script", " src='a'/"), Words("x")]);
    }

    #[test]
    fn an_open_quote_swallows_no_more_than_its_tag() {
        assert_eq!(tokens("<td class=\"a>1</td>"), [Start("td", " class=\"a"), Words("1"), End("td")]);
    }

    #[test]
    fn attributes_are_read_however_they_are_written() {
        for (attributes, value) in [
            (" colspan=3", Some("3")),
            (" class=x COLSPAN = \"3\" /", Some("3")),
            (" title='colspan=9' colspan='3'", Some("3")),
            (" colspan", Some("")),
            (" rowspan=3", None),
            (" 年=1 colspan=3", Some("3")),
        ] {
            assert_eq!(attribute(attributes, "colspan"), value, "{attributes}");
        }
    }
}
