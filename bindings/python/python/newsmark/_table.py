"""Annotations as rows of a table, for engines that spread work: Spark, Ray, Dask, DuckDB."""

import pyarrow as pa
import pyarrow.compute as pc

SCHEMA = pa.schema(
    [
        ("id", pa.string()),
        ("index", pa.int32()),
        ("start", pa.int64()),
        ("end", pa.int64()),
        ("label", pa.string()),
        ("text", pa.string()),
        ("value", pa.string()),
        ("score", pa.float64()),
        ("entity", pa.string()),
        ("said_by", pa.list_(pa.int64())),
        ("error", pa.string()),
    ]
)


def rows(ids, found, reasons):
    """A row for each annotation of the lists ``found``, and one for each article without any; ``reasons`` has
    why those that are null could not be read."""
    articles, annotations = pc.list_parent_indices(found), pc.list_flatten(found)
    lengths = pc.fill_null(pc.list_value_length(found), 0)
    # Where each article's first annotation stands among all; each is so far behind it in its own list.
    firsts = pc.subtract(pc.cumulative_sum(lengths), lengths)
    index = pc.subtract(pa.array(range(len(articles)), pa.int64()), pc.take(firsts, articles))
    columns = dict(zip((field.name for field in annotations.type), annotations.flatten()))
    marked = _table({"id": pc.take(ids, articles), "index": index, **columns})
    empty = pc.indices_nonzero(pc.equal(lengths, 0))
    errors = pa.array([reasons.get(row) for row in empty.to_pylist()], pa.string())
    return pa.concat_tables([marked, _table({"id": pc.take(ids, empty), "error": errors})])


def _table(columns):
    """A table with these columns; the others are null."""
    count = len(columns["id"])
    return pa.table(
        [
            columns[field.name].cast(field.type) if field.name in columns else pa.nulls(count, field.type)
            for field in SCHEMA
        ],
        schema=SCHEMA,
    )
