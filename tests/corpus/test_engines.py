"""DuckDB and Spark: the same SQL, the same pairs and groups; memory that does not suffice; sentences for what fails."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from quotations_made import brought, made

import checker
from checker.corpus.candidates import Pairs, find_pairs
from checker.corpus.engines import DuckDB, sql_of
from checker.corpus.grams import SCHEMA
from checker.errors import CorpusError


def postings(*lists: tuple[int, list[tuple[int, int, bool, bool]]]) -> pa.Table:
    """Of each key its wordings: number, words, stored, asking."""
    rows = [
        {"key": key, "wording": wording, "words": words, "stored": stored, "asking": asking, "fresh": True}
        for key, members in lists
        for wording, words, stored, asking in members
    ]
    return pa.Table.from_pylist(rows, schema=SCHEMA)


def pairs_of(table: pa.Table, **options: object) -> Pairs:
    with DuckDB(**options) as engine:  # type: ignore[arg-type]
        return find_pairs(engine, table)


def test_wordings_meet_where_one_asks_for_what_another_stores() -> None:
    table = postings(
        (7, [(0, 5, True, True), (1, 5, True, True), (2, 30, True, False), (3, 30, True, False)]),
        (8, [(1, 5, False, True), (3, 30, True, False)]),
        (9, [(4, 5, False, True), (5, 5, False, True)]),
        (10, [(6, 30, True, False), (7, 30, True, False)]),
    )
    found = pairs_of(table)
    met = set(zip(found.a.tolist(), found.b.tolist(), found.keys.tolist(), strict=True))
    assert met == {(0, 1, 1), (0, 2, 1), (0, 3, 1), (1, 2, 1), (1, 3, 2)}


def test_of_a_long_list_each_meets_the_fullest_only() -> None:
    members = [(number, 10 + number % 50, True, True) for number in range(200)]
    found = pairs_of(postings((1, members)))
    fullest = {49, 99, 149}  # of equals the first
    assert all(a in fullest or b in fullest for a, b in zip(found.a.tolist(), found.b.tolist(), strict=True))
    assert len(found) == 3 * 199 - 3


def test_pairs_spill_to_disk_and_come_out_the_same(tmp_path: Path) -> None:
    """Some 60 MB of meetings under a limit of 40 MB."""
    dice = np.random.default_rng(1)
    size = 400_000
    table = pa.table(
        {
            "key": dice.integers(0, size // 4, size),
            "wording": pa.array(dice.integers(0, 100_000, size), pa.int32()),
            "words": pa.array(np.full(size, 9), pa.int32()),
            "stored": np.full(size, True),
            "asking": np.full(size, True),
            "fresh": np.full(size, True),
        }
    ).cast(SCHEMA)
    enough = pairs_of(table)
    little = pairs_of(table, memory="40MB", spill=tmp_path, threads=1)
    assert len(enough) > 500_000
    for name in ("a", "b", "keys"):
        assert np.array_equal(getattr(enough, name), getattr(little, name))


def test_too_little_memory_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match=r"corpus\.memory"):
        pairs_of(postings((1, [(n, 9, True, True) for n in range(50_000)])), memory="1MB", spill=tmp_path, threads=1)


def test_values_stand_in_place_of_the_braces() -> None:
    assert "<= 5" in sql_of("stars", {"list": 16, "stars": 5, "meetings": "meetings"})
    assert "{" not in sql_of("pairs", {"list": 16, "meetings": "meetings", "stars": "stars"})


@pytest.mark.skipif(shutil.which("java") is None, reason="Spark needs Java: apt-get install openjdk-17-jre-headless")
def test_spark_gives_what_duckdb_gives(tmp_path: Path) -> None:
    """10,000 quotations; in a process of its own, since here no test may open a connection and Spark is asked over one."""
    pytest.importorskip("pyspark", reason='needs the extra "spark"')
    brought(tmp_path / "c", [made(11, 10_000)])
    names = ("groups", "links", "pairs")
    duckdb = {name: _rows(tmp_path / "c", name) for name in names}
    root = str(Path(checker.__file__).parents[1])
    done = subprocess.run(
        [sys.executable, "-m", "checker", "corpus", "group", "c", "--engine", "spark", "--master", "local[2]"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": root, "SPARK_LOCAL_IP": "127.0.0.1"},
    )
    assert done.returncode == 0, done.stderr
    for name in names:
        assert _rows(tmp_path / "c", name).equals(duckdb[name])
    assert duckdb["pairs"].num_rows > 1_000


def _rows(folder: Path, table: str) -> pa.Table:
    """`pairs` is what grouping keeps for itself: with it the number of keys by which two wordings met."""
    (file,) = (folder / table).glob("part-*.parquet")
    return pq.read_table(file)
