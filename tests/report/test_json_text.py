"""An array that is written piece by piece is the array that would have been written at once."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.report.jsontext import array_end, array_item, json_text

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


@given(st.lists(VALUES, max_size=4))
def test_piece_by_piece(values: list[object]) -> None:
    pieces = [array_item(value, first=number == 0) for number, value in enumerate(values)]
    assert "".join([*pieces, array_end(len(values))]) == json_text(values)


@pytest.mark.parametrize("text", ["a\nb", "a\u2028b", "\u202eevil", "\x1b[31m", "naïve – 新", "\x85", "\ud800"])
def test_a_text_cannot_begin_a_line(text: str) -> None:
    piece = array_item({"text": text}, first=True)
    assert len(piece.split("\n")) == 4
    assert json.loads(piece + array_end(1)) == [{"text": text}]
