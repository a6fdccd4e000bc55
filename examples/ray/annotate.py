"""Annotates articles with Ray Data: JSON Lines or Parquet in, Parquet out, one row an annotation.

    python annotate.py articles.jsonl annotations.parquet
    python annotate.py articles.parquet annotations.parquet --text-column body --id-column url

Rows are those of `newsmark.extract_table`, as in ../spark/annotate.py.
"""

import argparse

import ray


def annotate(batch, columns):
    import newsmark

    return newsmark.extract_table(batch, jobs=1, **columns)


def main():
    parser = argparse.ArgumentParser(description="Annotates articles with Ray Data.")
    parser.add_argument("input", help="JSON Lines (.jsonl, .json) or Parquet, a file or a folder")
    parser.add_argument("output", help="the folder to write Parquet to")
    parser.add_argument("--id-column", default="id")
    parser.add_argument("--text-column", default="text")
    parser.add_argument("--published-column", default="published", help="the days of publication, if it is there")
    args = parser.parse_args()

    read = ray.data.read_json if args.input.endswith((".jsonl", ".json")) else ray.data.read_parquet
    options = {"lines": True} if read is ray.data.read_json else {}
    columns = {"id": args.id_column, "text": args.text_column, "published": args.published_column}
    articles = read(args.input, **options)
    found = articles.map_batches(annotate, fn_kwargs={"columns": columns}, batch_format="pyarrow", batch_size=1000)
    found.write_parquet(args.output)


if __name__ == "__main__":
    main()
