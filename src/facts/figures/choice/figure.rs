//! What is known of a figure itself, before its phrases are looked at.

use super::Clue;
use super::phrases::{is_name, is_noun};
use super::words::TOPICS;
use crate::facts::figure::{Fig, Passage};
use crate::facts::figures::FigureKind;
use crate::facts::figures::owner::{clause, is_verb};
use crate::facts::stated::Measure;

/// What is known of the figure itself.
pub(super) fn of_figure(passage: &Passage<'_>, figure: &Fig, kind: FigureKind) -> Vec<Clue> {
    let mut clues = vec![match &figure.stated.measure {
        Measure::Money(_) => Clue::OfMoney,
        Measure::Percent { .. } => Clue::OfPercent,
        Measure::Count => Clue::OfCount,
        Measure::Unit(unit) if unit == "year" => Clue::OfAge,
        Measure::Unit(_) => Clue::OfUnit,
        Measure::Rank => Clue::OfRank,
    }];
    clues.extend(match kind {
        FigureKind::Level => Some(Clue::KindLevel),
        FigureKind::Change => Some(Clue::KindChange),
        FigureKind::From => Some(Clue::KindFrom),
        FigureKind::To => Some(Clue::KindTo),
        FigureKind::Total => Some(Clue::KindTotal),
        FigureKind::Part => Some(Clue::KindPart),
        FigureKind::Share => Some(Clue::KindShare),
        FigureKind::Rate => Some(Clue::KindRate),
        FigureKind::Age | FigureKind::Rank => None,
    });
    clues.extend((figure.number() < 13.0).then_some(Clue::Small));
    let items = passage.sentence(figure.sentence);
    let lead = figure.item.checked_sub(1).filter(|at| *at >= items.start);
    clues.extend(match lead.map(|at| (at, passage.word(at))) {
        None => Some(Clue::FigureLedByStart),
        Some((_, "of")) => Some(Clue::FigureLedByOf),
        Some((_, "to")) => Some(Clue::FigureLedByTo),
        Some((_, "from")) => Some(Clue::FigureLedByFrom),
        Some((_, "by")) => Some(Clue::FigureLedByBy),
        Some((_, "in" | "at" | "with")) => Some(Clue::FigureLedByIn),
        Some((_, "the" | "these" | "those")) => Some(Clue::FigureLedByThe),
        Some((at, _)) if passage.is_sign(at, &[',', ';']) => Some(Clue::FigureLedByComma),
        Some((at, _)) if passage.is_sign(at, &['(', ':', '–', '—', '-']) => {
            Some(Clue::FigureLedByBracket)
        }
        Some((at, _)) if is_name(passage, at) => Some(Clue::FigureLedByName),
        Some((at, _)) if is_verb(passage, at) => Some(Clue::FigureLedByVerb),
        _ => None,
    });
    let next = figure.item + 1;
    clues.extend(match passage.word(next) {
        "of" => Some(Clue::FigureThenOf),
        "in" | "at" | "on" => Some(Clue::FigureThenIn),
        "for" => Some(Clue::FigureThenFor),
        "to" | "from" => Some(Clue::FigureThenTo),
        "per" | "a" | "each" | "every" => Some(Clue::FigureThenPer),
        _ if next >= items.end || passage.is_sign(next, &['.', ',', ';', ')', ':']) => {
            Some(Clue::FigureThenStop)
        }
        _ if is_name(passage, next) => Some(Clue::FigureThenName),
        _ if is_verb(passage, next) => Some(Clue::FigureThenVerb),
        _ if is_noun(passage, next) => Some(Clue::FigureThenNoun),
        _ => None,
    });
    let clause = clause(passage, figure);
    let is_pronoun =
        passage.has_word(clause, &["it", "they", "he", "she", "we", "its", "their", "his", "her"]);
    clues.extend(is_pronoun.then_some(Clue::PronounInClause));
    let owned = ["its", "their", "his", "her", "our"];
    clues.extend(
        passage
            .has_word(figure.item.saturating_sub(6).max(items.start)..figure.item, &owned)
            .then_some(Clue::OwnerPronoun),
    );
    let told = TOPICS.iter().filter(|(_, words)| passage.has_word(items.clone(), words));
    clues.extend(told.map(|(clue, _)| *clue));
    clues
}
