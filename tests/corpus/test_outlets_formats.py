"""`checker corpus outlets` in its formats, and that nothing foreign is obeyed by what reads them."""

from __future__ import annotations

import argparse
import csv
import io
import json
from pathlib import Path
from typing import Any

import lxml.etree
import pyarrow.parquet as pq
import pytest
from corpus_rows import at, corpus_of, place

from checker.cli.corpus import outlets as command
from checker.cli.status import Status
from checker.cli.terminal import Terminal
from checker.errors import CheckerError
from checker.report.layout import cells

EVIL = '=cmd|"/c calc"!A1\x1b[31m\u202e<script>alert(1)</script>&amp;\x00\x0b\ufffe'


def asked(*words: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    command.add_arguments(parser)
    return parser.parse_args(words)


def run(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert command.run(asked(*words), Terminal(width=100, colour=False)) is Status.CLEAN
    return capsys.readouterr().out


@pytest.fixture
def hostile(tmp_path: Path) -> str:
    corpus_of(
        tmp_path / "c",
        place("1", EVIL, at(8), cited_name="+1+1"),
        place("2", "b.example", at(10), cited_outlet=EVIL, cited_name=EVIL, credit="@SUM(A1)"),
        place("3", "b.example", at(8), EVIL + " and a few more words", utterance="u2"),
        place("4", "-2", at(9), EVIL + " and a few more words", utterance="u2", credit="@SUM(A1)"),
    )
    return str(tmp_path / "c")


def test_csv_cells_are_no_formulas(hostile: str, capsys: pytest.CaptureFixture[str]) -> None:
    rows = list(csv.DictReader(io.StringIO(run(capsys, hostile, "--format", "csv"))))
    assert {row["kind"] for row in rows} == {"carries-after", "cites", "rests-on"}
    texts = [value for row in rows for name, value in row.items() if name.startswith(("source", "target"))]
    assert not [text for text in texts if text.startswith(("=", "+", "-", "@"))]
    assert not {"\x1b", "\x00", "\u202e"} & set("".join(texts))
    assert [row["count"] for row in rows if row["kind"] == "carries-after"] == ["1", "1"]


def test_graphml_is_well_formed_and_names_are_text(hostile: str, capsys: pytest.CaptureFixture[str]) -> None:
    root = lxml.etree.fromstring(run(capsys, hostile, "--format", "graphml").encode())
    space = {"g": "http://graphml.graphdrawing.org/xmlns"}
    names = [str(one.text) for one in root.iterfind(".//g:data[@key='name']", space)]
    assert any("<script>alert(1)</script>&amp;" in name for name in names)
    assert not {"\x1b", "\x00", "\u202e", "\ufffe"} & set("".join(names))
    ids = {one.get("id") for one in root.iterfind(".//g:node", space)}
    ends = {one.get(end) for one in root.iterfind(".//g:edge", space) for end in ("source", "target")}
    assert ends <= ids
    assert not [one for one in root.iter() if "script" in str(one.tag)]


def test_json_has_everything_and_no_control_characters(hostile: str, capsys: pytest.CaptureFixture[str]) -> None:
    printed = run(capsys, hostile, "--format", "json")
    assert not {"\x1b", "\x00", "\u202e"} & set(printed)
    form: dict[str, Any] = json.loads(printed)
    assert form["schema"] == "checker-corpus-outlets/1"
    assert form["utterances"] == {"all": 2, "of_one_outlet": 0, "first_unknown": 0, "undated": 0}
    (edge,) = (one for one in form["edges"] if one["kind"] == "carries-after" and one["source"] == "b.example")
    assert (edge["target"], edge["count"], edge["median_lag_seconds"]) == (EVIL, 1, 7200.0)
    assert [(one["origin"], one["articles"]) for one in form["origins"]] == [("@SUM(A1)", 2)]


def test_text_obeys_nothing_and_keeps_to_its_width(hostile: str, capsys: pytest.CaptureFixture[str]) -> None:
    printed = run(capsys, hostile)
    assert not {"\x1b", "\x00", "\u202e"} & set(printed)
    assert all(cells(line) <= 100 for line in printed.splitlines())
    assert "b.example after" in printed


def test_parquet_has_an_edge_a_row(hostile: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(capsys, hostile, "--format", "parquet", "--output", str(tmp_path / "edges.parquet"))
    rows = pq.read_table(tmp_path / "edges.parquet").to_pylist()
    assert {row["kind"] for row in rows} == {"carries-after", "cites", "rests-on"}
    assert EVIL in {row["target"] for row in rows}
    assert not list(tmp_path.glob(".*.part"))


@pytest.mark.parametrize(
    ("words", "why"),
    [
        pytest.param(("--format", "parquet"), "needs --output", id="bytes on a terminal"),
        pytest.param(("--utterance", "u1"), "--format html", id="a picture in text"),
        pytest.param(("--format", "html", "--utterance", "u9"), "has the id 'u9'", id="no such utterance"),
        pytest.param(("--output", "/"), "folder", id="a folder"),
    ],
)
def test_misuse_is_a_sentence(hostile: str, words: tuple[str, ...], why: str) -> None:
    with pytest.raises(CheckerError, match=why):
        command.run(asked(hostile, *words), Terminal(width=100, colour=False))


def test_a_corpus_without_groups_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    corpus_of(tmp_path / "c", place("1", "a.example", at(8), utterance=None, cited_outlet="bbc-com"))
    command.run(asked(str(tmp_path / "c")), Terminal(width=100, colour=False))
    captured = capsys.readouterr()
    assert "no quotations are grouped yet" in captured.err
    assert "a.example cites BBC" in captured.out


def test_two_runs_give_the_same_bytes(hostile: str, capsys: pytest.CaptureFixture[str]) -> None:
    for kind in ("json", "csv", "graphml", "html"):
        assert run(capsys, hostile, "--format", kind) == run(capsys, hostile, "--format", kind)
