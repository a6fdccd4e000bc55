"""Marks and values the facts in news articles: people, organisations, places, groups, money, numbers, dates,
quotes and who said them.

>>> import newsmark
>>> [found.text for found in newsmark.extract("Kenya raised $2.3 billion.")]
['Kenya', '$2.3 billion']
"""

import json
from dataclasses import dataclass, field
from datetime import date, datetime

from . import _newsmark

__all__ = ["Annotation", "RowError", "extract", "extract_batch", "extract_table"]


@dataclass(frozen=True)
class Annotation:
    """Something that is marked in a text."""

    start: int
    """Where it begins, in code points unless another unit was asked for."""
    end: int
    """Where it ends."""
    label: str
    """What it is: ``PERSON``, ``MONEY`` ..."""
    text: str
    """What is marked."""
    value: "dict | None" = None
    """What it means, by its label: ``{"amount": "2300000000", "currency": "USD"}``."""
    score: "float | None" = None
    """How sure extraction is, 0 to 1."""
    entity: "str | None" = None
    """The name of the thing that this and other annotations name."""
    said_by: "tuple[int, ...]" = field(default=())
    """For quotes and told speech: who says so, as indices into the same list."""


class RowError(ValueError):
    """Some rows could not be read; the others were.

    ``rows`` has their numbers, counted from 0, with the reasons, and ``result`` what the others gave: these rows
    are null in it.
    """

    def __init__(self, rows, result):
        super().__init__("\n".join(f"row {row}: {reason}" for row, reason in rows))
        self.rows = rows
        self.result = result


def extract(text, published=None, *, offsets="codepoint"):
    """What is marked in a text, in reading order.

    ``published`` is the day from which relative dates count, a ``datetime.date`` or ``"2024-07-02"``;
    ``offsets`` what offsets count: ``"codepoint"``, as Python does, ``"utf16"`` or ``"byte"``.
    """
    found = json.loads(_newsmark.extract_json(text, _day(published), offsets))
    said_by = {}
    for relation in found.get("relations", ()):
        if relation["type"] == "said_by":
            said_by.setdefault(relation["from"], []).append(relation["to"])
    return [
        Annotation(**annotation, said_by=tuple(said_by.get(place, ())))
        for place, annotation in enumerate(found["annotations"])
    ]


def extract_batch(texts, published=None, *, offsets="codepoint", jobs=None, errors="raise"):
    """What is marked in each of many texts: a ``pyarrow.Array`` of lists of annotations.

    ``texts`` is a ``pyarrow.Array`` or ``ChunkedArray``, a column of Polars or pandas, or a list of strings;
    ``published`` one day for all of them, or one for each. The work is done on ``jobs`` cores, on all unless it is
    given, while Python may do other things. Values are in JSON.

    Rows that cannot be read (no text, no date, bytes that are no UTF-8, over 100 MB) are null. They raise a
    :class:`RowError` once all others are done, or nothing with ``errors="null"``.
    """
    if errors not in ("raise", "null"):
        raise ValueError(f'errors is "raise" or "null", not {errors!r}')
    texts, wrong = _arrow(texts, str)
    days = published
    if not (published is None or isinstance(published, (str, date))):
        days, wrong_days = _arrow(published, (str, date))
        wrong += wrong_days
    elif published is not None:
        days = _day(published)
    result, rows = _newsmark.extract_batch(texts, days, offsets, jobs or 0)
    if wrong:
        # A row that was taken out says why itself; as null it says less.
        reasons = {**dict(rows), **dict(wrong)}
        result = _without(result, dict(wrong))
        rows = sorted(reasons.items())
    if rows and errors == "raise":
        raise RowError(rows, result)
    return result


def extract_table(articles, *, id="id", text="text", published="published", offsets="codepoint", jobs=None):
    """A row for each annotation in a table of articles: a ``pyarrow.Table``, for engines that spread work.

    ``articles`` is a ``pyarrow.Table`` or ``RecordBatch``; ``id``, ``text`` and ``published`` name its columns, of
    which the last may be missing. A row has the article's id, the annotation's place in the article's list
    (``index``) and its fields. An article without annotations has one row without a label, and one that cannot be
    read has the reason in ``error``: each article is there.
    """
    from . import _table

    missing = [name for name in (id, text) if name not in articles.schema.names]
    if missing:
        raise KeyError(f"there is no column {', '.join(missing)}; there are {', '.join(articles.schema.names)}")
    reasons = {}
    try:
        days = articles.column(published) if published in articles.schema.names else None
        found = extract_batch(articles.column(text), days, offsets=offsets, jobs=jobs)
    except RowError as error:
        found, reasons = error.result, dict(error.rows)
    return _table.rows(articles.column(id), found, reasons)


def _day(published):
    if isinstance(published, datetime):
        published = published.date()
    return published.isoformat() if isinstance(published, date) else published


def _arrow(values, kinds):
    """The values as something of Arrow's, and the rows that are none of these kinds, which are null in it."""
    if hasattr(values, "__arrow_c_array__") or hasattr(values, "__arrow_c_stream__"):
        return values, []
    import pyarrow

    column, wrong = [], []
    for row, value in enumerate(values):
        text = None
        if isinstance(value, kinds):
            text = _day(value)
            if not text.isascii():
                try:
                    text.encode()
                except UnicodeEncodeError as error:
                    text = wrong.append((row, f"it holds half a character (a lone surrogate) at {error.start}"))
        # What pandas writes where there is nothing.
        elif value is not None and value == value:
            wrong.append((row, f"it is of type {type(value).__name__}, no text"))
        column.append(text)
    return pyarrow.array(column, type=pyarrow.large_string()), wrong


def _without(result, rows):
    """The result with these rows null."""
    import pyarrow

    mask = pyarrow.array([row not in rows for row in range(len(result))])
    return pyarrow.compute.if_else(mask, result, pyarrow.scalar(None, result.type))
