"""A build that is killed at any point leaves whole tables, and the same build afterwards ends as if nothing had happened."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

import build_articles as made
import pyarrow.parquet as pq
import pytest

from checker.corpus import build as building
from checker.corpus.tables import open_corpus

ARTICLES, KILLS = 12, 20

# Runs the build once to count the points, and then again and again, each time in a process of its own that kills itself at
# a point drawn by lot: before a file is opened, linked, renamed or removed.
KILLER = """
import os, random, signal, sys
from pathlib import Path
from checker.corpus import build as building, workers
import checker.pipeline, pyarrow.parquet

lines, folder, kills = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
building._AT_ONCE, workers._ARTICLES = 2, 2
quiet = building.Told(print, print, print)

def run(into, deadly):
    seen = 0
    def hook(event, arguments):
        nonlocal seen
        if event in ("open", "os.rename", "os.remove", "os.link") and str(into) in str(arguments[0]):
            seen += 1
            if seen == deadly:
                os.kill(os.getpid(), signal.SIGKILL)
    sys.addaudithook(hook)
    building.build([lines], into, quiet)
    (into.parent / (into.name + ".points")).write_text(str(seen))

def in_a_child(into, deadly):
    child = os.fork()
    if child == 0:
        run(into, deadly)
        os._exit(0)
    return os.waitpid(child, 0)[1]

assert in_a_child(folder / "whole", 0) == 0
points = int((folder / "whole.points").read_text())
assert points > kills, points
for number in range(kills):
    deadly = random.Random(number).randrange(1, points + 1)
    assert in_a_child(folder / f"killed-{number}", deadly) == signal.SIGKILL
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if sys.platform != "linux":
        pytest.skip("processes are forked and killed by signal, which this system does not do")
    folder = tmp_path_factory.mktemp("killed")
    lines = made.lines(folder / "some.jsonl", ARTICLES)
    root = str(Path(building.__file__).parents[2])
    subprocess.run(
        [sys.executable, "-c", KILLER, str(lines), str(folder), str(KILLS)], check=True, env={"PYTHONPATH": root}
    )
    return folder


@pytest.mark.parametrize("number", range(KILLS))
def test_what_a_kill_leaves_is_whole_and_is_gone_on_with(folder: Path, number: int) -> None:
    into = folder / f"killed-{number}"
    whole = open_corpus(folder / "whole")
    if (into / "corpus.json").exists():
        left = open_corpus(into)
        articles = left.read("articles")["article_id"].to_pylist()
        assert len(articles) == len(set(articles)) <= ARTICLES
        quoted = left.read("quotations")["article_id"].to_pylist()
        assert sorted(quoted) == sorted([*articles, *articles])  # two quotations each
    quiet = building.Told(print, print, print)  # type: ignore[arg-type]
    building.build([str(folder / "some.jsonl")], into, quiet)
    again = open_corpus(into)
    for table in ("articles", "quotations", "citations"):
        assert again.read(table).equals(whole.read(table))
    known = {name for names in again.parts.values() for name in names}
    assert {path.relative_to(into).as_posix() for path in into.rglob("part-*.parquet")} == known
    assert all(pq.read_metadata(file).num_rows for file in again.files("articles"))


def test_the_points_were_drawn_all_over_the_run(folder: Path) -> None:
    points = int((folder / "whole.points").read_text())
    drawn = {random.Random(number).randrange(1, points + 1) for number in range(KILLS)}
    assert min(drawn) <= points / 4 and max(drawn) >= points * 3 / 4
