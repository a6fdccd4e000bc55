//! What is known of a phrase, seen from the figure: what it is, what leads to it and follows it, what stands between.

use std::ops::Range;

use super::Clue;
use super::phrases::{Phrase, has_name, is_noun, is_possessive, span};
use super::words::KINDS;
use crate::facts::clues::steps;
use crate::facts::figure::{Class, Fig, NameKind, Passage, What};
use crate::facts::figures::owner::{clause, is_verb};

const SAYS: &[&str] = &["said", "says", "told", "added", "according", "reported", "announced"];

const FAR: [(f64, Clue); 7] = [
    (1.0, Clue::Far1),
    (2.0, Clue::Far2),
    (3.0, Clue::Far3),
    (5.0, Clue::Far5),
    (8.0, Clue::Far8),
    (12.0, Clue::Far12),
    (20.0, Clue::Far20),
];

/// What is known of a phrase, seen from the figure.
pub(super) fn of_phrase(passage: &Passage<'_>, figure: &Fig, phrase: &Phrase, clues: &mut Vec<Clue>) {
    let Range { start, end } = phrase.items.clone();
    let items = passage.sentence(phrase.sentence);
    match passage.item(start).map(|it| it.what) {
        Some(What::Name(kind)) if end == start + 1 => {
            clues.push(Clue::IsName);
            clues.push(match kind {
                NameKind::Person => Clue::IsPerson,
                NameKind::Other => Clue::IsOrg,
                NameKind::Place => Clue::IsPlace,
                NameKind::Group => Clue::IsGroup,
            });
        }
        _ => clues.push(Clue::IsPhrase),
    }
    let last = passage.word(end - 1);
    let text = span(passage, &phrase.items).map(|it| passage.words(it)).unwrap_or_default();
    let class = passage.class(end - 1);
    let between = if end <= figure.item { end..figure.item } else { figure.item + 1..start };
    let is_own = phrase.sentence == figure.sentence;
    let clause = clause(passage, figure);
    let verb_behind = (end..(end + 3).min(items.end)).find(|at| is_verb(passage, *at));
    let all = [
        (has_name(passage, phrase), Clue::HasName),
        (text.starts_with(char::is_uppercase), Clue::Capital),
        (end - start == 1, Clue::One),
        (end - start == 2, Clue::Two),
        (end - start > 2, Clue::More),
        (last.ends_with('s') && !last.ends_with("ss"), Clue::Plural),
        (class.has(Class::PEOPLE), Clue::People),
        (class.has(Class::CHANGE), Clue::Change),
        (class.has(Class::NUMBERS), Clue::Number),
        (class.has(Class::TOTAL), Clue::Total),
        (
            matches!(
                last,
                "year" | "years" | "month" | "months" | "week" | "day" | "quarter" | "time" | "decade"
            ),
            Clue::TimeWord,
        ),
        (
            matches!(
                last,
                "percent" | "points" | "point" | "shares" | "share" | "cent" | "cents" | "tonnes" | "dollars"
            ),
            Clue::UnitWord,
        ),
        (end <= figure.item, Clue::Before),
        (start > figure.item, Clue::Behind),
        (is_own, Clue::SameSentence),
        (is_own && clause.contains(&start), Clue::SameClause),
        (phrase.sentence + 1 == figure.sentence, Clue::SentenceBefore),
        (phrase.sentence == 0, Clue::FirstSentence),
        (verb_behind.is_some_and(|at| at == end), Clue::FollowedByVerb),
        (is_possessive(passage, end), Clue::FollowedByPossessive),
        (passage.is_sign(end, &[',', ';']), Clue::FollowedByComma),
        (passage.is_sign(end, &['(', ':', '–', '—']), Clue::FollowedByBracket),
        (matches!(passage.item(end).map(|it| it.what), Some(What::Figure(_))), Clue::FollowedByFigure),
        (passage.word(end) == "of", Clue::FollowedByOf),
        (matches!(passage.word(end), "in" | "at" | "on" | "from"), Clue::FollowedByIn),
        (end >= items.end || passage.is_sign(end, &['.']), Clue::FollowedByEnd),
        (is_noun(passage, end), Clue::FollowedByNoun),
        (
            passage.has_word(start.saturating_sub(3)..start, SAYS) || passage.has_word(end..end + 3, SAYS),
            Clue::Speaks,
        ),
        (start == items.start || start == items.start + 1, Clue::FirstOfSentence),
        (is_own && start <= clause.start + 1 && verb_behind.is_some(), Clue::SubjectOfClause),
        (start <= items.start + 1 && verb_behind.is_some(), Clue::SubjectOfSentence),
    ];
    clues.extend(all.into_iter().filter(|(holds, _)| *holds).map(|(_, clue)| clue));
    clues.extend(KINDS.iter().filter(|(_, words)| words.contains(&last)).map(|(clue, _)| *clue));
    let lead = start.checked_sub(1).filter(|at| *at >= items.start);
    clues.push(match lead.map(|at| (at, passage.word(at))) {
        None => Clue::LedByStart,
        Some((_, "of")) => Clue::LedByOf,
        Some((_, "in")) => Clue::LedByIn,
        Some((_, "for")) => Clue::LedByFor,
        Some((_, "by")) => Clue::LedByBy,
        Some((_, "from")) => Clue::LedByFrom,
        Some((_, "at")) => Clue::LedByAt,
        Some((_, "to")) => Clue::LedByTo,
        Some((_, "on")) => Clue::LedByOn,
        Some((_, "with")) => Clue::LedByWith,
        Some((_, "'s" | "’s")) => Clue::LedByPossessive,
        Some((at, _)) if passage.class(at).has(Class::ABOUT) => Clue::LedByArticle,
        Some((at, _)) if passage.is_sign(at, &[',', ';']) => Clue::LedByComma,
        Some((at, _)) if matches!(passage.item(at).map(|it| it.what), Some(What::Figure(_))) => {
            Clue::LedByFigure
        }
        Some((at, _)) if is_verb(passage, at) => Clue::LedByVerb,
        _ => Clue::LedByOther,
    });
    if !is_own {
        return;
    }
    steps(between.len() as f64 + 1.0, &FAR, clues);
    let has =
        |what: fn(&What) -> bool| between.clone().any(|at| passage.item(at).is_some_and(|it| what(&it.what)));
    let all = [
        (between.clone().any(|at| is_verb(passage, at)), Clue::VerbBetween),
        (passage.has_sign(between.clone(), &[',']), Clue::CommaBetween),
        (passage.has_sign(between.clone(), &[';', ':']), Clue::SemicolonBetween),
        (passage.has_sign(between.clone(), &['(', ')']), Clue::BracketBetween),
        (has(|what| matches!(what, What::Figure(_))), Clue::FigureBetween),
        (has(|what| matches!(what, What::Name(_))), Clue::NameBetween),
        (passage.has_class(between.clone(), Class::JOIN), Clue::JoinBetween),
        (passage.has_word(between.clone(), SAYS), Clue::SayBetween),
    ];
    clues.extend(all.into_iter().filter(|(holds, _)| *holds).map(|(_, clue)| clue));
}
