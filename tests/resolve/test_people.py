"""Who speaks, by name: each row gives the fullest name of each quotation's speaker in order. `|` parts paragraphs."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.find import find_citations, find_quotations
from checker.model import Article, Block, Reading, Span
from checker.outlets import Outlets
from checker.resolve import resolve

OUTLETS = Outlets.shipped()


def article(text: str) -> Article:
    paragraphs = text.split(" | ")
    blocks, at = [], 0
    for paragraph in paragraphs:
        blocks.append(Block(Span(at, at + len(paragraph))))
        at += len(paragraph) + 2
    return Article("\n\n".join(paragraphs), tuple(blocks))


def reading(page: Article) -> Reading:
    quotations = find_quotations(page)
    return resolve(page, quotations, find_citations(page, quotations, OUTLETS), OUTLETS)


def speakers(text: str) -> list[str | None]:
    return [one.speaker and one.speaker.name for one in reading(article(text)).attributions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("John Smith left. “We go home now,” Smith said.", ["John Smith"], id="surname"),
        pytest.param("“We go home now,” Smith said. | John Smith left.", ["John Smith"], id="full name later"),
        pytest.param("“We go home now,” said Smith.", ["Smith"], id="no fuller name"),
        pytest.param("John Smith left. “We go home now,” Mr. Smith said.", ["John Smith"], id="title"),
        pytest.param("“We go home now,” said José Núñez. | “No,” Nunez said.", ["José Núñez"] * 2, id="accents"),
        pytest.param("“We go home now,” said Xi Jinping. | “No,” Xi said.", ["Xi Jinping"] * 2, id="surname first"),
        pytest.param("“We go home now,” said Kim Jong Un. | “No,” Kim said.", ["Kim Jong Un"] * 2, id="three words"),
        pytest.param(
            "Gen. Mohammad Bagheri signed. “We go home,” Bangheri said.", ["Mohammad Bagheri"], id="spelt otherwise"
        ),
        pytest.param(
            "Volodymyr Zelensky came. “We go home,” Zelenskyy said.", ["Volodymyr Zelensky"], id="transliterated"
        ),
        pytest.param("Smith’s plan failed. John Smith left. “No,” Smith said.", ["John Smith"], id="possessive before"),
    ],
)
def test_a_surname_is_traced_to_the_full_name(text: str, expected: list[str | None]) -> None:
    assert speakers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Bill Clinton and Hillary Clinton came. “We go home,” Bill Clinton said. “No,” Hillary Clinton said.",
            ["Bill Clinton", "Hillary Clinton"],
            id="full names",
        ),
        pytest.param(
            "Bill Clinton met Hillary Clinton. “We go home,” Mr. Clinton said. | “No,” Mrs. Clinton said.",
            ["Bill Clinton", "Hillary Clinton"],
            id="Mr. and Mrs.",
        ),
        pytest.param(
            "Bill Clinton spoke. | Hillary Clinton came. “We go home,” Clinton said.",
            ["Hillary Clinton"],
            id="named last",
        ),
        pytest.param(
            "Nils Lindqvist met Karl Lindquist. “We go home,” Lindqvist said. | “No,” Lindquist said.",
            ["Nils Lindqvist", "Karl Lindquist"],
            id="surnames one letter apart",
        ),
    ],
)
def test_two_people_with_one_surname_stay_two(text: str, expected: list[str | None]) -> None:
    assert speakers(text) == expected
    assert {"p1", "p2"} <= {person.id for person in reading(article(text)).people}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("John Smith left. “We go home now,” he said.", ["John Smith"], id="he"),
        pytest.param("John Smith met Mary Brown. “We go home now,” she said.", ["Mary Brown"], id="she"),
        pytest.param("Mary Brown met John Smith. “We go home now,” he said.", ["John Smith"], id="he, of two"),
        pytest.param("“We go home,” Mary Brown said. | “No,” she said.", ["Mary Brown"] * 2, id="over paragraphs"),
        pytest.param("John Smith, who said “we go home now,” left.", ["John Smith"], id="who"),
        pytest.param("Hillary Clinton spoke. Trump said no. “We go home,” he said.", ["Trump"], id="a surname alone"),
        pytest.param("Smith left. “We go home now,” he said.", ["Smith"], id="nothing else known"),
        pytest.param("Barack Obama and Donald Trump met. “We go home,” they said.", [None], id="they"),
        pytest.param("Mary Brown left. “We go home now,” he said.", [None], id="nobody fits"),
        pytest.param("Syria fell. “We go home now,” he said.", [None], id="a country is nobody"),
    ],
)
def test_whom_a_pronoun_means(text: str, expected: list[str | None]) -> None:
    assert speakers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("John Smith, the mayor of Tarn, left. “We go,” the mayor said.", ["John Smith"], id="an aside"),
        pytest.param(
            "The mayor, John Smith, left. “We go,” the mayor of Tarn said.", ["John Smith"], id="the mayor of"
        ),
        pytest.param("Pope Francis spoke. “We go home now,” the pope said.", ["Francis"], id="a title"),
        pytest.param(
            "Iranian Maj. Gen. Mohammad Bagheri met Syrian Gen. Ali Ayyoub. “We go,” the Iranian general said.",
            ["Mohammad Bagheri"],
            id="the Iranian general",
        ),
        pytest.param(
            "Iranian Maj. Gen. Mohammad Bagheri met Syrian Gen. Ali Ayyoub. “We go,” the Syrian general said.",
            ["Ali Ayyoub"],
            id="the Syrian general",
        ),
        pytest.param(
            "Foreign Minister Sergei Lavrov met Secretary of State John Kerry. “We go,” the secretary of state said.",
            ["John Kerry"],
            id="secretary of state",
        ),
        pytest.param(
            "“We go,” Councillor Otto Weil said. | “No,” the councillor said.", ["Otto Weil"] * 2, id="councillor"
        ),
        pytest.param("John Smith, the mayor, left. “We go home now,” a mayor said.", [None], id="indefinite"),
        pytest.param("John Smith, the mayor, left. “We go home now,” the general said.", [None], id="another role"),
        pytest.param("John Smith left. “We go home now,” the ministry said.", [None], id="an institution"),
        pytest.param("“We go home now,” the White House said.", [None], id="a house"),
        pytest.param("“We go home now,” Iran said.", [None], id="a country"),
        pytest.param("“We go home now,” Reuters said.", [None], id="an outlet"),
        pytest.param("John Smith left. “We go home now,” Smith’s spokesman said.", [None], id="somebody of his"),
        pytest.param("“We go home now,” John Smith and Mary Brown said.", [None], id="two together"),
    ],
)
def test_whom_a_role_means(text: str, expected: list[str | None]) -> None:
    assert speakers(text) == expected


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("U.S. Secretary of State Mike Pompeo left.", ["Mike Pompeo"], id="an office is no name"),
        pytest.param("Mr. Major left, and Dr. Grant said no.", ["Major", "Grant"], id="names that are titles too"),
        pytest.param("Bill Clinton signed the Farm Bill.", ["Bill Clinton"], id="Bill and bill"),
    ],
)
def test_who_is_named(text: str, names: list[str]) -> None:
    assert [person.name for person in reading(article(text)).people] == names


@pytest.mark.parametrize(
    ("text", "spellings"),
    [
        pytest.param(
            "Gen. Mohammad Bagheri signed. Bangheri left. “We go,” Bagheri said.",
            [("Bagheri", ["Bagheri", "Bagheri"]), ("Bangheri", ["Bangheri"])],
            id="two spellings",
        ),
        pytest.param(
            "Nils Lindqvist leads it. Lindquist left. “No,” Lindqvist said.", ..., id="known by his speech alone"
        ),
        pytest.param("John Smith left. “We go,” Smith said.", [("Smith", ["Smith", "Smith"])], id="one spelling"),
        pytest.param(
            "John Smith left. John’s dog too. “No,” Smith said.", [("Smith", ["Smith"] * 2)], id="a first name"
        ),
    ],
)
def test_the_spellings_of_a_surname(text: str, spellings: object) -> None:
    page = article(text)
    (person,) = reading(page).people
    found = [(spelling, [place.of(page.text) for place in places]) for spelling, places in person.spellings]
    assert found == (
        spellings if spellings is not ... else [("Lindqvist", ["Lindqvist"] * 2), ("Lindquist", ["Lindquist"])]
    )


@pytest.mark.parametrize(
    ("text", "translated"),
    [
        pytest.param("“We go home now,” Smith said, according to a translation.", True, id="a translation"),
        pytest.param("“We go home now,” Smith said through an interpreter.", True, id="an interpreter"),
        pytest.param("In remarks translated from Farsi, Smith said: “We go home now.”", True, id="translated from"),
        pytest.param(
            "“We go home now,” he said, in a text translated into English.", True, id="translated into English"
        ),
        pytest.param(
            "According to a translated report by Radio Farda, he left. “We go home now,” Smith said.",
            True,
            id="the report it comes from",
        ),
        pytest.param("“We go home now,” said Smith, a translator by trade.", False, id="a translator"),
        pytest.param("“We go home now,” Smith said; it translated into votes.", False, id="translated into votes"),
        pytest.param("The book was translated. “We go home now,” Smith said.", False, id="another sentence"),
        pytest.param("“We translated it all,” Smith said.", False, id="said by the speaker"),
    ],
)
def test_whether_the_article_says_that_words_were_translated(text: str, translated: bool) -> None:
    (attribution,) = reading(article(text)).attributions
    assert attribution.translated is translated


PIECES = (
    "John Smith|Smith|Mary Smith|Smyth|he said|she said.|the mayor|of Tarn|said|“We go,”|“No.”|Gen. Ali|, |. |’s|and|CNN|"
    "Kim|İlker Ürün|باقری|the|Mr.|told|\n"
).split("|")
TEXTS = st.one_of(st.lists(st.sampled_from(PIECES), max_size=50).map(" ".join), st.text())


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_whatever_the_text_people_are_named_where_they_are_said_to_be(text: str) -> None:
    page = article(text)
    found = reading(page)
    assert [person.id for person in found.people] == [f"p{number}" for number in range(1, len(found.people) + 1)]
    for person in found.people:
        assert person.name
        assert list(person.mentions) == sorted(set(person.mentions))
        for spelling, places in person.spellings:
            assert {place.of(page.text) for place in places} == {spelling}
    known = set(found.people)
    for attribution in found.attributions:
        assert attribution.speaker is None or attribution.speaker in known
        assert attribution.speaker is None or attribution.quotation.speaker is not None
