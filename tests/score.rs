//! The scorer that `articles.rs` judges by.

#[path = "common/score.rs"]
mod score;

use score::{Counts, Mark, Score};

fn marks(marks: &[(usize, usize, &str)]) -> Vec<Mark> {
    marks.iter().map(|(start, end, label)| (*start, *end, (*label).to_owned())).collect()
}

#[test]
fn only_the_same_span_and_label_is_right() {
    let gold = marks(&[(0, 4, "LOC"), (6, 9, "ORG"), (12, 15, "LOC")]);
    let found = marks(&[(0, 4, "LOC"), (6, 9, "LOC"), (12, 16, "LOC")]);
    let score = Score::of(&gold, &found);
    assert_eq!(score.labels["LOC"], Counts { right: 1, missed: 1, spurious: 2 });
    assert_eq!(score.labels["ORG"], Counts { right: 0, missed: 1, spurious: 0 });
    assert_eq!(score.missed.len(), 2);
    assert!((score.total().f1() - 1.0 / 3.0).abs() < 1e-9);
    assert!(score.to_string().contains("all       P  33.3"));
}

#[test]
fn twice_the_same_counts_once_and_nothing_is_perfect() {
    let twice = marks(&[(0, 1, "LOC"), (0, 1, "LOC")]);
    assert_eq!(Score::of(&twice, &twice).total().right, 1);
    assert!((Score::of(&[], &[]).total().f1() - 1.0).abs() < 1e-9);
}

#[test]
fn documents_add_up() {
    let mut sum = Score::of(&marks(&[(0, 1, "ORG")]), &[]);
    sum.add(&Score::of(&marks(&[(0, 1, "ORG")]), &marks(&[(0, 1, "ORG")])));
    assert_eq!(sum.total(), Counts { right: 1, missed: 1, spurious: 0 });
}
