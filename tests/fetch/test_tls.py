"""TLS through the pinned connection: the certificate is held against the name, not against the number connected to."""

from __future__ import annotations

import ssl
from pathlib import Path

import pytest
from web import PUBLIC_A, Web, endless, no_robots, slowly

from checker.fetch.fetcher import Fetcher
from checker.model import Document, Reason, Unavailable
from checker.settings import FetchSettings

CERTIFICATES = Path(__file__).parent / "certificates"


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch) -> Web:
    """A web that speaks TLS as paper.example, whoever was asked for."""
    monkeypatch.setattr("requests.adapters.DEFAULT_CA_BUNDLE_PATH", str(CERTIFICATES / "authority.pem"))
    made = Web()
    made.tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    made.tls.load_cert_chain(CERTIFICATES / "paper.pem")
    names: list[str | None] = []
    made.tls.sni_callback = lambda connection, name, context: names.append(name)
    made.names = names  # type: ignore[attr-defined]
    return made


def test_the_right_name(web: Web) -> None:
    got = Fetcher(network=web.network())("https://paper.example/a")
    assert isinstance(got, Document)
    assert web.names == ["paper.example"] * 2  # type: ignore[attr-defined]
    assert {request.headers["host"] for request in web.requests} == {"paper.example"}
    assert web.connections == [(PUBLIC_A, 443)] * 2


@pytest.mark.parametrize("url", ["https://other.example/a", f"https://{PUBLIC_A}/a"], ids=["a name", "a number"])
def test_another_name(web: Web, url: str) -> None:
    got = Fetcher(network=web.network())(url)
    assert isinstance(got, Unavailable)
    assert got.reason is Reason.CERTIFICATE
    assert web.requests == []


def test_an_authority_that_nobody_trusts(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    got = Fetcher(network=web.network())("https://paper.example/a")
    assert isinstance(got, Unavailable)
    assert got.reason is Reason.CERTIFICATE


def test_a_slow_answer_is_ended_within_tls_too(web: Web) -> None:
    web.site = no_robots(lambda request: slowly(endless(b"HTTP/1.1 200 OK\r\n", b"X-More: more\r\n"), 0.02))
    got = Fetcher(FetchSettings(seconds=0.5), network=web.network())("https://paper.example/a")
    assert isinstance(got, Unavailable)
    assert got.reason is Reason.TOO_SLOW


def test_a_handshake_that_never_comes(web: Web) -> None:
    web.tls = None
    web.silent = True
    got = Fetcher(FetchSettings(seconds=0.3), network=web.network())("https://paper.example/a")
    assert isinstance(got, Unavailable)
    assert got.reason is Reason.TOO_SLOW


def test_plain_words_where_tls_was_expected(web: Web) -> None:
    web.tls = None
    web.site = lambda request: iter([b"HTTP/1.1 200 OK\r\n\r\n"])
    got = Fetcher(FetchSettings(seconds=5.0), network=web.network())("https://paper.example/a")
    assert isinstance(got, Unavailable)
    assert got.reason in (Reason.BROKEN, Reason.NO_CONNECTION)
