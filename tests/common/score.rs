//! Scores marks against marks made by hand: precision, recall and F1 over exact spans and labels.

use std::collections::BTreeMap;
use std::fmt;

/// A mark: where it stands (in any unit, the same on both sides) and its label.
pub(crate) type Mark = (usize, usize, String);

/// How two sets of marks agree.
#[derive(Clone, Default, Debug)]
pub(crate) struct Score {
    /// By label: right, missed, spurious.
    pub(crate) labels: BTreeMap<String, Counts>,
    /// Marks that were made by hand and not found.
    pub(crate) missed: Vec<Mark>,
    /// Marks that were found and not made by hand.
    pub(crate) spurious: Vec<Mark>,
}

/// Marks of one label.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(crate) struct Counts {
    pub(crate) right: usize,
    pub(crate) missed: usize,
    pub(crate) spurious: usize,
}

impl Counts {
    pub(crate) fn precision(self) -> f64 {
        ratio(self.right, self.right + self.spurious)
    }

    pub(crate) fn recall(self) -> f64 {
        ratio(self.right, self.right + self.missed)
    }

    pub(crate) fn f1(self) -> f64 {
        ratio(2 * self.right, 2 * self.right + self.spurious + self.missed)
    }

    fn add(&mut self, other: Counts) {
        self.right += other.right;
        self.missed += other.missed;
        self.spurious += other.spurious;
    }
}

/// With nothing to count, all is right.
fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 { 1.0 } else { part as f64 / whole as f64 }
}

impl Score {
    /// Compares `found` with `gold`, both with any marks twice counted once.
    pub(crate) fn of(gold: &[Mark], found: &[Mark]) -> Score {
        let sorted = |marks: &[Mark]| marks.iter().cloned().collect::<std::collections::BTreeSet<_>>();
        let (gold, found) = (sorted(gold), sorted(found));
        let mut score = Score::default();
        for mark in gold.union(&found) {
            let counts = score.labels.entry(mark.2.clone()).or_default();
            match (gold.contains(mark), found.contains(mark)) {
                (true, true) => counts.right += 1,
                (true, false) => {
                    counts.missed += 1;
                    score.missed.push(mark.clone());
                }
                _ => {
                    counts.spurious += 1;
                    score.spurious.push(mark.clone());
                }
            }
        }
        score
    }

    /// All labels together (micro average).
    pub(crate) fn total(&self) -> Counts {
        self.labels.values().fold(Counts::default(), |mut sum, counts| {
            sum.add(*counts);
            sum
        })
    }

    /// Adds the counts of another document.
    pub(crate) fn add(&mut self, other: &Score) {
        for (label, counts) in &other.labels {
            self.labels.entry(label.clone()).or_default().add(*counts);
        }
    }
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let all = ("all".to_owned(), self.total());
        for (label, counts) in self.labels.iter().map(|(l, c)| (l.clone(), *c)).chain([all]) {
            writeln!(
                f,
                "{label:<9} P {:5.1}  R {:5.1}  F1 {:5.1}  right {} missed {} spurious {}",
                100.0 * counts.precision(),
                100.0 * counts.recall(),
                100.0 * counts.f1(),
                counts.right,
                counts.missed,
                counts.spurious
            )?;
        }
        Ok(())
    }
}
