"""Marks and values the facts in news articles: people, organisations, places, groups, money, numbers, dates,
quotes and who said them.

>>> import newsmark
>>> [found.text for found in newsmark.extract("Kenya raised $2.3 billion.")]
['Kenya', '$2.3 billion']
"""

import json
from dataclasses import dataclass, field

from . import _columns, _day, _first, _newsmark
from ._newsmark import __version__

__all__ = ["Annotation", "RowError", "__version__", "extract", "extract_batch", "extract_table"]

_OFFSETS = ("byte", "codepoint", "utf16")


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

    def __reduce__(self):
        return type(self), (self.rows, self.result)


def extract(text, published=None, *, offsets="codepoint"):
    """What is marked in a text, in reading order.

    ``published`` is the day from which relative dates count: a ``date``, a ``datetime`` (its day in its own zone), a
    ``numpy.datetime64`` or text such as ``"2024-07-02"`` or ``"2024-07-02T10:00:00Z"``; ``offsets`` what offsets
    count: ``"codepoint"``, as Python does, ``"utf16"`` or ``"byte"``.
    """
    if not isinstance(text, str):
        raise TypeError(f"text is a string, and this is {_described(text)}")
    day = _day.day(published)
    _check_offsets(offsets)
    try:
        found = json.loads(_newsmark.extract_json(text, day, offsets))
    except UnicodeEncodeError:
        _day.whole(text, "text")
        raise
    annotations = [_annotation(fields) for fields in found["annotations"]]
    for relation in found.get("relations", ()):
        if relation["type"] == "said_by":
            fields = vars(annotations[relation["from"]])
            fields["said_by"] = (*fields["said_by"], relation["to"])
    return annotations


def extract_batch(texts, published=None, *, offsets="codepoint", jobs=None, errors="raise"):
    """What is marked in each of many texts: a ``pyarrow.Array`` of lists of annotations.

    ``texts`` is a ``pyarrow.Array`` or ``ChunkedArray``, a column of Polars or pandas, or a list of strings;
    ``published`` one day for all of them, or one for each: dates, times (the day in their own zone) or text. The work
    is done on ``jobs`` cores, on all where that is ``None`` or -1, while Python may do other things. Values are in
    JSON.

    Rows that cannot be read (no text, no date, bytes that are no UTF-8, over 100 MB) are null. They raise a
    :class:`RowError` once all others are done, or nothing with ``errors="null"``.
    """
    if errors not in ("raise", "null"):
        raise ValueError(f'errors is "raise" or "null", not {errors!r}')
    _check_offsets(offsets)
    jobs = _cores(jobs)
    pyarrow = _first.arrow("extract_batch")
    _first.ready("extract_batch")
    texts, wrong = _columns.texts(texts)
    if _day.is_missing(published) or _day.is_day(published):
        days = _day.day(published)
    else:
        days, wrong_days = _columns.days(published)
        wrong += wrong_days
    result, rows = _newsmark.extract_batch(texts, days, offsets, jobs)
    if wrong:
        # A row that was taken out says why itself; as null it says less.
        reasons = {**dict(rows), **dict(wrong)}
        readable = pyarrow.array([row not in reasons for row in range(len(result))])
        result = pyarrow.compute.if_else(readable, result, pyarrow.scalar(None, result.type))
        rows = sorted(reasons.items())
    if rows and errors == "raise":
        raise RowError(rows, result)
    return result


def extract_table(articles, *, id="id", text="text", published="published", offsets="codepoint", jobs=None):
    """A row for each annotation in a table of articles: a ``pyarrow.Table``, for engines that spread work.

    ``articles`` is a ``pyarrow.Table`` or ``RecordBatch``, a frame of pandas or Polars, or a dictionary of columns;
    ``id``, ``text`` and ``published`` name its columns, of which ``"published"`` may be missing. A row has the
    article's id, the annotation's place in the article's list (``index``) and its fields. An article without
    annotations has one row without a label, and one that cannot be read has the reason in ``error``: each article is
    there.
    """
    names, column = _columns.table(articles)
    from . import _table

    asked_for = (id, text) if published == "published" else (id, text, published)
    missing = [name for name in asked_for if name not in names]
    if missing:
        raise KeyError(f"there is no column {', '.join(missing)}; there are {', '.join(names)}")
    reasons = {}
    try:
        days = column(published) if published in names else None
        found = extract_batch(column(text), days, offsets=offsets, jobs=jobs)
    except RowError as error:
        found, reasons = error.result, dict(error.rows)
    return _table.rows(_columns.ids(column(id)), found, reasons)


def _annotation(fields):
    """An annotation of these fields, which become its own. A frozen dataclass sets them one by one, and that takes
    longer than to find them."""
    annotation = object.__new__(Annotation)
    fields["said_by"] = ()
    object.__setattr__(annotation, "__dict__", fields)
    return annotation


def _cores(jobs):
    """How many cores are meant; 0 for all."""
    if jobs is None or jobs == -1:
        return 0
    problem = f"jobs is a number of cores, or -1 or None for all, not {jobs!r}"
    if not hasattr(jobs, "__index__"):
        raise TypeError(problem)
    if jobs < 1:
        raise ValueError(problem)
    return jobs


def _check_offsets(offsets):
    if offsets not in _OFFSETS:
        raise ValueError(f"offsets is one of {', '.join(_OFFSETS)}, not {offsets!r}")


def _described(value):
    return "None" if value is None else f"of type {type(value).__name__}"
