//! Days: a weekday and its date, a length of time and its ends, an age and a birth, an anniversary, an order in time.
//!
//! ```text
//! weekday     = weekday date | date "," weekday
//! length      = length … point ( "to" | "and" | … ) point | point … point "," length "later" | years "ago" "," "in" year
//! age         = age … "born" date [ "died" date ] | "born" year … age "when" … year
//! passed      = years ( "of" | "since" | "together" | "old" ) … year | nth "anniversary" … year
//! order       = verb day … verb day, of verbs of which one comes first
//! ```

mod ages;
mod lengths;
mod orders;
mod passed;
mod points;
mod weekdays;

pub(super) use points::{Point, between, length, lengths_told, points};

use super::tie::Tie;
use crate::facts::figure::Passage;

pub(super) fn find(passage: &Passage<'_>, out: &mut Vec<Tie>) {
    weekdays::find(passage, out);
    lengths::agos(passage, out);
    lengths::definite_lengths(passage, out);
    for sentence in 0..passage.sentences.len() {
        lengths::lengths(passage, sentence, out);
        ages::ages(passage, sentence, out);
        passed::anniversaries(passage, sentence, out);
        passed::since(passage, sentence, out);
        orders::find(passage, sentence, out);
        ages::births(passage, sentence, out);
    }
}
