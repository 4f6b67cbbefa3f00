"""Articles that are spread over several pages, from the web; and what is shown while pages come."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from web import Request, Response, Web, no_robots, response

from checker.cli import main
from checker.cli.fetching import _Watch
from checker.cli.terminal import StatusLine, Terminal
from checker.fetch import load_captures
from checker.fetch.fetcher import Told
from checker.model import Document, Reason, Unavailable

SAID = "We will keep the ferry, whatever it costs the town"
ARTICLE = f'<p>Ines Brandt <a href="http://courier.example/talk">told the Courier</a>: “{SAID}”.</p>'
HEAD = (
    "<h1>The ferry talk of the year</h1><p>Ines Brandt spoke for two hours about the ferry, the town and its money.</p>"
)
NEXT = '<p><a href="http://courier.example/talk?page={0}">Page {0}</a></p>'


def site(request: Request) -> Response:
    return {
        "/talk": response(body=f"<article>{HEAD}{NEXT.format(2)}</article>".encode()),
        "/talk?page=2": response(body=f"<article>{HEAD}<p>“{SAID},” she said.</p>{NEXT.format(3)}</article>".encode()),
        "/story": response(body=f"<article>{HEAD}<a href='/story/2'>2</a></article>".encode()),
        "/story/2": response(body=f"<article>{HEAD}{ARTICLE}</article>".encode()),
    }.get(request.path) or response(404)


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Web:
    made = Web(no_robots(site))
    monkeypatch.setattr("checker.fetch.fetcher.Network", made.network)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "checker.toml").write_text('[fetch]\ncache = "kept"\n')
    (tmp_path / "a.html").write_text(ARTICLE, encoding="utf-8")
    return made


@pytest.mark.parametrize("path", ["a.html", "http://courier.example/talk"])
def test_capture_records_the_pages_that_follow(
    web: Web, path: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["capture", path, "--into", "captures"]) == 3
    kept = {one.capture.url for one in load_captures([tmp_path / "captures"]) if one.capture}
    assert kept == {"http://courier.example/talk", "http://courier.example/talk?page=2"}
    assert "talk?page=3 was not recorded: courier.example has no such page (404)" in capsys.readouterr().err
    assert main(["check", "a.html", "--offline"]) == 0
    assert "courier.example, page 2" in " ".join(capsys.readouterr().out.split())


def test_check_reads_the_pages_that_follow(web: Web, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "a.html"]) == 0
    assert web.paths == ["/talk", "/talk?page=2", "/talk?page=3"]
    first = capsys.readouterr().out
    assert main(["check", "a.html"]) == 0
    assert capsys.readouterr().out == first


def test_an_article_of_several_pages_is_checked_whole(web: Web, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "http://courier.example/story"]) == 0
    assert SAID in capsys.readouterr().out
    assert web.paths[:2] == ["/story", "/story/2"]


def test_an_article_whose_next_page_cannot_be_had(web: Web, capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", "http://courier.example/talk"])
    assert "talk?page=3, where the article goes on, was not read: courier.example has no such page" in (
        capsys.readouterr().err
    )


def test_how_far_a_host_is(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = io.StringIO()
    monkeypatch.setattr("sys.stderr", screen)
    watch = _Watch(Terminal(100, False, StatusLine(screen)))
    page, gone = Document("a", b"x" * 2000), Unavailable(Reason.NOT_FOUND, "gone")
    for left, got in ((2, page), (1, gone), (0, Unavailable(Reason.NOT_AT_HAND, "interrupted"))):
        watch(Told("paper.example", "http://paper.example/a", got, left))
    assert screen.getvalue().split("\r\x1b[K")[1:] == [
        "paper.example: 1 of 3 pages",
        "paper.example: 2 of 3 pages",
        "checker: paper.example: 1 of 3 fetched, 2 kB, 1 could not be had, 1 not asked for\n",
    ]
