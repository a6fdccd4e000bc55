//! What two annotators have in common, by label.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::{alpha, kappa};
use crate::annotation::{Annotation, AnnotationId, Status};
use crate::document::Document;
use crate::label::LabelCode;
use crate::text::{Span, sorted_set, tokenize};
use crate::words;

/// How far two annotators agree on one text.
#[derive(Clone, PartialEq, Debug)]
pub struct Agreement {
    /// By label, in alphabetical order.
    pub labels: Vec<LabelAgreement>,
    /// All labels together.
    pub all: Scores,
    /// Cohen's kappa of words, where it is defined.
    pub kappa: Option<f64>,
    /// Krippendorff's alpha of words, nominal, where it is defined.
    pub alpha: Option<f64>,
    /// The marks that both decided.
    pub decided: Decided,
    /// The marks that only one of them made, in reading order: the first annotator's, the second's.
    pub only: [Vec<AnnotationId>; 2],
}

/// Of the marks that both accepted or rejected, how many they decided alike.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Decided {
    /// The marks that both decided.
    pub both: usize,
    /// Those that both rejected, or accepted with the same label, place and value.
    pub alike: usize,
}

impl Decided {
    /// The same in words.
    pub fn describe(self) -> String {
        words::DecidedAlike { both: self.both, alike: self.alike }.text()
    }
}

/// The same for one label.
#[derive(Clone, PartialEq, Debug)]
pub struct LabelAgreement {
    /// The label.
    pub label: LabelCode,
    /// How often.
    pub scores: Scores,
}

/// Counts, and what follows from them. The first annotator is the one that is measured, the second the one it is measured by.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Scores {
    /// The marks of the first annotator.
    pub first: usize,
    /// The marks of the second.
    pub second: usize,
    /// Those that both made at the same place.
    pub exact: usize,
    /// Those of the first that overlap one of the second, and the other way round, the fewer of both.
    pub overlapping: usize,
}

impl Scores {
    /// Precision, recall and F1 of exact marks, 0 to 1.
    pub fn exact_f1(self) -> [f64; 3] {
        scores(self.exact, self.first, self.second)
    }

    /// The same of overlapping ones.
    pub fn overlapping_f1(self) -> [f64; 3] {
        scores(self.overlapping, self.first, self.second)
    }
}

fn scores(common: usize, first: usize, second: usize) -> [f64; 3] {
    let part = |of: usize| if of == 0 { 0.0 } else { common as f64 / of as f64 };
    let both = first + second;
    [part(first), part(second), if both == 0 { 1.0 } else { 2.0 * common as f64 / both as f64 }]
}

/// How far two documents of one text agree; `None` where their texts differ.
///
/// ```
/// # use newsmark::{agreement::agreement, document::{Document, DocumentId}};
/// let document = Document::new(DocumentId(Default::default()), "Rome.", Default::default());
/// assert_eq!(agreement(&document, &document).unwrap().all.exact_f1(), [0.0, 0.0, 1.0]);
/// ```
pub fn agreement(first: &Document, second: &Document) -> Option<Agreement> {
    if first.text() != second.text() {
        return None;
    }
    let both = [kept(first), kept(second)];
    let codes = sorted_set(both.iter().flatten().map(|annotation| &annotation.label));
    let labels: Vec<LabelAgreement> = codes
        .into_iter()
        .map(|label| LabelAgreement { label: label.clone(), scores: count(&both, label) })
        .collect();
    let mut all = Scores::default();
    for one in labels.iter().map(|label| label.scores) {
        all.first += one.first;
        all.second += one.second;
        all.exact += one.exact;
        all.overlapping += one.overlapping;
    }
    let places = both.each_ref().map(|marks| sorted_set(marks.iter().map(|mark| key(mark))));
    let only = |at: usize| {
        let others = &places[1 - at];
        both[at].iter().filter(|mark| !others.contains(&key(mark))).map(|mark| mark.id).collect()
    };
    let words: Vec<Span> = tokenize(first.text()).iter().map(|token| token.span).collect();
    let given = both.each_ref().map(|marks| by_word(marks, &words));
    let pairs = || given[0].iter().copied().zip(given[1].iter().copied());
    Some(Agreement {
        labels,
        all,
        kappa: kappa(pairs()),
        alpha: alpha(pairs().map(|(one, other)| vec![one, other])),
        decided: decided([first, second]),
        only: [only(0), only(1)],
    })
}

/// The marks that count, one for each place and label. Where anybody decided anything, what nobody decided
/// does not count; a program's suggestions count as long as nobody has.
fn kept(document: &Document) -> Vec<&Annotation> {
    let mut seen = BTreeSet::new();
    let all = || document.annotations().iter().map(AsRef::as_ref);
    let has_people = all().any(|annotation: &Annotation| annotation.decision().is_some());
    all()
        .filter(|annotation: &&Annotation| {
            let counts = match annotation.status {
                Status::Accepted => true,
                Status::Suggested => !has_people,
                Status::Rejected => false,
            };
            counts && seen.insert(key(annotation))
        })
        .collect()
}

/// Pairs the marks that both decided: those of one id, then those at one place with the same label, then
/// with another label.
fn decided(documents: [&Document; 2]) -> Decided {
    let is_decided = |annotation: &&Annotation| annotation.status != Status::Suggested;
    let [mut first, mut second] = documents.map(|it| {
        it.annotations().iter().map(AsRef::as_ref).filter(is_decided).collect::<Vec<&Annotation>>()
    });
    let mut found = Decided::default();
    let same_id = |mark: &Annotation| Same::Id(mark.id);
    let same_mark = |mark: &Annotation| Same::Place(mark.span, mark.label.clone());
    let same_place = |mark: &Annotation| Same::Kind(mark.span, mark.label.holds_others());
    let rounds: [&dyn Fn(&Annotation) -> Same; 3] = [&same_id, &same_mark, &same_place];
    for key in rounds {
        let mut open: HashMap<Same, Vec<&Annotation>> = HashMap::new();
        for mark in second.iter().rev() {
            open.entry(key(mark)).or_default().push(mark);
        }
        first.retain(|one| {
            let Some(other) = open.get_mut(&key(one)).and_then(Vec::pop) else { return true };
            found.both += 1;
            found.alike += usize::from(are_alike(one, other));
            false
        });
        let left: HashSet<_> = open.into_values().flatten().map(|mark| mark.id).collect();
        second.retain(|mark| left.contains(&mark.id));
    }
    found
}

/// What two marks have in common.
#[derive(PartialEq, Eq, Hash)]
enum Same {
    Id(AnnotationId),
    Place(Span, LabelCode),
    /// The place, and whether they hold other marks.
    Kind(Span, bool),
}

fn are_alike(one: &Annotation, other: &Annotation) -> bool {
    let is_same = one.label == other.label && one.span == other.span && one.value == other.value;
    one.status == other.status && (one.status == Status::Rejected || is_same)
}

fn key(annotation: &Annotation) -> (usize, usize, LabelCode) {
    (annotation.span.start(), annotation.span.end(), annotation.label.clone())
}

fn count(both: &[Vec<&Annotation>; 2], label: &LabelCode) -> Scores {
    let of = |at: usize| -> Vec<Span> {
        both[at].iter().filter(|mark| mark.label == *label).map(|mark| mark.span).collect()
    };
    let (first, second) = (of(0), of(1));
    let there = sorted_set(second.iter().map(|span| (span.start(), span.end())));
    let exact = first.iter().filter(|span| there.contains(&(span.start(), span.end()))).count();
    let overlapping = |these: &[Span], those: &[Span]| {
        let longest = those.iter().map(|span| span.len()).max().unwrap_or(0);
        let hits = |span: &&Span| {
            let from = those.partition_point(|other| other.start() + longest < span.start());
            those[from..]
                .iter()
                .take_while(|other| other.start() < span.end())
                .any(|other| other.overlaps(**span))
        };
        these.iter().filter(hits).count()
    };
    let fewer = overlapping(&first, &second).min(overlapping(&second, &first));
    Scores { first: first.len(), second: second.len(), exact, overlapping: fewer }
}

/// The label that each word got: that of the longest mark over it.
fn by_word<'d>(marks: &[&'d Annotation], words: &[Span]) -> Vec<Option<&'d LabelCode>> {
    let mut longest: HashMap<usize, &Annotation> = HashMap::new();
    for mark in marks {
        let from = words.partition_point(|word| word.end() <= mark.span.start());
        for (index, _) in
            words.iter().enumerate().skip(from).take_while(|(_, word)| word.start() < mark.span.end())
        {
            let there = longest.entry(index).or_insert(mark);
            if (mark.span.len(), &mark.label) > (there.span.len(), &there.label) {
                *there = mark;
            }
        }
    }
    (0..words.len()).map(|index| longest.get(&index).map(|mark| &mark.label)).collect()
}
