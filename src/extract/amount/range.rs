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

/// Verbs of change, behind which stands by how much, and "to" what: "rose $2 to $45".
const CHANGES: &[&str] = &[
    "rose", "rise", "rises", "rising", "fell", "fall", "falls", "falling", "up", "down", "grew", "grow",
    "grows", "cut", "increased", "increase", "dropped", "drop", "drops", "raised", "raise", "reduced",
    "jumped", "jump", "climbed", "climb", "slipped", "slid", "shrank", "declined", "gained", "gain", "lost",
    "lose", "added", "add", "shed", "surged", "plunged", "sank", "advanced", "eased", "lowered", "tumbled",
    "soared", "narrowed", "widened",
];

/// Verbs that say how many times as much something is now, and others of change that have no figure of their own.
const FACTORS: &[&str] = &[
    "doubled", "tripled", "trebled", "quadrupled", "halved", "doubling", "halving", "went", "goes", "gone",
    "moved", "changed", "risen", "fallen", "grown", "lifted", "expanded", "improved", "reduce",
];

/// Whether a word tells a change, so that "from 340 to 680" behind it are two figures.
pub(super) fn is_change(word: &str) -> bool {
    CHANGES.iter().chain(FACTORS).any(|it| word.eq_ignore_ascii_case(it))
}

/// Whether a number is by how much something has changed, as the word before it says: "to" behind it leads to what it has come to.
pub(super) fn is_step(reader: Reader<'_>, lead: usize) -> bool {
    const ABOUT: &[&str] =
        &["about", "some", "another", "nearly", "almost", "around", "just", "further", "a"];
    let before = (1..=3)
        .map(|back| reader.before(lead, back))
        .find(|word| !ABOUT.iter().any(|about| word.eq_ignore_ascii_case(about)));
    before.is_some_and(|word| {
        word.eq_ignore_ascii_case("by") || CHANGES.iter().any(|it| word.eq_ignore_ascii_case(it))
    })
}

/// Whether the upper end of what may be a range is what a step has come to, and not its greatest size: it is many times
/// the step, or what it was follows.
pub(super) fn is_reached(reader: Reader<'_>, lead: usize, end: usize, low: Decimal, high: Decimal) -> bool {
    const FEW: i64 = 5;
    let was = reader.is(end, "from") || reader.word(end) == "," && reader.is(end + 1, "from");
    let is_far = low.checked_mul(Decimal::from(FEW)).is_some_and(|most| high >= most);
    is_step(reader, lead) && (was || is_far)
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
    let figure = between(low_end, high)?;
    if let (Link::To, Figure::Range { low: step, high: to }) = (link, figure)
        && is_reached(reader, low.lead, high.end, step, to)
    {
        return None;
    }
    Some(Reading { figure, end: high.end, n_numbers: 2 })
}
