//! Amounts and dates: which figure of one report is which of another.

use super::pairing::Likeness;
use super::topics::{Topic, Topics};
use super::{FactKind, Group, Verdict};
use crate::annotation::Annotation;
use crate::facts::counted::counted;
use crate::facts::reading::Reading;
use crate::facts::stated::{Measure, Stated};
use crate::facts::stems::Stem;
use crate::facts::units;
use crate::label::LabelCode;
use crate::text::one_line;
use crate::value::{Decimal, Timex, Value, days_between};

/// A figure with what it is about.
#[derive(Clone, Debug)]
pub(super) struct Told {
    what: What,
    counted: Vec<Stem>,
    /// How it is written, in small letters and without stops, wherever it is told.
    written: Vec<String>,
    /// The words around each place where it is told, of the first few.
    topics: Vec<Topic>,
}

#[derive(Clone, Debug)]
enum What {
    Amount(Stated),
    Ordinal(u64),
    /// A date, a time of day, or a length, which the label says.
    Time(LabelCode, Timex, String),
    /// What has no figure: "the yuan", "dozens".
    Bare(LabelCode, String),
}

pub(super) fn amounts(reading: &Reading<'_>, topics: &Topics, report: usize) -> Vec<Group<Told>> {
    groups(reading, topics, report, FactKind::Amount, |annotation, words| match annotation.value.as_ref() {
        Some(Value::Ordinal(nth)) => Some(What::Ordinal(*nth)),
        Some(value) => Stated::read(value, words).map(What::Amount),
        None => None,
    })
}

pub(super) fn dates(reading: &Reading<'_>, topics: &Topics, report: usize) -> Vec<Group<Told>> {
    groups(reading, topics, report, FactKind::Date, |annotation, words| match &annotation.value {
        Some(Value::Timex(timex)) => {
            Some(What::Time(annotation.label.clone(), timex.clone(), words.to_lowercase()))
        }
        _ => None,
    })
}

/// The figures of a report; those that say the same are one.
fn groups(
    reading: &Reading<'_>,
    topics: &Topics,
    report: usize,
    kind: FactKind,
    read: impl Fn(&Annotation, &str) -> Option<What>,
) -> Vec<Group<Told>> {
    let facts = reading.document.annotations().iter().filter(|it| FactKind::of(it) == Some(kind));
    let mut groups: Vec<Group<Told>> = Vec::new();
    let mut places: std::collections::HashMap<String, Vec<usize>> = std::collections::HashMap::new();
    for annotation in facts {
        let words = reading.document.quote(annotation);
        // "The yuan", "dozens": what has no figure is compared by its words.
        let what = read(annotation, words)
            .unwrap_or_else(|| What::Bare(annotation.label.clone(), one_line(words).to_lowercase()));
        let counted = counted(reading.text(), &reading.tokens, annotation.span);
        let known = places.entry(what.key()).or_default();
        let is_it =
            |place: &&usize| groups.get(**place).is_some_and(|it| it.fact.is_told_by(&what, &counted));
        let topic = topics.around(reading, report, annotation.span);
        if let Some(group) = known.iter().find(is_it).copied().and_then(|place| groups.get_mut(place)) {
            group.ids.push(annotation.id);
            group.fact.written.push(plain(words));
            if group.fact.topics.len() < TOPICS {
                group.fact.topics.push(topic);
            }
            continue;
        }
        known.push(groups.len());
        groups.push(Group {
            ids: vec![annotation.id],
            fact: Told { what, counted, written: vec![plain(words)], topics: vec![topic] },
        });
    }
    groups
}

/// Words as they are compared: case and full stops do not count.
fn plain(words: &str) -> String {
    let letters = one_line(words).to_lowercase();
    letters.chars().filter(|c| *c != '.' || letters.contains(|c: char| c.is_ascii_digit())).collect()
}

/// Whether two facts that are one are told in the same words somewhere.
fn in_words(one: &Told, other: &Told) -> Verdict {
    let is_same = one.written.iter().any(|words| other.written.contains(words));
    if is_same { Verdict::All } else { Verdict::Otherwise }
}

impl What {
    /// What is the same for figures that say the same.
    fn key(&self) -> String {
        match self {
            What::Amount(stated) => format!("{:?} {} {:?}", stated.measure, stated.number, stated.to),
            What::Ordinal(nth) => nth.to_string(),
            What::Time(label, timex, words) if is_vague(timex) => format!("{label} {} {words}", timex.timex),
            What::Time(label, timex, _) => format!("{label} {}", timex.timex),
            What::Bare(label, words) => format!("{label} {words}"),
        }
    }
}

impl Told {
    /// Whether a figure of the same key says the same: where it counts things, they must be the same.
    fn is_told_by(&self, what: &What, counted: &[Stem]) -> bool {
        match what {
            What::Amount(stated) if stated.measure == Measure::Count => shares(&self.counted, counted),
            What::Ordinal(_) | What::Bare(..) => shares(&self.counted, counted),
            _ => true,
        }
    }
}

/// Whether a date leaves its year open, and is no plain day of the week.
fn is_vague(timex: &Timex) -> bool {
    timex.timex.starts_with("XXXX") && !timex.timex.starts_with("XXXX-WXX-") || timex.timex.ends_with("_REF")
}

/// How many places of a figure are looked at.
const TOPICS: usize = 4;

/// How alike what is told of two figures is, at the two places where it is most alike.
fn likeness(one: &Told, other: &Told, topics: &Topics) -> f64 {
    let pairs = one.topics.iter().flat_map(|a| other.topics.iter().map(move |b| topics.likeness(a, b)));
    pairs.fold(0.0, f64::max)
}

fn shares(one: &[Stem], other: &[Stem]) -> bool {
    one.is_empty() && other.is_empty() || one.iter().any(|stem| other.contains(stem))
}

pub(super) fn judge(one: &Told, other: &Told, topics: &Topics) -> Option<Likeness> {
    let topic = || likeness(one, other, topics);
    let likely = |verdict, score: f64, least: f64| (score >= least).then_some(Likeness { verdict, score });
    match (&one.what, &other.what) {
        (What::Amount(a), What::Amount(b)) => amount(a, b, one, other, topics),
        (What::Ordinal(a), What::Ordinal(b)) if a == b && shares(&one.counted, &other.counted) => {
            likely(Verdict::All, topic(), 0.3)
        }
        (What::Bare(kind, a), What::Bare(other_kind, b)) if (kind, a) == (other_kind, b) => {
            shares(&one.counted, &other.counted).then_some(Likeness { verdict: Verdict::All, score: 1.0 })
        }
        (What::Time(kind, a, words), What::Time(other_kind, b, other_words)) if kind == other_kind => {
            if a.timex == b.timex {
                // What is open is the same only in the same words.
                if is_vague(a) && words != other_words {
                    return None;
                }
                // A length may be that of anything.
                let least = if *kind == LabelCode::DURATION { 0.3 } else { 0.0 };
                let is_open =
                    a.timex.contains("_REF") || kind == &LabelCode::DATE && a.timex.starts_with('P');
                // A year, a decade or a season may be that of anything that is told.
                let is_long = a.days().is_some_and(|(from, to)| days_between(from, to) > 27);
                // Where the words tell nothing, they tell nothing against it.
                let tells = |told: &Told| !told.topics.iter().all(Topic::is_bare);
                let least = if is_long && tells(one) && tells(other) { 0.2 } else { least };
                return likely(in_words(one, other), topic().max(0.01), if is_open { 0.3 } else { least });
            }
            let ((from, to), (other_from, other_to)) = (a.days()?, b.days()?);
            if (from, to) == (other_from, other_to) {
                return likely(in_words(one, other), topic().max(0.01), 0.0);
            }
            let is_day = from == to && other_from == other_to && *kind == LabelCode::DATE;
            let apart = days_between(from, other_from).abs();
            // What happened on one day here and on another there: nearly all the words are the same.
            if is_day && apart <= 31 { likely(Verdict::Different, topic(), 0.7) } else { None }
        }
        _ => None,
    }
}

fn amount(a: &Stated, b: &Stated, one: &Told, other: &Told, topics: &Topics) -> Option<Likeness> {
    let converted = match (&a.measure, &b.measure) {
        (a_measure, b_measure) if a_measure == b_measure => None,
        (Measure::Unit(x), Measure::Unit(y)) => Some(units::agree((x, a), (y, b))?),
        _ => return None,
    };
    let topic = likeness(one, other, topics);
    let is_same = converted.unwrap_or_else(|| {
        a.to.is_some() == b.to.is_some() && (a.number == b.number && a.to == b.to || is_rounded(a, b))
    });
    let counts_the_same = match a.measure {
        Measure::Count => shares(&one.counted, &other.counted) && !one.counted.is_empty(),
        _ => true,
    };
    if is_same {
        let least = match &a.measure {
            Measure::Count if counts_the_same => {
                if is_small(a) {
                    0.2
                } else {
                    0.05
                }
            }
            Measure::Count => {
                if is_small(a) {
                    0.5
                } else {
                    0.3
                }
            }
            Measure::Unit(unit) if unit == "year" => 0.2,
            _ if is_small(a) => 0.2,
            _ => 0.1,
        };
        // Of four digits or more hardly two figures agree by chance.
        let is_telling = a.number != b.number && [a, b].iter().any(|it| has_digits(it, 4));
        let least = if is_telling { 0.05 } else { least };
        // One may be the other rounded, or in another unit.
        let is_equal =
            converted.is_none() && a.number == b.number && a.to == b.to && a.modifier == b.modifier;
        let verdict = if is_equal { in_words(one, other) } else { Verdict::Otherwise };
        return (topic >= least).then_some(Likeness { verdict, score: topic });
    }
    let is_near = converted.is_none() && counts_the_same && same_order(a, b);
    (is_near && topic >= 0.5).then_some(Likeness { verdict: Verdict::Different, score: topic })
}

/// Whether one figure is the other to fewer digits: 94,000 is 94,081, and 11 billion is not 11.5 billion.
fn is_rounded(a: &Stated, b: &Stated) -> bool {
    let (Some(x), Some(y)) =
        (a.number.scaled(9).and_then(Decimal::to_integer), b.number.scaled(9).and_then(Decimal::to_integer))
    else {
        return false;
    };
    let zeros = |number: i128| {
        (0..30).take_while(|power| number != 0 && number % 10i128.pow(power + 1) == 0).count() as u32
    };
    let (coarse, fine) = if zeros(x) >= zeros(y) { (x, y) } else { (y, x) };
    let unit = 10i128.pow(zeros(coarse));
    let digits = (coarse / unit).to_string().trim_start_matches('-').len();
    let cut = fine - fine.rem_euclid(unit);
    let nearest = (fine + unit / 2).div_euclid(unit) * unit;
    let is_about = [a, b].iter().any(|it| it.modifier.is_some());
    // One digit alone tells too little: 90 is not 94 unless it says so.
    (digits >= 2 || is_about || coarse >= 1_000_000 * 1_000_000_000)
        && (nearest == coarse || is_about && cut == coarse)
}

/// Whether a figure has so many digits, zeros at its end left out.
fn has_digits(stated: &Stated, count: usize) -> bool {
    let digits: String = stated.number.to_string().chars().filter(char::is_ascii_digit).collect();
    digits.trim_matches('0').len() >= count
}

/// Figures of one digit are told of everything.
fn is_small(stated: &Stated) -> bool {
    stated.number.to_integer().is_some_and(|number| number.unsigned_abs() < 10)
}

/// Whether two figures may be tellings of one: one is no more than ten times the other.
fn same_order(a: &Stated, b: &Stated) -> bool {
    let tenfold = |number: crate::value::Decimal| number.checked_mul(10.into());
    let (Some(x), Some(y)) = (tenfold(a.number), tenfold(b.number)) else { return false };
    x >= b.number && y >= a.number
}
