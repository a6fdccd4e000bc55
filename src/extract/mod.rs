//! Extraction: from an article's text to candidates, and from those to suggestions.
//!
//! Each [`Extractor`] looks at the whole [`Article`] by itself and proposes [`Candidate`]s;
//! [`resolve`] alone settles which of them stand where they overlap. Extraction is total: it never
//! fails and never panics, whatever the text.

mod amount;
mod article;
mod entity;
mod foreign;
mod leftover;
mod marks;
pub mod names;
mod number;
mod resolve;
mod speech;
mod time;

pub use article::Article;
pub use entity::is_name;
pub use leftover::{is_furniture, leftovers, page_furniture, readable};
pub use number::{Form, Number};
pub use resolve::resolve;
pub use time::Time;

use crate::label::LabelCode;
use crate::text::Span;
use crate::value::Value;

/// Finds one kind of thing in an article.
pub trait Extractor: Sync {
    /// The name that annotations carry as their origin, such as `money`.
    fn name(&self) -> &'static str;

    /// The version of its rules; it changes when results change.
    fn version(&self) -> &'static str {
        "1"
    }

    /// What it finds, in a sentence for people.
    fn description(&self) -> &'static str;

    /// Adds what it finds to `out`, in any order.
    fn extract(&self, article: &Article<'_>, out: &mut Vec<Candidate>);
}

/// What an extractor proposes to mark.
#[derive(Clone, PartialEq, Debug)]
pub struct Candidate {
    /// What to mark, in bytes.
    pub span: Span,
    /// As what.
    pub label: LabelCode,
    /// What it means.
    pub value: Option<Value>,
    /// How sure the extractor is, 0 to 1.
    pub score: f64,
    /// Whose proposal it is: an index into [`EXTRACTORS`], filled in by [`extract`].
    pub extractor: usize,
}

/// All extractors.
pub const EXTRACTORS: &[&dyn Extractor] = &[
    &amount::MoneyExtractor,
    &amount::PercentExtractor,
    &amount::QuantityExtractor,
    &amount::OrdinalExtractor,
    &amount::CardinalExtractor,
    &Time,
    &names::Names,
    &speech::Quotes,
];

/// What extraction found in one article.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Extraction {
    /// What to mark, in reading order.
    pub suggestions: Vec<Suggestion>,
    /// The things that several suggestions name, as indices into `suggestions` (two or more each).
    pub entities: Vec<EntityGroup>,
    /// Who said what: from quotes and told speech to their sources, in order.
    pub said_by: Vec<Link>,
}

/// A candidate that stands.
#[derive(Clone, PartialEq, Debug)]
pub struct Suggestion {
    /// What to mark, in bytes.
    pub span: Span,
    /// As what.
    pub label: LabelCode,
    /// What it means.
    pub value: Option<Value>,
    /// How sure the extractor is, 0 to 1.
    pub score: f64,
    /// The name of the extractor.
    pub extractor: &'static str,
    /// The version of the extractor.
    pub version: &'static str,
}

/// From speech to its source: a relation `said_by` in the making.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Link {
    /// The quote or the told speech: an index into the suggestions.
    pub from: usize,
    /// Who says so, likewise.
    pub to: usize,
}

/// Several suggestions that name one thing.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct EntityGroup {
    /// The kind of thing.
    pub label: LabelCode,
    /// The name it goes by: the fullest of those in the text.
    pub name: String,
    /// Which suggestions name it: indices, ascending.
    pub mentions: Vec<usize>,
}

/// Extracts everything from `text` but from lines that are known to be left over from its web page
/// ([`page_furniture`]); relative dates count from `published` and stay open without it.
pub fn extract(text: &str, published: Option<jiff::civil::Date>) -> Extraction {
    extract_whole(&readable(text), published)
}

/// [`extract`] of all lines, those of the page, too.
pub fn extract_whole(text: &str, published: Option<jiff::civil::Date>) -> Extraction {
    let mut steps = Steps::new(text, published);
    while steps.step() {}
    steps.finish()
}

/// Whether two names may be spellings of one, such as transliterations: `Zelensky` and `Zelenskyy`.
/// Names that are the same but for case and accents are not: nobody needs to be asked about those.
pub fn is_variant(a: &str, b: &str) -> bool {
    names::variant::is_variant(a, b)
}

/// A number for what a name names: the same for spellings that differ in case, accents and full stops, and for
/// other names of one country or organisation (`US`, `United States`).
pub fn name_key(name: &str) -> u64 {
    names::lexicon::Lexicon::get().usual(names::fold::hash(name))
}

/// Whether a word is a title or a role that people bear: `Minister`, `coach`.
pub fn is_title(word: &str) -> bool {
    let kinds = names::lexicon::Lexicon::get().kinds(names::fold::hash(word), false);
    kinds.any(names::lexicon::Kinds::TITLE)
}

/// Whether the word lists, or the name model where it is installed, know a word. Of a hundred words that
/// nobody knows, the model takes less than one for another.
pub fn is_word(word: &str) -> bool {
    let hash = names::fold::hash(word);
    let is_listed = names::lexicon::Lexicon::get().knows(hash);
    is_listed
        || names::tagger::installed().is_some_and(|model| {
            model.words.get(names::tagger::WordTable::key(word)) != names::tagger::WordEntry::default()
        })
}

/// [`extract`] in steps, for who has other things to do in between.
#[derive(Debug)]
pub struct Steps<'t> {
    article: Article<'t>,
    candidates: Vec<Candidate>,
    /// The extractor whose turn is next.
    next: usize,
    /// Whether the text is in a language that no rule reads.
    is_foreign: bool,
}

impl<'t> Steps<'t> {
    /// Prepares the text, all of which is read ([`readable`] leaves out the lines of its page); the first step.
    pub fn new(text: &'t str, published: Option<jiff::civil::Date>) -> Steps<'t> {
        let is_foreign = foreign::is_foreign(text);
        Steps { article: Article::new(text, published), candidates: Vec::new(), next: 0, is_foreign }
    }

    /// Lets the next extractor have its turn; `false` where all have had theirs.
    pub fn step(&mut self) -> bool {
        let Some(extractor) = EXTRACTORS.get(self.next) else { return false };
        let from = self.candidates.len();
        if !self.is_foreign || foreign::reads_signs(extractor.name()) {
            extractor.extract(&self.article, &mut self.candidates);
        }
        for candidate in self.candidates.iter_mut().skip(from) {
            candidate.extractor = self.next;
        }
        self.next += 1;
        true
    }

    /// How much has been done, 0 to 1.
    pub fn progress(&self) -> f64 {
        (self.next + 1) as f64 / (EXTRACTORS.len() + 2) as f64
    }

    /// Settles what stands, which is the last step.
    pub fn finish(self) -> Extraction {
        let is_foreign = self.is_foreign;
        let candidates = self.candidates.into_iter();
        let candidates =
            candidates.filter(|it| !is_foreign || foreign::needs_no_language(self.article.text, it));
        let suggestions = resolve(candidates.collect()).into_iter().filter_map(|candidate| {
            let extractor = EXTRACTORS.get(candidate.extractor)?;
            Some(Suggestion {
                span: candidate.span,
                label: candidate.label,
                value: candidate.value,
                // No rule tells more than thousandths apart.
                score: (candidate.score * 1000.0).round() / 1000.0,
                extractor: extractor.name(),
                version: extractor.version(),
            })
        });
        let mut suggestions: Vec<Suggestion> = suggestions.collect();
        if is_foreign {
            return Extraction { suggestions, ..Extraction::default() };
        }
        let said_by = speech::attribute(&self.article, &mut suggestions);
        let entities = entity::entities(self.article.text, &suggestions);
        Extraction { suggestions, entities, said_by }
    }
}
