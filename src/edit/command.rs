use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;

use crate::annotation::{Annotation, AnnotationId, Entity, Orphan, Relation, RelationId};
use crate::document::Document;
use crate::label::LabelSet;

/// A change of one document.
#[derive(Clone, PartialEq, Debug)]
pub enum Command {
    /// Adds annotations.
    Add(Vec<Arc<Annotation>>),
    /// Takes annotations out, and the relations of which they are ends.
    Remove(Vec<AnnotationId>),
    /// Puts each annotation in the place of the one with its id.
    Replace(Vec<Arc<Annotation>>),
    /// Sets what is known of the article.
    SetMeta(Meta),
    /// Sets the tags.
    SetTags(Vec<String>),
    /// Sets the entities.
    SetEntities(Vec<Entity>),
    /// Sets the annotations that have no place.
    SetOrphans(Vec<Orphan>),
    /// Adds relations.
    Relate(Vec<Arc<Relation>>),
    /// Takes relations out.
    Unrelate(Vec<RelationId>),
    /// Sets the labels.
    SetLabels(LabelSet),
    /// Gives the document all that another one holds, its text as well; it stays what it is by its id.
    SetContent(Arc<Document>),
    /// Several commands, all of them or none.
    Batch(Vec<Command>),
}

/// What is known of an article besides its text.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Meta {
    /// The title; may be empty.
    pub title: String,
    /// Where it is from; may be empty.
    pub source: String,
    /// Who published it; may be empty.
    pub outlet: String,
    /// When it was published.
    pub published: Option<Date>,
}

impl Meta {
    /// What `document` says of itself.
    pub fn of(document: &Document) -> Meta {
        Meta {
            title: document.title.clone(),
            source: document.source.clone(),
            outlet: document.outlet.clone(),
            published: document.published,
        }
    }
}

impl Command {
    /// The document after this command, and the command that leads back; `None` where it does not
    /// apply (an annotation is missing, or its span does not fit).
    pub fn apply(&self, document: &Document, now: Timestamp) -> Option<(Document, Command)> {
        let mut changed = document.clone();
        let inverse = self.apply_to(&mut changed)?;
        changed.modified = now;
        Some((changed, inverse))
    }

    /// What it gives the document with another text.
    pub fn content(&self) -> Option<&Arc<Document>> {
        match self {
            Command::SetContent(content) => Some(content),
            _ => None,
        }
    }

    /// May leave `document` half changed where it gives `None`.
    fn apply_to(&self, document: &mut Document) -> Option<Command> {
        match self {
            Command::Add(annotations) => {
                let refused = document.extend(annotations.iter().cloned());
                refused.is_empty().then(|| Command::Remove(annotations.iter().map(|a| a.id).collect()))
            }
            Command::Remove(ids) => {
                let removed = document.remove_all(ids)?;
                let add = Command::Add(removed.annotations);
                Some(match removed.relations.is_empty() {
                    true => add,
                    false => Command::Batch(vec![add, Command::Relate(removed.relations)]),
                })
            }
            Command::Replace(annotations) => document.replace_all(annotations).map(Command::Replace),
            Command::SetMeta(meta) => {
                let before = Meta::of(document);
                document.title = meta.title.clone();
                document.source = meta.source.clone();
                document.outlet = meta.outlet.clone();
                document.published = meta.published;
                Some(Command::SetMeta(before))
            }
            Command::SetTags(tags) => {
                let before = std::mem::take(&mut document.tags);
                document.set_tags(tags.iter().cloned());
                Some(Command::SetTags(before))
            }
            Command::SetEntities(entities) => {
                Some(Command::SetEntities(std::mem::replace(&mut document.entities, entities.clone())))
            }
            Command::SetOrphans(orphans) => {
                Some(Command::SetOrphans(std::mem::replace(&mut document.orphans, orphans.clone())))
            }
            Command::SetContent(content) => {
                let mut same = (**content).clone();
                (same.id, same.created) = (document.id, document.created);
                Some(Command::SetContent(Arc::new(std::mem::replace(document, same))))
            }
            Command::Relate(relations) => {
                let refused = document.relate(relations.iter().cloned());
                let ids = relations.iter().map(|relation| relation.id).collect();
                refused.is_empty().then_some(Command::Unrelate(ids))
            }
            Command::Unrelate(ids) => document.unrelate(ids).map(Command::Relate),
            Command::SetLabels(labels) => {
                Some(Command::SetLabels(std::mem::replace(&mut document.labels, labels.clone())))
            }
            Command::Batch(commands) => {
                let inverses: Option<Vec<_>> =
                    commands.iter().map(|command| command.apply_to(document)).collect();
                let mut inverses = inverses?;
                inverses.reverse();
                Some(Command::Batch(inverses))
            }
        }
    }
}
