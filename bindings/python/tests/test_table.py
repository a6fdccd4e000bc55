import json

import newsmark
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
