//! Many texts at once, on several cores.

use std::ops::Range;

use arrow_array::{Array, ListArray};
use arrow_schema::ArrowError;
use arrow_select::concat::concat;
use newsmark::formats::{Record, read_text};
use newsmark::text::Unit;
use pyo3::PyResult;
use pyo3::exceptions::PyValueError;
use rayon::prelude::*;

use crate::build::Lists;
use crate::texts::Texts;

/// About how many bytes of text one core takes at a time.
const PORTION: usize = 64 << 10;

/// The days of publication.
pub(crate) enum Days {
    None,
    One(jiff::civil::Date),
    Each(Texts),
}

/// What was wrong with which row.
pub(crate) type Problems = Vec<(usize, String)>;

/// Reads all texts on `jobs` cores, or on all where that is none. Rows that cannot be read are null, and listed
/// with the reason.
pub(crate) fn extract(
    texts: &Texts,
    days: &Days,
    unit: Unit,
    jobs: usize,
) -> PyResult<(ListArray, Problems)> {
    let failed = |error: ArrowError| PyValueError::new_err(error.to_string());
    let portions = portions(texts);
    // More threads than portions would have nothing to do.
    let pool = rayon::ThreadPoolBuilder::new().num_threads(jobs.min(portions.len())).build();
    let pool = pool.map_err(|error| PyValueError::new_err(format!("no threads: {error}")))?;
    let read = pool.install(|| {
        let read = portions.into_par_iter().map(|rows| portion(texts, days, unit, rows));
        read.collect::<Result<Vec<_>, _>>()
    });
    let (arrays, problems): (Vec<_>, Vec<_>) = read.map_err(failed)?.into_iter().unzip();
    let arrays: Vec<&dyn Array> = arrays.iter().map(|array| array as &dyn Array).collect();
    let array = concat(&arrays).map_err(failed)?;
    let array = array.as_any().downcast_ref::<ListArray>().cloned();
    let array = array.ok_or_else(|| PyValueError::new_err("the lists did not stay lists"))?;
    Ok((array, problems.concat()))
}

/// Rows that go together; at least one portion, so that there is an array.
fn portions(texts: &Texts) -> Vec<Range<usize>> {
    let (mut portions, mut start, mut weight) = (Vec::new(), 0, 0);
    for row in 0..texts.len() {
        weight += texts.weight(row);
        if weight >= PORTION {
            portions.push(start..row + 1);
            (start, weight) = (row + 1, 0);
        }
    }
    if start < texts.len() || portions.is_empty() {
        portions.push(start..texts.len());
    }
    portions
}

fn portion(
    texts: &Texts,
    days: &Days,
    unit: Unit,
    rows: Range<usize>,
) -> Result<(ListArray, Problems), ArrowError> {
    let mut lists = Lists::default();
    let mut problems = Vec::new();
    for row in rows {
        if let Err(why) = push(&mut lists, texts, days, unit, row) {
            lists.push_null();
            problems.push((row, why));
        }
    }
    Ok((lists.finish()?, problems))
}

fn push(lists: &mut Lists, texts: &Texts, days: &Days, unit: Unit, row: usize) -> Result<(), String> {
    let text = texts.get(row).ok_or("there is no text (null)")??;
    let published = match days {
        Days::None => None,
        Days::One(day) => Some(*day),
        Days::Each(days) => days.get(row).transpose()?.map(date).transpose()?,
    };
    let document = read_text(text, published).map_err(|error| error.to_string())?;
    lists.push(&Record::new(&document, text, unit));
    Ok(())
}

/// Reads a day, or the day of a time as it is told, whichever its zone.
pub(crate) fn date(text: &str) -> Result<jiff::civil::Date, String> {
    // jiff takes "+00:00" for a zone in which a clock shows this time, but not "Z".
    text.strip_suffix(['Z', 'z'])
        .unwrap_or(text)
        .parse()
        .map_err(|_| format!("{text:?} is no date such as 2024-07-02"))
}
