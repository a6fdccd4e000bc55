//! The check sheet: every fact with its sentence, its meaning, and what came of checking it.

mod family;
mod sentences;

use std::collections::HashMap;

pub use family::Family;
pub use sentences::{Excerpt, Sentences};

use super::reading::is_fact;
use super::speech::sources_of;
use crate::annotation::{Annotation, AnnotationId, CheckState};
use crate::document::{Document, Subject, is_mention};
use crate::label::LabelCode;
use crate::text::{Span, one_line, sort_by_cached_key};
use crate::value::Value;

/// One fact of the sheet.
#[derive(Clone, PartialEq, Debug)]
pub struct SheetRow {
    /// The fact.
    pub id: AnnotationId,
    /// Its place among the document's annotations.
    pub place: usize,
    /// The kind of thing.
    pub label: LabelCode,
    /// The sentence that it stands in, in bytes.
    pub sentence: Span,
    /// What it means, for people: the value, the source of a statement, or the entity's name where the text has
    /// another; may be empty.
    pub meaning: String,
    /// What came of checking it.
    pub state: CheckState,
    /// A number for what it is about: facts of one entity, or of equal values, have the same.
    pub subject: usize,
}

/// How far the facts have been checked.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Progress {
    /// How many nobody has settled.
    pub open: usize,
    /// How many are right.
    pub confirmed: usize,
    /// How many are wrong.
    pub wrong: usize,
    /// How many cannot be settled by the evidence.
    pub unclear: usize,
}

impl Progress {
    /// How many facts there are.
    pub fn all(self) -> usize {
        self.open + self.confirmed + self.wrong + self.unclear
    }

    /// How many have been settled.
    pub fn settled(self) -> usize {
        self.all() - self.open
    }
}

/// Of the marks of a document, those by which the number of its facts differs from what the text shows.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Counted {
    /// The facts that are small numbers, which a text may leave unmarked.
    pub small: usize,
    /// The marks that are no facts: sources of statements, and what was rejected.
    pub others: usize,
}

impl Counted {
    /// Counts the marks of a document.
    ///
    /// ```
    /// # use newsmark::document::{Document, DocumentId, annotate};
    /// # use newsmark::facts::{Counted, sheet};
    /// # use newsmark::extract::extract;
    /// # use uuid::Uuid;
    /// let text = "Two officials said first that the pier cost €3.5m.";
    /// let mut document = Document::new(DocumentId(Uuid::nil()), text, Default::default());
    /// annotate(&mut document, &extract(text, None), Uuid::new_v4, Default::default());
    /// let counted = Counted::of(&document);
    /// assert_eq!(sheet(&document).rows.len() + counted.others, document.annotations().len());
    /// ```
    pub fn of(document: &Document) -> Counted {
        let count = |is_meant: fn(&Annotation) -> bool| {
            document.annotations().iter().filter(|mark| is_meant(mark)).count()
        };
        Counted {
            small: count(|mark| is_fact(mark) && mark.is_small()),
            others: count(|mark| !is_fact(mark)),
        }
    }
}

/// A sentence of the sheet with the facts that stand in it.
#[derive(Clone, PartialEq, Debug)]
pub struct SheetSentence {
    /// Where it stands, in bytes. It is several sentences where one fact reaches over them.
    pub span: Span,
    /// Its rows, as places in [`Sheet::rows`]; never empty.
    pub rows: Vec<usize>,
}

/// The facts of an article.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Sheet {
    /// Every fact once, in reading order.
    pub rows: Vec<SheetRow>,
    /// How far they have been checked.
    pub progress: Progress,
}

impl Sheet {
    /// The rows that `is_meant` accepts, by sentence. Each sentence stands once, in reading order.
    pub fn sentences(&self, is_meant: impl Fn(&SheetRow) -> bool) -> Vec<SheetSentence> {
        let mut sentences: Vec<SheetSentence> = Vec::new();
        for (at, row) in self.rows.iter().enumerate().filter(|(_, row)| is_meant(row)) {
            match sentences.last_mut() {
                Some(last) if last.span.overlaps(row.sentence) => {
                    last.span = last.span.cover(row.sentence);
                    last.rows.push(at);
                }
                _ => sentences.push(SheetSentence { span: row.sentence, rows: vec![at] }),
            }
        }
        sentences
    }

    /// How many rows are of a family.
    pub fn count(&self, family: Family) -> usize {
        self.rows.iter().filter(|row| Family::of(&row.label) == family).count()
    }

    /// The rows by kind, in the order of the document's labels; within a kind what is open comes first, and facts
    /// about one thing together.
    pub fn by_kind(&self, document: &Document) -> Vec<&SheetRow> {
        let mut first = HashMap::new();
        for (place, row) in self.rows.iter().enumerate() {
            let subject = first.entry((row.subject, row.state == CheckState::Open)).or_insert(place);
            *subject = place.min(*subject);
        }
        let mut rows: Vec<_> = self.rows.iter().enumerate().collect();
        sort_by_cached_key(&mut rows, |(place, row)| {
            let is_open = row.state == CheckState::Open;
            let kind = document.labels.position(&row.label).unwrap_or(usize::MAX);
            (kind, !is_open, first.get(&(row.subject, is_open)).copied(), *place)
        });
        rows.into_iter().map(|(_, row)| row).collect()
    }
}

/// The check sheet of an article.
///
/// ```
/// # use newsmark::{document::{Document, DocumentId, annotate}, extract::extract, facts::sheet};
/// # use uuid::Uuid;
/// let text = "Maria Orfei paid €3.5m on Monday.";
/// let mut document = Document::new(DocumentId(Uuid::nil()), text, Default::default());
/// annotate(&mut document, &extract(text, None), Uuid::new_v4, Default::default());
/// let sheet = sheet(&document);
/// assert_eq!(sheet.rows.iter().map(|row| row.meaning.as_str()).collect::<Vec<_>>(), ["", "€3.5 million", "Monday, week not given"]);
/// assert_eq!(sheet.progress.open, 3);
/// ```
pub fn sheet(document: &Document) -> Sheet {
    sheet_of(document, &Sentences::of(document.text()))
}

/// The same, for callers that already have the sentences of the text. They stay the same while people check.
pub fn sheet_of(document: &Document, sentences: &Sentences) -> Sheet {
    let mut subjects: HashMap<Key, usize> = HashMap::new();
    let names: HashMap<_, _> = document.entities.iter().map(|it| (&it.id, it.name.as_str())).collect();
    let mut progress = Progress::default();
    let facts = document.annotations().iter().enumerate().filter(|(_, it)| is_fact(it));
    let rows = facts.map(|(place, annotation)| {
        let value = annotation.value.as_ref().filter(|it| !matches!(it, Value::Quote(_)));
        let name = annotation.entity.as_ref().and_then(|id| names.get(id)).copied().unwrap_or_default();
        let meaning = match value {
            _ if annotation.label.is_speech() => source_of(document, annotation),
            Some(value) => value.describe(),
            None if name.to_lowercase() == document.quote(annotation).to_lowercase() => String::new(),
            None => name.to_owned(),
        };
        let is_by_name = is_mention(annotation) || annotation.label.is_speech() || meaning.is_empty();
        let key = match is_by_name {
            true => Key::Name(document.subject_of(annotation)),
            false => Key::Value(annotation.label.clone(), meaning.clone()),
        };
        let next = subjects.len();
        let subject = *subjects.entry(key).or_insert(next);
        let state = annotation.check.as_ref().map_or(CheckState::Open, |check| check.state);
        *match state {
            CheckState::Open => &mut progress.open,
            CheckState::Confirmed => &mut progress.confirmed,
            CheckState::Wrong => &mut progress.wrong,
            CheckState::Unclear => &mut progress.unclear,
        } += 1;
        let sentence = sentences.around(annotation.span);
        let label = annotation.label.clone();
        SheetRow { id: annotation.id, place, label, sentence, meaning, state, subject }
    });
    let rows = rows.collect();
    Sheet { rows, progress }
}

/// Who says a statement, for people: empty where the article does not tell.
pub(super) fn source_of(document: &Document, statement: &Annotation) -> String {
    let speaker = statement.value.as_ref().and_then(Value::as_quote).map(|quote| quote.speaker.as_str());
    match speaker.filter(|speaker| !speaker.is_empty()) {
        Some(speaker) => speaker.to_owned(),
        None => {
            let sources = sources_of(document, statement.id).map(|source| one_line(document.quote(source)));
            sources.collect::<Vec<_>>().join(", ")
        }
    }
}

#[derive(PartialEq, Eq, Hash)]
enum Key {
    Name(Subject),
    Value(LabelCode, String),
}
