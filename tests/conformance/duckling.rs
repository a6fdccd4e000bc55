//! Duckling's English corpora (Copyright (c) Facebook, Inc., BSD licence): phrases that people speak to an assistant, and
//! what they mean. One trial for all kinds; `NEWSMARK_DETAILS=1` prints what is not right. The agreed differences:
//!
//! - They count from a moment, we from a day: what they count in hours or minutes from the moment of speaking is left out,
//!   what they count in days and more must be their day, or a period as fine as the unit that holds it.
//! - A bare weekday, day or month is for them always to come, for us the one that the sentence points to: of weekdays,
//!   months and days without a year the same one of the week or year before counts as well.
//! - "The last two weeks" reach to today for us, to the beginning of this week for them: both ends may differ by less than
//!   the unit. A part of a period ("early March") is the whole with a modifier for us, and must hold theirs at the end that
//!   the modifier names.
//! - What is "by the end of" a period reaches from the moment of speaking to that end for them; for us it is the period, which
//!   must have the same end.
//! - An hour without "a.m." may be either of the day's two. Zones: their reference is two hours behind UTC.
//! - Jewish and Muslim feasts begin on the evening before for them; ours are reckoned, theirs observed. A day less or more
//!   counts.
//! - Measures are compared in the base unit. Theirs of several units ("2 km and 1 m") are one measure.
//!
//! Families that news does not use are left out by name, see [`family`]; each run prints their counts.

use jiff::ToSpan;
use jiff::civil::{Date, DateTime};
use libtest_mimic::Trial;
use newsmark::extract::extract;
use newsmark::value::{Currency, Figure, Modifier, Timex, Value};
use serde_json::Value as Json;

use crate::cases::{self, Judged, Verdict};
use crate::dates::length;
use crate::timex::days;

/// A phrase, and what it means.
pub(crate) struct Phrase {
    id: String,
    kind: String,
    text: String,
    reference: Option<DateTime>,
    meaning: Json,
}

impl Judged for Phrase {
    fn id(&self) -> &str {
        &self.id
    }

    fn text(&self) -> &str {
        &self.text
    }
}

/// The one trial of this part.
pub(crate) fn trials() -> Vec<Trial> {
    vec![cases::trial_of("duckling", 0.8, phrase, judge)]
}

fn phrase(line: &str) -> Phrase {
    let json: Json = serde_json::from_str(line).expect("a JSON line");
    let text = |field: &str| json[field].as_str().unwrap_or_default().to_owned();
    Phrase {
        id: text("id"),
        kind: text("kind"),
        text: text("text"),
        reference: text("reference").parse().ok(),
        meaning: json["meaning"].clone(),
    }
}

/// Feasts whose day Hindu, Sikh, Jain, Buddhist and Chinese astronomers reckon by the true moon and sun.
const OF_THE_MOON: &[&str] = &[
    "Ugadi",
    "Vaisakhi",
    "Holi",
    "Holika Dahan",
    "Pargat Diwas",
    "Chhath",
    "Thai Pongal",
    "Kaanum Pongal",
    "Vasant Panchami",
    "Vesak",
    "Guru Gobind Singh Jayanti",
    "Guru Ravidass Jayanti",
    "Naraka Chaturdashi",
    "Diwali",
    "Bhai Dooj",
    "Navaratri",
    "Karva Chauth",
    "Raksha Bandhan",
    "Thiru Onam",
    "Rama Navami",
    "Chinese New Year",
    "Rabindra Jayanti",
    "Parsi New Year",
    "Mahavir Jayanti",
    "Maha Shivaratri",
    "Maha Saptami",
    "Dhanteras",
    "Krishna Janmashtami",
    "Ganesh Chaturthi",
    "Ratha-Yatra",
    "Vijayadashami",
    "Lakshmi Puja",
    "Boghi",
    "Mattu Pongal",
    "Islamic New Year",
];

/// The family that keeps a phrase out, if any.
fn family(phrase: &Phrase) -> Option<&'static str> {
    if phrase.kind != "time" {
        let text = phrase.text.to_ascii_lowercase();
        let vague = [
            "a couple", "a pair", "a few", "single", "few", "couple", "pair", "naught", "nil", "nought",
            "none", "zilch",
        ];
        return vague
            .iter()
            .any(|word| text.trim() == *word || text.starts_with(&format!("{word} of")))
            .then_some("numbers that are no figures: a few, single, naught");
    }
    let text = format!(" {} ", phrase.text.to_ascii_lowercase());
    let has = |words: &[&str]| words.iter().any(|word| text.contains(&format!(" {word} ")));
    let meaning = &phrase.meaning;
    let holiday = meaning["holiday"].as_str().unwrap_or_default();
    let grain = meaning["grain"].as_str().unwrap_or_default();
    let minute = moment(meaning, "from").map(|at| at.time());
    let counted = has(&[
        "in", "from", "ago", "hence", "last", "next", "past", "within", "after", "for", "later", "now",
        "upcoming",
    ]) && (has(&[
        "hour", "hours", "h", "min", "mins", "minute", "minutes", "second", "seconds", "sec", "now",
    ]) || text.ends_with("h ")
        || text.ends_with("' ")
        || text.ends_with("\" ")
        || text.ends_with("min "));
    let is_spoken =
        |at: jiff::civil::Time| at.minute() != 0 || grain == "second" || meaning["to"].is_string();
    match () {
        () if OF_THE_MOON.contains(&holiday) => {
            Some("feasts by the true moon: Diwali, Vesak, Chinese New Year")
        }
        () if has(&["right now", "just now", "now", "atm", "at this time", "asap", "at the moment"])
            && !has(&["from"]) =>
        {
            Some("the moment of speaking: right now, asap")
        }
        () if counted && minute.is_some_and(is_spoken) && !has(&["o'clock", "pm", "am"]) => {
            Some("hours and minutes from the moment of speaking: in 2 minutes")
        }
        () if has(&["eod", "eom", "eoy", "bom", "boy"]) => Some("abbreviations of schedules: EOD"),
        () if has(&["upcoming"]) && text.contains(['2', '3']) | has(&["two", "three"]) => {
            Some("the last of several to come: upcoming 2 weeks")
        }
        () if has(&["closest"]) => Some("the closest one to another day"),
        () => None,
    }
}

fn moment(meaning: &Json, field: &str) -> Option<DateTime> {
    meaning[field].as_str()?.parse().ok()
}

fn judge(phrase: &Phrase) -> Verdict {
    if let Some(family) = family(phrase) {
        return Verdict::LeftOut(family);
    }
    let published = phrase.reference.map(|reference| reference.date());
    let found: Vec<Value> =
        extract(&phrase.text, published).suggestions.into_iter().filter_map(|it| it.value).collect();
    let is_right = match phrase.kind.as_str() {
        "time" => is_time(phrase, &found),
        "money" => found.iter().any(|value| is_money(&phrase.meaning, value)),
        "duration" => found.iter().any(|value| is_duration(&phrase.meaning, value)),
        "ordinal" => found.iter().any(
            |value| matches!(value, Value::Ordinal(it) if phrase.meaning["value"] == it.to_string().as_str()),
        ),
        "number" => found.iter().any(
            |value| matches!(value, Value::Cardinal(it) if is_figure(&phrase.meaning, Some(it.number), 1.0)),
        ),
        _ => found.iter().any(|value| is_measure(&phrase.meaning, value)),
    };
    let told = || found.iter().map(Value::describe).collect::<Vec<_>>().join("; ");
    if is_right {
        Verdict::Right
    } else {
        Verdict::Wrong(format!("wanted {}, found {}", phrase.meaning, told()))
    }
}

fn number(text: &Json) -> Option<f64> {
    text.as_str()?.parse().ok()
}

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * a.abs().max(b.abs()).max(1e-9)
}

/// Whether a figure, times `scale`, is the one that is meant.
fn is_figure(meaning: &Json, figure: Option<Figure>, scale: f64) -> bool {
    let float =
        |decimal: newsmark::value::Decimal| decimal.to_string().parse::<f64>().unwrap_or(f64::NAN) * scale;
    let is_same = |field: &str, ours| number(&meaning[field]).is_some_and(|theirs| near(theirs, ours));
    match figure {
        Some(Figure::Exact(exact)) => is_same("value", float(exact)),
        Some(Figure::Range { low, high }) => is_same("low", float(low)) && is_same("high", float(high)),
        None => false,
    }
}

/// Whether ours is qualified as theirs is: "under", "above".
fn is_qualified(meaning: &Json, modifier: Option<Modifier>) -> bool {
    match meaning["modifier"].as_str() {
        Some("under") => matches!(modifier, Some(Modifier::LessThan | Modifier::AtMost | Modifier::UpTo)),
        Some("above") => matches!(modifier, Some(Modifier::MoreThan | Modifier::AtLeast)),
        _ => true,
    }
}

fn is_money(meaning: &Json, value: &Value) -> bool {
    let Value::Money(money) = value else { return false };
    let (Currency::Iso(ours) | Currency::Open(ours)) = &money.currency;
    let theirs = meaning["unit"].as_str().unwrap_or_default();
    let (is_same, scale) = match theirs {
        "Dollar" => (&**ours == "USD", 1.0),
        "Cent" => (matches!(&**ours, "USD" | "GBP" | "EUR"), 100.0),
        "Pound" => (&**ours == "GBP", 1.0),
        // Which one is open.
        "Dinar" | "Riyal" | "Rial" => (ours.to_lowercase().contains(&theirs.to_lowercase()), 1.0),
        "INR" => (matches!(&**ours, "INR" | "rupee"), 1.0),
        code => (&**ours == code, 1.0),
    };
    is_same && is_figure(meaning, money.amount, scale) && is_qualified(meaning, money.modifier)
}

/// Seconds of their units.
const SECONDS: &[(&str, f64)] =
    &[("Second", 1.0), ("Minute", 60.0), ("Hour", 3_600.0), ("Day", 86_400.0), ("Week", 604_800.0)];

fn is_duration(meaning: &Json, value: &Value) -> bool {
    let Value::Timex(Timex { timex, .. }) = value else { return false };
    let (Some((months, seconds)), Some(theirs)) = (length(timex), number(&meaning["value"])) else {
        return false;
    };
    match meaning["unit"].as_str().unwrap_or_default() {
        "Month" => near(months, theirs) && seconds == 0.0,
        "Year" => near(months, theirs * 12.0) && seconds == 0.0,
        // A month and a half are 45 days to them.
        "Day" if months > 0.0 => near(months * 30.0, theirs),
        unit => {
            SECONDS.iter().any(|(name, each)| *name == unit && months == 0.0 && near(seconds, theirs * each))
        }
    }
}

/// Their unit, ours, and how many of theirs one of ours has.
const UNITS: &[(&str, &str, f64)] = &[
    ("Gram", "gram", 1.0),
    ("Gram", "kilogram", 1000.0),
    ("Gram", "milligram", 0.001),
    ("Pound", "pound", 1.0),
    ("Ounce", "ounce", 1.0),
    ("Cup", "cup", 1.0),
    ("Mile", "mile", 1.0),
    ("M", "meter", 1.0),
    ("Metre", "meter", 1.0),
    ("Metre", "kilometer", 1000.0),
    ("Centimetre", "centimeter", 1.0),
    ("Centimetre", "meter", 100.0),
    ("Centimetre", "kilometer", 100_000.0),
    ("Inch", "inch", 1.0),
    ("Inch", "foot", 12.0),
    ("Inch", "yard", 36.0),
    ("Foot", "foot", 1.0),
    ("Foot", "yard", 3.0),
    ("Kilometre", "kilometer", 1.0),
    ("Millimetre", "millimeter", 1.0),
    ("Yard", "yard", 1.0),
    ("Litre", "liter", 1.0),
    ("Millilitre", "milliliter", 1.0),
    ("Gallon", "gallon", 1.0),
    ("Hectolitre", "hectoliter", 1.0),
    ("Litre", "milliliter", 0.001),
    ("Celsius", "degree Celsius", 1.0),
    ("Fahrenheit", "degree Fahrenheit", 1.0),
    ("Degree", "degree", 1.0),
    ("Teaspoon", "teaspoon", 1.0),
    ("Tablespoon", "tablespoon", 1.0),
    ("Pint", "pint", 1.0),
    ("Quart", "quart", 1.0),
];

fn is_measure(meaning: &Json, value: &Value) -> bool {
    let Value::Quantity(quantity) = value else { return false };
    let theirs = meaning["unit"].as_str().unwrap_or_default();
    let mut fitting = UNITS.iter().filter(|(their, our, _)| *their == theirs && **our == *quantity.unit);
    fitting.any(|(.., scale)| is_figure(meaning, Some(quantity.number), *scale))
        && is_qualified(meaning, quantity.modifier)
}

fn is_time(phrase: &Phrase, found: &[Value]) -> bool {
    let times: Vec<&Timex> = found
        .iter()
        .filter_map(|value| if let Value::Timex(timex) = value { Some(timex) } else { None })
        .collect();
    let Some(from) = moment(&phrase.meaning, "from") else { return false };
    match (phrase.meaning["grain"].as_str().unwrap_or_default(), moment(&phrase.meaning, "to")) {
        ("hour" | "minute" | "second", _) if is_day_counted(phrase, from) => {
            times.iter().any(|time| is_day(phrase, time, from.date(), "day"))
        }
        ("second", Some(to)) if phrase.text.starts_with("by ") && Some(from) == phrase.reference => {
            times.iter().any(|time| days(&time.timex).is_some_and(|(_, end)| end == to.date()))
        }
        ("hour" | "minute" | "second", to) => is_clock(phrase, &times, from, to),
        (grain, None) => times.iter().any(|time| is_day(phrase, time, from.date(), grain)),
        (grain, Some(to)) => {
            let slack = i32::from(is_of_the_evening(phrase));
            let is_near = |time: &Timex| {
                days(&time.timex).is_some_and(|(first, end)| {
                    slack > 0 && apart(first, from.date()) <= slack && apart(end, to.date()) <= slack
                })
            };
            times.iter().any(|time| is_near(time) || is_period(time, from.date(), to.date(), grain))
        }
    }
}

/// Whether it is a feast whose day begins in the evening.
fn is_of_the_evening(phrase: &Phrase) -> bool {
    const FEASTS: &[&str] = &[
        "Eid", "Ramadan", "Laylat", "Isra", "Mawlid", "Jumu", "Rosh", "Yom", "Hanukkah", "Passover",
        "Sukkot", "Shavuot", "Shemini", "Simchat", "Tu ", "Purim", "Lag", "Tisha", "Ashura",
    ];
    let holiday = phrase.meaning["holiday"].as_str().unwrap_or_default();
    FEASTS.iter().any(|feast| holiday.starts_with(feast))
}

/// Whether days or more are counted from the moment of speaking, which gives theirs an hour.
fn is_day_counted(phrase: &Phrase, from: DateTime) -> bool {
    let words = ["day", "days", "week", "weeks", "fortnight", "month", "months", "year", "years"];
    let at = phrase.reference.map(|reference| reference.hour());
    at == Some(from.hour()) && phrase.text.split(' ').any(|word| words.contains(&word))
}

/// The day behind a period of this grain that begins on `from`.
fn behind(from: Date, grain: &str) -> Option<Date> {
    let length = match grain {
        "week" => 7.days(),
        "month" => 1.month(),
        "quarter" => 3.months(),
        "year" => 1.year(),
        _ => 1.day(),
    };
    from.checked_add(length).ok()
}

fn has_word(phrase: &Phrase, words: &[&str]) -> bool {
    phrase.text.to_ascii_lowercase().split(|c: char| !c.is_alphanumeric()).any(|word| words.contains(&word))
}

fn is_day(phrase: &Phrase, time: &Timex, from: Date, grain: &str) -> bool {
    let text = time.timex.split('T').next().unwrap_or_default();
    let Some((first, end)) = days(text) else { return false };
    let units = ["week", "weeks", "fortnight", "month", "months", "year", "years"];
    let is_counted = has_word(phrase, &["ago", "hence", "in", "now", "later"]) && has_word(phrase, &units);
    let is_eve = is_of_the_evening(phrase) && apart(first, from) <= 1 && Some(end) == behind(first, grain);
    let is_same = is_eve
        || first == from && Some(end) == behind(from, grain)
        || is_counted && first <= from && from < end;
    let shifts = [
        "next", "last", "this", "past", "previous", "coming", "after", "before", "ago", "tomorrow",
        "yesterday",
    ];
    let is_free =
        !has_word(phrase, &shifts) && !phrase.text.contains(char::is_whitespace) | !has_year(&phrase.text);
    let is_other = is_free
        && Some(end) == behind(first, grain)
        && match grain {
            "day" => {
                first.weekday() == from.weekday() && (first - from).get_days().abs() <= 7
                    || (first.month(), first.day()) == (from.month(), from.day())
                    // "The first Tuesday in October", "Black Friday".
                    || first.weekday() == from.weekday() && (350..=378).contains(&apart(first, from))
            }
            "month" | "quarter" => first.month() == from.month(),
            "week" => (350..=378).contains(&apart(first, from)),
            _ => false,
        };
    let is_open = match phrase.meaning["open"].as_str() {
        Some("before") => matches!(time.modifier, Some(Modifier::Before | Modifier::OnOrBefore)),
        Some("after") => matches!(time.modifier, Some(Modifier::After | Modifier::OnOrAfter)),
        _ => true,
    };
    (is_same || is_other) && is_open
}

fn has_year(text: &str) -> bool {
    text.split(|c: char| !c.is_ascii_digit()).any(|digits| digits.len() == 4)
}

/// Days between two, without a sign.
fn apart(a: Date, b: Date) -> i32 {
    (a - b).get_days().abs()
}

fn is_period(time: &Timex, from: Date, to: Date, grain: &str) -> bool {
    let unit = match grain {
        "week" => 7,
        "month" => 31,
        "quarter" => 92,
        "year" => 366,
        _ => 1,
    };
    if let Some((begin, end)) = time.ends {
        return apart(begin, from) <= unit && apart(end, to) <= unit;
    }
    // Seasons by their first month.
    let season = [("SP", 3), ("SU", 6), ("FA", 9), ("WI", 12)];
    if let Some((_, month)) = season.iter().find(|(code, _)| time.timex.ends_with(code)) {
        return from.month() == *month && time.timex.starts_with(&from.year().to_string());
    }
    let Some((first, end)) = days(&time.timex) else { return false };
    // Of days without a year the one before counts, too.
    let year = |date: Date| date.with().year(from.year()).build().unwrap_or(date);
    let shift = time.timex.contains('-') && !time.timex.contains('W') && grain == "day";
    let (first, end) =
        if shift && apart(first, from) > 300 { (year(first), year(end)) } else { (first, end) };
    let is_part = match time.modifier {
        Some(Modifier::Start) => first == from && to <= end,
        Some(Modifier::Mid) => first < from && to < end,
        Some(Modifier::End | Modifier::OnOrBefore) => to == end,
        _ => false,
    };
    let is_same = |a: Date, b: Date| (a, b) == (from, to);
    // A weekend of theirs begins on Friday evening; "all week" ends on Saturday night.
    is_part || is_same(first, end) || time.timex.ends_with("-WE") && end == to
}

fn is_clock(phrase: &Phrase, times: &[&Timex], from: DateTime, to: Option<DateTime>) -> bool {
    let clocks: Vec<_> =
        times.iter().filter(|time| time.timex.contains('T') && !time.timex.starts_with('P')).collect();
    if clocks.is_empty() {
        let is_it = |to: DateTime| times.iter().any(|time| is_period(time, from.date(), to.date(), "day"));
        return to.is_some_and(is_it);
    }
    let told: Vec<Date> =
        times.iter().filter_map(|time| Some(days(time.timex.split('T').next()?)?.0)).collect();
    let is_near = |day: &Date| day.weekday() == from.weekday() && apart(*day, from.date()) <= 7;
    let is_right_day = told.is_empty()
        || told.iter().any(|day| *day == from.date() || is_near(day) || is_tomorrow(phrase, *day, from));
    // Theirs end behind the last minute, or the last hour.
    let grain = if phrase.meaning["grain"] == "hour" { 60.minutes() } else { 1.minute() };
    let last = |to: DateTime| to.checked_sub(grain).unwrap_or(to);
    let is_right = |clock: &str| match (clock.split_once('/'), to) {
        (Some((first, end)), Some(to)) => {
            is_at(phrase, first, from) && (is_at(phrase, end, last(to)) || is_at(phrase, end, to))
        }
        (None, to) => is_part_of_day(clock, from, to) || to.is_none() && is_at(phrase, clock, from),
        _ => false,
    };
    let is_pair = clocks.len() == 2
        && to.is_some_and(|to| {
            is_at(phrase, &clocks[0].timex, from) && is_at(phrase, &clocks[1].timex, last(to))
        });
    is_right_day && (is_pair || clocks.iter().any(|clock| is_right(&clock.timex)))
}

/// Whether theirs is the next day only since the hour has passed when they speak.
fn is_tomorrow(phrase: &Phrase, day: Date, from: DateTime) -> bool {
    phrase.reference.is_some_and(|reference| reference.date() == day && reference.time() > from.time())
}

fn is_at(phrase: &Phrase, ours: &str, theirs: DateTime) -> bool {
    let Some((minutes, zone)) = clock_of(ours) else { return false };
    let marks = ["am", "pm", "a", "p", "m", "noon", "midnight", "morning", "evening", "afternoon"];
    // Their reference is at UTC-2.
    let theirs = i32::from(theirs.hour()) * 60 + i32::from(theirs.minute());
    let gap = (minutes - zone.map_or(theirs, |zone| theirs + 120 + zone)).rem_euclid(1_440);
    gap == 0 || !has_word(phrase, &marks) && gap == 720
}

fn is_part_of_day(ours: &str, from: DateTime, to: Option<DateTime>) -> bool {
    let hours = (from.hour(), to.map(|to| to.hour()));
    match ours.rsplit('T').next().unwrap_or_default() {
        "MO" => matches!(hours, (0..=4, Some(12))),
        "AF" => matches!(hours, (12..=13, Some(17..=19))),
        "EV" => matches!(hours, (17..=18, Some(0))),
        "NI" => matches!(hours, (18..=22, _)),
        "MI" => hours.0 == 12,
        _ => false,
    }
}

/// The minute of the day of `…T15:30`, and how many minutes its zone is ahead of UTC.
fn clock_of(timex: &str) -> Option<(i32, Option<i32>)> {
    let clock = timex.rsplit('T').next()?;
    let minutes = |text: &str| {
        Some(
            text.get(..2)?.parse::<i32>().ok()? * 60
                + text.get(3..5).map_or(Some(0), |it| it.parse().ok())?,
        )
    };
    let at = minutes(clock)?;
    let zone = match clock.find(['Z', '+', '-', '−']) {
        Some(place) if clock[place..].starts_with('Z') => Some(0),
        Some(place) => {
            let ahead = minutes(clock[place..].trim_start_matches(['+', '-', '−']))?;
            Some(if clock[place..].starts_with('+') { ahead } else { -ahead })
        }
        None => None,
    };
    Some((at, zone))
}
