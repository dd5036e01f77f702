//! A page's content: its operators, and the fonts and drawings that they name.

use std::collections::BTreeMap;

use super::drawing::{Run, State, number};
use super::file::File;
use super::filter::Fault;
use super::font::Font;
use super::lexer::{Lexer, is_space};
use super::matrix::Matrix;
use super::object::{Dict, Object};
use super::page::Page;
use crate::intake::encoding::Decoder;
use crate::intake::refusal::Refusal;

/// How deep drawings within drawings are followed.
const DEPTH: usize = 8;

/// The most operands of one operator.
const OPERANDS: usize = 256;

/// The most operators of a file.
const OPERATORS: usize = 20_000_000;

/// Draws pages.
pub struct Content<'f, 'b> {
    file: &'f File<'b>,
    decoder: &'f dyn Decoder,
    /// Fonts that were read: by number, or by where they stand in a page.
    fonts: Vec<Font>,
    font_ids: BTreeMap<u32, usize>,
    operators: usize,
    strings: u32,
}

impl<'f, 'b> Content<'f, 'b> {
    /// Draws the pages of `file`.
    pub fn new(file: &'f File<'b>, decoder: &'f dyn Decoder) -> Self {
        Self { file, decoder, fonts: Vec::new(), font_ids: BTreeMap::new(), operators: 0, strings: 0 }
    }

    /// Draws one page; `matrix` moves its places to those it is shown at.
    ///
    /// # Errors
    /// When it grows over a cap.
    pub fn draw(
        &mut self,
        contents: &Object,
        resources: &Dict,
        matrix: Matrix,
        page: &mut Page,
    ) -> Result<(), Refusal> {
        let mut bytes = Vec::new();
        for part in self.file.items(contents) {
            match self.file.stream(&part) {
                Ok((_, part)) => bytes.extend(part),
                Err(Fault::TooLarge) => return Err(Refusal::TooLarge),
                Err(Fault::Unknown) => {}
            }
            bytes.push(b'\n');
        }
        self.run(&bytes, resources, State::new(matrix), page, DEPTH)
    }

    fn run(
        &mut self,
        bytes: &[u8],
        resources: &Dict,
        state: State,
        page: &mut Page,
        depth: usize,
    ) -> Result<(), Refusal> {
        let mut run = Run::new(page, state);
        let mut lexer = Lexer::new(bytes);
        let mut operands: Vec<Object> = Vec::new();
        while let Some(object) = lexer.next() {
            let Object::Operator(operator) = object else {
                if operands.len() < OPERANDS {
                    operands.push(object);
                }
                continue;
            };
            self.operators += 1;
            if self.operators > OPERATORS {
                return Err(Refusal::TooLarge);
            }
            match operator.as_slice() {
                b"Tf" => {
                    if let Some(Object::Name(name)) = operands.first() {
                        run.state.font = self.font(&mut run.names, resources, name);
                    }
                    run.state.size = number(&operands, 1);
                }
                b"Tj" => self.show(&mut run, operands.first()),
                b"'" | b"\"" => {
                    if operator == b"\"" {
                        run.state.word_space = number(&operands, 0);
                        run.state.character_space = number(&operands, 1);
                    }
                    run.next_line(0.0, -run.state.leading);
                    self.show(&mut run, operands.last());
                }
                b"TJ" => {
                    if let Some(Object::Array(items)) = operands.first() {
                        for item in items {
                            match item {
                                Object::Number(back) => self.step(&mut run, *back),
                                string => self.show_part(&mut run, string),
                            }
                        }
                    }
                    self.strings += 1;
                }
                b"Do" => {
                    if let Some(Object::Name(name)) = operands.first() {
                        self.place(&mut run, resources, name, depth)?;
                    }
                }
                b"ID" => skip_picture(&mut lexer, run.page),
                other => run.operator(other, &operands),
            }
            operands.clear();
        }
        Ok(())
    }

    /// The font that `resources` call `name`.
    fn font(
        &mut self,
        names: &mut BTreeMap<Vec<u8>, Option<usize>>,
        resources: &Dict,
        name: &[u8],
    ) -> Option<usize> {
        if let Some(font) = names.get(name) {
            return *font;
        }
        let fonts = self.file.dict(resources, "Font");
        let object = fonts.entries().iter().find(|(own, _)| own == name).map(|(_, object)| object);
        let number = if let Some(Object::Reference(number)) = object { Some(*number) } else { None };
        let known = number.and_then(|number| self.font_ids.get(&number).copied());
        let font = known.or_else(|| {
            let dict = self.file.resolve(object?).into_dict()?;
            self.fonts.push(Font::read(self.file, &dict));
            let font = self.fonts.len() - 1;
            number.map(|number| self.font_ids.insert(number, font));
            Some(font)
        });
        names.insert(name.to_vec(), font);
        font
    }

    /// A form (a drawing within the drawing) or a picture.
    fn place(&mut self, run: &mut Run, resources: &Dict, name: &[u8], depth: usize) -> Result<(), Refusal> {
        let objects = self.file.dict(resources, "XObject");
        let Some((_, object)) = objects.entries().iter().find(|(own, _)| own == name) else { return Ok(()) };
        let Some(dict) = self.file.resolve(object).into_dict() else { return Ok(()) };
        if dict.get("Subtype").is("Image") {
            run.page.pictures += 1;
            return Ok(());
        }
        if !dict.get("Subtype").is("Form") || depth == 0 {
            return Ok(());
        }
        let bytes = match self.file.stream(object) {
            Ok((_, bytes)) => bytes,
            Err(Fault::TooLarge) => return Err(Refusal::TooLarge),
            Err(Fault::Unknown) => return Ok(()),
        };
        let mut state = run.state.clone();
        if let [a, b, c, d, e, f] = self.file.numbers(dict.get("Matrix"))[..] {
            state.matrix = Matrix([a, b, c, d, e, f]).then(&state.matrix);
        }
        let own = self.file.resolve(dict.get("Resources")).into_dict();
        self.run(&bytes, own.as_ref().unwrap_or(resources), state, run.page, depth - 1)
    }

    fn show(&mut self, run: &mut Run, string: Option<&Object>) {
        if let Some(string) = string {
            self.show_part(run, string);
        }
        self.strings += 1;
    }

    /// A step between the parts of a string, in thousandths of the size.
    fn step(&self, run: &mut Run, back: f32) {
        let step = -back / 1000.0 * run.state.size;
        let vertical = run.state.font.is_some_and(|font| self.fonts[font].is_vertical);
        run.advance(if vertical { (0.0, step) } else { (step * run.state.stretch, 0.0) });
    }

    fn show_part(&self, run: &mut Run, string: &Object) {
        let (Object::Bytes(bytes), Some(font)) = (string, run.state.font) else { return };
        let font = &self.fonts[font];
        let mut rest = bytes.as_slice();
        let mut words = String::new();
        while !rest.is_empty() && run.page.has_room() {
            words.clear();
            let code = font.code(&mut rest, self.decoder, &mut words);
            let state = &run.state;
            let space = state.character_space + if code.is_space { state.word_space } else { 0.0 };
            let width = code.width * state.size;
            let (origin, step) = if font.is_vertical {
                ((-width / 2.0, state.rise - 0.88 * state.size), (0.0, space - state.size))
            } else {
                ((0.0, state.rise), ((width + space) * state.stretch, 0.0))
            };
            run.glyph(&words, origin, width * state.stretch, code.is_read, self.strings);
            run.advance(step);
        }
    }
}

/// Passes over a picture that stands within the content.
fn skip_picture(lexer: &mut Lexer, page: &mut Page) {
    page.pictures += 1;
    let rest = lexer.rest();
    let end = memchr::memmem::find_iter(rest, b"EI").find(|at| {
        let around = |at: Option<usize>| at.and_then(|at| rest.get(at)).is_none_or(|b| is_space(*b));
        around(at.checked_sub(1)) && around(Some(at + 2))
    });
    lexer.pass(end.map_or(rest.len(), |end| end + 2));
}
