"""The figures of docs/corpus.md on grouping: `python benchmarks/corpus.py FOLDER --sizes 10000 100000 --seed 5011`.

FOLDER holds the generator of recurring quotations and its scorer (`make_quotations.py`, `score_groups.py`; they need pandas).
Each size is made, imported and grouped by the commands a user types, in processes of their own, and scored against the
generator's truth. Then the newest hundredth is brought against the rest with `corpus add`, and held against the full run.
`--peer` runs datasketch's MinHash LSH (threshold 0.5) over the same texts in the same run, if it is installed.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pyarrow.compute as pc
import pyarrow.parquet as pq

_PEER = """
import sys, pyarrow.parquet as pq
from datasketch import MinHash, MinHashLSH
texts = {" ".join(text.lower().split()) for text in pq.read_table(sys.argv[1], columns=["text"])["text"].to_pylist()}
lsh, made = MinHashLSH(threshold=0.5, num_perm=128), []
for number, text in enumerate(sorted(texts)):
    words = text.split()
    signature = MinHash(num_perm=128)
    signature.update_batch([" ".join(pair).encode() for pair in zip(words, words[1:] or [""])])
    lsh.insert(number, signature)
    made.append(signature)
print(sum(len(lsh.query(one)) - 1 for one in made) // 2, "pairs")
"""


def main() -> None:
    """One paragraph a size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000, 100_000])
    parser.add_argument("--seed", type=int, default=5011)
    parser.add_argument("--peer", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        for size in options.sizes:
            measure(options.folder, Path(scratch) / str(size), size, options.seed, peer=options.peer)


def measure(tools: Path, scratch: Path, size: int, seed: int, *, peer: bool) -> None:
    """Made, grouped, scored; the newest hundredth added; the peer."""
    run([str(tools / "make_quotations.py"), str(size), str(scratch), "--seed", str(seed)])
    table = scratch / "quotations.parquet"
    whole = corpus(scratch / "whole", table)
    print(f"{size:,} quotations, seed {seed}: import {told(whole[0])}; group {told(whole[1])}")
    print(run([str(tools / "score_groups.py"), str(scratch), str(scratch / "whole" / "groups.parquet")])[3].strip())
    old, new = split(table)
    corpus(scratch / "parts", old)
    parts = [run(["-m", "checker", "corpus", "add", str(scratch / "parts"), "--quotations", str(new)])]
    corpus(scratch / "all", scratch / "all.parquet")
    same = all((scratch / "all" / name).read_bytes() == (scratch / "parts" / name).read_bytes() for name in NAMES)
    print(f"the newest hundredth added: {told(parts[0])}; groups and links {'equal' if same else 'DIFFER'}")
    if peer:
        print(f"datasketch: {told(run(['-c', _PEER, str(table)]))}")


NAMES = ("groups.parquet", "links.parquet")
Ran = tuple[float, float, float, str]


def corpus(folder: Path, table: Path) -> list[Ran]:
    """A corpus of one table, grouped."""
    words = ["-m", "checker", "corpus"]
    return [run([*words, "import", str(table), "--into", str(folder)]), run([*words, "group", str(folder)])]


def split(table: Path) -> tuple[Path, Path]:
    """The newest hundredth and the rest; an article that has quotations in both becomes two, in `all.parquet` as well."""
    rows = pq.read_table(table)
    order = pc.rank(rows["published"], sort_keys="ascending", tiebreaker="first")
    newest = pc.greater(order, int(rows.num_rows * 0.99))
    name = pc.if_else(newest, pc.binary_join_element_wise(rows["article_id"], "new", "-"), rows["article_id"])
    rows = rows.set_column(rows.schema.get_field_index("article_id"), "article_id", name)
    paths = [table.parent / f"{part}.parquet" for part in ("old", "new", "all")]
    for path, part in zip(paths, (rows.filter(pc.invert(newest)), rows.filter(newest), rows), strict=True):
        pq.write_table(part, path)
    return paths[0], paths[1]


def run(words: list[str]) -> Ran:
    """Seconds on the clock and of the processor, peak memory in MB, and what was printed."""
    begun = time.monotonic()
    process = subprocess.Popen([sys.executable, *words], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    printed = process.stdout.read()
    _, status, used = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"{words} ended with {status}")
    return time.monotonic() - begun, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, printed


def told(ran: Ran) -> str:
    """As it is printed."""
    return f"{ran[0]:.1f} s ({ran[1]:.1f} s of the processor), {ran[2]:,.0f} MB"


if __name__ == "__main__":
    main()
