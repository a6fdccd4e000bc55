//! The calendar: what it is divided into, how its days are reckoned, and what is counted from the day of publication. It knows
//! of no text.

mod clock;
mod feast;
mod length;
mod moon;
mod period;
mod reference;
mod unit;

pub(crate) use clock::Clock;
pub(crate) use feast::{Feast, weekend_of};
pub(crate) use length::{Count, Length};
pub(crate) use period::Period;
pub(crate) use reference::{Bias, Reference, add, distance};
pub(crate) use unit::{Part, Season, Shift, Unit};
