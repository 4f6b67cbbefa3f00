"""Writing sidecars: what is written loads again, and nothing else is ever seen."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checker.errors import CaptureError
from checker.fetch import load_captures
from checker.fetch.captures import parse_sidecar
from checker.fetch.record import write_sidecar
from checker.fetch.sidecar import main

URL = "https://news.example/page"


@pytest.fixture
def body(tmp_path: Path) -> Path:
    path = tmp_path / "page.html"
    path.write_bytes("<p>„Ja“, sagte sie.".encode())
    return path


def test_what_is_written_loads_again(body: Path) -> None:
    written = write_sidecar(
        body, url=URL, fetched_at="2026-03-04T08:12:00Z", status=200, headers={"etag": "x"}, note="–"
    )
    assert written == body.with_name("page.html.capture.json")
    (document,) = load_captures([body.parent])
    assert document.capture is not None
    assert document.capture.content_type == "text/html"
    assert (document.capture.status, document.capture.note) == (200, "–")
    assert not document.capture.reconstruction
    assert sorted(path.name for path in body.parent.iterdir()) == ["page.html", "page.html.capture.json"]


def test_written_again_after_a_change(body: Path) -> None:
    write_sidecar(body, url=URL, written_on="2026-11-25")
    body.write_text("<p>Nein")
    write_sidecar(body, url=URL, written_on="2026-11-26")
    (document,) = load_captures([body.parent])
    assert document.capture is not None
    assert (document.capture.reconstruction, document.capture.written_on) == (True, "2026-11-26")


def test_what_would_not_load_is_not_written(body: Path) -> None:
    with pytest.raises(CaptureError, match="whole address"):
        write_sidecar(body, url="news.example", written_on="2026-11-25")
    with pytest.raises(CaptureError, match='"fetched_at" is missing'):
        write_sidecar(body, url=URL)
    with pytest.raises(CaptureError, match="no such file"):
        write_sidecar(body.with_name("none.html"), url=URL, written_on="2026-11-25")
    assert [path.name for path in body.parent.iterdir()] == ["page.html"]


def test_a_failed_move_leaves_the_old_one(body: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written = write_sidecar(body, url=URL, written_on="2026-11-25")
    before = written.read_bytes()

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(CaptureError, match="No space left"):
        write_sidecar(body, url=URL, written_on="2026-11-26")
    assert written.read_bytes() == before
    assert len(list(body.parent.iterdir())) == 2


def test_a_reader_never_meets_half_a_sidecar(body: Path) -> None:
    write_sidecar(body, url=URL, written_on="2026-11-25")

    def write(number: int) -> None:
        write_sidecar(body, url=URL, written_on="2026-11-25", note=f"{number} " * 5000)

    with ThreadPoolExecutor(2) as pool:
        written = [pool.submit(write, number) for number in range(40)]
        while not all(task.done() for task in written):
            assert len(load_captures([body.parent])) == 1
        for task in written:
            task.result()
    assert len(list(body.parent.iterdir())) == 2


def test_the_script(body: Path, capsys: pytest.CaptureFixture[str]) -> None:
    options = [
        "--url",
        URL,
        "--reconstruction",
        "--written-on",
        "2026-11-25",
        "--note",
        "„erfunden“",
        "--language",
        "de",
    ]
    assert main([str(body), *options]) == 0
    printed = capsys.readouterr()
    assert (printed.out, printed.err) == (f"{body.as_posix()}.capture.json\n", "")
    values = json.loads((body.parent / "page.html.capture.json").read_text(encoding="utf-8"))
    assert (values["note"], values["language"], values["fetched_at"]) == ("„erfunden“", "de", None)


@pytest.mark.parametrize(
    "options",
    [
        pytest.param(["--url", "nowhere", "--fetched-at", "2026-03-04T08:12:00Z"], id="no address"),
        pytest.param(["--url", URL, "--fetched-at", "yesterday"], id="no time"),
    ],
)
def test_the_script_says_what_is_wrong(body: Path, options: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(body), *options]) == 2
    assert capsys.readouterr().err.startswith("error: ")


@pytest.mark.parametrize(
    "options",
    [
        pytest.param(["--url", URL], id="neither fetched nor written"),
        pytest.param(["--url", URL, "--reconstruction"], id="written on no day"),
        pytest.param(["--url", URL, "--fetched-at", "2026-03-04T08:12:00Z", "--written-on", "2026-03-04"], id="both"),
    ],
)
def test_the_script_refuses_half_an_origin(body: Path, options: list[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main([str(body), *options])
    assert caught.value.code == 2
    assert [path.name for path in body.parent.iterdir()] == ["page.html"]


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)
NAMES = ("body", "url", "sha256", "bytes", "content_type", "reconstruction", "fetched_at", "written_on", "status")
RIGHT = {
    "body": "a.html",
    "url": URL,
    "sha256": "0" * 64,
    "bytes": 0,
    "content_type": "text/html",
    "reconstruction": True,
    "fetched_at": None,
    "written_on": "2026-11-25",
}


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.dictionaries(st.sampled_from((*NAMES, "headers", "redirects", "date", "speaker")), json_values))
def test_any_field_gives_a_sidecar_or_a_sentence(changes: dict[str, object]) -> None:
    raw = json.dumps(RIGHT | changes).encode()
    try:
        parsed = parse_sidecar(raw, "x.capture.json")
    except CaptureError as error:
        assert str(error).startswith("x.capture.json: ")
        assert str(error).encode()
    else:
        assert "/" not in parsed.body
        assert parsed.capture.url.startswith("http")


@given(st.binary(max_size=200))
def test_any_bytes_give_a_sentence(raw: bytes) -> None:
    with pytest.raises(CaptureError, match=r"^x\.capture\.json: "):
        parse_sidecar(raw, "x.capture.json")
