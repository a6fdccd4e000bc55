//! Documents of drafts: of what readers of other programs' formats found.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use jiff::Timestamp;
use serde_json::{Value as Json, json};
use uuid::Uuid;

use super::assemble::{Found, Ids, Notes, UNKNOWN_LABEL, add_unlisted, derived, put, relate, sha256_hex};
use super::exchange::{By, Draft, Link, Mark};
use super::{Error, Import, Problem, ProblemKind, newsmark};
use crate::annotation::selector::Selector;
use crate::annotation::{Annotation, AnnotationId, Entity, EntityId, Extra, Origin, Relation, RelationId};
use crate::document::{Document, DocumentId};
use crate::label::LabelCode;
use crate::text::{Span, Unit};

/// The document of a draft, with what its reader had to tell.
///
/// # Errors
/// Where the draft is a Newsmark file that cannot be read.
pub(super) fn import(mut draft: Draft) -> Result<Import, Error> {
    let (told, skipped) = (std::mem::take(&mut draft.told), std::mem::take(&mut draft.skipped));
    let mut import = match draft.ready.take() {
        Some(file) => newsmark::read(file)?,
        None => made(draft),
    };
    let document = import.documents.first().map(|document| document.id);
    let problem = |kind| move |message| Problem { document, annotation: None, kind, message };
    import.problems.extend(told.into_iter().map(problem(ProblemKind::Field)));
    import.problems.extend(skipped.into_iter().map(problem(ProblemKind::Skipped)));
    Ok(import)
}

fn made(mut draft: Draft) -> Import {
    let text = draft.text.take().unwrap_or_default();
    draft.quote(&text);
    let names = Names { text: sha256_hex(&text) };
    let mut notes = Notes::default();
    let id = DocumentId(names.uuid("document", &draft.id, 0));
    let mut document = Document::new(id, &text, Timestamp::UNIX_EPOCH);
    document.title = draft.title;
    document.source = draft.source;
    let mut unread = Extra::new();
    document.published = notes.published(Some(json!(draft.published)), &mut unread);
    notes.text(&document, &text);
    document.extra = draft.extra;
    if !unread.is_empty() {
        document.extra.insert("document".into(), Json::Object(unread));
    }
    document.entities = entities(&draft.marks);
    let ids: HashMap<String, Uuid> = draft
        .marks
        .iter()
        .enumerate()
        .map(|(index, mark)| (mark.key.clone(), names.uuid("mark", &mark.key, index)))
        .collect();
    let mut taken = Ids::default();
    let read = |(index, mark): (usize, Mark)| {
        let before = notes.len();
        let id = names.uuid("mark", &mark.key, index);
        let (annotation, selector) = annotation(&document, (index, id), mark, &mut taken, &mut notes);
        Found { annotation, selector, versions: Vec::new(), told: notes.since(before) }
    };
    let found = draft.marks.into_iter().enumerate().map(read).collect();
    put(&mut document, &text, Some(draft.unit.unwrap_or(Unit::CodePoint)), found, &mut notes);
    let relation = |(index, link): (usize, &Link)| {
        let id = RelationId(names.uuid("link", &link.key, index));
        let end = |key: &str| {
            let named = || Uuid::try_parse(key.trim_start_matches("urn:uuid:")).ok();
            ids.get(key).copied().or_else(named).map(AnnotationId)
        };
        let (kind, extra) = (link.kind.as_str().into(), link.extra.clone());
        let origin = Origin::Person { name: "".into() };
        Some(Arc::new(Relation { id, kind, from: end(&link.from)?, to: end(&link.to)?, origin, extra }))
    };
    let relations: Vec<Option<Arc<Relation>>> = draft.links.iter().enumerate().map(relation).collect();
    let entry = |index: usize| {
        let Some(link) = draft.links.get(index) else { return Json::Null };
        let end = |key: &str| ids.get(key).map_or_else(|| key.to_owned(), Uuid::to_string);
        let mut entry = link.extra.clone();
        entry.insert("id".into(), json!(names.uuid("link", &link.key, index).to_string()));
        entry.insert("type".into(), json!(link.kind));
        entry.insert("from".into(), json!(end(&link.from)));
        entry.insert("to".into(), json!(end(&link.to)));
        entry.insert("origin".into(), json!({"by": "person", "name": ""}));
        Json::Object(entry)
    };
    relate(&mut document, &relations, entry, &mut notes);
    add_unlisted(&mut document, &mut notes);
    Import { documents: vec![document], problems: notes.into_problems(id).collect(), ..Import::default() }
}

/// Makes ids of the names that a file has for things.
struct Names {
    /// The digest of the text, so that equal names in two articles are two things.
    text: String,
}

impl Names {
    /// The UUID that a name is, else one that is made of it; `index` tells equal names apart.
    fn uuid(&self, kind: &str, name: &str, index: usize) -> Uuid {
        let name = name.strip_prefix("urn:uuid:").unwrap_or(name);
        let given = Uuid::try_parse(name).ok().filter(|_| name.len() == 36);
        let parts = [kind.as_bytes(), self.text.as_bytes(), name.as_bytes(), &index.to_le_bytes()];
        given.unwrap_or_else(|| derived(&parts))
    }
}

/// The entities that marks name, each with the label of the first mark that does.
fn entities(marks: &[Mark]) -> Vec<Entity> {
    let mut names = HashSet::new();
    let named = marks.iter().filter_map(|mark| Some((mark, mark.entity.as_ref()?)));
    let new = named.filter(|(_, (id, _))| !id.is_empty() && names.insert(id.clone()));
    new.map(|(mark, (id, name))| Entity {
        id: EntityId(id.as_str().into()),
        label: LabelCode::new(
            Some(&mark.label).filter(|it| !it.is_empty()).map_or(UNKNOWN_LABEL, |it| it).to_owned(),
        ),
        name: if name.is_empty() { mark.quote.clone() } else { name.clone() },
        decided: None,
        extra: Extra::new(),
    })
    .collect()
}

/// The annotation of a mark, and where it stands.
fn annotation(
    document: &Document,
    (index, id): (usize, Uuid),
    mark: Mark,
    ids: &mut Ids,
    notes: &mut Notes,
) -> (Annotation, Selector) {
    let mut selector = Selector::default();
    selector.position.start = mark.start;
    selector.position.end = mark.end;
    selector.quote.exact = mark.quote;
    selector.quote.prefix = mark.prefix;
    selector.quote.suffix = mark.suffix;
    let quote = &selector.quote.exact;
    let id = ids.take(document.id, (index, quote), (Some(id), &|| json!(id.to_string()).to_string()), notes);
    let mut extra = mark.extra;
    notes.about(id, quote);
    let label = notes.label(mark.label);
    let value = notes.value(&label, mark.value.filter(|value| !value.is_null()), &mut extra);
    let time = |text: String| Some(Json::String(text)).filter(|text| text != "");
    let created = notes.timestamp("created", time(mark.created));
    let modified = notes.timestamp("modified", time(mark.modified));
    let made = created.or(modified).unwrap_or(document.created);
    notes.about_nothing();
    let entity = mark.entity.map(|(id, _)| id).filter(|id| !id.is_empty());
    let annotation = Annotation {
        id,
        span: Span::default(),
        label,
        value,
        status: mark.status,
        origin: origin(mark.by),
        entity: entity.map(|id| EntityId(id.into())),
        note: mark.note,
        check: None,
        decided: None,
        created: made,
        modified: modified.unwrap_or(made),
        history: Vec::new(),
        extra,
    };
    (annotation, selector)
}

fn origin(by: By) -> Origin {
    match by {
        By::Person(name) => Origin::Person { name: name.into() },
        By::Program { name, version, score } => Origin::Extractor {
            name: name.into(),
            version: version.into(),
            score: score.filter(|score| score.is_finite()),
        },
    }
}
