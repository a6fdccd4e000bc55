//! Values in JSON, as the Newsmark format writes them.

use std::fmt::Display;

use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::{Map, Value as Json, json};

use crate::label::LabelCode;
use crate::value::{
    Cardinal, Currency, Decimal, Figure, Modifier, Money, Percent, Quantity, Quote, Timex, Value, read_day,
};

/// The JSON form of a value: decimals as strings, absent fields left out.
pub fn value_to_json(value: &Value) -> Json {
    // Texts, numbers and JSON always serialise.
    serde_json::to_value(Written(value)).unwrap_or_default()
}

/// A value that serialises to its JSON form.
pub(in crate::formats) struct Written<'a>(pub(in crate::formats) &'a Value);

impl Serialize for Written<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_map(None)?;
        match self.0 {
            Value::Money(money) => {
                if let Some(amount) = money.amount {
                    put_figure(&mut object, "amount", amount)?;
                }
                match &money.currency {
                    Currency::Iso(code) => object.serialize_entry("currency", code)?,
                    Currency::Open(unit) => object.serialize_entry("unit", unit)?,
                }
                put_modifier(&mut object, money.modifier)?;
            }
            Value::Percent(percent) => {
                put_figure(&mut object, "percent", percent.percent)?;
                if percent.points {
                    object.serialize_entry("points", &true)?;
                }
                put_modifier(&mut object, percent.modifier)?;
            }
            Value::Quantity(quantity) => {
                put_figure(&mut object, "number", quantity.number)?;
                object.serialize_entry("unit", &quantity.unit)?;
                put_modifier(&mut object, quantity.modifier)?;
            }
            Value::Cardinal(cardinal) => {
                put_figure(&mut object, "number", cardinal.number)?;
                put_modifier(&mut object, cardinal.modifier)?;
            }
            Value::Ordinal(ordinal) => object.serialize_entry("ordinal", ordinal)?,
            Value::Timex(timex) => {
                object.serialize_entry("timex", &timex.timex)?;
                if let Some((begin, end)) = timex.ends {
                    object.serialize_entry("begin", &Shown(begin))?;
                    object.serialize_entry("end", &Shown(end))?;
                }
                put_modifier(&mut object, timex.modifier)?;
            }
            Value::Quote(quote) => {
                object.serialize_entry("speaker", &quote.speaker)?;
                if !quote.cue.is_empty() {
                    object.serialize_entry("cue", &quote.cue)?;
                }
                if let Some(named) = quote.named {
                    object.serialize_entry("named", &named)?;
                }
                if !quote.reason.is_empty() {
                    object.serialize_entry("reason", &quote.reason)?;
                }
            }
            Value::Other(other) => {
                for (field, json) in other {
                    object.serialize_entry(field, json)?;
                }
            }
        }
        object.end()
    }
}

/// Serialises as the text that it is shown as.
pub(super) struct Shown<T>(pub(super) T);

impl<T: Display> Serialize for Shown<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

/// Reads the value of an annotation with this label. An object of any other shape than the label's
/// (a custom label, a later version, a field more) is kept word for word as [`Value::Other`];
/// `None` only where `json` is no object.
pub fn value_from_json(label: &LabelCode, json: &Json) -> Option<Value> {
    let object = json.as_object()?;
    let value = known_value(label, object).filter(|value| value_to_json(value) == *json);
    Some(value.unwrap_or_else(|| Value::Other(object.clone())))
}

fn known_value(label: &LabelCode, object: &Map<String, Json>) -> Option<Value> {
    let modifier = text(object, "modifier")
        .and_then(|code| Modifier::ALL.into_iter().find(|modifier| modifier.code() == code));
    let figure = |field| figure(object, field);
    Some(match label.as_str() {
        "MONEY" => {
            let currency = match text(object, "currency") {
                Some(code) => Currency::Iso(code.to_owned().into()),
                None => Currency::Open(text(object, "unit")?.to_owned().into()),
            };
            Value::Money(Money { amount: figure("amount"), currency, modifier })
        }
        "PERCENT" => {
            let points = object.get("points") == Some(&json!(true));
            Value::Percent(Percent { percent: figure("percent")?, points, modifier })
        }
        "QUANTITY" => {
            let unit = text(object, "unit")?.to_owned();
            Value::Quantity(Quantity { number: figure("number")?, unit, modifier })
        }
        "CARDINAL" => Value::Cardinal(Cardinal { number: figure("number")?, modifier }),
        "ORDINAL" => Value::Ordinal(object.get("ordinal")?.as_u64()?),
        "DATE" | "TIME" | "DURATION" => {
            let day = |field| text(object, field).and_then(read_day);
            let ends = day("begin").zip(day("end"));
            Value::Timex(Timex { timex: text(object, "timex")?.to_owned(), modifier, ends })
        }
        "QUOTE" | "REPORTED" => {
            let optional = |field| text(object, field).unwrap_or_default().to_owned();
            Value::Quote(Quote {
                speaker: text(object, "speaker")?.to_owned(),
                cue: optional("cue"),
                named: object.get("named").and_then(Json::as_bool),
                reason: optional("reason"),
            })
        }
        _ => return None,
    })
}

fn put_figure<M: SerializeMap>(object: &mut M, field: &str, figure: Figure) -> Result<(), M::Error> {
    match figure {
        Figure::Exact(number) => object.serialize_entry(field, &Shown(number)),
        Figure::Range { low, high } => {
            object.serialize_entry("low", &Shown(low))?;
            object.serialize_entry("high", &Shown(high))
        }
    }
}

fn put_modifier<M: SerializeMap>(object: &mut M, modifier: Option<Modifier>) -> Result<(), M::Error> {
    modifier.map_or(Ok(()), |modifier| object.serialize_entry("modifier", modifier.code()))
}

fn figure(object: &Map<String, Json>, field: &str) -> Option<Figure> {
    let decimal = |field| text(object, field)?.parse::<Decimal>().ok();
    match decimal(field) {
        Some(number) => Some(Figure::Exact(number)),
        None => Some(Figure::Range { low: decimal("low")?, high: decimal("high")? }),
    }
}

fn text<'o>(object: &'o Map<String, Json>, field: &str) -> Option<&'o str> {
    object.get(field)?.as_str()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(label: LabelCode, json: &str, is_known: bool) {
        let json: Json = serde_json::from_str(json).expect("JSON");
        let value = value_from_json(&label, &json).expect("an object");
        assert_eq!(!matches!(value, Value::Other(_)), is_known, "{value:?}");
        assert_eq!(value_to_json(&value), json);
    }

    #[test]
    fn every_shape_goes_through_unchanged() {
        check(LabelCode::MONEY, r#"{"amount":"2300000000","currency":"USD","modifier":"more_than"}"#, true);
        check(LabelCode::MONEY, r#"{"low":"5","high":"7.5","unit":"franc"}"#, true);
        check(LabelCode::MONEY, r#"{"currency":"CNY"}"#, true);
        check(LabelCode::PERCENT, r#"{"percent":"2.5","points":true}"#, true);
        check(LabelCode::QUANTITY, r#"{"number":"4","unit":"mile"}"#, true);
        check(LabelCode::CARDINAL, r#"{"number":"50","modifier":"more_than"}"#, true);
        check(LabelCode::ORDINAL, r#"{"ordinal":3}"#, true);
        check(LabelCode::DATE, r#"{"timex":"2024-07-09/2024-07-11"}"#, true);
        check(LabelCode::QUOTE, r#"{"speaker":"Austin"}"#, true);
    }

    #[test]
    fn unknown_shapes_are_kept_word_for_word() {
        check(LabelCode::MONEY, r#"{"amount":"5.0","currency":"USD"}"#, false);
        check(LabelCode::MONEY, r#"{"amount":"5","currency":"USD","fee":true}"#, false);
        check(LabelCode::CARDINAL, r#"{"number":50}"#, false);
        check(LabelCode::new("SHIP"), r#"{"imo":"9074729"}"#, false);
    }
}
