//! A hash that stays the same from one release to the next, which std's hashers do
//! not promise.

/// FNV-1a with 64 bits. It tells things apart and seals nothing: nobody gains by
/// making two of them alike.
#[derive(Debug, Clone, Copy)]
pub struct Fnv(u64);

impl Default for Fnv {
    /// The hash of nothing.
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Fnv {
    /// Takes in a piece; where it ends counts.
    pub fn write(&mut self, bytes: &[u8]) {
        for byte in bytes.iter().chain(&[0]) {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }

    /// The hash of all that was taken in.
    pub fn value(self) -> u64 {
        self.0
    }

    /// The hash as 16 hexadecimal digits.
    pub fn digits(self) -> String {
        hexadecimal(self.0, 16, b"0123456789abcdef")
    }
}

/// `value` in hexadecimal `digits`, with zeros before it up to `least` of them. What
/// `format!` needs for this would be two kilobytes of the page's module.
pub fn hexadecimal(value: u64, least: u32, digits: &[u8; 16]) -> String {
    let length = (u64::BITS - value.leading_zeros()).div_ceil(4).max(least);
    (0..length).rev().map(|place| char::from(digits[(value >> (4 * place)) as usize & 15])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hexadecimal_digits_are_as_many_as_are_asked_for_and_needed() {
        assert_eq!(hexadecimal(0xfffd, 4, b"0123456789ABCDEF"), "FFFD");
        assert_eq!(hexadecimal(7, 4, b"0123456789ABCDEF"), "0007");
        assert_eq!(hexadecimal(0x10_ffff, 4, b"0123456789abcdef"), "10ffff");
        assert_eq!(hexadecimal(u64::MAX, 16, b"0123456789abcdef"), "f".repeat(16));
    }
}
