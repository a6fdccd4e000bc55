//! Two numbers that are the ends of one range.

use crate::extract::number::{Number, Reader, is_dash};
use crate::text::Gap;
use crate::value::{Decimal, Figure};

/// What joins the two ends of a range.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Link {
    /// "5-7", "5–7"
    Dash,
    /// "5 to 7"
    To,
    /// "between 5 and 7"
    And,
    /// "five or six"
    Or,
}

/// The link at token `at` and the token behind it; the range begins at token `lead`.
pub(super) fn link(reader: Reader<'_>, lead: usize, at: usize) -> Option<(Link, usize)> {
    if reader.gap(at) >= Gap::Line && !reader.goes_on(at) {
        return None;
    }
    let word = reader.word(at);
    if is_dash(word) || matches!(word, "—" | "~" | "〜") {
        // `5 -7` is a number and a negative one, `5-` a beginning.
        return (reader.gap(at) == reader.gap(at + 1) && reader.gap(at) <= Gap::Space)
            .then_some((Link::Dash, at + 1));
    }
    let link = match word.len() {
        2 if word.eq_ignore_ascii_case("to") => Link::To,
        2 if word.eq_ignore_ascii_case("or") => Link::Or,
        3 if word.eq_ignore_ascii_case("and") && reader.before(lead, 1).eq_ignore_ascii_case("between") => {
            Link::And
        }
        7 if word.eq_ignore_ascii_case("through") => Link::To,
        _ => return None,
    };
    Some((link, at + 1))
}

/// One end of a range: a number with the scale word or suffix that was taken as its own.
#[derive(Clone, Copy, Debug)]
pub(super) struct End {
    pub(super) value: Decimal,
    power: u32,
    /// The token behind it.
    pub(super) end: usize,
}

impl End {
    /// The number as written.
    pub(super) fn plain(number: &Number) -> Option<End> {
        Some(End { value: number.value?, power: number.power.into(), end: number.end })
    }

    /// Whether it has a scale word or suffix.
    pub(super) fn is_scaled(&self) -> bool {
        self.power > 0
    }

    /// The number with the abbreviation behind it as its scale: `5m` is five million.
    pub(super) fn suffixed(number: &Number) -> Option<End> {
        let Some(power) = number.suffix else { return End::plain(number) };
        let value = number.value?.scaled(power.into())?;
        Some(End { value, power: u32::from(power) + u32::from(number.power), end: number.end + 1 })
    }
}

/// The range from `low` to `high`; `None` where it does not rise. A scale word of `high` alone
/// counts for both where that makes sense: "5 to 7 million", but not "200 to 3 million".
pub(super) fn between(low: End, high: End) -> Option<Figure> {
    let shared = (low.power == 0 && high.power > 0).then(|| low.value.scaled(high.power)).flatten();
    let low = shared.filter(|shared| *shared < high.value).unwrap_or(low.value);
    (low < high.value).then_some(Figure::Range { low, high: high.value })
}

/// What an amount says, and where it ends.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reading {
    pub(super) figure: Figure,
    /// The token behind the last number.
    pub(super) end: usize,
    /// How many numbers it took: 1, or 2 for a range.
    pub(super) n_numbers: usize,
}

/// Reads the range that `numbers` begins with, where nothing but a link stands between its ends:
/// a unit behind it counts for both.
pub(super) fn shared(
    reader: Reader<'_>,
    numbers: &[Number],
    end: fn(&Number) -> Option<End>,
) -> Option<Reading> {
    let [low, high, ..] = numbers else { return None };
    let low_end = end(low)?;
    let (link, next) = link(reader, low.lead, low_end.end)?;
    if next != high.lead
        || link == Link::Dash && !reader.is_solid(next) && low.is_digits() != high.is_digits()
    {
        return None;
    }
    let high = end(high)?;
    Some(Reading { figure: between(low_end, high)?, end: high.end, n_numbers: 2 })
}
