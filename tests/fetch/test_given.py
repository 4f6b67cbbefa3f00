"""Originals handed over by hand, and the table that describes them."""

from __future__ import annotations

import json
import os
import threading
from pathlib import Path

import pytest

from checker.errors import CaptureError, ReadError
from checker.fetch import load_given
from checker.fetch.record import write_sidecar


def put(path: Path, text: str = "Wir bleiben. We stay.\n") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def rows(path: Path, *values: object) -> Path:
    path.write_text("\n".join(v if isinstance(v, str) else json.dumps(v, ensure_ascii=False) for v in values) + "\n")
    return path


def names(folder: Path, *, table: Path | None = None) -> list[str]:
    return [Path(document.path).relative_to(folder).as_posix() for document in load_given([folder], table)]


def test_a_file_is_taken_whatever_it_is_called(tmp_path: Path) -> None:
    path = put(tmp_path / "Gespräch.xyz")
    (document,) = load_given([path])
    assert (document.path, document.given, document.capture) == (path.as_posix(), True, None)
    assert document.body.decode() == "Wir bleiben. We stay.\n"


def test_a_folder_gives_its_texts_sorted(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "ä.HTML", "sub/c.htm", ".hidden.txt", ".git/d.txt", "table.csv", "picture.png", "e"):
        put(tmp_path / name)
    os.mkfifo(tmp_path / "pipe.txt")
    assert names(tmp_path) == ["a.md", "b.txt", "sub/c.htm", "ä.HTML"]


def test_files_in_the_order_given_and_each_once(tmp_path: Path) -> None:
    b, a = put(tmp_path / "b.txt"), put(tmp_path / "a.txt")
    assert [document.path for document in load_given([b, tmp_path, a])] == [b.as_posix(), a.as_posix()]


def test_a_sidecar_is_honoured_in_a_folder_and_beside_a_file(tmp_path: Path) -> None:
    path = put(tmp_path / "page.bin")
    write_sidecar(path, url="https://news.example/", written_on="2026-11-25", speaker="Ines Brandt", kind="speech")
    for given in (tmp_path, path):
        (document,) = load_given([given])
        assert document.given
        assert document.capture is not None
        assert (document.speaker, document.kind) == ("Ines Brandt", "speech")
    path.write_text("other words")
    with pytest.raises(CaptureError, match=r"page\.bin"):
        load_given([path])


def test_a_sidecar_is_known_by_its_body_not_by_its_name(tmp_path: Path) -> None:
    path = put(tmp_path / "page.html")
    write_sidecar(path, url="https://news.example/", written_on="2026-11-25").rename(tmp_path / "x.capture.json")
    assert load_given([path])[0].capture is not None


def test_the_table_comes_before_the_sidecar(tmp_path: Path) -> None:
    path = put(tmp_path / "sub" / "page.txt")
    write_sidecar(
        path, url="https://news.example/", written_on="2026-11-25", speaker="A", date="2026-01-01", kind="speech"
    )
    table = rows(
        tmp_path / "originals.jsonl",
        {"path": "sub/page.txt", "speaker": "Žofie Ü", "date": "2026-02-02", "title": "left alone"},
        "",
        {"path": "not-asked-for.txt"},
    )
    (document,) = load_given([tmp_path / "sub"], table)
    assert (document.speaker, document.date, document.kind) == ("Žofie Ü", "2026-02-02", "speech")
    assert document.capture is not None
    assert document.capture.speaker == "A"


def test_a_table_among_the_originals_is_none_of_them(tmp_path: Path) -> None:
    put(tmp_path / "a.txt")
    table = rows(tmp_path / "table.txt", {"path": "a.txt"})
    assert names(tmp_path, table=table) == ["a.txt"]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        pytest.param("{", "not JSON", id="half an object"),
        pytest.param("[]", "one object", id="a list"),
        pytest.param({}, '"path" is missing', id="no path"),
        pytest.param({"path": 1}, "a text, not the number 1", id="path is a number"),
        pytest.param({"path": "a.txt", "date": "May"}, "a date like", id="date in words"),
        pytest.param({"path": "a.txt", "speaker": ["X"]}, "a text, not a list", id="two speakers"),
        pytest.param({"path": "./a.txt"}, "has a row already", id="a file twice"),
    ],
)
def test_a_wrong_row_is_named_by_its_line(tmp_path: Path, row: object, said: str) -> None:
    put(tmp_path / "a.txt")
    first: object = {"path": "a.txt"} if said.endswith("already") else {"path": "b.txt"}
    table = rows(tmp_path / "t.jsonl", first, "", row)
    with pytest.raises(CaptureError) as caught:
        load_given([tmp_path / "a.txt"], table)
    assert str(caught.value).startswith(f"{table.as_posix()}:3: ")
    assert said in str(caught.value)


def test_a_table_about_other_files_is_an_error(tmp_path: Path) -> None:
    path = put(tmp_path / "sub" / "a.txt")
    table = rows(tmp_path / "t.jsonl", {"path": "a.txt"})
    with pytest.raises(CaptureError, match="relative to the table's folder"):
        load_given([path], table)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        pytest.param("none.txt", "no such file", id="absent"),
        pytest.param("none/none.txt", "no such file", id="in no folder"),
        pytest.param("empty", "no text, Markdown, HTML or PDF file", id="an empty folder"),
        pytest.param("nu\0l", "no file can have such a name", id="NUL"),
        pytest.param("page.capture.json", "sidecar", id="a sidecar"),
    ],
)
def test_what_cannot_be_given(tmp_path: Path, name: str, said: str) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(ReadError, match=said):
        load_given([tmp_path / name])


def test_a_pipe_that_is_named_is_read(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_bytes, args=(b"said through a pipe",))
    writer.start()
    (document,) = load_given([pipe])
    writer.join()
    assert document.body == b"said through a pipe"
