"""A bracket stays with the words that it stands around when two wordings differ by them."""

from __future__ import annotations

import pytest

from checker.corpus.drift import Early

PLAIN = "We will close the north quay on Monday and nobody will be told"


@pytest.mark.parametrize(
    ("marked", "difference"),
    [
        pytest.param("We will [soon] close the north quay on Monday and nobody will be told", "[soon]", id="in brackets"),
        pytest.param("We will close (all of us) the north quay on Monday and nobody will be told", "(all of us)", id="round"),
        pytest.param("We will close the north quay “for good” on Monday and nobody will be told", "“for good”", id="marks"),
        pytest.param("We will close the [old] [stone] north quay on Monday and nobody will be told", "[old] [stone]", id="two"),
        pytest.param(
            "We will close the whole [censored] north quay on Monday and nobody will be told", "whole [censored]",
            id="with a word",
        ),
    ],
)  # fmt: skip
def test_brackets_stay_with_their_words(marked: str, difference: str) -> None:
    (gone,) = Early(marked).drift(PLAIN).differences
    (come,) = Early(PLAIN).drift(marked).differences
    assert (gone.early, gone.here) == (difference, "")
    assert (come.early, come.here) == ("", difference)


def test_other_punctuation_is_a_difference_of_its_own() -> None:
    differences = Early(f"{PLAIN}, and today").drift(f"{PLAIN}; and today").differences
    assert [(one.early, one.here) for one in differences] in ([], [(",", ";")])


def test_brackets_around_what_both_have_are_told_one_by_one() -> None:
    differences = Early(PLAIN).drift("We will close the north [quay] on Monday and nobody will be told").differences
    assert [one.here for one in differences] == ["[", "]"]
