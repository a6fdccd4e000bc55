//! Names: which entity of one report is which of another.

use super::pairing::Likeness;
use super::{Group, Verdict};
use crate::annotation::AnnotationId;
use crate::extract::{is_variant, name_key};
use crate::facts::reading::{Reading, is_fact};
use crate::label::LabelCode;
use crate::text::sort_by_cached_key;

/// An entity as a report names it.
#[derive(Clone, Debug)]
pub(super) struct Named {
    label: LabelCode,
    /// The fullest name.
    name: String,
    /// All that it is called, in small letters.
    written: Vec<String>,
    /// All that it is called, by keys that are one for names of one thing.
    keys: Vec<u64>,
    /// A person's surname, and the given name where it is told.
    surname: Option<u64>,
    given: Option<String>,
}

pub(super) fn read(reading: &Reading<'_>) -> Vec<Group<Named>> {
    let document = reading.document;
    let rows = document.entity_rows().into_iter().map(|row| {
        let mentions = row.mentions.iter().filter_map(|id| document.annotation(*id));
        let written = mentions.clone().map(|mention| letters(document.quote(mention))).collect();
        let mut keys: Vec<u64> = mentions.map(|mention| key(document.quote(mention), &row.label)).collect();
        keys.push(key(&row.name, &row.label));
        keys.sort_unstable();
        keys.dedup();
        let (given, surname) = match row.label == LabelCode::PERSON {
            true => person(&row.name),
            false => (None, None),
        };
        let fact = Named { label: row.label, name: row.name, written, keys, surname, given };
        Group { ids: row.mentions, fact }
    });
    // Who is the source of something may have an entity, and is no fact.
    let is_meant = |id: &AnnotationId| document.annotation(*id).is_some_and(|it| is_fact(it));
    let rows = rows.map(|row| Group { ids: row.ids.into_iter().filter(&is_meant).collect(), ..row });
    let mut rows: Vec<Group<Named>> = rows.filter(|row| !row.ids.is_empty()).collect();
    // In reading order.
    sort_by_cached_key(&mut rows, |row| {
        row.ids.first().and_then(|id| document.annotation(*id)).map(|it| it.span.start())
    });
    rows
}

/// What a company's name ends in by law, which reports leave out.
const FORMS: &[&str] = &[
    "Inc", "Corp", "Corporation", "Co", "Company", "Ltd", "Limited", "PLC", "Plc", "plc", "LLC", "LLP", "LP",
    "AG", "SA", "NV", "SE", "GmbH", "AB", "ASA", "Oyj", "SpA", "KK", "Pty",
];

/// One key for a name: of an organisation without its legal form, and with "and" for "&".
fn key(name: &str, label: &LabelCode) -> u64 {
    if *label != LabelCode::ORG {
        return name_key(name);
    }
    let mut words: Vec<&str> =
        name.split_whitespace().map(|word| if word == "&" { "and" } else { word }).collect();
    while words.len() > 1
        && let Some(last) = words.last().map(|word| word.trim_end_matches(['.', ',']))
        && FORMS.contains(&last)
    {
        words.pop();
    }
    name_key(words.join(" ").trim_end_matches(','))
}

/// A person's given name and the key of the surname.
fn person(name: &str) -> (Option<String>, Option<u64>) {
    let is_suffix = |word: &&str| matches!(word.trim_end_matches('.'), "Jr" | "Sr" | "II" | "III" | "IV");
    let words: Vec<&str> = name.split_whitespace().filter(|word| !is_suffix(word)).collect();
    let surname = words.last().map(|word| name_key(word));
    let given = words.first().filter(|_| words.len() > 1).map(|word| word.to_lowercase());
    (given, surname)
}

pub(super) fn judge(one: &Named, other: &Named) -> Option<Likeness> {
    // In other words is what the fullest names do not share; case and full stops are no words.
    let is_place = one.label == LabelCode::LOC && one.written.iter().any(|name| other.written.contains(name));
    let is_same = is_place || letters(&one.name) == letters(&other.name);
    let verdict = if is_same { Verdict::All } else { Verdict::Otherwise };
    let same = |score| Some(Likeness { verdict, score });
    let is_one_kind = one.label == other.label;
    if one.keys.iter().any(|key| other.keys.binary_search(key).is_ok()) {
        // A label may be wrong in either report: the name tells.
        return if fits(one, other) { same(if is_one_kind { 1.0 } else { 0.8 }) } else { None };
    }
    if one.surname.is_some() && one.surname == other.surname && fits(one, other) {
        return same(0.9);
    }
    if abbreviates(&one.name, &other.name) || abbreviates(&other.name, &one.name) {
        return same(0.7);
    }
    if !is_one_kind {
        return is_surname(one, other).or_else(|| is_surname(other, one)).and_then(same);
    }
    let first = |name: &str| name.chars().next().and_then(|c| c.to_lowercase().next());
    // Spellings of one name begin alike, or its last word does.
    let last = |name: &str| name.rsplit(' ').next().and_then(first);
    let may_be = first(&one.name) == first(&other.name) || last(&one.name) == last(&other.name);
    let is_spelling = may_be && is_variant(&one.name, &other.name);
    is_spelling.then_some(Likeness { verdict: Verdict::Otherwise, score: 0.6 })
}

/// The letters and digits of a name in small letters.
fn letters(name: &str) -> String {
    name.chars()
        .filter(|c| c.is_alphanumeric() || *c == ' ' || *c == '&')
        .flat_map(char::to_lowercase)
        .collect()
}

/// "Paisley" with another label is the surname of "Ian Paisley".
fn is_surname(short: &Named, long: &Named) -> Option<f64> {
    let is_one_word = !short.name.contains(' ') && short.name.chars().nth(3).is_some();
    (is_one_word && long.surname == Some(name_key(&short.name)) && long.given.is_some()).then_some(0.65)
}

/// Whether given names do not contradict: one is missing, both are the same, or one begins the other.
fn fits(one: &Named, other: &Named) -> bool {
    let (Some(a), Some(b)) = (&one.given, &other.given) else { return true };
    let trim = |name: &str| name.trim_end_matches('.').to_owned();
    let (a, b) = (trim(a), trim(b));
    a.starts_with(&b) || b.starts_with(&a) || is_variant(&a, &b)
}

/// Whether a name is a shorter way to write another: `NSC` for "National Security Council", "NY Times", "SOA Watch".
fn abbreviates(short: &str, long: &str) -> bool {
    let mut rest = long.split([' ', '-']).filter(|word| !word.is_empty()).peekable();
    let mut has_initials = false;
    for word in short.split_whitespace() {
        let is_small = |word: &&str| matches!(*word, "of" | "the" | "and" | "for" | "&" | "de" | "to");
        let capitals: String = word.chars().filter(|c| c.is_alphanumeric()).collect();
        if rest.peek().is_some_and(|next| next.eq_ignore_ascii_case(word)) {
            rest.next();
            continue;
        }
        let is_short = capitals.chars().count() >= 2 && !capitals.contains(char::is_lowercase);
        let mut taken = 0;
        for letter in capitals.chars() {
            // A small word may give a letter, or not.
            while rest.peek().is_some_and(|next| is_small(next) && !next.to_uppercase().starts_with(letter)) {
                rest.next();
            }
            match rest.next() {
                Some(next) if next.to_uppercase().starts_with(letter) => taken += 1,
                _ => return false,
            }
        }
        if !is_short || taken < 2 {
            return false;
        }
        has_initials = true;
    }
    has_initials && rest.next().is_none()
}
