"""The article that is checked is no other one, however little it says of itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from corpus_checked import OUTLETS, said
from corpus_rows import WORDS, at, corpus_of, place

from checker.corpus.itself import Itself
from checker.corpus.lookup import Lookup
from checker.corpus.rows import prose
from checker.corpus.signature import signature_of
from checker.model import Article
from checker.pipeline import check
from checker.read import read

TITLE = "The quay closes before the herring season"
FIRST = [
    f"Paragraph {one} tells of the {one} boats that lay at pier {one} of the old harbour on Monday."
    for one in range(20)
]
QUOTED = f"“{WORDS},” Mara Lind said."


def page(paragraphs: list[str], *, title: str = TITLE, site: str = "", date: str = "") -> Article:
    head = f"<title>{title}</title>"
    head += f"<meta property='og:site_name' content='{site}'>" if site else ""
    head += f"<meta property='article:published_time' content='{date}'>" if date else ""
    body = "".join(f"<p>{one}</p>" for one in paragraphs)
    return read(f"<html><head>{head}</head><body><article><h1>{title}</h1>{body}</article></body></html>".encode())


STORED = page([*FIRST, QUOTED])
SIGNATURE = signature_of(prose(STORED))
CUT = [one for number, one in enumerate(FIRST) if number % 5]
OTHER = [f"Nobody in town {one} wanted the {one} new ferries that the council of {one} bought." for one in range(20)]


@pytest.mark.parametrize(
    ("article", "outlet", "itself"),
    [
        pytest.param(STORED, "cnn-com", True, id="it does not say whose it is"),
        pytest.param(page([*CUT, QUOTED], title="Update"), "cnn-com", True, id="another edition"),
        pytest.param(page([*OTHER, QUOTED]), "cnn-com", True, id="its title"),
        pytest.param(page([*OTHER, QUOTED], title="Ferries"), "cnn-com", False, id="another text and title"),
        pytest.param(page([*FIRST, QUOTED], site="CNN"), "cnn-com", True, id="its outlet and its text"),
        pytest.param(page([*CUT, QUOTED], site="CNN", title="Update"), "cnn-com", True, id="an edition of its outlet"),
        pytest.param(
            page([*OTHER, QUOTED], site="CNN", date="2024-05-07"), "cnn-com", True, id="rewritten on the next day"
        ),
        pytest.param(
            page([*OTHER, QUOTED], site="CNN", date="2024-05-13"), "cnn-com", False, id="a column of a week later"
        ),
        pytest.param(page([*FIRST, QUOTED], site="CNN"), "other.example", False, id="a copy at another outlet"),
        pytest.param(page([*OTHER, QUOTED], site="CNN"), "other.example", False, id="the same title at another outlet"),
        pytest.param(page([*FIRST, QUOTED], site="CNN"), None, True, id="the corpus does not know whose it is"),
    ],
)
def test_what_is_the_article_itself(article: Article, outlet: str | None, itself: bool) -> None:
    stored = {"url": None, "outlet": outlet, "text_signature": SIGNATURE, "title": TITLE} | _when("2024-05-06")
    assert Itself.of(article, OUTLETS).holds(stored) is itself


def _when(date: str) -> dict[str, object]:
    from checker.corpus.moments import moment_of

    moment = moment_of(date)
    assert moment
    return {"published_at": moment.at, "precision": moment.precision}


def test_short_texts_are_told_by_their_titles() -> None:
    short = page([QUOTED])
    stored = {"url": None, "outlet": "cnn-com", "text_signature": None, "title": TITLE} | _when("2024-05-06")
    assert Itself.of(short, OUTLETS).holds(stored)
    assert not Itself.of(page([QUOTED], title="Ferries"), OUTLETS).holds(stored)


def test_what_the_article_does_not_say_is_taken_from_the_corpus(tmp_path: Path) -> None:
    corpus = corpus_of(
        tmp_path / "c",
        place("me", "cnn-com", at(8), text_signature=SIGNATURE, title=TITLE),
        place("again", "cnn-com", at(9, 9)),
        place("later", "b.example", at(8, 7)),
    )
    assert said(check(STORED, corpus=Lookup(corpus, OUTLETS)), "found-elsewhere") == [
        "the words stand in 1 other article of the corpus, of 1 outlet, and in 1 of this outlet; first in this corpus is this "
        "article; after it b.example, 2024-05-07 08:00 (later)"
    ]


def test_a_text_without_outlet_is_found_nowhere_where_it_stands_alone(tmp_path: Path) -> None:
    plain = read(f"{TITLE}\n\n{chr(10).join(f'{one}{chr(10)}' for one in FIRST)}\n{QUOTED}\n".encode(), path="a.txt")
    corpus = corpus_of(tmp_path / "c", place("me", "cnn-com", at(8), text_signature=SIGNATURE, title=TITLE))
    report = check(plain, corpus=Lookup(corpus, OUTLETS))
    assert plain.metadata.publisher is None
    assert not said(report, "found-elsewhere") + said(report, "lifted")
