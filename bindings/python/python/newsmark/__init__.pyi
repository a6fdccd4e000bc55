from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, Union

import numpy
import pyarrow  # type: ignore[import-untyped]

_Offsets = Literal["codepoint", "utf16", "byte"]
_Day = Union[str, date, numpy.datetime64]

__version__: str

@dataclass(frozen=True)
class Annotation:
    start: int
    end: int
    label: str
    text: str
    value: dict[str, Any] | None = None
    score: float | None = None
    entity: str | None = None
    said_by: tuple[int, ...] = ()

class RowError(ValueError):
    rows: list[tuple[int, str]]
    result: pyarrow.Array
    def __init__(self, rows: list[tuple[int, str]], result: pyarrow.Array) -> None: ...

def extract(text: str, published: _Day | None = None, *, offsets: _Offsets = "codepoint") -> list[Annotation]: ...
def extract_batch(
    texts: pyarrow.Array | pyarrow.ChunkedArray | Iterable[str | None] | Any,
    published: _Day | Iterable[_Day | None] | Any | None = None,
    *,
    offsets: _Offsets = "codepoint",
    jobs: int | None = None,
    errors: Literal["raise", "null"] = "raise",
) -> pyarrow.Array: ...
def extract_table(
    articles: pyarrow.Table | pyarrow.RecordBatch | Any,
    *,
    id: str = "id",
    text: str = "text",
    published: str = "published",
    offsets: _Offsets = "codepoint",
    jobs: int | None = None,
) -> pyarrow.Table: ...
