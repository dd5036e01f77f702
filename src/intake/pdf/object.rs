//! The objects of a PDF.

/// An object, or in a page's content also an operator.
#[derive(Debug, Clone, PartialEq)]
pub enum Object {
    /// Nothing, or what cannot be read.
    Null,
    /// True.
    True,
    /// False.
    False,
    /// A number, whole or not.
    Number(f32),
    /// A name without its slash.
    Name(Vec<u8>),
    /// A string of bytes.
    Bytes(Vec<u8>),
    /// An array.
    Array(Vec<Object>),
    /// A dictionary.
    Dict(Dict),
    /// The number of another object.
    Reference(u32),
    /// A word that is no object.
    Operator(Vec<u8>),
}

/// A dictionary in the order it is written in.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Dict(pub Vec<(Vec<u8>, Object)>);

impl Dict {
    /// The value of `key`; null where there is none.
    pub fn get(&self, key: &str) -> &Object {
        let found = self.0.iter().find(|(name, _)| name == key.as_bytes());
        found.map_or(&Object::Null, |(_, value)| value)
    }

    /// The keys with their values.
    pub fn entries(&self) -> &[(Vec<u8>, Object)] {
        &self.0
    }
}

impl Object {
    /// The number, if it is one.
    pub fn number(&self) -> Option<f32> {
        if let Self::Number(number) = self { Some(*number) } else { None }
    }

    /// The number as a count or place.
    pub fn index(&self) -> Option<usize> {
        self.number().filter(|number| *number >= 0.0).map(|number| number as usize)
    }

    /// Whether it is the name `name`.
    pub fn is(&self, name: &str) -> bool {
        matches!(self, Self::Name(own) if own == name.as_bytes())
    }

    /// The dictionary, if it is one.
    pub fn dict(&self) -> Option<&Dict> {
        if let Self::Dict(dict) = self { Some(dict) } else { None }
    }

    /// The dictionary, if it is one.
    pub fn into_dict(self) -> Option<Dict> {
        if let Self::Dict(dict) = self { Some(dict) } else { None }
    }
}
