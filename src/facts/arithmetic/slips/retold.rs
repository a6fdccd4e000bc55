//! One fact told twice, differently: above and below, or taken up again with "the".

use super::case::{Cases, Part};
use super::equation::Equation;
use super::evidence::{Evidence, Pieces};
use super::scope::{Kinship, Scope, kinship};
use crate::facts::arithmetic::DoubtKind;
use crate::facts::arithmetic::days::{Point, length, points};
use crate::facts::arithmetic::tie::{LinkKind, Tie};
use crate::facts::figure::{Class, Fig, Passage, Role, Time, What, role};
use crate::facts::stated::Measure;
use crate::facts::stems::{Stem, stem};
use crate::words;

const OTHERS: &[&str] = &[
    "another", "other", "others", "second", "third", "more", "further", "additional", "each", "per", "also",
    "average", "last", "previous", "earlier", "next", "while", "compared", "than", "against", "first",
    "until", "only", "another", "separate",
];

pub(super) fn find(scope: &Scope<'_>, cases: &mut Cases) {
    for (place, later) in scope.figures.iter().enumerate() {
        if later.sentence != scope.sentence || later.is_fraction() || later.number() <= 1.0 {
            continue;
        }
        let is_taken_up = is_definite(scope, later);
        let near = |it: &&&Fig| match kinship(scope.passage, it, later) {
            Kinship::Same | Kinship::Open => true,
            Kinship::Other => is_taken_up && it.sentence + 2 > later.sentence,
            Kinship::None => false,
        };
        let same: Vec<&Fig> = scope.figures.iter().take(place).filter(near).copied().collect();
        if same.iter().any(|it| it.number() == later.number()) {
            continue;
        }
        for earlier in same {
            offer(scope, cases, earlier, later);
        }
    }
    headline(scope, cases);
    times(scope, cases);
}

/// Days, years, times of day and lengths of one kind that are told twice.
fn times(scope: &Scope<'_>, cases: &mut Cases) {
    let passage = scope.passage;
    let kind = |it: &Time| match (length(it), points(it).as_slice()) {
        (Some((_, unit)), _) => Some(unit),
        (None, [Point::Year(_)]) => Some('y'),
        (None, [Point::Clock(_)]) => Some('c'),
        (None, [Point::Day(_)]) => Some('d'),
        (None, _) => it.timex.timex.starts_with("XXXX-W").then_some('w'),
    };
    for (place, later) in scope.times.iter().enumerate().filter(|(_, it)| it.sentence == scope.sentence) {
        let Some(of_later) = kind(later) else { continue };
        let same: Vec<&Time> =
            scope.times.iter().take(place).filter(|it| kind(it) == Some(of_later)).collect();
        if same.iter().any(|it| it.timex.timex == later.timex.timex) {
            continue;
        }
        for earlier in same {
            let mut found = Pieces::default();
            let before = passage.word(later.item.wrapping_sub(1));
            found.add(
                matches!(before, "the" | "these" | "those" | "that")
                    || later_words(passage, later).starts_with("the "),
                Evidence::TimesDefinite,
            );
            let next = passage.item(later.item + 1).map(|it| it.what);
            found.add(
                next == Some(What::Sign('\''))
                    || later_words(passage, later).ends_with("'s")
                    || matches!(passage.word(later.item + 1), "'s" | "’s"),
                Evidence::TimesOwner,
            );
            found.add(later_words(passage, later).contains('-'), Evidence::TimesHyphen);
            found.add(of_later.is_ascii_uppercase(), Evidence::TimesLength);
            found.add(of_later == 'y', Evidence::TimesYear);
            found.add(matches!(of_later, 'w' | 'd'), Evidence::TimesDay);
            found.add(
                scope.times.iter().filter(|it| kind(it) == Some(of_later)).count() > 2,
                Evidence::TimesMany,
            );
            let near = |it: &Time| -> Vec<Stem> {
                let items =
                    scope.before(it.item, it.sentence, 6).chain(scope.behind(it.item, it.sentence, 6));
                items.filter_map(|at| stem(passage.word(at))).collect()
            };
            let words = [near(earlier), near(later)];
            let shared = words[0].iter().filter(|it| words[1].contains(it)).count();
            found.add(shared == 0, Evidence::TimesNoWord);
            found.add(shared >= 2, Evidence::TimesMoreWords);
            let is_headline = passage.sentences.get(earlier.sentence).is_some_and(|it| it.is_headline);
            found.add(is_headline && shared > 0, Evidence::TimesHeadlineWord);
            let numbers = [later, earlier].map(|it| length(it).map_or(20.0, |(count, _)| count));
            let parts = [Part::of_time(later, numbers[0]), Part::of_time(earlier, numbers[1])];
            cases.offer(scope, Evidence::KindTimes, (Equation::Same, &parts), found, &|| {
                let text = words::ReckonedTwice {
                    one: &passage.words(earlier.span),
                    other: &passage.words(later.span),
                };
                Tie::of(DoubtKind::ToldTwice, later.id, vec![earlier.id]).doubted(text.text())
            });
        }
    }
}

fn later_words(passage: &Passage<'_>, time: &Time) -> String {
    passage.words(time.span).to_lowercase()
}

/// A headline, and what stands in the first paragraph.
fn headline(scope: &Scope<'_>, cases: &mut Cases) {
    let passage = scope.passage;
    let is_first = passage.sentences.first().is_some_and(|it| it.is_headline);
    if !is_first || scope.sentence == 0 || scope.sentence > 2 || scope.start(0) == scope.items.start {
        // Where the scope reaches to the headline, its figures are among those above.
        return;
    }
    for above in passage.figures_of(0) {
        let below: Vec<&Fig> = passage.figures_between(1, scope.sentence).iter().collect();
        if below.iter().any(|it| it.number() == above.number()) {
            continue;
        }
        for later in below.iter().filter(|it| it.sentence == scope.sentence) {
            if above.stated.measure == later.stated.measure {
                offer(scope, cases, above, later);
            }
        }
    }
}

fn offer(scope: &Scope<'_>, cases: &mut Cases, earlier: &Fig, later: &Fig) {
    let passage = scope.passage;
    if earlier.stated.measure == Measure::Rank || !earlier.is_plain() && !later.is_plain() {
        return;
    }
    let mut found = Pieces::default();
    let kin = kinship(passage, earlier, later);
    let is_count = later.is_count();
    found.add(kin == Kinship::Same && is_count, Evidence::RetoldNoun);
    found.add(kin == Kinship::Same && !is_count, Evidence::RetoldUnit);
    found.add(kin == Kinship::Open, Evidence::RetoldOpen);
    found.add(is_definite(scope, later), Evidence::RetoldDefinite);
    found.add(kin == Kinship::Other, Evidence::RetoldOtherNoun);
    let last = scope.figures.iter().rev().find(|it| it.item < later.item && it.is_count());
    found.add(last.is_some_and(|it| it.id == earlier.id), Evidence::RetoldNearest);
    found.add(
        passage.is_sign(later.item + 1, &['-', '‑']) || passage.words(later.span).contains('-'),
        Evidence::RetoldHyphen,
    );
    found.add(scope.is_before(later, 6, OTHERS) || scope.is_behind(later, 5, OTHERS), Evidence::RetoldOther);
    found.add(
        scope.is_before(earlier, 6, OTHERS) || scope.is_behind(earlier, 5, OTHERS),
        Evidence::RetoldOtherBefore,
    );
    found.add(role(passage, later) != Role::Level, Evidence::RetoldRole);
    found.add(role(passage, earlier) != Role::Level, Evidence::RetoldRoleBefore);
    found.add(scope.is_near(later, 6, Class::RISE | Class::FALL), Evidence::RetoldChanges);
    let old = |it: &Fig| passage.words(it.span).contains("old") || scope.is_behind(it, 4, &["old"]);
    found.add(old(later), Evidence::RetoldAge);
    let comma = |it: &Fig| {
        passage.is_sign(it.item.wrapping_sub(1), &[',']) && passage.is_sign(it.item + 1, &[',', '.'])
    };
    found.add(comma(earlier), Evidence::RetoldApposed);
    found.add(matches!(later.stated.measure, Measure::Money(_)), Evidence::RetoldMoney);
    found.add(later.is_percent(), Evidence::RetoldPercent);
    found.add(earlier.sentence == later.sentence, Evidence::RetoldOneSentence);
    let like = scope.figures.iter().filter(|it| matches!(kinship(passage, it, later), Kinship::Same)).count();
    found.add(like > 2, Evidence::RetoldMany);
    let words = [earlier, later].map(|it| around(passage, it));
    let shared = words[0].iter().filter(|it| words[1].contains(it)).count();
    found.add(shared == 0, Evidence::RetoldNoWord);
    found.add(shared == 1, Evidence::RetoldOneWord);
    found.add(shared == 2, Evidence::RetoldTwoWords);
    found.add(shared > 2, Evidence::RetoldMoreWords);
    let near = |it: &Fig| -> Vec<Stem> {
        let items = scope.before(it.item, it.sentence, 5).chain(scope.behind(it.item, it.sentence, 5));
        items.filter_map(|at| stem(passage.word(at))).collect()
    };
    let close = [near(earlier), near(later)];
    let beside = close[0].iter().filter(|it| close[1].contains(it)).count();
    found.add(beside == 1, Evidence::RetoldWordBeside);
    found.add(beside > 1, Evidence::RetoldWordsBeside);
    let in_headline = passage.sentences.get(earlier.sentence).is_some_and(|it| it.is_headline);
    found.add(in_headline && shared > 0, Evidence::RetoldHeadlineWord);
    let time = |it: &Fig| {
        let near = scope
            .times
            .iter()
            .filter(|time| time.sentence == it.sentence && time.item.abs_diff(it.item) <= 7);
        near.map(|time| time.timex.timex.clone()).collect::<Vec<_>>()
    };
    let times = [earlier, later].map(time);
    found
        .add(!times[0].is_empty() && !times[1].is_empty() && times[0] != times[1], Evidence::RetoldOtherTime);
    let parts = [Part::of(later), Part::of(earlier)];
    cases.offer(scope, Evidence::KindRetold, (Equation::Same, &parts), found, &|| {
        let one = passage.words(earlier.span);
        let other = passage.words(later.span);
        Tie::new(DoubtKind::ToldTwice, later, &[earlier], vec![(later, LinkKind::SameAs, earlier)])
            .doubted(words::ReckonedTwice { one: &one, other: &other }.text())
    });
}

/// Whether a figure is taken up again: "the 14 machines", "none of these", "all four victims".
fn is_definite(scope: &Scope<'_>, figure: &Fig) -> bool {
    let before = scope.passage.word(figure.item.wrapping_sub(1));
    matches!(before, "the" | "these" | "those" | "that" | "its" | "their" | "his" | "her" | "all")
        || before.ends_with("'s")
}

/// The keys of the words of a figure's sentence.
fn around(passage: &Passage<'_>, figure: &Fig) -> Vec<Stem> {
    let items = passage.sentence(figure.sentence);
    let mut found: Vec<Stem> = items.filter_map(|at| stem(passage.word(at))).collect();
    found.sort_unstable();
    found.dedup();
    found
}
