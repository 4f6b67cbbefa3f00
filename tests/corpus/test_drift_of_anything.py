"""Drift between any two texts: never an exception, never more words than there are, and nothing where nothing differs."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from checker.corpus.drift import Early, Kind

_WORDS = "we will not close the north quay on Monday 40 million … [sic] “he said” don’t U.S. naïve 新华社 ß , . -- '"
WORD = st.sampled_from([*_WORDS.split(), "\x00", "\u202e", ""])
TEXT = st.one_of(st.lists(WORD, max_size=14).map(" ".join), st.text(max_size=40))


@settings(max_examples=300, deadline=None)
@given(TEXT, TEXT)
def test_any_two_texts(one: str, other: str) -> None:
    drift = Early(one).drift(other)
    assert drift.words >= 0
    assert drift.of == len(one.split())
    assert drift.more >= 0
    if drift.kind is Kind.OTHER:
        assert not drift.differences
    for difference in drift.differences:
        assert difference.early in one
        assert difference.here in other


@settings(max_examples=100, deadline=None)
@given(TEXT)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    drift = Early(text).drift(text)
    assert (drift.kind, drift.differences, drift.part, drift.more) == (Kind.SAME, (), False, 0)
