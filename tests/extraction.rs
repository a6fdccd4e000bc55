//! What holds for extraction from any text.

use newsmark::extract::{EXTRACTORS, extract};
use newsmark::text::normalize;
use proptest::prelude::*;

/// Pieces that news is made of, so that random texts reach into the rules.
const PIECES: &[&str] = &[
    " ", " ", " ", "\n", "\n\n", ". ", ", ", "-", "'", "’s ", "\"", "“", "”", "(", ")", "of ", "and ",
    "the ", "al-", "van ", "for ", ": ", "—", "U.S. ", "US", "NATO ", "J. ", "Jr. ", "Mr. ", "President ",
    "Minister of ", "Defence ", "Ministry ", "Bank of ", "Lake ", "River ", "Kenya ", "Russian ", "Austin ",
    "Lloyd ", "Diallo ", "said ", "é", "İ", "ﬁ", "👩\u{200D}🚀", "\u{301}", "F-16 ", "iPhone ",
    "photoAmina ", "WASHINGTON ", "(Reuters) -", "May ", "5", "$", "«", "»", "‘", "’", "according to ",
    "told ", "he ",
];

#[track_caller]
fn check(text: &str) {
    let text = normalize(text);
    let extraction = extract(&text, None);
    for suggestion in &extraction.suggestions {
        let slice = suggestion.span.slice(&text).expect("a span slices the text");
        assert!(!slice.is_empty() && slice.trim() == slice, "{slice:?}");
        assert!((0.0..=1.0).contains(&suggestion.score), "{}", suggestion.score);
    }
    for entity in &extraction.entities {
        assert!(entity.mentions.len() > 1 && entity.mentions.is_sorted());
        assert!(entity.mentions.iter().all(|&index| index < extraction.suggestions.len()));
        assert!(!entity.name.is_empty());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text(text in any::<String>()) {
        check(&text);
    }

    #[test]
    fn news_like_text(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..60)) {
        check(&pieces.concat());
    }
}

#[test]
fn extractors_have_names_of_their_own() {
    let names: std::collections::BTreeSet<_> = EXTRACTORS.iter().map(|extractor| extractor.name()).collect();
    assert_eq!(names.len(), EXTRACTORS.len());
    assert!(EXTRACTORS.iter().all(|extractor| extractor.description().ends_with('.')));
}

/// A megabyte of what could be one long name takes no more time than other text.
#[test]
fn hostile_texts_end() {
    for piece in [
        "A", "Bank of ", "Al-", "\"", "(", "Minister of ", "and ", "U.S.", "Van ", "A. ", "Kenya", "’s",
        "al ", "a@", "1", "1,", "1 ", "1-", "$1-", "$1 to ", "million ", "a million ", "two hundred and ",
        "between 1 and ", "2 July ", "1/2/2024 ", "’90s ",
    ] {
        check(&piece.repeat(1_000_000 / piece.len()));
    }
}
