"""What `checker corpus build` costs above the reading of the same articles, in CPU time of the same run.

    python benchmarks/corpus_build.py [--articles 300] [--data FILE.jsonl] [--rounds 3]

Each round reads the articles twice in this process: by `read`, `find` and `resolve` alone, and by a build into a new folder
(rows, dates, datelines, signatures, Parquet on disk). The order changes from round to round. One process, so that nothing
but the CPU counts; with --jobs the parts go over the cores, and only the writing of tables does not.
"""

from __future__ import annotations

import argparse
import itertools
import json
import statistics
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from checker.corpus.build import Told, build  # noqa: E402
from checker.outlets import Outlets  # noqa: E402
from checker.pipeline import read_reading  # noqa: E402
from checker.read import read  # noqa: E402


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--data", type=Path, default=ROOT / ".." / "shared" / "data" / "polnear" / "quotes.jsonl", metavar="FILE"
    )
    parser.add_argument("--articles", type=int, default=300)
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    if not arguments.data.is_file():
        parser.error(f"{arguments.data}: no articles there")
    with arguments.data.open("rb") as file:
        lines = list(itertools.islice(file, arguments.articles))
    read_alone(lines[:5])  # tables and patterns are loaded once
    rounds = [measure(lines, turned=bool(number % 2)) for number in range(arguments.rounds)]
    print("| round | read, find, resolve: articles a CPU second | build: articles a CPU second | above |")
    print("|---|---|---|---|")
    for number, (alone, built) in enumerate(rounds, 1):
        count = len(lines)
        print(f"| {number} | {count / alone:.1f} | {count / built:.1f} | {built / alone - 1:+.1%} |")
    print(f"\nmedian above: {statistics.median(built / alone - 1 for alone, built in rounds):+.1%}")
    return 0


def measure(lines: list[bytes], *, turned: bool) -> tuple[float, float]:
    """CPU seconds of both ways."""
    ways = (read_alone, built)
    spent = {way: spent_by(way, lines) for way in (ways[::-1] if turned else ways)}
    return spent[read_alone], spent[built]


def spent_by(way: object, lines: list[bytes]) -> float:
    began = time.process_time()
    assert callable(way)
    way(lines)
    return time.process_time() - began


def read_alone(lines: list[bytes]) -> None:
    """The rooms, and nothing kept."""
    outlets = Outlets.shipped()
    for line in lines:
        read_reading(read(json.loads(line)["text"].encode(), content_type="text/plain; charset=utf-8"), outlets)


def built(lines: list[bytes]) -> None:
    """A corpus in a folder that goes away."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "articles.jsonl"
        path.write_bytes(b"".join(lines))
        told = Told(lambda one: None, lambda id, date: None, lambda one: None)
        done = build([str(path)], Path(folder) / "corpus", told)
        assert done.articles == len(lines), done


if __name__ == "__main__":
    sys.exit(main())
