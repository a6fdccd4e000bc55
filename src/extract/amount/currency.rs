//! Currencies: what each is called in news, by sign, code, abbreviation and name.
//!
//! Codes and units are those of ISO 4217 (list one, SIX Group, the maintenance agency). A sign or
//! name that several currencies share means the one that international news means by it (`$`, "yen"
//! and "roubles"), or stays open where that depends on the country ("francs", "pesos").

use super::lexicon::Lexicon;
use super::reader::Reader;
use crate::text::{Gap, TokenKind};
use crate::value::Currency;

/// A currency, or a unit that several share.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Money {
    Iso(&'static str),
    Open(&'static str),
}

impl Money {
    pub(super) fn currency(self) -> Currency {
        match self {
            Money::Iso(code) => Currency::Iso(code.to_owned()),
            Money::Open(unit) => Currency::Open(unit.to_owned()),
        }
    }
}

/// A currency that the text names, and the tokens that name it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mention {
    pub(super) money: Money,
    /// The first token of it.
    pub(super) first: usize,
    /// The token behind it.
    pub(super) end: usize,
    pub(super) kind: Kind,
}

/// How a mention counts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    /// Units of the currency.
    Whole,
    /// Cents, pence: hundredths.
    Hundredth,
    /// Millions, in front of a code: `MEUR`.
    Million,
    /// A word that is more often something else: "pound", "won", "real".
    Doubtful,
}

/// The codes of ISO 4217 with the name of the unit, by code: those in use, some withdrawn ones that
/// older news has (list three), and `CNH`, the yuan traded offshore.
const ISO_4217: &[(&str, &str)] = &[
    ("AED", "dirham"),
    ("AFN", "afghani"),
    ("ALL", "lek"),
    ("AMD", "dram"),
    ("ANG", "guilder"),
    ("AOA", "kwanza"),
    ("ARS", "peso"),
    ("ATS", "schilling"),
    ("AUD", "dollar"),
    ("AWG", "florin"),
    ("AZN", "manat"),
    ("BAM", "mark"),
    ("BBD", "dollar"),
    ("BDT", "taka"),
    ("BEF", "franc"),
    ("BGN", "lev"),
    ("BHD", "dinar"),
    ("BIF", "franc"),
    ("BMD", "dollar"),
    ("BND", "dollar"),
    ("BOB", "boliviano"),
    ("BOV", "mvdol"),
    ("BRL", "real"),
    ("BSD", "dollar"),
    ("BTN", "ngultrum"),
    ("BWP", "pula"),
    ("BYN", "ruble"),
    ("BZD", "dollar"),
    ("CAD", "dollar"),
    ("CDF", "franc"),
    ("CHE", "euro"),
    ("CHF", "franc"),
    ("CHW", "franc"),
    ("CLF", "unidad de fomento"),
    ("CLP", "peso"),
    ("CNH", "yuan"),
    ("CNY", "yuan"),
    ("COP", "peso"),
    ("COU", "unidad de valor real"),
    ("CRC", "colon"),
    ("CUC", "peso"),
    ("CUP", "peso"),
    ("CVE", "escudo"),
    ("CZK", "koruna"),
    ("DEM", "mark"),
    ("DJF", "franc"),
    ("DKK", "krone"),
    ("DOP", "peso"),
    ("DZD", "dinar"),
    ("EGP", "pound"),
    ("ERN", "nakfa"),
    ("ESP", "peseta"),
    ("ETB", "birr"),
    ("EUR", "euro"),
    ("FIM", "markka"),
    ("FJD", "dollar"),
    ("FKP", "pound"),
    ("FRF", "franc"),
    ("GBP", "pound"),
    ("GEL", "lari"),
    ("GHS", "cedi"),
    ("GIP", "pound"),
    ("GMD", "dalasi"),
    ("GNF", "franc"),
    ("GRD", "drachma"),
    ("GTQ", "quetzal"),
    ("GYD", "dollar"),
    ("HKD", "dollar"),
    ("HNL", "lempira"),
    ("HRK", "kuna"),
    ("HTG", "gourde"),
    ("HUF", "forint"),
    ("IDR", "rupiah"),
    ("IEP", "pound"),
    ("ILS", "shekel"),
    ("INR", "rupee"),
    ("IQD", "dinar"),
    ("IRR", "rial"),
    ("ISK", "krona"),
    ("ITL", "lira"),
    ("JMD", "dollar"),
    ("JOD", "dinar"),
    ("JPY", "yen"),
    ("KES", "shilling"),
    ("KGS", "som"),
    ("KHR", "riel"),
    ("KMF", "franc"),
    ("KPW", "won"),
    ("KRW", "won"),
    ("KWD", "dinar"),
    ("KYD", "dollar"),
    ("KZT", "tenge"),
    ("LAK", "kip"),
    ("LBP", "pound"),
    ("LKR", "rupee"),
    ("LRD", "dollar"),
    ("LSL", "loti"),
    ("LYD", "dinar"),
    ("MAD", "dirham"),
    ("MDL", "leu"),
    ("MGA", "ariary"),
    ("MKD", "denar"),
    ("MMK", "kyat"),
    ("MNT", "tugrik"),
    ("MOP", "pataca"),
    ("MRU", "ouguiya"),
    ("MUR", "rupee"),
    ("MVR", "rufiyaa"),
    ("MWK", "kwacha"),
    ("MXN", "peso"),
    ("MXV", "unidad de inversion"),
    ("MYR", "ringgit"),
    ("MZN", "metical"),
    ("NAD", "dollar"),
    ("NGN", "naira"),
    ("NIO", "cordoba"),
    ("NLG", "guilder"),
    ("NOK", "krone"),
    ("NPR", "rupee"),
    ("NZD", "dollar"),
    ("OMR", "rial"),
    ("PAB", "balboa"),
    ("PEN", "sol"),
    ("PGK", "kina"),
    ("PHP", "peso"),
    ("PKR", "rupee"),
    ("PLN", "zloty"),
    ("PTE", "escudo"),
    ("PYG", "guarani"),
    ("QAR", "riyal"),
    ("RON", "leu"),
    ("RSD", "dinar"),
    ("RUB", "ruble"),
    ("RWF", "franc"),
    ("SAR", "riyal"),
    ("SBD", "dollar"),
    ("SCR", "rupee"),
    ("SDG", "pound"),
    ("SEK", "krona"),
    ("SGD", "dollar"),
    ("SHP", "pound"),
    ("SLE", "leone"),
    ("SLL", "leone"),
    ("SOS", "shilling"),
    ("SRD", "dollar"),
    ("SSP", "pound"),
    ("STN", "dobra"),
    ("SVC", "colon"),
    ("SYP", "pound"),
    ("SZL", "lilangeni"),
    ("THB", "baht"),
    ("TJS", "somoni"),
    ("TMT", "manat"),
    ("TND", "dinar"),
    ("TOP", "paanga"),
    ("TRY", "lira"),
    ("TTD", "dollar"),
    ("TWD", "dollar"),
    ("TZS", "shilling"),
    ("UAH", "hryvnia"),
    ("UGX", "shilling"),
    ("USD", "dollar"),
    ("USN", "dollar"),
    ("UYI", "peso"),
    ("UYU", "peso"),
    ("UYW", "unidad previsional"),
    ("UZS", "som"),
    ("VED", "bolivar"),
    ("VES", "bolivar"),
    ("VND", "dong"),
    ("VUV", "vatu"),
    ("WST", "tala"),
    ("XAF", "franc"),
    ("XAG", "silver"),
    ("XAU", "gold"),
    ("XCD", "dollar"),
    ("XCG", "guilder"),
    ("XDR", "special drawing right"),
    ("XOF", "franc"),
    ("XPD", "palladium"),
    ("XPF", "franc"),
    ("XPT", "platinum"),
    ("XSU", "sucre"),
    ("XUA", "unit of account"),
    ("YER", "rial"),
    ("ZAR", "rand"),
    ("ZMW", "kwacha"),
    ("ZWG", "dollar"),
    ("ZWL", "dollar"),
];

/// The code and unit for an ISO 4217 code in capitals.
fn iso(code: &str) -> Option<&'static (&'static str, &'static str)> {
    if code.len() != 3 {
        return None;
    }
    ISO_4217.binary_search_by_key(&code, |(code, _)| code).ok().and_then(|index| ISO_4217.get(index))
}

/// The name of the unit of an ISO 4217 currency.
pub(super) fn unit_of(code: &str) -> &'static str {
    iso(code).map_or("", |(_, unit)| unit)
}

/// Codes that are English words or names as well: in capitals they may stand in a headline.
fn is_word(code: &str) -> bool {
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
            | "SOS"
            | "TOP"
            | "TRY"
    )
}

/// The currency of a sign (Unicode category Sc).
fn sign(sign: &str) -> Option<(Money, Kind)> {
    let money = match sign {
        "$" | "＄" | "﹩" => "USD",
        "€" => "EUR",
        "£" | "￡" => "GBP",
        "¥" | "￥" => "JPY",
        "₹" => "INR",
        "₽" => "RUB",
        "₩" | "￦" => "KRW",
        "₺" => "TRY",
        "₴" => "UAH",
        "₦" => "NGN",
        "₱" => "PHP",
        "₫" => "VND",
        "₪" => "ILS",
        "฿" => "THB",
        "₡" => "CRC",
        "₵" => "GHS",
        "₲" => "PYG",
        "₭" => "LAK",
        "₮" => "MNT",
        "₸" => "KZT",
        "₼" => "AZN",
        "₾" => "GEL",
        "\u{20C0}" => "KGS",
        "֏" => "AMD",
        "؋" => "AFN",
        "৳" => "BDT",
        "៛" => "KHR",
        "¢" | "￠" => return Some((Money::Iso("USD"), Kind::Hundredth)),
        "₨" => return Some((Money::Open("rupee"), Kind::Whole)),
        "₣" => return Some((Money::Open("franc"), Kind::Whole)),
        "₤" => return Some((Money::Open("lira"), Kind::Whole)),
        "﷼" => return Some((Money::Open("rial"), Kind::Whole)),
        "₿" => return Some((Money::Open("bitcoin"), Kind::Whole)),
        _ => return None,
    };
    Some((Money::Iso(money), Kind::Whole))
}

/// The currency of a sign with letters in front: `US$`, `A$`, `E£`, `CN¥`.
fn lettered_sign(letters: &str, sign: &str) -> Option<&'static str> {
    if let Some((code, _)) = ISO_4217.iter().find(|(code, _)| code.eq_ignore_ascii_case(letters)) {
        return Some(code);
    }
    let is = |candidates: &[&str]| candidates.iter().any(|candidate| candidate.eq_ignore_ascii_case(letters));
    Some(match sign {
        "$" | "＄" => match () {
            () if is(&["US", "U.S.", "U.S"]) => "USD",
            () if is(&["A", "AU", "AUS"]) => "AUD",
            () if is(&["C", "CA", "CAN", "CDN"]) => "CAD",
            () if is(&["HK"]) => "HKD",
            () if is(&["NZ"]) => "NZD",
            () if is(&["NT"]) => "TWD",
            () if is(&["S", "SG"]) => "SGD",
            () if is(&["R"]) => "BRL",
            () if is(&["Mex", "MX"]) => "MXN",
            () if is(&["AR", "Arg"]) => "ARS",
            () if is(&["CL", "Ch"]) => "CLP",
            () if is(&["Col"]) => "COP",
            () if is(&["RD"]) => "DOP",
            () if is(&["UY", "U"]) => "UYU",
            () if is(&["J", "JA"]) => "JMD",
            () if is(&["TT"]) => "TTD",
            () if is(&["Bds"]) => "BBD",
            () if is(&["BZ"]) => "BZD",
            () if is(&["B"]) => "BSD",
            () if is(&["BD"]) => "BMD",
            () if is(&["CI"]) => "KYD",
            () if is(&["EC"]) => "XCD",
            () if is(&["FJ", "F"]) => "FJD",
            () if is(&["G", "GY"]) => "GYD",
            () if is(&["L"]) => "LRD",
            () if is(&["N"]) => "NAD",
            () if is(&["SI"]) => "SBD",
            () if is(&["Sr"]) => "SRD",
            () if is(&["Z", "ZW"]) => "ZWL",
            () if is(&["MOP"]) => "MOP",
            () => return None,
        },
        "£" => match () {
            () if is(&["E", "EG"]) => "EGP",
            () if is(&["L", "LL"]) => "LBP",
            () if is(&["S"]) => "SYP",
            () if is(&["FK"]) => "FKP",
            () if is(&["UK", "GB"]) => "GBP",
            () => return None,
        },
        "¥" | "￥" if is(&["CN", "RMB"]) => "CNY",
        "¥" | "￥" if is(&["JP"]) => "JPY",
        "¢" | "₵" if is(&["GH"]) => "GHS",
        _ => return None,
    })
}

/// Abbreviations that stand before a figure, some glued to it: `Rs 500`, `RM10`, `KSh100`.
static ABBREVIATIONS: Lexicon<Money, 128> = Lexicon::new(&[
    ("rs", Money::Open("rupee")),
    ("re", Money::Open("rupee")),
    ("rp", Money::Iso("IDR")),
    ("rm", Money::Iso("MYR")),
    ("rmb", Money::Iso("CNY")),
    ("ksh", Money::Iso("KES")),
    ("kshs", Money::Iso("KES")),
    ("ush", Money::Iso("UGX")),
    ("shs", Money::Open("shilling")),
    ("sh", Money::Open("shilling")),
    ("tsh", Money::Iso("TZS")),
    ("r", Money::Iso("ZAR")),
    ("n", Money::Iso("NGN")),
    ("fr", Money::Open("franc")),
    ("frs", Money::Open("franc")),
    ("sfr", Money::Iso("CHF")),
    ("cfa", Money::Open("CFA franc")),
    ("fcfa", Money::Open("CFA franc")),
    ("kr", Money::Open("krone")),
    ("kč", Money::Iso("CZK")),
    ("zł", Money::Iso("PLN")),
    ("ft", Money::Iso("HUF")),
    ("tk", Money::Iso("BDT")),
    ("dh", Money::Open("dirham")),
    ("dhs", Money::Iso("AED")),
    ("le", Money::Iso("EGP")),
    ("nis", Money::Iso("ILS")),
    ("sr", Money::Iso("SAR")),
    ("kd", Money::Iso("KWD")),
    ("jd", Money::Iso("JOD")),
    ("ghc", Money::Iso("GHS")),
    ("btc", Money::Open("bitcoin")),
]);

/// Whether these letters may be glued to the digits of an amount: `EUR3m`, `Rs500`.
pub(super) fn glues(letters: &str) -> bool {
    before_figure(letters).is_some() && !matches!(letters, "ft" | "re" | "le" | "sh" | "fr" | "r" | "n")
}

/// The currency of a code or abbreviation in front of a figure.
pub(super) fn before_figure(letters: &str) -> Option<Money> {
    if let Some((code, _)) = iso(letters) {
        return Some(Money::Iso(code));
    }
    let is_capital = letters.starts_with(char::is_uppercase);
    let found = ABBREVIATIONS.get(letters).copied()?;
    // `re` and `n` are words and list marks; the abbreviations have capitals, save the Nordic one.
    (is_capital || letters == "kr" || letters == "zł").then_some(found)
}

/// The same, and whether the letters are more often something else: words, and abbreviations of a
/// letter or two.
pub(super) fn kind_before_figure(letters: &str) -> Option<(Money, Kind)> {
    let money = before_figure(letters)?;
    let is_code = matches!(money, Money::Iso(code) if code == letters);
    let is_clear = is_code || letters.len() > 2 || matches!(letters, "Rs" | "RM" | "Rp" | "Tk");
    let kind = if is_clear && !is_word(letters) { Kind::Whole } else { Kind::Doubtful };
    Some((money, kind))
}

/// The currency that stands before the figure which begins at token `at`: `$`, `US$`, `EUR`, `Rs.`
pub(super) fn mention_before(reader: Reader<'_>, at: usize) -> Option<Mention> {
    if reader.gap(at) > Gap::Space {
        return None;
    }
    let last = at.checked_sub(1)?;
    match reader.kind(last)? {
        TokenKind::Currency => {
            let belongs_before = reader.is_solid(last)
                && reader.kind(last.wrapping_sub(1)) == Some(TokenKind::Number)
                && !reader.is_solid(at);
            if belongs_before {
                return None;
            }
            let (money, kind) = sign(reader.word(last))?;
            let letters = last.wrapping_sub(1);
            // `c $ 5`: text that was taken apart into words keeps its sign apart from both sides.
            let is_clitic = matches!(reader.before(letters, 1), "'" | "’");
            let is_joined = reader.is_solid(last)
                || !is_clitic && reader.gap(last) == Gap::Space && reader.gap(at) == Gap::Space;
            let lettered = is_joined
                .then(|| lettered_sign(reader.word(letters), reader.word(last)))
                .flatten()
                .map(Money::Iso);
            let first = if lettered.is_some() { letters } else { last };
            let kind = if lettered.is_some() { Kind::Whole } else { kind };
            (kind == Kind::Whole).then_some(Mention {
                money: lettered.unwrap_or(money),
                first,
                end: at,
                kind,
            })
        }
        TokenKind::Word => {
            let word = reader.word(last);
            if let Some(code) = millions(word) {
                return Some(Mention { money: Money::Iso(code), first: last, end: at, kind: Kind::Million });
            }
            let (money, kind) = kind_before_figure(word)?;
            Some(Mention { money, first: last, end: at, kind })
        }
        TokenKind::Punctuation if reader.word(last) == "." && reader.is_solid(last) => {
            let first = last.checked_sub(1)?;
            let money = matches!(reader.word(first), "Rs" | "Re" | "Rp" | "Fr" | "SFr" | "Sh" | "Shs")
                .then(|| before_figure(reader.word(first)))??;
            Some(Mention { money, first, end: at, kind: Kind::Whole })
        }
        _ => None,
    }
}

/// The code in `MEUR`, `mUSD`: a figure in millions.
fn millions(word: &str) -> Option<&'static str> {
    let code = word.strip_prefix(['M', 'm']).filter(|code| !is_word(code))?;
    iso(code).map(|(code, _)| *code)
}

/// The currency that begins at token `at`, behind a figure: `€`, `EUR`, "Canadian dollars", "pence".
pub(super) fn mention_behind(reader: Reader<'_>, at: usize) -> Option<Mention> {
    let mention = |money, end, kind| Some(Mention { money, first: at, end, kind });
    match reader.kind(at)? {
        TokenKind::Currency => {
            let next_figure = reader.is_digits(at + 1)
                && reader.gap(at + 1) <= Gap::Space
                && (!reader.is_solid(at) || reader.is_solid(at + 1));
            let (money, kind) = sign(reader.word(at)).filter(|_| !next_figure)?;
            mention(money, at + 1, kind)
        }
        TokenKind::Word | TokenKind::Acronym => {
            let word = reader.word(at);
            if let Some((code, _)) = iso(word) {
                let kind = if is_word(code) { Kind::Doubtful } else { Kind::Whole };
                // `5 USD million` comes with a scale word; `US$` begins the next amount.
                return mention(Money::Iso(code), at + 1, kind);
            }
            if let Some(code) = millions(word) {
                return mention(Money::Iso(code), at + 1, Kind::Million);
            }
            let name_at = name_end(reader, at)?;
            let noun = noun(reader.word(name_at))?;
            let (money, first) = qualified(reader, name_at, noun, at);
            if first > at {
                return None;
            }
            let kind = if noun.kind == Kind::Doubtful && first < name_at { Kind::Whole } else { noun.kind };
            mention(money, name_at + 1, kind)
        }
        _ => None,
    }
}

/// The token of the noun of a currency's name that begins at `at`: "dollars", "Hong Kong dollars".
fn name_end(reader: Reader<'_>, at: usize) -> Option<usize> {
    (at..at + 3).find(|&token| (token == at || reader.goes_on(token)) && noun(reader.word(token)).is_some())
}

/// A currency's name at token `at` without a figure: the word must be one that is hardly anything
/// else, or have its country before it.
pub(super) fn bare_mention(reader: Reader<'_>, at: usize) -> Option<Mention> {
    let noun = noun(reader.word(at))?;
    let (money, first) = qualified(reader, at, noun, 0);
    let is_qualified = first < at;
    let is_name = reader.is_capital(at)
        && !is_qualified
        && reader.before(at, 1) != "."
        && !reader.before(at, 1).is_empty();
    let is_the = reader.before(first, 1).eq_ignore_ascii_case("the");
    let stands = match noun.bare {
        Bare::Never => false,
        Bare::Qualified => is_qualified,
        Bare::The => is_qualified || is_the && !reader.is(at + 1, "of"),
        Bare::Always => true,
    };
    let in_compound = reader.is_digits(at + 1)
        || reader.is_hyphened(first)
        || reader.is(at + 1, "zone")
        || reader.is(at + 1, "area")
        || reader.is_hyphened(at + 2);
    (stands && !is_name && !in_compound).then_some(Mention { money, first, end: at + 1, kind: noun.kind })
}

/// The currency of a noun with its country before it, and the first token of both; no token before
/// `from` is looked at.
fn qualified(reader: Reader<'_>, at: usize, noun: &Noun, from: usize) -> (Money, usize) {
    let adjective = at.wrapping_sub(1);
    let default = (noun.money, at);
    if at <= from || !reader.goes_on(at) {
        return default;
    }
    let Some(codes) = COUNTRIES.get(reader.word(adjective)) else { return default };
    let Some(code) = codes.iter().find(|code| noun.is_unit_of(code)) else { return default };
    let (before, code) = match adjective.checked_sub(1).filter(|before| *before >= from) {
        Some(before) => two_words(reader.word(before), reader.word(adjective), noun, code),
        None => (false, *code),
    };
    (Money::Iso(code), if before { adjective - 1 } else { adjective })
}

/// Whether the word before a country's adjective belongs to it ("Hong Kong", "South Korean"), and
/// the code that both together mean.
fn two_words(first: &str, second: &str, noun: &Noun, code: &'static str) -> (bool, &'static str) {
    const PAIRS: &[(&str, &str)] = &[
        ("hong", "kong"),
        ("new", "zealand"),
        ("new", "taiwan"),
        ("south", "korean"),
        ("south", "african"),
        ("sri", "lankan"),
        ("sri", "lanka"),
        ("costa", "rican"),
        ("saudi", "arabian"),
        ("east", "caribbean"),
        ("eastern", "caribbean"),
        ("united", "states"),
        ("south", "sudanese"),
        ("north", "korean"),
        ("sierra", "leonean"),
        ("cape", "verdean"),
        ("papua", "guinean"),
        ("west", "african"),
        ("central", "african"),
    ];
    let is = |a: &str, b: &str| a.eq_ignore_ascii_case(b);
    if !PAIRS.iter().any(|(a, b)| is(a, first) && is(b, second)) {
        return (false, code);
    }
    match () {
        () if is(first, "north") && noun.unit == "won" => (true, "KPW"),
        () if is(first, "south") && is(second, "sudanese") => (true, "SSP"),
        () => (true, code),
    }
}

struct Noun {
    /// The unit's name, as in [`ISO_4217`].
    unit: &'static str,
    money: Money,
    kind: Kind,
    bare: Bare,
}

impl Noun {
    fn is_unit_of(&self, code: &str) -> bool {
        let unit = unit_of(code);
        unit == self.unit
            || self.unit == "rial" && unit == "riyal"
            || self.unit == "riyal" && unit == "rial"
            || self.kind == Kind::Hundredth && self.has_cents(unit)
    }

    fn has_cents(&self, unit: &str) -> bool {
        matches!((self.unit, unit), ("cent", "dollar" | "euro" | "rand" | "shilling") | ("penny", "pound"))
    }
}

/// Where a name stands for its currency without a figure.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Bare {
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

fn noun(word: &str) -> Option<&'static Noun> {
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

const fn hundredth(unit: &'static str, code: &'static str) -> Noun {
    Noun { unit, money: Money::Iso(code), kind: Kind::Hundredth, bare: Bare::Never }
}

static NOUNS: Lexicon<Noun, 512> = Lexicon::new(&[
    ("dollar", whole("dollar", "USD")),
    ("dollars", whole("dollar", "USD")),
    ("greenback", whole("dollar", "USD")),
    ("buck", quiet("dollar", "USD", Bare::Never)),
    ("bucks", quiet("dollar", "USD", Bare::Never)),
    ("usd", quiet("dollar", "USD", Bare::Never)),
    ("loonie", whole("dollar", "CAD")),
    ("euro", whole("euro", "EUR")),
    ("euros", whole("euro", "EUR")),
    ("eur", quiet("euro", "EUR", Bare::Never)),
    ("pound", doubtful("pound", "GBP", Bare::The)),
    ("pounds", doubtful("pound", "GBP", Bare::Qualified)),
    ("sterling", quiet("pound", "GBP", Bare::Always)),
    ("quid", quiet("pound", "GBP", Bare::Never)),
    ("gbp", quiet("pound", "GBP", Bare::Never)),
    ("yen", whole("yen", "JPY")),
    ("円", quiet("yen", "JPY", Bare::Never)),
    ("yuan", whole("yuan", "CNY")),
    ("renminbi", whole("yuan", "CNY")),
    ("rmb", quiet("yuan", "CNY", Bare::Never)),
    ("元", quiet("yuan", "CNY", Bare::Never)),
    ("won", doubtful("won", "KRW", Bare::Qualified)),
    ("원", quiet("won", "KRW", Bare::Never)),
    ("ruble", whole("ruble", "RUB")),
    ("rubles", whole("ruble", "RUB")),
    ("rouble", whole("ruble", "RUB")),
    ("roubles", whole("ruble", "RUB")),
    ("hryvnia", whole("hryvnia", "UAH")),
    ("hryvnias", whole("hryvnia", "UAH")),
    ("hryvnya", whole("hryvnia", "UAH")),
    ("lira", whole("lira", "TRY")),
    ("liras", whole("lira", "TRY")),
    ("rand", quiet("rand", "ZAR", Bare::The)),
    ("rands", quiet("rand", "ZAR", Bare::Never)),
    ("real", doubtful("real", "BRL", Bare::Qualified)),
    ("reais", whole("real", "BRL")),
    ("reals", whole("real", "BRL")),
    ("zloty", whole("zloty", "PLN")),
    ("zlotys", whole("zloty", "PLN")),
    ("zlotych", whole("zloty", "PLN")),
    ("forint", whole("forint", "HUF")),
    ("forints", whole("forint", "HUF")),
    ("koruna", whole("koruna", "CZK")),
    ("korunas", whole("koruna", "CZK")),
    (
        "crowns",
        Noun { unit: "koruna", money: Money::Open("crown"), kind: Kind::Doubtful, bare: Bare::Qualified },
    ),
    (
        "crown",
        Noun { unit: "koruna", money: Money::Open("crown"), kind: Kind::Doubtful, bare: Bare::Qualified },
    ),
    ("krona", open("krona", Bare::Always)),
    ("kronor", open("krona", Bare::Always)),
    ("kronas", open("krona", Bare::Always)),
    ("krone", open("krone", Bare::Always)),
    ("kroner", open("krone", Bare::Always)),
    ("kr", Noun { unit: "krone", money: Money::Open("krone"), kind: Kind::Whole, bare: Bare::Never }),
    ("franc", open("franc", Bare::Always)),
    ("francs", open("franc", Bare::Always)),
    ("peso", open("peso", Bare::Always)),
    ("pesos", open("peso", Bare::Always)),
    ("rupee", open("rupee", Bare::Always)),
    ("rupees", open("rupee", Bare::Always)),
    ("dinar", open("dinar", Bare::Always)),
    ("dinars", open("dinar", Bare::Always)),
    ("dirham", open("dirham", Bare::Always)),
    ("dirhams", open("dirham", Bare::Always)),
    ("riyal", open("riyal", Bare::Always)),
    ("riyals", open("riyal", Bare::Always)),
    ("rial", open("rial", Bare::Always)),
    ("rials", open("rial", Bare::Always)),
    ("shilling", open("shilling", Bare::Always)),
    ("shillings", open("shilling", Bare::Always)),
    ("guilder", open("guilder", Bare::Always)),
    ("guilders", open("guilder", Bare::Always)),
    ("leu", open("leu", Bare::Always)),
    ("lei", open("leu", Bare::Qualified)),
    ("manat", open("manat", Bare::Always)),
    ("manats", open("manat", Bare::Always)),
    ("kwacha", open("kwacha", Bare::Always)),
    ("colon", open("colon", Bare::Qualified)),
    ("colones", open("colon", Bare::Always)),
    ("mark", Noun { unit: "mark", money: Money::Open("mark"), kind: Kind::Doubtful, bare: Bare::Never }),
    ("marks", Noun { unit: "mark", money: Money::Open("mark"), kind: Kind::Doubtful, bare: Bare::Never }),
    ("lev", quiet("lev", "BGN", Bare::Qualified)),
    ("leva", quiet("lev", "BGN", Bare::Always)),
    ("levs", quiet("lev", "BGN", Bare::Always)),
    ("denar", whole("denar", "MKD")),
    ("denars", whole("denar", "MKD")),
    ("lek", quiet("lek", "ALL", Bare::Qualified)),
    ("leke", quiet("lek", "ALL", Bare::Never)),
    ("lari", whole("lari", "GEL")),
    ("dram", quiet("dram", "AMD", Bare::Qualified)),
    ("drams", quiet("dram", "AMD", Bare::Qualified)),
    ("tenge", whole("tenge", "KZT")),
    ("som", open("som", Bare::Qualified)),
    ("soms", open("som", Bare::Qualified)),
    ("somoni", whole("somoni", "TJS")),
    ("afghani", quiet("afghani", "AFN", Bare::Never)),
    ("afghanis", quiet("afghani", "AFN", Bare::Never)),
    ("taka", whole("taka", "BDT")),
    ("ngultrum", whole("ngultrum", "BTN")),
    ("kyat", whole("kyat", "MMK")),
    ("kyats", whole("kyat", "MMK")),
    ("baht", whole("baht", "THB")),
    ("riel", whole("riel", "KHR")),
    ("riels", whole("riel", "KHR")),
    ("kip", quiet("kip", "LAK", Bare::Qualified)),
    ("dong", quiet("dong", "VND", Bare::Qualified)),
    ("ringgit", whole("ringgit", "MYR")),
    ("rupiah", whole("rupiah", "IDR")),
    ("tugrik", whole("tugrik", "MNT")),
    ("tugriks", whole("tugrik", "MNT")),
    ("pataca", whole("pataca", "MOP")),
    ("patacas", whole("pataca", "MOP")),
    ("kina", quiet("kina", "PGK", Bare::The)),
    ("vatu", whole("vatu", "VUV")),
    ("tala", quiet("tala", "WST", Bare::Never)),
    ("rufiyaa", whole("rufiyaa", "MVR")),
    ("shekel", whole("shekel", "ILS")),
    ("shekels", whole("shekel", "ILS")),
    ("naira", whole("naira", "NGN")),
    ("cedi", whole("cedi", "GHS")),
    ("cedis", whole("cedi", "GHS")),
    ("leone", quiet("leone", "SLE", Bare::Qualified)),
    ("leones", quiet("leone", "SLE", Bare::Never)),
    ("dalasi", whole("dalasi", "GMD")),
    ("ouguiya", whole("ouguiya", "MRU")),
    ("birr", whole("birr", "ETB")),
    ("nakfa", whole("nakfa", "ERN")),
    ("ariary", whole("ariary", "MGA")),
    ("metical", whole("metical", "MZN")),
    ("meticais", whole("metical", "MZN")),
    ("kwanza", quiet("kwanza", "AOA", Bare::Qualified)),
    ("kwanzas", whole("kwanza", "AOA")),
    ("pula", quiet("pula", "BWP", Bare::Qualified)),
    ("loti", quiet("loti", "LSL", Bare::Never)),
    ("maloti", whole("loti", "LSL")),
    ("lilangeni", whole("lilangeni", "SZL")),
    ("emalangeni", whole("lilangeni", "SZL")),
    ("dobra", quiet("dobra", "STN", Bare::Qualified)),
    ("dobras", quiet("dobra", "STN", Bare::Never)),
    ("escudo", quiet("escudo", "CVE", Bare::Qualified)),
    ("escudos", quiet("escudo", "CVE", Bare::Never)),
    ("boliviano", quiet("boliviano", "BOB", Bare::Qualified)),
    ("bolivianos", quiet("boliviano", "BOB", Bare::Never)),
    ("bolivar", quiet("bolivar", "VES", Bare::The)),
    ("bolivars", whole("bolivar", "VES")),
    ("bolivares", whole("bolivar", "VES")),
    ("quetzal", quiet("quetzal", "GTQ", Bare::Qualified)),
    ("quetzales", whole("quetzal", "GTQ")),
    ("lempira", quiet("lempira", "HNL", Bare::The)),
    ("lempiras", whole("lempira", "HNL")),
    ("cordoba", quiet("cordoba", "NIO", Bare::Never)),
    ("cordobas", whole("cordoba", "NIO")),
    ("balboa", quiet("balboa", "PAB", Bare::Never)),
    ("balboas", quiet("balboa", "PAB", Bare::Never)),
    ("sol", quiet("sol", "PEN", Bare::Qualified)),
    ("soles", quiet("sol", "PEN", Bare::Qualified)),
    ("guarani", quiet("guarani", "PYG", Bare::Qualified)),
    ("guaranies", whole("guarani", "PYG")),
    ("gourde", whole("gourde", "HTG")),
    ("gourdes", whole("gourde", "HTG")),
    ("florin", quiet("florin", "AWG", Bare::Qualified)),
    ("florins", quiet("florin", "AWG", Bare::Never)),
    ("peseta", quiet("peseta", "ESP", Bare::Always)),
    ("pesetas", quiet("peseta", "ESP", Bare::Always)),
    ("schilling", quiet("schilling", "ATS", Bare::Always)),
    ("schillings", quiet("schilling", "ATS", Bare::Always)),
    ("drachma", quiet("drachma", "GRD", Bare::Always)),
    ("drachmas", quiet("drachma", "GRD", Bare::Always)),
    ("kuna", quiet("kuna", "HRK", Bare::Qualified)),
    ("kunas", quiet("kuna", "HRK", Bare::Qualified)),
    ("bitcoin", open("bitcoin", Bare::Always)),
    ("bitcoins", open("bitcoin", Bare::Always)),
    ("btc", open("bitcoin", Bare::Never)),
    ("ether", open("ether", Bare::Never)),
    ("cent", hundredth("cent", "USD")),
    ("cents", hundredth("cent", "USD")),
    ("pence", hundredth("penny", "GBP")),
    ("penny", hundredth("penny", "GBP")),
    ("pennies", hundredth("penny", "GBP")),
    ("kopeck", hundredth("kopeck", "RUB")),
    ("kopecks", hundredth("kopeck", "RUB")),
    ("kopeks", hundredth("kopeck", "RUB")),
    ("paise", hundredth("paisa", "INR")),
    ("kobo", hundredth("kobo", "NGN")),
    ("groszy", hundredth("grosz", "PLN")),
]);

/// The currencies of a country, by its adjective or name; the unit behind it picks one.
static COUNTRIES: Lexicon<&[&str], 512> = Lexicon::new(&[
    ("us", &["USD"]),
    ("u.s.", &["USD"]),
    ("u.s", &["USD"]),
    ("american", &["USD"]),
    ("states", &["USD"]),
    ("british", &["GBP"]),
    ("uk", &["GBP"]),
    ("euro", &["EUR"]),
    ("australian", &["AUD"]),
    ("aussie", &["AUD"]),
    ("canadian", &["CAD"]),
    ("zealand", &["NZD"]),
    ("kiwi", &["NZD"]),
    ("kong", &["HKD"]),
    ("singapore", &["SGD"]),
    ("singaporean", &["SGD"]),
    ("taiwan", &["TWD"]),
    ("taiwanese", &["TWD"]),
    ("brunei", &["BND"]),
    ("fijian", &["FJD"]),
    ("fiji", &["FJD"]),
    ("jamaican", &["JMD"]),
    ("bahamian", &["BSD"]),
    ("barbadian", &["BBD"]),
    ("barbados", &["BBD"]),
    ("belize", &["BZD"]),
    ("bermudian", &["BMD"]),
    ("bermuda", &["BMD"]),
    ("caribbean", &["XCD"]),
    ("cayman", &["KYD"]),
    ("guyanese", &["GYD"]),
    ("guyana", &["GYD"]),
    ("liberian", &["LRD"]),
    ("namibian", &["NAD"]),
    ("surinamese", &["SRD"]),
    ("tobago", &["TTD"]),
    ("trinidad", &["TTD"]),
    ("zimbabwean", &["ZWL"]),
    ("zimbabwe", &["ZWL"]),
    ("chinese", &["CNY"]),
    ("offshore", &["CNH"]),
    ("japanese", &["JPY"]),
    ("korean", &["KRW"]),
    ("russian", &["RUB"]),
    ("belarusian", &["BYN"]),
    ("belarussian", &["BYN"]),
    ("ukrainian", &["UAH"]),
    ("turkish", &["TRY"]),
    ("swiss", &["CHF"]),
    ("african", &["ZAR", "XOF"]),
    ("congolese", &["CDF"]),
    ("rwandan", &["RWF"]),
    ("burundian", &["BIF"]),
    ("burundi", &["BIF"]),
    ("djiboutian", &["DJF"]),
    ("djibouti", &["DJF"]),
    ("guinean", &["GNF", "PGK"]),
    ("comorian", &["KMF"]),
    ("cfp", &["XPF"]),
    ("swedish", &["SEK"]),
    ("icelandic", &["ISK"]),
    ("norwegian", &["NOK"]),
    ("danish", &["DKK"]),
    ("czech", &["CZK"]),
    ("polish", &["PLN"]),
    ("hungarian", &["HUF"]),
    ("romanian", &["RON"]),
    ("moldovan", &["MDL"]),
    ("bulgarian", &["BGN"]),
    ("serbian", &["RSD"]),
    ("macedonian", &["MKD"]),
    ("bosnian", &["BAM"]),
    ("convertible", &["BAM"]),
    ("albanian", &["ALL"]),
    ("georgian", &["GEL"]),
    ("armenian", &["AMD"]),
    ("azerbaijani", &["AZN"]),
    ("azeri", &["AZN"]),
    ("turkmen", &["TMT"]),
    ("kazakh", &["KZT"]),
    ("kyrgyz", &["KGS"]),
    ("uzbek", &["UZS"]),
    ("tajik", &["TJS"]),
    ("afghan", &["AFN"]),
    ("indian", &["INR"]),
    ("pakistani", &["PKR"]),
    ("pakistan", &["PKR"]),
    ("nepalese", &["NPR"]),
    ("nepali", &["NPR"]),
    ("lankan", &["LKR"]),
    ("lanka", &["LKR"]),
    ("mauritian", &["MUR"]),
    ("mauritius", &["MUR"]),
    ("seychelles", &["SCR"]),
    ("seychellois", &["SCR"]),
    ("bangladeshi", &["BDT"]),
    ("burmese", &["MMK"]),
    ("myanmar", &["MMK"]),
    ("thai", &["THB"]),
    ("cambodian", &["KHR"]),
    ("lao", &["LAK"]),
    ("vietnamese", &["VND"]),
    ("malaysian", &["MYR"]),
    ("indonesian", &["IDR"]),
    ("philippine", &["PHP"]),
    ("filipino", &["PHP"]),
    ("mongolian", &["MNT"]),
    ("israeli", &["ILS"]),
    ("egyptian", &["EGP"]),
    ("lebanese", &["LBP"]),
    ("syrian", &["SYP"]),
    ("sudanese", &["SDG"]),
    ("iranian", &["IRR"]),
    ("omani", &["OMR"]),
    ("yemeni", &["YER"]),
    ("saudi", &["SAR"]),
    ("arabian", &["SAR"]),
    ("qatari", &["QAR"]),
    ("qatar", &["QAR"]),
    ("uae", &["AED"]),
    ("emirati", &["AED"]),
    ("moroccan", &["MAD"]),
    ("iraqi", &["IQD"]),
    ("jordanian", &["JOD"]),
    ("kuwaiti", &["KWD"]),
    ("bahraini", &["BHD"]),
    ("algerian", &["DZD"]),
    ("tunisian", &["TND"]),
    ("libyan", &["LYD"]),
    ("kenyan", &["KES"]),
    ("kenya", &["KES"]),
    ("ugandan", &["UGX"]),
    ("uganda", &["UGX"]),
    ("tanzanian", &["TZS"]),
    ("tanzania", &["TZS"]),
    ("somali", &["SOS"]),
    ("nigerian", &["NGN"]),
    ("ghanaian", &["GHS"]),
    ("ghana", &["GHS"]),
    ("leonean", &["SLE"]),
    ("gambian", &["GMD"]),
    ("ethiopian", &["ETB"]),
    ("eritrean", &["ERN"]),
    ("malagasy", &["MGA"]),
    ("mozambican", &["MZN"]),
    ("angolan", &["AOA"]),
    ("botswana", &["BWP"]),
    ("zambian", &["ZMW"]),
    ("malawian", &["MWK"]),
    ("malawi", &["MWK"]),
    ("verdean", &["CVE"]),
    ("brazilian", &["BRL"]),
    ("mexican", &["MXN"]),
    ("argentine", &["ARS"]),
    ("argentinian", &["ARS"]),
    ("argentinean", &["ARS"]),
    ("chilean", &["CLP"]),
    ("colombian", &["COP"]),
    ("cuban", &["CUP"]),
    ("dominican", &["DOP"]),
    ("uruguayan", &["UYU"]),
    ("peruvian", &["PEN"]),
    ("bolivian", &["BOB"]),
    ("venezuelan", &["VES"]),
    ("paraguayan", &["PYG"]),
    ("rican", &["CRC"]),
    ("salvadoran", &["SVC"]),
    ("guatemalan", &["GTQ"]),
    ("honduran", &["HNL"]),
    ("nicaraguan", &["NIO"]),
    ("panamanian", &["PAB"]),
    ("haitian", &["HTG"]),
    ("aruban", &["AWG"]),
    ("antillean", &["ANG"]),
    ("falkland", &["FKP"]),
    ("german", &["DEM"]),
    ("french", &["FRF"]),
    ("dutch", &["NLG"]),
    ("italian", &["ITL"]),
    ("spanish", &["ESP"]),
    ("belgian", &["BEF"]),
    ("austrian", &["ATS"]),
    ("greek", &["GRD"]),
    ("portuguese", &["PTE"]),
    ("irish", &["IEP"]),
    ("croatian", &["HRK"]),
    ("gibraltar", &["GIP"]),
]);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_stand_in_order_for_the_search() {
        assert!(ISO_4217.is_sorted_by(|a, b| a.0 < b.0));
    }

    #[test]
    fn every_currency_of_a_country_has_a_name() {
        for (country, codes) in COUNTRIES.entries() {
            for code in *codes {
                assert!(iso(code).is_some(), "{country} {code}");
            }
        }
    }
}
