//! How the values of two figures stand to each other.

use super::weights::Clue;
use crate::facts::stated::{Measure, Stated};
use crate::facts::units;
use crate::label::LabelCode;
use crate::value::{Decimal, Timex, days_between};

/// What a figure says.
#[derive(Clone, Debug)]
pub(super) enum What {
    Amount(Stated),
    /// A date or a time of day, which the label says, with its words.
    Time(LabelCode, Timex, String),
    /// What has no figure: "the yuan", "dozens".
    Bare(LabelCode, String),
}

/// How two values stand to each other.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Relation {
    /// One value.
    Same,
    /// One told otherwise: to fewer digits, in another unit, a day of that week.
    Near,
    /// Two values of one kind.
    Other,
}

/// How far two days of one event may be apart: more are two events.
const DAYS: i64 = 31;
/// The same of times of day, in minutes.
const MINUTES: u16 = 20;

impl What {
    /// What is the same for figures that say the same.
    pub(super) fn key(&self) -> String {
        match self {
            What::Amount(stated) => format!("{:?} {} {:?}", stated.measure, stated.number, stated.to),
            What::Time(label, timex, words) if is_vague(timex) => format!("{label} {} {words}", timex.timex),
            What::Time(label, timex, _) => format!("{label} {}", timex.timex),
            What::Bare(label, words) => format!("{label} {words}"),
        }
    }

    /// What figures of the same value have in common, whatever they measure; `None` for what has no value.
    pub(super) fn value(&self) -> Option<String> {
        match self {
            What::Amount(stated) => Some(stated.number.to_string()),
            What::Time(_, timex, _) => {
                Some(timex.days().map_or_else(|| timex.timex.clone(), |days| format!("{days:?}")))
            }
            What::Bare(..) => None,
        }
    }
}

/// Whether a date leaves its year open, and is no plain day of the week.
fn is_vague(timex: &Timex) -> bool {
    timex.timex.starts_with("XXXX") && !timex.timex.starts_with("XXXX-WXX-") || timex.timex.ends_with("_REF")
}

/// How two values stand to each other, with what of it is a clue; `None` where they can't be of one fact.
pub(super) fn relate(one: &What, other: &What) -> Option<(Relation, Vec<Clue>)> {
    let (relation, mut clues) = match (one, other) {
        (What::Amount(a), What::Amount(b)) => amounts(a, b)?,
        (What::Time(_, a, words), What::Time(_, b, other_words)) => times((a, words), (b, other_words))?,
        _ => return None,
    };
    clues.push(match relation {
        Relation::Same => Clue::Same,
        Relation::Near => Clue::Near,
        Relation::Other => Clue::Other,
    });
    Some((relation, clues))
}

fn amounts(a: &Stated, b: &Stated) -> Option<(Relation, Vec<Clue>)> {
    let mut clues = Vec::new();
    let is_equal = a.number == b.number && a.to == b.to;
    let is_near = || a.to.is_some() != b.to.is_some() || is_rounded(a, b) || is_about(a, b);
    // A number may be one of a range.
    let has =
        |range: &Stated, it: &Stated| range.to.is_some_and(|to| range.number <= it.number && it.number <= to);
    if a.to.is_some() != b.to.is_some() && !has(a, b) && !has(b, a) {
        return None;
    }
    let plain = |is_near: bool| match () {
        () if is_equal && a.modifier == b.modifier => Relation::Same,
        () if is_equal => Relation::Near,
        () if is_near => Relation::Near,
        () => Relation::Other,
    };
    let relation = match (&a.measure, &b.measure) {
        (x, y) if x == y => plain(is_near()),
        (Measure::Unit(x), Measure::Unit(y)) => {
            clues.push(Clue::UnitConverted);
            if units::agree((x, a), (y, b))? { Relation::Near } else { Relation::Other }
        }
        // The unit may be left out, or its country be told in one report alone.
        (Measure::Percent { .. }, Measure::Count) if is_part_of_hundred(a, b) => Relation::Near,
        (Measure::Count, Measure::Percent { .. }) if is_part_of_hundred(b, a) => Relation::Near,
        (Measure::Count, _) | (_, Measure::Count) | (Measure::Money(_), Measure::Money(_)) => {
            clues.push(Clue::UnitMissing);
            match plain(is_near()) {
                Relation::Other if !is_within(a.number, b.number, 150) => return None,
                relation => relation,
            }
        }
        // "15 pounds" may be money or a weight.
        (Measure::Unit(_), Measure::Money(_)) | (Measure::Money(_), Measure::Unit(_)) if is_equal => {
            clues.push(Clue::UnitMissing);
            Relation::Same
        }
        _ => return None,
    };
    let of = |measure: &Measure| match measure {
        Measure::Money(_) => Clue::OfMoney,
        Measure::Percent { .. } => Clue::OfPercent,
        Measure::Unit(unit)
            if matches!(unit.as_str(), "second" | "minute" | "hour" | "day" | "week" | "month") =>
        {
            Clue::OfLength
        }
        Measure::Unit(_) => Clue::OfUnit,
        Measure::Count => Clue::OfCount,
        Measure::Rank => Clue::OfRank,
    };
    clues.push(if a.measure == Measure::Count { of(&b.measure) } else { of(&a.measure) });
    clues.push(match digits(a.number).min(digits(b.number)) {
        0 | 1 => Clue::OneDigit,
        2 => Clue::TwoDigits,
        3 => Clue::ThreeDigits,
        _ => Clue::ManyDigits,
    });
    if a.number < Decimal::from(10) && b.number < Decimal::from(10) {
        clues.push(Clue::Small);
    }
    match (a.modifier, b.modifier) {
        (None, None) => {}
        (x, y) if x == y => clues.push(Clue::AlikeModified),
        _ => clues.push(Clue::OtherModified),
    }
    if relation == Relation::Other {
        distance(a.number, b.number, &mut clues)?;
    }
    Some((relation, clues))
}

/// How far two numbers are apart; `None` where one is more than ten times the other.
fn distance(a: Decimal, b: Decimal, clues: &mut Vec<Clue>) -> Option<()> {
    if !is_within(a, b, 1000) {
        return None;
    }
    let steps = [
        (105, Clue::Within5),
        (120, Clue::Within20),
        (150, Clue::Within50),
        (200, Clue::Within100),
        (400, Clue::Within300),
    ];
    clues.extend(
        steps.into_iter().filter(|(hundredths, _)| is_within(a, b, *hundredths)).map(|(_, clue)| clue),
    );
    let (x, y) = (a.to_string(), b.to_string());
    if x.len() == y.len() {
        let off: Vec<(u8, u8)> = x.bytes().zip(y.bytes()).filter(|(x, y)| x != y).collect();
        match off.as_slice() {
            [_] => clues.push(Clue::OneDigitOff),
            [(x, y), (v, w)] if x == w && y == v => clues.push(Clue::Swapped),
            _ => {}
        }
    }
    Some(())
}

/// Whether a fraction is a percentage, or nearly: "31 %" is "almost a third".
fn is_part_of_hundred(percent: &Stated, fraction: &Stated) -> bool {
    let hundredfold = fraction.number.checked_mul(Decimal::from(100));
    fraction.number < Decimal::ONE
        && hundredfold.is_some_and(|it| it == percent.number || is_within(percent.number, it, 108))
}

/// Whether the greater of two numbers is no more than so many hundredths of the lesser.
fn is_within(a: Decimal, b: Decimal, hundredths: i64) -> bool {
    let (low, high) = if a < b { (a, b) } else { (b, a) };
    let high = high.checked_mul(Decimal::from(100));
    high.zip(low.checked_mul(Decimal::from(hundredths))).is_some_and(|(high, low)| high <= low)
}

/// How many digits a number has, zeros at its ends left out.
fn digits(number: Decimal) -> usize {
    let digits: String = number.to_string().chars().filter(char::is_ascii_digit).collect();
    digits.trim_matches('0').len()
}

/// Whether one figure is the other to fewer digits: 94,000 is 94,081, and 11 billion is not 11.5 billion.
fn is_rounded(a: &Stated, b: &Stated) -> bool {
    let scaled = |it: &Stated| it.number.scaled(9).and_then(Decimal::to_integer);
    let (Some(x), Some(y)) = (scaled(a), scaled(b)) else { return false };
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
    let is_telling = digits >= 2 || is_about || coarse >= 1_000_000 * 1_000_000_000;
    is_telling && (nearest == coarse || is_about && cut == coarse)
        // The digits behind the point may be cut off, or rounded: 19,233.79 is 19,233, and 3.1 % is 3 %.
        || unit == 1_000_000_000 && (digits >= 3 && cut == coarse || nearest == coarse && is_within(a.number, b.number, 105))
}

/// Whether one figure is said to be near the other, which has more digits: "nearly 3 %" is 2.8 %.
fn is_about(a: &Stated, b: &Stated) -> bool {
    let is_coarse =
        |it: &Stated, other: &Stated| it.modifier.is_some() && digits(it.number) < digits(other.number);
    (is_coarse(a, b) || is_coarse(b, a)) && is_within(a.number, b.number, 108)
}

/// How long a length of time is, in seconds; `None` where it is told by something else.
fn seconds(timex: &str) -> Option<f64> {
    let mut rest = timex.strip_prefix('P')?;
    let (mut all, mut is_time) = (0.0, false);
    while !rest.is_empty() {
        if let Some(behind) = rest.strip_prefix('T') {
            (rest, is_time) = (behind, true);
            continue;
        }
        let digits = rest.find(|c: char| !c.is_ascii_digit() && c != '.')?;
        let number: f64 = rest.get(..digits)?.parse().ok()?;
        const DAY: f64 = 86_400.0;
        let unit = match (rest.get(digits..=digits)?, is_time) {
            ("H", true) => 3_600.0,
            ("M", true) => 60.0,
            ("S", true) => 1.0,
            ("D", false) => DAY,
            ("W", false) => 7.0 * DAY,
            ("M", false) => 30.44 * DAY,
            ("Y", false) => 365.25 * DAY,
            _ => return None,
        };
        all += number * unit;
        rest = rest.get(digits + 1..)?;
    }
    (all > 0.0).then_some(all)
}

/// How two lengths of time stand to each other: in two units they are only nearly the same.
fn lengths(a: &Timex, b: &Timex) -> Option<(Relation, Vec<Clue>)> {
    let mut clues = vec![Clue::OfLength];
    if a.timex == b.timex {
        return Some((Relation::Same, clues));
    }
    let (one, other) = (seconds(&a.timex)?, seconds(&b.timex)?);
    let ratio = one.max(other) / one.min(other);
    if ratio <= 1.001 || ratio <= 1.1 && a.timex.chars().last() != b.timex.chars().last() {
        clues.push(Clue::UnitConverted);
        return Some((Relation::Near, clues));
    }
    if ratio > 4.0 {
        return None;
    }
    let steps = [(1.05, Clue::Within5), (1.2, Clue::Within20), (1.5, Clue::Within50), (2.0, Clue::Within100)];
    clues.extend(steps.into_iter().filter(|(most, _)| ratio <= *most).map(|(_, clue)| clue));
    Some((Relation::Other, clues))
}

fn times(one: (&Timex, &str), other: (&Timex, &str)) -> Option<(Relation, Vec<Clue>)> {
    let ((a, words), (b, other_words)) = (one, other);
    let is_length = |timex: &Timex| timex.timex.starts_with('P') && timex.days().is_none();
    if is_length(a) || is_length(b) {
        return lengths(a, b);
    }
    let clocks = || {
        let (a, b) = (a.clock()?, b.clock()?);
        let minutes = |(hour, minute): (u8, u8)| u16::from(hour) * 60 + u16::from(minute);
        Some(minutes(a).abs_diff(minutes(b)))
    };
    let ((Some((from, to)), Some((other_from, other_to))), apart) = ((a.days(), b.days()), clocks()) else {
        // Of times without a day the clock tells.
        let relation = match clocks() {
            Some(0) => Relation::Same,
            Some(minutes) if minutes <= MINUTES => Relation::Near,
            Some(_) => Relation::Other,
            // What is open is the same only in the same words.
            None if a.timex == b.timex && (!is_vague(a) || words == other_words) => Relation::Same,
            None => return None,
        };
        return Some((relation, vec![Clue::OfClock]));
    };
    let mut clues = vec![Clue::OfDay];
    let length = |from, to| days_between(from, to);
    if length(from, to).max(length(other_from, other_to)) > 27 {
        clues.push(Clue::LongOff);
    }
    if (from, to) == (other_from, other_to) {
        return Some(match apart {
            Some(minutes) if minutes > MINUTES => (Relation::Other, vec![Clue::OfClock]),
            Some(minutes) if minutes > 0 => (Relation::Near, clues),
            _ => (Relation::Same, clues),
        });
    }
    if from <= other_from && other_to <= to || other_from <= from && to <= other_to {
        clues.push(Clue::Contains);
        return Some((Relation::Near, clues));
    }
    let between = days_between(from, other_from).abs();
    let is_day = from == to && other_from == other_to;
    let is_year = length(from, to) > 360 && length(other_from, other_to) > 360 && between < 1_200;
    if !(is_year || is_day && between <= DAYS) {
        return None;
    }
    clues.push(match between {
        0 | 1 => Clue::DayOff,
        2..=7 => Clue::WeekOff,
        _ => Clue::MonthOff,
    });
    Some((Relation::Other, clues))
}
