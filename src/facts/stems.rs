//! Words that tell what a sentence is about, in a form in which those of two reporters meet.
//!
//! ```text
//! key   = class of words that news uses for one thing, else stem
//! stem  = lower case without accents, without the endings of plural, past and participle
//! ```
//!
//! The endings go as in Harman's S stemmer (1991, *How effective is suffixing?*), with "-ed" and "-ing".

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::text::{Span, TokenKind, Tokens, fold_letter};

/// A word's key.
pub(super) type Stem = u64;

/// Words that stand in sentences about anything.
const STOP: &[&str] = &[
    "a", "about", "after", "again", "against", "ago", "all", "also", "although", "am", "among", "an", "and",
    "another", "any", "are", "around", "as", "at", "be", "because", "been", "before", "being", "between",
    "both", "but", "by", "can", "could", "did", "do", "does", "down", "during", "each", "either", "even",
    "every", "few", "first", "for", "from", "had", "has", "have", "he", "her", "here", "him", "his", "how",
    "however", "i", "if", "in", "including", "into", "is", "it", "its", "just", "last", "less", "made",
    "make", "many", "may", "me", "might", "more", "most", "much", "must", "my", "near", "nearly", "new",
    "next", "no", "nor", "not", "now", "of", "off", "on", "one", "only", "or", "other", "our", "out", "over",
    "own", "per", "said", "same", "say", "says", "she", "should", "since", "so", "some", "still", "such",
    "than", "that", "the", "their", "them", "then", "there", "these", "they", "this", "those", "though",
    "through", "to", "told", "too", "two", "under", "until", "up", "upon", "us", "very", "was", "we", "well",
    "were", "what", "when", "where", "which", "while", "who", "whom", "whose", "why", "will", "with",
    "within", "without", "would", "year", "years", "yet", "you", "your", "hundred", "thousand", "million",
    "billion", "trillion", "percent", "cent", "dozen",
];

/// What reports of one event call the same thing: the first word stands for all.
const CLASSES: &[&[&str]] = &[
    &["kill", "dead", "die", "death", "fatality", "toll", "perish", "casualty", "lives"],
    &["wound", "injure", "injury", "hurt"],
    &["person", "people", "civilian", "victim", "inhabitant", "resident"],
    &["soldier", "troop", "serviceman", "trooper"],
    &["police", "officer", "policeman"],
    &["rebel", "militant", "insurgent", "guerrilla", "fighter", "gunman"],
    &["country", "nation", "state"],
    &["city", "town", "village"],
    &["arrest", "detain", "custody"],
    &["prison", "jail", "imprison"],
    &["court", "tribunal", "judge", "trial"],
    &["guilty", "convict", "verdict", "conviction"],
    &["fine", "penalty"],
    &["rise", "rose", "risen", "grow", "grew", "grown", "increase", "gain", "climb", "jump", "surge", "up"],
    &[
        "fall", "fell", "fallen", "drop", "decline", "decrease", "slip", "slide", "slid", "lose", "lost",
        "sink", "sank",
    ],
    &["cut", "reduce", "lower", "slash", "trim"],
    &["firm", "company", "group", "business", "corporation"],
    &["profit", "earning", "income"],
    &["revenue", "sale", "turnover"],
    &["share", "stock"],
    &["buy", "bought", "acquire", "acquisition", "purchase", "takeover", "merger", "merge"],
    &["deal", "agreement", "accord", "pact", "treaty"],
    &["talk", "negotiation", "negotiate", "meet", "met", "summit"],
    &["job", "post", "position"],
    &["worker", "employee", "staff", "workforce"],
    &["strike", "walkout", "stoppage"],
    &["passenger", "traveller", "customer"],
    &["election", "vote", "poll", "ballot"],
    &["parliament", "assembly", "legislature", "congress"],
    &["lawmaker", "legislator", "deputy", "mp"],
    &["aid", "assistance", "help", "relief"],
    &["child", "children", "minor", "kid"],
    &["woman", "women", "female"],
    &["man", "men", "male"],
    &["pupil", "student", "schoolchild", "schoolchildren"],
    &["house", "home", "dwelling"],
    &["car", "vehicle", "automobile"],
    &["plane", "aircraft", "jet", "airliner", "aeroplane"],
    &["ship", "vessel", "boat", "ferry"],
    &["quake", "earthquake", "tremor"],
    &["fire", "blaze", "flame"],
    &["blast", "explosion", "bomb", "explode"],
    &["attack", "raid", "assault"],
    &["crash", "collision", "accident", "collide"],
    &["win", "won", "victory", "beat", "beaten", "defeat"],
    &["film", "movie"],
    &["illness", "disease", "sickness", "infection", "infect"],
    &["replace", "succeed", "successor", "replacement"],
    &["begin", "began", "begun", "start", "open"],
    &["end", "finish", "close"],
    &["choose", "chose", "chosen", "choice", "pick", "select", "selection", "appoint", "appointment", "name"],
    &["lead", "led", "leader", "chief", "boss", "head"],
];

/// What is known of words before they are shortened, by their roots: nothing of those that stand anywhere, the
/// key of its class of others.
static KNOWN: LazyLock<HashMap<&str, Option<Stem>>> = LazyLock::new(|| {
    let classes = CLASSES.iter().flat_map(|class| {
        let first = class.first().copied().unwrap_or_default();
        class.iter().map(move |word| (root(word), Some(key(root(first)))))
    });
    STOP.iter().map(|word| (*word, None)).chain(classes).collect()
});

/// The key of a word; `None` for one that stands anywhere.
pub(super) fn stem(word: &str) -> Option<Stem> {
    let folded: String = word.chars().filter_map(lower).collect();
    if folded.chars().nth(1).is_none() || KNOWN.get(folded.as_str()) == Some(&None) {
        return None;
    }
    let root = root(&folded);
    Some(KNOWN.get(root).copied().flatten().unwrap_or_else(|| key(root)))
}

fn lower(c: char) -> Option<char> {
    fold_letter(c).or_else(|| c.is_alphanumeric().then_some(c)).and_then(|c| c.to_lowercase().next())
}

/// The word without its ending.
fn root(word: &str) -> &str {
    let long = |rest: &&str| rest.len() > 2;
    let doubled = |rest: &str| {
        let mut last = rest.chars().rev();
        let (one, other) = (last.next(), last.next());
        one == other && one.is_some_and(|c| !matches!(c, 'l' | 's'))
    };
    for ending in ["ing", "ed"] {
        if let Some(rest) = word.strip_suffix(ending).filter(|rest| rest.len() > 3) {
            let rest = if doubled(rest) { rest.get(..rest.len() - 1).unwrap_or(rest) } else { rest };
            return rest.strip_suffix('e').unwrap_or(rest);
        }
    }
    for ending in ["ies", "es", "s", "y", "e"] {
        let ends_so = word.strip_suffix(ending).filter(long);
        if let Some(rest) = ends_so.filter(|rest| ending == "ies" || !rest.ends_with(['s', 'u'])) {
            return rest;
        }
    }
    word
}

/// FNV-1a.
fn key(text: &str) -> Stem {
    text.bytes().fold(0xCBF2_9CE4_8422_2325, |hash: u64, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01B3)
    })
}

/// The key of a word in small letters as it stands.
pub(super) fn stem_of_word(word: &str) -> Stem {
    key(word)
}

/// The key of a number in digits, however it is grouped.
pub(super) fn stem_of_number(digits: &str) -> Stem {
    let plain: String = digits.chars().filter(|c| *c != ',').collect();
    key(plain.trim_end_matches('.'))
}

/// The keys of the words of a text that tell what it is about, in their order.
pub(crate) fn telling_words(text: &str) -> impl Iterator<Item = u64> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > 3).filter_map(stem)
}

/// The keys of the words in a piece of the text, each once, in ascending order.
pub(super) fn stems(text: &str, tokens: &Tokens, span: Span) -> Vec<Stem> {
    let words = tokens.get(tokens.within(span)).unwrap_or_default();
    let is_word = |kind| matches!(kind, TokenKind::Word | TokenKind::Acronym);
    let words = words.iter().filter(|token| is_word(token.kind));
    let mut stems: Vec<_> = words.filter_map(|token| stem(token.span.slice(text)?)).collect();
    stems.sort_unstable();
    stems.dedup();
    stems
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(one: &str, other: &str, is_same: bool) {
        assert_eq!(stem(one) == stem(other), is_same, "{one} {other}");
        assert!(stem(one).is_some());
    }

    #[test]
    fn forms_of_a_word_meet() {
        for (one, other) in [
            ("members", "member"),
            ("killed", "kill"),
            ("killed", "dead"),
            ("Killing", "deaths"),
            ("stopped", "stopping"),
            ("countries", "nations"),
            ("injured", "wounded"),
            ("pledged", "pledges"),
            ("Café", "cafés"),
        ] {
            check(one, other, true);
        }
        for (one, other) in [("members", "memory"), ("passed", "pass-through"), ("bus", "bush")] {
            check(one, other, false);
        }
    }

    #[test]
    fn words_of_any_sentence_have_no_key() {
        assert_eq!(["the", "Which", "said", "a", "é"].map(stem), [None; 5]);
    }
}
