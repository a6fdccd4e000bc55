"""The command line reads and writes the tables that this package makes."""

import subprocess

import newsmark
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

ARTICLES = pa.table(
    {
        "id": [7, 8, 9, 10, 11],
        "body": ["“No,” Ada Obi said in Rome.", "nothing here", None, "On Tuesday.", "On Tuesday."],
        "day": [None, None, None, "2024-07-02", "soon"],
    }
)


def run(program, *arguments, **options):
    return subprocess.run([program, "extract", *arguments], capture_output=True, **options)


@pytest.mark.parametrize("compression", ["none", "snappy", "zstd", "gzip"])
@pytest.mark.parametrize("body", [pa.string(), pa.large_string(), pa.binary()], ids=str)
def test_both_make_the_same_table(newsmark_program, tmp_path, compression, body):
    articles = ARTICLES.set_column(1, "body", ARTICLES["body"].cast(body))
    pq.write_table(articles, tmp_path / "articles.parquet", compression=compression, row_group_size=2)
    columns = ["--text-column", "body", "--published-column", "day"]
    file = tmp_path / "articles.parquet"
    ran = run(newsmark_program, "--input", "parquet", "--format", "parquet", *columns, file)
    assert ran.returncode == 1
    assert ran.stderr.decode().splitlines() == [
        f"{file}, row 3: there is no text (null)",
        f'{file}, row 5: "soon" is no date such as 2024-07-02',
    ]
    ours = newsmark.extract_table(articles, text="body", published="day").to_pylist()
    theirs = pq.read_table(pa.BufferReader(ran.stdout)).to_pylist()
    by_article = lambda row: (row["id"], row["index"] or 0)
    assert sorted(theirs, key=by_article) == sorted(ours, key=by_article)


def test_lines_become_a_table(newsmark_program, corpus, of_program, tmp_path):
    ran = run(newsmark_program, "--input", "jsonl", "--format", "parquet", corpus)
    rows = pq.read_table(pa.BufferReader(ran.stdout)).to_pylist()
    assert len([row for row in rows if row["label"]]) == sum(map(len, of_program))
    assert [row["text"] for row in rows if row["label"]] == [it["text"] for found in of_program for it in found]


def test_what_is_wrong_is_named(newsmark_program, tmp_path):
    file = tmp_path / "articles.parquet"
    pq.write_table(ARTICLES, file)
    ran = run(newsmark_program, "--input", "parquet", "--format", "jsonl", file)
    assert ran.returncode == 1
    assert ran.stderr.decode() == f'{file}: has no column "text"; it has id, body, day\n'
    file.write_bytes(b"no table")
    assert b"cannot be read as Parquet" in run(newsmark_program, "--input", "parquet", file).stderr
    ran = run(newsmark_program, "--input", "parquet", "--format", "parquet", input=b"")
    assert b"give a file" in ran.stderr
    assert pq.read_table(pa.BufferReader(ran.stdout)).num_rows == 0
