//! The nth, the first and the last of a kind: "the first Monday of May", "the last weekend of October", "the third last week of
//! 2018", "the first three months of 2024", "the second Sunday after Easter".
//!
//! ```text
//! nth   = place named ( "of" | "in" ) point | [ ordinal ] weekday ( "before" | "after" ) point
//!       | ( "first" | "last" ) count units [ "of" | "in" ] point
//! place = ordinal | [ ordinal [ "to" ] ] "last"
//! ```

use super::away::anchor;
use super::edge::the_unit;
use super::tree::{Expression, Fields, Named, Node, Operands};
use crate::extract::time::calendar::{Period, Shift, Unit};
use crate::extract::time::words::{Reader, Term, count, day_number, weekday_name};

/// Reads one of a kind, or some of them, at token `at`.
pub(super) fn read(reader: &Reader<'_>, at: usize, operands: &dyn Operands) -> Option<Node> {
    let (nth, next) = place(reader, at)?;
    if let Some((named, end)) = named(reader, next) {
        return one(reader, at, nth, named, end, operands);
    }
    if nth.abs() != 1 {
        return None;
    }
    let (count, unit_at) = count::read(reader, next)?;
    let (unit, end) = count::unit(reader, unit_at)?;
    let count = count.whole().filter(|&count| count > 0)? * nth;
    let (of, has_of) = whole(reader, end, operands)?;
    // "five months this year" needs no "of", but what is no year does.
    let is_whole = has_of || of.fields() == Fields::YEAR;
    let is_unit = matches!(
        unit,
        Unit::Day | Unit::Week | Unit::Weekend | Unit::Month | Unit::Quarter | Unit::Decade | Unit::Year
    );
    let end = of.range.end;
    let of = Box::new(of.expression);
    (is_whole && is_unit).then(|| Node::told(Expression::Share { count, unit, of }, at..end))
}

/// Which one: "third" is 3, "last" is -1, "third last" is -3.
fn place(reader: &Reader<'_>, at: usize) -> Option<(i64, usize)> {
    if reader.is_any(at, &["last", "final"]) {
        return Some((-1, at + 1));
    }
    let (nth, is_ordinal, end) = day_number(reader, at)?;
    // "second to last", "second-to-last"
    let is_hyphen = |at: usize| usize::from(reader.word(at) == "-");
    let to = end + is_hyphen(end);
    if is_ordinal && reader.is(to, "to") && reader.is(to + 1 + is_hyphen(to + 1), "last") {
        return Some((-i64::from(nth), to + 2 + is_hyphen(to + 1)));
    }
    let is_last = reader.is(end, "last") || reader.is(end, "-") && reader.is(end + 1, "last");
    match () {
        () if !is_ordinal => None,
        () if is_last && !matches!(reader.term(end + 1), Some(Term::Number(_))) => {
            Some((-i64::from(nth), end + 1 + usize::from(reader.is(end, "-"))))
        }
        () => Some((nth.into(), end)),
    }
}

/// A unit or a day of the week, in the singular.
fn named(reader: &Reader<'_>, at: usize) -> Option<(Named, usize)> {
    if let Some(name) = weekday_name(reader, at) {
        return Some((Named::Weekday(name.weekday), name.end));
    }
    match reader.term(at)? {
        Term::Unit(
            unit @ (Unit::Day | Unit::Week | Unit::Weekend | Unit::Month | Unit::Year | Unit::Decade),
        ) => Some((Named::Unit(unit), at + 1)),
        Term::Unit(unit @ Unit::Quarter) if reader.is_any(at.saturating_sub(1), &["last", "final"]) => {
            Some((Named::Unit(unit), at + 1))
        }
        _ => None,
    }
}

fn one(
    reader: &Reader<'_>,
    at: usize,
    nth: i64,
    named: Named,
    end: usize,
    operands: &dyn Operands,
) -> Option<Node> {
    if matches!(named, Named::Weekday(_))
        && let Some(node) = from_day(reader, at, nth, named, end, operands)
    {
        return Some(node);
    }
    let (of, has_of) = whole(reader, end, operands)?;
    if !has_of || !is_longer(&of, named) {
        return None;
    }
    let end = of.range.end;
    let of = Box::new(of.expression);
    Some(Node::told(Expression::Nth { nth, named, of }, at..end))
}

/// Reads "Sunday before Christmas" at the token of the weekday.
pub(super) fn weekday_from(reader: &Reader<'_>, at: usize, operands: &dyn Operands) -> Option<Node> {
    let name = weekday_name(reader, at).filter(|_| reader.follows_any(at, &["the"]))?;
    from_day(reader, at, 1, Named::Weekday(name.weekday), name.end, operands)
}

fn from_day(
    reader: &Reader<'_>,
    at: usize,
    nth: i64,
    named: Named,
    end: usize,
    operands: &dyn Operands,
) -> Option<Node> {
    let sign = match () {
        () if reader.is(end, "before") => -1,
        () if reader.is(end, "after") => 1,
        () => return None,
    };
    let anchor = anchor(reader, end + 1, operands)?;
    // "on the Sunday after Friday's vote" counts from what was told.
    let is_day = anchor.fields().has(Fields::FEAST) || anchor.fields().has(Fields::DAY.and(Fields::MONTH));
    let end = anchor.range.end;
    let is_from = is_day && nth > 0;
    let from = Box::new(anchor.expression);
    is_from.then(|| Node::told(Expression::NthFrom { nth: sign * nth, named, from }, at..end))
}

/// Whether a period has several of a kind: a month of days and weeks, a decade of years.
fn is_longer(of: &Node, named: Named) -> bool {
    let fields = of.fields();
    let is_long = fields == Fields::NONE;
    let is_year = is_long || fields == Fields::YEAR || fields.has(Fields::SHARE);
    match named {
        Named::Unit(Unit::Year | Unit::Decade) => is_long,
        Named::Unit(Unit::Month | Unit::Quarter) => is_year,
        Named::Unit(Unit::Day) => true,
        _ => fields != Fields::WEEK,
    }
}

/// The period that a share is of, behind token `end`, and whether "of" leads to it.
fn whole(reader: &Reader<'_>, end: usize, operands: &dyn Operands) -> Option<(Node, bool)> {
    let has_of = reader.is_any(end, &["of", "in"]);
    let inner = end + usize::from(has_of);
    let inner = inner + usize::from(has_of && reader.is(inner, "the"));
    let of = operands.point(inner).or_else(|| the_unit(reader, inner))?;
    let is_period = match &of.expression {
        Expression::Shifted(..) | Expression::Holding(..) | Expression::Nth { .. } | Expression::Both(..) => {
            true
        }
        Expression::Period(period) => {
            !matches!(period, Period::Past | Period::Future) && (has_of || period.year().is_some())
        }
        Expression::Rolling { count, .. } => count.whole() == Some(1) && has_of,
        Expression::Away { from: None, .. } | Expression::Beyond(..) => has_of,
        _ => false,
    };
    (is_period && !of.fields().is_day() && !matches!(of.expression, Expression::Shifted(Shift::Recent, _)))
        .then_some((of, has_of))
}
