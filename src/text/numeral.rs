//! Numbers as reports write them.

pub use rust_decimal::Decimal as Number;

/// What a cell holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Value {
    /// Nothing, or only a mark for nothing.
    Blank,
    /// A number.
    Number(Number),
    /// Something that is no number.
    Text,
}
