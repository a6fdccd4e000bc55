//! This, last, next, coming and past: "next Friday", "this year", "last summer", "the past two months", "the week after next".
//!
//! ```text
//! shift   = pointer named | pointer [ count ] units | count pointer units | named ( "after next" | "before last" )
//! pointer = "this" | "last" | "next" | "past" | "coming" | …        "this past", "this coming" among them
//! named   = [ "fiscal" | "calendar" ] unit | weekday | month [ day ] | season | feast
//! ```

use super::tree::{Expression, Named, Node};
use crate::extract::time::calendar::{Count, Period, Shift, Unit};
use crate::extract::time::words::{Reader, Term, count, day_number, feasts, month_name, weekday_name, year};

/// Reads what a pointer begins at token `at`.
pub(super) fn read(reader: &Reader<'_>, at: usize) -> Option<Node> {
    let Some(Term::Shift(shift)) = reader.term(at).filter(|_| !is_verb(reader, at)) else { return None };
    let (shift, next) = match (shift, reader.term(at + 1)) {
        (Shift::This, Some(Term::Shift(inner @ (Shift::Past | Shift::Coming)))) => (inner, at + 2),
        _ => (shift, at + 1),
    };
    let is_fiscal = reader.term(next) == Some(Term::Fiscal);
    let next = next + usize::from(is_fiscal || reader.is(next, "calendar"));
    match reader.term(next) {
        Some(Term::Unit(Unit::Year)) if is_fiscal => Some(told(shift, Named::FiscalYear, at..next + 1)),
        Some(Term::Unit(unit)) => of_unit(reader, at, shift, unit, next + 1),
        Some(Term::Units(unit)) => {
            let is_open = matches!(shift, Shift::Recent | Shift::Past | Shift::Coming) && !unit.is_clock();
            is_open.then(|| rolling(shift, Count::Vague, unit, at..next + 1))?
        }
        Some(Term::Weekday(_) | Term::WeekdayShort(_)) => {
            let name = weekday_name(reader, next).filter(|name| !name.is_short || reader.is_capital(next))?;
            Some(told(shift, Named::Weekday(name.weekday), at..name.end))
        }
        Some(Term::Month(month)) if reader.is_capital(next) || !matches!(month, 3 | 5 | 8) => {
            of_month(reader, at, shift, next)
        }
        Some(Term::Season(season)) => Some(told(shift, Named::Season(season), at..next + 1)),
        Some(Term::Feast) => {
            let (feast, end) = feasts::read(reader, next)?;
            Some(told(shift, Named::Feast(feast), at..end))
        }
        Some(Term::Number(_) | Term::Vague | Term::Dozen) | None => {
            let (count, unit_at) = count::read(reader, next)?;
            let (unit, end) = count::unit(reader, unit_at)?;
            rolling(shift, count, unit, at..end)
        }
        _ => None,
    }
}

fn told(shift: Shift, named: Named, range: std::ops::Range<usize>) -> Node {
    Node::told(Expression::Shifted(shift, named), range)
}

/// Whether "last" at token `at` is the verb: "will last two days".
fn is_verb(reader: &Reader<'_>, at: usize) -> bool {
    const BEFORE: &[&str] = &["will", "to", "would", "could", "can", "may", "might", "should", "must", "not"];
    let is_not = reader.word_before(at).ends_with("n't") || reader.word_before(at).ends_with("n’t");
    reader.is(at, "last") && (is_not || reader.follows_any(at, BEFORE))
}

/// The unit that ends before token `end`: "next week", "the past year", "the previous day".
fn of_unit(reader: &Reader<'_>, at: usize, shift: Shift, unit: Unit, end: usize) -> Option<Node> {
    let is_near = matches!(shift, Shift::Past | Shift::Coming);
    if unit == Unit::Day && !is_near {
        // The day after or before another one that the story told of.
        let is_told = shift == Shift::Next || reader.is(at, "previous");
        return is_told.then(|| Node::period(Period::Date(None), at..end));
    }
    // "the last year" is not the last calendar year but the twelve months to now.
    let is_rolling =
        is_near || reader.follows_any(at, &["the"]) && matches!(reader.word(at), "last" | "next");
    if is_rolling
        && !matches!(unit, Unit::Weekend | Unit::Quarter | Unit::Decade | Unit::Century)
        && !unit.is_clock()
    {
        let is_kept = shift != Shift::Last || !matches!(unit, Unit::Day | Unit::Night);
        return is_kept.then(|| rolling(shift, Count::ONE, unit, at..end))?;
    }
    let is_named = !matches!(
        unit,
        Unit::Second | Unit::Minute | Unit::Hour | Unit::Night | Unit::Fortnight | Unit::Millennium
    );
    (is_named && shift != Shift::Recent).then(|| told(shift, Named::Unit(unit), at..end))
}

/// The month at token `next`, and its day.
fn of_month(reader: &Reader<'_>, at: usize, shift: Shift, next: usize) -> Option<Node> {
    let name = month_name(reader, next)?;
    let (named, end) = match day_number(reader, name.end) {
        Some((day, _, end)) => (Named::Day(name.month, day), end),
        None => (Named::Month(name.month), name.end),
    };
    // The year is told: "this" points, but does not count.
    let has_year = year::digits(reader, reader.skip_comma(end)).is_some();
    (!has_year).then(|| told(shift, named, at..end))
}

/// Reads a count before a pointer at token `at`: "the two previous years", "3 next weeks".
pub(super) fn counted(reader: &Reader<'_>, at: usize) -> Option<Node> {
    let (count, shift_at) = count::read(reader, at)?;
    let Some(Term::Shift(shift)) = reader.term(shift_at) else { return None };
    match reader.term(shift_at + 1)? {
        Term::Units(unit) if count.whole()? > 1 => rolling(shift, count, unit, at..shift_at + 2),
        _ => None,
    }
}

fn rolling(shift: Shift, count: Count, unit: Unit, range: std::ops::Range<usize>) -> Option<Node> {
    let sign = match shift {
        Shift::Past | Shift::Last | Shift::Recent => -1,
        Shift::Coming | Shift::Next => 1,
        Shift::This => return None,
    };
    Some(Node::told(Expression::Rolling { count, unit, sign }, range))
}

/// Reads what is one further than the nearest at the token of its name: "week after next", "Friday before last".
pub(super) fn beyond(reader: &Reader<'_>, at: usize) -> Option<Node> {
    let by = match () {
        () if reader.is(at + 1, "after") && reader.is(at + 2, "next") => 2,
        () if reader.is(at + 1, "before") && reader.is(at + 2, "last") => -2,
        () => return None,
    };
    let named = match reader.term(at)? {
        Term::Unit(unit) if !unit.is_clock() && !matches!(unit, Unit::Day | Unit::Night) => Named::Unit(unit),
        Term::Weekday(weekday) => Named::Weekday(weekday),
        Term::Season(season) => Named::Season(season),
        Term::Month(month) => Named::Month(month),
        _ => return None,
    };
    Some(Node::told(Expression::Beyond(named, by), at..at + 3))
}
