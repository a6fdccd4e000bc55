//! Conversions: "48.8C (119.8F)", "Rs 45 crore (450 million rupees)", and sums of money at one rate.

use super::DoubtKind;
use super::tie::{LinkKind, Tie};
use crate::facts::figure::{Fig, Interval, Passage};
use crate::facts::stated::Measure;
use crate::facts::units;
use crate::value::Modifier;
use crate::words;

/// One measure in two units, side by side.
pub(super) fn find(passage: &Passage<'_>, sentence: usize, out: &mut Vec<Tie>) {
    for pair in passage.figures_of(sentence).windows(2) {
        let [one, other] = pair else { continue };
        if !is_other_form(passage, one, other) {
            continue;
        }
        let is_same = match (&one.stated.measure, &other.stated.measure) {
            // A difference of temperatures: "two degrees Celsius (3.6 Fahrenheit) warmer".
            (Measure::Unit(a), Measure::Unit(b))
                if a.contains("Celsius") && (one.number() * 1.8 - other.number()).abs() < 0.6 && b != a =>
            {
                None
            }
            (Measure::Unit(a), Measure::Unit(b)) if a != b => {
                units::agree((a, &one.stated), (b, &other.stated))
            }
            // "Rs 45 crore (450 million rupees)"
            (Measure::Money(a), Measure::Money(b)) if a == b && opens(passage, one, other) => {
                Some(Interval::wide(&one.stated).meets(Interval::wide(&other.stated)))
            }
            (Measure::Money(a), Measure::Money(b)) if a != b => None,
            _ => continue,
        };
        let tie = Tie::new(DoubtKind::Conversion, other, &[one], vec![(other, LinkKind::Converts, one)]);
        out.push(match is_same {
            Some(false) => tie.doubted(
                words::ReckonedTwice { one: &passage.words(one.span), other: &passage.words(other.span) }
                    .text(),
            ),
            _ => tie,
        });
    }
}

/// All sums of money that are told in two currencies have one rate.
pub(super) fn rates(passage: &Passage<'_>, out: &mut Vec<Tie>) {
    told_rates(passage, out);
    // What one is worth in the other, "($1 = 129 shillings)", comes before sums that are told in both.
    let pairs = || passage.figures.windows(2).filter_map(|pair| Some((pair.first()?, pair.last()?)));
    let equals = pairs().filter(|(one, other)| passage.has_sign(one.item + 1..other.item, &['=']));
    let brackets = pairs().filter(|(one, other)| opens(passage, one, other));
    let mut known: Vec<(&Fig, &Fig)> = Vec::new();
    for (one, other) in equals.chain(brackets) {
        let are_money = matches!(
            (&one.stated.measure, &other.stated.measure), (Measure::Money(a), Measure::Money(b)) if a != b
        );
        let are_exact = is_exact(one) && is_exact(other) && one.number() > 0.0 && other.number() > 0.0;
        if !are_money || one.sentence != other.sentence || !are_exact {
            continue;
        }
        let measures = |x: &Fig, y: &Fig| [x.stated.measure.clone(), y.stated.measure.clone()];
        let own = measures(one, other);
        let like = known.iter().find(|(x, y)| measures(x, y) == own || measures(y, x) == own);
        let Some((x, y)) = like else {
            known.push((one, other));
            continue;
        };
        let (x, y) = if x.stated.measure == one.stated.measure { (x, y) } else { (y, x) };
        let rate = |a: &Fig, b: &Fig| Interval::close(&b.stated).over(Interval::close(&a.stated));
        let differ = rate(x, y).zip(rate(one, other)).is_some_and(|(a, b)| !a.widened(0.03).meets(b));
        if differ {
            let tie = Tie::new(DoubtKind::Conversion, other, &[one, x, y], Vec::new());
            let reckoned = words::ReckonedRate {
                one: &passage.words(x.span),
                other: &passage.words(y.span),
                second: &passage.words(one.span),
                told: &passage.words(other.span),
            };
            out.push(tie.doubted(reckoned.text()));
        }
    }
}

/// Whether a sum of money can be set against its other form: one number, no bound.
fn is_exact(figure: &Fig) -> bool {
    figure.stated.to.is_none() && matches!(figure.stated.modifier, None | Some(Modifier::About))
}

/// Whether a bracket alone stands between two figures.
fn opens(passage: &Passage<'_>, one: &Fig, other: &Fig) -> bool {
    passage.is_sign(one.item + 1, &['(', '[']) && passage.count_words(one.item + 1..other.item) <= 1
}

fn is_other_form(passage: &Passage<'_>, one: &Fig, other: &Fig) -> bool {
    let gap = one.item + 1..other.item;
    if gap.len() > 5 {
        return false;
    }
    let signs = passage.has_sign(gap.clone(), &['(', '[', '/', '–', '—']);
    let words: Vec<&str> =
        gap.filter(|at| !passage.word(*at).is_empty()).map(|at| passage.word(at)).collect();
    let are_small = words.iter().all(|word| {
        matches!(
            *word,
            "or" | "about"
                | "some"
                | "around"
                | "nearly"
                | "roughly"
                | "almost"
                | "over"
                | "just"
                | "approximately"
                | "high"
                | "tall"
                | "long"
                | "wide"
                | "deep"
                | "more"
                | "than"
        )
    });
    are_small && (signs || words.contains(&"or"))
}

/// "74 million pesos … at 18.50 to the dollar that is $4 million".
fn told_rates(passage: &Passage<'_>, out: &mut Vec<Tie>) {
    for rate in &passage.figures {
        let currency =
            match (passage.word(rate.item + 1), passage.word(rate.item + 2), passage.word(rate.item + 3)) {
                ("to", "the", base) | (_, "to", base) if base.len() > 2 => base,
                _ => continue,
            };
        let base = match currency {
            "dollar" | "greenback" => "USD",
            "euro" => "EUR",
            "pound" => "GBP",
            _ => continue,
        };
        let near = passage.figures_between(rate.sentence.saturating_sub(1), rate.sentence);
        let money =
            |it: &&Fig| matches!(&it.stated.measure, Measure::Money(_)) && it.id != rate.id && it.is_plain();
        let is_base = |it: &Fig| matches!(&it.stated.measure, Measure::Money(code) if code == base);
        let of_base: Vec<&Fig> = near.iter().filter(money).filter(|it| is_base(it)).collect();
        let others: Vec<&Fig> = near.iter().filter(money).filter(|it| !is_base(it)).collect();
        let ([one], [other]) = (others.as_slice(), of_base.as_slice()) else { continue };
        if rate.number() <= 0.0 {
            continue;
        }
        let real = Interval::wide(&one.stated).over(Interval::wide(&rate.stated).widened(0.01));
        let tie =
            Tie::new(DoubtKind::Conversion, other, &[one, rate], vec![(other, LinkKind::Converts, one)]);
        if real.is_some_and(|real| !real.widened(0.02).meets(Interval::wide(&other.stated))) {
            let reckoned = words::ReckonedQuotient {
                one: &passage.words(one.span),
                other: &passage.words(rate.span),
                result: &crate::facts::figure::written((one.number() / rate.number()).round()),
                told: &passage.words(other.span),
            };
            out.push(tie.doubted(reckoned.text()));
        } else {
            out.push(tie);
        }
    }
}
