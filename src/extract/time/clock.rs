//! Times of day: "3:30 p.m.", "15:30 GMT", "1430 GMT", "noon", "five o'clock", "9 to 5 p.m.".

use super::calendar::Term;
use super::reader::Reader;
use crate::text::TokenKind;

/// A time of day in the text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Clock {
    hour: u32,
    minute: u32,
    second: Option<u32>,
    zone: Option<&'static str>,
}

impl Clock {
    /// The value in TIMEX3: `T15:30`, and the offset from UTC where a zone settles it.
    pub(super) fn timex(&self) -> String {
        let second = self.second.map_or(String::new(), |second| format!(":{second:02}"));
        format!("T{:02}:{:02}{second}{}", self.hour, self.minute, self.zone.unwrap_or(""))
    }
}

/// What settles which half of the day is meant.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Half {
    Am,
    Pm,
}

/// A time as its figures stand.
struct Face {
    hour: u32,
    minute: u32,
    second: Option<u32>,
    half: Option<Half>,
    zone: Option<&'static str>,
    /// Whether its form alone makes it a time.
    is_certain: bool,
    end: usize,
}

/// Reads a time of day, or a range of them, at token `at`; gives the value and the token behind
/// it.
pub(super) fn read(reader: &Reader<'_>, at: usize) -> Option<(String, usize)> {
    if let Some(Term::Hour(hour)) = reader.term(at) {
        let clock = Clock { hour: u32::try_from(hour).ok()?, minute: 0, second: None, zone: None };
        return Some((clock.timex(), at + 1));
    }
    let first = face(reader, at)?;
    if let Some(found) = range(reader, at, &first) {
        return Some(found);
    }
    let is_time = first.is_certain
        || reader.follows_any(
            at,
            &["at", "by", "until", "till", "around", "about", "before", "after", "from", "since"],
        ) && first.end > at + 1;
    (is_time).then(|| Some((settle(&first, None)?.timex(), first.end)))?
}

/// "9 a.m. to 5 p.m.", "5-6 p.m.", "from 10:30 to 11:45"; the half of the day of the second time
/// holds for the first as well, unless that would be later.
fn range(reader: &Reader<'_>, at: usize, first: &Face) -> Option<(String, usize)> {
    let is_between = reader.follows_any(at, &["between"]);
    let connects = matches!(reader.word(first.end), "-" | "–" | "—" | "to" | "until" | "till" | "through")
        || is_between && reader.is(first.end, "and");
    let second = connects.then(|| face(reader, first.end + 1))??;
    let has_minutes = first.end > at + 1;
    let is_time = first.is_certain
        || second.is_certain
        || has_minutes && (is_between || reader.follows_any(at, &["from"]));
    if !is_time || !second.is_certain && second.end == first.end + 2 && !first.is_certain {
        return None;
    }
    let mut to = settle(&second, first.half.filter(|_| second.hour > first.hour))?;
    let mut from = settle(first, second.half)?;
    if first.half.is_none() && from.hour * 60 + from.minute > to.hour * 60 + to.minute {
        from = settle(first, None)?;
    }
    if second.half.is_none() && to.hour <= 12 && to.hour < from.hour {
        to.hour += 12;
    }
    from.zone = from.zone.or(to.zone);
    Some((format!("{}/{}", from.timex(), to.timex()), second.end))
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

fn face(reader: &Reader<'_>, at: usize) -> Option<Face> {
    match reader.kind(at)? {
        TokenKind::Number => in_figures(reader, at),
        TokenKind::Word => in_words(reader, at),
        _ => None,
    }
}

fn in_figures(reader: &Reader<'_>, at: usize) -> Option<Face> {
    let is_free = reader.is_free(at) || matches!(reader.word_before(at), "-" | "–");
    let (number, len) = reader.digits(at).filter(|_| is_free)?;
    // "1430 GMT", "0900 hours"
    if len == 4 {
        let (hour, minute) = (number / 100, number % 100);
        let (zone, end) =
            zone(reader, at + 1).or_else(|| reader.is(at + 1, "hours").then_some((None, at + 2)))?;
        let is_time = hour <= 24 && minute < 60;
        return is_time.then_some(Face {
            hour,
            minute,
            second: None,
            half: None,
            zone,
            is_certain: true,
            end,
        });
    }
    if len > 2 || number > 24 {
        return None;
    }
    let mut face = Face {
        hour: number,
        minute: 0,
        second: None,
        half: None,
        zone: None,
        is_certain: false,
        end: at + 1,
    };
    let separator = reader.word(at + 1);
    let minutes = reader.digits(at + 2).filter(|&(minute, len)| {
        len == 2
            && minute < 60
            && matches!(separator, ":" | ".")
            && reader.is_glued(at + 1)
            && reader.is_glued(at + 2)
    });
    if let Some((minute, _)) = minutes {
        (face.minute, face.end) = (minute, at + 3);
        let seconds = reader.digits(at + 4).filter(|&(second, len)| {
            len == 2
                && second < 60
                && reader.word(at + 3) == ":"
                && reader.is_glued(at + 3)
                && reader.is_glued(at + 4)
        });
        if let Some((second, _)) = seconds {
            (face.second, face.end) = (Some(second), at + 5);
        }
        if reader.number_goes_on(face.end) {
            return None;
        }
    } else if reader.number_goes_on(at + 1) {
        return None;
    }
    suffixes(reader, &mut face, minutes.is_some());
    if face.half.is_some() && (number > 12 || number == 0) && minutes.is_none() {
        return None;
    }
    // Two digits, a colon and two digits are a time unless a name stands before them (a verse).
    if minutes.is_some() && separator == ":" && len == 2 && face.second.is_none() {
        let is_named = at.checked_sub(1).is_some_and(|at| reader.is_capital(at) && reader.term(at).is_none());
        face.is_certain |= !is_named;
    }
    // "at 2.30" may be a price.
    if minutes.is_some() && separator == "." && !face.is_certain {
        return None;
    }
    Some(face)
}

/// "five o'clock", "nine a.m.", "half past three"
fn in_words(reader: &Reader<'_>, at: usize) -> Option<Face> {
    let hour = |at| match reader.term(at) {
        Some(Term::Number(hour @ 1..=12)) => Some(u32::from(hour)),
        _ => reader.digits(at).map(|(hour, _)| hour).filter(|hour| (1..=12).contains(hour)),
    };
    let mut face =
        Face { hour: 0, minute: 0, second: None, half: None, zone: None, is_certain: false, end: at };
    if reader.is(at, "half") && reader.is(at + 1, "past") {
        (face.hour, face.minute, face.end, face.is_certain) = (hour(at + 2)?, 30, at + 3, true);
        suffixes(reader, &mut face, true);
        return Some(face);
    }
    if reader.is(at, "quarter") && reader.is_any(at + 1, &["past", "to"]) {
        let hour = hour(at + 2)?;
        let is_past = reader.is(at + 1, "past");
        face.hour = if is_past { hour } else { (hour + 10) % 12 + 1 };
        (face.minute, face.end, face.is_certain) = (if is_past { 15 } else { 45 }, at + 3, is_past);
        suffixes(reader, &mut face, true);
        return face.is_certain.then_some(face);
    }
    (face.hour, face.end) = (hour(at)?, at + 1);
    suffixes(reader, &mut face, false);
    face.is_certain.then_some(face)
}

/// Reads "p.m.", "o'clock" and a zone behind a time.
fn suffixes(reader: &Reader<'_>, face: &mut Face, has_minutes: bool) {
    if reader.is_any(face.end, &["o'clock", "o’clock", "oclock"]) {
        (face.is_certain, face.end) = (true, face.end + 1);
    }
    if let Some((half, end)) = half(reader, face.end) {
        (face.half, face.is_certain, face.end) = (Some(half), true, end);
    } else if let Some((half, end)) = part(reader, face.end).filter(|_| has_minutes || face.is_certain) {
        (face.half, face.is_certain, face.end) = (Some(half), true, end);
    }
    if matches!(reader.term(face.end), Some(Term::Hour(_))) && face.hour == 12 {
        face.half = Some(if reader.is(face.end, "midnight") { Half::Am } else { Half::Pm });
        (face.is_certain, face.end) = (true, face.end + 1);
    }
    if has_minutes || face.is_certain {
        if let Some((zone, end)) = zone(reader, face.end) {
            (face.zone, face.is_certain, face.end) = (zone, true, end);
        }
    } else if let Some((zone, end)) = zone(reader, face.end).filter(|(zone, _)| zone.is_some()) {
        // "15 GMT"
        (face.zone, face.is_certain, face.end) = (zone, true, end);
    }
}

fn half(reader: &Reader<'_>, at: usize) -> Option<(Half, usize)> {
    // "am" may be the verb, but not behind a number.
    match reader.word(at) {
        "a.m." | "a.m" | "am" | "AM" | "A.M." | "Am" => Some((Half::Am, at + 1)),
        "p.m." | "p.m" | "pm" | "PM" | "P.M." | "Pm" => Some((Half::Pm, at + 1)),
        _ => None,
    }
}

/// "in the morning"
fn part(reader: &Reader<'_>, at: usize) -> Option<(Half, usize)> {
    let is_in = reader.is(at, "in") && reader.is(at + 1, "the");
    let half = match reader.term(at + 2)? {
        Term::Part(super::calendar::Part::Morning) => Half::Am,
        Term::Part(super::calendar::Part::Afternoon | super::calendar::Part::Evening) => Half::Pm,
        _ => return None,
    };
    is_in.then_some((half, at + 3))
}

/// Reads a time zone, which may stand in brackets, and its offset where the abbreviation has only
/// one.
fn zone(reader: &Reader<'_>, at: usize) -> Option<(Option<&'static str>, usize)> {
    if reader.word(at) == "(" {
        return zone_name(reader, at + 1)
            .filter(|&(_, end)| reader.word(end) == ")")
            .map(|(zone, end)| (zone, end + 1));
    }
    zone_name(reader, at)
}

fn zone_name(reader: &Reader<'_>, at: usize) -> Option<(Option<&'static str>, usize)> {
    let (offset, end) = match reader.word(at) {
        "GMT" | "UTC" | "Z" => (Some("Z"), at + 1),
        "EST" => (Some("-05:00"), at + 1),
        "EDT" => (Some("-04:00"), at + 1),
        "PST" => (Some("-08:00"), at + 1),
        "PDT" => (Some("-07:00"), at + 1),
        "CET" => (Some("+01:00"), at + 1),
        "CEST" => (Some("+02:00"), at + 1),
        "MSK" => (Some("+03:00"), at + 1),
        "JST" => (Some("+09:00"), at + 1),
        "ET" | "CT" | "MT" | "PT" | "CST" | "CDT" | "MST" | "MDT" | "BST" | "IST" | "EET" | "EEST"
        | "AEST" | "AEDT" | "ACST" | "AWST" | "NZST" | "NZDT" | "SAST" | "WAT" | "EAT" | "HKT" | "SGT"
        | "KST" | "PKT" => (None, at + 1),
        "local" | "Eastern" | "Pacific" | "Central" | "Mountain" if reader.is(at + 1, "time") => {
            (None, at + 2)
        }
        _ if reader.is_capital(at) && reader.word(at + 1) == "time" => (None, at + 2),
        _ => return None,
    };
    Some((offset, end))
}
