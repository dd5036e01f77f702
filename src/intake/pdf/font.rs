//! Fonts: what the codes of a string stand for and how wide they are.

use std::collections::BTreeMap;

use super::cmap::Cmap;
use super::file::File;
use super::names;
use super::object::{Dict, Object};
use crate::intake::encoding::{Decoder, utf16_be};

/// The most widths of one font.
const WIDTHS: usize = 1 << 17;

/// A font.
#[derive(Debug)]
pub struct Font {
    codes: Codes,
    to_unicode: Cmap,
    /// A simple font's own characters.
    own: BTreeMap<u8, char>,
    widths: BTreeMap<u32, f32>,
    default_width: f32,
    /// Of a width, in the size of the font.
    unit: f32,
    /// Whether lines go down the page.
    pub is_vertical: bool,
}

/// How a string is cut into codes, and what they are where the font has no table to
/// characters.
#[derive(Debug)]
enum Codes {
    /// One byte each.
    Simple,
    /// Two bytes each: numbers of glyphs, which say nothing by themselves.
    Glyphs,
    /// UTF-16.
    Utf16,
    /// GBK or GB18030.
    Gb,
    /// As a table within the file says.
    Table(Cmap),
}

/// One code of a string.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Code {
    /// How wide it is in the size of the font.
    pub width: f32,
    /// Whether it is the single byte 32, which word spacing goes with.
    pub is_space: bool,
    /// Whether it is known what it stands for.
    pub is_read: bool,
}

impl Font {
    /// Reads a font's dictionary.
    pub fn read(file: &File, dict: &Dict) -> Self {
        let to_unicode = match file.stream(dict.get("ToUnicode")) {
            Ok((_, bytes)) => Cmap::read(&bytes),
            Err(_) => Cmap::default(),
        };
        let mut font = Self {
            codes: Codes::Simple,
            to_unicode,
            own: BTreeMap::new(),
            widths: BTreeMap::new(),
            default_width: 500.0,
            unit: 0.001,
            is_vertical: false,
        };
        if dict.get("Subtype").is("Type0") {
            font.composite(file, dict);
        } else {
            font.simple(file, dict);
        }
        font
    }

    fn composite(&mut self, file: &File, dict: &Dict) {
        let encoding = dict.get("Encoding");
        self.codes = match file.resolve(encoding) {
            Object::Name(name) => {
                let name = String::from_utf8_lossy(&name).into_owned();
                self.is_vertical = name.ends_with("-V");
                match name.as_str() {
                    name if name.contains("UCS2") || name.contains("UTF16") => Codes::Utf16,
                    name if name.starts_with("GB") => Codes::Gb,
                    _ => Codes::Glyphs,
                }
            }
            Object::Dict(_) => match file.stream(encoding) {
                Ok((dict, bytes)) => {
                    self.is_vertical = dict.get("WMode").index() == Some(1);
                    Codes::Table(Cmap::read(&bytes))
                }
                Err(_) => Codes::Glyphs,
            },
            _ => Codes::Glyphs,
        };
        let descendant = file.items(dict.get("DescendantFonts")).first().map(|font| file.resolve(font));
        let Some(descendant) = descendant.and_then(Object::into_dict) else { return };
        self.default_width = file.resolve(descendant.get("DW")).number().unwrap_or(1000.0);
        let widths = file.items(descendant.get("W"));
        let mut at = 0;
        // `first [w w w]` or `first last w`, one after the other.
        while let Some(first) = widths.get(at).and_then(|object| file.resolve(object).index()) {
            match widths.get(at + 1).map(|object| file.resolve(object)) {
                Some(Object::Array(each)) => {
                    for (glyph, width) in (first..).zip(&each) {
                        self.width(glyph, file.resolve(width).number());
                    }
                    at += 2;
                }
                Some(Object::Number(last)) => {
                    let width = widths.get(at + 2).and_then(|object| file.resolve(object).number());
                    for glyph in first..=(last.max(0.0) as usize).min(0xffff) {
                        self.width(glyph, width);
                    }
                    at += 3;
                }
                _ => break,
            }
            if self.widths.len() > WIDTHS {
                break;
            }
        }
    }

    fn width(&mut self, glyph: usize, width: Option<f32>) {
        if let Some(width) = width.filter(|_| self.widths.len() <= WIDTHS) {
            self.widths.insert(glyph as u32, width);
        }
    }

    fn simple(&mut self, file: &File, dict: &Dict) {
        let descriptor = file.dict(dict, "FontDescriptor");
        if dict.get("Subtype").is("Type3") {
            self.unit = file.numbers(dict.get("FontMatrix")).first().map_or(0.001, |unit| unit.abs());
            self.default_width = 0.0;
        } else if let Some(width) = descriptor.get("MissingWidth").number().filter(|width| *width > 0.0) {
            self.default_width = width;
        }
        let first = file.resolve(dict.get("FirstChar")).index().unwrap_or(0);
        for (code, width) in (first..256).zip(file.items(dict.get("Widths"))) {
            self.width(code, file.resolve(&width).number());
        }
        // The characters of fonts of symbols are their own.
        let symbolic = descriptor.get("Flags").index().is_some_and(|flags| flags & 4 != 0);
        let encoding = file.resolve(dict.get("Encoding"));
        let (base, differences) = match &encoding {
            Object::Dict(dict) => (dict.get("BaseEncoding").clone(), file.items(dict.get("Differences"))),
            name => (name.clone(), Vec::new()),
        };
        let has_base = matches!(base, Object::Name(_));
        if has_base || !symbolic && !dict.get("Subtype").is("Type3") {
            let windows = !base.is("MacRomanEncoding");
            for code in 0..=255 {
                if let Some(c) = names::standard(code, windows) {
                    self.own.insert(code, c);
                }
            }
        }
        let mut code = 0;
        for object in differences {
            match file.resolve(&object) {
                Object::Number(number) => code = number as usize,
                Object::Name(name) => {
                    if let Ok(code) = u8::try_from(code) {
                        match names::character(&name) {
                            Some(c) => drop(self.own.insert(code, c)),
                            None => drop(self.own.remove(&code)),
                        }
                    }
                    code = code.saturating_add(1);
                }
                _ => {}
            }
        }
    }

    /// Takes the first code off `bytes` and appends what it stands for to `out`.
    pub fn code(&self, bytes: &mut &[u8], decoder: &dyn Decoder, out: &mut String) -> Code {
        let length = match &self.codes {
            Codes::Simple => 1,
            Codes::Glyphs => 2,
            Codes::Utf16 if matches!(bytes[0], 0xd8..=0xdb) => 4,
            Codes::Utf16 => 2,
            Codes::Gb if bytes[0] < 0x81 => 1,
            Codes::Gb if bytes.get(1).is_some_and(u8::is_ascii_digit) => 4,
            Codes::Gb => 2,
            Codes::Table(table) => table.length(bytes).unwrap_or(2),
        };
        let (own, rest) = bytes.split_at(length.min(bytes.len()));
        *bytes = rest;
        let code = own.iter().fold(0_u32, |code, byte| code << 8 | u32::from(*byte));
        let start = out.len();
        let is_read = self.to_unicode.words(code, out) || self.without_table(own, decoder, out);
        if !is_read {
            out.truncate(start);
            out.push(char::REPLACEMENT_CHARACTER);
        }
        let is_narrow = || out[start..].is_ascii();
        let width = match &self.codes {
            Codes::Simple | Codes::Glyphs => self.widths.get(&code).copied().unwrap_or(self.default_width),
            Codes::Table(table) => {
                let glyph = table.glyph(code).unwrap_or(code);
                self.widths.get(&glyph).copied().unwrap_or(self.default_width)
            }
            // Which glyph it is tells a table that no file brings; of the fonts that go
            // with these, what is ASCII takes half.
            Codes::Utf16 | Codes::Gb if is_narrow() => self.default_width / 2.0,
            Codes::Utf16 | Codes::Gb => self.default_width,
        };
        Code { width: width * self.unit, is_space: own == b" ", is_read }
    }

    fn without_table(&self, own: &[u8], decoder: &dyn Decoder, out: &mut String) -> bool {
        let words = match &self.codes {
            Codes::Simple => {
                let c = own.first().and_then(|byte| self.own.get(byte));
                out.extend(c);
                return c.is_some();
            }
            Codes::Glyphs | Codes::Table(_) => return false,
            Codes::Utf16 => utf16_be(own),
            Codes::Gb => decoder.gb18030(own),
        };
        out.push_str(&words);
        !words.contains(char::REPLACEMENT_CHARACTER)
    }
}
