"""The commands that fetch, with a web of their own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from web import Request, Response, Web, no_robots, redirect, response

from checker.cli import main
from checker.fetch import load_captures

INTERVIEW = (
    "<html><title>The interview</title><body><article><p>Ines Brandt spoke to the Courier on Monday in the town hall.</p>"
    "<p>“We will keep the ferry, whatever it costs the town,” she said, and the council rose.</p></article></body></html>"
).encode()
ARTICLE = (
    '<html><body><p>Ines Brandt <a href="http://courier.example/interview?utm_source=x">told the Courier</a>: '
    "“We will keep the ferry, whatever it costs the town”.</p>"
    '<p>Piet Ansgar <a href="http://gone.example/talk">said</a>: “Nobody will pay for the ferry in the end”.</p></body></html>'
)
WALL = b"<title>Before you continue</title><form><p>We use cookies.</p><button>Accept all</button></form>"


def site(request: Request) -> Response:
    if request.headers["host"] == "gone.example":
        return response(404)
    return {
        "/interview": response(body=INTERVIEW),
        "/article": response(body=ARTICLE.encode()),
        "/wall": response(body=WALL),
        "/inside": redirect("http://10.0.0.1/"),
    }.get(request.path) or response(404)


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Web:
    made = Web(no_robots(site))
    monkeypatch.setattr("checker.fetch.fetcher.Network", made.network)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache-home"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "cache-home"))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "checker.toml").write_text('[fetch]\ncache = "kept"\ncontact = "desk@paper.example"\n')
    (tmp_path / "a.html").write_text(ARTICLE, encoding="utf-8")
    return made


def test_check_fetches_what_is_linked_and_keeps_it(
    web: Web, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert main(["check", "a.html"]) == 3
    first = capsys.readouterr()
    assert "verbatim" in first.out
    assert "gone.example has no such page (404)" in " ".join(first.out.split())
    assert all(line.startswith("checker: hint: ") for line in first.err.splitlines())
    assert [one.body for one in load_captures([tmp_path / "kept"])] == [INTERVIEW]
    asked = list(web.paths)
    assert main(["check", "a.html"]) == 3
    assert capsys.readouterr().out == first.out
    assert web.paths == [*asked, "/talk"]


def test_offline_opens_nothing_and_leaves_the_cache_aside(web: Web, capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", "a.html"])
    capsys.readouterr()
    before = len(web.connections)
    assert main(["check", "a.html", "--offline"]) == 3
    assert "verbatim" not in capsys.readouterr().out
    assert len(web.connections) == before


def test_what_is_at_hand_is_not_fetched(web: Web, tmp_path: Path) -> None:
    assert main(["capture", "http://courier.example/interview", "--into", "captures"]) == 0
    web.requests.clear()
    main(["check", "a.html"])
    assert [request.headers["host"] for request in web.requests] == ["gone.example"] * 2


def test_check_reads_an_article_from_the_web(web: Web, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["check", "http://paper.example/article"]) == 3
    assert "http://paper.example/article" in capsys.readouterr().out
    assert len(load_captures([tmp_path / "kept"])) == 1  # the article itself is no original


@pytest.mark.parametrize(
    ("url", "says"),
    [
        pytest.param("http://paper.example/none", "paper.example has no such page (404)", id="gone"),
        pytest.param("http://paper.example/inside", "10.0.0.1 is not an address on the public internet", id="inside"),
        pytest.param("http://desk:hunter2@paper.example/", "a user name or a password", id="a secret"),
    ],
)
def test_an_article_that_cannot_be_had(web: Web, capsys: pytest.CaptureFixture[str], url: str, says: str) -> None:
    assert main(["check", url]) == 3
    out, err = capsys.readouterr()
    assert says in " ".join(out.split())
    assert "hunter2" not in out + err
    assert web.forbidden == []


def test_capture_of_an_article(web: Web, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["capture", "a.html", "--into", "new/captures"]) == 3
    out, err = capsys.readouterr()
    (one,) = load_captures([tmp_path / "new" / "captures"])
    assert out == f"{one.path.removeprefix(tmp_path.as_posix() + '/')}\thttp://courier.example/interview?utm_source=x\n"
    assert err == "checker: http://gone.example/talk was not recorded: gone.example has no such page (404)\n"
    assert one.capture is not None
    assert one.capture.url == "http://courier.example/interview?utm_source=x"
    assert not (tmp_path / "kept").exists()
    assert main(["check", "a.html", "--captures", "new/captures", "--offline"]) == 3
    assert "verbatim" in capsys.readouterr().out


def test_capture_of_pages(web: Web, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    urls = ["http://courier.example/interview", "http://courier.example/wall", "http://u:hunter2@courier.example/"]
    assert main(["capture", *urls, "--into", "c"]) == 3
    out, err = capsys.readouterr()
    assert out.endswith("\thttp://courier.example/interview\n")
    assert err.count("was not recorded") == 2
    assert "hunter2" not in out + err
    assert len(load_captures([tmp_path / "c"])) == 1


def test_capture_again(web: Web, tmp_path: Path) -> None:
    command = ["capture", "http://courier.example/interview", "--into", "c"]
    assert [main(command), main(command)] == [0, 0]
    assert web.paths == ["/interview"]
    web.site = no_robots(lambda request: response(body=INTERVIEW.replace(b"Monday", b"Tuesday")))
    assert main([*command, "--refresh"]) == 0
    (one,) = load_captures([tmp_path / "c"])
    assert b"Tuesday" in one.body
    assert len(list((tmp_path / "c").iterdir())) == 2


def test_a_folder_that_cannot_be_written(web: Web, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "c").write_text("a file")
    assert main(["capture", "http://courier.example/interview", "--into", "c"]) == 2
    assert "c: this folder cannot be made" in capsys.readouterr().err


def test_a_host_of_ones_own(web: Web, tmp_path: Path) -> None:
    web.look_up = lambda host, port: ["10.1.2.3"]  # type: ignore[method-assign]
    command = ["capture", "http://courier.example:8080/interview", "--into", "c"]
    assert main(command) == 3
    assert web.connections == []
    assert main([*command, "--allow-host", "courier.example"]) == 0
    assert set(web.connections) == {("10.1.2.3", 8080)}
    assert main(["capture", "http://courier.example/inside", "--into", "c", "--allow-host", "courier.example"]) == 3
    assert ("10.0.0.1", 80) not in web.connections


@pytest.mark.parametrize("host", ["10.0.0.0/8", "*.local", "", "a..b"])
def test_a_range_is_no_host_of_ones_own(web: Web, capsys: pytest.CaptureFixture[str], host: str) -> None:
    assert main(["capture", "http://courier.example/", "--into", "c", "--allow-host", host]) == 2
    assert "host" in capsys.readouterr().err


def test_the_cache(web: Web, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert [main(["cache", "list"]), main(["cache", "prune"])] == [0, 0]
    assert capsys.readouterr().out == "0 originals and 0 bytes removed\n"
    main(["check", "a.html"])
    capsys.readouterr()
    main(["cache", "path"])
    assert capsys.readouterr().out == f"{(tmp_path / 'kept').resolve().as_posix()}\n"
    main(["cache", "list"])
    assert capsys.readouterr().out.endswith("  http://courier.example/interview?utm_source=x\n")
    main(["cache", "prune", "--max-age", "0d"])
    assert capsys.readouterr().out.startswith("1 original and ")
    assert list((tmp_path / "kept").iterdir()) == []


@pytest.mark.parametrize("words", [["prune", "--max-age", "old"], ["list", "--max-age", "1d"]])
def test_misuse_of_the_cache(web: Web, words: list[str]) -> None:
    assert main(["cache", *words]) == 2


def test_a_wrong_setting_ends_the_run(web: Web, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "checker.toml").write_text("[fetch]\nhopps = 1\n")
    assert main(["check", "a.html"]) == 2
    assert 'checker.toml:2: no setting is called "fetch.hopps"; did you mean "fetch.hops"?' in capsys.readouterr().err


@pytest.mark.parametrize("form", ["text", "json"])
def test_the_secret_of_a_link_is_in_no_report(
    web: Web, capsys: pytest.CaptureFixture[str], tmp_path: Path, form: str
) -> None:
    (tmp_path / "a.html").write_text(ARTICLE.replace("http://", "http://desk:hunter2@"), encoding="utf-8")
    assert main(["check", "a.html", "--format", form]) == 3
    out, err = capsys.readouterr()
    assert "a user name or a password" in " ".join(out.split())
    assert "hunter2" not in out + err
    assert web.connections == []


OLDER = INTERVIEW.replace(
    b"and the council rose",
    b"and the council rose. \xe2\x80\x9cNobody will sell the old pier in my time,\xe2\x80\x9d she said",
)
DATED = (
    '<html><head><meta property="article:published_time" content="2020-07-08"></head><body>'
    '<p>Ines Brandt <a href="http://courier.example/interview">told the Courier</a>: “We will keep the ferry, whatever it '
    'costs the town”.</p><p>“Nobody will sell the old pier in my time”, Brandt <a href="http://courier.example/interview">told '
    "the Courier</a>.</p></body></html>"
)


def with_archive(request: Request) -> Response:
    if request.headers["host"] != "archive.example":
        return site(request)
    if request.path.startswith("/cdx/"):
        rows = b'[["timestamp","original"],["20200707120000","http://courier.example/interview"]]'
        return response(200, {"Content-Type": "application/json"}, rows)
    return response(200, {"Content-Type": "text/html", "Memento-Datetime": "Tue, 07 Jul 2020 12:00:00 GMT"}, OLDER)


def test_what_todays_page_lacks_is_looked_for_in_the_archive(
    web: Web, capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("checker.fetch.archive.WAYBACK", "http://archive.example")
    web.site = no_robots(with_archive)
    (tmp_path / "dated.html").write_text(DATED, encoding="utf-8")
    assert main(["check", "dated.html", "--format", "json"]) == 1
    plain = json.loads(capsys.readouterr().out)
    assert [one["verdict"] for one in plain["quotations"]] == ["verbatim", "absent"]
    assert {request.headers["host"] for request in web.requests} == {"courier.example"}
    assert main(["check", "dated.html", "--format", "json", "--archive"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert [one["verdict"] for one in report["quotations"]] == ["verbatim", "verbatim"]
    captures = {one.path: one.capture for one in load_captures([tmp_path / "kept"])}
    paths = {one["id"]: one["path"] for one in report["originals"]}
    today, before = (captures[paths[one["passages"][0]["original"]]] for one in report["quotations"])
    assert today is not None
    assert before is not None
    assert today.archive is None
    assert before.archive == "http://archive.example/web/20200707120000id_/http://courier.example/interview"
    assert before.note == "in the archive's capture of 2020-07-07, not in today's page"
