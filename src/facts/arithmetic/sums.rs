//! Sums: parts and their total.
//!
//! ```text
//! sum     = total ( ":" | "—" | "(" | clause "," ) list          ("18 arrests: 11 in Kano and 7 in Lagos")
//!         | list … total marked as such                          ("12 in Lima and 7 in Quito, 19 in all")
//!         | total … parts … ( "the other" | "the rest" ) part    (over two sentences too)
//!         | "of" total … part … part that is denied              ("19 have ratified and eight have yet to")
//! list    = part { ( "," | "and" | "plus" ) part }
//! ```

mod hundred;
mod rest;

use super::DoubtKind;
use super::changes::is_like;
use super::tie::{LinkKind, Tie};
use crate::facts::figure::{Class, Fig, Interval, NameKind, Passage, Role, What, role, written};
use crate::value::Modifier;
use crate::words;

/// The most words between two parts of a list.
const APART: usize = 11;

pub(super) fn find(passage: &Passage<'_>, sentence: usize, out: &mut Vec<Tie>) {
    let figures = passage.figures_of(sentence);
    let found = out.len();
    for (place, total) in figures.iter().enumerate() {
        if total.is_percent() || total.is_fraction() {
            continue;
        }
        if marks_total(passage, total) {
            of_marked(passage, figures, place, out);
        } else if let Some(parts) = list_behind(passage, figures, place) {
            out.push(sum(passage, total, &parts, &parts));
        }
    }
    rest::rest(passage, figures, sentence, out);
    hundred::hundred(passage, figures, out);
    hundred::votes(passage, figures, out);
    if out.len() == found {
        of_total(passage, figures, out);
    }
    greater_part(passage, figures, out);
    next_sentence(passage, figures, sentence, out);
}

/// Whether the words beside a figure say that it is the total of others.
#[inline(never)]
fn marks_total(passage: &Passage<'_>, figure: &Fig) -> bool {
    let sentence = passage.sentence(figure.sentence);
    let start = figure.item.saturating_sub(3).max(sentence.start);
    let end = (figure.item + 5).min(sentence.end);
    // Up to the next figure on each side.
    let is_figure = |at: &usize| matches!(passage.item(*at).map(|it| it.what), Some(What::Figure(_)));
    let start = (start..figure.item).rev().find(is_figure).map_or(start, |at| at + 1);
    let end = (figure.item + 1..end).find(is_figure).unwrap_or(end);
    let behind = figure.item + 1..end;
    let says_behind = behind.clone().any(|at| {
        let pair = (passage.word(at), passage.word(at + 1));
        // Behind a comma, right before another figure, it is that one's.
        let is_next =
            passage.has_sign(figure.item + 1..at, &[',']) && (at + 1..at + 4).any(|near| is_figure(&near));
        !is_next
            && matches!(
                pair,
                ("in", "all" | "total")
                    | ("all", "told")
                    | ("altogether" | "overall" | "together" | "combined", _)
            )
    });
    let is_cut = passage.has_sign(behind, &[';', ':']);
    let before: Vec<&str> = (start..figure.item).map(|at| passage.word(at)).collect();
    let says_before = before.iter().any(|word| {
        matches!(
            *word,
            "totalling"
                | "totaling"
                | "totalled"
                | "totaled"
                | "altogether"
                | "together"
                | "makes"
                | "making"
                | "made"
                | "combined"
        )
    }) || before
        .windows(2)
        .any(|pair| matches!(pair, ["total" | "sum", "of"] | ["in", "all" | "total"] | ["all", "told"]));
    let has_total = passage
        .has_class(figure.item.saturating_sub(3).max(sentence.start)..figure.item, Class::TOTAL)
        && passage.has_sign(figure.item.saturating_sub(2)..figure.item, &[',', ':'])
        || passage.has_word(figure.item.saturating_sub(4).max(sentence.start)..figure.item, &["total"])
            && passage.has_word(figure.item.saturating_sub(2)..figure.item, &["is", "was", "to", "of"]);
    let far = figure.item.saturating_sub(9).max(sentence.start)..figure.item;
    let brings = passage
        .has_word(far.clone(), &["bring", "brings", "bringing", "brought", "takes", "taking", "took", "for"])
        && passage.has_word(far, &["total", "tally", "toll", "sum"])
        && passage
            .lead(figure.item, figure.sentence)
            .is_some_and(|at| matches!(passage.word(at), "to" | "of"));
    says_behind && !is_cut || says_before || has_total || brings
}

/// Parts of which a figure that is marked as the total is made.
fn of_marked(passage: &Passage<'_>, figures: &[Fig], place: usize, out: &mut Vec<Tie>) {
    let Some(total) = figures.get(place) else { return };
    let may_be = |part: &&Fig| is_part(passage, part, total) && !marks_total(passage, part);
    let earlier: Vec<&Fig> = figures.iter().take(place).filter(may_be).collect();
    let later: Vec<&Fig> = figures.iter().skip(place + 1).filter(may_be).collect();
    let mut before: Vec<&Fig> = Vec::new();
    if earlier.is_empty() && later.is_empty() {
        let previous = total.sentence.checked_sub(1).map(|it| passage.figures_of(it)).unwrap_or_default();
        before = previous.iter().filter(may_be).collect();
    }
    // "Since Monday" and "so far" count what the sentence does not list.
    let sentence = passage.sentence(total.sentence);
    let goes_on = passage.has_word(sentence, &["since", "far", "ever", "career"]);
    for (those, is_list) in [(&earlier, true), (&later, false), (&before, true)] {
        if those.len() < 2 {
            continue;
        }
        // The longest run at the end that is a list.
        let lists = (0..those.len() - 1)
            .filter_map(|from| those.get(from..))
            .filter(|list| is_list_of(passage, list));
        let made = |list: &[&Fig]| list.iter().map(|part| part.number()).sum::<f64>() / total.number();
        // One that may make it goes before a longer one that cannot.
        let list =
            lists.clone().find(|list| (0.5..=2.0).contains(&made(list))).or_else(|| lists.clone().next());
        let Some(list) = list else { continue };
        let near =
            list.last().filter(|last| last.item < total.item).map_or(0..0, |last| last.item + 1..total.item);
        if list.iter().any(|part| part.sentence == total.sentence) && passage.has_sign(near, &[';']) {
            continue;
        }
        if !is_list && !stands_apart(passage, total, list) {
            continue;
        }
        let tie = sum(passage, total, list, those);
        out.push(if goes_on { tie.unsure() } else { tie });
        return;
    }
}

#[inline(never)]
fn is_part(passage: &Passage<'_>, part: &Fig, total: &Fig) -> bool {
    if part.is_percent() != total.is_percent()
        || part.is_fraction()
        || matches!(role(passage, part), Role::From)
    {
        return false;
    }
    part.stated.measure == total.stated.measure || is_like(passage, part, total)
}

/// Whether these stand in a list: each behind the other with a comma, "and" or "plus" between.
#[inline(never)]
fn is_list_of(passage: &Passage<'_>, parts: &[&Fig]) -> bool {
    parts.len() >= 2
        && parts.iter().all(|part| part.is_plain())
        && parts.windows(2).all(|pair| {
            let [one, other] = pair else { return false };
            let between = one.item + 1..other.item;
            let joins = passage.has_sign(between.clone(), &[',', '&'])
                || passage.has_word(between.clone(), &["and", "plus"]);
            let is_some = passage.has_class(between.clone(), Class::SOME)
                || passage.has_word(between.clone(), &["of", "than", "whom", "which"])
                    && one.sentence == other.sentence
                    && passage.has_word(other.item.saturating_sub(3)..other.item, &["than", "whom", "which"]);
            joins
                && !is_some
                && passage.count_words(between.clone()) <= APART
                && !passage.has_sign(between, &[';', ':', '(', ')'])
        })
}

/// Whether a list is said to be all of the figure before it: behind a colon, a dash or a bracket, or a comma.
fn stands_apart(passage: &Passage<'_>, total: &Fig, parts: &[&Fig]) -> bool {
    let Some(first) = parts.first() else { return false };
    let gap = total.item + 1..first.item;
    !passage.has_class(gap.clone(), Class::SOME)
        && !passage.has_word(gap.clone(), &["whom", "which", "than"])
        && (gap.clone().rev().take(3).any(|at| passage.is_sign(at, &[':', '–', '—', '(', ',']))
            || passage.is_sign(gap.end.saturating_sub(1), &['-']))
}

/// The list behind a figure, where the words say that it is made of it.
fn list_behind<'f>(passage: &Passage<'_>, figures: &'f [Fig], place: usize) -> Option<Vec<&'f Fig>> {
    let total =
        figures.get(place).filter(|it| it.is_plain() || it.stated.modifier == Some(Modifier::About))?;
    if matches!(role(passage, total), Role::From | Role::By) {
        return None;
    }
    let rest: Vec<&Fig> = figures.iter().skip(place + 1).collect();
    let first = rest.first()?;
    let gap = total.item + 1..first.item;
    if passage.has_class(gap.clone(), Class::SOME)
        || passage.has_word(gap.clone(), &["whom", "which", "than", "from", "to", "or"])
    {
        return None;
    }
    // The sign after which the list begins: a few words may stand before its first figure.
    let sign = gap.clone().rev().take(4).find(|at| passage.is_sign(*at, &[':', '–', '—', '(', ',', '-']))?;
    let is_strong = passage.is_sign(sign, &[':', '–', '—', '(', '-']);
    let length = (1..=rest.len()).rev().find(|length| {
        rest.get(..*length).is_some_and(|list| {
            is_list_of(passage, list) && list.iter().all(|part| is_part(passage, part, total))
        })
    })?;
    let parts: Vec<&Fig> = rest.get(..length)?.to_vec();
    if parts.iter().any(|part| marks_total(passage, part)) {
        return None;
    }
    // All figures up to the end of the sentence, or a sign that closes the list.
    let last = parts.last()?;
    let sentence = passage.sentence(total.sentence);
    let next = rest.get(length).map_or(sentence.end, |it| it.item);
    let closes =
        length == rest.len() || passage.has_sign(last.item + 1..next, &[',', ')', ';', '–', '—', ':', '.']);
    let is_joined = passage.has_word(parts.iter().rev().nth(1)?.item + 1..last.item, &["and", "plus"])
        || passage.has_sign(parts.iter().rev().nth(1)?.item + 1..last.item, &['&']);
    if !closes || !(is_joined || is_strong && parts.len() >= 2) {
        return None;
    }
    if is_strong && gap.len() <= 14 {
        return Some(parts);
    }
    let noun = passage.noun_of(total);
    let all = passage.lead(total.item, total.sentence).is_some_and(|at| passage.word(at) == "of")
        && passage.has_class(total.item.saturating_sub(4)..total.item, Class::TOTAL)
        || passage.has_word(total.item.saturating_sub(2)..total.item, &["all", "both", "these", "those"]);
    let are_people = noun.is_some_and(|noun| passage.class(noun.item).has(Class::PEOPLE))
        && parts.iter().all(|part| counts_people(passage, part));
    let has_clause =
        passage.has_class(gap.clone(), Class::AUXILIARY) || passage.count_words(gap.clone()) >= 4;
    let kinds: Vec<_> = parts.iter().map(|part| passage.noun_of(part).map(|noun| noun.stem)).collect();
    let differ = kinds
        .iter()
        .enumerate()
        .all(|(at, kind)| kind.is_some() && !kinds.iter().skip(at + 1).any(|other| other == kind));
    let are_bare =
        parts.iter().all(|part| is_elliptic(passage, part)) && noun.is_some_and(|noun| noun.is_plural);
    let is_told = are_bare && !has_verb(passage, &parts)
        || differ
            && !has_verb(passage, &parts)
            && (all
                || are_people
                || has_clause && noun.is_some() && parts.iter().all(|part| counts_people(passage, part)));
    is_told.then_some(parts)
}

/// Whether a figure stands without a noun, before a preposition: "thirteen with his right foot".
fn is_elliptic(passage: &Passage<'_>, part: &Fig) -> bool {
    let class = passage.class(part.item + 1);
    class.has(Class::PREPOSITION) && !matches!(passage.word(part.item + 1), "of" | "per" | "to" | "from")
}

fn has_verb(passage: &Passage<'_>, parts: &[&Fig]) -> bool {
    parts.windows(2).any(|pair| {
        let [one, other] = pair else { return false };
        passage.has_class(one.item + 1..other.item, Class::AUXILIARY)
    })
}

fn counts_people(passage: &Passage<'_>, part: &Fig) -> bool {
    let next = passage.item(part.item + 1).map(|it| it.what);
    let is_group = matches!(next, Some(What::Name(NameKind::Group)));
    is_group || passage.noun_of(part).is_some_and(|noun| passage.class(noun.item).has(Class::PEOPLE))
}

/// A sum of these parts; any run of `all` that makes the total clears it.
#[inline(never)]
fn sum(passage: &Passage<'_>, total: &Fig, parts: &[&Fig], all: &[&Fig]) -> Tie {
    let links = parts.iter().map(|part| (*part, LinkKind::PartOf, total)).collect();
    let tie = Tie::new(DoubtKind::Sum, total, parts, links);
    let added = |parts: &[&Fig]| {
        let first = Interval::exactly(0.0);
        parts.iter().fold(first, |sum, part| {
            sum.plus(if part.is_count() {
                Interval::exactly(part.number())
            } else {
                Interval::close(&part.stated)
            })
        })
    };
    let is_exact = total.is_count() && total.number() < 1000.0 && parts.iter().all(|part| part.is_count());
    let told = if is_exact && total.is_plain() {
        Interval::exactly(total.number())
    } else {
        Interval::wide(&total.stated)
    };
    let is_made = |parts: &[&Fig]| added(parts).may_be(told, total.stated.modifier);
    let is_cleared =
        (0..all.len()).any(|from| (from + 1..=all.len()).any(|to| all.get(from..to).is_some_and(is_made)));
    if is_cleared || is_made(parts) || parts.iter().any(|part| !part.is_plain()) {
        return tie;
    }
    let made: f64 = parts.iter().map(|part| part.number()).sum();
    // What is far from the total is the sum of something else.
    let has_whole = parts.iter().any(|part| part.number() >= total.number()) && !total.is_count();
    if made < 0.4 * total.number() || made > 2.5 * total.number() || has_whole {
        return tie;
    }
    made_of(passage, tie, parts, made, passage.words(total.span))
}

/// A doubt: these parts make so much, and not what is told.
fn made_of(passage: &Passage<'_>, tie: Tie, parts: &[&Fig], made: f64, told: &str) -> Tie {
    let shown: Vec<&str> = parts.iter().map(|part| passage.words(part.span)).collect();
    tie.doubted(words::ReckonedSum { parts: &joined(&shown), sum: &written(made), told: &told }.text())
}

/// "9, 3 and 6".
#[inline(never)]
fn joined(parts: &[&str]) -> String {
    match parts {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => words::ReckonedParts { first: &first.join(", "), last }.text(),
    }
}

/// "Of the 27 countries, 19 have ratified it and eight have yet to": two parts of which one is denied.
fn of_total(passage: &Passage<'_>, figures: &[Fig], out: &mut Vec<Tie>) {
    let [total, one, other] = figures else { return };
    let sentence = passage.sentence(total.sentence);
    let begins = passage.word(sentence.start) == "of" && total.item <= sentence.start + 5;
    let are_counts = [total, one, other].iter().all(|it| it.is_count() && it.is_plain());
    let made = one.number() + other.number();
    if !begins || !are_counts || one.number() > total.number() || other.number() > total.number() {
        return;
    }
    let between = one.item + 1..other.item;
    let last = other.item + 1..sentence.end;
    let is_denied = passage.has_class(last, Class::NOT) != passage.has_class(between.clone(), Class::NOT);
    let is_joined = passage.has_word(between, &["and", "while", "but"]);
    let links = vec![(one, LinkKind::PartOf, total), (other, LinkKind::PartOf, total)];
    let tie = Tie::new(DoubtKind::Sum, other, &[total, one], links);
    if is_joined && made > total.number() && is_denied
        || is_joined && is_denied && made < total.number() && made > 0.7 * total.number()
    {
        let tie = if made < total.number() { tie.unsure() } else { tie };
        out.push(made_of(passage, tie, &[one, other], made, passage.words(total.span)));
    } else {
        out.push(tie);
    }
}

/// "23 people, including 32 children": a part cannot be more than its whole.
fn greater_part(passage: &Passage<'_>, figures: &[Fig], out: &mut Vec<Tie>) {
    for pair in figures.windows(2) {
        let [whole, part] = pair else { continue };
        let between = whole.item + 1..part.item;
        let near = part.item.saturating_sub(4).max(between.start)..part.item;
        let is_some = passage.has_word(near.clone(), &["including", "among", "includes"])
            || passage.has_word(near.clone(), &["whom", "which", "them"]) && passage.has_word(near, &["of"]);
        let nouns = [whole, part].map(|it| passage.noun_of(it));
        let are_of_one = match nouns {
            [Some(a), Some(b)] => {
                a.stem == b.stem || [a, b].iter().all(|noun| passage.class(noun.item).has(Class::PEOPLE))
            }
            _ => nouns[1].is_none(),
        };
        if !is_some
            || !are_of_one
            || whole.stated.measure != part.stated.measure
            || passage.count_words(between) > 10
        {
            continue;
        }
        let tie = Tie::new(DoubtKind::Sum, part, &[whole], vec![(part, LinkKind::PartOf, whole)]);
        let is_more =
            whole.is_plain() && part.is_plain() && part.number() > whole.number() && !whole.is_percent();
        out.push(if is_more {
            tie.doubted(
                words::ReckonedPart { part: &passage.words(part.span), whole: &passage.words(whole.span) }
                    .text(),
            )
        } else {
            tie
        });
    }
}

/// "46 weapons were found. 21 were rifles, 16 pistols and seven grenades": a sentence of parts without nouns of their
/// own, whose verb is told once, behind the sentence with their total.
fn next_sentence(passage: &Passage<'_>, figures: &[Fig], sentence: usize, out: &mut Vec<Tie>) {
    let Some(first) = figures.first() else { return };
    let items = passage.sentence(sentence);
    let begins = first.item <= items.start + 3
        && (first.item == items.start
            || passage.has_word(items.start..first.item, &["of", "they", "these", "there"]));
    let parts: Vec<&Fig> = figures.iter().collect();
    let is_partition = begins
        && parts.len() >= 2
        && parts.iter().all(|part| part.is_count() && part.is_plain())
        && is_list_of(passage, &parts);
    let Some(before) = sentence.checked_sub(1).map(|it| passage.figures_of(it)) else { return };
    let [total] = before else { return };
    if !is_partition || !total.is_count() || passage.noun_of(total).is_none() {
        return;
    }
    // With a verb of its own, each part may be of another division.
    let verbs = parts.iter().enumerate().filter(|(at, part)| {
        let end = parts.get(at + 1).map_or(items.end, |next| next.item);
        passage.has_class(part.item + 1..end.min(part.item + 4), Class::AUXILIARY)
    });
    let has_one_verb = verbs.count() <= 1;
    let made: f64 = parts.iter().map(|part| part.number()).sum();
    if !has_one_verb
        || !total.is_plain()
        || made == total.number()
        || made > 2.0 * total.number()
        || made < 0.75 * total.number()
    {
        if has_one_verb && made == total.number() {
            out.push(sum(passage, total, &parts, &parts));
        }
        return;
    }
    let tie = sum(passage, total, &parts, &parts);
    out.push(if made < total.number() { tie.unsure() } else { tie });
}
