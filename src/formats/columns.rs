//! Annotations as columns of Apache Arrow, for programs that work on tables: the Python package and Parquet.
//!
//! An annotation is a struct of `start`, `end` (32 bits: no text is longer), `label`, `text`, `value` (the JSON of
//! the file format), `score`, `entity` and `said_by`, the places of those who say it in the list of its article.

use std::sync::Arc;

use arrow_array::builder::{Float64Builder, ListBuilder, StringBuilder, UInt32Builder};
use arrow_array::{Array as _, ArrayRef, StructArray};
use arrow_schema::{ArrowError, Field, Fields};

use super::Record;

/// Columns that grow, annotation by annotation.
#[derive(Debug, Default)]
pub struct Columns {
    start: UInt32Builder,
    end: UInt32Builder,
    label: StringBuilder,
    text: StringBuilder,
    value: StringBuilder,
    score: Float64Builder,
    entity: StringBuilder,
    said_by: ListBuilder<UInt32Builder>,
}

impl Columns {
    /// Adds the annotations of an article.
    pub fn push(&mut self, record: &Record<'_>) {
        let number = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
        // They stand in the order of the annotations that they lead from.
        let mut said = record.relations.iter().filter(|relation| relation.kind == "said_by").peekable();
        for (place, found) in record.annotations.iter().enumerate() {
            self.start.append_value(number(found.start));
            self.end.append_value(number(found.end));
            self.label.append_value(found.label);
            self.text.append_value(found.text);
            self.value.append_option(found.value_json());
            self.score.append_option(found.score);
            self.entity.append_option(found.entity);
            while let Some(relation) = said.next_if(|relation| relation.from == place) {
                self.said_by.values().append_value(number(relation.to));
            }
            self.said_by.append(true);
        }
    }

    /// Adds a row that is no annotation.
    pub fn push_null(&mut self) {
        self.start.append_null();
        self.end.append_null();
        self.label.append_null();
        self.text.append_null();
        self.value.append_null();
        self.score.append_null();
        self.entity.append_null();
        self.said_by.append(false);
    }

    /// The columns as an array of structs; these are empty again.
    ///
    /// # Errors
    ///
    /// None that is known: all columns have the same length.
    pub fn finish(&mut self) -> Result<StructArray, ArrowError> {
        let columns: [(&str, ArrayRef); 8] = [
            ("start", Arc::new(self.start.finish())),
            ("end", Arc::new(self.end.finish())),
            ("label", Arc::new(self.label.finish())),
            ("text", Arc::new(self.text.finish())),
            ("value", Arc::new(self.value.finish())),
            ("score", Arc::new(self.score.finish())),
            ("entity", Arc::new(self.entity.finish())),
            ("said_by", Arc::new(self.said_by.finish())),
        ];
        let fields: Fields =
            columns.iter().map(|(name, array)| Field::new(*name, array.data_type().clone(), true)).collect();
        StructArray::try_new(fields, columns.into_iter().map(|(_, array)| array).collect(), None)
    }
}

#[cfg(test)]
mod tests {
    use arrow_array::cast::AsArray as _;

    use super::*;
    use crate::formats::read_text;
    use crate::text::Unit;

    #[test]
    fn rows_have_what_the_record_has() {
        let text = "“We need $5 million,” Ada Obi said.";
        let document = read_text(text, None).expect("short");
        let record = Record::new(&document, text, Unit::CodePoint);
        let mut columns = Columns::default();
        columns.push(&record);
        columns.push_null();
        let rows = columns.finish().expect("columns of one length");
        assert_eq!(rows.len(), record.annotations.len() + 1);
        let column = |name| rows.column_by_name(name).expect("a column");
        for (row, found) in record.annotations.iter().enumerate() {
            assert_eq!(column("text").as_string::<i32>().value(row), found.text);
        }
        let said_by = column("said_by").as_list::<i32>();
        assert_eq!(said_by.value_length(0), 1, "the quote has its source");
        assert!(column("label").is_null(rows.len() - 1));
    }
}
