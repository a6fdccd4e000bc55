//! Merging the work of several annotators on one article.
//!
//! [`merge`](super::merge) is for copies of one document that tabs have changed, annotation by annotation, by id.
//! Colleagues' files have ids of their own: here marks are the same where they stand at the same place with
//! the same label, whoever made them. What differs stays beside each other and is a [`Disagreement`](super::Disagreement).
//!
//! The union is one of sets, so that it does not matter in which order files come, nor whether one comes twice.

use crate::text::sort_by_cached_key;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use super::{Document, combine};
use crate::annotation::{Annotation, AnnotationId, Entity, EntityId, Origin, Relation, Status};
use crate::label::LabelCode;

/// What two marks are the same by: where they stand and what they are.
type Key = (usize, usize, LabelCode);

/// The work of two annotators on one text, as one document. `None` where their texts differ.
///
/// Of marks that are the same each version is kept, the latest in front; so who made what is kept, too. Entities
/// are the same by label and name.
///
/// ```
/// # use newsmark::annotation::{Annotation, AnnotationId};
/// # use newsmark::document::{disagreements, unite, Document, DocumentId};
/// # use newsmark::label::LabelCode;
/// # use newsmark::text::Span;
/// # use uuid::Uuid;
/// let by = |name: &str, id: u128, start, end| {
///     let mut document = Document::new(DocumentId(Uuid::nil()), "Rome Opera", Default::default());
///     let mark = Annotation::by_hand(AnnotationId(Uuid::from_u128(id)), Span::new(start, end), LabelCode::ORG, Default::default());
///     let origin = newsmark::annotation::Origin::Person { name: name.into() };
///     document.extend([Annotation { origin, ..mark }.into()]);
///     document
/// };
/// let same = unite(&by("Ada", 1, 0, 10), &by("Li", 2, 0, 10)).unwrap();
/// assert_eq!(same.annotations().len(), 1);
/// let both = unite(&by("Ada", 1, 0, 10), &by("Li", 2, 0, 4)).unwrap();
/// assert_eq!(disagreements(&both).len(), 1);
/// ```
pub fn unite(ours: &Document, theirs: &Document) -> Option<Document> {
    if ours.text != theirs.text {
        return None;
    }
    let [ours, theirs] = with_settled_entities(ours, theirs);
    let names: HashMap<EntityId, String> =
        ours.entities.iter().chain(&theirs.entities).map(|it| (it.id.clone(), it.name.clone())).collect();
    let all = || ours.annotations.iter().chain(&theirs.annotations);
    let mut groups: BTreeMap<Key, Vec<&Arc<Annotation>>> = BTreeMap::new();
    for annotation in all() {
        let key = (annotation.span.start(), annotation.span.end(), annotation.label.clone());
        groups.entry(key).or_default().push(annotation);
    }
    // An id goes to the first of the groups that have it; the others get one that derives from both.
    let mut taken: BTreeSet<AnnotationId> = BTreeSet::new();
    let mut ids: HashMap<(AnnotationId, Key), AnnotationId> = HashMap::new();
    let mut annotations = Vec::with_capacity(groups.len());
    for (key, versions) in &groups {
        let own = versions.iter().map(|version| version.id).min()?;
        let id = if taken.insert(own) { own } else { derived(own, key) };
        taken.insert(id);
        ids.extend(versions.iter().map(|version| ((version.id, key.clone()), id)));
        annotations.push(united(id, versions, &names));
    }
    let key_of = |document: &Document, id: AnnotationId| {
        let annotation = document.annotation(id)?;
        ids.get(&(id, (annotation.span.start(), annotation.span.end(), annotation.label.clone()))).copied()
    };
    let mut relations: BTreeMap<(Arc<str>, AnnotationId, AnnotationId), Arc<Relation>> = BTreeMap::new();
    for document in [&ours, &theirs] {
        for relation in &document.relations {
            // Orphans keep their ids.
            let end = |id| key_of(document, id).unwrap_or(id);
            let (from, to) = (end(relation.from), end(relation.to));
            let new = Arc::new(Relation { from, to, ..(**relation).clone() });
            let there = relations.entry((relation.kind.clone(), from, to)).or_insert_with(|| new.clone());
            if new.id < there.id {
                *there = new;
            }
        }
    }
    let bare =
        |document: &Document| Document { annotations: Vec::new(), relations: Vec::new(), ..document.clone() };
    let mut united = combine(&bare(&ours), &bare(&theirs))?;
    united.extend(annotations);
    united.relate(relations.into_values());
    Some(united)
}

/// One mark of several versions of it: the latest, with the others as its history.
fn united(
    id: AnnotationId,
    versions: &[&Arc<Annotation>],
    names: &HashMap<EntityId, String>,
) -> Arc<Annotation> {
    if let [one] = versions
        && one.id == id
    {
        return Arc::clone(one);
    }
    let flat = |annotation: &Annotation| Annotation { id, history: Vec::new(), ..annotation.clone() };
    let mut all: Vec<Annotation> = Vec::new();
    for version in versions {
        for one in version.history.iter().map(|it| &**it).chain([&***version]) {
            let one = flat(one);
            if !all.contains(&one) {
                all.push(one);
            }
        }
    }
    // Of the same time, those that somebody has looked at come later; else by all that is in them, so that the order
    // of the files is of no account.
    sort_by_cached_key(&mut all, |one| order_of(one, names));
    let Some(last) = all.pop() else { return Arc::clone(versions[0]) };
    Arc::new(Annotation { history: all.into_iter().map(Arc::new).collect(), ..last })
}

/// What tells two versions of a mark apart, the later one greater.
fn order_of(one: &Annotation, names: &HashMap<EntityId, String>) -> impl Ord + use<> {
    let named = one.entity.as_ref().and_then(|id| names.get(id)).cloned();
    let value = one.value.as_ref().map(|value| value.describe_in_full());
    let by = match &one.origin {
        Origin::Person { name } => (1, name.clone(), String::new()),
        Origin::Extractor { name, version, score } => {
            (0, name.clone(), format!("{version} {}", score.unwrap_or(-1.0)))
        }
    };
    let check = one.check.as_ref().map(|check| {
        (check.at, check.state.code(), check.evidence.clone(), check.note.clone(), check.by.clone())
    });
    let extra: Vec<String> = one.extra.iter().map(|(name, value)| format!("{name} {value}")).collect();
    (
        one.modified,
        one.status != Status::Suggested,
        one.created,
        named,
        one.status,
        value,
        by,
        one.note.clone(),
        check,
        extra,
    )
}

/// An id for a mark whose own is another one's by now.
fn derived(id: AnnotationId, (start, end, label): &Key) -> AnnotationId {
    let mut hash: u128 = id.0.as_u128();
    let parts = format!("{start} {end} {label}");
    for byte in parts.bytes() {
        // FNV-1a, 128 bits: spread out, and the same everywhere.
        hash = (hash ^ u128::from(byte)).wrapping_mul(0x0000_0000_0100_0000_0000_0000_0000_013b);
    }
    AnnotationId(uuid::Builder::from_custom_bytes(hash.to_be_bytes()).into_uuid())
}

/// Both documents with entity ids under which they mean the same: things of one label and name have the smallest of
/// their ids, unless another thing has it.
fn with_settled_entities(ours: &Document, theirs: &Document) -> [Document; 2] {
    let both = [ours, theirs];
    let mut things: BTreeMap<(&LabelCode, &str), BTreeSet<&EntityId>> = BTreeMap::new();
    for entity in both.iter().flat_map(|document| &document.entities) {
        things.entry((&entity.label, &entity.name)).or_default().insert(&entity.id);
    }
    let mut taken = BTreeSet::new();
    let mut chosen: BTreeMap<(&LabelCode, &str), EntityId> = BTreeMap::new();
    for (thing, ids) in &things {
        let free = ids.iter().find(|id| !taken.contains(**id)).map(|id| (*id).clone());
        let id = free.unwrap_or_else(|| EntityId(format!("{} {}", thing.0, thing.1).into()));
        taken.insert(id.clone());
        chosen.insert(*thing, id);
    }
    both.map(|document| {
        let mut settled = document.clone();
        let mut renamed = HashMap::new();
        let mut entities: Vec<Entity> = Vec::new();
        for entity in &document.entities {
            let Some(id) = chosen.get(&(&entity.label, entity.name.as_str())) else { continue };
            if *id != entity.id {
                renamed.insert(entity.id.clone(), id.clone());
            }
            if !entities.iter().any(|there| there.id == *id) {
                entities.push(Entity { id: id.clone(), ..entity.clone() });
            }
        }
        settled.entities = entities;
        if !renamed.is_empty() {
            for annotation in &mut settled.annotations {
                rename(annotation, &renamed);
            }
        }
        settled
    })
}

/// Gives a mark and its versions the new ids of their entities.
fn rename(annotation: &mut Arc<Annotation>, renamed: &HashMap<EntityId, EntityId>) {
    let new = annotation.entity.as_ref().and_then(|id| renamed.get(id)).cloned();
    if new.is_some() || !annotation.history.is_empty() {
        let annotation = Arc::make_mut(annotation);
        annotation.entity = new.or(annotation.entity.take());
        annotation.history.iter_mut().for_each(|version| rename(version, renamed));
    }
}
