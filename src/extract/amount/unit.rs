//! Units of measure: those of the SI (BIPM brochure, 9th edition, with its prefixes) and the
//! customary ones that news uses, by name and by symbol.

use crate::extract::number::{Lexicon, Reader, entries, is_one_of};
use crate::text::TokenKind;

/// A unit as the text names it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Unit {
    /// "square", "cubic" or nothing.
    shape: &'static str,
    /// "kilo", "mega" or nothing.
    prefix: &'static str,
    /// The English name in the singular.
    base: &'static str,
    /// What it is divided by: "hour" in miles per hour.
    per: &'static str,
    /// The token behind it.
    pub(super) end: usize,
}

impl Unit {
    /// The unit of this name, without more, whose last token stands before `end`.
    pub(super) fn of(base: &'static str, end: usize) -> Unit {
        Unit { shape: "", prefix: "", base, per: "", end }
    }

    /// The unit with the bracket behind it.
    pub(super) fn closed(self) -> Unit {
        Unit { end: self.end + 1, ..self }
    }

    /// The English name in the singular: `square kilometer`, `mile per hour`.
    pub(super) fn name(&self) -> String {
        let space = if self.shape.is_empty() { "" } else { " " };
        let per = if self.per.is_empty() { "" } else { " per " };
        [self.shape, space, self.prefix, self.base, per, self.per].concat()
    }

    /// Whether both are the same unit, wherever they stand.
    pub(super) fn is_same(&self, other: &Unit) -> bool {
        Unit { end: 0, ..*self } == Unit { end: 0, ..*other }
    }

    pub(super) fn is(&self, base: &str) -> bool {
        self.base == base && self.prefix.is_empty() && self.shape.is_empty() && self.per.is_empty()
    }
}

/// The unit that begins at token `at`. Symbols go with digits only: "five m" is no measure.
pub(super) fn unit(reader: Reader<'_>, at: usize, is_digits: bool) -> Option<Unit> {
    let word = reader.word(at);
    let unit = match reader.kind(at)? {
        TokenKind::Word => name(reader, at)
            .or_else(|| symbol(word).filter(|_| is_digits || matches!(word, "km" | "kg" | "mm" | "cm")))
            .map(|unit| Unit { end: unit.end.max(at + 1), ..unit })?,
        TokenKind::Punctuation if word == "°" => degrees(reader, at + 1),
        TokenKind::Punctuation if word == "℃" => Unit::of("degree Celsius", at + 1),
        TokenKind::Punctuation if word == "℉" => Unit::of("degree Fahrenheit", at + 1),
        _ => return None,
    };
    Some(per(reader, unit))
}

/// A unit by name, with "square" or "cubic" before it.
fn name(reader: Reader<'_>, at: usize) -> Option<Unit> {
    let word = reader.word(at);
    let shape = match () {
        () if is_one_of(word, &["square", "sq"]) => "square",
        () if is_one_of(word, &["cubic", "cu"]) => "cubic",
        () => "",
    };
    if !shape.is_empty() {
        let next = at + 1 + usize::from(reader.word(at + 1) == "." && reader.is_solid(at + 1));
        let next = reader.behind(next)?;
        let unit = simple_name(reader.word(next)).or_else(|| symbol(reader.word(next)))?;
        let is_length = matches!(unit.base, "meter" | "mile" | "foot" | "inch" | "yard");
        return is_length.then_some(Unit { shape, end: next + 1, ..unit });
    }
    let next = |words: &[&str]| {
        let next = reader.behind(at + 1)?;
        is_one_of(reader.word(next), words).then_some(next + 1)
    };
    match () {
        () if is_one_of(word, &["degree", "degrees", "deg"]) => {
            let stop = reader.is(at, "deg") && reader.word(at + 1) == "." && reader.is_solid(at + 1);
            return Some(degrees(reader, at + 1 + usize::from(stop)));
        }
        () if is_one_of(word, &["metric"]) => {
            return next(&["ton", "tons", "tonne", "tonnes"]).map(|end| Unit::of("metric ton", end));
        }
        () if is_one_of(word, &["long", "short"]) => {
            let base = if reader.is(at, "long") { "long ton" } else { "short ton" };
            return next(&["ton", "tons"]).map(|end| Unit::of(base, end));
        }
        () if is_one_of(word, &["nautical"]) => {
            return next(&["mile", "miles"]).map(|end| Unit::of("nautical mile", end));
        }
        () if is_one_of(word, &["light"]) => {
            return next(&["year", "years"]).map(|end| Unit::of("light-year", end));
        }
        () if is_one_of(word, &["fluid"]) => {
            return next(&["ounce", "ounces"]).map(|end| Unit::of("fluid ounce", end));
        }
        () => {}
    }
    let unit = Unit { end: at + 1, ..simple_name(word)? };
    // Watts, volts and amperes multiply with hours.
    if matches!(unit.base, "watt" | "ampere")
        && let Some(end) = next(&["hour", "hours"])
    {
        let base = if unit.base == "watt" { "watt-hour" } else { "ampere-hour" };
        return Some(Unit { base, end, ..unit });
    }
    Some(unit)
}

/// A unit whose name is one word.
fn simple_name(word: &str) -> Option<Unit> {
    if let Some(base) = NAMES.get(word) {
        return Some(Unit::of(base, 0));
    }
    // A prefix is tried only on words of its length, of which there are few.
    PREFIXES.iter().find_map(|prefix| {
        let rest = word
            .get(prefix.len()..)
            .filter(|_| word.get(..prefix.len()).is_some_and(|head| head.eq_ignore_ascii_case(prefix)))?;
        let base = NAMES.get(rest).filter(|base| takes_prefix(base))?;
        Some(Unit { prefix, ..Unit::of(base, 0) })
    })
}

/// What is behind `°` or "degrees": the scale, or a plain angle or temperature.
fn degrees(reader: Reader<'_>, end: usize) -> Unit {
    let scale = match reader.word(end) {
        word if is_one_of(word, &["celsius", "celcius", "centigrade"]) => "degree Celsius",
        word if is_one_of(word, &["fahrenheit", "farenheit"]) => "degree Fahrenheit",
        "C" | "c" => "degree Celsius",
        "F" | "f" => "degree Fahrenheit",
        _ => return Unit::of("degree", end),
    };
    if reader.goes_on(end) { Unit::of(scale, end + 1) } else { Unit::of("degree", end) }
}

/// "per hour", "an hour", "/h" behind a length or an amount of data.
fn per(reader: Reader<'_>, unit: Unit) -> Unit {
    let divides = matches!(unit.base, "meter" | "mile" | "foot" | "bit" | "byte" | "nautical mile");
    if !divides || !unit.per.is_empty() || !reader.goes_on(unit.end) {
        return unit;
    }
    // "60-mile-an-hour winds"
    let is_hyphened = reader.is_hyphened(unit.end + 1) && reader.is_hyphened(unit.end + 3);
    let by_at = unit.end + usize::from(is_hyphened);
    let by = reader.word(by_at);
    let (at, is_sign) = match () {
        () if is_one_of(by, &["per", "a", "an"]) => (by_at + 1 + usize::from(is_hyphened), false),
        () if by == "/" && reader.is_solid(by_at) => (by_at + 1, true),
        () => return unit,
    };
    let time = reader.word(at);
    let per = match () {
        () if is_one_of(time, &["hour", "hr"]) || is_sign && time == "h" => "hour",
        () if is_one_of(time, &["second", "sec"]) || is_sign && time == "s" => "second",
        () if is_one_of(time, &["minute", "min"]) => "minute",
        () if is_one_of(time, &["millisecond"]) || is_sign && time == "ms" => "millisecond",
        () => return unit,
    };
    Unit { per, end: at + 1, ..unit }
}

const PREFIXES: [&str; 11] =
    ["kilo", "mega", "giga", "tera", "peta", "hecto", "centi", "milli", "micro", "nano", "deci"];

fn takes_prefix(base: &str) -> bool {
    matches!(
        base,
        "meter"
            | "gram"
            | "liter"
            | "watt"
            | "volt"
            | "ampere"
            | "hertz"
            | "byte"
            | "bit"
            | "joule"
            | "ton"
            | "tonne"
            | "calorie"
            | "pascal"
            | "newton"
            | "ohm"
            | "sievert"
            | "pixel"
            | "mole"
            | "farad"
            | "tesla"
    )
}

/// Names in the singular and plural, of British and American spelling.
static NAMES: Lexicon<&str, 512> = Lexicon::new(entries! {
    "meter" => "meter" "meters" "metre" "metres"; "mile" => "mile" "miles"; "foot" => "foot" "feet";
    "inch" => "inch" "inches"; "yard" => "yard" "yards"; "fathom" => "fathom" "fathoms";
    "furlong" => "furlong" "furlongs"; "micron" => "micron" "microns"; "acre" => "acre" "acres";
    "hectare" => "hectare" "hectares"; "liter" => "liter" "liters" "litre" "litres";
    "gallon" => "gallon" "gallons"; "pint" => "pint" "pints"; "quart" => "quart" "quarts";
    "barrel" => "barrel" "barrels"; "bushel" => "bushel" "bushels"; "cup" => "cup" "cups";
    "tablespoon" => "tablespoon" "tablespoons"; "teaspoon" => "teaspoon" "teaspoons";
    "gram" => "gram" "grams" "gramme" "grammes"; "kilogram" => "kilo" "kilos"; "pound" => "pound" "pounds";
    "ounce" => "ounce" "ounces"; "stone" => "stone"; "ton" => "ton" "tons"; "tonne" => "tonne" "tonnes";
    "carat" => "carat" "carats"; "watt" => "watt" "watts"; "volt" => "volt" "volts";
    "ampere" => "amp" "amps" "ampere" "amperes"; "ohm" => "ohm" "ohms"; "hertz" => "hertz";
    "joule" => "joule" "joules"; "calorie" => "calorie" "calories"; "horsepower" => "horsepower" "hp";
    "pascal" => "pascal" "pascals"; "newton" => "newton" "newtons"; "sievert" => "sievert" "sieverts";
    "byte" => "byte" "bytes"; "bit" => "bit" "bits"; "pixel" => "pixel" "pixels"; "knot" => "knot" "knots";
    "mile per hour" => "mph"; "kilometer per hour" => "kph" "kmph" "kmh"; "decibel" => "decibel" "decibels";
    "radian" => "radian" "radians"; "degree Celsius" => "celsius" "celcius" "centigrade";
    "degree Fahrenheit" => "fahrenheit" "farenheit"; "kelvin" => "kelvin"; "lumen" => "lumen" "lumens";
    "magnitude" => "magnitude"; "megaton" => "megaton" "megatons"; "kiloton" => "kiloton" "kilotons";
});

/// Symbols, whose case matters: `MW` and `mW`, `MB` and `Mb`.
fn symbol(symbol: &str) -> Option<Unit> {
    let (shape, prefix, base, per) = match symbol {
        "m" => ("", "", "meter", ""),
        "cm" => ("", "centi", "meter", ""),
        "dm" => ("", "deci", "meter", ""),
        "mm" => ("", "milli", "meter", ""),
        "nm" => ("", "nano", "meter", ""),
        "µm" | "μm" => ("", "micro", "meter", ""),
        "km" | "KM" | "Km" | "kms" | "Kms" => ("", "kilo", "meter", ""),
        "mi" => ("", "", "mile", ""),
        "ft" => ("", "", "foot", ""),
        "yd" | "yds" => ("", "", "yard", ""),
        "m2" | "m²" | "sqm" => ("square", "", "meter", ""),
        "km2" | "km²" | "sqkm" => ("square", "kilo", "meter", ""),
        "cm2" | "cm²" => ("square", "centi", "meter", ""),
        "ft2" | "ft²" | "sqft" => ("square", "", "foot", ""),
        "m3" | "m³" => ("cubic", "", "meter", ""),
        "cm3" | "cm³" | "cc" => ("cubic", "centi", "meter", ""),
        "ha" => ("", "", "hectare", ""),
        "l" | "L" => ("", "", "liter", ""),
        "ml" | "mL" => ("", "milli", "liter", ""),
        "cl" => ("", "centi", "liter", ""),
        "dl" => ("", "deci", "liter", ""),
        "g" => ("", "", "gram", ""),
        "kg" | "Kg" | "KG" | "kgs" => ("", "kilo", "gram", ""),
        "mg" => ("", "milli", "gram", ""),
        "mcg" | "µg" | "μg" => ("", "micro", "gram", ""),
        "lb" | "lbs" => ("", "", "pound", ""),
        "oz" => ("", "", "ounce", ""),
        "t" => ("", "", "tonne", ""),
        "kt" => ("", "kilo", "tonne", ""),
        "Mt" => ("", "mega", "tonne", ""),
        "Gt" => ("", "giga", "tonne", ""),
        "gal" | "gals" => ("", "", "gallon", ""),
        "tbsp" => ("", "", "tablespoon", ""),
        "tsp" => ("", "", "teaspoon", ""),
        "qt" | "qts" => ("", "", "quart", ""),
        "bbl" | "bbls" => ("", "", "barrel", ""),
        "W" => ("", "", "watt", ""),
        "kW" | "KW" | "kw" => ("", "kilo", "watt", ""),
        "MW" => ("", "mega", "watt", ""),
        "GW" => ("", "giga", "watt", ""),
        "TW" => ("", "tera", "watt", ""),
        "Wh" => ("", "", "watt-hour", ""),
        "kWh" | "KWh" => ("", "kilo", "watt-hour", ""),
        "MWh" => ("", "mega", "watt-hour", ""),
        "GWh" => ("", "giga", "watt-hour", ""),
        "TWh" => ("", "tera", "watt-hour", ""),
        "V" => ("", "", "volt", ""),
        "kV" => ("", "kilo", "volt", ""),
        "mAh" => ("", "milli", "ampere-hour", ""),
        "Hz" => ("", "", "hertz", ""),
        "kHz" | "KHz" | "khz" => ("", "kilo", "hertz", ""),
        "MHz" | "mhz" | "Mhz" => ("", "mega", "hertz", ""),
        "GHz" | "ghz" | "Ghz" => ("", "giga", "hertz", ""),
        "kB" | "KB" | "kb" => ("", "kilo", "byte", ""),
        "MB" | "mb" => ("", "mega", "byte", ""),
        "GB" | "gb" => ("", "giga", "byte", ""),
        "TB" | "tb" => ("", "tera", "byte", ""),
        "PB" => ("", "peta", "byte", ""),
        "kbps" | "Kbps" => ("", "kilo", "bit", "second"),
        "Mbps" | "mbps" => ("", "mega", "bit", "second"),
        "Gbps" | "gbps" => ("", "giga", "bit", "second"),
        "kcal" => ("", "kilo", "calorie", ""),
        "kJ" => ("", "kilo", "joule", ""),
        "MJ" => ("", "mega", "joule", ""),
        "hPa" => ("", "hecto", "pascal", ""),
        "kPa" => ("", "kilo", "pascal", ""),
        "mSv" => ("", "milli", "sievert", ""),
        "dB" => ("", "", "decibel", ""),
        "rad" => ("", "", "radian", ""),
        "bhp" => ("", "", "horsepower", ""),
        "MP" => ("", "mega", "pixel", ""),
        _ => return None,
    };
    Some(Unit { shape, prefix, base, per, end: 0 })
}
