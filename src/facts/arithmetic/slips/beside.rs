//! The word right before a figure, and the word right behind it, by their classes.

use crate::facts::figure::{Class, Passage, What, factor_of};

/// Classes of words before a figure; each list is of words, or of what its name says.
pub(super) const BEFORE: &[&str] = &[
    "start", "sign ,", "sign (", "sign :", "sign;", "other sign", "figure", "time", "name", "of", "to",
    "from", "by", "at", "in", "for", "with", "on", "than", "and", "or", "against after", "is was", "has had",
    "rise", "fall", "change", "compare", "total", "other", "another", "up", "down", "preposition", "join",
    "word -s", "word -ed", "word -ing", "word",
];

/// Classes of words behind a figure.
pub(super) const BEHIND: &[&str] = &[
    "end", "sign ,", "sign .", "sign )", "sign (", "sign -", "sign %", "other sign", "figure", "time",
    "name", "of", "to", "from", "in", "and", "or", "per", "a", "each", "more", "less", "points", "people",
    "rest", "total", "last", "old", "is was", "rise", "fall", "change", "preposition", "join", "plural",
    "word",
];

#[inline(never)]
fn number(classes: &[&str], class: &str) -> usize {
    classes.iter().position(|it| *it == class).unwrap_or(0)
}

/// The class of what leads to a figure, by its number in [`BEFORE`].
#[inline(never)]
pub(super) fn before(passage: &Passage<'_>, item: usize, sentence: usize) -> usize {
    let Some(lead) = passage.lead(item, sentence) else { return number(BEFORE, "start") };
    let class = passage.class(lead);
    let name = match passage.item(lead).map(|it| it.what) {
        Some(What::Sign(',')) => "sign ,",
        Some(What::Sign('(' | '[')) => "sign (",
        Some(What::Sign(':' | '–' | '—' | '•')) => "sign :",
        Some(What::Sign(';')) => "sign;",
        Some(What::Sign(_)) => "other sign",
        Some(What::Figure(_)) => "figure",
        Some(What::Time(_)) => "time",
        Some(What::Name(_)) => "name",
        _ => match passage.word(lead) {
            "of" => "of",
            "to" => "to",
            "from" => "from",
            "by" => "by",
            "at" => "at",
            "in" => "in",
            "for" => "for",
            "with" => "with",
            "on" => "on",
            "than" => "than",
            "and" => "and",
            "or" => "or",
            "against" | "after" | "versus" => "against after",
            "is" | "was" | "are" | "were" | "stands" | "stood" | "be" | "been" => "is was",
            "has" | "had" | "have" => "has had",
            "another" | "further" | "more" => "another",
            "up" => "up",
            "down" => "down",
            _ if class.has(Class::RISE) => "rise",
            _ if class.has(Class::FALL) => "fall",
            word if class.has(Class::CHANGE) || factor_of(word).is_some() => "change",
            _ if class.has(Class::COMPARE) => "compare",
            _ if class.has(Class::TOTAL) => "total",
            _ if class.has(Class::REST) => "other",
            _ if class.has(Class::PREPOSITION) => "preposition",
            _ if class.has(Class::JOIN) => "join",
            word if word.ends_with("ed") => "word -ed",
            word if word.ends_with("ing") => "word -ing",
            word if word.ends_with('s') => "word -s",
            _ => "word",
        },
    };
    number(BEFORE, name)
}

/// The class of what follows a figure, by its number in [`BEHIND`].
#[inline(never)]
pub(super) fn behind(passage: &Passage<'_>, item: usize, sentence: usize) -> usize {
    let next = item + 1;
    if next >= passage.sentence(sentence).end {
        return number(BEHIND, "end");
    }
    let class = passage.class(next);
    let name = match passage.item(next).map(|it| it.what) {
        Some(What::Sign(',' | ';')) => "sign ,",
        Some(What::Sign('.' | '!' | '?')) => "sign .",
        Some(What::Sign(')' | ']')) => "sign )",
        Some(What::Sign('(' | '[')) => "sign (",
        Some(What::Sign('-' | '–' | '‑')) => "sign -",
        Some(What::Sign('%')) => "sign %",
        Some(What::Sign(_)) => "other sign",
        Some(What::Figure(_)) => "figure",
        Some(What::Time(_)) => "time",
        Some(What::Name(_)) => "name",
        _ => match passage.word(next) {
            "of" => "of",
            "to" => "to",
            "from" => "from",
            "in" | "at" | "on" | "for" => "in",
            "and" => "and",
            "or" => "or",
            "per" | "every" => "per",
            "a" | "an" | "the" => "a",
            "each" | "apiece" => "each",
            "more" | "higher" | "above" | "extra" | "additional" | "new" | "further" => "more",
            "less" | "fewer" | "lower" | "below" | "short" => "less",
            "point" | "points" | "percentage" | "basis" => "points",
            "last" | "this" | "next" | "earlier" | "later" | "ago" | "before" | "after" => "last",
            "old" | "year-old" => "old",
            "is" | "was" | "are" | "were" | "had" | "have" | "has" => "is was",
            _ if class.has(Class::PEOPLE) => "people",
            _ if class.has(Class::REST) => "rest",
            _ if class.has(Class::TOTAL) => "total",
            _ if class.has(Class::RISE) => "rise",
            _ if class.has(Class::FALL) => "fall",
            _ if class.has(Class::CHANGE) => "change",
            _ if class.has(Class::PREPOSITION) => "preposition",
            _ if class.has(Class::JOIN) => "join",
            word if word.ends_with('s') => "plural",
            _ => "word",
        },
    };
    number(BEHIND, name)
}
