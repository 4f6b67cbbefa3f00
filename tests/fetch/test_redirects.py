"""Where redirects lead, how many are followed, and what is remembered of them."""

from __future__ import annotations

import pytest
from web import Request, Response, Web, no_robots, redirect, response

from checker.fetch.fetcher import Fetched, Fetcher
from checker.model import Document, Reason


def fetched(web: Web, url: str = "http://paper.example/2026/ferry") -> Fetched:
    return Fetcher(network=web.network())(url)


@pytest.mark.parametrize(
    ("leads_to", "outcome"),
    [
        pytest.param("https://paper.example/2026/ferry", "page", id="to https"),
        pytest.param("http://www.paper.example/2026/ferry.html", "page", id="to www"),
        pytest.param("http://paper.example/", Reason.NOT_FOUND, id="to the front page"),
        pytest.param("http://www.paper.example", Reason.NOT_FOUND, id="to the front page, with www"),
        pytest.param("http://paper.example/2026/ferry-2", "page", id="to another page of it"),
        pytest.param("http://new-name.example/archive/2026/ferry", "page", id="the paper has a new name"),
        pytest.param("http://parking.example/buy?domain=paper", Reason.GONE_ELSEWHERE, id="somebody else's"),
        pytest.param("http://paper.example.other.example/x/ferryboat", "page", id="the same word in its path"),
        pytest.param("http://login.news.paper.example/x", "page", id="a host of the same site"),
    ],
)
def test_where_redirects_end(leads_to: str, outcome: object) -> None:
    def site(request: Request) -> Response:
        return redirect(leads_to) if request.url == "http://paper.example/2026/ferry" else response()

    web = Web(no_robots(site))
    if leads_to.startswith("https"):
        web.tls = None
        leads_to = "http://paper.example/2026/ferry?x=1"
    got = fetched(web)
    assert ("page" if isinstance(got, Document) else got.reason) == outcome


@pytest.mark.parametrize("short", ["http://t.co/AbC123", "http://zz.example/AbC123", "http://doi.org/10.1000/182"])
def test_what_stands_for_another_address_on_purpose_is_followed(short: str) -> None:
    def site(request: Request) -> Response:
        return redirect("http://paper.example/2026/ferry") if request.url == short else response()

    assert isinstance(fetched(Web(no_robots(site)), short), Document)


def test_the_chain_is_kept() -> None:
    def site(request: Request) -> Response:
        return redirect(f"/{int(request.path[1:]) + 1}") if int(request.path[1:]) < 4 else response()

    got = fetched(Web(no_robots(site)), "http://paper.example/1?utm_source=x".replace("?utm_source=x", ""))
    assert isinstance(got, Document)
    assert got.capture is not None
    assert got.capture.url == "http://paper.example/1"
    assert got.capture.redirects == ("http://paper.example/2", "http://paper.example/3")
    assert got.capture.final_url == "http://paper.example/4"


@pytest.mark.parametrize(("hops", "outcome"), [(5, "page"), (6, Reason.TOO_MANY_HOPS)])
def test_five_hops_and_no_more(hops: int, outcome: object) -> None:
    def site(request: Request) -> Response:
        here = int(request.path.rpartition("/")[2])
        return redirect(f"/hop/{here + 1}") if here < hops else response()

    got = fetched(Web(no_robots(site)), "http://paper.example/hop/0")
    assert ("page" if isinstance(got, Document) else got.reason) == outcome


def test_cookies_live_as_long_as_the_redirects() -> None:
    def site(request: Request) -> Response:
        if "cookie" in request.headers:
            return response()
        return iter([b"HTTP/1.1 302 So\r\nSet-Cookie: seen=1\r\nLocation: /2026/ferry\r\nContent-Length: 0\r\n\r\n"])

    web = Web(no_robots(site))
    fetcher = Fetcher(network=web.network())
    assert isinstance(fetcher("http://paper.example/2026/ferry"), Document)
    fetcher("http://paper.example/2026/other")
    assert ["cookie" in request.headers for request in web.requests if request.path != "/robots.txt"] == [
        *(False, True),
        *(False, True),
    ]
