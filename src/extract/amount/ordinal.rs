use crate::extract::number::{Form, Number, Reader, is_one_of};
use crate::extract::{Article, Candidate, Extractor};
use crate::label::LabelCode;
use crate::text::Gap;
use crate::value::Value;

/// Finds places in an order: "first", "3rd", "twenty-first".
pub(crate) struct OrdinalExtractor;

impl Extractor for OrdinalExtractor {
    fn name(&self) -> &'static str {
        "ordinal"
    }

    fn description(&self) -> &'static str {
        "Places in an order: first, 3rd."
    }

    fn extract(&self, article: &Article<'_>, out: &mut Vec<Candidate>) {
        let reader = Reader { text: article.text, tokens: &article.tokens };
        for number in article.numbers.iter().filter(|number| number.form == Form::Ordinal) {
            let value = number.value.and_then(|value| u64::try_from(value.to_integer()?).ok());
            let is_place = !is_time_unit(reader, number)
                && !is_in_name(reader, number)
                && !reader.before(number.first, 1).eq_ignore_ascii_case("at");
            let Some(ordinal) = value.filter(|_| is_place) else {
                continue;
            };
            out.push(Candidate {
                span: number.span,
                label: LabelCode::ORDINAL,
                value: Some(Value::Ordinal(ordinal)),
                score: 0.85,
                extractor: 0,
            });
        }
    }
}

/// Whether "second" is a sixtieth of a minute: "a second later", "per second", "one-second".
fn is_time_unit(reader: Reader<'_>, number: &Number) -> bool {
    if !reader.is(number.first, "second") || number.end != number.first + 1 {
        return false;
    }
    let before = reader.before(number.first, 1);
    if is_one_of(before, &["per", "every", "split", "one", "each"]) {
        return true;
    }
    let is_figure = reader.before(number.first, 1).starts_with(|c: char| c.is_ascii_digit());
    let is_hyphened = reader.is_hyphened(number.first);
    let after = reader.word(number.end);
    let has_noun = after.starts_with(char::is_alphabetic)
        && !is_one_of(after, &["later", "ago", "or", "and", "before", "after", "to"]);
    let after_article = before.eq_ignore_ascii_case("a") && !has_noun && after != "-";
    is_figure || is_hyphened || after_article
}

/// Whether the ordinal is part of a name: "Fifth Avenue", "the Third Reich". At the beginning of a
/// sentence any word has a capital.
fn is_in_name(reader: Reader<'_>, number: &Number) -> bool {
    let is_word = !reader.is_digits(number.first);
    is_word
        && reader.is_capital(number.first)
        && reader.is_capital(number.end)
        && reader.gap(number.end) <= Gap::Space
        && reader.gap(number.first) <= Gap::Space
        && !matches!(
            reader.before(number.first, 1),
            "." | "!" | "?" | ":" | "\"" | "“" | "‘" | "(" | "—" | "•" | ""
        )
}
