//! Ages: "a 12-year-old", "eight months old", "aged 4 and 6", "Maria Lopez, 45, said".

use super::counting::is_counted;
use crate::extract::number::{Form, Number, Piece, Reader, is_month, is_one_of, piece};
use crate::text::{Gap, TokenKind};
use crate::value::Decimal;

/// "years old", "-year-old", "weeks of age", "yo": the unit of time and the token behind the age.
pub(super) fn age(reader: Reader<'_>, number: &Number, end: usize) -> Option<(&'static str, usize)> {
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
pub(super) fn is_aged(reader: Reader<'_>, number: &Number) -> bool {
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
    let is_last = is_one_of(reader.before(at, 1), &["and", "or"]) && !is_counted(reader, end);
    let is_inner = |at| reader.word(at) == "," && reader.is_digits(at + 1);
    let goes_on =
        is_last || reader.before(at, 1) == "," && (is_one_of(reader.word(end), &["and"]) || is_inner(end));
    let mut first = at;
    for _ in 0..LONGEST_LIST {
        let joins = matches!(reader.before(first, 1), "," | "and" | "or");
        let before = reader.before(first, 2);
        let is_number =
            before.starts_with(|c: char| c.is_ascii_digit()) || matches!(piece(before), Some(Piece::Unit(_)));
        if !goes_on || !joins || !is_number {
            break;
        }
        first = first.saturating_sub(2);
    }
    first
}

/// The age behind a name: "Maria Lopez, 45, said".
pub(super) fn is_apposed_age(reader: Reader<'_>, number: &Number) -> bool {
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
        && !is_month(reader.word(name))
}
