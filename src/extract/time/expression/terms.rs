//! Terms: the expressions that hold no other.
//!
//! ```text
//! term    = figures | month | day | year | weekday | season | feast | code | today
//! figures = 2024-07-02 | 02/07/2024 | 2.7.2024 | 20240702 | 2024-07 | 10/25
//! year    = 2024 | "nineteen eighty-six" | "the year" 2024 | ( "fiscal" | "calendar" ) [ "year" ] 2024
//!         | 1990s | "'90s" | "the nineties" | "19th century" | "44 BC"
//! ```

use super::tree::{Bare, Expression, Node, Proof};
use crate::extract::time::calendar::{Period, Unit};
use crate::extract::time::words::{
    Reader, Term, codes, day_number, feasts, figures, month_name, weekday_name, year,
};
use crate::text::TokenKind;

/// Reads a term that begins with a number in figures.
pub(super) fn in_figures(reader: &Reader<'_>, at: usize) -> Option<Node> {
    let told = figures::read(reader, at)
        .or_else(|| figures::read_basic(reader, at))
        .or_else(|| figures::read_month(reader, at))
        .or_else(|| year::named(reader, at));
    if let Some((period, end)) = told {
        return Some(Node::period(period, at..end));
    }
    if let Some((year, end)) = year::digits(reader, at) {
        return Some(Node::bare(Period::Year(Some(year)), at..end, Bare::Year));
    }
    let pair = || {
        let (period, end) = figures::read_pair(reader, at)?;
        Some(Node::bare(period, at..end, Bare::Pair))
    };
    day(reader, at).or_else(pair)
}

/// "5", "the 5th", "twenty-fifth"
pub(super) fn day(reader: &Reader<'_>, at: usize) -> Option<Node> {
    let (day, is_ordinal, end) = day_number(reader, at)?;
    let period = Period::Day { year: None, month: None, day, weekday: None };
    let is_ordinal = is_ordinal || reader.kind(at) == Some(TokenKind::Word);
    Some(Node::bare(period, at..end, Bare::Day { is_ordinal }))
}

pub(super) fn month(reader: &Reader<'_>, at: usize) -> Option<Node> {
    let name = month_name(reader, at)?;
    let bare = Bare::Month { is_short: name.is_short };
    Some(Node::bare(Period::Month(None, name.month), at..name.end, bare))
}

pub(super) fn weekday(reader: &Reader<'_>, at: usize) -> Option<Node> {
    let name = weekday_name(reader, at)?;
    let bare = if name.is_short { Bare::WeekdayShort } else { Bare::Weekday };
    Some(Node::bare(Period::Weekday(name.weekday), at..name.end, bare))
}

pub(super) fn season(reader: &Reader<'_>, at: usize) -> Option<Node> {
    let Some(Term::Season(season)) = reader.term(at) else { return None };
    Some(Node::bare(Period::Season(None, season), at..at + 1, Bare::Season))
}

/// A feast by its name.
pub(super) fn feast(reader: &Reader<'_>, at: usize) -> Option<Node> {
    let (feast, end) = feasts::read(reader, at)?;
    let is_part_of_name =
        reader.is_capital(end) && !reader.is_any(end, &["day", "eve"]) && reader.is(at, "christmas")
            || reader.is_any(end, &["island", "islands", "carol"]);
    if is_part_of_name {
        return None;
    }
    Some(Node::told(Expression::Feast(feast), at..end))
}

/// "Q3", "FY2023", "AD 79"
pub(super) fn code(reader: &Reader<'_>, at: usize) -> Option<Node> {
    if let Some((period, end)) = codes::read(reader, at) {
        return Some(match period {
            Period::Half(..) => Node::bare(period, at..end, Bare::Half),
            _ => Node::period(period, at..end),
        });
    }
    year::named(reader, at).map(|(period, end)| Node::period(period, at..end))
}

/// "nineteen eighty-six"
pub(super) fn year_in_words(reader: &Reader<'_>, at: usize) -> Option<Node> {
    let (year, end) = year::in_words(reader, at)?;
    Some(Node::bare(Period::Year(Some(year)), at..end, Bare::YearInWords))
}

/// "fiscal 2023", "the financial year 2023", "calendar year 2008", "the year 2008"
pub(super) fn year_by_kind(reader: &Reader<'_>, at: usize) -> Option<Node> {
    let is_fiscal = reader.term(at) == Some(Term::Fiscal);
    let has_year = reader.is(at + 1, "year");
    let year_at = match reader.term(at)? {
        Term::Fiscal => at + 1 + usize::from(has_year),
        Term::Calendar if has_year => at + 2,
        Term::Unit(Unit::Year) => at + 1,
        _ => return None,
    };
    let (year, end) = year::digits(reader, year_at)?;
    let period = if is_fiscal { Period::Fiscal(Some(year)) } else { Period::Year(Some(year)) };
    Some(Node::period(period, at..end))
}

/// "third quarter", "second half", "19th-century"
pub(super) fn ordinal_share(reader: &Reader<'_>, at: usize) -> Option<Node> {
    if let Some((period, end)) = year::named(reader, at) {
        return Some(Node::period(period, at..end));
    }
    let (ordinal, is_ordinal, end) = day_number(reader, at).filter(|(_, is_ordinal, _)| *is_ordinal)?;
    debug_assert!(is_ordinal);
    let end = if reader.word(end) == "-" { end + 1 } else { end };
    match reader.term(end)? {
        Term::Unit(Unit::Quarter) if (1..=4).contains(&ordinal) => {
            Some(Node::period(Period::SomeQuarter(ordinal), at..end + 1))
        }
        Term::Half if (1..=2).contains(&ordinal) => {
            Some(Node::bare(Period::Half(None, ordinal), at..end + 1, Bare::Half))
        }
        _ => None,
    }
}

/// "today", "tomorrow"
pub(super) fn today(reader: &Reader<'_>, at: usize) -> Option<Node> {
    let Some(Term::Day(by)) = reader.term(at) else { return None };
    // "Japan Today" is a newspaper.
    let is_name = reader.is_capital(at) && at.checked_sub(1).is_some_and(|at| reader.is_capital(at));
    (!is_name).then(|| Node::told(Expression::Day(by.into()), at..at + 1))
}

/// "week 31" (ISO 8601); with a capital it is one of a league's season.
pub(super) fn week_number(reader: &Reader<'_>, at: usize) -> Option<Node> {
    let (number, len) = reader.digits(at + 1).filter(|&(number, _)| (1..=53).contains(&number))?;
    let end = at + 2;
    let is_free =
        len <= 2 && !reader.is_capital(at) && !reader.number_goes_on(end) && !reader.is_glued(at + 1);
    let week = Expression::WeekNumber(number);
    is_free.then_some(Node { expression: week, range: at..end, proof: Proof::Bare(Bare::WeekNumber) })
}
