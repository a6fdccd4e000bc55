//! Who said something: which of several sources of one quote counts.

use std::collections::HashMap;
use std::sync::Arc;

use super::Document;
use super::claims::Claims;
use super::front::says_something;
use super::sequence::Names;
use super::versions::versions_of;
use crate::annotation::{Annotation, AnnotationId, RelationId, Status};
use crate::value::Value;

/// The relations from speech to sources that nobody stands behind any more: somebody decided on another
/// source, and nobody on this one. Where two people decided on two sources, both stay until that is settled.
pub(crate) fn stale_sources(document: &Document) -> Vec<RelationId> {
    let names = Names::of(&document.entities);
    let marks: HashMap<_, _> = document.annotations.iter().map(|mark| (mark.id, mark)).collect();
    let mut sources: HashMap<AnnotationId, Vec<(RelationId, String)>> = HashMap::new();
    for relation in document.relations.iter().filter(|relation| relation.is_said_by()) {
        let words = marks.get(&relation.to).map(|source| words(document, source));
        sources.entry(relation.from).or_default().push((relation.id, words.unwrap_or_default()));
    }
    let merged =
        document.annotations.iter().filter(|mark| mark.label.is_speech() && !mark.history.is_empty());
    let of_mark = |mark: &Arc<Annotation>| {
        let sources = sources.get(&mark.id)?;
        Some(stale_of(sources, &versions_of(mark, &names), &names))
    };
    merged.filter_map(of_mark).flatten().collect()
}

/// The same for one mark, of whose sources the words are known.
fn stale_of(
    sources: &[(RelationId, String)],
    versions: &[Arc<Annotation>],
    names: &Names<'_>,
) -> Vec<RelationId> {
    let claims = Claims::new(versions, names).marks();
    let decided: Vec<_> = claims.iter().map(|claim| claim.version).filter(|it| is_answer(it)).collect();
    if decided.is_empty() {
        return Vec::new();
    }
    let stands = |words: &str| decided.iter().any(|version| is_called(version, words));
    let was_meant = |words: &str| versions.iter().any(|version| is_called(version, words));
    let has_other = sources.iter().any(|(_, words)| stands(words));
    let loose = sources.iter().filter(|(_, words)| !stands(words) && (has_other || was_meant(words)));
    loose.map(|(id, _)| *id).collect()
}

/// Whether a version of speech says who said it.
fn is_answer(version: &Annotation) -> bool {
    version.status == Status::Accepted && version.label.is_speech() && says_something(version)
}

/// Who said it, in the words of a version of speech.
pub(super) fn speaker(version: &Annotation) -> &str {
    match &version.value {
        Some(Value::Quote(quote)) => &quote.speaker,
        _ => "",
    }
}

/// Whether a version names its source by these words.
fn is_called(version: &Annotation, words: &str) -> bool {
    let speaker = speaker(version);
    !speaker.is_empty() && words.eq_ignore_ascii_case(speaker)
}

fn words(document: &Document, source: &Annotation) -> String {
    document.quote(source).replace('\n', " ")
}

/// Whether two versions of a mark name the same source: by the same words, or by two mentions of one entity.
pub(super) fn same_source(
    document: &Document,
    mark: &Annotation,
    one: &Annotation,
    other: &Annotation,
) -> bool {
    if speaker(one).eq_ignore_ascii_case(speaker(other)) {
        return true;
    }
    let entity = |version: &Annotation| {
        let meant = document.relations_of(mark.id).filter(|it| it.from == mark.id && it.is_said_by());
        let mut sources = meant.filter_map(|relation| document.annotation(relation.to));
        sources.find(|source| is_called(version, &words(document, source)))?.entity.clone()
    };
    entity(one).is_some_and(|entity_of_one| Some(entity_of_one) == entity(other))
}
