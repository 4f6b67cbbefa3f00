"""The shared table of hostile addresses and answers, with look-up and connection replaced: nothing leaves the machine."""

from __future__ import annotations

import functools
import json
import re
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from web import OK_HEADERS, PAGE, PUBLIC_6, PUBLIC_A, Request, Response, Web, endless, redirect, response, slowly

from checker.fetch.fetcher import Fetcher
from checker.model import Document, Reason, Unavailable
from checker.read import read
from checker.settings import FetchSettings

TABLE = Path(__file__).parents[3] / "shared" / "data" / "hostile" / "cases.json"
CASES: list[dict[str, Any]] = json.loads(TABLE.read_text(encoding="utf-8"))["cases"] if TABLE.exists() else []
pytestmark = pytest.mark.skipif(not CASES, reason="the shared table of hostile cases is not beside the repository")

# The table's loose words, in ours.
WORDS = {
    **dict.fromkeys(("scheme", "syntax", "host", "credentials", "address", "port"), Reason.REFUSED_ADDRESS),
    "redirects": Reason.TOO_MANY_HOPS,
    "dns": Reason.NO_SUCH_HOST,
    "http": Reason.BROKEN,
    "deadline": Reason.TOO_SLOW,
    "size": Reason.TOO_LARGE,
    "incomplete": Reason.BROKEN,
    "decode": Reason.BROKEN,
    "headers": Reason.BROKEN,
    "type": Reason.NOT_TEXT,
    "busy": Reason.BUSY,
    "unavailable for legal reasons": Reason.LEGAL,
    "blocked": Reason.BLOCKED,
    "robots": Reason.ROBOTS,
    "soft 404": Reason.NOT_FOUND,
    "paywall": Reason.PAYWALL,
}
# Where the table allows another way than the one of its word: codings that were not asked for are refused unread, and a
# robots.txt without end is read to its limit.
OTHERWISE: Mapping[str, Reason | None] = {"resp-08": Reason.BROKEN, "resp-09": Reason.BROKEN, "resp-24": None}


@functools.cache
def packed(byte: str, times: int, layers: int) -> bytes:
    """Gzip of one byte many times, built a megabyte at a time."""
    pack = zlib.compressobj(9, zlib.DEFLATED, 31)
    chunk = byte.encode() * 1_048_576
    body = b"".join(pack.compress(chunk) for _ in range(times // len(chunk))) + pack.flush()
    for _ in range(layers - 1):
        outer = zlib.compressobj(9, zlib.DEFLATED, 31)
        body = outer.compress(body) + outer.flush()
    return body


def answer_of(http: Mapping[str, Any], request: Request, first: str) -> Response:
    """What the host of a case says; beside the case's own path it has ordinary pages and no robots.txt."""
    mine = http.get("url_path", first)
    hop = re.fullmatch(r"/hop/(\d+)", request.path)
    if hop and int(hop[1]) > 1:
        return redirect(f"/hop/{int(hop[1]) - 1}")
    if request.path != mine or not http:
        return response(404 if request.path == "/robots.txt" else 200)
    if "redirect" in http:
        return redirect(http["redirect"])
    headers = dict(http.get("headers", []))
    if location := headers.get("Location"):
        return redirect(location)
    return special_answer(http, headers) or response(http.get("status", 200), headers, http.get("body", "").encode())


def special_answer(http: Mapping[str, Any], headers: Mapping[str, str]) -> Response | None:
    start = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
    if http.get("slow", {}).get("where") == "headers":
        return slowly(endless(start, b"X-More: more\r\n"), 0.02)
    if http.get("slow", {}).get("where") == "body":
        return body_slowly(start)
    if http.get("endless"):
        return endless(start + b"\r\n")
    if "body_gzip_of" in http:
        of = http["body_gzip_of"]
        return response(200, headers, packed(of["byte"], of["times"], of.get("layers", 1)))
    if "body_brotli_of" in http:
        return response(200, headers, b"\x8b\xff\x7f\xf8")
    if "many_headers" in http:
        line = b"X-Long: " + b"a" * http["many_headers"]["bytes"] + b"\r\n"
        return iter([start, *[line] * http["many_headers"]["lines"], b"\r\n"])
    return None


def body_slowly(start: bytes) -> Iterator[bytes]:
    yield start + b"Content-Length: 100000\r\n\r\n"
    yield from slowly(endless(b""), 0.02)


def fetch(case: Mapping[str, Any]) -> tuple[Document | Unavailable, Web]:
    url = re.sub(r"\{A\*(\d+)\}", lambda match: "A" * int(match[1]), case["input"]["url"])
    known = {"PUBLIC_A": PUBLIC_A, "PUBLIC_6": PUBLIC_6}
    dns = {
        name: [[known.get(one, one) for one in answer] for answer in answers]
        for name, answers in case["input"].get("dns", {}).items()
    }
    first = "/" + url.split("/", 3)[3] if url.count("/") >= 3 else "/"
    http = case["input"].get("http", {})
    web = Web(lambda request: answer_of(http, request, first), dns)
    slow = "slow" in http  # a case that can only end by the limit of time gets a short one
    settings = FetchSettings(seconds=0.5 if slow else 60.0)
    return Fetcher(settings, network=web.network())(url), web


def of_groups(*groups: str) -> list[Any]:
    return [pytest.param(case, id=f"{case['id']} {case['name']}") for case in CASES if case["group"] in groups]


@pytest.mark.parametrize("case", of_groups("url-form", "address", "name", "redirect"))
def test_no_address_leads_inside(case: dict[str, Any]) -> None:
    got, web = fetch(case)
    assert web.forbidden == []
    expected = case["expect"]
    if expected["outcome"] in ("fetch", "flag"):
        assert isinstance(got, Document)
        assert got.body == PAGE
    elif expected["outcome"] != "no-private-connection":  # there any answer will do
        assert isinstance(got, Unavailable)
        assert got.reason is WORDS[expected["reason"]]
        assert "secret" not in got.message
    if expected["outcome"] == "refuse" and case["group"] != "redirect":
        assert web.connections == []


@pytest.mark.parametrize("case", of_groups("response"))
def test_every_answer_ends_as_a_page_or_as_a_reason(case: dict[str, Any]) -> None:
    got, web = fetch(case)
    assert web.forbidden == []
    expected = case["expect"]["reason"]
    wanted = OTHERWISE[case["id"]] if case["id"] in OTHERWISE else WORDS.get(expected)
    if isinstance(got, Document):
        kind = got.capture.content_type if got.capture else None
        why = read(got.body, url=case["input"]["url"], content_type=kind).unavailable
        if expected in ("ok", "pdf", "size"):
            return  # what is in it is for the reader to say
        assert why is not None
        assert why.reason is wanted
    else:
        assert got.reason is wanted


def test_the_look_alike_goes_by_its_ascii_form() -> None:
    got, _ = fetch(next(case for case in CASES if case["id"] == "name-15"))
    assert isinstance(got, Document)
    assert got.capture is not None
    assert got.capture.final_url == "http://xn--pple-43d.com/"


def test_a_location_in_raw_utf8_is_asked_for_as_utf8() -> None:
    _, web = fetch(next(case for case in CASES if case["id"] == "redir-13"))
    assert web.paths == ["/start", "/caf%C3%A9"]


def test_nothing_behind_a_line_break_becomes_part_of_the_next_request() -> None:
    _, web = fetch(next(case for case in CASES if case["id"] == "redir-12"))
    assert web.paths == ["/start", "/"]
    assert all("x" not in request.headers for request in web.requests)


def test_no_long_wait_is_obeyed() -> None:
    _, web = fetch(next(case for case in CASES if case["id"] == "resp-15"))
    assert all(wait <= 60 for wait in web.clock.waits)
    assert web.paths == ["/r"]


def test_a_page_of_fifty_megabytes_is_refused_by_its_size() -> None:
    lines = OK_HEADERS | {"Content-Length": "-none-"}
    web = Web(
        lambda request: response(404) if "robots" in request.path else response(200, lines, b"<p>a</p>" * 6_000_000)
    )
    got = Fetcher(network=web.network())("http://news.example/a")
    assert isinstance(got, Unavailable)
    assert got.reason is Reason.TOO_LARGE
