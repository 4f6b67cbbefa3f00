"""Which outlet an address belongs to."""

from __future__ import annotations

import pytest

from checker.outlets import Outlets

OUTLETS = Outlets.shipped()


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        pytest.param("https://www.reuters.com/article/x", "reuters-com", id="www"),
        pytest.param("reuters.com", "reuters-com", id="a bare host"),
        pytest.param("https://en.mehrnews.com/news/1?a=b#c", "mehrnews-com", id="language sub-domain"),
        pytest.param("https://m.jpost.com/x", "jpost-com", id="for telephones"),
        pytest.param("https://bbc.com/persian/iran-1", "bbcpersian-com", id="the longest path wins"),
        pytest.param("https://www.bbc.com/persians", "bbc-com", id="a path ends at a slash"),
        pytest.param("https://www.bbc.com/news", "bbc-com", id="without that path"),
        pytest.param("https://shop.reuters.com/x", None, id="another sub-domain is another outlet"),
        pytest.param("https://notreuters.com/", None, id="the end of another host"),
        pytest.param("https://reuters.com.evil.example/", None, id="the head of another host"),
        pytest.param("https://user:pass@WWW.Reuters.COM:443/x", "reuters-com", id="user, port, capitals"),
        pytest.param("//edition.cnn.com/x", "cnn-com", id="no scheme"),
        pytest.param(
            "https://web.archive.org/web/20200708/https://www.jpost.com/a", "jpost-com", id="in a web archive"
        ),
        pytest.param("https://вечерний-екатеринбург.рф/a", "wikidata-q4110183", id="not ASCII"),
        pytest.param("http://xn----8sbbf0abmegcgfcjdfsd6h2e.xn--p1ai/", None, id="another host in ASCII form"),
        pytest.param("https://xn--c1acbl2abdlkab1og.xn--p1ai/", "org-rossiya-segodnya", id="in ASCII form"),
        pytest.param("http://xn--.рф/", None, id="a broken ASCII form"),
        pytest.param("mailto:a@b.c", None, id="mail"),
        pytest.param("", None, id="empty"),
        pytest.param("http://[::1]/", None, id="an address in numbers"),
    ],
)
def test_the_outlet_of_an_address(url: str, expected: str | None) -> None:
    outlet = OUTLETS.by_url(url)
    assert (outlet.id if outlet else None) == expected


def test_an_outlet_has_its_facts() -> None:
    outlet = OUTLETS.by_id("radiofarda-com")
    assert outlet is not None
    assert (outlet.name, outlet.country, outlet.parent_id) == ("Radio Farda", "US", "rferl-org")
    assert "hand" in outlet.provenance and "radiofarda.com" in outlet.domains
    assert OUTLETS.by_id("nobody") is None
