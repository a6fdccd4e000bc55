use super::counting::{counts, is_counted, is_designated, is_joined, is_pronoun, is_year, may_be_bare};
use super::modifier::{is_bound, modifier};
use super::neighbours::Notes;
use super::range::{self, End, Reading};
use crate::extract::number::{Form, Number, Reader, is_dash, is_month, is_one_of};
use crate::extract::{Article, Candidate, Extractor};
use crate::label::LabelCode;
use crate::text::Span;
use crate::value::{Cardinal, Decimal, Figure, Modifier, Value};

/// Finds the other numbers, those that count things: "50", "thirty-two", "1.2m people".
pub(crate) struct CardinalExtractor;

impl Extractor for CardinalExtractor {
    fn name(&self) -> &'static str {
        "cardinal"
    }

    fn description(&self) -> &'static str {
        "Numbers that count, in digits or words."
    }

    fn extract(&self, article: &Article<'_>, out: &mut Vec<Candidate>) {
        let reader = Reader { text: article.text, tokens: &article.tokens };
        let mut rest = article.numbers.as_slice();
        while let Some(first) = rest.first() {
            let (candidate, n_numbers) = find(reader, rest, first);
            out.extend(candidate);
            rest = rest.get(n_numbers..).unwrap_or_default();
        }
    }
}

/// The candidate that begins with `first` of `numbers`, and how many numbers it has settled.
fn find(reader: Reader<'_>, numbers: &[Number], first: &Number) -> (Option<Candidate>, usize) {
    // What a sign says is money is no count.
    if Notes::of(first).is_signed() {
        return (None, 1);
    }
    if Notes::of(first).is_linked()
        && let Some(candidate) = linked(reader, numbers, first)
    {
        return (candidate, 2);
    }
    if first.form == Form::Ordinal || is_joined(reader, first) || is_pronoun(reader, first) {
        return (None, 1);
    }
    let (value, end) = match suffixed(reader, first) {
        Some(end) => (Some(end.value), end.end),
        None => (first.value, first.end),
    };
    if !counts(reader, first, end) {
        return (None, 1);
    }
    let modifier = modifier(reader, first.lead, end);
    if modifier.is_none() && is_designated(reader, first) || !may_be_bare(reader, first, modifier) {
        return (None, 1);
    }
    let span = Span::new(first.span.start(), reader.span(end - 1).end());
    let found = candidate(span, value.map(|value| Cardinal { number: Figure::Exact(value), modifier }));
    (Some(found), 1)
}

/// What the first two of `numbers` are together: a range, or one as a part of the other. A range
/// that counts nothing settles both as well, and gives no candidate.
fn linked(reader: Reader<'_>, numbers: &[Number], first: &Number) -> Option<Option<Candidate>> {
    if let Some(reading) = interval(reader, numbers, first) {
        let span = Span::new(first.span.start(), reader.span(reading.end - 1).end());
        return Some(Some(candidate(span, Some(Cardinal { number: reading.figure, modifier: None }))));
    }
    if let Some((reading, last)) = range(reader, numbers, first) {
        let is_counting = counts(reader, first, first.end) && counts(reader, last, reading.end);
        let candidate = is_counting.then(|| {
            let span = Span::new(first.span.start(), reader.span(reading.end - 1).end());
            let modifier = modifier(reader, first.lead, reading.end);
            candidate(span, Some(Cardinal { number: reading.figure, modifier }))
        });
        return Some(candidate);
    }
    if let Some((value, last)) = ratio(reader, numbers, first) {
        let span = first.span.cover(last.span);
        let modifier = modifier(reader, first.lead, last.end);
        return Some(Some(candidate(span, Some(Cardinal { number: Figure::Exact(value), modifier }))));
    }
    None
}

fn candidate(span: Span, value: Option<Cardinal>) -> Candidate {
    Candidate {
        span,
        label: LabelCode::CARDINAL,
        value: value.map(Value::Cardinal),
        score: 0.8,
        extractor: 0,
    }
}

/// The range of plain numbers that `numbers` begin with. Two joined by a hyphen are a score or a
/// vote as often: they have to rise within one order of magnitude, and be no years.
fn range<'n>(reader: Reader<'_>, numbers: &'n [Number], first: &Number) -> Option<(Reading, &'n Number)> {
    let last = numbers.get(1)?;
    if first.form == Form::Ordinal || last.form == Form::Ordinal {
        return None;
    }
    let reading = range::shared(reader, numbers, End::plain)?;
    let Figure::Range { low, high } = reading.figure else { return None };
    if is_dash(reader.word(first.end)) {
        // "7-Eleven"
        if first.is_digits() != last.is_digits() && reader.is_capital(last.first) {
            return None;
        }
        let ratio = low.checked_mul(Decimal::from(10)).is_some_and(|tenfold| high <= tenfold);
        // 555-1234 is how telephone numbers are written.
        let is_phone = reader.word(first.first).len() == 3
            && reader.word(last.first).len() == 4
            && (first.form, last.form) == (Form::Integer, Form::Integer);
        let are_years = is_year(first) && (is_year(last) || reader.word(last.first).len() < 3);
        let is_small = high < Decimal::from(10);
        let has_noun =
            reader.word(reading.end).starts_with(char::is_lowercase) && reader.goes_on(reading.end);
        if !ratio || is_phone || are_years || is_small && !has_noun {
            return None;
        }
    } else if is_year(first) && is_year(last) && !is_counted(reader, reading.end) {
        return None;
    } else if is_change(reader, first) {
        // "rose from 20 to 30" has two figures.
        return None;
    }
    Some((reading, last))
}

/// "more than 100 and less than 300", "at most 9 and at least 2": two bounds are one range.
fn interval(reader: Reader<'_>, numbers: &[Number], first: &Number) -> Option<Reading> {
    const LONGEST_BOUND: usize = 6;
    let last = numbers.get(1)?;
    let joins = is_one_of(reader.word(first.end), &["and", "but"]) && reader.goes_on(first.end);
    let bound = first.end + 1;
    let n_words = last.lead.checked_sub(bound)?;
    if !joins || n_words == 0 || n_words > LONGEST_BOUND || !(bound..last.lead).all(|at| is_bound(reader, at))
    {
        return None;
    }
    let low = first.value.filter(|_| first.form != Form::Ordinal)?;
    let high = last.value.filter(|_| last.form != Form::Ordinal)?;
    let is_lower = |bound| matches!(bound, Modifier::MoreThan | Modifier::AtLeast);
    let is_upper = |bound| matches!(bound, Modifier::LessThan | Modifier::AtMost | Modifier::UpTo);
    let (one, other) = (modifier(reader, first.lead, first.end)?, modifier(reader, last.lead, last.end)?);
    let (low, high) = match () {
        () if is_lower(one) && is_upper(other) => (low, high),
        () if is_upper(one) && is_lower(other) => (high, low),
        () => return None,
    };
    let counts = counts(reader, first, first.end) && counts(reader, last, last.end);
    (low < high && counts).then_some(Reading {
        figure: Figure::Range { low, high },
        end: last.end,
        n_numbers: 2,
    })
}

/// "one in five", "two out of three": the part that it is of the whole. A year or a length of time
/// behind "in" makes none.
fn ratio<'n>(reader: Reader<'_>, numbers: &'n [Number], first: &Number) -> Option<(Decimal, &'n Number)> {
    const MOST: i128 = 1000;
    let last = numbers.get(1)?;
    let at = first.end;
    let (next, is_in) = match () {
        () if reader.is(at, "in") => (at + 1, true),
        () if reader.are(at, &["out", "of"]) => (at + 2, false),
        () if reader.are(at, &["of", "every"]) => (at + 2, false),
        () if reader.is(at, "over") => return over(reader, first, last),
        () => return None,
    };
    let next = next + usize::from(is_in && reader.is(next, "every"));
    let is_count =
        |number: &Number| matches!(number.form, Form::Integer | Form::Words | Form::Grouped | Form::Scaled);
    if last.lead != next
        || !is_count(first)
        || !is_count(last)
        || !reader.goes_on(at)
        || !reader.goes_on(next)
    {
        return None;
    }
    let (part, whole) = (first.value?.to_integer()?, last.value?.to_integer()?);
    let is_time = ["year", "month", "week", "day", "hour", "minute", "game", "match"].iter().any(|unit| {
        reader.word(last.end).get(..unit.len()).is_some_and(|head| head.eq_ignore_ascii_case(unit))
    });
    let is_part = 0 < part
        && part < whole
        && (whole <= MOST || matches!(last.form, Form::Grouped | Form::Scaled))
        && first.form != Form::Scaled;
    if !is_part
        || is_in
            && (is_time
                || is_month(reader.word(last.end))
                || reader.is_solid(last.end) && is_dash(reader.word(last.end)))
    {
        return None;
    }
    Some((Decimal::quotient(part, whole)?, last))
}

/// "1 over three", a fraction as it is said; nothing is counted behind it.
fn over<'n>(reader: Reader<'_>, first: &Number, last: &'n Number) -> Option<(Decimal, &'n Number)> {
    let is_whole =
        |number: &Number| matches!(number.form, Form::Integer | Form::Grouped | Form::Words | Form::Scaled);
    let ends =
        !reader.goes_on(last.end) || matches!(reader.word(last.end), "." | "," | ";" | ")" | "?" | "!");
    let is_fraction = last.lead == first.end + 1
        && reader.goes_on(first.end)
        && reader.goes_on(last.lead)
        && is_whole(first)
        && is_whole(last)
        && !is_year(last)
        && ends;
    let (part, whole) = (first.value?.to_integer()?, last.value?.to_integer()?);
    is_fraction.then(|| Decimal::quotient(part, whole).map(|value| (value, last)))?
}

/// Whether "from" with a verb of change stands before: the figures are a beginning and an end.
fn is_change(reader: Reader<'_>, number: &Number) -> bool {
    const NEAR: usize = 7;
    let is_from = reader.before(number.lead, 1).eq_ignore_ascii_case("from");
    is_from && (2..=NEAR).any(|back| range::is_change(reader.before(number.lead, back)))
}

/// The number with the suffix behind it. A lone `m` is a metre unless something is counted behind
/// it: "1.2m people", "a 100m race".
fn suffixed(reader: Reader<'_>, number: &Number) -> Option<End> {
    let power = number.suffix?;
    let letter = reader.word(number.end);
    if letter == "t"
        || letter == "T"
        || reader.is(number.end, "mm")
        || letter == "B" && power == 9 && reader.is(number.end + 1, "-")
    {
        return None;
    }
    let ends =
        !reader.goes_on(number.end + 1) || matches!(reader.word(number.end + 1), "." | "," | ";" | ")");
    if letter.eq_ignore_ascii_case("m") && !(is_counted(reader, number.end + 1) || letter == "M" && ends) {
        return None;
    }
    End::suffixed(number)
}
