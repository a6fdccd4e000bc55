//! Which fact of one report is which of another: the most alike first, each once.

use super::{Group, Verdict};
use crate::annotation::AnnotationId;
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
    pub(super) places: Vec<Vec<AnnotationId>>,
}

/// Facts that are one, as far as the reports have been read.
struct Cluster<F> {
    fact: F,
    places: Vec<Vec<AnnotationId>>,
    verdict: Verdict,
}

/// Aligns the facts of several reports.
pub(super) fn align<F: Clone>(
    reports: Vec<Vec<Group<F>>>,
    judge: impl Fn(&F, &F) -> Option<Likeness>,
) -> Vec<Aligned> {
    let count = reports.len();
    let mut clusters: Vec<Cluster<F>> = Vec::new();
    for (of, report) in reports.into_iter().enumerate() {
        let mut pairs: Vec<(Likeness, usize, usize)> = Vec::new();
        for (place, group) in report.iter().enumerate() {
            for (at, cluster) in clusters.iter().enumerate() {
                if let Some(likeness) = judge(&cluster.fact, &group.fact) {
                    pairs.push((likeness, at, place));
                }
            }
        }
        // What is the same comes before what differs, the most alike before the less.
        let order = |it: &(Likeness, usize, usize)| (it.0.verdict != Verdict::Different, it.0.score);
        sort_by(&mut pairs, |a, b| {
            let ((same_a, score_a), (same_b, score_b)) = (order(a), order(b));
            same_b.cmp(&same_a).then(score_b.total_cmp(&score_a)).then((a.1, a.2).cmp(&(b.1, b.2)))
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
                places.clone_from(&group.ids);
            }
        }
        for (group, _) in report.into_iter().zip(is_taken).filter(|(_, is_taken)| !is_taken) {
            let mut places = vec![Vec::new(); count];
            if let Some(here) = places.get_mut(of) {
                *here = group.ids;
            }
            clusters.push(Cluster { fact: group.fact, places, verdict: Verdict::All });
        }
    }
    let aligned = clusters.into_iter().map(|cluster| {
        let is_everywhere = cluster.places.iter().all(|places| !places.is_empty());
        let verdict = if is_everywhere { cluster.verdict } else { cluster.verdict.min(Verdict::Some) };
        Aligned { verdict, places: cluster.places }
    });
    aligned.collect()
}
