//! The beginning, the middle and the end of a period: "early 1990s", "mid-March", "the end of the year", "later this week". Which
//! part is meant, TIMEX3 tells in an attribute of its own.
//!
//! ```text
//! edge = unit [ "-" | "'s" ] "end" [ year ] | ( "first" | "second" ) "half of" point | ( "early" | "mid" | "late" ) [ "-" | "in" | "on" [ "the" ] ] point
//!      | ( "beginning" | "start" | "middle" | "end" | "rest" ) "of" [ "the" ] ( point | unit )
//!      | ( "earlier" | "later" ) [ "in" | "on" ] [ "the" ] ( point | unit )
//! ```

use super::evidence;
use super::tree::{Bare, Expression, Fields, Named, Node, Operands, Proof};
use crate::extract::time::calendar::{Period, Shift, Unit};
use crate::extract::time::words::{Reader, Term, year};
use crate::value::Modifier;

/// Reads a part of a period at token `at`.
pub(super) fn read(reader: &Reader<'_>, at: usize, operands: &dyn Operands) -> Option<Node> {
    let first = begin(reader, at)?;
    let is_open_ended = reader.term(at) == Some(Term::Stretch);
    let node = operands.point(first).or_else(|| {
        // "the end of the year", "the end of year"
        is_open_ended.then(|| the_unit(reader, first).or_else(|| the_unit(reader, first - 1)))?
    })?;
    // "early" leads a date as "in" does.
    let is_one = node.is_told()
        || is_open_ended && matches!(node.proof, Proof::Bare(Bare::Unit))
        || evidence::score(reader, &node).is_some();
    let range = at..node.range.end;
    let edge = match modifier(reader.word(at)) {
        Some(modifier) => Expression::Edge(modifier, Box::new(node.expression)),
        None => node.expression,
    };
    is_one.then(|| Node::told(edge, range))
}

/// Reads the end of a unit by its short name at token `at`: "year-end", "month's end", "year-end 2012".
pub(super) fn end_of_unit(reader: &Reader<'_>, at: usize) -> Option<Node> {
    let Some(Term::Unit(unit @ (Unit::Year | Unit::Quarter | Unit::Month))) = reader.term(at) else {
        return None;
    };
    let is_linked = matches!(reader.word(at + 1), "-" | "'s" | "’s") && reader.is_glued(at + 1);
    let end = at + 1 + usize::from(is_linked);
    if !reader.is(end, "end") || reader.is_any(end + 1, &["of", "up", "in"]) {
        return None;
    }
    let (whole, end) = match year::digits(reader, end + 1).filter(|_| unit == Unit::Year) {
        Some((year, end)) => (Expression::Period(Period::Year(Some(year))), end),
        None => (Expression::Shifted(Shift::This, Named::Unit(unit)), end + 1),
    };
    Some(Node::told(Expression::Edge(Modifier::End, Box::new(whole)), at..end))
}

/// Reads a half of what has no code for its halves at token `at`: "the first half of the 20th century".
pub(super) fn half(reader: &Reader<'_>, at: usize, operands: &dyn Operands) -> Option<Node> {
    let modifier = match () {
        () if reader.term(at + 1) != Some(Term::Half) || !reader.is(at + 2, "of") => return None,
        () if reader.is(at, "first") => Modifier::Start,
        () if reader.is(at, "second") => Modifier::End,
        () => return None,
    };
    let whole = operands.point(at + 3 + usize::from(reader.is(at + 3, "the")))?;
    let is_long = whole.is_told()
        && matches!(whole.expression, Expression::Period(Period::Century(_) | Period::Decade(_)));
    let is_month = whole.fields().has(Fields::MONTH) && !whole.fields().is_day();
    let range = at..whole.range.end;
    (is_long || is_month).then(|| Node::told(Expression::Edge(modifier, Box::new(whole.expression)), range))
}

/// Which part a word means; "the rest" has no name in TIMEX3.
fn modifier(word: &str) -> Option<Modifier> {
    match word.to_ascii_lowercase().as_str() {
        "early" | "beginning" | "start" => Some(Modifier::Start),
        "mid" | "middle" => Some(Modifier::Mid),
        "late" | "end" => Some(Modifier::End),
        _ => None,
    }
}

/// The token at which the period begins whose part the word at `at` tells.
pub(super) fn begin(reader: &Reader<'_>, at: usize) -> Option<usize> {
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
        Term::Stretch if reader.is(next, "of") => Some(next + 1 + usize::from(reader.is(next + 1, "the"))),
        _ => None,
    }
}

/// "the year", "the month": the one of publication, at the token of the article or of the unit.
pub(super) fn the_unit(reader: &Reader<'_>, at: usize) -> Option<Node> {
    let unit_at = at + usize::from(reader.is(at, "the") || reader.is(at, "of"));
    let has_article = unit_at > at || reader.follows_any(at, &["the"]);
    let Some(Term::Unit(
        unit @ (Unit::Day
        | Unit::Week
        | Unit::Month
        | Unit::Quarter
        | Unit::Year
        | Unit::Decade
        | Unit::Century),
    )) = reader.term(unit_at)
    else {
        return None;
    };
    // "at the end of the day" says nothing of a day.
    let is_idiom = unit == Unit::Day && unit_at.checked_sub(5).is_some_and(|at| reader.is(at, "at"));
    let is_of = reader.is(at, "of") && unit != Unit::Year;
    let expression = Expression::Shifted(Shift::This, Named::Unit(unit));
    (has_article && !is_idiom && !is_of).then_some(Node {
        expression,
        range: at..unit_at + 1,
        proof: Proof::Bare(Bare::Unit),
    })
}
