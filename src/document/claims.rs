//! What each person says of one mark: of several decisions of one person the latest, unless somebody has
//! settled a disagreement against it.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use jiff::Timestamp;

use super::overruled::{Aspect, Overruled};
use super::sequence::{Names, time_of};
use crate::annotation::{Annotation, AnnotationId, CheckState, Status};
use crate::label::LabelCode;
use crate::text::{Span, sort_by};

/// Where a mark stands and what it is.
pub(super) type Place = (Span, LabelCode);

pub(super) fn place_of(annotation: &Annotation) -> Place {
    (annotation.span, annotation.label.clone())
}

/// What one person says.
#[derive(Clone, Debug)]
pub(super) struct Claim<'v> {
    pub(super) by: Arc<str>,
    pub(super) at: Timestamp,
    /// The version of the mark that says it.
    pub(super) version: &'v Arc<Annotation>,
}

/// The versions of one mark, the oldest first, and what follows from them.
pub(super) struct Claims<'v> {
    versions: &'v [Arc<Annotation>],
    names: &'v Names<'v>,
    overruled: Overruled<'v>,
}

impl<'v> Claims<'v> {
    pub(super) fn new(versions: &'v [Arc<Annotation>], names: &'v Names<'v>) -> Claims<'v> {
        Claims { versions, names, overruled: Overruled::by(versions) }
    }

    /// What each person decided about status, label, place and value, in the order of their names. Of
    /// what somebody accepts and what he or she rejects beside it, the accepted version counts.
    pub(super) fn marks(&self) -> Vec<Claim<'v>> {
        let of_person = |(_, claims): (Arc<str>, Vec<Claim<'v>>)| {
            let accepted = claims.iter().rev().find(|claim| claim.version.status == Status::Accepted);
            accepted.or(claims.last()).cloned()
        };
        self.by_person().into_iter().filter_map(of_person).collect()
    }

    /// The places that each person accepts, in the order of the names.
    pub(super) fn accepted_places(&self) -> Vec<Vec<Place>> {
        let accepted = |claims: Vec<Claim<'v>>| {
            let accepted = claims.into_iter().filter(|claim| claim.version.status == Status::Accepted);
            accepted.map(|claim| place_of(claim.version)).collect()
        };
        self.by_person().into_values().map(accepted).collect()
    }

    /// The versions that each person has decided on and that stand, the oldest first: one for each id
    /// and one for each place.
    fn by_person(&self) -> BTreeMap<Arc<str>, Vec<Claim<'v>>> {
        let mut by_place: HashMap<(Arc<str>, Place), usize> = HashMap::new();
        for ((by, _), index) in self.last_of_each() {
            let there = by_place.entry((by, place_of(&self.versions[index]))).or_insert(index);
            *there = index.max(*there);
        }
        let mut order: Vec<(usize, Arc<str>)> =
            by_place.into_iter().map(|((by, _), index)| (index, by)).collect();
        sort_by(&mut order, |a, b| a.cmp(b));
        let mut found: BTreeMap<Arc<str>, Vec<Claim<'v>>> = BTreeMap::new();
        for (index, by) in order {
            let version = &self.versions[index];
            let at = time_of(version);
            if version.status != Status::Suggested && !self.overruled.has(Aspect::Mark, &by, at) {
                found.entry(by.clone()).or_default().push(Claim { by, at, version });
            }
        }
        found
    }

    /// Where the last version of each person and id stands among the versions.
    fn last_of_each(&self) -> HashMap<(Arc<str>, AnnotationId), usize> {
        let decided = self.versions.iter().enumerate();
        decided.filter_map(|(index, it)| Some(((it.decision()?.by, it.id), index))).collect()
    }

    /// For each version the last one of the same person and id; the version itself, where nobody decided it.
    pub(super) fn last_versions(&self) -> Vec<&'v Arc<Annotation>> {
        let last = self.last_of_each();
        let index = |version: &Annotation| last.get(&(version.decision()?.by, version.id)).copied();
        self.versions.iter().map(|version| index(version).map_or(version, |at| &self.versions[at])).collect()
    }

    /// Which entity each person says it names, in the order of their names: by naming it for this mark,
    /// else by naming the entity that it has.
    pub(super) fn entities(&self) -> Vec<Claim<'v>> {
        let (mut own, mut named) = (BTreeMap::new(), BTreeMap::new());
        for version in self.versions.iter().filter(|version| version.status != Status::Rejected) {
            let of_entity = self.names.decided(version);
            if let Some(decided) = version.decided.as_ref().filter(|decided| decided.names_entity) {
                let renamed = of_entity.filter(|entity| entity.by == decided.by);
                let at = renamed.map_or(decided.at, |entity| entity.at.max(decided.at));
                keep_latest(&mut own, Claim { by: decided.by.clone(), at, version });
            }
            if let Some(decided) = of_entity {
                keep_latest(&mut named, Claim { by: decided.by.clone(), at: decided.at, version });
            }
        }
        named.extend(own);
        self.standing(Aspect::Entity, named)
    }

    /// What each person found by checking, in the order of their names. What is still open is no answer,
    /// and whoever took a check away has none.
    pub(super) fn checks(&self) -> Vec<Claim<'v>> {
        let mut found = BTreeMap::new();
        for version in self.versions.iter().filter(|version| version.status != Status::Rejected) {
            let Some(check) = version.check.as_ref().filter(|check| check.state != CheckState::Open) else {
                continue;
            };
            let at = check.at.unwrap_or_else(|| time_of(version));
            let is_withdrawn = self.versions.iter().any(|later| {
                let by_same = later.decided.as_ref().is_some_and(|it| it.by == check.by && it.at > at);
                later.id == version.id && later.check.is_none() && by_same
            });
            if !is_withdrawn {
                keep_latest(&mut found, Claim { by: check.by.clone(), at, version });
            }
        }
        self.standing(Aspect::Check, found)
    }

    fn standing(&self, aspect: Aspect, claims: BTreeMap<Arc<str>, Claim<'v>>) -> Vec<Claim<'v>> {
        claims.into_values().filter(|claim| !self.overruled.has(aspect, &claim.by, claim.at)).collect()
    }

    /// When these people decided anything about an aspect of the mark.
    pub(super) fn times(&self, aspect: Aspect, by: &str) -> Vec<Timestamp> {
        let time = |version: &Arc<Annotation>| match aspect {
            Aspect::Mark => version.decision().filter(|it| *it.by == *by).map(|it| it.at),
            Aspect::Check => {
                let check = version.check.as_ref().filter(|check| *check.by == *by)?;
                Some(check.at.unwrap_or_else(|| time_of(version)))
            }
            Aspect::Entity => {
                let own = version.decided.as_ref().filter(|it| it.names_entity && *it.by == *by);
                let named = self.names.decided(version).filter(|it| *it.by == *by);
                own.map(|it| it.at).max(named.map(|it| it.at))
            }
        };
        self.versions.iter().filter_map(time).collect()
    }
}

/// The last claim, of versions in their order.
pub(super) fn latest<'c, 'v>(claims: &'c [Claim<'v>]) -> Option<&'c Claim<'v>> {
    claims.iter().max_by(|one, other| one.at.cmp(&other.at).then_with(|| one.by.cmp(&other.by)))
}

fn keep_latest<'v>(claims: &mut BTreeMap<Arc<str>, Claim<'v>>, claim: Claim<'v>) {
    match claims.get(&claim.by) {
        Some(there) if there.at > claim.at => {}
        _ => drop(claims.insert(claim.by.clone(), claim)),
    }
}
