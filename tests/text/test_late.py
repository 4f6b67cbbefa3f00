"""A pattern that is compiled when it is first tried does what the compiled one does."""

from __future__ import annotations

import re

import pytest

from checker.text.late import late


@pytest.mark.parametrize(
    ("pattern", "flags", "text"),
    [
        pytest.param(r"n[o']t\b", 0, "do not, don't", id="ascii"),
        pytest.param(r"ÉTAT|état", re.IGNORECASE, "l’État, c’est moi", id="flags and other letters"),
        pytest.param(r"(?P<year>\d{4})", 0, "no year here", id="no match"),
    ],
)
def test_it_finds_what_the_compiled_pattern_finds(pattern: str, flags: int, text: str) -> None:
    lazy, eager = late(pattern, flags), re.compile(pattern, flags)
    assert [found.span() for found in lazy.finditer(text)] == [found.span() for found in eager.finditer(text)]
    assert bool(lazy.search(text)) is bool(eager.search(text))
    assert lazy.sub("-", text) == eager.sub("-", text)
    assert lazy.pattern == pattern


def test_bytes_are_matched_as_well() -> None:
    assert late(rb"charset=(\w+)").findall(b"charset=utf") == [b"utf"]


def test_a_broken_pattern_shows_when_it_is_tried() -> None:
    broken = late("(")
    with pytest.raises(re.error):
        broken.search("(")
