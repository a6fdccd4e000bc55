//! How figures hang on each other: ties, and what the words beside a figure say though nothing can be reckoned.
//!
//! ```text
//! change_of = figure of a change, nearest level of its clause
//! from_of   = what something was, the change or what it has become
//! to_of     = what has become, the change
//! same_as   = a figure of the same number and kind, told before
//! share_of  = per cent "of the" figure
//! converts  = figure ( "or" | "(" ) figure of another measure
//! ```

use std::collections::HashMap;

use crate::annotation::AnnotationId;
use crate::facts::arithmetic::{LinkKind, ties};
use crate::facts::figure::{Fig, Passage, Role, role};
use crate::facts::stated::Measure;

/// The links of each figure.
pub(super) type Links = HashMap<AnnotationId, Vec<(LinkKind, AnnotationId)>>;

/// How many words lie between a change and what it is one of.
const REACH: usize = 14;

pub(super) fn links(passage: &Passage<'_>) -> Links {
    let mut links = Links::new();
    let mut add = |one: AnnotationId, kind: LinkKind, other: AnnotationId| {
        let of_one = links.entry(one).or_default();
        if one != other && !of_one.contains(&(kind, other)) {
            of_one.push((kind, other));
        }
    };
    for (one, kind, other) in ties(passage).into_iter().flat_map(|tie| tie.links) {
        add(one, kind, other);
    }
    for sentence in 0..passage.sentences.len() {
        let figures = passage.figures_of(sentence);
        changes(passage, figures, &mut add);
        shares(passage, figures, &mut add);
        other_forms(passage, figures, &mut add);
    }
    told_again(passage, &mut add);
    links
}

/// A change and the level beside it; what was, and the change.
fn changes(
    passage: &Passage<'_>,
    figures: &[Fig],
    add: &mut dyn FnMut(AnnotationId, LinkKind, AnnotationId),
) {
    let roles: Vec<Role> = figures.iter().map(|it| role(passage, it)).collect();
    let nearest = |figure: &Fig, wanted: &dyn Fn(usize, &Fig) -> bool| {
        let may_be = figures.iter().enumerate().filter(|(at, it)| it.id != figure.id && wanted(*at, it));
        let near = may_be.filter(|(_, it)| {
            passage.count_words(it.item.min(figure.item) + 1..it.item.max(figure.item)) <= REACH
        });
        near.min_by_key(|(_, it)| it.item.abs_diff(figure.item)).map(|(_, it)| it)
    };
    for (at, figure) in figures.iter().enumerate() {
        match roles.get(at) {
            Some(Role::By) => {
                let is_level = |place: usize, it: &Fig| {
                    let has_role = matches!(roles.get(place), Some(Role::To | Role::Level));
                    let is_kin = figure.is_percent()
                        || figure.is_fraction()
                        || it.stated.measure == figure.stated.measure;
                    has_role
                        && is_kin
                        && !it.is_fraction()
                        && (it.is_percent() == figure.is_percent() || !it.is_percent())
                        && !(figure.is_percent() && it.is_percent())
                        && it.stated.measure != Measure::Rank
                };
                if let Some(level) = nearest(figure, &is_level) {
                    add(figure.id, LinkKind::ChangeOf, level.id);
                    add(level.id, LinkKind::ToOf, figure.id);
                }
            }
            Some(Role::From) => {
                let by = nearest(figure, &|place, _| roles.get(place) == Some(&Role::By));
                // Of ranks only "from 61st to 48th": "units from the 18th Brigade, the 16th Brigade" are names.
                let is_rank = figure.stated.measure == Measure::Rank;
                let to = nearest(figure, &|place, it| {
                    let is_level = !is_rank && roles.get(place) == Some(&Role::Level);
                    (is_level || roles.get(place) == Some(&Role::To))
                        && it.stated.measure == figure.stated.measure
                });
                if let Some(other) = by.or(to) {
                    add(figure.id, LinkKind::FromOf, other.id);
                }
                if let (None, Some(to)) = (by, to) {
                    add(to.id, LinkKind::ToOf, figure.id);
                }
            }
            _ => {}
        }
    }
}

/// "17 % of the 56 people": a share of the figure that its own words name.
fn shares(passage: &Passage<'_>, figures: &[Fig], add: &mut dyn FnMut(AnnotationId, LinkKind, AnnotationId)) {
    let mut whole: Option<&Fig> = None;
    for pair in figures.windows(2) {
        let [share, next] = pair else { continue };
        let gap = share.item + 1..next.item;
        let is_share = share.is_percent() || share.is_fraction();
        if is_share
            && passage.word(share.item + 1) == "of"
            && passage.count_words(gap) <= 3
            && next.is_count()
        {
            whole = Some(next);
            add(share.id, LinkKind::ShareOf, next.id);
        }
    }
    let Some(whole) = whole else { return };
    for share in figures
        .iter()
        .filter(|it| it.is_percent() && it.item > whole.item && role(passage, it) == Role::Level)
    {
        add(share.id, LinkKind::ShareOf, whole.id);
    }
}

/// "66 percent, or 607,184 votes": one amount told in two ways.
fn other_forms(
    passage: &Passage<'_>,
    figures: &[Fig],
    add: &mut dyn FnMut(AnnotationId, LinkKind, AnnotationId),
) {
    for pair in figures.windows(2) {
        let [one, other] = pair else { continue };
        let gap = one.item + 1..other.item;
        let is_or = passage.has_word(gap.clone(), &["or"]) && passage.count_words(gap) <= 6;
        if is_or && one.stated.measure != other.stated.measure && (one.is_percent() || other.is_percent()) {
            add(other.id, LinkKind::Converts, one.id);
        }
    }
}

/// A figure of the same number and kind in a sentence before.
fn told_again(passage: &Passage<'_>, add: &mut dyn FnMut(AnnotationId, LinkKind, AnnotationId)) {
    let mut known: HashMap<(String, String), &Fig> = HashMap::new();
    for figure in passage.figures.iter().filter(|it| it.number() > 1.0 && it.stated.measure != Measure::Rank)
    {
        let key = (format!("{:?}", figure.stated.measure), figure.stated.number.to_string());
        match known.get(&key) {
            Some(earlier) if earlier.sentence < figure.sentence => {
                add(figure.id, LinkKind::SameAs, earlier.id)
            }
            Some(_) => {}
            None => {
                known.insert(key, figure);
            }
        }
    }
}
