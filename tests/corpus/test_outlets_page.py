"""The page of `corpus outlets`: complete in itself, nothing foreign is markup, and what the pictures show."""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from corpus_rows import WORDS, at, corpus_of, graph_of_corpus, place

from checker.corpus.html import outlets_page
from checker.corpus.html.graph_picture import HEIGHT, WIDTH, graph_picture

EVIL = "\"><script>alert(1)</script><img src=x onerror='alert(2)'>\x1b\u202e"


class Elements(HTMLParser):
    """Every element with its attributes, and the text outside the style."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data

    def count(self, tag: str, name: str) -> int:
        return sum(one == tag and name in (attributes.get("class") or "").split() for one, attributes in self.found)


def page_of(folder: Path, *places: dict[str, Any], utterance: str | None = None) -> Elements:
    return Elements(page_text(folder, *places, utterance=utterance))


def page_text(folder: Path, *places: dict[str, Any], utterance: str | None = None) -> str:
    corpus = corpus_of(folder, *places)
    return outlets_page(graph_of_corpus(corpus), corpus, utterance=utterance)


def test_nothing_is_loaded_and_no_script_runs(tmp_path: Path) -> None:
    text = page_text(tmp_path / "c", place("1", "a.example", at(8)), place("2", "b.example", at(9)))
    page = Elements(text)
    policy = next(a["content"] for tag, a in page.found if a.get("http-equiv") == "Content-Security-Policy")
    style = re.findall(r"<style>(.*?)</style>", text, re.DOTALL)
    assert len(style) == 1
    digest = base64.b64encode(hashlib.sha256(style[0].encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert not {"script", "link", "img", "iframe", "object", "form"} & {tag for tag, _ in page.found}
    assert not [
        name for _, attributes in page.found for name in attributes if name.startswith("on") or name in ("style", "src")
    ]
    assert "http" not in style[0]


def test_nothing_foreign_is_markup(tmp_path: Path) -> None:
    text = page_text(
        tmp_path / "c",
        place(EVIL, EVIL, at(8), WORDS + EVIL, title=EVIL, speaker=EVIL, outlet_name=EVIL, credit=EVIL),
        place("2", "b.example", at(9), WORDS.replace("close", EVIL), cited_name=EVIL, credit=EVIL),
    )
    page = Elements(text)
    assert not {"script", "img"} & {tag for tag, _ in page.found}
    assert "<script>alert(1)</script>" in page.text
    assert not {"\x1b", "\u202e"} & set(text)


def test_the_picture_of_the_graph(tmp_path: Path) -> None:
    page = page_of(
        tmp_path / "c",
        place("1", "a.example", at(8)),
        place("2", "b.example", at(9), cited_outlet="a.example"),
        place("3", "c.example", at(10)),
    )
    assert (page.count("circle", "dot"), page.count("path", "line"), page.count("path", "cites")) == (3, 3, 1)
    assert "b.example after a.example: 1 utterances" in page.text
    assert "First in this corpus: a.example, 6\xa0May\xa02024, 08:00\xa0UTC (1)." in page.text


def test_many_outlets_stay_inside_the_picture(tmp_path: Path) -> None:
    places = [
        place(f"{n}", f"outlet number {n} of a long name.example", at(n % 24, day=6 + n // 24)) for n in range(60)
    ]
    corpus = corpus_of(tmp_path / "c", *places)
    picture = graph_picture(graph_of_corpus(corpus))
    assert (len(picture.dots), picture.left_out) == (18, 42)
    assert all(0 < dot.x < WIDTH and 0 < dot.y < HEIGHT and len(dot.label) <= 26 for dot in picture.dots)
    assert len({(dot.x, dot.y) for dot in picture.dots}) == 18


@pytest.mark.parametrize(
    ("dates", "marks", "days", "firsts"),
    [
        pytest.param((at(8), at(9), at(8, day=9)), 3, 0, 1, id="times"),
        pytest.param(("2024-05-06", "2024-05-06", "2024-05-09"), 0, 3, 2, id="days: two may be the first"),
        pytest.param((at(8), None, at(9)), 2, 0, 1, id="one without a date"),
        pytest.param((at(8), at(8), at(8)), 3, 0, 3, id="one moment"),
    ],
)
def test_the_spread_over_time(
    tmp_path: Path, dates: tuple[str | None, ...], marks: int, days: int, firsts: int
) -> None:
    page = page_of(tmp_path / "c", *(place(str(n), f"{n}.example", date) for n, date in enumerate(dates)))
    assert (page.count("circle", "mark"), page.count("line", "day")) == (marks, days)
    assert page.count("circle", "first") + page.count("line", "first") == firsts


def test_which_utterance_is_drawn(tmp_path: Path) -> None:
    places = [place(f"a{n}", f"{n}.example", at(8 + n)) for n in range(3)]
    places += [place(f"b{n}", f"{n}.example", at(8 + n), "The ferry will go at nine", utterance="u2") for n in range(2)]
    assert WORDS in page_of(tmp_path / "c", *places).text
    assert "The ferry will go at nine" in page_of(tmp_path / "d", *places, utterance="u2").text


def test_an_empty_corpus_has_a_page(tmp_path: Path) -> None:
    assert "No outlet carries or cites another one here." in page_of(tmp_path / "c").text
