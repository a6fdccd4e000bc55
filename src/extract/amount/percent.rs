use super::modifier::modifier;
use super::neighbours::{Notes, may_be_measured};
use super::range::{self, End, Link, Reading};
use crate::extract::number::{Form, Number, Reader, is_one_of};
use crate::extract::{Article, Candidate, Extractor};
use crate::label::LabelCode;
use crate::text::{Gap, Span};
use crate::value::{Decimal, Figure, Percent, Value};

/// Finds percentages, percentage points and basis points: "5 per cent", "2.5%", "from 3 to 5 pct".
pub(crate) struct PercentExtractor;

impl Extractor for PercentExtractor {
    fn name(&self) -> &'static str {
        "percent"
    }

    fn description(&self) -> &'static str {
        "Percentages and percentage points."
    }

    fn extract(&self, article: &Article<'_>, out: &mut Vec<Candidate>) {
        let reader = Reader { text: article.text, tokens: &article.tokens };
        let mut rest = article.numbers.as_slice();
        while let Some(first) = rest.first() {
            let found = find(reader, rest);
            rest = rest.get(found.map_or(1, |found| found.n_numbers)..).unwrap_or_default();
            let Some(found) = found else { continue };
            let start =
                if found.first == first.first { first.span } else { reader.span(found.first) }.start();
            let span = Span::new(start, reader.span(found.end - 1).end());
            let value = Value::Percent(Percent {
                percent: found.figure,
                points: found.points,
                modifier: modifier(reader, first.lead, found.end),
            });
            out.push(Candidate {
                span,
                label: LabelCode::PERCENT,
                value: Some(value),
                score: 0.98,
                extractor: 0,
            });
        }
    }
}

#[derive(Clone, Copy)]
struct Found {
    /// The first token.
    first: usize,
    figure: Figure,
    points: bool,
    end: usize,
    n_numbers: usize,
}

/// The percentage that begins with the first of `numbers`.
fn find(reader: Reader<'_>, numbers: &[Number]) -> Option<Found> {
    let first = numbers.first()?;
    if !Notes::of(first).is_led() && !may_be_measured(numbers) {
        return None;
    }
    if let Some(found) = behind_unit(reader, first) {
        return Some(found);
    }
    if let Some(Reading { figure, end, n_numbers }) = range::shared(reader, numbers, End::plain)
        && let Some(unit) = unit(reader, numbers.get(n_numbers - 1)?, end)
    {
        return Some(Found {
            first: first.first,
            figure: unit.of(figure)?,
            points: unit.points,
            end: unit.end,
            n_numbers,
        });
    }
    let low = End::plain(first).filter(|_| first.form != Form::Ordinal)?;
    let low_unit = unit(reader, first, low.end)?;
    let single = low_unit.of(Figure::Exact(low.value))?;
    let single = Found {
        first: first.first,
        figure: single,
        points: low_unit.points,
        end: low_unit.end,
        n_numbers: 1,
    };
    // "3% to 5%"; with "from" it is a change more often than a range.
    let range = || {
        let (link, next) = range::link(reader, first.lead, low_unit.end)?;
        let second = numbers.get(1).filter(|second| second.lead == next)?;
        if link == Link::To && range::is_step(reader, first.lead) {
            return None;
        }
        let high = End::plain(second)?;
        let high_unit = unit(reader, second, high.end).filter(|unit| unit.kind() == low_unit.kind())?;
        let figure = low_unit.of(range::between(low, high)?)?;
        Some(Found { figure, end: high_unit.end, n_numbers: 2, ..single })
    };
    let is_change = reader.before(first.lead, 1).eq_ignore_ascii_case("from");
    if is_change { Some(single) } else { range().or(Some(single)) }
}

/// "Per cent of 10", as tables and headings have it: only where nothing stands before, since
/// what "5 per cent of 10 firms" counts is firms.
fn behind_unit(reader: Reader<'_>, number: &Number) -> Option<Found> {
    if !reader.before(number.lead, 1).eq_ignore_ascii_case("of") || number.form == Form::Ordinal {
        return None;
    }
    let last = number.lead.checked_sub(2)?;
    let first = match reader.before(number.lead, 2) {
        word if is_one_of(word, &["percent", "percents", "pct", "%", "percentage"]) => last,
        word if is_one_of(word, &["cent", "cents"])
            && reader.before(number.lead, 3).eq_ignore_ascii_case("per") =>
        {
            last.checked_sub(1)?
        }
        _ => return None,
    };
    let begins = matches!(reader.before(first, 1), "" | "." | ":" | "|") || reader.gap(first) >= Gap::Line;
    let figure = Figure::Exact(number.value.filter(|_| begins)?);
    Some(Found { first, figure, points: false, end: number.end, n_numbers: 1 })
}

#[derive(Clone, Copy)]
struct Unit {
    points: bool,
    /// Basis points are hundredths of a percentage point.
    is_basis: bool,
    end: usize,
}

impl Unit {
    fn kind(self) -> (bool, bool) {
        (self.points, self.is_basis)
    }

    fn of(self, figure: Figure) -> Option<Figure> {
        if !self.is_basis {
            return Some(figure);
        }
        let hundredth = Decimal::new(1, 2);
        Some(match figure {
            Figure::Exact(value) => Figure::Exact(value.checked_mul(hundredth)?),
            Figure::Range { low, high } => {
                Figure::Range { low: low.checked_mul(hundredth)?, high: high.checked_mul(hundredth)? }
            }
        })
    }
}

/// The unit of a percentage behind `number`, which ends before token `end`.
fn unit(reader: Reader<'_>, number: &Number, end: usize) -> Option<Unit> {
    let mut at = reader.behind(end)?;
    // "half of one per cent", "a quarter of a percentage point"
    if number.form == Form::Fraction {
        at += usize::from(reader.is(at, "of"));
        at += usize::from(is_one_of(reader.word(at), &["a", "an", "one"]));
    }
    let word = reader.word(at);
    let is = |words: &[&str]| words.iter().any(|unit| unit.eq_ignore_ascii_case(word));
    let plain = |end| Some(Unit { points: false, is_basis: false, end });
    let points = |end, is_basis| Some(Unit { points: true, is_basis, end });
    let follows = |at: usize, words: &[&str]| {
        let next = reader.behind(at)?;
        words.iter().any(|word| reader.is(next, word)).then_some(next + 1)
    };
    match word.len() {
        1 | 3 if matches!(word, "%" | "٪" | "％") => plain(at + 1),
        3 if is(&["per"]) => {
            let end = follows(at + 1, &["cent", "cents"])?;
            follows(end, POINTS).map_or(plain(end), |end| points(end, false))
        }
        3 if is(&["pct"]) => follows(at + 1, POINTS).map_or(plain(at + 1), |end| points(end, false)),
        7 | 8 if is(&["percent", "percents"]) => {
            follows(at + 1, POINTS).map_or(plain(at + 1), |end| points(end, false))
        }
        10 if is(&["percentage"]) => follows(at + 1, POINTS).and_then(|end| points(end, false)),
        5 if is(&["basis"]) => follows(at + 1, POINTS).and_then(|end| points(end, true)),
        3 if is(&["bps"]) => points(at + 1, true),
        // In India and Britain; "2 PC" would be computers.
        2 if word == "pc" => plain(at + 1),
        2 if is(&["bp"]) => points(at + 1, true),
        2 | 3 if is(&["pp", "ppt", "pps"]) => points(at + 1, false),
        _ => None,
    }
}

const POINTS: &[&str] = &["point", "points"];
