"""One slip between two words is what an edit distance of one means, and two names may be one in the same way."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from checker.text.names import one_spelling_apart
from checker.text.slips import one_slip

_WORDS = st.text(alphabet="abeñо", min_size=4, max_size=8)


@given(_WORDS, _WORDS)
def test_one_slip_is_a_distance_of_one(one: str, other: str) -> None:
    assert one_slip(one, other) is (OSA.distance(one, other) == 1)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param("Bagheri", "Bangheri", True, id="a letter added"),
        pytest.param("Bagheri", "Bahgeri", True, id="two neighbours swapped"),
        pytest.param("Bagheri", "Bantheri", False, id="two letters in a short name"),
        pytest.param("Ostrowskyi", "Ostorwskii", True, id="a long name with two slips"),
        pytest.param("Papadopoulos", "Papandopoulas", True, id="a long name, added and changed"),
        pytest.param("Papadopoulos", "Pantadopeulas", False, id="a long name with three"),
        pytest.param("Müller", "Mueller", True, id="a letter more for an umlaut"),
        pytest.param("Rice", "Rise", True, id="one consonant of a short name"),
        pytest.param("Lee", "Leo", False, id="too short to tell"),
    ],
)
def test_names_one_spelling_apart(one: str, other: str, same: bool) -> None:
    assert one_spelling_apart(one, other) is same
