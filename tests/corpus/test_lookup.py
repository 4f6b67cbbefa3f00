"""`checker check --corpus`: what is found elsewhere, what was lifted, what rests on one source; and when nothing is said."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from corpus_rows import WORDS, at, corpus_of, place

from checker.corpus.lookup import Lookup
from checker.corpus.search import least_information, search
from checker.corpus.signature import signature_of
from checker.model import Level, Report
from checker.outlets import Outlets
from checker.pipeline import check
from checker.read import read

OUTLETS = Outlets.shipped()
HEAD = "---\ntitle: The quay\ndate: {date}\npublisher: {publisher}\n---\n\nThe quay in the town will be closed soon. "
UNCITED = f"“{WORDS},” Mara Lind said."


def checked(
    folder: Path, text: str, *places: dict[str, Any], date: str = "2024-05-08", publisher: str = "CNN"
) -> Report:
    article = read((HEAD.format(date=date, publisher=publisher) + text).encode(), path="a.md")
    return check(article, corpus=Lookup(corpus_of(folder, *places), OUTLETS))


def said(report: Report, rule: str) -> list[str]:
    return [finding.message for finding in report.all_findings() if finding.rule == rule]


def test_the_earliest_carrier_is_named_with_its_date_and_article(tmp_path: Path) -> None:
    report = checked(
        tmp_path / "c",
        UNCITED,
        place("posts/1", "a.example", at(8), outlet_name="Quay Post"),
        place("2", "b.example", at(9)),
    )
    assert said(report, "found-elsewhere") == [
        "the words stand in 2 other articles of the corpus, of 2 outlets; first in this corpus at Quay Post, "
        "2024-05-06 08:00 (posts/1)"
    ]
    (finding,) = (one for one in report.all_findings() if one.rule == "found-elsewhere")
    assert finding.level is Level.NOTE
    assert [(one.where, one.text) for one in finding.evidence][1:] == [("corpus:posts/1", WORDS)]
    assert all(evidence.text for evidence in finding.evidence)


@pytest.mark.parametrize(
    ("places", "part"),
    [
        pytest.param(
            [("1", "a.example", "2024-05-06"), ("2", "b.example", "2024-05-06")],
            "which is the first in this corpus is unknown: a.example, 2024-05-06 (1) or b.example, 2024-05-06 (2)",
            id="the same day",
        ),
        pytest.param([("1", "a.example", None)], "none of them has a date: a.example (1)", id="no date"),
        pytest.param([("1", None, at(8))], "first in this corpus at 1, 2024-05-06 08:00 (1)", id="no outlet"),
    ],
)
def test_what_is_not_certain_is_said(
    tmp_path: Path, places: list[tuple[str, str | None, str | None]], part: str
) -> None:
    (message,) = said(checked(tmp_path / "c", UNCITED, *(place(*one) for one in places)), "found-elsewhere")
    assert message.endswith(part)
    assert "origin" not in message


@pytest.mark.parametrize(
    ("text", "date", "places", "hit"),
    [
        pytest.param(UNCITED, "2024-05-08", [("1", "a.example", at(8))], True, id="it stood elsewhere before"),
        pytest.param(UNCITED, "2024-05-06", [("1", "a.example", at(8))], False, id="the same day"),
        pytest.param(UNCITED, "2024-05-05", [("1", "a.example", at(8))], False, id="only later"),
        pytest.param(UNCITED, "2024-05-08", [("1", "a.example", None)], False, id="no date there"),
        pytest.param(UNCITED, "", [("1", "a.example", at(8))], False, id="no date here"),
        pytest.param(
            f"“{WORDS},” Mara Lind told the BBC.", "2024-05-08", [("1", "a.example", at(8))], False, id="it is cited"
        ),
        pytest.param(
            UNCITED,
            "2024-05-08",
            [("1", "cnn-com", at(7)), ("2", "a.example", at(8))],
            False,
            id="its own outlet had it",
        ),
    ],
)
def test_lifted(
    tmp_path: Path, text: str, date: str, places: list[tuple[str, str | None, str | None]], hit: bool
) -> None:
    report = checked(tmp_path / "c", text, *(place(*one) for one in places), date=date)
    messages = said(report, "lifted")
    assert bool(messages) is hit
    assert all("both may have heard it" in message for message in messages)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        pytest.param("at the end of the day", "utterance", id="everybody's words"),
        pytest.param("auf der anderen Seite der Medaille", "utterance", id="everybody's words in German"),
        pytest.param("We will close", "utterance", id="three words"),
        pytest.param(WORDS, "stock", id="a stock phrase by the corpus"),
        pytest.param("the town council met again on the long quay road", "utterance", id="only some words in common"),
    ],
)
def test_thin_evidence_is_silent(tmp_path: Path, words: str, kind: str) -> None:
    there = place("1", "a.example", at(8), WORDS if words.startswith("the town") else words, kind=kind)
    report = checked(tmp_path / "c", f"“{words},” Mara Lind said.", there)
    assert not said(report, "found-elsewhere") + said(report, "lifted")


def test_words_of_another_language_are_found_where_they_are_many(tmp_path: Path) -> None:
    words = "Wir werden den Kai im Norden am Montag schließen und niemandem vorher etwas davon sagen"
    report = checked(tmp_path / "c", f"„{words}“, sagte Mara Lind.", place("1", "a.example", at(8), words))
    assert said(report, "found-elsewhere")


def test_the_article_itself_is_nowhere_else(tmp_path: Path) -> None:
    text = UNCITED + " The council will meet in the town hall." * 12
    article = read((HEAD.format(date="2024-05-08", publisher="CNN") + text).encode(), path="a.md")
    from checker.corpus.rows import prose

    mine = place("1", "cnn-com", at(8), text_signature=signature_of(prose(article)))
    assert not said(checked(tmp_path / "c", text, mine), "found-elsewhere")
    copy = place("1", "other.example", at(8), text_signature=signature_of(prose(article)))
    assert said(checked(tmp_path / "d", text, copy), "found-elsewhere")


ONE = "We will close the north quay on Monday and nobody will be told before the council"
TWO = "The ferries to the island will go from the old harbour until the winter is over"
CITING = f"Mara Lind told the BBC: “{ONE}.”\n\nLind told The Guardian that “{TWO}”."


@pytest.mark.parametrize(
    ("first", "second", "hit"),
    [
        pytest.param(
            {"credit": "Reuters"}, {"cited_outlet": "reuters-com", "cited_name": "Reuters"}, True, id="one agency"
        ),
        pytest.param({"credit": "Reuters"}, {"credit": "AFP"}, False, id="two agencies"),
        pytest.param({"credit": "Reuters"}, {}, False, id="one of them has it itself"),
        pytest.param({}, {}, False, id="both have it themselves"),
    ],
)
def test_single_source(tmp_path: Path, first: dict[str, str], second: dict[str, str], hit: bool) -> None:
    report = checked(
        tmp_path / "c",
        CITING,
        place("1", "bbc-com", at(8), ONE, **first),
        place("2", "theguardian-com", at(9), TWO, utterance="u2", **second),
    )
    messages = said(report, "single-source")
    assert bool(messages) is hit
    assert all("Reuters" in message for message in messages)


def test_single_source_is_silent_where_one_of_the_cited_is_not_in_the_corpus(tmp_path: Path) -> None:
    report = checked(tmp_path / "c", CITING, place("1", "bbc-com", at(8), ONE, credit="Reuters"))
    assert not said(report, "single-source")


def test_a_corpus_changes_no_verdict(tmp_path: Path) -> None:
    article = read((HEAD.format(date="2024-05-08", publisher="CNN") + UNCITED).encode(), path="a.md")
    with_corpus = checked(tmp_path / "c", UNCITED, place("1", "a.example", at(8)))
    assert [one.verdict for one in check(article).judgements] == [one.verdict for one in with_corpus.judgements]


@pytest.mark.parametrize(
    ("wanted", "there", "hit"),
    [
        pytest.param(WORDS, WORDS.upper(), True, id="capitals"),
        pytest.param(WORDS, WORDS.replace("nobody", "no one"), True, id="a word changed"),
        pytest.param(WORDS, WORDS[:48], True, id="the stored one is a part"),
        pytest.param(WORDS[:48], WORDS, True, id="the stored one is the whole"),
        pytest.param(
            "Die Kaimauer im Norden schließen wir am Montag", "die Kaimauer im Norden schließen wir", True, id="ß"
        ),
        pytest.param(
            "Мы закроем северный причал в понедельник", "мы закроем северный причал в понедельник", True, id="й"
        ),
        pytest.param(
            WORDS, "We will close the south gate on Sunday and everybody will be told by the mayor", False, id="not"
        ),
    ],
)
def test_search_finds_the_same_words(tmp_path: Path, wanted: str, there: str, hit: bool) -> None:
    corpus = corpus_of(
        tmp_path / "c", place("1", "a.example", at(8), there), place("2", "a.example", at(8), "x" * 5000)
    )
    assert [one.id for one in search(corpus, [wanted, ""])[0]] == (["1#q1"] if hit else [])


def test_more_quotations_need_more_evidence() -> None:
    assert least_information(1) == 12
    assert least_information(1_000_000) > 31
