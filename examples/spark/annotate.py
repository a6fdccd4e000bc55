"""Annotates articles with Spark: JSON Lines or Parquet in, Parquet out, one row an annotation.

    spark-submit annotate.py articles.jsonl annotations.parquet
    spark-submit annotate.py articles.parquet annotations.parquet --text-column body --id-column url

The package `newsmark`, with pyarrow, must be installed where the executors' Python is. Each task reads with one
core; Spark gives it as many tasks at once as there are cores.

A row has the article's id, the annotation's place in the article's list (`index`), and the annotation:
start, end (in code points), label, text, value (JSON), score, entity, and `said_by`, the places of those who say
it. An article without annotations has one row without a label, and an article that could not be read one with
the reason in `error`: each article is there.
"""

import argparse

from pyspark.sql import SparkSession

SCHEMA = """
    id string, index int, start long, end long, label string, text string, value string, score double,
    entity string, said_by array<long>, error string
"""


def annotate(batches):
    """Reads the articles of Arrow batches with the columns `id`, `text` and `published`."""
    import newsmark

    for batch in batches:
        yield from newsmark.extract_table(batch, jobs=1).to_batches()


def main():
    parser = argparse.ArgumentParser(description="Annotates articles with Spark.")
    parser.add_argument("input", help="JSON Lines (.jsonl, .json) or Parquet, a file or a folder")
    parser.add_argument("output", help="the folder to write Parquet to")
    parser.add_argument("--id-column", default="id")
    parser.add_argument("--text-column", default="text")
    parser.add_argument("--published-column", default="published", help="the days of publication, if it is there")
    parser.add_argument("--partition-mb", type=int, default=16, help="how much one task reads")
    args = parser.parse_args()

    spark = SparkSession.builder.appName("newsmark").getOrCreate()
    spark.conf.set("spark.sql.files.maxPartitionBytes", args.partition_mb << 20)
    spark.conf.set("spark.sql.files.openCostInBytes", 0)
    # Few articles at once hold little memory, whatever their length.
    spark.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", 1000)
    names = [args.id_column, args.text_column, args.published_column]
    if args.input.endswith((".jsonl", ".json", ".jsonl.gz")):
        # By its own schema: nothing is read twice to find one.
        articles = spark.read.schema(", ".join(f"`{name}` string" for name in dict.fromkeys(names))).json(args.input)
    else:
        articles = spark.read.parquet(args.input)
    missing = [name for name in names[:2] if name not in articles.columns]
    if missing:
        parser.error(f"{args.input} has no column {', '.join(missing)}; it has {', '.join(articles.columns)}")
    published = f"cast(`{names[2]}` as string)" if names[2] in articles.columns else "cast(null as string)"
    articles = articles.selectExpr(
        f"cast(`{names[0]}` as string) as id", f"`{names[1]}` as text", f"{published} as published"
    )
    articles.mapInArrow(annotate, SCHEMA).write.mode("overwrite").parquet(args.output)
    spark.stop()


if __name__ == "__main__":
    main()
