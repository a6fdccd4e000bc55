//! Properties of the grammar of time: what can be read can be joined by any operator, whatever it is, and what is written as
//! TIMEX3 reads back as the interval that the words mean.

#[path = "common/timex.rs"]
mod timex;

use jiff::civil::{Date, Weekday};
use jiff::{Span, ToSpan};
use newsmark::extract::{Article, Extractor, Time};
use newsmark::value::Value;
use proptest::prelude::*;

/// Words, and the days that they mean: from the first one up to the one behind the last.
#[derive(Clone, Debug)]
struct Told {
    words: String,
    first: Date,
    end: Date,
}

impl Told {
    fn new(words: String, first: Date, length: Span) -> Told {
        Told { words, first, end: first + length }
    }
}

const MONTHS: [&str; 12] = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
];
const WEEKDAYS: [(&str, Weekday); 7] = [
    ("Monday", Weekday::Monday),
    ("Tuesday", Weekday::Tuesday),
    ("Wednesday", Weekday::Wednesday),
    ("Thursday", Weekday::Thursday),
    ("Friday", Weekday::Friday),
    ("Saturday", Weekday::Saturday),
    ("Sunday", Weekday::Sunday),
];
const NUMBERS: [&str; 5] = ["two", "three", "4", "five", "12"];
const COUNTS: [i64; 5] = [2, 3, 4, 5, 12];
const ORDINALS: [&str; 4] = ["first", "second", "third", "4th"];

/// The day that relative dates count from.
fn published() -> Date {
    Date::constant(2024, 7, 2)
}

fn month_of(date: Date) -> &'static str {
    MONTHS[usize::try_from(date.month() - 1).expect("a month")]
}

/// A day, as news writes it.
fn days() -> impl Strategy<Value = Told> {
    (1950i16..2050, 1i8..=12, 1i8..=28, 0..6usize).prop_map(|(year, month, day, form)| {
        let date = Date::constant(year, month, day);
        let (name, ordinal) = (month_of(date), ordinal(day));
        let weekday = WEEKDAYS[usize::try_from(date.weekday().to_monday_zero_offset()).expect("a day")].0;
        let words = match form {
            0 => format!("{name} {day}, {year}"),
            1 => format!("{day} {name} {year}"),
            2 => date.to_string(),
            3 => format!("the {ordinal} of {name} {year}"),
            4 => format!("{weekday}, {name} {day}, {year}"),
            _ => format!("{name} {ordinal}, {year}"),
        };
        Told::new(words, date, 1.day())
    })
}

fn ordinal(day: i8) -> String {
    let suffix = match (day % 10, day / 10) {
        (1, 0 | 2 | 3) => "st",
        (2, 0 | 2) => "nd",
        (3, 0 | 2) => "rd",
        _ => "th",
    };
    format!("{day}{suffix}")
}

/// A day that counts from publication.
fn near_days() -> impl Strategy<Value = Told> {
    prop::sample::select(&[("yesterday", -1i64), ("today", 0), ("tomorrow", 1)][..])
        .prop_map(|(word, by)| Told::new(word.to_owned(), published() + by.days(), 1.day()))
}

fn months() -> impl Strategy<Value = Told> {
    (1950i16..2050, 1i8..=12, prop::bool::ANY).prop_map(|(year, month, has_of)| {
        let date = Date::constant(year, month, 1);
        let of = if has_of { "of " } else { "" };
        Told::new(format!("{} {of}{year}", month_of(date)), date, 1.month())
    })
}

/// Years, halves, quarters and decades.
fn longer() -> impl Strategy<Value = Told> {
    let year =
        (1950i16..2050).prop_map(|year| Told::new(format!("{year}"), Date::constant(year, 1, 1), 1.year()));
    let quarter = (1950i16..2050, 0..4usize, prop::bool::ANY).prop_map(|(year, quarter, is_code)| {
        let first = Date::constant(year, 1, 1) + (3 * i64::try_from(quarter).expect("small")).months();
        let words = if is_code {
            format!("Q{} {year}", quarter + 1)
        } else {
            format!("the {} quarter of {year}", ["first", "second", "third", "fourth"][quarter])
        };
        Told::new(words, first, 3.months())
    });
    let half = (1950i16..2050, 0..2usize).prop_map(|(year, half)| {
        let first = Date::constant(year, 1, 1) + (6 * i64::try_from(half).expect("small")).months();
        Told::new(format!("the {} half of {year}", ["first", "second"][half]), first, 6.months())
    });
    let decade = (195i16..205).prop_map(|decade| {
        Told::new(format!("the {}s", decade * 10), Date::constant(decade * 10, 1, 1), 10.years())
    });
    prop_oneof![year, quarter, half, decade]
}

/// What an operator makes of days.
fn of_days() -> impl Strategy<Value = Told> {
    let day = prop_oneof![3 => days(), 1 => near_days()];
    (day, 0..6usize, 0..COUNTS.len(), 0..WEEKDAYS.len()).prop_map(|(day, operator, count, weekday)| {
        let (number, by) = (NUMBERS[count], COUNTS[count]);
        let words = day.words;
        match operator {
            0 => Told::new(format!("{number} days before {words}"), day.first - by.days(), 1.day()),
            1 => Told::new(format!("{number} weeks after {words}"), day.first + by.weeks(), 1.day()),
            2 => Told::new(format!("{number} months from {words}"), day.first + by.months(), 1.day()),
            3 => {
                let monday = day.first.iso_week_date().first_of_week().expect("in the calendar").date();
                Told::new(format!("the week of {words}"), monday, 7.days())
            }
            4 => Told::new(format!("the day after {words}"), day.first + 1.day(), 1.day()),
            _ => {
                let (name, weekday) = WEEKDAYS[weekday];
                let first = day.first.nth_weekday(1, weekday).expect("in the calendar");
                let words = words.trim_start_matches("the ").to_owned();
                let is_pointed = ["yesterday", "today", "tomorrow"].contains(&words.as_str());
                let has_weekday = WEEKDAYS.iter().any(|(name, _)| words.starts_with(name));
                match is_pointed || has_weekday {
                    true => Told::new(words, day.first, 1.day()),
                    false => Told::new(format!("the {name} after {words}"), first, 1.day()),
                }
            }
        }
    })
}

/// What an operator makes of months.
fn of_months() -> impl Strategy<Value = Told> {
    (months(), 0..5usize, 0..ORDINALS.len(), 0..WEEKDAYS.len()).prop_map(|(month, operator, nth, weekday)| {
        let words = month.words;
        let (name, weekday) = WEEKDAYS[weekday];
        let by = i64::try_from(nth).expect("small");
        match operator {
            0 => Told::new(format!("the last day of {words}"), month.first.last_of_month(), 1.day()),
            1 => {
                let last = month.first.nth_weekday_of_month(-1, weekday).expect("in every month");
                Told::new(format!("the last {name} of {words}"), last, 1.day())
            }
            2 => {
                let nth = i8::try_from(nth + 1).expect("small");
                let day = month.first.nth_weekday_of_month(nth, weekday).expect("in every month");
                Told::new(
                    format!("the {} {name} in {words}", ORDINALS[usize::try_from(nth - 1).expect("small")]),
                    day,
                    1.day(),
                )
            }
            3 => Told::new(
                format!("the {} week of {words}", ORDINALS[nth]),
                month.first + by.weeks(),
                7.days(),
            ),
            _ => Told { words: format!("early {words}"), first: month.first, end: month.end },
        }
    })
}

fn all() -> impl Strategy<Value = Told> {
    prop_oneof![days(), months(), longer(), of_days(), of_months()]
}

/// Whether the words are found as one expression, its leading article aside, and what is written reads back as its days.
fn check(lead: &str, told: &Told) -> Result<(), TestCaseError> {
    let text = format!("It was told {lead} {}.", told.words);
    let mut candidates = Vec::new();
    Time.extract(&Article::new(&text, Some(published())), &mut candidates);
    let found: Vec<(&str, String)> = candidates
        .iter()
        .filter_map(|candidate| match &candidate.value {
            Some(Value::Timex(timex)) => Some((candidate.span.slice(&text)?, timex.timex.clone())),
            _ => None,
        })
        .collect();
    let wanted = told.words.trim_start_matches("the ");
    let timex = found.iter().find(|(slice, _)| slice.trim_start_matches("the ") == wanted);
    let days = timex.and_then(|(_, timex)| timex::days(timex));
    prop_assert_eq!(days, Some((told.first, told.end)), "{} {:?}", text, found);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3000))]

    #[test]
    fn what_is_read_is_what_the_words_mean(told in all()) {
        check("in", &told)?;
    }

    #[test]
    fn any_two_are_the_ends_of_a_range(
        (one, other) in prop_oneof![
            (days(), days()),
            (months(), months()),
            (days(), of_days()),
            (of_days(), days()),
            (of_months(), days()),
        ],
        (lead, link) in prop::sample::select(&[("from", "to"), ("from", "until"), ("between", "and"), ("from", "through")][..]),
    ) {
        let (first, last) = if one.first <= other.first { (one, other) } else { (other, one) };
        prop_assume!(last.end >= first.end);
        let words = format!("{} {link} {}", first.words, last.words);
        check(lead, &Told { words, first: first.first, end: last.end })?;
    }
}
