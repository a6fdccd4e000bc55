//! Tokens tile every text, and so do its sentences. How to run it stands in `extract.rs`.

#![no_main]

use libfuzzer_sys::fuzz_target;
use newsmark::text::{Gap, paragraphs, sentences, tokenize};

fuzz_target!(|text: &str| {
    let tokens = tokenize(text);
    let mut end = 0;
    for (index, token) in tokens.iter().enumerate() {
        let slice = token.span.slice(text);
        assert!(slice.is_some_and(|slice| !slice.is_empty()), "{:?} slices nothing", token.span);
        assert!(token.span.start() >= end, "{:?} overlaps the one before", token.span);
        let between = text.get(end..token.span.start()).unwrap_or("overlap");
        assert!(between.chars().all(is_space), "{between:?} is in no token");
        assert_eq!(token.gap == Gap::None, between.is_empty() && index > 0);
        end = token.span.end();
    }
    assert!(text.get(end..).is_some_and(|rest| rest.chars().all(is_space)));

    let mut next = 0;
    for sentence in sentences(text, &tokens) {
        let within = tokens.within(sentence);
        assert_eq!(within.start, next, "sentences leave no token out");
        assert!(!within.is_empty());
        next = within.end;
    }
    assert_eq!(next, tokens.len());
    assert!(paragraphs(text).iter().all(|span| span.slice(text).is_some_and(|slice| !slice.is_empty())));
});

/// White space, and the invisible characters that count as such.
fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200B}' | '\u{FEFF}' | '\u{2060}')
}
