import datetime
import json

import newsmark
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

TEXTS = ["In Rome.", "On Tuesday.", "📉 $5"]


def texts_of(result):
    return [row and [it["text"] for it in row] for row in result.to_pylist()]


WANTED = [["Rome"], ["Tuesday"], ["$5"]]


@pytest.mark.parametrize(
    "texts",
    [
        TEXTS,
        tuple(TEXTS),
        pa.array(TEXTS),
        pa.array(TEXTS, pa.large_string()),
        pa.array(TEXTS, pa.string_view()),
        pa.array([text.encode() for text in TEXTS], pa.binary()),
        pa.array([text.encode() for text in TEXTS], pa.large_binary()),
        pa.array(TEXTS).dictionary_encode(),
        pa.chunked_array([TEXTS[:1], TEXTS[1:]]),
        pa.array(["", *TEXTS])[1:],
        pl.Series(TEXTS),
        pd.Series(TEXTS),
        (text for text in TEXTS),
    ],
    ids=lambda texts: type(texts).__name__ + str(getattr(texts, "type", "")),
)
def test_columns_of_every_kind_are_read(texts):
    result = newsmark.extract_batch(texts)
    assert isinstance(result, pa.Array)
    assert texts_of(result) == WANTED
    result.validate(full=True)


def test_a_batch_finds_what_single_texts_give():
    for row, text in zip(newsmark.extract_batch(TEXTS, "2024-07-02", offsets="utf16").to_pylist(), TEXTS):
        alone = newsmark.extract(text, "2024-07-02", offsets="utf16")
        for it in row:
            it["value"] = it["value"] and json.loads(it["value"])
            it["said_by"] = tuple(it["said_by"])
        assert [newsmark.Annotation(**it) for it in row] == alone


@pytest.mark.parametrize(
    "days",
    [
        ["2024-07-01", "2024-07-02", None],
        [None, datetime.date(2024, 7, 2), None],
        pa.array([None, datetime.date(2024, 7, 2), None], pa.date32()),
        pd.Series([None, "2024-07-02", None]),
        pl.Series(["2024-07-01", "2024-07-02", None]),
        datetime.date(2024, 7, 2),
    ],
    ids=lambda days: type(days).__name__,
)
def test_each_row_may_have_its_day(days):
    row = newsmark.extract_batch(TEXTS, days).to_pylist()[1]
    assert json.loads(row[0]["value"]) == {"timex": "2024-07-02"}


def test_bad_rows_are_named_and_the_rest_is_done():
    texts = ["In Rome.", None, 5, "\ud83d", "On Tuesday.", float("nan"), "$5"]
    days = [None, None, None, None, "soon", None, "2024-07-02"]
    with pytest.raises(newsmark.RowError) as raised:
        newsmark.extract_batch(texts, days)
    error = raised.value
    assert [row for row, _ in error.rows] == [1, 2, 3, 4, 5]
    assert dict(error.rows)[1] == "there is no text (null)"
    assert dict(error.rows)[2] == "it is of type int, no text"
    assert "lone surrogate" in dict(error.rows)[3]
    assert dict(error.rows)[4] == '"soon" is no date such as 2024-07-02'
    assert "row 4: " in str(error)
    assert texts_of(error.result) == [["Rome"], None, None, None, None, None, ["$5"]]
    assert newsmark.extract_batch(texts, days, errors="null") == error.result
    bytes_ = pa.array([b"In Rome.", b"\xff", b"$5"])
    with pytest.raises(newsmark.RowError, match="row 1: its bytes are no UTF-8 from byte 0 on"):
        newsmark.extract_batch(bytes_)


def test_days_of_a_wrong_kind_are_named_by_row():
    with pytest.raises(newsmark.RowError, match="row 0: it is of type int"):
        newsmark.extract_batch(TEXTS, [2024, None, None])


def test_wrong_columns_are_refused():
    with pytest.raises(TypeError, match="texts is an array of Int64, not of texts"):
        newsmark.extract_batch(pa.array([1, 2]))
    with pytest.raises(ValueError, match="3 texts and 1 days"):
        newsmark.extract_batch(TEXTS, ["2024-07-02"])
    with pytest.raises(ValueError, match="errors is"):
        newsmark.extract_batch(TEXTS, errors="ignore")


def test_nothing_gives_nothing():
    assert newsmark.extract_batch([]).to_pylist() == []
    assert newsmark.extract_batch(pa.chunked_array([], pa.string())).to_pylist() == []
    assert newsmark.extract_batch(pa.nulls(2), errors="null").to_pylist() == [None, None]
    assert newsmark.extract_batch([""]).to_pylist() == [[]]


def test_rows_stay_in_order_on_many_cores():
    texts = [f"It cost ${number}." if number % 7 else "Rome " * number for number in range(3000)]
    one, many = (newsmark.extract_batch(texts, jobs=jobs) for jobs in (1, 4))
    assert one == many
    assert [row[0]["text"] for row in many.to_pylist()[1:7]] == [f"${number}" for number in range(1, 7)]


def test_the_batch_finds_what_the_command_line_finds(corpus, of_program):
    rows = [json.loads(line) for line in open(corpus, encoding="utf-8")]
    ours = newsmark.extract_batch([row["text"] for row in rows], [row.get("published") for row in rows]).to_pylist()
    assert len(ours) == len(of_program)
    for row, (found, wanted) in enumerate(zip(ours, of_program)):
        for it in found:
            it["value"] = it["value"] and json.loads(it["value"])
        assert found == wanted, row
