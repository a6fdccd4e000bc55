//! So much before or after: "two weeks ago", "three days before Christmas", "the day after tomorrow", "two Sundays ago".
//!
//! ```text
//! away  = count units from | [ "the" ] unit ( "before" | "after" ) point
//! from  = "ago" | "earlier" | "from now" | "hence" | "in … [ 's time ]" | ( "before" | "after" | "from" ) point
//! units = [ "working" ] unit | weekday "s"
//! ```

use super::evidence;
use super::tree::{Bare, Expression, Fields, Named, Node, Operands, Proof};
use crate::extract::time::calendar::{Bias, Count, Unit};
use crate::extract::time::words::{Reader, Term, count, lookup, tense};
use crate::text::TokenKind;

/// Reads what lies so far away at token `at`.
pub(super) fn read(reader: &Reader<'_>, at: usize, operands: &dyn Operands) -> Option<Node> {
    // "the year-ago quarter"
    if let Some(Term::Unit(unit @ (Unit::Year | Unit::Month | Unit::Week))) = reader.term(at)
        && reader.word(at + 1) == "-"
        && reader.is_any(at + 2, &["ago", "earlier"])
    {
        let away = Expression::Away { count: Count::ONE, sign: -1, named: Named::Unit(unit), from: None };
        return Some(Node::told(away, at..at + 3));
    }
    let (count, unit_at) = match reader.term(at) {
        // "years ago"
        Some(Term::Units(_)) => (Count::Vague, at),
        // "the day after Easter"
        Some(Term::Unit(_)) => (Count::ONE, at),
        _ => count::read(reader, at)?,
    };
    let is_one = unit_at == at && count == Count::ONE;
    if let Some(weekday) = weekdays(reader, unit_at) {
        let named = Named::Weekday(weekday);
        let (sign, end) = from_now(reader, unit_at + 1)?;
        let away = Expression::Away { count, sign, named, from: None };
        return count.whole().filter(|by| (1..1000).contains(by)).map(|_| Node::told(away, at..end));
    }
    let unit_at = unit_at + usize::from(reader.word(unit_at) == "-");
    let (unit, end) = count::unit(reader, unit_at)?;
    let named = Named::Unit(unit);
    if !is_one {
        let ahead = || {
            // "in two weeks' time", "will be back in two weeks"
            let is_in = !unit.is_clock() && reader.follows_any(at, &["in"]) && is_ahead(reader, at, end);
            is_in.then_some((1, end))
        };
        let compared = || {
            let is_one = count == Count::ONE && reader.term(at) == Some(Term::Article);
            (is_one && is_compared(reader, at, unit, end)).then_some((-1, end + 1))
        };
        if let Some((sign, end)) = from_now(reader, end).or_else(ahead).or_else(compared) {
            return Some(Node::told(Expression::Away { count, sign, named, from: None }, at..end));
        }
    }
    let sign = match () {
        () if reader.is(end, "before") => -1,
        () if reader.is(end, "after") || reader.is(end, "from") && !is_one => 1,
        () => return None,
    };
    // Publication has no hour to count from, and "two years after the flood" is a length.
    count.whole().filter(|_| !unit.is_clock())?;
    let anchor = anchor(reader, end + 1, operands)?;
    let is_named = matches!(anchor.expression, Expression::Day(_)) || reader.follows_any(at, &["the"]);
    let is_anchor = !is_one || is_named;
    let (range, from) = (at..anchor.range.end, Box::new(anchor.expression));
    // "the weekend before Easter" is a weekend, "the day before" a day.
    let is_long = is_one && unit != Unit::Day;
    is_anchor.then(|| match is_long {
        true => Node::told(Expression::NthFrom { nth: sign, named, from }, range),
        false => Node::told(Expression::Away { count, sign, named, from: Some(from) }, range),
    })
}

/// Reads the day that is counted from at token `at`, where it tells enough for that. What happened on a day is no day: "a week
/// after the Sept. 11 attacks".
pub(super) fn anchor(reader: &Reader<'_>, at: usize, operands: &dyn Operands) -> Option<Node> {
    let has_article = reader.is(at, "the");
    let anchor = operands.point(at + usize::from(has_article))?;
    let is_named = has_article && evidence::goes_on(reader, anchor.range.end);
    let is_day = anchor.fields().is_day() && !anchor.fields().has(Fields::PART);
    (is_day && !is_named && matches!(anchor.proof, Proof::Told | Proof::Bare(Bare::Weekday)))
        .then_some(anchor)
}

/// "ago", "from now", "hence": the side of publication and the token behind.
fn from_now(reader: &Reader<'_>, end: usize) -> Option<(i64, usize)> {
    match () {
        () if reader.is(end, "ago") => Some((-1, end + 1)),
        () if reader.is(end, "from") && reader.is(end + 1, "now") => Some((1, end + 2)),
        () if reader.is(end, "hence") => Some((1, end + 1)),
        () => None,
    }
}

/// "rose from $4 million a year earlier": figures are compared with those of the year before publication, but what "had" been
/// earlier lies before something else.
fn is_compared(reader: &Reader<'_>, at: usize, unit: Unit, end: usize) -> bool {
    /// So far to the left a verb in the pluperfect stands.
    const REACH: usize = 8;
    let has_had =
        (1..=REACH).any(|back| at.checked_sub(back).is_some_and(|at| reader.is_any(at, &["had", "after"])));
    matches!(unit, Unit::Month | Unit::Quarter | Unit::Year) && reader.is(end, "earlier") && !has_had
}

/// The day of the week whose plural stands at token `at`: "two Sundays ago".
fn weekdays(reader: &Reader<'_>, at: usize) -> Option<jiff::civil::Weekday> {
    if reader.kind(at) != Some(TokenKind::Word) {
        return None;
    }
    match lookup(reader.word(at).strip_suffix('s')?) {
        Some(Term::Weekday(weekday)) => Some(weekday),
        _ => None,
    }
}

/// Whether a length behind "in" at tokens `at..end` tells when, and not how long: "He will be
/// back in two weeks", but not "the first in two weeks".
fn is_ahead(reader: &Reader<'_>, at: usize, end: usize) -> bool {
    const RANKED: &[&str] =
        &["time", "first", "once", "twice", "times", "highest", "lowest", "most", "second", "third"];

    let has_time = crate::text::is_apostrophe(reader.word(end).chars().next().unwrap_or(' '))
        && reader.is(end + 1, "time");
    let is_ranked = at.checked_sub(2).is_some_and(|before| reader.is_any(before, RANKED));
    has_time || !is_ranked && tense::of_length(reader, at) == Bias::Future
}
