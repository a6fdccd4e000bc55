//! Dates of every kind: one point of the calendar, or a [`range`] between two.

use super::calendar::{Part, Season, Shift, Term, Unit};
use super::count;
use super::duration::Length;
use super::period::Period;
use super::reader::Reader;
use super::reference::{Bias, add};
use super::relative::{self, Meaning};
use super::{
    Found, Kind, absolute, clock, fiscal, holiday, modifier, numeric, part, range, share, tense, week,
    weekday, year,
};
use crate::text::TokenKind;

/// A full date, or one that counts from today.
const CERTAIN: f64 = 0.97;
/// The name of a feast that tells no day.
const NAME_ALONE: f64 = 0.5;
/// A date that leaves something open.
const SURE: f64 = 0.95;

/// Reads a date or a range of dates at token `at`.
pub(super) fn read(reader: &Reader<'_>, at: usize) -> Option<Found> {
    let found = read_bare(reader, at)?;
    let modifier = found.modifier.or_else(|| modifier::of_part(reader, at, found.range.end));
    Some(Found { modifier, ..found })
}

fn read_bare(reader: &Reader<'_>, at: usize) -> Option<Found> {
    if reader.follows_any(at, &["every", "each"]) {
        return None;
    }
    if let Some((period, end)) = counted(reader, at).or_else(|| weekday_from(reader, at)) {
        return Some(Found::new(Kind::Date, at..end, period.to_string(), SURE));
    }
    if let Some((period, end)) = relative::beyond(reader, at) {
        return Some(Found {
            is_day: period.is_day(),
            ..Found::new(Kind::Date, at..end, period.to_string(), CERTAIN)
        });
    }
    if let Some((period, part, end)) = part_of_week(reader, at) {
        return Some(Found {
            is_day: true,
            ..Found::new(Kind::Time, at..end, part::value(period, part), SURE)
        });
    }
    if let Some((from, to, end)) = share::read(reader, at) {
        let timex = if from == to { from.to_string() } else { format!("{from}/{to}") };
        return Some(Found::new(Kind::Date, at..end, timex, SURE));
    }
    if let Some((from, to, end)) = year::centuries(reader, at) {
        return Some(Found::new(Kind::Date, at..end, format!("{from}/{to}"), SURE));
    }
    let edge = edge(reader, at);
    let first = edge.unwrap_or(at);
    if let Some((from, to, end)) = range::days(reader, first) {
        return Some(Found::new(Kind::Date, at..end, format!("{from}/{to}"), SURE));
    }
    let is_open_ended = edge.is_some() && matches!(reader.term(at), Some(Term::Stretch));
    let (meaning, score, end) = point(reader, first)
        .or_else(|| {
            // "the end of the year"
            is_open_ended.then(|| the_unit(reader, first).or_else(|| the_unit(reader, first - 1)))?
        })
        .or_else(|| for_the_unit(reader, first))?;
    let period = match meaning {
        Meaning::Period(period) => period,
        Meaning::Moment(period) => return Some(Found::new(Kind::Time, at..end, period.to_string(), score)),
        Meaning::Range(from, to) => {
            return Some(Found::new(Kind::Date, at..end, format!("{from}/{to}"), score));
        }
        Meaning::Rolling(count, unit, sign) => {
            let ends = count.whole().and_then(|by| reader.context.reference.rolling(unit, sign * by));
            let ends = ends.and_then(|(from, to)| from.first_day().zip(to.first_day()));
            let timex = Length::new(count, unit).timex();
            return Some(Found { ends, ..Found::new(Kind::Duration, at..end, timex, score) });
        }
        Meaning::Length(count, unit) => {
            let kind = if unit.is_clock() { Kind::Duration } else { Kind::Date };
            return Some(Found::new(kind, at..end, Length::new(count, unit).timex(), score));
        }
    };
    if let Some((from, to, end)) = range::read(reader, at, period, end) {
        return Some(Found::new(Kind::Date, at..end, format!("{from}/{to}"), SURE));
    }
    // "next year's first quarter"
    if let Period::Year(Some(year)) = period
        && matches!(reader.word(end), "'s" | "’s")
        && let Some((part, end)) = fiscal::part_of(reader, end + 1, year)
    {
        return Some(Found::new(Kind::Date, at..end, part.to_string(), SURE));
    }
    let period = complete(reader, period, at, end);
    if period.is_day()
        && let Some((part, end)) = part::behind(reader, end)
    {
        return Some(Found {
            is_day: true,
            ..Found::new(Kind::Time, at..end, part::value(period, part), score)
        });
    }
    Some(Found { is_day: period.is_day(), ..Found::new(Kind::Date, at..end, period.to_string(), score) })
}

/// "Wednesday evening next week": the week stands behind the part of the day.
fn part_of_week(reader: &Reader<'_>, at: usize) -> Option<(Period, Part, usize)> {
    let name = weekday::name(reader, at)?;
    let (part, end) = part::behind(reader, name.end)?;
    let week_at = end + usize::from(reader.is(end, "of"));
    let (week, end) = relative::shifted_unit(reader, week_at, Unit::Week)?;
    Some((reader.context.reference.weekday_in(name.weekday, week), part, end))
}

/// Reads one point of the calendar at token `at`; gives its score and the token behind it.
pub(super) fn point(reader: &Reader<'_>, at: usize) -> Option<(Meaning, f64, usize)> {
    let sure = |(period, end): (Period, usize)| {
        let is_full = matches!(period, Period::Day { year: Some(_), .. } | Period::Date(_));
        (Meaning::Period(period), if is_full { CERTAIN } else { SURE }, end)
    };
    if reader.kind(at) == Some(TokenKind::Number) {
        let pair = || {
            let is_pair = is_pair(reader, at) || is_dashed_pair(reader, at);
            is_pair.then(|| numeric::read_pair(reader, at))?
        };
        let number = numeric::read(reader, at)
            .or_else(|| numeric::read_basic(reader, at))
            .or_else(|| absolute::read(reader, at))
            .or_else(|| fiscal::read(reader, at))
            .or_else(|| numeric::read_month(reader, at))
            .or_else(|| day_of_month(reader, at))
            .or_else(|| day_alone(reader, at))
            .or_else(pair);
        if let Some(found) = number {
            return Some(sure(found));
        }
        if let Some((meaning, end)) = relative::ago(reader, at).or_else(|| relative::inverted(reader, at)) {
            return Some((meaning, SURE, end));
        }
        return year::read(reader, at).map(|(period, score, end)| (Meaning::Period(period), score, end));
    }
    match reader.term(at) {
        // "April Fools' Day", "May Day"
        Some(Term::Month(4 | 5) | Term::All) if let Some(found) = feast(reader, at) => Some(found),
        Some(Term::Month(_) | Term::MonthShort(_)) => absolute::read(reader, at).map(sure),
        Some(Term::Weekday(_) | Term::WeekdayShort(_)) => weekday::read(reader, at).map(sure),
        Some(Term::Season(_)) => season(reader, at).map(sure),
        Some(Term::Holiday) => feast(reader, at),
        Some(Term::Unit(Unit::Weekend)) => {
            weekend_of(reader, at).or_else(|| the_weekend(reader, at)).map(sure)
        }
        Some(Term::Fiscal) => fiscal::read(reader, at).map(sure),
        Some(Term::Unit(Unit::Week)) => week::read(reader, at).map(sure),
        // "the year 2008"
        Some(Term::Unit(Unit::Year)) if reader.digits(at + 1).is_some_and(|(_, len)| len == 4) => {
            year::digits(reader, at + 1).map(|(year, end)| sure((Period::Year(Some(year)), end)))
        }
        Some(Term::Calendar) => {
            year::read(reader, at).map(|(period, score, end)| (Meaning::Period(period), score, end))
        }
        Some(Term::Decade(_)) => {
            year::read(reader, at).map(|(period, score, end)| (Meaning::Period(period), score, end))
        }
        Some(Term::Ordinal(_) | Term::Second) => ordinal(reader, at),
        Some(Term::Number(20 | 30)) if let Some(found) = ordinal(reader, at) => Some(found),
        Some(Term::Shift(_)) => {
            let found = relative::read(reader, at).or_else(|| relative::counted(reader, at));
            found.map(|(meaning, end)| (meaning, SURE, end))
        }
        Some(Term::Units(_)) => relative::ago(reader, at).map(|(meaning, end)| (meaning, SURE, end)),
        Some(Term::Number(_)) => number_word(reader, at),
        Some(_) => relative::read(reader, at).map(|(meaning, end)| (meaning, SURE, end)),
        None => fiscal::read(reader, at).map(sure).or_else(|| {
            year::read(reader, at).map(|(period, score, end)| (Meaning::Period(period), score, end))
        }),
    }
}

/// A holiday by name. One that moves, without a day, is rather the event that others find.
fn feast(reader: &Reader<'_>, at: usize) -> Option<(Meaning, f64, usize)> {
    let (meaning, end) = holiday::read(reader, at)?;
    let (holiday, _) = holiday::name(reader, at)?;
    let score = match &meaning {
        Meaning::Period(Period::Date(None)) if holiday.is_movable() => NAME_ALONE,
        Meaning::Period(Period::Day { year: None, .. }) => SURE,
        _ => CERTAIN,
    };
    Some((meaning, score, end))
}

/// Whether words around `10/25` at token `at` make a date of it: "on", "from 10/25 to 11/2",
/// "10/1-11/2/2017".
fn is_pair(reader: &Reader<'_>, at: usize) -> bool {
    let is_led = reader.follows_any(at, &["on", "until", "till"]);
    let is_second = at.checked_sub(4).is_some_and(|first| is_pair_range(reader, first));
    let has_year =
        || matches!(reader.word(at + 3), "-" | "–") && numeric::read_second(reader, at + 4).is_some();
    is_led || is_second || is_pair_range(reader, at) || has_year()
}

/// Whether `4-22` at token `at` is a day: behind "on", with one number that can only be a day.
fn is_dashed_pair(reader: &Reader<'_>, at: usize) -> bool {
    let over = |at: usize| reader.digits(at).is_some_and(|(number, _)| (13..=31).contains(&number));
    reader.follows_any(at, &["on"]) && (over(at) || over(at + 2)) && !reader.is_low(at + 3)
}

/// Whether two pairs of figures from token `at` on are a range of dates: "from 10/25 to 11/2". With
/// "between" and "and" they may be fractions.
fn is_pair_range(reader: &Reader<'_>, at: usize) -> bool {
    let has_day =
        || [at, at + 2, at + 4, at + 6].iter().any(|&at| reader.digits(at).is_some_and(|(n, _)| n > 12));
    let is_range = match () {
        () if reader.follows_any(at, &["from"]) => !reader.is(at + 3, "and"),
        () if reader.follows_any(at, &["between"]) => !reader.is(at + 3, "and") || has_day(),
        () => false,
    };
    is_range
        && range::connects(reader, at, at + 3)
        && numeric::read_pair(reader, at).is_some()
        && numeric::read_pair(reader, at + 4).is_some()
}

/// "two weeks ago", "the two previous years", "nineteen eighty-six"
fn number_word(reader: &Reader<'_>, at: usize) -> Option<(Meaning, f64, usize)> {
    if let Some((meaning, end)) = relative::read(reader, at).or_else(|| relative::inverted(reader, at)) {
        return Some((meaning, SURE, end));
    }
    year::read(reader, at).map(|(period, score, end)| (Meaning::Period(period), score, end))
}

fn ordinal(reader: &Reader<'_>, at: usize) -> Option<(Meaning, f64, usize)> {
    let named =
        absolute::read(reader, at).or_else(|| fiscal::read(reader, at)).or_else(|| day_of_month(reader, at));
    let found = named.or_else(|| year::read(reader, at).map(|(period, _, end)| (period, end)));
    found.map(|(period, end)| (Meaning::Period(period), SURE, end))
}

/// Fills what the text leaves open in the period at tokens `at..end`.
pub(super) fn complete(reader: &Reader<'_>, period: Period, at: usize, end: usize) -> Period {
    let bias = match period {
        Period::Weekday(_) | Period::Day { month: None, .. } => tense::of_weekday(reader, at, end),
        Period::SomeQuarter(_) if tense::of_month(reader, at, end) == Bias::Open => Bias::Past,
        _ => tense::of_month(reader, at, end),
    };
    reader.context.reference.complete(period, bias)
}

/// Reads a day that is counted from another: "two days before Christmas", "three weeks from
/// tomorrow". The other one must be told; "two years after the flood" is a length.
fn counted(reader: &Reader<'_>, at: usize) -> Option<(Period, usize)> {
    if !matches!(reader.kind(at)?, TokenKind::Number | TokenKind::Word) {
        return None;
    }
    // "the day after Easter"
    let (count, unit_at) = match reader.term(at) {
        Some(Term::Unit(Unit::Day)) if reader.follows_any(at, &["the"]) => (count::Count::ONE, at),
        _ => count::read(reader, at)?,
    };
    let (unit, end) = relative::unit(reader, unit_at)?;
    let sign = match () {
        () if reader.is(end, "before") => -1,
        () if reader.is_any(end, &["after", "from"]) => 1,
        () => return None,
    };
    if unit.is_clock() {
        return None;
    }
    let (anchor, anchor_end) = match point(reader, end + 1)? {
        (Meaning::Period(anchor), _, anchor_end) if anchor.is_day() => (anchor, anchor_end),
        _ => return None,
    };
    let anchor = complete(reader, anchor, end + 1, anchor_end).first_day()?;
    let date = add(anchor, unit, sign * count.whole()?)?;
    Some((Period::Date(Some(date)), anchor_end))
}

/// Reads a weekday that is counted from a feast or a date: "the Sunday before Christmas", "the first Sunday after Easter",
/// "the second Friday after May 3".
fn weekday_from(reader: &Reader<'_>, at: usize) -> Option<(Period, usize)> {
    let (nth, next) = match reader.term(at)? {
        Term::Ordinal(nth) => (nth, at + 1),
        Term::Second => (2, at + 1),
        _ => (1, at),
    };
    let name = weekday::name(reader, next).filter(|_| reader.follows_any(at, &["the"]))?;
    let sign = match () {
        () if reader.is(name.end, "before") => -1,
        () if reader.is(name.end, "after") => 1,
        () => return None,
    };
    let anchor_at = name.end + 1;
    // "on the Sunday after Friday's vote" counts from what was told.
    if !matches!(reader.term(anchor_at), Some(Term::Holiday | Term::Month(_) | Term::MonthShort(_))) {
        return None;
    }
    let (anchor, end) = match point(reader, anchor_at)? {
        (Meaning::Period(anchor), _, end) if anchor.is_day() => (anchor, end),
        _ => return None,
    };
    let anchor = complete(reader, anchor, anchor_at, end).first_day()?;
    let date = anchor.nth_weekday(sign * i32::from(nth), name.weekday).ok()?;
    Some((Period::Date(Some(date)), end))
}

/// Passes "early", "late", "mid-", "later", "the end of": which part of a period is meant, TIMEX3
/// would tell in an attribute of its own.
pub(super) fn edge(reader: &Reader<'_>, at: usize) -> Option<usize> {
    let next = at + 1;
    match reader.term(at)? {
        Term::Edge if reader.word(next) == "-" => Some(next + 1),
        Term::Edge => {
            let prepositions = usize::from(reader.is_any(next, &["in", "on"]));
            let article = usize::from(prepositions > 0 && reader.is(next + 1, "the"));
            Some(next + prepositions + article)
        }
        // "later in the year"
        Term::Later if reader.is(next, "in") && reader.is(next + 1, "the") => {
            matches!(reader.term(next + 2), Some(Term::Unit(_))).then_some(next + 2)
        }
        Term::Later => {
            let preposition = usize::from(reader.is_any(next, &["on", "in"]));
            let is_date = matches!(
                reader.term(next + preposition),
                Some(
                    Term::Shift(Shift::This | Shift::Next | Shift::Last)
                        | Term::Weekday(_)
                        | Term::Day(_)
                        | Term::Month(_)
                )
            );
            is_date.then_some(next + preposition)
        }
        Term::Stretch if reader.is(next, "of") => {
            let is_day = reader.is(next + 1, "the")
                && matches!(
                    reader.term(next + 2),
                    Some(Term::Weekday(_) | Term::Season(_) | Term::Decade(_) | Term::Shift(_))
                );
            Some(next + 1 + usize::from(is_day))
        }
        _ => None,
    }
}

/// "the 20th of next month", "20 of this month", "the 20th day of the next month"
fn day_of_month(reader: &Reader<'_>, at: usize) -> Option<(Period, usize)> {
    let (day, is_ordinal, end) = absolute::day_number(reader, at).filter(|_| reader.is_free(at))?;
    let of = end + usize::from(is_ordinal && reader.is(end, "day"));
    let month_at = of + 1 + usize::from(reader.is(of + 1, "the"));
    let is_of = reader.is(of, "of");
    let (month, end) = is_of.then(|| relative::shifted_unit(reader, month_at, Unit::Month))??;
    match month {
        Period::Month(Some(year), month) => Some((Period::day(Some(year), month, day)?, end)),
        _ => Some((Period::Day { year: None, month: None, day, weekday: None }, end)),
    }
}

/// "on the 18th", "on 29th", "the 17 from 2 p.m."; what is counted must not follow ("on the 18th
/// floor").
fn day_alone(reader: &Reader<'_>, at: usize) -> Option<(Period, usize)> {
    const LEADING: &[&str] = &["on", "until", "till", "by"];
    let has_article = reader.follows_any(at, &["the"]);
    let is_led = if has_article {
        at.checked_sub(2).is_some_and(|at| reader.is_any(at, LEADING))
    } else {
        reader.follows_any(at, &["on", "until"])
    };
    let (day, is_ordinal, end) = absolute::day_number(reader, at).filter(|_| is_led)?;
    let has_time = reader.is_any(end, &["at", "from", "between"]) && clock::alone(reader, end + 1).is_some();
    let ends = !reader.is_low(end) && !reader.is_capital(end) && reader.word(end) != "-"
        || reader.is_any(end, &["and", "at", "but", "in", "for", "as", "with"]);
    let is_day = is_ordinal && ends || has_article && has_time;
    is_day.then_some((Period::Day { year: None, month: None, day, weekday: None }, end))
}

/// "weekend of Thanksgiving 2023", "weekend of July 6"
fn weekend_of(reader: &Reader<'_>, at: usize) -> Option<(Period, usize)> {
    let is_day = reader.is(at + 1, "of") && !matches!(reader.term(at + 2), Some(Term::Unit(_)));
    let (Meaning::Period(day), _, end) = is_day.then(|| point(reader, at + 2))?? else { return None };
    let day = complete(reader, day, at + 2, end);
    day.is_day().then(|| (holiday::weekend_of(day), end))
}

/// "the weekend": the last one, or the next where the words point ahead.
fn the_weekend(reader: &Reader<'_>, at: usize) -> Option<(Period, usize)> {
    let is_alone = reader.follows_any(at, &["the"]) && !reader.is(at + 1, "of");
    let by = match tense::of_weekday(reader, at, at + 1) {
        Bias::Future => 0,
        Bias::Open | Bias::Past => -1,
    };
    is_alone.then(|| (reader.context.reference.shifted(Unit::Weekend, by), at + 1))
}

/// "the year", "the month": the one of publication, behind "the end of".
pub(super) fn the_unit(reader: &Reader<'_>, at: usize) -> Option<(Meaning, f64, usize)> {
    let Some(Term::Unit(
        unit @ (Unit::Day
        | Unit::Week
        | Unit::Month
        | Unit::Quarter
        | Unit::Year
        | Unit::Decade
        | Unit::Century),
    )) = reader.term(at + 1)
    else {
        return None;
    };
    // "the end of year"
    if unit == Unit::Year && reader.is(at, "of") {
        return Some((Meaning::Period(reader.context.reference.shifted(unit, 0)), SURE, at + 2));
    }
    let is_unit = reader.is(at, "the");
    // "at the end of the day" says nothing of a day.
    let is_idiom = unit == Unit::Day && at.checked_sub(4).is_some_and(|at| reader.is(at, "at"));
    (is_unit && !is_idiom).then(|| (Meaning::Period(reader.context.reference.shifted(unit, 0)), SURE, at + 2))
}

/// "rose for the week": the one of publication, at the end of a phrase.
fn for_the_unit(reader: &Reader<'_>, at: usize) -> Option<(Meaning, f64, usize)> {
    let Some(Term::Unit(Unit::Week | Unit::Month | Unit::Quarter | Unit::Year)) = reader.term(at) else {
        return None;
    };
    let is_led = at >= 2 && reader.follows_any(at, &["the"]) && reader.is_any(at - 2, &["for", "in"]);
    let ends = !matches!(
        reader.kind(at + 1),
        Some(TokenKind::Word | TokenKind::Number | TokenKind::Acronym | TokenKind::Clitic)
    ) && !matches!(reader.word(at + 1), "-" | "–" | "’" | "'" | "/");
    (is_led && ends).then(|| the_unit(reader, at - 1))?
}

/// "summer 2023", "the winter of 1941", "in the summer"; the names of some seasons are words.
fn season(reader: &Reader<'_>, at: usize) -> Option<(Period, usize)> {
    let Some(Term::Season(season)) = reader.term(at) else { return None };
    let end = at + 1;
    if let Some((year, end)) = year::behind(reader, end) {
        // "the winter of 1998-99" begins in the first of them.
        let goes_on = season == Season::Winter
            && matches!(reader.word(end), "-" | "–" | "/")
            && reader.is_glued(end)
            && reader.is_glued(end + 1)
            && reader.digits(end + 1).is_some_and(|(next, _)| {
                year.is_some_and(|year| i64::from(next) % 100 == (i64::from(year) + 1) % 100)
            });
        return Some((Period::Season(year, season), end + 2 * usize::from(goes_on)));
    }
    let is_timely = |at: usize| {
        reader.is_any(at, &["in", "during", "since", "until", "by", "through", "throughout", "over"])
    };
    let has_article = reader.follows_any(at, &["the"]) && at.checked_sub(2).is_some_and(is_timely);
    let is_bare =
        at.checked_sub(1).is_some_and(is_timely) || reader.follows_any(at, &["early", "late", "mid"]);
    let is_word = reader.is(at, "fall") || reader.is(at, "spring");
    let goes_on = reader.is(end, "of")
        || is_word && reader.is_low(end) && !reader.is_any(end, &["and", "or", "but", "as"]);
    ((has_article || is_bare && !is_word) && !goes_on).then_some((Period::Season(None, season), end))
}
