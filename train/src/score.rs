//! Precision, recall and F1 of names, in the manner of conlleval (Tjong Kim Sang and Buchholz
//! 2000): a name is right when its span and its class are.

use std::collections::BTreeMap;
use std::fmt;

use newsmark::extract::names::tagger::NameClass;
use newsmark::text::Span;

/// What was found right, and how much was found and marked.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub(crate) struct Counts {
    /// Found as marked.
    pub(crate) right: usize,
    /// Found and marked, of the same class, with spans that overlap.
    pub(crate) overlapping: usize,
    /// Found.
    pub(crate) found: usize,
    /// Marked.
    pub(crate) marked: usize,
}

impl Counts {
    fn add(&mut self, other: Counts) {
        self.right += other.right;
        self.overlapping += other.overlapping;
        self.found += other.found;
        self.marked += other.marked;
    }

    /// The harmonic mean of precision and recall, 0 to 100.
    pub(crate) fn f1(&self) -> f64 {
        percent(2 * self.right, self.found + self.marked)
    }
}

fn percent(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { 100.0 * part as f64 / whole as f64 }
}

/// Counts by class.
#[derive(Clone, Default, Debug)]
pub(crate) struct Score {
    classes: BTreeMap<NameClass, Counts>,
}

impl Score {
    /// Compares the names of one text.
    pub(crate) fn add(&mut self, marked: &[(Span, NameClass)], found: &[(Span, NameClass)]) {
        for class in NameClass::ALL {
            let of = |names: &[(Span, NameClass)]| -> Vec<Span> {
                names.iter().filter(|(_, other)| *other == class).map(|(span, _)| *span).collect()
            };
            let (marked, found) = (of(marked), of(found));
            let counts = self.classes.entry(class).or_default();
            counts.right += found.iter().filter(|span| marked.contains(span)).count();
            counts.overlapping +=
                found.iter().filter(|span| marked.iter().any(|other| other.overlaps(**span))).count();
            counts.found += found.len();
            counts.marked += marked.len();
        }
    }

    /// The sum over people, organisations and places.
    pub(crate) fn names(&self) -> Counts {
        let mut sum = Counts::default();
        for class in [NameClass::Person, NameClass::Org, NameClass::Place] {
            sum.add(self.of(class));
        }
        sum
    }

    /// The counts of one class.
    pub(crate) fn of(&self, class: NameClass) -> Counts {
        self.classes.get(&class).copied().unwrap_or_default()
    }
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "            precision  recall      F1   (overlapping: P, R)   marked")?;
        let rows = NameClass::ALL.map(|class| (class.code(), self.of(class)));
        for (name, counts) in rows.into_iter().chain([("NAMES", self.names())]) {
            writeln!(
                f,
                "  {name:<9} {:>9.1} {:>7.1} {:>7.1}   {:>16.1} {:>5.1}   {:>6}",
                percent(counts.right, counts.found),
                percent(counts.right, counts.marked),
                counts.f1(),
                percent(counts.overlapping, counts.found),
                percent(counts.overlapping, counts.marked),
                counts.marked
            )?;
        }
        Ok(())
    }
}
