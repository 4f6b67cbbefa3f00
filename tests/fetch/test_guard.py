"""Which addresses are asked for, and in which spelling; the near miss beside the hit."""

from __future__ import annotations

from ipaddress import ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.fetch.guard import RefusedError, host_name, target_of
from checker.fetch.links import bare
from checker.fetch.ranges import is_public


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        pytest.param("https://paper.example/a", "https://paper.example/a", id="as it is"),
        pytest.param("HTTPS://Paper.Example", "https://paper.example/", id="capitals, no path"),
        pytest.param("https://paper.example.:443/a", "https://paper.example/a", id="final dot, usual port"),
        pytest.param("https://paper.example/a b?c=d e#f", "https://paper.example/a%20b?c=d%20e", id="spaces, fragment"),
        pytest.param("https://zeitung.example/Straße", "https://zeitung.example/Stra%C3%9Fe", id="letters in the path"),
        pytest.param("https://paper.example/a%20b%7E", "https://paper.example/a%20b%7E", id="percent signs stay"),
        pytest.param("https://Bücher.example/", "https://xn--bcher-kva.example/", id="an accent in the host"),
        pytest.param("https://خبر.example/", "https://xn--ngblk.example/", id="Arabic host"),
        pytest.param("https://новости.example/ж", "https://xn--b1amnebsh.example/%D0%B6", id="Cyrillic host"),
        pytest.param("http://93.184.215.14/", "http://93.184.215.14/", id="a public number"),
        pytest.param("http://[2606:2800:021F::1]/", "http://[2606:2800:21f::1]/", id="a public IPv6 number"),
        pytest.param("https://paper.example?a=1", "https://paper.example/?a=1", id="a query and no path"),
    ],
)
def test_an_address_that_is_asked_for(written: str, asked: str) -> None:
    assert target_of(written).url == asked
    assert target_of(asked).url == asked


@pytest.mark.parametrize(
    "written",
    [
        pytest.param("", id="nothing"),
        pytest.param("paper.example/a", id="no scheme"),
        pytest.param("mailto:desk@paper.example", id="mail"),
        pytest.param("http://user@paper.example/", id="a user name"),
        pytest.param("http://127.1/", id="a short number"),
        pytest.param("http://0x7f.1/", id="a hexadecimal number"),
        pytest.param("http://paper.0x7f/", id="a last label that some take for a number"),
        pytest.param("http://paper..example/", id="an empty label"),
        pytest.param("http://-paper.example/", id="a hyphen first"),
        pytest.param(f"http://{'a' * 64}.example/", id="a label too long"),
        pytest.param("http://pap\u00ader.example/", id="a soft hyphen in the host"),
        pytest.param("http://paper.example:8080/", id="another port"),
        pytest.param("http://archive/", id="one label"),
        pytest.param("http://archive.local/", id="a name of the house"),
        pytest.param("http://localhost/", id="this machine"),
        pytest.param("http://[::ffff:10.0.0.1]/", id="a private number in IPv6"),
        pytest.param("http://[1.2.3.4]/", id="IPv4 in brackets"),
        pytest.param("http://paper.example/\ud800", id="half a character"),
    ],
)
def test_an_address_that_is_refused(written: str) -> None:
    with pytest.raises(RefusedError):
        target_of(written)


@pytest.mark.parametrize(
    ("written", "named"),
    [
        pytest.param("http://archive:8080/a", "archive", id="one label and a port"),
        pytest.param("http://Archiv.Zeitung.local/", "archiv.zeitung.local", id="a name of the house"),
        pytest.param("https://bücher.internal/", "xn--bcher-kva.internal", id="named in ASCII, written with an accent"),
        pytest.param("http://10.1.2.3/", "10.1.2.3", id="one number"),
    ],
)
def test_a_host_that_was_named_may_be_inside(written: str, named: str) -> None:
    assert target_of(written, {named}).named
    with pytest.raises(RefusedError):
        target_of(written.replace("://", "://10." if named[0] == "1" else "://x."), {named})  # it alone was named


def test_naming_a_host_lets_no_password_and_no_scheme_through() -> None:
    for written in ("http://u:p@archive/", "ftp://archive/", "http://archive:0/"):
        with pytest.raises(RefusedError):
            target_of(written, {"archive"})


def test_the_message_keeps_the_secret() -> None:
    with pytest.raises(RefusedError) as refused:
        target_of("https://desk:hunter2@paper.example/")
    assert "hunter2" not in str(refused.value)
    assert "desk" not in str(refused.value)


@given(st.ip_addresses())
def test_what_is_private_in_the_tables_of_python_is_never_public_here(address: object) -> None:
    known = ip_address(str(address))
    assert not (is_public(known) and (known.is_private or known.is_loopback or known.is_link_local))


@given(st.ip_addresses(v=4))
def test_a_number_is_as_public_inside_ipv6_as_by_itself(address: object) -> None:
    assert is_public(ip_address(f"::ffff:{address}")) == is_public(ip_address(str(address)))


@given(st.text(max_size=60))
def test_no_text_breaks_the_guard(text: str) -> None:
    for url in (text, f"http://{text}", f"http://{text}.example/", f"https://paper.example/{text}"):
        try:
            target = target_of(url)
        except RefusedError:
            continue
        assert target_of(target.url) == target
        assert target.url.isascii()
        assert target.url.isprintable()
        assert bare(target.url)


@pytest.mark.parametrize("host", ["10.0.0.0/8", "*.local", "a b", ""])
def test_a_range_is_no_host(host: str) -> None:
    with pytest.raises(RefusedError):
        host_name(host)


@pytest.mark.parametrize(
    ("link", "meant"),
    [
        pytest.param("https://a.example/b?id=7", "https://a.example/b?id=7", id="a plain link"),
        pytest.param("https://a.example/b?utm_source=x&id=7&fbclid=y", "https://a.example/b?id=7", id="trackers"),
        pytest.param("https://a.example/b?q=caf%C3%A9", "https://a.example/b?q=caf%C3%A9", id="left as it is"),
        pytest.param(
            "https://l.facebook.com/l.php?u=https%3A%2F%2Fa.example%2Fb", "https://a.example/b", id="a counter"
        ),
        pytest.param("https://www.google.com/amp/s/a.example/b", "https://a.example/b", id="an AMP viewer"),
        pytest.param("https://www.google.com/search?q=a", "https://www.google.com/search?q=a", id="a search is a page"),
        pytest.param(
            "https://www.google.com/url?q=file:///etc/passwd",
            "https://www.google.com/url?q=file:///etc/passwd",
            id="no",
        ),
    ],
)
def test_the_address_behind_a_link(link: str, meant: str) -> None:
    assert bare(link) == meant
