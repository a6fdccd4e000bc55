use super::{Currency, Decimal, Figure, Modifier, Value, timex};
use crate::text::grouped;

impl Value {
    /// The value in short as people write it, such as `more than $2.3 billion`, `2 July 2024` or `Tuesday,
    /// week not given`: what is shown wherever a value is shown. Empty for a shape that this version does
    /// not know.
    pub fn describe(&self) -> String {
        self.shown(short)
    }

    /// The same with all digits: `more than $2,300,000,000`.
    pub fn describe_in_full(&self) -> String {
        self.shown(|number| grouped(&number.to_string()))
    }

    fn shown(&self, number: impl Fn(Decimal) -> String) -> String {
        let figure = |figure: Figure, around: &dyn Fn(&str) -> String| match figure {
            Figure::Exact(exact) => around(&number(exact)),
            Figure::Range { low, high } => around(&range(&number(low), &number(high))),
        };
        let qualified = |modifier: Option<Modifier>, text: String| match modifier {
            Some(modifier) => format!("{} {text}", modifier.words()),
            None => text,
        };
        match self {
            Value::Money(money) => {
                let currency = match &money.currency {
                    Currency::Iso(code) | Currency::Open(code) => code,
                };
                let Some(amount) = money.amount else { return currency.to_string() };
                let around = |text: &str| match sign_of(currency) {
                    Some(sign) => match text.strip_prefix('-') {
                        Some(text) => format!("−{sign}{text}"),
                        None => format!("{sign}{text}"),
                    },
                    None => format!("{text} {currency}"),
                };
                qualified(money.modifier, figure(amount, &around))
            }
            Value::Percent(percent) => {
                let unit = if percent.points { " percentage points" } else { " %" };
                qualified(percent.modifier, figure(percent.percent, &|text| format!("{text}{unit}")))
            }
            Value::Quantity(quantity) => {
                let text = figure(quantity.number, &|text| {
                    if text == "1" {
                        format!("1 {}", quantity.unit)
                    } else {
                        format!("{text} {}", plural(&quantity.unit))
                    }
                });
                qualified(quantity.modifier, text)
            }
            Value::Cardinal(cardinal) => {
                qualified(cardinal.modifier, figure(cardinal.number, &str::to_owned))
            }
            Value::Ordinal(ordinal) => format!("no. {ordinal}"),
            Value::Timex(time) => {
                let shown = qualified(time.modifier, timex::shown(&time.timex));
                match time.ends {
                    Some((begin, end)) => format!("{shown} ({})", timex::shown_days(begin, end)),
                    None => shown,
                }
            }
            Value::Quote(quote) if quote.speaker.is_empty() && quote.named == Some(false) => {
                "unnamed".to_owned()
            }
            Value::Quote(quote) => quote.speaker.clone(),
            Value::Other(_) => String::new(),
        }
    }
}

impl Modifier {
    /// The modifier in words, to stand before a figure.
    pub fn words(self) -> &'static str {
        match self {
            Modifier::MoreThan => "more than",
            Modifier::LessThan => "less than",
            Modifier::AtLeast => "at least",
            Modifier::AtMost => "at most",
            Modifier::UpTo => "up to",
            Modifier::About => "about",
            Modifier::Before => "before",
            Modifier::After => "after",
            Modifier::OnOrBefore => "no later than",
            Modifier::OnOrAfter => "no earlier than",
            Modifier::Start => "early",
            Modifier::Mid => "mid",
            Modifier::End => "late",
        }
    }
}

/// The signs that stand for one currency wherever they are read.
const SIGNS: &[(&str, &str)] = &[
    ("USD", "$"),
    ("EUR", "€"),
    ("GBP", "£"),
    ("JPY", "¥"),
    ("INR", "₹"),
    ("KRW", "₩"),
    ("ILS", "₪"),
    ("UAH", "₴"),
    ("TRY", "₺"),
    ("NGN", "₦"),
];

fn sign_of(currency: &str) -> Option<&'static str> {
    SIGNS.iter().find(|(code, _)| *code == currency).map(|(_, sign)| *sign)
}

/// The plural of a unit's English name. Of a compound the head changes: miles per hour, square feet.
fn plural(unit: &str) -> String {
    match unit {
        "degree Celsius" => return "°C".to_owned(),
        "degree Fahrenheit" => return "°F".to_owned(),
        _ => {}
    }
    let (head, rest) = match unit.find(" per ") {
        Some(at) => unit.split_at(at),
        None => (unit, ""),
    };
    let is_alike = |word: &str| {
        word.ends_with(['s', '²', '³'])
            || word.chars().count() < 3
            || ["celsius", "fahrenheit", "kelvin", "hertz", "percent", "stone", "horsepower"].contains(&word)
            || word.chars().all(|c| !c.is_lowercase())
    };
    let last = head.rsplit(' ').next().unwrap_or(head);
    let stem = &head[..head.len() - last.len()];
    let many = match last {
        "foot" => "feet".to_owned(),
        "inch" => "inches".to_owned(),
        "century" => "centuries".to_owned(),
        word if is_alike(word) => word.to_owned(),
        word => format!("{word}s"),
    };
    format!("{stem}{many}{rest}")
}

/// Both ends; where they have the same scale word it stands once.
fn range(low: &str, high: &str) -> String {
    if let (Some((one, scale)), Some((other, same))) = (low.split_once(' '), high.split_once(' '))
        && scale == same
    {
        return format!("{one}–{other} {scale}");
    }
    format!("{low}–{high}")
}

/// A number with a scale word where that is shorter and exact to four digits behind the point.
fn short(number: Decimal) -> String {
    const SCALES: [(&str, u32); 3] = [("trillion", 12), ("billion", 9), ("million", 6)];
    let Some(whole) = number.to_integer() else { return grouped(&number.to_string()) };
    for (scale, zeros) in SCALES {
        let step = 10_i128.pow(zeros);
        if whole.unsigned_abs() >= step.unsigned_abs() && whole % 10_i128.pow(zeros - 4) == 0 {
            // A number of this size by ten to the fourth has an exact decimal.
            let scaled = Decimal::new(whole / 10_i128.pow(zeros - 4), 4);
            return format!("{} {scale}", grouped(&scaled.to_string()));
        }
    }
    grouped(&number.to_string())
}

#[cfg(test)]
mod tests {
    use super::super::{Cardinal, Money, Percent, Quantity, Timex};
    use super::*;

    fn exact(number: &str) -> Figure {
        Figure::Exact(number.parse().expect("a number"))
    }

    #[test]
    fn figures_are_grouped_and_qualified() {
        let modifier = Some(Modifier::MoreThan);
        let money = |amount, code: &'static str, modifier| {
            Value::Money(Money { amount: Some(amount), currency: Currency::Iso(code.into()), modifier })
        };
        let billions = money(exact("2300000000"), "USD", modifier);
        assert_eq!(billions.describe(), "more than $2.3 billion");
        assert_eq!(billions.describe_in_full(), "more than $2,300,000,000");
        assert_eq!(money(exact("3500000"), "CHF", None).describe(), "3.5 million CHF");
        assert_eq!(money(exact("-500"), "EUR", None).describe(), "−€500");
        let range = Figure::Range { low: 5_000_000.into(), high: 7_000_000.into() };
        assert_eq!(money(range, "GBP", None).describe(), "£5–7 million");
        for (number, expected) in [
            ("999", "999"),
            ("-1234.5678", "-1,234.5678"),
            ("100000", "100,000"),
            ("1234567", "1,234,567"),
            ("1234500", "1.2345 million"),
            ("12000000000000000", "12,000 trillion"),
        ] {
            let number = exact(number);
            assert_eq!(Value::Cardinal(Cardinal { number, modifier: None }).describe(), expected);
        }
    }

    #[test]
    fn units_stand_in_the_plural() {
        let of = |number, unit: &str| {
            Value::Quantity(Quantity { number: exact(number), unit: unit.into(), modifier: None }).describe()
        };
        assert_eq!(of("4", "mile"), "4 miles");
        assert_eq!(of("1", "mile"), "1 mile");
        assert_eq!(of("6", "square foot"), "6 square feet");
        assert_eq!(of("60", "mile per hour"), "60 miles per hour");
        assert_eq!(of("20", "degree Celsius"), "20 °C");
        let percent = Percent { percent: exact("2.5"), points: true, modifier: Some(Modifier::About) };
        assert_eq!(Value::Percent(percent).describe(), "about 2.5 percentage points");
    }

    #[test]
    fn periods_show_both_ends() {
        let timex = Timex { timex: "2024-07-09/2024-07-11".into(), modifier: None, ends: None };
        assert_eq!(Value::Timex(timex).describe(), "9–11 July 2024");
        let ends = Some((jiff::civil::date(2022, 7, 2), jiff::civil::date(2024, 7, 2)));
        let timex = Timex { timex: "P2Y".into(), modifier: None, ends };
        assert_eq!(Value::Timex(timex).describe(), "2 years (2 July 2022 – 2 July 2024)");
    }
}
