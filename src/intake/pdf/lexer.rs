//! How objects are written. Whatever is no object is null, and reading always goes on by
//! at least a byte.

use super::object::{Dict, Object};

/// The deepest nesting of arrays and dictionaries.
const DEPTH: usize = 32;

/// Whether a byte is white space in a PDF.
pub fn is_space(byte: u8) -> bool {
    matches!(byte, 0 | 9 | 10 | 12 | 13 | 32)
}

fn is_delimiter(byte: u8) -> bool {
    matches!(byte, b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%')
}

/// Reads objects one after the other.
#[derive(Debug, Clone)]
pub struct Lexer<'b> {
    bytes: &'b [u8],
    at: usize,
}

impl<'b> Lexer<'b> {
    /// Begins at the beginning of `bytes`.
    pub fn new(bytes: &'b [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    /// How far it has read.
    pub fn at(&self) -> usize {
        self.at
    }

    /// Passes over `count` bytes.
    pub fn pass(&mut self, count: usize) {
        self.at = (self.at + count).min(self.bytes.len());
    }

    /// What has not been read.
    pub fn rest(&self) -> &'b [u8] {
        &self.bytes[self.at..]
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    /// Passes over white space and comments.
    pub fn skip_space(&mut self) {
        while let Some(byte) = self.peek() {
            if byte == b'%' {
                let rest = self.rest();
                self.at += rest.iter().position(|b| matches!(b, b'\r' | b'\n')).unwrap_or(rest.len());
            } else if is_space(byte) {
                self.at += 1;
            } else {
                return;
            }
        }
    }

    /// The next object; `None` at the end.
    pub fn next(&mut self) -> Option<Object> {
        self.nested(DEPTH)
    }

    fn nested(&mut self, depth: usize) -> Option<Object> {
        self.skip_space();
        let byte = self.peek()?;
        Some(match byte {
            b'/' => Object::Name(self.name()),
            b'(' => Object::Bytes(self.string()),
            b'<' if self.bytes.get(self.at + 1) == Some(&b'<') => {
                self.at += 2;
                self.dict(depth)
            }
            b'<' => Object::Bytes(self.hexadecimal()),
            b'[' => {
                self.at += 1;
                self.array(depth)
            }
            b'+' | b'-' | b'.' | b'0'..=b'9' => self.number(),
            _ if is_delimiter(byte) => {
                self.at += 1;
                Object::Null
            }
            _ => match self.word() {
                b"null" => Object::Null,
                b"true" => Object::True,
                b"false" => Object::False,
                word => Object::Operator(word.to_vec()),
            },
        })
    }

    fn word(&mut self) -> &'b [u8] {
        let rest = self.rest();
        let length = rest.iter().position(|b| is_space(*b) || is_delimiter(*b)).unwrap_or(rest.len());
        self.at += length;
        &rest[..length]
    }

    fn name(&mut self) -> Vec<u8> {
        self.at += 1;
        let word = self.word();
        let mut name = Vec::with_capacity(word.len());
        let mut at = 0;
        while at < word.len() {
            match (
                word[at],
                word.get(at + 1).and_then(|b| digit(*b)),
                word.get(at + 2).and_then(|b| digit(*b)),
            ) {
                (b'#', Some(high), Some(low)) => {
                    name.push(high << 4 | low);
                    at += 3;
                }
                (byte, ..) => {
                    name.push(byte);
                    at += 1;
                }
            }
        }
        name
    }

    /// A number, or a reference where another number and an `R` follow.
    fn number(&mut self) -> Object {
        let word = self.word();
        if word.iter().all(u8::is_ascii_digit)
            && let Some(number) = whole(word)
        {
            let mut ahead = Self { bytes: self.bytes, at: self.at };
            ahead.skip_space();
            let generation = ahead.word();
            if (1..=5).contains(&generation.len()) && generation.iter().all(u8::is_ascii_digit) {
                ahead.skip_space();
                if ahead.word() == b"R" {
                    self.at = ahead.at;
                    return Object::Reference(number);
                }
            }
        }
        Object::Number(decimal(word))
    }

    fn string(&mut self) -> Vec<u8> {
        self.at += 1;
        let mut out = Vec::new();
        let mut open = 1;
        while let Some(byte) = self.peek() {
            self.at += 1;
            match byte {
                b'(' => open += 1,
                b')' => {
                    open -= 1;
                    if open == 0 {
                        break;
                    }
                }
                b'\\' => {
                    self.escaped(&mut out);
                    continue;
                }
                b'\r' => {
                    self.at += usize::from(self.peek() == Some(b'\n'));
                    out.push(b'\n');
                    continue;
                }
                _ => {}
            }
            out.push(byte);
        }
        out
    }

    fn escaped(&mut self, out: &mut Vec<u8>) {
        let Some(byte) = self.peek() else { return };
        self.at += 1;
        out.push(match byte {
            b'n' => b'\n',
            b'r' => b'\r',
            b't' => b'\t',
            b'b' => 8,
            b'f' => 12,
            b'0'..=b'7' => {
                let mut value = u32::from(byte - b'0');
                for _ in 0..2 {
                    let Some(next @ b'0'..=b'7') = self.peek() else { break };
                    value = value * 8 + u32::from(next - b'0');
                    self.at += 1;
                }
                value as u8
            }
            // A line end after a backslash joins two lines.
            b'\r' => {
                self.at += usize::from(self.peek() == Some(b'\n'));
                return;
            }
            b'\n' => return,
            other => other,
        });
    }

    fn hexadecimal(&mut self) -> Vec<u8> {
        self.at += 1;
        let rest = self.rest();
        let length = rest.iter().position(|b| *b == b'>').unwrap_or(rest.len());
        self.at = (self.at + length + 1).min(self.bytes.len());
        from_hexadecimal(&rest[..length])
    }

    fn array(&mut self, depth: usize) -> Object {
        if depth == 0 {
            return Object::Null;
        }
        let mut items = Vec::new();
        loop {
            self.skip_space();
            match self.peek() {
                Some(b']') => {
                    self.at += 1;
                    break;
                }
                None => break,
                Some(_) => items.extend(self.nested(depth - 1)),
            }
        }
        Object::Array(items)
    }

    fn dict(&mut self, depth: usize) -> Object {
        if depth == 0 {
            return Object::Null;
        }
        let mut entries = Vec::new();
        loop {
            self.skip_space();
            match self.peek() {
                Some(b'>') => {
                    self.at += 1;
                    self.at += usize::from(self.peek() == Some(b'>'));
                    break;
                }
                Some(b'/') => {
                    let name = self.name();
                    self.skip_space();
                    // A key without a value.
                    if self.rest().starts_with(b">>") {
                        continue;
                    }
                    let Some(value) = self.nested(depth - 1) else { break };
                    entries.push((name, value));
                }
                None => break,
                Some(_) => drop(self.nested(depth - 1)),
            }
        }
        Object::Dict(Dict(entries))
    }
}

/// The bytes that hexadecimal digits write; other characters count for nothing.
pub fn from_hexadecimal(words: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(words.len() / 2);
    let mut high = None;
    for value in words.iter().filter_map(|b| digit(*b)) {
        match high.take() {
            None => high = Some(value),
            Some(high) => out.push(high << 4 | value),
        }
    }
    out.extend(high.map(|high: u8| high << 4));
    out
}

fn digit(byte: u8) -> Option<u8> {
    (byte as char).to_digit(16).map(|digit| digit as u8)
}

fn whole(word: &[u8]) -> Option<u32> {
    std::str::from_utf8(word).ok()?.parse().ok()
}

/// A number as programs write them, the broken ones among them (`--5`, `1.2.3`).
fn decimal(word: &[u8]) -> f32 {
    let (mut value, mut scale, mut negative) = (0.0_f64, 0.0_f64, false);
    for byte in word {
        match byte {
            b'-' if value == 0.0 => negative = true,
            b'0'..=b'9' => {
                let digit = f64::from(byte - b'0');
                if scale > 0.0 {
                    value += digit * scale;
                    scale /= 10.0;
                } else {
                    value = value * 10.0 + digit;
                }
            }
            b'.' if scale == 0.0 => scale = 0.1,
            b'+' => {}
            _ => break,
        }
    }
    let value = value.min(1e12) as f32;
    if negative { -value } else { value }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(words: &str) -> Object {
        Lexer::new(words.as_bytes()).next().expect("an object")
    }

    #[test]
    fn objects_are_read_as_they_are_written() {
        assert_eq!(read(" % a comment\n-12.5"), Object::Number(-12.5));
        assert_eq!(read("12 0 R"), Object::Reference(12));
        assert_eq!(read("12 0 RG"), Object::Number(12.0));
        assert_eq!(read("/A#20B"), Object::Name(b"A B".to_vec()));
        assert_eq!(read("(a\\(\\051(b)\\\nc\\101)"), Object::Bytes(b"a()(b)cA".to_vec()));
        assert_eq!(read("<4e0 05>"), Object::Bytes(vec![0x4e, 0x00, 0x50]));
        assert_eq!(
            read("[1 /a [2] null]"),
            Object::Array(vec![
                Object::Number(1.0),
                Object::Name(b"a".to_vec()),
                Object::Array(vec![Object::Number(2.0)]),
                Object::Null
            ])
        );
        let Object::Dict(dict) = read("<</A 1/B<</C 2 0 R>>/D>>") else { panic!("a dictionary") };
        assert_eq!(dict.get("A"), &Object::Number(1.0));
        let Object::Dict(inner) = dict.get("B") else { panic!("a dictionary") };
        assert_eq!(inner.get("C"), &Object::Reference(2));
    }

    #[test]
    fn whatever_is_cut_off_or_nests_for_ever_ends() {
        for words in ["(", "<", "<<", "[", "<</A", "/", "-", ")", ">>", "}", "(\\", "<</A(", "1 0 "] {
            let mut lexer = Lexer::new(words.as_bytes());
            while lexer.next().is_some() {}
            assert!(lexer.rest().is_empty(), "{words}");
        }
        for word in ["[", "<<", "<</A ", "("] {
            let many = word.repeat(100_000);
            let mut lexer = Lexer::new(many.as_bytes());
            while lexer.next().is_some() {}
        }
    }
}
