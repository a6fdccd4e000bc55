//! Values that people type.
//!
//! ```text
//! typed    = [ modifier ] what the extractors read | [ modifier ] direct
//! direct   = figure                                          CARDINAL
//!          | sign figure | figure currency | code figure     MONEY
//!          | figure ( "%" | "per cent" | "points" )          PERCENT
//!          | figure unit                                     QUANTITY
//!          | a TIMEX3 code                                   DATE, TIME, DURATION
//! figure   = number [ ( "–" | "to" | "-" ) number ] [ scale ]
//! ```
//!
//! A direct reading comes first: it is what a person means who types no more than it takes.

use jiff::civil::Date;

use crate::annotation::Annotation;
use crate::extract::extract_whole;
use crate::label::LabelCode;
use crate::text::{Span, one_line};
use crate::value::{
    Cardinal, Currency, Decimal, Figure, Modifier, Money, Percent, Quantity, Quote, Timex, Value,
};

/// How a value for people says what the text leaves open, today and in earlier versions.
const LEFT_OPEN: [&str; 5] =
    [", week not given", ", month not given", ", year not given", ", not given", ", open which"];

/// Reads what a person typed as the value of an annotation with this label; relative dates count from
/// `published`. `None` where it cannot be read as a whole, or the label takes no value.
///
/// ```
/// use newsmark::edit::read_typed;
/// use newsmark::label::LabelCode;
///
/// let value = read_typed(&LabelCode::MONEY, "3.5m euros", None).expect("an amount");
/// assert_eq!(value.describe_in_full(), "€3,500,000");
/// assert!(read_typed(&LabelCode::MONEY, "3.5m euros or so they say", None).is_none());
/// ```
pub fn read_typed(label: &LabelCode, typed: &str, published: Option<Date>) -> Option<Value> {
    let typed = typed.trim();
    if typed.is_empty() {
        return None;
    }
    match label.as_str() {
        "QUOTE" | "REPORTED" => {
            return Some(Value::Quote(Quote { speaker: one_line(typed), ..Quote::default() }));
        }
        "ORDINAL" => {
            let digits =
                typed.trim_start_matches("no. ").trim_end_matches(['.', 't', 'h', 's', 'n', 'd', 'r']);
            let number = digits.parse().ok().map(Value::Ordinal);
            return number.or_else(|| extracted(label, typed, published));
        }
        _ => {}
    }
    // What is open in the text stays open, as it is shown.
    let open = LEFT_OPEN.iter().find_map(|left_open| Some(typed.split_once(left_open)?.0));
    if let Some(open) = open {
        return extracted(label, open, None);
    }
    let (modifier, rest) = strip_modifier(typed);
    let value = direct(label, rest)
        .or_else(|| extracted(label, typed, published))
        .or_else(|| extracted(label, rest, published))?;
    Some(match modifier {
        Some(modifier) => with_modifier(value, modifier),
        None => value,
    })
}

/// Reads what a person typed as the value of this annotation: as [`read_typed`] does, and a figure alone as an
/// amount in the currency, or the unit, that it has: "2.4 billion" for "$2.3 billion".
pub fn read_typed_for(annotation: &Annotation, typed: &str, published: Option<Date>) -> Option<Value> {
    let like = || read_figure_like(annotation.value.as_ref()?, typed);
    read_typed(&annotation.label, typed, published).or_else(like)
}

fn read_figure_like(before: &Value, typed: &str) -> Option<Value> {
    let (modifier, rest) = strip_modifier(typed.trim());
    let value = match before {
        Value::Money(money) => {
            Value::Money(Money { amount: Some(figure(rest)?), modifier: None, ..money.clone() })
        }
        Value::Quantity(quantity) => {
            Value::Quantity(Quantity { number: figure(rest)?, modifier: None, ..quantity.clone() })
        }
        _ => return None,
    };
    Some(match modifier {
        Some(modifier) => with_modifier(value, modifier),
        None => value,
    })
}

/// What may be typed as the value of a label, as examples; empty where it takes none.
pub fn typed_examples(label: &LabelCode) -> &'static str {
    match label.as_str() {
        "MONEY" => "3.5m euros, $2–3 billion, about £40",
        "PERCENT" => "2.5 %, 40 to 50 per cent, 3 percentage points",
        "QUANTITY" => "4 miles, more than 20 kg, 30–40 °C",
        "CARDINAL" => "50, at least 1.2 million, 3 to 5",
        "ORDINAL" => "3, third",
        "DATE" => "2 July 2024, first week of May, 2024-07, summer 2023",
        "TIME" => "3.30 pm, 15:30, this morning",
        "DURATION" => "two years, 90 minutes, P2Y",
        "QUOTE" | "REPORTED" => "the name of who says it",
        _ => "",
    }
}

fn direct(label: &LabelCode, typed: &str) -> Option<Value> {
    match label.as_str() {
        "CARDINAL" => Some(Value::Cardinal(Cardinal { number: figure(typed)?, modifier: None })),
        "MONEY" => money(typed),
        "PERCENT" => percent(typed),
        "QUANTITY" => None,
        "DATE" | "TIME" | "DURATION" => Timex::new(typed).map(Value::Timex),
        _ => None,
    }
}

fn money(typed: &str) -> Option<Value> {
    let (currency, rest) = currency_before(typed).or_else(|| currency_behind(typed))?;
    let currency = Currency::Iso(currency.to_owned().into());
    Some(Value::Money(Money { amount: Some(figure(rest)?), currency, modifier: None }))
}

/// The currencies whose sign means no other.
const SIGNS: &[(&str, &str)] = &[
    ("€", "EUR"),
    ("£", "GBP"),
    ("$", "USD"),
    ("₹", "INR"),
    ("₴", "UAH"),
    ("₩", "KRW"),
    ("¥", "JPY"),
    ("₺", "TRY"),
    ("₪", "ILS"),
    ("₦", "NGN"),
];

fn currency_before(typed: &str) -> Option<(&str, &str)> {
    let sign = SIGNS.iter().find_map(|(sign, code)| Some((*code, typed.strip_prefix(sign)?)));
    sign.or_else(|| typed.split_once(' ').filter(|(code, _)| is_code(code)))
}

fn currency_behind(typed: &str) -> Option<(&str, &str)> {
    let sign = SIGNS.iter().find_map(|(sign, code)| Some((*code, typed.strip_suffix(sign)?)));
    sign.or_else(|| typed.rsplit_once(' ').map(|(rest, code)| (code, rest)).filter(|(code, _)| is_code(code)))
}

fn is_code(code: &str) -> bool {
    code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase())
}

fn percent(typed: &str) -> Option<Value> {
    const POINTS: [&str; 4] = ["percentage points", "percentage point", "points", "pp"];
    const PERCENT: [&str; 4] = ["%", "per cent", "percent", "pc"];
    let ends = |words: &[&str]| words.iter().find_map(|word| typed.strip_suffix(word)).map(str::trim_end);
    let (rest, points) = match ends(&POINTS) {
        Some(rest) => (rest, true),
        None => (ends(&PERCENT).unwrap_or(typed), false),
    };
    Some(Value::Percent(Percent { percent: figure(rest)?, points, modifier: None }))
}

/// One number or two with something that means "to" between them; a scale behind counts for both.
fn figure(typed: &str) -> Option<Figure> {
    if let Some(exact) = number(typed) {
        return Some(Figure::Exact(exact));
    }
    let between = ["–", "—", " to ", "-", " and "].iter().find_map(|word| {
        let (low, high) = typed.split_once(word)?;
        let high = number(high.trim())?;
        Some((low.trim().trim_start_matches("between ").trim_start_matches("from "), high))
    });
    let (low, high) = between?;
    let scale = typed.trim_end().rsplit(|c: char| c.is_ascii_digit()).next().unwrap_or_default();
    let low = number(&format!("{low}{scale}")).filter(|low| *low <= high).or_else(|| number(low))?;
    (low < high).then_some(Figure::Range { low, high })
}

fn number(typed: &str) -> Option<Decimal> {
    const SCALES: &[(&str, u32)] = &[
        ("trillion", 12),
        ("tn", 12),
        ("billion", 9),
        ("bn", 9),
        ("million", 6),
        ("mn", 6),
        ("m", 6),
        ("thousand", 3),
        ("k", 3),
    ];
    let typed = typed.trim();
    let digits_end = typed.find(|c: char| c.is_alphabetic()).unwrap_or(typed.len());
    let (digits, scale) = typed.split_at(digits_end);
    let power = match scale {
        "" => 0,
        scale => SCALES.iter().find(|(name, _)| *name == scale)?.1,
    };
    let digits = digits.trim().replace('−', "-");
    plain(&digits)?.parse::<Decimal>().ok()?.scaled(power)
}

/// The digits without the separators of thousands, which stand before each three digits or nowhere.
fn plain(digits: &str) -> Option<String> {
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let mut groups = whole.split([',', ' ', '\u{A0}', '\u{202F}', '’']);
    let first = groups.next()?;
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let rest: Vec<&str> = groups.collect();
    let fits = rest.iter().all(|group| group.len() == 3 && is_number(group))
        && is_number(first.trim_start_matches('-'))
        && (rest.is_empty() || first.trim_start_matches('-').len() <= 3)
        && (fraction.is_empty() && !digits.ends_with('.') || is_number(fraction));
    let whole = format!("{first}{}", rest.concat());
    fits.then(|| if fraction.is_empty() { whole } else { format!("{whole}.{fraction}") })
}

/// What the extractors find where it is all that was typed, but for a modifier that they have read.
fn extracted(label: &LabelCode, typed: &str, published: Option<Date>) -> Option<Value> {
    let found = extract_whole(typed, published).suggestions;
    let is_time = |label: &LabelCode| [LabelCode::DATE, LabelCode::TIME, LabelCode::DURATION].contains(label);
    let is_kin = |other: &LabelCode| other == label || is_time(other) && is_time(label);
    let whole = |span: Span| span.end() == typed.len() && is_modifier(&typed[..span.start()]);
    let value = found.iter().find(|it| is_kin(&it.label) && whole(it.span)).and_then(|it| it.value.clone());
    if value.is_none() && *label == LabelCode::QUANTITY {
        return quantity(typed);
    }
    value
}

/// A figure with a unit that no extractor knows.
fn quantity(typed: &str) -> Option<Value> {
    let (digits, unit) = typed.split_at(typed.find(char::is_alphabetic)?);
    let is_unit =
        unit.chars().all(|c| c.is_alphanumeric() || " ²³/°".contains(c)) && unit.split(' ').count() <= 3;
    let number = figure(digits.trim()).filter(|_| is_unit)?;
    Some(Value::Quantity(Quantity { number, unit: singular(unit), modifier: None }))
}

fn singular(unit: &str) -> String {
    if let Some(stem) = unit.strip_suffix("ies") {
        return format!("{stem}y");
    }
    let es = ["xes", "ches", "shes", "sses"].iter().any(|ending| unit.ends_with(ending));
    unit.strip_suffix(if es { "es" } else { "s" }).unwrap_or(unit).to_owned()
}

/// What may stand before a figure, with what it means. Signs are what people type for short.
const MODIFIERS: &[(&str, Modifier)] = &[
    ("more than", Modifier::MoreThan),
    ("over", Modifier::MoreThan),
    (">", Modifier::MoreThan),
    ("less than", Modifier::LessThan),
    ("under", Modifier::LessThan),
    ("<", Modifier::LessThan),
    ("at least", Modifier::AtLeast),
    ("≥", Modifier::AtLeast),
    (">=", Modifier::AtLeast),
    ("at most", Modifier::AtMost),
    ("≤", Modifier::AtMost),
    ("<=", Modifier::AtMost),
    ("up to", Modifier::UpTo),
    ("before", Modifier::Before),
    ("after", Modifier::After),
    ("early", Modifier::Start),
    ("mid", Modifier::Mid),
    ("late", Modifier::End),
    ("no later than", Modifier::OnOrBefore),
    ("no earlier than", Modifier::OnOrAfter),
    ("about", Modifier::About),
    ("around", Modifier::About),
    ("some", Modifier::About),
    ("approximately", Modifier::About),
    ("≈", Modifier::About),
    ("~", Modifier::About),
];

fn strip_modifier(typed: &str) -> (Option<Modifier>, &str) {
    let found = MODIFIERS.iter().filter_map(|(words, modifier)| {
        let rest = typed.strip_prefix(words)?;
        let is_word = words.ends_with(char::is_alphabetic);
        (!is_word || rest.starts_with(' ')).then(|| (words.len(), *modifier, rest.trim_start()))
    });
    match found.max_by_key(|(len, ..)| *len) {
        Some((_, modifier, rest)) => (Some(modifier), rest),
        None => (None, typed),
    }
}

fn is_modifier(text: &str) -> bool {
    let text = text.trim();
    text.is_empty()
        || ["the", "a", "between", "from"].contains(&text)
        || MODIFIERS.iter().any(|(words, _)| *words == text)
}

fn with_modifier(value: Value, modifier: Modifier) -> Value {
    let modifier = Some(modifier);
    match value {
        Value::Money(money) => Value::Money(Money { modifier, ..money }),
        Value::Percent(percent) => Value::Percent(Percent { modifier, ..percent }),
        Value::Quantity(quantity) => Value::Quantity(Quantity { modifier, ..quantity }),
        Value::Cardinal(cardinal) => Value::Cardinal(Cardinal { modifier, ..cardinal }),
        Value::Timex(timex) => Value::Timex(Timex { modifier, ..timex }),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    #[track_caller]
    fn check(label: LabelCode, typed: &str, expected: &str) {
        let value = read_typed(&label, typed, Some(date(2024, 5, 20)));
        let shown = value.map_or("unreadable".to_owned(), |value| value.describe_in_full());
        assert_eq!(shown, expected, "{typed}");
    }

    #[test]
    fn money_in_many_ways() {
        for (typed, expected) in [
            ("3.5m euros", "€3,500,000"),
            ("€3,500,000", "€3,500,000"),
            ("3500000 EUR", "€3,500,000"),
            ("EUR 3.5 million", "€3,500,000"),
            ("more than $2.3bn", "more than $2,300,000,000"),
            ("> 5 GBP", "more than £5"),
            ("£5–7 million", "£5,000,000–7,000,000"),
            ("between 2 and 3 million dollars", "$2,000,000–3,000,000"),
            ("about 40 Swiss francs", "about 40 CHF"),
            ("3.5 CHF", "3.5 CHF"),
            ("12", "unreadable"),
            ("€", "unreadable"),
            ("€1,00", "€1"),
            ("a lot of money", "unreadable"),
            ("5 USD and more", "unreadable"),
        ] {
            check(LabelCode::MONEY, typed, expected);
        }
    }

    #[test]
    fn a_figure_alone_keeps_the_currency_and_the_unit_that_are_there() {
        let before = |label: LabelCode, value: &str| {
            let id = crate::annotation::AnnotationId(uuid::Uuid::nil());
            let value = read_typed(&label, value, None);
            let mark = Annotation::by_hand(id, Span::new(0, 1), label, jiff::Timestamp::UNIX_EPOCH);
            Annotation { value, ..mark }
        };
        let read = |mark: &Annotation, typed: &str| {
            read_typed_for(mark, typed, None)
                .map_or("unreadable".to_owned(), |value| value.describe_in_full())
        };
        let money = before(LabelCode::MONEY, "$2.3 billion");
        assert_eq!(read(&money, "2.4 billion"), "$2,400,000,000");
        assert_eq!(read(&money, "more than 2.4 billion"), "more than $2,400,000,000");
        assert_eq!(read(&money, "2.4 billion euros"), "€2,400,000,000");
        assert_eq!(read(&money, "a lot"), "unreadable");
        assert_eq!(read(&before(LabelCode::QUANTITY, "4 miles"), "5"), "5 miles");
        assert_eq!(read(&before(LabelCode::PERSON, ""), "5"), "unreadable");
    }

    #[test]
    fn other_amounts() {
        check(LabelCode::PERCENT, "2.5", "2.5 %");
        check(LabelCode::PERCENT, "2.5 percentage points", "2.5 percentage points");
        check(LabelCode::PERCENT, "40 to 50 per cent", "40–50 %");
        check(LabelCode::PERCENT, "a third", "unreadable");
        check(LabelCode::CARDINAL, "1990", "1,990");
        check(LabelCode::CARDINAL, "thirty-two", "32");
        check(LabelCode::CARDINAL, "at least 1.2 million", "at least 1,200,000");
        check(LabelCode::CARDINAL, "3-5", "3–5");
        check(LabelCode::CARDINAL, "many", "unreadable");
        check(LabelCode::QUANTITY, "4 miles", "4 miles");
        check(LabelCode::QUANTITY, "20 parcels", "20 parcels");
        check(LabelCode::QUANTITY, "40 °C", "40 °C");
        check(LabelCode::ORDINAL, "third", "no. 3");
        check(LabelCode::ORDINAL, "3rd", "no. 3");
    }

    #[test]
    fn times() {
        for (typed, expected) in [
            ("2 July 2024", "2 July 2024"),
            ("2024-07", "July 2024"),
            ("first week of May", "1–7 May 2024"),
            ("next week", "week of 27 May – 2 June 2024"),
            ("XXXX-WXX-2", "Tuesday, week not given"),
            ("Tuesday, week not given", "Tuesday, week not given"),
            ("July, year not given", "July, year not given"),
            ("Tuesday, open which", "Tuesday, week not given"),
            ("summer 2023", "summer 2023"),
            ("one day, perhaps", "unreadable"),
        ] {
            check(LabelCode::DATE, typed, expected);
        }
        check(LabelCode::DURATION, "two years", "2 years");
        check(LabelCode::DURATION, "more than P2Y", "more than 2 years");
        check(LabelCode::TIME, "3.30 pm", "15:30");
    }

    #[test]
    fn speakers_and_labels_without_values() {
        check(LabelCode::QUOTE, "  Rustem\nUmerov ", "Rustem Umerov");
        check(LabelCode::PERSON, "Rustem", "unreadable");
        check(LabelCode::DATE, "   ", "unreadable");
    }

    proptest! {
        /// Nothing that is typed breaks anything; what is read is shown in a way that reads the same.
        #[test]
        fn amounts_read_back_as_they_are_shown(digits in 1i64..9_000_000_000, scale in 0u32..4, code in prop::sample::select(&["USD", "EUR", "CHF", "JPY"][..]), modifier in prop::option::of(prop::sample::select(&Modifier::ALL[..]))) {
            let amount = Some(Figure::Exact(Decimal::new(i128::from(digits), scale)));
            let value = Value::Money(Money { amount, currency: Currency::Iso(code.into()), modifier });
            prop_assert_eq!(read_typed(&LabelCode::MONEY, &value.describe(), None), Some(value.clone()));
            prop_assert_eq!(read_typed(&LabelCode::MONEY, &value.describe_in_full(), None), Some(value));
        }

        #[test]
        fn anything_may_be_typed(typed in "\\PC{0,24}", label in prop::sample::select(&["MONEY", "DATE", "QUANTITY", "PERCENT", "CARDINAL", "ORDINAL", "TIME"][..])) {
            let _ = read_typed(&LabelCode::new(label), &typed, None);
        }
    }
}
