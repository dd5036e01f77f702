//! JSON in little code, for the module in browsers: what `serde_json` writes, by one
//! function for all whole numbers and with no tables for fractions.

use std::fmt::{self, Error};

use serde::Serialize;
use serde::ser::{Impossible, SerializeSeq, SerializeStruct, SerializeTuple, Serializer};

use crate::text::Number;

/// `value` as JSON; a number that is not whole is written by `fraction`. For what the
/// documents of this library are made of: it knows no maps and no enums.
///
/// # Errors
/// When `value` holds something else.
pub fn json(value: &impl Serialize, fraction: fn(f64) -> String) -> Result<String, Error> {
    let mut writer = Writer { out: String::new(), fraction };
    value.serialize(&mut writer)?;
    Ok(writer.out)
}

struct Writer {
    out: String,
    fraction: fn(f64) -> String,
}

type Nothing = Impossible<(), Error>;

impl Writer {
    fn add(&mut self, words: &str) -> fmt::Result {
        self.out.push_str(words);
        Ok(())
    }

    #[inline(never)]
    fn whole(&mut self, number: i64) -> fmt::Result {
        self.add(&Number::from(number).written())
    }

    #[inline(never)]
    fn string(&mut self, words: &str) -> fmt::Result {
        self.out.push('"');
        // What stays as it is, which is nearly all, is taken over at once.
        let mut kept = 0;
        for (at, byte) in words.bytes().enumerate() {
            if byte >= b' ' && byte != b'"' && byte != b'\\' {
                continue;
            }
            self.out.push_str(&words[kept..at]);
            kept = at;
            if byte >= b' ' {
                self.out.push('\\');
            } else {
                self.out.push_str(if byte < 16 { "\\u000" } else { "\\u001" });
                self.out.push(char::from_digit(u32::from(byte % 16), 16).unwrap_or_default());
                kept += 1;
            }
        }
        self.out.push_str(&words[kept..]);
        self.add("\"")
    }

    /// Parts one to a comma between `begin` and what [`Parts`] ends with.
    fn parts(&mut self, begin: char, end: &'static str) -> Result<Parts<'_>, Error> {
        self.out.push(begin);
        Ok(Parts { writer: self, end })
    }
}

/// An array or an object that is being written.
struct Parts<'w> {
    writer: &'w mut Writer,
    end: &'static str,
}

impl Parts<'_> {
    /// The writer for the next part.
    #[inline(never)]
    fn next(&mut self) -> &mut Writer {
        if !matches!(self.writer.out.as_bytes().last(), Some(b'[' | b'{')) {
            self.writer.out.push(',');
        }
        self.writer
    }

    /// The writer for the value of `key`.
    #[inline(never)]
    fn named(&mut self, key: &str) -> Result<&mut Writer, Error> {
        let writer = self.next();
        writer.string(key)?;
        writer.out.push(':');
        Ok(writer)
    }
}

impl SerializeSeq for Parts<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> fmt::Result {
        value.serialize(self.next())
    }

    fn end(self) -> fmt::Result {
        self.writer.add(self.end)
    }
}

impl SerializeTuple for Parts<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> fmt::Result {
        value.serialize(self.next())
    }

    fn end(self) -> fmt::Result {
        self.writer.add(self.end)
    }
}

impl SerializeStruct for Parts<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> fmt::Result {
        value.serialize(self.named(key)?)
    }

    fn end(self) -> fmt::Result {
        self.writer.add(self.end)
    }
}

impl<'w> Serializer for &'w mut Writer {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = Parts<'w>;
    type SerializeTuple = Parts<'w>;
    type SerializeStruct = Parts<'w>;
    type SerializeTupleStruct = Nothing;
    type SerializeTupleVariant = Nothing;
    type SerializeMap = Nothing;
    type SerializeStructVariant = Nothing;

    fn serialize_bool(self, value: bool) -> fmt::Result {
        self.add(if value { "true" } else { "false" })
    }

    fn serialize_i8(self, value: i8) -> fmt::Result {
        self.whole(value.into())
    }

    fn serialize_i16(self, value: i16) -> fmt::Result {
        self.whole(value.into())
    }

    fn serialize_i32(self, value: i32) -> fmt::Result {
        self.whole(value.into())
    }

    fn serialize_i64(self, value: i64) -> fmt::Result {
        self.whole(value)
    }

    fn serialize_u8(self, value: u8) -> fmt::Result {
        self.whole(value.into())
    }

    fn serialize_u16(self, value: u16) -> fmt::Result {
        self.whole(value.into())
    }

    fn serialize_u32(self, value: u32) -> fmt::Result {
        self.whole(value.into())
    }

    fn serialize_u64(self, value: u64) -> fmt::Result {
        self.whole(value.try_into().map_err(|_| Error)?)
    }

    fn serialize_f32(self, value: f32) -> fmt::Result {
        self.serialize_f64(value.into())
    }

    fn serialize_f64(self, value: f64) -> fmt::Result {
        self.add(&(self.fraction)(value))
    }

    fn serialize_char(self, value: char) -> fmt::Result {
        self.string(value.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, value: &str) -> fmt::Result {
        self.string(value)
    }

    fn serialize_none(self) -> fmt::Result {
        self.add("null")
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> fmt::Result {
        value.serialize(self)
    }

    fn serialize_unit(self) -> fmt::Result {
        self.add("null")
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> fmt::Result {
        value.serialize(self)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Parts<'w>, Error> {
        self.parts('[', "]")
    }

    fn collect_seq<I: IntoIterator<Item: Serialize>>(self, values: I) -> fmt::Result {
        let mut list = self.parts('[', "]")?;
        for value in values {
            SerializeSeq::serialize_element(&mut list, &value)?;
        }
        SerializeSeq::end(list)
    }

    fn serialize_tuple(self, _: usize) -> Result<Parts<'w>, Error> {
        self.parts('[', "]")
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Parts<'w>, Error> {
        self.parts('{', "}")
    }

    fn serialize_bytes(self, _: &[u8]) -> fmt::Result {
        Err(Error)
    }

    fn serialize_unit_struct(self, _: &'static str) -> fmt::Result {
        Err(Error)
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, _: &'static str) -> fmt::Result {
        Err(Error)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> fmt::Result {
        Err(Error)
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Nothing, Error> {
        Err(Error)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Nothing, Error> {
        Err(Error)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Nothing, Error> {
        Err(Error)
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Nothing, Error> {
        Err(Error)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Serialize)]
    struct Odd<'a> {
        words: &'a str,
        none: Option<u8>,
        some: Option<[u32; 2]>,
        empty: [i64; 0],
        list: Vec<(bool, char)>,
        fraction: f64,
        lowest: i64,
    }

    #[test]
    fn it_writes_what_serde_json_writes() {
        let odd = Odd {
            words: "“勾稽”\t\"[{\\/\u{1}\r\n\u{7f}\u{2028}😀[",
            none: None,
            some: Some([7, 11]),
            empty: [],
            list: vec![(true, ','), (false, '"')],
            fraction: -0.25,
            lowest: i64::MIN,
        };
        let written = json(&odd, |number| number.to_string()).unwrap();
        let read: serde_json::Value = serde_json::from_str(&written).unwrap();
        assert_eq!(read, serde_json::to_value(&odd).unwrap(), "{written}");
        assert!(json(&u64::MAX, |_| String::new()).is_err());
    }
}
