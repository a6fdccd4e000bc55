//! The currencies of ISO 4217 (list one, SIX Group, the maintenance agency).

/// The codes of ISO 4217 with the name of the unit, by code: those in use, some withdrawn ones that
/// older news has (list three), and `CNH`, the yuan traded offshore.
#[rustfmt::skip]
pub(super) const ISO_4217: &[(&str, &str)] = &[
    ("AED", "dirham"), ("AFN", "afghani"), ("ALL", "lek"), ("AMD", "dram"), ("ANG", "guilder"),
    ("AOA", "kwanza"), ("ARS", "peso"), ("ATS", "schilling"), ("AUD", "dollar"), ("AWG", "florin"),
    ("AZN", "manat"), ("BAM", "mark"), ("BBD", "dollar"), ("BDT", "taka"), ("BEF", "franc"), ("BGN", "lev"),
    ("BHD", "dinar"), ("BIF", "franc"), ("BMD", "dollar"), ("BND", "dollar"), ("BOB", "boliviano"),
    ("BOV", "mvdol"), ("BRL", "real"), ("BSD", "dollar"), ("BTN", "ngultrum"), ("BWP", "pula"),
    ("BYN", "ruble"), ("BZD", "dollar"), ("CAD", "dollar"), ("CDF", "franc"), ("CHE", "euro"),
    ("CHF", "franc"), ("CHW", "franc"), ("CLF", "unidad de fomento"), ("CLP", "peso"), ("CNH", "yuan"),
    ("CNY", "yuan"), ("COP", "peso"), ("COU", "unidad de valor real"), ("CRC", "colon"), ("CUC", "peso"),
    ("CUP", "peso"), ("CVE", "escudo"), ("CYP", "pound"), ("CZK", "koruna"), ("DEM", "mark"),
    ("DJF", "franc"), ("DKK", "krone"), ("DOP", "peso"), ("DZD", "dinar"), ("EEK", "kroon"),
    ("EGP", "pound"), ("ERN", "nakfa"), ("ESP", "peseta"), ("ETB", "birr"), ("EUR", "euro"),
    ("FIM", "markka"), ("FJD", "dollar"), ("FKP", "pound"), ("FRF", "franc"), ("GBP", "pound"),
    ("GEL", "lari"), ("GHS", "cedi"), ("GIP", "pound"), ("GMD", "dalasi"), ("GNF", "franc"),
    ("GRD", "drachma"), ("GTQ", "quetzal"), ("GYD", "dollar"), ("HKD", "dollar"), ("HNL", "lempira"),
    ("HRK", "kuna"), ("HTG", "gourde"), ("HUF", "forint"), ("IDR", "rupiah"), ("IEP", "pound"),
    ("ILS", "shekel"), ("INR", "rupee"), ("IQD", "dinar"), ("IRR", "rial"), ("ISK", "krona"),
    ("ITL", "lira"), ("JMD", "dollar"), ("JOD", "dinar"), ("JPY", "yen"), ("KES", "shilling"),
    ("KGS", "som"), ("KHR", "riel"), ("KMF", "franc"), ("KPW", "won"), ("KRW", "won"), ("KWD", "dinar"),
    ("KYD", "dollar"), ("KZT", "tenge"), ("LAK", "kip"), ("LBP", "pound"), ("LKR", "rupee"),
    ("LRD", "dollar"), ("LSL", "loti"), ("LTL", "litas"), ("LVL", "lats"), ("LYD", "dinar"),
    ("MAD", "dirham"), ("MDL", "leu"), ("MGA", "ariary"), ("MKD", "denar"), ("MMK", "kyat"),
    ("MNT", "tugrik"), ("MOP", "pataca"), ("MRU", "ouguiya"), ("MTL", "lira"), ("MUR", "rupee"),
    ("MVR", "rufiyaa"), ("MWK", "kwacha"), ("MXN", "peso"), ("MXV", "unidad de inversion"),
    ("MYR", "ringgit"), ("MZN", "metical"), ("NAD", "dollar"), ("NGN", "naira"), ("NIO", "cordoba"),
    ("NLG", "guilder"), ("NOK", "krone"), ("NPR", "rupee"), ("NZD", "dollar"), ("OMR", "rial"),
    ("PAB", "balboa"), ("PEN", "sol"), ("PGK", "kina"), ("PHP", "peso"), ("PKR", "rupee"), ("PLN", "zloty"),
    ("PTE", "escudo"), ("PYG", "guarani"), ("QAR", "riyal"), ("RON", "leu"), ("RSD", "dinar"),
    ("RUB", "ruble"), ("RWF", "franc"), ("SAR", "riyal"), ("SBD", "dollar"), ("SCR", "rupee"),
    ("SDG", "pound"), ("SEK", "krona"), ("SGD", "dollar"), ("SHP", "pound"), ("SIT", "tolar"),
    ("SKK", "koruna"), ("SLE", "leone"), ("SLL", "leone"), ("SOS", "shilling"), ("SRD", "dollar"),
    ("SSP", "pound"), ("STN", "dobra"), ("SVC", "colon"), ("SYP", "pound"), ("SZL", "lilangeni"),
    ("THB", "baht"), ("TJS", "somoni"), ("TMT", "manat"), ("TND", "dinar"), ("TOP", "paanga"),
    ("TRY", "lira"), ("TTD", "dollar"), ("TWD", "dollar"), ("TZS", "shilling"), ("UAH", "hryvnia"),
    ("UGX", "shilling"), ("USD", "dollar"), ("USN", "dollar"), ("UYI", "peso"), ("UYU", "peso"),
    ("UYW", "unidad previsional"), ("UZS", "som"), ("VED", "bolivar"), ("VES", "bolivar"), ("VND", "dong"),
    ("VUV", "vatu"), ("WST", "tala"), ("XAF", "franc"), ("XAG", "silver"), ("XAU", "gold"),
    ("XCD", "dollar"), ("XCG", "guilder"), ("XDR", "special drawing right"), ("XOF", "franc"),
    ("XPD", "palladium"), ("XPF", "franc"), ("XPT", "platinum"), ("XSU", "sucre"),
    ("XUA", "unit of account"), ("YER", "rial"), ("ZAR", "rand"), ("ZMW", "kwacha"), ("ZWG", "dollar"),
    ("ZWL", "dollar"),
];

/// The code and unit for an ISO 4217 code in capitals.
pub(super) fn iso(code: &str) -> Option<&'static (&'static str, &'static str)> {
    // Words of three letters are many, and codes stand in capitals.
    if code.len() != 3 || !code.bytes().all(|byte| byte.is_ascii_uppercase()) {
        return None;
    }
    ISO_4217.binary_search_by_key(&code, |(code, _)| code).ok().and_then(|index| ISO_4217.get(index))
}

/// The name of the unit of an ISO 4217 currency.
pub(super) fn unit_of(code: &str) -> &'static str {
    iso(code).map_or("", |(_, unit)| unit)
}

/// Whether a currency has been replaced, by the euro in most cases.
pub(super) fn is_retired(code: &str) -> bool {
    matches!(
        code,
        "ATS"
            | "BEF"
            | "CYP"
            | "DEM"
            | "EEK"
            | "ESP"
            | "FIM"
            | "FRF"
            | "GRD"
            | "HRK"
            | "IEP"
            | "ITL"
            | "LTL"
            | "LVL"
            | "MTL"
            | "NLG"
            | "PTE"
            | "SIT"
            | "SKK"
    )
}

/// Codes that are English words or names as well: in capitals they may stand in a headline.
pub(super) fn is_word(code: &str) -> bool {
    matches!(
        code,
        "ALL"
            | "BAM"
            | "BOB"
            | "COP"
            | "COU"
            | "CUP"
            | "ESP"
            | "GEL"
            | "LAK"
            | "MAD"
            | "MOP"
            | "PEN"
            | "RON"
            | "SIT"
            | "SOS"
            | "TOP"
            | "TRY"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_stand_in_order_for_the_search() {
        assert!(ISO_4217.is_sorted_by(|a, b| a.0 < b.0));
    }
}
