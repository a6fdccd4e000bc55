//! Which fact of one report is which of another: the most alike first, each once.

use super::{Group, Place, Verdict};
use crate::text::sort_by;

/// How alike two facts are, and how they stand to each other; equal ones come before different ones.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Likeness {
    pub(super) verdict: Verdict,
    /// 0 to 1.
    pub(super) score: f64,
}

/// A fact with its places in each report.
pub(super) struct Aligned {
    pub(super) verdict: Verdict,
    pub(super) places: Vec<Vec<Place>>,
}

/// Facts that are one, as far as the reports have been read.
struct Cluster<F> {
    fact: F,
    places: Vec<Vec<Place>>,
    verdict: Verdict,
}

/// A pair that may be one: how alike it is, and the places of both in their lists.
pub(super) type Pair = (Likeness, usize, usize);

/// Judges each fact with each other.
pub(super) fn each<F>(judge: impl Fn(&F, &F) -> Option<Likeness>) -> impl Fn(&[&F], &[&F]) -> Vec<Pair> {
    move |known, new| {
        let mut pairs = Vec::new();
        for (place, group) in new.iter().enumerate() {
            pairs.extend(
                known.iter().enumerate().filter_map(|(at, fact)| Some((judge(fact, group)?, at, place))),
            );
        }
        pairs
    }
}

/// Aligns the facts of several reports. `judge` finds what may be one among those known and those of the next report.
pub(super) fn align<F: Clone>(
    reports: Vec<Vec<Group<F>>>,
    judge: impl Fn(&[&F], &[&F]) -> Vec<Pair>,
) -> Vec<Aligned> {
    let count = reports.len();
    let mut clusters: Vec<Cluster<F>> = Vec::new();
    for (of, report) in reports.into_iter().enumerate() {
        let known: Vec<&F> = clusters.iter().map(|cluster| &cluster.fact).collect();
        let new: Vec<&F> = report.iter().map(|group| &group.fact).collect();
        let mut pairs = judge(&known, &new);
        // What is the same comes before what differs, the most alike before the less.
        let order = |it: &Pair| (it.0.verdict != Verdict::Different, it.0.score);
        // Of those that are equally alike those at the same place in both come first, whichever report is the first.
        let far = |it: &Pair| (it.1.abs_diff(it.2), it.1 + it.2);
        sort_by(&mut pairs, |a, b| {
            let ((same_a, score_a), (same_b, score_b)) = (order(a), order(b));
            same_b.cmp(&same_a).then(score_b.total_cmp(&score_a)).then(far(a).cmp(&far(b)))
        });
        let mut of_cluster = vec![None; clusters.len()];
        let mut is_taken = vec![false; report.len()];
        for (likeness, at, place) in pairs {
            let (Some(cluster), Some(taken)) = (of_cluster.get_mut(at), is_taken.get_mut(place)) else {
                continue;
            };
            if cluster.is_none() && !*taken {
                (*cluster, *taken) = (Some((place, likeness.verdict)), true);
            }
        }
        for (cluster, found) in clusters.iter_mut().zip(of_cluster) {
            let Some((place, verdict)) = found else { continue };
            cluster.verdict = cluster.verdict.min(verdict);
            if let (Some(places), Some(group)) = (cluster.places.get_mut(of), report.get(place)) {
                places.clone_from(&group.places);
            }
        }
        for (group, _) in report.into_iter().zip(is_taken).filter(|(_, is_taken)| !is_taken) {
            let mut places = vec![Vec::new(); count];
            if let Some(here) = places.get_mut(of) {
                *here = group.places;
            }
            clusters.push(Cluster { fact: group.fact, places, verdict: Verdict::All });
        }
    }
    let aligned = clusters.into_iter().map(|cluster| {
        let is_everywhere = cluster.places.iter().all(|places| !places.is_empty());
        // What only some tell may be told differently by them.
        let is_alike = cluster.verdict == Verdict::All;
        let verdict = if is_alike && !is_everywhere { Verdict::Some } else { cluster.verdict };
        Aligned { verdict, places: cluster.places }
    });
    aligned.collect()
}
