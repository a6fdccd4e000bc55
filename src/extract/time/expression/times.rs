//! Times of day: "3:30 p.m.", "15:30 GMT", "noon", "five o'clock", "9 to 5 p.m.", and next to a day
//! what would be a bare number elsewhere: "Monday at 2.30", "between 3 and 8 yesterday".

use super::evidence;
use super::tree::{Expression, Node};
use crate::extract::time::calendar::{Clock, Part, Shift, Unit};
use crate::extract::time::words::clock_face::{self, Face, Half, Proof};
use crate::extract::time::words::{Reader, Term};
use crate::text::TokenKind;

/// A time of day, or from one to another.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Times {
    pub(crate) from: Clock,
    pub(crate) to: Option<Clock>,
}

impl Times {
    fn one(from: Clock) -> Times {
        Times { from, to: None }
    }
}

/// Reads the day, or the part of one, that begins at a token.
pub(super) type ReadDay<'a> = &'a dyn Fn(usize) -> Option<Node>;

/// What stands around a time and says that it is one, or which half of the day it lies in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Around {
    /// The least that the form itself must say.
    needed: Proof,
    part: Option<Part>,
}

/// Reads a time of day, or a range of them, at token `at`; gives the value and the token behind
/// it.
pub(super) fn read(reader: &Reader<'_>, at: usize, day: ReadDay<'_>) -> Option<(Times, usize)> {
    if let Some(Term::Hour(hour)) = reader.term(at) {
        let clock = Clock { hour: u32::try_from(hour).ok()?, minute: 0, second: None, zone: None };
        return Some((Times::one(clock), at + 1));
    }
    if reader.kind(at) == Some(TokenKind::Word)
        && !matches!(reader.term(at), Some(Term::Number(_) | Term::Half | Term::Unit(Unit::Quarter)))
    {
        return None;
    }
    let face = clock_face::read(reader, at)?;
    before_part(reader, at, &face)
        .or_else(|| before_day(reader, at, &face, day))
        .or_else(|| alone(reader, at))
}

/// "in the morning", "this evening"
fn part_of_day(reader: &Reader<'_>, at: usize, hour: u32) -> Option<(Half, usize)> {
    let (part, end) = match reader.term(at) {
        // "at 11 tonight"
        Some(Term::Tonight) => (Part::Night, at),
        Some(Term::Shift(Shift::This)) => match reader.term(at + 1) {
            Some(Term::Part(part)) => (part, at),
            _ => return None,
        },
        _ if reader.is(at, "in") => super::day_part::behind(reader, at)?,
        _ => return None,
    };
    Some((clock_face::half_of(part, hour)?, end))
}

/// Whether nothing stands before token `at` that its number could count with: "3 in the morning", but not "killed 3 in the
/// morning".
fn starts_phrase(reader: &Reader<'_>, at: usize) -> bool {
    at == 0 || matches!(reader.word_before(at), "," | ";" | ":" | "(" | "—" | "–")
}

/// "5 to 7 in the morning", "3-4 in the afternoon", "8 this evening" at the beginning of a phrase
fn before_part(reader: &Reader<'_>, at: usize, first: &Face) -> Option<(Times, usize)> {
    if first.is_bare() && (starts_phrase(reader, at) || reader.follows_any(at, &["at"])) {
        let is_in = reader.is(first.end, "in") && reader.is(first.end + 1, "the");
        let half = clock_face::half(reader, first.end + 2).filter(|_| is_in);
        if let Some((half, end)) = half.or_else(|| part_of_day(reader, first.end, first.hour)) {
            return Some((Times::one(settle(first, Some(half))?), end));
        }
    }
    let connects = matches!(reader.word(first.end), "-" | "–" | "to" | "and" | "until");
    let second = connects.then(|| clock_face::read(reader, first.end + 1))??;
    // "7 in the morning" may have been read as one.
    let (part, end) = match super::day_part::behind(reader, second.end) {
        Some((part, end)) if reader.is(second.end, "in") => (part, end),
        _ if second.end >= 3 && reader.is(second.end - 3, "in") => {
            let Term::Part(part) = reader.term(second.end - 1)? else { return None };
            (part, second.end)
        }
        _ => return None,
    };
    if first.half.is_some() || first.hour > 12 || first.hour >= second.hour {
        return None;
    }
    let half = clock_face::half_of(part, second.hour);
    let (from, to) = (settle(first, half)?, settle(&second, half)?);
    Some((Times { from, to: Some(to) }, end))
}

/// Reads a time that needs no day beside it.
fn alone(reader: &Reader<'_>, at: usize) -> Option<(Times, usize)> {
    one_or_range(reader, at, Around { needed: Proof::Certain, part: None })
}

/// Reads a time behind a day or a part of one that ends before token `end`: "Monday at 2.30",
/// "tonight around 3", "next evening from 7 to 9". Gives the value and its tokens.
pub(crate) fn behind_day(
    reader: &Reader<'_>,
    end: usize,
    part: Option<Part>,
) -> Option<(Times, usize, usize)> {
    let links = usize::from(matches!(reader.word(end), "," | "@") || reader.is(end, "at"));
    let links = links + usize::from(is_link(reader, end + links));
    let at = end + links;
    if !matches!(reader.kind(at)?, TokenKind::Number | TokenKind::Word) {
        return None;
    }
    // Without a word in between, only a form that looks like a time is one.
    let needed = if links > 0 && reader.word(end) != "," { Proof::None } else { Proof::Shape };
    let (times, end) = one_or_range(reader, at, Around { needed, part })?;
    ends(reader, end).then_some((times, at, end))
}

/// Whether a word that leads a time stands at `at`.
fn is_link(reader: &Reader<'_>, at: usize) -> bool {
    reader.is_any(
        at,
        &["around", "about", "before", "after", "by", "from", "between", "until", "till", "since"],
    )
}

/// Reads a time in front of a day: "between 3 and 8 yesterday", "five-thirty tomorrow evening", "10
/// to 11:30 on May 3".
fn before_day(reader: &Reader<'_>, at: usize, face: &Face, day: ReadDay<'_>) -> Option<(Times, usize)> {
    let is_led = reader.follows_any(at, &["at", "between", "from", "around", "by", "until", "till"]);
    // A bare number needs a word before it, or to begin its phrase; and a full time needs no day.
    let begins = face.is_bare() && !is_led && starts_phrase(reader, at);
    if face.is_bare() && !is_led && !begins || face.is_certain() && face.half.is_some() {
        return None;
    }
    if !face.is_certain() && is_other(reader, at, is_led) {
        return None;
    }
    let needed = if is_led || begins { Proof::None } else { Proof::Shape };
    let (times, end) = one_or_range(reader, at, Around { needed, part: None })?;
    let day_at = end + usize::from(reader.is_any(end, &["on", "of"]));
    let day_at = day_at + usize::from(day_at > end && reader.is(day_at, "the"));
    // A number behind a number is no day: "at 5 30 people".
    if reader.kind(day_at) != Some(TokenKind::Word) && day_at == end {
        return None;
    }
    let node = day(day_at)?;
    // "5 Tuesday morning flights"
    if begins && evidence::goes_on(reader, node.range.end) {
        return None;
    }
    match &node.expression {
        Expression::Part(Some(_), part) => one_or_range(reader, at, Around { needed, part: Some(*part) }),
        // "9 tomorrow evening" is an hour, "9 tomorrow" may be anything.
        _ => (!begins).then_some((times, end)),
    }
}

/// Whether `2.30` or `3:16` at token `at` may be a price, a score or a verse: none of these stands
/// behind "at", and a price only behind what is bought and sold.
fn is_other(reader: &Reader<'_>, at: usize, is_led: bool) -> bool {
    const PRICED: &[&str] =
        &["closed", "traded", "trading", "priced", "valued", "settled", "stood", "sold", "bought", "quoted"];
    let is_priced = at.checked_sub(1).is_some_and(|at| reader.follows_any(at, PRICED));
    let is_named = at.checked_sub(1).is_some_and(|at| reader.is_capital(at) && reader.term(at).is_none());
    match reader.word(at + 1) {
        "." => !is_led || is_priced,
        _ => !is_led && is_named,
    }
}

/// Whether what could be a bare number ends its phrase before token `end`, so that it counts
/// nothing.
fn ends(reader: &Reader<'_>, end: usize) -> bool {
    const BEHIND: &[&str] = &[
        "on", "in", "at", "and", "or", "but", "with", "to", "for", "when", "as", "after", "before", "today",
        "tomorrow", "yesterday", "tonight", "this", "next", "last", "until", "from", "of",
    ];

    let next_is_number = reader.kind(end + 1) == Some(TokenKind::Number)
        || matches!(reader.term(end + 1), Some(Term::Number(_)));
    // "from 7 to 9 people", "3-man team"
    let goes_on = reader.number_goes_on(end)
        || reader.is(end, "to") && next_is_number
        || reader.is_glued(end) && matches!(reader.word(end), "-" | "–");
    match reader.kind(end) {
        _ if goes_on => false,
        Some(TokenKind::Currency) => false,
        Some(TokenKind::Word) => {
            reader.is_any(end, BEHIND) || matches!(reader.term(end), Some(Term::Weekday(_) | Term::Month(_)))
        }
        _ => true,
    }
}

fn one_or_range(reader: &Reader<'_>, at: usize, around: Around) -> Option<(Times, usize)> {
    let first = clock_face::read(reader, at)?;
    let half = |face: &Face| around.part.and_then(|part| clock_face::half_of(part, face.hour));
    if let Some(found) = range(reader, at, &first, around) {
        return Some(found);
    }
    let is_led = reader.follows_any(
        at,
        &["at", "by", "until", "till", "around", "about", "before", "after", "from", "since"],
    );
    let is_colon = reader.word(at + 1) == ":" && first.end > at + 1;
    let is_half_past_two = reader.follows_any(at, &["at"])
        && first.proof == Proof::Shape
        && reader.digits(at).is_none_or(|(_, len)| len < 4)
        && happens(reader, at)
        && ends(reader, first.end);
    // "at three twenty": no price is told so.
    let is_said = reader.follows_any(at, &["at"])
        && reader.kind(at) == Some(TokenKind::Word)
        && first.proof == Proof::Shape
        && ends(reader, first.end);
    let is_time = is_said
        || first.proof >= around.needed && (!first.is_bare() || ends(reader, first.end))
        || is_led && is_colon
        || is_half_past_two;
    is_time.then(|| Some((Times::one(settle(&first, half(&first))?), first.end)))?
}

/// Whether the word before the "at" in front of token `at` says that something begins, ends or
/// moves, so that `2.30` is no price.
fn happens(reader: &Reader<'_>, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|at| {
        reader.follows_any(
            at,
            &[
                "leave", "leaves", "left", "leaving", "meet", "meets", "met", "start", "starts", "started",
                "starting", "begin", "begins", "began", "beginning", "arrive", "arrives", "arrived",
                "depart", "departs", "departed", "ends", "ended", "landed", "back", "again", "off", "off",
            ],
        )
    })
}

/// "9 a.m. to 5 p.m.", "5-6 p.m.", "from 10:30 to 11:45"; the half of the day of the second time
/// holds for the first as well, unless that would be later.
fn range(reader: &Reader<'_>, at: usize, first: &Face, around: Around) -> Option<(Times, usize)> {
    let is_between = reader.follows_any(at, &["between"]);
    let is_from = is_between || reader.follows_any(at, &["from"]);
    let is_at = reader.follows_any(at, &["at"]);
    let has_dash = matches!(reader.word(first.end), "-" | "–" | "—");
    let connects = has_dash
        || reader.is_any(first.end, &["to", "until", "till", "through"])
        || is_between && reader.is(first.end, "and");
    let second_at = first.end + 1 + usize::from(is_from && reader.is(first.end + 1, "around"));
    let second = connects.then(|| clock_face::read(reader, second_at))??;
    let has_shape = |face: &Face| face.proof >= Proof::Shape;
    let has_both = has_shape(first) && (has_shape(&second) || !has_dash);
    // "0730-0930": no years begin with a nought.
    let is_figures = first.end == at + 1 && reader.digits(at).is_some_and(|(_, len)| len == 4);
    let is_told = if is_figures && !first.is_certain() {
        has_both && is_from && [at, second_at].iter().any(|&at| reader.word(at).starts_with('0'))
    } else {
        first.is_certain()
            && (second.is_certain()
                || has_shape(&second)
                || reader.kind(second_at) == Some(TokenKind::Number) && ends(reader, second.end))
            || second.is_certain()
            || is_from && (has_both || has_shape(&second)) && ends(reader, second.end)
            || around.needed == Proof::None
                && (is_from || is_at && first.hour < second.hour)
                && ends(reader, second.end)
            || around.part.is_some() && first.hour < second.hour && ends(reader, second.end)
    };
    if !is_told {
        return None;
    }
    let half = around.part.and_then(|part| clock_face::half_of(part, first.hour));
    let mut to = settle(&second, half.or(first.half.filter(|_| second.hour > first.hour)))?;
    let mut from = settle(first, half.or(second.half))?;
    if first.half.is_none() && half.is_none() && from.hour * 60 + from.minute > to.hour * 60 + to.minute {
        from = settle(first, None)?;
    }
    if second.half.is_none() && to.hour <= 12 && to.hour < from.hour && !is_figures {
        to.hour += 12;
    }
    from.zone = from.zone.or(to.zone);
    Some((Times { from, to: Some(to) }, second.end))
}

/// The time that a face shows.
fn settle(face: &Face, half: Option<Half>) -> Option<Clock> {
    let hour = match face.half.or(half) {
        None => face.hour,
        Some(_) if face.hour > 12 => face.hour,
        Some(Half::Am) => face.hour % 12,
        Some(Half::Pm) => face.hour % 12 + 12,
    };
    (hour <= 24).then_some(Clock { hour, minute: face.minute, second: face.second, zone: face.zone })
}

/// Reads a time behind a part of the day, which tells the half, at the token of the part: "morning at 7".
pub(crate) fn behind_part(reader: &Reader<'_>, at: usize) -> Option<(Times, usize)> {
    let Some(Term::Part(part)) = reader.term(at).filter(|_| reader.is(at + 1, "at")) else { return None };
    one_or_range(reader, at + 2, Around { needed: Proof::None, part: Some(part) })
}
