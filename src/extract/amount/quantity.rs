use super::modifier::modifier;
use super::number::{Form, Number};
use super::range::{self, End};
use super::reader::{Reader, is_one_of};
use super::unit::{Unit, unit};
use crate::extract::{Article, Candidate, Extractor};
use crate::label::LabelCode;
use crate::text::{Gap, Span, TokenKind};
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

struct Found {
    figure: Figure,
    /// The token behind.
    end: usize,
    unit: String,
    score: f64,
    n_numbers: usize,
}

/// The measure or age that begins with `first` of `numbers`.
fn find(reader: Reader<'_>, numbers: &[Number], first: &Number) -> Option<Found> {
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
        if is_aged(reader, first) {
            return Some(Found {
                figure: range.figure,
                end: range.end,
                unit: "year".into(),
                score: 0.9,
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
    if let Some(found) = inches(reader, numbers, first) {
        return Some(found);
    }
    if reader.before(first.lead, 1).eq_ignore_ascii_case("magnitude") && first.is_digits() {
        return Some(Found { figure, end: first.end, unit: "magnitude".into(), score: 0.9, n_numbers: 1 });
    }
    if is_aged(reader, first) || is_apposed_age(reader, first) {
        return Some(Found { figure, end: first.end, unit: "year".into(), score: 0.9, n_numbers: 1 });
    }
    None
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
        if let Some(found) = compound(reader, low, low_unit, second) {
            return Some(found);
        }
        let range = || {
            let (_, next) =
                range::link(reader, first.lead, low_unit.end).filter(|(_, next)| second.lead == *next)?;
            let high = End::plain(second)?;
            let high_unit = unit_behind(reader, second, high.end).filter(|unit| unit.is_same(&low_unit))?;
            let is_from = reader.before(first.lead, 1).eq_ignore_ascii_case("from") || next == 0;
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

/// The unit behind a number that ends before token `end`.
fn unit_behind(reader: Reader<'_>, number: &Number, end: usize) -> Option<Unit> {
    let mut at = reader.behind(end)?;
    if number.form == Form::Fraction {
        let of = at + usize::from(reader.is(at, "of"));
        if is_one_of(reader.word(of), &["a", "an"]) {
            at = of + 1;
        }
    }
    let is_digits = number.form != Form::Words;
    // "20 (kg)"
    if let Some(closing) = match reader.word(at) {
        "(" => Some(")"),
        "[" => Some("]"),
        _ => None,
    } {
        return unit(reader, at + 1, is_digits)
            .filter(|unit| {
                reader.word(unit.end) == closing && reader.is_solid(unit.end) && reader.is_solid(at + 1)
            })
            .map(Unit::closed);
    }
    // `SCP-173m` is a name, `1.2m people` counts people.
    let is_named = reader.is_hyphened(number.first)
        && number.is_digits()
        && reader.kind(number.first.wrapping_sub(2)) == Some(TokenKind::Word);
    let is_scale =
        reader.word(at) == "m" && reader.is_solid(at) && super::counting::is_counted(reader, at + 1);
    if is_named || is_scale {
        return None;
    }
    if let Some(unit) = unit(reader, at, is_digits).filter(|unit| is_plausible(reader, at, *unit)) {
        return Some(unit);
    }
    temperature(reader, number, end)
}

/// Words that are units only in some places: a "bit" behind a hyphen, a "cup" that is no trophy, a
/// "stone" or "magnitude" behind a figure.
fn is_plausible(reader: Reader<'_>, at: usize, unit: Unit) -> bool {
    let is_hyphened = reader.is_hyphened(at);
    if unit.is("bit") && reader.is(at, "bits") {
        return is_hyphened || reader.is_digits(at.wrapping_sub(1)) && !reader.is(unit.end, "of");
    }
    if unit.is("bit") || unit.is("magnitude") {
        return is_hyphened;
    }
    // `24703 L-202`
    if reader.word(at).len() == 1 && reader.is_hyphened(unit.end + 1) && reader.is_digits(unit.end + 1) {
        return false;
    }
    if unit.is("cup") || unit.is("stone") {
        return !reader.is_capital(at);
    }
    true
}

/// `38C`, `95F`: the letter without a degree sign, where no name stands before the figure.
fn temperature(reader: Reader<'_>, number: &Number, end: usize) -> Option<Unit> {
    // "98.6 F": with a space only where no word follows that the letter could go with.
    let may_stand_apart = reader.gap(end) == Gap::Space
        && (matches!(reader.word(end + 1), "." | "," | ";" | ")" | "(" | "")
            || reader.word(end + 1).starts_with(char::is_lowercase));
    let value = number.value.filter(|_| number.is_digits() && (reader.is_solid(end) || may_stand_apart))?;
    let before = number.first.wrapping_sub(1);
    let is_named = reader.is_capital(before) && reader.gap(number.first) <= Gap::Space;
    let between = |low: i64, high: i64| Decimal::from(low) <= value && value <= Decimal::from(high);
    let is_plausible = match reader.word(end) {
        "C" => between(-60, 60),
        "F" => between(20, 130),
        _ => false,
    };
    let ends = !reader.is_solid(end + 1) || matches!(reader.word(end + 1), "." | "," | ";" | ")" | "-" | "/");
    let scaled = unit(reader, end, true);
    let unit = match reader.word(end) {
        "C" => "degree Celsius",
        _ => "degree Fahrenheit",
    };
    (is_plausible && ends && !is_named && scaled.is_none()).then(|| Unit::of(unit, end + 1))
}

/// "5 feet 2 inches", "5-foot-2", "7 pounds 6 ounces": one measure in the larger unit.
fn compound(reader: Reader<'_>, low: End, large: Unit, second: &Number) -> Option<Found> {
    let (small, factor) = match () {
        () if large.is("foot") => ("inch", 12),
        () if large.is("pound") => ("ounce", 16),
        () if large.is("stone") => ("pound", 14),
        () => return None,
    };
    // "5 ft. 10 in."
    let is_short =
        reader.word(large.end) == "." && reader.is_solid(large.end) && reader.is(large.end - 1, "ft");
    let at = match reader.behind(large.end + usize::from(is_short))? {
        at if reader.is(at, "and") => at + 1,
        at => at,
    };
    if second.lead != at {
        return None;
    }
    let rest = second.value?.to_integer().filter(|rest| (0..factor).contains(rest))?;
    // "6-foot-4", "6 feet 4 tall", "he is 6 feet 4."
    let ends = is_one_of(reader.word(second.end), &[".", ",", ";", "", "tall"]);
    let is_plain = second.form == Form::Integer && at == large.end && ends;
    let is_bare = small == "inch" && (reader.is_hyphened(at) || is_plain);
    let end = match unit_behind(reader, second, second.end).filter(|unit| unit.is(small)) {
        Some(unit) => unit.end,
        None if small == "inch" && reader.is(second.end, "in") && reader.goes_on(second.end) => {
            second.end + 1
        }
        None if is_bare => second.end,
        None => return None,
    };
    let inches = low.value.to_integer()?.checked_mul(factor)?.checked_add(rest)?;
    let figure = Figure::Exact(Decimal::quotient(inches, factor)?);
    Some(Found { figure, end, unit: large.name(), score: 0.96, n_numbers: 2 })
}

/// Feet and inches by their signs: `5'11"`, `6′ 2″`, and `10" wide`, where no quotation ends.
fn inches(reader: Reader<'_>, numbers: &[Number], first: &Number) -> Option<Found> {
    const SIZES: &[&str] = &["long", "wide", "high", "tall", "deep", "thick", "across", "diameter"];
    let is_feet = |at| matches!(reader.word(at), "'" | "’" | "′") && reader.is_solid(at);
    let is_inches = |at| matches!(reader.word(at), "\"" | "”" | "″");
    let value = first.value.filter(|_| first.is_digits() || first.form == Form::Fraction)?;
    if is_feet(first.end) {
        let second = numbers.get(1).filter(|second| second.first == first.end + 1)?;
        let rest = second.value?.to_integer().filter(|rest| (0..12).contains(rest))?;
        if !is_inches(second.end) || !reader.is_solid(second.end) {
            return None;
        }
        let feet = Decimal::quotient(value.to_integer()?.checked_mul(12)?.checked_add(rest)?, 12)?;
        let figure = Figure::Exact(feet);
        return Some(Found { figure, end: second.end + 1, unit: "foot".into(), score: 0.96, n_numbers: 2 });
    }
    let is_size = is_inches(first.end)
        && reader.gap(first.end) <= Gap::Space
        && reader.gap(first.end + 1) == Gap::Space
        && is_one_of(reader.word(first.end + 1), SIZES);
    let figure = Figure::Exact(value);
    is_size.then(|| Found { figure, end: first.end + 1, unit: "inch".into(), score: 0.9, n_numbers: 1 })
}

/// "years old", "-year-old", "weeks of age", "yo": the unit of time and the token behind the age.
fn age(reader: Reader<'_>, number: &Number, end: usize) -> Option<(&'static str, usize)> {
    number.value?;
    let at = reader.behind(end)?;
    let word = reader.word(at);
    let is = |words: &[&str]| words.iter().any(|candidate| candidate.eq_ignore_ascii_case(word));
    let unit = match () {
        () if is(&["year", "years", "yr", "yrs"]) => "year",
        () if is(&["month", "months"]) => "month",
        () if is(&["week", "weeks"]) => "week",
        () if is(&["day", "days"]) => "day",
        () if is(&["hour", "hours"]) => "hour",
        () if is(&["yo", "y.o.", "y.o"]) && number.is_digits() => return Some(("year", at + 1)),
        () => return None,
    };
    let next = reader.behind(at + 1)?;
    if reader.is(next, "old") || reader.is(next, "olds") {
        return Some((unit, next + 1));
    }
    reader.are(next, &["of", "age"]).then_some((unit, next + 2))
}

/// "aged 45", "at age 45", "the age of 45"
fn is_aged(reader: Reader<'_>, number: &Number) -> bool {
    let is_age = number.value.is_some_and(|value| Decimal::ZERO < value && value < Decimal::from(130));
    let skipped = ["between", "just", "only"];
    let back =
        usize::from(skipped.iter().any(|word| word.eq_ignore_ascii_case(reader.before(number.lead, 1))));
    let lead = match number.lead.checked_sub(back) {
        Some(lead) => first_listed(reader, lead, number.end),
        None => return false,
    };
    let word = |n| reader.before(lead, n);
    let has_word = is_one_of(word(1), &["aged", "age", "ages"])
        || word(1).eq_ignore_ascii_case("of") && word(2).eq_ignore_ascii_case("age");
    is_age
        && has_word
        && !matches!(reader.kind(number.end), Some(TokenKind::Word) if reader.is_solid(number.end))
}

/// The first of the ages that end with the one at `at` ("aged 4, 6 and 9"); `end` is the token
/// behind it. What is counted behind "and" is no age.
fn first_listed(reader: Reader<'_>, at: usize, end: usize) -> usize {
    const LONGEST_LIST: usize = 6;
    let is_last =
        is_one_of(reader.before(at, 1), &["and", "or"]) && !super::counting::is_counted(reader, end);
    let is_inner = |at| reader.word(at) == "," && reader.is_digits(at + 1);
    let goes_on =
        is_last || reader.before(at, 1) == "," && (is_one_of(reader.word(end), &["and"]) || is_inner(end));
    let mut first = at;
    for _ in 0..LONGEST_LIST {
        let joins = matches!(reader.before(first, 1), "," | "and" | "or");
        let before = reader.before(first, 2);
        let is_number = before.starts_with(|c: char| c.is_ascii_digit())
            || matches!(super::vocabulary::piece(before), Some(super::vocabulary::Piece::Unit(_)));
        if !goes_on || !joins || !is_number {
            break;
        }
        first = first.saturating_sub(2);
    }
    first
}

/// The age behind a name: "Maria Lopez, 45, said".
fn is_apposed_age(reader: Reader<'_>, number: &Number) -> bool {
    // "Maria Lopez, now 45, said"
    let is_now = is_one_of(reader.before(number.first, 1), &["now", "then"]);
    let comma = number.first.wrapping_sub(1 + usize::from(is_now));
    let name = comma.wrapping_sub(1);
    number.form == Form::Integer
        && number.value.is_some_and(|value| Decimal::ZERO < value && value < Decimal::from(111))
        && reader.word(comma) == ","
        && reader.is_solid(comma)
        && reader.word(number.end) == ","
        && reader.is_solid(number.end)
        && reader.gap(number.end + 1) != Gap::None
        && !reader.is_digits(number.end + 1)
        && reader.kind(name) == Some(TokenKind::Word)
        && reader.is_capital(name)
        && !range::is_month(reader.word(name))
}
