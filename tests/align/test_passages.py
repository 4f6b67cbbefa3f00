"""What a shelf of originals answers: places, spans that name their text, two places joined."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from texts import plain_prose, said_and_printed

from checker.align import Found, Shelf, prepare
from checker.model import EditClass, EditOp, Passage, Span

HARBOUR = (
    "Good evening. The old harbour burned for eleven days before anybody sent a single engine across the mountains. "
    "We asked the ministry for water and it sent us an inspector with a notebook. I have told you all of that before. "
)
LATER = (
    "Let me turn to the schools, which nobody in the capital has visited since my father was a boy there. "
    "Every classroom north of the river has lost its roof, its teacher or its stove in the last two winters. Thank you."
)


def assert_tiles(passage: Passage, said: str, printed: str) -> None:
    """Edits follow one another on both sides, and joined they are the passage."""
    edits = [edit for edit in passage.edits if edit.cls is not EditClass.SPLICE]
    for before, after in pairwise(edits):
        assert before.original.end == after.original.start
        assert before.quotation.end == after.quotation.start
    assert "".join(edit.original.of(said) for edit in edits) == passage.span.of(said)
    for edit in edits:
        if edit.op is EditOp.EQUAL:
            assert edit.original.of(said) == edit.quotation.of(printed)
        assert (edit.op is EditOp.EQUAL) == (edit.cls is EditClass.SAME)


@given(said_and_printed())
def test_edits_leave_nothing_out(case: tuple[str, str]) -> None:
    said, printed = case
    for found in Shelf(["o1"], [said]).find(prepare(printed), [0]):
        for passage in (*found.passages, *found.others):
            assert_tiles(passage, said, printed)
        for others in found.others:
            assert "".join(edit.quotation.of(printed) for edit in others.edits) == printed
        joined = [edit.quotation for passage in found.passages for edit in passage.edits]
        assert "".join(span.of(printed) for span in joined) == printed


@given(plain_prose(), st.data())
def test_what_was_cut_out_of_a_text_is_found_there(said: str, data: st.DataObject) -> None:
    words = [match.span() for match in re.finditer(r"[^\s,.?!—]+", said)]
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, len(words) - 1))
    printed = said[words[first][0] : words[last][1]]
    best = Shelf(["o1"], [said]).find(prepare(printed), [0])[0].passages[0]
    assert best.span.of(said) == printed
    assert best.answers or len(printed.split()) < 5
    assert {edit.cls for edit in best.edits} == {EditClass.SAME}


@pytest.mark.parametrize("sentence", re.findall(r"[A-Z][^.]*", HARBOUR + LATER))
def test_a_sentence_is_found_at_its_place(sentence: str) -> None:
    text = HARBOUR + LATER
    found = Shelf(["a", "b"], [LATER.upper(), text]).find(prepare(sentence), [])
    best = next(one for one in found if one.text == 1)
    start = text.index(sentence)
    assert (best.passages[0].span, best.answers) == (Span(start, start + len(sentence)), True)
    assert {edit.cls for edit in best.passages[0].edits} == {EditClass.SAME}


def _joined(printed: str, texts: list[str]) -> Found:
    return Shelf([f"o{number}" for number in range(len(texts))], texts).find(prepare(printed), range(len(texts)))[0]


FIRST = "The old harbour burned for eleven days before anybody sent a single engine"
SECOND = "Every classroom north of the river has lost its roof, its teacher or its stove"


@pytest.mark.parametrize(
    ("printed", "texts", "cls"),
    [
        pytest.param(f"{FIRST} {SECOND}", [HARBOUR + LATER], EditClass.CUT, id="two places, one cut between them"),
        pytest.param(f"{FIRST} {SECOND}", [HARBOUR + "It rained. " * 60 + LATER], EditClass.SPLICE, id="far apart"),
        pytest.param(f"{FIRST} {SECOND}", [HARBOUR, LATER], EditClass.SPLICE, id="two texts"),
        pytest.param(f"{SECOND} {FIRST}", [HARBOUR + LATER], EditClass.SPLICE, id="the other order"),
        pytest.param(f"{FIRST} … {SECOND}", [HARBOUR + LATER], EditClass.ELISION, id="the mark says so"),
    ],
)
def test_two_places_joined(printed: str, texts: list[str], cls: EditClass) -> None:
    found = _joined(printed, texts)
    classes = {edit.cls for passage in found.passages for edit in passage.edits}
    assert found.answers
    assert cls in classes
    covered = "".join(edit.quotation.of(printed) for passage in found.passages for edit in passage.edits)
    assert covered == printed


def test_a_few_words_left_out_are_no_splice() -> None:
    found = _joined(FIRST.replace(" for eleven days", ""), [HARBOUR + LATER])
    assert len(found.passages) == 1
    assert {edit.cls for edit in found.passages[0].edits} & {EditClass.CUT, EditClass.SPLICE} == {EditClass.CUT}


@pytest.mark.parametrize(
    "printed",
    [
        pytest.param("The harbour master resigned over the missing money last week", id="other words"),
        pytest.param("We asked them before", id="common words"),
        pytest.param("", id="nothing"),
        pytest.param("… ” —", id="no words"),
        pytest.param("\x00\x1b[2J\u202e", id="hostile"),
    ],
)
def test_what_is_not_there_does_not_answer(printed: str) -> None:
    found = Shelf(["a", "b"], [HARBOUR, LATER]).find(prepare(printed), [0, 1])
    assert not any(one.answers for one in found)


def test_equal_places_are_counted() -> None:
    found = Shelf(["a", "b"], [HARBOUR * 3, LATER]).find(prepare("before anybody sent a single engine"), [0])[0]
    assert found.passages[0].equals == 3
    assert [other.span.start for other in found.others] == sorted(other.span.start for other in found.others)


def test_another_edition_does_not_hide_the_tied_one() -> None:
    """The words stand exactly in one text; the tied one, which has them otherwise, is still looked at."""
    tied = HARBOUR.replace("eleven days", "twelve days")
    found = Shelf(["other", "tied"], [HARBOUR, tied]).find(prepare(FIRST), [1])
    assert {one.text for one in found} == {0, 1}
    mine = next(one for one in found if one.text == 1)
    assert EditClass.NUMBER in {edit.cls for edit in mine.passages[0].edits}
