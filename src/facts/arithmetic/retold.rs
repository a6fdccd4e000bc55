//! One fact told twice, differently: in the headline and below it, or in two sentences.
//!
//! ```text
//! fact = figure + what befell those counted ("killed", "hurt", "arrested") | figure + noun
//! same = headline and body | "the" figure noun, behind a figure of that noun | the same fact and most of the words
//! ```

use std::collections::HashMap;

use super::DoubtKind;
use super::tie::{LinkKind, Tie};
use crate::facts::figure::{Class, Fig, Interval, Passage, Role, What, role};
use crate::facts::stated::Measure;
use crate::facts::stems::{Stem, stem};
use crate::facts::units;
use crate::text::Span;
use crate::value::Modifier;
use crate::words;

/// What befalls people: words of one kind are told of the same count.
const STATES: &[&str] = &["kill", "wound", "missing", "arrest", "rescue", "infect", "evacuate", "displace"];

/// Words by which a sentence says that there are several counts, or that one has moved on.
const SEVERAL: &[&str] = &[
    "earlier", "previous", "previously", "another", "additional", "other", "others", "first", "second",
    "third", "each", "per", "originally", "initially", "later", "more", "then", "now", "later", "since",
    "yesterday", "similar", "total", "average", "further", "separate", "last", "same", "also", "too",
    "again", "next", "annual", "annually", "until", "before",
];

/// How many figures of one measure are compared with each other: in tables nothing is told twice.
const MOST: usize = 300;

struct Told<'p> {
    figure: &'p Fig,
    state: Option<usize>,
    noun: Option<Stem>,
    around: Vec<Stem>,
    is_definite: bool,
    is_several: bool,
}

pub(super) fn find(passage: &Passage<'_>, out: &mut Vec<Tie>) {
    let told: Vec<Told<'_>> = passage.figures.iter().filter_map(|it| read(passage, it)).collect();
    headline(passage, &told, out);
    definite(passage, &told, out);
    let mut by_measure: HashMap<&Measure, Vec<&Told<'_>>> = HashMap::new();
    for it in told.iter().filter(|it| is_told_alone(passage, it)) {
        by_measure.entry(&it.figure.stated.measure).or_default().push(it);
    }
    let mut groups: Vec<Vec<&Told<'_>>> =
        by_measure.into_values().filter(|group| group.len() <= MOST).collect();
    crate::text::sort_by_key(&mut groups, |group| group.first().map(|it| it.figure.item));
    for group in groups {
        for (place, one) in group.iter().enumerate() {
            for other in group.iter().skip(place + 1) {
                again(passage, one, other, out);
            }
        }
    }
}

fn read<'p>(passage: &'p Passage<'_>, figure: &'p Fig) -> Option<Told<'p>> {
    if figure.stated.to.is_some() || figure.is_fraction() || figure.stated.measure == Measure::Rank {
        return None;
    }
    let sentence = passage.sentence(figure.sentence);
    let is_headline = passage.sentences.get(figure.sentence).is_some_and(|it| it.is_headline);
    let near = figure.item.saturating_sub(3).max(sentence.start)..(figure.item + 3).min(sentence.end);
    let is_several =
        passage.has_word(near, SEVERAL) || matches!(role(passage, figure), Role::From | Role::By);
    let is_definite = passage.word(figure.item.wrapping_sub(1)) == "the"
        && (figure.item == sentence.start + 1)
        && !is_headline;
    let noun = passage.noun_of(figure);
    Some(Told {
        figure,
        state: state_of(passage, figure),
        noun: noun.map(|noun| noun.stem),
        around: around(passage, figure),
        is_definite,
        is_several,
    })
}

/// What befell those that a figure counts: by the nearest word that tells it, in the same clause.
fn state_of(passage: &Passage<'_>, figure: &Fig) -> Option<usize> {
    if !figure.is_count() {
        return None;
    }
    let sentence = passage.sentence(figure.sentence);
    let is_figure = |at: usize| matches!(passage.item(at).map(|it| it.what), Some(What::Figure(_)));
    let stops = |at: usize| is_figure(at) || passage.is_sign(at, &[';', ':']);
    let behind = (figure.item + 1..sentence.end.min(figure.item + 9)).take_while(|at| {
        !stops(*at) && !matches!(passage.word(*at), "and" | "when" | "after" | "while" | "as" | "in")
    });
    let before =
        (sentence.start.max(figure.item.saturating_sub(6))..figure.item).rev().take_while(|at| !stops(*at));
    let known = |at: usize| {
        let key = stem(passage.word(at))?;
        STATES.iter().position(|state| stem(state) == Some(key))
    };
    let found = behind.clone().find_map(known).or_else(|| before.clone().find_map(known));
    // The count must be of people, or of nothing that is told.
    let noun = passage.noun_of(figure);
    let is_of_people = noun.is_none_or(|noun| {
        let class = passage.class(noun.item);
        class.has(Class::PEOPLE) || known(noun.item).is_some()
    });
    found.filter(|_| is_of_people || noun.is_some_and(|noun| noun.is_plural))
}

/// The words of the clause around a figure.
fn around(passage: &Passage<'_>, figure: &Fig) -> Vec<Stem> {
    const REACH: usize = 12;
    let sentence = passage.sentence(figure.sentence);
    let near = figure.item.saturating_sub(REACH).max(sentence.start)..(figure.item + REACH).min(sentence.end);
    let (first, last) = (passage.item(near.start), passage.item(near.end.saturating_sub(1)));
    let Some((first, last)) = first.zip(last) else { return Vec::new() };
    passage.reading.stems(Span::new(first.span.start(), last.span.end()))
}

#[inline(never)]
fn differ(one: &Fig, other: &Fig) -> bool {
    let (a, b) = (Interval::wide(&one.stated), Interval::wide(&other.stated));
    let bound = |it: &Fig, other: Interval, own: Interval| match it.stated.modifier {
        Some(Modifier::MoreThan | Modifier::AtLeast) => other.high >= own.low,
        Some(Modifier::LessThan | Modifier::AtMost | Modifier::UpTo) => other.low <= own.high,
        _ => false,
    };
    !a.meets(b) && !bound(one, b, a) && !bound(other, a, b)
}

#[inline(never)]
fn doubted(passage: &Passage<'_>, one: &Fig, other: &Fig) -> Tie {
    let tie = Tie::new(DoubtKind::ToldTwice, other, &[one], vec![(other, LinkKind::SameAs, one)]);
    let reckoned = words::ReckonedTwice { one: &passage.words(one.span), other: &passage.words(other.span) };
    tie.doubted(reckoned.text())
}

/// The headline's figures, and those of the first sentences below it.
fn headline(passage: &Passage<'_>, told: &[Told<'_>], out: &mut Vec<Tie>) {
    const LEAD: usize = 3;
    let is_headline =
        |it: &&Told<'_>| passage.sentences.get(it.figure.sentence).is_some_and(|it| it.is_headline);
    for head in told.iter().filter(is_headline) {
        let body: Vec<&Told<'_>> = told.iter().filter(|it| !is_headline(it)).collect();
        let is_same = |it: &&&Told<'_>| {
            it.figure.stated.measure == head.figure.stated.measure
                && match head.state {
                    Some(_) => it.state == head.state,
                    None if head.figure.is_count() => head.noun.is_some() && it.noun == head.noun,
                    // An age, a sum of money, a measure: the first of its kind below.
                    None => it.figure.sentence <= 2,
                }
        };
        let same: Vec<&&Told<'_>> = body.iter().filter(is_same).collect();
        let near: Vec<&&&Told<'_>> = same.iter().filter(|it| it.figure.sentence <= LEAD).collect();
        let comes_out = body.iter().any(|it| {
            it.figure.stated.measure == head.figure.stated.measure && !differ(head.figure, it.figure)
        }) || makes(&same, head.figure)
            || told.iter().any(|it| it.figure.id != head.figure.id && makes_alone(it.figure, head.figure));
        if let ([one, rest @ ..], false) = (near.as_slice(), comes_out)
            && rest.iter().all(|it| it.figure.stated.number == one.figure.stated.number)
            && !one.is_several
        {
            out.push(doubted(passage, head.figure, one.figure));
        }
    }
}

fn makes_alone(one: &Fig, other: &Fig) -> bool {
    one.stated.measure == other.stated.measure && !differ(one, other)
}

/// Whether some of the counts below make that of the headline together.
fn makes(those: &[&&Told<'_>], total: &Fig) -> bool {
    let numbers: Vec<f64> = those.iter().map(|it| it.figure.number()).collect();
    let pairs = numbers
        .iter()
        .enumerate()
        .any(|(at, a)| numbers.iter().skip(at + 1).any(|b| a + b == total.number()));
    pairs || numbers.iter().sum::<f64>() == total.number()
}

#[inline(never)]
fn share(one: &Told<'_>, other: &Told<'_>) -> usize {
    one.around.iter().filter(|stem| other.around.binary_search(stem).is_ok()).count()
}

/// "Kestrel has ordered 24 jets. The 42 aircraft will …", "the 37-storey tower", "the 25-year-old", "those 24,000
/// kilograms": a figure with the article takes up the one before.
fn definite(passage: &Passage<'_>, told: &[Told<'_>], out: &mut Vec<Tie>) {
    for (place, it) in told.iter().enumerate().filter(|(_, it)| it.figure.is_plain() && !it.is_several) {
        let start = passage.sentence(it.figure.sentence).start;
        let lead = passage.word(it.figure.item.wrapping_sub(1));
        let is_attribute =
            passage.is_sign(it.figure.item + 1, &['-']) || passage.words(it.figure.span).contains('-');
        let takes_up = match lead {
            "the" => it.is_definite || is_attribute && it.figure.item > start,
            "those" | "these" => true,
            _ => false,
        };
        let of = passage.has_word(it.figure.item + 1..it.figure.item + 3, &["of"]);
        if !takes_up || of {
            continue;
        }
        let near = |one: &&Told<'_>| {
            one.figure.sentence < it.figure.sentence && it.figure.sentence - one.figure.sentence <= 2
        };
        let earlier: Vec<&Told<'_>> = told.iter().take(place).filter(near).collect();
        let like = earlier.iter().filter(|one| is_of_kind(one, it, is_attribute));
        let like: Vec<&&Told<'_>> = like.collect();
        let is_known = passage.figures.iter().any(|other| {
            other.id != it.figure.id
                && other.stated.measure == it.figure.stated.measure
                && !differ(other, it.figure)
        });
        let is_sum =
            earlier.iter().filter(|one| one.figure.is_count()).map(|one| one.figure.number()).sum::<f64>()
                == it.figure.number();
        let [before] = like.as_slice() else { continue };
        let counts =
            earlier.iter().filter(|one| one.figure.is_count() && one.figure.number() >= 10.0).count();
        if it.figure.is_count() && counts > 1 {
            continue;
        }
        if is_known || is_sum || !before.figure.is_plain() || before.is_several {
            continue;
        }
        let converts = match (&before.figure.stated.measure, &it.figure.stated.measure) {
            (Measure::Unit(a), Measure::Unit(b)) if a != b => {
                units::agree((a, &before.figure.stated), (b, &it.figure.stated)) == Some(false)
            }
            _ => differ(before.figure, it.figure),
        };
        if converts {
            out.push(doubted(passage, before.figure, it.figure));
        }
    }
}

/// Whether an earlier figure may be the one that is taken up.
fn is_of_kind(one: &Told<'_>, it: &Told<'_>, is_attribute: bool) -> bool {
    match (&one.figure.stated.measure, &it.figure.stated.measure) {
        (Measure::Count, Measure::Count) => {
            let is_small = one.figure.number() < 10.0 && it.figure.number() < 10.0;
            let same_noun = one.noun.is_some() && one.noun == it.noun;
            // Another noun may be one for the same: told by a slip of the pen only.
            same_noun || !is_small && !is_attribute && it.is_definite && is_slip(one.figure, it.figure)
        }
        (Measure::Unit(a), Measure::Unit(b)) if a == b => {
            a == "year" || a == "magnitude" || is_attribute || !it.is_definite
        }
        (Measure::Unit(a), Measure::Unit(b)) => {
            units::agree((a, &one.figure.stated), (b, &it.figure.stated)).is_some() && !it.is_definite
        }
        (Measure::Money(a), Measure::Money(b)) => {
            a == b
                && (is_attribute
                    || it.is_definite
                        && one.figure.sentence + 1 == it.figure.sentence
                        && is_slip(one.figure, it.figure))
        }
        _ => false,
    }
}

/// Whether a figure may be told again elsewhere: the only one of its kind in its sentence, told plainly, and no age, of which
/// every person has one.
fn is_told_alone(passage: &Passage<'_>, told: &Told<'_>) -> bool {
    let figure = told.figure;
    let is_age = figure.stated.measure == Measure::Unit("year".into());
    let is_headline = passage.sentences.get(figure.sentence).is_some_and(|it| it.is_headline);
    let like = |other: &&Fig| other.stated.measure == figure.stated.measure;
    let is_alone = passage.figures_of(figure.sentence).iter().filter(like).count() == 1;
    is_alone && figure.is_plain() && !is_age && !is_headline && !figure.is_percent() && !told.is_several
}

/// The same fact in the same words with another figure.
fn again(passage: &Passage<'_>, one: &Told<'_>, other: &Told<'_>, out: &mut Vec<Tie>) {
    let (a, b) = (one.figure, other.figure);
    let both_state = one.state.is_some() && one.state == other.state;
    let both_noun = one.noun.is_some() && one.noun == other.noun;
    if !differ(a, b) || a.is_count() && !both_noun && !both_state {
        return;
    }
    let is_zero_more = is_zero_more(a, b);
    // Two days have two counts.
    let has_time = |it: &Fig| !passage.times_of(it.sentence).is_empty();
    let changes =
        |it: &Fig| passage.has_class(passage.sentence(it.sentence), Class::RISE | Class::FALL | Class::LATER);
    let needed = match () {
        () if is_zero_more => 2,
        () if has_time(a) && has_time(b) => return,
        () if both_state || is_slip(a, b) => 3,
        () if changes(a) || changes(b) => return,
        () => 5,
    };
    let shared = share(one, other);
    let fewer = one.around.len().min(other.around.len());
    let has_most = 5 * shared >= if is_zero_more { 2 } else { 3 } * fewer;
    let is_small = a.number() < 10.0 && b.number() < 10.0 && !both_state;
    if shared >= needed && has_most && !is_small && !own_names_differ(passage, a, b) {
        let tie = doubted(passage, a, b);
        out.push(if shared == needed && !is_zero_more { tie.unsure() } else { tie });
    }
}

/// Whether each of two sentences has a name that the other has not.
fn own_names_differ(passage: &Passage<'_>, one: &Fig, other: &Fig) -> bool {
    let names = |it: &Fig| -> Vec<String> {
        let items = passage.items.get(passage.sentence(it.sentence)).unwrap_or_default();
        items.iter().filter(|item| matches!(item.what, What::Name(_))).map(|item| item.word.clone()).collect()
    };
    let (a, b) = (names(one), names(other));
    let is_in = |name: &String, those: &[String]| {
        those.iter().any(|it| it.contains(name.as_str()) || name.contains(it.as_str()))
    };
    a.iter().any(|name| !is_in(name, &b)) && b.iter().any(|name| !is_in(name, &a))
}

/// The digits of a figure, without zeros at either end.
fn digits(figure: &Fig) -> String {
    let number = figure.stated.number.to_string();
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    digits.trim_start_matches('0').trim_end_matches('0').to_owned()
}

/// Whether one is the other with more zeros.
#[inline(never)]
fn is_zero_more(one: &Fig, other: &Fig) -> bool {
    let (a, b) = (digits(one), digits(other));
    a == b
        && (a.len() >= 2
            || one.number().max(other.number()) / one.number().min(other.number()) >= 1000.0 && !a.is_empty())
}

/// Whether one is the other with a slip of the pen: two digits in the other order, one digit wrong among several.
#[inline(never)]
fn is_slip(one: &Fig, other: &Fig) -> bool {
    let (a, b) = (digits(one), digits(other));
    let count = |digits: &str, digit: char| digits.chars().filter(|it| *it == digit).count();
    let are_turned = ('0'..='9').all(|digit| count(&a, digit) == count(&b, digit)) && a != b;
    let differing = a.bytes().zip(b.bytes()).filter(|(a, b)| a != b).count();
    a.len() == b.len() && a.len() >= 2 && (are_turned || a.len() >= 3 && differing == 1)
}
