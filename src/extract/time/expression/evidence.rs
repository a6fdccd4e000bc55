//! What the words around say for and against: whether a bare number or a word that has other meanings is a time here.
//!
//! Everything that news teaches of such words stands in this file: the grammar knows only what can be combined.

use super::tree::{Bare, Expression, Fields, Link, Node, Proof};
use crate::extract::number::{Lexicon, entries};
use crate::extract::time::calendar::{Period, Season};
use crate::extract::time::words::{Reader, Term, clock_face, day_number, month_name, weekday_name, year};
use crate::text::TokenKind;

/// A full date, or a name that is nothing else.
const CERTAIN: f64 = 0.97;
/// A date that leaves something open.
const SURE: f64 = 0.95;
/// A number that only looks like a year.
const LIKELY: f64 = 0.9;
/// From one date to another.
pub(super) const RANGE: f64 = SURE;

/// How sure it is that the expression is one; `None` where it is not.
pub(super) fn score(reader: &Reader<'_>, node: &Node) -> Option<f64> {
    let (at, end) = (node.range.start, node.range.end);
    let is_every = reader.follows_any(at, &["every", "each"])
        || reader.follows_any(at, &["other", "single"])
            && at.checked_sub(2).is_some_and(|at| reader.is(at, "every"));
    if is_every {
        return None;
    }
    let is_one = match node.proof {
        Proof::Told => {
            let is_full = matches!(
                node.expression,
                Expression::Period(Period::Day { year: Some(_), .. } | Period::Date(Some(_)))
            );
            return Some(if is_full || node.fields().has(Fields::FEAST) { CERTAIN } else { SURE });
        }
        Proof::Bare(Bare::Year) => return is_year(reader, at, node),
        Proof::Bare(Bare::YearInWords) => is_year_in_words(reader, at, node),
        Proof::Bare(Bare::Month { is_short }) => is_month(reader, at, end, is_short),
        Proof::Bare(Bare::Day { is_ordinal }) => is_day(reader, at, end, is_ordinal),
        Proof::Bare(Bare::Weekday) => !is_title(reader, at, end),
        Proof::Bare(Bare::WeekdayShort) => is_in_range_of_weekdays(reader, at, end),
        Proof::Bare(Bare::Season) => is_season(reader, at, end),
        Proof::Bare(Bare::Pair) => is_pair(reader, at),
        Proof::Bare(Bare::Unit) => is_for_the_unit(reader, at, end),
        Proof::Bare(Bare::Weekend) => reader.follows_any(at, &["the"]) && !reader.is(end, "of"),
        Proof::Bare(Bare::WeekNumber) => !reader.is_low(end) && !reader.is(end, "-"),
        Proof::Bare(Bare::Half) => false,
    };
    is_one.then_some(SURE)
}

/// Whether two expressions with such a link between them mean one time, and not two things that stand beside each other.
pub(super) fn joins(reader: &Reader<'_>, left: &Node, right: &Node, link: Link) -> bool {
    match (left.proof, right.proof) {
        (Proof::Bare(Bare::Month { .. }), Proof::Bare(Bare::Day { .. })) => {
            is_day_of_month(reader, left.range.start, right, link)
        }
        (Proof::Bare(Bare::Day { is_ordinal }), _) if right.fields().has(Fields::MONTH) => {
            is_month_of_day(reader, left, right, is_ordinal, link)
        }
        // "in 2016 May said"
        (_, Proof::Bare(Bare::Month { is_short })) if left.fields() == Fields::YEAR => {
            let (at, end) = (right.range.start, right.range.end);
            let is_glued = link == Link::Hyphen && reader.is_glued(end);
            let day_at = end + usize::from(is_glued && matches!(reader.word(end), "-" | "/"));
            match day_number(reader, day_at) {
                // "2016 Nov 5", but neither "2016 Nov 5 people" nor "2016 May 5, 2017"
                Some((_, _, end)) => {
                    let is_date = is_glued || reader.is_capital(at) && !counts(reader, end);
                    is_date && year::digits(reader, reader.skip_comma(end)).is_none()
                }
                None => {
                    let month = month_name(reader, at).map(|name| name.month);
                    let is_word = matches!(month, Some(3 | 4 | 5 | 6 | 8));
                    let is_free = reader.kind(end) != Some(TokenKind::Number);
                    reader.is_capital(at) && !is_word && !is_short && is_free
                }
            }
        }
        // "2016 Nov 5", but not "Nov 2016 5"
        (_, Proof::Bare(Bare::Day { .. })) if left.fields() == Fields::YEAR.and(Fields::MONTH) => {
            year::digits(reader, left.range.start).is_some()
        }
        (_, Proof::Bare(Bare::Day { is_ordinal })) if left.fields().has(Fields::WEEKDAY) => {
            is_day_of_weekday(reader, right, is_ordinal, link)
        }
        (_, Proof::Bare(Bare::WeekdayShort)) => reader.is_capital(right.range.start),
        // "Sun 5 May" is a date, "Sun next week" is not.
        (Proof::Bare(Bare::WeekdayShort), _) => right.fields().has(Fields::DAY),
        (Proof::Bare(Bare::Weekday), _) if right.fields() == Fields::WEEK => {
            !is_title(reader, left.range.start, left.range.end)
        }
        // "the 2012 Summer Olympics"
        (_, Proof::Bare(Bare::Season)) => {
            !(reader.is_capital(right.range.start) && reader.is_capital(right.range.end))
        }
        (_, Proof::Bare(Bare::Half)) => left.fields() == Fields::YEAR,
        _ => true,
    }
}

/// Whether an expression can take the year behind it.
pub(super) fn takes_year(reader: &Reader<'_>, left: &Node) -> bool {
    let at = left.range.start;
    match left.proof {
        Proof::Bare(Bare::Month { .. }) => {
            reader.is_capital(at)
                || !matches!(reader.word(at), "may" | "march" | "mar" | "august" | "dec" | "jan")
        }
        Proof::Bare(Bare::Pair) => false,
        _ => true,
    }
}

/// Whether what ends at token `end` counts or names what follows: "May 5 and 30 people", "the Sept. 11 attacks".
pub(super) fn counts(reader: &Reader<'_>, end: usize) -> bool {
    reader.is_low(end) && goes_on(reader, end) || reader.is(end, "percent") || reader.word(end) == "%"
}

/// Whether a noun follows: a word that neither leads on nor begins something else.
pub(super) fn goes_on(reader: &Reader<'_>, end: usize) -> bool {
    const LINKS: &[&str] = &[
        "in", "at", "on", "and", "or", "to", "for", "from", "with", "when", "after", "before", "as", "by",
        "but", "that", "which", "who", "where", "will", "was", "were", "is", "are", "has", "had", "would",
        "during", "because", "if", "while", "until", "till", "through", "thru", "said", "says", "he", "she",
        "they", "it",
    ];
    reader.kind(end) == Some(TokenKind::Word) && !reader.is_any(end, LINKS)
}

/// "the winter of 1998-99" begins in the first of them.
pub(super) fn end_of_winter(reader: &Reader<'_>, left: &Expression, year: i16, end: usize) -> usize {
    let is_winter = matches!(left, Expression::Period(Period::Season(None, Season::Winter)));
    let goes_on = is_winter
        && matches!(reader.word(end), "-" | "–" | "/")
        && reader.is_glued(end)
        && reader.is_glued(end + 1)
        && reader
            .digits(end + 1)
            .is_some_and(|(next, _)| i64::from(next) % 100 == (i64::from(year) + 1) % 100);
    end + 2 * usize::from(goes_on)
}

/// "May 5": whether the number behind the month's name is its day.
fn is_day_of_month(reader: &Reader<'_>, at: usize, day: &Node, link: Link) -> bool {
    let Proof::Bare(Bare::Day { .. }) = day.proof else { return false };
    let (number, end) = (day.range.start, day.range.end);
    let is_ordinal = day_number(reader, number).is_some_and(|(_, is_ordinal, _)| is_ordinal);
    let is_word = reader.kind(number) == Some(TokenKind::Word);
    if link == Link::The && !is_ordinal || !is_ordinal && is_word && reader.is_low(at) {
        return false;
    }
    // "June twenty nineteen"
    if year::in_words(reader, number).is_some() {
        return false;
    }
    let is_certain = year::digits(reader, reader.skip_comma(end)).is_some()
        || is_ordinal
        || reader.is_capital(at)
        || !matches!(reader.word(at), "may" | "march" | "mar" | "sat")
        // "on march 3", but not "they march 3 miles"
        || (at == 0 || reader.follows_any(at, &["on", "by", "from", "until", "since", "of", "before", "after"]))
            && reader.kind(end) != Some(TokenKind::Word);
    // "In June 20 people died": with "in" a month stands without its day.
    let is_amount = !is_ordinal && reader.follows_any(at, &["in"]) && reader.is_low(end);
    is_certain && !is_amount
}

/// "5 May": whether the month's name belongs to the number before it.
fn is_month_of_day(reader: &Reader<'_>, left: &Node, right: &Node, is_ordinal: bool, link: Link) -> bool {
    let month_at = right.range.start;
    // "two May", "5 may go": a number word needs "of", and a word in lower case a date's shape.
    let is_word = reader.kind(left.range.start) == Some(TokenKind::Word);
    let is_ordinal =
        is_ordinal && day_number(reader, left.range.start).is_some_and(|(_, is_ordinal, _)| is_ordinal);
    let is_low = matches!(reader.word(month_at), "may" | "march" | "mar");
    let has_year = right.fields().has(Fields::YEAR);
    is_ordinal || (has_year || !is_word) && (!is_low || link == Link::Hyphen)
}

/// "Friday the 26th", "Tue 13th", "Monday 21": whether the number behind the day of the week is a day, and counts nothing.
fn is_day_of_weekday(reader: &Reader<'_>, day: &Node, is_ordinal: bool, link: Link) -> bool {
    let end = day.range.end;
    let is_figures = reader.kind(end - 1) == Some(TokenKind::Number);
    let is_hyphen = matches!(reader.word(end), "-" | "–" | "/" | "%" | ":");
    let ends = match reader.kind(end) {
        Some(TokenKind::Word) => {
            is_ordinal && reader.is_capital(end)
                || reader.is_any(end, &["at", "in", "and", "or", "to", "for", "around", "from"])
                || is_ordinal && clock_face::read(reader, end).is_some_and(|face| face.is_certain())
        }
        Some(TokenKind::Currency) => is_ordinal,
        _ => is_ordinal || link != Link::The && !is_hyphen,
    };
    (is_ordinal || is_figures) && ends
}

/// "on the 18th", "on 29th", "the 17 from 2 p.m."; what is counted must not follow ("on the 18th
/// floor").
fn is_day(reader: &Reader<'_>, at: usize, end: usize, is_ordinal: bool) -> bool {
    const LEADING: &[&str] = &["on", "until", "till", "by"];
    let has_article = reader.follows_any(at, &["the"]);
    let is_led = if has_article {
        at.checked_sub(2).is_some_and(|at| reader.is_any(at, LEADING))
    } else {
        reader.follows_any(at, &["on", "until"])
    };
    let has_time = || {
        let is_time = |at| clock_face::read(reader, at).is_some_and(|face| face.is_certain());
        let is_range = || {
            let first = clock_face::read(reader, end + 1);
            first.is_some_and(|face| reader.is_any(face.end, &["and", "to", "-"]) && is_time(face.end + 1))
        };
        reader.is_any(end, &["at", "from", "between"]) && (is_time(end + 1) || is_range())
    };
    let is_hyphened = reader.word(end) == "-" && reader.is_glued(end);
    let ends = !reader.is_low(end) && !reader.is_capital(end) && !is_hyphened
        || reader.is_any(end, &["and", "at", "but", "in", "for", "as", "with"]);
    is_led && reader.is_free(at) && (is_ordinal && ends || has_article && has_time())
}

/// Whether words around `10/25` or `4-22` at token `at` make a date of it: "on 10/25"; `4-22` only where one number can be no
/// month. A range of them is read as one.
fn is_pair(reader: &Reader<'_>, at: usize) -> bool {
    let over = |at: usize| reader.digits(at).is_some_and(|(number, _)| (13..=31).contains(&number));
    match reader.word(at + 1) {
        "-" => reader.follows_any(at, &["on"]) && (over(at) || over(at + 2)) && !reader.is_low(at + 3),
        _ => reader.follows_any(at, &["on", "until", "till"]),
    }
}

/// "rose for the week": the one of publication, at the end of a phrase.
fn is_for_the_unit(reader: &Reader<'_>, at: usize, end: usize) -> bool {
    let is_led = at >= 2 && reader.follows_any(at, &["the"]) && reader.is_any(at - 2, &["for", "in"]);
    is_led
        && !matches!(
            reader.kind(end),
            Some(TokenKind::Word | TokenKind::Number | TokenKind::Acronym | TokenKind::Clitic)
        )
        && !matches!(reader.word(end), "-" | "–" | "’" | "'" | "/")
}

/// "in the summer", "since autumn"; the names of some seasons are words.
fn is_season(reader: &Reader<'_>, at: usize, end: usize) -> bool {
    let is_timely = |at: usize| {
        reader.is_any(at, &["in", "during", "since", "until", "by", "through", "throughout", "over"])
    };
    let has_article = reader.follows_any(at, &["the"]) && at.checked_sub(2).is_some_and(is_timely);
    let is_bare =
        at.checked_sub(1).is_some_and(is_timely) || reader.follows_any(at, &["early", "late", "mid"]);
    let is_word = reader.is(at, "fall") || reader.is(at, "spring");
    let goes_on = reader.is(end, "of")
        || is_word && reader.is_low(end) && !reader.is_any(end, &["and", "or", "but", "as"]);
    (has_article || is_bare && !is_word) && !goes_on
}

/// An abbreviation needs a date, a time or another one to be told from a word or a name.
fn is_in_range_of_weekdays(reader: &Reader<'_>, at: usize, end: usize) -> bool {
    let connects = |word: &str| matches!(word, "-" | "–" | "to" | "through");
    connects(reader.word(end)) && weekday_name(reader, end + 1).is_some()
        || at >= 2 && connects(reader.word_before(at)) && weekday_name(reader, at - 2).is_some()
}

/// "in two thousand and twenty"
fn is_year_in_words(reader: &Reader<'_>, at: usize, node: &Node) -> bool {
    let end = node.range.end;
    let is_led = reader.follows_any(at, &["in", "since", "until", "year"]);
    let is_counted = reader.kind(end) == Some(TokenKind::Word)
        && !reader.is_any(end, &["and", "but", "when", "as", "after", "the", "he", "she", "they"]);
    matches!(node.expression, Expression::Period(Period::Year(Some(1601..)))) && is_led && !is_counted
}

/// What a word before a number of four digits says of it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Before {
    /// A preposition of time: it is a year.
    Timely,
    /// It may be one.
    Loose,
    /// It is the number of something.
    Numbered,
}

static BEFORE_YEARS: Lexicon<Before, 256> = Lexicon::new(entries! {
    Before::Timely => "in" "since" "until" "till" "during" "year" "early" "late" "mid" "through" "before"
        "after" "circa" "throughout" "pre" "post";
    Before::Loose => "by" "from" "of" "between" "around" "(";
    Before::Numbered => "section" "article" "chapter" "page" "room" "flight" "highway" "route" "boeing"
        "airbus" "windows" "no" "number" "unit" "lot" "bill" "channel" "model" "resolution" "#" "act"
        "nasdaq" "title" "rule" "order" "ps" "line" "bus" "train" "building" "apartment" "suite" "box"
        "asteroid" "class" "catalog";
});

/// What is counted by a number of four digits.
static COUNTED: Lexicon<(), 256> = Lexicon::new(entries! {
    () => "people" "men" "women" "children" "police" "troops" "percent" "miles" "feet" "metres" "meters"
        "kilometres" "kilometers" "dollars" "euros" "pounds" "tonnes" "tons" "acres" "hectares" "gmt" "utc"
        "hours" "million" "billion" "trillion" "thousand" "calories" "votes" "points" "seats" "jobs" "km"
        "kg" "m" "mw" "rpm" "bc" "degrees";
});

/// How sure a free number of four digits is a year; `None` where it is not.
///
/// A preposition of time makes nearly every such number one. Without, it must lie between 1900
/// and 2099 and not count or number anything: round ones before a plural ("2000 troops") do.
fn is_year(reader: &Reader<'_>, at: usize, node: &Node) -> Option<f64> {
    let Expression::Period(Period::Year(Some(year))) = node.expression else { return None };
    let is_range = matches!(reader.word_before(at), "-" | "–" | "/" | "~");
    let is_free =
        reader.is_free(at) || is_range && year::is_year_before(reader, at) || year::is_prefixed(reader, at);
    if !is_free {
        return None;
    }
    let end = at + 1;
    let is_glued_word = reader.is_glued(end)
        && matches!(reader.word(end), "-" | "–")
        && reader.is_glued(end + 1)
        && reader.kind(end + 1) == Some(TokenKind::Word)
        && reader
            .is_any(end + 1, &["year", "foot", "mile", "meter", "metre", "strong", "page", "acre", "pound"]);
    let is_counted = COUNTED.get(reader.word(end)).is_some() || is_glued_word;
    let before = BEFORE_YEARS.get(reader.word_before(at)).copied();
    let is_loose = before == Some(Before::Loose);
    let is_numbered = before == Some(Before::Numbered)
        || reader.word_before(at) == "." && {
            at.checked_sub(2).is_some_and(|at| reader.is_any(at, &["no", "nos", "art", "sec"]))
        };
    if is_counted || is_numbered || reader.kind(end) == Some(TokenKind::Currency) {
        return None;
    }
    let is_plural = reader.is_low(end)
        && reader.word(end).len() > 3
        && reader.word(end).ends_with('s')
        && !reader.word(end).ends_with("ss");
    let is_round = year % 100 == 0;
    if before == Some(Before::Timely) && !(is_round && is_plural) {
        return Some(SURE);
    }
    let is_modern = (1900..2100).contains(&year);
    let is_connected = reader.is_any(end, &["to", "until", "till", "and", "through"])
        && year::digits(reader, end + 1).is_some();
    let is_placed = is_loose && year > 1400 && (is_connected || !reader.is_low(end));
    if !is_modern && !is_placed {
        return None;
    }
    let has_determiner =
        reader.follows_any(at, &["the", "this", "that", "his", "her", "their", "its", "'s", "’s"]);
    if is_round && (is_plural || !has_determiner && !is_loose) {
        return None;
    }
    Some(if has_determiner || is_loose { SURE } else { LIKELY })
}

/// Whether a month's name at `at..end` stands for the month, with no day or year to prove it.
///
/// Some names are also verbs ("may", "march"), people ("April", "June") or an adjective ("august"):
/// these need a capital and words around them that belong to a date.
fn is_month(reader: &Reader<'_>, at: usize, end: usize, is_short: bool) -> bool {
    const INSIDE: &[&str] =
        &["in", "since", "until", "till", "during", "between", "throughout", "early", "late", "mid"];
    const BESIDE: &[&str] =
        &["by", "from", "before", "after", "to", "through", "of", "for", "and", "or", "-", "–"];

    // "Jan-Feb 2017", "between May and June"
    let is_range = (matches!(reader.word(end), "-" | "–")
        || reader.is_any(end, &["to", "through", "until", "till"])
        || reader.is(end, "and") && reader.follows_any(at, &["between"]))
        && month_name(reader, end + 1).is_some_and(|second| reader.is_capital(end + 1) || second.month != 5);
    let word = reader.word(at);
    if is_range && (reader.is_capital(at) || !matches!(word, "may" | "march" | "mar")) {
        return true;
    }
    let is_name =
        ["may", "march", "april", "june", "august"].iter().any(|name| name.eq_ignore_ascii_case(word));
    let is_inside = reader.follows_any(at, INSIDE)
        // "the end of June"
        || reader.follows_any(at, &["of"])
            && at.checked_sub(2).is_some_and(|at| matches!(reader.term(at), Some(Term::Stretch)))
        // "our June and July salaries"
        || reader.is_any(end, &["and", "or"]) && reader.is_capital(end + 1) && month_name(reader, end + 1).is_some();
    if is_short {
        return is_inside
            && reader.is_capital(at)
            && word.len() == 3 + usize::from(word.eq_ignore_ascii_case("sept"));
    }
    if !is_name {
        return reader.is_capital(at) || is_inside || reader.follows_any(at, BESIDE);
    }
    if !reader.is_capital(at) {
        return is_inside && matches!(word, "april" | "june");
    }
    let is_before_name = reader.is_capital(end) && reader.kind(end) == Some(TokenKind::Word);
    if is_inside {
        return true;
    }
    if is_before_name {
        return false;
    }
    let ends_phrase = !matches!(reader.kind(end), Some(TokenKind::Word))
        || reader.is_any(end, &["and", "or", "to", "through"]);
    if reader.follows_any(at, BESIDE) {
        return ends_phrase && reader.kind(end) != Some(TokenKind::Clitic);
    }
    // "the May election", "a March report"
    reader.follows_any(at, &["the", "a", "an", "its", "his", "her", "their", "that"])
        && reader.is_low(end)
        && !reader.is(at + 1, "on")
}

/// Whether the weekday is part of a name: "Sunday Times", "Super Tuesday", "Bloody Sunday".
fn is_title(reader: &Reader<'_>, at: usize, end: usize) -> bool {
    reader.is_capital(at)
        && (matches!(reader.term(end), Some(Term::Part(_)))
            && reader.is_capital(end)
            && reader.is_capital(end + 1)
            || reader
                .follows_any(at, &["super", "bloody", "ash", "sheffield", "ruby", "casual", "every", "each"])
            || reader.is_capital(end)
                && reader.is_any(
                    end,
                    &["times", "mirror", "telegraph", "express", "mail", "post", "herald", "addams"],
                ))
        || reader.follows_any(at, &["every", "each"])
}
