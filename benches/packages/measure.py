"""Reads a corpus with one Python library and prints how fast and what it found, as JSON:
`python measure.py NAME CORPUS PASSES`. Starting and one pass to warm up are not counted."""

import json
import sys
import time

name, corpus, passes = sys.argv[1:]
texts = [json.loads(line)["text"] for line in open(corpus, encoding="utf-8")]


def newsmark(jobs):
    import newsmark

    def read():
        rows = newsmark.extract_batch(texts, jobs=jobs)
        return rows

    return read, lambda rows: [[[it["start"], it["end"], it["label"]] for it in row] for row in rows.to_pylist()]


def spacy(model):
    import spacy

    nlp = spacy.load(model, disable=["parser", "lemmatizer", "attribute_ruler"])
    kinds = {"GPE": "LOC", "FAC": "LOC"}

    def read():
        return [
            [[ent.start_char, ent.end_char, kinds.get(ent.label_, ent.label_)] for ent in doc.ents]
            for doc in nlp.pipe(texts)
        ]

    return read, lambda rows: rows


try:
    read, listed = newsmark(int(name[-1])) if name.startswith("newsmark") else spacy(name)
except OSError as error:
    sys.exit(f"{name} is not installed: {error}")
found = listed(read())
start = time.perf_counter()
for _ in range(int(passes)):
    read()
seconds = time.perf_counter() - start
size = sum(len(text.encode()) for text in texts)
print(json.dumps({"speed": size * int(passes) / seconds / 1e6, "found": found}))
