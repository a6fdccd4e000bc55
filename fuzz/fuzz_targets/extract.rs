//! Extraction from any text, published on any day.
//!
//! To run a target, with a nightly toolchain (`rustup toolchain install nightly`) and cargo-fuzz
//! (`cargo install cargo-fuzz`), from the top of the repository:
//!
//! ```sh
//! mkdir -p fuzz/corpus/extract                      # what it learns is kept here, seeds go here
//! cargo +nightly fuzz run extract -- -dict=fuzz/dictionaries/news.dict -max_total_time=1200
//! cargo +nightly fuzz run facts -- -dict=fuzz/dictionaries/news.dict -max_total_time=1200
//! cargo +nightly fuzz run tokenize -- -dict=fuzz/dictionaries/news.dict -max_total_time=300
//! cargo +nightly fuzz run import -- -dict=fuzz/dictionaries/json.dict -max_total_time=1200
//! cargo +nightly fuzz run record -- -dict=fuzz/dictionaries/json.dict -max_total_time=1200
//! cargo +nightly fuzz run exchange -- -dict=fuzz/dictionaries/json.dict -max_total_time=1200
//! cargo +nightly fuzz run jsonl -- -dict=fuzz/dictionaries/json.dict -max_total_time=1200
//! ```
//!
//! A finding is written to `fuzz/artifacts/<target>`; `cargo +nightly fuzz tmin <target> <file>`
//! makes it smaller, and then it becomes a test. Here the first two bytes of an input choose the day
//! of publication, and the rest is the text.

#![no_main]

use jiff::ToSpan;
use jiff::civil::Date;
use libfuzzer_sys::fuzz_target;
use newsmark::extract::extract;
use newsmark::text::normalize;

fuzz_target!(|data: &[u8]| {
    let Some((&[choice, day], text)) = data.split_first_chunk() else { return };
    let text = String::from_utf8_lossy(text);
    let text = normalize(&text);
    check(&text, published(choice, day));
});

/// The ends of the calendar are chosen often, since arithmetic on dates breaks there.
fn published(choice: u8, day: u8) -> Option<Date> {
    let days = i64::from(day).days();
    match choice % 8 {
        0 => None,
        1 => Date::MIN.checked_add(days).ok(),
        2 => Date::MAX.checked_sub(days).ok(),
        _ => Date::constant(2024, 1, 1).checked_add((i64::from(choice) * 256 + i64::from(day)).days()).ok(),
    }
}

fn check(text: &str, published: Option<Date>) {
    let extraction = extract(text, published);
    let mut end = 0;
    let mut last = 0;
    for suggestion in &extraction.suggestions {
        let (start, slice) = (suggestion.span.start(), suggestion.span.slice(text));
        assert!(slice.is_some_and(|slice| !slice.is_empty()), "{:?} slices nothing", suggestion.span);
        assert!(start >= last, "{:?} stands behind one that begins at {last}", suggestion.span);
        last = start;
        // Speech and sources hold others; the others never overlap.
        if !suggestion.label.holds_others() {
            assert!(start >= end, "{:?} overlaps one that ends at {end}", suggestion.span);
            end = suggestion.span.end();
        }
        assert!((0.0..=1.0).contains(&suggestion.score), "{}", suggestion.score);
        if let Some(value) = &suggestion.value {
            assert!(!value.describe().contains('\0'));
        }
    }
    for link in &extraction.said_by {
        assert!(extraction.suggestions.get(link.from).is_some_and(|it| it.label.is_speech()), "{link:?}");
        assert!(link.to < extraction.suggestions.len() && link.to != link.from, "{link:?}");
    }
    for entity in &extraction.entities {
        assert!(entity.mentions.len() > 1 && entity.mentions.is_sorted());
        assert!(entity.mentions.iter().all(|&index| index < extraction.suggestions.len()));
    }
}
