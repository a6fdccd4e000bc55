//! The arithmetic of an article: what its figures say of each other, and where that does not come out.
//!
//! ```text
//! doubt  = tie of figures, that does not come out
//! tie    = change | sum | share | rate | conversion | length | age | anniversary | weekday | order | list | margin | told twice
//! ```
//!
//! Each file reads one kind of tie, by words and their order, and says in its head how those are told. What does not come
//! out is a question, never a verdict: figures are rounded, and texts leave parts out. So each figure is taken for
//! what its digits leave open ([`Stated`](super::stated::Stated)), and a doubt is told only where no other figures
//! that the words allow make it come out.

mod changes;
mod conversions;
mod counts;
mod days;
mod rates;
mod retold;
mod shares;
mod slips;
mod sums;
mod tie;

use crate::text::sort_by_cached_key;
use std::collections::HashSet;
use std::sync::Arc;

use crate::annotation::{AnnotationId, Check, CheckState};
use crate::document::Document;
use crate::words;

use super::figure::{Passage, written};
use super::reading::Reading;
use slips::Evidence;
pub use tie::LinkKind;
pub(super) use tie::Tie;

/// What kind of sum does not come out.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum DoubtKind {
    /// Parts and their total; also a part that is more than the whole.
    Sum,
    /// A part, its whole, and the percentage.
    Share,
    /// Two figures, and the change between them.
    Growth,
    /// One measure in two units.
    Conversion,
    /// A day of the week, and the date.
    Weekday,
    /// An age, and the date of birth.
    Age,
    /// A length of time, and its ends.
    Length,
    /// One figure that is told twice, differently.
    ToldTwice,
    /// A figure per something, and those that it is reckoned on.
    Rate,
    /// Two figures, and by how much one is the greater.
    Margin,
    /// A number, and the list of what it counts.
    List,
    /// What comes first, and what is told to come later.
    Order,
}

impl DoubtKind {
    /// What does not come out, for people.
    pub fn name(self) -> &'static str {
        match self {
            DoubtKind::Sum => words::DOUBT_SUM,
            DoubtKind::Share => words::DOUBT_SHARE,
            DoubtKind::Growth => words::DOUBT_GROWTH,
            DoubtKind::Conversion => words::DOUBT_CONVERSION,
            DoubtKind::Weekday => words::DOUBT_WEEKDAY,
            DoubtKind::Age => words::DOUBT_AGE,
            DoubtKind::Length => words::DOUBT_LENGTH,
            DoubtKind::ToldTwice => words::DOUBT_TOLD_TWICE,
            DoubtKind::Rate => words::DOUBT_RATE,
            DoubtKind::Margin => words::DOUBT_MARGIN,
            DoubtKind::List => words::DOUBT_LIST,
            DoubtKind::Order => words::DOUBT_ORDER,
        }
    }

    /// The kind's name in files.
    pub fn code(self) -> &'static str {
        match self {
            DoubtKind::Sum => "sum",
            DoubtKind::Share => "share",
            DoubtKind::Growth => "growth",
            DoubtKind::Conversion => "conversion",
            DoubtKind::Weekday => "weekday",
            DoubtKind::Age => "age",
            DoubtKind::Length => "length",
            DoubtKind::ToldTwice => "told_twice",
            DoubtKind::Rate => "rate",
            DoubtKind::Margin => "margin",
            DoubtKind::List => "list",
            DoubtKind::Order => "order",
        }
    }
}

/// Something in an article that does not come out.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Doubt {
    /// What kind of reckoning it is.
    pub kind: DoubtKind,
    /// What is in question: the total, the percentage, the second telling.
    pub stated: AnnotationId,
    /// What it is reckoned from, in reading order.
    pub from: Vec<AnnotationId>,
    /// What was reckoned, in words: `12 and 7 make 19, not 18`.
    pub reckoning: String,
    /// Whether a person has said that it is none.
    pub is_dismissed: bool,
    /// How sure it is that it is a fault, in per cent, as learnt from passages with and without one.
    pub certainty: u8,
}

/// The field of a check that tells which doubts a person has put aside.
const DISMISSED: &str = "dismissed";

/// From which weight on (the logarithm of the odds) a doubt is told, and from which on it may be nothing.
const SURE: f64 = 0.88;
const POSSIBLE: f64 = -0.5;

/// What does not come out in an article.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Doubts {
    /// What is told, in reading order.
    pub sure: Vec<Doubt>,
    /// What may be nothing, in reading order.
    pub possible: Vec<Doubt>,
}

/// What does not come out in an article, in reading order. A doubt about a fact that is confirmed counts as
/// dismissed.
///
/// ```
/// # use newsmark::{document::{Document, DocumentId, annotate}, extract::extract, facts::doubts};
/// # use uuid::Uuid;
/// let text = "The budget grew from $20 million to $30 million, up 60%.";
/// let mut document = Document::new(DocumentId(Uuid::nil()), text, Default::default());
/// annotate(&mut document, &extract(text, None), Uuid::new_v4, Default::default());
/// assert_eq!(doubts(&document)[0].reckoning, "$20 million → $30 million is +50 %, not 60%");
/// ```
pub fn doubts(document: &Document) -> Vec<Doubt> {
    all_doubts(document).sure
}

/// What does not come out in an article, with what may be nothing.
pub fn all_doubts(document: &Document) -> Doubts {
    let reading = Reading::new(document);
    let passage = Passage::read(&reading);
    let mut ties = slips::find(&passage, self::ties(&passage), POSSIBLE);
    // Of what hangs together the weightiest: one slip puts many figures out.
    let place = |id: AnnotationId| document.annotation(id).map(|it| (it.span.start(), it.span.end()));
    sort_by_cached_key(&mut ties, |tie| (std::cmp::Reverse(thousandths(tie)), place(tie.stated), tie.kind));
    let mut taken: HashSet<AnnotationId> = HashSet::new();
    ties.retain(|tie| {
        let of_tie = || std::iter::once(tie.stated).chain(tie.from.iter().copied());
        let is_free = !of_tie().any(|id| taken.contains(&id));
        if is_free {
            taken.extend(of_tie());
        }
        is_free
    });
    sort_by_cached_key(&mut ties, |tie| place(tie.stated));
    let mut found = Doubts::default();
    for tie in ties {
        let of_weight = if tie.weight >= SURE { &mut found.sure } else { &mut found.possible };
        let Some(mut doubt) = Doubt::of(tie) else { continue };
        doubt.is_dismissed = is_dismissed(document, &doubt);
        of_weight.push(doubt);
    }
    found
}

fn thousandths(tie: &Tie) -> i64 {
    (tie.weight * 1000.0) as i64
}

/// A case of figures that do not come out, and what speaks for it and against it: what weights are learnt from.
#[doc(hidden)]
#[derive(Clone, Debug)]
pub struct Weighed {
    /// What would be told, with its kind.
    pub told: String,
    /// All that was weighed, as numbers in [`Weighed::names`].
    pub evidence: Vec<u16>,
}

impl Weighed {
    /// All cases of a text, whatever their weight.
    pub fn all(document: &Document) -> Vec<Weighed> {
        let reading = Reading::new(document);
        let passage = Passage::read(&reading);
        let found = slips::find(&passage, ties(&passage), f64::NEG_INFINITY);
        let weighed = |tie: Tie| Weighed {
            told: format!("{}: {}", tie.kind.code(), tie.reckoning.unwrap_or_default()),
            evidence: tie.evidence.iter().map(|it| it.number()).collect(),
        };
        found.into_iter().map(weighed).collect()
    }

    /// The names of all evidence.
    pub fn names() -> Vec<String> {
        Evidence::names()
    }

    /// The hash of the names, which a model begins with.
    pub fn hash() -> u32 {
        slips::hash_of_names()
    }
}

/// How many figures a sentence has at most: what has more is a table.
const MOST: usize = 60;

/// All ties of the figures of a text.
pub(super) fn ties(passage: &Passage<'_>) -> Vec<Tie> {
    let mut found = Vec::new();
    for sentence in 0..passage.sentences.len() {
        if passage.figures_of(sentence).len() > MOST {
            continue;
        }
        changes::find(passage, sentence, &mut found);
        sums::find(passage, sentence, &mut found);
        shares::find(passage, sentence, &mut found);
        rates::find(passage, sentence, &mut found);
        conversions::find(passage, sentence, &mut found);
        counts::find(passage, sentence, &mut found);
    }
    conversions::rates(passage, &mut found);
    days::find(passage, &mut found);
    retold::find(passage, &mut found);
    found
}

impl Doubt {
    fn of(tie: Tie) -> Option<Doubt> {
        let Tie { kind, stated, from, weight, .. } = tie;
        let certainty = (100.0 / (1.0 + (-weight).exp())) as u8;
        Some(Doubt { kind, stated, from, reckoning: tie.reckoning?, is_dismissed: false, certainty })
    }
}

/// Whether a person has said that a doubt is none, as the document stands now.
pub fn is_dismissed(document: &Document, doubt: &Doubt) -> bool {
    let check = document.annotation(doubt.stated).and_then(|it| it.check.as_deref());
    check.is_some_and(|check| settles(check, doubt.kind))
}

fn settles(check: &Check, kind: DoubtKind) -> bool {
    let dismissed = check.extra.get(DISMISSED).and_then(|it| it.as_array());
    check.state == CheckState::Confirmed
        || dismissed.is_some_and(|kinds| kinds.iter().any(|it| it.as_str() == Some(kind.code())))
}

/// The check of a fact after a doubt about it has been put aside for good.
pub fn dismissed(check: Option<&Arc<Check>>, kind: DoubtKind) -> Arc<Check> {
    let mut check = check.map_or_else(Check::open, |check| (**check).clone());
    let kinds = check.extra.entry(DISMISSED).or_insert_with(|| serde_json::Value::Array(Vec::new()));
    if let Some(kinds) = kinds.as_array_mut() {
        kinds.push(kind.code().into());
    }
    Arc::new(check)
}

/// A difference with its sign.
fn signed(number: f64) -> String {
    let sign = if number > 0.0 { "+" } else { "" };
    format!("{sign}{}", written(number))
}
