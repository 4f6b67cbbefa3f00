"""`lifted`: words that were said to one outlet, and all that keeps the note from being said."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from corpus_checked import UNCITED, checked, said
from corpus_rows import WORDS, at, place

TOLD = {"cited_basis": "same-sentence", "relation": "told"}
POST = {"outlet_name": "Quay Post", "cited_name": "Quay Post"} | TOLD
EARLIER = place("1", "a.example", at(8), **POST)


@pytest.mark.parametrize(
    ("there", "whom"),
    [
        pytest.param(POST, "it", id="told it"),
        pytest.param(POST | {"relation": "interview"}, "it", id="in an interview"),
        pytest.param(
            {"cited_outlet": "bbc-com", "cited_name": "BBC", "outlet_name": "Quay Post"} | TOLD,
            "BBC",
            id="told another",
        ),
    ],
)
def test_what_is_said(tmp_path: Path, there: dict[str, Any], whom: str) -> None:
    assert said(checked(tmp_path / "c", UNCITED, place("1", "a.example", at(8), **there)), "lifted") == [
        "no outlet is named for it; before this article Quay Post, 2024-05-06 08:00 (1) had it, and says that it was said to "
        + whom
    ]


@pytest.mark.parametrize(
    "there",
    [
        pytest.param({}, id="it does not say to whom"),
        pytest.param(POST | {"relation": "reported"}, id="it only reports it"),
        pytest.param(POST | {"cited_basis": "carried-over"}, id="said to it in an earlier sentence"),
        pytest.param({"cited_outlet": "cnn-com", "cited_name": "CNN"} | TOLD, id="said to the outlet of the article"),
        pytest.param(POST | {"speaker": "Jon Berg"}, id="somebody else says it"),
        pytest.param(POST | {"published": None}, id="no date there"),
        pytest.param(POST | {"published": "2024-05-08"}, id="the same day"),
        pytest.param(POST | {"published": "2024-05-09"}, id="only later"),
        pytest.param(POST | {"outlet": None}, id="nobody knows whose it is"),
    ],
)
def test_what_stood_there_is_no_reason(tmp_path: Path, there: dict[str, Any]) -> None:
    stored = place("1", "a.example", at(8)) | there
    assert not said(checked(tmp_path / "c", UNCITED, stored), "lifted")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"“{WORDS},” Mara Lind told the BBC.", id="it names an outlet"),
        pytest.param(f"“{WORDS},” Mara Lind said on [Monday](https://www.bbc.com/news/1).", id="it links to one"),
        pytest.param(UNCITED + "\n\nThe Quay Post had found as much.", id="it names that outlet elsewhere"),
        pytest.param(f"“{WORDS},” Mara Lind said at a rally.", id="a rally"),
        pytest.param(f"“{WORDS},” Mara Lind tweeted.", id="a tweet"),
        pytest.param(f"“{WORDS},” Mara Lind said in a statement.", id="a statement"),
        pytest.param(f"“{WORDS},” Mara Lind told reporters.", id="told reporters"),
        pytest.param(f"“{WORDS},” she told Harvey.", id="told somebody by name"),
        pytest.param(f"“{WORDS},” Mara Lind said in an interview.", id="an interview of its own, perhaps"),
        pytest.param(
            f"Lind spoke at the town hall.\n\nIt rained.\n\nIt blew.\n\n{UNCITED}", id="three paragraphs before"
        ),
        pytest.param(f"{UNCITED}\n\nThe crowd cheered.", id="the paragraph after"),
    ],
)
def test_what_the_article_says_is_enough(tmp_path: Path, text: str) -> None:
    assert not said(checked(tmp_path / "c", text, EARLIER), "lifted")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"“{WORDS},” Mara Lind said last week.", id="when is not where"),
        pytest.param(f"“{WORDS}.”", id="nobody says it"),
        pytest.param(f"“{WORDS},” Mara Lind said.\n\n[More](https://b.example/more)", id="a link elsewhere"),
        pytest.param(f"“{WORDS},” Mara Lind added with a laugh.", id="how is not where"),
        pytest.param(f"The quay has debts and stages.\n\n{UNCITED}", id="words that only begin like an occasion"),
        pytest.param(
            f"The rally is off.\n\nIt rained.\n\nIt blew.\n\nIt snowed.\n\nIt froze.\n\n{UNCITED}", id="far before"
        ),
        pytest.param(f"“{WORDS} at the rally,” Mara Lind said.", id="in the words themselves"),
    ],
)
def test_what_says_nothing_of_where(tmp_path: Path, text: str) -> None:
    assert said(checked(tmp_path / "c", text, EARLIER), "lifted")


def test_an_outlet_that_is_not_known_may_be_that_one(tmp_path: Path) -> None:
    assert not said(checked(tmp_path / "c", UNCITED, EARLIER, publisher=""), "lifted")


@pytest.mark.parametrize(
    ("others", "hit"),
    [
        pytest.param([place("2", "b.example", at(9))], True, id="another one has it, too"),
        pytest.param([place("2", "cnn-com", at(7))], False, id="its own outlet had it"),
        pytest.param([place("2", "cnn-com", at(7, 9))], True, id="its own outlet has it later"),
        pytest.param([place("2", "b.example", at(7), speaker="Jon Berg")], False, id="of somebody else before"),
        pytest.param(
            [place("2", "b.example", at(7), cited_outlet="cnn-com", cited_name="CNN")],
            False,
            id="credited to its outlet",
        ),
    ],
)
def test_what_others_have(tmp_path: Path, others: list[dict[str, Any]], hit: bool) -> None:
    assert bool(said(checked(tmp_path / "c", UNCITED, EARLIER, *others), "lifted")) is hit
