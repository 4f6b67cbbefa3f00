"""Plain texts: what stands around the prose, which lines are one paragraph, and line and column."""

from __future__ import annotations

import pytest

from checker.model import Article, Format
from checker.read import read

PROSE = (
    "The council met on Monday in the town hall to decide about the ferry, which has been out of service since March."
)


def text_article(text: str) -> Article:
    article = read(text.encode(), path="article.txt")
    assert article.format is Format.TEXT
    return article


def blocks(text: str) -> list[tuple[str, str, bool]]:
    article = text_article(text)
    return [(block.span.of(article.text), block.kind.value, block.main) for block in article.blocks]


@pytest.mark.parametrize(
    ("line", "kind", "main"),
    [
        pytest.param("Join our Telegram channel for breaking news", "other", False, id="promotion"),
        pytest.param("Join the march on Telegram road, he said", "paragraph", True, id="a call that is no promotion"),
        pytest.param("Follow us on Twitter", "other", False, id="follow us"),
        pytest.param("Follow the money", "paragraph", True, id="follow something else"),
        pytest.param("ADVERTISEMENT", "other", False, id="advertisement"),
        pytest.param("Read more: Ferry is back", "other", False, id="read more"),
        pytest.param("© 2024 The Harbour Post. All rights reserved.", "other", False, id="copyright"),
        pytest.param("File photo: the ferry in harbour, July 8, 2020", "caption", False, id="caption with a date"),
        pytest.param("The ferry in harbour (Jane Roe/AP)", "caption", False, id="caption with a credit at the end"),
        pytest.param("The ferry is back (at last)", "paragraph", True, id="brackets that are no credit"),
        pytest.param("Photo by Jane Roe", "caption", False, id="credit"),
        pytest.param("Фото: ТАСС", "paragraph", True, id="credit in a script no rule knows"),
        pytest.param("By Jane Doe", "byline", True, id="byline"),
        pytest.param("By Friday it was gone", "paragraph", True, id="By that begins a sentence"),
        pytest.param("2 May 2024", "byline", True, id="date line"),
        pytest.param("8 июля 2020", "byline", True, id="Russian date line"),
        pytest.param("On 2 May 2024 it sank", "paragraph", True, id="date in a sentence"),
        pytest.param("(Reuters)", "byline", True, id="agency"),
    ],
)
def test_a_line_between_headline_and_prose(line: str, kind: str, main: bool) -> None:
    found = blocks(f"Ferry is back, council says\n\n{line}\n\n{PROSE}\n\n{PROSE}\n")
    assert found == [
        ("Ferry is back, council says", "heading", True),
        (line, kind, main),
        (PROSE, "paragraph", True),
        (PROSE, "paragraph", True),
    ]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        pytest.param(f"Ferry is back\n\n{PROSE}", "Ferry is back", id="first line"),
        pytest.param(f"Join our Telegram channel\n\nFerry is back\n{PROSE}", "Ferry is back", id="below a promotion"),
        pytest.param(f"2 May 2024\nFerry is back\n\n{PROSE}", "Ferry is back", id="below the date"),
        pytest.param(f"“We will not wait”: mayor\n\n{PROSE}", "“We will not wait”: mayor", id="with a quotation"),
        pytest.param(f"Фёрри вернулся\n\n{PROSE}", "Фёрри вернулся", id="Russian"),
        pytest.param(f"渡し船が戻った\n\n{PROSE}", "渡し船が戻った", id="Japanese"),
        pytest.param("Ferry is back", None, id="nothing below it"),
        pytest.param(f"{PROSE} {PROSE}\n\n{PROSE}", None, id="prose"),
        pytest.param("WALLACE: Good evening.\n\nROE: Thank you.\n\nWALLACE: Go on.", None, id="a turn of a transcript"),
        pytest.param(f"Dear Sir,\n\n{PROSE}", None, id="salutation"),
    ],
)
def test_the_title(text: str, title: str | None) -> None:
    assert text_article(text).metadata.title == title


@pytest.mark.parametrize(
    ("head", "published", "modified", "author"),
    [
        pytest.param("2 May 2024\nBy Jane Doe", "2024-05-02", None, "Jane Doe", id="date and byline"),
        pytest.param("By J. Doe and José Núñez, Post\nMay 2, 2024", "2024-05-02", None, "J. Doe and José Núñez", id="two names"),
        pytest.param("Updated 3 May 2024\nPublished 2 May 2024", "2024-05-02", "2024-05-03", None, id="updated"),
        pytest.param("File photo: a boat, July 8, 2020 (AP)", None, None, None, id="the date of a picture"),
        pytest.param("07/08/2020", None, None, None, id="a date that may be two"),
        pytest.param("By Monday evening", None, None, None, id="no byline"),
    ],
)  # fmt: skip
def test_date_and_author(head: str, published: str | None, modified: str | None, author: str | None) -> None:
    found = text_article(f"Ferry is back\n\n{head}\n\n{PROSE}\n\n{PROSE}").metadata
    assert (found.published, found.modified, found.author) == (published, modified, author)


@pytest.mark.parametrize(
    ("foot", "published", "modified"),
    [
        pytest.param("Friday, May 3, 2024", "2024-05-03", None, id="a date alone"),
        pytest.param("CORRECTION:\n\nFriday, May 3, 2024", None, "2024-05-03", id="of a correction"),
        pytest.param("Editor’s note: The ferry is blue.\n\n3 May 2024", None, "2024-05-03", id="of a note"),
        pytest.param(
            "An article on Monday about the ferry misstated its age.\n\nFriday, May 3, 2024.",
            None,
            "2024-05-03",
            id="of what was wrong",
        ),
        pytest.param("The article of the treaty is in force.\n\n3 May 2024", "2024-05-03", None, id="prose"),
    ],
)
def test_a_date_at_the_foot(foot: str, published: str | None, modified: str | None) -> None:
    found = text_article(f"Ferry is back\n\n{PROSE}\n\n{PROSE}\n\n{PROSE}\n\n{foot}").metadata
    assert (found.published, found.modified) == (published, modified)


def test_where_values_were_read() -> None:
    found = text_article(f"Ferry is back\n2 May 2024\nBy Jane Doe\n\n{PROSE}").metadata
    assert found.where == (("author", "byline"), ("published", "date line"), ("title", "first line"))


WRAPPED = """\
THE HARBOUR POST

The council met on Monday in the town hall to decide about the ferry, which
has been out of service since March, and heard the harbour master say “we will
not wait any longer” before it voted.

A second paragraph begins here and goes on for two lines as well, since it was
wrapped at the same width.
   An indented paragraph begins without a blank line before it and goes on to
the next line.
"""


def test_wrapped_lines_are_one_paragraph() -> None:
    texts = [text for text, _, _ in blocks(WRAPPED)]
    assert [text.split()[0] for text in texts] == ["THE", "The", "A", "An"]
    assert "“we will\nnot wait any longer”" in texts[1]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        pytest.param("One.\nTwo.\n\nThree.", 3, id="short lines each"),
        pytest.param("A: Yes.\nB: No.\nA: Oh.\nB: Well.\n", 4, id="turns of a transcript"),
        pytest.param(f"{PROSE}\n{PROSE}\n{PROSE}\n{PROSE}\n", 4, id="long lines are paragraphs"),
        pytest.param("One.\n \t\nTwo.", 2, id="a line of blanks parts"),
        pytest.param("\n\n  One.  \n\n", 1, id="blanks around"),
        pytest.param("One.\r\n\r\nTwo.\rThree.", 3, id="Windows and old Mac line ends"),
    ],
)
def test_paragraphs(text: str, count: int) -> None:
    assert len(blocks(text)) == count


def test_the_text_is_the_file_and_positions_have_line_and_column() -> None:
    article = text_article("\ufeffÜber 𝒳\r\n\r\n“Nein”,\r\nsagte sie.\r\n")
    assert article.text == "Über 𝒳\n\n“Nein”,\nsagte sie.\n"
    assert article.line_and_column(0) == (1, 1)
    assert article.line_and_column(article.text.index("Nein")) == (3, 2)
    assert article.line_and_column(article.text.index("sie")) == (4, 7)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("At https://x.example/a.", ["https://x.example/a"], id="full stop"),
        pytest.param("(https://x.example/a)", ["https://x.example/a"], id="in brackets"),
        pytest.param("At https://x.example/a_(b), too", ["https://x.example/a_(b)"], id="brackets of its own"),
        pytest.param("<https://x.example/a>", ["https://x.example/a"], id="angle brackets"),
        pytest.param("“https://x.example/ä?b=c&d=e#f”", ["https://x.example/ä?b=c&d=e#f"], id="marks, query"),
        pytest.param("https://x.example https://y.example", ["https://x.example", "https://y.example"], id="two"),
        pytest.param("ftp://x.example and http://", [], id="no web address"),
    ],
)
def test_addresses_written_out_are_links(text: str, expected: list[str]) -> None:
    article = text_article(f"Ferry is back\n\n{text}")
    links = [link for block in article.blocks for link in block.links]
    assert [link.url for link in links] == expected
    assert [link.span.of(article.text) for link in links] == expected


def test_subheadings_stand_between_long_paragraphs() -> None:
    found = blocks(f"Ferry is back\n\n{PROSE}\n\nA long wait\n\n{PROSE}\n\n“No,” she said\n\n{PROSE}\n")
    assert [kind for _, kind, _ in found] == ["heading", "paragraph", "heading", "paragraph", "paragraph", "paragraph"]


def test_a_byline_in_the_middle_of_a_long_text_is_prose() -> None:
    found = blocks("\n\n".join(["Ferry is back", *[PROSE] * 14, "By Jane Doe", *[PROSE] * 14]))
    assert "byline" not in {kind for _, kind, _ in found}


@pytest.mark.parametrize(
    ("text", "speech"),
    [
        pytest.param(f"Remarks by the Mayor at the Harbour\n\n{PROSE}", True, id="remarks"),
        pytest.param(f"Mayor's remarks draw fire\n\n{PROSE}", False, id="about remarks"),
    ],
)
def test_a_text_that_calls_itself_a_speech(text: str, speech: bool) -> None:
    assert text_article(text).metadata.declared_speech is speech
