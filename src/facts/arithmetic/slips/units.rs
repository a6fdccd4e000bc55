//! One measure told in two units.

use super::case::{Cases, Part};
use super::equation::Equation;
use super::evidence::{Evidence, Pieces};
use super::scope::Scope;
use crate::facts::arithmetic::DoubtKind;
use crate::facts::arithmetic::tie::{LinkKind, Tie};
use crate::facts::figure::Fig;
use crate::facts::stated::Measure;
use crate::facts::units::{agree, times_as_much};
use crate::words;

/// How many times as much the one may be, as told, of what it would be.
const FAR: f64 = 12.0;

pub(super) fn find(scope: &Scope<'_>, cases: &mut Cases) {
    let of_unit = |it: &Fig| match &it.stated.measure {
        Measure::Unit(name) => Some(name.clone()),
        _ => None,
    };
    let measures: Vec<(&Fig, String)> =
        scope.figures.iter().filter_map(|it| Some((*it, of_unit(it)?))).collect();
    for (place, (one, unit)) in measures.iter().enumerate() {
        for (other, of_other) in measures.iter().skip(place + 1) {
            let pair = [*one, *other];
            // Those that agree with another are not of this pair.
            let is_told = |it: &Fig, name: &str| {
                measures
                    .iter()
                    .any(|(next, of_next)| agree((name, &it.stated), (of_next, &next.stated)) == Some(true))
            };
            if agree((unit, &one.stated), (of_other, &other.stated)) != Some(false)
                || is_told(one, unit)
                || is_told(other, of_other)
            {
                continue;
            }
            let Some(real) = times_as_much(unit, of_other).map(|times| one.number() * times) else {
                continue;
            };
            if scope.is_here(&pair) && (1.0 / FAR..FAR).contains(&(real / other.number())) {
                offer(scope, cases, one, other, real);
            }
        }
    }
}

fn offer(scope: &Scope<'_>, cases: &mut Cases, one: &Fig, other: &Fig, real: f64) {
    let passage = scope.passage;
    let gap = one.item + 1..other.item;
    let mut found = Pieces::default();
    found.add(passage.has_word(gap.clone(), &["or"]), Evidence::UnitsOr);
    found.add(passage.has_sign(gap.clone(), &['(', '–', '—', '[']), Evidence::UnitsBracket);
    found.add(passage.has_sign(gap.clone(), &[',']), Evidence::UnitsComma);
    found.add(
        passage
            .has_word(gap.clone(), &["about", "some", "around", "roughly", "nearly", "equivalent", "just"]),
        Evidence::UnitsAbout,
    );
    found.add(passage.has_word(gap.clone(), &["and", "by", "to", "from", "at", "in"]), Evidence::UnitsOther);
    found.add(passage.count_words(gap.clone()) <= 1, Evidence::UnitsBeside);
    found.add(passage.count_words(gap) <= 5, Evidence::UnitsNear);
    let parts = [Part::of(other), Part { number: real, ..Part::of(one) }];
    cases.offer(scope, Evidence::KindUnits, (Equation::Same, &parts), found, &|| {
        let text = words::ReckonedTwice { one: &passage.words(one.span), other: &passage.words(other.span) };
        Tie::new(DoubtKind::Conversion, other, &[one], vec![(other, LinkKind::Converts, one)])
            .doubted(text.text())
    });
}
