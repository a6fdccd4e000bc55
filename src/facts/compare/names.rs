//! Names: which entity of one report is which of another.
//!
//! A name that is marked in one report alone is looked for in the words of the others.

use std::collections::{HashMap, HashSet};

use super::pairing::{Aligned, Likeness, align as align_groups, each};
use super::report::Report;
use super::{Group, Place, Verdict};
use crate::annotation::{Annotation, AnnotationId};
use crate::document::is_mention;
use crate::extract::{is_variant, name_key};
use crate::facts::reading::{Reading, is_fact};
use crate::label::LabelCode;
use crate::text::{Span, sort_by_cached_key, tokenize};

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

/// Aligns the names of reports.
pub(super) fn align(reports: &[Report<'_>]) -> Vec<Aligned> {
    let mut found = align_groups(reports.iter().map(read).collect(), each(judge));
    let unmarked: Vec<Unmarked<'_>> = reports.iter().map(Unmarked::new).collect();
    for row in &mut found {
        let names: Vec<String> = names(row, reports);
        let was_some = row.verdict == Verdict::Some;
        for (places, unmarked) in row.places.iter_mut().zip(&unmarked) {
            places.extend(names.iter().flat_map(|name| unmarked.find(name)).map(Place::words));
        }
        if was_some && row.places.iter().all(|places| !places.is_empty()) {
            let has_fullest = |(report, places): (&Unmarked<'_>, &Vec<Place>)| {
                names.first().is_some_and(|name| report.has(places, name))
            };
            let is_alike = unmarked.iter().zip(&row.places).all(has_fullest);
            row.verdict = if is_alike { Verdict::All } else { Verdict::Otherwise };
        }
    }
    found
}

/// How the reports write a name, the longest first.
fn names(row: &Aligned, reports: &[Report<'_>]) -> Vec<String> {
    let written = row.places.iter().zip(reports).flat_map(|(places, report)| {
        places.iter().filter_map(|place| place.span.slice(report.reading.text()))
    });
    let mut names: Vec<String> = written.map(str::to_owned).collect();
    names.sort_by_key(|name| (std::cmp::Reverse(name.len()), name.clone()));
    names.dedup();
    names
}

/// The capitals of a report that no name covers.
struct Unmarked<'r> {
    reading: &'r Reading<'r>,
    /// Where words begin a token, by their letters.
    places: HashMap<&'r str, Vec<usize>>,
    /// The words that stand in small letters somewhere.
    small: HashSet<&'r str>,
}

impl<'r> Unmarked<'r> {
    fn new(report: &'r Report<'_>) -> Unmarked<'r> {
        let reading = &report.reading;
        let marks = report.document().annotations().iter().filter(|mark| is_mention(mark));
        let marked: HashSet<usize> = marks.flat_map(|mark| reading.tokens.within(mark.span)).collect();
        let (mut places, mut small): (HashMap<&str, Vec<usize>>, HashSet<&str>) = Default::default();
        for (at, token) in reading.tokens.iter().enumerate() {
            let word = token.span.slice(reading.text()).unwrap_or_default();
            if word.starts_with(char::is_uppercase) && !marked.contains(&at) && report.is_within(token.span) {
                places.entry(word).or_default().push(at);
            } else if word.starts_with(char::is_lowercase) {
                small.insert(word);
            }
        }
        Unmarked { reading, places, small }
    }

    /// Where a name stands that is no mark. One word at the beginning of a sentence may be any word that the report has in
    /// small letters too.
    fn find(&self, name: &str) -> Vec<Span> {
        let tokens = tokenize(name);
        let words: Vec<&str> = tokens.iter().filter_map(|token| token.span.slice(name)).collect();
        let Some((first, rest)) = words.split_first() else { return Vec::new() };
        if words.len() == 1 && first.chars().nth(2).is_none() {
            return Vec::new();
        }
        let span_at = |at: usize| {
            let word = |at: usize| self.reading.tokens.get(at).map(|token| token.span);
            let is_next = |(far, expected): (usize, &&str)| {
                word(at + 1 + far).and_then(|span| span.slice(self.reading.text())) == Some(*expected)
            };
            let span = Span::new(word(at)?.start(), word(at + rest.len())?.end());
            let is_first = self.reading.sentence(span).start() == span.start()
                && self.small.contains(first.to_lowercase().as_str());
            (rest.iter().enumerate().all(is_next) && (!is_first || words.len() > 1)).then_some(span)
        };
        self.places.get(first).into_iter().flatten().filter_map(|at| span_at(*at)).collect()
    }

    /// Whether one of these places has a name.
    fn has(&self, places: &[Place], name: &str) -> bool {
        places.iter().any(|place| place.span.slice(self.reading.text()) == Some(name))
    }
}

fn read(report: &Report<'_>) -> Vec<Group<Named>> {
    let document = report.document();
    let marks: HashMap<AnnotationId, &Annotation> =
        document.annotations().iter().map(|mark| (mark.id, &**mark)).collect();
    let rows = document.entity_rows().into_iter().map(|row| {
        let mentions = row.mentions.iter().filter_map(|id| marks.get(id).copied());
        let written = mentions.clone().map(|mention| letters(document.quote(mention))).collect();
        let mut keys: Vec<u64> =
            mentions.clone().map(|mention| key(document.quote(mention), &row.label)).collect();
        keys.push(key(&row.name, &row.label));
        keys.sort_unstable();
        keys.dedup();
        let (given, surname) = match row.label == LabelCode::PERSON {
            true => person(&row.name),
            false => (None, None),
        };
        // Who is the source of something may have an entity, and is no fact.
        let is_meant = |mark: &&Annotation| is_fact(mark) && report.is_within(mark.span);
        let places = mentions.filter(is_meant).map(Place::of).collect();
        let fact = Named { label: row.label, name: row.name, written, keys, surname, given };
        Group { places, fact }
    });
    let mut rows: Vec<Group<Named>> = rows.filter(|row| !row.places.is_empty()).collect();
    // In reading order.
    sort_by_cached_key(&mut rows, |row| row.places.first().map(|place| place.span.start()));
    joined(rows)
}

/// One group where two have a name in common: "Kestrel Foods" and "Kestrel Foods Plc", and "Kmart" whatever its labels.
fn joined(rows: Vec<Group<Named>>) -> Vec<Group<Named>> {
    let mut groups: Vec<Group<Named>> = Vec::with_capacity(rows.len());
    let mut known: HashMap<u64, usize> = HashMap::new();
    for row in rows {
        let place = row.fact.keys.iter().find_map(|key| known.get(key).copied());
        let group = place.and_then(|place| groups.get_mut(place));
        let Some(group) = group.filter(|it| fits(&it.fact, &row.fact)) else {
            known.extend(row.fact.keys.iter().map(|key| (*key, groups.len())));
            groups.push(row);
            continue;
        };
        group.places.extend(row.places);
        let fact = &mut group.fact;
        fact.written.extend(row.fact.written);
        fact.keys.extend(row.fact.keys);
        fact.keys.sort_unstable();
        fact.keys.dedup();
        if row.fact.name.len() > fact.name.len() {
            (fact.name, fact.given, fact.surname) = (row.fact.name, row.fact.given, row.fact.surname);
        }
    }
    groups
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

fn judge(one: &Named, other: &Named) -> Option<Likeness> {
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
    if is_given(one, other)
        || is_given(other, one)
        || is_begun(&one.name, &other.name)
        || is_begun(&other.name, &one.name)
    {
        return same(0.5);
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

/// "Gopal" is the given name of "Gopal Sarkar".
fn is_given(short: &Named, long: &Named) -> bool {
    let is_one_word = short.given.is_none() && short.surname.is_some();
    is_one_word && long.given.is_some() && long.given == Some(short.name.to_lowercase())
}

/// "Examinations Authority" begins "Examinations Authority for Northmark", and "Marlowe Dairy" "Marlowe Dairy Group".
fn is_begun(short: &str, long: &str) -> bool {
    let rest = long.strip_prefix(short).and_then(|rest| rest.strip_prefix(' '));
    short.contains(' ') && rest.is_some_and(|rest| !rest.starts_with("and "))
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
