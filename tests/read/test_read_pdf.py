"""PDFs: paragraphs from places on the page, page numbers, what runs over a page's end, and files that cannot be read."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pdf_pages import LEADING, LEFT, TOP, column, pdf

from checker.fetch import load_given
from checker.model import Article, BlockKind, Format, Reason, Span, Verdict
from checker.pipeline import check, read_article
from checker.read import read
from checker.report.jsonform import check_form
from checker.report.wording import origin, place

FIRST = [
    "The council met on Monday in the town hall to decide about",
    "the ferry, which has been out of service since January.",
    "",
    "“We will not wait for another winter before the Vor-",
    "sitzende signs,” said Inés Brandt of the harbour office, who",
]
SECOND = [
    "has asked for the money twice.",
    "",
    "Her deputy, Олег Белый, said the boat was sold, and that no",
    "other boat could be had before the summer of next year.",
]
HEAD = (LEFT, 790.0, 8.0, "Coastal Weekly, 4 March 2026")


def foot(page: int) -> tuple[float, float, float, str]:
    return (300.0, 30.0, 8.0, f"Page {page} of 2")


BOTH = pdf([[HEAD, *column(FIRST), foot(1)], [HEAD, *column(SECOND), foot(2)]])


def words_of(article: Article) -> list[str]:
    return [" ".join(block.span.of(article.text).split()) for block in article.blocks]


def test_a_paragraph_runs_over_the_end_of_a_page_and_running_heads_are_gone() -> None:
    article = read(BOTH)
    assert article.unavailable is None
    assert article.format is Format.PDF
    assert words_of(article) == [
        " ".join(FIRST[:2]),
        " ".join([*FIRST[3:], SECOND[0]]),
        " ".join(SECOND[2:]),
    ]
    assert [article.pages_of(block.span) for block in article.blocks] == [(1,), (1, 2), (2,)]


def test_pages_are_where_their_words_are() -> None:
    article = read(pdf([column(["One page."]), [], column(["The third page."])]))
    third = article.text.index("third")
    assert article.pages_of(Span(third, third + 5)) == (3,)
    assert article.pages_of(Span(0, 3)) == (1,)
    assert place(article, third) == "page\xa03"


def test_texts_have_no_pages() -> None:
    assert read(b"One page.").pages_of(Span(0, 3)) == ()


@pytest.mark.parametrize(
    ("lines", "paragraphs"),
    [
        pytest.param(column([*FIRST[:2], "", *FIRST[:2]]), 2, id="a wider gap"),
        pytest.param(column([*FIRST[:2], *FIRST[:2]]), 1, id="no gap, a full line before"),
        pytest.param(column(["“No.”", *FIRST[:2]]), 2, id="a line that ends early"),
        pytest.param(column([FIRST[0], "the ferry.", *FIRST[:2]]), 2, id="a last line"),
        pytest.param(
            [
                *column(FIRST[:2]),
                *column(FIRST[:1], x=LEFT + 16, top=TOP - 2 * LEADING),
                *column(FIRST[1:2], top=TOP - 3 * LEADING),
            ],
            2,
            id="an indented line",
        ),
        pytest.param([*column(FIRST[:1], size=18), *column(FIRST[:2], top=TOP - LEADING)], 2, id="other letters"),
        pytest.param([*column(FIRST[:1]), *column(FIRST[1:2], x=320)], 1, id="a sentence over two columns"),
        pytest.param(
            [*column(["Он сказал, что парома до весны не", "будет, и город с этим согласен."])], 1, id="Cyrillic"
        ),
    ],
)
def test_where_paragraphs_end(lines: list[tuple[float, float, float, str]], paragraphs: int) -> None:
    assert len(read(pdf([lines])).blocks) == paragraphs


def test_what_stands_on_one_page_only_is_no_running_head() -> None:
    article = read(pdf([column(["He said no.", "", *FIRST[:2]]), column(["She said yes.", "", *SECOND[2:]])]))
    assert "He said no." in article.text
    assert "She said yes." in article.text


def test_the_headline_is_a_heading_and_the_title() -> None:
    page = [*column(["Ferry sold before the summer"], size=20, top=780), *column(FIRST)]
    article = read(pdf([page], info="/Title (draft3.doc) /Author (A. Writer)", catalog="/Lang (en-GB)"))
    assert article.blocks[0].kind is BlockKind.HEADING
    said = article.metadata
    assert (said.title, said.author, said.language) == ("Ferry sold before the summer", "A. Writer", "en-GB")
    assert dict(said.where) == {"title": "first line", "author": "pdf", "language": "pdf"}


def test_a_quotation_is_found_over_the_end_of_a_page_and_the_report_names_the_pages(tmp_path: Path) -> None:
    said = "“We will not wait for another winter before the boat of"
    on_two = [
        column(["“Nobody saw the storm come,” she said.", "", said]),
        column(["the island is mended,” said Inés Brandt."]),
    ]
    (tmp_path / "original.pdf").write_bytes(pdf(on_two))
    (tmp_path / "article.txt").write_text(
        "Ferry\n\n“We will not wait for another winter before the boat of the island is mended,” said Inés Brandt.\n\n"
        "“Nobody saw the storm come,” said Inés Brandt.",
        encoding="utf-8",
    )
    report = check(read_article(tmp_path / "article.txt"), load_given([tmp_path / "original.pdf"]))
    assert [one.verdict for one in report.judgements] == [Verdict.VERBATIM, Verdict.VERBATIM]
    first, second = (one.passages[0] for one in report.judgements)
    assert (first.pages, second.pages) == ((1, 2), (1,))
    said = [origin(report.originals[0], None, article_language="en", passage=one) for one in (first, second)]
    assert ["pages\xa01–2" in said[0], "page\xa01 " in said[1]] == [True, True]
    assert [one["passages"][0]["page"] for one in check_form(report)["quotations"]] == [1, 1]


def test_a_word_broken_at_the_end_of_a_line_is_one_word(tmp_path: Path) -> None:
    (tmp_path / "original.pdf").write_bytes(BOTH)
    (tmp_path / "article.txt").write_text(
        "“We will not wait for another winter before the Vorsitzende signs,” said Inés Brandt.", encoding="utf-8"
    )
    report = check(read_article(tmp_path / "article.txt"), load_given([tmp_path / "original.pdf"]))
    assert [one.verdict for one in report.judgements] == [Verdict.VERBATIM]


def encrypted(password: str, method: str = "RC4-128") -> bytes:
    import pypdf

    writer = pypdf.PdfWriter(clone_from=io.BytesIO(BOTH))
    writer.encrypt(password, "owner", algorithm=method)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        pytest.param(b"%PDF-1.7\n...", Reason.BROKEN, id="nothing but the mark"),
        pytest.param(BOTH[:300], Reason.BROKEN, id="cut off"),
        pytest.param(pdf([[], []]), Reason.NO_PROSE, id="a scan"),
        pytest.param(encrypted("secret"), Reason.LOGIN, id="a password"),
        pytest.param(pdf([[(72, 700, 11, "Again.")] * 150_000]), Reason.TOO_LARGE, id="the same drawn again and again"),
    ],
)
def test_what_cannot_be_read_is_an_answer(body: bytes, reason: Reason) -> None:
    article = read(body)
    assert article.unavailable is not None
    assert (article.unavailable.reason, article.format) == (reason, Format.PDF)
    assert (article.text, article.blocks) == ("", ())


def test_a_file_that_only_its_owner_may_change_is_read() -> None:
    assert words_of(read(encrypted(""))) == words_of(read(BOTH))


def test_a_cipher_that_needs_another_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    import pypdf
    from pypdf.errors import DependencyError

    def needs_more(*_: object) -> None:
        raise DependencyError("cryptography>=3.1 is required for AES algorithm")

    monkeypatch.setattr(pypdf.PdfReader, "decrypt", needs_more)
    article = read(encrypted(""))
    assert article.unavailable is not None
    assert article.unavailable.reason is Reason.NEEDS_EXTRA
    assert "pypdf[crypto]" in article.unavailable.message


def test_without_the_extra_the_answer_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdf", None)
    article = read(BOTH)
    assert article.unavailable is not None
    assert article.unavailable.reason is Reason.NEEDS_EXTRA
    assert "checker[pdf]" in article.unavailable.message


def test_faults_of_a_file_do_not_reach_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    read(BOTH.replace(b"endstream", b"endstrean", 1))
    read(BOTH[: len(BOTH) // 2])
    assert capsys.readouterr() == ("", "")


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, len(BOTH) - 1), st.binary(min_size=1, max_size=8)), max_size=6),
    st.integers(0, 80),
)
def test_a_damaged_file_never_ends_a_run(damage: list[tuple[int, bytes]], cut: int) -> None:
    body = bytearray(BOTH[: len(BOTH) - cut])
    for at, other in damage:
        body[at : at + len(other)] = other
    article = read(bytes(body))
    assert (article.unavailable is None) == bool(article.blocks)
    for block in article.blocks:
        assert block.span.of(article.text).strip()
    assert list(article.pages) == sorted(article.pages)


@given(st.lists(st.lists(st.sampled_from(FIRST + SECOND), max_size=5), max_size=4))
def test_every_word_is_kept_once(pages: list[list[str]]) -> None:
    set_at, words_in_order = [], []
    for page, lines in enumerate(pages):
        words = [f"{words} [{page}.{line}]" for line, words in enumerate(lines) if words]
        set_at.append([(LEFT, TOP - LEADING * line - page, 11.0, said) for line, said in enumerate(words)])
        words_in_order += words
    assert " ".join(read(pdf(set_at)).text.split()) == " ".join(words_in_order)
