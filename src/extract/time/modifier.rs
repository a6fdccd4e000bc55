//! What the words before an expression say of it: "more than two years".

use super::reader::Reader;
use crate::value::Modifier;

/// The modifier in the words right before token `at`.
pub(super) fn before(reader: &Reader<'_>, at: usize) -> Option<Modifier> {
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
