//! Merging the work of several annotators on one article.
//!
//! [`merge`](super::merge) is for copies of one document that tabs have changed, annotation by annotation, by id.
//! Colleagues' files have ids of their own: here marks are the same if they stand at the same place with
//! the same label, whoever made them. Where people decided differently there is a [`Disagreement`](super::Disagreement).
//!
//! The result is a function of the set of all versions of all marks. So it makes no difference in which order
//! files come, nor whether one comes twice.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use super::entities::{Entities, NewIds};
use super::front::front;
use super::marks::into_marks;
use super::sequence::Names;
use super::sources::stale_sources;
use super::versions::versions_of;
use super::{Document, combine};
use crate::annotation::{Annotation, AnnotationId, Relation, RelationId};
use crate::text::fingerprint;

/// The work of two annotators on one text, as one document. `None` where their texts differ.
///
/// Of marks that are the same each version is kept, and what was decided last counts; a decision beats a
/// suggestion. Entities are the same by label and name.
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
    let Entities { all: entities, ids } = Entities::of([ours, theirs]);
    let [our_ids, their_ids] = ids;
    let sheets = [Sheet::of(ours, our_ids), Sheet::of(theirs, their_ids)];
    let versions = sheets.iter().flat_map(|sheet| &sheet.marks).flat_map(|mark| &mark.versions).cloned();
    let names = Names::of(&entities);
    let united = Marks::new(into_marks(versions.collect(), &names), &names);
    let relations = distinct(sheets.iter().flat_map(|sheet| sheet.relations(&united)));
    let [ours, theirs] = sheets.map(|sheet| Document { entities: entities.clone(), ..sheet.bare() });
    let mut together = combine(&ours, &theirs)?;
    together.orphans.retain(|orphan| !united.ids.contains(&orphan.annotation.id));
    together.extend(united.marks);
    together.relate(relations);
    let stale = stale_sources(&together);
    together.unrelate(&stale);
    Some(together)
}

/// One of the files, its entities under the ids that they have in the result.
struct Sheet<'d> {
    document: &'d Document,
    marks: Vec<Mark>,
    entities: NewIds,
}

/// A mark of one of the files, with its versions.
struct Mark {
    annotation: Arc<Annotation>,
    versions: Vec<Arc<Annotation>>,
}

impl Sheet<'_> {
    fn of(document: &Document, entities: NewIds) -> Sheet<'_> {
        let names = Names::of(&document.entities);
        let mark = |mark: &Arc<Annotation>| {
            let mut versions = versions_of(mark, &names);
            versions.iter_mut().for_each(|version| entities.rename(version));
            Mark { annotation: Arc::clone(mark), versions }
        };
        Sheet { document, marks: document.annotations.iter().map(mark).collect(), entities }
    }

    /// The relations between the marks of the result. Orphans keep their ids.
    fn relations(&self, united: &Marks) -> Vec<Relation> {
        let new_id = |mark: &Mark| Some((mark.annotation.id, united.id_of(mark)?));
        let ends: HashMap<_, _> = self.marks.iter().filter_map(new_id).collect();
        let end = |id| ends.get(&id).copied().unwrap_or(id);
        let relation = |it: &Arc<Relation>| Relation { from: end(it.from), to: end(it.to), ..(**it).clone() };
        self.document.relations.iter().map(relation).collect()
    }

    /// What the file has besides marks that have a place.
    fn bare(self) -> Document {
        let mut bare = Document { annotations: Vec::new(), relations: Vec::new(), ..self.document.clone() };
        for orphan in &mut bare.orphans {
            let mut annotation = Arc::new(orphan.annotation.clone());
            self.entities.rename(&mut annotation);
            orphan.annotation = Arc::unwrap_or_clone(annotation);
        }
        bare
    }
}

/// The marks of the result.
struct Marks {
    marks: Vec<Arc<Annotation>>,
    /// The ids of all versions, and those of the marks.
    ids: HashSet<AnnotationId>,
    /// Which mark a version went to, by the id of the version and by its place.
    places: HashMap<AnnotationId, Vec<(Arc<Annotation>, AnnotationId)>>,
}

impl Marks {
    fn new(all: Vec<Vec<Arc<Annotation>>>, names: &Names<'_>) -> Marks {
        let mut ids: HashSet<_> = all.iter().flatten().map(|version| version.id).collect();
        let mut taken = HashSet::new();
        let mut marks = Vec::with_capacity(all.len());
        let mut places: HashMap<_, Vec<_>> = HashMap::new();
        for versions in all {
            let Some(smallest) = versions.iter().map(|version| version.id).min() else { continue };
            let own = versions.iter().map(|version| version.id);
            let free = own.filter(|id| !taken.contains(id)).min();
            let id = free.unwrap_or_else(|| derived(smallest, &versions[0]));
            taken.insert(id);
            ids.insert(id);
            for version in &versions {
                places.entry(version.id).or_default().push((Arc::clone(version), id));
            }
            marks.push(united(id, versions, names));
        }
        Marks { marks, ids, places }
    }

    /// The id of the mark to which a mark of one of the files went: that of the version that counted there.
    fn id_of(&self, mark: &Mark) -> Option<AnnotationId> {
        let here = |version: &&Arc<Annotation>| {
            version.span == mark.annotation.span && version.label == mark.annotation.label
        };
        let version = mark.versions.iter().find(here).or(mark.versions.first())?;
        let (_, id) = self.places.get(&version.id)?.iter().find(|(known, _)| known == version)?;
        Some(*id)
    }
}

/// One mark of its versions, which are its history where there are several.
fn united(id: AnnotationId, versions: Vec<Arc<Annotation>>, names: &Names<'_>) -> Arc<Annotation> {
    match &versions[..] {
        [one] if one.id == id => Arc::clone(one),
        _ => Arc::new(Annotation { id, history: versions.clone(), ..front(&versions, names) }),
    }
}

/// The relations, each once.
fn distinct(relations: impl Iterator<Item = Relation>) -> Vec<Arc<Relation>> {
    let mut found: BTreeMap<(Arc<str>, AnnotationId, AnnotationId), Relation> = BTreeMap::new();
    for relation in relations {
        let key = (relation.kind.clone(), relation.from, relation.to);
        let is_first =
            |there: &Relation| (there.id, fingerprint(there)) <= (relation.id, fingerprint(&relation));
        if !found.get(&key).is_some_and(is_first) {
            found.insert(key, relation);
        }
    }
    let mut ids = HashSet::new();
    let distinct = found.into_values().map(|mut relation| {
        if !ids.insert(relation.id) {
            // Two files tie other ends by a relation of one id.
            let ends = format!("{} {}", relation.from.0, relation.to.0);
            relation.id = RelationId(hashed(relation.id.0, &ends));
            ids.insert(relation.id);
        }
        Arc::new(relation)
    });
    distinct.collect()
}

/// An id for a mark whose own is another one's by now.
pub(crate) fn derived(id: AnnotationId, version: &Annotation) -> AnnotationId {
    let place = format!("{} {} {}", version.span.start(), version.span.end(), version.label);
    AnnotationId(hashed(id.0, &place))
}

fn hashed(id: uuid::Uuid, words: &str) -> uuid::Uuid {
    let mut hash: u128 = id.as_u128();
    for byte in words.bytes() {
        // FNV-1a, 128 bits: spread out, and the same everywhere.
        hash = (hash ^ u128::from(byte)).wrapping_mul(0x0000_0000_0100_0000_0000_0000_0000_013b);
    }
    uuid::Builder::from_custom_bytes(hash.to_be_bytes()).into_uuid()
}
