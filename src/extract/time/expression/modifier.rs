//! What the words before an expression say of it: "more than two years".

use crate::extract::time::words::Reader;
use crate::value::Modifier;

/// The modifier in the words right before token `at`.
pub(crate) fn before(reader: &Reader<'_>, at: usize) -> Option<Modifier> {
    let word = |back: usize| at.checked_sub(back).map_or("", |at| reader.word(at));
    let is_any = |back: usize, words: &[&str]| words.iter().any(|one| one.eq_ignore_ascii_case(word(back)));
    let is_negated = is_any(3, &["no", "not"]);
    if is_any(1, &["than"]) {
        return if is_any(2, &["more", "longer", "greater", "later"]) {
            Some(if is_negated { Modifier::AtMost } else { Modifier::MoreThan })
        } else if is_any(2, &["less", "fewer", "shorter", "earlier"]) {
            Some(if is_negated { Modifier::AtLeast } else { Modifier::LessThan })
        } else {
            None
        };
    }
    let is_as = |words: &[&str]| is_any(1, &["as"]) && is_any(2, words) && is_any(3, &["as"]);
    match () {
        () if is_any(1, &["least"]) && is_any(2, &["at"]) => Some(Modifier::AtLeast),
        () if is_any(1, &["most"]) && is_any(2, &["at"]) => Some(Modifier::AtMost),
        () if is_any(1, &["to"]) && is_any(2, &["up"]) => Some(Modifier::UpTo),
        () if is_as(&["many", "much", "long"]) => Some(Modifier::UpTo),
        () if is_any(1, &["over", "exceeding"]) => Some(Modifier::MoreThan),
        () if is_any(1, &["under", "nearly", "almost"]) => Some(Modifier::LessThan),
        () if is_any(1, &["about", "around", "approximately", "roughly", "circa", "some"]) => {
            Some(Modifier::About)
        }
        () => None,
    }
}

/// What is said of an expression at tokens `at..end` right behind it or in front: "2030 or later", "pre-1959".
pub(crate) fn of_point(reader: &Reader<'_>, at: usize, end: usize) -> Option<Modifier> {
    // "pre-war" is none, "pre-1959" is.
    if reader.word_before(at) == "-" && reader.is_glued(at) {
        match at.checked_sub(2).map(|at| reader.word(at).to_ascii_lowercase()).as_deref() {
            Some("post") => return Some(Modifier::After),
            Some("pre") => return Some(Modifier::Before),
            _ => {}
        }
    }
    let leads = |first: &[&str]| {
        reader.follows_any(at, &["than"])
            && at.checked_sub(2).is_some_and(|at| reader.is_any(at, first))
            && at.checked_sub(3).is_some_and(|at| reader.is(at, "no"))
    };
    match () {
        () if reader.is(end, "or") && reader.is_any(end + 1, &["later", "after"]) => {
            Some(Modifier::OnOrAfter)
        }
        () if reader.is(end, "or") && reader.is_any(end + 1, &["earlier", "before", "sooner"]) => {
            Some(Modifier::OnOrBefore)
        }
        () if leads(&["later"]) => Some(Modifier::OnOrBefore),
        () if leads(&["earlier", "sooner"]) => Some(Modifier::OnOrAfter),
        () if reader.is_any(end, &["onward", "onwards"]) => Some(Modifier::OnOrAfter),
        () => None,
    }
}
