//! A time as its figures or words stand, before anything settles which half of the day is meant:
//! "3:30 p.m.", "1430 GMT", "five o'clock", "half past three", "20 past eight", "seven thirty".

use super::lexicon::Term;
use super::reader::Reader;
use super::{count, zone};
use crate::extract::time::calendar::{Part, Unit};
use crate::text::TokenKind;

/// What settles which half of the day is meant.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Half {
    Am,
    Pm,
}

/// How much the form of a time says that it is one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Proof {
    /// Nothing: a bare number.
    None,
    /// It could be one, but also something else: `2.30`, `0730`, "two thirty".
    Shape,
    /// It is one: `7 pm`, `12:45`.
    Certain,
}

/// A time as it stands.
pub(crate) struct Face {
    pub(crate) hour: u32,
    pub(crate) minute: u32,
    pub(crate) second: Option<u32>,
    pub(crate) half: Option<Half>,
    pub(crate) zone: Option<&'static str>,
    pub(crate) proof: Proof,
    /// The token behind it.
    pub(crate) end: usize,
}

impl Face {
    fn new(hour: u32, minute: u32, proof: Proof, end: usize) -> Face {
        Face { hour, minute, second: None, half: None, zone: None, proof, end }
    }

    pub(crate) fn is_certain(&self) -> bool {
        self.proof == Proof::Certain
    }

    /// Whether the text tells no more than the number of an hour.
    pub(crate) fn is_bare(&self) -> bool {
        self.proof == Proof::None
    }
}

/// Reads a time at token `at`.
pub(crate) fn read(reader: &Reader<'_>, at: usize) -> Option<Face> {
    match reader.kind(at)? {
        TokenKind::Number => past(reader, at).or_else(|| in_figures(reader, at)),
        TokenKind::Word => past(reader, at).or_else(|| in_words(reader, at)),
        _ => None,
    }
}

fn in_figures(reader: &Reader<'_>, at: usize) -> Option<Face> {
    let is_free = reader.is_free(at) || matches!(reader.word_before(at), "-" | "–");
    let (number, len) = reader.digits(at).filter(|_| is_free)?;
    let has_half = || half(reader, at + 1).is_some() || part(reader, at + 1).is_some();
    if len == 4 || len == 3 && has_half() {
        return in_four(reader, at, number);
    }
    if len > 2 || number > 24 {
        return None;
    }
    if let Some(face) = with_h(reader, at, number, len) {
        return Some(face);
    }
    let mut face = Face::new(number, 0, Proof::None, at + 1);
    let separator = reader.word(at + 1);
    let minutes = sixtieth(reader, at + 1, &[":", "."]);
    if let Some(minute) = minutes {
        (face.minute, face.end) = (minute, at + 3);
        if let Some(second) = sixtieth(reader, at + 3, &[":"]) {
            (face.second, face.end) = (Some(second), at + 5);
        }
    }
    if reader.number_goes_on(face.end) {
        return None;
    }
    suffixes(reader, &mut face, minutes.is_some());
    if face.half.is_some() && (number > 12 || number == 0) && minutes.is_none() {
        return None;
    }
    if minutes.is_none() || face.is_certain() {
        return Some(face);
    }
    // Two digits, a colon and two digits are a time unless a name stands before them (a verse).
    let is_named = at.checked_sub(1).is_some_and(|at| reader.is_capital(at) && reader.term(at).is_none());
    let is_plain = separator == ":" && len == 2 && face.second.is_none() && !is_named;
    face.proof = if is_plain { Proof::Certain } else { Proof::Shape };
    Some(face)
}

/// "11h45", "8h GMT", "at 15h": as French and much of the world write it. One digit before the letter may be a length.
fn with_h(reader: &Reader<'_>, at: usize, hour: u32, len: usize) -> Option<Face> {
    let digits = reader.word(at + 1).strip_prefix('h').filter(|_| hour < 24 && reader.is_glued(at + 1))?;
    let minute = match digits.len() {
        0 => 0,
        2 => digits.parse().ok().filter(|minute| *minute < 60)?,
        _ => return None,
    };
    let is_led = reader.follows_any(at, &["at", "until", "by", "from", "around"]);
    let is_clear = len == 2 && (digits.len() == 2 || is_led);
    let mut face = Face::new(hour, minute, if is_clear { Proof::Certain } else { Proof::Shape }, at + 2);
    if let Some((zone, end)) = zone::read(reader, at + 2) {
        (face.zone, face.proof, face.end) = (zone, Proof::Certain, end);
    }
    Some(face)
}

/// "1430 GMT", "0900 hours", `0730`
fn in_four(reader: &Reader<'_>, at: usize, number: u32) -> Option<Face> {
    let (hour, minute) = (number / 100, number % 100);
    let is_time = hour <= 24 && minute < 60 && !reader.number_goes_on(at + 1);
    let zone = zone::read(reader, at + 1).or_else(|| reader.is(at + 1, "hours").then_some((None, at + 2)));
    // `2010` is a year before it is a time.
    let proof = if (1900..2100).contains(&number) { Proof::None } else { Proof::Shape };
    let mut face = Face::new(hour, minute, proof, at + 1);
    if let Some((zone, end)) = zone {
        (face.zone, face.end, face.proof) = (zone, end, Proof::Certain);
    }
    // "1140 a.m."
    let has_half = half(reader, at + 1).or_else(|| part(reader, at + 1).filter(|_| hour < 10));
    if hour <= 12 && has_half.is_some() && !reader.is_glued(at + 1) {
        suffixes(reader, &mut face, true);
    }
    (is_time && face.proof > Proof::None).then_some(face)
}

/// The minutes or seconds behind one of `separators` at token `at`.
fn sixtieth(reader: &Reader<'_>, at: usize, separators: &[&str]) -> Option<u32> {
    let is_part = separators.contains(&reader.word(at)) && reader.is_glued(at) && reader.is_glued(at + 1);
    let (number, len) = reader.digits(at + 1).filter(|_| is_part)?;
    (len == 2 && number < 60).then_some(number)
}

/// The number of an hour on a clock face.
fn hour(reader: &Reader<'_>, at: usize) -> Option<u32> {
    match reader.term(at) {
        Some(Term::Number(hour @ 1..=12)) => Some(hour.into()),
        Some(Term::Hour(hour)) => u32::try_from(hour).ok(),
        _ => reader.digits(at).map(|(hour, _)| hour).filter(|hour| (1..=12).contains(hour)),
    }
}

/// "half past three", "quarter to five", "20 minutes past eight", "ten to six p.m."
fn past(reader: &Reader<'_>, at: usize) -> Option<Face> {
    if !(1..=5).any(|offset| matches!(reader.word(at + offset), "past" | "to" | "after")) {
        return None;
    }
    let (minute, link) = match reader.term(at) {
        Some(Term::Half) => (30, at + 1),
        Some(Term::Unit(Unit::Quarter)) => (15, at + 1),
        _ => {
            let (count, end) = count::read(reader, at)?;
            let minute = count.whole().and_then(|minute| u32::try_from(minute).ok())?;
            let has_unit =
                matches!(reader.term(end), Some(Term::Unit(Unit::Minute) | Term::Units(Unit::Minute)));
            // "ten to six" is a range.
            let link = end + usize::from(has_unit);
            let is_after = reader.is(link, "after") && minute % 5 == 0;
            let is_minutes = (1..60).contains(&minute) && (has_unit || reader.is(end, "past") || is_after);
            (is_minutes.then_some(minute)?, end + usize::from(has_unit))
        }
    };
    // "twenty after 3 pm": behind "after" the hour must show that it is one.
    let is_after = reader.is(link, "after")
        && (half(reader, link + 2).is_some() || matches!(reader.term(link + 1), Some(Term::Hour(_))));
    let is_past = is_after || reader.is(link, "past");
    let hour = hour(reader, link + 1).filter(|_| is_past || reader.is(link, "to"))?;
    let (hour, minute) = if is_past { (hour, minute) } else { ((hour + 10) % 12 + 1, 60 - minute) };
    let mut face = Face::new(hour, minute, Proof::None, link + 2);
    suffixes(reader, &mut face, true);
    // "fell a quarter to three" is a change.
    let lead = at.saturating_sub(usize::from(reader.term(at.wrapping_sub(1)) == Some(Term::Article)));
    let is_led = reader.follows_any(lead, &["at", "by", "until", "till", "around", "about", "it's", "it’s"]);
    if (is_past || is_led) && !reader.number_goes_on(face.end) {
        face.proof = Proof::Certain;
    }
    face.is_certain().then_some(face)
}

/// "five o'clock", "nine a.m.", "two thirty", "five-thirty"
fn in_words(reader: &Reader<'_>, at: usize) -> Option<Face> {
    let Some(Term::Number(hour @ 1..=12)) = reader.term(at) else { return None };
    let mut face = Face::new(hour.into(), 0, Proof::None, at + 1);
    let minute_at = at + 1 + usize::from(reader.word(at + 1) == "-");
    let minute = match reader.term(minute_at) {
        Some(Term::Number(10..=59)) => count::read(reader, minute_at),
        _ => None,
    };
    let minute = minute.and_then(|(count, end)| Some((u32::try_from(count.whole()?).ok()?, end)));
    if let Some((minute @ 10..=59, end)) = minute {
        let has_unit = reader.is(end, "minutes") && minute_at == at + 1;
        (face.minute, face.proof, face.end) = (minute, Proof::Shape, end + usize::from(has_unit));
    }
    let has_minutes = face.proof == Proof::Shape;
    suffixes(reader, &mut face, has_minutes);
    Some(face)
}

/// Reads "p.m.", "o'clock", "in the morning" and a zone behind a time.
fn suffixes(reader: &Reader<'_>, face: &mut Face, has_minutes: bool) {
    let is_ish = reader.is_glued(face.end) && reader.is(face.end, "ish");
    if is_ish || reader.is_any(face.end, &["o'clock", "o’clock", "oclock"]) {
        (face.proof, face.end) = (Proof::Certain, face.end + 1);
    }
    if let Some((half, end)) = half(reader, face.end) {
        (face.half, face.proof, face.end) = (Some(half), Proof::Certain, end);
    } else if let Some((half, end)) = part(reader, face.end) {
        let is_led = has_minutes
            || face.is_certain()
            || face.end.checked_sub(1).is_some_and(|at| {
                reader.follows_any(
                    at,
                    &["at", "by", "from", "until", "till", "since", "around", "before", "after"],
                )
            });
        if is_led {
            (face.half, face.proof, face.end) = (Some(half), Proof::Certain, end);
        }
    }
    if matches!(reader.term(face.end), Some(Term::Hour(_))) && face.hour == 12 {
        face.half = Some(if reader.is(face.end, "midnight") { Half::Am } else { Half::Pm });
        (face.proof, face.end) = (Proof::Certain, face.end + 1);
    }
    let zone = zone::read(reader, face.end);
    // "15 GMT", but not "15 local time"
    if let Some((zone, end)) = zone.filter(|(zone, _)| has_minutes || face.is_certain() || zone.is_some()) {
        (face.zone, face.proof, face.end) = (zone, Proof::Certain, end);
    }
}

/// "a.m.", "pm", "7p", "3 p . m ."
pub(crate) fn half(reader: &Reader<'_>, at: usize) -> Option<(Half, usize)> {
    let is_glued = reader.is_glued(at);
    // "am" may be the verb, but not behind a number.
    match reader.word(at) {
        "a.m." | "a.m" | "am" | "AM" | "A.M." | "Am" => Some((Half::Am, at + 1)),
        "p.m." | "p.m" | "pm" | "PM" | "P.M." | "Pm" => Some((Half::Pm, at + 1)),
        // "9.am"
        "." if is_glued && reader.is_glued(at + 1) && reader.is_any(at + 1, &["am", "pm"]) => {
            half(reader, at + 1)
        }
        letter @ ("a" | "p") => {
            let half = if letter == "a" { Half::Am } else { Half::Pm };
            let stop = |at: usize| usize::from(reader.word(at) == "." && !reader.is_glued(at));
            let m = at + 1 + stop(at + 1);
            if reader.word(m) == "m" && !reader.is_glued(m) {
                return Some((half, m + 1 + stop(m + 1)));
            }
            is_glued.then_some((half, at + 1))
        }
        _ => None,
    }
}

/// "in the morning", "at night"
fn part(reader: &Reader<'_>, at: usize) -> Option<(Half, usize)> {
    if reader.is(at, "at") && reader.term(at + 1) == Some(Term::Part(Part::Night)) {
        return Some((Half::Pm, at + 2));
    }
    let part_at = at + 1 + usize::from(reader.is(at + 1, "the"));
    let Some(Term::Part(part)) = reader.term(part_at).filter(|_| reader.is(at, "in")) else { return None };
    half_of(part, 0).map(|half| (half, part_at + 1))
}

/// The half of the day that a part of it lies in; a night has both, and from five on it is the first.
pub(crate) fn half_of(part: Part, hour: u32) -> Option<Half> {
    match part {
        Part::Morning => Some(Half::Am),
        Part::Afternoon | Part::Evening => Some(Half::Pm),
        Part::Night => (5..12).contains(&hour).then_some(Half::Pm),
        Part::Midday => None,
    }
}
