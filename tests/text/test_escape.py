"""Nothing that a terminal obeys gets through; what is spelling stays."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.text.escape import for_terminal


@pytest.mark.parametrize(
    ("foreign", "shown"),
    [
        pytest.param("plain words", "plain words", id="plain text is left alone"),
        pytest.param("«می‌خواهم بروم»", "«می‌خواهم بروم»", id="ZWNJ is spelling in Persian"),
        pytest.param("👩\u200d🚀", "👩\u200d🚀", id="ZWJ holds an emoji together"),
        pytest.param("one\n\ttwo", "one\n\ttwo", id="newline and tab stay"),
        pytest.param("one\r\ntwo", "one\ntwo", id="a Windows line end becomes a newline"),
        pytest.param("one\rtwo", r"one\x0dtwo", id="a lone CR would overwrite the line"),
        pytest.param("A\x1b[2J\x1b[31mB", r"A\x1b[2J\x1b[31mB", id="clear screen and colour"),
        pytest.param("\x1b]8;;http://x.example\x07click", r"\x1b]8;;http://x.example\x07click", id="terminal link"),
        pytest.param("A\x9b31mB", r"A\x9b31mB", id="single-byte control introducer"),
        pytest.param("a\x00b\x7fc", r"a\x00b\x7fc", id="NUL and DEL"),
        pytest.param("vote \u202eriw\u202c", "vote ‹U+202E›riw‹U+202C›", id="right-to-left override"),
        pytest.param("quote \u2067 rest", "quote ‹U+2067› rest", id="isolate that never closes"),
        pytest.param("שלום\u200f (hello)", "שלום (hello)", id="a direction mark is dropped"),
        pytest.param("mi\u200bnister re\u2060signed\u00ad today", "minister resigned today", id="zero width"),
        pytest.param("a\u2028b", "a‹U+2028›b", id="line separator"),
        pytest.param("a\U000e0041b", "a‹U+E0041›b", id="tag character"),
        pytest.param("a\ud800b", "a\ufffdb", id="half a surrogate pair"),
        pytest.param("cafe\u0301 naïve 東京", "cafe\u0301 naïve 東京", id="combining marks and other scripts"),
    ],
)
def test_foreign_text_on_a_terminal(foreign: str, shown: str) -> None:
    assert for_terminal(foreign) == shown


@given(st.text(st.characters()))
def test_no_control_survives(foreign: str) -> None:
    kept = for_terminal(foreign).replace("\n", "").replace("\t", "")
    assert not [char for char in kept if unicodedata.category(char) in ("Cc", "Cs")]
    assert not set(kept) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2028\u2029")
    kept.encode("utf-8")


@given(st.text(st.characters()))
def test_doing_it_twice_changes_nothing(foreign: str) -> None:
    assert for_terminal(for_terminal(foreign)) == for_terminal(foreign)
