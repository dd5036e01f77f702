//! The numbers of a report, exact: whole ones and decimal fractions.

use std::cmp::Ordering;
use std::fmt;
use std::num::NonZeroU8;
use std::ops::{Add, Neg, Sub};
use std::str::FromStr;

/// The most digits after the point; what a report writes has far fewer.
const MOST_DECIMALS: u8 = 18;

/// The most digits of a number that is read: so many always fit.
pub const MOST_DIGITS: usize = 18;

/// A decimal number. It has no zeros after its last decimal that counts, so equal
/// numbers are equal in every field.
///
/// Its operations are functions of their own: written out wherever two numbers are
/// added they would be a tenth of the page's module.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Number {
    /// The number without its point.
    mantissa: i64,
    /// Digits after the point, plus one: so that an optional number is no larger.
    decimals: NonZeroU8,
}

impl Number {
    /// Nothing.
    pub const ZERO: Self = Self { mantissa: 0, decimals: NonZeroU8::MIN };

    /// `mantissa` with its point before the last `decimals` digits.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub fn new(mut mantissa: i64, mut decimals: u8) -> Self {
        while decimals > 0 && (mantissa % 10 == 0 || decimals > MOST_DECIMALS) {
            mantissa /= 10;
            decimals -= 1;
        }
        Self { mantissa, decimals: NonZeroU8::MIN.saturating_add(decimals) }
    }

    /// The number without its point.
    pub fn mantissa(self) -> i64 {
        self.mantissa
    }

    /// How many digits stand after the point.
    pub fn decimals(self) -> u8 {
        self.decimals.get() - 1
    }

    /// Whether it is 0.
    pub fn is_zero(self) -> bool {
        self.mantissa == 0
    }

    /// Whether it is less than 0.
    pub fn is_negative(self) -> bool {
        self.mantissa < 0
    }

    /// Whether nothing stands after its point.
    pub fn is_whole(self) -> bool {
        self.decimals == NonZeroU8::MIN
    }

    /// Without its sign.
    pub fn abs(self) -> Self {
        Self { mantissa: self.mantissa.saturating_abs(), ..self }
    }

    /// The number times a power of ten; `None` where that has too many digits.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub fn scaled(self, power: i8) -> Option<Self> {
        match u8::try_from(power) {
            Ok(power) => Some(Self::new(self.mantissa.checked_mul(ten_to(power)?)?, self.decimals())),
            Err(_) => Some(Self::new(self.mantissa, self.decimals().checked_add(power.unsigned_abs())?)),
        }
    }

    /// The sum; `None` where it has too many digits.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub fn checked_add(self, other: Self) -> Option<Self> {
        let (left, right, decimals) = self.aligned(other);
        Some(Self::new(left.checked_add(right)?, decimals))
    }

    /// The difference; `None` where it has too many digits.
    pub fn checked_sub(self, other: Self) -> Option<Self> {
        self.checked_add(-other)
    }

    /// The number with so many decimals, rounded half to even, and whether it is
    /// still the same number.
    pub fn with_decimals(self, decimals: u8) -> (String, bool) {
        let more = self.decimals().saturating_sub(decimals);
        let mantissa = match ten_to(more) {
            Some(unit) if more > 0 => {
                let (whole, rest) = (self.mantissa.div_euclid(unit), self.mantissa.rem_euclid(unit));
                let up = rest > unit - rest || (rest == unit - rest && whole % 2 != 0);
                whole + i64::from(up)
            }
            _ => self.mantissa,
        };
        let rounded = Self::new(mantissa, self.decimals() - more);
        let mut text = rounded.written();
        if decimals > 0 && rounded.is_whole() {
            text.push('.');
        }
        text.extend((rounded.decimals()..decimals).map(|_| '0'));
        (text, rounded == self)
    }

    /// Both without their points, with as many decimals. Decimals that do not fit
    /// into the digits there are get lost.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    fn aligned(self, other: Self) -> (i64, i64, u8) {
        if self.decimals > other.decimals {
            let (right, left, decimals) = other.aligned(self);
            return (left, right, decimals);
        }
        let (mut left, mut right) = (self.mantissa, other.mantissa);
        let mut decimals = self.decimals();
        let mut spare = other.decimals() - decimals;
        while spare > 0 {
            match left.checked_mul(10) {
                Some(more) => {
                    left = more;
                    decimals += 1;
                }
                None => right /= 10,
            }
            spare -= 1;
        }
        (left, right, decimals)
    }
}

/// A whole number in digits. Not `to_string`, whose formatting would be a kilobyte and a
/// half of the page's module.
fn digits(number: u64) -> String {
    let mut unit = 1;
    while number / unit >= 10 {
        unit *= 10;
    }
    let mut digits = String::new();
    while unit > 0 {
        digits.push(char::from(b'0' + (number / unit % 10) as u8));
        unit /= 10;
    }
    digits
}

fn ten_to(power: u8) -> Option<i64> {
    10_i64.checked_pow(u32::from(power))
}

impl Default for Number {
    fn default() -> Self {
        Self::ZERO
    }
}

impl<T: Into<i64>> From<T> for Number {
    fn from(whole: T) -> Self {
        Self { mantissa: whole.into(), ..Self::ZERO }
    }
}

impl Ord for Number {
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    fn cmp(&self, other: &Self) -> Ordering {
        let (left, right, _) = self.aligned(*other);
        left.cmp(&right)
    }
}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Neg for Number {
    type Output = Self;

    fn neg(self) -> Self {
        Self { mantissa: self.mantissa.saturating_neg(), ..self }
    }
}

impl Add for Number {
    type Output = Self;

    #[cfg_attr(target_arch = "wasm32", inline(never))]
    fn add(self, other: Self) -> Self {
        let (left, right, decimals) = self.aligned(other);
        Self::new(left.saturating_add(right), decimals)
    }
}

impl Sub for Number {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        self + -other
    }
}

impl Number {
    /// The number as it is written, without the formatting that `to_string` brings along:
    /// another two kilobytes of the page's module.
    pub fn written(self) -> String {
        // Most numbers of a report, and what all blank cells are filled in with.
        if self.is_zero() {
            return "0".to_string();
        }
        let decimals = usize::from(self.decimals());
        let mut digits = digits(self.mantissa.unsigned_abs());
        if digits.len() <= decimals {
            digits.insert_str(0, &"0".repeat(decimals + 1 - digits.len()));
        }
        if decimals > 0 {
            digits.insert(digits.len() - decimals, '.');
        }
        if self.is_negative() {
            digits.insert(0, '-');
        }
        digits
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.written())
    }
}

/// What is no number: anything but digits with a sign before and a point between.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoNumber;

impl FromStr for Number {
    type Err = NoNumber;

    fn from_str(text: &str) -> Result<Self, NoNumber> {
        let unsigned = text.strip_prefix(any_of!['-', '+']).unwrap_or(text);
        let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, ""));
        let mut mantissa: i64 = 0;
        for digit in whole.bytes().chain(fraction.bytes()) {
            if !digit.is_ascii_digit() {
                return Err(NoNumber);
            }
            let more = mantissa.checked_mul(10).and_then(|m| m.checked_add((digit - b'0').into()));
            mantissa = more.ok_or(NoNumber)?;
        }
        if whole.is_empty() && fraction.is_empty() {
            return Err(NoNumber);
        }
        let decimals = u8::try_from(fraction.len()).map_err(|_| NoNumber)?;
        Ok(Self::new(if text.starts_with('-') { -mantissa } else { mantissa }, decimals))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Number {
        text.parse().unwrap_or_else(|_| panic!("{text} is a number"))
    }

    #[test]
    fn a_number_is_shown_as_it_was_read() {
        for (read, shown) in [
            ("0", "0"),
            ("-0", "0"),
            ("007", "7"),
            ("576.7600", "576.76"),
            ("-0.05", "-0.05"),
            (".5", "0.5"),
            ("999999999999999999", "999999999999999999"),
        ] {
            assert_eq!(number(read).to_string(), shown);
        }
        for read in ["", "-", "1e3", "1.2.3", "一", &"9".repeat(40)] {
            assert_eq!(read.parse::<Number>(), Err(NoNumber), "{read}");
        }
    }

    #[test]
    fn sums_and_comparisons_are_exact() {
        assert_eq!(number("0.1") + number("0.2"), number("0.3"));
        assert_eq!(number("1.5") - number("2"), number("-0.5"));
        assert!(number("0.30") < number("0.31") && number("-2") < number("-1.99"));
        assert_eq!(number("1").max(number("0.99")), number("1"));
        assert_eq!(number("1054900").scaled(-4), Some(number("105.49")));
        assert_eq!(number("1.2").scaled(4), Some(number("12000")));
        let most = Number::new(i64::MAX, 0);
        assert_eq!(most.checked_add(most), None);
        assert_eq!(most.scaled(1), None);
        // More digits than there are: the last decimals get lost, not the sum.
        assert_eq!(most - number("0.001"), most);
    }

    #[test]
    fn decimals_are_rounded_half_to_even() {
        let with = |text, decimals| number(text).with_decimals(decimals);
        assert_eq!(with("1.25", 1), ("1.2".into(), false));
        assert_eq!(with("1.35", 1), ("1.4".into(), false));
        assert_eq!(with("-1.25", 1), ("-1.2".into(), false));
        assert_eq!(with("1.26", 1), ("1.3".into(), false));
        assert_eq!(with("3", 2), ("3.00".into(), true));
        assert_eq!(with("3.1", 2), ("3.10".into(), true));
        assert_eq!(with("2.5", 0), ("2".into(), false));
    }
}
