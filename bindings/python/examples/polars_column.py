"""Who is named how often in a column of texts, with Polars."""

import newsmark
import polars as pl

articles = pl.DataFrame({"id": ["a", "b"], "body": ["Ada Obi met Chen Wei in Rome.", "“No,” Ada Obi said in Lagos."]})
found = pl.from_arrow(newsmark.extract_batch(articles["body"], errors="null"))
table = articles.select("id").with_columns(found.alias("found")).explode("found").unnest("found")
names = table.filter(pl.col("label").is_in(["PERSON", "ORG", "LOC"]))
print(names.group_by("label", "text").agg(pl.len().alias("times")).sort("times", "text", descending=[True, False]))
