//! Arrow arrays of lists of annotations, one for each text.

use std::sync::Arc;

use arrow_array::{Array as _, ListArray};
use arrow_buffer::{NullBufferBuilder, OffsetBuffer};
use arrow_schema::{ArrowError, Field};
use newsmark::formats::{Columns, Record};

/// Lists of annotations, one after another.
#[derive(Default)]
pub(crate) struct Lists {
    columns: Columns,
    /// How many annotations each row has, and whether it has a list at all.
    rows: Vec<(usize, bool)>,
}

impl Lists {
    /// A row with nothing.
    pub(crate) fn push_null(&mut self) {
        self.rows.push((0, false));
    }

    /// A row.
    pub(crate) fn push(&mut self, record: &Record<'_>) {
        self.columns.push(record);
        self.rows.push((record.annotations.len(), true));
    }

    /// The array.
    ///
    /// # Errors
    ///
    /// None that is known: what is built fits together.
    pub(crate) fn finish(mut self) -> Result<ListArray, ArrowError> {
        let annotations = self.columns.finish()?;
        let mut valid = NullBufferBuilder::new(self.rows.len());
        self.rows.iter().for_each(|&(_, is_valid)| valid.append(is_valid));
        ListArray::try_new(
            Arc::new(Field::new("item", annotations.data_type().clone(), true)),
            OffsetBuffer::from_lengths(self.rows.iter().map(|&(len, _)| len)),
            Arc::new(annotations),
            valid.finish(),
        )
    }
}
