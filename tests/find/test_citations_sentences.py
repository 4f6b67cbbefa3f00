"""Which outlets a sentence credits, and how: rows to read, the near miss beside the hit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.find.citations import find_citations
from checker.find.quotations import find_quotations
from checker.model import Article, Block, BlockKind, Citation, Link, Metadata, Span
from checker.outlets import Outlets

OUTLETS = Outlets.shipped()


def article(
    *paragraphs: str, publisher: str | None = None, kind: BlockKind = BlockKind.PARAGRAPH, main: bool = True
) -> Article:
    text = "\n\n".join(paragraphs)
    blocks, at = [], 0
    for paragraph in paragraphs:
        blocks.append(Block(Span(at, at + len(paragraph)), kind, main))
        at += len(paragraph) + 2
    return Article(text, tuple(blocks), Metadata(publisher=publisher))


def cited(page: Article) -> list[Citation]:
    return list(find_citations(page, find_quotations(page), OUTLETS))


def shown(page: Article) -> list[str]:
    return [f"{c.span.of(page.text)} · {c.relation} · {' '.join(c.outlet_ids)}".rstrip(" ·") for c in cited(page)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Reuters reported the deal.", ["Reuters · reported · reuters-com"], id="reported"),
        pytest.param(
            "Iran’s Mehr News Agency reported Wednesday.",
            ["Mehr News Agency · reported · mehrnews-com"],
            id="possessive",
        ),
        pytest.param("The deal is off, according to the BBC.", ["BBC · according-to · bbc-com"], id="according to"),
        pytest.param(
            "According to a report in the Financial Times, it failed.",
            ["Financial Times · according-to · ft-com"],
            id="according to wins",
        ),
        pytest.param("He told CNN on Sunday that it failed.", ["CNN · told · cnn-com"], id="told"),
        pytest.param("He told reporters that CNN was wrong.", [], id="told somebody else"),
        pytest.param("Speaking to Russia's TASS news agency, he agreed.", ["TASS · told · tass-com"], id="speaking to"),
        pytest.param(
            "In an interview with Fox News he agreed.", ["Fox News · interview · foxnews-com"], id="interview"
        ),
        pytest.param("He declined an interview request from Politico.", [], id="no interview"),
        pytest.param("“No,” he said on Fox & Friends.", ["Fox & Friends · interview · foxnews-com"], id="a programme"),
        pytest.param(
            "In remarks reported by The Jerusalem Post he agreed.",
            ["The Jerusalem Post · reported · jpost-com"],
            id="reported by",
        ),
        pytest.param("The debate was hosted by CNN.", [], id="hosted by"),
        pytest.param(
            "He was quoted as saying so by the Tasnim news agency.",
            ["Tasnim news agency · reported · tasnimnews-com"],
            id="quoted as saying",
        ),
        pytest.param("“Quiet,” reported Reuters.", ["Reuters · reported · reuters-com"], id="inverted"),
        pytest.param(
            "An ABC News-Washington Post poll found it.",
            ["ABC News · other · abcnews-go-com", "Washington Post · other · washingtonpost-com"],
            id="a poll",
        ),
        pytest.param(
            "She wrote it in an op-ed in The New York Times.", ["The New York Times · other · nytimes-com"], id="op-ed"
        ),
        pytest.param(
            "Both The New York Times and the Guardian confirmed it.",
            ["The New York Times · reported · nytimes-com", "Guardian · reported · theguardian-com"],
            id="two at once",
        ),
        pytest.param(
            "The NYT, citing two officials, reported it.", ["NYT · reported · nytimes-com"], id="with an aside"
        ),
        pytest.param("CNN’s Jim Acosta reported it.", ["CNN · reported · cnn-com"], id="its reporter reported"),
        pytest.param("CNN analyst David Gergen said so.", [], id="its analyst said"),
        pytest.param("An analyst for CNN said so.", [], id="somebody of theirs"),
        pytest.param("He sued The New York Times for libel.", [], id="accused"),
        pytest.param("CNN’s debate drew a crowd.", [], id="what it hosts"),
        pytest.param("Former MSNBC host Ed Schultz left.", [], id="former host"),
        pytest.param("He wrote on Twitter that it failed.", [], id="a platform"),
        pytest.param("The Guardian Council rejected the bill.", [], id="another council"),
        pytest.param("Lawmakers on the Hill said so.", [], id="the Congress"),
        pytest.param("As The Hill reported, it failed.", ["The Hill · reported · thehill-com"], id="the paper"),
        pytest.param("Mr. Bloomberg paid. Bloomberg said so.", [], id="a person of that name"),
        pytest.param(
            "Mr. Bloomberg paid, Bloomberg reported.",
            ["Bloomberg · reported · bloomberg-com"],
            id="what a person does not do",
        ),
        pytest.param("In Mehr, the seventh month, it rains.", [], id="a month"),
        pytest.param(
            "The AFP news agency (AFP) said so.",
            ["AFP · reported · afp-com"],
            id="the name in short is not a second one",
        ),
    ],
)
def test_which_outlets_a_sentence_credits(text: str, expected: list[str]) -> None:
    assert shown(article(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "“We will,” he said, the Sana news site reported.", ["Sana · reported"], id="a name presented as one"
        ),
        pytest.param("He told Lebanese newspaper Ad-Diyar so.", ["Ad-Diyar · told"], id="description first"),
        pytest.param("She told HarbourSources so.", ["HarbourSources · told"], id="written as sites are"),
        pytest.param("She told McConnell so.", [], id="written as a surname"),
        pytest.param("The Smallville Gazette reported it.", ["The Smallville Gazette · reported"], id="a paper's name"),
        pytest.param("The Smallville Gazette building burnt.", [], id="not credited"),
        pytest.param("Iran's English-language broadcaster is large.", [], id="only a description"),
    ],
)
def test_outlets_that_no_registry_knows(text: str, expected: list[str]) -> None:
    assert shown(article(text)) == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("Iranian state television reported it.", "Iranian state television", id="state television"),
        pytest.param("State media reported it.", "State media", id="state media"),
        pytest.param("According to state TV, it rained.", "state TV", id="state TV"),
    ],
)
def test_outlets_without_a_name(text: str, name: str) -> None:
    (citation,) = cited(article(text))
    assert citation.unnamed and citation.span.of(text) == name


def test_a_service_a_parent_and_a_translation() -> None:
    text = "According to a translated report by Radio Free Europe’s Radio Farda service, he agreed."
    (citation,) = cited(article(text))
    assert citation.span.of(text) == "Radio Farda" and citation.outlet_ids == ("radiofarda-com",)
    assert citation.parent is not None and citation.parent.of(text) == "Radio Free Europe"
    assert citation.translated and citation.relation == "according-to"


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        pytest.param(["BAGHDAD (AP) — Two rockets fell."], ["AP · via · apnews-com"], id="dateline"),
        pytest.param(
            ["He agreed. (CNN / Politico)"],
            ["CNN · via · cnn-com", "Politico · via · politico-com"],
            id="parenthesis of two",
        ),
        pytest.param(["He agreed.", "h/t The Hill"], ["The Hill · via · thehill-com"], id="hat tip"),
        pytest.param(["He agreed.", "- Reuters."], ["Reuters · via · reuters-com"], id="a line of its own"),
        pytest.param(
            ["The Associated Press contributed to this report."],
            ["The Associated Press · via · apnews-com"],
            id="thanks",
        ),
        pytest.param(["A man waves. (AP Photo/Ann Lee)"], [], id="photo credit"),
        pytest.param(["A man waves. (SANA via AP)"], [], id="photo by way of an agency"),
        pytest.param(["Copyright 2020 The Associated Press. All rights reserved."], [], id="licence"),
        pytest.param(["Follow CNN on Twitter and subscribe."], [], id="promotion"),
    ],
)
def test_credit_lines(paragraphs: list[str], expected: list[str]) -> None:
    assert shown(article(*paragraphs)) == expected


def test_the_publishers_own_dateline_is_none_but_what_it_was_told_is() -> None:
    assert shown(article("BAGHDAD (CNN) — Rockets fell. He told CNN so.", publisher="CNN")) == ["CNN · told · cnn-com"]


@pytest.mark.parametrize(
    ("before", "publisher", "expected"),
    [
        pytest.param("The New York Post ran a story. ", None, ("nypost-com",), id="the full name before"),
        pytest.param("", "The Jerusalem Post", ("jpost-com",), id="the article's own"),
        pytest.param("The New York Post ran a story. ", "The Jerusalem Post", ("jpost-com",), id="the own one first"),
    ],
)
def test_a_short_name_is_settled_by_the_article(before: str, publisher: str | None, expected: tuple[str, ...]) -> None:
    assert cited(article(f"{before}The Post reported it.", publisher=publisher))[-1].outlet_ids == expected


def test_a_short_name_that_nothing_settles_stays_open() -> None:
    (citation,) = cited(article("The Post reported it."))
    assert len(citation.outlet_ids) > 1


def test_quoted_names_and_blocks_outside_the_prose_are_none() -> None:
    assert shown(article("“CNN reported it,” he said.")) == []
    assert shown(article("CNN reported it.", main=False)) == []
    assert shown(article("CNN reported it.", kind=BlockKind.CAPTION)) == []


@pytest.mark.parametrize(
    ("text", "anchor", "url", "expected"),
    [
        pytest.param(
            "Smith told reporters so.",
            "told reporters",
            "https://www.reuters.com/1",
            ["told reporters"],
            id="the anchor credits",
        ),
        pytest.param("Smith was born in Ohio.", "Ohio", "https://www.reuters.com/1", [], id="the anchor does not"),
        pytest.param("Smith told reporters so.", "told reporters", "https://twitter.com/1", [], id="a platform"),
        pytest.param("Smith told reporters so.", "told reporters", "https://nowhere.example/1", [], id="no outlet"),
        pytest.param(
            "“It is all over now,” Smith said.",
            "“It is all over now,”",
            "https://www.reuters.com/1",
            ["“It is all over now,”"],
            id="the quotation itself",
        ),
    ],
)
def test_citations_by_link(text: str, anchor: str, url: str, expected: list[str]) -> None:
    at = text.index(anchor)
    link = Link(Span(at, at + len(anchor)), url)
    page = Article(text, (Block(Span(0, len(text)), links=(link,)),))
    found = cited(page)
    assert [citation.span.of(text) for citation in found] == expected
    assert all(citation.by_link and citation.url == url for citation in found)


def test_a_named_citation_takes_the_link_of_its_sentence() -> None:
    text = "Reuters reported it here."
    page = Article(text, (Block(Span(0, len(text)), links=(Link(Span(20, 24), "https://uk.reuters.com/1"),)),))
    assert [(c.span.of(text), c.url, c.by_link) for c in cited(page)] == [
        ("Reuters", "https://uk.reuters.com/1", False)
    ]


@given(
    st.lists(
        st.sampled_from(
            "Reuters CNN told reported said the Post according to by in “ ” ( ) / , . : é\u00a0ü \x00 \u202e state TV AP’s".split(
                " "
            )
        )
    )
)
def test_citations_name_their_text_in_order(pieces: list[str]) -> None:
    page = article(" ".join(pieces))
    found = cited(page)
    assert found == sorted(found, key=lambda citation: citation.span)
    for citation in found:
        assert citation.span.of(page.text).strip() == citation.span.of(page.text) != ""
