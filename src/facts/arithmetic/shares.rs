//! Shares: a part, its whole, and the percentage or fraction that the part is.
//!
//! ```text
//! share    = part "of" whole ( "," | "(" | "or" | "—" ) percent
//!          | part ( "," "or" | "(" ) percent … "of" whole
//!          | percent ( "(" | "," "or" ) part "of" whole
//!          | "of" whole … part ( "(" | "," "or" ) percent
//!          | fraction "of" "the" whole "," part
//! ```

use super::DoubtKind;
use super::tie::{LinkKind, Tie};
use crate::facts::figure::{Class, Fig, Interval, Passage, What, written};
use crate::facts::stated::Measure;
use crate::value::Modifier;
use crate::words;

/// How many points a share lies above "more than" a percentage at most, or below "nearly".
const NEAR: f64 = 12.0;

/// How many points a fraction in words may be off.
const FRACTION: f64 = 3.5;

pub(super) fn find(passage: &Passage<'_>, sentence: usize, out: &mut Vec<Tie>) {
    let figures = passage.figures_of(sentence);
    for share in figures.iter().filter(|it| it.is_percent() || it.is_fraction()) {
        if let Some(part) = part_beside(passage, figures, share) {
            of_part(passage, figures, sentence, part, share, out);
        }
    }
    for three in figures.windows(3) {
        let [share, whole, part] = three else { continue };
        whole_first(passage, share, whole, part, out);
    }
    for pair in figures.windows(2) {
        let [part, whole] = pair else { continue };
        if is_of(passage, part, whole)
            && part.is_plain()
            && whole.is_plain()
            && part.is_count()
            && whole.is_count()
        {
            let tie = Tie::new(DoubtKind::Share, part, &[whole], vec![(part, LinkKind::PartOf, whole)]);
            if part.number() > whole.number() {
                let reckoned = words::ReckonedPart {
                    part: &passage.words(part.span),
                    whole: &passage.words(whole.span),
                };
                out.push(tie.doubted(reckoned.text()));
            }
        }
    }
}

/// "Three-fifths of the shire's 45 bridges, 27 in all,": a share of a whole, and the part behind it.
fn whole_first(passage: &Passage<'_>, share: &Fig, whole: &Fig, part: &Fig, out: &mut Vec<Tie>) {
    let is_share = (share.is_percent() || share.is_fraction()) && whole.is_count() && part.is_count();
    let to_whole = share.item + 1..whole.item;
    let to_part = whole.item + 1..part.item;
    let is_tied = passage.word(share.item + 1) == "of"
        && passage.count_words(to_whole.clone()) <= 7
        && !passage.has_sign(to_whole, &[',', ';', '(', ':']);
    let lead = (to_part.clone()).rev().find(|at| !passage.class(*at).has(Class::ABOUT));
    let is_apposed = lead
        .is_some_and(|at| passage.word(at) == "or" || passage.is_sign(at, &[',', '(', '–', '—']))
        && passage.count_words(to_part.clone()) <= 6
        && !passage.has_class(to_part, Class::AUXILIARY | Class::SOME | Class::FROM);
    let next = part.item + 1;
    let closes = passage.is_sign(next, &[',', ')', '.', '–', '—', ';'])
        || matches!(passage.word(next), "in" | "of")
        || passage.noun_of(part).is_some();
    if !is_share || !is_tied || !is_apposed || !closes || part.number() > whole.number() {
        return;
    }
    let links = vec![(share, LinkKind::ShareOf, whole), (part, LinkKind::PartOf, whole)];
    let tie = Tie::new(DoubtKind::Share, part, &[share, whole], links);
    if comes_out(part, whole, share) != Some(false) {
        out.push(tie);
        return;
    }
    out.push(doubted(passage, tie, (part, whole, share)));
}

/// What a percentage is the share of: the count right beside it, tied by a bracket, "or", or a pair of commas.
fn part_beside<'f>(passage: &Passage<'_>, figures: &'f [Fig], share: &Fig) -> Option<&'f Fig> {
    let place = figures.iter().position(|it| it.id == share.id)?;
    let before = place.checked_sub(1).and_then(|at| figures.get(at));
    let after = figures.get(place + 1);
    let may_be = |it: &&Fig| {
        !it.is_percent()
            && !it.is_fraction()
            && matches!(it.stated.measure, Measure::Count | Measure::Money(_) | Measure::Unit(_))
    };
    if let Some(one) = before.filter(may_be) {
        let gap = one.item + 1..share.item;
        if is_apposed(passage, gap.clone(), share) {
            // "16 of 64 samples, a quarter": the part stands before its whole.
            let part =
                place.checked_sub(2).and_then(|at| figures.get(at)).filter(|part| is_of(passage, part, one));
            let whole_before =
                part.is_none() && place >= 2 && is_whole(passage, one) && passage.count_words(gap) > 0;
            return part.or_else(|| (!whole_before).then_some(one));
        }
    }
    if let Some(one) = after.filter(may_be) {
        let gap = share.item + 1..one.item;
        let opens = passage.has_sign(gap.clone(), &['(', '–', '—']) && passage.count_words(gap.clone()) <= 4;
        let is_or = passage.has_word(gap.clone(), &["or"]) && passage.count_words(gap.clone()) <= 3;
        let is_ratio = passage.word(one.item + 1) == "to" || passage.word(one.item + 1) == "in";
        if (opens || is_or) && !is_ratio {
            return Some(one);
        }
    }
    None
}

/// Whether a share stands beside a count as another word for it.
fn is_apposed(passage: &Passage<'_>, gap: std::ops::Range<usize>, share: &Fig) -> bool {
    if gap.len() > 12
        || passage.has_sign(gap.clone(), &[';', ':', '.'])
        || passage.has_class(gap.clone(), Class::AUXILIARY | Class::FROM)
        || passage.has_class(gap.clone(), Class::RISE | Class::FALL)
            && !passage.has_word(gap.clone(), &["or", "some", "over"])
    {
        return false;
    }
    let mut at = share.item;
    while at > gap.start
        && (passage.class(at - 1).has(Class::ABOUT)
            || passage.word(at - 1) == "more"
            || passage.word(at - 1) == "than"
            || matches!(passage.word(at - 1), "at" | "least"))
    {
        at -= 1;
    }
    let Some(last) = at.checked_sub(1).filter(|last| *last >= gap.start) else { return false };
    let end = passage.sentence(share.sentence).end;
    let next = share.item + 1;
    let closes = next >= end
        || passage.is_sign(next, &[',', ')', '.', '–', '—', ';', '-'])
        || passage.word(next) == "of";
    match passage.item(last).map(|it| it.what) {
        Some(What::Sign('(' | '–' | '—' | '-' | '[')) => true,
        Some(What::Sign(',')) => {
            closes && (passage.word(next) != "of" || share.is_fraction() || follows_all(passage, next))
        }
        _ => passage.word(last) == "or" && !passage.has_word(gap.start..last, &["and", "either"]),
    }
}

/// "Of the total", "of those tested", "of them".
fn follows_all(passage: &Passage<'_>, of: usize) -> bool {
    matches!(passage.word(of + 1), "the" | "those" | "them" | "all" | "its" | "their" | "that")
}

/// Whether a whole is marked as such: "of", "of the", "out of", "of some".
fn is_whole(passage: &Passage<'_>, whole: &Fig) -> bool {
    passage.lead(whole.item, whole.sentence).is_some_and(|at| matches!(passage.word(at), "of" | "among"))
        || of_owner(passage, whole).is_some()
}

/// "Of the assembly's 135 members": the item of "of", before an owner.
fn of_owner(passage: &Passage<'_>, whole: &Fig) -> Option<usize> {
    let start = passage.sentence(whole.sentence).start;
    let near = whole.item.saturating_sub(7).max(start)..whole.item;
    let owner = near.clone().rev().find(|at| {
        matches!(passage.word(*at), "'s" | "’s" | "'" | "’")
            || passage.word(*at).ends_with("'s")
            || passage.word(*at).ends_with("’s")
    })?;
    let of = near.clone().rev().find(|at| *at < owner && passage.word(*at) == "of")?;
    (whole.item - owner <= 3 && !passage.has_sign(of..owner, &[','])).then_some(of)
}

/// "19 of the 32 members": whether one is told as a part of the other.
fn is_of(passage: &Passage<'_>, part: &Fig, whole: &Fig) -> bool {
    if part.stated.measure != whole.stated.measure || !is_whole(passage, whole) {
        return false;
    }
    let gap = part.item + 1..whole.item;
    gap.len() <= 9
        && !passage.has_sign(gap.clone(), &[',', ';', ':', '('])
        && !passage.has_class(gap.clone(), Class::AUXILIARY | Class::RISE | Class::FALL | Class::JOIN)
        && passage.has_word(gap.clone(), &["of"])
        && !passage.has_word(gap, &["total", "average", "to", "for", "with", "in"])
}

/// A part and its share: with each whole that the words allow.
fn of_part(
    passage: &Passage<'_>,
    figures: &[Fig],
    sentence: usize,
    part: &Fig,
    share: &Fig,
    out: &mut Vec<Tie>,
) {
    let may_be = |it: &&Fig| {
        it.id != part.id && it.id != share.id && it.stated.measure == part.stated.measure && !it.is_fraction()
    };
    let own: Vec<&Fig> = figures
        .iter()
        .filter(may_be)
        .filter(|whole| is_of(passage, part, whole) || is_whole(passage, whole))
        .collect();
    let (mut wholes, mut is_unsure) = (own, false);
    let first = sentence.saturating_sub(2);
    let before = passage.figures_between(first, sentence);
    let others: Vec<&Fig> = before.iter().filter(may_be).filter(|it| it.item < part.item).collect();
    let shared = vec![(share, LinkKind::ShareOf, part)];
    if wholes.is_empty() {
        // Told in a sentence before: "The school has 410 pupils. Of these, 279, or 68 %, walk."
        let greater: Vec<&Fig> = others.iter().copied().filter(|it| it.number() > part.number()).collect();
        let refers = passage.has_word(
            passage.sentence(sentence).start..part.item,
            &["these", "them", "those", "which", "whom"],
        );
        let [whole] = greater.as_slice() else { return };
        wholes = vec![whole];
        is_unsure = !refers
            && passage.noun_of(part).map(|noun| noun.stem) != passage.noun_of(whole).map(|noun| noun.stem);
    }
    let Some(whole) = wholes.iter().min_by_key(|whole| whole.item.abs_diff(part.item)) else { return };
    let mut links = shared;
    links.push((part, LinkKind::PartOf, whole));
    let tie = Tie::new(DoubtKind::Share, share, &[part, whole], links);
    let is_cleared = wholes.iter().chain(&others).any(|whole| comes_out(part, whole, share) != Some(false));
    let is_greater = part.number() > whole.number();
    let has_range = part.stated.to.is_some() || wholes.iter().any(|it| it.stated.to.is_some());
    if is_cleared || is_greater || has_range {
        out.push(tie);
        return;
    }
    let tie = doubted(passage, tie, (part, whole, share));
    out.push(if is_unsure { tie.unsure() } else { tie });
}

/// A share that does not come out.
fn doubted(passage: &Passage<'_>, tie: Tie, (part, whole, share): (&Fig, &Fig, &Fig)) -> Tie {
    let percent = written((part.number() / whole.number() * 1000.0).round() / 10.0);
    let reckoned = words::ReckonedShare {
        part: &passage.words(part.span),
        whole: &passage.words(whole.span),
        percent: &percent,
        told: &passage.words(share.span),
    };
    tie.doubted(reckoned.text())
}

/// Whether a part is such a share of a whole; `None` where that cannot be reckoned.
fn comes_out(part: &Fig, whole: &Fig, share: &Fig) -> Option<bool> {
    let range = |it: &Fig| {
        if it.is_count() && it.is_plain() && it.number() < 1000.0 {
            Interval::exactly(it.number())
        } else {
            Interval::close(&it.stated)
        }
    };
    let real = range(part).times(Interval::exactly(100.0)).over(range(whole))?;
    let told = match share.is_fraction() {
        true => Interval::around(share.number() * 100.0, FRACTION),
        false => Interval::percent(&share.stated),
    };
    let is_bound = !part.is_plain() || !whole.is_plain();
    Some(match share.stated.modifier {
        Some(Modifier::MoreThan | Modifier::AtLeast) => real.high >= told.low && real.low <= told.high + NEAR,
        Some(Modifier::LessThan | Modifier::AtMost | Modifier::UpTo) => {
            real.low <= told.high && real.high >= told.low - NEAR
        }
        _ if is_bound => real.widened(0.1).meets(told),
        _ => real.meets(told),
    })
}
