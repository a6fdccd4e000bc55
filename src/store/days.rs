//! Restore points: what an article was at the end of a day on which it was worked on.
//!
//! They are kept as room allows: they are the first to go when a record needs room.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::keys::{self, Key};
use super::record::{self, Summary};
use super::{Error, Store};
use crate::document::{Document, DocumentId};
use crate::text::sort_by;

/// How many an article has at most.
const MOST: usize = 10;

/// A restore point.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Day {
    /// The day (UTC) whose last state it is.
    pub date: Date,
    /// What the article was then.
    pub summary: Summary,
}

/// Keeps `record`, the article's state of the day `date`. What cannot be kept is left out.
pub(super) fn keep(store: &impl Store, id: DocumentId, date: Date, record: &str) {
    let key = keys::day(id, date);
    if matches!(store.get(&key), Ok(None)) && store.set(&key, record).is_err() {
        // Half of one is none.
        let _ = store.remove(&key);
    }
    let dates = dates(store).unwrap_or_default().remove(&id).unwrap_or_default();
    for &old in dates.iter().rev().skip(MOST) {
        let _ = store.remove(&keys::day(id, old));
    }
}

/// The restore points of an article, the latest first.
pub(super) fn list(store: &impl Store, id: DocumentId) -> Result<Vec<Day>, Error> {
    let mut days = Vec::new();
    for &date in dates(store)?.remove(&id).unwrap_or_default().iter().rev() {
        let head = store.head(&keys::day(id, date))?;
        let summary = head.and_then(|head| record::read_summary(id, &head.line, head.rest).ok());
        days.extend(summary.map(|summary| Day { date, summary }));
    }
    Ok(days)
}

/// The article as it was at the end of that day.
pub(super) fn load(store: &impl Store, id: DocumentId, date: Date) -> Result<Document, Error> {
    let record = store.get(&keys::day(id, date))?.ok_or_else(Error::missing)?;
    Ok(record::read(id, &record)?.document)
}

/// Gives up one restore point for room: the oldest of the article that has the most. `false` where
/// there is none left.
pub(super) fn give_up_one(store: &impl Store) -> bool {
    let dates = dates(store).unwrap_or_default();
    let most = dates.iter().max_by_key(|(_, dates)| dates.len());
    let oldest = most.and_then(|(id, dates)| Some(keys::day(*id, *dates.first()?)));
    oldest.is_some_and(|key| store.remove(&key).is_ok())
}

/// Takes away the restore points of articles that are not there any more.
pub(super) fn clear_away(store: &impl Store) -> Result<(), Error> {
    let keys = store.keys()?;
    let is_there = |id: DocumentId| {
        keys.iter().any(
            |key| matches!(Key::parse(key), Some(Key::Article(there) | Key::Damaged(there)) if there == id),
        )
    };
    for (id, dates) in dates(store)? {
        if !is_there(id) {
            for date in dates {
                store.remove(&keys::day(id, date))?;
            }
        }
    }
    Ok(())
}

/// The days of which there are restore points, by article, the oldest first.
fn dates(store: &impl Store) -> Result<BTreeMap<DocumentId, Vec<Date>>, Error> {
    let mut dates: BTreeMap<DocumentId, Vec<Date>> = BTreeMap::new();
    for key in store.keys()? {
        if let Some(Key::Day(id, date)) = Key::parse(&key) {
            dates.entry(id).or_default().push(date);
        }
    }
    dates.values_mut().for_each(|dates| sort_by(dates, |a, b| a.cmp(b)));
    Ok(dates)
}
