//! Where those who have annotated an article decided differently, until somebody settles it.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::Document;
use super::claims::{Claim, Claims};
use super::front::is_unsaid;
use super::overruled::{Aspect, key};
use super::sequence::Names;
use super::sources::same_source;
use super::versions::versions_of;
use crate::annotation::{Annotation, AnnotationId, EntityId, Status};
use crate::text::{Span, sorted_set};

/// What people decided differently.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Question {
    /// Whether it is a mark at all: one accepted it, the other rejected it.
    Status,
    /// Which label it has.
    Label,
    /// Where it begins and ends.
    Span,
    /// What it means.
    Value,
    /// Who said it.
    Source,
    /// Which entity it names.
    Entity,
    /// What checking has shown.
    Check,
}

/// Something that two people decided in two ways.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Disagreement {
    /// What they decided differently.
    pub question: Question,
    /// The mark; of an entity, its first mention; of two marks, that of the first person.
    pub mark: AnnotationId,
    /// The mark of the second person, if each made one of their own and the two overlap.
    pub other: Option<AnnotationId>,
    /// Both people, in the order of their names; a name may be empty.
    pub people: [Arc<str>; 2],
}

/// One side of a disagreement.
#[derive(Clone, PartialEq, Debug)]
pub struct Side {
    /// All who decided this.
    pub people: Vec<Arc<str>>,
    /// The mark as they have it.
    pub version: Arc<Annotation>,
    /// The mark of the document that it is about.
    pub mark: AnnotationId,
}

/// The disagreements of a document, in reading order. Only what two people decided in two ways is one: a
/// decision against a suggestion is none, nor are suggestions that overlap. What has been settled is none.
pub fn disagreements(document: &Document) -> Vec<Disagreement> {
    let names = Names::of(&document.entities);
    let mut found = Vec::new();
    let mut entities = BTreeSet::new();
    for (index, mark) in document.annotations.iter().enumerate() {
        if !mark.history.is_empty() {
            let versions = versions_of(mark, &names);
            let sides = Sides { document, mark, claims: Claims::new(&versions, &names) };
            for question in ASKED {
                found.extend(sides.disagreements(question, &mut entities));
            }
        }
        if mark.status == Status::Accepted && !mark.label.holds_others() {
            let behind = &document.annotations[index + 1..];
            let near = behind.iter().take_while(|other| other.span.start() < mark.span.end());
            found.extend(near.filter_map(|other| overlap(mark, other, &names)));
        }
    }
    found
}

/// What is asked about a mark: what it is, then which entity it names and what checking has shown. Of status,
/// label, place and value only the first one that differs.
const ASKED: [Aspect; 3] = [Aspect::Mark, Aspect::Entity, Aspect::Check];

/// Two accepted marks that overlap, each by people who have not made the other.
fn overlap(one: &Arc<Annotation>, other: &Arc<Annotation>, names: &Names<'_>) -> Option<Disagreement> {
    let is_apart = other.status != Status::Accepted
        || other.label.holds_others()
        || !other.span.overlaps(one.span)
        || other.span == one.span;
    if is_apart {
        return None;
    }
    let [here, there] = [one, other].map(|mark| people_behind(mark, names));
    if !here.is_disjoint(&there) {
        return None;
    }
    let mut sides = [(here.first()?.clone(), one.id), (there.first()?.clone(), other.id)];
    if sides[1] < sides[0] {
        sides.swap(0, 1);
    }
    let [(first, mark), (second, other)] = sides;
    Some(Disagreement { question: Question::Span, mark, other: Some(other), people: [first, second] })
}

/// Those who accept a mark.
fn people_behind(mark: &Arc<Annotation>, names: &Names<'_>) -> BTreeSet<Arc<str>> {
    let versions = versions_of(mark, names);
    let claims = Claims::new(&versions, names).marks();
    let accepted = claims.into_iter().filter(|claim| claim.version.status == Status::Accepted);
    sorted_set(accepted.map(|claim| claim.by))
}

fn entity_pair(one: &[Claim<'_>], other: &[Claim<'_>]) -> EntityPair {
    let mut both = [one, other].map(|group| group[0].version.entity.clone());
    if both[1] < both[0] {
        both.swap(0, 1);
    }
    both
}

/// What people say about one mark.
struct Sides<'s> {
    document: &'s Document,
    mark: &'s Arc<Annotation>,
    claims: Claims<'s>,
}

/// Both answers to which entity it is.
type EntityPair = [Option<EntityId>; 2];

impl<'s> Sides<'s> {
    /// The people who say the same, side by side.
    fn groups(&self, aspect: Aspect) -> Vec<Vec<Claim<'s>>> {
        let claims = match aspect {
            Aspect::Mark => self.claims.marks(),
            Aspect::Entity if self.mark.status == Status::Rejected => Vec::new(),
            Aspect::Entity => self.claims.entities(),
            Aspect::Check => self.claims.checks(),
        };
        let mut groups: Vec<Vec<Claim<'s>>> = Vec::new();
        for claim in claims {
            let same = groups.iter_mut().find(|group| self.question(aspect, &group[0], &claim).is_none());
            match same {
                Some(group) => group.push(claim),
                None => groups.push(vec![claim]),
            }
        }
        groups
    }

    /// What differs between two claims.
    fn question(&self, aspect: Aspect, one: &Claim<'_>, other: &Claim<'_>) -> Option<Question> {
        let (one, other) = (one.version, other.version);
        match aspect {
            Aspect::Mark => self.mark_question(one, other),
            Aspect::Entity => (one.entity != other.entity).then_some(Question::Entity),
            Aspect::Check => {
                let state = |version: &Annotation| version.check.as_ref().map(|check| check.state);
                (state(one) != state(other)).then_some(Question::Check)
            }
        }
    }

    fn mark_question(&self, one: &Annotation, other: &Annotation) -> Option<Question> {
        if one.status != other.status {
            return Some(Question::Status);
        }
        if one.status == Status::Rejected {
            return None;
        }
        if one.label != other.label {
            return Some(Question::Label);
        }
        if one.span != other.span {
            return Some(Question::Span);
        }
        if one.value == other.value || is_unsaid(one, other) || is_unsaid(other, one) {
            return None;
        }
        if one.label.is_speech() {
            let is_same = same_source(self.document, self.mark, one, other);
            return (!is_same).then_some(Question::Source);
        }
        Some(Question::Value)
    }

    /// The disagreements about one aspect: one for each two answers.
    fn disagreements(&self, aspect: Aspect, entities: &mut BTreeSet<EntityPair>) -> Vec<Disagreement> {
        let groups = self.groups(aspect);
        let mut found = Vec::new();
        for (index, one) in groups.iter().enumerate() {
            for other in &groups[index + 1..] {
                let Some(question) = self.question(aspect, &one[0], &other[0]) else { continue };
                if question == Question::Entity && !entities.insert(entity_pair(one, other)) {
                    continue;
                }
                let people = [one[0].by.clone(), other[0].by.clone()];
                found.push(Disagreement { question, mark: self.mark.id, other: None, people });
            }
        }
        found
    }

    fn side(&self, aspect: Aspect, by: &str) -> Option<Side> {
        let group =
            self.groups(aspect).into_iter().find(|group| group.iter().any(|claim| *claim.by == *by))?;
        Some(Side {
            people: group.iter().map(|claim| claim.by.clone()).collect(),
            version: Arc::clone(group.iter().find(|claim| *claim.by == *by).unwrap_or(&group[0]).version),
            mark: self.mark.id,
        })
    }
}

impl Question {
    pub(crate) fn aspect(self) -> Aspect {
        match self {
            Question::Entity => Aspect::Entity,
            Question::Check => Aspect::Check,
            _ => Aspect::Mark,
        }
    }
}

impl Disagreement {
    /// The piece of the text that it is about; `None` where a mark is gone.
    pub fn place(&self, document: &Document) -> Option<Span> {
        if self.question != Question::Span {
            return document.annotation(self.mark).map(|mark| mark.span);
        }
        let [one, other] = self.sides(document, "")?;
        Some(one.version.span.cover(other.version.span))
    }

    /// Whether both can be right: two labels at one place, or two places.
    pub fn can_be_both(&self) -> bool {
        matches!(self.question, Question::Label | Question::Span)
    }

    /// What the one says and what the other does: first the side of `me`, or of whoever has no name. Else they
    /// stand in the order of the people's names. `None` where it is settled by now, or a mark is gone.
    pub fn sides(&self, document: &Document, me: &str) -> Option<[Side; 2]> {
        let names = Names::of(&document.entities);
        let side = |id: AnnotationId, by: &str| {
            let mark = document.annotation(id)?;
            let versions = versions_of(mark, &names);
            let sides = Sides { document, mark, claims: Claims::new(&versions, &names) };
            sides.side(self.question.aspect(), by)
        };
        let [first, second] = &self.people;
        let (first, second) = (side(self.mark, first)?, side(self.other.unwrap_or(self.mark), second)?);
        let is_mine = |side: &Side, name: &str| side.people.iter().any(|person| **person == *name);
        let swaps = is_mine(&second, me) || !is_mine(&first, me) && is_mine(&second, "");
        Some(if swaps { [second, first] } else { [first, second] })
    }

    /// The marks that it is about, and with which version of each: all mentions of which the same two entities are
    /// in question, else the one.
    pub(crate) fn marks(&self, document: &Document, chosen: &Side, other: &Side) -> Vec<Settled> {
        let names = Names::of(&document.entities);
        let mut found = Vec::new();
        for mark in &document.annotations {
            let is_meant = match self.question {
                Question::Entity => !mark.history.is_empty(),
                _ => mark.id == self.mark,
            };
            if !is_meant {
                continue;
            }
            let versions = versions_of(mark, &names);
            let sides = Sides { document, mark, claims: Claims::new(&versions, &names) };
            found.extend(sides.settled(self.question, [chosen, other]));
        }
        found
    }
}

/// A mark for which a disagreement is to be settled.
pub(crate) struct Settled {
    /// The mark.
    pub(crate) mark: Arc<Annotation>,
    /// Its version by the people whose answer is right.
    pub(crate) chosen: Arc<Annotation>,
    /// The decisions against which it is settled.
    pub(crate) overruled: Vec<String>,
}

impl Sides<'_> {
    /// The mark with the version that is right, if it has both answers.
    fn settled(&self, question: Question, [chosen, other]: [&Side; 2]) -> Option<Settled> {
        let aspect = question.aspect();
        let groups = self.groups(aspect);
        let find = |side: &Side| {
            groups.iter().find(|group| match question {
                Question::Entity => group[0].version.entity == side.version.entity,
                _ => group.iter().any(|claim| side.people.contains(&claim.by)),
            })
        };
        let (right, wrong) = (find(chosen)?, find(other)?);
        let overruled = wrong.iter().flat_map(|claim| {
            let times = self.claims.times(aspect, &claim.by);
            times
                .into_iter()
                .filter(|at| *at <= claim.at)
                .map(|at| key(aspect, &claim.by, at))
                .collect::<Vec<_>>()
        });
        Some(Settled {
            mark: Arc::clone(self.mark),
            chosen: Arc::clone(right[0].version),
            overruled: overruled.collect(),
        })
    }
}
