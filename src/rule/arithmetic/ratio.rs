//! Shares and growth in percent, exactly.

use crate::parse::prose::Quantity;
use crate::text::Number;

/// How a percentage comes out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ratio {
    /// What it should be, with as many decimals as are shown.
    pub expected: Number,
    /// How far off it is, in thousandths of its last shown digit.
    pub off: i64,
}

impl Ratio {
    /// Whether it is right when rounded.
    pub fn is_right(self) -> bool {
        self.off <= 501
    }

    /// Whether it is right but for its last digit, as when digits are cut off or the
    /// shares were made to sum to 100.
    pub fn is_nearly_right(self) -> bool {
        self.off <= 1001
    }
}

/// `part` of `total` in percent, held against what is shown. `None` where a number is
/// not exact, is rounded itself or too long to reckon with.
pub fn percent(part: Number, total: Number, shown: &Quantity) -> Option<Ratio> {
    let decimals = u8::try_from(-shown.place).ok().filter(|d| *d <= 6)?;
    let scale = part.decimals().max(total.decimals());
    let whole = |n: Number| n.scaled(scale as i8).map(Number::mantissa);
    let (part, total) = (whole(part)?, whole(total)?);
    if total <= 0 {
        return None;
    }
    let fine = quotient(part, total, decimals + 5)?;
    let expected = quotient(part, total, decimals + 2)?;
    let stated = shown.value.scaled(decimals as i8)?.mantissa().checked_mul(1000)?;
    Some(Ratio { expected: Number::new(expected, decimals), off: fine.checked_sub(stated)?.checked_abs()? })
}

/// A quotient with so many decimals, without its point and rounded half up: divided as
/// on paper, digit by digit. The divisor is more than 0; `None` where there are too
/// many digits.
fn quotient(dividend: i64, divisor: i64, decimals: u8) -> Option<i64> {
    let (mut quotient, mut rest) = (dividend.div_euclid(divisor), dividend.rem_euclid(divisor));
    for _ in 0..decimals {
        rest = rest.checked_mul(10)?;
        quotient = quotient.checked_mul(10)?.checked_add(rest / divisor)?;
        rest %= divisor;
    }
    quotient.checked_add(i64::from(rest >= divisor - rest))
}

/// Whether a number can be reckoned with: exact, not rounded to tens of thousands, and
/// counting something.
pub fn is_plain(quantity: &Quantity) -> bool {
    quantity.is_exact() && quantity.place <= 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quotient_is_rounded_half_up_and_has_no_more_digits_than_fit() {
        assert_eq!(quotient(1, 3, 4), Some(3333));
        assert_eq!(quotient(2, 3, 4), Some(6667));
        assert_eq!(quotient(1, 8, 2), Some(13));
        assert_eq!(quotient(-1, 8, 2), Some(-12));
        assert_eq!(quotient(5, 1, 0), Some(5));
        assert_eq!(quotient(i64::MAX, 2, 1), None);
        assert_eq!(quotient(1, i64::MAX, 1), Some(0));
    }
}
