//! Commands as JSON, for our own store: how an article's history is kept.
//!
//! ```text
//! command = {"add": [annotation…]} | {"remove": [id…]} | {"replace": [annotation…]}
//!         | {"meta": {"title", "source", "outlet"?, "published"}} | {"entities": [entity…]} | {"labels": [label…]}
//!         | {"tags": [text…]} | {"orphans": [annotation…]} | {"content": file}
//!         | {"relate": [relation…]} | {"unrelate": [id…]} | {"batch": [command…]}
//! ```
//!
//! Annotations, entities, labels and relations are as in a Newsmark file.

use std::sync::Arc;

use serde_json::{Map, Value as Json, json};

use super::read::entry;
use super::write::{annotation, entity, label, relation, stored, write_stored};
use crate::annotation::{AnnotationId, Orphan, RelationId};
use crate::document::Document;
use crate::edit::{Command, Meta};
use crate::text::OffsetMap;
use crate::value::read_day;

/// A command on `document`, or on another state of it, as JSON.
pub fn command_to_json(command: &Command, document: &Document) -> Json {
    write(command, document, &OffsetMap::new(document.text()))
}

fn write(command: &Command, document: &Document, map: &OffsetMap<'_>) -> Json {
    let annotations = |annotations: &[Arc<crate::annotation::Annotation>]| -> Json {
        annotations.iter().map(|it| json!(stored::annotation(document, it, map))).collect()
    };
    match command {
        Command::Add(added) => json!({"add": annotations(added)}),
        Command::Remove(ids) => json!({"remove": ids.iter().map(|id| id.0.to_string()).collect::<Vec<_>>()}),
        Command::Replace(changed) => json!({"replace": annotations(changed)}),
        Command::SetMeta(meta) => {
            let published = meta.published.map(|date| date.to_string());
            let Meta { title, source, outlet, .. } = meta;
            json!({"meta": {"title": title, "source": source, "outlet": outlet, "published": published}})
        }
        Command::SetTags(tags) => json!({"tags": tags}),
        Command::SetEntities(entities) => {
            json!({"entities": entities.iter().map(|it| json!(entity(it))).collect::<Vec<_>>()})
        }
        Command::SetOrphans(orphans) => {
            let entry =
                |orphan: &Orphan| json!(annotation(&orphan.annotation, orphan.selector.clone(), &|_| None));
            json!({"orphans": orphans.iter().map(entry).collect::<Vec<_>>()})
        }
        Command::SetContent(content) => {
            json!({"content": serde_json::from_str::<Json>(&write_stored(content)).unwrap_or_default()})
        }
        Command::Relate(relations) => {
            json!({"relate": relations.iter().map(|it| relation(it)).collect::<Vec<_>>()})
        }
        Command::Unrelate(ids) => {
            json!({"unrelate": ids.iter().map(|id| id.0.to_string()).collect::<Vec<_>>()})
        }
        Command::SetLabels(labels) => {
            json!({"labels": labels.iter().map(|it| json!(label(it))).collect::<Vec<_>>()})
        }
        Command::Batch(commands) => {
            json!({"batch": commands.iter().map(|it| write(it, document, map)).collect::<Vec<_>>()})
        }
    }
}

/// The command in JSON that [`command_to_json`] has made; `None` where it is none.
pub fn command_from_json(json: &Json, document: &Document) -> Option<Command> {
    read(json, document, &OffsetMap::new(document.text()))
}

fn read(json: &Json, document: &Document, map: &OffsetMap<'_>) -> Option<Command> {
    let (kind, content) = json.as_object().filter(|object| object.len() == 1)?.iter().next()?;
    let list = || content.as_array();
    let ids = || -> Option<Vec<uuid::Uuid>> { list()?.iter().map(|id| id.as_str()?.parse().ok()).collect() };
    let annotations = || -> Option<Vec<_>> {
        list()?.iter().map(|it| entry::annotation(it.clone(), document, map).map(Arc::new)).collect()
    };
    Some(match kind.as_str() {
        "add" => Command::Add(annotations()?),
        "replace" => Command::Replace(annotations()?),
        "remove" => Command::Remove(ids()?.into_iter().map(AnnotationId).collect()),
        "unrelate" => Command::Unrelate(ids()?.into_iter().map(RelationId).collect()),
        "meta" => Command::SetMeta(meta(content.as_object()?)?),
        "tags" => {
            let tags = list()?.iter().map(|tag| tag.as_str().map(str::to_owned));
            Command::SetTags(tags.collect::<Option<_>>()?)
        }
        "entities" => Command::SetEntities(entry::entities(content.clone(), document)),
        "labels" => Command::SetLabels(entry::labels(content.clone(), document)),
        "orphans" => Command::SetOrphans(entry::orphans(content.clone(), document)),
        "content" => {
            let read = super::read(content.clone()).ok()?;
            Command::SetContent(Arc::new(read.documents.into_iter().next()?))
        }
        "relate" => {
            let relations = list()?.iter().map(|it| entry::relation(it).map(Arc::new));
            Command::Relate(relations.collect::<Option<_>>()?)
        }
        "batch" => Command::Batch(list()?.iter().map(|it| read(it, document, map)).collect::<Option<_>>()?),
        _ => return None,
    })
}

fn meta(object: &Map<String, Json>) -> Option<Meta> {
    let text = |name: &str| Some(object.get(name)?.as_str()?.to_owned());
    let published = match object.get("published")? {
        Json::Null => None,
        date => Some(read_day(date.as_str()?)?),
    };
    // Steps of undo that were kept before articles had outlets do not name one.
    let outlet = text("outlet").unwrap_or_default();
    Some(Meta { title: text("title")?, source: text("source")?, outlet, published })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::DocumentId;

    #[test]
    fn steps_that_were_kept_before_articles_had_outlets_are_read() {
        let document = Document::new(DocumentId(Default::default()), "Storm", Default::default());
        let json = json!({"meta": {"title": "Storm", "source": "", "published": "2024-07-02"}});
        let Some(Command::SetMeta(meta)) = command_from_json(&json, &document) else { panic!("a command") };
        assert_eq!((meta.title.as_str(), meta.outlet.as_str()), ("Storm", ""));
        let outlet = "The Harbour Times".to_owned();
        let command = Command::SetMeta(Meta { outlet, ..meta });
        let json = command_to_json(&command, &document);
        assert_eq!(command_from_json(&json, &document), Some(command));
    }
}
