//! The arithmetic of an article: what its figures say of each other, and where that does not come out.
//!
//! ```text
//! doubt      = share | growth | sum | conversion | weekday | age | length | told-twice
//! share      = part "of" whole [ "," ] "or" percent | percent "(" part "of" whole ")" | "of" whole part percent
//! growth     = change "from" before "to" after | change "to" after "from" before, with a percentage or a difference
//! sum        = part { ( "," | "and" | "plus" ) part } total "in all" | "a total of" total ":" part { "and" part }
//! conversion = quantity ( "(" | "or" | "/" ) quantity of another unit
//! ```
//!
//! What does not come out is a question, never a verdict: figures are rounded, and texts leave parts out. So
//! each rule asks for words that say how its figures belong together, and takes every figure for the range
//! that its digits leave open (`stated`).

mod conversions;
mod days;
mod figures;
mod growth;
mod retold;
mod shares;
mod sums;

use crate::text::sort_by_cached_key;
use std::sync::Arc;

use crate::annotation::{AnnotationId, Check, CheckState};
use crate::document::Document;
use crate::words;

use super::reading::Reading;
use figures::Figures;

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
    /// The reckoning: `12 + 7 = 19`.
    pub reckoning: String,
    /// Whether a person has said that it is none.
    pub is_dismissed: bool,
}

/// The field of a check that tells which doubts a person has put aside.
const DISMISSED: &str = "dismissed";

/// What does not come out in an article, in reading order. A doubt about a fact that is confirmed counts as
/// dismissed.
///
/// ```
/// # use newsmark::{document::{Document, DocumentId, annotate}, extract::extract, facts::doubts};
/// # use uuid::Uuid;
/// let text = "The budget grew from $20 million to $30 million, up 60%.";
/// let mut document = Document::new(DocumentId(Uuid::nil()), text, Default::default());
/// annotate(&mut document, &extract(text, None), Uuid::new_v4, Default::default());
/// assert_eq!(doubts(&document)[0].reckoning, "20 million → 30 million = +50 %");
/// ```
pub fn doubts(document: &Document) -> Vec<Doubt> {
    let reading = Reading::new(document);
    let figures = Figures::read(&reading);
    let mut found = Vec::new();
    for sentence in figures.sentences() {
        shares::find(&sentence, &mut found);
        growth::find(&sentence, &mut found);
        sums::find(&sentence, &mut found);
        conversions::find(&sentence, &mut found);
    }
    days::find(&reading, &figures, &mut found);
    retold::find(&reading, &figures, &mut found);
    let place = |id: AnnotationId| document.annotation(id).map(|it| it.span);
    sort_by_cached_key(&mut found, |doubt| {
        (place(doubt.stated).map(|span| (span.start(), span.end())), doubt.kind)
    });
    found.dedup_by(|one, other| one.stated == other.stated && one.kind == other.kind);
    for doubt in &mut found {
        doubt.is_dismissed = is_dismissed(document, doubt);
    }
    found
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

fn doubt(kind: DoubtKind, stated: AnnotationId, from: &[AnnotationId], reckoning: String) -> Doubt {
    Doubt { kind, stated, from: from.to_vec(), reckoning, is_dismissed: false }
}
