use std::cmp::{Ordering, Reverse};
use std::collections::BTreeMap;

use super::Candidate;
use crate::text::{Span, sort_by, sort_by_key};

/// Settles which candidates stand: the only overlap policy there is.
///
/// Of candidates that overlap, the one with the higher score stays; with equal scores the longer,
/// then the one that begins first. Quotes hold other candidates and are left out of the contest.
/// Result in reading order.
pub fn resolve(candidates: Vec<Candidate>) -> Vec<Candidate> {
    // Candidates are large: they stay where they are, and their places are put in order.
    let (quotes, mut rivals): (Vec<Place>, Vec<Place>) = candidates
        .iter()
        .enumerate()
        .filter(|(_, candidate)| !candidate.span.is_empty())
        .map(|(index, candidate)| Place { span: candidate.span, index })
        .partition(|place| {
            candidates.get(place.index).is_some_and(|candidate| candidate.label.holds_others())
        });
    // Each extractor's stand in order already, which this sort takes advantage of.
    sort_by_key(&mut rivals, |place| place.span.start());
    let mut resolved = Vec::with_capacity(candidates.len());
    let mut rest = rivals.as_mut_slice();
    while let Some(first) = rest.first() {
        // Who overlaps nobody has no rivals: nearly all.
        let mut end = first.span.end();
        let behind = rest.iter().skip(1).take_while(|place| {
            let is_in = place.span.start() < end;
            end = end.max(place.span.end());
            is_in
        });
        let (cluster, others) = rest.split_at_mut(1 + behind.count());
        contest(&candidates, cluster, &mut resolved);
        rest = others;
    }
    resolved.extend(quotes);
    sort_by_key(&mut resolved, |place| (place.span.start(), Reverse(place.span.end())));
    let mut candidates: Vec<_> = candidates.into_iter().map(Some).collect();
    resolved.into_iter().filter_map(|place| candidates.get_mut(place.index)?.take()).collect()
}

/// Where a candidate stands, in the text and in the list.
#[derive(Clone, Copy)]
struct Place {
    span: Span,
    index: usize,
}

/// Adds to `standing`, in reading order, who stands of candidates that overlap each other or others
/// between them.
fn contest(candidates: &[Candidate], cluster: &mut [Place], standing: &mut Vec<Place>) {
    if let [only] = cluster {
        return standing.push(*only);
    }
    sort_by(cluster, |a, b| match (candidates.get(a.index), candidates.get(b.index)) {
        (Some(a), Some(b)) => prefer(a, b),
        _ => Ordering::Equal,
    });
    // By start: who stands never overlaps, so only one neighbour needs a look.
    let mut stands: BTreeMap<usize, Place> = BTreeMap::new();
    for place in cluster {
        let before = stands.range(..place.span.end()).next_back();
        if before.is_none_or(|(_, other)| !other.span.overlaps(place.span)) {
            stands.insert(place.span.start(), *place);
        }
    }
    standing.extend(stands.into_values());
}

/// The better one first.
fn prefer(a: &Candidate, b: &Candidate) -> Ordering {
    b.score
        .total_cmp(&a.score)
        .then(b.span.len().cmp(&a.span.len()))
        .then(a.span.start().cmp(&b.span.start()))
        .then(a.label.cmp(&b.label))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::label::LabelCode;
    use proptest::prelude::*;

    fn candidate(start: usize, end: usize, label: LabelCode, score: f64) -> Candidate {
        Candidate { span: Span::new(start, end), label, value: None, score, extractor: 0 }
    }

    #[track_caller]
    fn check(candidates: &[(usize, usize, LabelCode, f64)], expected: &[(usize, usize)]) {
        let candidates =
            candidates.iter().map(|(s, e, label, score)| candidate(*s, *e, label.clone(), *score));
        let spans: Vec<_> =
            resolve(candidates.collect()).iter().map(|c| (c.span.start(), c.span.end())).collect();
        assert_eq!(spans, expected);
    }

    #[test]
    fn the_higher_score_stays_then_the_longer() {
        check(&[(0, 5, LabelCode::ORG, 0.5), (3, 9, LabelCode::LOC, 0.9)], &[(3, 9)]);
        check(&[(0, 4, LabelCode::CARDINAL, 0.9), (0, 9, LabelCode::MONEY, 0.9)], &[(0, 9)]);
    }

    #[test]
    fn one_that_loses_takes_nobody_with_it() {
        check(
            &[(0, 4, LabelCode::ORG, 0.6), (3, 8, LabelCode::LOC, 0.7), (6, 12, LabelCode::DATE, 0.9)],
            &[(0, 4), (6, 12)],
        );
    }

    proptest! {
        /// Takes the best, then the best of what does not overlap it, and so on.
        #[test]
        fn the_best_stand_wherever_they_are(
            given in proptest::collection::vec((0_usize..60, 0_usize..9, 0_u8..4, any::<bool>()), 0..60),
        ) {
            let label = |is_org| if is_org { LabelCode::ORG } else { LabelCode::LOC };
            let given: Vec<Candidate> = given
                .into_iter()
                .map(|(start, len, score, org)| candidate(start, start + len, label(org), score.into()))
                .collect();
            let mut best: Vec<&Candidate> = given.iter().filter(|one| !one.span.is_empty()).collect();
            sort_by(&mut best, |a, b| prefer(a, b));
            let mut standing: Vec<&Candidate> = Vec::new();
            for one in best {
                if !standing.iter().any(|other| other.span.overlaps(one.span)) {
                    standing.push(one);
                }
            }
            sort_by_key(&mut standing, |one| one.span.start());
            let resolved = resolve(given.clone());
            prop_assert_eq!(resolved.iter().collect::<Vec<_>>(), standing);
        }
    }

    #[test]
    fn quotes_hold_others() {
        check(&[(0, 20, LabelCode::QUOTE, 0.9), (3, 8, LabelCode::LOC, 0.7)], &[(0, 20), (3, 8)]);
    }
}
