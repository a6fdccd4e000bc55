//! Quotes and told speech: which statement of one report is which of another.

use super::pairing::Likeness;
use super::topics::shared;
use super::{FactKind, Group, Verdict};
use crate::extract::{is_variant, name_key};
use crate::facts::reading::Reading;
use crate::facts::stems::Stem;
use crate::label::LabelCode;
use crate::value::{Quote, Value};

/// A statement with its words.
#[derive(Clone, Debug)]
pub(super) struct Said {
    /// Whether it stands in quote marks.
    is_quote: bool,
    /// The words as they stand, by letters alone.
    letters: String,
    stems: Vec<Stem>,
    /// A source with a name.
    source: Option<String>,
}

pub(super) fn read(reading: &Reading<'_>) -> Vec<Group<Said>> {
    let document = reading.document;
    let speech = document.annotations().iter().filter(|it| FactKind::of(it) == Some(FactKind::Quote));
    let groups = speech.map(|annotation| {
        let words = document.quote(annotation);
        let quote = annotation.value.as_ref().and_then(Value::as_quote);
        let is_named = |quote: &&Quote| quote.named == Some(true) && !quote.speaker.is_empty();
        let letters = words.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
        let fact = Said {
            is_quote: annotation.label == LabelCode::QUOTE,
            letters,
            stems: reading.stems(annotation.span),
            source: quote.filter(is_named).map(|quote| quote.speaker.clone()),
        };
        Group { ids: vec![annotation.id], fact }
    });
    groups.collect()
}

/// Whether two names may be of one source: their last words are the same, or spellings of one.
fn may_be_one(one: &str, other: &str) -> bool {
    let last = |name: &str| name.split_whitespace().next_back().map(name_key);
    last(one) == last(other) || is_variant(one, other)
}

pub(super) fn judge(one: &Said, other: &Said) -> Option<Likeness> {
    let differ = one.source.as_ref().zip(other.source.as_ref()).is_some_and(|(a, b)| !may_be_one(a, b));
    let of =
        |verdict, score| Some(Likeness { verdict: if differ { Verdict::Different } else { verdict }, score });
    if one.letters == other.letters {
        return of(Verdict::All, 1.0);
    }
    let fewer = one.stems.len().min(other.stems.len());
    let score = shared(&one.stems, &other.stems).count() as f64 / fewer.max(1) as f64;
    let are_quotes = one.is_quote && other.is_quote;
    // A quote with another word in it is another quote.
    let is_other = are_quotes
        && fewer >= 5
        && score >= 0.85
        && !one.letters.contains(&other.letters)
        && !other.letters.contains(&one.letters);
    if is_other && one.stems.len().abs_diff(other.stems.len()) <= 3 {
        return Some(Likeness { verdict: Verdict::Different, score });
    }
    let is_part = are_quotes
        && fewer >= 2
        && (one.letters.contains(&other.letters) || other.letters.contains(&one.letters));
    if is_part {
        return of(Verdict::Otherwise, 0.99);
    }
    // Other words than the same say the same only from the same mouth.
    let (least, words) = if are_quotes { (0.7, 3) } else { (0.6, 4) };
    let is_same = score >= least && fewer >= words && (!differ || are_quotes && score >= 0.85 && fewer >= 5);
    is_same.then(|| of(Verdict::Otherwise, score * 0.98)).flatten()
}
