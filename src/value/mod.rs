//! Values: what an amount, a date or a quote means, in machine form.
//!
//! These are the domain types. How they are written in JSON is the business of the file formats.

mod days;
mod decimal;
mod describe;
mod read_time;
mod shown_day;
mod timex;

use jiff::civil::Date;

use std::borrow::Cow;

pub use decimal::{Decimal, NotADecimal};
pub use read_time::{days_between, read_day, read_time};
pub use shown_day::{date_of, day, day_of, short_day_of, short_time_of};
pub(crate) use timex::{MONTHS, WEEKDAYS};

/// What a marked piece of text means.
#[derive(Clone, PartialEq, Hash, Debug)]
pub enum Value {
    /// An amount of money.
    Money(Money),
    /// A percentage, or percentage points.
    Percent(Percent),
    /// A number with a unit of measure.
    Quantity(Quantity),
    /// Any other number.
    Cardinal(Cardinal),
    /// A place in an order: 3 for "third".
    Ordinal(u64),
    /// A date, a time of day or a length of time: which of them, the label says.
    Timex(Timex),
    /// Who said what is quoted.
    Quote(Quote),
    /// A value of a shape that this version does not know, kept as it stood in the file.
    Other(serde_json::Map<String, serde_json::Value>),
}

impl Value {
    /// Who said what is quoted or told, where it is a value of speech.
    pub fn as_quote(&self) -> Option<&Quote> {
        match self {
            Value::Quote(quote) => Some(quote),
            _ => None,
        }
    }
}

/// One figure, or a range of them.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Figure {
    /// A single figure.
    Exact(Decimal),
    /// A range with both ends; a single end is an exact figure with a [`Modifier`].
    Range {
        /// The lower end.
        low: Decimal,
        /// The upper end.
        high: Decimal,
    },
}

impl Figure {
    /// Whether all of it is below a whole number.
    pub fn is_below(self, limit: i64) -> bool {
        let most = match self {
            Figure::Exact(number) => number,
            Figure::Range { high, .. } => high,
        };
        most < Decimal::from(limit)
    }
}

/// How the text qualifies a figure.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Modifier {
    /// "more than", "over", "exceeding"
    MoreThan,
    /// "less than", "under", "below", "nearly"
    LessThan,
    /// "at least", "no fewer than"
    AtLeast,
    /// "at most", "no more than"
    AtMost,
    /// "about", "some", "around"
    About,
    /// "up to", "as many as"
    UpTo,
    /// "pre-1959"
    Before,
    /// "post-1959"
    After,
    /// "no later than", "or earlier"
    OnOrBefore,
    /// "or later", "onwards"
    OnOrAfter,
    /// "early", "the beginning of"
    Start,
    /// "mid-", "the middle of"
    Mid,
    /// "late", "the end of"
    End,
}

impl Modifier {
    /// All modifiers.
    pub const ALL: [Modifier; 13] = [
        Modifier::MoreThan,
        Modifier::LessThan,
        Modifier::AtLeast,
        Modifier::AtMost,
        Modifier::About,
        Modifier::UpTo,
        Modifier::Before,
        Modifier::After,
        Modifier::OnOrBefore,
        Modifier::OnOrAfter,
        Modifier::Start,
        Modifier::Mid,
        Modifier::End,
    ];

    /// The modifier's name in files: `more_than` and so on.
    pub fn code(self) -> &'static str {
        match self {
            Modifier::MoreThan => "more_than",
            Modifier::LessThan => "less_than",
            Modifier::AtLeast => "at_least",
            Modifier::AtMost => "at_most",
            Modifier::About => "about",
            Modifier::UpTo => "up_to",
            Modifier::Before => "before",
            Modifier::After => "after",
            Modifier::OnOrBefore => "on_or_before",
            Modifier::OnOrAfter => "on_or_after",
            Modifier::Start => "start",
            Modifier::Mid => "mid",
            Modifier::End => "end",
        }
    }
}

/// An amount of money.
#[derive(Clone, PartialEq, Hash, Debug)]
pub struct Money {
    /// How much, in units of the currency; `None` for a bare mention ("the yuan fell").
    pub amount: Option<Figure>,
    /// Which currency.
    pub currency: Currency,
    /// How the text qualifies the amount.
    pub modifier: Option<Modifier>,
}

/// A currency, as far as the text settles it.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Currency {
    /// An ISO 4217 code, such as `USD`.
    Iso(Cow<'static, str>),
    /// A unit that several currencies share and the text leaves open, such as `franc`.
    Open(Cow<'static, str>),
}

/// A percentage.
#[derive(Clone, PartialEq, Hash, Debug)]
pub struct Percent {
    /// How many per cent, or how many percentage points.
    pub percent: Figure,
    /// Whether the figure counts percentage points.
    pub points: bool,
    /// How the text qualifies the figure.
    pub modifier: Option<Modifier>,
}

/// A number with a unit of measure.
#[derive(Clone, PartialEq, Hash, Debug)]
pub struct Quantity {
    /// How many units.
    pub number: Figure,
    /// The unit's English name in the singular, such as `mile`.
    pub unit: String,
    /// How the text qualifies the number.
    pub modifier: Option<Modifier>,
}

/// A plain number.
#[derive(Clone, PartialEq, Hash, Debug)]
pub struct Cardinal {
    /// The number.
    pub number: Figure,
    /// How the text qualifies it.
    pub modifier: Option<Modifier>,
}

/// A point, period or length of time.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Timex {
    /// The value in TIMEX3 / ISO 8601: `2024-07-02`, `2023-SU`, `T15:30`, `P2Y`.
    pub timex: String,
    /// How the text qualifies it.
    pub modifier: Option<Modifier>,
    /// The days between which a length lies that reaches to or from the day of publication: "the past two years".
    pub ends: Option<(Date, Date)>,
}

impl Timex {
    /// A time without a modifier; `None` where `timex` is no TIMEX3 value that is known here.
    pub fn new(timex: &str) -> Option<Timex> {
        timex::is_known(timex).then(|| Timex { timex: timex.to_owned(), modifier: None, ends: None })
    }
}

/// The attributes of quoted and told speech.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub struct Quote {
    /// Who said it, as the text has it, a pronoun resolved; empty where the text does not tell.
    pub speaker: String,
    /// The word that ties it to its source, such as "said"; empty where there is none.
    pub cue: String,
    /// Whether the source has a name; `None` where that is not known.
    pub named: Option<bool>,
    /// Why the source is not named, in the words of the text; empty where it does not say.
    pub reason: String,
}
