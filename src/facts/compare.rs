//! Two or more reports side by side: what all of them say, what only some say, and what they say differently.
//!
//! ```text
//! names   one key (spelling, other name, short form)   | a variant spelling           -> told with another spelling
//! amounts one measure, ranges that meet, one topic     | the same topic, other number -> told with another figure
//! dates   the same days                                | the same topic, another day  -> told with another day
//! quotes  the same words                               | most of the words of either  -> cut differently, other source
//! ```
//!
//! Whether two figures are about one topic, the words around them tell ([`Topics`]), each the more the fewer
//! sentences have it (Spärck Jones 1972, *A statistical interpretation of term specificity*). Each fact is
//! aligned with one other at most, the most alike first.

mod figures;
mod names;
mod pairing;
mod quotes;
mod topics;

use crate::annotation::{Annotation, AnnotationId};
use crate::document::{Document, is_mention};
use crate::label::LabelCode;
use crate::text::sort_by_key;
use crate::words;

use super::reading::{Reading, is_fact};
use topics::Topics;

/// What kind of facts a row aligns.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum FactKind {
    /// Persons, organisations, places and other names.
    Name,
    /// Money, percentages, measures and numbers.
    Amount,
    /// Dates, times and lengths of time.
    Date,
    /// Quotes and told speech.
    Quote,
}

impl FactKind {
    /// All kinds.
    pub const ALL: [FactKind; 4] = [FactKind::Name, FactKind::Amount, FactKind::Date, FactKind::Quote];

    /// The kind of a fact; `None` for what is no fact.
    fn of(annotation: &Annotation) -> Option<FactKind> {
        const DATES: [LabelCode; 3] = [LabelCode::DATE, LabelCode::TIME, LabelCode::DURATION];
        if !is_fact(annotation) {
            return None;
        }
        Some(match () {
            () if is_mention(annotation) => FactKind::Name,
            () if annotation.label.is_speech() => FactKind::Quote,
            () if DATES.contains(&annotation.label) => FactKind::Date,
            () => FactKind::Amount,
        })
    }

    /// The kind's name for people.
    pub fn name(self) -> &'static str {
        match self {
            FactKind::Name => words::KIND_NAME,
            FactKind::Amount => words::KIND_AMOUNT,
            FactKind::Date => words::KIND_DATE,
            FactKind::Quote => words::KIND_QUOTE,
        }
    }

    /// The kind's name in files.
    pub fn code(self) -> &'static str {
        match self {
            FactKind::Name => "name",
            FactKind::Amount => "amount",
            FactKind::Date => "date",
            FactKind::Quote => "quote",
        }
    }
}

/// How the reports stand to each other in a fact. In the order in which they are shown.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Verdict {
    /// They tell it with another figure, on another day, from another source.
    Different,
    /// The same, but spelled or cut differently.
    Otherwise,
    /// Not all of them tell it.
    Some,
    /// They all tell it.
    All,
}

impl Verdict {
    /// All verdicts, in the order in which they are shown.
    pub const ALL: [Verdict; 4] = [Verdict::Different, Verdict::Otherwise, Verdict::Some, Verdict::All];

    /// The verdict's name for people.
    pub fn name(self) -> &'static str {
        match self {
            Verdict::Different => words::VERDICT_DIFFERENT,
            Verdict::Otherwise => words::VERDICT_OTHERWISE,
            Verdict::Some => words::VERDICT_SOME,
            Verdict::All => words::VERDICT_ALL,
        }
    }

    /// The verdict's name in files.
    pub fn code(self) -> &'static str {
        match self {
            Verdict::Different => "different",
            Verdict::Otherwise => "otherwise",
            Verdict::Some => "some",
            Verdict::All => "all",
        }
    }
}

/// A fact, with its places in each report.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Row {
    /// What kind of fact it is.
    pub kind: FactKind,
    /// How the reports stand to each other.
    pub verdict: Verdict,
    /// Where each report has it, in reading order; empty where it has not.
    pub places: Vec<Vec<AnnotationId>>,
}

/// Reports side by side.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Comparison {
    /// The facts: differences first, by kind, in the reading order of the first report.
    pub rows: Vec<Row>,
}

impl Comparison {
    /// How many facts have this verdict.
    pub fn count(&self, verdict: Verdict) -> usize {
        self.rows.iter().filter(|row| row.verdict == verdict).count()
    }
}

/// What one report says, or two: a group of marks that say the same in one report.
#[derive(Clone, Debug)]
struct Group<F> {
    ids: Vec<AnnotationId>,
    fact: F,
}

/// Compares reports. Each is aligned with the first one and, in what that does not have, with those before it.
///
/// ```
/// # use newsmark::{document::{Document, DocumentId, annotate}, extract::extract, facts::{Verdict, compare}};
/// # use uuid::Uuid;
/// let report = |text| {
///     let mut document = Document::new(DocumentId(Uuid::nil()), text, Default::default());
///     annotate(&mut document, &extract(text, None), Uuid::new_v4, Default::default());
///     document
/// };
/// let one = report("The alliance has 32 members.");
/// let other = report("The alliance’s 31 members will meet.");
/// let found = compare(&[&one, &other]);
/// assert_eq!(found.rows[0].verdict, Verdict::Different);
/// ```
pub fn compare(documents: &[&Document]) -> Comparison {
    let readings: Vec<Reading<'_>> = documents.iter().map(|document| Reading::new(document)).collect();
    let topics = Topics::new(&readings);
    let mut rows = Vec::new();
    let mut add = |kind, aligned: Vec<pairing::Aligned>| {
        rows.extend(aligned.into_iter().map(|it| Row { kind, verdict: it.verdict, places: it.places }));
    };
    add(FactKind::Name, pairing::align(readings.iter().map(names::read).collect(), names::judge));
    let amounts = readings.iter().enumerate().map(|(of, it)| figures::amounts(it, &topics, of)).collect();
    add(FactKind::Amount, pairing::align(amounts, |one, other| figures::judge(one, other, &topics)));
    let dates = readings.iter().enumerate().map(|(of, it)| figures::dates(it, &topics, of)).collect();
    add(FactKind::Date, pairing::align(dates, |one, other| figures::judge(one, other, &topics)));
    add(FactKind::Quote, pairing::align(readings.iter().map(quotes::read).collect(), quotes::judge));
    sort_by_key(&mut rows, |row| (row.verdict, row.kind));
    Comparison { rows }
}
