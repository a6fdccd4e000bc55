//! Time zones behind a time: "15:30 GMT", "3 p.m. Eastern time", "noon (ET)".

use super::reader::Reader;

/// Reads a time zone at token `at`, which may stand in brackets, and its offset where the
/// abbreviation has only one; gives the token behind it.
pub(super) fn read(reader: &Reader<'_>, at: usize) -> Option<(Option<&'static str>, usize)> {
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
        "ET" | "CT" | "MT" | "PT" | "CST" | "CDT" | "MST" | "MDT" | "BST" | "IST" | "EET" | "EEST"
        | "AEST" | "AEDT" | "ACST" | "AWST" | "NZST" | "NZDT" | "SAST" | "WAT" | "EAT" | "HKT" | "SGT"
        | "KST" | "PKT" => (None, at + 1),
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
