//! The rest of an article settles what a sum alone leaves open: francs in an article that speaks of
//! Switzerland are Swiss, pesos in one that speaks of Mexico are Mexican.

use std::borrow::Cow;

use super::currency_names::COUNTRIES;
use super::iso4217::{is_retired, unit_of};
use crate::extract::Candidate;
use crate::extract::number::{Lexicon, Reader, entries};
use crate::text::TokenKind;
use crate::value::{Currency, Value};

/// Gives each open currency among `candidates` its code where the article has only one of that unit,
/// or speaks of one of its countries and (three times as often) of no other.
pub(super) fn settle(reader: Reader<'_>, candidates: &mut [Candidate]) {
    // Of units that currencies share there are a dozen; each is settled once.
    let mut settled: Vec<(Cow<'static, str>, Option<&'static str>)> = Vec::new();
    for index in 0..candidates.len() {
        let Some(Currency::Open(unit)) = candidates.get(index).and_then(currency) else { continue };
        let code = match settled.iter().find(|(known, _)| known == unit) {
            Some((_, code)) => *code,
            None => {
                let code = code_of(reader, candidates, unit);
                settled.push((unit.clone(), code));
                code
            }
        };
        if let Some(code) = code
            && let Some(Value::Money(money)) =
                candidates.get_mut(index).and_then(|found| found.value.as_mut())
        {
            money.currency = Currency::Iso(code.into());
        }
    }
}

fn currency(candidate: &Candidate) -> Option<&Currency> {
    match candidate.value.as_ref()? {
        Value::Money(money) => Some(&money.currency),
        _ => None,
    }
}

/// Whether the currency of this code may be meant by `unit`.
fn is_called(code: &str, unit: &str) -> bool {
    let of_code = unit_of(code);
    match unit {
        "CFA franc" => matches!(code, "XOF" | "XAF"),
        "crown" => matches!(of_code, "krone" | "krona" | "koruna"),
        "rial" | "riyal" => matches!(of_code, "rial" | "riyal"),
        _ => of_code == unit,
    }
}

fn code_of(reader: Reader<'_>, candidates: &[Candidate], unit: &str) -> Option<&'static str> {
    let mut counts: Vec<(&'static str, usize)> = Vec::new();
    let mut count = |code: &'static str| match counts.iter_mut().find(|(known, _)| *known == code) {
        Some((_, count)) => *count += 1,
        None => counts.push((code, 1)),
    };
    for candidate in candidates {
        if let Some(Currency::Iso(code)) = currency(candidate)
            && is_called(code, unit)
            && let Some((code, _)) = super::iso4217::iso(code)
        {
            count(code);
        }
    }
    if let Some(code) = clearest(&counts) {
        return Some(code);
    }
    let mut counts: Vec<(&'static str, usize)> = Vec::new();
    for at in 0..reader.tokens.len() {
        let is_name = reader.kind(at) == Some(TokenKind::Word) && reader.is_capital(at);
        if !is_name {
            continue;
        }
        let codes = PLACES.get(reader.word(at)).or_else(|| COUNTRIES.get(reader.word(at)));
        let code =
            codes.and_then(|codes| codes.iter().find(|code| is_called(code, unit) && !is_retired(code)));
        let Some(code) = code else { continue };
        match counts.iter_mut().find(|(known, _)| known == code) {
            Some((_, count)) => *count += 1,
            None => counts.push((code, 1)),
        }
    }
    clearest(&counts)
}

/// The code that stands three times as often as any other.
fn clearest(counts: &[(&'static str, usize)]) -> Option<&'static str> {
    let (code, most) = *counts.iter().max_by_key(|(_, count)| *count)?;
    let is_clear = counts.iter().all(|(other, count)| *other == code || count * 3 <= most);
    is_clear.then_some(code)
}

/// Countries, and cities that stand for them, whose currency shares its unit's name with others.
static PLACES: Lexicon<&[&str], 256> = Lexicon::new(entries! {
    &["CHF"] => "switzerland" "zurich" "geneva" "liechtenstein"; &["CDF"] => "congo" "kinshasa";
    &["RWF"] => "rwanda"; &["BIF"] => "burundi"; &["DJF"] => "djibouti"; &["GNF"] => "conakry";
    &["KMF"] => "comoros";
    &["XOF"] => "senegal" "dakar" "senegalese" "ivorian" "abidjan" "mali" "malian" "niger" "burkina" "togo"
        "benin";
    &["XAF"] => "cameroon" "cameroonian" "chad" "gabon" "gabonese"; &["MXN"] => "mexico";
    &["ARS"] => "argentina"; &["CLP"] => "chile" "santiago"; &["COP"] => "colombia" "bogota";
    &["CUP"] => "cuba" "havana"; &["UYU"] => "uruguay" "montevideo"; &["PHP"] => "philippines" "manila";
    &["INR"] => "india" "delhi" "mumbai"; &["PKR"] => "pakistan" "islamabad" "karachi";
    &["NPR"] => "nepal" "kathmandu"; &["LKR"] => "colombo"; &["SEK"] => "sweden" "stockholm";
    &["ISK"] => "iceland" "reykjavik"; &["NOK"] => "norway" "oslo"; &["DKK"] => "denmark" "copenhagen";
    &["CZK"] => "czechia" "prague"; &["RSD"] => "serbia" "belgrade"; &["IQD"] => "iraq" "baghdad";
    &["JOD"] => "jordan"; &["KWD"] => "kuwait"; &["BHD"] => "bahrain"; &["DZD"] => "algeria" "algiers";
    &["TND"] => "tunisia" "tunis"; &["LYD"] => "libya" "tripoli"; &["MAD"] => "morocco" "rabat";
    &["AED"] => "emirates" "dubai"; &["IRR"] => "iran" "tehran"; &["OMR"] => "oman" "muscat";
    &["YER"] => "yemen"; &["SAR"] => "riyadh"; &["QAR"] => "doha"; &["KES"] => "nairobi";
    &["UGX"] => "kampala"; &["SOS"] => "somalia" "mogadishu"; &["RON"] => "romania" "bucharest";
    &["MDL"] => "moldova"; &["AZN"] => "azerbaijan" "baku"; &["TMT"] => "turkmenistan";
    &["UZS"] => "uzbekistan" "tashkent"; &["KGS"] => "kyrgyzstan" "bishkek"; &["ZMW"] => "zambia" "lusaka";
    &["MWK"] => "lilongwe"; &["SVC"] => "salvador";
});
