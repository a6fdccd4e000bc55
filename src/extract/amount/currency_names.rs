//! Currencies by name ("dollars", "yuan", "pence") and by their country ("Swiss francs").

use super::denomination::{Kind, Money};
use super::iso4217::unit_of;
use crate::extract::number::{Lexicon, entries};

/// A currency's unit by name.
pub(super) struct Noun {
    /// The unit's name, as in [`ISO_4217`].
    pub(super) unit: &'static str,
    pub(super) money: Money,
    pub(super) kind: Kind,
    pub(super) bare: Bare,
}

impl Noun {
    /// Whether the currency of this code has this unit, or hundredths of this name.
    pub(super) fn is_unit_of(&self, code: &str) -> bool {
        let unit = unit_of(code);
        unit == self.unit
            || self.unit == "rial" && unit == "riyal"
            || self.unit == "riyal" && unit == "rial"
            || self.kind == Kind::Part(2) && self.has_cents(unit)
    }

    fn has_cents(&self, unit: &str) -> bool {
        matches!((self.unit, unit), ("cent", "dollar" | "euro" | "rand" | "shilling") | ("penny", "pound"))
    }
}

/// Where a name stands for its currency without a figure.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Bare {
    Never,
    /// "the South Korean won"
    Qualified,
    /// "the pound"
    The,
    Always,
}

/// Whether a word names a currency: "dollar".
pub(super) fn is_name(word: &str) -> bool {
    noun(word).is_some()
}

/// The currency that a word names.
pub(super) fn noun(word: &str) -> Option<&'static Noun> {
    // The rapper and the tournament have capitals, "50 Cent" and "Euro 2024".
    NOUNS.get(word).filter(|noun| noun.unit != "cent" || !word.starts_with('C'))
}

const fn whole(unit: &'static str, code: &'static str) -> Noun {
    Noun { unit, money: Money::Iso(code), kind: Kind::Whole, bare: Bare::Always }
}

const fn quiet(unit: &'static str, code: &'static str, bare: Bare) -> Noun {
    Noun { unit, money: Money::Iso(code), kind: Kind::Whole, bare }
}

const fn open(unit: &'static str, bare: Bare) -> Noun {
    Noun { unit, money: Money::Open(unit), kind: Kind::Whole, bare }
}

const fn doubtful(unit: &'static str, code: &'static str, bare: Bare) -> Noun {
    Noun { unit, money: Money::Iso(code), kind: Kind::Doubtful, bare }
}

const fn part(unit: &'static str, code: &'static str, power: u32) -> Noun {
    Noun { unit, money: Money::Iso(code), kind: Kind::Part(power), bare: Bare::Never }
}

const fn hundredth(unit: &'static str, code: &'static str) -> Noun {
    part(unit, code, 2)
}

static NOUNS: Lexicon<Noun, 1024> = Lexicon::new(entries! {
    whole("dollar", "USD") => "dollar" "dollars" "greenback";
    quiet("dollar", "USD", Bare::Never) => "buck" "bucks" "usd";
    whole("dollar", "CAD") => "loonie"; whole("euro", "EUR") => "euro" "euros";
    quiet("euro", "EUR", Bare::Never) => "eur";
    doubtful("pound", "GBP", Bare::The) => "pound"; doubtful("pound", "GBP", Bare::Qualified) => "pounds";
    quiet("pound", "GBP", Bare::Always) => "sterling"; quiet("pound", "GBP", Bare::Never) => "quid" "gbp";
    whole("yen", "JPY") => "yen";
    quiet("yen", "JPY", Bare::Never) => "円" "jpy";
    whole("yuan", "CNY") => "yuan" "renminbi";
    quiet("yuan", "CNY", Bare::Never) => "rmb" "元" "cny";
    doubtful("won", "KRW", Bare::Qualified) => "won";
    quiet("won", "KRW", Bare::Never) => "원" "krw";
    whole("ruble", "RUB") => "ruble" "rubles" "rouble" "roubles";
    whole("hryvnia", "UAH") => "hryvnia" "hryvnias" "hryvnya"; whole("lira", "TRY") => "lira" "liras";
    quiet("rand", "ZAR", Bare::The) => "rand"; quiet("rand", "ZAR", Bare::Never) => "rands" "zar";
    doubtful("real", "BRL", Bare::Qualified) => "real";
    whole("real", "BRL") => "reais" "reals"; whole("zloty", "PLN") => "zloty" "zlotys" "zlotych" "złoty" "złotych";
    whole("forint", "HUF") => "forint" "forints"; whole("koruna", "CZK") => "koruna" "korunas";
    Noun { unit: "koruna", money: Money::Open("crown"), kind: Kind::Doubtful, bare: Bare::Qualified } =>
        "crowns" "crown";
    open("krona", Bare::Always) => "krona" "kronor" "kronas";
    open("krone", Bare::Always) => "krone" "kroner";
    Noun { unit: "krone", money: Money::Open("krone"), kind: Kind::Whole, bare: Bare::Never } => "kr";
    open("franc", Bare::Always) => "franc" "francs"; open("peso", Bare::Always) => "peso" "pesos";
    open("rupee", Bare::Always) => "rupee" "rupees";
    quiet("rupee", "LKR", Bare::Never) => "ரூ" "රු" "lkr";
    open("dinar", Bare::Always) => "dinar" "dinars"; open("dirham", Bare::Always) => "dirham" "dirhams";
    open("riyal", Bare::Always) => "riyal" "riyals"; open("rial", Bare::Always) => "rial" "rials";
    open("shilling", Bare::Always) => "shilling" "shillings";
    open("guilder", Bare::Always) => "guilder" "guilders"; open("leu", Bare::Always) => "leu";
    open("leu", Bare::Qualified) => "lei"; open("manat", Bare::Always) => "manat" "manats";
    open("kwacha", Bare::Always) => "kwacha"; open("colon", Bare::Qualified) => "colon";
    open("colon", Bare::Always) => "colones";
    Noun { unit: "mark", money: Money::Open("mark"), kind: Kind::Doubtful, bare: Bare::Never } => "mark"
        "marks";
    quiet("lev", "BGN", Bare::Qualified) => "lev"; quiet("lev", "BGN", Bare::Always) => "leva" "levs";
    whole("denar", "MKD") => "denar" "denars";
    quiet("lek", "ALL", Bare::Qualified) => "lek"; quiet("lek", "ALL", Bare::Never) => "leke";
    whole("lari", "GEL") => "lari";
    quiet("dram", "AMD", Bare::Qualified) => "dram" "drams";
    whole("tenge", "KZT") => "tenge";
    open("som", Bare::Qualified) => "som" "soms";
    whole("somoni", "TJS") => "somoni";
    quiet("afghani", "AFN", Bare::Never) => "afghani" "afghanis";
    whole("taka", "BDT") => "taka"; whole("ngultrum", "BTN") => "ngultrum";
    whole("kyat", "MMK") => "kyat" "kyats"; whole("baht", "THB") => "baht";
    whole("riel", "KHR") => "riel" "riels";
    quiet("kip", "LAK", Bare::Qualified) => "kip"; quiet("dong", "VND", Bare::Qualified) => "dong";
    whole("ringgit", "MYR") => "ringgit" "ringgits"; whole("rupiah", "IDR") => "rupiah";
    whole("tugrik", "MNT") => "tugrik" "tugriks"; whole("pataca", "MOP") => "pataca" "patacas";
    quiet("kina", "PGK", Bare::The) => "kina";
    whole("vatu", "VUV") => "vatu";
    quiet("tala", "WST", Bare::Never) => "tala";
    whole("rufiyaa", "MVR") => "rufiyaa"; whole("shekel", "ILS") => "shekel" "shekels";
    whole("naira", "NGN") => "naira"; whole("cedi", "GHS") => "cedi" "cedis";
    quiet("leone", "SLE", Bare::Qualified) => "leone"; quiet("leone", "SLE", Bare::Never) => "leones";
    whole("dalasi", "GMD") => "dalasi"; whole("ouguiya", "MRU") => "ouguiya";
    whole("birr", "ETB") => "birr"; whole("nakfa", "ERN") => "nakfa"; whole("ariary", "MGA") => "ariary";
    whole("metical", "MZN") => "metical" "meticais";
    quiet("kwanza", "AOA", Bare::Qualified) => "kwanza";
    whole("kwanza", "AOA") => "kwanzas";
    quiet("pula", "BWP", Bare::Qualified) => "pula"; quiet("loti", "LSL", Bare::Never) => "loti";
    whole("loti", "LSL") => "maloti"; whole("lilangeni", "SZL") => "lilangeni" "emalangeni";
    quiet("dobra", "STN", Bare::Qualified) => "dobra"; quiet("dobra", "STN", Bare::Never) => "dobras";
    quiet("escudo", "CVE", Bare::Qualified) => "escudo"; quiet("escudo", "CVE", Bare::Never) => "escudos";
    quiet("boliviano", "BOB", Bare::Qualified) => "boliviano";
    quiet("boliviano", "BOB", Bare::Never) => "bolivianos"; quiet("bolivar", "VES", Bare::The) => "bolivar";
    whole("bolivar", "VES") => "bolivars" "bolivares";
    quiet("quetzal", "GTQ", Bare::Qualified) => "quetzal";
    whole("quetzal", "GTQ") => "quetzales";
    quiet("lempira", "HNL", Bare::The) => "lempira";
    whole("lempira", "HNL") => "lempiras";
    quiet("cordoba", "NIO", Bare::Never) => "cordoba";
    whole("cordoba", "NIO") => "cordobas";
    quiet("balboa", "PAB", Bare::Never) => "balboa" "balboas";
    quiet("sol", "PEN", Bare::Qualified) => "sol" "soles";
    quiet("guarani", "PYG", Bare::Qualified) => "guarani";
    whole("guarani", "PYG") => "guaranies"; whole("gourde", "HTG") => "gourde" "gourdes";
    quiet("florin", "AWG", Bare::Qualified) => "florin"; quiet("florin", "AWG", Bare::Never) => "florins";
    quiet("peseta", "ESP", Bare::Always) => "peseta" "pesetas";
    quiet("schilling", "ATS", Bare::Always) => "schilling" "schillings";
    quiet("drachma", "GRD", Bare::Always) => "drachma" "drachmas";
    quiet("lira", "ITL", Bare::Always) => "lire";
    quiet("mark", "DEM", Bare::Always) => "deutschmark" "deutschmarks" "deutschemark" "deutschemarks";
    quiet("markka", "FIM", Bare::Always) => "markka"; quiet("markka", "FIM", Bare::Never) => "markkaa";
    quiet("kroon", "EEK", Bare::The) => "kroon"; quiet("kroon", "EEK", Bare::Never) => "kroons";
    quiet("litas", "LTL", Bare::The) => "litas"; quiet("lats", "LVL", Bare::Qualified) => "lats";
    quiet("tolar", "SIT", Bare::The) => "tolar"; quiet("tolar", "SIT", Bare::Never) => "tolars";
    open("sucre", Bare::Qualified) => "sucre"; open("sucre", Bare::Never) => "sucres";
    open("cruzeiro", Bare::Qualified) => "cruzeiro"; open("cruzeiro", Bare::Never) => "cruzeiros";
    quiet("kuna", "HRK", Bare::Qualified) => "kuna" "kunas";
    open("bitcoin", Bare::Always) => "bitcoin" "bitcoins"; open("bitcoin", Bare::Never) => "btc";
    open("ether", Bare::Never) => "ether" "eth";
    hundredth("cent", "USD") => "cent" "cents"; hundredth("penny", "GBP") => "pence" "penny" "pennies";
    hundredth("kopeck", "RUB") => "kopeck" "kopecks" "kopeks"; hundredth("paisa", "INR") => "paise" "paisa";
    hundredth("kobo", "NGN") => "kobo"; hundredth("pfennig", "DEM") => "pfennig" "pfennigs";
    quiet("franc", "CHF", Bare::Never) => "chf"; quiet("dollar", "CAD", Bare::Never) => "cad";
    quiet("dollar", "AUD", Bare::Never) => "aud"; quiet("dollar", "NZD", Bare::Never) => "nzd";
    quiet("dollar", "HKD", Bare::Never) => "hkd"; quiet("dollar", "SGD", Bare::Never) => "sgd";
    quiet("rupee", "INR", Bare::Never) => "inr"; quiet("krona", "SEK", Bare::Never) => "sek";
    quiet("krone", "NOK", Bare::Never) => "nok"; quiet("krone", "DKK", Bare::Never) => "dkk";
    quiet("peso", "MXN", Bare::Never) => "mxn"; quiet("real", "BRL", Bare::Never) => "brl";
    quiet("ruble", "RUB", Bare::Never) => "rub"; quiet("baht", "THB", Bare::Never) => "thb";
    quiet("rupiah", "IDR", Bare::Never) => "idr"; quiet("ringgit", "MYR", Bare::Never) => "myr";
    quiet("zloty", "PLN", Bare::Never) => "pln"; quiet("koruna", "CZK", Bare::Never) => "czk";
    quiet("forint", "HUF", Bare::Never) => "huf"; quiet("shekel", "ILS", Bare::Never) => "ils";
    quiet("dirham", "AED", Bare::Never) => "aed"; quiet("riyal", "SAR", Bare::Never) => "sar";
    quiet("naira", "NGN", Bare::Never) => "ngn"; quiet("shilling", "KES", Bare::Never) => "kes";
    quiet("rupee", "PKR", Bare::Never) => "pkr"; quiet("taka", "BDT", Bare::Never) => "bdt";
    quiet("dong", "VND", Bare::Never) => "vnd"; quiet("dollar", "TWD", Bare::Never) => "twd";
    quiet("hryvnia", "UAH", Bare::Never) => "uah";
    hundredth("grosz", "PLN") => "grosz" "groszy"; hundredth("sen", "MYR") => "sen" "sens";
    hundredth("fen", "CNY") => "fen"; part("jiao", "CNY", 1) => "jiao" "mao";
    hundredth("satang", "THB") => "satang" "satangs"; hundredth("agora", "ILS") => "agorot" "agora";
    hundredth("halala", "SAR") => "halala" "halalas"; hundredth("piastre", "EGP") => "piastre" "piastres" "piasters";
    hundredth("kurus", "TRY") => "kurus" "kuruş"; hundredth("stotinka", "BGN") => "stotinki" "stotinka";
    hundredth("poisha", "BDT") => "poisha"; part("fils", "AED", 2) => "fils";
    Noun { unit: "satoshi", money: Money::Open("bitcoin"), kind: Kind::Part(8), bare: Bare::Never } =>
        "satoshi" "satoshis";
});

/// The currencies of a country, by its adjective or name; the unit behind it picks one.
pub(super) static COUNTRIES: Lexicon<&[&str], 512> = Lexicon::new(entries! {
    &["USD"] => "us" "u.s." "u.s" "american" "states"; &["GBP"] => "british" "uk"; &["EUR"] => "euro";
    &["AUD"] => "australian" "aussie"; &["CAD"] => "canadian"; &["NZD"] => "zealand" "kiwi";
    &["HKD"] => "kong"; &["SGD"] => "singapore" "singaporean"; &["TWD"] => "taiwan" "taiwanese";
    &["BND"] => "brunei"; &["FJD"] => "fijian" "fiji"; &["JMD"] => "jamaican"; &["BSD"] => "bahamian";
    &["BBD"] => "barbadian" "barbados"; &["BZD"] => "belize"; &["BMD"] => "bermudian" "bermuda";
    &["XCD"] => "caribbean"; &["KYD"] => "cayman"; &["GYD"] => "guyanese" "guyana"; &["LRD"] => "liberian";
    &["NAD"] => "namibian"; &["SRD"] => "surinamese"; &["TTD"] => "tobago" "trinidad";
    &["ZWL"] => "zimbabwean" "zimbabwe"; &["CNY"] => "chinese"; &["CNH"] => "offshore";
    &["JPY"] => "japanese"; &["KRW"] => "korean"; &["RUB"] => "russian";
    &["BYN"] => "belarusian" "belarussian"; &["UAH"] => "ukrainian"; &["TRY"] => "turkish";
    &["CHF"] => "swiss"; &["ZAR", "XOF"] => "african"; &["CDF"] => "congolese"; &["RWF"] => "rwandan";
    &["BIF"] => "burundian" "burundi"; &["DJF"] => "djiboutian" "djibouti"; &["GNF", "PGK"] => "guinean";
    &["KMF"] => "comorian"; &["XPF"] => "cfp"; &["SEK"] => "swedish"; &["ISK"] => "icelandic";
    &["NOK"] => "norwegian"; &["DKK"] => "danish"; &["CZK"] => "czech"; &["PLN"] => "polish";
    &["HUF"] => "hungarian"; &["RON"] => "romanian"; &["MDL"] => "moldovan"; &["BGN"] => "bulgarian";
    &["RSD"] => "serbian"; &["MKD"] => "macedonian"; &["BAM"] => "bosnian" "convertible";
    &["ALL"] => "albanian"; &["GEL"] => "georgian"; &["AMD"] => "armenian";
    &["AZN"] => "azerbaijani" "azeri"; &["TMT"] => "turkmen"; &["KZT"] => "kazakh"; &["KGS"] => "kyrgyz";
    &["UZS"] => "uzbek"; &["TJS"] => "tajik"; &["AFN"] => "afghan"; &["INR"] => "indian";
    &["PKR"] => "pakistani" "pakistan"; &["NPR"] => "nepalese" "nepali"; &["LKR"] => "lankan" "lanka";
    &["MUR"] => "mauritian" "mauritius"; &["SCR"] => "seychelles" "seychellois"; &["BDT"] => "bangladeshi";
    &["MMK"] => "burmese" "myanmar"; &["THB"] => "thai"; &["KHR"] => "cambodian"; &["LAK"] => "lao";
    &["VND"] => "vietnamese"; &["MYR"] => "malaysian"; &["IDR"] => "indonesian";
    &["PHP"] => "philippine" "filipino"; &["MNT"] => "mongolian"; &["ILS"] => "israeli";
    &["EGP"] => "egyptian"; &["LBP"] => "lebanese"; &["SYP"] => "syrian"; &["SDG"] => "sudanese";
    &["IRR"] => "iranian"; &["OMR"] => "omani"; &["YER"] => "yemeni"; &["SAR"] => "saudi" "arabian";
    &["QAR"] => "qatari" "qatar"; &["AED"] => "uae" "emirati"; &["MAD"] => "moroccan"; &["IQD"] => "iraqi";
    &["JOD"] => "jordanian"; &["KWD"] => "kuwaiti"; &["BHD"] => "bahraini"; &["DZD"] => "algerian";
    &["TND"] => "tunisian"; &["LYD"] => "libyan"; &["KES"] => "kenyan" "kenya";
    &["UGX"] => "ugandan" "uganda"; &["TZS"] => "tanzanian" "tanzania"; &["SOS"] => "somali";
    &["NGN"] => "nigerian"; &["GHS"] => "ghanaian" "ghana"; &["SLE"] => "leonean"; &["GMD"] => "gambian";
    &["ETB"] => "ethiopian"; &["ERN"] => "eritrean"; &["MGA"] => "malagasy"; &["MZN"] => "mozambican";
    &["AOA"] => "angolan"; &["BWP"] => "botswana"; &["ZMW"] => "zambian"; &["MWK"] => "malawian" "malawi";
    &["CVE"] => "verdean"; &["BRL"] => "brazilian"; &["MXN"] => "mexican";
    &["ARS"] => "argentine" "argentinian" "argentinean"; &["CLP"] => "chilean"; &["COP"] => "colombian";
    &["CUP"] => "cuban"; &["DOP"] => "dominican"; &["UYU"] => "uruguayan"; &["PEN"] => "peruvian";
    &["BOB"] => "bolivian"; &["VES"] => "venezuelan"; &["PYG"] => "paraguayan"; &["CRC"] => "rican";
    &["SVC"] => "salvadoran"; &["GTQ"] => "guatemalan"; &["HNL"] => "honduran"; &["NIO"] => "nicaraguan";
    &["PAB"] => "panamanian"; &["HTG"] => "haitian"; &["AWG"] => "aruban"; &["ANG"] => "antillean";
    &["FKP"] => "falkland"; &["DEM"] => "german"; &["FRF"] => "french"; &["NLG"] => "dutch";
    &["ITL"] => "italian"; &["ESP"] => "spanish"; &["BEF"] => "belgian"; &["ATS"] => "austrian";
    &["GRD"] => "greek"; &["PTE"] => "portuguese"; &["IEP"] => "irish"; &["HRK"] => "croatian";
    &["FIM"] => "finnish"; &["EEK"] => "estonian"; &["LVL"] => "latvian"; &["LTL"] => "lithuanian";
    &["SKK"] => "slovak"; &["SIT"] => "slovenian"; &["CYP"] => "cypriot"; &["MTL"] => "maltese";
    &["GIP"] => "gibraltar";
});

#[cfg(test)]
mod tests {
    use super::super::iso4217::iso;
    use super::*;

    #[test]
    fn every_currency_of_a_country_has_a_name() {
        for (country, codes) in COUNTRIES.entries() {
            for code in *codes {
                assert!(iso(code).is_some(), "{country} {code}");
            }
        }
    }
}
