"""Names of outlets in running text: the hit, and beside it what only looks like one."""

from __future__ import annotations

import csv
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.model import Span
from checker.outlets import Outlets

OUTLETS = Outlets.shipped()
ALIAS_TESTS = Path(__file__).parents[2] / ".." / "shared" / "data" / "outlets" / "alias_tests.csv"


def names(text: str) -> list[tuple[str, str | None]]:
    return [(mention.span.of(text), mention.outlet_id) for mention in OUTLETS.find_names(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Iran's Mehr News Agency said", [("Mehr News Agency", "mehrnews-com")], id="possessive stays outside"
        ),
        pytest.param("the Mehr news agency said", [("Mehr news agency", "mehrnews-com")], id="small description"),
        pytest.param("in the month of Mehr 1399", [("Mehr", "mehrnews-com")], id="a bare word stays doubtful"),
        pytest.param("The Jerusalem Post said", [("The Jerusalem Post", "jpost-com")], id="capital The of the name"),
        pytest.param("the Jerusalem Post said", [("Jerusalem Post", "jpost-com")], id="small the"),
        pytest.param("The BBC said", [("BBC", "bbc-com")], id="The that is no part of the name"),
        pytest.param("Time magazine chose", [("Time", "time-com")], id="a description decides"),
        pytest.param("Time flies", [("Time", None)], id="the common noun is undecided"),
        pytest.param("Fars province", [], id="a province"),
        pytest.param("Fars reported", [("Fars", "farsnews-ir")], id="the agency"),
        pytest.param("Michael Bloomberg said", [], id="a person"),
        pytest.param("on Capitol Hill", [], id="the Congress"),
        pytest.param("The Hill reported", [("The Hill", None)], id="the paper, undecided without a cue"),
        pytest.param("the mid-Atlantic states", [], id="an ocean"),
        pytest.param("the Democratic National Committee", [], id="a committee"),
        pytest.param("RT @someone wrote", [], id="a retweet"),
        pytest.param("told @CNN and #BBC", [], id="handles and hashtags"),
        pytest.param("https://edition.cnn.com/CNN/x", [], id="inside an address"),
        pytest.param("told Fox News 6 in Milwaukee", [("Fox News 6", None)], id="a local station"),
        pytest.param("told Fox News 6 million times", [("Fox News", "foxnews-com")], id="a number"),
        pytest.param("the state news agency SANA", [("SANA", "sana-sy")], id="acronym"),
        pytest.param("the city of Sanaa", [], id="a city"),
        pytest.param("in Sana he", [], id="an acronym must be written as one"),
        pytest.param("خبرگزاری مهر گزارش داد", [("خبرگزاری مهر", "mehrnews-com")], id="Persian"),
        pytest.param("Hürriyet newspaper", [("Hürriyet", "hurriyet-com-tr")], id="with an accent"),
        pytest.param(
            "Al\u00a0Jazeera and al-Mayadeen",
            [("Al\u00a0Jazeera", "aljazeera-com"), ("al-Mayadeen", "almayadeen-net")],
            id="no-break space",
        ),
        pytest.param("Ha’aretz wrote", [("Ha’aretz", "haaretz-com")], id="curly apostrophe"),
        pytest.param("Al\n\nJazeera", [], id="not across paragraphs"),
        pytest.param("the Palo Alto Weekly said", [("Palo Alto Weekly", "paloaltoonline-com")], id="a local paper"),
        pytest.param("the Cincinnati Enquirer said", [("Cincinnati Enquirer", None)], id="two rows have this name"),
        pytest.param("selon Le Courrier Picard", [("Le Courrier Picard", "courrier-picard-fr")], id="a French one"),
        pytest.param("the Environmental Protection Agency said", [], id="a public body that somebody rated"),
        pytest.param("voters in New Hampshire and America", [], id="places that papers are named after"),
        pytest.param("African-American voters in the USA", [], id="peoples and countries"),
        pytest.param("the Gazette said", [], id="a kind of paper alone"),
        pytest.param("state news of the day", [], id="small letters"),
        pytest.param("the New York office", [], id="the head of a longer name"),
        pytest.param(
            "New York Times and The New York Times",
            [("New York Times", "nytimes-com"), ("The New York Times", "nytimes-com")],
            id="twice",
        ),
    ],
)
def test_names_in_text(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert names(text) == expected


def test_a_parent_is_part_of_its_services_mention() -> None:
    text = "a report by Radio Free Europe’s Radio Farda service"
    (mention,) = OUTLETS.find_names(text)
    assert (mention.span.of(text), mention.outlet_id) == ("Radio Farda", "radiofarda-com")
    assert mention.parent is not None and mention.parent.of(text) == "Radio Free Europe"


def test_only_the_given_stretch_is_searched() -> None:
    text = "CNN said. Reuters said. AFP said."
    assert [mention.outlet_id for mention in OUTLETS.find_names(text, Span(9, 24))] == ["reuters-com"]


def test_every_alias_test() -> None:
    if not ALIAS_TESTS.exists():
        pytest.skip("the tables of outlets are not beside the project")
    wrong = []
    for row in csv.DictReader(ALIAS_TESTS.open(encoding="utf-8", newline="")):
        mentions = OUTLETS.find_names(row["text"])
        found = {mention.outlet_id for mention in mentions if mention.outlet_id}
        expected = row["expected_id"]
        open_ones = bool(mentions) and not found and all(mention.candidates for mention in mentions)
        right = {"NONE": not mentions, "AMBIGUOUS": open_ones}.get(expected, found == {expected})
        if not right:
            wrong.append((row["text"], expected, sorted(found)))
    assert wrong == []


@given(
    st.lists(
        st.sampled_from(
            [*"CNN BBC the Post The Times Radio Farda 's ’ - / . \n é Sky News ( ) @ \u200c \x00".split(" "), " "]
        )
    )
)
def test_mentions_name_their_text_and_never_overlap(pieces: list[str]) -> None:
    text = " ".join(pieces)
    mentions = OUTLETS.find_names(text)
    for mention in mentions:
        assert mention.reach.covers(mention.span) and mention.span.of(text).strip() == mention.span.of(text) != ""
    for before, after in pairwise(mentions):
        assert before.reach.end <= after.reach.start
