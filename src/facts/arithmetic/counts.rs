//! Things that are counted by being listed, margins, and orders.
//!
//! ```text
//! list   = number [ adjective ] people ( ":" | "," | "—" ) name { "," name } "and" name
//! margin = figure "to" figure … ( "majority" | "margin" | "lead" ) [ "of" ] figure
//! order  = "second" … points … "winner" … points
//! ```

use super::DoubtKind;
use super::tie::{LinkKind, Tie};
use crate::facts::figure::{Class, Fig, NameKind, Passage, What, written};
use crate::facts::stated::Measure;
use crate::words;

pub(super) fn find(passage: &Passage<'_>, sentence: usize, out: &mut Vec<Tie>) {
    let figures = passage.figures_of(sentence);
    for figure in figures {
        list(passage, figure, out);
    }
    margin(passage, figures, out);
    winner(passage, sentence, figures, out);
}

/// "Three scientists, Leila Aziz, Pierre Moreau and Wei Han,".
fn list(passage: &Passage<'_>, figure: &Fig, out: &mut Vec<Tie>) {
    let Some(count) = figure.stated.number.to_integer().filter(|it| (2..=12).contains(it)) else { return };
    let Some(noun) = passage.noun_of(figure).filter(|noun| noun.is_plural) else { return };
    if !figure.is_count() || !figure.is_plain() {
        return;
    }
    let end = passage.sentence(figure.sentence).end;
    // The sign behind the noun, with a few words in between at most: "two towns in the north: A and B".
    let Some(sign) =
        (noun.item + 1..end.min(noun.item + 6)).find(|at| passage.is_sign(*at, &[',', ':', '–', '—', '(']))
    else {
        return;
    };
    let gap = noun.item + 1..sign;
    let colon = passage.is_sign(sign, &[':', '–', '—', '(']);
    if !gap.is_empty() && !colon
        || passage.has_class(noun.item..sign + 3, Class::SOME)
        || passage.has_class(gap, Class::AUXILIARY)
    {
        return;
    }
    if passage.is_sign(sign, &[':']) && gap_is_short(passage, noun.item, sign) {
        things(passage, figure, count, sign + 1, end, out);
    }
    let Some((names, last)) = names_from(passage, sign + 1, end) else { return };
    let listed = names as i128;
    let next = last + 1;
    let closes = next >= end || passage.is_sign(next, &[',', '.', ';', ')', '–', '—']);
    let tie = Tie::new(DoubtKind::List, figure, &[], Vec::new());
    if listed >= 2 && closes && listed != count {
        out.push(tie.doubted(
            words::ReckonedList { listed: &written(names as f64), told: &passage.words(figure.span) }.text(),
        ));
    }
}

fn gap_is_short(passage: &Passage<'_>, noun: usize, sign: usize) -> bool {
    passage.count_words(noun + 1..sign) <= 5
}

/// "Three charges: arson, theft and fraud": things up to the end of the sentence, with a comma or "and" between.
fn things(passage: &Passage<'_>, figure: &Fig, count: i128, from: usize, end: usize, out: &mut Vec<Tie>) {
    let (mut listed, mut length, mut has_and) = (0, 0, false);
    let mut at = from;
    let mut all_short = true;
    while at < end {
        let is_stop = passage.is_sign(at, &['.', ';', '!', '?', '–', '—', '(']);
        let is_and = passage.word(at) == "and";
        if is_stop && !passage.is_sign(at, &['.']) {
            return;
        }
        if is_stop || is_and || passage.is_sign(at, &[',']) {
            if length > 0 {
                listed += 1;
                all_short &= length <= 4;
            }
            // "and" twice joins within one thing.
            if is_and && has_and {
                return;
            }
            has_and |= is_and;
            length = 0;
            at += 1;
            continue;
        }
        let item = passage.item(at).map(|it| it.what);
        if matches!(item, Some(What::Figure(_) | What::Sign(_)))
            || passage.class(at).has(Class::AUXILIARY | Class::JOIN)
            || matches!(passage.word(at), "who" | "which" | "said" | "he" | "she" | "they" | "it" | "we")
        {
            return;
        }
        length += 1;
        at += 1;
    }
    if length > 0 {
        listed += 1;
        all_short &= length <= 4;
    }
    if has_and && all_short && listed >= 2 && listed != count {
        let tie = Tie::new(DoubtKind::List, figure, &[], Vec::new());
        out.push(tie.doubted(
            words::ReckonedList { listed: &written(listed as f64), told: &passage.words(figure.span) }.text(),
        ));
    }
}

/// How many names stand in a list that begins here, with a word or two of what each is, and the last item of it.
fn names_from(passage: &Passage<'_>, from: usize, end: usize) -> Option<(usize, usize)> {
    let (mut at, mut names, mut kind, mut has_and, mut last) = (from, 0, None, false, from);
    while at < end {
        // One member: words, then a name, then more words up to the sign that ends it.
        let mut words = 0;
        while at < end
            && matches!(passage.item(at)?.what, What::Word)
            && words < 4
            && !matches!(passage.word(at), "and" | "who" | "which" | "was" | "were")
        {
            if passage.class(at).has(Class::AUXILIARY | Class::PREPOSITION) {
                return None;
            }
            words += 1;
            at += 1;
        }
        let Some(What::Name(name)) = passage.item(at).map(|it| it.what) else { break };
        if kind.is_some_and(|kind| kind != name) || name == NameKind::Group {
            return None;
        }
        kind = Some(name);
        names += 1;
        last = at;
        at += 1;
        // An age between commas or in brackets.
        if passage.is_sign(at, &[',', '('])
            && matches!(passage.item(at + 1).map(|it| it.what), Some(What::Figure(_)))
        {
            at += 2;
            if passage.is_sign(at, &[')']) {
                at += 1;
            }
            last = at - 1;
        }
        let comma = passage.is_sign(at, &[',', ';']);
        let and = passage.word(if comma { at + 1 } else { at }) == "and";
        if has_and {
            break;
        }
        match (comma, and) {
            (true, true) => {
                at += 2;
                has_and = true;
            }
            (_, true) => {
                at += 1;
                has_and = true;
            }
            (true, false) => at += 1,
            (false, false) => break,
        }
    }
    has_and.then_some((names, last))
}

/// "By 61 votes to 58, a majority of three"; "47 per cent to 42, … her five-point lead".
fn margin(passage: &Passage<'_>, figures: &[Fig], out: &mut Vec<Tie>) {
    for (place, margin) in figures.iter().enumerate().filter(|(_, it)| is_margin(passage, it)) {
        let is_points =
            passage.has_word(margin.item + 1..margin.item + 3, &["point", "points", "percentage"]);
        let may_be = |it: &&Fig| it.id != margin.id && !it.is_fraction() && it.stated.to.is_none();
        let earlier: Vec<&Fig> =
            figures.iter().take(place).filter(may_be).filter(|it| it.is_count() || it.is_percent()).collect();
        let before = margin.sentence.checked_sub(1).map(|it| passage.figures_of(it)).unwrap_or_default();
        let later = figures.iter().skip(place + 1);
        let all: Vec<&Fig> = before.iter().chain(figures.iter()).chain(later).filter(may_be).collect();
        let is_told = |a: &Fig, b: &Fig| {
            ((a.number() - b.number()).abs() - margin.number()).abs()
                < 1e-9 + if is_points { 0.51 } else { 0.0 }
        };
        let is_cleared = all.iter().any(|a| all.iter().any(|b| is_told(a, b)));
        let [.., one, other] = earlier.as_slice() else { continue };
        let tie = Tie::new(DoubtKind::Margin, margin, &[one, other], vec![(margin, LinkKind::ChangeOf, one)]);
        let real = (one.number() - other.number()).abs();
        let are_near = earlier.len() == 2 && real > 0.0 && margin.number() < one.number().max(other.number());
        let is_like = one.stated.measure == other.stated.measure || one.is_percent() && other.is_count();
        if is_cleared
            || !are_near
            || !is_like
            || !margin.is_plain()
            || !one.is_plain()
            || !other.is_plain()
            || !(0.1..10.0).contains(&(real / margin.number()))
        {
            out.push(tie);
            continue;
        }
        let (great, small) = if one.number() > other.number() { (one, other) } else { (other, one) };
        let reckoned = words::ReckonedMargin {
            great: &passage.words(great.span),
            small: &passage.words(small.span),
            result: &written(real),
            told: &passage.words(margin.span),
        };
        out.push(tie.doubted(reckoned.text()));
    }
}

/// "A majority of 575", "a five-point lead", "a margin of three votes".
fn is_margin(passage: &Passage<'_>, figure: &Fig) -> bool {
    let names_it = |range: std::ops::Range<usize>| {
        passage.has_word(range, &["majority", "margin", "lead", "edge", "advantage", "gap"])
    };
    let start = passage.sentence(figure.sentence).start;
    let before = figure.item.saturating_sub(4).max(start)..figure.item;
    let behind = figure.item + 1..(figure.item + 5).min(passage.sentence(figure.sentence).end);
    let is_cut = passage.has_sign(behind.clone(), &[',', '.', ';'])
        || passage.has_class(behind.clone(), Class::PREPOSITION);
    figure.is_count()
        && (names_it(before.clone()) && passage.has_word(before, &["of"]) || names_it(behind) && !is_cut)
}

/// "Came second with 244 points. The winner had 241."
fn winner(passage: &Passage<'_>, sentence: usize, figures: &[Fig], out: &mut Vec<Tie>) {
    let items = passage.sentence(sentence);
    let points = |figure: &Fig| figure.is_count() && figure.is_plain();
    let Some(winner) = figures.iter().find(|it| points(it)) else { return };
    let names_winner = passage.has_word(items.start..winner.item, &["winner", "champion"]);
    let Some(before) = sentence
        .checked_sub(1)
        .filter(|_| names_winner && figures.iter().filter(|it| points(it)).count() == 1)
    else {
        return;
    };
    let second = passage
        .figures_of(before)
        .iter()
        .filter(|it| points(it) && passage.class(it.item + 1).has(Class::NUMBERS));
    let second: Vec<&Fig> = second.collect();
    let [second] = second.as_slice() else { return };
    let is_lower = |it: &Fig| it.stated.measure == Measure::Rank && it.number() > 1.0;
    let comes_second = passage.figures_of(before).iter().any(is_lower)
        || passage.has_word(passage.sentence(before), &["runner-up"]);
    // In golf and on a track fewer are better.
    let is_other = passage.has_word(items.start..items.end, &["golf", "par", "strokes", "penalty"]);
    if comes_second && !is_other && winner.number() < second.number() {
        let tie = Tie::new(DoubtKind::Order, winner, &[second], Vec::new());
        out.push(
            tie.doubted(
                words::ReckonedWinner {
                    winner: &passage.words(winner.span),
                    second: &passage.words(second.span),
                }
                .text(),
            ),
        );
    }
}
