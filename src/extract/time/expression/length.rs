//! Lengths of time: "two years", "for months", "a decade", "an hour and a half", "two-week".

use std::ops::Range;

use crate::extract::time::calendar::{Count, Length, Unit};
use crate::extract::time::words::count::{self, unit};
use crate::extract::time::words::{Reader, Term};
use crate::text::TokenKind;

/// A length of time in the text.
pub(crate) struct Reading {
    pub(crate) length: Length,
    /// The longer end of a range of lengths: "two to three weeks".
    pub(crate) longer: Option<Length>,
    /// Its tokens.
    pub(crate) range: Range<usize>,
}

/// Reads a length of time at token `at`.
pub(crate) fn read(reader: &Reader<'_>, at: usize) -> Option<Reading> {
    if reader.follows_any(at, &["every", "each", "per", "any"]) {
        return None;
    }
    if let Some(Term::Units(unit) | Term::Unit(unit)) = reader.term(at) {
        return bare(reader, at, unit);
    }
    // "all day"
    if reader.term(at) == Some(Term::All) {
        let is_whole = matches!(
            reader.term(at + 1),
            Some(Term::Unit(Unit::Day | Unit::Week | Unit::Month | Unit::Year))
        ) || reader.is(at + 1, "night");
        let (unit, end) = unit(reader, at + 1).filter(|_| is_whole && reader.word(at + 2) != "-")?;
        return Some(Reading { length: Length::new(Count::ONE, unit), longer: None, range: at..end });
    }
    let (count, count_end) = count::read(reader, at)?;
    // The article of "a year-long pause" is no number.
    if reader.term(at) == Some(Term::Article) && count == Count::ONE && reader.word(at + 2) == "-" {
        return None;
    }
    if let Some(length) = hours_and_minutes(reader, count, count_end) {
        return Some(Reading { length, longer: None, range: at..count_end + 1 });
    }
    let (longer, unit_at) = match longer(reader, count_end) {
        Some((longer, end)) => (Some(longer), end),
        None => (None, count_end),
    };
    let is_hyphened = reader.word(unit_at) == "-" && reader.is_glued(unit_at) && reader.is_glued(unit_at + 1);
    let adjective = usize::from(reader.is_any(unit_at, &["whole", "more", "long", "less", "additional"]));
    let (unit, mut end) = unit(reader, unit_at + usize::from(is_hyphened) + adjective)
        .or_else(|| symbol(reader, at, unit_at))?;
    let is_aged = reader.follows_any(at, &["aged"])
        || reader.follows_any(at, &["of"]) && at.checked_sub(2).is_some_and(|at| reader.is(at, "age"));
    if is_aged || is_age(reader, end) || reader.is(end, "ago") || !is_length(reader, at, count, unit, end) {
        return None;
    }
    let mut length = Length::new(count, unit);
    if is_hyphened {
        end += 2 * usize::from(reader.word(end) == "-" && reader.is_glued(end) && reader.is(end + 1, "long"));
    } else if longer.is_none() {
        (length, end) = further(reader, count, unit, end);
    }
    let longer = longer.map(|count| Length::new(count, unit));
    Some(Reading { length, longer, range: at..end })
}

/// `1h30`
fn hours_and_minutes(reader: &Reader<'_>, count: Count, end: usize) -> Option<Length> {
    let minutes =
        reader.word(end).strip_prefix('h').filter(|digits| digits.len() == 2 && reader.is_glued(end))?;
    let minutes: i64 = minutes.parse().ok().filter(|minutes| (0..60).contains(minutes))?;
    let minutes = Count::Exact(minutes.into());
    Some(Length { parts: [Some((count, Unit::Hour)), Some((minutes, Unit::Minute)), None] })
}

/// "two to three weeks", "2-3 weeks", "one or two days": the second number.
fn longer(reader: &Reader<'_>, end: usize) -> Option<(Count, usize)> {
    // "a two- to three-week delay"
    let has_hyphen = reader.word(end) == "-" && reader.is_glued(end) && reader.is_any(end + 1, &["to", "or"]);
    let end = end + usize::from(has_hyphen);
    if !reader.is_any(end, &["to", "or", "-", "–"]) {
        return None;
    }
    let (count, unit_at) = match reader.digits(end + 1) {
        // Behind a dash the number is not free.
        Some((number, len)) if len <= 4 && !reader.number_goes_on(end + 2) => {
            (Count::Exact(crate::value::Decimal::new(number.into(), 0)), end + 2)
        }
        Some(_) => return None,
        None => count::read(reader, end + 1)?,
    };
    count.whole()?;
    let unit_at_hyphen = unit_at + usize::from(reader.word(unit_at) == "-");
    unit(reader, unit_at_hyphen)?;
    Some((count, unit_at))
}

/// Adds smaller units behind a length: "two years and three months", "an hour and a half".
fn further(reader: &Reader<'_>, count: Count, first: Unit, mut end: usize) -> (Length, usize) {
    if reader.is(end, "and") && reader.term(end + 1) == Some(Term::Article) && reader.is(end + 2, "half") {
        return (Length::new(count.and_half(), first), end + 3);
    }
    // "one hour and half"
    if reader.is(end, "and")
        && reader.is(end + 1, "half")
        && count != Count::Vague
        && !reader.is(end + 2, "of")
    {
        return (Length::new(count.and_half(), first), end + 2);
    }
    let mut length = Length::new(count, first);
    // "an hour fifteen", "1 hour and fifteen"
    if first == Unit::Hour
        && let Some((minutes, minutes_end)) = bare_minutes(reader, end)
    {
        if let Some(part) = length.parts.get_mut(1) {
            *part = Some((minutes, Unit::Minute));
        }
        return (length, minutes_end);
    }
    let mut last = first;
    for part in length.parts.iter_mut().skip(1) {
        let has_comma = reader.word(end) == ",";
        let has_and = reader.is(end + usize::from(has_comma), "and");
        let next = end + usize::from(has_comma) + usize::from(has_and);
        // Without "and" it may be a list of lengths: "two years, three weeks, a day".
        let is_list = !has_and && reader.term(next) == Some(Term::Article);
        let found = count::read(reader, next).and_then(|(count, at)| Some((count, unit(reader, at)?)));
        let Some((count, (unit, next))) = found.filter(|&(_, (unit, next))| {
            let belongs =
                if has_and { is_smaller(unit, last) } else { is_next_smaller(unit, last) && !is_list };
            belongs
                && unit.is_clock() == (first.is_clock() || last == Unit::Day && unit.is_clock())
                && !reader.is(next, "ago")
        }) else {
            break;
        };
        *part = Some((count, unit));
        (last, end) = (unit, next);
    }
    (length, end)
}

/// The minutes in words behind an hour, where they count nothing.
fn bare_minutes(reader: &Reader<'_>, end: usize) -> Option<(Count, usize)> {
    let at = end + usize::from(reader.is(end, "and"));
    let Some(Term::Number(10..=59)) = reader.term(at) else { return None };
    let (minutes, end) = count::read(reader, at)?;
    let is_last = reader.kind(end) != Some(TokenKind::Word) && reader.word(end) != "-";
    (minutes.whole().is_some_and(|minutes| minutes < 60) && is_last).then_some((minutes, end))
}

/// Whether `unit` is what `than` is divided into.
fn is_next_smaller(unit: Unit, than: Unit) -> bool {
    matches!(
        (than, unit),
        (Unit::Year, Unit::Month)
            | (Unit::Month | Unit::Week, Unit::Day)
            | (Unit::Day, Unit::Hour)
            | (Unit::Hour, Unit::Minute)
            | (Unit::Minute, Unit::Second)
    )
}

fn is_smaller(unit: Unit, than: Unit) -> bool {
    let rank = |unit| match unit {
        Unit::Second => 0,
        Unit::Minute => 1,
        Unit::Hour => 2,
        Unit::Day | Unit::Night => 3,
        Unit::Week | Unit::Weekend | Unit::Fortnight => 4,
        Unit::Month | Unit::Quarter => 5,
        Unit::Year => 6,
        Unit::Decade => 7,
        Unit::Century => 8,
        Unit::Millennium => 9,
    };
    rank(unit) < rank(than)
}

/// "3h", "45m" is left out (metres, millions); glued letters only.
fn symbol(reader: &Reader<'_>, at: usize, unit_at: usize) -> Option<(Unit, usize)> {
    let is_number = reader.kind(at) == Some(TokenKind::Number) && reader.is_glued(unit_at);
    let unit = match reader.word(unit_at) {
        "h" => Unit::Hour,
        "yr" | "yrs" => Unit::Year,
        _ => return None,
    };
    is_number.then_some((unit, unit_at + 1))
}

/// "12 years old", "12-year-old": an age is a quantity, not a length of time.
fn is_age(reader: &Reader<'_>, end: usize) -> bool {
    reader.is_any(end, &["old", "olds"])
        || matches!(reader.word(end), "-" | "‑") && reader.is_any(end + 1, &["old", "olds"])
        || reader.is(end, "of") && reader.is(end + 1, "age")
}

/// Whether a count of a unit is a length: rates ("$5 a day"), numbers of second places, and
/// quarters of something are not.
fn is_length(reader: &Reader<'_>, at: usize, count: Count, unit: Unit, end: usize) -> bool {
    const BEFORE: &[&str] = &[
        "for", "in", "within", "after", "than", "over", "under", "nearly", "almost", "about", "around",
        "least", "most", "half", "just", "only", "took", "take", "takes", "taking", "spent", "spend",
        "lasted", "lasting", "last", "lasts", "up", "to", "quite", "roughly", "approximately", "be", "is",
        "was", "every", "barely", "some",
    ];
    const BEHIND: &[&str] =
        &["after", "before", "later", "earlier", "from", "since", "long", "-", "into", "apart", "away"];

    let is_one = reader.term(at) == Some(Term::Article) && count == Count::ONE;
    let is_plural = matches!(reader.term(end.saturating_sub(1)), Some(Term::Units(_)));
    match unit {
        Unit::Quarter => is_plural && !reader.is(end, "of"),
        // "some day", "the one second", "a second"
        Unit::Second if reader.is(end.saturating_sub(1), "second") => {
            reader.kind(at) == Some(TokenKind::Number) || reader.is(at, "one")
        }
        _ if count == Count::Vague && !is_plural => false,
        Unit::Night | Unit::Weekend => is_plural || reader.kind(at) == Some(TokenKind::Number),
        // "a one-day trip"
        _ if reader.is(at, "one") && reader.word(at + 1) == "-" => true,
        _ if is_one || reader.is(at, "one") && unit == Unit::Day => {
            reader.follows_any(at, BEFORE)
                || reader.is_any(end, BEHIND)
                || {
                    matches!(unit, Unit::Decade | Unit::Century | Unit::Fortnight | Unit::Millennium)
                        && !is_rate(reader, at)
                }
                || reader.is(end, "and") && reader.is(end + 2, "half")
                // "an hour and 30 seconds"
                || reader.is(end, "and")
                    && count::read(reader, end + 1)
                        .and_then(|(_, at)| count::unit(reader, at))
                        .is_some_and(|(smaller, _)| is_smaller(smaller, unit))
        }
        _ => true,
    }
}

fn is_rate(reader: &Reader<'_>, at: usize) -> bool {
    reader.follows_any(at, &["times", "once", "twice", "million", "billion", "%", "percent"])
        || at.checked_sub(1).is_some_and(|at| reader.kind(at) == Some(TokenKind::Number))
}

/// A plural without a number: "for months", "years of war", "decades later", "decades-long".
fn bare(reader: &Reader<'_>, at: usize, unit: Unit) -> Option<Reading> {
    const BEFORE: &[&str] = &[
        "for", "in", "over", "within", "took", "take", "takes", "taking", "spent", "spend", "spending",
        "lasted", "last", "lasts", "lasting", "after", "than", "just", "only", "mere", "be", "of",
    ];

    // "the early hours", "the final minutes"
    if reader.follows_any(at, &["early", "late", "small", "wee", "opening", "closing", "final", "dying"]) {
        return None;
    }
    let is_plural = matches!(reader.term(at), Some(Term::Units(_)));
    let end = at + 1;
    if matches!(reader.word(end), "-" | "‑") && reader.is(end + 1, "long") {
        let count = if is_plural { Count::Vague } else { Count::ONE };
        return Some(Reading { length: Length::new(count, unit), longer: None, range: at..end + 2 });
    }
    if !is_plural || is_age(reader, end) || matches!(unit, Unit::Quarter | Unit::Night | Unit::Weekend) {
        return None;
    }
    let is_noun = matches!(unit, Unit::Second | Unit::Minute);
    let is_led = reader.follows_any(at, BEFORE) && !(reader.follows_any(at, &["of"]) && reader.is_low(end));
    let is_followed = reader.is_any(end, &["after", "before", "later", "earlier"]);
    let has_of = reader.is(end, "of")
        && !is_noun
        && !reader.follows_any(at, &["the", "these", "those", "days"])
        && unit != Unit::Day;
    (is_led || is_followed || has_of).then_some(Reading {
        length: Length::new(Count::Vague, unit),
        longer: None,
        range: at..end,
    })
}
