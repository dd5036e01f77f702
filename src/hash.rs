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
        format!("{:016x}", self.0)
    }
}
