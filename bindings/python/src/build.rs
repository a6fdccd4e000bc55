//! Arrow arrays of annotations.

use std::sync::Arc;

use arrow_array::ListArray;
use arrow_array::builder::{Float64Builder, StringBuilder, UInt32Builder};
use arrow_array::{ArrayRef, StructArray, UInt32Array};
use arrow_buffer::{NullBufferBuilder, OffsetBuffer};
use arrow_schema::{ArrowError, DataType, Field, Fields};
use newsmark::formats::Record;

/// The fields of an annotation.
fn fields() -> Fields {
    let indices = DataType::List(Arc::new(Field::new("item", DataType::UInt32, false)));
    Fields::from(vec![
        Field::new("start", DataType::UInt32, false),
        Field::new("end", DataType::UInt32, false),
        Field::new("label", DataType::Utf8, false),
        Field::new("text", DataType::Utf8, false),
        Field::new("value", DataType::Utf8, true),
        Field::new("score", DataType::Float64, true),
        Field::new("entity", DataType::Utf8, true),
        Field::new("said_by", indices, false),
    ])
}

/// Lists of annotations, one after another.
#[derive(Default)]
pub(crate) struct Lists {
    start: UInt32Builder,
    end: UInt32Builder,
    label: StringBuilder,
    text: StringBuilder,
    value: StringBuilder,
    score: Float64Builder,
    entity: StringBuilder,
    /// Who says what: all indices, and how many each annotation has.
    sources: Vec<u32>,
    counts: Vec<usize>,
    /// How many annotations each row has, and whether it has a list at all.
    rows: Vec<usize>,
    valid: Vec<bool>,
}

impl Lists {
    /// A row with nothing.
    pub(crate) fn push_null(&mut self) {
        self.rows.push(0);
        self.valid.push(false);
    }

    /// A row. No text is so long that 32 bits would not hold its offsets.
    pub(crate) fn push(&mut self, record: &Record<'_>) {
        let number = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
        for found in &record.annotations {
            self.start.append_value(number(found.start));
            self.end.append_value(number(found.end));
            self.label.append_value(found.label);
            self.text.append_value(found.text);
            self.value.append_option(found.value_json());
            self.score.append_option(found.score);
            self.entity.append_option(found.entity);
        }
        // They stand in the order of the annotations that they lead from.
        let mut said = record.relations.iter().filter(|relation| relation.kind == "said_by").peekable();
        for from in 0..record.annotations.len() {
            let before = self.sources.len();
            while let Some(relation) = said.next_if(|relation| relation.from == from) {
                self.sources.push(number(relation.to));
            }
            self.counts.push(self.sources.len() - before);
        }
        self.rows.push(record.annotations.len());
        self.valid.push(true);
    }

    /// The array.
    ///
    /// # Errors
    ///
    /// Where it is larger than Arrow's lists can be: 2^31 annotations, or as many bytes of texts.
    pub(crate) fn finish(mut self) -> Result<ListArray, ArrowError> {
        let item = Arc::new(Field::new("item", DataType::UInt32, false));
        let said_by = ListArray::try_new(
            item,
            OffsetBuffer::from_lengths(self.counts),
            Arc::new(UInt32Array::from(self.sources)),
            None,
        )?;
        let columns: Vec<ArrayRef> = vec![
            Arc::new(self.start.finish()),
            Arc::new(self.end.finish()),
            Arc::new(self.label.finish()),
            Arc::new(self.text.finish()),
            Arc::new(self.value.finish()),
            Arc::new(self.score.finish()),
            Arc::new(self.entity.finish()),
            Arc::new(said_by),
        ];
        let annotations = StructArray::try_new(fields(), columns, None)?;
        let mut valid = NullBufferBuilder::new(self.valid.len());
        self.valid.into_iter().for_each(|is_valid| valid.append(is_valid));
        ListArray::try_new(
            Arc::new(Field::new("item", DataType::Struct(fields()), false)),
            OffsetBuffer::from_lengths(self.rows),
            Arc::new(annotations),
            valid.finish(),
        )
    }
}
