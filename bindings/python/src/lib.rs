//! What the Python package `newsmark` calls: what is Python's own of it is in `python/newsmark`.

mod batch;
mod build;
mod texts;

use std::sync::Arc;

use newsmark::formats::{Record, read_text};
use newsmark::text::Unit;
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3_arrow::PyArray;
use pyo3_arrow::input::AnyArray;

/// The program behind the package.
#[pymodule]
mod _newsmark {
    #[pymodule_export]
    use super::{extract_batch, extract_json};

    /// The version of the package.
    #[pymodule_export]
    #[allow(non_upper_case_globals)]
    const __version__: &str = env!("CARGO_PKG_VERSION");
}

/// What stands in a text, as the JSON of a record.
#[pyfunction]
fn extract_json(py: Python<'_>, text: &str, published: Option<&str>, offsets: &str) -> PyResult<String> {
    let unit = unit(offsets)?;
    let published = published.map(day).transpose()?;
    py.detach(|| {
        let document =
            read_text(text, published).map_err(|error| PyValueError::new_err(format!("text: {error}")))?;
        // Texts, numbers and JSON always serialise.
        Ok(serde_json::to_string(&Record::new(&document, text, unit)).unwrap_or_default())
    })
}

/// What stands in each text of an Arrow array: an array of lists of annotations, and what was wrong with which
/// row. `published` is one day for all, or an array with one for each.
#[pyfunction]
fn extract_batch(
    py: Python<'_>,
    texts: AnyArray,
    published: Option<Published>,
    offsets: &str,
    jobs: usize,
) -> PyResult<(Py<PyAny>, batch::Problems)> {
    let unit = unit(offsets)?;
    let texts = texts::Texts::new(texts, "texts")?;
    let days = match published {
        None => batch::Days::None,
        Some(Published::One(text)) => batch::Days::One(day(&text)?),
        Some(Published::Each(days)) => {
            let days = texts::Texts::new(days, "published")?;
            if days.len() != texts.len() {
                return Err(PyValueError::new_err(format!(
                    "there are {} texts and {} days of publication",
                    texts.len(),
                    days.len()
                )));
            }
            batch::Days::Each(days)
        }
    };
    let (array, problems) = py.detach(|| batch::extract(&texts, &days, unit, jobs))?;
    let array = PyArray::from_array_ref(Arc::new(array)).to_pyarrow(py)?.unbind();
    Ok((array, problems))
}

/// The days of publication, as Python has them.
#[derive(FromPyObject)]
enum Published {
    One(String),
    Each(AnyArray),
}

/// The day of publication of one text or of all.
fn day(text: &str) -> PyResult<jiff::civil::Date> {
    batch::date(text).map_err(|why| PyValueError::new_err(format!("published: {why}")))
}

fn unit(offsets: &str) -> PyResult<Unit> {
    Unit::ALL.into_iter().find(|unit| unit.code() == offsets).ok_or_else(|| {
        PyValueError::new_err(format!(
            "offsets is one of {}, not {offsets:?}",
            Unit::ALL.map(Unit::code).join(", ")
        ))
    })
}
