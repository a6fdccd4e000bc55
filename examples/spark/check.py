"""Runs annotate.py on a cluster of worker processes on this machine, kills one of them in mid-run, and compares
what comes out with the command line, annotation by annotation.

    python check.py articles.jsonl ../../target/release/newsmark --workers 2 --kill
"""

import argparse
import json
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import time

import pyarrow.parquet as pq

HERE = pathlib.Path(__file__).parent
FIELDS = ["start", "end", "label", "text", "value", "score", "entity", "said_by"]


def executors():
    """The numbers of the processes that work."""
    found = subprocess.run(["pgrep", "-f", "CoarseGrainedExecutorBackend"], capture_output=True, text=True)
    return [int(pid) for pid in found.stdout.split()]


def memory(pids):
    """What processes hold, with their children, in MB: the most so far of each."""
    children = [pid for parent in pids for pid in run_text(["pgrep", "-P", str(parent)]).split()]
    grandchildren = [pid for parent in children for pid in run_text(["pgrep", "-P", parent]).split()]
    total = {}
    for pid in {*map(str, pids), *children, *grandchildren}:
        try:
            status = pathlib.Path(f"/proc/{pid}/status").read_text()
            name = pathlib.Path(f"/proc/{pid}/comm").read_text().strip()
        except OSError:
            continue
        line = next((line for line in status.splitlines() if line.startswith("VmHWM")), None)
        if line:
            total[f"{name} {pid}"] = int(line.split()[1]) // 1024
    return total


def run_text(command):
    return subprocess.run(command, capture_output=True, text=True).stdout


def annotate(source, output, workers, kill, partition_mb, log):
    """Runs the job; the seconds it took and the most memory that each process held."""
    command = ["spark-submit", "--master", f"local-cluster[{workers},1,1024]", HERE / "annotate.py", source, output]
    started = time.monotonic()
    most = {}
    with open(log, "w") as out:
        job = subprocess.Popen([*command, f"--partition-mb={partition_mb}"], stdout=out, stderr=out)
        killed = None
        while job.poll() is None:
            time.sleep(0.5)
            for name, size in memory(executors()).items():
                most[name] = max(size, most.get(name, 0))
            done = len(list(pathlib.Path(output).glob("_temporary/0/task_*")))
            if kill and not killed and done >= 2:
                killed = executors()[0]
                os.kill(killed, signal.SIGKILL)
                print(f"killed process {killed} after {done} tasks, {time.monotonic() - started:.1f} s into the job")
    if job.returncode != 0:
        sys.exit(f"the job failed: see {log}")
    if kill and not killed:
        sys.exit("the job was over before anything could be killed: give it more to do")
    return time.monotonic() - started, most


def of_command_line(program, source):
    """What the command line finds: a list of annotations for each id, and how long it took."""
    started = time.monotonic()
    arguments = ["extract", "--input", "jsonl", "--format", "jsonl", "--jobs", "1", source]
    out = subprocess.run([program, *arguments], capture_output=True, encoding="utf-8").stdout
    seconds = time.monotonic() - started
    found = {}
    for line in map(json.loads, out.splitlines()):
        annotations = line["annotations"]
        for annotation in annotations:
            annotation["said_by"] = []
        for relation in line.get("relations", ()):
            annotations[relation["from"]]["said_by"].append(relation["to"])
        found[line["id"]] = annotations
    return found, seconds


def of_spark(output):
    """What Spark wrote: a list of annotations for each id."""
    found = {}
    rows = 0
    for batch in pq.ParquetDataset(output).read().to_batches():
        for row in batch.to_pylist():
            rows += 1
            annotations = found.setdefault(row["id"], [])
            if row["label"] is not None:
                annotations.append((row["index"], {field: row[field] for field in FIELDS}))
    for id, annotations in found.items():
        annotations.sort(key=lambda it: it[0])
        assert [index for index, _ in annotations] == list(range(len(annotations))), f"{id} is there twice, or in part"
        found[id] = [annotation for _, annotation in annotations]
        for annotation in found[id]:
            annotation["value"] = annotation["value"] and json.loads(annotation["value"])
    return found, rows


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("articles", help="JSON Lines with id, text and published")
    parser.add_argument("program", help="the command line program newsmark")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--kill", action="store_true", help="kill a worker in mid-run")
    parser.add_argument("--partition-mb", type=int, default=1)
    args = parser.parse_args()

    size = sum(len(json.loads(line)["text"].encode()) for line in open(args.articles, encoding="utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        output, log = f"{folder}/annotations.parquet", f"{folder}/spark.log"
        seconds, most = annotate(args.articles, output, args.workers, args.kill, args.partition_mb, log)
        lost = [line for line in open(log) if "Lost executor" in line or "Lost task" in line]
        theirs, rows = of_spark(output)
    ours, alone = of_command_line(args.program, args.articles)
    print(f"{len(theirs)} articles, {rows} rows, {size / 1e6:.1f} MB of text")
    print(f"{args.workers} workers: {seconds:.1f} s, {size / seconds / 1e6:.2f} MB/s with Spark's start")
    print(f"command line, one core: {alone:.1f} s, {size / alone / 1e6:.2f} MB/s")
    print("most memory, MB:", ", ".join(f"{name}: {size}" for name, size in sorted(most.items())))
    for line in lost:
        print(line.strip())
    assert theirs.keys() == ours.keys(), "an article is missing, or too many"
    wrong = [id for id in ours if ours[id] != theirs[id]]
    assert not wrong, f"{len(wrong)} articles differ, such as {wrong[0]}"
    print("every article is there once, and equals what the command line finds")


if __name__ == "__main__":
    main()
