"""Wrapping, indenting and colouring: nothing is lost, nothing is too wide, nothing is obeyed by a terminal."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.report.layout import Ink, Page, cells, piece, wrap

SGR = re.compile(r"\x1b\[[0-9;]*m")
WORDS = st.text(alphabet="ab é新́،ا—’", max_size=60)


@given(st.lists(st.tuples(WORDS, st.sampled_from([Ink.PLAIN, Ink.CHANGED, Ink.FAINT]))), st.integers(2, 40))
def test_wrapping_loses_no_character_and_keeps_the_width(pieces: list[tuple[str, Ink]], width: int) -> None:
    lines = list(wrap(pieces, width))
    before = "".join(text for text, _ in pieces).replace(" ", "")
    after = "".join(text for line in lines for text, _ in line).replace(" ", "")
    assert after == before
    assert all(sum(cells(text) for text, _ in line) <= width for line in lines)


@given(st.lists(st.tuples(WORDS, st.sampled_from(list(Ink)))), st.integers(20, 60))
def test_colour_changes_nothing_but_the_marks_of_change(pieces: list[tuple[str, Ink]], width: int) -> None:
    words = [(text, Ink.PLAIN if ink is Ink.CHANGED else ink) for text, ink in pieces]
    plain, coloured = Page(width=width, colour=False), Page(width=width, colour=True)
    plain.write(words, indent=4)
    coloured.write(words, indent=4)
    assert [line.rstrip() for line in SGR.sub("", coloured.text()).splitlines()] == plain.text().splitlines()


def test_the_indent_is_kept_and_the_label_stands_in_it() -> None:
    page = Page(width=24, colour=False)
    page.write([piece("one two three four five")], indent=10, label=[piece("label")])
    assert page.text() == "label     one two three\n          four five\n"


def test_changed_words_are_bracketed_without_colour_and_inked_with_it() -> None:
    pieces = [piece("We will "), piece("not", Ink.CHANGED), piece(" sell")]
    plain, coloured = Page(width=40, colour=False), Page(width=40, colour=True)
    plain.write(pieces)
    coloured.write(pieces)
    assert plain.text() == "We will ⟦not⟧ sell\n"
    assert coloured.text() == f"We will \x1b[{Ink.CHANGED}mnot\x1b[0m sell\n"


def test_a_cut_line_closes_the_bracket_that_it_cut() -> None:
    page = Page(width=20, colour=False)
    page.write([piece("a "), piece("long run of words that all changed", Ink.CHANGED)], limit=1)
    assert page.text() == "a ⟦long run of⟧ …\n"


def test_a_link_is_never_broken() -> None:
    page = Page(width=20, colour=False)
    page.write([piece("https://example.org/a/very/long/address", Ink.LINK)], indent=4)
    assert page.text() == "    https://example.org/a/very/long/address\n"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("a\nb\t c", "a b c", id="white space is one space"),
        pytest.param("a.\n\nB", "a. ¶ B", id="where paragraphs part"),
        pytest.param("a\x1b[31mb", "a\\x1b[31mb", id="an escape sequence"),
        pytest.param("a\x9bJb", "a\\x9bJb", id="an eight-bit one"),
        pytest.param("a\u202eb", "a‹U+202E›b", id="an override of direction"),
        pytest.param("می\u200cرود", "می\u200cرود", id="a joiner that spells a word"),
    ],
)
def test_foreign_text_becomes_one_harmless_line(text: str, shown: str) -> None:
    assert piece(text) == (shown, Ink.PLAIN)
