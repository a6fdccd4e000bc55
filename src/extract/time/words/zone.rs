//! Time zones behind a time: "15:30 GMT", "3 p.m. Eastern time", "noon (ET)".

use super::reader::Reader;

/// Reads a time zone at token `at`, which may stand in brackets, and its offset where the
/// abbreviation has only one; gives the token behind it.
pub(crate) fn read(reader: &Reader<'_>, at: usize) -> Option<(Option<&'static str>, usize)> {
    if reader.word(at) == "(" {
        return name(reader, at + 1)
            .filter(|&(_, end)| reader.word(end) == ")")
            .map(|(zone, end)| (zone, end + 1));
    }
    name(reader, at)
}

fn name(reader: &Reader<'_>, at: usize) -> Option<(Option<&'static str>, usize)> {
    let (offset, end) = match reader.word(at) {
        "GMT" | "gmt" | "UTC" | "utc" | "Z" => (Some("Z"), at + 1),
        "EST" | "est" => (Some("-05:00"), at + 1),
        "EDT" | "edt" => (Some("-04:00"), at + 1),
        "PST" | "pst" => (Some("-08:00"), at + 1),
        "PDT" | "pdt" => (Some("-07:00"), at + 1),
        "CET" => (Some("+01:00"), at + 1),
        "CEST" => (Some("+02:00"), at + 1),
        "MSK" => (Some("+03:00"), at + 1),
        "JST" => (Some("+09:00"), at + 1),
        "CDT" => (Some("-05:00"), at + 1),
        "MDT" => (Some("-06:00"), at + 1),
        "MST" => (Some("-07:00"), at + 1),
        "BST" | "bst" | "WAT" => (Some("+01:00"), at + 1),
        "EET" | "SAST" => (Some("+02:00"), at + 1),
        "EEST" | "EAT" => (Some("+03:00"), at + 1),
        "PKT" => (Some("+05:00"), at + 1),
        "HKT" | "SGT" | "AWST" => (Some("+08:00"), at + 1),
        "KST" => (Some("+09:00"), at + 1),
        "ACST" => (Some("+09:30"), at + 1),
        "AEST" => (Some("+10:00"), at + 1),
        "AEDT" => (Some("+11:00"), at + 1),
        "NZST" => (Some("+12:00"), at + 1),
        "NZDT" => (Some("+13:00"), at + 1),
        // These differ by season or by country.
        "ET" | "CT" | "MT" | "PT" | "CST" | "IST" => (None, at + 1),
        "local" | "Eastern" | "eastern" | "Pacific" | "pacific" | "Central" | "central" | "Mountain"
        | "mountain" => {
            let next = at + 1 + usize::from(matches!(reader.word(at + 1), "standard" | "daylight"));
            let is_zone = reader.is_any(next, &["time", "timezone"]);
            return is_zone.then_some((None, next + 1));
        }
        _ if reader.is_capital(at) && reader.word(at + 1) == "time" => (None, at + 2),
        _ => return None,
    };
    Some((offset, end))
}
