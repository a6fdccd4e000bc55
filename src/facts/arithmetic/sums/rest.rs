//! What is left of a total: "the other five", "the remaining 12".

use super::made_of;
use crate::facts::arithmetic::DoubtKind;
use crate::facts::arithmetic::tie::{LinkKind, Tie};
use crate::facts::figure::{Class, Fig, Interval, Passage, Role, role};

/// "Nine were taken to hospital and the other five were treated": what is left of a total that is told before.
pub(super) fn rest(passage: &Passage<'_>, figures: &[Fig], sentence: usize, out: &mut Vec<Tie>) {
    for (place, rest) in figures.iter().enumerate() {
        if !rest.is_count() || !rest.is_plain() || !is_rest(passage, rest) {
            continue;
        }
        let parts: Vec<&Fig> =
            figures.iter().take(place).filter(|it| it.is_count() && is_bare_or(passage, it)).collect();
        let before =
            sentence.checked_sub(1).map(|last| passage.figures_between(last.saturating_sub(1), last));
        let far: Vec<&Fig> = before.unwrap_or_default().iter().filter(|it| it.is_count()).collect();
        // The total is before the parts: in this sentence, or in those before it.
        let mut candidates: Vec<(&Fig, Vec<&Fig>)> = Vec::new();
        for from in 1..parts.len() {
            if let (Some(total), Some(those)) = (parts.get(from - 1), parts.get(from..)) {
                candidates.push((total, those.to_vec()));
            }
        }
        for from in 0..far.len() {
            let Some(total) = far.get(from) else { continue };
            let mut those: Vec<&Fig> = far.iter().skip(from + 1).copied().collect();
            those.extend(parts.iter().copied());
            candidates.push((total, those.clone()));
            candidates.push((total, parts.clone()));
        }
        candidates.retain(|(total, those)| {
            total.number() > rest.number()
                && !those.is_empty()
                && those.iter().all(|part| part.number() < total.number())
        });
        if candidates.is_empty() {
            continue;
        }
        let comes_out = candidates.iter().find(|(total, those)| {
            let made: f64 = those.iter().map(|part| part.number()).sum::<f64>() + rest.number();
            Interval::exactly(made).may_be(Interval::wide(&total.stated), total.stated.modifier)
                && (!total.is_plain() || total.number() > 999.0 || made == total.number())
        });
        let (total, those) = match comes_out {
            Some((total, those)) => {
                out.push(rest_tie(total, those, rest));
                continue;
            }
            None => {
                // The one before the nearest part.
                let nearest = candidates.iter().max_by_key(|(total, those)| {
                    (usize::from(!parts.is_empty() && those.len() == parts.len()), total.item)
                });
                let Some((total, those)) = nearest else { continue };
                (*total, those.clone())
            }
        };
        let tie = rest_tie(total, &those, rest);
        let made: f64 = those.iter().map(|part| part.number()).sum::<f64>() + rest.number();
        let is_sure = those.iter().all(|part| part.is_plain())
            && total.is_plain()
            && made < 2.0 * total.number()
            && made > 0.5 * total.number();
        if !is_sure {
            out.push(tie);
            continue;
        }
        let parts: Vec<&Fig> = those.iter().copied().chain([rest]).collect();
        out.push(made_of(passage, tie, &parts, made, passage.words(total.span)));
    }
}

fn rest_tie(total: &Fig, those: &[&Fig], rest: &Fig) -> Tie {
    let links = those.iter().chain([&rest]).map(|part| (*part, LinkKind::PartOf, total)).collect();
    let mut from = those.to_vec();
    from.push(total);
    Tie::new(DoubtKind::Sum, rest, &from, links)
}

/// A part told without a noun, or with one.
fn is_bare_or(passage: &Passage<'_>, figure: &Fig) -> bool {
    figure.is_plain() && !matches!(role(passage, figure), Role::From | Role::By)
}

/// "The other five", "the remaining 12", "the rest, 40,".
pub(super) fn is_rest(passage: &Passage<'_>, figure: &Fig) -> bool {
    let start = passage.sentence(figure.sentence).start;
    let mut at = figure.item;
    for _ in 0..3 {
        if at <= start {
            return false;
        }
        at -= 1;
        let word = passage.word(at);
        if matches!(word, "other" | "remaining" | "others" | "rest" | "remainder") {
            return at > start && matches!(passage.word(at - 1), "the" | "all" | "its" | "their" | "a")
                || word == "remaining";
        }
        if !passage.is_sign(at, &[',', '(', '–', '—', '-', ':'])
            && !passage.class(at).has(Class::ABOUT)
            && word != "of"
        {
            return false;
        }
    }
    false
}
