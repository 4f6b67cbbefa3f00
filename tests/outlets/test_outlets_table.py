"""The shipped tables are searched by halving; a plain look through the lines gives the same rows."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checker.outlets.registry import SHIPPED
from checker.outlets.table import Table, sorted_lines

WORDS = st.text("abé新 -", min_size=1, max_size=3)


def table(folder: Path, rows: list[list[str]], head: str = "") -> Table:
    path = folder / "table.tsv"
    path.write_text("".join(f"{line}\n" for line in [*([head] if head else []), *sorted_lines(rows)]), encoding="utf-8")
    return Table(path)


@given(st.lists(st.lists(WORDS, min_size=2, max_size=3), min_size=1, max_size=12), WORDS, st.booleans())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_halving_finds_what_a_plain_look_finds(tmp_path: Path, rows: list[list[str]], key: str, has_head: bool) -> None:
    made = table(tmp_path, rows, "#small" if has_head else "")
    lines = [line.split("\t") for line in sorted_lines(rows)]
    assert list(made.rows(key)) == [line[1:] for line in lines if line[0] == key]
    assert made.has_word(key) == any(line[0] == key or line[0].startswith(f"{key} ") for line in lines)
    assert list(made.every()) == lines
    assert len(made) == len(lines)
    assert made.head == ("#small" if has_head else "")


@pytest.mark.parametrize("name", ["outlets.tsv", "domains.tsv", "ratings.tsv", "raters.tsv"])
def test_every_row_of_a_shipped_table_is_found_by_its_first_field(name: str) -> None:
    made = Table(SHIPPED / name)
    every = list(made.every())
    assert len(every) == len(made) > 0
    for row in [*every[:50], *every[-50:], *every[:: max(1, len(every) // 200)]]:
        assert row[1:] in list(made.rows(row[0]))


def test_nothing_is_found_before_the_first_and_behind_the_last_row(tmp_path: Path) -> None:
    made = table(tmp_path, [["b", "1"], ["b", "2"], ["bb", "3"], ["bb c", "4"], ["bd e", "5"]])
    assert [list(made.rows(key)) for key in ("a", "b", "bb", "c", "")] == [[], [["1"], ["2"]], [["3"]], [], []]
    words = ("b", "bb", "bc", "bd", "be", "")
    assert [made.has_word(word) for word in words] == [True, True, False, True, False, False]


def test_another_process_gets_the_same_table(tmp_path: Path) -> None:
    made = table(tmp_path, [["b", "1"], ["é", "2"]], "#small")
    assert list(pickle.loads(pickle.dumps(made)).every()) == list(made.every())
