"""Which stretches stand between quotation marks, mark by mark, and what only looks like one."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.model import Span
from checker.text.marks import double_marked, single_marked


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        pytest.param("He said “we go” now.", ["we go"], id="curly"),
        pytest.param('He said "we go" now.', ["we go"], id="straight"),
        pytest.param("Er sagte „wir gehen“ heute.", ["wir gehen"], id="German"),
        pytest.param("Er sagte »wir gehen« heute.", ["wir gehen"], id="guillemets inward"),
        pytest.param("Il dit «on va» ici.", ["on va"], id="guillemets outward"),
        pytest.param("彼は「行く」と言った。", ["行く"], id="corner brackets"),
        pytest.param("او گفت «می‌رویم» و رفت.", ["می‌رویم"], id="Persian"),
        pytest.param("He said ``we go'' now.", ["we go"], id="TeX"),
        pytest.param("“We go,” she said, “now.”", ["We go,", "now."], id="two"),
        pytest.param('A 6" pipe and a 4" one', [], id="inches"),
        pytest.param("No marks at all", [], id="none"),
        pytest.param("A stray ” closes nothing", [], id="a closing mark alone"),
        pytest.param("“We heard “stop” there” he said", ["We heard “stop” there"], id="nested"),
    ],
)
def test_between_double_marks(text: str, inside: list[str]) -> None:
    assert [marked.span.of(text) for marked in double_marked(text, Span(0, len(text))) if marked.closed] == inside


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        pytest.param("He said ‘we go’ now.", ["we go"], id="curly"),
        pytest.param("He said 'we don't go' now.", ["we don't go"], id="straight, with an apostrophe"),
        pytest.param("The farmers' dog isn't here.", [], id="apostrophes"),
        pytest.param("Give 'em the '90s.", [], id="elided heads"),
    ],
)
def test_between_single_marks(text: str, inside: list[str]) -> None:
    assert [marked.span.of(text) for marked in single_marked(text, Span(0, len(text)))] == inside


@given(
    st.lists(
        st.sampled_from(["a", " ", "“", "”", '"', "'", "’", "‘", "«", "»", "''", "``", ".", ",", "6", "é"]), max_size=30
    )
)
def test_spans_lie_inside_their_marks(pieces: list[str]) -> None:
    text = "".join(pieces)
    whole = Span(0, len(text))
    for marked in double_marked(text, whole):
        assert whole.covers(marked.outer)
        assert marked.outer.covers(marked.span)
    ends = [marked.outer for marked in double_marked(text, whole)]
    assert all(before.end <= after.start for before, after in pairwise(ends))
