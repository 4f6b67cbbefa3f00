"""Captures: what loads, and what is refused with the file named."""

from __future__ import annotations

import hashlib
import json
import os
import socket
import sys
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import MappingProxyType

import pytest

from checker.errors import CaptureError
from checker.fetch import load_captures, load_given
from checker.fetch.captures import SIDECAR_LIMIT
from checker.fetch.files import BODY_LIMIT

BODY = "Der Hafen bleibt offen, sagte sie. “No,” he said. باقری\n".encode()
FIXTURES = Path(__file__).parents[2] / "fixtures"


def sidecar(**changes: object) -> dict[str, object]:
    """A right sidecar for page.html, with changes; a change to `...` takes the field away."""
    values: dict[str, object] = {
        "body": "page.html",
        "url": "https://news.example/page",
        "fetched_at": "2026-03-04T08:12:00Z",
        "sha256": hashlib.sha256(BODY).hexdigest(),
        "bytes": len(BODY),
        "content_type": "text/html; charset=utf-8",
        "reconstruction": False,
    }
    return {key: value for key, value in (values | changes).items() if value is not ...}


def put(
    folder: Path,
    changes: Mapping[str, object] = MappingProxyType({}),
    *,
    raw: bytes | None = None,
    body: bytes | None = BODY,
) -> Path:
    if not folder.exists():
        folder.mkdir(parents=True)
    if body is not None:
        (folder / "page.html").write_bytes(body)
    path = folder / "page.capture.json"
    path.write_bytes(json.dumps(sidecar(**changes)).encode() if raw is None else raw)
    return path


def test_all_fields_arrive(tmp_path: Path) -> None:
    changes: dict[str, object] = {
        "final_url": "https://news.example/final",
        "redirects": ["https://news.example/page"],
        "status": 200,
        "headers": {"content-type": "text/html", "etag": '"x"'},
        "charset": "utf-8",
        "language": "de",
        "archive": "https://archive.example/20260304/page",
        "licence": "CC0-1.0",
        "note": "zwei\nZeilen",
        "speaker": "Ines Brandt",
        "date": "2026-03-03",
        "kind": "interview",
        "colour": "a field of another program",
    }
    put(tmp_path, changes)
    (document,) = load_captures([tmp_path])
    assert document.path == (tmp_path / "page.html").as_posix()
    assert document.body == BODY
    assert not document.given
    assert (document.speaker, document.date, document.kind) == ("Ines Brandt", "2026-03-03", "interview")
    capture = document.capture
    assert capture is not None
    assert (capture.url, capture.final_url) == ("https://news.example/page", "https://news.example/final")
    assert (capture.size, capture.status, capture.fetched_at) == (len(BODY), 200, "2026-03-04T08:12:00Z")
    assert capture.redirects == ("https://news.example/page",)
    assert capture.headers == (("content-type", "text/html"), ("etag", '"x"'))
    assert (capture.language, capture.note) == ("de", "zwei\nZeilen")


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param(
            {"status": None, "headers": None, "redirects": None, "speaker": ""}, id="null and empty are absent"
        ),
        pytest.param({"reconstruction": True, "fetched_at": None, "written_on": "2026-11-25"}, id="a reconstruction"),
        pytest.param({"fetched_at": "2026-03-04T08:12:00+00:00"}, id="UTC as an offset"),
        pytest.param({"fetched_at": "2026-03-04T08:12:00.123456"}, id="UTC unsaid"),
        pytest.param({"sha256": hashlib.sha256(BODY).hexdigest().upper()}, id="capital digits"),
        pytest.param({"url": "https://приклад.example/сторінка?q=“x”"}, id="an address in another script"),
        pytest.param({"date": "2020-07-08T14:05:00+04:30"}, id="a date with a time elsewhere"),
    ],
)
def test_what_loads(tmp_path: Path, changes: dict[str, object]) -> None:
    put(tmp_path, changes)
    assert len(load_captures([tmp_path])) == 1


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        pytest.param({"body": ...}, '"body" is missing', id="no body"),
        pytest.param({"body": "sub/page.html"}, "plain name", id="body in a folder"),
        pytest.param({"body": "../page.html"}, "plain name", id="body above"),
        pytest.param({"body": ".."}, "plain name", id="body is the folder above"),
        pytest.param({"body": "/etc/hosts"}, "plain name", id="absolute body"),
        pytest.param({"body": "sub\\page.html"}, "plain name", id="body in a Windows folder"),
        pytest.param({"body": "C:page.html"}, "plain name", id="body on a Windows disk"),
        pytest.param({"body": "page.html\0"}, "control character", id="NUL in the body's name"),
        pytest.param({"body": "page.capture.json"}, "plain name", id="body is a sidecar"),
        pytest.param({"body": "x" * 5000}, "longer than", id="endless name"),
        pytest.param({"body": "none.html"}, "no such file", id="body not there"),
        pytest.param({"body": ["page.html"]}, '"body" must be a text, not a list', id="body is a list"),
        pytest.param({"url": ...}, '"url" is missing', id="no url"),
        pytest.param({"url": "news.example/page"}, "whole address", id="url without scheme"),
        pytest.param({"url": "javascript:alert(1)"}, "whole address", id="url with another scheme"),
        pytest.param({"url": "https://[::1/"}, "whole address", id="url with half a bracket"),
        pytest.param({"url": "https://news.example/a b"}, "whole address", id="url with a space"),
        pytest.param({"final_url": "file:///etc/hosts"}, '"final_url"', id="final url is a file"),
        pytest.param({"url": "https://news.example/\ud800"}, "half a character", id="lone surrogate"),
        pytest.param({"note": "\x1b[31mred"}, "control character", id="escape in a note"),
        pytest.param({"sha256": "abc"}, "64 hexadecimal", id="short digest"),
        pytest.param({"sha256": "0" * 64}, "SHA-256", id="wrong digest"),
        pytest.param({"bytes": len(BODY) + 1}, "bytes, and its sidecar says", id="wrong length"),
        pytest.param({"bytes": str(len(BODY))}, "a whole number, not a text", id="length as text"),
        pytest.param({"bytes": True}, "a whole number, not true or false", id="length is true"),
        pytest.param({"bytes": -1}, "a whole number, not the number -1", id="length below 0"),
        pytest.param({"bytes": 1.5}, "a whole number, not the number 1.5", id="length with a fraction"),
        pytest.param({"bytes": ...}, '"bytes" is missing', id="no length"),
        pytest.param({"reconstruction": "no"}, "true or false, not a text", id="reconstruction as text"),
        pytest.param({"reconstruction": ...}, "true or false, not missing", id="reconstruction unsaid"),
        pytest.param(
            {"reconstruction": True, "written_on": "2026-11-25"}, "never fetched", id="both fetched and written"
        ),
        pytest.param({"reconstruction": True, "fetched_at": None}, '"written_on"', id="reconstruction without a day"),
        pytest.param({"fetched_at": None}, '"fetched_at" is missing', id="never fetched"),
        pytest.param({"fetched_at": "2026-03-04T08:12:00+04:30"}, "in UTC", id="fetched in another zone"),
        pytest.param({"fetched_at": "2026-03-04"}, "in UTC", id="fetched on a day"),
        pytest.param({"fetched_at": 1772611920}, "a text, not the number", id="fetched as a number"),
        pytest.param({"date": "8 July 2020"}, "a date like", id="date in words"),
        pytest.param({"date": "2020-13-08"}, "a date like", id="month 13"),
        pytest.param({"status": 99}, "HTTP status", id="status 99"),
        pytest.param({"headers": ["a"]}, "an object of texts, not a list", id="headers as a list"),
        pytest.param({"headers": {"a": 1}}, "must be a text", id="a header that is a number"),
        pytest.param({"redirects": "https://news.example/"}, "a list of texts", id="redirects as a text"),
        pytest.param({"redirects": [None]}, "must be a text, not missing or null", id="null among redirects"),
        pytest.param({"speaker": {"name": "Brandt"}}, "a text, not an object", id="speaker is an object"),
    ],
)
def test_what_is_refused(tmp_path: Path, changes: dict[str, object], said: str) -> None:
    put(tmp_path, changes)
    with pytest.raises(CaptureError, match=r"capture\.json|page\.html") as caught:
        load_captures([tmp_path])
    message = str(caught.value)
    assert said in message
    assert "; " in message, "a message ends with what to do"
    assert "\x1b" not in message
    assert "\0" not in message


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        pytest.param(b"", "not JSON", id="empty"),
        pytest.param(b'{"body": "page.html",', "line 1, column", id="cut off"),
        pytest.param(b"[]", "one object", id="a list"),
        pytest.param(b"null", "one object", id="null"),
        pytest.param(b'{"body": "caf\xe9"}', "byte 14 is not UTF-8", id="Latin-1"),
        pytest.param("{}".encode("utf-16"), "not UTF-8", id="UTF-16"),
        pytest.param(b"[" * 200_000, "nested too deep", id="deep lists"),
        pytest.param(b'{"a":' * 150_000 + b"1" + b"}" * 150_000, "nested too deep", id="deep objects"),
        pytest.param(b'{"bytes": ' + b"9" * 10_000 + b"}", "too long", id="endless number"),
        pytest.param(b'{"bytes": NaN}', "NaN is not JSON", id="NaN"),
        pytest.param(b'{"body": "a", "body": "b"}', '"body" is given twice', id="a field twice"),
        pytest.param(b'{"headers": {"a": "1", "a": "2"}}', '"a" is given twice', id="a header twice"),
        pytest.param(b'{"note": "' + b"x" * SIDECAR_LIMIT + b'"}', "larger than", id="over the limit"),
        pytest.param(b"\0" * 100, "not JSON", id="NUL"),
    ],
)
def test_a_broken_sidecar_is_named(tmp_path: Path, raw: bytes, said: str) -> None:
    path = put(tmp_path, raw=raw)
    with pytest.raises(CaptureError) as caught:
        load_captures([tmp_path])
    assert str(caught.value).startswith(path.as_posix())
    assert said in str(caught.value)


def test_a_mark_of_byte_order_is_no_error(tmp_path: Path) -> None:
    put(tmp_path, raw=b"\xef\xbb\xbf" + json.dumps(sidecar()).encode())
    assert len(load_captures([tmp_path])) == 1


def test_changed_line_ends_are_told_from_changed_words(tmp_path: Path) -> None:
    put(tmp_path, body=BODY.replace(b"\n", b"\r\n"))
    with pytest.raises(CaptureError, match="line ends were changed"):
        load_captures([tmp_path])


def _link(path: Path) -> None:
    path.symlink_to(__file__)


def test_a_body_that_is_no_plain_file(tmp_path: Path) -> None:
    kinds: dict[str, Callable[[Path], None]] = {"folder": Path.mkdir, "link": _link, "pipe": os.mkfifo}
    for name, make in kinds.items():
        folder = tmp_path / name
        put(folder, body=None)
        make(folder / "page.html")
        with pytest.raises(CaptureError, match=r"it is a (folder|symbolic link|pipe)"):
            load_captures([folder])


def test_a_sidecar_that_is_a_link_is_refused(tmp_path: Path) -> None:
    path = put(tmp_path / "real")
    (tmp_path / "linked").mkdir()
    (tmp_path / "linked" / "page.capture.json").symlink_to(path)
    with pytest.raises(CaptureError, match="symbolic link"):
        load_captures([tmp_path / "linked"])


def test_a_body_over_the_limit(tmp_path: Path) -> None:
    put(tmp_path)
    with (tmp_path / "page.html").open("r+b") as file:
        file.truncate(BODY_LIMIT + 1)  # a hole: no such file is written
    with pytest.raises(CaptureError, match="larger than"):
        load_captures([tmp_path])


def test_sub_folders_in_the_order_of_paths_and_each_once(tmp_path: Path) -> None:
    for name in ("b", "a/z", "a", "ü"):
        put(tmp_path / name)
    (tmp_path / "c").symlink_to(tmp_path / "a")
    found = load_captures([tmp_path, tmp_path / "a", f"{tmp_path}/b/../b"])
    assert [Path(document.path).relative_to(tmp_path).as_posix() for document in found] == [
        "a/page.html",
        "a/z/page.html",
        "b/page.html",
        "ü/page.html",
    ]


def test_paths_are_as_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path / "captures")
    monkeypatch.chdir(tmp_path)
    assert [document.path for document in load_captures(["./captures/"])] == ["captures/page.html"]


def test_folders_deeper_than_python_calls(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    levels = [Path(*["a"] * depth) for depth in range(1, sys.getrecursionlimit() + 200)]
    for folder in levels:
        folder.mkdir()
    sidecar_path = put(levels[-1])
    try:
        assert len(load_captures(["."])) == 1
    finally:  # the standard library cannot remove folders so deep
        sidecar_path.with_name("page.html").unlink()
        sidecar_path.unlink()
        for folder in reversed(levels):
            folder.rmdir()


@pytest.mark.parametrize("name", ["none", "file", "nu\0l"])
def test_a_folder_that_is_none(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(CaptureError, match="no folder of captures"):
        load_captures([tmp_path / name])


def test_no_folder_and_an_empty_one_give_nothing(tmp_path: Path) -> None:
    assert load_captures([]) == ()
    assert load_captures([tmp_path]) == ()


def test_a_name_that_is_no_text_can_still_be_printed(tmp_path: Path) -> None:
    folder = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9"))
    try:
        put(folder)
    except OSError:
        pytest.skip("this file system takes no names that are not UTF-8")
    (document,) = load_captures([tmp_path])
    assert document.path.encode().endswith(rb"caf\udce9/page.html")


def test_no_socket_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    assert load_captures([FIXTURES])
    assert load_given([FIXTURES])


def test_two_threads_load_the_same() -> None:
    alone = load_captures([FIXTURES])
    with ThreadPoolExecutor(2) as pool:
        assert list(pool.map(load_captures, [[FIXTURES]] * 6)) == [alone] * 6
