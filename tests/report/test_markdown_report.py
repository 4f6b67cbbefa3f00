"""Markdown that may be pasted anywhere: rendered by a Markdown engine, foreign text is text."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from ferry_report import DISTORTED, MARKED, REPORT
from hostile_report import HOSTILE, hostile_report
from markdown_it import MarkdownIt

from checker.model import Reason, Report, Unavailable
from checker.report.markdown import MarkdownReport, safe


def markdown(report: Report) -> str:
    writer = MarkdownReport()
    return writer.start() + writer.report(report) + writer.end()


class Elements(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


def rendered(text: str) -> Elements:
    return Elements(MarkdownIt("gfm-like", {"linkify": False, "html": True}).render(text))


def test_what_needs_a_decision_shows_both_lines() -> None:
    text = markdown(REPORT)
    assert "✗ **distorted** line 4 · Nadia Brandt, cited to Reuters" in text
    assert "> **original** “We will <b>⟦not⟧</b> sell the old boats" in text
    assert "- error `negation-changed`: the original says “will not sell”" in text
    assert "[the passage](<https://www.reuters.com/world/ferry-line/#:~:text=We%20will%20not%20sell," in text
    assert text.index("**distorted**") < text.index("**altered**") < text.index("<details>")


def test_what_is_fine_is_folded_away() -> None:
    fine = markdown(replace(REPORT, judgements=(MARKED,), findings=()))
    assert "1 quotation without a remark" in fine
    assert "**original**" not in fine
    assert "<details>" not in markdown(replace(REPORT, judgements=(DISTORTED,), findings=()))


def test_a_reconstruction_is_named_and_never_linked() -> None:
    altered = markdown(replace(REPORT, judgements=(REPORT.judgements[2],)))
    assert "a reconstruction" in altered
    assert "](<" not in altered


def test_an_article_without_quotations_and_one_that_could_not_be_read() -> None:
    assert "No quotations were found." in markdown(replace(REPORT, judgements=()))
    article = replace(REPORT.article, unavailable=Unavailable(Reason.EMPTY, "the file is empty"))
    assert "Could not be read: the file is empty" in markdown(Report(article, REPORT.reading, (), ()))


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_words_are_text(words: str) -> None:
    plain, found = rendered(markdown(hostile_report("plain"))), rendered(markdown(hostile_report(words)))
    ours = [tag for tag, _ in plain.found]
    assert [tag for tag, _ in found.found if tag != "span"] == ours
    assert not [attributes for tag, attributes in found.found if tag in ("a", "img")]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("plain words, and “marks” — so", id="plain"),
        pytest.param("1. a * b _c_ `d` ~~e~~ [f](g) <h> &amp; # i | j \\ k", id="signs"),
        pytest.param("٪ ۱۲ naïve 新华社 می\u200cخواهم", id="other scripts"),
        pytest.param("$a$ x^2^ {y} ==z==", id="extensions"),
    ],
)
def test_safe_text_is_read_as_it_was(text: str) -> None:
    assert rendered(safe(text)).text.replace("\u200b", "").strip() == text


@pytest.mark.parametrize("text", ["@team", "#12", "GH-12", "https://a.example/b", "www.a.example", "a@b.example"])
def test_nothing_is_called_or_linked_by_its_looks(text: str) -> None:
    """What sites look for in the text of the page: a name behind @, a number behind #, an address."""
    seen = rendered(safe(text)).text.strip()
    assert seen.replace("\u200b", "") == text
    assert not re.search(r"@\w|#\d|GH-\d|://|www\.", seen)
