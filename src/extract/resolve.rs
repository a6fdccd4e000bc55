use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::Candidate;
use crate::label::LabelCode;
use crate::text::Span;

/// Settles which candidates stand: the only overlap policy there is.
///
/// Of candidates that overlap, the one with the higher score stays; with equal scores the longer,
/// then the one that begins first. Quotes hold other candidates and are left out of the contest.
/// Result in reading order.
pub fn resolve(candidates: Vec<Candidate>) -> Vec<Candidate> {
    // Candidates are large: they stay where they are, and their places are put in order.
    let mut order: Vec<(usize, &Candidate)> = candidates.iter().enumerate().collect();
    order.sort_by(|(_, a), (_, b)| {
        b.score
            .total_cmp(&a.score)
            .then(b.span.len().cmp(&a.span.len()))
            .then(a.span.start().cmp(&b.span.start()))
            .then(a.label.cmp(&b.label))
    });
    // Standing spans by start: they never overlap, so only one neighbour needs a look.
    let mut standing: BTreeMap<usize, (Span, usize)> = BTreeMap::new();
    let mut quotes = Vec::new();
    for (place, candidate) in order {
        if candidate.span.is_empty() {
            continue;
        }
        if candidate.label == LabelCode::QUOTE {
            quotes.push((candidate.span, place));
            continue;
        }
        let before = standing.range(..candidate.span.end()).next_back();
        if before.is_none_or(|(_, (other, _))| !other.overlaps(candidate.span)) {
            standing.insert(candidate.span.start(), (candidate.span, place));
        }
    }
    let mut resolved: Vec<_> = standing.into_values().chain(quotes).collect();
    resolved.sort_by_key(|(span, _)| (span.start(), Reverse(span.end())));
    let mut candidates: Vec<_> = candidates.into_iter().map(Some).collect();
    resolved.into_iter().filter_map(|(_, place)| candidates.get_mut(place)?.take()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

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

    #[test]
    fn quotes_hold_others() {
        check(&[(0, 20, LabelCode::QUOTE, 0.9), (3, 8, LabelCode::LOC, 0.7)], &[(0, 20), (3, 8)]);
    }
}
