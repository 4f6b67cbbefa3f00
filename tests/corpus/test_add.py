"""A batch against what is stored gives the groups of a full run, however the quotations come; a kill changes nothing."""

from __future__ import annotations

import itertools
import random
import subprocess
import sys
import time
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from quotations_made import Row, brought, made, row, utterances

from checker.corpus import brought as brought_module
from checker.corpus import candidates, state, texts
from checker.corpus.engines import DuckDB
from checker.corpus.group import group
from checker.corpus.tables import open_corpus

TABLES = ("groups", "links")


def contents(folder: Path) -> dict[str, bytes]:
    return {table: (folder / f"{table}.parquet").read_bytes() for table in TABLES}


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 10_000), size=st.integers(10, 90), cuts=st.lists(st.floats(0, 1), min_size=1, max_size=3))
def test_any_split_gives_the_groups_of_a_full_run(
    tmp_path_factory: pytest.TempPathFactory, seed: int, size: int, cuts: list[float]
) -> None:
    folder = tmp_path_factory.mktemp("split")
    rows = made(seed, size)
    ends = [0, *sorted(int(cut * size) for cut in cuts), size]
    brought(folder / "parts", [rows[at:end] for at, end in itertools.pairwise(ends)])
    brought(folder / "whole", [rows])
    assert contents(folder / "parts") == contents(folder / "whole")


@pytest.mark.parametrize("longest", [3, 5, 32])
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 10_000), data=st.data())
def test_any_batches_that_replace_articles_too(
    tmp_path_factory: pytest.TempPathFactory, longest: int, seed: int, data: st.DataObject
) -> None:
    """Few utterances in many wordings, so that lists are long, get long and are long no more."""
    folder = tmp_path_factory.mktemp("batches")
    coming = iter(made(seed, 120, said=4))
    stand: dict[object, Row] = {}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(candidates, "_LIST", longest)
        for size in data.draw(st.lists(st.integers(1, 40), min_size=2, max_size=3)):
            again = data.draw(st.sets(st.sampled_from(sorted(stand)), max_size=12)) if stand else ()
            batch = [one | {"text": f"{one['text']} again"} for one in map(stand.__getitem__, sorted(again))]
            batch += itertools.islice(coming, size)
            stand |= {one["article_id"]: one for one in batch}
            brought(folder / "parts", [batch])
        brought(folder / "whole", [list(stand.values())])
    assert contents(folder / "parts") == contents(folder / "whole")


@pytest.mark.parametrize("copies", [15, 24, 25, 40], ids=lambda copies: f"{copies} in a list")
def test_a_list_that_grows_too_long_gives_the_same(tmp_path: Path, copies: int) -> None:
    """Where a run of words is in more wordings than may all meet, pairs that met before do no more."""
    shared = "harbour wall is crumbling this winter"
    rows = [row(n, f"word{n} {shared} " + f"ending{n} " * (n % 7), hours=n) for n in range(copies)]
    brought(tmp_path / "parts", [rows[: copies - 6], rows[copies - 6 : copies - 1], rows[copies - 1 :]])
    brought(tmp_path / "whole", [rows])
    assert contents(tmp_path / "parts") == contents(tmp_path / "whole")


def test_an_article_that_comes_again_replaces_itself(tmp_path: Path) -> None:
    rows = made(3, 60)
    changed = [one | {"text": "we have nothing to say about the harbour wall and the tunnel today"} for one in rows[:5]]
    brought(tmp_path / "again", [rows, changed])
    brought(tmp_path / "whole", [rows[5:] + changed])
    assert contents(tmp_path / "again") == contents(tmp_path / "whole")


def test_a_phrase_that_becomes_everybodys(tmp_path: Path) -> None:
    phrase = "make the harbour great again"
    speakers = ["Mira Holt", "Jonas Berg", "Ada Lindqvist", "Per Dahl", "Eva Sand", "Nils Ek"]
    rows = [row(n, phrase, hours=700 * n, speaker=who, outlet=f"o{n}") for n, who in enumerate(speakers)]
    rows.append(row(9, "We must make the harbour great again for all of the fishing families here", hours=1))
    brought(tmp_path / "parts", [[*rows[:2], rows[-1]], rows[2:-1]])
    brought(tmp_path / "whole", [rows])
    assert contents(tmp_path / "parts") == contents(tmp_path / "whole")
    assert utterances(tmp_path / "parts") == set()


def test_a_batch_compares_only_what_it_touches(tmp_path: Path) -> None:
    first, second = brought(
        tmp_path / "c", [made(4, 400), [row(9000, "an orchard by the river will be sold in spring")]]
    )
    assert second.compared < first.compared / 20
    assert second.quotations == first.quotations + 1


def test_what_an_older_way_of_grouping_left_is_done_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    brought(tmp_path / "c", [made(5, 50)])
    before = contents(tmp_path / "c")
    monkeypatch.setattr(state, "VERSION", state.VERSION + 1)
    corpus = open_corpus(tmp_path / "c")
    assert state.load(corpus) is None
    with DuckDB(threads=1) as engine:
        group(corpus, engine, anew=False)
    assert contents(tmp_path / "c") == before


def test_after_some_batches_all_is_put_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(state, "_BATCHES", 2)
    rows = made(8, 60)
    parts = []
    for at in range(0, 60, 10):
        brought(tmp_path / "parts", [rows[at : at + 10]])
        parts.append(len(open_corpus(tmp_path / "parts").parts["wordings"]))
    assert parts == [1, 2, 3, 1, 2, 3]
    brought(tmp_path / "whole", [rows])
    assert contents(tmp_path / "parts") == contents(tmp_path / "whole")


def test_what_is_left_of_a_part_is_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read = []
    monkeypatch.setattr(
        brought_module, "read_mentions", lambda rows: read.append(rows.num_rows) or texts.read_mentions(rows)
    )
    rows = made(9, 50)
    again = [one | {"text": "the ferry will not run"} for one in rows[:3]]
    brought(tmp_path / "c", [rows, again, again[:1]])
    assert read == [50, 3, 1]


def test_a_kill_leaves_the_last_complete_tables(tmp_path: Path) -> None:
    """Twenty kills, anywhere between the start and the end of `import`, `group` and `add`."""
    old, new = (
        made(6, 300),
        [one | {"quotation_id": f"n{n}", "article_id": f"n{n}"} for n, one in enumerate(made(7, 300))],
    )
    brought(tmp_path / "c", [old])
    file = tmp_path / "new.parquet"
    pq.write_table(pa.Table.from_pylist(new), file)
    before = contents(tmp_path / "c")
    commands = (["group", "c"], ["import", "new.parquet", "--into", "c"], ["add", "c", "--quotations", "new.parquet"])
    dice = random.Random(1)
    for number in range(20):
        words = [sys.executable, "-m", "checker", "corpus", *commands[number % 3]]
        process = subprocess.Popen(words, cwd=tmp_path, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(dice.uniform(0.2, 1.6))
        process.kill()
        process.wait()
        corpus = open_corpus(tmp_path / "c")
        for table in ("articles", "quotations", "citations", *TABLES):
            corpus.read(table)
        assert corpus.rows("quotations") in (300, 600)
        groups = pq.read_table(tmp_path / "c" / "groups.parquet").num_rows
        assert groups in (300, 600)
        if groups == 300:
            assert contents(tmp_path / "c") == before
    brought(tmp_path / "c", [new])
    brought(tmp_path / "whole", [old + new])
    assert contents(tmp_path / "c") == contents(tmp_path / "whole")
