"""Folding undoes typography, class by class, and not what its twin shows to be another word; the way back names the raw text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.model import Span
from checker.text.fold import FoldClass, fold

F = FoldClass


@pytest.mark.parametrize(
    ("one", "other", "cls"),
    [
        pytest.param("cafe\u0301", "café", F.UNICODE_FORM, id="composed and decomposed"),
        pytest.param("ﬁnally", "finally", F.LIGATURE_WIDTH, id="ligature"),
        pytest.param("Ｂ２Ｂ", "B2B", F.LIGATURE_WIDTH, id="full width"),
        pytest.param("“don’t”", '"don\'t"', F.QUOTATION_MARK, id="curly marks"),
        pytest.param("«so»", '"so"', F.QUOTATION_MARK, id="guillemets"),
        pytest.param("``so''", '"so"', F.QUOTATION_MARK, id="TeX marks"),
        pytest.param("so—then", "so-then", F.DASH, id="dash"),
        pytest.param("so\u00a0then", "so then", F.SPACE, id="no-break space"),
        pytest.param("so \n\n then", "so then", F.SPACE, id="a line break and its blanks"),
        pytest.param("co\u00adoperate", "cooperate", F.INVISIBLE, id="soft hyphen"),
        pytest.param("می\u200cرویم", "میرویم", F.INVISIBLE, id="zero width in Persian"),
        pytest.param("a\u202eb", "ab", F.INVISIBLE, id="direction mark"),
        pytest.param("val-\nley", "valley", F.LINE_END_HYPHEN, id="line-end hyphen"),
        pytest.param("up &amp; down", "up & down", F.ENTITY, id="entity"),
        pytest.param("it&#8217;s", "it's", F.ENTITY, id="numeric entity, folded in turn"),
        pytest.param("so&hellip;", "so...", F.ENTITY, id="entity of an ellipsis"),
    ],
)
def test_what_folds_to_the_same(one: str, other: str, cls: FoldClass) -> None:
    assert fold(one).folded == fold(other).folded
    assert fold(one).classes == (cls,)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("re-cover", "recover", id="a hyphen makes another word"),
        pytest.param("re-\nCover", "reCover", id="a hyphen before a capital is no line-end hyphen"),
        pytest.param("1-\n2", "12", id="a hyphen between digits"),
        pytest.param("1.7 %", "17 %", id="decimal point"),
        pytest.param("ready?", "ready.", id="question and statement"),
        pytest.param("[never]", "[or]", id="brackets keep their words"),
        pytest.param("café", "cafe", id="an accent"),
        pytest.param("US", "us", id="case"),
        pytest.param("a  b", "ab", id="spaces part words"),
        pytest.param("&amplify;", "&lify;", id="no entity"),
        pytest.param("мир", "миръ", id="another letter"),
        pytest.param("2½", "21/2", id="a fraction"),
        pytest.param("10²", "102", id="a power"),
        pytest.param("m", "rn", id="noise of a scan"),
        pytest.param("...", ".", id="ellipsis and full stop"),
    ],
)
def test_what_folds_to_something_else(one: str, other: str) -> None:
    assert fold(one).folded != fold(other).folded


PIECES = st.sampled_from(
    ["a", "B", " ", "  ", "\n", "-\n", "é", "e\u0301", "ﬁ", "…", "“", "’", "—", "\u00ad", "\u200c", "&amp;", "&", ";", "``", "''",
     "`", "\x00", "\u202e", "\t", "2", ".", "ß", "İ", "漢", "می"]
)  # fmt: skip
RAW = st.lists(PIECES, max_size=25).map("".join) | st.text(max_size=40)


@given(RAW)
def test_every_letter_knows_where_it_came_from(raw: str) -> None:
    folded = fold(raw)
    spans = [folded.to_raw(Span(at, at + 1)) for at in range(len(folded.folded))]
    for at, span in enumerate(spans):
        assert 0 <= span.start < span.end <= len(raw)
        if folded.folded[at] not in span.of(raw):
            assert folded.classes
    for before, after in pairwise(spans):
        assert before == after or before.end <= after.start
    assert folded.raw == raw


@given(RAW)
def test_a_position_comes_back(raw: str) -> None:
    folded = fold(raw)
    for at in range(len(folded.folded)):
        start = folded.to_raw(Span(at, at + 1)).start
        back = folded.from_raw(start)
        assert back <= at
        assert folded.to_raw(Span(back, back + 1)).start == start


def test_nothing_folded_costs_nothing() -> None:
    folded = fold("plain words, nothing else.")
    assert (folded.starts, folded.ends, folded.classes) == (None, None, ())
