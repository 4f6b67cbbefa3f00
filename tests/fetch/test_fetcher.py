"""Packed bodies, links that mean one page, many pages at once, and an interruption."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable

import pytest
from web import PAGE, Web, no_robots, response

from checker.fetch.fetcher import Fetched, Fetcher, Told
from checker.model import Document, Reason, Unavailable
from checker.settings import FetchSettings


def fetched(web: Web, url: str = "http://paper.example/2026/ferry") -> Fetched:
    return Fetcher(network=web.network())(url)


RAW = zlib.compressobj(wbits=-zlib.MAX_WBITS)
PACKED = {
    "gzip": gzip.compress(PAGE),
    "x-gzip": gzip.compress(PAGE),
    "deflate": zlib.compress(PAGE),
    "deflate, bare": RAW.compress(PAGE) + RAW.flush(),
    "gzip, two members": gzip.compress(PAGE[:40]) + gzip.compress(PAGE[40:]),
    "gzip, followed by zeros": gzip.compress(PAGE) + bytes(16),
    "identity": PAGE,
}


@pytest.mark.parametrize("coding", PACKED)
def test_packed_bodies_are_unpacked(coding: str) -> None:
    headers = {"Content-Type": "text/html", "Content-Encoding": coding.partition(",")[0]}
    got = fetched(Web(no_robots(lambda request: response(200, headers, PACKED[coding]))))
    assert isinstance(got, Document)
    assert got.body == PAGE


@pytest.mark.parametrize("size", [65_535, 65_536, 65_537, 1_000_000, 5_000_000])
@pytest.mark.parametrize("pack", [gzip.compress, zlib.compress], ids=["gzip", "deflate"])
def test_however_well_it_packs(size: int, pack: Callable[[bytes], bytes]) -> None:
    headers = {"Content-Type": "text/html", "Content-Encoding": "gzip" if pack is gzip.compress else "deflate"}
    got = fetched(Web(no_robots(lambda request: response(200, headers, pack(b"a" * size)))))
    assert isinstance(got, Document)
    assert len(got.body) == size


@pytest.mark.parametrize("coding", ["gzip", "deflate"])
def test_half_a_packed_body_is_no_page(coding: str) -> None:
    body = PACKED[coding][:-6]
    headers = {"Content-Type": "text/html", "Content-Encoding": coding}
    got = fetched(Web(no_robots(lambda request: response(200, headers, body))))
    assert isinstance(got, Unavailable)
    assert got.reason is Reason.BROKEN


def test_one_document_for_links_that_mean_one_page() -> None:
    links = ["http://paper.example/a?utm_source=x", "http://paper.example/a", "http://paper.example/a#end"]
    web = Web()
    got = Fetcher(network=web.network()).fetch_all(links)
    assert web.paths == ["/a"]
    first = got[links[0]]
    assert isinstance(first, Document)
    assert all(got[link] is first for link in links)
    assert first.capture is not None
    assert set(links) <= {first.capture.url, first.capture.final_url, *first.capture.redirects}


def test_more_links_than_an_article_may_have() -> None:
    links = [f"http://paper{number}.example/" for number in range(60)]
    got = Fetcher(FetchSettings(links=2), network=Web().network()).linked(links)
    assert list(got) == links
    reasons = [one.reason for one in got.values() if isinstance(one, Unavailable)]
    assert reasons == [Reason.TOO_MANY_LINKS] * 58


def test_somebody_who_watches_is_told_of_every_page() -> None:
    told: list[Told] = []
    urls = [f"http://{host}.example/{page}" for host in "ab" for page in range(3)]
    Fetcher(network=Web().network(), watch=told.append).fetch_all(urls)
    assert sorted(one.url for one in told) == urls
    assert [one.left for one in told if one.host == "a.example"] == [2, 1, 0]


def test_an_interruption_ends_what_is_under_way() -> None:
    told: list[Told] = []

    def interrupt(one: Told) -> None:
        told.append(one)
        if len(told) == 1:
            raise KeyboardInterrupt

    fetcher = Fetcher(network=Web().network(), watch=interrupt)
    with pytest.raises(KeyboardInterrupt):
        fetcher.fetch_all([f"http://{host}.example/{page}" for host in "ab" for page in range(50)])
    left = fetcher("http://c.example/")
    assert isinstance(left, Unavailable)
    assert left.reason is Reason.NOT_AT_HAND
