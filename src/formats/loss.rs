//! What a format may not be able to carry, and whether an article has it.

use super::exchange::{Cuts, has_other_text};
use crate::annotation::{Annotation, Origin, Status};
use crate::document::Document;
use crate::label::LabelSet;
use crate::text::tokenize;
use crate::words;

macro_rules! losses {
    ($($name:ident $message:ident $doc:literal;)*) => {
        /// A part of an article or of its marks that a format may not be able to carry.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub enum Loss {
            $(#[doc = $doc] $name,)*
        }

        impl Loss {
            /// All of them, in the order in which they are told.
            pub const ALL: &[Loss] = &[$(Loss::$name),*];

            /// What people call it.
            pub fn name(self) -> &'static str {
                match self { $(Loss::$name => words::$message,)* }
            }
        }
    };
}

losses! {
    Reading LOSS_READING "Everything: the format is for people, and no program reads it back.";
    Text LOSS_TEXT "The article's text.";
    Spaces LOSS_SPACES "White space: which words stand together, and where lines end.";
    Title LOSS_TITLE "The title.";
    Source LOSS_SOURCE "Where the article is from.";
    Outlet LOSS_OUTLET "Who published it, its language and its tags.";
    Published LOSS_PUBLISHED "The day of publication.";
    Labels LOSS_LABELS "Names and colours of labels, where they are not the usual ones.";
    Values LOSS_VALUES "What a mark means.";
    Entities LOSS_ENTITIES "Which marks name one thing.";
    EntityNames LOSS_ENTITY_NAMES "What the things that marks name are called.";
    Relations LOSS_RELATIONS "What leads from a mark to another.";
    MixedRelations LOSS_MIXED_RELATIONS "What leads from a mark that is accepted to one that is not, or back.";
    Notes LOSS_NOTES "Notes on marks.";
    Scores LOSS_SCORES "How sure the program was.";
    Authors LOSS_AUTHORS "Who made a mark.";
    Checks LOSS_CHECKS "What came of checking a fact.";
    Decisions LOSS_DECISIONS "Who decided, and when, and what a mark was before.";
    Status LOSS_STATUS "Whether a mark was accepted.";
    Rejected LOSS_REJECTED "Marks that were rejected.";
    Shorter LOSS_SHORTER "Of marks that overlap, the shorter ones.";
    WordParts LOSS_WORD_PARTS "Where a mark begins or ends inside a word.";
    SpacyWords LOSS_SPACY_WORDS "Marks that begin or end inside one of spaCy's words.";
    Unplaced LOSS_UNPLACED "Marks that have no place in the text.";
    OtherText LOSS_OTHER_TEXT "What the file that it came from says of places in a text that has changed since.";
}

/// What a format cannot carry, in groups.
pub(super) type Losses = &'static [&'static [Loss]];

/// What hardly any other program has a place for.
pub(super) const OURS: &[Loss] =
    &[Loss::Outlet, Loss::Labels, Loss::Authors, Loss::Checks, Loss::Decisions, Loss::Unplaced];

/// What is told of the article.
pub(super) const ABOUT: &[Loss] = &[Loss::Title, Loss::Source, Loss::Published];

/// Which marks stand.
pub(super) const JUDGED: &[Loss] = &[Loss::Status, Loss::Rejected];

/// What marks mean.
pub(super) const MEANING: &[Loss] = &[Loss::Values, Loss::Entities];

impl Loss {
    /// Whether the document has something of this kind.
    pub fn is_in(self, document: &Document) -> bool {
        let marks = || document.annotations().iter().filter(|mark| mark.status != Status::Rejected);
        let has = |test: fn(&Annotation) -> bool| marks().any(|mark| test(mark));
        match self {
            Loss::Reading => marks().next().is_some(),
            Loss::Text => !document.text().is_empty(),
            Loss::Spaces => {
                let is_plain = |(before, c): (char, char)| !c.is_whitespace() || before.is_alphanumeric();
                let mut pairs = document.text().chars().zip(document.text().chars().skip(1));
                !pairs.all(is_plain) || document.text().contains(|c: char| c.is_ascii_punctuation())
            }
            Loss::Title => !document.title.is_empty(),
            Loss::Source => !document.source.is_empty(),
            Loss::Outlet => {
                !document.outlet.is_empty() || !document.language.is_empty() || !document.tags.is_empty()
            }
            Loss::Published => document.published.is_some(),
            Loss::Labels => has_own_labels(&document.labels),
            Loss::Values => has(|mark| mark.value.is_some()),
            Loss::Entities | Loss::EntityNames => has(|mark| mark.entity.is_some()),
            Loss::Relations => !document.relations().is_empty(),
            Loss::MixedRelations => document.relations().iter().any(|relation| {
                let is_accepted = |id| document.annotation(id).map(|mark| mark.status == Status::Accepted);
                is_accepted(relation.from) != is_accepted(relation.to)
            }),
            Loss::Notes => has(|mark| !mark.note.is_empty()),
            Loss::Scores => has(|mark| matches!(mark.origin, Origin::Extractor { score: Some(_), .. })),
            Loss::Authors => has(|mark| match &mark.origin {
                Origin::Extractor { .. } => true,
                Origin::Person { name } => !name.is_empty(),
            }),
            Loss::Checks => has(|mark| mark.check.is_some()),
            Loss::Decisions => has(|mark| mark.decided.is_some() || !mark.history.is_empty()),
            Loss::Status => has(|mark| mark.status != Status::Accepted),
            Loss::Rejected => document.annotations().iter().any(|mark| mark.status == Status::Rejected),
            Loss::Shorter => has_overlaps(document),
            Loss::WordParts => cuts_words(document),
            Loss::SpacyWords => {
                let cuts = Cuts::of(document.text());
                marks().any(|mark| !cuts.fit(mark.span))
            }
            Loss::Unplaced => !document.orphans.is_empty(),
            Loss::OtherText => has_other_text(document),
        }
    }
}

/// Losses in a row, as the rest of the sentence "It does not hold …"; empty where there are none.
pub fn list_losses(losses: &[Loss]) -> String {
    let names: Vec<&str> = losses.iter().map(|loss| loss.name()).collect();
    match names.as_slice() {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => words::ListOfLosses { first: &first.join(", "), last }.text(),
    }
}

/// Whether a label has another name or colour than it has by itself.
fn has_own_labels(labels: &LabelSet) -> bool {
    let usual = LabelSet::default();
    labels.iter().any(|label| usual.get(&label.code).is_none_or(|known| known != label))
}

/// Whether two marks lie over each other.
fn has_overlaps(document: &Document) -> bool {
    let mut end = 0;
    document.annotations().iter().filter(|mark| mark.status != Status::Rejected).any(|mark| {
        let is_over = mark.span.start() < end;
        end = end.max(mark.span.end());
        is_over
    })
}

/// Whether a mark begins or ends inside a word.
fn cuts_words(document: &Document) -> bool {
    let tokens = tokenize(document.text());
    let is_inside = |at: usize| {
        let next = tokens.partition_point(|token| token.span.end() <= at);
        tokens.get(next).is_some_and(|token| token.span.start() < at)
    };
    let mut marks = document.annotations().iter().filter(|mark| mark.status != Status::Rejected);
    marks.any(|mark| is_inside(mark.span.start()) || is_inside(mark.span.end()))
}
