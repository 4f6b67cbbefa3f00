"""Words that pass something on: each way to do it, and when a source is in reach. `|` parts paragraphs."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.find import find_citations, find_hearsay, find_quotations
from checker.find.hearsay import WORDS, Word
from checker.model import Article, Block, BlockKind, Link, Span
from checker.outlets import Outlets

OUTLETS = Outlets.shipped()


def article(text: str, kind: BlockKind = BlockKind.PARAGRAPH, link: str = "") -> Article:
    paragraphs = text.split(" | ")
    joined = "\n\n".join(paragraphs)
    blocks, at = [], 0
    for paragraph in paragraphs:
        links = ()
        if link and link in paragraph:
            start = at + paragraph.index(link)
            links = (Link(Span(start, start + len(link)), "https://paper.example/report"),)
        blocks.append(Block(Span(at, at + len(paragraph)), kind, main=kind is not BlockKind.CAPTION, links=links))
        at += len(paragraph) + 2
    return Article(joined, tuple(blocks))


def found(page: Article) -> list[tuple[str, bool]]:
    quotations = find_quotations(page)
    citations = find_citations(page, quotations, OUTLETS)
    hearsay = find_hearsay(page, quotations, [citation.span for citation in citations])
    return [(one.span.of(page.text), one.sourced) for one in hearsay]


@pytest.mark.parametrize("word", WORDS, ids=lambda word: f"{word.anchor}: {word.hit}")
def test_each_row_finds_its_example_and_not_its_near_miss(word: Word) -> None:
    assert re.search(word.pattern, word.hit, re.IGNORECASE)
    assert len(found(article(word.hit))) == 1
    assert found(article(word.near)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Fourteen fighters were reportedly killed.", [("reportedly", False)], id="nobody"),
        pytest.param("Reportedly, he fled.", [("Reportedly", False)], id="at the head"),
        pytest.param("He was said\nto have fled.", [("was said\nto", False)], id="over a line end"),
        pytest.param("Sources say he is reportedly ill.", [("Sources say", False), ("reportedly", False)], id="twice"),
        pytest.param(
            "The boat is reportedly for sale, Reuters said.", [("reportedly", True)], id="outlet, same sentence"
        ),
        pytest.param(
            "Reuters reported the sale on Monday. The boat is reportedly old.",
            [("reportedly", True)],
            id="outlet, before",
        ),
        pytest.param(
            "The boat is reportedly for sale. Reuters named a price.", [("reportedly", False)], id="outlet merely named"
        ),
        pytest.param(
            "The boat is reportedly for sale. Reuters reported the price.", [("reportedly", True)], id="outlet, after"
        ),
        pytest.param(
            "Reuters reported it. The boat is old. It is reportedly for sale.",
            [("reportedly", False)],
            id="too far before",
        ),
        pytest.param(
            "Reuters reported it. | The boat is reportedly old.", [("reportedly", False)], id="paragraph before"
        ),
        pytest.param("The police said he was reportedly armed.", [("reportedly", True)], id="somebody says"),
        pytest.param("He was told that ten were reportedly killed.", [("reportedly", False)], id="is told by nobody"),
        pytest.param(
            "Iran continued its raids. Ten were reportedly killed.", [("reportedly", False)], id="does, not says"
        ),
        pytest.param(
            "According to the minister, ten were reportedly killed.", [("reportedly", True)], id="according to somebody"
        ),
        pytest.param(
            "According to a man close to him, he left. He is reportedly ill.",
            [("reportedly", True)],
            id="somebody before",
        ),
        pytest.param("“We saw it,” Smith said. He reportedly fled.", [("reportedly", True)], id="a speaker before"),
        pytest.param("He “reportedly” fled, “allegedly” to Spain.", [], id="within quotation marks"),
        pytest.param("“He reportedly fled,” Smith said.", [], id="in somebody's speech"),
        pytest.param("Según Ürün, he reportedly fled.", [("reportedly", False)], id="not ASCII around it"),
        pytest.param("Sources told CNN that he fled.", [("Sources told", True)], id="sources of an outlet"),
        pytest.param("“He fled,” sources said.", [("sources said", False)], id="the speaker is the hearsay"),
    ],
)
def test_whether_a_source_is_in_reach(text: str, expected: list[tuple[str, bool]]) -> None:
    assert found(article(text)) == expected


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        pytest.param(BlockKind.PARAGRAPH, 1, id="prose"),
        pytest.param(BlockKind.ITEM, 1, id="a list"),
        pytest.param(BlockKind.HEADING, 0, id="a headline"),
        pytest.param(BlockKind.CAPTION, 0, id="a caption"),
    ],
)
def test_only_prose_is_read(kind: BlockKind, expected: int) -> None:
    assert len(found(article("Ten were reportedly killed.", kind))) == expected


@pytest.mark.parametrize(
    ("link", "sourced"),
    [
        pytest.param("reportedly killed", True, id="on the word"),
        pytest.param("Ten", False, id="elsewhere in the sentence"),
        pytest.param("", False, id="none"),
    ],
)
def test_a_link_on_the_word_is_a_source(link: str, sourced: bool) -> None:
    assert found(article("Ten men were reportedly killed.", link=link)) == [("reportedly", sourced)]


PIECES = "reportedly allegedly sources say is said to it was believed . , “ ” ‘ John Smith told CNN | \n İ ß 家 گفت the"
WORDS_AROUND = st.lists(st.sampled_from(PIECES.split(" ")), max_size=40).map(" ".join)


@settings(max_examples=100, deadline=None)
@given(st.one_of(WORDS_AROUND, st.text()))
def test_whatever_the_text_hearsay_ascends_outside_quotations(text: str) -> None:
    page = article(text)
    quotations = find_quotations(page)
    hearsay = find_hearsay(page, quotations)
    spans = [one.span for one in hearsay]
    assert all(one.end <= other.start for one, other in pairwise(spans))
    for span in spans:
        assert span.of(page.text).strip() == span.of(page.text) != ""
        assert not any(part.overlaps(span) for quotation in quotations for part in quotation.parts)
