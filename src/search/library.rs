use std::collections::HashMap;
use std::sync::Arc;

use jiff::civil::Date;

use super::{Passage, passages};
use crate::annotation::{Annotation, Origin, Status};
use crate::document::{Document, DocumentId};
use crate::facts::telling_words;
use crate::label::LabelCode;
use crate::text::{Folded, Span, sort_by};
use crate::value::date_of;

/// What a person looks for in the library.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Query {
    /// Words; may be empty. Case and accents do not count.
    pub words: String,
    /// Which marks an article must have; with words, the words must be in such a mark.
    pub marks: MarkFilter,
    /// The first day of publication, or of making where that is not known.
    pub from: Option<Date>,
    /// The last day.
    pub until: Option<Date>,
}

/// Which marks are meant.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct MarkFilter {
    /// With this label.
    pub label: Option<LabelCode>,
    /// With this status.
    pub status: Option<Status>,
    /// Made by a person or a program.
    pub by: Option<By>,
    /// With at least this score; marks by people have none and are always meant.
    pub score: Option<f64>,
}

/// Who made a mark.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum By {
    /// A person.
    Person,
    /// A program.
    Extractor,
}

/// An article that has what was looked for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LibraryHit {
    /// Which article.
    pub id: DocumentId,
    /// How often it has it.
    pub count: usize,
}

/// What the articles of a library say, made ready to be searched.
#[derive(Clone, Default, Debug)]
pub struct Index {
    articles: HashMap<DocumentId, Arc<Indexed>>,
}

#[derive(Clone, Debug)]
pub(super) struct Indexed {
    title: Folded,
    /// The text as it is, to show of it.
    text: Arc<str>,
    folded: Folded,
    pub(super) day: Date,
    marks: Vec<IndexedMark>,
    /// How often it has which word that tells what it is about.
    pub(super) telling: HashMap<u64, usize>,
}

#[derive(Clone, Debug)]
struct IndexedMark {
    span: Span,
    label: LabelCode,
    status: Status,
    by: By,
    score: Option<f64>,
    /// The marked words, the entity, the value and the note.
    words: Folded,
}

impl Index {
    pub(super) fn article(&self, id: DocumentId) -> Option<&Indexed> {
        self.articles.get(&id).map(|it| &**it)
    }

    pub(super) fn articles(&self) -> impl Iterator<Item = (&DocumentId, &Indexed)> {
        self.articles.iter().map(|(id, article)| (id, &**article))
    }

    /// Whether the article is in the index.
    pub fn contains(&self, id: DocumentId) -> bool {
        self.articles.contains_key(&id)
    }

    /// Puts an article into the index, in the place of an earlier state of it.
    pub fn put(&mut self, document: &Document) {
        let names: HashMap<_, _> =
            document.entities.iter().map(|entity| (&entity.id, entity.name.as_str())).collect();
        let mark = |annotation: &Annotation| {
            let entity = annotation.entity.as_ref().and_then(|id| names.get(id)).copied().unwrap_or_default();
            let value = annotation.value.as_ref().map(|value| value.describe()).unwrap_or_default();
            let quote = document.quote(annotation);
            let (by, score) = match &annotation.origin {
                Origin::Extractor { score, .. } => (By::Extractor, *score),
                Origin::Person { .. } => (By::Person, None),
            };
            IndexedMark {
                span: annotation.span,
                label: annotation.label.clone(),
                status: annotation.status,
                by,
                score,
                words: Folded::new(&[quote, entity, &value, &annotation.note].join("\u{1F}")),
            }
        };
        let mut telling: HashMap<u64, usize> = HashMap::new();
        for word in telling_words(document.text()) {
            *telling.entry(word).or_default() += 1;
        }
        let made = || date_of(document.created);
        let indexed = Indexed {
            title: Folded::new(&document.title),
            text: document.text().clone(),
            folded: Folded::new(document.text()),
            day: document.published.unwrap_or_else(made),
            marks: document.annotations().iter().map(|annotation| mark(annotation)).collect(),
            telling,
        };
        self.articles.insert(document.id, Arc::new(indexed));
    }

    /// Takes an article out of the index.
    pub fn remove(&mut self, id: DocumentId) {
        self.articles.remove(&id);
    }

    /// The articles that have what is looked for, those that have it most often first. None where
    /// nothing is looked for.
    pub fn search(&self, query: &Query) -> Vec<LibraryHit> {
        let words = Folded::new(&query.words);
        let asks_marks = query.marks != MarkFilter::default();
        if words.is_blank() && !asks_marks && query.from.is_none() && query.until.is_none() {
            return Vec::new();
        }
        let is_then = |day: Date| {
            query.from.is_none_or(|from| from <= day) && query.until.is_none_or(|until| day <= until)
        };
        let count = |article: &Indexed| match (asks_marks, words.is_blank()) {
            (true, is_blank) => {
                let meant = article.marks.iter().filter(|mark| query.marks.means(mark));
                meant.filter(|mark| is_blank || mark.words.contains(&words)).count()
            }
            (false, true) => 1,
            (false, false) => {
                let marked = article.marks.iter().filter(|mark| mark.words.contains(&words)).count();
                let said = article.folded.find(&words).count() + article.title.find(&words).count();
                said.max(marked)
            }
        };
        let meant = self.articles.iter().filter(|(_, article)| is_then(article.day));
        let mut hits: Vec<_> =
            meant.map(|(id, article)| LibraryHit { id: *id, count: count(article) }).collect();
        hits.retain(|hit| hit.count > 0);
        sort_by(&mut hits, |a, b| b.count.cmp(&a.count).then(a.id.cmp(&b.id)));
        hits
    }

    /// The sentences of an article that have what is looked for, at most so many.
    pub fn show(&self, id: DocumentId, query: &Query, at_most: usize) -> Vec<Passage> {
        let Some(article) = self.articles.get(&id) else { return Vec::new() };
        let words = Folded::new(&query.words);
        let asks_marks = query.marks != MarkFilter::default();
        // Of a mark that has them in its entity, value or note, the marked words are shown.
        let marks = article.marks.iter().filter(|mark| {
            let has_words = mark.words.contains(&words);
            query.marks.means(mark) && (asks_marks && words.is_blank() || has_words)
        });
        let marks = marks.map(|mark| mark.span);
        let said: Vec<Span> = article.folded.find(&words).collect();
        let mut places: Vec<Span> = match asks_marks {
            true => marks
                .map(|mark| said.iter().find(|said| mark.contains(**said)).copied().unwrap_or(mark))
                .collect(),
            false => {
                let others = marks.filter(|mark| !said.iter().any(|said| said.overlaps(*mark)));
                others.chain(said.iter().copied()).collect()
            }
        };
        sort_by(&mut places, |a, b| a.start().cmp(&b.start()).then(b.end().cmp(&a.end())));
        places.dedup_by(|next, before| next.overlaps(*before));
        passages(&article.text, &places, at_most)
    }
}

impl MarkFilter {
    fn means(&self, mark: &IndexedMark) -> bool {
        self.label.as_ref().is_none_or(|label| *label == mark.label)
            && self.status.is_none_or(|status| status == mark.status)
            && self.by.is_none_or(|by| by == mark.by)
            && self.score.is_none_or(|least| mark.score.is_none_or(|score| score >= least))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::annotate;
    use crate::extract::extract;
    use jiff::Timestamp;
    use uuid::Uuid;

    fn index() -> Index {
        let mut index = Index::default();
        for (number, text) in [
            (1, "Kenya raised $2.3 billion on Tuesday."),
            (2, "The café in Nairobi closed. The cafe was old."),
            (3, "Nothing happened."),
        ] {
            let id = DocumentId(Uuid::from_u128(number));
            let mut document = Document::new(id, text, Timestamp::UNIX_EPOCH);
            annotate(&mut document, &extract(text, None), Uuid::new_v4, Timestamp::UNIX_EPOCH);
            index.put(&document);
        }
        index
    }

    #[track_caller]
    fn check(query: Query, expected: &[(u128, usize)]) {
        let hits = index().search(&query);
        let hits: Vec<_> = hits.into_iter().map(|hit| (hit.id.0.as_u128(), hit.count)).collect();
        assert_eq!(hits, expected);
    }

    #[test]
    fn words_and_filters() {
        let words = |words: &str| Query { words: words.into(), ..Query::default() };
        check(words("CAFE"), &[(2, 2)]);
        check(words("2.3 billion"), &[(1, 1)]);
        check(words("nowhere"), &[]);
        check(words(""), &[]);
        let money = MarkFilter { label: Some(LabelCode::MONEY), ..MarkFilter::default() };
        check(Query { marks: money.clone(), ..Query::default() }, &[(1, 1)]);
        check(Query { marks: MarkFilter { score: Some(1.1), ..money.clone() }, ..Query::default() }, &[]);
        check(Query { marks: MarkFilter { by: Some(By::Person), ..money }, ..words("billion") }, &[]);
        let since = |day: &str| Query { from: day.parse().ok(), ..Query::default() };
        check(since("1969-12-31"), &[(1, 1), (2, 1), (3, 1)]);
        check(since("1970-01-02"), &[]);
    }

    #[test]
    fn shows_the_sentences_that_have_it() {
        let index = index();
        let shown = |id, query: &Query| index.show(DocumentId(Uuid::from_u128(id)), query, 9);
        let texts = |shown: &[Passage]| -> Vec<String> { shown.iter().map(|it| it.text.clone()).collect() };
        let words = |words: &str| Query { words: words.into(), ..Query::default() };
        let cafe = shown(2, &words("cafe"));
        assert_eq!(texts(&cafe), ["The café in Nairobi closed.", "The cafe was old."]);
        assert_eq!(cafe[1].place.slice("The café in Nairobi closed. The cafe was old."), Some("cafe"));
        let money = MarkFilter { label: Some(LabelCode::MONEY), ..MarkFilter::default() };
        let money = shown(1, &Query { marks: money, ..Query::default() });
        assert_eq!(texts(&money), ["Kenya raised $2.3 billion on Tuesday."]);
        assert_eq!(money[0].found[0].slice(&money[0].text), Some("$2.3 billion"));
        assert_eq!(shown(3, &words("nowhere")), []);
    }

    /// What stands in a remark only is shown where the mark stands.
    #[test]
    fn shows_the_words_of_a_mark_whose_remark_has_it() {
        let text = "It rained. Kenya raised money.";
        let id = DocumentId(Uuid::from_u128(4));
        let mut document = Document::new(id, text, Timestamp::UNIX_EPOCH);
        let mark = crate::annotation::AnnotationId(Uuid::from_u128(1));
        let mark = Annotation::by_hand(mark, Span::new(11, 16), LabelCode::LOC, Timestamp::UNIX_EPOCH);
        document.extend([Arc::new(Annotation { note: "see the budget".into(), ..mark })]);
        let mut index = Index::default();
        index.put(&document);
        let all = index.show(id, &Query { words: "budget".into(), ..Query::default() }, 9);
        assert_eq!(all.len(), 1);
        assert_eq!(
            (all[0].text.as_str(), all[0].found[0].slice(&all[0].text)),
            ("Kenya raised money.", Some("Kenya"))
        );
    }

    #[test]
    fn an_article_is_there_once_and_goes() {
        let mut index = index();
        let id = DocumentId(Uuid::from_u128(3));
        index.put(&Document::new(id, "Something did.", Timestamp::UNIX_EPOCH));
        let query = |words: &str| Query { words: words.into(), ..Query::default() };
        assert!(index.search(&query("nothing")).is_empty());
        assert_eq!(index.search(&query("something")).len(), 1);
        index.remove(id);
        assert!(!index.contains(id) && index.search(&query("something")).is_empty());
    }
}
