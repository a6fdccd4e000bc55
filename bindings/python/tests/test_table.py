import json

import newsmark
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

ARTICLES = pa.table(
    {
        "id": [7, 8, 9, 10],
        "body": ["“No,” Ada Obi said in Rome.", "nothing here", None, "On Tuesday."],
        "day": [None, None, None, "2024-07-02"],
    }
)


@pytest.mark.parametrize("articles", [ARTICLES, ARTICLES.to_batches()[0], ARTICLES.slice(0)], ids=["table", "batch", "slice"])
def test_each_annotation_is_a_row_and_each_article_is_there(articles):
    rows = newsmark.extract_table(articles, text="body", published="day").to_pylist()
    assert [(row["id"], row["index"], row["text"]) for row in rows] == [
        ("7", 0, "No"),
        ("7", 1, "Ada Obi"),
        ("7", 2, "Rome"),
        ("10", 0, "Tuesday"),
        ("8", None, None),
        ("9", None, None),
    ]
    assert rows[0]["said_by"] == [1]
    assert json.loads(rows[3]["value"]) == {"timex": "2024-07-02"}
    assert [row["error"] for row in rows[3:]] == [None, None, "there is no text (null)"]


def test_a_missing_column_is_named():
    with pytest.raises(KeyError, match="there is no column text; there are id, body, day"):
        newsmark.extract_table(ARTICLES)


def test_an_empty_table_has_no_rows():
    assert newsmark.extract_table(ARTICLES.slice(0, 0), text="body").num_rows == 0


@pytest.mark.parametrize(
    "articles",
    [ARTICLES.to_pandas(), pl.from_arrow(ARTICLES), ARTICLES.to_pydict(), pl.from_arrow(ARTICLES).lazy()],
    ids=lambda articles: type(articles).__module__,
)
def test_frames_of_pandas_and_polars_are_tables(articles):
    wanted = newsmark.extract_table(ARTICLES, text="body", published="day")
    assert newsmark.extract_table(articles, text="body", published="day") == wanted
    with pytest.raises(KeyError, match="there is no column text; there are id, body, day"):
        newsmark.extract_table(articles)


def test_a_frame_with_objects_has_its_rows_named():
    articles = pd.DataFrame({"id": [1, "b", None], "text": ["In Rome.", 5, pd.NA], "published": [pd.NaT, None, None]})
    rows = newsmark.extract_table(articles).to_pylist()
    assert [(row["id"], row["text"], row["error"]) for row in rows] == [
        ("1", "Rome", None),
        ("b", None, "it is of type int, no text"),
        (None, None, "there is no text (null)"),
    ]


def test_a_column_of_days_that_is_asked_for_must_be_there():
    with pytest.raises(KeyError, match="there is no column days; there are id, body, day"):
        newsmark.extract_table(ARTICLES, text="body", published="days")


def test_what_is_no_table_is_refused():
    with pytest.raises(TypeError, match="articles is a table .*, and this is of type list"):
        newsmark.extract_table(["In Rome."])
