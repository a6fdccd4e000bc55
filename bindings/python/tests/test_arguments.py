"""What people hand over by mistake, or in a way of their own, is read or refused with a sentence."""

import datetime
import json
import pickle
import sys
import subprocess

import newsmark
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

TEXTS = ["In Rome.", "On Tuesday.", "$5"]
NOON = datetime.datetime(2024, 7, 2, 12)
# Half past eleven in the evening of Tuesday in New York is Wednesday in UTC.
EVENING = pd.Timestamp("2024-07-02 23:30", tz="America/New_York")


def tuesday(result):
    return json.loads(result.to_pylist()[1][0]["value"])["timex"]


@pytest.mark.parametrize("text", ["\ud83d In Rome.", "In Rome. \udc00"])
def test_half_a_character_is_named_with_its_place(text):
    at = text.index("\ud83d") if "\ud83d" in text else text.index("\udc00")
    with pytest.raises(ValueError, match=rf"^text holds half a character \(a lone surrogate\) at {at}$"):
        newsmark.extract(text)
    with pytest.raises(ValueError, match="published holds half a character"):
        newsmark.extract("In Rome.", "\ud83d")
    with pytest.raises(ValueError, match="published holds half a character"):
        newsmark.extract_batch(TEXTS, "\ud83d")


def test_errors_name_the_argument():
    with pytest.raises(TypeError, match="text is a string, and this is None"):
        newsmark.extract(None)
    with pytest.raises(TypeError, match="text is a string, and this is of type bytes"):
        newsmark.extract(b"In Rome.")
    with pytest.raises(ValueError, match='published: "soon" is no date such as 2024-07-02'):
        newsmark.extract("In Rome.", "soon")
    with pytest.raises(ValueError, match='published: "soon" is no date such as 2024-07-02'):
        newsmark.extract_batch(TEXTS, "soon")
    for extract in (newsmark.extract, lambda *them: newsmark.extract_batch(TEXTS, *them[1:])):
        with pytest.raises(TypeError, match="published is a date.*, and this is of type int"):
            extract("In Rome.", 2024)
    for read, texts in ((newsmark.extract, "In Rome."), (newsmark.extract_batch, TEXTS)):
        with pytest.raises(ValueError, match="offsets is one of byte, codepoint, utf16, not 'words'"):
            read(texts, offsets="words")
        with pytest.raises(ValueError, match="offsets is one of byte, codepoint, utf16, not None"):
            read(texts, offsets=None)


@pytest.mark.parametrize("texts", ["Kenya", b"Kenya"])
def test_one_text_is_no_column(texts):
    with pytest.raises(TypeError, match=r"texts is one text.*newsmark\.extract"):
        newsmark.extract_batch(texts)


@pytest.mark.parametrize(
    "table", [pd.DataFrame({"text": TEXTS}), pl.DataFrame({"text": TEXTS}), pa.table({"text": TEXTS}), {"text": TEXTS}]
)
def test_a_table_is_no_column(table):
    with pytest.raises(TypeError, match="texts is a table: give one of its columns"):
        newsmark.extract_batch(table)


def test_what_cannot_be_gone_through_is_refused():
    with pytest.raises(TypeError, match="texts is a column or a list of texts, and this is of type int"):
        newsmark.extract_batch(5)


def test_minus_one_is_all_cores_and_other_numbers_below_one_are_refused():
    assert newsmark.extract_batch(TEXTS, jobs=-1) == newsmark.extract_batch(TEXTS)
    assert newsmark.extract_batch(TEXTS, jobs=1_000_000) == newsmark.extract_batch(TEXTS)
    for jobs in (0, -2):
        with pytest.raises(ValueError, match=f"jobs is a number of cores, or -1 or None for all, not {jobs}"):
            newsmark.extract_batch(TEXTS, jobs=jobs)
    for jobs in ("2", 1.5):
        with pytest.raises(TypeError, match="jobs is a number of cores"):
            newsmark.extract_batch(TEXTS, jobs=jobs)


@pytest.mark.parametrize("nothing", [pd.NA, pd.NaT, float("nan"), np.float64("nan"), None])
def test_nothing_of_every_kind_is_nothing(nothing):
    with pytest.raises(newsmark.RowError) as raised:
        newsmark.extract_batch(["In Rome.", nothing])
    assert raised.value.rows == [(1, "there is no text (null)")]
    assert newsmark.extract_batch(["In Rome."], [nothing]).to_pylist()[0][0]["text"] == "Rome"


@pytest.mark.parametrize(
    "day",
    [
        NOON,
        EVENING,
        np.datetime64("2024-07-02"),
        np.datetime64("2024-07-02T23:59:59.999999999"),
        "2024-07-02T23:30:00Z",
        "2024-07-02T23:30:00.123Z",
        "2024-07-02T23:30:00+02:00",
        "2024-07-02 23:30:00-0400",
        "2024-07-02T23:30:00-04:00[America/New_York]",
    ],
    ids=str,
)
def test_a_day_with_its_time_is_the_day_where_it_is(day):
    assert newsmark.extract("On Tuesday.", day)[0].value == {"timex": "2024-07-02"}
    assert tuesday(newsmark.extract_batch(TEXTS, day)) == "2024-07-02"
    assert tuesday(newsmark.extract_batch(TEXTS, [None, day, None])) == "2024-07-02"


@pytest.mark.parametrize(
    "days",
    [
        np.array(["NaT", "2024-07-02T23:59", "NaT"], "datetime64[ns]"),
        pd.Series([None, NOON, None]),
        pd.Series([None, EVENING, None]),
        pd.Series([None, EVENING, None], dtype=object),
        pd.DatetimeIndex([None, EVENING, None]),
        pl.Series([None, NOON, None]),
        pl.Series([None, EVENING, None]),
        pl.Series([None, NOON, None], dtype=pl.Datetime("ns")),
        pa.array([None, NOON, None], pa.timestamp("s")),
        pa.array([None, EVENING, None], pa.timestamp("us", "America/New_York")),
        pa.chunked_array([[None], [EVENING, None]], pa.timestamp("ns", "-04:00")),
        pl.Series([None, "2024-07-02T23:30:00Z", None]),
        pl.Series([None, "2024-07-02", None], dtype=pl.Categorical),
    ],
    ids=lambda days: type(days).__module__ + str(getattr(days, "dtype", getattr(days, "type", ""))),
)
def test_columns_of_days_of_every_kind_are_read(days):
    assert tuesday(newsmark.extract_batch(TEXTS, days)) == "2024-07-02"


@pytest.mark.parametrize(
    "texts", [pd.Series(["In Rome.", 5, None, pd.NA], dtype=object), np.array(["In Rome.", 5, None, pd.NA], object)]
)
def test_a_column_of_objects_has_its_rows_named(texts):
    with pytest.raises(newsmark.RowError) as raised:
        newsmark.extract_batch(texts)
    nothing = "there is no text (null)"
    assert raised.value.rows == [(1, "it is of type int, no text"), (2, nothing), (3, nothing)]


def test_a_row_error_goes_from_process_to_process():
    with pytest.raises(newsmark.RowError) as raised:
        newsmark.extract_batch(["In Rome.", None])
    again = pickle.loads(pickle.dumps(raised.value))
    assert isinstance(again, newsmark.RowError)
    assert (again.rows, again.result, str(again)) == (raised.value.rows, raised.value.result, str(raised.value))


@pytest.mark.parametrize("call", ["extract_batch(['In Rome.'])", "extract_table({'id': [], 'text': []})"])
def test_without_pyarrow_it_says_what_to_install(call):
    code = f"import sys; sys.modules['pyarrow'] = None; import newsmark; newsmark.extract('In Rome.'); newsmark.{call}"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8")
    name = call.partition("(")[0]
    assert run.stderr.splitlines()[-1] == f'ImportError: newsmark.{name} needs PyArrow: pip install "newsmark[arrow]"'


FORK = """
import importlib.abc, os, sys, threading, time

class Slow(importlib.abc.MetaPathFinder):
    \"\"\"A package takes its time, as on a busy machine, and says when it has begun.\"\"\"
    def find_spec(self, name, path=None, target=None):
        if name == sys.argv[1]:
            begun.set()
            time.sleep(0.5)

begun = threading.Event()
sys.meta_path.insert(0, Slow())
import newsmark
first = threading.Thread(target=newsmark.extract_batch, args=(["In Rome."],))
first.start()
begun.wait()
child = os.fork()
if child == 0:
    newsmark.extract_batch(["In Rome."])
    os._exit(0)
for _ in range(450):
    ended, status = os.waitpid(child, os.WNOHANG)
    if ended:
        break
    time.sleep(0.1)
else:
    os.kill(child, 9)
    sys.exit("the child hangs")
first.join()
sys.exit(status)
"""


@pytest.mark.skipif(not hasattr(__import__("os"), "fork"), reason="there is no fork here")
@pytest.mark.parametrize("package", ["pyarrow", "pandas"])
def test_a_process_may_fork_while_the_first_batch_loads(package):
    run = subprocess.run([sys.executable, "-W", "ignore", "-c", FORK, package], capture_output=True, encoding="utf-8", timeout=120)
    assert run.returncode == 0, run.stderr
