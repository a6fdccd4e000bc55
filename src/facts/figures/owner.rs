//! Whose a figure is: a company, a place, a team, a person.
//!
//! ```text
//! who = person beside an age or a rank | name before a bracket | what lies at a distance | owner ("Korea's imports")
//!     | place behind a figure that leaves out the rest | subject of the clause, or of one before, unless that is what is
//!     counted | name behind "in" | name before | name of the sentence before
//! ```

use std::ops::Range;

use super::FigureKind;
use crate::facts::figure::{Class, Fig, NameKind, Passage, What};
use crate::facts::stated::Measure;
use crate::text::Span;

/// The name that a figure belongs to.
pub(super) fn who(passage: &Passage<'_>, figure: &Fig, kind: FigureKind, of: Option<Span>) -> Option<Span> {
    let items = passage.sentence(figure.sentence);
    let span = |at: usize| passage.item(at).map(|it| it.span);
    if matches!(kind, FigureKind::Age | FigureKind::Rank) {
        let persons = |range: Range<usize>| {
            names(passage, range).filter(|at| is_person(passage, *at)).collect::<Vec<_>>()
        };
        let before = persons(items.start..figure.item);
        let behind = persons(figure.item + 1..items.end.min(figure.item + 8));
        return before.last().or(behind.first()).copied().and_then(span);
    }
    // "Iceland (99 %)", "Norway 98"
    let before = figure.item.checked_sub(1).filter(|at| *at >= items.start);
    if let Some(bracket) = before.filter(|at| passage.is_sign(*at, &['(', ':', '–', '—']))
        && bracket > items.start
        && is_name(passage, bracket - 1)
    {
        return span(bracket - 1);
    }
    if let Some(place) = lies(passage, figure, items.clone()) {
        return span(place);
    }
    // "The two men", "by two men": nobody's.
    let lead = before.map_or("", |at| passage.word(at));
    let is_taken_up =
        matches!(lead, "the" | "these" | "those" | "by") && figure.is_count() && figure.number() < 13.0;
    if is_taken_up {
        return None;
    }
    let clause = clause(passage, figure);
    let owner = names(passage, clause.start..figure.item).filter(|at| is_owner(passage, *at)).last();
    if let Some(owner) = owner {
        return span(owner);
    }
    let of_sentence =
        || names(passage, items.start..figure.item).filter(|at| is_owner(passage, *at)).last().and_then(span);
    let place = || place_behind(passage, figure, clause.end).and_then(span);
    let elided = clause.start == figure.item || matches!(lead, "and" | "," | "but");
    if elided && let Some(place) = place() {
        return Some(place);
    }
    match subject(passage, figure, of) {
        Subject::Named(subject) => Some(subject),
        Subject::Counted => place(),
        Subject::None => of_sentence().or_else(place).or_else(|| {
            let before = names(passage, items.start..figure.item).filter(|at| !speaks(passage, *at)).last();
            before.or_else(|| earlier(passage, figure)).and_then(span)
        }),
    }
}

/// The subject of a figure's clause, or of one before it in the sentence.
enum Subject {
    Named(Span),
    /// It is what is counted or measured itself.
    Counted,
    None,
}

fn subject(passage: &Passage<'_>, figure: &Fig, of: Option<Span>) -> Subject {
    let items = passage.sentence(figure.sentence);
    let is_cut = |at: &usize| {
        passage.is_sign(*at, &[',', ';', ':', '–', '—', '"', '“', '”', '(', ')'])
            || matches!(
                passage.word(*at),
                "that"
                    | "and"
                    | "but"
                    | "while"
                    | "which"
                    | "who"
                    | "where"
                    | "when"
                    | "because"
                    | "as"
                    | "so"
            )
    };
    let mut end = figure.item;
    let mut is_pronoun = false;
    loop {
        let start = (items.start..end).rev().find(is_cut).map_or(items.start, |at| at + 1);
        if let Some(verb) = (start..end).find(|at| is_verb(passage, *at)).filter(|verb| *verb > start)
            && (is_pronoun || !is_saying(passage, verb))
            && let Some(found) = phrase(passage, start..verb)
        {
            let is_of = of.is_some_and(|of| of.start() < found.end() && found.start() < of.end());
            if !is_of {
                return Subject::Named(found);
            }
            // "Kmart shares", "hotel occupancy rates in Amman", else what has changed is nobody's.
            let inner = names(passage, start..verb).last().filter(|at| {
                let is_led = (start..*at)
                    .rev()
                    .take(3)
                    .any(|at| matches!(passage.word(at), "in" | "of" | "at" | "by"));
                is_led || (*at + 1..verb).any(|at| phrase(passage, at..verb).is_some())
            });
            return inner
                .and_then(|at| passage.item(at))
                .map_or(Subject::Counted, |it| Subject::Named(it.span));
        }
        // "Kmart said it earned $553 million": who says it is meant.
        let said = (start..end).find(|at| is_saying(passage, *at));
        let pronoun = |at: usize| matches!(passage.word(at), "it" | "they" | "he" | "she" | "we");
        if let Some(said) = said
            && (said + 1..end.min(said + 3)).any(pronoun)
            && let Some(found) = phrase(passage, start..said)
        {
            return Subject::Named(found);
        }
        is_pronoun |= (start..end).any(pronoun);
        if start <= items.start {
            return Subject::None;
        }
        end = start - 1;
    }
}

/// A noun phrase without what leads to it; `None` of one that is a pronoun or begins with a preposition.
fn phrase(passage: &Passage<'_>, range: Range<usize>) -> Option<Span> {
    let first = range.clone().find(|at| !passage.class(*at).has(Class::ABOUT))?;
    let is_word = matches!(passage.item(first).map(|it| it.what), Some(What::Word | What::Name(_)));
    const PRONOUNS: &[&str] = &[
        "it", "they", "he", "she", "we", "i", "you", "this", "that", "there", "who", "which", "what",
        "these", "according",
    ];
    let ends = Class::PREPOSITION | Class::JOIN | Class::AUXILIARY;
    if !is_word || passage.class(first).has(ends) || PRONOUNS.contains(&passage.word(first)) {
        return None;
    }
    // Up to the first preposition: "hotels in the city".
    let last = (first..range.end).take_while(|at| !passage.class(*at).has(Class::PREPOSITION)).last()?;
    Some(passage.item(first)?.span.cover(passage.item(last)?.span))
}

/// Whether a word is a verb, as far as its class or its ending tells.
pub(super) fn is_verb(passage: &Passage<'_>, at: usize) -> bool {
    const VERBS: &[&str] = &[
        "said", "says", "told", "won", "paid", "made", "spent", "sold", "bought", "took", "gave", "got",
        "held", "hit", "cost", "costs", "came", "comes", "ran", "met", "led", "kept", "sent", "built",
        "began", "shows", "show", "showed", "plans", "expects", "employs", "transports", "owns", "operates",
        "needs", "makes", "takes", "gets", "beat", "drew", "scored", "became", "occupies", "wants",
        "accounts", "represents", "believe", "believes", "generate", "generates", "produces", "exports",
        "imports", "forecasts",
    ];
    let item = passage.item(at).filter(|it| it.what == What::Word);
    item.is_some_and(|item| {
        let is_moved =
            item.class.has(Class::RISE | Class::FALL) && !item.class.has(Class::CHANGE | Class::ABOUT);
        item.class.has(Class::AUXILIARY)
            || is_moved && !matches!(item.word.as_str(), "up" | "down" | "higher" | "lower")
            || VERBS.contains(&item.word.as_str())
            || item.word.len() > 4 && item.word.ends_with("ed")
    })
}

fn is_saying(passage: &Passage<'_>, verb: usize) -> bool {
    matches!(
        passage.word(verb),
        "said" | "says" | "told" | "added" | "noted" | "stated" | "announced" | "reported"
    )
}

/// "San Pedro, 75 miles north of the capital": what lies there.
fn lies(passage: &Passage<'_>, figure: &Fig, items: Range<usize>) -> Option<usize> {
    let Measure::Unit(_) = &figure.stated.measure else { return None };
    let end = items.end.min(figure.item + 6);
    let sides =
        ["north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "from"];
    passage.has_word(figure.item + 1..end, &sides).then(|| names(passage, items.start..figure.item).last())?
}

/// "25 per cent in Petra": the place right behind.
fn place_behind(passage: &Passage<'_>, figure: &Fig, end: usize) -> Option<usize> {
    let near = figure.item + 1..end.min(figure.item + 8);
    let lead = near.clone().find(|at| {
        matches!(passage.word(*at), "in" | "at" | "from" | "for")
            && names(passage, *at + 1..(*at + 4).min(near.end)).next().is_some()
    })?;
    names(passage, lead + 1..(lead + 4).min(near.end)).next()
}

/// A name of the sentence before: a place first.
fn earlier(passage: &Passage<'_>, figure: &Fig) -> Option<usize> {
    let before = passage.sentence(figure.sentence.checked_sub(1)?);
    let is_place =
        |at: &usize| matches!(passage.item(*at).map(|it| it.what), Some(What::Name(NameKind::Place)));
    let all: Vec<usize> = names(passage, before).filter(|at| !speaks(passage, *at)).collect();
    all.iter().copied().find(is_place).or(all.first().copied())
}

fn is_name(passage: &Passage<'_>, at: usize) -> bool {
    matches!(passage.item(at).map(|it| it.what), Some(What::Name(_)))
}

fn is_person(passage: &Passage<'_>, at: usize) -> bool {
    matches!(passage.item(at).map(|it| it.what), Some(What::Name(NameKind::Person)))
}

fn names<'p>(passage: &'p Passage<'_>, range: Range<usize>) -> impl Iterator<Item = usize> + 'p {
    range.filter(move |at| is_name(passage, *at))
}

/// "Korea's"
fn is_owner(passage: &Passage<'_>, at: usize) -> bool {
    matches!(passage.word(at + 1), "'s" | "’s")
}

/// Whether a name is that of who tells it: "said Hindi", "the ministry said".
fn speaks(passage: &Passage<'_>, at: usize) -> bool {
    const SAYS: &[&str] = &[
        "said", "says", "told", "reported", "reports", "announced", "added", "noted", "stated", "according",
        "quotes", "wrote", "cited",
    ];
    passage.has_word(at.saturating_sub(3)..at, SAYS) || passage.has_word(at + 1..at + 4, SAYS)
}

/// The items of a figure's clause: up to what joins it to others.
pub(super) fn clause(passage: &Passage<'_>, figure: &Fig) -> Range<usize> {
    let items = passage.sentence(figure.sentence);
    let parts = |at: &usize| {
        passage.is_sign(*at, &[';', ':', ','])
            || passage.class(*at).has(Class::JOIN) && passage.word(*at) != "or"
    };
    let start = (items.start..figure.item).rev().find(parts).map_or(items.start, |at| at + 1);
    let end = (figure.item + 1..items.end).find(parts).unwrap_or(items.end);
    start..end
}
