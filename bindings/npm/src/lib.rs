//! What the npm package `newsmark` calls: everything else of it is JavaScript, in `js/`.

use newsmark::extract::names::tagger::{self, Model};
use newsmark::formats::{Record, read_text};
use newsmark::text::Unit;
use wasm_bindgen::prelude::wasm_bindgen;

/// What stands in `text`, as the JSON of a [`Record`].
///
/// # Errors
///
/// A sentence that says what is wrong: with the date, the unit, or the length of the text.
#[wasm_bindgen]
pub fn extract(text: &str, published: Option<String>, unit: &str) -> Result<String, String> {
    let published = published.map(|text| day(&text));
    let unit = Unit::ALL.into_iter().find(|known| known.code() == unit);
    let unit = unit.ok_or_else(|| format!("offsets are one of {}", Unit::ALL.map(Unit::code).join(", ")))?;
    let document = read_text(text, published.transpose()?).map_err(|error| error.to_string())?;
    // Texts, numbers and JSON always serialise.
    Ok(serde_json::to_string(&Record::new(&document, text, unit)).unwrap_or_default())
}

/// Reads a day, or the day of a time as it is told, whichever its zone.
fn day(text: &str) -> Result<jiff::civil::Date, String> {
    // jiff takes "+00:00" for a zone in which a clock shows this time, but not "Z".
    let told = text.strip_suffix(['Z', 'z']).unwrap_or(text);
    told.parse().map_err(|_| format!("published: \"{text}\" is no date such as 2024-07-02"))
}

/// Takes the name model over; the first one stays.
///
/// # Errors
///
/// Where it is damaged or of another version.
#[wasm_bindgen]
pub fn install(model: &[u8]) -> Result<(), String> {
    tagger::install(Model::from_bytes(model).map_err(|error| error.to_string())?);
    Ok(())
}
