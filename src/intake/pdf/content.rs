//! A page's content: the operators that draw it.

use std::collections::BTreeMap;

use super::file::File;
use super::filter::Fault;
use super::font::Font;
use super::matrix::Matrix;
use super::names;
use super::object::{Dict, Lexer, Object};
use super::page::{Glyph, Page, Way};
use crate::intake::encoding::Decoder;
use crate::intake::refusal::Refusal;
use crate::text::Span;

/// How deep drawings within drawings are followed.
const DEPTH: usize = 8;

/// The deepest stack of states.
const STATES: usize = 256;

/// The most operands of one operator.
const OPERANDS: usize = 256;

/// The most operators of a file.
const OPERATORS: usize = 20_000_000;

/// How thick a filled shape may be that is a line, in points.
const THICK: f32 = 3.0;

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

/// What an operator draws with.
#[derive(Clone)]
struct State {
    matrix: Matrix,
    font: Option<usize>,
    size: f32,
    character_space: f32,
    word_space: f32,
    stretch: f32,
    leading: f32,
    rise: f32,
    mode: usize,
}

/// A run through one content.
struct Run<'p> {
    page: &'p mut Page,
    state: State,
    stack: Vec<State>,
    /// Where the next glyph goes, and where the line of text begins.
    text: Matrix,
    text_line: Matrix,
    /// The points of the path that is being built; each part of it begins anew.
    path: Vec<Vec<(f32, f32)>>,
    /// Fonts by the names of these resources.
    names: BTreeMap<Vec<u8>, Option<usize>>,
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
        let state = State {
            matrix,
            font: None,
            size: 0.0,
            character_space: 0.0,
            word_space: 0.0,
            stretch: 1.0,
            leading: 0.0,
            rise: 0.0,
            mode: 0,
        };
        self.run(&bytes, resources, state, page, DEPTH)
    }

    fn run(
        &mut self,
        bytes: &[u8],
        resources: &Dict,
        state: State,
        page: &mut Page,
        depth: usize,
    ) -> Result<(), Refusal> {
        let mut run = Run {
            page,
            state,
            stack: Vec::new(),
            text: Matrix::UNIT,
            text_line: Matrix::UNIT,
            path: Vec::new(),
            names: BTreeMap::new(),
        };
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

impl Run<'_> {
    fn advance(&mut self, (x, y): (f32, f32)) {
        self.text = Matrix([1.0, 0.0, 0.0, 1.0, x, y]).then(&self.text);
    }

    fn next_line(&mut self, x: f32, y: f32) {
        self.text_line = Matrix([1.0, 0.0, 0.0, 1.0, x, y]).then(&self.text_line);
        self.text = self.text_line;
    }

    /// Puts a glyph on the page.
    fn glyph(&mut self, words: &str, origin: (f32, f32), width: f32, is_read: bool, string: u32) {
        let matrix = self.text.then(&self.state.matrix);
        let (x, y) = matrix.point(origin);
        let (right, down) = matrix.direction((width, 0.0));
        let (up_x, up_y) = matrix.direction((0.0, self.state.size));
        let size = (up_x * up_x + up_y * up_y).sqrt();
        if !(x.is_finite() && y.is_finite() && size.is_finite() && right.is_finite() && down.is_finite()) {
            return;
        }
        // What stands off the page is not seen.
        let (page_width, page_height) = self.page.size;
        if x < -size || x > page_width + size || y < -size || y > page_height + size {
            return;
        }
        let mut way = Way::of(matrix.direction((if self.state.size < 0.0 { -1.0 } else { 1.0 }, 0.0)));
        // A mirrored glyph, as in fonts drawn upside down twice, runs as it is drawn.
        if width == 0.0 {
            way = Way::of(matrix.direction((1.0, 0.0)));
        }
        let start = self.page.words.len();
        self.page.words.extend(words.chars().map(names::unified));
        let span = Span::new(start, self.page.words.len());
        let length = (right * right + down * down).sqrt();
        let x = match way {
            Way::Right if right < 0.0 => (x + right, x),
            _ => (x, x + length),
        };
        if self.state.mode == 3 {
            self.page.invisible += 1;
        }
        self.page.unread += usize::from(!is_read);
        self.page.glyphs.push(Glyph { words: span, x, y, size, way, string });
    }

    fn operator(&mut self, operator: &[u8], operands: &[Object]) {
        let n = |at: usize| number(operands, at);
        let state = &mut self.state;
        match operator {
            b"q" if self.stack.len() < STATES => self.stack.push(state.clone()),
            b"Q" => {
                if let Some(before) = self.stack.pop() {
                    *state = before;
                }
            }
            b"cm" => state.matrix = Matrix([n(0), n(1), n(2), n(3), n(4), n(5)]).then(&state.matrix),
            b"BT" => (self.text, self.text_line) = (Matrix::UNIT, Matrix::UNIT),
            b"Tc" => state.character_space = n(0),
            b"Tw" => state.word_space = n(0),
            b"Tz" => state.stretch = n(0) / 100.0,
            b"TL" => state.leading = n(0),
            b"Ts" => state.rise = n(0),
            b"Tr" => state.mode = n(0) as usize,
            b"Td" => self.next_line(n(0), n(1)),
            b"TD" => {
                state.leading = -n(1);
                self.next_line(n(0), n(1));
            }
            b"Tm" => {
                self.text_line = Matrix([n(0), n(1), n(2), n(3), n(4), n(5)]);
                self.text = self.text_line;
            }
            b"T*" => {
                let leading = state.leading;
                self.next_line(0.0, -leading);
            }
            b"m" => {
                let point = state.matrix.point((n(0), n(1)));
                self.path.push(vec![point]);
            }
            b"l" => self.to((n(0), n(1))),
            b"c" => self.to((n(4), n(5))),
            b"v" | b"y" => self.to((n(2), n(3))),
            b"h" => {
                if let Some(part) = self.path.last_mut()
                    && let Some(first) = part.first().copied()
                {
                    part.push(first);
                }
            }
            b"re" => {
                let (x, y, width, height) = (n(0), n(1), n(2), n(3));
                let corners = [(x, y), (x + width, y), (x + width, y + height), (x, y + height), (x, y)];
                self.path.push(corners.iter().map(|corner| state.matrix.point(*corner)).collect());
            }
            b"S" | b"s" => self.paint(true, false, operator == b"s"),
            b"f" | b"F" | b"f*" => self.paint(false, true, false),
            b"B" | b"B*" => self.paint(true, true, false),
            b"b" | b"b*" => self.paint(true, true, true),
            b"n" => self.path.clear(),
            _ => {}
        }
    }

    fn to(&mut self, point: (f32, f32)) {
        let point = self.state.matrix.point(point);
        if let Some(part) = self.path.last_mut() {
            part.push(point);
        }
    }

    /// Draws the path: its edges, and filled what is as thin as a line.
    fn paint(&mut self, stroke: bool, fill: bool, close: bool) {
        for mut part in std::mem::take(&mut self.path) {
            if close {
                part.extend(part.first().copied());
            }
            let range = |values: &mut dyn Iterator<Item = f32>| {
                values.fold((f32::INFINITY, f32::NEG_INFINITY), |(low, high), v| (low.min(v), high.max(v)))
            };
            let (left, right) = range(&mut part.iter().map(|point| point.0));
            let (top, bottom) = range(&mut part.iter().map(|point| point.1));
            let (width, height) = (right - left, bottom - top);
            if fill && width.min(height) <= THICK {
                let (x, y) = ((left + right) / 2.0, (top + bottom) / 2.0);
                // A dot may be one of a dotted line of either way.
                let is_dot = width.max(height) <= THICK;
                if width > height || is_dot {
                    self.page.line((left, y), (right, y));
                }
                if width <= height || is_dot {
                    self.page.line((x, top), (x, bottom));
                }
            } else if stroke {
                for edge in part.windows(2) {
                    self.page.line(edge[0], edge[1]);
                }
            }
        }
    }
}

/// The operand at `at`, 0 where there is none.
fn number(operands: &[Object], at: usize) -> f32 {
    operands.get(at).and_then(Object::number).unwrap_or(0.0)
}

/// Passes over a picture that stands within the content.
fn skip_picture(lexer: &mut Lexer, page: &mut Page) {
    page.pictures += 1;
    let rest = lexer.rest();
    let end = memchr::memmem::find_iter(rest, b"EI").find(|at| {
        let around =
            |at: Option<usize>| at.and_then(|at| rest.get(at)).is_none_or(|b| super::object::is_space(*b));
        around(at.checked_sub(1)) && around(Some(at + 2))
    });
    lexer.pass(end.map_or(rest.len(), |end| end + 2));
}
