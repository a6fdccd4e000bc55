import json
import os
import subprocess

import pytest


@pytest.fixture
def newsmark_program():
    program = os.environ.get("NEWSMARK")
    if not program:
        pytest.skip("set NEWSMARK to the command line program")
    return program


@pytest.fixture
def corpus():
    """Texts that all builds read."""
    path = os.environ.get("NEWSMARK_CORPUS")
    if not path:
        pytest.skip("set NEWSMARK_CORPUS to a file of lines with texts")
    return path


@pytest.fixture
def of_program(newsmark_program, corpus):
    """What the command line finds in the corpus: a list for each text."""
    arguments = ["extract", "--input", "jsonl", "--format", "jsonl", corpus]
    out = subprocess.run([newsmark_program, *arguments], capture_output=True, check=True, encoding="utf-8").stdout
    lists = []
    for line in map(json.loads, out.splitlines()):
        for annotation in line["annotations"]:
            annotation["said_by"] = []
        for relation in line.get("relations", ()):
            line["annotations"][relation["from"]]["said_by"].append(relation["to"])
        lists.append(line["annotations"])
    return lists
