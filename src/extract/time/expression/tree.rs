//! What an expression of time says, before anybody asks when the article appeared.

use std::ops::Range;

use jiff::civil::Weekday;

use crate::extract::time::calendar::{Count, Feast, Part, Period, Season, Shift, Unit};
use crate::value::Modifier;

/// An expression of time: terms of the calendar, and what operators make of them.
///
/// The operators are those of Bethard and Parker, *A Semantically Compositional Annotation Scheme for Time Normalization*
/// (2016), under the names that people who read news would use.
#[derive(Clone, PartialEq, Debug)]
pub(crate) enum Expression {
    /// A period as the words tell it: "July 2", "Friday", "the 1990s".
    Period(Period),
    /// So many days from the one of publication: "today", "yesterday".
    Day(i64),
    /// "Christmas"
    Feast(Feast),
    /// A week by its number: "week 31".
    WeekNumber(u32),
    /// The one of its kind that a word picks: "next Friday", "this year".
    Shifted(Shift, Named),
    /// So many from publication, where one would be the nearest: "the week after next".
    Beyond(Named, i64),
    /// So many units before (-1) or after (1) another, or publication: "two weeks ago", "three days before Christmas".
    Away { count: Count, sign: i64, named: Named, from: Option<Box<Expression>> },
    /// The nth of its kind in another, from the end where it is negative: "the first Monday of May".
    Nth { nth: i64, named: Named, of: Box<Expression> },
    /// The nth of its kind before (negative) or after a day: "the second Sunday after Easter", "the weekend before Christmas".
    NthFrom { nth: i64, named: Named, from: Box<Expression> },
    /// So many units at the beginning of another, or at its end where it is negative: "the first three months of 2024".
    Share { count: i64, unit: Unit, of: Box<Expression> },
    /// The unit that holds a day, or the weekend next to it: "the week of July 8", "Labor Day weekend".
    Holding(Unit, Box<Expression>),
    /// What both tell: "Wednesday next week", "the third quarter of last year".
    Both(Box<Expression>, Box<Expression>),
    /// A part of a day, which may not be told: "Tuesday evening", "in the morning".
    Part(Option<Box<Expression>>, Part),
    /// Which part of a period: "early 1990s", "the end of the year".
    Edge(Modifier, Box<Expression>),
    /// From one to the other.
    Between(Box<Expression>, Box<Expression>),
    /// A length that ends (-1) or begins (1) at publication: "the past two years".
    Rolling { count: Count, unit: Unit, sign: i64 },
}

/// What can be counted and pointed at.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Named {
    Unit(Unit),
    FiscalYear,
    Weekday(Weekday),
    Month(i8),
    /// A day of a month.
    Day(i8, i8),
    Season(Season),
    Feast(Feast),
}

/// Which fields of the calendar an expression tells.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) struct Fields(u16);

impl Fields {
    pub(crate) const NONE: Fields = Fields(0);
    pub(crate) const YEAR: Fields = Fields(1);
    pub(crate) const MONTH: Fields = Fields(2);
    pub(crate) const DAY: Fields = Fields(4);
    pub(crate) const WEEKDAY: Fields = Fields(8);
    pub(crate) const WEEK: Fields = Fields(16);
    /// A part of a year that has no months of its own: a quarter, a half, a season, a numbered week.
    pub(crate) const SHARE: Fields = Fields(32);
    pub(crate) const FEAST: Fields = Fields(64);
    /// A whole day, told at once: "yesterday".
    pub(crate) const DATE: Fields = Fields(128);
    pub(crate) const PART: Fields = Fields(256);

    pub(crate) const fn and(self, other: Fields) -> Fields {
        Fields(self.0 | other.0)
    }

    pub(crate) fn has(self, other: Fields) -> bool {
        self.0 & other.0 == other.0
    }

    /// Whether it is one day, or a part of one.
    pub(crate) fn is_day(self) -> bool {
        self.0 & (Fields::DAY.0 | Fields::WEEKDAY.0 | Fields::FEAST.0 | Fields::DATE.0) != 0
    }

    fn of_period(period: Period) -> Fields {
        let year = match period.year() {
            Some(_) => Fields::YEAR,
            None => Fields::NONE,
        };
        year.and(match period {
            Period::Year(_) => Fields::YEAR,
            Period::Half(..) | Period::Season(..) | Period::SomeQuarter(_) => Fields::SHARE,
            Period::Quarter(_) => Fields::SHARE.and(Fields::YEAR),
            Period::Month(..) => Fields::MONTH,
            Period::SomeMonth => Fields::MONTH.and(Fields::YEAR),
            Period::Week(_) => Fields::WEEK,
            Period::Weekday(_) => Fields::WEEKDAY,
            Period::Day { month, weekday, .. } => {
                let month = if month.is_some() { Fields::MONTH } else { Fields::NONE };
                let weekday = if weekday.is_some() { Fields::WEEKDAY } else { Fields::NONE };
                Fields::DAY.and(month).and(weekday)
            }
            Period::Date(_) => return Fields::DATE,
            Period::Century(_)
            | Period::Decade(_)
            | Period::Fiscal(_)
            | Period::Weekend(_)
            | Period::Past
            | Period::Future => return Fields::NONE,
        })
    }
}

impl Named {
    fn fields(self) -> Fields {
        match self {
            Named::Unit(Unit::Day) => Fields::DATE,
            Named::Unit(Unit::Week) => Fields::WEEK,
            Named::Unit(Unit::Month) => Fields::MONTH.and(Fields::YEAR),
            Named::Unit(Unit::Quarter) => Fields::SHARE.and(Fields::YEAR),
            Named::Unit(Unit::Year) => Fields::YEAR,
            Named::Unit(_) | Named::FiscalYear => Fields::NONE,
            Named::Weekday(_) => Fields::WEEKDAY,
            Named::Month(_) => Fields::MONTH.and(Fields::YEAR),
            Named::Day(..) => Fields::DAY.and(Fields::MONTH).and(Fields::YEAR),
            Named::Season(_) => Fields::SHARE.and(Fields::YEAR),
            Named::Feast(_) => Fields::FEAST.and(Fields::YEAR),
        }
    }
}

impl Expression {
    /// Which part of the period is meant.
    pub(crate) fn modifier(&self) -> Option<Modifier> {
        match self {
            Expression::Edge(modifier, _) => Some(*modifier),
            _ => None,
        }
    }

    /// Whether it is a feast that goes by the moon.
    pub(crate) fn is_movable_feast(&self) -> bool {
        match self {
            Expression::Feast(feast) => feast.is_movable(),
            Expression::Edge(_, whole) => whole.is_movable_feast(),
            _ => false,
        }
    }

    /// Which fields of the calendar it tells.
    pub(crate) fn fields(&self) -> Fields {
        match self {
            Expression::Period(period) => Fields::of_period(*period),
            Expression::Day(_) => Fields::DATE,
            Expression::Feast(_) => Fields::FEAST,
            Expression::WeekNumber(_) => Fields::SHARE,
            Expression::Shifted(_, named) | Expression::Beyond(named, _) => named.fields(),
            Expression::Away { named: Named::Weekday(_), .. } => Fields::DATE,
            Expression::NthFrom { named, .. } => match named {
                Named::Unit(Unit::Week) => Fields::WEEK,
                Named::Unit(_) => Fields::NONE,
                _ => Fields::DATE,
            },
            Expression::Away { from: Some(_), .. } => Fields::DATE,
            Expression::Away { named, count, from: None, .. } => match named {
                Named::Unit(unit) if unit.is_clock() => Fields::NONE,
                Named::Unit(Unit::Decade | Unit::Century | Unit::Millennium) => Fields::YEAR,
                _ if count.whole().is_none() => Fields::NONE,
                named => named.fields(),
            },
            Expression::Nth { named, .. } => match named {
                Named::Unit(Unit::Day) | Named::Weekday(_) => Fields::DATE,
                Named::Unit(Unit::Month) => Fields::MONTH.and(Fields::YEAR),
                _ => Fields::NONE,
            },
            Expression::Holding(Unit::Week, _) => Fields::WEEK,
            Expression::Both(one, other) => one.fields().and(other.fields()),
            Expression::Edge(_, whole) => whole.fields(),
            Expression::Part(day, _) => {
                day.as_ref().map_or(Fields::NONE, |day| day.fields()).and(Fields::PART)
            }
            Expression::Share { .. }
            | Expression::Holding(..)
            | Expression::Between(..)
            | Expression::Rolling { .. } => Fields::NONE,
        }
    }

    /// What both expressions tell; `None` where no period of the calendar is both.
    pub(crate) fn both(self, other: Expression) -> Option<Expression> {
        match (self, other) {
            (Expression::Period(one), Expression::Period(other)) => {
                one.intersect(other).map(Expression::Period)
            }
            // "Wednesday evening next week": the evening is of the Wednesday.
            (Expression::Part(Some(day), part), other) => {
                Some(Expression::Part(Some(Box::new(day.both(other)?)), part))
            }
            (Expression::Edge(modifier, whole), other) => {
                Some(Expression::Edge(modifier, Box::new(whole.both(other)?)))
            }
            (one, other) => Some(Expression::Both(Box::new(one), Box::new(other))),
        }
    }
}

/// How much the words of an expression say that it is one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Proof {
    /// It is one.
    Told,
    /// A word or a number that only what stands around makes one.
    Bare(Bare),
}

/// What may be an expression of time, or something else.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Bare {
    /// Four digits.
    Year,
    /// "nineteen eighty-six"
    YearInWords,
    /// "may", "March", "Jan."
    Month { is_short: bool },
    /// "5", "5th"
    Day { is_ordinal: bool },
    /// "Friday", which may be part of a name.
    Weekday,
    /// "Sun"
    WeekdayShort,
    /// "fall"
    Season,
    /// "10/25"
    Pair,
    /// "second half": of a year or of a match.
    Half,
    /// "the week"
    Unit,
    /// "weekend"
    Weekend,
    /// "week 31"
    WeekNumber,
}

/// An expression in the tokens of a sentence.
#[derive(Clone, Debug)]
pub(crate) struct Node {
    pub(crate) expression: Expression,
    pub(crate) range: Range<usize>,
    pub(crate) proof: Proof,
}

impl Node {
    /// An expression that nothing else can be.
    pub(crate) fn told(expression: Expression, range: Range<usize>) -> Node {
        Node { expression, range, proof: Proof::Told }
    }

    /// A period that nothing else can be.
    pub(crate) fn period(period: Period, range: Range<usize>) -> Node {
        Node::told(Expression::Period(period), range)
    }

    /// A period that only what stands around makes one.
    pub(crate) fn bare(period: Period, range: Range<usize>, bare: Bare) -> Node {
        Node { expression: Expression::Period(period), range, proof: Proof::Bare(bare) }
    }

    pub(crate) fn fields(&self) -> Fields {
        self.expression.fields()
    }

    pub(crate) fn is_told(&self) -> bool {
        self.proof == Proof::Told
    }
}

/// What stands between two expressions.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Link {
    None,
    Comma,
    Of,
    In,
    On,
    The,
    Possessive,
    Hyphen,
    Bracket,
}

/// How an operator reads the expressions that it works on. The grammar gives it, so that no operator knows of the others.
pub(crate) trait Operands {
    /// The longest expression that begins at a token.
    fn point(&self, at: usize) -> Option<Node>;
    /// The single term that begins at a token.
    fn term(&self, at: usize) -> Option<Node>;
}
