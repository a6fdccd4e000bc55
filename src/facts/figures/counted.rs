//! What a figure counts or measures.
//!
//! ```text
//! of   = the noun behind a count | behind a measure: "of" phrase | "in" phrase of a change
//!      | place of a distance ("north of Oslo") | subject of the verb before it | what the figure before it counts
//! ```

use super::Figure;
use crate::facts::figure::{Class, Fig, Passage, Role, What, factor_of, role};
use crate::facts::stated::Measure;
use crate::text::Span;

/// Verbs behind whose subject a figure tells how much that is.
const MEASURES: &[&str] = &[
    "reached", "reach", "hit", "tallied", "totalled", "totaled", "stood", "stands", "amounted", "came",
    "remained", "remains", "averaged", "exceeded", "topped", "accounted", "accounts", "represents",
    "represented", "measures", "measured", "cost", "costs", "posted", "reported", "rated", "closed", "ended",
    "traded", "settled", "finished", "contributed", "approached", "equals",
];

fn span(passage: &Passage<'_>, first: usize, last: usize) -> Option<Span> {
    Some(passage.item(first)?.span.cover(passage.item(last)?.span))
}

// Points are what is counted in; of what, the subject tells.
fn is_unit(word: &str) -> bool {
    matches!(word, "points" | "point" | "pips" | "places" | "percentage" | "basis")
}

fn is_noun(passage: &Passage<'_>, at: usize) -> bool {
    let ends = Class::AUXILIARY | Class::PREPOSITION | Class::JOIN;
    let is_word = matches!(passage.item(at).map(|it| it.what), Some(What::Word | What::Name(_)));
    let is_pronoun = matches!(
        passage.word(at),
        "it" | "he" | "she" | "they" | "we" | "i" | "you" | "there" | "this" | "that"
    );
    is_word && !is_pronoun && !passage.class(at).has(ends) && !matches!(passage.word(at), "'s" | "’s")
}

/// The words that name what a figure counts or measures, as its own sentence tells.
pub(super) fn of(passage: &Passage<'_>, figure: &Fig) -> Option<Span> {
    if figure.stated.measure == Measure::Rank {
        return None;
    }
    let of_count = || {
        let noun = passage.noun_of(figure).filter(|_| figure.is_count())?;
        let is_named = !is_unit(passage.word(noun.item)) && noun.is_plural;
        is_named.then(|| span(passage, noun.first, noun.item))?
    };
    of_count()
        .or_else(|| distance(passage, figure))
        .or_else(|| behind(passage, figure))
        .or_else(|| beside(passage, figure))
        .or_else(|| before(passage, figure))
        .or_else(|| subject(passage, figure))
}

/// "75 miles (120 km) north of the capital", "80 kilometres from Quito".
fn distance(passage: &Passage<'_>, figure: &Fig) -> Option<Span> {
    let Measure::Unit(_) = &figure.stated.measure else { return None };
    let end = passage.sentence(figure.sentence).end.min(figure.item + 6);
    let sides =
        ["north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "from", "off"];
    let at = (figure.item + 1..end).find(|at| sides.contains(&passage.word(*at)))?;
    let last = (at..(at + 7).min(passage.sentence(figure.sentence).end))
        .find(|at| matches!(passage.item(*at).map(|it| it.what), Some(What::Name(_))))?;
    span(passage, at, last)
}

/// "20 million tonnes of rock", "40 per cent of the votes", "increases of 4 % in wages", "a 7 % wage rise".
fn behind(passage: &Passage<'_>, figure: &Fig) -> Option<Span> {
    let end = passage.sentence(figure.sentence).end;
    let mut first = figure.item + 1;
    let change = role(passage, figure) == Role::By;
    // "43 % more than", "a 2.9 % increase in benefits"
    if change && passage.class(first).has(Class::CHANGE | Class::COMPARE) {
        first += 1;
    }
    let leads = matches!(passage.word(first), "of" | "worth") || change && passage.word(first) == "in";
    if leads {
        first += 1;
        while passage.class(first).has(Class::ABOUT) || passage.word(first) == "of" {
            first += 1;
        }
        // "16.98 % of the 56 people"
        if matches!(passage.item(first).map(|it| it.what), Some(What::Figure(_))) {
            first += 1;
        }
    } else if change || passage.is_sign(first, &['-']) {
        first += usize::from(passage.is_sign(first, &['-']));
    } else {
        return None;
    }
    let is_last = |at: &usize| {
        is_noun(passage, *at) && !is_unit(passage.word(*at)) && !passage.word(*at).ends_with("ed")
    };
    let last = (first..end.min(first + 4)).take_while(is_last).last()?;
    span(passage, first, last)
}

/// "$55 billion in annual revenue", "an $11.5 billion deal", "a $1,000-a-day fine".
fn beside(passage: &Passage<'_>, figure: &Fig) -> Option<Span> {
    let is_measured =
        matches!(figure.stated.measure, Measure::Money(_) | Measure::Unit(_) | Measure::Percent { .. });
    let end = passage.sentence(figure.sentence).end;
    let mut first = figure.item + 1;
    if matches!(figure.stated.measure, Measure::Money(_)) && passage.word(first) == "in" {
        first += 1;
    }
    while passage.is_sign(first, &['-'])
        || matches!(passage.word(first), "a" | "day" | "high" | "long" | "wide" | "deep")
    {
        first += 1;
    }
    let is_last = |at: &usize| {
        let word = passage.word(*at);
        let is_plain =
            matches!(passage.item(*at).map(|it| it.what), Some(What::Word)) && is_noun(passage, *at);
        is_plain
            && !word.ends_with("ed")
            && !matches!(word, "more" | "less" | "higher" | "lower" | "up" | "down" | "each" | "last")
            && !passage.class(*at).has(Class::ABOUT)
    };
    let last = (first..end.min(first + 4)).take_while(is_last).last().filter(|_| is_measured)?;
    span(passage, first, last)
}

/// "Annual sales of about $23bn", "grants worth $3 million", "at a cost of".
fn before(passage: &Passage<'_>, figure: &Fig) -> Option<Span> {
    let lead = passage.lead(figure.item, figure.sentence).filter(|_| role(passage, figure) != Role::By)?;
    let start = passage.sentence(figure.sentence).start;
    let last = match passage.word(lead) {
        "of" | "worth" => lead.checked_sub(1)?,
        _ if matches!(figure.stated.measure, Measure::Money(_)) && passage.word(lead) == "cost" => lead,
        _ => return None,
    };
    let is_first =
        |at: &usize| is_noun(passage, *at) && (*at == last || !passage.class(*at).has(Class::ABOUT));
    let first = (start..=last).rev().take(3).take_while(is_first).last()?;
    span(passage, first, last)
}

/// What has changed, or is so much, stands before the verb: "imports from the world fell 22.5 %".
fn subject(passage: &Passage<'_>, figure: &Fig) -> Option<Span> {
    let start = passage.sentence(figure.sentence).start;
    let is_verb = |at: &usize| {
        let (class, word) = (passage.class(*at), passage.word(*at));
        let is_be = matches!(
            word,
            "is" | "are" | "was" | "were" | "be" | "been" | "stands" | "stood" | "remain" | "remains"
        );
        (class.has(Class::RISE | Class::FALL) && !class.has(Class::ABOUT) || is_be)
            || factor_of(word).is_some()
            || MEASURES.contains(&word)
    };
    let mut verb = (start..figure.item).rev().find(is_verb)?;
    while verb > start && (is_verb(&(verb - 1)) || passage.class(verb - 1).has(Class::AUXILIARY)) {
        verb -= 1;
    }
    // The subject begins where its clause does.
    let begin = (start..verb)
        .rev()
        .find(|at| {
            matches!(passage.word(*at), "said" | "says")
                || passage.is_sign(*at, &[',', ';', ':', '(', ')', '–', '—', '"', '“'])
                || passage.class(*at).has(Class::JOIN)
        })
        .map_or(start, |at| at + 1);
    // Behind whose it is, and without what leads to it.
    let owner = (begin..verb)
        .rev()
        .find(|at| matches!(passage.word(*at), "'s" | "’s") || passage.word(*at).ends_with("'s"));
    let mut first = owner.map_or(begin, |at| at + 1);
    while first < verb && (passage.class(first).has(Class::ABOUT) || !is_noun(passage, first)) {
        first += 1;
    }
    let last = (first..verb).rev().find(|at| is_noun(passage, *at))?;
    let is_of_words = (first..=last)
        .any(|at| matches!(passage.item(at).map(|it| it.what), Some(What::Word)) && is_noun(passage, at));
    // An index is a name: "the BSE Sensex ended at 6,679".
    let is_index = figure.is_count() || figure.is_percent() || is_unit(passage.word(figure.item + 1));
    (first <= last && (is_of_words || is_index) && last - first < 10).then(|| span(passage, first, last))?
}

/// What the figures before it count, where it leaves that out: "42 % in Amman and 25 % in Petra", "killed 105 people and wounded
/// 291".
pub(super) fn taken_over(passage: &Passage<'_>, place: usize, before: &[Figure]) -> Option<Span> {
    let figure = passage.figures.get(place)?;
    if figure.stated.measure == Measure::Rank {
        return None;
    }
    let like = passage.figures.iter().zip(before).rev().take(6).find(|(it, _)| {
        figure.sentence - it.sentence <= 1
            && it.stated.measure == figure.stated.measure
            && it.is_fraction() == figure.is_fraction()
    });
    like.and_then(|(_, figure)| figure.of)
}
