"""The quick look at a title never turns one away that the patterns would have taken for a speech's."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.read.speech import _NEEDED, _TITLES, calls_itself_speech


@pytest.mark.parametrize("pattern", _TITLES)
@given(data=st.data())
@settings(deadline=None)
def test_whatever_a_pattern_matches_holds_one_of_the_needed_words(pattern: str, data: st.DataObject) -> None:
    said = data.draw(st.from_regex(re.compile(pattern)))
    found = re.search(pattern, said)
    assert found and any(word in found[0].casefold() for word in _NEEDED)


@pytest.mark.parametrize(
    ("title", "speech"),
    [
        pytest.param("REMARKS BY THE PRESIDENT AT THE STATE DINNER", True, id="capitals"),
        pytest.param("Rede des Bundespräsidenten zum Tag der Einheit", True, id="German"),
        pytest.param("Речь президента", False, id="a needed word alone"),
        pytest.param("Ferry back by May", False, id="no needed word"),
    ],
)
def test_titles(title: str, speech: bool) -> None:
    assert calls_itself_speech(title) is speech
