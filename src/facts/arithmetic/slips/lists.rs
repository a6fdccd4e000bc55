//! Lists: a number, and the things that it counts, one by one.

use super::case::{Cases, Part};
use super::equation::Equation;
use super::evidence::{Evidence, Pieces};
use super::scope::Scope;
use crate::facts::arithmetic::DoubtKind;
use crate::facts::arithmetic::tie::Tie;
use crate::facts::figure::{Class, Fig, NameKind, What, written};
use crate::words;

/// What members of a list are made of.
struct List {
    from: usize,
    to: usize,
    sentence: usize,
    members: usize,
    /// How many members have a name.
    names: usize,
    /// How many there are where "two brothers" are two.
    counted: usize,
    times: usize,
    figures: usize,
    longest: usize,
    has_verb: bool,
    is_closed: bool,
    /// Whether it was read by its names alone.
    is_names: bool,
    is_persons: bool,
    /// Whether its sentence begins with it.
    begins: bool,
}

pub(super) fn find(scope: &Scope<'_>, cases: &mut Cases) {
    let passage = scope.passage;
    let last = scope.sentence;
    let lists: Vec<List> = [last.checked_sub(1), Some(last)]
        .into_iter()
        .flatten()
        .filter(|it| passage.sentence(*it).start >= scope.items.start)
        .flat_map(|it| lists(scope, it).into_iter().chain(names(scope, it)))
        .collect();
    let counts: Vec<&&Fig> = scope
        .figures
        .iter()
        .filter(|it| it.is_count() && it.stated.number.to_integer().is_some_and(|it| (2..=12).contains(&it)))
        .collect();
    for figure in &counts {
        // The list stands in the sentence of its number, or in the one beside it.
        let is_near = |it: &&List| {
            let is_here = figure.sentence == last || it.sentence == last;
            let is_outside = it.to < figure.item || it.from > figure.item;
            let gap =
                if it.from > figure.item { it.from - figure.item } else { figure.item.saturating_sub(it.to) };
            is_here && is_outside && figure.sentence.abs_diff(it.sentence) <= 1 && gap <= 26
        };
        let near: Vec<&List> = lists.iter().filter(is_near).collect();
        let is_told = |it: &&List| {
            [it.members, it.names, it.counted].iter().any(|number| *number as f64 == figure.number())
        };
        if near.iter().any(is_told) {
            continue;
        }
        for list in near {
            offer(scope, cases, figure, list, counts.len());
        }
    }
}

fn offer(scope: &Scope<'_>, cases: &mut Cases, figure: &Fig, list: &List, counts: usize) {
    let passage = scope.passage;
    let mut found = Pieces::default();
    let is_behind = list.from > figure.item;
    let gap = if is_behind { figure.item + 1..list.from } else { list.to + 1..figure.item };
    found.add(!is_behind, Evidence::ListBefore);
    found.add(figure.sentence != list.sentence, Evidence::ListOtherSentence);
    found.add(passage.has_sign(gap.clone(), &[':']), Evidence::ListColon);
    found.add(passage.has_sign(gap.clone(), &['–', '—', '(', '-']), Evidence::ListDash);
    found.add(passage.has_sign(gap.clone(), &[',']), Evidence::ListComma);
    found.add(passage.count_words(gap.clone()) <= 2, Evidence::ListNear);
    found.add(passage.count_words(gap.clone()) > 7, Evidence::ListFar);
    found.add(
        passage.has_word(
            gap.clone(),
            &["named", "called", "are", "were", "is", "in", "as", "from", "namely", "identified"],
        ),
        Evidence::ListNamed,
    );
    found.add(passage.has_class(gap.clone(), Class::SOME), Evidence::ListSome);
    found.add(passage.has_class(gap, Class::AUXILIARY), Evidence::ListVerb);
    found.add(list.has_verb, Evidence::ListMembersVerb);
    found.add(list.is_names, Evidence::ListNames);
    found.add(list.names == list.members, Evidence::ListAllNames);
    found.add(list.times == list.members, Evidence::ListAllTimes);
    found.add(list.figures > 0, Evidence::ListFigures);
    found.add(list.counted != list.members, Evidence::ListCounted);
    found.add(list.longest <= 2, Evidence::ListShort);
    found.add(list.longest > 6, Evidence::ListLong);
    found.add(list.is_closed, Evidence::ListClosed);
    found.add(list.begins, Evidence::ListBegins);
    let noun = passage.noun_of(figure);
    found.add(noun.is_none(), Evidence::ListNounless);
    let are_people = noun.is_some_and(|it| passage.class(it.item).has(Class::PEOPLE));
    found.add(are_people, Evidence::ListPeople);
    found.add(are_people && list.is_persons, Evidence::ListPersons);
    found.add(are_people != list.is_persons, Evidence::ListOtherKind);
    found.add(
        scope.is_before(figure, 3, &["the", "all", "both", "these", "those", "of", "each"]),
        Evidence::ListDefinite,
    );
    found.add(list.members == 2, Evidence::List2);
    let listed = if list.is_names { list.names } else { list.counted };
    found.add((listed as f64 - figure.number()).abs() <= 1.0, Evidence::ListByOne);
    found.add(listed as f64 > figure.number(), Evidence::ListLonger);
    found.add(counts > 1, Evidence::ListMore);
    let members = listed as f64;
    let of_list = Part { number: members, item: list.from, sentence: list.sentence, ..Part::of(figure) };
    let parts = [Part::of(figure), of_list];
    cases.offer(scope, Evidence::KindList, (Equation::Same, &parts), found, &|| {
        let told = passage.words(figure.span);
        let text = words::ReckonedList { listed: &written(members), told: &told }.text();
        Tie::new(DoubtKind::List, figure, &[], Vec::new()).doubted(text)
    });
}

/// The lists of a sentence: members between commas or semicolons, the last behind "and".
fn lists(scope: &Scope<'_>, sentence: usize) -> Vec<List> {
    let passage = scope.passage;
    let items = passage.sentence(sentence);
    let mut found = Vec::new();
    for and in items.clone().filter(|at| matches!(passage.word(*at), "and" | "or" | "plus")) {
        // Back over the members before "and", on to the end of the last.
        let mut starts = vec![and + 1];
        let (mut at, mut begin) = (and, and);
        while at > items.start {
            at -= 1;
            let is_comma = passage.is_sign(at, &[',', ';']);
            let is_stop = passage.is_sign(at, &[':', '–', '—', '(', '.', '!', '?', '“', '"']);
            let is_end = is_stop || at == items.start;
            if is_comma || is_end {
                let from = if is_end && !is_stop { at } else { at + 1 };
                if from < begin {
                    starts.push(from);
                }
                begin = at;
            }
            if is_stop {
                break;
            }
        }
        let end = (and + 1..items.end)
            .find(|at| passage.is_sign(*at, &['.', ',', ';', ')', '–', '—', '!', '?', '(', ':']))
            .unwrap_or(items.end);
        starts.sort_unstable();
        // Each way to begin the list: the first member may be part of the sentence before it.
        for first in 0..starts.len().saturating_sub(1) {
            found.extend(members(scope, starts.get(first..).unwrap_or_default(), (and, end), sentence));
        }
    }
    found
}

fn members(scope: &Scope<'_>, starts: &[usize], (and, end): (usize, usize), sentence: usize) -> Option<List> {
    let passage = scope.passage;
    let from = *starts.first()?;
    let mut list = List::new(from, end.saturating_sub(1), sentence);
    list.members = starts.len();
    list.is_closed = passage.is_sign(end, &['.', ')', ';']);
    list.begins = from == passage.sentence(sentence).start;
    for (place, from) in starts.iter().enumerate() {
        let to = match starts.get(place + 1) {
            Some(next) if *next == and + 1 => and,
            Some(next) => next - 1,
            None => end,
        };
        let member = *from..to.max(*from);
        let words = passage.count_words(member.clone());
        if words == 0 {
            return None;
        }
        list.longest = list.longest.max(words);
        let has = |wanted: fn(&What) -> bool| {
            member.clone().any(|at| passage.item(at).is_some_and(|it| wanted(&it.what)))
        };
        list.names += usize::from(has(|it| matches!(it, What::Name(_))));
        list.times += usize::from(has(|it| matches!(it, What::Time(_))));
        // "Two brothers, their uncle and four neighbours" are seven.
        let told =
            scope.figures.iter().find(|it| member.contains(&it.item) && it.is_count() && it.number() <= 12.0);
        list.figures += usize::from(told.is_some());
        list.counted += told.map_or(1, |it| it.number() as usize);
        list.has_verb |= passage.has_class(member, Class::AUXILIARY);
    }
    list.is_persons = list.names == list.members;
    Some(list)
}

/// Names in a row, with ages, brackets and a word or two of what each is between them.
fn names(scope: &Scope<'_>, sentence: usize) -> Option<List> {
    let passage = scope.passage;
    let items = passage.sentence(sentence);
    let is_name = |at: usize| match passage.item(at).map(|it| it.what) {
        Some(What::Name(kind @ (NameKind::Person | NameKind::Place | NameKind::Other))) => Some(kind),
        _ => None,
    };
    let all: Vec<(usize, NameKind)> = items.clone().filter_map(|at| Some((at, is_name(at)?))).collect();
    let mut best: Option<List> = None;
    for first in 0..all.len() {
        let Some((from, kind)) = all.get(first).copied() else { continue };
        let mut list = List::new(from, from, sentence);
        list.names = 1;
        let mut has_and = false;
        for (next, of_next) in all.iter().skip(first + 1).copied() {
            let gap = list.to + 1..next;
            let signs = passage.has_sign(gap.clone(), &[',', ';']);
            let and = passage.has_word(gap.clone(), &["and"]);
            let is_broken = passage.has_class(gap.clone(), Class::AUXILIARY)
                || passage.has_sign(gap.clone(), &['.', ':', '–', '—'])
                || passage.count_words(gap) > 6;
            if of_next != kind || is_broken || !(signs || and) || has_and {
                break;
            }
            has_and |= and;
            list.names += 1;
            list.to = next;
        }
        if has_and && best.as_ref().is_none_or(|it| it.names < list.names) {
            list.members = list.names;
            list.counted = list.names;
            list.is_names = true;
            list.is_persons = kind == NameKind::Person;
            list.begins = from < items.start + 2;
            list.longest = 3;
            best = Some(list);
        }
    }
    best
}

impl List {
    fn new(from: usize, to: usize, sentence: usize) -> List {
        List {
            from,
            to,
            sentence,
            members: 0,
            names: 0,
            counted: 0,
            times: 0,
            figures: 0,
            longest: 0,
            has_verb: false,
            is_closed: false,
            is_names: false,
            is_persons: false,
            begins: false,
        }
    }
}
