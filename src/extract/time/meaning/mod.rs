//! What expressions mean: periods of the calendar, parts of days, times and lengths.

mod day;
mod evaluate;

use jiff::civil::Date;

use super::calendar::{Clock, Length, Part, Period};

pub(crate) use day::{Stretch, give_days};
pub(crate) use evaluate::{Scene, evaluate};

/// What an expression of time means.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) enum Meaning {
    /// One period.
    Period(Period),
    /// From the beginning of one period to the end of another.
    Range(Period, Period),
    /// A part of a day that may not be told.
    Part(Option<Period>, Part),
    /// A time of a day that may not be told.
    Time(Option<Period>, Clock),
    /// From one time of a day to another.
    Times(Option<Period>, Clock, Clock),
    /// A time before or after publication, which has no hour to count from.
    Moment(Period),
    /// A length of time, or one between two.
    Length(Length, Option<Length>),
    /// One unit that ends or begins at publication, where nobody tells when that was.
    Unplaced(Length),
    /// A length that ends or begins at publication, with its ends.
    Rolling(Length, Option<(Date, Date)>),
}

impl Meaning {
    /// Whether nothing tells which day it is.
    pub(crate) fn is_open(&self) -> bool {
        *self == Meaning::Period(Period::Date(None))
    }

    /// Whether it is one day, or a part of one, so that a time may stand behind it.
    pub(crate) fn is_day(&self) -> bool {
        match self {
            Meaning::Period(period) => period.is_day(),
            Meaning::Part(..) => true,
            _ => false,
        }
    }

    /// The part of a day that it is.
    pub(crate) fn part(&self) -> Option<Part> {
        match self {
            Meaning::Part(_, part) => Some(*part),
            _ => None,
        }
    }
}
