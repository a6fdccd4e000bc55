use super::{Currency, Figure, Modifier, Value};

impl Value {
    /// The value in a short form for people, such as `> 2,300,000,000 USD` or `2024-07-02`; empty
    /// for a shape that this version does not know.
    pub fn describe(&self) -> String {
        let qualified = |modifier: Option<Modifier>, text: String| match modifier {
            Some(modifier) => format!("{} {text}", modifier.sign()),
            None => text,
        };
        match self {
            Value::Money(money) => {
                let currency = match &money.currency {
                    Currency::Iso(code) | Currency::Open(code) => code,
                };
                match money.amount {
                    Some(amount) => qualified(money.modifier, format!("{} {currency}", figure(amount))),
                    None => currency.to_string(),
                }
            }
            Value::Percent(percent) => {
                let unit = if percent.points { " points" } else { " %" };
                qualified(percent.modifier, figure(percent.percent) + unit)
            }
            Value::Quantity(quantity) => {
                qualified(quantity.modifier, format!("{} {}", figure(quantity.number), quantity.unit))
            }
            Value::Cardinal(cardinal) => qualified(cardinal.modifier, figure(cardinal.number)),
            Value::Ordinal(ordinal) => format!("no. {ordinal}"),
            Value::Timex(timex) => qualified(timex.modifier, timex.timex.replace('/', " – ")),
            Value::Quote(quote) => quote.speaker.clone(),
            Value::Other(_) => String::new(),
        }
    }
}

impl Modifier {
    fn sign(self) -> &'static str {
        match self {
            Modifier::MoreThan => ">",
            Modifier::LessThan => "<",
            Modifier::AtLeast => "≥",
            Modifier::AtMost | Modifier::UpTo => "≤",
            Modifier::About => "≈",
        }
    }
}

fn figure(figure: Figure) -> String {
    match figure {
        Figure::Exact(number) => grouped(&number.to_string()),
        Figure::Range { low, high } => {
            format!("{} – {}", grouped(&low.to_string()), grouped(&high.to_string()))
        }
    }
}

/// The digits before the point in groups of three.
fn grouped(number: &str) -> String {
    let whole_end = number.find('.').unwrap_or(number.len());
    let mut out = String::with_capacity(number.len() + number.len() / 3);
    for (index, c) in number.char_indices() {
        let left = whole_end.saturating_sub(index);
        if left > 0 && left.is_multiple_of(3) && out.ends_with(|c: char| c.is_ascii_digit()) {
            out.push(',');
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::{Cardinal, Money, Timex};
    use super::*;

    #[test]
    fn figures_are_grouped_and_qualified() {
        let amount = Some(Figure::Exact("2300000000".parse().expect("a number")));
        let modifier = Some(Modifier::MoreThan);
        let money = Money { amount, currency: Currency::Iso("USD".into()), modifier };
        assert_eq!(Value::Money(money).describe(), "> 2,300,000,000 USD");
        for (number, expected) in [("999", "999"), ("-1234.5678", "-1,234.5678"), ("100000", "100,000")] {
            let number = Figure::Exact(number.parse().expect("a number"));
            assert_eq!(Value::Cardinal(Cardinal { number, modifier: None }).describe(), expected);
        }
    }

    #[test]
    fn periods_show_both_ends() {
        let timex = Timex { timex: "2024-07-09/2024-07-11".into(), modifier: None };
        assert_eq!(Value::Timex(timex).describe(), "2024-07-09 – 2024-07-11");
    }
}
