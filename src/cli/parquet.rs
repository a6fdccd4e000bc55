//! Articles from Parquet files, and annotations into one: a row each, as the Python package makes them.

use std::fs::File;
use std::io;
use std::sync::Arc;

use arrow_array::cast::AsArray as _;
use arrow_array::{Array, ArrayRef, Int32Array, RecordBatch, StringArray};
use arrow_cast::cast;
use arrow_schema::{ArrowError, DataType, Field, Schema};
use parquet::arrow::ArrowWriter;
use parquet::arrow::arrow_reader::{ParquetRecordBatchReader, ParquetRecordBatchReaderBuilder};
use parquet::basic::Compression;
use parquet::file::properties::WriterProperties;

use super::args::Names;
use super::articles::{self, Content, Item, Open, Row, Source};
use crate::formats::{Columns, Record};

/// How many articles are read at a time.
const BATCH: usize = 256;

/// Rows of the table that is written.
pub(super) type Rows = Result<RecordBatch, ArrowError>;

/// How files are opened, with these names of columns.
pub(super) fn opener(names: &Names) -> Open {
    let names = names.clone();
    Box::new(move |file| match Table::open(file, &names) {
        Ok(table) => Box::new(table),
        Err(why) => articles::failed(file, why),
    })
}

/// The articles of a file, one after another.
struct Table {
    name: String,
    batches: ParquetRecordBatchReader,
    columns: Option<[ArrayRef; 3]>,
    names: Names,
    /// The next row of the columns.
    next: usize,
    /// How many rows of the file have been read.
    row: usize,
}

impl Table {
    /// Opens a file.
    ///
    /// # Errors
    ///
    /// Where it is no Parquet file, or has no such columns.
    fn open(file: &str, names: &Names) -> Result<Table, String> {
        if file == "-" {
            return Err("cannot be Parquet, which is read from its end: give a file".to_owned());
        }
        let name = file.to_owned();
        let file = File::open(file).map_err(|error| format!("cannot be read: {error}"))?;
        let unreadable = |error| format!("cannot be read as Parquet: {error}");
        let builder = ParquetRecordBatchReaderBuilder::try_new(file).map_err(unreadable)?;
        let there: Vec<_> = builder.schema().fields().iter().map(|field| field.name().clone()).collect();
        for name in [&names.id_column, &names.text_column] {
            if !there.contains(name) {
                return Err(format!("has no column \"{name}\"; it has {}", there.join(", ")));
            }
        }
        let batches = builder.with_batch_size(BATCH).build().map_err(unreadable)?;
        Ok(Table { name, batches, columns: None, names: names.clone(), next: 0, row: 0 })
    }

    /// What the next row has; an error where the file cannot be read on.
    fn row(&mut self) -> Option<Result<Row, String>> {
        let is_done = |columns: &[ArrayRef; 3]| columns[0].len() <= self.next;
        if self.columns.as_ref().is_none_or(is_done) {
            let batch = self.batches.next()?;
            match batch.map_err(|error| error.to_string()).and_then(|batch| self.columns_of(&batch)) {
                Ok(columns) => (self.columns, self.next) = (Some(columns), 0),
                Err(error) => return Some(Err(error)),
            }
        }
        let columns = self.columns.as_ref()?;
        let at = self.next;
        let field = |column: &ArrayRef| {
            let column = column.as_string::<i64>();
            column.is_valid(at).then(|| column.value(at).to_owned())
        };
        self.next += 1;
        let [id, text, published] = columns.each_ref().map(field);
        Some(Ok(Row { id: id.unwrap_or_default(), text, published }))
    }

    /// The columns of a batch, as texts.
    fn columns_of(&self, batch: &RecordBatch) -> Result<[ArrayRef; 3], String> {
        let column = |name: &str| {
            let nothing = || arrow_array::new_null_array(&DataType::LargeUtf8, batch.num_rows());
            let column = batch.column_by_name(name).map(|column| {
                let cannot =
                    |error: ArrowError| format!("its column \"{name}\" cannot be read as text: {error}");
                cast(column, &DataType::LargeUtf8).map_err(cannot)
            });
            column.unwrap_or_else(|| Ok(nothing()))
        };
        let Names { id_column, text_column, published_column } = &self.names;
        Ok([column(id_column)?, column(text_column)?, column(published_column)?])
    }
}

impl Source for Table {
    fn next(&mut self) -> Option<Item> {
        let row = self.row()?;
        self.row += 1;
        let name = format!("{}, row {}", self.name, self.row);
        Some(Item { name, content: row.map_or_else(Content::Failed, Content::Row) })
    }
}

/// The rows of an article: its annotations, or one row without a label.
pub(super) fn rows(id: &str, record: &Record<'_>) -> Rows {
    let mut columns = Columns::default();
    columns.push(record);
    let mut index: Vec<Option<i32>> = (0..).map(Some).take(record.annotations.len()).collect();
    if index.is_empty() {
        columns.push_null();
        index.push(None);
    }
    let index = Int32Array::from(index);
    batch(id, index, columns, None)
}

/// The row of an article that could not be read.
pub(super) fn failed(id: &str, why: &str) -> Rows {
    let mut columns = Columns::default();
    columns.push_null();
    batch(id, Int32Array::from(vec![None]), columns, Some(why))
}

fn batch(id: &str, index: Int32Array, mut columns: Columns, error: Option<&str>) -> Rows {
    let rows = index.len();
    let (fields, arrays, _) = columns.finish()?.into_parts();
    let mut all: Vec<Arc<Field>> = vec![
        Arc::new(Field::new("id", DataType::Utf8, true)),
        Arc::new(Field::new("index", DataType::Int32, true)),
    ];
    all.extend(fields.iter().cloned());
    all.push(Arc::new(Field::new("error", DataType::Utf8, true)));
    let mut values: Vec<ArrayRef> = vec![Arc::new(StringArray::from(vec![id; rows])), Arc::new(index)];
    values.extend(arrays);
    values.push(Arc::new(StringArray::from(vec![error; rows])));
    RecordBatch::try_new(Arc::new(Schema::new(all)), values)
}

/// Writes rows into a Parquet file, which is standard output.
#[derive(Default)]
pub(super) struct Writer(Option<ArrowWriter<io::Stdout>>);

impl Writer {
    pub(super) fn write(&mut self, rows: Rows) -> io::Result<()> {
        let rows = rows.map_err(io::Error::other)?;
        self.open()?.write(&rows).map_err(io::Error::other)
    }

    /// Writes the end, without which it is no Parquet file.
    pub(super) fn finish(mut self) -> io::Result<()> {
        self.open()?;
        self.0.map_or(Ok(()), |writer| writer.close().map(drop).map_err(io::Error::other))
    }

    fn open(&mut self) -> io::Result<&mut ArrowWriter<io::Stdout>> {
        if self.0.is_none() {
            let schema = failed("", "").map_err(io::Error::other)?.schema();
            let properties = WriterProperties::builder().set_compression(Compression::SNAPPY).build();
            let writer = ArrowWriter::try_new(io::stdout(), schema, Some(properties));
            self.0 = Some(writer.map_err(io::Error::other)?);
        }
        self.0.as_mut().ok_or_else(|| io::ErrorKind::NotConnected.into())
    }
}
