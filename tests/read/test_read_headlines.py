"""The headline in a title, the names in a byline, the day in an address: what pages put together is taken apart."""

from __future__ import annotations

import pytest

from checker.model import Metadata
from checker.read import read

PROSE = (
    "<p>The council of the town met on Monday evening and decided that the ferry would be kept for another year.</p>"
    * 2
)


def metadata(head: str, body: str = "", url: str | None = None) -> Metadata:
    return read(
        f"<html><head>{head}</head><body><article>{body}{PROSE}</article></body></html>".encode(), url=url
    ).metadata


@pytest.mark.parametrize(
    ("title", "h1", "found"),
    [
        pytest.param("Courier | The ferry stays for a year", "The ferry stays for a year", None, id="the site before"),
        pytest.param("The ferry stays - Jane Doe: courier", "The ferry stays", None, id="author and site behind"),
        pytest.param("药品保供稳价全力保障-新华网", "药品保供稳价全力保障", None, id="without blanks"),
        pytest.param("Паром остаётся · Курьер", "Паром остаётся", None, id="Russian"),
        pytest.param(
            "Live: the ferry stays", "the ferry stays", "Live: the ferry stays", id="a word of its own before"
        ),
        pytest.param("Ferry - the long story of a boat", "Ferry", "Ferry - the long story of a boat", id="a short h1"),
        pytest.param("The ferry stays", "Another headline", "The ferry stays", id="an h1 of something else"),
    ],
)
def test_the_headline_is_what_title_and_h1_share(title: str, h1: str, found: str | None) -> None:
    for head in (f"<title>{title}</title>", f'<meta property="og:title" content="{title}">'):
        two = f"<h1>{h1}</h1><h1>Contact us</h1>"  # with one h1 alone it would be taken before the title
        assert metadata(head, two).title == (found or h1)


@pytest.mark.parametrize(
    ("byline", "author"),
    [
        pytest.param("By Alexa Ray Corriea on Jul 04, 2014 at 5:30p", "Alexa Ray Corriea", id="a day"),
        pytest.param("Inés Brandt | 4 March 2026", "Inés Brandt", id="a bar and a day"),
        pytest.param("Олег Ткач, 12:30", "Олег Ткач", id="a time"),
        pytest.param("Jane Doe", "Jane Doe", id="nothing but the name"),
    ],
)
def test_a_byline_is_the_name_alone(byline: str, author: str) -> None:
    assert metadata("", f'<p><span itemprop="author">{byline}</span></p>').author == author


@pytest.mark.parametrize(
    ("head", "body", "url", "published", "where"),
    [
        pytest.param("", "", "https://n.example/2026/03/04/ferry", "2026-03-04", "address", id="a path"),
        pytest.param("", "", "https://n.example/a/2026-03-04/ferry", "2026-03-04", "address", id="with hyphens"),
        pytest.param("", "", "https://n.example/world/20260304/x", "2026-03-04", "address", id="without anything"),
        pytest.param("", "", "https://n.example/2026/13/04/ferry", None, None, id="no month"),
        pytest.param("", "", "https://n.example/a/202603047/ferry", None, None, id="a number"),
        pytest.param("", "", "https://n.example/2026/03/ferry", None, None, id="a month alone"),
        pytest.param('<meta name="date" content="2026-03-05">', "", "https://n.example/2026/03/04/ferry", "2026-03-05",
                     "date", id="what the page says wins"),
        pytest.param("", "<p>By Jane Doe on March 4, 2026 at 12:06 PM</p>", None, "2026-03-04", "byline", id="a byline"),
    ],
)  # fmt: skip
def test_the_day(head: str, body: str, url: str | None, published: str | None, where: str | None) -> None:
    found = metadata(head, body, url)
    assert (found.published, dict(found.where).get("published")) == (published, where)
