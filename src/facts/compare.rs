//! Two or more reports side by side: what all of them say, what only some say, and what they say differently.
//!
//! ```text
//! names      one key (spelling, other name, short form)   | a variant spelling        -> told with another spelling
//! amounts    one fact by its clues, and one value         | two values                -> told with another figure
//! dates      one fact by its clues, and the same days     | other days                -> told with another day
//! quotes     the words of one are in the other            | other words among them    -> another quote
//! statements one sentence by its clues: said in other words
//! ```
//!
//! What speaks for two facts being one (the words around, each the more the fewer sentences have it, Spärck Jones 1972,
//! *A statistical interpretation of term specificity*; whose it is, what is counted, names, values) are named clues,
//! and what they weigh is learnt from pairs of reports by `cargo xtask learn-pairs`. Each fact is aligned with one other
//! at most, the likeliest first.
//!
//! Lines that are of the page, bylines, credits and stamps of time take no part; an ordinal, "one" or the day of
//! publication that only some name is no row.

mod around;
mod figures;
mod names;
mod pairing;
mod quotes;
mod relation;
mod report;
mod sentences;
mod statements;
mod topics;
mod weights;

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use crate::annotation::{Annotation, AnnotationId};
use crate::document::{Document, is_mention};
use crate::label::LabelCode;
use crate::text::{Span, sort_by_key};
use crate::value::{Decimal, Figure, Value};
use crate::words;

use super::reading::is_fact;
use around::Surroundings;
use report::Report;
use sentences::Context;

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
    /// The same, but spelled, cut or worded differently.
    Otherwise,
    /// They all tell it.
    All,
    /// Not all of them tell it.
    Some,
}

impl Verdict {
    /// All verdicts, in the order in which they are shown.
    pub const ALL: [Verdict; 4] = [Verdict::Different, Verdict::Otherwise, Verdict::All, Verdict::Some];

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

/// Where a report tells a fact: by a mark, or by words that are none, a sentence or a name that is marked in another report.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Place {
    /// Where that is, in bytes.
    pub span: Span,
    /// The mark there.
    pub mark: Option<AnnotationId>,
}

impl Place {
    fn of(mark: &Annotation) -> Place {
        Place { span: mark.span, mark: Some(mark.id) }
    }

    fn words(span: Span) -> Place {
        Place { span, mark: None }
    }

    /// The mark there.
    pub fn mark(self, document: &Document) -> Option<&Annotation> {
        document.annotation(self.mark?).map(|mark| &**mark)
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
    pub places: Vec<Vec<Place>>,
}

impl Row {
    /// Where each report has it first.
    fn first_spans(&self) -> Vec<Option<Span>> {
        self.places.iter().map(|places| places.first().map(|place| place.span)).collect()
    }
}

/// Reports side by side.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Comparison {
    /// The facts: differences first, by kind, in the reading order of the first report.
    pub rows: Vec<Row>,
    /// What the figures of each report are about.
    pub figures: Vec<HashMap<AnnotationId, super::Figure>>,
}

impl Comparison {
    /// How many facts have this verdict.
    pub fn count(&self, verdict: Verdict) -> usize {
        self.rows.iter().filter(|row| row.verdict == verdict).count()
    }
}

/// What one report says: the places that say the same in it.
#[derive(Clone, Debug)]
struct Group<F> {
    places: Vec<Place>,
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
    let reports: Vec<Report<'_>> = documents.iter().map(|document| Report::new(document)).collect();
    let context = Context::new(&reports);
    let mut rows = Vec::new();
    let mut add = |kind, aligned: Vec<pairing::Aligned>| {
        rows.extend(aligned.into_iter().map(|it| Row { kind, verdict: it.verdict, places: it.places }));
    };
    add(FactKind::Name, names::align(&reports));
    let around: Vec<Surroundings<'_, '_>> =
        reports.iter().enumerate().map(|(of, report)| Surroundings::new(report, &context, of)).collect();
    for kind in [FactKind::Amount, FactKind::Date] {
        let told = around.iter().map(|it| figures::read(it, kind));
        add(kind, pairing::align(told.collect(), |known, new| figures::judge(known, new, &context)));
    }
    let quotes = pairing::align(reports.iter().map(quotes::read).collect(), pairing::each(quotes::judge));
    add(FactKind::Quote, statements::align(&reports, &context.topics, quotes));
    let differing: Vec<Vec<Option<Span>>> = rows
        .iter()
        .filter(|row| row.verdict == Verdict::Different && row.kind != FactKind::Quote)
        .map(Row::first_spans)
        .collect();
    let trivial: Vec<HashSet<AnnotationId>> = documents.iter().map(|document| trivial(document)).collect();
    let is_trivial = |row: &Row| {
        let mut places = row.places.iter().zip(&trivial);
        row.verdict == Verdict::Some
            && places.all(|(places, trivial)| {
                places.iter().all(|it| it.mark.is_some_and(|mark| trivial.contains(&mark)))
            })
    };
    rows.retain(|row| !is_trivial(row) && !is_told_by(row, &differing));
    sort_by_key(&mut rows, |row| (row.verdict, row.kind));
    let figures = around.into_iter().map(Surroundings::into_figures).collect();
    Comparison { rows, figures }
}

/// Whether a row is of two sentences of which a figure is told differently: the row of the figure shows them.
fn is_told_by(row: &Row, differing: &[Vec<Option<Span>>]) -> bool {
    if row.kind != FactKind::Quote || !matches!(row.verdict, Verdict::Otherwise | Verdict::All) {
        return false;
    }
    let sentences = row.first_spans();
    let is_in = |(figure, sentence): (&Option<Span>, &Option<Span>)| {
        figure.zip(*sentence).is_some_and(|(figure, sentence)| sentence.contains(figure))
    };
    differing.iter().any(|figures| figures.iter().zip(&sentences).filter(|pair| is_in(*pair)).count() > 1)
}

/// The marks of a report that tell nothing where only some have them: ordinals, "one", the day of publication.
fn trivial(document: &Document) -> HashSet<AnnotationId> {
    let is_nothing = |mark: &&Arc<Annotation>| match &mark.value {
        Some(Value::Ordinal(_)) => true,
        Some(Value::Cardinal(number)) => number.number == Figure::Exact(Decimal::ONE),
        Some(Value::Timex(timex)) => {
            timex.days().is_some_and(|(from, to)| from == to && document.published == Some(from))
        }
        _ => false,
    };
    document.annotations().iter().filter(is_nothing).map(|mark| mark.id).collect()
}

/// What weights are learnt of.
#[doc(hidden)]
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Learnt {
    /// Amounts and dates.
    Figures,
    /// Sentences.
    Statements,
}

/// Two facts of two reports that may be one, and what speaks for it and against it.
#[doc(hidden)]
#[derive(Clone, Debug)]
pub struct MayBeOne {
    /// Where each report has them, in bytes.
    pub places: [Vec<Span>; 2],
    /// Whether both have one value; so are statements.
    pub is_equal: bool,
    /// All that is weighed, as numbers in [`Learnt::names`].
    pub clues: Vec<u16>,
}

impl Learnt {
    /// All pairs of two reports, whatever they weigh.
    pub fn pairs(self, documents: [&Document; 2]) -> Vec<MayBeOne> {
        let reports = documents.map(Report::new);
        let context = Context::new(&reports);
        match self {
            Learnt::Figures => {
                let around = [0, 1].map(|of| Surroundings::new(&reports[of], &context, of));
                let of_kind = |kind| {
                    let groups = around.each_ref().map(|it| figures::read(it, kind));
                    let [known, new] =
                        groups.each_ref().map(|it| it.iter().map(|it| &it.fact).collect::<Vec<_>>());
                    let found = figures::candidates(&known, &new, &context).into_iter();
                    let pair = |it: figures::Candidate| MayBeOne {
                        places: spans(&groups, [it.known, it.new]),
                        is_equal: it.relation != relation::Relation::Other,
                        clues: it.clues.iter().map(|clue| *clue as u16).collect(),
                    };
                    found.map(pair).collect::<Vec<_>>()
                };
                [FactKind::Amount, FactKind::Date].into_iter().flat_map(of_kind).collect()
            }
            Learnt::Statements => {
                let groups = reports.each_ref().map(|report| statements::statements(report, &[]));
                let [known, new] =
                    groups.each_ref().map(|it| it.iter().map(|it| &it.fact).collect::<Vec<_>>());
                let found = statements::candidates(&known, &new, &context.topics).into_iter();
                let pair = |it: statements::Candidate| MayBeOne {
                    places: spans(&groups, [it.known, it.new]),
                    is_equal: true,
                    clues: it.clues.iter().map(|clue| *clue as u16).collect(),
                };
                found.map(pair).collect()
            }
        }
    }

    /// The names of all clues.
    pub fn names(self) -> &'static [&'static str] {
        match self {
            Learnt::Figures => weights::Clue::NAMES,
            Learnt::Statements => statements::Clue::NAMES,
        }
    }

    /// The hash of the names, which a model begins with.
    pub fn hash(self) -> u32 {
        match self {
            Learnt::Figures => weights::Clue::hash(),
            Learnt::Statements => statements::Clue::hash(),
        }
    }
}

/// The places of one group of each report.
fn spans<F>(groups: &[Vec<Group<F>>; 2], at: [usize; 2]) -> [Vec<Span>; 2] {
    [0, 1].map(|of| {
        let group = groups[of].get(at[of]);
        let places = group.into_iter().flat_map(|group| &group.places);
        places.map(|place| place.span).collect()
    })
}
