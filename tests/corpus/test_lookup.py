"""`checker check --corpus`: what is found elsewhere, who had it first, what rests on one source; and when nothing is said."""

from __future__ import annotations

from pathlib import Path

import pytest
from corpus_checked import HEAD, UNCITED, checked, said
from corpus_rows import WORDS, at, place

from checker.model import Level
from checker.pipeline import check
from checker.read import read


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
        pytest.param([("1", "a.example", "last Tuesday")], "none of them has a date: a.example (1)", id="no real date"),
        pytest.param([("1", None, at(8))], "first in this corpus at 1, 2024-05-06 08:00 (1)", id="no outlet"),
        pytest.param(
            [("1", "a.example", at(8)), ("2", "b.example", None)],
            "first in this corpus at a.example, 2024-05-06 08:00 (1); 1 without a date may be earlier",
            id="one has no date",
        ),
    ],
)
def test_what_is_not_certain_is_said(
    tmp_path: Path, places: list[tuple[str, str | None, str | None]], part: str
) -> None:
    (message,) = said(checked(tmp_path / "c", UNCITED, *(place(*one) for one in places)), "found-elsewhere")
    assert message.endswith(part)
    assert "origin" not in message


DAY_BEFORE, SAME, AFTER = (
    ("1", "a.example", "2024-05-07"),
    ("2", "b.example", "2024-05-08"),
    ("3", "c.example", at(8, 9)),
)
OWN = ("4", "cnn-com", "2024-05-06")


@pytest.mark.parametrize(
    ("date", "places", "counted", "which"),
    [
        pytest.param(
            "2024-05-08", [AFTER], "1 other article of the corpus, of 1 outlet",
            "first in this corpus is this article; after it c.example, 2024-05-09 08:00 (3)", id="the article is the first",
        ),
        pytest.param(
            "2024-05-08", [AFTER, ("5", "e.example", at(8, 10))], "2 other articles of the corpus, of 2 outlets",
            "first in this corpus is this article; after it c.example, 2024-05-09 08:00 (3) and e.example, "
            "2024-05-10 08:00 (5)", id="two come after it",
        ),
        pytest.param(
            "2024-05-08", [SAME, AFTER], "2 other articles of the corpus, of 2 outlets",
            "which is the first in this corpus is unknown: this article or b.example, 2024-05-08 (2)", id="of its day",
        ),
        pytest.param(
            "2024-05-08T09:00:00Z", [("2", "b.example", at(8, 8))], "1 other article of the corpus, of 1 outlet",
            "first in this corpus at b.example, 2024-05-08 08:00 (2)", id="of its day, an hour before",
        ),
        pytest.param(
            "2024-05-08", [DAY_BEFORE, SAME], "2 other articles of the corpus, of 2 outlets",
            "first in this corpus at a.example, 2024-05-07 (1)", id="one is before it",
        ),
        pytest.param(
            "2024-05-08", [AFTER, ("5", "e.example", None)], "2 other articles of the corpus, of 2 outlets",
            "first in this corpus is this article; after it c.example, 2024-05-09 08:00 (3); 1 without a date may be "
            "earlier", id="the article, but for one without a date",
        ),
        pytest.param(
            "", [DAY_BEFORE, SAME], "2 other articles of the corpus, of 2 outlets",
            "this article has no date; of the others the first in this corpus is a.example, 2024-05-07 (1)", id="no date here",
        ),
        pytest.param(
            "", [SAME, ("5", "e.example", "2024-05-08")], "2 other articles of the corpus, of 2 outlets",
            "this article has no date; of the others the first in this corpus may be b.example, 2024-05-08 (2) or "
            "e.example, 2024-05-08 (5)", id="no date here, and a tie",
        ),
        pytest.param(
            "2024-05-08", [OWN, SAME], "1 other article of the corpus, of 1 outlet, and in 1 of this outlet",
            "first in this corpus at cnn-com, 2024-05-06 (4, of this outlet too)", id="its own outlet had it first",
        ),
        pytest.param(
            "2024-05-05", [("4", "cnn-com", "2024-05-07"), AFTER],
            "1 other article of the corpus, of 1 outlet, and in 1 of this outlet",
            "first in this corpus is this article; after it c.example, 2024-05-09 08:00 (3)", id="its own outlet has it again",
        ),
    ],
)  # fmt: skip
def test_the_article_is_one_of_those_that_may_be_first(
    tmp_path: Path, date: str, places: list[tuple[str, str | None, str | None]], counted: str, which: str
) -> None:
    messages = said(checked(tmp_path / "c", UNCITED, *(place(*one) for one in places), date=date), "found-elsewhere")
    assert messages == [f"the words stand in {counted}; {which}"]


def test_its_own_outlet_alone_is_nowhere_else(tmp_path: Path) -> None:
    assert not said(checked(tmp_path / "c", UNCITED, place(*OWN)), "found-elsewhere")


LINE = "This could be the great Trojan horse of all time"


@pytest.mark.parametrize(
    ("words", "date", "speaker", "message"),
    [
        pytest.param(LINE, "2024-05-06", "Mara Lind", "the words stand in", id="a line, two days apart"),
        pytest.param(LINE, "2024-05-05", "Mara Lind", "the words stand in", id="three"),
        pytest.param(LINE, "2024-05-04", "Mara Lind", None, id="four: it is said again"),
        pytest.param(LINE, "2024-05-12", "Mara Lind", None, id="four after it"),
        pytest.param(LINE, None, "Mara Lind", None, id="nobody knows when"),
        pytest.param(WORDS, "2024-01-04", "Mara Lind", "the words stand in", id="a long one, months apart"),
        pytest.param(LINE, "2024-05-07", "Mara Lind", "the words stand in", id="a slogan in one mouth"),
        pytest.param(LINE, "2024-05-07", "Lind", "the words stand in", id="by the surname alone"),
        pytest.param(LINE, "2024-05-07", "Jon Lind", "the words stand in", id="one surname"),
        pytest.param(LINE, "2024-05-07", None, "the words stand in", id="nobody is named there"),
        pytest.param(LINE, "2024-05-07", "Jon Berg", None, id="in two mouths"),
        pytest.param(WORDS, "2024-05-07", "Jon Berg", ", there read as said by Jon Berg;", id="long, and in two mouths"),
        pytest.param(
            "Wir werden den Kai im Norden am Montag schließen", "2024-05-07", "Mara Lind", "the words stand in",
            id="nine words of German",
        ),
        pytest.param(
            "Wir werden den Kai im Norden am Montag schließen", "2024-05-02", "Mara Lind", None,
            id="nine words of German, six days apart",
        ),
    ],
)  # fmt: skip
def test_a_line_that_is_said_again_is_another_utterance(
    tmp_path: Path, words: str, date: str | None, speaker: str | None, message: str | None
) -> None:
    report = checked(
        tmp_path / "c", f"“{words},” Mara Lind said.", place("1", "a.example", date, words, speaker=speaker)
    )
    messages = said(report, "found-elsewhere")
    assert len(messages) == (message is not None)
    assert all(message in one for one in messages if message)


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
