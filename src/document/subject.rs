use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::Arc;

use super::Document;
use crate::annotation::{Annotation, AnnotationId, EntityId, Status};
use crate::extract::is_name;
use crate::label::{LabelCode, LabelSet};
use crate::text::{sort_by_cached_key, sorted_map};

/// What annotations are about: an entity, or without one the same words with the same label.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Subject {
    /// An entity of the document.
    Entity(EntityId),
    /// The same words with the same label; a line break counts as a space.
    Words(LabelCode, String),
}

/// An entity, or a name that stands alone, with its mentions: one row of the list of entities.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct EntityRow {
    /// What it is.
    pub subject: Subject,
    /// What it is called.
    pub name: String,
    /// The kind of thing.
    pub label: LabelCode,
    /// The annotations that name it, rejected ones left out, in reading order.
    pub mentions: Vec<AnnotationId>,
    /// How many of them a person has accepted or made.
    pub accepted: usize,
}

impl Document {
    /// What an annotation of this document is about.
    pub fn subject_of(&self, annotation: &Annotation) -> Subject {
        match &annotation.entity {
            Some(entity) => Subject::Entity(entity.clone()),
            None => Subject::Words(annotation.label.clone(), one_line(self.quote(annotation)).into_owned()),
        }
    }

    /// All mentions of what an annotation is about.
    pub fn row_of(&self, annotation: &Annotation) -> EntityRow {
        let subject = self.subject_of(annotation);
        let mentions = self.mentions(&subject).into_iter().filter(|it| it.status != Status::Rejected);
        let mentions: Vec<_> = mentions.collect();
        EntityRow {
            name: self.name_of(&subject).to_owned(),
            label: annotation.label.clone(),
            accepted: mentions.iter().filter(|it| it.status == Status::Accepted).count(),
            mentions: mentions.iter().map(|it| it.id).collect(),
            subject,
        }
    }

    /// The annotations about a subject in reading order, rejected ones too.
    pub fn mentions(&self, subject: &Subject) -> Vec<&Arc<Annotation>> {
        let is_meant = |annotation: &&Arc<Annotation>| match subject {
            Subject::Entity(id) => annotation.entity.as_ref() == Some(id),
            Subject::Words(label, words) => {
                annotation.entity.is_none()
                    && annotation.label == *label
                    && one_line(self.quote(annotation)) == *words
            }
        };
        self.annotations().iter().filter(is_meant).collect()
    }

    /// What a subject is called.
    pub fn name_of<'d>(&'d self, subject: &'d Subject) -> &'d str {
        match subject {
            Subject::Entity(id) => {
                let known = self.entities.iter().find(|entity| entity.id == *id);
                known.map_or(&*id.0, |entity| entity.name.as_str())
            }
            Subject::Words(_, words) => words,
        }
    }

    /// The entities and the names that stand alone, each once: by label in the order of the labels, then
    /// those with the most mentions first, then in reading order.
    pub fn entity_rows(&self) -> Vec<EntityRow> {
        let mut rows: Vec<EntityRow> = Vec::new();
        let mut places: HashMap<(Option<&EntityId>, &LabelCode, Cow<'_, str>), usize> = HashMap::new();
        for annotation in self.annotations() {
            if annotation.status == Status::Rejected || !is_mention(annotation) {
                continue;
            }
            // An entity is one whatever its mentions are called.
            let key = match &annotation.entity {
                Some(entity) => (Some(entity), &LabelCode::PERSON, Cow::Borrowed("")),
                None => (None, &annotation.label, one_line(self.quote(annotation))),
            };
            let place = *places.entry(key).or_insert_with(|| {
                rows.push(EntityRow {
                    subject: self.subject_of(annotation),
                    name: String::new(),
                    label: annotation.label.clone(),
                    mentions: Vec::new(),
                    accepted: 0,
                });
                rows.len() - 1
            });
            if let Some(row) = rows.get_mut(place) {
                row.mentions.push(annotation.id);
                row.accepted += usize::from(annotation.status == Status::Accepted);
            }
        }
        let names = sorted_map(self.entities.iter().rev().map(|entity| (&entity.id, entity)));
        for row in &mut rows {
            row.name = match &row.subject {
                Subject::Entity(id) => names.get(id).map_or_else(|| id.0.to_string(), |it| it.name.clone()),
                Subject::Words(_, words) => words.clone(),
            };
        }
        sort_by_cached_key(&mut rows, |row| {
            let label = self.labels.position(&row.label).unwrap_or(usize::MAX);
            (label, std::cmp::Reverse(row.mentions.len()))
        });
        rows
    }
}

/// Whether an annotation is a mention: a name, something with an entity, or what people defined a label
/// for; amounts, dates and speech are none.
pub fn is_mention(annotation: &Annotation) -> bool {
    annotation.entity.is_some()
        || is_name(&annotation.label)
        || annotation.value.is_none() && !is_of_ours(&annotation.label)
}

fn is_of_ours(label: &LabelCode) -> bool {
    thread_local! {
        static OURS: LabelSet = LabelSet::default();
    }
    OURS.with(|ours| ours.position(label).is_some())
}

fn one_line(quote: &str) -> Cow<'_, str> {
    if quote.contains('\n') { quote.replace('\n', " ").into() } else { quote.into() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::{Entity, Extra};
    use crate::document::DocumentId;
    use crate::text::Span;
    use jiff::Timestamp;
    use uuid::Uuid;

    #[test]
    fn each_entity_and_each_lone_name_is_one_row() {
        let text = "Lloyd Austin met Rome. Austin left Rome on Monday.";
        let now = Timestamp::UNIX_EPOCH;
        let mut document = Document::new(DocumentId(Uuid::nil()), text, now);
        let mark = |start: usize, end: usize, label: LabelCode, entity: Option<&str>, status| {
            let id = AnnotationId(Uuid::from_u128(start as u128));
            let entity = entity.map(|id| EntityId(id.into()));
            let mark = Annotation::by_hand(id, Span::new(start, end), label, now);
            Arc::new(Annotation { entity, status, ..mark })
        };
        document.extend([
            mark(0, 12, LabelCode::PERSON, Some("e1"), Status::Suggested),
            mark(17, 21, LabelCode::LOC, None, Status::Accepted),
            mark(23, 29, LabelCode::PERSON, Some("e1"), Status::Accepted),
            mark(35, 39, LabelCode::LOC, None, Status::Rejected),
            mark(43, 49, LabelCode::DATE, None, Status::Suggested),
        ]);
        let (id, name) = (EntityId("e1".into()), "Lloyd Austin".to_owned());
        document.entities.push(Entity {
            id,
            label: LabelCode::PERSON,
            name,
            decided: None,
            extra: Extra::new(),
        });
        let rows: Vec<_> = document
            .entity_rows()
            .into_iter()
            .map(|row| (row.name, row.mentions.len(), row.accepted))
            .collect();
        assert_eq!(rows, [("Lloyd Austin".to_owned(), 2, 1), ("Rome".to_owned(), 1, 1)]);
        let rome = document.subject_of(&document.annotations()[1].clone());
        assert_eq!(document.mentions(&rome).len(), 2);
    }
}
