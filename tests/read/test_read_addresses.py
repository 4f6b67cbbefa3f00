"""Addresses of links: what is taken apart and put together, and what need not be."""

from __future__ import annotations

from urllib.parse import urljoin, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.read.addresses import is_web, resolve

BASES = (
    "http://a.example/b",
    "https://user@a.example:8080/b/c?d#e",
    "HTTP://A.example",
    "http://[::1]/b",
    "http://é.example/b;c?d",
    "http://a.example?b",
    "mailto:a@b.example",
    "http://[",
)
BITS = (
    *("/", "a", "é", "..", ".", "?", "#", ";", ":", "//", "[", "]", "@", "%20", "\\", " ", "x=y", "&", "-"),
    *("http://", "HTTPS://", "b.example", "data:", ":80", "\N{ACCOUNT OF}"),
)


def slowly(href: str, base: str) -> str | None:
    """Joined and taken apart by the standard library, whatever it looks like."""
    href = href.strip()
    try:
        joined = href if href.lower().startswith(("http:", "https:")) else urljoin(base, href)
        parts = urlsplit(joined)
    except ValueError:
        return None
    return joined if href and parts.scheme in ("http", "https") and parts.netloc else None


@given(st.lists(st.sampled_from(BITS), min_size=1, max_size=7).map("".join), st.sampled_from(BASES))
def test_the_short_way_is_the_long_way(href: str, base: str) -> None:
    assert resolve(href, base) == slowly(href, base)


@pytest.mark.parametrize(
    ("href", "address"),
    [
        pytest.param("/c/d-e.html?f=g#h", "https://a.example/c/d-e.html?f=g#h", id="from the root"),
        pytest.param("/новости/1", "https://a.example/новости/1", id="not ASCII"),
        pytest.param("/c/../d", "https://a.example/d", id="with dots"),
        pytest.param("/c/.../d..", "https://a.example/c/.../d..", id="dots that lead nowhere"),
        pytest.param("/c/..", "https://a.example/", id="dots at the end"),
        pytest.param("/c?", "https://a.example/c", id="an empty query"),
        pytest.param("//b.example/c", "https://b.example/c", id="another host"),
        pytest.param("c", "https://a.example/b/c", id="beside"),
        pytest.param("HTTPS://b.example", "HTTPS://b.example", id="whole"),
        pytest.param("https://[b.example/", None, id="whole, and none"),
        pytest.param("https:///c", None, id="without a host"),
        pytest.param("mailto:a@b.example", None, id="a mailbox"),
    ],
)
def test_where_a_link_leads(href: str, address: str | None) -> None:
    assert resolve(href, "https://a.example/b/") == address


@pytest.mark.parametrize(
    ("url", "web"),
    [
        pytest.param("http://a.example", True, id="a host"),
        pytest.param("http://é.example/b", True, id="not ASCII"),
        pytest.param("http://a.example:80?b", True, id="a port and a query"),
        pytest.param("http://[::1]/", True, id="a number"),
        pytest.param("http://[::1/", False, id="half a number"),
        pytest.param("http://", False, id="no host"),
        pytest.param("httpx://a.example", False, id="another scheme"),
        pytest.param(None, False, id="none"),
    ],
)
def test_what_is_an_address_of_the_web(url: str | None, web: bool) -> None:
    assert is_web(url) is web
