"""The quick look before a wall's pattern never turns a page away that the pattern would have caught."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.read.walls import WALLS, Wall, wall_of


@pytest.mark.parametrize("wall", [pytest.param(wall, id=wall.message) for wall in WALLS])
@given(data=st.data())
@settings(deadline=None)
def test_whatever_a_pattern_matches_holds_one_of_the_needed_words(wall: Wall, data: st.DataObject) -> None:
    # Without regard to case `from_regex` would give "ſ" for "s" as well, which no page writes.
    said = data.draw(st.from_regex(re.compile(wall.pattern, re.MULTILINE)))
    found = re.search(wall.pattern, said, re.MULTILINE)
    assert found and any(word in found[0].casefold() for word in wall.needed)


@pytest.mark.parametrize("wall", [pytest.param(wall, id=wall.message) for wall in WALLS])
def test_what_is_needed_is_in_small_letters_and_no_pattern_goes_without(wall: Wall) -> None:
    assert wall.needed and all(word == word.casefold() for word in wall.needed)


@pytest.mark.parametrize(
    ("words", "caught"),
    [
        pytest.param("JUST A MOMENT...", True, id="capitals"),
        pytest.param("a moment of silence", False, id="a needed word alone"),
        pytest.param("СТРАНИЦА НЕ НАЙДЕНА", True, id="capitals of another script"),
    ],
)
def test_capitals_are_caught_and_a_needed_word_is_not_enough(words: str, caught: bool) -> None:
    assert (wall_of(words) is not None) is caught
