//! Expressions of time as a tree: terms of the calendar, and the few operators that make longer ones of them.
//!
//! ```text
//! expression = list | times | part | range | point | length
//! range      = point connector point
//! point      = term { link term }                        what stands beside each other and means one time
//! term       = figures | month | day | year | weekday | season | feast | today
//!            | shift | away | nth | edge | holding
//! shift      = ( "this" | "last" | "next" | "past" | … ) [ count ] named | named "after next"
//! away       = count units ( "ago" | "from now" | ( "before" | "after" | "from" ) point )
//! nth        = ( ordinal | "last" | "first" count ) named ( "of" | "in" | "before" | "after" ) point
//! edge       = ( "early" | "mid" | "late" | "the end of" | … ) point
//! holding    = ( "week" | "weekend" ) "of" point
//! ```
//!
//! Each has a file that begins with its own grammar. [`grammar`] alone knows them all; [`evidence`] alone knows what the words
//! around say for and against.

mod away;
mod day_part;
mod edge;
mod evidence;
mod grammar;
mod joined;
pub(crate) mod length;
pub(crate) mod list;
pub(crate) mod modifier;
mod nth;
mod range;
mod shift;
mod terms;
mod times;
mod tree;

pub(crate) use grammar::{read_dates, read_part, read_times};
pub(crate) use times::{Times, behind_day, behind_part};
pub(crate) use tree::{Expression, Named};
