//! Weeks by their number or by one of their days: "week 31", "the week of July 8", "the week
//! beginning 4 February".

use super::calendar::{Term, Unit};
use super::period::Period;
use super::reader::Reader;
use super::reference::add;
use super::relative::Meaning;
use super::{date, year};

/// Reads a week at token `at`, and gives the token behind it.
pub(super) fn read(reader: &Reader<'_>, at: usize) -> Option<(Period, usize)> {
    if reader.term(at) != Some(Term::Unit(Unit::Week)) {
        return None;
    }
    of_day(reader, at + 1).or_else(|| numbered(reader, at))
}

/// "of July 8", "commencing 4 February": the week that holds the day.
fn of_day(reader: &Reader<'_>, link: usize) -> Option<(Period, usize)> {
    let is_link = reader.is_any(link, &["of", "commencing", "beginning", "starting", "ending", "ended"]);
    let at = link + 1 + usize::from(reader.is(link + 1, "on"));
    let at = at + usize::from(reader.is(at, "the"));
    // Only a day can follow, so this goes no deeper than one step.
    let is_link = is_link && !matches!(reader.term(at), Some(Term::Unit(_)));
    let (Meaning::Period(day), _, end) = is_link.then(|| date::point(reader, at))?? else { return None };
    if !day.is_day() {
        return None;
    }
    let day = date::complete(reader, day, at, end);
    Some((Period::Week(day.first_day().map(|day| day.iso_week_date())), end))
}

/// "week 31" (ISO 8601); with a capital it is one of a league's season.
fn numbered(reader: &Reader<'_>, at: usize) -> Option<(Period, usize)> {
    let (number, len) =
        reader.digits(at + 1).filter(|&(number, len)| len <= 2 && (1..=53).contains(&number))?;
    let end = at + 1 + len.min(1);
    let is_free = !reader.is_capital(at) && !reader.number_goes_on(end) && !reader.is_glued(at + 1);
    let (told, end) = year::behind(reader, end).unwrap_or((None, end));
    let is_counted = reader.is_low(end) || reader.is(end, "-");
    let year = told.or_else(|| reader.context.published().map(|day| day.year()));
    let fourth = year.and_then(|year| jiff::civil::Date::new(year, 1, 4).ok());
    let week = fourth.and_then(|day| add(day, Unit::Week, i64::from(number) - 1));
    (is_free && !is_counted).then_some((Period::Week(week.map(|day| day.iso_week_date())), end))
}
