//! Who made and decided what, and the work of one of them alone.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use super::Document;
use super::claims::Claims;
use super::sequence::Names;
use super::versions::versions_of;
use crate::annotation::{Annotation, AnnotationId, Check, Decision, Origin, Relation, RelationId, Status};

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

    /// The same document with `name` for what a person without a name decided in it, unless each of the `known`
    /// documents has the very same decision: so that a colleague's work is not taken for our own.
    pub fn signed(mut self, name: &str, known: &[&Document]) -> Document {
        let known: Vec<Known<'_>> = known.iter().map(|document| Known::of(document)).collect();
        let pen = Pen { name, known: &known };
        for annotation in &mut self.annotations {
            pen.sign(annotation);
        }
        for relation in &mut self.relations {
            let is_known = known.iter().all(|it| it.relations.contains(&relation.id));
            if is_unnamed(&relation.origin) && !is_known {
                Arc::make_mut(relation).origin = Origin::Person { name: name.into() };
            }
        }
        for entity in &mut self.entities {
            let is_known = known.iter().all(|it| it.entities.contains(&entity.decided.as_ref()));
            if let Some(decided) = entity.decided.as_mut().filter(|it| it.by.is_empty() && !is_known) {
                decided.by = name.into();
            }
        }
        self
    }

    /// The same with every mark as nobody had looked at it: what the program proposed.
    pub fn unreviewed(mut self) -> Document {
        let touched = |it: &&mut Arc<Annotation>| it.status != Status::Suggested || it.decided.is_some();
        for annotation in self.annotations.iter_mut().filter(touched) {
            let annotation = Arc::make_mut(annotation);
            (annotation.status, annotation.decided) = (Status::Suggested, None);
        }
        self
    }

    /// All who decided anything in it, by their names.
    pub fn people(&self) -> BTreeSet<Arc<str>> {
        let versions = self.annotations.iter().flat_map(|mark| mark.history.iter().chain([mark]));
        versions.filter_map(|version| version.decision()).map(|decision| decision.by).collect()
    }

    /// The same with only what one person decided: each mark as that person has it.
    pub fn work_of(&self, by: &str) -> Document {
        let names = Names::of(&self.entities);
        let own = |mark: &Arc<Annotation>| {
            let versions = versions_of(mark, &names);
            let claim = Claims::new(&versions, &names).marks().into_iter().find(|claim| *claim.by == *by)?;
            Some(Arc::new(Annotation { id: mark.id, ..(**claim.version).clone() }))
        };
        let mut work = Document { annotations: Vec::new(), ..self.clone() };
        work.extend(self.annotations.iter().filter_map(own));
        work.take_loose_relations();
        work
    }

    /// The same with only the marks that `is_meant` picks: the work of one annotator, to compare with another's.
    pub fn only(&self, is_meant: impl Fn(&Annotation) -> bool) -> Document {
        let mut only = self.clone();
        only.annotations.retain(|annotation| is_meant(annotation));
        only.take_loose_relations();
        only
    }
}

/// What one document has, to tell what another one has changed.
struct Known<'d> {
    versions: HashMap<AnnotationId, Vec<&'d Arc<Annotation>>>,
    relations: BTreeSet<RelationId>,
    entities: BTreeSet<Option<&'d Decision>>,
}

impl<'d> Known<'d> {
    fn of(document: &'d Document) -> Known<'d> {
        let mut versions: HashMap<_, Vec<_>> = HashMap::new();
        for mark in &document.annotations {
            for version in mark.history.iter().chain([mark]) {
                versions.entry(version.id).or_default().push(version);
            }
        }
        let of_relation = |relation: &Arc<Relation>| relation.id;
        Known {
            versions,
            relations: document.relations.iter().map(of_relation).collect(),
            entities: document.entities.iter().map(|entity| entity.decided.as_ref()).collect(),
        }
    }

    fn has(&self, id: AnnotationId, is_same: impl Fn(&Annotation) -> bool) -> bool {
        self.versions.get(&id).is_some_and(|versions| versions.iter().any(|version| is_same(version)))
    }
}

/// Signs what has no name.
struct Pen<'p> {
    name: &'p str,
    known: &'p [Known<'p>],
}

impl Pen<'_> {
    /// Signs a mark and its versions.
    fn sign(&self, mark: &mut Arc<Annotation>) {
        if !mark.history.is_empty() {
            Arc::make_mut(mark).history.iter_mut().for_each(|version| self.sign(version));
        }
        let is_known =
            |is_same: &dyn Fn(&Annotation) -> bool| self.known.iter().all(|it| it.has(mark.id, is_same));
        let decision = mark.decision().filter(|decision| decision.by.is_empty());
        let is_decided = |other: &Annotation, own: &Decision| {
            other.decision().as_ref() == Some(own)
                && (other.status, &other.label, other.span) == (mark.status, &mark.label, mark.span)
                && (&other.value, &other.entity) == (&mark.value, &mark.entity)
        };
        let signed = decision.filter(|own| !is_known(&|other| is_decided(other, own)));
        let makes = is_unnamed(&mark.origin) && !is_known(&|other| is_unnamed(&other.origin));
        let check = mark.check.as_ref().filter(|check| check.by.is_empty());
        let check = check.filter(|own| !is_known(&|other| other.check.as_ref() == Some(*own))).cloned();
        if signed.is_none() && !makes && check.is_none() {
            return;
        }
        let mark = Arc::make_mut(mark);
        if let Some(decision) = signed {
            mark.decided = Some(Decision { by: self.name.into(), ..decision });
        }
        if makes {
            mark.origin = Origin::Person { name: self.name.into() };
        }
        if let Some(check) = check {
            mark.check = Some(Arc::new(Check { by: self.name.into(), ..(*check).clone() }));
        }
    }
}

fn is_unnamed(origin: &Origin) -> bool {
    matches!(origin, Origin::Person { name } if name.is_empty())
}
