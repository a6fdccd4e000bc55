//! Properties of the extractor of dates, times and durations: whatever the words and the day of
//! publication, it neither panics nor marks what is not there.

use jiff::civil::Date;
use newsmark::extract::{Article, Candidate, Extractor, Time};
use proptest::prelude::*;

/// Pieces that expressions of time are made of, and some that break them.
const PIECES: &[&str] = &[
    "July", "May", "may", "Nov", "Sept", "march", "Dec", ".", ",", "-", "–", "/", ":", "(", ")", "'", "’s",
    "'s", "2", "02", "5th", "31", "29", "2024", "9999", "0000", "99999999999", "1,000", "½", "3.5", "$", "%",
    "st", "th", "s", "the", "of", "in", "on", "to", "and", "between", "from", "since", "until", "ago",
    "next", "last", "this", "past", "week", "weeks", "year", "years", "decades", "century", "millennium",
    "quarter", "half", "a", "an", "two", "twenty", "hundred", "dozen", "several", "second", "third",
    "nineties", "Monday", "Tue", "sat", "yesterday", "tomorrow", "tonight", "morning", "night", "noon",
    "midnight", "p.m.", "am", "o'clock", "GMT", "EST", "local", "time", "early", "mid", "end", "later", "Q3",
    "H1", "FY", "FY23", "fiscal", "BC", "AD", "Easter", "Christmas", "New", "Year", "winter", "fall", "will",
    "said", "old", "long", "every", "than", "more", "least", "🎉", "é", "\n", "\n\n", "٣", "1990", "90",
    "24", "60", "T15", "2.30", "0730", "20240702", "nineteen", "thousand", "at", "@", "on", "p", "ish",
    "calendar", "CY", "weekend", "Eid", "al", "Labor", "Day", "all", "rest", "Sundays", "now", "h30",
    "thirty",
];

fn dates() -> impl Strategy<Value = Option<Date>> {
    let any =
        (-9999i16..=9999, 1i8..=12, 1i8..=28).prop_map(|(year, month, day)| Date::new(year, month, day).ok());
    prop_oneof![3 => any, 1 => Just(None), 1 => Just(Some(Date::MIN)), 1 => Just(Some(Date::MAX))]
}

fn soups() -> impl Strategy<Value = String> {
    let piece = (prop::sample::select(PIECES), prop_oneof![4 => Just(" "), 2 => Just("")]);
    prop::collection::vec(piece, 0..60)
        .prop_map(|pieces| pieces.into_iter().flat_map(|(piece, gap)| [piece, gap]).collect())
}

fn candidates(text: &str, published: Option<Date>) -> Vec<Candidate> {
    let mut candidates = Vec::new();
    Time.extract(&Article::new(text, published), &mut candidates);
    candidates
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4000))]

    #[test]
    fn every_candidate_slices_the_text(text in soups(), published in dates()) {
        let mut end = 0;
        for candidate in candidates(&text, published) {
            let slice = candidate.span.slice(&text);
            prop_assert!(slice.is_some_and(|slice| !slice.is_empty() && slice.trim() == slice), "{candidate:?}");
            prop_assert!(candidate.span.start() >= end, "overlap at {candidate:?}");
            prop_assert!(candidate.value.is_some());
            end = candidate.span.end();
        }
    }

    #[test]
    fn any_text_is_fine(text in any::<String>(), published in dates()) {
        for candidate in candidates(&text, published) {
            prop_assert!(candidate.span.slice(&text).is_some());
        }
    }
}

/// A megabyte of what could go on forever is read in one pass, without deep recursion.
#[test]
fn hostile_texts_end() {
    for piece in [
        "week of ", "on the 17 at 6:30 ", "weekend of ", "Monday the 4th 6:30 ", "at 2.30 on Monday ",
        "10/1-", "one and half ", "next year's ", "first Monday of ", "from 5 to ", "twenty ", "nineteen ",
        "two thousand and ", "Labor Day weekend of ", "two days before ", "between 3 and ", "4 past ",
        "2024-", "last ", "May ", "the rest of ",
    ] {
        let published = Date::new(2024, 7, 2).ok();
        for candidate in candidates(&piece.repeat(1_000_000 / piece.len()), published) {
            assert!(candidate.value.is_some());
        }
    }
}
