//! The objects of a file by their numbers. They are found by looking for all of them
//! instead of by the tables of places: so a file whose tables lie, go in circles or are
//! cut off is read as any other. Of two objects with one number the later one holds,
//! as after a change that was appended.

use std::cell::Cell;

use memchr::memmem;

use super::crypt::Key;
use super::filter::{self, Fault};
use super::lexer::{Lexer, is_space};
use super::object::{Dict, Object};
use crate::intake::kind::Kind;
use crate::intake::refusal::Refusal;
use crate::order;

/// The most objects that are listed.
const OBJECTS: usize = 1 << 20;

/// The most bytes that one stream may unpack to.
const STREAM_CAP: usize = 32 << 20;

/// The most bytes that are read and unpacked in all. It also bounds how often the same
/// object is read again.
const WHOLE_CAP: usize = 256 << 20;

/// The most trailers and lists of objects that are looked at.
const TRAILERS: usize = 256;

/// How long a trailer may be.
const TRAILER_LENGTH: usize = 1 << 12;

/// A file and where its objects are.
#[derive(Debug)]
pub struct File<'b> {
    bytes: &'b [u8],
    /// What streams of objects hold, unpacked.
    packed: Vec<Vec<u8>>,
    /// In the order of the numbers.
    places: Vec<Place>,
    room: Cell<usize>,
    /// The dictionaries that name the root, the last one of the file first.
    trailers: Vec<Dict>,
    /// What its streams are encrypted with.
    key: Option<Key>,
}

/// Where an object is: from where to where, in the file or in a stream of objects.
#[derive(Debug, Clone, Copy)]
struct Place {
    number: u32,
    generation: u16,
    stream: Option<u32>,
    start: usize,
    end: usize,
}

impl<'b> File<'b> {
    /// Lists the objects.
    ///
    /// # Errors
    /// When the file is encrypted with a password, or holds more than is read.
    pub fn open(bytes: &'b [u8]) -> Result<Self, Refusal> {
        let plain = list(bytes);
        let room = Cell::new(WHOLE_CAP);
        let places = plain.clone();
        let mut file = Self { bytes, packed: Vec::new(), places, room, trailers: Vec::new(), key: None };
        sort(&mut file.places);

        let mut trailers: Vec<(usize, Dict)> = Vec::new();
        let is = |place: &Place, name: &str| {
            memmem::find(&bytes[place.start..place.end], name.as_bytes()).is_some()
        };
        for place in &plain {
            if trailers.len() < TRAILERS
                && is(place, "XRef")
                && let Object::Dict(dict) = file.object_at(*place)
            {
                trailers.push((place.start, dict));
            }
        }
        for at in memmem::find_iter(bytes, b"trailer").take(TRAILERS) {
            let end = (at + TRAILER_LENGTH).min(bytes.len());
            if let Some(Object::Dict(dict)) = Lexer::new(&bytes[at + b"trailer".len()..end]).next() {
                trailers.push((at, dict));
            }
        }
        order::by_key(&mut trailers, |(at, _)| u128::from(u64::MAX - *at as u64));
        file.trailers = trailers.into_iter().map(|(_, dict)| dict).collect();
        file.unlock()?;

        let mut all = Vec::with_capacity(plain.len());
        for place in plain {
            all.push(place);
            if is(&place, "ObjStm")
                && file.object_at(place).dict().is_some_and(|dict| dict.get("Type").is("ObjStm"))
            {
                file.unpack_objects(place, &mut all)?;
            }
        }
        sort(&mut all);
        file.places = all;
        Ok(file)
    }

    /// Finds the key, where the file is encrypted.
    fn unlock(&mut self) -> Result<(), Refusal> {
        let is_encrypted = |dict: &&Dict| *dict.get("Encrypt") != Object::Null;
        let Some(trailer) = self.trailers.iter().find(is_encrypted) else { return Ok(()) };
        let encryption = self.dict(trailer, "Encrypt");
        let id = match self.items(trailer.get("ID")).first().map(|id| self.resolve(id)) {
            Some(Object::Bytes(id)) => id,
            _ => Vec::new(),
        };
        self.key = Some(Key::open(self, &encryption, &id).ok_or(Refusal::Encrypted)?);
        Ok(())
    }

    /// The dictionary that names the pages.
    ///
    /// # Errors
    /// When there is none.
    pub fn root(&self) -> Result<Dict, Refusal> {
        let has_pages = |object: Object| object.into_dict().filter(|dict| *dict.get("Pages") != Object::Null);
        let named = self.trailers.iter().find_map(|dict| has_pages(self.resolve(dict.get("Root"))));
        let found = || {
            let catalogs = self.places.iter().rev().map(|place| self.object_at(*place));
            catalogs.filter_map(has_pages).find(|dict| dict.get("Type").is("Catalog"))
        };
        named.or_else(found).ok_or(Refusal::Damaged(Kind::Pdf))
    }

    /// Every page's dictionary, where the tree of pages is lost.
    pub fn loose_pages(&self) -> Vec<Dict> {
        let dicts = self.places.iter().filter_map(|place| self.object_at(*place).into_dict());
        dicts.filter(|dict| dict.get("Type").is("Page")).collect()
    }

    /// Whether all that may be read was read.
    pub fn is_exhausted(&self) -> bool {
        self.room.get() == 0
    }

    /// The object itself, or the one it refers to.
    pub fn resolve(&self, object: &Object) -> Object {
        let mut number = match object {
            Object::Reference(number) => *number,
            other => return other.clone(),
        };
        // A reference to a reference is never written; a circle of them ends.
        for _ in 0..4 {
            match self.place(number).map(|place| self.object_at(place)) {
                Some(Object::Reference(next)) => number = next,
                Some(object) => return object,
                None => break,
            }
        }
        Object::Null
    }

    /// The dictionary under `key` of `dict`, empty where there is none.
    pub fn dict(&self, dict: &Dict, key: &str) -> Dict {
        self.resolve(dict.get(key)).into_dict().unwrap_or_default()
    }

    /// The items of an array; an object that is none is one item.
    pub fn items(&self, object: &Object) -> Vec<Object> {
        match self.resolve(object) {
            Object::Array(items) => items,
            Object::Null => Vec::new(),
            // A stream's own dictionary would be read twice.
            _ => vec![object.clone()],
        }
    }

    /// The numbers of an array.
    pub fn numbers(&self, object: &Object) -> Vec<f32> {
        self.items(object).iter().filter_map(|item| self.resolve(item).number()).collect()
    }

    /// A stream's dictionary and what it holds, unpacked.
    ///
    /// # Errors
    /// When it grows over a cap, or is packed in an unknown way.
    pub fn stream(&self, object: &Object) -> Result<(Dict, Vec<u8>), Fault> {
        let Object::Reference(number) = object else { return Err(Fault::Unknown) };
        let place = self.place(*number).filter(|place| place.stream.is_none()).ok_or(Fault::Unknown)?;
        self.stream_at(place)
    }

    fn stream_at(&self, place: Place) -> Result<(Dict, Vec<u8>), Fault> {
        let mut lexer = Lexer::new(&self.bytes[place.start..place.end]);
        let Some(Object::Dict(dict)) = lexer.next() else { return Err(Fault::Unknown) };
        lexer.skip_space();
        if !lexer.rest().starts_with(b"stream") {
            return Err(Fault::Unknown);
        }
        lexer.pass(b"stream".len());
        let start = lexer.rest();
        lexer.pass(if start.starts_with(b"\r\n") { 2 } else { usize::from(start.starts_with(b"\n")) });
        let bytes = self.raw(&dict, place.start + lexer.at(), place.end);
        self.spend(bytes.len())?;

        let filters = match self.resolve(dict.get("Filter")) {
            Object::Name(name) => vec![Object::Name(name)],
            Object::Array(names) => names,
            _ => Vec::new(),
        };
        let parameters = match self.resolve(dict.get("DecodeParms")) {
            Object::Array(items) => items,
            other => vec![other],
        };
        // Tables of places are never encrypted.
        let key = self.key.as_ref().filter(|_| !dict.get("Type").is("XRef"));
        let mut out = key.map(|key| key.decrypted((place.number, place.generation), bytes));
        for (at, filter) in filters.iter().take(4).enumerate() {
            let Object::Name(name) = self.resolve(filter) else { return Err(Fault::Unknown) };
            let parameters = parameters.get(at).and_then(|object| self.resolve(object).into_dict());
            let limit = STREAM_CAP.min(self.room.get());
            let unpacked =
                filter::unpack(&name, parameters.as_ref(), out.as_deref().unwrap_or(bytes), limit)?;
            self.spend(unpacked.len())?;
            out = Some(unpacked);
        }
        Ok((dict, out.unwrap_or_else(|| bytes.to_vec())))
    }

    /// A stream's bytes: as many as it says, if its end then follows; else all up to
    /// where its end stands.
    fn raw(&self, dict: &Dict, start: usize, end: usize) -> &'b [u8] {
        if let Some(length) = self.resolve(dict.get("Length")).index()
            && let Some(stop) = start.checked_add(length)
            && let Some(after) = self.bytes.get(stop..)
        {
            let space = after.iter().take(3).take_while(|b| is_space(**b)).count();
            if after[space..].starts_with(b"endstream") {
                return &self.bytes[start..stop];
            }
        }
        let own = &self.bytes[start.min(end)..end];
        &own[..memmem::find(own, b"endstream").unwrap_or(own.len())]
    }

    fn spend(&self, bytes: usize) -> Result<(), Fault> {
        match self.room.get().checked_sub(bytes) {
            Some(room) => {
                self.room.set(room);
                Ok(())
            }
            None => {
                self.room.set(0);
                Err(Fault::TooLarge)
            }
        }
    }

    fn place(&self, number: u32) -> Option<Place> {
        // The last one of a number is the one that holds.
        let after = self.places.partition_point(|place| place.number <= number);
        self.places[..after].last().filter(|place| place.number == number).copied()
    }

    fn object_at(&self, place: Place) -> Object {
        let whole = match place.stream {
            Some(stream) => self.packed[stream as usize].as_slice(),
            None => self.bytes,
        };
        let mut lexer = Lexer::new(&whole[place.start..place.end]);
        let object = lexer.next();
        match self.spend(lexer.at()) {
            Ok(()) => object.unwrap_or(Object::Null),
            Err(_) => Object::Null,
        }
    }

    /// Lists the objects in a stream of objects.
    fn unpack_objects(&mut self, place: Place, all: &mut Vec<Place>) -> Result<(), Refusal> {
        let (dict, words) = match self.stream_at(place) {
            Ok(stream) => stream,
            Err(Fault::TooLarge) => return Err(Refusal::TooLarge),
            Err(Fault::Unknown) => return Ok(()),
        };
        let first = dict.get("First").index().unwrap_or(0).min(words.len());
        let count = dict.get("N").index().unwrap_or(0);
        let stream = self.packed.len() as u32;
        let mut lexer = Lexer::new(&words[..first]);
        let mut places: Vec<Place> = Vec::new();
        for _ in 0..count.min(OBJECTS.saturating_sub(all.len())) {
            let (Some(number), Some(at)) = (lexer.next(), lexer.next()) else { break };
            let (Some(number), Some(at)) = (number.index(), at.index()) else { break };
            let start = first.saturating_add(at).min(words.len());
            let number = number as u32;
            places.push(Place { number, generation: 0, stream: Some(stream), start, end: words.len() });
        }
        // Each ends where the next in the stream begins, so that none is read twice.
        let mut starts: Vec<usize> = places.iter().map(|place| place.start).collect();
        order::by_key(&mut starts, |start| *start as u128);
        for place in &mut places {
            let next = starts.partition_point(|start| *start <= place.start);
            place.end = starts.get(next).copied().unwrap_or(words.len());
        }
        all.extend(places);
        self.packed.push(words);
        Ok(())
    }
}

/// Sorts by number; of those with the same, a later one comes later.
fn sort(places: &mut [Place]) {
    order::by_key(places, |place| u128::from(place.number));
}

/// The objects that stand in the file itself: `12 0 obj` and what follows, up to the
/// next one.
fn list(bytes: &[u8]) -> Vec<Place> {
    let mut places: Vec<Place> = Vec::new();
    for at in memmem::find_iter(bytes, b"obj") {
        let Some((number, generation, begin)) = numbered(&bytes[..at]) else { continue };
        if places.len() == OBJECTS {
            break;
        }
        if let Some(last) = places.last_mut() {
            last.end = begin.max(last.start);
        }
        places.push(Place { number, generation, stream: None, start: at + 3, end: bytes.len() });
    }
    places
}

/// The number and generation of an object whose `obj` follows `before`, and where they
/// stand.
fn numbered(before: &[u8]) -> Option<(u32, u16, usize)> {
    let spaces = |bytes: &[u8]| bytes.iter().rev().take(16).take_while(|b| is_space(**b)).count();
    let digits = |bytes: &[u8]| bytes.iter().rev().take(11).take_while(|b| b.is_ascii_digit()).count();
    let before = &before[..before.len() - spaces(before)];
    let length = digits(before);
    let (before, generation) = before.split_at(before.len() - length);
    let gap = spaces(before);
    let before = &before[..before.len() - gap];
    let length = digits(before);
    if generation.is_empty() || gap == 0 || length == 0 {
        return None;
    }
    let start = before.len() - length;
    let number = std::str::from_utf8(&before[start..]).ok()?.parse().ok()?;
    let generation = std::str::from_utf8(generation).ok()?.parse().unwrap_or(0);
    Some((number, generation, start))
}
