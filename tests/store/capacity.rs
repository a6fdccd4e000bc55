//! How much fits.

use std::sync::Arc;

use jiff::Timestamp;
use newsmark::annotation::AnnotationId;
use newsmark::annotation::{Annotation, Origin, Status};
use newsmark::document::{Document, DocumentId};
use newsmark::label::LabelSet;
use newsmark::store::{Library, MemoryStore, ROOM, Usage};
use newsmark::text::Span;
use uuid::Uuid;

const ARTICLES: usize = 1_000;
const MARKS: usize = 60;
/// As long as a news agency's report.
const BYTES: usize = 3_000;

/// Numbers without pattern, the same in every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        // SplitMix64.
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn below(&mut self, limit: usize) -> usize {
        (self.roll() % limit as u64) as usize
    }

    fn uuid(&mut self) -> Uuid {
        Uuid::from_u64_pair(self.roll(), self.roll())
    }
}

/// An article of words without sense, which packs worse than prose, with marks all over, a third of
/// them reviewed.
fn article(dice: &mut Dice, words: &[&str]) -> Arc<Document> {
    let mut text = String::new();
    while text.len() < BYTES {
        text.push_str(words[dice.below(words.len())]);
        text.push_str(if dice.below(12) == 0 { ".\n" } else { " " });
    }
    let made = Timestamp::from_second(1_700_000_000 + dice.below(90_000_000) as i64).expect("a time");
    let mut document = Document::new(DocumentId(dice.uuid()), &text, made);
    let labels: Vec<_> = LabelSet::default().iter().map(|label| label.code.clone()).collect();
    let places: Vec<_> = text.match_indices(' ').map(|(at, _)| at).collect();
    let marks = (0..MARKS).map(|_| {
        let at = dice.below(places.len() - 2);
        let span = Span::new(places[at] + 1, places[at + 1]);
        let is_reviewed = dice.below(3) == 0;
        let label = labels[dice.below(labels.len())].clone();
        let score = Some(0.5 + dice.below(50) as f64 / 100.0);
        Arc::new(Annotation {
            status: if is_reviewed { Status::Accepted } else { Status::Suggested },
            origin: Origin::Extractor { name: "names".into(), version: "1".into(), score },
            modified: if is_reviewed {
                made + jiff::SignedDuration::from_secs(dice.below(900) as i64)
            } else {
                made
            },
            ..Annotation::by_hand(AnnotationId(dice.uuid()), span, label, made)
        })
    });
    assert_eq!(document.extend(marks.collect::<Vec<_>>()), []);
    Arc::new(document)
}

/// A thousand articles fit into what browsers grant, keys and restore of every one included, and
/// the list of them is made of a part of what is there.
#[test]
fn a_thousand_articles_fit() {
    let words: Vec<_> = include_str!("../../src/extract/names/lists/common_words.txt")
        .split_whitespace()
        .filter(|word| word.chars().all(char::is_alphabetic))
        .collect();
    let mut dice = Dice(5);
    let library = Library::new(MemoryStore::with_capacity(ROOM), "tab");
    let mut last = None;
    for n in 0..ARTICLES {
        let article = article(&mut dice, &words);
        library.save(&article).unwrap_or_else(|error| panic!("article {n}: {error}"));
        last = Some(article);
    }
    let listing = library.list().expect("a list");
    assert_eq!((listing.articles.len(), listing.unreadable.len()), (ARTICLES, 0));
    let last = last.expect("an article");
    assert_eq!(library.load(last.id), Ok(last));
    let usage = Usage::of(library.store()).expect("usage");
    // Two fifths of the room is left for restore points and for what people write.
    assert!(usage.total() * 10 < ROOM * 6, "{usage:?}");
}
