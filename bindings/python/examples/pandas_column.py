"""A table of all amounts of money in a column of texts, with pandas."""

import json

import pandas as pd
import newsmark

articles = pd.DataFrame(
    {
        "id": ["a", "b"],
        "published": ["2024-07-02", "2024-07-03"],
        "body": ["Kenya raised $2.3 billion on Tuesday.", "“We need €40 million,” Ada Obi said."],
    }
)
found = newsmark.extract_batch(articles["body"], articles["published"], errors="null")
table = articles[["id"]].assign(found=found.to_pylist()).explode("found").dropna()
table = table[["id"]].join(pd.json_normalize(table["found"]).set_index(table.index))
money = table[table["label"] == "MONEY"].copy()
money["amount"] = [json.loads(value)["amount"] for value in money["value"]]
print(money[["id", "text", "amount"]].to_string(index=False))
