"""Columns and tables of PyArrow, pandas, Polars and plain Python, as Arrow's."""

from collections.abc import Iterable, Mapping

from ._day import day, half_character, is_day, is_missing
from ._first import array, arrow


def texts(values):
    """The texts of a column as something of Arrow's, and the rows that are none, which are null in it."""
    if isinstance(values, (str, bytes, bytearray, memoryview)):
        raise TypeError(
            "texts is one text where a column or a list of texts is meant: newsmark.extract reads one text"
        )
    _refuse_others(values, "texts", "a column or a list of texts")
    if _is_of_arrow(values):
        return values, []
    return _listed(values, lambda value: isinstance(value, str), "no text")


def days(values):
    """The same of days of publication."""
    _refuse_others(values, "published", 'a date or text such as "2024-07-02", or a column or a list of them')
    if not _is_of_arrow(values):
        return _listed(values, is_day, "no date")
    pa = arrow("extract_batch")
    if not isinstance(values, (pa.Array, pa.ChunkedArray)):
        values = pa.chunked_array(values) if hasattr(values, "__arrow_c_stream__") else pa.array(values)
    if pa.types.is_timestamp(values.type):
        local = values if values.type.tz is None else pa.compute.local_timestamp(values)
        values = local.cast(pa.date32(), safe=False)
    return values, []


def table(articles):
    """The names of the columns of a table, and a function that gives one of them."""
    pa = arrow("extract_table")
    if hasattr(articles, "collect_schema") and hasattr(articles, "collect"):
        # Of Polars, and not there yet.
        articles = articles.collect()
    if isinstance(articles, (pa.Table, pa.RecordBatch)):
        return articles.schema.names, articles.column
    if isinstance(articles, Mapping) or _is_frame(articles):
        return [*map(str, articles.keys() if isinstance(articles, Mapping) else articles.columns)], articles.__getitem__
    if hasattr(articles, "__arrow_c_stream__") or hasattr(articles, "__arrow_c_array__"):
        articles = pa.table(articles)
        return articles.schema.names, articles.column
    raise TypeError(
        "articles is a table of PyArrow, pandas or Polars, or a dictionary of columns, and this is of type "
        f"{type(articles).__name__}"
    )


def ids(values):
    """A column of ids as texts."""
    pa = arrow("extract_table")
    if _is_of_arrow(values) and not isinstance(values, (pa.Array, pa.ChunkedArray)):
        values = pa.chunked_array(values) if hasattr(values, "__arrow_c_stream__") else pa.array(values)
    if not isinstance(values, (pa.Array, pa.ChunkedArray)):
        return array([None if is_missing(value) else str(value) for value in values], "string", "extract_table")
    values = values.cast(pa.string())
    return values.combine_chunks() if isinstance(values, pa.ChunkedArray) else values


def _is_of_arrow(values):
    # A column of pandas whose dtype is object may hold anything, so it is read row by row.
    return str(getattr(values, "dtype", "")) != "object" and (
        hasattr(values, "__arrow_c_array__") or hasattr(values, "__arrow_c_stream__")
    )


def _is_frame(values):
    return hasattr(values, "columns") and hasattr(values, "__getitem__")


def _refuse_others(values, name, wanted):
    if isinstance(values, Mapping) or _is_frame(values):
        raise TypeError(f"{name} is a table: give one of its columns, or the table to newsmark.extract_table")
    if not (_is_of_arrow(values) or isinstance(values, Iterable) or hasattr(values, "__getitem__")):
        raise TypeError(f"{name} is {wanted}, and this is of type {type(values).__name__}")


def _listed(values, is_wanted, otherwise):
    """A column of texts, row by row, and what is wrong with which row."""
    column, wrong = [], []
    for row, value in enumerate(values):
        text = None
        if is_missing(value):
            pass
        elif not is_wanted(value):
            wrong.append((row, f"it is of type {type(value).__name__}, {otherwise}"))
        else:
            text = value if isinstance(value, str) else day(value)
            at = half_character(text)
            if at is not None:
                text = wrong.append((row, f"it holds half a character (a lone surrogate) at {at}"))
        column.append(text)
    return array(column, "large_string", "extract_batch"), wrong
