use super::age::{age, is_aged, is_apposed_age};
use super::compound::{compound, inches};
use super::measure::{Found, unit_behind};
use super::modifier::modifier;
use super::neighbours::{Notes, may_be_measured};
use super::range::{self, End, Link};
use super::unit::{Unit, unit};
use crate::extract::number::{Form, Number, Reader};
use crate::extract::{Article, Candidate, Extractor};
use crate::label::LabelCode;
use crate::text::Span;
use crate::value::{Decimal, Figure, Quantity, Value};

/// Finds measures and ages: "four miles", "37.8 °C", "32 kg", "a 12-year-old", "aged 45".
pub(crate) struct QuantityExtractor;

impl Extractor for QuantityExtractor {
    fn name(&self) -> &'static str {
        "quantity"
    }

    fn description(&self) -> &'static str {
        "Numbers with a unit of measure, and ages."
    }

    fn extract(&self, article: &Article<'_>, out: &mut Vec<Candidate>) {
        let reader = Reader { text: article.text, tokens: &article.tokens };
        let mut rest = article.numbers.as_slice();
        while let Some(first) = rest.first() {
            let found = (first.form != Form::Ordinal).then(|| find(reader, rest, first)).flatten();
            let n_numbers = found.as_ref().map_or(1, |found| found.n_numbers);
            rest = rest.get(n_numbers..).unwrap_or_default();
            let Some(Found { figure, end, unit, score, .. }) = found else { continue };
            let number = Quantity { number: figure, unit, modifier: modifier(reader, first.lead, end) };
            out.push(Candidate {
                span: Span::new(first.span.start(), reader.span(end - 1).end()),
                label: LabelCode::QUANTITY,
                value: Some(Value::Quantity(number)),
                score,
                extractor: 0,
            });
        }
    }
}

/// The measure or age that begins with `first` of `numbers`.
fn find(reader: Reader<'_>, numbers: &[Number], first: &Number) -> Option<Found> {
    let notes = Notes::of(first);
    if may_be_measured(numbers)
        && let Some(found) = measured(reader, numbers, first)
    {
        return Some(found);
    }
    let named = |figure, end, unit: &str, n_numbers| {
        Some(Found { figure, end, unit: unit.to_owned(), score: 0.9, n_numbers })
    };
    if notes.is_aged() && is_aged(reader, first) {
        return match range::shared(reader, numbers, End::plain) {
            Some(range) => named(range.figure, range.end, "year", range.n_numbers),
            None => named(Figure::Exact(first.value?), first.end, "year", 1),
        };
    }
    if notes.is_led() && first.is_digits() && reader.before(first.lead, 1).eq_ignore_ascii_case("magnitude") {
        return named(Figure::Exact(first.value?), first.end, "magnitude", 1);
    }
    if notes.has_comma() && is_apposed_age(reader, first) {
        return named(Figure::Exact(first.value?), first.end, "year", 1);
    }
    None
}

/// The measure or age whose unit stands behind `first` of `numbers`, or behind the range that both
/// are.
fn measured(reader: Reader<'_>, numbers: &[Number], first: &Number) -> Option<Found> {
    // Lengths of time are somebody else's; the one more word that makes them an age decides.
    let range = range::shared(reader, numbers, End::plain);
    if let Some(range) = range {
        if let Some((unit, end)) = age(reader, numbers.get(1)?, range.end) {
            return Some(Found {
                figure: range.figure,
                end,
                unit: unit.to_owned(),
                score: 0.98,
                n_numbers: 2,
            });
        }
        if let Some(unit) = unit_behind(reader, numbers.get(1)?, range.end) {
            let name = unit.name();
            return Some(Found {
                figure: range.figure,
                end: unit.end,
                unit: name,
                score: 0.95,
                n_numbers: 2,
            });
        }
    }
    let figure = Figure::Exact(first.value?);
    if let Some((unit, end)) = age(reader, first, first.end) {
        return Some(Found { figure, end, unit: unit.to_owned(), score: 0.98, n_numbers: 1 });
    }
    if let Some(found) = measure(reader, numbers, first) {
        return Some(found);
    }
    // "20 below zero"
    if let Some((value, end)) = below_zero(reader, first, first.end).filter(|_| first.power == 0) {
        let unit = "degree".to_owned();
        return Some(Found { figure: Figure::Exact(value), end, unit, score: 0.9, n_numbers: 2 });
    }
    inches(reader, numbers, first)
}

/// The figure under the nought that stands behind token `end`: "30 degrees below zero". Gives the token behind it.
fn below_zero(reader: Reader<'_>, number: &Number, end: usize) -> Option<(Decimal, usize)> {
    let is_below = reader.is(end, "below") && reader.is(end + 1, "zero");
    let value = number.value.filter(|value| is_below && *value > Decimal::ZERO)?;
    Some((value.checked_mul(Decimal::from(-1))?, end + 2))
}

fn measure(reader: Reader<'_>, numbers: &[Number], first: &Number) -> Option<Found> {
    let low = End::plain(first)?;
    let (low, low_unit) = match unit_behind(reader, first, low.end) {
        // `5m tonnes`: the letter is a scale where a unit stands behind it.
        Some(unit) if first.suffix.is_some() => scaled_unit(reader, first).unwrap_or((low, unit)),
        Some(unit) => (low, unit),
        None => scaled_unit(reader, first)?,
    };
    let figure = Figure::Exact(low.value);
    let single = Found { figure, end: low_unit.end, unit: low_unit.name(), score: 0.95, n_numbers: 1 };
    if let Some(second) = numbers.get(1) {
        if low_unit.name().starts_with("degree")
            && let Some((value, end)) = below_zero(reader, first, low_unit.end)
        {
            return Some(Found { figure: Figure::Exact(value), end, n_numbers: 2, ..single });
        }
        if let Some(found) = compound(reader, low, low_unit, second) {
            return Some(found);
        }
        let range = || {
            let (link, next) =
                range::link(reader, first.lead, low_unit.end).filter(|(_, next)| second.lead == *next)?;
            let high = End::plain(second)?;
            let high_unit = unit_behind(reader, second, high.end).filter(|unit| unit.is_same(&low_unit))?;
            let is_from = reader.before(first.lead, 1).eq_ignore_ascii_case("from")
                || next == 0
                || link == Link::To && range::is_step(reader, first.lead);
            range::between(low, high).filter(|_| !is_from).map(|figure| (figure, high_unit.end))
        };
        if let Some((figure, end)) = range() {
            return Some(Found { figure, end, n_numbers: 2, ..single });
        }
    }
    Some(single)
}

fn scaled_unit(reader: Reader<'_>, number: &Number) -> Option<(End, Unit)> {
    number.suffix?;
    let scaled = End::suffixed(number)?;
    let unit = unit(reader, reader.behind(scaled.end)?, false)?;
    Some((scaled, unit))
}
