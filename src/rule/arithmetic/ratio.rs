//! Shares and growth in percent, exactly.

use crate::parse::prose::Quantity;
use crate::text::Number;

/// How a percentage comes out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ratio {
    /// What it should be, with as many decimals as are shown.
    pub expected: Number,
    /// How far off it is, in thousandths of its last shown digit.
    pub off: i128,
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
    let fine = rounded(part.checked_mul(100_000)?.checked_mul(10_i128.pow(decimals.into()))?, total);
    let expected = rounded(part.checked_mul(100)?.checked_mul(10_i128.pow(decimals.into()))?, total);
    let stated = shown.value.scaled(decimals as i8)?.mantissa().checked_mul(1000)?;
    Some(Ratio { expected: Number::new(expected, decimals), off: (fine - stated).abs() })
}

/// A quotient rounded half up; the divisor is more than 0.
fn rounded(dividend: i128, divisor: i128) -> i128 {
    (dividend.saturating_mul(2) + divisor).div_euclid(divisor.saturating_mul(2))
}

/// Whether a number can be reckoned with: exact, not rounded to tens of thousands, and
/// counting something.
pub fn is_plain(quantity: &Quantity) -> bool {
    quantity.is_exact() && quantity.place <= 0
}
