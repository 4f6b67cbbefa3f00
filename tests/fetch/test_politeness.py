"""Robots.txt, pauses, second tries, redirects, limits: what hosts are asked, and what comes of it."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from web import Request, Response, Web, no_robots, redirect, response

from checker.fetch.fetcher import Fetched, Fetcher
from checker.model import Document, Reason, Unavailable
from checker.settings import FetchSettings
from checker.version import __version__


def fetched(web: Web, url: str = "http://paper.example/2026/ferry", **settings: object) -> Fetched:
    return Fetcher(FetchSettings(**settings), network=web.network())(url)  # type: ignore[arg-type]


def in_turn(*answers: Callable[[], Response]) -> Web:
    """A page that answers so, one time after the other."""
    left = list(answers)
    return Web(no_robots(lambda request: left.pop(0)()))


@pytest.mark.parametrize(
    ("robots", "reason"),
    [
        pytest.param(lambda: response(404), None, id="none"),
        pytest.param(lambda: response(401), None, id="not for us to see"),
        pytest.param(lambda: response(500), Reason.ROBOTS, id="broken"),
        pytest.param(lambda: response(429), Reason.ROBOTS, id="later"),
        pytest.param(lambda: response(body=b""), None, id="empty"),
        pytest.param(lambda: response(body=b"User-agent: *\nDisallow: /"), Reason.ROBOTS, id="nothing for anybody"),
        pytest.param(lambda: response(body=b"\xef\xbb\xbfUser-agent: *\nDisallow: /"), Reason.ROBOTS, id="with a mark"),
        pytest.param(lambda: response(body=b"User-agent: checker\nDisallow: /2026"), Reason.ROBOTS, id="not this one"),
        pytest.param(lambda: response(body=b"User-agent: other\nDisallow: /"), None, id="not that other one"),
        pytest.param(lambda: response(body=b"User-agent: *\nDisallow: /\nAllow: /2026"), None, id="only this"),
        pytest.param(
            lambda: response(body=b"#" * 512_000 + b"\nUser-agent: *\nDisallow: /"), None, id="too late in it"
        ),
        pytest.param(lambda: redirect("/robots.txt"), None, id="in a circle"),
        pytest.param(lambda: redirect("http://127.0.0.1/robots.txt"), Reason.REFUSED_ADDRESS, id="inside"),
    ],
)
def test_robots(robots: Callable[[], Response], reason: Reason | None) -> None:
    web = Web(lambda request: robots() if request.path == "/robots.txt" else response())
    got = fetched(web)
    assert (got.reason if isinstance(got, Unavailable) else None) is reason
    assert web.forbidden == []
    assert (web.paths == []) is (reason is not None)


def test_robots_is_read_once_a_host() -> None:
    web = Web()
    Fetcher(network=web.network()).fetch_all([f"http://paper.example/{number}" for number in range(3)])
    assert [request.path for request in web.requests].count("/robots.txt") == 1


def test_who_asks_and_what_for() -> None:
    web = Web()
    fetched(web, contact="desk@paper.example")
    for request in web.requests:
        assert request.headers["user-agent"] == f"checker/{__version__} (+desk@paper.example)"
        assert request.headers["accept-encoding"] == "gzip, deflate"
        assert request.headers["host"] == "paper.example"
        assert "cookie" not in request.headers


def test_a_pause_between_two_requests_to_a_host() -> None:
    web = Web()
    Fetcher(FetchSettings(pause=1.5), network=web.network()).fetch_all(["http://a.example/1", "http://a.example/2"])
    assert len(web.requests) == 3
    assert 2.9 < sum(web.clock.waits) <= 3.0


def test_no_pause_between_two_hosts() -> None:
    web = Web()
    settings = FetchSettings(pause=1.5)
    Fetcher(settings, network=web.network()).fetch_all([f"http://{name}.example/1" for name in "abc"])
    assert len(web.requests) == 6
    assert sum(web.clock.waits) <= 3 * 1.5


@pytest.mark.parametrize(
    ("answers", "reason", "tries"),
    [
        pytest.param([503, 503, 200], None, 3, id="the third time"),
        pytest.param([502, 504, 503], Reason.BUSY, 3, id="never"),
        pytest.param([429, 200], None, 2, id="the second time"),
        pytest.param([500], Reason.SERVER_ERROR, 1, id="an error of its own is not asked again"),
        pytest.param([404], Reason.NOT_FOUND, 1, id="gone"),
        pytest.param([403], Reason.BLOCKED, 1, id="no"),
        pytest.param([410], Reason.NOT_FOUND, 1, id="taken away"),
        pytest.param([451], Reason.LEGAL, 1, id="the law"),
        pytest.param([401], Reason.LOGIN, 1, id="a login"),
        pytest.param([402], Reason.PAYWALL, 1, id="a payment"),
        pytest.param([202], Reason.NOT_READY, 1, id="not yet"),
        pytest.param([204], Reason.EMPTY, 1, id="nothing"),
        pytest.param([302], Reason.BROKEN, 1, id="elsewhere, not where"),
        pytest.param([418], Reason.BLOCKED, 1, id="a teapot"),
        pytest.param([999], Reason.BLOCKED, 1, id="no standard at all"),
    ],
)
def test_each_status(answers: list[int], reason: Reason | None, tries: int) -> None:
    web = in_turn(*(lambda status=status: response(status) for status in answers))  # type: ignore[misc]
    got = fetched(web)
    assert (got.reason if isinstance(got, Unavailable) else None) is reason
    assert len(web.paths) == tries


@pytest.mark.parametrize(
    ("wait", "waited", "tries"),
    [
        pytest.param("7", 7.0, 2, id="seconds"),
        pytest.param("60", 60.0, 2, id="the longest"),
        pytest.param("61", None, 1, id="longer"),
        pytest.param("86400", None, 1, id="a day"),
        pytest.param("Fri, 01 Jan 2100 00:00:00 GMT", None, 1, id="a far day"),
        pytest.param("Sat, 01 Jan 2000 00:00:00 GMT", 0.0, 2, id="a day gone by"),
        pytest.param("-5", 1.0, 2, id="less than nothing"),
        pytest.param("soon", 1.0, 2, id="no number"),
        pytest.param("٧", 1.0, 2, id="a number in other digits"),
    ],
)
def test_what_a_host_asks_to_wait(wait: str, waited: float | None, tries: int) -> None:
    headers = {"Retry-After": wait.encode().decode("latin-1")}
    web = in_turn(lambda: response(429, headers), response)
    got = fetched(web, pause=0.0)
    assert len(web.paths) == tries
    if waited is None:
        assert isinstance(got, Unavailable)
        assert got.reason is Reason.BUSY
    else:
        assert waited in web.clock.waits


def test_a_host_that_does_not_answer_is_asked_three_times() -> None:
    web = Web()
    web.refuse_connections = 99
    got = fetched(web)
    assert isinstance(got, Unavailable)
    assert got.reason is Reason.NO_CONNECTION
    assert len(web.connections) == 3


def test_a_host_that_answers_the_second_time() -> None:
    web = Web()
    web.refuse_connections = 1
    assert isinstance(fetched(web), Document)


@pytest.mark.parametrize(("per_host", "most"), [(1, 1), (3, 3)])
def test_requests_to_one_host_at_a_time(per_host: int, most: int) -> None:
    lock, inside, seen = threading.Lock(), [0], [0]
    together = threading.Barrier(most)

    def site(request: Request) -> Response:
        with lock:
            inside[0] += 1
            seen[0] = max(seen[0], inside[0])
        together.wait(timeout=60)
        with lock:
            inside[0] -= 1
        return response()

    settings = FetchSettings(pause=0.0, per_host=per_host)
    Fetcher(settings, network=Web(no_robots(site)).network()).fetch_all([f"http://a.example/{n}" for n in range(6)])
    assert seen == [most]
