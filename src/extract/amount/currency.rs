//! Currencies beside a figure or alone: by sign, code, abbreviation and name.
//!
//! A sign or name that several currencies share means the one that international news means by it
//! (`$`, "dollars", "pounds", "roubles"), or stays open where that depends on the country ("francs",
//! "pesos"), unless the rest of the article settles it ([`super::open_currency`]).

pub(super) use super::currency_names::is_name;
use super::currency_names::{Bare, COUNTRIES, Noun, noun};
use super::denomination::{Kind, Money};
use super::iso4217::{ISO_4217, is_word, iso};
use crate::extract::number::{Lexicon, Piece, Reader, entries, is_one_of, piece};
use crate::text::{Gap, TokenKind};

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
        "¢" | "￠" => return Some((Money::Iso("USD"), Kind::Part(2))),
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
    if !letters.as_bytes().first()?.is_ascii_alphabetic() {
        return None;
    }
    if letters.len() == 3
        && let Some((code, _)) = ISO_4217.iter().find(|(code, _)| code.eq_ignore_ascii_case(letters))
    {
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
static ABBREVIATIONS: Lexicon<Money, 128> = Lexicon::new(entries! {
    Money::Open("rupee") => "rs" "re";
    Money::Iso("IDR") => "rp"; Money::Iso("MYR") => "rm"; Money::Iso("CNY") => "rmb";
    Money::Iso("KES") => "ksh" "kshs"; Money::Iso("UGX") => "ush";
    Money::Open("shilling") => "shs" "sh";
    Money::Iso("TZS") => "tsh"; Money::Iso("ZAR") => "r"; Money::Iso("NGN") => "n";
    Money::Open("franc") => "fr" "frs";
    Money::Iso("CHF") => "sfr";
    Money::Open("CFA franc") => "cfa" "fcfa"; Money::Open("krone") => "kr";
    Money::Iso("CZK") => "kč"; Money::Iso("PLN") => "zł"; Money::Iso("HUF") => "ft";
    Money::Iso("BDT") => "tk";
    Money::Open("dirham") => "dh";
    Money::Iso("AED") => "dhs"; Money::Iso("EGP") => "le"; Money::Iso("ILS") => "nis";
    Money::Iso("SAR") => "sr"; Money::Iso("KWD") => "kd"; Money::Iso("QAR") => "qr";
    Money::Iso("JOD") => "jd"; Money::Iso("GHS") => "ghc";
    Money::Open("bitcoin") => "btc";
});

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
    (is_capital || matches!(letters, "kr" | "zł" | "rs")).then_some(found)
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

/// Whether a word is a figure or scale word: "million".
fn is_figure(word: &str) -> bool {
    !matches!(piece(word), None | Some(Piece::Article | Piece::And | Piece::Point | Piece::Several))
}

/// A name before its figure, as in "rupee 4,000" or "Malaysian ringgit 42"; with an article it stands by itself ("the yen
/// 0.3 per cent lower").
fn name_before_figure(reader: Reader<'_>, at: usize) -> Option<Mention> {
    let noun = noun(reader.word(at)).filter(|noun| noun.kind == Kind::Whole)?;
    let (money, first) = qualified(reader, at, noun, 0);
    let has_article = is_one_of(reader.before(first, 1), &["the", "a"]);
    // "nzd 30" in small letters is a code all the same.
    let is_code = reader.is(at, "rmb")
        || matches!(noun.money, Money::Iso(code) if code.eq_ignore_ascii_case(reader.word(at)));
    let kind = if is_code { Kind::Whole } else { Kind::Doubtful };
    (!has_article).then_some(Mention { money, first, end: at + 1, kind })
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
            // "a $ 5 note": a small letter is the article.
            let is_article = reader.word(letters) == "a";
            let is_joined = reader.is_solid(last)
                || !is_clitic
                    && !is_article
                    && reader.gap(last) == Gap::Space
                    && reader.gap(at) == Gap::Space;
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
            // "50 dollars 40" and "50 USD, 40 EUR": the word belongs to the figure before it.
            let before = last.wrapping_sub(1);
            if reader.gap(last) <= Gap::Space
                && (reader.kind(before) == Some(TokenKind::Number) || is_figure(reader.word(before)))
            {
                return None;
            }
            if let Some(code) = millions(word) {
                return Some(Mention { money: Money::Iso(code), first: last, end: at, kind: Kind::Million });
            }
            if let Some((money, kind)) = kind_before_figure(word) {
                return Some(Mention { money, first: last, end: at, kind });
            }
            name_before_figure(reader, last)
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
            let (name_at, noun) = name_end(reader, at)?;
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

/// The noun of a currency's name that begins at `at`, and its token: "dollars", "Hong Kong dollars".
fn name_end(reader: Reader<'_>, at: usize) -> Option<(usize, &'static Noun)> {
    let joined = |&token: &usize| token == at || reader.goes_on(token);
    (at..at + 3).filter(joined).find_map(|token| Some((token, noun(reader.word(token))?)))
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
    let in_compound = reader.is_capital(at) && reader.is_digits(at + 1)
        || reader.is_hyphened(first)
        || reader.is(at + 1, "zone")
        || reader.is(at + 1, "area")
        || reader.is_hyphened(at + 2);
    (stands && !is_name && !in_compound).then_some(Mention { money, first, end: at + 1, kind: noun.kind })
}

/// The currency of a noun with its country before it, and the first token of both; no token before
/// `from` is looked at.
fn qualified(reader: Reader<'_>, at: usize, noun: &Noun, from: usize) -> (Money, usize) {
    // "US dollars" and "US-dollar"
    let adjective = if reader.is_hyphened(at) { at.wrapping_sub(2) } else { at.wrapping_sub(1) };
    let default = (noun.money, at);
    if at <= from || adjective < from || !reader.goes_on(at) {
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
