//! What kind of figure it is: by rules, and of all kinds the likeliest by its clues, of which the rules' answer is one.

use std::sync::LazyLock;

use super::{Figure, FigureKind};
use crate::annotation::AnnotationId;
use crate::facts::arithmetic::LinkKind;
use crate::facts::clues::clues;
use crate::facts::figure::{Class, Fig, Passage, Role, role};
use crate::facts::forest::Forest;
use crate::facts::stated::Measure;

clues! {
    IsLevel IsChange IsFrom IsTo IsTotal IsPart IsShare IsRate IsAge IsRank
    Rule RuleLevel RuleChange RuleFrom RuleTo RuleTotal RulePart RuleShare RuleRate RuleAge RuleRank
    OfMoney OfPercent OfCount OfUnit OfYear OfRank Points Fraction Small Range
    LedByOf LedByTo LedByFrom LedByBy LedByIn LedByThe LedByAt LedByWith LedByComma LedByBracket LedByStart LedByUp LedByDown LedByVerb LedByOver LedByUnder LedByPer LedByThan LedByEvery LedByAge
    ThenOf ThenIn ThenPer ThenMore ThenCompared ThenFrom ThenTo ThenStop ThenOld ThenOut ThenHigher ThenEach ThenTimes ThenNoun ThenOfThe
    RiseBefore FallBefore ChangeBefore ChangeBehind CompareBefore CompareBehind FromBefore ToBefore YearBehind AgoBehind EarlierBehind
    TotalBefore TotalBehind IncludingBefore IncludingBehind AmongBefore OfWhichBefore OfThemBehind RestBefore RateBefore AverageNear EachNear LimitNear ScoreNear
    FirstFigure LastFigure OnlyFigure FigureBefore FigureBehind MoneyBefore PercentBehind SameMeasureBefore SameMeasureBehind GreaterBefore
    LinkPart LinkShare LinkChange LinkFrom LinkTo LinkPer LinkSame IsWhole
    BeforeLevel BeforeChange BeforeFrom BeforeTo BeforePart BeforeShare BeforeTotal BeforeRate
    BehindLevel BehindChange BehindFrom BehindTo BehindPart BehindShare
}

const KINDS: [(FigureKind, Clue, Clue); 10] = [
    (FigureKind::Level, Clue::IsLevel, Clue::RuleLevel),
    (FigureKind::Change, Clue::IsChange, Clue::RuleChange),
    (FigureKind::From, Clue::IsFrom, Clue::RuleFrom),
    (FigureKind::To, Clue::IsTo, Clue::RuleTo),
    (FigureKind::Total, Clue::IsTotal, Clue::RuleTotal),
    (FigureKind::Part, Clue::IsPart, Clue::RulePart),
    (FigureKind::Share, Clue::IsShare, Clue::RuleShare),
    (FigureKind::Rate, Clue::IsRate, Clue::RuleRate),
    (FigureKind::Age, Clue::IsAge, Clue::RuleAge),
    (FigureKind::Rank, Clue::IsRank, Clue::RuleRank),
];

static MODEL: LazyLock<Forest> =
    LazyLock::new(|| Forest::from_bytes(include_bytes!("kind.model")).unwrap_or_default());

/// The likeliest kind of a figure, of those that the rules read.
pub(super) fn choose(passage: &Passage<'_>, rules: &[Figure], place: usize) -> Option<FigureKind> {
    let weighed = candidates(passage, rules, place);
    let weighed = weighed.into_iter().map(|(kind, clues)| (MODEL.weight(&Clue::set(&clues)), kind));
    weighed.max_by(|one, other| one.0.total_cmp(&other.0)).map(|(_, kind)| kind)
}

/// All kinds, with what speaks for each.
pub(super) fn candidates(
    passage: &Passage<'_>,
    rules: &[Figure],
    place: usize,
) -> Vec<(FigureKind, Vec<Clue>)> {
    let (Some(figure), Some(rule)) = (passage.figures.get(place), rules.get(place)) else {
        return Vec::new();
    };
    let common = of_figure(passage, figure, rules, place);
    let kinds = KINDS.iter().map(|(kind, is, _)| {
        let mut clues = common.clone();
        clues.push(*is);
        clues.extend((*kind == rule.kind).then_some(Clue::Rule));
        (*kind, clues)
    });
    kinds.collect()
}

fn of_figure(passage: &Passage<'_>, figure: &Fig, rules: &[Figure], place: usize) -> Vec<Clue> {
    let mut clues = Vec::new();
    let rule = rules.get(place);
    clues.extend(KINDS.iter().filter(|(kind, ..)| rule.is_some_and(|it| it.kind == *kind)).map(|it| it.2));
    clues.push(match &figure.stated.measure {
        Measure::Money(_) => Clue::OfMoney,
        Measure::Percent { points } => {
            if *points {
                Clue::Points
            } else {
                Clue::OfPercent
            }
        }
        Measure::Count => Clue::OfCount,
        Measure::Unit(unit) if unit == "year" => Clue::OfYear,
        Measure::Unit(_) => Clue::OfUnit,
        Measure::Rank => Clue::OfRank,
    });
    let items = passage.sentence(figure.sentence);
    let at = figure.item;
    let lead = passage.lead(at, figure.sentence);
    clues.extend(match lead.map(|at| (at, passage.word(at))) {
        None => Some(Clue::LedByStart),
        Some((_, "of")) => Some(Clue::LedByOf),
        Some((_, "to")) => Some(Clue::LedByTo),
        Some((_, "from")) => Some(Clue::LedByFrom),
        Some((_, "by")) => Some(Clue::LedByBy),
        Some((_, "in")) => Some(Clue::LedByIn),
        Some((_, "at")) => Some(Clue::LedByAt),
        Some((_, "with" | "against" | "versus")) => Some(Clue::LedByWith),
        Some((_, "up" | "rose" | "gained" | "added")) => Some(Clue::LedByUp),
        Some((_, "down" | "fell" | "lost" | "shed")) => Some(Clue::LedByDown),
        Some((_, "over" | "above" | "exceeding")) => Some(Clue::LedByOver),
        Some((_, "under" | "below")) => Some(Clue::LedByUnder),
        Some((_, "per" | "for")) => Some(Clue::LedByPer),
        Some((_, "than")) => Some(Clue::LedByThan),
        Some((_, "every" | "each")) => Some(Clue::LedByEvery),
        Some((_, "aged" | "age")) => Some(Clue::LedByAge),
        Some((_, "the" | "these" | "those")) => Some(Clue::LedByThe),
        Some((at, _)) if passage.is_sign(at, &[',', ';']) => Some(Clue::LedByComma),
        Some((at, _)) if passage.is_sign(at, &['(', ':', '–', '—', '-']) => Some(Clue::LedByBracket),
        Some((at, _)) if super::owner::is_verb(passage, at) => Some(Clue::LedByVerb),
        _ => None,
    });
    let next = at + 1;
    clues.extend(match (passage.word(next), passage.word(next + 1)) {
        ("of", "the" | "all" | "its" | "their" | "those" | "them") => Some(Clue::ThenOfThe),
        ("of", _) => Some(Clue::ThenOf),
        ("in", _) => Some(Clue::ThenIn),
        ("per" | "a" | "an", _) => Some(Clue::ThenPer),
        ("more" | "less" | "fewer", _) => Some(Clue::ThenMore),
        ("compared" | "against" | "versus", _) => Some(Clue::ThenCompared),
        ("from", _) => Some(Clue::ThenFrom),
        ("to", _) => Some(Clue::ThenTo),
        ("old" | "years", _) => Some(Clue::ThenOld),
        ("out", _) => Some(Clue::ThenOut),
        ("higher" | "lower" | "up" | "down" | "above" | "below", _) => Some(Clue::ThenHigher),
        ("each" | "apiece", _) => Some(Clue::ThenEach),
        ("times", _) => Some(Clue::ThenTimes),
        _ if next >= items.end || passage.is_sign(next, &['.', ',', ';', ')', ':']) => Some(Clue::ThenStop),
        _ => Some(Clue::ThenNoun),
    });
    let before = at.saturating_sub(8).max(items.start)..at;
    let behind = (at + 1)..(at + 8).min(items.end);
    let near = before.start..behind.end;
    let all = [
        (figure.is_fraction(), Clue::Fraction),
        (figure.number() < 13.0, Clue::Small),
        (figure.stated.to.is_some(), Clue::Range),
        (passage.has_class(before.clone(), Class::RISE), Clue::RiseBefore),
        (passage.has_class(before.clone(), Class::FALL), Clue::FallBefore),
        (passage.has_class(before.clone(), Class::CHANGE), Clue::ChangeBefore),
        (passage.has_class(behind.clone(), Class::CHANGE), Clue::ChangeBehind),
        (passage.has_class(before.clone(), Class::COMPARE), Clue::CompareBefore),
        (passage.has_class(behind.clone(), Class::COMPARE), Clue::CompareBehind),
        (passage.has_class(before.clone(), Class::FROM), Clue::FromBefore),
        (passage.has_word(before.clone(), &["to"]), Clue::ToBefore),
        (passage.has_word(behind.clone(), &["ago"]), Clue::AgoBehind),
        (passage.has_word(behind.clone(), &["earlier", "previous", "before", "last"]), Clue::EarlierBehind),
        (passage.has_class(before.clone(), Class::TOTAL), Clue::TotalBefore),
        (passage.has_class(behind.clone(), Class::TOTAL), Clue::TotalBehind),
        (passage.has_word(before.clone(), &["including", "includes", "include"]), Clue::IncludingBefore),
        (passage.has_word(behind.clone(), &["including", "includes", "of"]), Clue::IncludingBehind),
        (passage.has_word(before.clone(), &["among"]), Clue::AmongBefore),
        (passage.has_word(before.clone(), &["which", "whom"]), Clue::OfWhichBefore),
        (passage.has_word(behind.clone(), &["them", "those", "these"]), Clue::OfThemBehind),
        (passage.has_class(before.clone(), Class::REST), Clue::RestBefore),
        (
            passage.has_word(before.clone(), &["rate", "rates", "inflation", "interest", "yield", "speed"]),
            Clue::RateBefore,
        ),
        (passage.has_word(near.clone(), &["average", "averaged", "averages", "median"]), Clue::AverageNear),
        (passage.has_word(near.clone(), &["each", "every", "per", "apiece"]), Clue::EachNear),
        (
            passage.has_word(
                near.clone(),
                &["limit", "threshold", "target", "maximum", "minimum", "norm", "cap"],
            ),
            Clue::LimitNear,
        ),
        (passage.has_word(near, &["beat", "score", "won", "lead", "win", "defeat"]), Clue::ScoreNear),
    ];
    clues.extend(all.into_iter().filter(|(holds, _)| *holds).map(|(_, clue)| clue));
    let has_time = passage.times_of(figure.sentence).iter().any(|it| behind.contains(&it.item));
    clues.extend(has_time.then_some(Clue::YearBehind));
    let others = passage.figures_of(figure.sentence);
    let own = others.iter().position(|it| it.id == figure.id).unwrap_or_default();
    let one = own.checked_sub(1).and_then(|at| others.get(at));
    let other = others.get(own + 1);
    let same = |it: &Fig| it.stated.measure == figure.stated.measure;
    let all = [
        (one.is_none(), Clue::FirstFigure),
        (other.is_none(), Clue::LastFigure),
        (others.len() == 1, Clue::OnlyFigure),
        (one.is_some_and(|it| at - it.item < 6), Clue::FigureBefore),
        (other.is_some_and(|it| it.item - at < 6), Clue::FigureBehind),
        (one.is_some_and(|it| matches!(it.stated.measure, Measure::Money(_))), Clue::MoneyBefore),
        (other.is_some_and(Fig::is_percent), Clue::PercentBehind),
        (one.is_some_and(same), Clue::SameMeasureBefore),
        (other.is_some_and(same), Clue::SameMeasureBehind),
        (one.is_some_and(|it| same(it) && it.number() > figure.number()), Clue::GreaterBefore),
    ];
    clues.extend(all.into_iter().filter(|(holds, _)| *holds).map(|(_, clue)| clue));
    for (kind, _) in rule.map(|it| it.links.as_slice()).unwrap_or_default() {
        clues.push(match kind {
            LinkKind::PartOf => Clue::LinkPart,
            LinkKind::ShareOf => Clue::LinkShare,
            LinkKind::ChangeOf => Clue::LinkChange,
            LinkKind::FromOf => Clue::LinkFrom,
            LinkKind::ToOf => Clue::LinkTo,
            LinkKind::Per => Clue::LinkPer,
            _ => Clue::LinkSame,
        });
    }
    let is_whole = rules.iter().any(|it| {
        it.links
            .iter()
            .any(|(kind, of)| *of == figure.id && matches!(kind, LinkKind::PartOf | LinkKind::ShareOf))
    });
    clues.extend(is_whole.then_some(Clue::IsWhole));
    let beside =
        |it: Option<&Fig>| it.and_then(|it| rules.iter().find(|rule| rule.id == it.id)).map(|it| it.kind);
    clues.extend(match beside(one) {
        Some(FigureKind::Level) => Some(Clue::BeforeLevel),
        Some(FigureKind::Change) => Some(Clue::BeforeChange),
        Some(FigureKind::From) => Some(Clue::BeforeFrom),
        Some(FigureKind::To) => Some(Clue::BeforeTo),
        Some(FigureKind::Part) => Some(Clue::BeforePart),
        Some(FigureKind::Share) => Some(Clue::BeforeShare),
        Some(FigureKind::Total) => Some(Clue::BeforeTotal),
        Some(FigureKind::Rate) => Some(Clue::BeforeRate),
        _ => None,
    });
    clues.extend(match beside(other) {
        Some(FigureKind::Level) => Some(Clue::BehindLevel),
        Some(FigureKind::Change) => Some(Clue::BehindChange),
        Some(FigureKind::From) => Some(Clue::BehindFrom),
        Some(FigureKind::To) => Some(Clue::BehindTo),
        Some(FigureKind::Part) => Some(Clue::BehindPart),
        Some(FigureKind::Share) => Some(Clue::BehindShare),
        _ => None,
    });
    clues.sort_unstable_by_key(|clue| *clue as u16);
    clues.dedup();
    clues
}

/// What words and links say the kind is.
pub(super) fn by_rules(
    passage: &Passage<'_>,
    figure: &Fig,
    links: &[(LinkKind, AnnotationId)],
    is_whole: bool,
) -> FigureKind {
    let has = |kind: LinkKind| links.iter().any(|(it, _)| *it == kind);
    let is_aged = matches!(&figure.stated.measure, Measure::Unit(unit) if unit == "year");
    match () {
        () if is_aged => FigureKind::Age,
        () if figure.stated.measure == Measure::Rank => FigureKind::Rank,
        () if has(LinkKind::ChangeOf) => FigureKind::Change,
        () if has(LinkKind::FromOf) => FigureKind::From,
        () if has(LinkKind::ToOf) => FigureKind::To,
        () if has(LinkKind::Per) || is_rate(passage, figure) => FigureKind::Rate,
        () if is_whole => FigureKind::Total,
        () if has(LinkKind::PartOf) => FigureKind::Part,
        () if has(LinkKind::ShareOf) => FigureKind::Share,
        () => match role(passage, figure) {
            Role::By => FigureKind::Change,
            Role::From => FigureKind::From,
            Role::To => FigureKind::To,
            Role::Level if figure.is_percent() || figure.is_fraction() => FigureKind::Share,
            Role::Level => FigureKind::Level,
        },
    }
}

/// "200 million passengers a year", "an inflation rate of 8 %": so much per something.
fn is_rate(passage: &Passage<'_>, figure: &Fig) -> bool {
    if let Measure::Unit(unit) = &figure.stated.measure
        && unit.contains(" per ")
    {
        return true;
    }
    let sentence = passage.sentence(figure.sentence);
    let near = figure.item + 1..(figure.item + 6).min(sentence.end);
    let end = near.clone().find(|at| passage.is_sign(*at, &[',', '.', ';', ')', '('])).unwrap_or(near.end);
    let is_per = |at: usize| {
        let (word, next) = (passage.word(at), passage.word(at + 1));
        word == "per" && next != "cent"
            || matches!(word, "each" | "apiece") && !figure.is_percent()
            || matches!(word, "a" | "an" | "every")
                && matches!(next, "day" | "year" | "month" | "week" | "hour" | "head" | "share")
    };
    let before = figure.item.saturating_sub(5).max(sentence.start)..figure.item;
    let is_interest = passage
        .has_word(before.clone(), &["inflation", "interest", "mortality", "key", "policy"])
        && passage.has_word(before, &["rate", "rates", "inflation", "interest"]);
    (figure.item + 1..end).any(is_per) || figure.is_percent() && is_interest
}

#[cfg(test)]
mod tests {
    use super::Clue;
    use crate::facts::forest::is_sound;

    #[test]
    fn the_model_is_whole_and_learnt_with_these_clues() {
        let model = include_bytes!("kind.model");
        assert!(is_sound(model, Clue::hash()), "learn it anew: `cargo xtask learn-figures`");
    }
}
