//! Where those who have annotated an article differ, until somebody settles it.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use serde_json::Value as Json;

use super::Document;
use crate::annotation::{Annotation, AnnotationId, Origin, Status};
use crate::text::Span;

/// Something that was annotated in two ways.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Disagreement {
    /// Two marks that lie over each other and are not the same.
    Marks {
        /// The one that begins first, or is longer.
        one: AnnotationId,
        /// The other one.
        other: AnnotationId,
    },
    /// One mark that was accepted by one and rejected by another, or has two values.
    Versions {
        /// The mark.
        id: AnnotationId,
        /// Which version of its history says otherwise.
        version: usize,
    },
}

/// The disagreements of a document, in reading order: pairs of marks by different makers that overlap and differ in
/// place or label, neither of them rejected; and marks of which a version differs in what was decided, or in the value. What
/// has been settled is none ([`settled`]).
pub fn disagreements(document: &Document) -> Vec<Disagreement> {
    let all = document.annotations();
    let mut found = Vec::new();
    for (index, one) in all.iter().enumerate() {
        let differs = |version: &Arc<Annotation>| contradict(one, version);
        if let Some(version) = one.history.iter().rposition(differs).filter(|_| !is_settled(one, one.id)) {
            found.push(Disagreement::Versions { id: one.id, version });
        }
        if one.status == Status::Rejected {
            continue;
        }
        let near = all[index + 1..].iter().take_while(|other| other.span.start() < one.span.end());
        for other in near.filter(|other| other.status != Status::Rejected && other.span.overlaps(one.span)) {
            let is_open = !is_settled(one, other.id) && !is_settled(other, one.id);
            if is_open && makers(one).is_disjoint(&makers(other)) {
                found.push(Disagreement::Marks { one: one.id, other: other.id });
            }
        }
    }
    found
}

/// Whether two versions of a mark say what cannot both be.
fn contradict(one: &Annotation, other: &Annotation) -> bool {
    let is_decided = |annotation: &Annotation| annotation.status != Status::Suggested;
    let both_decided = is_decided(one) && is_decided(other);
    both_decided
        && (one.status != other.status
            || one.value.is_some() && other.value.is_some() && one.value != other.value)
}

/// Who made an annotation; extractors come before people.
pub type Maker = (bool, Arc<str>);

/// All who made a version of a mark.
pub fn makers(annotation: &Annotation) -> BTreeSet<Maker> {
    let of = |annotation: &Annotation| match &annotation.origin {
        Origin::Person { name } => (true, name.clone()),
        Origin::Extractor { name, .. } => (false, name.clone()),
    };
    annotation.history.iter().map(|version| of(version)).chain([of(annotation)]).collect()
}

/// The field of a mark that names the marks (itself, for its versions) against which it was settled.
const SETTLED: &str = "settled";

/// The mark, settled against `other`: itself, where that is about its versions.
pub fn settled(mut annotation: Annotation, other: AnnotationId) -> Annotation {
    if !is_settled(&annotation, other) {
        let list = annotation.extra.entry(SETTLED).or_insert_with(|| Json::Array(Vec::new()));
        if let Json::Array(list) = list {
            list.push(other.0.to_string().into());
        }
    }
    annotation
}

fn is_settled(annotation: &Annotation, other: AnnotationId) -> bool {
    let list = annotation.extra.get(SETTLED).and_then(Json::as_array);
    list.is_some_and(|list| list.iter().any(|id| id.as_str().is_some_and(|id| id == other.0.to_string())))
}

impl Disagreement {
    /// What both are about; `None` where a mark is gone.
    pub fn place(self, document: &Document) -> Option<Span> {
        match self {
            Disagreement::Marks { one, other } => {
                Some(document.annotation(one)?.span.cover(document.annotation(other)?.span))
            }
            Disagreement::Versions { id, .. } => Some(document.annotation(id)?.span),
        }
    }

    /// What one says and what the other does, that of the person without a name (who works here) first.
    pub fn sides(self, document: &Document) -> Option<[&Arc<Annotation>; 2]> {
        let sides = match self {
            Disagreement::Marks { one, other } => [document.annotation(one)?, document.annotation(other)?],
            Disagreement::Versions { id, version } => {
                let annotation = document.annotation(id)?;
                [annotation, annotation.history.get(version)?]
            }
        };
        // What the program proposed and stands here is more ours than what came with a name.
        let distance = |side: &Annotation| match &side.origin {
            Origin::Person { name } if name.is_empty() => 0,
            Origin::Extractor { .. } => 1,
            Origin::Person { .. } => 2,
        };
        Some(if distance(sides[0]) > distance(sides[1]) { [sides[1], sides[0]] } else { sides })
    }
}

impl Document {
    /// A mark in words: “Rome” as Place, what was decided where that was to reject it, and its value.
    pub fn describe_mark(&self, annotation: &Annotation) -> String {
        let label = self.labels.get(&annotation.label).map_or(annotation.label.as_str(), |label| &label.name);
        let mut words = format!("“{}” as {label}", self.quote(annotation).replace('\n', " "));
        if let Some(value) = &annotation.value {
            words += ", ";
            words += &value.describe_in_full();
        }
        if annotation.status == Status::Rejected {
            words += ", rejected";
        }
        words
    }

    /// The same, with the name of who sent it for what a person without a name made in it, where `ours` has not just that:
    /// so that it is not taken for our own work.
    pub fn signed(mut self, name: &str, ours: &Document) -> Document {
        let known: HashMap<_, _> = ours.annotations.iter().map(|it| (it.id, it)).collect();
        for annotation in &mut self.annotations {
            let is_unnamed = matches!(&annotation.origin, Origin::Person { name } if name.is_empty());
            if is_unnamed && known.get(&annotation.id).is_none_or(|ours| *ours != annotation) {
                Arc::make_mut(annotation).origin = Origin::Person { name: name.into() };
            }
        }
        self
    }

    /// The same with every mark as nobody had looked at it: what the program proposed.
    pub fn unreviewed(mut self) -> Document {
        for annotation in self.annotations.iter_mut().filter(|it| it.status != Status::Suggested) {
            Arc::make_mut(annotation).status = Status::Suggested;
        }
        self
    }

    /// The same with only the marks that `is_meant` picks: the work of one annotator, to compare with another's.
    pub fn only(&self, is_meant: impl Fn(&Annotation) -> bool) -> Document {
        let mut only = self.clone();
        only.annotations.retain(|annotation| is_meant(annotation));
        only.take_loose_relations();
        only
    }
}
