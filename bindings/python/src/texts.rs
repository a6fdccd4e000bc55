//! The texts of an Arrow array, whichever of its types for text it has.

use arrow_array::{
    Array, ArrayRef, BinaryArray, LargeBinaryArray, LargeStringArray, StringArray, StringViewArray,
};
use arrow_cast::cast;
use arrow_schema::DataType;
use pyo3::PyResult;
use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3_arrow::input::AnyArray;

/// Texts, in pieces as Arrow has them.
pub(crate) struct Texts {
    pieces: Vec<Piece>,
    /// Before which row each piece begins, and behind the last.
    starts: Vec<usize>,
}

enum Piece {
    Short(StringArray),
    Long(LargeStringArray),
    View(StringViewArray),
    Bytes(BinaryArray),
    LongBytes(LargeBinaryArray),
    /// So many rows that are all null.
    Nothing(usize),
}

impl Texts {
    /// Takes an array or a stream of arrays over; `name` is what it is called in an error.
    pub(crate) fn new(array: AnyArray, name: &str) -> PyResult<Texts> {
        let pieces = match array {
            AnyArray::Array(array) => vec![array.into_inner().0],
            AnyArray::Stream(stream) => stream.into_chunked_array()?.into_inner().0,
        };
        let pieces = pieces.into_iter().map(|array| Piece::new(array, name)).collect::<PyResult<Vec<_>>>()?;
        let mut starts = vec![0];
        starts.extend(pieces.iter().scan(0, |rows, piece| {
            *rows += piece.len();
            Some(*rows)
        }));
        Ok(Texts { pieces, starts })
    }

    pub(crate) fn len(&self) -> usize {
        self.starts.last().copied().unwrap_or_default()
    }

    /// The text of a row; an error where its bytes are none. `None` where there is nothing.
    pub(crate) fn get(&self, row: usize) -> Option<Result<&str, String>> {
        let piece = self.starts.partition_point(|&start| start <= row).checked_sub(1)?;
        let at = row - self.starts.get(piece)?;
        self.pieces.get(piece)?.get(at)
    }

    /// How many bytes a row has.
    pub(crate) fn weight(&self, row: usize) -> usize {
        self.get(row).and_then(Result::ok).map_or(0, str::len)
    }
}

impl Piece {
    fn new(array: ArrayRef, name: &str) -> PyResult<Piece> {
        let taken = |array: &ArrayRef| {
            let any = array.as_any();
            Some(match array.data_type() {
                DataType::Utf8 => Piece::Short(any.downcast_ref::<StringArray>()?.clone()),
                DataType::LargeUtf8 => Piece::Long(any.downcast_ref::<LargeStringArray>()?.clone()),
                DataType::Utf8View => Piece::View(any.downcast_ref::<StringViewArray>()?.clone()),
                DataType::Binary => Piece::Bytes(any.downcast_ref::<BinaryArray>()?.clone()),
                DataType::LargeBinary => Piece::LongBytes(any.downcast_ref::<LargeBinaryArray>()?.clone()),
                DataType::Null => Piece::Nothing(array.len()),
                _ => return None,
            })
        };
        if let Some(piece) = taken(&array) {
            return Ok(piece);
        }
        match array.data_type() {
            // Days, and texts that are told by numbers.
            DataType::Date32 | DataType::Date64 | DataType::Dictionary(..) => {
                let texts = cast(&array, &DataType::LargeUtf8)
                    .map_err(|error| PyValueError::new_err(error.to_string()))?;
                taken(&texts).ok_or_else(|| PyTypeError::new_err(format!("{name} is no array of texts")))
            }
            other => Err(PyTypeError::new_err(format!("{name} is an array of {other}, not of texts"))),
        }
    }

    fn len(&self) -> usize {
        match self {
            Piece::Short(array) => array.len(),
            Piece::Long(array) => array.len(),
            Piece::View(array) => array.len(),
            Piece::Bytes(array) => array.len(),
            Piece::LongBytes(array) => array.len(),
            Piece::Nothing(len) => *len,
        }
    }

    fn get(&self, at: usize) -> Option<Result<&str, String>> {
        let text = |bytes| {
            std::str::from_utf8(bytes)
                .map_err(|error| format!("its bytes are no UTF-8 from byte {} on", error.valid_up_to()))
        };
        match self {
            Piece::Short(array) => array.is_valid(at).then(|| Ok(array.value(at))),
            Piece::Long(array) => array.is_valid(at).then(|| Ok(array.value(at))),
            Piece::View(array) => array.is_valid(at).then(|| Ok(array.value(at))),
            Piece::Bytes(array) => array.is_valid(at).then(|| text(array.value(at))),
            Piece::LongBytes(array) => array.is_valid(at).then(|| text(array.value(at))),
            Piece::Nothing(_) => None,
        }
    }
}
