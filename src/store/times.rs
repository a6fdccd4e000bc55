//! Times in records, as text. Not by the date library's own serialisation, whose errors weigh more in the
//! page than all of a record's code.

use crate::value::read_time;
use jiff::Timestamp;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serializer};

pub(super) fn serialize<S: Serializer>(time: &Timestamp, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(time)
}

pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Timestamp, D::Error> {
    let text = String::deserialize(deserializer)?;
    read_time(&text).ok_or_else(|| D::Error::custom("no time"))
}
