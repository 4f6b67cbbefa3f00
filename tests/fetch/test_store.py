"""Captures that a program writes: whole or not at all, whoever reads, writes or dies meanwhile."""

from __future__ import annotations

import errno
import json
import os
import random
import signal
import threading
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from web import PAGE, Web, no_robots, response

from checker.errors import CaptureError
from checker.fetch import load_captures
from checker.fetch.fetcher import Fetcher
from checker.fetch.store import Page, Store
from checker.model import Document
from checker.settings import FetchSettings

KEY = "https://paper.example/a"
NOW = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def page(body: bytes = PAGE, *, fetched_at: str = NOW, url: str = KEY, content_type: str = "text/html") -> Page:
    return Page(url, body, content_type, fetched_at, final_url=url, status=200, headers={"date": "today"})


def days_ago(days: int) -> str:
    return (datetime.now(UTC) - timedelta(days=days)).strftime("%Y-%m-%dT%H:%M:%SZ")


def test_what_is_put_is_found_and_is_a_capture_as_any_other(tmp_path: Path) -> None:
    put = Store(tmp_path / "new" / "folder").put(KEY, page())
    found = Store(tmp_path / "new" / "folder").find(KEY)
    assert found == put
    assert load_captures([tmp_path]) == (put,)
    assert Store(tmp_path).find(KEY + "b") is None


@pytest.mark.parametrize(
    "url",
    [
        pytest.param("http://news.example/../../etc/passwd%00.html?a=/../b", id="climbing"),
        pytest.param("http://news.example/" + "a" * 5000, id="long"),
        pytest.param("http://news.example/ж/خبر", id="other letters"),
        pytest.param("http://news.example/con/nul:aux*?", id="names that Windows keeps"),
    ],
)
def test_no_part_of_an_address_becomes_a_name(tmp_path: Path, url: str) -> None:
    Store(tmp_path / "store").put(url, page(url=url))
    names = sorted(path.name for path in (tmp_path / "store").iterdir())
    assert len(names) == 2
    assert all(set(name) <= set("0123456789abcdefhtml.capturejson-") for name in names)
    assert [path.name for path in tmp_path.iterdir()] == ["store"]


def test_a_newer_capture_takes_the_place_of_the_older(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.put(KEY, page(b"first"))
    store.put(KEY, page(b"second"))
    assert [one.body for one in load_captures([tmp_path])] == [b"second"]
    assert len(list(tmp_path.glob("*.html"))) == 2
    store.discard_older(KEY)
    assert [path.read_bytes() for path in tmp_path.glob("*.html")] == [b"second"]


@pytest.mark.parametrize(("age", "max_age", "found"), [(10, None, True), (10, 20, True), (30, 20, False)])
def test_how_old_a_capture_may_be(tmp_path: Path, age: int, max_age: int | None, found: bool) -> None:
    store = Store(tmp_path)
    store.put(KEY, page(fetched_at=days_ago(age)))
    got = store.find(KEY, max_age=None if max_age is None else max_age * 86_400.0)
    assert (got is not None) is found


def test_bytes_that_are_not_those_that_were_kept_are_an_error_that_names_the_file(tmp_path: Path) -> None:
    store = Store(tmp_path)
    body = Path(store.put(KEY, page()).path)
    body.write_bytes(PAGE.replace(b"keep", b"sell"))
    with pytest.raises(CaptureError, match=body.name):
        store.find(KEY)


def test_a_capture_without_its_body_is_none(tmp_path: Path) -> None:
    store = Store(tmp_path)
    Path(store.put(KEY, page()).path).unlink()
    assert store.find(KEY) is None
    store.put(KEY, page())
    assert store.find(KEY) is not None


def test_prune(tmp_path: Path) -> None:
    store = Store(tmp_path)
    old = store.put(KEY + "old", page(b"old", fetched_at=days_ago(40)))
    new = store.put(KEY + "new", page(b"new"))
    broken = store.put(KEY + "broken", page(b"broken"))
    Path(broken.path).write_bytes(b"else")
    left_over = tmp_path / f".{'a' * 32}.html.0123.part"
    being_written = tmp_path / f".{'b' * 32}.html.0123.part"
    foreign = tmp_path / "notes.txt"
    for path in (left_over, being_written, foreign):
        path.write_bytes(b"x")
    long_ago = time.time() - 7200
    for path in (left_over, foreign):
        os.utime(path, (long_ago, long_ago))
    gone, size = store.prune(max_age=30 * 86_400.0)
    assert gone == 2
    assert size > 0
    assert not Path(old.path).exists()
    assert not left_over.exists()
    assert being_written.exists()
    assert foreign.exists()
    assert [one.path for one in load_captures([tmp_path])] == [new.path]


def test_prune_of_a_folder_that_is_not_there(tmp_path: Path) -> None:
    assert Store(tmp_path / "none").prune(max_age=0) == (0, 0)
    assert list(Store(tmp_path / "none").captures()) == []


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system that can copy a process")
def test_a_writer_that_is_killed_leaves_no_half_capture(tmp_path: Path) -> None:
    dice = random.Random(20)
    writes = 0
    for _ in range(20):
        child = os.fork()
        if child == 0:
            _write_for_ever(tmp_path)
        time.sleep(dice.uniform(0.0, 0.03))
        while not writes and not list(tmp_path.glob("*.capture.json")):
            time.sleep(0.001)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        for one in load_captures([tmp_path]):  # raises for a body that is not what its sidecar says
            assert one.body == one.body[:1] * len(one.body)
            writes += 1
    assert writes > 0


def _write_for_ever(folder: Path) -> None:
    try:
        store = Store(folder)
        number = os.getpid()
        while True:
            number += 1
            store.put(KEY + str(number % 7), page(bytes((97 + number % 26,)) * (1000 * (number % 300))))
    finally:
        os._exit(1)


def test_two_writers_and_a_reader(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.put(KEY, page(b"a" * 1000))

    def write(letter: bytes) -> None:
        for size in range(40):
            Store(tmp_path).put(KEY, page(letter * (size * 500 + 1)))

    writers = [threading.Thread(target=write, args=(letter,)) for letter in (b"b", b"c")]
    for writer in writers:
        writer.start()
    while any(writer.is_alive() for writer in writers):
        found = store.find(KEY)
        assert found is not None
        assert len(set(found.body)) == 1
    for writer in writers:
        writer.join()


@pytest.fixture
def full_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)


@pytest.mark.usefixtures("full_disk")
def test_a_full_disk_leaves_what_was_there(tmp_path: Path) -> None:
    with pytest.raises(CaptureError, match="No space left"):
        Store(tmp_path).put(KEY, page())
    assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("full_disk")
def test_a_cache_on_a_full_disk_stops_nobody(tmp_path: Path) -> None:
    fetcher = Fetcher(store=Store(tmp_path), network=Web().network())
    got = fetcher("http://paper.example/a")
    assert isinstance(got, Document)
    assert got.path == "http://paper.example/a"
    assert "No space left" in (fetcher.not_kept or "")


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(CaptureError, match="cannot be made"):
        Store(tmp_path / "file" / "store").put(KEY, page())


def test_a_folder_that_may_not_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(self: Path, *arguments: object, **named: object) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(Path, "open", refused)  # the suite may run as somebody who may write anywhere
    with pytest.raises(CaptureError, match="Permission denied"):
        Store(tmp_path).put(KEY, page())
    fetcher = Fetcher(store=Store(tmp_path), must_keep=True, network=Web().network())
    with pytest.raises(CaptureError, match="Permission denied"):
        fetcher("http://paper.example/a")


def test_what_is_kept_is_not_asked_for_again(tmp_path: Path) -> None:
    first, second, third = Web(), Web(), Web()
    url = "http://paper.example/a"
    kept = Fetcher(store=Store(tmp_path), network=first.network())(url)
    assert Fetcher(store=Store(tmp_path), network=second.network())(url) == kept
    Fetcher(store=Store(tmp_path), refresh=True, network=third.network())(url)
    assert (first.paths, second.requests, third.paths) == (["/a"], [], ["/a"])


def test_what_was_kept_too_long_ago_is_asked_for_again(tmp_path: Path) -> None:
    url = "http://paper.example/a"
    Store(tmp_path).put(url, page(url=url, fetched_at=days_ago(3)))
    web = Web()
    Fetcher(FetchSettings(max_age=2 * 86_400.0), store=Store(tmp_path), network=web.network())(url)
    assert web.paths == ["/a"]


def test_headers_are_chosen_and_harmless(tmp_path: Path) -> None:
    headers = {
        "Content-Type": 'text/html; charset="iso-8859-1"',
        "Set-Cookie": "secret=1",
        "ETag": '"\xff\x07"',
        "X-Own": "1",
        "Link": "<a>" * 3000,
    }
    web = Web(no_robots(lambda request: response(200, headers)))
    got = Fetcher(store=Store(tmp_path), network=web.network())("http://paper.example/a")
    assert isinstance(got, Document)
    (sidecar,) = tmp_path.glob("*.capture.json")
    written = json.loads(sidecar.read_text(encoding="utf-8"))
    assert set(written["headers"]) == {"content-type", "etag", "link"}
    assert len(written["headers"]["link"]) <= 2000
    assert written["charset"] == "iso-8859-1"
    assert load_captures([tmp_path])[0].body == PAGE
