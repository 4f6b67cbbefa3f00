"""The text report, line by line, on a report put together by hand (`ferry_report.py`)."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from ferry_report import DISTORTED, MARKED, ORIGINALS, REPORT

from checker.model import Format, Metadata, Reason, Report, Unavailable
from checker.report.layout import cells
from checker.report.text import render_text

ENDING = "exit 1 (a finding at warning or above)"


def text_of(report: Report = REPORT, *, width: int = 100, colour: bool = False, verbose: bool = False) -> str:
    return render_text(report, width=width, colour=colour, verbose=verbose, ending=ENDING)


def test_the_whole_report() -> None:
    """Compare by eye after a change: `ferry-100.txt` is what an editor gets to see."""
    assert text_of() == Path(__file__).with_name("ferry-100.txt").read_text(encoding="utf-8")


def test_what_needs_a_decision_comes_first() -> None:
    verdicts = re.findall(r"^ [✗!?✓–] (\w+)", text_of(), re.MULTILINE)
    assert verdicts == ["distorted", "altered", "unavailable", "translated", "marked", "uncited"]


@pytest.mark.parametrize("width", [40, 56, 72, 100, 120])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    lines = [line for line in text_of(width=width).splitlines() if "://" not in line]
    assert max(map(cells, lines)) <= width


def test_words_carry_the_meaning_when_colour_does() -> None:
    coloured = re.sub(r"\x1b\[[0-9;]*m", "", text_of(colour=True))
    assert coloured.split() == text_of().replace("⟦", "").replace("⟧", "").split()


def test_a_reconstruction_is_named_and_never_linked() -> None:
    text = text_of()
    assert "a reconstruction, written on" in text
    assert "1 of the 4 originals shown is a reconstruction" in text
    assert "ansa.it/#" not in text


def test_verbose_shows_every_passage_and_every_step() -> None:
    text = text_of(verbose=True)
    assert "which was drawn up in May by people who no longer work here," in text.replace("\n" + " " * 18, " ")
    assert "a change of negation: distorted" in text
    assert "(0.90 alike, 80 bits)" in text


def test_a_page_that_could_not_be_read_says_why() -> None:
    article = replace(REPORT.article, unavailable=Unavailable(Reason.NO_PROSE, "the page holds no prose"), blocks=())
    text = text_of(Report(article, REPORT.reading.__class__(), (), ()))
    assert "could not be read: the page holds no prose" in text
    assert text.endswith(f"no quotations · {ENDING}\n")


def test_hostile_metadata_reaches_the_terminal_as_text() -> None:
    hostile = "\x1b]0;owned\x07\x1b[2J\u202e\x9b31m\r"
    metadata = Metadata(title=f"T{hostile}", publisher=f"P{hostile}", published=f"D{hostile}")
    article = replace(REPORT.article, metadata=metadata, path=f"p{hostile}.txt")
    original = replace(ORIGINALS[0], article=replace(ORIGINALS[0].article, metadata=metadata), speaker=hostile)  # type: ignore[type-var]
    text = text_of(replace(REPORT, article=article, originals=(original, *ORIGINALS[1:])))
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", text)


def test_outside_plain_text_a_place_is_a_paragraph() -> None:
    text = text_of(replace(REPORT, article=replace(REPORT.article, format=Format.HTML)))
    assert "paragraph 2   Nadia Brandt" in text
    assert "line 4" not in text


def test_what_is_fine_takes_few_lines_and_a_finding_takes_what_it_needs() -> None:
    fine = text_of(replace(REPORT, judgements=(MARKED,), findings=()))
    faulty = text_of(replace(REPORT, judgements=(DISTORTED,), findings=()))
    assert "[10 words]" in fine
    assert "https://www.reuters.com/world/ferry-line/#:~:text=We%20will%20not%20sell," in faulty
    assert "https://" not in fine
