//! Numbers, money, percentages, ordinals and quantities.
//!
//! A case is right when everything that it expects is found, and nothing else under the same label.
//! What each kind of theirs is with us:
//!
//! | theirs | ours |
//! |---|---|
//! | `currency` | MONEY |
//! | `percentage` | PERCENT |
//! | `dimension` | QUANTITY, save degrees and ages |
//! | `temperature` | QUANTITY in degrees |
//! | `age` | QUANTITY in units of time |
//! | `ordinal` | ORDINAL |
//! | `number` | CARDINAL, or the figure of any other amount or date that holds it |
//! | `numberrange` | CARDINAL or QUANTITY with `low` and `high`, or with a modifier |
//!
//! Agreed differences:
//!
//! - Spans are compared after articles, prepositions and modifiers are cut from both sides of both
//!   (`words.rs`): ours leave them out, theirs sometimes hold them.
//! - A bare unit (their `value` is null: "kg", "%", "fahrenheit") is no amount with us. A currency's
//!   name alone is MONEY without an amount for both, but is not counted where only one has it.
//! - A number within money, a percentage, a measure or a date is that only. So a `number` of theirs
//!   is found where a figure of ours with its value holds it, and a number that ours has in a larger
//!   one does not count against us.
//! - Two figures with one unit are one range with us, of which theirs may have one end alone.
//! - An ordinal that is the denominator of a number ("forty two and a third") is a fraction with us,
//!   as it is in their own cases for numbers.
//! - The ends of a range are not told open or closed by us, save where there is one end only.
//! - A range from one ordinal to another is two ORDINALs with us.
//! - `$` and "dollar" are US dollars with us where nothing says otherwise, "pound" and "pence"
//!   sterling; theirs leaves both open.
//! - "Degree" is one unit with us, of angles and of temperatures.

use libtest_mimic::Trial;
use newsmark::text::Span;
use newsmark::value::{Currency, Figure, Modifier, Value};
use serde_json::Value as Json;

use crate::cases::{Case, Expected, Found, Verdict, trial};
use crate::words::trimmed;

/// The trials of this part.
pub(crate) fn trials() -> Vec<Trial> {
    let mut trials = vec![
        trial("money", 0.95, money),
        trial("number", 0.95, number),
        trial("percent", 1.0, percent),
        trial("dimension", 0.95, dimension),
        trial("temperature", 0.95, temperature),
        trial("age", 0.95, age),
        trial("ordinal", 0.95, ordinal),
        trial("numberrange", 0.95, number_range),
    ];
    trials.extend(["phone", "url", "email"].map(|kind| trial(kind, 0.95, no_amount)));
    trials
}

/// Phone numbers and addresses need only be seen for what they are: no amount is found in them.
fn no_amount(case: &Case) -> Verdict {
    let found = case.found();
    let inside =
        found.iter().find(|found| case.expected.iter().any(|expected| expected.span.overlaps(found.span)));
    match inside {
        None => Verdict::Right,
        Some(found) => Verdict::Wrong(format!("{:?} {} {:?}", found.span, found.label, found.value)),
    }
}

/// Compares what is expected with those of `found` that `is_ours` is true of, one to one.
fn compare(
    case: &Case,
    expected: &[&Expected],
    is_ours: impl Fn(&Found) -> bool,
    is_same: impl Fn(&Expected, &Found) -> bool,
) -> Verdict {
    let found = case.found();
    let missing = expected.iter().find(|expected| !found.iter().any(|found| is_same(expected, found)));
    if let Some(missing) = missing {
        let found: Vec<_> =
            found.iter().filter(|found| is_ours(found)).map(|found| show(case, found)).collect();
        return Verdict::Wrong(format!(
            "no {:?} {} among {found:?}",
            missing.span.slice(&case.text).unwrap_or_default(),
            missing.resolution
        ));
    }
    let spurious = found
        .iter()
        .filter(|found| is_ours(found))
        .find(|found| !case.expected.iter().any(|expected| expected.span.overlaps(found.span)));
    match spurious {
        Some(found) => Verdict::Wrong(format!("found {}", show(case, found))),
        None => Verdict::Right,
    }
}

fn show(case: &Case, found: &Found) -> String {
    let words = found.span.slice(&case.text).unwrap_or_default();
    let value = found.value.as_ref().map(Value::describe).unwrap_or_default();
    format!("{} {words:?} = {value}", found.label)
}

/// What a case expects, without bare units.
fn with_value(case: &Case) -> Vec<&Expected> {
    case.expected.iter().filter(|expected| value(expected).is_some()).collect()
}

fn value(expected: &Expected) -> Option<f64> {
    expected.resolution["value"].as_str()?.trim_end_matches('%').parse().ok()
}

fn same_span(case: &Case, expected: &Expected, found: &Found) -> bool {
    trimmed(&case.text, expected.span) == trimmed(&case.text, found.span)
}

fn holds(outer: Span, inner: Span) -> bool {
    outer.start() <= inner.start() && inner.end() <= outer.end()
}

fn float(decimal: newsmark::value::Decimal) -> f64 {
    decimal.to_string().parse().unwrap_or(f64::NAN)
}

/// Equal to the 14 digits that both always print.
fn near(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-14 * a.abs().max(b.abs())
}

/// Whether the figure is this value, or a range of which it is one end.
fn has(figure: Figure, value: f64) -> bool {
    match figure {
        Figure::Exact(number) => near(float(number), value),
        Figure::Range { low, high } => near(float(low), value) || near(float(high), value),
    }
}

fn is_range(figure: Figure) -> bool {
    matches!(figure, Figure::Range { .. })
}

/// Same span and value; the end of one of our ranges has a part of its span.
fn same_figure(case: &Case, expected: &Expected, found: &Found, figure: Figure) -> bool {
    let is_same = same_span(case, expected, found) || is_range(figure) && holds(found.span, expected.span);
    is_same && value(expected).is_some_and(|value| has(figure, value))
}

fn figure(found: &Found) -> Option<Figure> {
    match found.value.as_ref()? {
        Value::Money(money) => money.amount,
        Value::Percent(percent) => Some(percent.percent),
        Value::Quantity(quantity) => Some(quantity.number),
        Value::Cardinal(cardinal) => Some(cardinal.number),
        _ => None,
    }
}

fn money(case: &Case) -> Verdict {
    let is_same = |expected: &Expected, found: &Found| {
        let Some(Value::Money(money)) = &found.value else { return false };
        let Some(theirs) = value(expected) else { return false };
        let unit = expected.resolution["unit"].as_str().unwrap_or_default();
        let factor = if matches!(unit, "Cent" | "Pence" | "Penny" | "Kopek") { 0.01 } else { 1.0 };
        let is_value = money.amount.is_some_and(|amount| has(amount, theirs * factor));
        same_span(case, expected, found)
            && is_value
            && is_currency(&money.currency, unit, &expected.resolution["isoCurrency"])
    };
    let has_amount = |found: &Found| matches!(&found.value, Some(Value::Money(m)) if m.amount.is_some());
    compare(case, &with_value(case), has_amount, is_same)
}

/// Whether ours is their currency, or may be it.
fn is_currency(ours: &Currency, unit: &str, iso: &Json) -> bool {
    let code = match ours {
        Currency::Iso(code) => code,
        Currency::Open(open) => {
            return iso.is_null() && unit.to_lowercase().contains(&open.to_lowercase());
        }
    };
    if let Some(iso) = iso.as_str() {
        return iso == code;
    }
    match unit {
        "Dollar" | "Cent" | "United States dollar" => code == "USD",
        "Pound" | "Pence" | "Penny" | "British pound" => code == "GBP",
        "Euro" => code == "EUR",
        "Netherlands guilder" => code == "NLG",
        "French franc" => code == "FRF",
        "Belgian franc" => code == "BEF",
        "German mark" => code == "DEM",
        "Italian lira" => code == "ITL",
        "Spanish peseta" => code == "ESP",
        "Greek drachma" => code == "GRD",
        "Austrian schilling" => code == "ATS",
        "Portuguese escudo" => code == "PTE",
        "Irish pound" => code == "IEP",
        "Finnish markka" => code == "FIM",
        "Rupee" => code == "INR",
        _ => false,
    }
}

fn percent(case: &Case) -> Verdict {
    compare(
        case,
        &with_value(case),
        |found| found.label.as_str() == "PERCENT",
        |expected, found| {
            found.label.as_str() == "PERCENT"
                && figure(found).is_some_and(|figure| same_figure(case, expected, found, figure))
        },
    )
}

fn unit(found: &Found) -> Option<&str> {
    match &found.value {
        Some(Value::Quantity(quantity)) => Some(&quantity.unit),
        _ => None,
    }
}

fn is_degrees(found: &Found) -> bool {
    unit(found).is_some_and(|unit| unit.starts_with("degree") || unit == "kelvin")
}

fn is_age(found: &Found) -> bool {
    matches!(unit(found), Some("year" | "month" | "week" | "day" | "hour"))
}

/// Their name of a unit, as ours.
fn unit_name(theirs: &str) -> String {
    match theirs {
        "C" => "degree Celsius".to_owned(),
        "F" => "degree Fahrenheit".to_owned(),
        "K" => "kelvin".to_owned(),
        theirs => theirs.to_lowercase(),
    }
}

fn same_quantity(case: &Case, expected: &Expected, found: &Found) -> bool {
    let theirs = unit_name(expected.resolution["unit"].as_str().unwrap_or_default());
    // "25 lakh tonnes" are tons with them.
    let is_unit =
        unit(found).is_some_and(|ours| ours == theirs || ours == "tonne" && theirs.ends_with("ton"));
    is_unit && figure(found).is_some_and(|figure| same_figure(case, expected, found, figure))
}

fn dimension(case: &Case) -> Verdict {
    let is_ours = |found: &Found| unit(found).is_some() && !is_degrees(found) && !is_age(found);
    compare(case, &with_value(case), is_ours, |expected, found| same_quantity(case, expected, found))
}

fn temperature(case: &Case) -> Verdict {
    let is_ours = |found: &Found| is_degrees(found) && unit(found) != Some("degree");
    compare(case, &with_value(case), is_ours, |expected, found| same_quantity(case, expected, found))
}

fn age(case: &Case) -> Verdict {
    compare(case, &with_value(case), is_age, |expected, found| same_quantity(case, expected, found))
}

fn ordinal(case: &Case) -> Verdict {
    if case.expected.iter().any(|expected| expected.kind.ends_with("relative")) {
        return Verdict::LeftOut("ordinal.relative, such as the last but one");
    }
    compare(
        case,
        &with_value(case),
        |found| found.label.as_str() == "ORDINAL",
        |expected, found| match &found.value {
            Some(Value::Ordinal(ordinal)) => {
                same_span(case, expected, found) && value(expected) == Some(*ordinal as f64)
            }
            Some(Value::Cardinal(_)) => holds(found.span, expected.span) && is_fraction(found),
            _ => false,
        },
    )
}

fn is_fraction(found: &Found) -> bool {
    matches!(figure(found), Some(Figure::Exact(number)) if number.to_integer().is_none())
}

fn number(case: &Case) -> Verdict {
    if let Some(family) = family(case) {
        return Verdict::LeftOut(family);
    }
    compare(
        case,
        &with_value(case),
        |found| found.label.as_str() == "CARDINAL",
        |expected, found| {
            let Some(theirs) = value(expected) else { return false };
            if !holds(found.span, trimmed(&case.text, expected.span)) {
                return false;
            }
            match &found.value {
                Some(Value::Cardinal(cardinal)) => same_figure(case, expected, found, cardinal.number),
                Some(Value::Timex(timex)) => is_figure_of(&timex.timex, theirs),
                _ => figure(found).is_some_and(|figure| has(figure, theirs)),
            }
        },
    )
}

/// Whether the number is one of the figures of a date or a length of time: 3 of `P3Y`.
fn is_figure_of(timex: &str, value: f64) -> bool {
    let mut figures = timex.split(|c: char| !c.is_ascii_digit() && c != '.').filter(|part| !part.is_empty());
    figures.any(|figure| figure.parse() == Ok(value))
}

/// The families of numbers that are none with us.
fn family(case: &Case) -> Option<&'static str> {
    /// What their numbers name rather than count.
    const NAMED: [&str; 12] = [
        "version", "section", "article", "page", "pages", "chapter", "nr", "nrs", "no", "nos", "number",
        "room",
    ];
    let spans: Vec<Span> = case.expected.iter().map(|expected| expected.span).collect();
    let is_joined = |pair: &[Span]| {
        let between = case.text.get(pair[0].end()..pair[1].start()).unwrap_or(" ");
        !between.contains(' ') && (between.contains(['.', '-', '/']))
    };
    if spans.windows(2).any(is_joined) {
        return Some("codes: the parts of addresses and of telephone numbers");
    }
    let first = spans.first()?;
    let before = case.text.get(..first.start())?.trim_end_matches([' ', '.']);
    let word = before.rsplit(|c: char| !c.is_alphabetic()).next()?;
    NAMED
        .iter()
        .any(|named| named.eq_ignore_ascii_case(word))
        .then_some("numbers that name rather than count, such as Section 12")
}

/// Lower and upper end as theirs writes them (`[20,30)`, `(,5000]`), and whether each is included.
struct Bounds {
    low: Option<f64>,
    high: Option<f64>,
    has_low: bool,
    has_high: bool,
}

fn bounds(expected: &Expected) -> Option<Bounds> {
    let text = expected.resolution["value"].as_str()?;
    let inside = text.get(1..text.len().checked_sub(1)?)?;
    let (low, high) = inside.split_once(',')?;
    Some(Bounds {
        low: low.parse().ok(),
        high: high.parse().ok(),
        has_low: text.starts_with('['),
        has_high: text.ends_with(']'),
    })
}

fn number_range(case: &Case) -> Verdict {
    let expected: Vec<&Expected> = case.expected.iter().collect();
    let is_ours = |found: &Found| {
        let modifier = match &found.value {
            Some(Value::Cardinal(cardinal)) => cardinal.modifier,
            _ => return false,
        };
        figure(found).is_some_and(is_range) || !matches!(modifier, None | Some(Modifier::About))
    };
    let ordinals = |expected: &Expected, bounds: &Bounds| {
        let found = case.found();
        [bounds.low, bounds.high].iter().all(|bound| {
            found.iter().any(|found| {
                matches!(found.value, Some(Value::Ordinal(ordinal)) if Some(ordinal as f64) == *bound)
                    && holds(expected.span, found.span)
            })
        })
    };
    compare(case, &expected, is_ours, |expected, found| {
        let Some(bounds) = bounds(expected) else { return false };
        let (number, modifier) = match &found.value {
            Some(Value::Cardinal(cardinal)) => (cardinal.number, cardinal.modifier),
            Some(Value::Quantity(quantity)) => (quantity.number, quantity.modifier),
            Some(Value::Ordinal(_)) => return ordinals(expected, &bounds),
            _ => return false,
        };
        let is_within = found.label.as_str() == "QUANTITY"
            && found.span.start() == trimmed(&case.text, expected.span).start();
        if !same_span(case, expected, found) && !is_within {
            return false;
        }
        match number {
            Figure::Range { low, high } => {
                bounds.low.is_some_and(|theirs| near(theirs, float(low)))
                    && bounds.high.is_some_and(|theirs| near(theirs, float(high)))
            }
            Figure::Exact(number) => {
                let number = Some(float(number));
                match modifier {
                    Some(Modifier::MoreThan) => {
                        bounds.low == number && bounds.high.is_none() && !bounds.has_low
                    }
                    Some(Modifier::AtLeast) => {
                        bounds.low == number && bounds.high.is_none() && bounds.has_low
                    }
                    Some(Modifier::LessThan) => {
                        bounds.high == number && bounds.low.is_none() && !bounds.has_high
                    }
                    Some(Modifier::AtMost | Modifier::UpTo) => {
                        bounds.high == number && bounds.low.is_none() && bounds.has_high
                    }
                    None => bounds.low == number && bounds.high == number,
                    Some(_) => false,
                }
            }
        }
    })
}
