"""The archive is asked for what is gone, for the capture that an article can have leaned on; a host of our own plays it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from web import PAGE, Request, Response, Web, endless, no_robots, redirect, response, slowly

from checker.fetch import load_captures
from checker.fetch.fetcher import Fetched, Fetcher
from checker.fetch.store import Store
from checker.model import Document, Reason, Unavailable
from checker.settings import FetchSettings

GONE = "http://paper.example/2020/ferry"
BASE = "http://archive.example"
MEMENTO = {"Content-Type": "text/html", "Memento-Datetime": "Wed, 08 Jul 2020 10:00:00 GMT"}
# All captures of the page, oldest first.
CAPTURES = ["20200701100000", "20200708100000", "20200712100000", "20240101000000"]


def index(captures: Iterable[str]) -> Callable[[Request], Response]:
    """A CDX service that knows `from`, `to` and `limit` as the real one does."""

    def answer(request: Request) -> Response:
        asked = {name: values[0] for name, values in parse_qs(urlsplit(request.path).query).items()}
        assert asked["url"] == GONE
        found = [one for one in captures if asked.get("from", "") <= one <= asked.get("to", "9")]
        limit = int(asked["limit"])
        found = found[limit:] if limit < 0 else found[:limit]
        rows = [["timestamp", "original"], *([one, "http://paper.example:80/2020/ferry"] for one in found)]
        return response(200, {"Content-Type": "application/json"}, json.dumps(rows if found else []).encode())

    return answer


def archive(listed: Callable[[Request], Response], page: Callable[[Request], Response] | None = None) -> Web:
    def site(request: Request) -> Response:
        if request.headers["host"] != "archive.example":
            return response(404)
        if request.path.startswith("/cdx/"):
            return listed(request)
        return page(request) if page else response(200, MEMENTO, PAGE + request.path.encode())

    return Web(no_robots(site))


def asked(web: Web, published: str | None = "2020-07-08", **settings: float) -> Fetched:
    fetcher = Fetcher(FetchSettings(pause=0.0, **settings), archive=BASE, network=web.network())  # type: ignore[arg-type]
    return fetcher.linked([GONE], published)[GONE]


@pytest.mark.parametrize(
    ("published", "captures", "taken"),
    [
        pytest.param("2020-07-08", CAPTURES, "20200708100000", id="of the day itself"),
        pytest.param("2020-07-09T08:00:00+02:00", CAPTURES, "20200708100000", id="the last before"),
        pytest.param("2020-07-10", CAPTURES, "20200712100000", id="two days after still counts"),
        pytest.param("2020-06-01", CAPTURES, "20200701100000", id="none before: the first after"),
        pytest.param("2030-01-01", CAPTURES, "20240101000000", id="long after"),
        pytest.param(None, CAPTURES, "20240101000000", id="no date: the newest"),
        pytest.param("yesterday", CAPTURES, "20240101000000", id="no date that can be read"),
    ],
)
def test_which_capture(published: str | None, captures: list[str], taken: str) -> None:
    got = asked(archive(index(captures)), published)
    assert isinstance(got, Document)
    assert got.body.endswith(f"/web/{taken}id_/http://paper.example:80/2020/ferry".encode())
    assert got.capture is not None
    assert got.capture.archive == f"{BASE}/web/{taken}id_/http://paper.example:80/2020/ferry"
    assert got.capture.url == got.capture.final_url == GONE
    assert dict(got.capture.headers)["memento-datetime"] == MEMENTO["Memento-Datetime"]
    day = f"{taken[:4]}-{taken[4:6]}-{taken[6:8]}"
    assert (got.capture.note or "").startswith(f"in the archive's capture of {day}, not in today's page")


def test_the_day_is_of_the_capture_that_was_served() -> None:
    served = f"{BASE}/web/20200711000000id_/{GONE}"

    def page(request: Request) -> Response:
        return response(200, MEMENTO) if "20200711" in request.path else redirect(served)

    got = asked(archive(index(CAPTURES), page))
    assert isinstance(got, Document)
    assert got.capture is not None
    assert got.capture.archive == served
    assert "capture of 2020-07-11" in (got.capture.note or "")


JSON = {"Content-Type": "application/json"}


@pytest.mark.parametrize(
    ("listed", "says"),
    [
        pytest.param(lambda request: response(200, JSON, b"[]"), "no capture of this page", id="empty list"),
        pytest.param(lambda request: response(200, JSON, b""), "no capture of this page", id="empty answer"),
        pytest.param(lambda request: response(200, JSON, b"<p>Sorry"), "cannot be read", id="no JSON"),
        pytest.param(lambda request: response(200, JSON, b'{"a": 1}'), "cannot be read", id="no list"),
        pytest.param(lambda request: response(200, JSON, b'[["timestamp","original"]]'), "cannot be read", id="no row"),
        pytest.param(
            lambda request: response(200, JSON, b'[["timestamp","original"],["2020","x"]]'),
            "cannot be read",
            id="no day",
        ),
        pytest.param(
            lambda request: response(200, JSON, b'[["timestamp","original"],["20209999000000","x"]]'),
            "cannot be read",
            id="an impossible day",
        ),
        pytest.param(lambda request: response(200, JSON, b"[" * 100_000), "cannot be read", id="deep"),
        pytest.param(lambda request: response(429, {"Retry-After": "600"}), "come back later (429)", id="too often"),
        pytest.param(lambda request: response(503), "come back later (503)", id="overworked"),
        pytest.param(lambda request: response(404), "no such page (404)", id="no such service"),
        pytest.param(
            lambda request: redirect("http://127.0.0.1/"), "not an address on the public internet", id="inside"
        ),
        pytest.param(
            lambda request: slowly(endless(b"HTTP/1.1 200 OK\r\n"), 0.02), "did not answer in full", id="slow"
        ),
        pytest.param(lambda request: endless(b"HTTP/1.1 200 OK\r\n\r\n"), "larger than", id="endless"),
    ],
)
def test_an_index_that_does_not_help(listed: Callable[[Request], Response], says: str) -> None:
    web = archive(listed)
    got = asked(web, seconds=3.0 if "in full" in says else 60.0)
    assert isinstance(got, Unavailable)
    assert got.reason is Reason.NOT_FOUND
    assert got.message.startswith("paper.example has no such page (404); in the archive: ")
    assert says in got.message
    assert web.forbidden == []


@pytest.mark.parametrize(
    ("page", "says"),
    [
        pytest.param(lambda request: response(404), "no such page (404)", id="listed and not there"),
        pytest.param(
            lambda request: redirect("http://today.example/x"),
            "only leads on to today.example",
            id="leads on to today's page",
        ),
        pytest.param(lambda request: redirect("http://10.0.0.1/"), "not an address on the public", id="leads inside"),
    ],
)
def test_a_capture_that_cannot_be_had(page: Callable[[Request], Response], says: str) -> None:
    web = archive(index(CAPTURES), page)
    got = asked(web)
    assert isinstance(got, Unavailable)
    assert says in got.message
    assert web.forbidden == []


def test_nobody_is_asked_unless_it_is_wanted() -> None:
    web = archive(index(CAPTURES))
    got = Fetcher(network=web.network()).linked([GONE], "2020-07-08")[GONE]
    assert isinstance(got, Unavailable)
    assert {request.headers["host"] for request in web.requests} == {"paper.example"}


def test_a_robots_txt_that_says_no_is_not_passed_by() -> None:
    web = archive(index(CAPTURES))
    web.site = lambda request: response(body=b"User-agent: *\nDisallow: /")
    got = asked(web)
    assert isinstance(got, Unavailable)
    assert got.reason is Reason.ROBOTS
    assert {request.headers["host"] for request in web.requests} == {"paper.example"}


def test_what_the_archive_gave_is_kept_for_that_day(tmp_path: Path) -> None:
    first, again, other = (archive(index(CAPTURES)) for _ in range(3))

    def run(web: Web, published: str) -> Fetched:
        fetcher = Fetcher(FetchSettings(pause=0.0), store=Store(tmp_path), archive=BASE, network=web.network())
        return fetcher.linked([GONE], published)[GONE]

    kept = run(first, "2020-07-08")
    assert run(again, "2020-07-08") == kept
    assert again.paths == ["/2020/ferry"]
    assert run(other, "2024-02-02") != kept
    assert len(load_captures([tmp_path])) == 2


def test_two_articles_of_different_days_in_one_run() -> None:
    fetcher = Fetcher(FetchSettings(pause=0.0), archive=BASE, network=archive(index(CAPTURES)).network())
    early, late = (fetcher.linked([GONE], day)[GONE] for day in ("2020-07-08", "2024-02-02"))
    assert isinstance(early, Document)
    assert isinstance(late, Document)
    assert early.body != late.body
