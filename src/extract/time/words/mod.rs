//! The words of time: what a word, a number or a few of them say by themselves, whatever stands around.

pub(crate) mod clock_face;
pub(crate) mod codes;
pub(crate) mod count;
pub(crate) mod feasts;
pub(crate) mod figures;
mod lexicon;
mod names;
mod reader;
pub(crate) mod tense;
pub(crate) mod year;
pub(crate) mod zone;

pub(crate) use lexicon::{Term, lookup};
pub(crate) use names::{day_number, month_name, weekday_name};
pub(crate) use reader::{Context, Reader};
