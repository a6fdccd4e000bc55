use std::fmt;
use std::str::FromStr;

/// An exact decimal number: a 128-bit integer scaled by a power of ten.
///
/// Amounts in news need exact sums and products with scale words ("2.3 billion"), never
/// rounding; only [`Decimal::quotient`] rounds, where a fraction ("two thirds") has no finite
/// decimal. An operation that does not fit gives `None`.
// Aligned as its scale: as 128 bits are, it would be a third padding, and a text may hold a million.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
#[repr(Rust, packed(4))]
pub struct Decimal {
    /// The digits. Invariant: not a multiple of ten while `scale` is above zero.
    digits: i128,
    /// How many of the digits stand behind the point.
    scale: u32,
}

impl Decimal {
    /// Zero.
    pub const ZERO: Decimal = Decimal { digits: 0, scale: 0 };
    /// One.
    pub const ONE: Decimal = Decimal { digits: 1, scale: 0 };

    /// The number `digits / 10^scale`.
    pub fn new(digits: i128, scale: u32) -> Decimal {
        if scale == 0 { Decimal { digits, scale } } else { Decimal::shortened(digits, scale) }
    }

    /// Apart from [`Decimal::new`], so that integers, most numbers by far, pay for no division.
    #[inline(never)]
    fn shortened(mut digits: i128, mut scale: u32) -> Decimal {
        if digits == 0 {
            return Decimal::ZERO;
        }
        // Division of 64 bits is much faster.
        if let Ok(mut short) = i64::try_from(digits) {
            while scale > 0 && short % 10 == 0 {
                short /= 10;
                scale -= 1;
            }
            return Decimal { digits: short.into(), scale };
        }
        while scale > 0 && digits % 10 == 0 {
            digits /= 10;
            scale -= 1;
        }
        Decimal { digits, scale }
    }

    /// The number times `10^power`.
    pub fn scaled(self, power: u32) -> Option<Decimal> {
        let behind = self.scale.min(power);
        let factor = 10i128.checked_pow(power - behind)?;
        Some(Decimal::new(self.digits.checked_mul(factor)?, self.scale - behind))
    }

    /// The product.
    pub fn checked_mul(self, other: Decimal) -> Option<Decimal> {
        Some(Decimal::new(self.digits.checked_mul(other.digits)?, self.scale.checked_add(other.scale)?))
    }

    /// The power; one below zero divides.
    pub fn checked_pow(self, exponent: i32) -> Option<Decimal> {
        let power = exponent.unsigned_abs();
        let digits = self.digits.checked_pow(power)?;
        let scale = self.scale.checked_mul(power)?;
        if exponent < 0 {
            return Decimal::quotient(10i128.checked_pow(scale)?, digits);
        }
        Some(Decimal::new(digits, scale))
    }

    /// The sum.
    pub fn checked_add(self, other: Decimal) -> Option<Decimal> {
        // Integers, most of all.
        if self.scale == other.scale {
            return Some(Decimal::new(self.digits.checked_add(other.digits)?, self.scale));
        }
        let scale = self.scale.max(other.scale);
        let a = self.digits.checked_mul(10i128.checked_pow(scale - self.scale)?)?;
        let b = other.digits.checked_mul(10i128.checked_pow(scale - other.scale)?)?;
        Some(Decimal::new(a.checked_add(b)?, scale))
    }

    /// `numerator / denominator`: exact where the decimal is finite, otherwise rounded to 15
    /// significant digits, as many as a double always keeps.
    pub fn quotient(numerator: i128, denominator: i128) -> Option<Decimal> {
        /// The least number of 15 digits.
        const ENOUGH: u128 = 100_000_000_000_000;

        let negative = (numerator < 0) != (denominator < 0);
        let (mut rest, divisor) = (numerator.unsigned_abs(), denominator.unsigned_abs());
        let mut digits = rest.checked_div(divisor)?;
        rest %= divisor;
        let mut scale = 0;
        while rest > 0 && digits < ENOUGH {
            rest = rest.checked_mul(10)?;
            digits = digits.checked_mul(10)?.checked_add(rest / divisor)?;
            rest %= divisor;
            scale += 1;
        }
        if rest >= divisor.div_ceil(2) {
            digits = digits.checked_add(1)?;
        }
        let digits = i128::try_from(digits).ok()?;
        Some(Decimal::new(if negative { -digits } else { digits }, scale))
    }

    /// The number with the other sign.
    pub fn negated(self) -> Decimal {
        Decimal { digits: self.digits.saturating_neg(), scale: self.scale }
    }

    /// The number as an integer, where it is one that fits.
    pub fn to_integer(self) -> Option<i128> {
        (self.scale == 0).then_some(self.digits)
    }
}

impl From<i64> for Decimal {
    fn from(integer: i64) -> Decimal {
        Decimal { digits: i128::from(integer), scale: 0 }
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Decimal) -> Option<std::cmp::Ordering> {
        if self.scale == other.scale {
            return Some({ self.digits }.cmp(&{ other.digits }));
        }
        self.checked_add(other.negated()).map(|difference| { difference.digits }.cmp(&0))
    }
}

/// Text that is no decimal number, or one of more digits than 128 bits hold.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NotADecimal;

impl FromStr for Decimal {
    type Err = NotADecimal;

    /// Reads ASCII digits with an optional sign and one optional point: `-12.50`.
    fn from_str(text: &str) -> Result<Decimal, NotADecimal> {
        let (negative, unsigned) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, ""));
        if whole.is_empty() && fraction.is_empty() {
            return Err(NotADecimal);
        }
        let mut digits = 0i128;
        for byte in whole.bytes().chain(fraction.bytes()) {
            if !byte.is_ascii_digit() {
                return Err(NotADecimal);
            }
            digits = digits
                .checked_mul(10)
                .and_then(|digits| digits.checked_add(i128::from(byte - b'0')))
                .ok_or(NotADecimal)?;
        }
        let scale = u32::try_from(fraction.len()).map_err(|_| NotADecimal)?;
        Ok(Decimal::new(if negative { -digits } else { digits }, scale))
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.scale == 0 {
            return write!(f, "{}", { self.digits });
        }
        let scale = self.scale as usize;
        let digits = format!("{:0>width$}", { self.digits }.unsigned_abs(), width = scale + 1);
        let (whole, fraction) = digits.split_at(digits.len() - scale);
        write!(f, "{}{whole}.{fraction}", if self.digits < 0 { "-" } else { "" })
    }
}

impl fmt::Debug for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn decimal(text: &str) -> Decimal {
        text.parse().expect("a decimal number")
    }

    #[test]
    fn scale_words_are_exact() {
        assert_eq!(decimal("2.3").scaled(9).map(|d| d.to_string()).as_deref(), Some("2300000000"));
        assert_eq!(decimal("0.15").scaled(1).map(|d| d.to_string()).as_deref(), Some("1.5"));
    }

    #[test]
    fn prints_without_trailing_zeros() {
        assert_eq!(decimal("-12.50").to_string(), "-12.5");
        assert_eq!(decimal("0.05").to_string(), "0.05");
        assert_eq!(decimal("100").to_string(), "100");
        assert_eq!(decimal("-.5").to_string(), "-0.5");
    }

    #[test]
    fn sums_and_compares_across_scales() {
        assert_eq!(decimal("1.5").checked_add(decimal("0.25")), Some(decimal("1.75")));
        assert!(decimal("0.5") < decimal("0.51"));
    }

    #[test]
    fn quotients_are_exact_where_they_can_be() {
        let quotient = |a, b| Decimal::quotient(a, b).map(|q| q.to_string());
        assert_eq!(quotient(3, 4).as_deref(), Some("0.75"));
        assert_eq!(quotient(-7, 2).as_deref(), Some("-3.5"));
        assert_eq!(quotient(2, 3).as_deref(), Some("0.666666666666667"));
        assert_eq!(quotient(1_000_000, 3).as_deref(), Some("333333.333333333"));
        assert_eq!(quotient(10, 5).as_deref(), Some("2"));
        assert_eq!(quotient(1, 0), None);
        assert_eq!(quotient(1, i128::MAX), None);
    }

    #[test]
    fn powers() {
        assert_eq!(decimal("10").checked_pow(8), Some(decimal("100000000")));
        assert_eq!(decimal("2.5").checked_pow(-1), Some(decimal("0.4")));
        assert_eq!(decimal("-2").checked_pow(3), Some(decimal("-8")));
        assert_eq!(Decimal::ZERO.checked_pow(-1), None);
        assert_eq!(decimal("10").checked_pow(i32::MAX), None);
        assert_eq!(decimal("10").checked_pow(i32::MIN), None);
    }

    #[test]
    fn overflow_is_none_not_a_panic() {
        let large = Decimal::new(i128::MAX, 0);
        assert_eq!(large.scaled(1), None);
        assert_eq!(large.checked_mul(large), None);
        assert_eq!(Decimal::ONE.scaled(u32::MAX), None);
        assert_eq!("1".repeat(60).parse::<Decimal>(), Err(NotADecimal));
    }

    #[test]
    fn refuses_what_is_no_number() {
        for text in ["", "-", ".", "1e5", "1,000", "١"] {
            assert_eq!(text.parse::<Decimal>(), Err(NotADecimal), "{text}");
        }
    }
}
