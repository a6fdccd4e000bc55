//! A case: figures for which an equation does not hold, weighed.

use super::beside;
use super::equation::Equation;
use super::evidence::{Evidence, Pieces};
use super::model::weight;
use super::scope::Scope;
use crate::annotation::AnnotationId;
use crate::facts::arithmetic::tie::Tie;
use crate::facts::figure::{Class, Fig, Time, What};
use crate::facts::stated::Measure;
use crate::text::Span;

/// A figure or a time with its number in an equation.
#[derive(Clone, Copy, Debug)]
pub(super) struct Part {
    pub(super) id: AnnotationId,
    pub(super) span: Span,
    pub(super) item: usize,
    pub(super) sentence: usize,
    pub(super) number: f64,
    pub(super) is_plain: bool,
}

impl Part {
    #[inline(never)]
    pub(super) fn of(figure: &Fig) -> Part {
        Part {
            id: figure.id,
            span: figure.span,
            item: figure.item,
            sentence: figure.sentence,
            number: figure.number(),
            is_plain: figure.is_plain(),
        }
    }

    #[inline(never)]
    pub(super) fn of_time(time: &Time, number: f64) -> Part {
        Part {
            id: time.id,
            span: time.span,
            item: time.item,
            sentence: time.sentence,
            number,
            is_plain: time.timex.modifier.is_none(),
        }
    }
}

/// The cases of a text that weigh enough.
pub(super) struct Cases {
    least: f64,
    pub(super) found: Vec<Tie>,
}

impl Cases {
    pub(super) fn new(least: f64) -> Cases {
        Cases { least, found: Vec::new() }
    }

    /// Takes a case up, if what speaks for it has weight enough.
    #[inline(never)]
    pub(super) fn offer(
        &mut self,
        scope: &Scope<'_>,
        kind: Evidence,
        (equation, parts): (Equation, &[Part]),
        mut evidence: Pieces,
        tie: &dyn Fn() -> Tie,
    ) {
        // What reaches further belongs to a later sentence.
        if parts.iter().any(|it| it.sentence > scope.sentence) {
            return;
        }
        evidence.push(kind);
        evidence.extend(common(scope, equation, parts));
        let evidence = evidence.all();
        let weight = weight(&evidence);
        if weight >= self.least {
            self.found.push(Tie { weight, evidence, ..tie() });
        }
    }
}

/// What speaks for or against any case: where its figures stand, what stands between, how near it comes out.
#[inline(never)]
fn common(scope: &Scope<'_>, equation: Equation, parts: &[Part]) -> Pieces {
    let mut found = Pieces::default();
    let passage = scope.passage;
    let (first, last) =
        parts.iter().fold((usize::MAX, 0), |(first, last), it| (first.min(it.item), last.max(it.item)));
    let sentences = parts
        .iter()
        .fold((usize::MAX, 0), |(first, last), it| (first.min(it.sentence), last.max(it.sentence)));
    found.push(match sentences.1.saturating_sub(sentences.0) {
        0 => Evidence::OneSentence,
        1 => Evidence::TwoSentences,
        _ => Evidence::ManySentences,
    });
    found.push(match passage.count_words(first..last + 1) {
        0..=8 => Evidence::Within8,
        9..=16 => Evidence::Within16,
        17..=30 => Evidence::Within30,
        _ => Evidence::Beyond30,
    });
    let is_part = |it: &Fig| parts.iter().any(|part| part.id == it.id);
    // Of the sentences of the case alone: how much stands around says what article it is, not whether it has a fault.
    let others =
        scope.figures.iter().filter(|it| !is_part(it) && (sentences.0..=sentences.1).contains(&it.sentence));
    let (inside, outside): (Vec<&Fig>, Vec<&Fig>) =
        others.copied().partition(|it| it.item > first && it.item < last);
    found.push(match inside.len() {
        0 => Evidence::NoneBetween,
        1 => Evidence::OneBetween,
        _ => Evidence::MoreBetween,
    });
    found.push(match outside.len() {
        0 => Evidence::NoneBeside,
        1 => Evidence::OneBeside,
        2 | 3 => Evidence::FewBeside,
        _ => Evidence::ManyBeside,
    });
    // What stands between them says whether they are of one thing.
    let between = || first + 1..last;
    let count = |wanted: fn(&What) -> bool| {
        between().filter(|at| passage.item(*at).is_some_and(|it| wanted(&it.what))).count()
    };
    found.push(match count(|it| matches!(it, What::Name(_))) {
        0 => Evidence::NoName,
        1 => Evidence::OneName,
        _ => Evidence::Names,
    });
    found.push(match count(|it| matches!(it, What::Time(_))) {
        0 => Evidence::NoTime,
        1 => Evidence::OneTime,
        _ => Evidence::ManyTimes,
    });
    found.add(passage.has_sign(between(), &[';']), Evidence::HasSemicolon);
    found.add(passage.has_sign(between(), &['"', '“', '”']), Evidence::HasQuote);
    found.add(
        passage.has_word(between(), &["while", "whereas", "but", "although", "though"]),
        Evidence::HasContrast,
    );
    found.add(passage.has_word(between(), &["and"]), Evidence::HasAnd);
    found.add(passage.has_word(between(), &["who", "which", "where", "when", "that"]), Evidence::HasClause);
    found.add(
        passage.has_word(between(), &["he", "she", "they", "it", "his", "her", "its", "their"]),
        Evidence::HasPronoun,
    );
    found.add(
        passage.has_word(between(), &["another", "other", "others", "separate", "also", "too"]),
        Evidence::HasAnother,
    );
    found.add(passage.has_class(between(), Class::AUXILIARY), Evidence::HasVerb);
    if let Some(stated) = parts.first() {
        found.add(parts.iter().skip(1).all(|it| it.item > stated.item), Evidence::StatedFirst);
        found.add(parts.iter().skip(1).all(|it| it.item < stated.item), Evidence::StatedLast);
        let figure = scope.figures.iter().find(|it| it.id == stated.id);
        found.push(match figure.map(|it| &it.stated.measure) {
            None => Evidence::OfTime,
            Some(Measure::Money(_)) => Evidence::OfMoney,
            Some(Measure::Percent { .. }) => Evidence::OfPercent,
            Some(Measure::Unit(_)) => Evidence::OfUnit,
            Some(Measure::Rank) => Evidence::OfRank,
            Some(Measure::Count) => Evidence::OfCount,
        });
        let digits = unit_of(stated.number).map_or(1, |unit| format!("{:.0}", stated.number / unit).len());
        found.push(match digits {
            0 | 1 => Evidence::OneDigit,
            2 => Evidence::TwoDigits,
            3 => Evidence::ThreeDigits,
            _ => Evidence::MoreDigits,
        });
        found.push(match stated.number {
            number if number <= 12.0 => Evidence::UpTo12,
            number if number <= 100.0 => Evidence::UpTo100,
            number if number <= 1000.0 => Evidence::UpTo1000,
            _ => Evidence::Above1000,
        });
    }
    let last_part = parts.len().checked_sub(1).filter(|it| *it > 2);
    for (place, at) in [Some(0), Some(1), Some(2), last_part].into_iter().enumerate() {
        let Some(part) = at.and_then(|at| parts.get(at)) else { continue };
        found.push(Evidence::before(place, beside::before(passage, part.item, part.sentence)));
        found.push(Evidence::behind(place, beside::behind(passage, part.item, part.sentence)));
    }
    let settled = parts.iter().filter(|it| scope.is_settled(it.id)).count();
    found.push(match settled {
        0 => Evidence::NoneSettled,
        all if all == parts.len() => Evidence::AllSettled,
        _ => Evidence::SomeSettled,
    });
    if parts.first().is_some_and(|it| scope.is_settled(it.id)) {
        found.push(Evidence::StatedSettled);
    }
    let is_headline = |it: &Part| passage.sentences.get(it.sentence).is_some_and(|it| it.is_headline);
    if parts.iter().any(is_headline) {
        found.push(Evidence::InHeadline);
    }
    if parts.iter().any(|it| !it.is_plain) {
        found.push(Evidence::IsBound);
    }
    let numbers: Vec<f64> = parts.iter().map(|it| it.number).collect();
    if numbers.iter().all(|it| *it <= 12.0) {
        found.push(Evidence::AllSmall);
    }
    found.push(slip(equation, &numbers));
    let off = equation
        .solved(&numbers, 0)
        .into_iter()
        .map(|real| off(real, numbers[0]))
        .fold(f64::INFINITY, f64::min);
    found.push(match off {
        off if off < 0.05 => Evidence::Off5,
        off if off < 0.15 => Evidence::Off15,
        off if off < 0.35 => Evidence::Off35,
        off if off < 0.7 => Evidence::Off70,
        _ => Evidence::OffMore,
    });
    found
}

fn off(real: f64, told: f64) -> f64 {
    let great = real.abs().max(told.abs());
    if great > 0.0 { (real - told).abs() / great } else { 0.0 }
}

/// The slip of the pen or the hand that would explain it, of any of the numbers.
fn slip(equation: Equation, numbers: &[f64]) -> Evidence {
    let mut best = Evidence::NoSlip;
    for (place, told) in numbers.iter().enumerate() {
        for real in equation.solved(numbers, place) {
            let found = slip_of(*told, real);
            if rank(found) > rank(best) {
                best = found;
            }
        }
    }
    best
}

fn rank(slip: Evidence) -> u8 {
    match slip {
        Evidence::SlipSwap => 4,
        Evidence::SlipScale => 3,
        Evidence::SlipDigit => 2,
        Evidence::SlipFew => 1,
        _ => 0,
    }
}

/// How one number may have become another.
#[inline(never)]
fn slip_of(told: f64, real: f64) -> Evidence {
    if !(told.is_finite() && real.is_finite()) || told <= 0.0 || real <= 0.0 {
        return Evidence::NoSlip;
    }
    let ratio = told / real;
    if [10.0, 100.0, 1000.0, 1e6]
        .iter()
        .any(|scale| (ratio / scale - 1.0).abs() < 0.02 || (ratio * scale - 1.0).abs() < 0.02)
    {
        return Evidence::SlipScale;
    }
    // In units of the last digit that is told.
    let Some(unit) = unit_of(told) else { return Evidence::NoSlip };
    let (told, real) = ((told / unit).round(), (real / unit).round());
    if told == real || real <= 0.0 || told > 1e12 {
        return Evidence::NoSlip;
    }
    let digits = |number: f64| format!("{number:.0}").into_bytes();
    let (a, b) = (digits(told), digits(real));
    if a.len() == b.len() && a.len() >= 2 {
        let mut sorted = (a.clone(), b.clone());
        sorted.0.sort_unstable();
        sorted.1.sort_unstable();
        if sorted.0 == sorted.1 {
            return Evidence::SlipSwap;
        }
        if a.len() >= 2 && a.iter().zip(&b).filter(|(one, other)| one != other).count() == 1 {
            return Evidence::SlipDigit;
        }
    }
    if (told - real).abs() <= 2.0 { Evidence::SlipFew } else { Evidence::NoSlip }
}

/// What the last digit of a number stands for.
fn unit_of(number: f64) -> Option<f64> {
    let mut unit = 1e12;
    while unit > 1e-4 {
        let parts = number / unit;
        if parts >= 1.0 - 1e-9 && (parts - parts.round()).abs() < 1e-6 {
            return Some(unit);
        }
        unit /= 10.0;
    }
    None
}
